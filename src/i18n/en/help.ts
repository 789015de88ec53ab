/** The help screens and the manual page. */
import type { exitCodes } from "../../errors.js";
import type { Format, ListedTopic, SettingKey, TimeRule, Topic, Variable } from "../../options.js";

export const help = {
  program: "By when support must first respond, why exactly then, and which support plan is worth having.",
  help: "show help and stop",
  version: "show the version and stop",
  more: { title: "More help", command: "the options of a command", global: "the options of all commands" },
  helpCommand: "show help for a command or a topic",
  titles: {
    examples: "Examples",
    usage: "Usage",
    commands: "Commands",
    options: "Options",
    globalOptions: "Global options",
    topics: "Topics",
    formats: "Formats",
  },
  examples: [
    "support-cli compare",
    "support-cli deadline -p business -P P2 -r japan --opened now --explain",
    "support-cli recommend",
  ],
  topics: {
    "exit-codes": "what each exit code means",
    "time-rules": "how time is counted",
    formats: "the forms an answer can take",
    environment: "variables and configuration files",
    man: "the manual page, for man -l",
  } as Readonly<Record<Topic, string>>,
  /** What stands below the list of a topic. */
  notes: {
    "exit-codes": ["With --json an error is one JSON object on stderr: error.code, error.message, error.hint."],
    "time-rules": [
      "Times are written 2026-11-20T16:40+09:00, 2026-11-20T07:40Z, @1763624400, now, or local 2026-11-20T16:40, which is read in --tz.",
      "--explain shows each stretch of time that was counted, and why the others were not.",
    ],
    formats: [
      "--output takes the format from the file's ending. JSON keys, ids and codes are the same in every language.",
    ],
    environment: [
      "A flag beats the environment, the environment beats support-cli.json of the project (the nearest from the current folder upwards), and that beats support-cli/support-cli.json in your configuration folder ($XDG_CONFIG_HOME or ~/.config, on Windows %APPDATA%).",
      'A configuration file is an object such as {"plan": "business", "region": "japan", "holidays": ["JP"]}; its keys are plan, region, lang, tz, dataset and holidays. --no-config reads none, and config show tells where each value came from.',
      "No pager is started, no update is looked for, and nothing is sent anywhere.",
    ],
  } as Readonly<Record<ListedTopic, readonly string[]>>,
  exitCodes: {
    answered: "answered",
    finding: "a finding, only where asked for (--check, --min-attainment)",
    usage: "usage: an unknown command, flag or value, or a missing flag",
    input: "input or data unusable, wholly or in some rows",
    bug: "a fault in support-cli (--debug shows the stack)",
    interrupted: "stopped by the user",
  } as Readonly<Record<keyof typeof exitCodes, string>>,
  timeRules: {
    "open-time":
      "Open time is weekly hours in a time zone, minus holidays, with date exceptions in place of that date's hours. Overlapping hours never count twice.",
    "exact-fit": "A target that runs out exactly at closing is due at closing, not at the next opening.",
    "reversed-range": "Elapsed time with the later instant first is negative.",
    clocks:
      "24x7: every instant, holidays or not. 24x5: the whole local date of each business date. business-hours: the region's hours. business-days: dates, never hours.",
    "start-while-closed": "A ticket that is opened outside hours starts its clock at the next opening.",
    "day-count":
      "N business days end on the Nth business date after the clock starts: at the same wall time, moved into that date's hours (same-time), or at its last closing (end-of-day).",
    overnight:
      "Hours that cross midnight belong to the day they start on: a holiday on that day removes the whole shift, one on the next day none of it.",
    "sign-on-the-door":
      "It is open exactly when a wall clock in the zone shows a time inside the hours. A skipped hour holds no time, and a repeated hour counts twice.",
    pause:
      "Open time inside a pause does not count. Pauses may overlap, lie outside hours, or reach past the deadline.",
    "never-open": "A calendar that is not open within 100 years is an error.",
    "local-time":
      "A local time that clocks skip or repeat is read as Temporal's compatible reading, and a warning says so.",
    status:
      "met or missed with a response; without one open, at risk from 75 % of the target on, and overdue once the deadline has passed.",
  } as Readonly<Record<TimeRule, string>>,
  formats: {
    text: "for people: tables, strips and sentences in your language",
    json: "the whole answer as one JSON document",
    jsonl: "one JSON object a line",
    csv: "comma-separated rows with a header",
    tsv: "tab-separated rows with a header",
    markdown: "headings and tables for documents",
    html: "a page that stands alone",
    iso: "a bare ISO 8601 time or duration a line",
    epoch: "bare seconds since 1970, rounded up",
    ics: "a calendar file",
  } as Readonly<Record<Format, string>>,
  /** Settings whose variable holds a list. */
  listVariables: {
    plan: "plans, by id, alias or name, comma-separated",
    holidays: "holidays, comma-separated: country or subdivision codes (JP, US-CA), files of dates, .ics files",
  } as Partial<Record<SettingKey, string>>,
  variables: {
    "LC_ALL, LC_MESSAGES, LANG":
      "the language where no other is set; a Chinese, Japanese or Korean locale also gets plain table lines (add @cjknarrow to keep box lines), as do C, no locale at all, and any character set but UTF-8",
    COLUMNS: "the width of text where --width is not given, on a terminal and in a pipe",
    NO_COLOR: "no colour, where it is set",
    FORCE_COLOR: "colour even where the output is no terminal; 0 for none",
    TERM: "dumb: no colour, and questions line by line",
    TZ: "the system's zone, which local times are read in unless --tz is given",
    SUPPORT_CLI_ACCESSIBLE: "1: questions line by line without redrawing, for screen readers",
  } as Readonly<Record<Variable, string>>,
  manual: {
    title: "User Commands",
    name: "Name",
    summary: "SLA calculator and support-plan advisor",
    synopsis: "Synopsis",
    description: "Description",
    examples: "Examples",
    commands: "Commands",
    options: "Global options",
    topics: {
      "exit-codes": "Exit status",
      "time-rules": "Rules of time",
      formats: "Formats",
      environment: "Environment and files",
    } as Readonly<Record<ListedTopic, string>>,
  },
};
