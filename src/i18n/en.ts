/**
 * Every English sentence of the product, and by its type the list of what the other languages must say.
 */

import type { BusinessDays } from "../core/business-days.js";
import type { Weekday } from "../core/calendar.js";
import { formatUtc } from "../core/format-time.js";
import type { ClosedReason } from "../core/ledger.js";
import type { Status } from "../core/status.js";
import { budgetMsOf, type Clock, type Target, type TimeUnit } from "../core/target.js";
import type { Lang } from "../data/dataset.js";
import type { Has } from "../data/recommend/needs.js";
import type { Reason } from "../data/recommend/recommend.js";
import type { AnswerChange, AnswerValue } from "../data/recommend/what-would-change.js";
import {
  type DatasetIssue,
  type DatasetRule,
  type ErrorInfo,
  type exitCodes,
  type FileProblem,
  maxDocumentBytes,
  maxTimeCharacters,
  type RowError,
  type TimeProblem,
  type ValueFormat,
} from "../errors.js";
import type {
  CommandName,
  CommandOption,
  Format,
  GlobalOption,
  ListedTopic,
  SettingKey,
  TimeRule,
  Topic,
  Variable,
} from "../options.js";
import type {
  CountedTime,
  Fill,
  GroupedAssumption,
  RecommendReport,
  SettingLine,
  Successor,
  Warning,
} from "../report.js";
import { cellFlags, durationsIn, isLong, issueLines, nameOfWord, quoted, quoteIfEmpty } from "./shared.js";

const unitOne = { seconds: "second", minutes: "minute", hours: "hour", days: "day" } as const satisfies Record<
  TimeUnit,
  string
>;

const durations = durationsIn({ day: "d", hour: "h", minute: "min", second: "s" }, " ");

/** `2 business days 1 h 20 min`. */
function businessDays({ count, restMs }: BusinessDays): string {
  return `${count} business ${count === 1 ? "day" : "days"}${restMs > 0 ? ` ${durations.duration(restMs)}` : ""}`;
}

function amountOf(amount: number, unit: TimeUnit, kind = ""): string {
  if (isLong(amount, unit))
    return `${durations.duration(budgetMsOf({ amount, unit }))}${kind ? ", business hours" : ""}`;
  return `${amount} ${kind}${kind ? " " : ""}${amount === 1 ? unitOne[unit] : unit}`;
}

/** Why the system's zone is not known. */
function noSystemZone(variable: string | undefined): string {
  return variable === undefined
    ? "The system names no IANA time zone"
    : `TZ=${quoted(variable)} is not an IANA time zone`;
}

function list(items: readonly string[], last = "or"): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;
}

function meant(nearest: readonly string[], otherwise: string): string {
  return nearest.length > 0 ? `Did you mean ${list(nearest)}?` : otherwise;
}

/** What a choice among the dataset's names can be. */
function takes(allowed: readonly string[]): string {
  return allowed.length > 0 ? `It takes ${list(allowed)}.` : "The dataset has nothing to choose from.";
}

/** What is said of plans that cost money, where the budget rules them out. */
function paidNote(plans: readonly string[], paid: readonly string[]): string {
  if (paid.length === 0) return "";
  if (paid.length < plans.length) return ` (paid: ${list(paid, "and")})`;
  return paid.length === 1 ? " (paid)" : " (all paid)";
}

const clockNames = {
  "24x7": "24x7",
  "24x5": "24x5",
  "business-hours": "business hours",
  "business-days": "business days",
} as const satisfies Record<Clock, string>;

const featureValues: Readonly<Record<string, string>> = {
  "not-available": "not available",
  available: "available",
  included: "included",
};

const budgetNames: Readonly<Record<string, string>> = { included: "included plans only", any: "a paid plan too" };

const fileProblems = {
  missing: "there is no such file",
  folder: "it is a folder",
  denied: "permission was denied",
  full: "the disk is full",
  encoding: "it is not UTF-8 text",
  "read-only": "the file system is read-only",
  "size-limit": "the limit for the size of files is reached",
  loop: "its links lead in a circle",
  "name-too-long": "its name is too long",
  "not-a-file": "it is not a regular file",
  "too-large": `it is larger than ${maxDocumentBytes >> 20} MB`,
  shortened: "it became shorter while it was being read",
  "is-input": "it is the file that is being read",
  other: "the system refused",
} as const satisfies Record<FileProblem, string>;

const readingHints: Readonly<Partial<Record<FileProblem, string>>> = {
  encoding: "Save it as UTF-8.",
  "not-a-file": "Use a regular file; a dataset, answers or holidays may also come from a pipe.",
  "too-large": `Datasets, settings, answers and holiday files may have up to ${maxDocumentBytes >> 20} MB.`,
  shortened: "Run the command again once nothing else is writing to the file.",
};

const writingHints: Readonly<Partial<Record<FileProblem, string>>> = {
  "is-input": "Use --output, which replaces the file once it has been read.",
};

const timeProblems = {
  "date-only": "is a date without a time",
  impossible: "names a date or time that does not exist",
  "leap-second": "is a leap second, which no clock here can show",
  "out-of-range": "lies outside 0001-01-03 to 9999-12-28",
  "too-long": `is longer than ${maxTimeCharacters} characters`,
  unreadable: "is not a time that can be read",
} as const satisfies Record<TimeProblem, string>;

const valueForms = {
  "whole-number": "a whole number from 0, such as 5",
  columns: "a whole number from 20 to 1000, such as 100",
  percent: "a percentage from 0 to 100, such as 75",
  pause: "START/END with the end not before the start, such as 2026-11-20T12:00+09:00/2026-11-20T13:00+09:00",
  within: "PRIORITY=TIME with s, m, h or d and if need be a clock, such as P2=2h or P2=30m@24x7",
  zone: "an IANA zone name, such as Asia/Tokyo",
  encoding: "an encoding name, such as big5 or shift_jis",
  assignment: "NAME=VALUE",
  duration: "a number with s, m, h or d, such as 30m, and at most 100 years",
  "table-name": "a table name of letters, digits and _, if need be with its schema, such as helpdesk.tickets",
} as const satisfies Record<ValueFormat, string>;

const datasetForms = {
  id: "a name of at most 100 letters, digits and hyphens that begins with a letter",
  date: "a date that exists, YYYY-MM-DD",
  opening: "an opening time HH:MM before 24:00, such as 09:00",
  closing: "a closing time HH:MM up to 24:00, such as 17:30",
  "two-times": 'an opening and another closing, such as ["09:00","17:30"]; a whole day is ["00:00","24:00"]',
  "open-sometime": "at least one interval in the week",
  zone: "an IANA zone name, such as Asia/Tokyo; an offset is not a zone",
  "unit-of-clock": "days with the clock business-days, and seconds, minutes or hours with any other",
  "clock-of-unit": "business-days where from is business-days, and any other clock where it is not",
  number: "a number",
  amount: "a number from 0, at most 100 years",
  "whole-number": "a whole number from 0",
  "unused-name": "a name that nothing else has",
  "after-valid-from": "a day not before validFrom",
  something: "something that is not empty",
  "text-length": "a text of at most 4,000 characters",
  "plan-count": "at most 100 plans",
} as const satisfies Record<DatasetRule, string>;

const onePlan =
  "plan of tickets that name none, by id, alias or name (a single one; required where the file has no plan column)";
const cellTexts = {
  priority: "priority of tickets that name none, such as P2",
  region: "support region of tickets that name none, such as japan",
};

const timeHint =
  "Write 2026-11-20T16:40+09:00, 2026-11-20T07:40Z, @1763624400, now, or a local 2026-11-20T16:40 with --tz.";

/** What a progress line tells. */
export interface ProgressState {
  readonly rows: number;
  /** Rows a second. */
  readonly rate: number;
  readonly share: number | undefined;
  readonly secondsLeft: number | undefined;
}

const weekdayNames: Readonly<Record<Weekday, string>> = {
  mon: "Mon",
  tue: "Tue",
  wed: "Wed",
  thu: "Thu",
  fri: "Fri",
  sat: "Sat",
  sun: "Sun",
};

/** A whole number with its thousands parted. */
export function grouped(n: number): string {
  const digits = String(n);
  const first = digits.length % 3 || 3;
  return [digits.slice(0, first), ...(digits.slice(first).match(/\d{3}/g) ?? [])].join(",");
}

const longestQuoted = 60;

/** Text from a file, short enough for a message and on one line. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > longestQuoted ? `${line.slice(0, longestQuoted)}…` : line;
}

export const en = {
  help: {
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
  },
  commands: {
    compare: {
      summary: "show features, first-response targets, hours and notes of plans side by side",
      examples: [
        "support-cli compare",
        "support-cli compare standard business enterprise --only-differences",
        "support-cli compare --all --format csv -o plans.csv",
      ],
    },
    deadline: {
      summary: "tell by when support must first respond to a ticket, and prove it",
      examples: [
        "support-cli deadline -p business -P P2 -r japan --opened 2026-11-20T16:40+09:00",
        "support-cli deadline -p business -P P2 -r japan --opened 2026-11-20T16:40+09:00 --holidays JP --explain",
        "support-cli deadline -p business -P P1 --opened now --quiet",
        "support-cli deadline -p business --input tickets.csv -o deadlines.csv",
      ],
    },
    audit: {
      summary: "tell how well past tickets were answered, and how they would have fared under the other plans",
      examples: [
        "support-cli audit tickets.csv -p business",
        "support-cli audit export.csv -p business -r japan --preset zendesk --source-tz Asia/Tokyo",
        "support-cli audit tickets.csv -p business --min-attainment 95 --json",
      ],
    },
    elapsed: {
      summary: "count the business time between two instants",
      examples: ["support-cli elapsed -r emea --from 2026-11-20T16:00Z --to 2026-11-23T10:30Z --explain"],
    },
    hours: {
      summary: "tell which regions are open now, when that changes, and show their week",
      examples: [
        "support-cli hours",
        "support-cli hours japan --tz Asia/Taipei --holidays JP",
        "support-cli hours emea --calendar --from 2026-12-01T00:00Z --to 2027-01-01T00:00Z --format csv",
      ],
    },
    recommend: {
      summary: "recommend the plan your needs call for, say why, and what would change it",
      examples: [
        "support-cli recommend",
        "support-cli recommend --tickets tickets.csv -r japan",
        "support-cli recommend --need live-telephone --contacts 5 --within P2=2h --budget any",
        "support-cli recommend --answers answers.json --json",
      ],
    },
    config: {
      summary: "show every setting, its value and where it came from",
      examples: ["support-cli config show", "support-cli config show --json"],
    },
    completion: {
      summary: "print the script that completes command lines in bash, zsh, fish or powershell",
      examples: [
        "support-cli completion bash > ~/.local/share/bash-completion/completions/support-cli",
        "support-cli completion zsh > ~/.zfunc/_support-cli",
        "support-cli completion fish > ~/.config/fish/completions/support-cli.fish",
        "support-cli completion powershell >> $PROFILE",
      ],
    },
    dataset: {
      summary: "list, show or validate datasets, or print their JSON Schema",
      examples: [
        "support-cli dataset list",
        "support-cli dataset validate my-plans.json",
        "support-cli dataset schema > dataset.schema.json",
      ],
    },
    watch: {
      summary: "show open tickets by what is due next, counting down",
      examples: [
        "support-cli watch tickets.csv -p business",
        "support-cli watch tickets.csv -p business | grep overdue",
      ],
    },
    sql: {
      summary: "write a calendar as tables and the queries that give the same deadlines in a database",
      examples: [
        "support-cli sql --dialect duckdb -r japan --holidays JP --from 2026-01-01T00:00Z --to 2028-01-01T00:00Z -o japan.sql",
        "support-cli sql --dialect postgres -r emea --from 2026-01-01T00:00Z --to 2028-01-01T00:00Z --table helpdesk.tickets | psql",
      ],
    },
  } satisfies Record<CommandName, { summary: string; examples: string[] }>,
  options: {
    dataset: "dataset to use: a bundled id or a JSON file",
    lang: "language of the answer: en, zh-TW or ja (default: from the environment)",
    format: "form of the answer",
    json: "the same as --format json",
    output: "write the answer to a file; its ending names the format",
    tz: "zone that times without an offset are read in (default: the system's)",
    now: "the time to take as now",
    color: "colour: auto, always or never",
    ascii: "write ASCII in place of table lines, bars, arrows and ticks",
    width: "lay text out in this many columns (default: those of the terminal, else 80)",
    quiet: "print the bare answer",
    input: "never ask questions",
    config: "read no configuration file",
    debug: "show the stack of an internal error",
    onlyDifferences: "leave out what is the same in every plan shown",
    group: "only this group of features (repeatable, or comma-separated)",
    all: "every plan of the dataset",
    plan: "plan, by id, alias or name (repeatable, or comma-separated; default: the dataset's candidates)",
    priority: "priority of the ticket, such as P2",
    region: "support region, such as japan",
    opened: "when the ticket was opened (default: now)",
    responded: "when support first responded",
    from: "first instant",
    to: "second instant",
    clock: "clock to count on: 24x7, 24x5 or business-hours (default: business-hours)",
    pause: "span in which the clock stands still (repeatable)",
    holidays:
      "holidays: a country or subdivision code (JP, US-CA), a file of dates, or an .ics file (repeatable, or comma-separated)",
    zone: "zone to use in place of the region's",
    countDays: "how business days are counted: same-time (default) or end-of-day",
    atRisk: "percent of the target after which an unanswered ticket is at risk (default: 75)",
    explain: "show each stretch of time counted, and why the others are not",
    check: "exit with 1 if the response came late, or is overdue",
    need: "feature that must be there (repeatable)",
    contacts: "number of named support contacts needed",
    within: "first response needed for a priority: P2=2h, P2=30m@24x7 (repeatable)",
    budget: "included (no paid plan) or any",
    product: "product you use, such as commerce (repeatable)",
    language: "language you need support in, such as ja (repeatable)",
    answers: "JSON file with all answers",
    calendar: "list each open interval with running totals (from this week, or --from and --to)",
    alarm:
      "in a calendar file, sound an alarm this long before the deadline, such as 30m; or none (repeatable; default: 30m)",
    dialect: "database to write for: duckdb or postgres",
    table: "name of your table of tickets (default: tickets)",
    inputFile: "file of tickets (CSV, TSV or JSON lines) to give deadlines to; - is the standard input",
    tickets: "file of past tickets to measure the needs from; - is the standard input",
    minAttainment: "exit with 1 if fewer percent of the judged tickets were answered in time",
    inputFormat: "form of the ticket file: csv, tsv or jsonl (default: by its ending)",
    encoding: "encoding of the ticket file, such as big5 or shift_jis (default: UTF-8)",
    map: 'which header a column has: opened="Created at" (repeatable)',
    preset: "whose export the ticket file is: zendesk, jira, servicenow, salesforce or adobe (default: by its header)",
    priorityMap: "what the file's priorities mean: urgent=P1,high=P2 (repeatable)",
    sourceTz: "zone of the file's times that have no offset (default: --tz)",
    dateOrder: "order of the file's dates: dmy, mdy or ymd (default: found from the whole column)",
  } satisfies Record<GlobalOption | CommandOption, string>,
  /** Options that mean something else to one command. */
  optionsOf: {
    audit: { plan: onePlan, ...cellTexts },
    watch: { plan: onePlan, ...cellTexts },
    recommend: { plan: "plan to choose from (repeatable, or comma-separated; default: the dataset's candidates)" },
  } as Partial<Record<CommandName, Partial<Record<CommandOption, string>>>>,
  clocks: clockNames as Readonly<Record<Clock, string>>,
  /** A target in words: `2 business hours`, `1 hour, 24x7`, `3 business days`. */
  target({ clock, amount, unit }: Target): string {
    switch (clock) {
      case "business-hours":
        return amountOf(amount, unit, "business");
      case "business-days":
        return amountOf(amount, unit, "business");
      case "24x5":
      case "24x7":
        return `${amountOf(amount, unit)}, ${clock}`;
    }
  },
  ...durations,
  /** Time on a clock, and the same by the clock on the wall where that is given: `2 business hours (3 h 44 min by the clock)`. */
  counted({ clock, ms, days }: CountedTime, wallMs: number | undefined): string {
    const wall = wallMs === undefined ? "" : ` (${durations.clockTime(wallMs)} by the clock)`;
    if (clock === "24x7") return `${durations.clockTime(ms)}${wall}`;
    if (clock === "24x5") return `${durations.duration(ms)} on the 24x5 clock${wall}`;
    if (days && days.count > 0) return `${businessDays(days)}${wall}`;
    const hours = ms / 3_600_000;
    if (Number.isInteger(hours)) return `${hours} business ${hours === 1 ? "hour" : "hours"}${wall}`;
    return `${durations.duration(ms)} in business hours${wall}`;
  },
  businessDays,
  /** Between a label and what it labels, between items of a line, and between items that hold commas. */
  colon: ": ",
  comma: ", ",
  semicolon: "; ",
  /** Things of one kind in a row. */
  items: (texts: readonly string[]) => texts.join(", "),
  /** A text with what is said of it beside it. */
  fromTo: (from: string, to: string) => `${from} → ${to}`,
  /** Whether a need is met, as a mark, and what there is of it. */
  verdict: (mark: string, value: string) => `${mark} ${value}`,
  /** Words for marks that a character set may lack. */
  plain: { yes: "yes", no: "no", arrowKeys: "Up/Down" },
  aside: (text: string, note: string) => `${text} (${note})`,
  weekdays: weekdayNames,
  /** Weekdays in a row with the same hours. */
  weekdayRange: (first: string, last: string) => `${first}-${last}`,
  /** A date, with or without its year, and its weekday. */
  dated: (date: string, weekday: Weekday) => `${weekdayNames[weekday]} ${date}`,
  /** A priority as a row of targets names it; `label` is what the vendor's documents call it. */
  priorityTitle: (id: string, name: string, _label: string | undefined) => `${id} ${name}`,
  statuses: { met: "met", missed: "missed", open: "open", "at-risk": "at risk", overdue: "overdue" } as Readonly<
    Record<Status, string>
  >,
  reasons: {
    night: "night",
    break: "break",
    "off-shift": "off shift",
    weekend: "weekend",
    "closed-day": "closed that day",
    holiday: "holiday",
    exception: "date exception",
    pause: "pause",
  } as Readonly<Record<ClosedReason, string>>,
  labels: {
    plan: "Plan",
    feature: "Feature",
    priority: "Priority",
    region: "Region",
    hours: "Hours",
    zone: "Zone",
    zoneAssumed: "assumed",
    target: "Target",
    respondBy: "Respond by",
    opened: "Opened",
    clockStarts: "Clock starts",
    responded: "Responded",
    status: "Status",
    now: "Now",
    used: "Used",
    left: "Left",
    late: "Late by",
    from: "From",
    to: "To",
    counts: "Counts",
    day: "Day",
    total: "Total",
    elapsed: "Elapsed",
    clock: "Clock",
    why: "Why",
    howCounted: "How it is counted",
    assumptions: "Assumptions",
    notes: "Notes",
    warning: "Warning",
    note: "Note",
    error: "Error",
    hint: "Hint",
    yes: "yes",
    no: "no",
    none: "none",
    included: "included",
    paid: "paid",
    targets: "First-response targets",
    regions: "Regions and support hours",
    features: "Features",
    sources: "Sources",
    source: "Source",
    unknown: "? the sources do not say",
    noDifferences: "The plans shown do not differ here.",
    dataset: "Dataset",
    title: "Title",
    candidateMark: "* a candidate: what recommend chooses from and compare shows unless told otherwise",
    recommended: "Recommended",
    need: "Need",
    noPlan: "no plan",
    meets: "✓",
    meetsNot: "✗",
    wouldChange: "What would change it",
    beyond: "Plans that would meet the rest",
    commandLine: "The same without questions",
    adds: "gives more",
    lacks: "gives less",
    differs: "differs in",
    bundled: "bundled",
    valid: "valid",
    inForce: "In force",
    wanted: "Wanted",
    has: "has",
  },
  hours: {
    open: "open",
    closed: (why: string) => `closed: ${why}`,
    opens: "Opens",
    closes: "Closes",
    never: "never closes",
    within: (span: string) => `in ${span}`,
    openTime: "Open time",
    total: "Total",
  },
  config: {
    setting: "Setting",
    value: "Value",
    cameFrom: "Source",
    setBy: "Set with",
    files: "Configuration files",
    noFiles:
      "none was found: support-cli.json in this folder or one above it, or in the folder support-cli of your configuration folder",
    from: {
      flag: "flag",
      environment: "environment",
      project: "project file",
      user: "user file",
      system: "system",
      default: "default",
    } as Readonly<Record<SettingLine["from"], string>>,
    /** A default that only some commands have. */
    defaultOf: (commands: readonly string[]) => `default of ${commands.join(", ")}`,
    /** Added to the hint of an error about a value that no flag gave. */
    setIn: (key: string, where: string) => `The value is set in ${where} (${key}).`,
  },
  /** What the signs of a strip or a timeline mean. */
  legend: {
    open: "open",
    partly: "open part of the hour",
    closed: "closed",
    now: "now",
    used: "used",
    left: "left",
    uncounted: "open, not counted",
    pause: "pause",
  },
  timeline: {
    title: "Timeline",
    opened: (time: string) => `opened ${time}`,
    due: (time: string) => `due ${time}`,
    moreDays: (count: number, counted: string) => `… ${count} more days, ${counted} counted`,
  },
  featureValues,
  addsUpTo: (target: string) => `= ${target}`,
  clocksChange: (from: string, to: string) => `clocks go from ${from} to ${to}`,
  more: "…",
  moreStretches: (count: number) => `… ${count} more, all of them with --json`,
  questions: {
    within: (priority: string) => `How soon must support first respond to ${priority}?`,
    anyTime: "no requirement",
    need: "Which features must be there?",
    contacts: "How many named support contacts do you need per product?",
    wholeNumber: "A whole number from 0, please.",
    product: "Which of these products do you use?",
    language: "Which languages must support speak?",
    budget: "May it be a paid plan?",
    budgetAny: "yes, a paid plan is possible",
    budgetIncluded: "no, only what the licence includes",
    place: (number: number, of: number) => `${number}/${of}`,
    keysOne: "↑↓ move · Enter choose · Esc back · Ctrl-C stop",
    keysSome: "↑↓ move · Space mark · a all · i invert · Enter done · Esc back",
    intro: "Each question names the flag that answers it. Esc goes back, Ctrl-C stops.",
    introLines: "Each question names the flag that answers it. Type b to go back; Ctrl-C stops.",
    summary: "Your answers",
    confirm: "Is that right?",
    confirmed: "yes, recommend a plan",
    change: (title: string) => `change: ${title}`,
    typeOne: (usual: string) => `Number [${usual}]:`,
    typeSome: (usual: string) => `Numbers with commas between them, 0 for none [${usual || "0"}]:`,
    typeNumber: (usual: string) => `A number [${usual}]:`,
    moreChoices: (count: number) => `${count} in all`,
    typeChange: "Enter for the recommendation, or the number of an answer to change:",
    oneOf: (count: number) => `A number from 1 to ${count}, please.`,
  },
  /** Used and left of a ticket's budget, for its status line. */
  usedAndLeft: (used: string, left: string) => `${used} used, ${left} left`,
  lateBy: (late: string) => `late by ${late}`,
  usedOf: (used: string) => `${used} used`,
  assumption(assumption: GroupedAssumption): string {
    switch (assumption.code) {
      case "region-zone":
        return `Where the source gives a region no time zone, one is taken: ${list(
          assumption.zones.map(({ region, zone }) => `${zone} for ${region}`),
          "and",
        )}. Set another with --zone.`;
      case "weekdays":
        return `The source implies Monday to Friday for ${assumption.regions.length === 1 ? "region" : "regions"} ${list(assumption.regions, "and")} but does not state it.`;
      case "24x5-window":
        return `The source does not define 24x5; it is taken as each business date from 00:00 to 24:00 in ${assumption.zone ?? "the region's zone"}.`;
      case "day-count-rule":
        return assumption.rule === "same-time"
          ? "The source does not define a business day; it is due at the same wall time on the Nth business date after the clock starts (--count-days same-time)."
          : "The source does not define a business day; it is due at closing on the Nth business date after the clock starts (--count-days end-of-day).";
      case "clock-start":
        return "The source does not say when the clock starts outside hours; it starts at the next opening.";
      case "no-holidays":
        return "No holidays are taken out, as no vendor publishes a list. Name them with --holidays.";
      case "holiday-source":
        return `Public holidays are taken from ${list(assumption.sources, "and")}, which the vendor has not confirmed.`;
      case "system-zone":
        return `Times without an offset are read in the system's zone, ${assumption.zone}. Set another with --tz.`;
      case "shown-zone":
        return `Besides a region's own zone, times are shown in the system's, ${assumption.zone}. Set another with --tz.`;
      case "unknown-system-zone":
        return `${noSystemZone(assumption.variable)}, so times that would be shown in the system's zone are in ${assumption.zone}. Set a zone with --tz.`;
      case "export-zone":
        return `Times without an offset are read in ${assumption.zone}, as ${assumption.preset} writes ${assumption.column} through its API. A list that was exported is in its user's zone: set that with --source-tz.`;
      case "preset":
        return `The header is that of an export from ${assumption.preset}; its column and priority names are read so. Set another with --preset, --map or --priority-map.`;
      case "date-order":
        return `Dates are read with the ${{ dmy: "day", mdy: "month", ymd: "year" }[assumption.order]} first (${assumption.order}), the only order that fits ${assumption.value} in column ${assumption.column}. Set another with --date-order.`;
      case "no-response-column":
        return `No column holds the time of the first response, so every ticket counts as unanswered. ${likelyResponses(assumption.likely)}`;
      case "project-settings":
        return `${list(assumption.settings, "and")} ${assumption.settings.length === 1 ? "is" : "are"} set in ${assumption.path}. Ignore that file with --no-config.`;
      case "unanswered":
        return `A ticket without a response counts as missed once its deadline lies before ${formatUtc(assumption.now)} (--now), and is not judged before.`;
      case "measured-needs":
        return `The response needed for a priority is the time in which ${assumption.percent} % of its past tickets were first answered, on the clock that plan ${assumption.plan} runs it on.`;
      case "rounded-percentiles":
        return "Response times above two days are told within a thousandth; the longest is exact.";
      case "budget-any":
        return "No budget was named, so a paid plan counts as possible. Set --budget included to rule it out.";
      case "shortest-day":
        return `Where hours and business days are compared, a business day counts as ${assumption.hours} hours, the shortest open day.`;
      case "clock-as-planned":
        return "A time needed without a clock is read on the clock of the plan's own target. Name one, as in P2=30m@24x7, to be strict.";
    }
  },
  warning(warning: Warning): string {
    switch (warning.code) {
      case "local-time-gap":
        return `${warning.option} ${warning.value} does not exist in ${warning.zone}, where clocks skip it; it is read as ${warning.readAs}.`;
      case "local-time-overlap":
        return `${warning.option} ${warning.value} happens twice in ${warning.zone}; it is read as the first, ${warning.readAs}. Write an offset to choose.`;
      case "doubtful-local-times":
        return `${warning.gaps + warning.overlaps === 1 ? "1 local time" : `${warning.gaps + warning.overlaps} local times`}, the first on line ${warning.line}, at a change of clocks in ${warning.zone}: ${warning.gaps} skipped by the clock and read as if it had not yet changed, ${warning.overlaps} shown twice and read as the first.`;
      case "opened-in-future":
        return "The ticket is opened after now, so nothing has been used yet.";
      case "column-names":
        return `The file has a column of the same name, so the added columns are ${list(warning.added, "and")}.`;
      case "superseded":
        return `Dataset ${warning.dataset} was in force until ${warning.validUntil}${warning.by ? supersededBy(warning.by) : "."}`;
    }
  },
  /** Words of HTML pages besides those of text. */
  html: {
    lang: "en" as Lang,
    contents: "On this page",
    footer: (dataset: string, tzdata: string) =>
      `Made by support-cli from dataset ${dataset}, with time-zone rules ${tzdata}.`,
    respondBy: "First response by",
    zone: (zone: string) => `${zone} time`,
    usedOfTarget: (percent: string) => `${percent} of the target used`,
    timelineOf: (from: string, to: string, zone: string) =>
      `Each bar is one date from 0:00 to 24:00 in ${zone}, from ${from} to ${to}.`,
    stretch: (what: string, from: string, to: string) => `${what} ${from}–${to}`,
    supportHours: (regions: readonly string[]) => `Support hours: ${list(regions, "and")}`,
    weekOf: (zone: string) => `Each bar is one date of this week from 0:00 to 24:00 in ${zone}.`,
    openIntervals: (zone: string) => `Open intervals in ${zone}`,
    closedDay: "closed",
    definitions: "What the priorities mean",
    comparedPlans: (plans: readonly string[]) => list(plans, "and"),
    otherPlans: "The other plans",
    needs: "Needs and plans",
  },
  watch: {
    openTickets: (count: number) => (count === 1 ? "1 open ticket" : `${grouped(count)} open tickets`),
    nothingOpen: "Every ticket has been answered.",
    standsStill: (status: string) => `${status}, clock stopped`,
    ticket: "Ticket",
    answered: (count: number) => `${grouped(count)} answered`,
    bad: (count: number) => `${grouped(count)} with errors`,
    further: (above: number, below: number) => `${grouped(above)} above, ${grouped(below)} below`,
    keys: "q quits, ↑ ↓ scroll",
    keepsTickets: (message: string) => `${message} The tickets read before are still shown.`,
    replaced: (path: string) => `${path} was replaced; the new file is being watched.`,
    recovered: (path: string) => `${path} has no more problems.`,
  },
  /** Words of calendar files. */
  ics: {
    deadlines: "Support deadlines",
    hours: "Support hours",
    respondBy: (parts: readonly string[]) => `First response due: ${parts.join(", ")}`,
    open: (region: string) => `Support open: ${region}`,
  },
  /** Comments in the statements that `sql` writes; each is one line. */
  sql: {
    title: (region: string, zone: string, from: string, to: string) =>
      `Support hours of region ${region} (${zone}), ${from} to ${to}.`,
    versions: (dataset: string, tzdata: string) =>
      `Made by support-cli from dataset ${dataset} with time-zone rules ${tzdata}.`,
    rerun: "Run it again at any time, and once for each region: it replaces this region's rows and no others.",
    calendars: "What each calendar covers. Times are whole microseconds since 1970-01-01T00:00Z.",
    open: "Open intervals of each clock with the open time before them; business hours also with their business date and wall time.",
    dates: "Business dates in order: from which wall time on which stretch of the date is due.",
    targets: "First-response targets; budgets in microseconds, or in business days.",
    answers: (table: string) =>
      `The answers. Reads ${table} with the columns id, plan, priority, region, opened, responded; the two times are timestamptz.`,
    columns:
      "deadline; clock_starts; response_us, the counted time until the response; met; problem, where there is no answer.",
    pauses: "Pauses are not counted here; tickets with pauses need support-cli itself.",
  },
  /** A failure's sentence and what to type instead. */
  error(error: ErrorInfo): { message: string; hint: string } {
    switch (error.code) {
      case "unknown-command":
        return {
          message: `There is no command ${error.orTopic ? "or topic " : ""}${quoteIfEmpty(error.value)}.`,
          hint: meant(error.nearest, `Commands are ${list(error.allowed, "and")}.`),
        };
      case "unknown-option":
        return {
          message: `There is no option ${error.value}.`,
          hint:
            error.commands.length > 0
              ? `${list(error.commands, "and")} ${error.commands.length === 1 ? "has" : "have"} this option.`
              : meant(error.nearest, `See support-cli ${error.command ? `${error.command} ` : ""}--help.`),
        };
      case "unexpected-value":
        return {
          message: `${error.option} has no value, but ${quoteIfEmpty(error.value)} was given.`,
          hint: `Write ${error.option} alone.`,
        };
      case "repeated-option":
        return {
          message: `${error.option} was given different values: ${error.values.map(quoteIfEmpty).join(", ")}.`,
          hint: error.command
            ? `support-cli ${error.command} works with one value of ${error.option}.`
            : "Keep one of them.",
        };
      case "missing-option":
        return {
          message: `Missing required option${error.options.length === 1 ? "" : "s"}: ${error.options.join(", ")}.`,
          hint: error.allowed ? takes(error.allowed) : `See support-cli ${error.command} --help.`,
        };
      case "missing-value":
        return { message: `The option ${error.option} lacks its value.`, hint: "Write the value after it." };
      case "missing-argument":
        return {
          message: `The argument ${error.argument} must be given.`,
          hint: `See support-cli ${error.command} --help.`,
        };
      case "excess-arguments":
        return {
          message: `${list(error.values.map(quoteIfEmpty), "and")} is too much here.`,
          hint: `See support-cli ${error.command} --help.`,
        };
      case "unknown-value":
        return {
          message: `${error.option} does not take ${quoteIfEmpty(error.value)}.`,
          hint: `${meant(error.nearest, "")}${error.nearest.length > 0 ? " " : ""}${takes(error.allowed)}`,
        };
      case "bad-value":
        return {
          message: `${error.option} does not take ${quoteIfEmpty(error.value)}.`,
          hint: `It takes ${valueForms[error.expected]}.`,
        };
      case "bad-time":
        return {
          message: `${error.option} ${quoteIfEmpty(error.value)} ${timeProblems[error.problem]}.`,
          hint: timeHint,
        };
      case "response-before-opened":
        return {
          message: `The response (${error.responded}) lies before the ticket was opened (${error.opened}).`,
          hint: "Check --responded and --opened, and their offsets.",
        };
      case "conflicting-options":
        return {
          message: `${list(error.options, "and")} contradict each other.`,
          hint: "Check their values, or leave one out.",
        };
      case "missing-answers":
        return {
          message: "There is nobody to ask (no terminal, or --no-input), and no answer was given.",
          hint: `Give at least one of ${list(error.options)}.`,
        };
      case "no-target":
        return {
          message: `Plan ${error.plan} has no target for priority ${error.priority}.`,
          hint: `${error.allowed.length > 0 ? `It has ${list(error.allowed, "and")}.` : "It has no targets."}${error.plans.length > 0 ? ` For ${error.priority} name a plan with --plan: ${list(error.plans)}.` : ""}`,
        };
      case "unknown-zone":
        return {
          message: `${error.option ? `${error.option}: ` : ""}${quoteIfEmpty(error.value)} is not a time zone.`,
          hint: meant(error.nearest, "Write an IANA name, such as Asia/Tokyo or UTC."),
        };
      case "fixed-offset-zone":
        return {
          message: `${error.option ? `${error.option}: ` : ""}${error.value} is an offset, not a time zone: it has no daylight saving rules.`,
          hint: `Write an IANA name, such as Asia/Taipei${error.nearest.length > 0 ? `, or ${list(error.nearest)} for that fixed offset` : ""}.`,
        };
      case "unknown-system-zone":
        return {
          message: `${noSystemZone(error.variable)}, so a time without an offset cannot be read.`,
          hint: `Set its zone with ${list(error.flags)}, such as --tz ${error.nearest[0] ?? "Asia/Tokyo"}, or write its offset, as in 2026-11-20T16:40+09:00.`,
        };
      case "bad-hours":
        return {
          message: `The hours ${error.value} of ${error.where} cannot be.`,
          hint: 'Write ["09:00","17:30"]; a whole day is ["00:00","24:00"].',
        };
      case "bad-date":
        return { message: `${error.value} in ${error.where} is not a date.`, hint: "Write YYYY-MM-DD." };
      case "never-open":
        return {
          message: `The calendar in ${error.zone} is never open.`,
          hint: "Check its hours, holidays and exceptions.",
        };
      case "beyond-horizon":
        return {
          message: `The answer lies more than ${error.years} years away.`,
          hint: "Check the amounts, pauses and times.",
        };
      case "instant-out-of-range":
        return { message: "A time lies outside 0001-01-03 to 9999-12-28.", hint: "Check the times and amounts." };
      case "unknown-dataset":
        return {
          message: `There is no dataset ${quoteIfEmpty(error.value)}.`,
          hint: `${meant(error.nearest, `Bundled are ${list(error.allowed, "and")}.`)} A file is named by its path.`,
        };
      case "invalid-dataset":
        return {
          message: [
            `${error.path} is not a valid dataset:`,
            ...issueLines(
              error.issues,
              (issue) => en.datasetIssue(issue),
              (more) => `and ${grouped(more)} more`,
            ),
          ].join("\n"),
          hint: "support-cli dataset schema prints the JSON Schema.",
        };
      case "invalid-json":
        return {
          message: `${error.path}:${error.line}:${error.column}: this is not JSON, ${error.found === "" ? "it ends too early" : `at "${error.found}"`}.`,
          hint: "Check quotes, commas and brackets there.",
        };
      case "json-too-deep":
        return {
          message: `${error.path}:${error.line}:${error.column}: more than ${error.levels} levels of brackets inside each other.`,
          hint: "Flatten the document.",
        };
      case "unreadable-file":
        return {
          message: `${error.path} cannot be read: ${fileProblems[error.reason]}.`,
          hint: readingHints[error.reason] ?? "Check the path.",
        };
      case "unwritable-file":
        return {
          message: `${error.path} cannot be written: ${error.reason === "missing" ? "its folder does not exist" : fileProblems[error.reason]}.`,
          hint: writingHints[error.reason] ?? "Check the path, or choose another with --output.",
        };
      case "unusable-temporary-folder":
        return {
          message: `The temporary folder ${error.path} cannot be used: ${error.reason === "missing" ? "it does not exist" : fileProblems[error.reason]}.`,
          hint: "Set TMPDIR to a folder with enough space, or pass a file instead of a pipe.",
        };
      case "bad-holiday-line":
        return {
          message: `${error.path}:${error.line}: ${error.value} is not a holiday.`,
          hint: "Write one YYYY-MM-DD a line, with a name after it if you like.",
        };
      case "bad-ics":
        return {
          message: `${error.path}:${error.line}: this is not a calendar file that can be read.`,
          hint: "Export it as iCalendar (.ics) again.",
        };
      case "unknown-holidays":
        return {
          message: `--holidays: no holidays are known for ${quoteIfEmpty(error.value)}, and there is no such file.`,
          hint: meant(
            error.nearest,
            "Write a country or subdivision code, such as JP or US-CA, or the path of a file; repeat the option for several.",
          ),
        };
      case "invalid-answers":
        return error.value === ""
          ? {
              message: `${error.path}: ${error.key} is not an answer.`,
              hint: `Answers are ${list(error.allowed, "and")}.`,
            }
          : {
              message: `${error.path}: ${error.key} does not take ${error.value}.`,
              hint: `It takes ${list(error.allowed)}.`,
            };
      case "empty-file":
        return { message: `${error.path} is empty.`, hint: "It must have a header, or JSON objects line by line." };
      case "missing-column":
        return {
          message: `${error.path} has no column ${list(error.columns)}.`,
          hint: `${error.nearest.length > 0 ? `${meant(error.nearest.map(shortened), "")} ` : ""}It has ${list(error.found.map(shortened), "and")}. Name a column with --map, as in --map opened="Created at", or the system with --preset.`,
        };
      case "duplicate-column":
        return {
          message: `${error.path} has more than one column ${error.column}.`,
          hint: "Rename all but one, or name another with --map.",
        };
      case "ambiguous-preset":
        return {
          message: `The header of ${error.path} could come from ${list(error.presets)}.`,
          hint: `Say which with --preset ${error.presets[0]}, or name the columns with --map.`,
        };
      case "ambiguous-dates":
        return {
          message: `The dates of ${error.column} in ${error.path}, such as ${shortened(error.value)}, can be read in more than one order.`,
          hint: "Say which with --date-order dmy or --date-order mdy.",
        };
      case "mixed-date-order":
        return {
          message: `The dates of ${error.column} in ${error.path} are in different orders: ${list(error.values.map(shortened), "and")}.`,
          hint: "Say which one holds with --date-order dmy or --date-order mdy; the others then become errors of their rows.",
        };
      case "unsupported-input":
        return {
          message: `${error.path}:${error.line}: this is neither rows of text nor JSON objects.`,
          hint: "Check the file and --input-format. A spreadsheet must be saved as CSV, UTF-16 needs --encoding utf-16le, and JSON must be one object per line: jq -c '.[]' makes lines of an array.",
        };
      case "wrong-encoding":
        return {
          message: `${error.path}:${error.line}: this is not UTF-8 text.`,
          hint: "Name its encoding, as in --encoding big5 or --encoding shift_jis.",
        };
      case "row-too-long":
        return {
          message: `${error.path}:${error.line}: the row is longer than ${error.megabytes} MiB.`,
          hint: "Check for a missing line end, or that it is a ticket file at all.",
        };
      case "too-many-columns":
        return {
          message: `${error.path}:${error.line}: more than ${grouped(error.columns)} columns.`,
          hint: "Check the separator; lines of JSON with keys of their own can be written as JSON lines (--format jsonl).",
        };
      case "no-responses":
        return {
          message: `${error.path} does not say when tickets were first answered${error.preset === undefined ? "" : ` (${error.preset})`}, so attainment cannot be told.`,
          hint: `${likelyResponses(error.likely)} Without one, deadline --input still gives deadlines.`,
        };
      case "bad-config":
        if (error.expected === "key") {
          return {
            message: `${error.path}: ${error.key} is not a setting.`,
            hint: `${meant(error.nearest, "")}${error.nearest.length > 0 ? " " : ""}Settings are ${list(error.allowed, "and")}.`,
          };
        }
        return {
          message: `${error.path}: ${error.key === "" ? "the file" : error.key} cannot be ${error.value}.`,
          hint: {
            object: 'Write an object of settings, such as {"plan": "business", "region": "japan"}.',
            text: `Write a text, such as "${error.key}": "…".`,
            list: `Write a text or a list of texts, such as "${error.key}": ["…", "…"].`,
          }[error.expected],
        };
      case "interrupted":
        return { message: "Stopped.", hint: "" };
      case "bug":
        return {
          message: `This is a fault in support-cli: ${error.detail}`,
          hint: "Run again with --debug and report what it prints.",
        };
    }
  },
  /** The name of a need or an answer: `feature:live-telephone`, `within:P2`, `contacts`, `budget`, `product:commerce`, `language:ja`. */
  answerName(answer: string, names: RecommendReport["names"]): string {
    const [kind = "", id = ""] = answer.split(/:(.*)/s);
    switch (kind) {
      case "feature":
        return names.features[id] ?? id;
      case "within":
        return `first response for ${id}`;
      case "contacts":
        return "named contacts";
      case "language":
        return `support in ${names.languages[id] ?? id}`;
      case "product":
        return `product ${names.products[id] ?? id}`;
      default:
        return "budget";
    }
  },
  /** A wanted or given value of a need: `2 business hours`, `2 h`, `6`, `yes`. */
  answerValue(value: AnswerValue | Has, kind: string | undefined, names: RecommendReport["names"]): string {
    if (value === null) return "nothing";
    if (typeof value === "boolean") return value ? "yes" : "no";
    if (typeof value === "number") return String(value);
    if (typeof value === "string")
      return nameOfWord(value, kind, { budgets: budgetNames, clocks: clockNames, features: featureValues }, names);
    if ("amount" in value)
      return value.clock === undefined ? amountOf(value.amount, value.unit) : en.target(value as Target);
    return (
      list(
        value.map((id) => names.languages[id] ?? id),
        "and",
      ) || "nothing"
    );
  },
  reason(reason: Reason, { names, kinds }: RecommendReport): string {
    const plan = (id: string) => names.plans[id] ?? id;
    const needs = (ids: readonly string[]) =>
      list(
        ids.map((id) => en.answerName(id, names)),
        "and",
      );
    switch (reason.code) {
      case "none-within-budget":
        return `None of ${list(reason.plans.map(plan), "and")} comes without payment, and only an included plan was wanted.`;
      case "no-needs":
        return `Nothing in particular was asked for, so the lowest plan, ${plan(reason.plan)}, serves.`;
      case "meets-all":
        return reason.needs === 1
          ? `${plan(reason.plan)} meets the one need.`
          : `${plan(reason.plan)} meets all ${reason.needs} needs.`;
      case "meets-most":
        return reason.met === 0
          ? `No candidate within budget meets any of the needs; ${plan(reason.plan)} is the lowest of them.`
          : `No candidate within budget meets all needs; ${plan(reason.plan)} meets the most, ${reason.met} of ${reason.needs}.`;
      case "lowest-rank":
        return `${plan(reason.plan)} is the lowest plan that does as well; ${list(reason.over.map(plan), "and")} would meet no more.`;
      case "lower-rank-lacks":
        return `${plan(reason.plan)} falls short on ${needs(reason.needs)}.`;
      case "excluded-by-budget":
        return `${plan(reason.plan)} would meet ${needs(reason.needs)}, but is paid.`;
      case "unmet": {
        const kind = reason.need.startsWith("feature:") ? kinds[reason.need.slice(8)] : undefined;
        const wanted = en.answerValue(reason.wanted, kind, names);
        return `${plan(reason.plan)} falls short on ${needs([reason.need])}: wanted ${wanted}, has ${en.answerValue(reason.has, kind, names)}.`;
      }
    }
  },
  /** One answer changed: `named contacts 5 instead of nothing`. */
  answerChange({ answer, from, to }: AnswerChange, { names }: RecommendReport): string {
    const name = en.answerName(answer, names);
    const kind = answer === "budget" ? "budget" : undefined;
    if (typeof to === "boolean" || typeof from === "boolean") return to ? `with ${name}` : `without ${name}`;
    if (to === null) return `without ${name} (now ${en.answerValue(from, kind, names)})`;
    const value = en.answerValue(to, kind, names);
    return from === null ? `${name}: ${value}` : `${name}: ${value} instead of ${en.answerValue(from, kind, names)}`;
  },
  /** A change that flips the recommendation: what is changed, and the plan it leads to. */
  flip: (changes: readonly string[], plan: string | undefined) => `${list(changes, "and")} → ${plan ?? "no plan"}`,
  beyondNeed: (need: string, plans: readonly string[], overBudget: readonly string[]) =>
    plans.length === 0
      ? `${need}: no plan of this dataset has it.`
      : `${need}: ${list(plans, "and")} would meet it${paidNote(plans, overBudget)}.`,
  moreChanges: (count: number) => `and ${count} more (--json lists the first ones by steps)`,
  otherPlan: (plan: string) => `Compared with it, ${plan}`,
  /** What is wrong with a row of a ticket file, after its code. */
  rowError(error: RowError): string {
    switch (error.code) {
      case "missing-cell":
        return `${shortened(error.column)} is empty`;
      case "bad-time":
        return `${shortened(error.column)} "${shortened(error.value)}" ${timeProblems[error.problem]}`;
      case "ambiguous-date":
        return `${shortened(error.column)} "${shortened(error.value)}" can be read in more than one order; set --date-order`;
      case "bad-duration":
        return `${shortened(error.column)} "${shortened(error.value)}" is not a number of minutes`;
      case "unknown-plan":
      case "unknown-priority":
      case "unknown-region":
      case "unknown-zone":
        return `${shortened(error.column)} "${shortened(error.value)}" is not known`;
      case "no-target":
        return `plan ${error.plan} has no target for priority ${error.priority}`;
      case "missing-region":
        return `the target of plan ${error.plan} for ${error.priority} counts a region's hours; set --region or a region column`;
      case "responded-before-opened":
        return `${shortened(error.column)} "${shortened(error.value)}" is before the ticket was opened`;
      case "cell-count":
        return `the row has ${error.found} ${error.found === 1 ? "cell" : "cells"}, the header ${error.expected}`;
      case "bad-quotes":
        return "a quote is not closed, or text follows a closing one";
      case "bad-encoding":
        return "the row is not text in the encoding of the file; set --encoding";
      case "bad-json":
        return "the line is not a JSON object";
      case "key-conflict":
        return `the line has ${list(error.keys, "and")} of its own, so the added keys have other names here`;
      case "never-open":
        return "the calendar is never open";
      case "beyond-horizon":
        return "from the opening to the deadline, the response or now it is more than 100 years";
      case "instant-out-of-range":
        return "a time lies outside 0001-01-03 to 9999-12-28";
    }
  },
  /** How far a long run is; `share` from 0 to 1. */
  progress({ rows, rate, share, secondsLeft }: ProgressState): string {
    // A first pass counts none.
    const parts = rows === 0 && share !== undefined ? [] : [`${grouped(rows)} tickets`, `${grouped(rate)}/s`];
    if (share !== undefined) parts.push(`${Math.floor(share * 100)} % read`);
    if (secondsLeft !== undefined) parts.push(`${secondsLeft} s left`);
    return parts.join(" · ");
  },
  /** The talk about a batch, line by line, after it is done. */
  batch: {
    done: (rows: number) => `${grouped(rows)} ${rows === 1 ? "ticket" : "tickets"}.`,
    bad: (bad: number, rows: number) =>
      `${grouped(bad)} of ${grouped(rows)} ${rows === 1 ? "ticket" : "tickets"} ${bad === 1 ? "has" : "have"} an error:`,
    filled: ({ column, filled, own }: Fill) =>
      `${cellFlags[column]} filled ${grouped(filled)} empty ${filled === 1 ? "cell" : "cells"}; ${grouped(own)} ${own === 1 ? "row has its" : "rows have their"} own ${column}.`,
    late: (missed: number, overdue: number) =>
      `Found by --check: ${grouped(missed)} missed, ${grouped(overdue)} overdue.`,
    line: (line: number) => `line ${line}`,
    more: (more: number) => `and ${grouped(more)} more, in the column error`,
  },
  /** A whole number as people read it. */
  number: grouped,
  audit: {
    fallsShort: (attained: string, wanted: number) =>
      `Attainment is ${attained}, less than the ${wanted} % of --min-attainment.`,
    title: (path: string) => `Audit of ${path}`,
    byMonthTitle: "Attainment by month and priority, in percent",
    usedTitle: "Response time against the target",
    usedNote: "How many tickets were answered within each share of their target's time, in percent.",
    targetLine: (percent: number) => `wanted: ${percent} %`,
    ownPlan: (plans: string) => `${plans} (as it was)`,
    tickets: "Tickets",
    attainment: "Attainment",
    unanswered: "Unanswered",
    wanted: "Wanted",
    month: "Month",
    by: (label: string) => `By ${label.toLowerCase()}`,
    counts: (read: number, judged: number, unjudged: number, bad: number) =>
      [
        `${grouped(read)} read`,
        `${grouped(judged)} judged`,
        ...(unjudged > 0 ? [`${grouped(unjudged)} not yet due`] : []),
        ...(bad > 0 ? [`${grouped(bad)} with errors`] : []),
      ].join(", "),
    ofJudged: (met: number, judged: number) => `${grouped(met)} of ${grouped(judged)}`,
    nothingJudged: "nothing could be judged",
    unansweredCounts: (overdue: number, open: number) =>
      `${grouped(overdue)} past their deadline, judged as missed; ${grouped(open)} not yet due, not judged`,
    responseTimes: "First response, on the clock of the target",
    answered: "Answered",
    median: "Median",
    p90: "90 % within",
    longest: "Longest",
    worst: "Worst misses",
    ticket: "Ticket",
    whatIf: "The same tickets under the other plans",
    met: "In time",
    promise: "Its deadline",
    earlier: (seconds: number, size: string) =>
      seconds === 0 ? "the same" : `${size} ${seconds > 0 ? "earlier" : "later"}`,
  },
  history: {
    title: (tickets: string, path: string) => `Measured from ${tickets} tickets of ${path}`,
    share: "Share",
    tickets: "Tickets",
    within: "90 % answered within",
    earlier: "Deadline earlier",
    by: "Median gain",
    against: (plan: string) => `What each plan would have promised, against ${plan}`,
  },
  datasetIssue(issue: DatasetIssue): string {
    const where = issue.path === "" ? "/" : issue.path;
    switch (issue.problem) {
      case "missing":
        return `${where}: ${issue.key} is missing`;
      case "unknown-key":
        return `${where}: ${issue.key} is not a key here${issue.allowed.length > 0 ? `; allowed are ${list(issue.allowed, "and")}` : ""}`;
      case "wrong-type":
        return `${where}: ${issue.expected} is expected, not ${issue.found}`;
      case "not-allowed":
        return `${where}: ${issue.value} is not allowed; allowed are ${list(issue.allowed, "and")}`;
      case "unknown-reference":
        return `${where}: there is no ${issue.value} in ${issue.to}; ${issue.allowed.length > 0 ? `there ${issue.allowed.length > 1 ? "are" : "is"} ${list(issue.allowed, "and")}` : "there is nothing"}`;
      case "bad-value":
        return `${where}: ${issue.value} cannot be; it must be ${datasetForms[issue.expected]}`;
    }
  },
};

/** What took a dataset's place, after the date up to which it was in force. */
function supersededBy({ id, title, plans }: Successor): string {
  if (title === undefined) return ` and is superseded by ${id} (--dataset ${id}).`;
  return `. The plans available now are ${list(plans, "and")} (${title}); compare them with --dataset ${id}.`;
}

/** Headers that look like a column of first responses, and the flag that names one. */
function likelyResponses(likely: readonly string[]): string {
  const [first] = likely;
  if (first === undefined) return 'Name the column with --map responded="Header".';
  return `${list(likely, "and")} ${likely.length === 1 ? "looks" : "look"} like one: --map responded="${first}".`;
}

/** What each language has to say. */
export type Messages = typeof en;
