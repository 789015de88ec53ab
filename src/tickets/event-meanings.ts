/**
 * What events mean, by conditions on their cells, and what those of a ticket say together.
 */
import type { Pause } from "../core/pause.js";
import type { RowError } from "../errors.js";
import { isMet, type RowCondition, UnseenValues } from "./conditions.js";
import type { Row } from "./row.js";
import { SpellingTable } from "./spelling-table.js";

/** What the events of a ticket say; times are NaN where they say nothing. */
export interface TicketEvents {
  readonly opened: number;
  readonly responded: number;
  /** When the last event closed the ticket. */
  readonly closed: number;
  readonly pauses: readonly Pause[];
  /** From a message of the customer to the next response; NaN where there was none. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  /** What is wrong with the first event that cannot be used. */
  readonly error: RowError | undefined;
}

/** What the events of a file were found to be. */
export interface EventCounts {
  rows: number;
  tickets: number;
  withoutTicket: number;
}

/** What is read of an event; a time is undefined where its cell is empty. */
export interface EventReader {
  idOf(row: Row): string;
  eventTime(row: Row): number | RowError | undefined;
  openedTime(row: Row): number | RowError | undefined;
}

/** An event as it is counted. */
export interface TimedEvent {
  readonly time: number;
  readonly meaning: number;
}

export interface MeaningConditions {
  readonly respondedWhen: readonly RowCondition[];
  readonly pauseWhen: readonly RowCondition[];
  readonly customerWhen: readonly RowCondition[];
  readonly closedWhen: readonly RowCondition[];
}

const responds = 1;
const pauses = 2;
const closes = 4;
const asks = 8;

export class EventMeanings {
  private readonly conditions: MeaningConditions;
  private readonly known: SpellingTable<{ readonly meaning: number }>;
  /** Values of conditions that no event had so far. */
  private readonly unseen: UnseenValues;

  constructor(conditions: MeaningConditions) {
    const { respondedWhen, pauseWhen, customerWhen, closedWhen } = conditions;
    this.conditions = conditions;
    const all = [...respondedWhen, ...pauseWhen, ...customerWhen, ...closedWhen];
    this.known = new SpellingTable([...new Set(all.flatMap(({ positions }) => positions))]);
    this.unseen = new UnseenValues([...respondedWhen, ...pauseWhen, ...customerWhen]);
  }

  /** What an event means, by the cells that conditions are about. */
  of(row: Row): number {
    const { known } = this;
    const { spans } = row;
    const ready = spans && known.find(spans.bytes, spans.starts, spans.ends);
    if (ready) return ready.meaning;
    const { respondedWhen, pauseWhen, customerWhen, closedWhen } = this.conditions;
    const meaning =
      (areMet(respondedWhen, row) ? responds : 0) |
      (areMet(pauseWhen, row) ? pauses : 0) |
      (areMet(customerWhen, row) ? asks : 0) |
      (areMet(closedWhen, row) ? closes : 0);
    this.unseen.see(row);
    if (spans) known.add(spans.bytes, spans.starts, spans.ends, { meaning });
    return meaning;
  }

  /** Values of conditions that no event had. */
  get unmatched(): readonly string[] {
    return this.unseen.conditions;
  }
}

function areMet(conditions: readonly RowCondition[], row: Row): boolean {
  return conditions.length > 0 && conditions.every((condition) => isMet(condition, row, undefined));
}

/** What the events of a ticket say, which come by their time. */
export function summaryOf(
  events: readonly TimedEvent[],
  now: number,
): Pick<TicketEvents, "responded" | "closed" | "pauses" | "spans"> {
  const last = events.at(-1);
  return {
    responded: events.find(({ meaning }) => (meaning & responds) !== 0)?.time ?? Number.NaN,
    closed: last && (last.meaning & closes) !== 0 ? last.time : Number.NaN,
    pauses: events.flatMap(({ time: from, meaning }, i) => {
      // A pause without a later event lasts until now.
      const to = events[i + 1]?.time ?? now;
      return (meaning & pauses) !== 0 && to > from ? [{ from, to }] : [];
    }),
    spans: spansOf(events),
  };
}

/** From each message of the customer to the next response; more messages until then belong to the first. */
function spansOf(events: readonly TimedEvent[]): TicketEvents["spans"] {
  const spans: { from: number; to: number }[] = [];
  for (const { time, meaning } of events) {
    const last = spans.at(-1);
    const isAwaited = last !== undefined && Number.isNaN(last.to);
    if ((meaning & responds) !== 0 && isAwaited) last.to = time;
    else if ((meaning & asks) !== 0 && !isAwaited) spans.push({ from: time, to: Number.NaN });
  }
  return spans;
}
