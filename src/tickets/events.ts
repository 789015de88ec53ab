/**
 * Logs of events to tickets: rows of one id, in any order, become one row, with what the events say of its opening, response and pauses.
 * A ticket keeps the cells of its earliest event and a few of later ones; an event, its time and what it means.
 */
import { positionOf, type RowError, type RowErrorAt } from "../errors.js";
import { ByteWriter } from "./byte-writer.js";
import type { ColumnMap } from "./columns.js";
import { cellsOfForm, type EventCells, type MadeRow } from "./event-cells.js";
import type { EventLayout, Part } from "./event-layout.js";
import {
  type EventCounts,
  type EventMeanings,
  type EventReader,
  summaryOf,
  type TicketEvents,
  type TimedEvent,
} from "./event-meanings.js";
import { type ByteSpan, IdNumbers, Numbers, noPlace, Records } from "./event-store.js";
import type { Row } from "./row.js";

export interface EventChoice {
  readonly columnMap: ColumnMap;
  readonly layout: EventLayout;
  readonly meanings: EventMeanings;
  readonly now: number;
  readonly reader: EventReader;
}

/** Cells that a ticket has of one of its events. */
class TicketCells {
  private readonly times = new Numbers(Float64Array);
  private readonly places = new Numbers(Int32Array);

  constructor(
    private readonly part: Part,
    readonly positions: readonly number[],
    private readonly cells: EventCells,
    private readonly records: Records,
  ) {}

  addTicket(): void {
    this.times.push(this.part === "first" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY);
    this.places.push(noPlace);
  }

  /** Keeps the cells of an event where it is the one, of one time the first or the last in the file; `time` is NaN where it is not known. */
  see(ticket: number, time: number, row: Row, out: ByteWriter): boolean {
    const { part, positions, times } = this;
    const place = this.places.at(ticket);
    const isBetter = part === "first" ? time < times.at(ticket) : time >= times.at(ticket);
    if (!isBetter && place !== noPlace) return false;
    if (part === "last-filled" && positions.every((position) => row.text(position).trim() === "")) return false;
    out.size = 0;
    this.cells.write(row, positions, out);
    this.places.set(ticket, this.records.put(place, out.bytes, out.size));
    if (isBetter) times.set(ticket, time);
    return true;
  }

  of(ticket: number): ByteSpan {
    const place = this.places.at(ticket);
    return place === noPlace ? this.cells.blank(this.positions.length) : this.records.get(place);
  }

  timeOf(ticket: number): number {
    return this.times.at(ticket);
  }
}

/** An event that belongs to no ticket: it comes out by itself, before the ticket of that number. */
interface LoneEvent extends RowErrorAt {
  readonly before: number;
  readonly place: number;
  readonly isBroken: boolean;
}

export class EventLog {
  readonly counts: EventCounts = { rows: 0, tickets: 0, withoutTicket: 0 };
  private readonly choice: EventChoice;
  private readonly cells: EventCells;
  private readonly records = new Records();
  private readonly out = new ByteWriter();
  private readonly ids = new IdNumbers();
  private readonly idBytes = new ByteWriter();
  private readonly parts: readonly TicketCells[];
  private readonly first: TicketCells;
  private readonly alone: LoneEvent[] = [];
  private readonly errors = new Map<number, RowErrorAt>();
  /** By ticket: the earliest cell of `opened`, the line and number of the earliest event, the last event read. */
  private readonly opened = new Numbers(Float64Array);
  private readonly lines = new Numbers(Int32Array);
  private readonly numbers = new Numbers(Int32Array);
  private readonly chains = new Numbers(Int32Array);
  /** By event: its time, what it means, and the event of its ticket that was read before. */
  private readonly times = new Numbers(Float64Array);
  private readonly meanings = new Numbers(Uint8Array);
  private readonly before = new Numbers(Int32Array);

  constructor(choice: EventChoice) {
    const { layout } = choice;
    this.choice = choice;
    this.cells = cellsOfForm(layout);
    this.parts = layout.parts.map(([part, positions]) => new TicketCells(part, positions, this.cells, this.records));
    this.first = this.parts[0] as TicketCells;
  }

  /** Adds an event to its ticket. */
  see(row: Row): void {
    const { counts } = this;
    counts.rows++;
    const id = row.error ? "" : this.choice.reader.idOf(row);
    if (id !== "") this.addRow(this.ticketOf(id), row);
    else if (row.error) this.keepAlone(row, row.error, true);
    else {
      counts.withoutTicket++;
      this.keepAlone(row, { code: "missing-cell", column: this.choice.columnMap.names.id }, false);
    }
  }

  /** The rows of the tickets, in the order in which they first come in the file; one object serves all. */
  *rows(): Generator<readonly [Row, TicketEvents | undefined]> {
    const { alone, ids } = this;
    this.counts.tickets = ids.size;
    let next = 0;
    for (let ticket = 0; ticket <= ids.size; ticket++) {
      for (; (alone[next]?.before ?? Number.POSITIVE_INFINITY) <= ticket; next++)
        yield [this.loneRow(alone[next] as LoneEvent), undefined];
      if (ticket < ids.size) yield [this.rowOf(ticket), this.eventsOf(ticket)];
    }
  }

  get unmatched(): readonly string[] {
    return this.choice.meanings.unmatched;
  }

  private addRow(ticket: number, row: Row): void {
    const { columnMap, meanings, reader } = this.choice;
    const at = reader.eventTime(row);
    const opened = reader.openedTime(row);
    const time = at ?? opened ?? { code: "missing-cell", column: columnMap.names.at };
    if (typeof time !== "number") this.reject(ticket, row, time);
    if (typeof opened === "number") this.opened.set(ticket, Math.min(this.opened.at(ticket), opened));
    else if (opened) this.reject(ticket, row, opened);
    // A row without a time of its own is no event, but may hold the cells of its ticket.
    if (typeof at === "number") this.addEvent(ticket, at, meanings.of(row));
    for (const part of this.parts) {
      const isKept = part.see(ticket, typeof time === "number" ? time : Number.NaN, row, this.out);
      if (isKept && part === this.first) this.locate(ticket, row);
    }
  }

  private ticketOf(id: string): number {
    const { ids, idBytes } = this;
    idBytes.size = 0;
    idBytes.text(id);
    const ticket = ids.numberOf(idBytes.bytes, idBytes.size);
    if (ticket < this.chains.size) return ticket;
    this.chains.push(-1);
    this.opened.push(Number.POSITIVE_INFINITY);
    this.lines.push(0);
    this.numbers.push(0);
    for (const part of this.parts) part.addTicket();
    return ticket;
  }

  private addEvent(ticket: number, time: number, meaning: number): void {
    this.times.push(time);
    this.meanings.push(meaning);
    this.before.push(this.chains.at(ticket));
    this.chains.set(ticket, this.times.size - 1);
  }

  private locate(ticket: number, { line, event = 0 }: Row): void {
    this.lines.set(ticket, line);
    this.numbers.set(ticket, event);
  }

  private reject(ticket: number, row: Row, error: RowError): void {
    if (!this.errors.has(ticket)) this.errors.set(ticket, { ...positionOf(row), error });
  }

  private keepAlone(row: Row, error: RowError, isBroken: boolean): void {
    const { cells, out } = this;
    out.size = 0;
    if (isBroken) cells.writeBroken(row, out);
    else cells.write(row, this.choice.layout.positions, out);
    const place = this.records.put(noPlace, out.bytes, out.size);
    this.alone.push({ before: this.ids.size, place, ...positionOf(row), error, isBroken });
  }

  private loneRow(event: LoneEvent): Row {
    const written = this.records.get(event.place);
    const row = event.isBroken ? this.cells.readBroken(written) : this.cells.read([written]);
    return Object.assign(row, positionOf(event), { error: event.error });
  }

  private rowOf(ticket: number): MadeRow {
    const row = this.cells.read(this.parts.map((part) => part.of(ticket)));
    const first = { line: this.lines.at(ticket), event: this.numbers.at(ticket) || undefined };
    return Object.assign(row, positionOf(this.errors.get(ticket) ?? first));
  }

  private eventsOf(ticket: number): TicketEvents {
    const opened = this.opened.at(ticket);
    return {
      ...summaryOf(this.sorted(ticket), this.choice.now),
      opened: opened === Number.POSITIVE_INFINITY ? this.first.timeOf(ticket) : opened,
      error: this.errors.get(ticket)?.error,
    };
  }

  /** The events of a ticket by time; those of one time in the order of the file. */
  private sorted(ticket: number): readonly TimedEvent[] {
    const events: TimedEvent[] = [];
    for (let i = this.chains.at(ticket); i >= 0; i = this.before.at(i))
      events.push({ time: this.times.at(i), meaning: this.meanings.at(i) });
    return events.reverse().sort((a, b) => a.time - b.time);
  }
}
