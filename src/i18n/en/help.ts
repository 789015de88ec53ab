/** The help screens and the manual page. */
import type { exitCodes } from "../../errors.js";
import type { ListedTopic, TimeRule, Topic, Variable } from "../../help-topics.js";
import type { Format, SettingKey } from "../../options.js";

export const help = {
  program: "Calculate first-response deadlines, see how they were calculated, and choose a support plan.",
  help: "show help and exit",
  version: "show the version and exit",
  more: { title: "More help", command: "show the options of a command", global: "show the options of all commands" },
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
  seeTickets: "options about the ticket file: see support-cli help tickets",
  ticketSpan: { from: "use only tickets opened at or after this time", to: "use only tickets opened before this time" },
  topics: {
    "exit-codes": "exit codes and their meaning",
    "time-rules": "how time is counted",
    formats: "output formats",
    environment: "environment and configuration files",
    tickets: "ticket files: columns, values, filters",
    man: "manual page, for man -l",
  } as Readonly<Record<Topic, string>>,
  /** Notes below the list of a topic. */
  notes: {
    "exit-codes": ["With --json, an error is one JSON object on stderr: error.code, error.message, error.hint."],
    "time-rules": [
      "Write times as 2026-11-20T16:40+09:00, 2026-11-20T07:40Z, @1763624400, now, or a local 2026-11-20T16:40, which is interpreted in --tz.",
      "--explain lists each interval that counts, and why the others do not.",
    ],
    formats: [
      "--output infers the format from the file extension. JSON keys, ids and codes are the same in every language.",
    ],
    environment: [
      "Precedence, highest first: options, environment variables, the project's support-cli.json (the nearest one, from the current folder upwards), and support-cli/support-cli.json in your configuration folder ($XDG_CONFIG_HOME or ~/.config; %APPDATA% on Windows).",
      'A configuration file is an object such as {"plan": "business", "region": "japan", "holidays": ["JP"]}; its keys are plan, region, lang, tz, dataset, holidays, zone and tickets (see support-cli help tickets). --no-config ignores these files; config show lists where each value comes from.',
      "support-cli never opens a pager, checks for updates or sends data.",
    ],
    tickets: [
      "These options apply to deadline --input, workbook --input, audit, watch and recommend --tickets; the object tickets of support-cli.json sets them under their long names.",
      "Columns are id, priority, opened, plan, region, zone, responded, response-time, closed, resolved, status, pauses, pause-time and, for events, at. Repeat --map for a column to use the first cell that is not empty.",
      "docs/files.md lists the forms, presets and rules.",
    ],
  } as Readonly<Record<ListedTopic, readonly string[]>>,
  exitCodes: {
    answered: "success",
    finding: "check failed (only with --check, --due-within or --min-attainment)",
    usage: "usage error: an unknown command, option or value, or a missing option",
    input: "unusable input: a file or some of its rows cannot be processed",
    bug: "internal error (--debug shows the stack trace)",
    interrupted: "interrupted by the user",
  } as Readonly<Record<keyof typeof exitCodes, string>>,
  timeRules: {
    "open-time":
      "Open time is the weekly hours in a time zone, minus holidays. A date exception replaces the hours of its date. Overlapping hours count once.",
    "exact-fit": "A target that ends exactly at closing is due at closing, not at the next opening.",
    "reversed-range": "Elapsed time is negative if --from is later than --to.",
    clocks:
      "24x7: all time, including holidays. 24x5: each business date from 00:00 to 24:00 local time. business-hours: the region's hours. business-days: whole dates, not hours.",
    "start-while-closed": "The clock of a ticket opened outside business hours starts at the next opening.",
    "day-count":
      "N business days end on the Nth business date after the clock starts: at the same local time, moved into that date's hours if necessary (same-time), or at its last closing (end-of-day).",
    overnight:
      "Hours that cross midnight belong to the date they start on: a holiday on that date removes the whole shift, a holiday on the next date none of it.",
    "sign-on-the-door":
      "Support is open whenever the local time is within its hours. When clocks change, a skipped hour does not count and a repeated hour counts twice.",
    pause:
      "Open time during a pause does not count. Pauses may overlap, fall outside business hours, or extend past the deadline. One without an end (START/) lasts until now.",
    "never-open": "A calendar without open time in the next 100 years is an error.",
    "local-time":
      "A local time that clocks skip or repeat is resolved as in Temporal's compatible mode, with a warning.",
    status:
      "With a response: met or missed. Without one: open, at risk from 75% of the target, overdue after the deadline.",
  } as Readonly<Record<TimeRule, string>>,
  formats: {
    text: "for people: tables, timelines and sentences in your language",
    json: "a single JSON document",
    jsonl: "one JSON object per line",
    csv: "comma-separated rows with a header",
    tsv: "tab-separated rows with a header",
    markdown: "headings and tables for documents",
    html: "a self-contained page",
    iso: "ISO 8601 times or durations only, one per line",
    epoch: "seconds since 1970 only, rounded up",
    ics: "a calendar file",
    xlsx: "an Excel workbook, with -o FILE.xlsx",
  } as Readonly<Record<Format, string>>,
  /** Settings whose variable is a list. */
  listVariables: {
    plan: "plans by id, alias or name (comma-separated)",
    dataset: "dataset to use: a bundled id or a JSON file",
    holidays:
      "holidays: countries or parts by code or name (JP, US-CA, Bavaria), files of dates, or .ics files, or region=source (comma-separated)",
    zone: "the customer's time zone, for regions whose hours are in it: [dataset=]zone (comma-separated)",
  } as Partial<Record<SettingKey, string>>,
  variables: {
    "LC_ALL, LC_MESSAGES, LANG":
      "default language; Chinese, Japanese and Korean locales also use ASCII table lines (add @cjknarrow to keep box lines), as do the C locale, a missing locale, and character sets other than UTF-8",
    COLUMNS: "text width if --width is not set, on a terminal and in a pipe",
    NO_COLOR: "disable color if set",
    FORCE_COLOR: "use color even if the output is not a terminal; 0 disables it",
    TERM: "dumb: no color, and prompts line by line",
    TZ: "system time zone, used for local times unless --tz is set",
    SUPPORT_CLI_ACCESSIBLE: "1: prompts line by line without redrawing, for screen readers",
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
      "time-rules": "Time rules",
      formats: "Formats",
      environment: "Environment and files",
      tickets: "Ticket files",
    } as Readonly<Record<ListedTopic, string>>,
  },
};
