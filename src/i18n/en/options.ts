/** What each option does. */
import type { CommandName, CommandOption, GlobalOption } from "../../options.js";

const onePlan =
  "plan of tickets that name none, by id, alias or name (a single one; required where the file has no plan column)";

const cellTexts = {
  priority: "priority of tickets that name none, such as P2",
  region: "support region of tickets that name none, such as japan",
};

export const options = {
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
} satisfies Record<GlobalOption | CommandOption, string>;

/** Options that mean something else to one command. */
export const optionsOf = {
  audit: { plan: onePlan, ...cellTexts },
  watch: { plan: onePlan, ...cellTexts },
  recommend: { plan: "plan to choose from (repeatable, or comma-separated; default: the dataset's candidates)" },
} as Partial<Record<CommandName, Partial<Record<CommandOption, string>>>>;
