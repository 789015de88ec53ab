/**
 * The cells of a row to what they say of a ticket: its contract, when it was opened and when it was answered, or what is wrong.
 * Knows columns and presets; does not know how the row was written.
 */
import type { RowError } from "../errors.js";
import { CellTimes } from "./cell-time.js";
import type { ColumnMap } from "./columns.js";
import { type DateReading, readDate } from "./dates.js";
import { presets } from "./presets.js";
import type { CellSpans, FileFormat, Row } from "./row.js";
import { SpellingTable } from "./spelling-table.js";
import type { TargetResolver, TicketTargets } from "./targets.js";

/** A row with what it says. One object serves all rows of a file, so nobody may keep it. */
export interface TicketRow {
  row: Row;
  /** Line of the file on which the row begins, from 1. */
  line: number;
  /** What is wrong; then the rest may not be relied on. */
  error: RowError | undefined;
  targets: TicketTargets | undefined;
  opened: number;
  /** NaN where there is no response. */
  responded: number;
}

/** Where the tickets of a file go. */
export interface RowHandler {
  /** Called once, before any row. */
  begin(columnMap: ColumnMap, format: FileFormat): void;
  ticket(ticket: TicketRow): void;
}

const quote = 34;

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
  private ticket: TicketRow | undefined;
  private readonly times: CellTimes;
  private readonly words: SpellingTable<TicketTargets | RowError>;

  constructor(columnMap: ColumnMap, resolver: TargetResolver, dates: DateReading) {
    const { at, preset } = columnMap;
    this.columnMap = columnMap;
    this.resolver = resolver;
    this.dates = dates;
    this.empty = preset === undefined ? [] : presets[preset].empty;
    this.times = new CellTimes(dates);
    this.words = new SpellingTable([at.plan, at.priority, at.region, at.zone].filter((column) => column >= 0));
  }

  /** Reads a row; the ticket is the same object for all rows. */
  read(row: Row): TicketRow {
    this.ticket ??= {
      row,
      line: 0,
      error: undefined,
      targets: undefined,
      opened: Number.NaN,
      responded: Number.NaN,
    };
    const { ticket } = this;
    ticket.row = row;
    ticket.line = row.line;
    ticket.targets = undefined;
    ticket.opened = Number.NaN;
    ticket.responded = Number.NaN;
    ticket.error = row.error ?? this.readValues(row, ticket);
    return ticket;
  }

  /** Reads the words and times of a row into the ticket, or gives what is wrong with them. */
  private readValues(row: Row, ticket: TicketRow): RowError | undefined {
    const { at, names } = this.columnMap;
    const targets = this.targetsOf(row);
    if ("code" in targets) return targets;
    const opened = this.time(row, at.opened, names.opened) ?? { code: "missing-cell", column: names.opened };
    if (typeof opened !== "number") return opened;
    const responded = this.responseOf(row, opened);
    if (typeof responded !== "number") return responded;
    ticket.targets = targets;
    ticket.opened = opened;
    ticket.responded = responded;
    return undefined;
  }

  /** When the ticket was first answered, NaN where it was not. */
  private responseOf(row: Row, opened: number): number | RowError {
    const { at, names } = this.columnMap;
    let responded = this.time(row, at.responded, names.responded);
    if (responded === undefined) {
      const minutes = this.text(row, at["response-minutes"]);
      if (minutes === "") return Number.NaN;
      responded = afterMinutes(opened, names["response-minutes"], minutes);
    }
    this.hasResponses = true;
    if (typeof responded !== "number" || responded >= opened) return responded;
    const value = this.text(row, at.responded) || this.text(row, at["response-minutes"]);
    return { code: "responded-before-opened", column: names.responded, value };
  }

  private targetsOf(row: Row): TicketTargets | RowError {
    const { words } = this;
    const { spans } = row;
    const ready = spans && words.find(spans.bytes, spans.starts, spans.ends);
    if (ready) return ready;
    const { at } = this.columnMap;
    const targets = this.resolver.resolve({
      plan: this.text(row, at.plan),
      priority: this.text(row, at.priority),
      region: this.text(row, at.region),
      zone: this.text(row, at.zone),
    });
    if (spans) words.add(spans.bytes, spans.starts, spans.ends, targets);
    return targets;
  }

  private text(row: Row, column: number): string {
    if (column < 0) return "";
    const trimmed = row.text(column).trim();
    return this.empty.includes(trimmed) ? "" : trimmed;
  }

  /** The time in a column, undefined where the cell is empty. */
  private time(row: Row, column: number, name: string): number | RowError | undefined {
    if (column < 0) return undefined;
    const { spans } = row;
    if (spans) {
      const instant = this.timeInBytes(spans, column);
      if (!Number.isNaN(instant)) return instant;
    }
    const value = this.text(row, column);
    return value === "" ? undefined : this.timeOfText(name, value, row.line);
  }

  private timeInBytes({ bytes, starts, ends }: CellSpans, column: number): number {
    const from = starts[column] as number;
    const to = ends[column] as number;
    return bytes[from] === quote ? this.times.read(bytes, from + 1, to - 1) : this.times.read(bytes, from, to);
  }

  private timeOfText(column: string, value: string, line: number): number | RowError {
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
