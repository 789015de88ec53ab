/**
 * The catalogue of commands and options, each declared once: the parser, the help, the prompts and the documentation derive from it.
 * Holds no sentences (those are in i18n, under the same keys) and interprets nothing.
 */
import { periodUnits } from "./core/period.js";
import { countDaysRules } from "./core/target.js";
import {
  dateOnlyRules,
  dateOrders,
  eras,
  formulaRules,
  inputFormats,
  lengthUnits,
  presetNames,
  responseClocks,
} from "./tickets/names.js";

export const formats = [
  "text",
  "json",
  "jsonl",
  "csv",
  "tsv",
  "markdown",
  "html",
  "iso",
  "epoch",
  "ics",
  "xlsx",
] as const;
export type Format = (typeof formats)[number];

/** File endings that name a format, for `--output`. */
export const formatOfEnding: Readonly<Record<string, Format>> = {
  txt: "text",
  json: "json",
  jsonl: "jsonl",
  ndjson: "jsonl",
  csv: "csv",
  tsv: "tsv",
  md: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
  ics: "ics",
  xlsx: "xlsx",
};

/** Endings of formats that this program does not write; text under such a name could not be opened. */
export const foreignEndings: readonly string[] = "xls ods docx doc odt pdf xml yaml yml png svg zip gz".split(" ");

export interface OptionSpec {
  /** As commander reads it: short and long flag, and the value's placeholder. */
  readonly flags: string;
  /** May be given more than once; the values come as a list. */
  readonly repeatable?: true;
  /** A value may be a comma-separated list, which adds up with the others. */
  readonly commas?: true;
  /** Commander's key for the value, where the flag's own is ambiguous: `--input` and `--no-input`. */
  readonly key?: string;
  /** The values allowed, where the list does not depend on the dataset. */
  readonly choices?: readonly string[];
}

export const globalOptions = {
  dataset: { flags: "--dataset <id|file>", repeatable: true },
  lang: { flags: "--lang <language>" },
  format: { flags: "--format <format>", choices: formats },
  json: { flags: "--json" },
  output: { flags: "-o, --output <file>" },
  tz: { flags: "--tz <zone>" },
  now: { flags: "--now <time>" },
  color: { flags: "--color <when>", choices: ["auto", "always", "never"] },
  ascii: { flags: "--ascii" },
  width: { flags: "--width <columns>" },
  quiet: { flags: "-q, --quiet" },
  input: { flags: "--no-input" },
  config: { flags: "--no-config" },
  debug: { flags: "--debug" },
} as const satisfies Record<string, OptionSpec>;

export const commandOptions = {
  onlyDifferences: { flags: "--only-differences" },
  group: { flags: "--group <id>", repeatable: true, commas: true },
  all: { flags: "--all" },
  explainFeature: { flags: "--explain [feature]", key: "explainFeature" },
  notes: { flags: "--notes <which>", choices: ["main", "all", "none"] },
  plan: { flags: "-p, --plan <plan>", repeatable: true, commas: true },
  priority: { flags: "-P, --priority <priority>" },
  region: { flags: "-r, --region <region>" },
  regions: { flags: "-r, --region <region>", repeatable: true, commas: true, key: "regions" },
  metric: { flags: "--metric <metric>" },
  opened: { flags: "--opened <time>" },
  responded: { flags: "--responded <time>" },
  from: { flags: "--from <time>" },
  to: { flags: "--to <time>" },
  clock: { flags: "--clock <clock>", choices: ["24x7", "24x5", "business-hours"] },
  pause: { flags: "--pause <start/end>", repeatable: true, commas: true },
  holidays: { flags: "--holidays <place|file>", repeatable: true, commas: true },
  year: { flags: "--year <year>" },
  zone: { flags: "--zone <zone>", repeatable: true, commas: true },
  countDays: { flags: "--count-days <rule>", choices: countDaysRules },
  atRisk: { flags: "--at-risk <percent>" },
  explain: { flags: "--explain" },
  check: { flags: "--check" },
  checkStatus: { flags: "--check [at-risk]", key: "checkStatus", choices: ["at-risk"] },
  dueWithin: { flags: "--due-within <time>" },
  need: { flags: "--need <feature>", repeatable: true, commas: true },
  contacts: { flags: "--contacts <count>" },
  within: { flags: "--within <priority=time>", repeatable: true, commas: true },
  budget: { flags: "--budget <budget>", choices: ["included", "any"] },
  product: { flags: "--product <product>", repeatable: true, commas: true },
  language: { flags: "--language <language>", repeatable: true, commas: true },
  answers: { flags: "--answers <file>" },
  calendar: { flags: "--calendar" },
  alarm: { flags: "--alarm <time>", repeatable: true, commas: true },
  once: { flags: "--once" },
  exec: { flags: "--exec <command>" },
  dialect: {
    flags: "--dialect <dialect>",
    choices: ["duckdb", "postgres", "clickhouse", "spark", "trino", "bigquery", "snowflake"],
  },
  table: { flags: "--table <name>" },
  seeds: { flags: "--seeds <folder>" },
  rows: { flags: "--rows <count>" },
  dbt: { flags: "--dbt <folder>" },
  inputFile: { flags: "--input <file|->", key: "inputFile" },
  tickets: { flags: "--tickets <file|->" },
  minAttainment: { flags: "--min-attainment <percent>" },
  period: { flags: "--period <unit>", choices: periodUnits },
  by: { flags: "--by <column>" },
  percentile: { flags: "--percentile <percent>", repeatable: true, commas: true },
  worst: { flags: "--worst <count>" },
  inputFormat: { flags: "--input-format <format>", choices: inputFormats },
  encoding: { flags: "--encoding <name>" },
  delimiter: { flags: "--delimiter <character>" },
  skipLines: { flags: "--skip-lines <count>" },
  header: { flags: "--no-header" },
  sheet: { flags: "--sheet <name|number>" },
  formulas: { flags: "--formulas <rule>", choices: formulaRules },
  map: { flags: "--map <column=header>", repeatable: true },
  preset: { flags: "--preset <system>", choices: presetNames },
  priorityMap: { flags: "--priority-map <name=id>", repeatable: true, commas: true },
  regionMap: { flags: "--region-map <name=id>", repeatable: true, commas: true },
  planMap: { flags: "--plan-map <name=id>", repeatable: true, commas: true },
  sourceTz: { flags: "--source-tz <zone>", repeatable: true },
  dateOrder: { flags: "--date-order <order>", choices: dateOrders },
  dateOnly: { flags: "--date-only <rule>", choices: dateOnlyRules },
  era: { flags: "--era <era>", choices: eras },
  responseUnit: { flags: "--response-unit <unit>", choices: lengthUnits },
  responseClock: { flags: "--response-clock <clock>", choices: responseClocks },
  closedWhen: { flags: "--closed-when <condition>", repeatable: true },
  events: { flags: "--events" },
  eventsIn: { flags: "--events-in <path>" },
  respondedWhen: { flags: "--responded-when <condition>", repeatable: true },
  pauseWhen: { flags: "--pause-when <condition>", repeatable: true },
  customerWhen: { flags: "--customer-when <condition>", repeatable: true },
  empty: { flags: "--empty <marks>", repeatable: true, commas: true },
  where: { flags: "--where <condition>", repeatable: true },
  strict: { flags: "--strict" },
  sources: { flags: "--sources" },
  showTz: { flags: "--show-tz <zone>" },
} as const satisfies Record<string, OptionSpec>;

/** Every option by its key. */
export const optionSpecs = { ...globalOptions, ...commandOptions } as const;

/** Options that a configuration file can set under their key, and the environment under the variable named here. */
export const settings = {
  plan: "SUPPORT_CLI_PLAN",
  region: "SUPPORT_CLI_REGION",
  lang: "SUPPORT_CLI_LANG",
  tz: "SUPPORT_CLI_TZ",
  dataset: "SUPPORT_CLI_DATASET",
  holidays: "SUPPORT_CLI_HOLIDAYS",
  zone: "SUPPORT_CLI_ZONE",
} as const satisfies Partial<Record<keyof typeof optionSpecs, string>>;
export type SettingKey = keyof typeof settings;
export const settingKeys = Object.keys(settings) as readonly SettingKey[];

export type GlobalOption = keyof typeof globalOptions;
export type CommandOption = keyof typeof commandOptions;

export interface CommandSpec {
  /** Positional arguments as commander reads them. */
  readonly arguments: string;
  readonly options: readonly CommandOption[];
  /** The first is the default. */
  readonly formats: readonly Format[];
  /** Options of this command that mean something else than the setting of their name. */
  readonly unset?: readonly CommandOption[];
}

/** About a file of tickets, for every command that reads one. */
export const ticketOptions = [
  "inputFormat",
  "encoding",
  "delimiter",
  "skipLines",
  "header",
  "sheet",
  "map",
  "preset",
  "priorityMap",
  "regionMap",
  "planMap",
  "empty",
  "sourceTz",
  "dateOrder",
  "dateOnly",
  "era",
  "responseUnit",
  "responseClock",
  "closedWhen",
  "events",
  "eventsIn",
  "respondedWhen",
  "pauseWhen",
  "customerWhen",
  "where",
  "from",
  "to",
  "showTz",
] as const;

/** Those of a command without `--metric`. */
const ticketOptionsWithoutMetric = ticketOptions.filter((option) => option !== "customerWhen");

export const commands = {
  compare: {
    arguments: "[plan...]",
    options: ["onlyDifferences", "group", "metric", "explainFeature", "notes", "all"],
    formats: ["text", "json", "csv", "tsv", "markdown", "html", "xlsx"],
  },
  deadline: {
    arguments: "",
    options: [
      "plan",
      "priority",
      "region",
      "product",
      "metric",
      "opened",
      "responded",
      "pause",
      "holidays",
      "zone",
      "countDays",
      "atRisk",
      "explain",
      "checkStatus",
      "dueWithin",
      "alarm",
      "inputFile",
      "formulas",
      ...ticketOptions,
    ],
    formats: ["text", "json", "jsonl", "csv", "tsv", "iso", "epoch", "ics", "html", "xlsx"],
  },
  recommend: {
    arguments: "",
    options: [
      "need",
      "contacts",
      "within",
      "budget",
      "product",
      "language",
      "answers",
      "plan",
      "all",
      "region",
      "check",
      "tickets",
      "zone",
      "holidays",
      ...ticketOptionsWithoutMetric,
    ],
    unset: ["plan"],
    formats: ["text", "json", "markdown", "html"],
  },
  audit: {
    arguments: "<file>",
    options: [
      "plan",
      "priority",
      "region",
      "metric",
      "pause",
      "holidays",
      "zone",
      "countDays",
      "minAttainment",
      "period",
      "by",
      "percentile",
      "worst",
      ...ticketOptions,
    ],
    formats: ["text", "json", "csv", "markdown", "html", "xlsx"],
  },
  watch: {
    arguments: "<file>",
    options: [
      "plan",
      "priority",
      "region",
      "metric",
      "pause",
      "holidays",
      "zone",
      "countDays",
      "atRisk",
      "once",
      "exec",
      "alarm",
      ...ticketOptions,
    ],
    formats: ["text", "json"],
  },
  hours: {
    arguments: "[region...]",
    options: ["calendar", "from", "to", "holidays", "zone", "check", "showTz"],
    formats: ["text", "json", "csv", "ics", "html"],
  },
  elapsed: {
    arguments: "",
    options: ["region", "from", "to", "clock", "pause", "holidays", "zone", "showTz", "explain"],
    formats: ["text", "json", "iso"],
  },
  sql: {
    arguments: "",
    options: ["dialect", "regions", "from", "to", "holidays", "zone", "countDays", "table", "seeds", "dbt"],
    formats: ["text"],
  },
  workbook: {
    arguments: "",
    options: [
      "plan",
      "priority",
      "regions",
      "holidays",
      "zone",
      "countDays",
      "atRisk",
      "inputFile",
      "rows",
      ...ticketOptionsWithoutMetric,
    ],
    unset: ["from", "to"],
    formats: ["xlsx"],
  },
  holidays: {
    arguments: "[action] [place]",
    options: ["year", "from", "to", "region", "zone"],
    unset: ["region"],
    formats: ["text", "json", "csv", "ics"],
  },
  dataset: {
    arguments: "[action] [file...]",
    options: ["strict", "sources"],
    formats: ["text", "json"],
  },
  config: {
    arguments: "[action]",
    options: ["plan", "region", "holidays", "zone"],
    formats: ["text", "json"],
  },
  completion: {
    arguments: "<shell>",
    options: [],
    formats: ["text"],
  },
} as const satisfies Record<string, CommandSpec>;

export type CommandName = keyof typeof commands;

/** The options on a command line, unparsed; absent options are missing. */
export interface ParsedCommand {
  readonly command: CommandName;
  readonly args: readonly string[];
  readonly options: ParsedOptions;
}

type OptionValue<S extends OptionSpec> = S extends { repeatable: true }
  ? readonly string[]
  : S extends { choices: readonly (infer Choice)[] }
    ? S["flags"] extends `${string}[${string}`
      ? Choice | true
      : Choice
    : S["flags"] extends `${string}<${string}`
      ? string
      : S["flags"] extends `${string}[${string}`
        ? string | true
        : boolean;

export type ParsedOptions = {
  readonly [K in GlobalOption]?: OptionValue<(typeof globalOptions)[K]>;
} & {
  readonly [K in CommandOption]?: OptionValue<(typeof commandOptions)[K]>;
};
