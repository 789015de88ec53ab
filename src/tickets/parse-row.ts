/**
 * Reads the cells of a row as a ticket: its targets, when it was opened and when it was answered, or what is wrong.
 */
import type { Calendar } from "../core/calendar.js";
import { dayMs } from "../core/date.js";
import { formatUtc } from "../core/format-time.js";
import type { Pause } from "../core/pause.js";
import { CliError, type RowError } from "../errors.js";
import { CellTimes } from "./cell-time.js";
import type { ColumnMap } from "./columns.js";
import { isMet, type RowCondition } from "./conditions.js";
import { type DateReading, type ReadDate, readDate } from "./dates.js";
import { readDuration, splitPauses } from "./durations.js";
import type { TicketEvents } from "./event-meanings.js";
import type { Column, DateOnlyRule, LengthUnit, ResponseClock, TimeColumn } from "./names.js";
import type { PlainRows, PlainWriter } from "./plain-rows.js";
import { openPlainRows, type PlainTickets } from "./plain-tickets.js";
import { looksClosed, type ReadingTotals } from "./reading.js";
import { type CellSpans, type FileFormat, isEmpty, quotesOf, type Row } from "./row.js";
import { SpellingTable } from "./spelling-table.js";
import { rowErrorOf, type TargetResolver, type TicketTargets } from "./targets.js";
import type { TicketRow } from "./ticket.js";

/** Where the tickets of a file go. */
export interface RowHandler {
  /** Called once, before any row. */
  begin(columnMap: ColumnMap, format: FileFormat): void;
  ticket(ticket: TicketRow): void;
  /** Handles plain rows; called after {@link begin}. Undefined where every row must arrive by itself. */
  plainWriter?(): PlainWriter | undefined;
}

/** What the rows of a file are read with. */
export interface RowReading {
  readonly columnMap: ColumnMap;
  readonly resolver: TargetResolver;
  readonly datesOf: (column: TimeColumn) => DateReading;
  /** Marks of cells without a value: in all columns, and in those of times besides, in lower case. */
  readonly empty: ReadonlySet<string>;
  readonly emptyTimes: ReadonlySet<string>;
  readonly dateOnly: DateOnlyRule | undefined;
  readonly response: { readonly unit: LengthUnit | undefined; readonly clock: ResponseClock | undefined };
  readonly pauseUnit: LengthUnit | undefined;
  readonly closedWhen: readonly RowCondition[];
  readonly where: readonly RowCondition[];
  /** Whether a ticket that was opened then is chosen by its time; undefined where all are. */
  readonly isChosen: ((opened: number, targets: TicketTargets | undefined) => boolean) | undefined;
  readonly now: number;
  readonly totals: ReadingTotals;
}

/** A column of times: where it is, and what takes its place where a cell is empty. */
interface TimeCells {
  readonly column: TimeColumn;
  /** -1 where the file does not have it. */
  readonly position: number;
  readonly others: readonly number[];
  readonly times: CellTimes;
}

export class RowParser {
  /** Some row had a response, readable or not. */
  hasResponses = false;
  private readonly reading: RowReading;
  private readonly columnMap: ColumnMap;
  private readonly totals: ReadingTotals;
  private readonly hasPauses: boolean;
  /** What is read from the events of the row. */
  private events: TicketEvents | undefined;
  private ticket: TicketRow | undefined;
  private plain: PlainTickets | undefined;
  private readonly times: Readonly<Record<TimeColumn, TimeCells>>;
  private readonly words: SpellingTable<TicketTargets | RowError>;

  constructor(reading: RowReading) {
    const { at, others } = reading.columnMap;
    this.reading = reading;
    this.columnMap = reading.columnMap;
    this.totals = reading.totals;
    this.hasPauses = at.pauses >= 0 || at["pause-time"] >= 0;
    const times = (column: TimeColumn): TimeCells => ({
      column,
      position: at[column],
      others: others[column] ?? [],
      times: new CellTimes(reading.datesOf(column)),
    });
    this.times = {
      opened: times("opened"),
      responded: times("responded"),
      closed: times("closed"),
      resolved: times("resolved"),
      pauses: times("pauses"),
      at: times("at"),
    };
    this.words = new SpellingTable(
      (["plan", "priority", "region", "zone"] as const)
        .flatMap((column) => [at[column], ...(others[column] ?? [])])
        .filter((position) => position >= 0),
    );
  }

  /** Reads a row, which may be made of events; the ticket is the same object for all rows. */
  read(row: Row, events?: TicketEvents): TicketRow {
    this.ticket ??= {
      row,
      error: undefined,
      targets: undefined,
      opened: Number.NaN,
      responded: Number.NaN,
      isClosed: false,
    };
    const { ticket, totals } = this;
    ticket.row = row;
    ticket.targets = undefined;
    ticket.opened = Number.NaN;
    ticket.responded = Number.NaN;
    ticket.isClosed = false;
    this.events = events;
    ticket.error = row.error ?? this.readValues(row, ticket);
    if (ticket.error) totals.error(ticket.error, row);
    return ticket;
  }

  /** Gives plain rows a path past {@link read}; undefined where they cannot have one. */
  openPlainRows(writer: PlainWriter): PlainRows | undefined {
    const { reading, times, words } = this;
    const columns = { words: words.columns, opened: times.opened, responded: times[this.answer] };
    this.plain = openPlainRows(writer, reading, columns, () => {
      this.hasResponses = true;
    });
    return this.plain?.rows;
  }

  /** The column of times in which a ticket reaches the metric. */
  private get answer(): "responded" | "resolved" {
    return this.columnMap.ends[0] === "resolved" ? "resolved" : "responded";
  }

  /** When an event was; undefined where its row does not have the time. */
  eventTime(row: Row): number | RowError | undefined {
    return this.time(row, this.times.at, this.openingTargets(row));
  }

  /** The opening of an event's ticket; undefined where the row does not have it. */
  openedTime(row: Row): number | RowError | undefined {
    const { at } = this.columnMap;
    return at.opened === at.at ? undefined : this.time(row, this.times.opened, this.openingTargets(row));
  }

  idOf(row: Row): string {
    return this.text(row, "id");
  }

  /** The targets of a row where they decide what a date without a time means. */
  private openingTargets(row: Row): TicketTargets | undefined {
    const targets = this.reading.dateOnly === "opening" ? this.targetsOf(row) : undefined;
    return targets && "kind" in targets ? targets : undefined;
  }

  /** Reads the words and times of a row into the ticket, or gives what is wrong with them. */
  private readValues(row: Row, ticket: TicketRow): RowError | undefined {
    const { totals } = this;
    const { where, isChosen } = this.reading;
    const targets = this.targetsOf(row);
    const known = "code" in targets ? undefined : targets;
    if (where.length > 0 && !where.every((condition) => isMet(condition, row, known))) {
      totals.leftOut++;
      return undefined;
    }
    if ("code" in targets && !isChosen) return targets;
    const opened = this.openingOf(row, known);
    if (typeof opened !== "number") return opened;
    if (isChosen && !isChosen(opened, known)) {
      totals.leftOut++;
      return undefined;
    }
    if ("code" in targets) return targets;
    const responded = this.responseOf(row, opened, targets, ticket);
    if (typeof responded !== "number") return responded;
    const paused = this.hasPauses || this.events ? this.pausedTargets(row, targets) : targets;
    if ("code" in paused) return paused;
    ticket.targets = paused;
    ticket.opened = opened;
    ticket.responded = responded;
    totals.ids.see(row, this.columnMap.at.id);
    totals.ticket(targets, opened);
    if (this.plain && row.spans && this.plain.isNew(row.spans, targets))
      this.plain.learn(row, row.spans, targets, this.text(row, "status"));
    return undefined;
  }

  private openingOf(row: Row, targets: TicketTargets | undefined): number | RowError {
    if (this.events) return this.events.error ?? this.events.opened;
    return this.time(row, this.times.opened, targets) ?? { code: "missing-cell", column: this.columnMap.names.opened };
  }

  /** When the ticket was first answered, or reached the other metric; NaN where it did not. */
  private responseOf(row: Row, opened: number, targets: TicketTargets, ticket: TicketRow): number | RowError {
    if (this.answer === "resolved") return this.resolutionOf(row, opened, targets, ticket);
    let column: Column = "responded";
    const answer = this.events?.responded ?? Number.NaN;
    if (!Number.isNaN(answer)) {
      this.hasResponses = true;
      return answer < opened ? this.eventTooEarly(answer) : answer;
    }
    let responded = this.time(row, this.times.responded, targets);
    if (responded === undefined && this.columnMap.at["response-time"] >= 0) {
      column = "response-time";
      responded = this.afterResponseTime(row, opened, targets);
    }
    if (responded === undefined) return this.closingOf(row, opened, targets, ticket);
    this.hasResponses = true;
    if (typeof responded !== "number" || responded >= opened) return responded;
    return this.tooEarly(row, column);
  }

  /** When the ticket reached the metric; without that time, one that was closed is neither open nor in time. */
  private resolutionOf(row: Row, opened: number, targets: TicketTargets, ticket: TicketRow): number | RowError {
    const resolved = this.time(row, this.times.resolved, targets);
    if (resolved !== undefined) {
      this.hasResponses = true;
      return typeof resolved !== "number" || resolved >= opened ? resolved : this.tooEarly(row, "resolved");
    }
    this.totals.unanswered++;
    const isClosedByTime = this.time(row, this.times.closed, targets) !== undefined || this.events?.closed;
    ticket.isClosed = Boolean(isClosedByTime) || this.isClosedByWord(row, targets);
    if (ticket.isClosed) this.totals.closedByWord++;
    return Number.NaN;
  }

  private isClosedByWord(row: Row, targets: TicketTargets): boolean {
    const { closedWhen } = this.reading;
    return closedWhen.length > 0 && closedWhen.every((condition) => isMet(condition, row, targets));
  }

  private tooEarly(row: Row, column: Column): RowError {
    return { code: "responded-before-opened", column: this.columnMap.names[column], value: this.text(row, column) };
  }

  private eventTooEarly(time: number): RowError {
    return { code: "responded-before-opened", column: this.columnMap.names.at, value: formatUtc(time) };
  }

  /** The end of a length of time from opening on; business time is counted in the region's hours. */
  private afterResponseTime(row: Row, opened: number, targets: TicketTargets): number | RowError | undefined {
    const { unit, clock } = this.reading.response;
    const ms = this.length(row, "response-time", unit);
    if (typeof ms !== "number") return ms;
    if (clock === undefined) throw this.unknownMeasure(row, "response-time", "--response-clock");
    if (clock === "calendar") return opened + ms;
    const { calendar, priority, perPlan, region } = targets;
    if (!calendar && region !== undefined) return { code: "missing-zone", region };
    if (!calendar) {
      const plan = perPlan[0] && "plan" in perPlan[0] ? perPlan[0].plan : "";
      return this.reading.resolver.missingRegion(plan, priority);
    }
    try {
      return calendar.hours.deadline(opened, ms);
    } catch (error) {
      return rowErrorOf(error);
    }
  }

  /** The closing time of a ticket without a response, which counts as one; NaN where it has none, or where it is still open. */
  private closingOf(row: Row, opened: number, targets: TicketTargets, ticket: TicketRow): number | RowError {
    const { totals } = this;
    const { closedWhen } = this.reading;
    totals.unanswered++;
    const closed = this.time(row, this.times.closed, targets);
    if (typeof closed === "number") {
      if (closed < opened) return this.tooEarly(row, "closed");
      totals.closedByTime++;
      return closed;
    }
    if (closed !== undefined) return closed;
    const closing = this.events?.closed ?? Number.NaN;
    if (!Number.isNaN(closing)) {
      if (closing < opened) return this.eventTooEarly(closing);
      totals.closedByTime++;
      return closing;
    }
    if (closedWhen.length > 0) {
      ticket.isClosed = this.isClosedByWord(row, targets);
      if (ticket.isClosed) totals.closedByWord++;
    } else if (this.columnMap.at.status >= 0) {
      const state = this.text(row, "status");
      if (looksClosed(state)) totals.closedBy(state);
    }
    return Number.NaN;
  }

  /** The targets of a ticket with the pauses of its own cells. */
  private pausedTargets(row: Row, targets: TicketTargets): TicketTargets | RowError {
    const pauses = this.pausesOf(row);
    if ("code" in pauses) return pauses;
    const extra =
      this.columnMap.at["pause-time"] < 0 ? undefined : this.length(row, "pause-time", this.reading.pauseUnit);
    if (typeof extra === "object") return extra;
    return this.reading.resolver.withPauses(targets, pauses, extra ?? 0);
  }

  private pausesOf(row: Row): readonly Pause[] | RowError {
    const value = this.text(row, "pauses");
    if (value === "") return this.events?.pauses ?? [];
    const { now, datesOf } = this.reading;
    const bad: RowError = { code: "bad-pauses", column: this.columnMap.names.pauses, value };
    const parts = splitPauses(value, (text) => readDate(text, datesOf("pauses")));
    const pauses = parts?.map(([first, last]): Pause => {
      const from = this.instantOf(first, row, "pauses");
      // A pause without an end lasts until now.
      return { from, to: last ? this.instantOf(last, row, "pauses") : Math.max(from, now) };
    });
    return pauses?.every(({ from, to }) => to >= from) ? pauses : bad;
  }

  /** The milliseconds of a length of time in a column; undefined where the cell is empty. */
  private length(
    row: Row,
    column: "response-time" | "pause-time",
    unit: LengthUnit | undefined,
  ): number | RowError | undefined {
    const value = this.text(row, column);
    if (value === "" || this.reading.emptyTimes.has(value.toLowerCase())) return undefined;
    const read = readDuration(value, unit);
    if (read.ok) return read.ms;
    if (read.problem === "no-unit") throw this.unknownMeasure(row, column, "--response-unit");
    return { code: "bad-duration", column: this.columnMap.names[column], value };
  }

  private unknownMeasure(
    row: Row,
    column: "response-time" | "pause-time",
    option: "--response-unit" | "--response-clock",
  ): CliError {
    const value = this.text(row, column);
    return new CliError({ code: "unknown-measure", column: this.columnMap.names[column], value, option });
  }

  private targetsOf(row: Row): TicketTargets | RowError {
    const { words } = this;
    const { spans } = row;
    const ready = spans && words.find(spans.bytes, spans.starts, spans.ends);
    if (ready) return ready;
    const targets = this.reading.resolver.resolve({
      plan: this.text(row, "plan"),
      priority: this.text(row, "priority"),
      region: this.text(row, "region"),
      zone: this.text(row, "zone"),
    });
    if (spans) words.add(spans.bytes, spans.starts, spans.ends, targets);
    return targets;
  }

  /** The first cell of a column's that is not empty. */
  private text(row: Row, column: Column): string {
    const { at, others } = this.columnMap;
    const first = this.textAt(row, at[column]);
    const more = others[column];
    if (first !== "" || !more) return first;
    for (const position of more) {
      const text = this.textAt(row, position);
      if (text !== "") return text;
    }
    return "";
  }

  private textAt(row: Row, position: number): string {
    if (position < 0 || (row.spans && isEmpty(row.spans, position))) return "";
    const trimmed = row.text(position).trim();
    return this.reading.empty.has(trimmed.toLowerCase()) ? "" : trimmed;
  }

  /** The time in a column, undefined where its cells are empty. */
  private time(
    row: Row,
    { column, position, others, times }: TimeCells,
    targets: TicketTargets | undefined,
  ): number | RowError | undefined {
    if (position < 0) return undefined;
    const { spans } = row;
    if (spans) {
      if (others.length === 0 && isEmpty(spans, position)) return undefined;
      const instant = this.timeInBytes(spans, position, times);
      if (!Number.isNaN(instant)) return instant;
    }
    const first = this.timeAt(row, column, position, targets);
    if (first !== undefined) return first;
    for (const position of others) {
      const time = this.timeAt(row, column, position, targets);
      if (time !== undefined) return time;
    }
    return undefined;
  }

  private timeAt(
    row: Row,
    column: TimeColumn,
    position: number,
    targets: TicketTargets | undefined,
  ): number | RowError | undefined {
    const value = this.textAt(row, position);
    if (value === "" || this.reading.emptyTimes.has(value.toLowerCase())) return undefined;
    return this.timeOfText(column, value, row, targets);
  }

  private timeInBytes(spans: CellSpans, position: number, times: CellTimes): number {
    const quotes = quotesOf(spans, position);
    const { bytes, starts, ends } = spans;
    return times.read(bytes, (starts[position] as number) + quotes, (ends[position] as number) - quotes);
  }

  private timeOfText(role: TimeColumn, value: string, row: Row, targets: TicketTargets | undefined): number | RowError {
    const read = readDate(value, this.reading.datesOf(role));
    const column = this.columnMap.names[role];
    if (!read.ok) {
      if (read.problem === "ambiguous") return { code: "ambiguous-date", column, value };
      if (read.problem === "date-only" && "day" in read && this.reading.dateOnly !== undefined)
        return this.timeOnDay(read.day, role, this.reading.dateOnly, targets?.calendar);
      const isFoundByName =
        role !== "opened" && role !== "at" && !this.columnMap.mapped.has(role) && column.toLowerCase() === role;
      const ignorable = read.problem === "unreadable" && isFoundByName ? { ignorable: role } : {};
      return { code: "bad-time", column, value, problem: read.problem, ...ignorable };
    }
    return this.instantOf(read, row, role);
  }

  private instantOf({ local, instant }: Extract<ReadDate, { ok: true }>, row: Row, role: TimeColumn): number {
    if (local === "gap" || local === "overlap") this.totals.doubtful(local, row, role);
    return instant;
  }

  /** The time that a date alone means: the start or end of that day, or the first opening of its region from then on. */
  private timeOnDay(
    day: number,
    role: TimeColumn,
    rule: DateOnlyRule,
    calendar: Calendar | undefined,
  ): number | RowError {
    this.totals.wholeDays++;
    try {
      if (rule === "opening" && calendar) return calendar.hours.nextOpen(calendar.zone.firstAtOrAfter(day * dayMs));
      const zone = this.reading.datesOf(role).zone();
      return zone.firstAtOrAfter((rule === "end" ? day + 1 : day) * dayMs);
    } catch (error) {
      return rowErrorOf(error);
    }
  }
}
