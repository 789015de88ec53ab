/** What each option does. */
import type { CommandName, CommandOption, GlobalOption } from "../../options.js";

const onePlan =
  "plan for tickets without one, by id, alias or name (a single plan; required if the file has no plan column)";

const cellTexts = {
  priority: "priority for tickets without one, such as P2",
  region: "support region for tickets without one, such as japan",
};

export const options = {
  dataset: "dataset to use: a bundled id or a JSON file",
  lang: "output language: en, zh-TW or ja (default: from the environment)",
  format: "output format",
  json: "same as --format json",
  output: "write output to a file (format from its extension)",
  tz: "time zone for times without an offset (default: the system's)",
  now: "time to use as now",
  color: "use color: auto, always or never",
  ascii: "use ASCII for tables, bars, arrows and check marks",
  width: "text width in columns (default: the terminal's, or 80)",
  quiet: "print only the result",
  input: "never prompt",
  config: "ignore configuration files",
  debug: "show the stack trace of an internal error",
  onlyDifferences: "show only rows that differ",
  group: "show only this group of features, or the targets with targets (repeatable, or comma-separated)",
  explainFeature: "explain what each feature means, or only the one named",
  notes: "notes to show: main (default), all (also where the facts come from), or none",
  all: "show every plan of the dataset",
  plan: "plan by id, alias or name (repeatable, or comma-separated; default: the dataset's candidates)",
  priority: "ticket priority, such as P2",
  region: "support region, such as japan",
  regions: "support region, repeatable; default: every region of the dataset",
  opened: "time the ticket was opened (default: now)",
  responded: "time of the first response",
  from: "start time",
  to: "end time (default for elapsed: now)",
  clock: "clock to use: 24x7, 24x5 or business-hours (default: business-hours)",
  pause: "period when the clock is paused (repeatable)",
  holidays:
    "holidays: a country or subdivision code (JP, US-CA), a file of dates, or an .ics file (repeatable, or comma-separated)",
  zone: "time zone to use instead of the region's",
  countDays: "how to count business days: same-time (default) or end-of-day",
  atRisk: "percentage of the target after which an open ticket is at risk (default: 75)",
  explain: "list each interval that counts, and why the others do not",
  check: "exit with code 1 if the response is late or overdue",
  need: "required feature (repeatable)",
  contacts: "number of named support contacts required",
  within: "first response required for a priority: P2=2h, P2=30m@24x7 (repeatable)",
  budget: "included (no paid plans) or any",
  product: "product you use, such as commerce (repeatable)",
  language: "support language you need, such as ja (repeatable)",
  answers: "JSON file with all answers",
  calendar: "list open intervals with running totals (this week, or from --from to --to)",
  alarm: "in a calendar file, time of the alarm before the deadline, such as 30m, or none (repeatable; default: 30m)",
  dialect: "SQL dialect: duckdb, postgres, clickhouse, spark, trino, bigquery or snowflake",
  table: "name of your ticket table (default: tickets)",
  seeds: "write the tables as CSV files into this folder instead",
  inputFile: "ticket file (CSV, TSV or JSON lines) to calculate deadlines for; - is standard input",
  tickets: "past tickets to measure your needs from; - is standard input",
  minAttainment: "exit with code 1 if attainment is below this percentage",
  inputFormat: "ticket file format: csv, tsv, jsonl or json (default: detected)",
  encoding: "ticket file encoding, such as big5 or shift_jis (default: UTF-8)",
  delimiter: "character that separates cells, or tab, comma, semicolon, pipe or space (default: found in the header)",
  skipLines: "lines to skip before the header (default: found)",
  header: "the file has no header; name columns by position, as in --map id=#1",
  sheet: "sheet of a workbook, by name or number (default: the first with rows)",
  formulas: "cells that a spreadsheet would run: escape or keep (default: escape)",
  map: 'map a column to a header: opened="Created at" (repeatable)',
  preset: "system that exported the file: zendesk, jira, servicenow, salesforce or adobe (default: from its header)",
  priorityMap: "map the file's priority names: urgent=P1,high=P2 (repeatable)",
  sourceTz: "time zone of times without an offset in the file (default: --tz)",
  dateOrder: "date order in the file: dmy, mdy or ymd (default: inferred from the whole column)",
} satisfies Record<GlobalOption | CommandOption, string>;

/** Options with another meaning in one command. */
export const optionsOf = {
  deadline: { product: "product of the ticket, if it has targets of its own" },
  audit: { plan: onePlan, ...cellTexts },
  watch: { plan: onePlan, ...cellTexts },
  recommend: {
    all: "consider every plan of the dataset",
    check: "exit with code 1 if no candidate meets every need",
    plan: "plan to choose from (repeatable, or comma-separated; default: the dataset's candidates)",
  },
} as Partial<Record<CommandName, Partial<Record<CommandOption, string>>>>;
