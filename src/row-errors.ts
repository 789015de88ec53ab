/**
 * What can be wrong with one row of a ticket file, and where the row is.
 */

/** Where in its file a row is. */
export interface RowPosition {
  /** Line on which it begins, from 1; of a workbook, the number of its row. */
  readonly line: number;
  /** The number from 1 of a ticket in a JSON document, or of an event where its objects are events: a document may be one line. */
  readonly ticket?: number | undefined;
  readonly event?: number | undefined;
}

/** The position of a row, to be kept. */
export function positionOf({ line, ticket, event }: RowPosition): RowPosition {
  if (ticket !== undefined) return { line, ticket };
  return event === undefined ? { line } : { line, event };
}

/** Why a written time cannot be read. */
export type TimeProblem =
  | "date-only"
  | "impossible"
  | "leap-second"
  | "out-of-range"
  | "too-long"
  | "unreadable"
  /** A weekday beside a date that is on another one. */
  | "wrong-weekday"
  /** Only in ticket files: a zone's abbreviation, and a year that no ticket has. */
  | "abbreviation"
  | "before-1970"
  /** The same where the years are those of another calendar already. */
  | "too-early";

/** What can be wrong with one row of a ticket file: a value that stays with the row, never thrown. `column` is what the file calls it. */
export type RowError =
  | { readonly code: "missing-cell"; readonly column: string }
  | {
      readonly code: "bad-time";
      readonly column: string;
      readonly value: string;
      readonly problem: TimeProblem;
      /** A column that may be ignored, found by its name alone. */
      readonly ignorable?: string;
    }
  | { readonly code: "ambiguous-date"; readonly column: string; readonly value: string }
  | { readonly code: "bad-duration" | "bad-pauses"; readonly column: string; readonly value: string }
  | {
      readonly code: "unknown-plan" | "unknown-priority" | "unknown-region" | "unknown-zone";
      readonly column: string;
      readonly value: string;
      /** The IANA name of a zone that Windows calls so. */
      readonly iana?: string;
      /** The other unknown words of the row. */
      readonly also?: readonly UnknownWordError[];
    }
  | { readonly code: "no-target"; readonly plan: string; readonly priority: string }
  /** `hasNone`: the dataset has no regions that the row could name. */
  | { readonly code: "missing-region"; readonly plan: string; readonly priority: string; readonly hasNone?: true }
  | { readonly code: "missing-zone"; readonly region: string }
  | { readonly code: "responded-before-opened"; readonly column: string; readonly value: string }
  | { readonly code: "cell-count"; readonly found: number; readonly expected: number }
  | { readonly code: "bad-quotes" }
  | { readonly code: "long-row"; readonly megabytes: number }
  | { readonly code: "bad-json" }
  /** The value where a list of events is looked for. */
  | { readonly code: "bad-events"; readonly column: string }
  | { readonly code: "repeated-key"; readonly key: string }
  | { readonly code: "key-conflict"; readonly keys: readonly string[] }
  | { readonly code: "never-open" }
  | { readonly code: "beyond-horizon" }
  | { readonly code: "instant-out-of-range" };

/** A word of a row that means nothing known. */
export type UnknownWordError = Extract<
  RowError,
  { readonly code: "unknown-plan" | "unknown-priority" | "unknown-region" | "unknown-zone" }
>;

/** An error with the position of its row. */
export interface RowErrorAt extends RowPosition {
  readonly error: RowError;
}
