/**
 * The names of the forms a ticket file may take, as flags choose among them. Names only.
 */
import type { RowPosition } from "../errors.js";

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
  /** The position is that of the first. */
  | ({ readonly code: "undecodable-text"; readonly rows: number } & RowPosition)
  | { readonly code: "escaped-cells"; readonly cells: number };

export const dateOrders = ["dmy", "mdy", "ymd"] as const;
export type DateOrder = (typeof dateOrders)[number];

/** Which time a date without one means. */
export const dateOnlyRules = ["start", "end", "opening"] as const;
export type DateOnlyRule = (typeof dateOnlyRules)[number];

/** Calendars with years of their own, besides the common one. */
export const eras = ["roc"] as const;
export type Era = (typeof eras)[number];

/** The unit of a length of time that is a bare number. */
export const lengthUnits = ["seconds", "minutes", "hours", "days"] as const;
export type LengthUnit = (typeof lengthUnits)[number];

/** The clock on which an export measured its response times. */
export const responseClocks = ["calendar", "business"] as const;
export type ResponseClock = (typeof responseClocks)[number];

/** What a whole column of bare numbers means: seconds or milliseconds since 1970, or days of a spreadsheet, which count from 1900 or 1904. */
export const numberForms = ["seconds", "milliseconds", "serial", "serial-1904"] as const;
export type NumberForm = (typeof numberForms)[number];

/** What a ticket has. */
export const columns = [
  "id",
  "priority",
  "opened",
  "plan",
  "region",
  "responded",
  "zone",
  "response-time",
  "closed",
  "resolved",
  "status",
  "pauses",
  "pause-time",
  "at",
] as const;

export type Column = (typeof columns)[number];

export const requiredColumns = ["id", "priority", "opened"] as const satisfies readonly Column[];

/** Columns that hold when or how soon a ticket was first answered. */
export const responseColumns = ["responded", "response-time"] as const satisfies readonly Column[];

/** Columns that hold when a metric other than the first response was reached. */
export const resolvedColumns = ["resolved"] as const satisfies readonly Column[];

/** Columns whose cells are times. */
export const timeColumns = [
  "opened",
  "responded",
  "closed",
  "resolved",
  "pauses",
  "at",
] as const satisfies readonly Column[];
export type TimeColumn = (typeof timeColumns)[number];

/** Columns whose cells are words of the dataset. */
export const wordColumns = ["plan", "priority", "region", "zone"] as const satisfies readonly Column[];
export type WordColumn = (typeof wordColumns)[number];

/** The old name of a response time in minutes of the calendar. */
export const minutesColumn = "response-minutes";

/** Why times of a column are read in a zone. */
export type ZoneReason = "source-tz" | "format" | "preset" | "tz" | "detected" | "settings" | "system";

/** What a flag that fills empty cells did: how many it filled, and how many rows had a value of their own. */
export interface Fill {
  readonly column: WordColumn;
  readonly filled: number;
  readonly own: number;
}

/** A word of a file that means nothing that is known, in how many rows it is, and where the first is. */
export interface UnknownWord extends RowPosition {
  readonly role: WordColumn;
  readonly column: string;
  readonly word: string;
  readonly rows: number;
  /** The IANA name of a zone that Windows calls so. */
  readonly iana?: string | undefined;
}

/** How the times of a column were read. */
export interface TimesReading {
  readonly role: TimeColumn;
  readonly column: string;
  /** The zones of times without an offset and why; none where every time has an offset. */
  readonly zones: readonly { readonly zone: string; readonly why: ZoneReason }[];
  readonly numbers?: NumberForm | undefined;
}

/** How a file of tickets was read. */
export interface Reading {
  readonly path: string;
  readonly format: InputFormat;
  readonly separator: string | undefined;
  /** `header` is what showed it, where no flag named it. */
  readonly preset: { readonly name: string; readonly header: string | undefined } | undefined;
  readonly columns: readonly {
    readonly role: Column;
    /** The headers, in the order in which the first cell that is not empty is used. */
    readonly headers: readonly string[];
    readonly from: "map" | "preset" | "name" | "guess";
  }[];
  readonly priorities: readonly { readonly word: string; readonly priority: string; readonly rows: number }[];
  readonly unknownWords: readonly UnknownWord[];
  /** Rows with an unknown word. */
  readonly unknownRows: number;
  readonly times: readonly TimesReading[];
  readonly dateOrder: DateOrder | undefined;
  /** Instants of the first and last opening. */
  readonly opened: { readonly first: number; readonly last: number } | undefined;
  readonly leftOut: number;
  /** What a log of events held; undefined where rows are tickets. */
  readonly events: { readonly rows: number; readonly tickets: number; readonly withoutTicket: number } | undefined;
  readonly repeatedIds: { readonly rows: number; readonly isAtLeast: boolean };
  readonly unanswered: number;
  readonly closed: { readonly byTime: number; readonly byWord: number };
  /** Unanswered tickets whose state looks closed, and that state. */
  readonly likelyClosed: { readonly rows: number; readonly header: string; readonly state: string } | undefined;
  readonly fills: readonly Fill[];
}

/** The systems whose exports are known. */
export const presetNames = [
  "zendesk",
  "jira",
  "servicenow",
  "salesforce",
  "adobe",
  "freshdesk",
  "glpi",
  "hubspot",
  "intercom",
  "dynamics",
  "redmine",
  "github",
  "pagerduty",
] as const;
export type PresetName = (typeof presetNames)[number];

/** How a ticket file is read: the options that the commands and the library have in the same form. */
export interface ReadingChoices {
  readonly preset?: PresetName;
  readonly dateOrder?: DateOrder;
  readonly dateOnly?: DateOnlyRule;
  readonly era?: Era;
  readonly responseUnit?: LengthUnit;
  readonly responseClock?: ResponseClock;
  /** Conditions such as `Status=Closed`. */
  readonly closedWhen?: readonly string[];
  readonly where?: readonly string[];
  /** Rows are events of tickets. */
  readonly events?: boolean;
  /** The list of events inside a ticket of JSON. */
  readonly eventsIn?: string;
  readonly respondedWhen?: readonly string[];
  readonly pauseWhen?: readonly string[];
  /** The events that await the next response, for the metric `next-response`. */
  readonly customerWhen?: readonly string[];
  /** Marks of empty cells. */
  readonly empty?: readonly string[];
  /** Only tickets opened from then on, and before; local times are those of the ticket's region. */
  readonly from?: string;
  readonly to?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  /** False for a file without a header. */
  readonly header?: boolean;
  /** The sheet of a workbook, by name or number. */
  readonly sheet?: string;
}
