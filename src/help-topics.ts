/**
 * What `help` explains besides commands and their options: its topics, and the lists in them.
 */

/** The topics of `help` besides the commands; `man` is the manual page. */
export const topics = ["exit-codes", "time-rules", "formats", "environment", "tickets", "man"] as const;
export type Topic = (typeof topics)[number];

/** The topics that are lists with notes; `man` is another form of all. */
export const listedTopics = [
  "exit-codes",
  "time-rules",
  "formats",
  "environment",
  "tickets",
] as const satisfies readonly Topic[];

export type ListedTopic = (typeof listedTopics)[number];

/** Rules of time, as `help time-rules` and docs/rules.md name them. */
export const timeRules = [
  "open-time",
  "exact-fit",
  "reversed-range",
  "clocks",
  "start-while-closed",
  "day-count",
  "overnight",
  "sign-on-the-door",
  "pause",
  "never-open",
  "local-time",
  "status",
] as const;

export type TimeRule = (typeof timeRules)[number];

/** Variables besides those of the settings. */
export const variables = [
  "LC_ALL, LC_MESSAGES, LANG",
  "COLUMNS",
  "NO_COLOR",
  "FORCE_COLOR",
  "TERM",
  "TZ",
  "SUPPORT_CLI_ACCESSIBLE",
] as const;

export type Variable = (typeof variables)[number];
