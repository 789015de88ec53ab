/**
 * Events that are a list inside each ticket of JSON: comments, changes of state. Each event has columns of its own, which are its keys.
 */
import type { RowError } from "../errors.js";
import type { ColumnMap } from "./columns.js";
import {
  type EventCounts,
  type EventMeanings,
  type EventReader,
  summaryOf,
  type TicketEvents,
  type TimedEvent,
} from "./event-meanings.js";
import { eventsAt, JsonRow } from "./objects.js";
import type { Row } from "./row.js";

export interface ListChoice {
  /** Where in a ticket the list is. */
  readonly path: string;
  /** The keys of events that are read. */
  readonly keys: readonly string[];
  readonly meanings: EventMeanings;
  /** What reads events, and what reads their tickets. */
  readonly events: EventReader;
  readonly tickets: EventReader;
  /** What errors call the columns. */
  readonly names: ColumnMap["names"];
  readonly now: number;
}

const nothing = Buffer.alloc(0);

export class ListedEvents {
  readonly counts: EventCounts = { rows: 0, tickets: 0, withoutTicket: 0 };
  private readonly choice: ListChoice;
  private readonly event = new JsonRow();

  constructor(choice: ListChoice) {
    this.choice = choice;
    this.event.header = choice.keys;
  }

  get unmatched(): readonly string[] {
    return this.choice.meanings.unmatched;
  }

  /** What the events of a ticket say. */
  of(row: Row): TicketEvents {
    const { counts } = this;
    counts.tickets++;
    const { events, error } = this.read(row as JsonRow);
    counts.rows += events.length;
    const cell = this.choice.tickets.openedTime(row);
    const opened = cell ?? events[0]?.time ?? { code: "missing-cell", column: this.choice.names.opened };
    const isOpened = typeof opened === "number";
    return {
      ...summaryOf(events, this.choice.now),
      opened: isOpened ? opened : Number.NaN,
      error: error ?? (isOpened ? undefined : opened),
    };
  }

  /** The events of a list by time, and what is wrong with the first that cannot be used. */
  private read({ object = {}, line, ticket }: JsonRow): {
    readonly events: readonly TimedEvent[];
    readonly error: RowError | undefined;
  } {
    const { event } = this;
    const { meanings, events: reader, names, path } = this.choice;
    const list = eventsAt(object, path);
    if (!list) return { events: [], error: { code: "bad-events", column: path } };
    const events: TimedEvent[] = [];
    let error: RowError | undefined;
    event.line = line;
    event.ticket = ticket;
    for (const object of list) {
      event.fill(nothing, 0, 0, object);
      const time = reader.eventTime(event) ?? { code: "missing-cell", column: names.at };
      if (typeof time === "number") events.push({ time, meaning: meanings.of(event) });
      else error ??= time;
    }
    return { events: events.sort((a, b) => a.time - b.time), error };
  }
}
