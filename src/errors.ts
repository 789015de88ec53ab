/**
 * What can go wrong, as data: a union of codes with their fields, and the exit code of each.
 * The sentences are in i18n, in the user's language.
 */
import type { DatasetIssue } from "./dataset-issues.js";
import type { TimeProblem } from "./row-errors.js";

export { type DatasetIssue, type DatasetRule, datasetRules, type LintRule, lintRules } from "./dataset-issues.js";
export {
  positionOf,
  type RowError,
  type RowErrorAt,
  type RowPosition,
  type TimeProblem,
  type UnknownWordError,
} from "./row-errors.js";

/**
 * Why a time that a person typed cannot be read. Besides the problems of any time: an hour that may be in the morning or the afternoon,
 * a weekday that may be past or to come, a length without a direction, past or to come, months, which differ in length, the
 * abbreviation of a zone, a date whose day and month may be swapped.
 */
export type TypedTimeProblem =
  | TimeProblem
  | "half-day"
  | "weekday"
  | "no-direction"
  | "month-length"
  | "zone-abbreviation"
  | "date-order";

/** Every user-visible failure. `option` is a flag as typed (`--opened`), `allowed` the whole list, `nearest` the likely ones. */
export type ErrorInfo =
  // usage
  | {
      readonly code: "unknown-command";
      readonly value: string;
      readonly nearest: readonly string[];
      readonly allowed: readonly string[];
      /** A topic of `help` is valid too. */
      readonly orTopic?: true;
    }
  | {
      readonly code: "unknown-option";
      readonly value: string;
      readonly command: string;
      readonly nearest: readonly string[];
      /** The commands that have it. */
      readonly commands: readonly string[];
    }
  | { readonly code: "unexpected-value"; readonly option: string; readonly value: string }
  /** An option of one value that was given several; `command` where it is the command that has one value. */
  | {
      readonly code: "repeated-option";
      readonly option: string;
      readonly values: readonly string[];
      readonly command?: string;
    }
  | {
      readonly code: "missing-option";
      readonly options: readonly string[];
      readonly command: string;
      readonly allowed?: readonly string[];
    }
  /** Hours of a region are to be counted, and `dataset` has no region. */
  | { readonly code: "no-regions"; readonly dataset: string }
  | { readonly code: "missing-value"; readonly option: string }
  | { readonly code: "missing-argument"; readonly argument: string; readonly command: string }
  | { readonly code: "excess-arguments"; readonly values: readonly string[]; readonly command: string }
  | {
      readonly code: "unknown-value";
      readonly option: string;
      readonly value: string;
      readonly allowed: readonly string[];
      readonly nearest: readonly string[];
    }
  | { readonly code: "bad-value"; readonly option: string; readonly value: string; readonly expected: ValueFormat }
  | {
      readonly code: "bad-time";
      readonly option: string;
      readonly value: string;
      readonly problem: TypedTimeProblem;
      /** What to type instead, where the value has two readings. */
      readonly instead: readonly string[];
    }
  | { readonly code: "response-before-opened"; readonly opened: string; readonly responded: string }
  | { readonly code: "conflicting-options"; readonly options: readonly string[] }
  /** The values of --from and --to. */
  | { readonly code: "reversed-range"; readonly from: string; readonly to: string }
  | { readonly code: "missing-answers"; readonly options: readonly string[] }
  /** `allowed` are the priorities that the plan has, `plans` those that have the priority. */
  | {
      readonly code: "no-target";
      readonly plan: string;
      readonly priority: string;
      readonly allowed: readonly string[];
      readonly plans: readonly string[];
    }
  // zones and hours
  | {
      readonly code: "unknown-zone";
      readonly value: string;
      readonly nearest: readonly string[];
      readonly option?: string;
    }
  | {
      readonly code: "fixed-offset-zone";
      readonly value: string;
      readonly nearest: readonly string[];
      readonly option?: string;
    }
  /** The hours of a region are in the customer's own zone, and none was named. `dataset` is the region's, where there are several. */
  | { readonly code: "customer-zone"; readonly region: string; readonly dataset?: string | undefined }
  /** Two datasets of `--dataset` have one id; `datasets` are as typed. */
  | { readonly code: "same-dataset"; readonly id: string; readonly datasets: readonly [string, string] }
  /** `allowed` are the full names. */
  | {
      readonly code: "ambiguous-name";
      readonly option: string;
      readonly value: string;
      readonly allowed: readonly string[];
    }
  /** `variable` is the value of TZ, `flags` those that name a zone for the times in question. */
  | {
      readonly code: "unknown-system-zone";
      readonly variable: string | undefined;
      readonly flags: readonly string[];
      readonly nearest: readonly string[];
    }
  | { readonly code: "bad-hours"; readonly value: string; readonly where: string }
  | { readonly code: "bad-date"; readonly value: string; readonly where: string }
  /** `options` are the flags that give the two ends. */
  | { readonly code: "span-too-long"; readonly options: readonly [from: string, to: string]; readonly years: number }
  // data
  | { readonly code: "never-open"; readonly zone: string }
  | { readonly code: "beyond-horizon"; readonly zone: string; readonly years: number }
  | { readonly code: "instant-out-of-range"; readonly value: number }
  | {
      readonly code: "unknown-dataset";
      readonly value: string;
      readonly allowed: readonly string[];
      readonly nearest: readonly string[];
    }
  | { readonly code: "invalid-dataset"; readonly path: string; readonly issues: readonly DatasetIssue[] }
  | {
      readonly code: "invalid-json";
      readonly path: string;
      readonly line: number;
      readonly column: number;
      readonly found: string;
    }
  | {
      readonly code: "json-too-deep";
      readonly path: string;
      readonly line: number;
      readonly column: number;
      readonly levels: number;
    }
  | { readonly code: "unreadable-file"; readonly path: string; readonly reason: FileProblem }
  | { readonly code: "unwritable-file"; readonly path: string; readonly reason: FileProblem }
  | { readonly code: "unusable-temporary-folder"; readonly path: string; readonly reason: FileProblem }
  | { readonly code: "bad-holiday-line"; readonly path: string; readonly line: number; readonly value: string }
  /** Without a problem the line is not one of a calendar file; with one, `part` is what it is about. */
  | {
      readonly code: "bad-ics";
      readonly path: string;
      readonly line: number;
      readonly problem?: "unsupported" | "invalid" | "unknown-zone" | "too-many";
      readonly part?: string;
    }
  | { readonly code: "unknown-holidays"; readonly value: string; readonly nearest: readonly string[] }
  | {
      readonly code: "invalid-answers";
      readonly path: string;
      readonly key: string;
      readonly value: string;
      readonly allowed: readonly string[];
    }
  // tickets
  | { readonly code: "empty-file"; readonly path: string }
  | {
      readonly code: "missing-column";
      readonly path: string;
      readonly columns: readonly string[];
      readonly nearest: readonly string[];
      readonly found: readonly string[];
    }
  /** More groups than an audit has: the column that it groups by differs from ticket to ticket. */
  | { readonly code: "too-many-groups"; readonly max: number }
  /** More tickets, or rows of a calendar, than a sheet of a workbook holds. */
  | { readonly code: "too-many-tickets"; readonly max: number }
  | { readonly code: "calendar-too-long"; readonly max: number }
  /** Ids of the dataset, as JSON pointers, that dbt loads as empty cells. */
  | { readonly code: "dbt-null-id"; readonly pointers: readonly string[] }
  | { readonly code: "other-dbt-project"; readonly path: string }
  /** A region has no open time in a span. */
  | { readonly code: "no-open-time"; readonly region: string; readonly from: string; readonly to: string }
  | {
      readonly code: "duplicate-column";
      readonly path: string;
      readonly column: string;
      /** What the column is to a ticket, and where it is, from 1. */
      readonly role: string;
      readonly positions: readonly number[];
    }
  /** A length of time whose unit or clock nothing says; `option` is the flag that does. */
  | {
      readonly code: "unknown-measure";
      readonly column: string;
      readonly value: string;
      readonly option: "--response-unit" | "--response-clock";
    }
  | { readonly code: "ambiguous-preset"; readonly path: string; readonly presets: readonly string[] }
  | { readonly code: "ambiguous-dates"; readonly path: string; readonly column: string; readonly value: string }
  | {
      readonly code: "mixed-date-order";
      readonly path: string;
      readonly column: string;
      readonly values: readonly string[];
    }
  | { readonly code: "unsupported-input"; readonly path: string; readonly line: number }
  | { readonly code: "events-in-rows"; readonly path: string }
  | { readonly code: "wrong-encoding"; readonly path: string; readonly line: number; readonly encoding: string }
  | { readonly code: "bad-header-quotes"; readonly path: string; readonly line: number }
  | { readonly code: "unreadable-package"; readonly path: string; readonly problem: PackageProblem }
  | {
      readonly code: "bad-json-document";
      readonly path: string;
      readonly line: number;
      readonly problem: "unfinished" | "unexpected" | "several-arrays";
    }
  | { readonly code: "row-too-long"; readonly path: string; readonly line: number; readonly megabytes: number }
  | { readonly code: "too-many-columns"; readonly path: string; readonly line: number; readonly columns: number }
  | {
      readonly code: "no-responses";
      /** The metric that is measured, where it is not the first response. */
      readonly metric: string | undefined;
      readonly path: string;
      readonly preset: string | undefined;
      readonly likely: readonly string[];
      /** It has events, one of which may be the response. */
      readonly hasEvents: boolean;
    }
  | { readonly code: "metric-of-events"; readonly metric: string }
  /** An option is for a metric that no dataset in use has. */
  | {
      readonly code: "metric-not-in-dataset";
      readonly option: string;
      readonly metric: string;
      readonly datasets: readonly string[];
    }
  | {
      readonly code: "bad-config";
      readonly path: string;
      readonly key: string;
      readonly value: string;
      readonly expected: "object" | "text" | "list" | "flag" | "key";
      readonly allowed: readonly string[];
      readonly nearest: readonly string[];
    }
  | { readonly code: "interrupted" }
  | { readonly code: "bug"; readonly detail: string };

export type ErrorCode = ErrorInfo["code"];

/** The form of an option's value, for the sentence that requires it. */
export type ValueFormat =
  | "whole-number"
  | "columns"
  | "percent"
  | "small-percent"
  | "percentile"
  | "worst-count"
  | "pause"
  | "within"
  | "zone"
  | "encoding"
  | "delimiter"
  | "condition"
  | "assignment"
  | "duration"
  | "table-name"
  | "row-count"
  | "date"
  | "year";

/** Why a packed file cannot be read: a workbook of the old kind or of another program, another packed file in it, damage, no rows. */
export const packageProblems = ["xls", "not-workbook", "nested", "damaged", "no-rows"] as const;
export type PackageProblem = (typeof packageProblems)[number];

/** A problem of the file system, by kind rather than by errno. */
export const fileProblems = [
  "missing",
  "folder",
  "denied",
  "read-only",
  "full",
  "size-limit",
  "loop",
  "name-too-long",
  "encoding",
  "not-a-file",
  "too-large",
  "shortened",
  "is-input",
  "other",
] as const;
export type FileProblem = (typeof fileProblems)[number];

/** Exit codes of the contract; README and `help exit-codes` print this table. */
export const exitCodes = {
  answered: 0,
  finding: 1,
  usage: 2,
  input: 3,
  bug: 70,
  interrupted: 130,
} as const;

const usage = exitCodes.usage;
const input = exitCodes.input;

const exitCodeByError = {
  "unknown-command": usage,
  "unknown-option": usage,
  "unexpected-value": usage,
  "repeated-option": usage,
  "missing-option": usage,
  "no-regions": usage,
  "missing-value": usage,
  "missing-argument": usage,
  "excess-arguments": usage,
  "unknown-value": usage,
  "bad-value": usage,
  "bad-time": usage,
  "response-before-opened": usage,
  "span-too-long": usage,
  "conflicting-options": usage,
  "reversed-range": usage,
  "missing-answers": usage,
  "no-target": usage,
  "unknown-zone": usage,
  "fixed-offset-zone": usage,
  "customer-zone": usage,
  "ambiguous-name": usage,
  "same-dataset": usage,
  "unknown-system-zone": usage,
  "unknown-dataset": usage,
  "unknown-holidays": usage,
  "bad-hours": input,
  "bad-date": input,
  "never-open": input,
  "beyond-horizon": input,
  "instant-out-of-range": input,
  "invalid-dataset": input,
  "invalid-json": input,
  "json-too-deep": input,
  "unreadable-file": input,
  "unwritable-file": input,
  "unusable-temporary-folder": input,
  "bad-holiday-line": input,
  "bad-ics": input,
  "invalid-answers": input,
  "empty-file": input,
  "missing-column": input,
  "duplicate-column": input,
  "too-many-groups": input,
  "too-many-tickets": input,
  "calendar-too-long": usage,
  "dbt-null-id": usage,
  "other-dbt-project": usage,
  "no-open-time": usage,
  "unknown-measure": usage,
  "ambiguous-preset": input,
  "ambiguous-dates": input,
  "mixed-date-order": input,
  "unsupported-input": input,
  "events-in-rows": input,
  "wrong-encoding": input,
  "bad-header-quotes": input,
  "unreadable-package": input,
  "bad-json-document": input,
  "row-too-long": input,
  "too-many-columns": input,
  "no-responses": input,
  "metric-of-events": usage,
  "metric-not-in-dataset": usage,
  "bad-config": input,
  interrupted: exitCodes.interrupted,
  bug: exitCodes.bug,
} as const satisfies Record<ErrorCode, number>;

/** The process exit code of an error. Throws RangeError for an unknown code. */
export function exitCodeOf(error: ErrorInfo): number {
  const code: unknown = error?.code;
  if (typeof code !== "string" || !Object.hasOwn(exitCodeByError, code))
    throw new RangeError("an error's code must be one of those listed");
  return exitCodeByError[code as ErrorCode];
}

/** The sentence of an error: only its code, unless the library's face gives the sentences. */
let sentenceOf: (error: ErrorInfo) => string = ({ code }) => code;

/** Makes each further failure's `message` a sentence. Only the library does: the program makes it where it is shown, in the reader's language. */
export function useSentences(make: (error: ErrorInfo) => string): void {
  sentenceOf = make;
}

/** The one error type that is meant for the user; anything else thrown is a bug. `error` is what went wrong as data: its code and fields. */
export class CliError extends Error {
  readonly error: ErrorInfo;
  constructor(error: ErrorInfo) {
    super(sentenceOf(error));
    this.error = error;
  }
  override get name(): string {
    return "Failure";
  }
  /** The same as `error`. */
  get fault(): ErrorInfo {
    return this.error;
  }
}

/** Throws `repeated-option` where an option of one value has another already. */
export function checkRepeated(option: string, before: string | undefined, value: string): void {
  if (before !== undefined && before !== value)
    throw new CliError({ code: "repeated-option", option, values: [before, value] });
}
