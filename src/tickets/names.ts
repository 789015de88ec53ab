/**
 * The names of the forms a ticket file may take, as flags choose among them. Names only.
 */

/** What a file of text may be; gzip and workbooks are seen in their first bytes. */
export const inputFormats = ["csv", "tsv", "jsonl", "json"] as const;
export type InputFormat = (typeof inputFormats)[number] | "xlsx";

/** The forms in which rows come out as lines. */
export type RowFormat = "csv" | "tsv" | "jsonl";

/** The form in which the rows of a file come out on the standard output. */
export const rowFormats = {
  csv: "csv",
  tsv: "tsv",
  jsonl: "jsonl",
  json: "jsonl",
  xlsx: "csv",
} as const satisfies Record<InputFormat, RowFormat>;

/** The forms that tickets with their deadlines may take. */
export const batchFormats = [...inputFormats, "ics", "xlsx"] as const;
export type BatchFormat = (typeof batchFormats)[number];

/** Whether cells that a spreadsheet would run get an apostrophe. */
export const formulaRules = ["escape", "keep"] as const;
export type FormulaRule = (typeof formulaRules)[number];

/** What was left out of a file, kept though it is no text, or changed where rows are written. */
export type FormWarning =
  | { readonly code: "skipped-lines"; readonly before: number; readonly after: number }
  /** `line` is that of the first. */
  | { readonly code: "undecodable-text"; readonly rows: number; readonly line: number }
  | { readonly code: "escaped-cells"; readonly cells: number };

export const dateOrders = ["dmy", "mdy", "ymd"] as const;
export type DateOrder = (typeof dateOrders)[number];

/** What a ticket has. `response-minutes` is the first response as minutes after opening, for exports that count instead of date it. */
export const columns = ["id", "priority", "opened", "plan", "region", "responded", "zone", "response-minutes"] as const;

export type Column = (typeof columns)[number];

export const requiredColumns = ["id", "priority", "opened"] as const satisfies readonly Column[];

/** Columns that say when or how soon a ticket was first answered. */
export const responseColumns = ["responded", "response-minutes"] as const satisfies readonly Column[];
