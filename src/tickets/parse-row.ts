/**
 * The cells of a row to what they say of a ticket: its contract, when it was opened and when it was answered, or what is wrong.
 * Knows columns and presets; does not know how the row was written.
 */
import type { Zone } from "../core/zone.js";
import type { RowError } from "../errors.js";
import type { ColumnMap } from "./columns.js";
import { type DateOrderDetector, type DateReading, readDate } from "./dates.js";
import { presets } from "./presets.js";
import type { TargetResolver, TicketTargets } from "./targets.js";

/** A row on its way from the reader to a sink. One object serves all rows of a file, so nobody may keep it. */
export interface TicketRow {
  /** Line of the file on which the row begins, from 1. */
  line: number;
  /** What is wrong; then the rest may not be relied on. */
  error: RowError | undefined;
  targets: TicketTargets | undefined;
  opened: number;
  /** NaN where there is no response. */
  responded: number;
  /** The row as it stands in the file, `bytes[from, to)` without its line end. */
  bytes: Uint8Array;
  from: number;
  to: number;
  /** The row may be written as it stands: its cells are as many as the header's and none would be run by a spreadsheet. */
  isVerbatim: boolean;
  /** The cells as text; undefined for a row of JSON and where a sink does not want them. */
  cells: readonly string[] | undefined;
  /** The object of a row of JSON. */
  object: Readonly<Record<string, unknown>> | undefined;
}

export function blankRow(): TicketRow {
  return {
    line: 0,
    error: undefined,
    targets: undefined,
    opened: Number.NaN,
    responded: Number.NaN,
    bytes: new Uint8Array(0),
    from: 0,
    to: 0,
    isVerbatim: false,
    cells: undefined,
    object: undefined,
  };
}

/** Where the rows of a file go. */
export interface RowHandler {
  /** Called once, before any row. */
  begin(columnMap: ColumnMap, shape: FileFormat): void;
  ticket(ticket: TicketRow): void;
  /** The sink needs the cells of every row as text. Asked once it has begun. */
  readonly wantsCells: boolean;
}

/** How a file is written, which is how it is written back. */
export interface FileFormat {
  readonly kind: "delimited" | "jsonl";
  readonly separator: string;
  readonly lineEnd: string;
  readonly hasBom: boolean;
  /** The header, or the keys of the first object. */
  readonly names: readonly string[];
}

export class RowParser {
  /** Local times that a change of clocks made doubtful, and the line of the first. */
  gaps = 0;
  overlaps = 0;
  doubtfulLine: number | undefined;
  /** Some row had a response, readable or not. */
  hasResponses = false;
  private readonly columnMap: ColumnMap;
  private readonly resolver: TargetResolver;
  private readonly dates: DateReading;
  private readonly empty: readonly string[];

  constructor(columnMap: ColumnMap, resolver: TargetResolver, dates: DateReading) {
    this.columnMap = columnMap;
    this.resolver = resolver;
    this.dates = dates;
    this.empty = columnMap.preset === undefined ? [] : presets[columnMap.preset].empty;
  }

  /** Reads a row; `cell` gives the text at a column's position, empty where it is not there. */
  read(cell: (at: number) => string, ticket: TicketRow): void {
    const { at, names } = this.columnMap;
    const text = (position: number) => {
      if (position < 0) return "";
      const trimmed = cell(position).trim();
      return this.empty.includes(trimmed) ? "" : trimmed;
    };
    ticket.targets = undefined;
    ticket.opened = Number.NaN;
    ticket.responded = Number.NaN;
    ticket.error = undefined;

    const targets = this.resolver.resolve({
      plan: text(at.plan),
      priority: text(at.priority),
      region: text(at.region),
      zone: text(at.zone),
    });
    if ("code" in targets) {
      ticket.error = targets;
      return;
    }
    const openedText = text(at.opened);
    const opened =
      openedText === ""
        ? ({ code: "missing-cell", column: names.opened } as const)
        : this.time(names.opened, openedText, ticket.line);
    if (typeof opened !== "number") {
      ticket.error = opened;
      return;
    }
    const respondedText = text(at.responded);
    const minutesText = respondedText === "" ? text(at["response-minutes"]) : "";
    if (respondedText !== "" || minutesText !== "") this.hasResponses = true;
    let responded: number | RowError = Number.NaN;
    if (respondedText !== "") responded = this.time(names.responded, respondedText, ticket.line);
    else if (minutesText !== "") responded = afterMinutes(opened, names["response-minutes"], minutesText);
    if (typeof responded !== "number") {
      ticket.error = responded;
      return;
    }
    if (responded < opened) {
      ticket.error = { code: "responded-before-opened", column: names.responded, value: respondedText || minutesText };
      return;
    }
    ticket.targets = targets;
    ticket.opened = opened;
    ticket.responded = responded;
  }

  private time(column: string, value: string, line: number): number | RowError {
    const read = readDate(value, this.dates);
    if (!read.ok)
      return read.problem === "ambiguous"
        ? { code: "ambiguous-date", column, value }
        : { code: "bad-time", column, value, problem: read.problem };
    if (read.local === "gap") this.gaps++;
    else if (read.local === "overlap") this.overlaps++;
    if (read.local === "gap" || read.local === "overlap") this.doubtfulLine ??= line;
    return read.instant;
  }
}

/** The first response so many minutes after opening; thousands may be parted by commas. */
function afterMinutes(opened: number, column: string, value: string): number | RowError {
  const text = value.replace(/(\d),(?=\d{3}\b)/g, "$1");
  if (!/^\d{1,9}(?:\.\d+)?$/.test(text)) return { code: "bad-duration", column, value };
  return opened + Math.round(Number(text) * 60_000);
}

/** Looks at the dates of a file instead of reading its tickets. */
export function detectDateOrder(
  columnMap: ColumnMap,
  cell: (at: number) => string,
  detectors: Readonly<Record<"opened" | "responded", DateOrderDetector>>,
): void {
  for (const column of ["opened", "responded"] as const) {
    if (columnMap.at[column] >= 0) detectors[column].see(cell(columnMap.at[column]));
  }
}

/** The offset of a zone for wall times that no change of clocks is near; NaN where one is, so that the time is read with care. */
export function plainOffsetOf(zone: Zone): (wallMs: number) => number {
  const near = 2 * 86_400_000;
  return (wallMs) => {
    const before = zone.offsetAt(wallMs - near);
    return before === zone.offsetAt(wallMs + near) && before === zone.offsetAt(wallMs - before) ? before : Number.NaN;
  };
}
