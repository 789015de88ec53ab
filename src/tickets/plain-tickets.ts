/**
 * The tickets of plain rows: which columns decide what such a row means, and what `parse-row` would read of it.
 */
import type { CellTimes } from "./cell-time.js";
import type { ColumnMap } from "./columns.js";
import { isMet, type RowCondition } from "./conditions.js";
import type { Column } from "./names.js";
import { openedIsLocal, respondedIsLocal } from "./plain-limits.js";
import { type PlainColumns, type PlainMeaning, type PlainReader, PlainRows, type PlainWriter } from "./plain-rows.js";
import { looksClosed, type ReadingTotals } from "./reading.js";
import type { CellSpans, Row } from "./row.js";
import { SpellingTable } from "./spelling-table.js";
import { errorOf, type TicketTargets } from "./targets.js";
import type { Ticket } from "./ticket.js";

/** Of what the rows are read with, what plain rows depend on. */
interface PlainReading {
  readonly columnMap: ColumnMap;
  /** Those of a preset, which are about the state. */
  readonly closedWhen: readonly RowCondition[];
  readonly isChosen: unknown;
  readonly totals: ReadingTotals;
}

interface TimeColumn {
  readonly position: number;
  readonly others: readonly number[];
  readonly times: CellTimes;
}

/** The columns of words that decide the targets, and those of times: the second is that of the metric. */
interface ReadColumns {
  readonly words: readonly number[];
  readonly opened: TimeColumn;
  readonly responded: TimeColumn;
}

/** Undefined where tickets are chosen by their time. Conditions of flags are about each row, so there is no such path with them. */
export function openPlainRows(
  writer: PlainWriter,
  reading: PlainReading,
  columns: ReadColumns,
  onResponse: () => void,
): PlainTickets | undefined {
  if (reading.isChosen !== undefined) return undefined;
  const tickets = new PlainTickets(reading, columns, onResponse);
  const { opened, responded } = columns;
  const rows = PlainRows.open(tickets.columns, tickets, writer);
  if (!rows) return undefined;
  tickets.rows = rows;
  opened.times.onDate = (text, date) => rows.learnDate("opened", text, date);
  responded.times.onDate = (text, date) => rows.learnDate("responded", text, date);
  return tickets;
}

export class PlainTickets implements PlainReader {
  rows: PlainRows | undefined;
  readonly columns: PlainColumns;
  private readonly ticket: Ticket = {
    error: undefined,
    targets: undefined,
    opened: Number.NaN,
    responded: Number.NaN,
    isClosed: false,
  };
  private readonly reading: PlainReading;
  private readonly openedTimes: CellTimes;
  private readonly respondedTimes: CellTimes;
  private readonly onResponse: () => void;
  /** The words that {@link rows} knows. */
  private readonly known: SpellingTable<true>;
  private meaning: PlainMeaning | undefined;

  constructor(reading: PlainReading, { words, opened, responded }: ReadColumns, onResponse: () => void) {
    const { at, others } = reading.columnMap;
    const positions = (...columns: readonly Column[]) =>
      columns.flatMap((column) => [at[column], ...(others[column] ?? [])]).filter((position) => position >= 0);
    const once = (list: readonly number[]) => [...new Set(list)];
    const states = positions("status");
    this.reading = reading;
    this.openedTimes = opened.times;
    this.respondedTimes = responded.times;
    this.onResponse = onResponse;
    this.columns = {
      opened: opened.position,
      responded: responded.position,
      id: at.id,
      words: once([...words, ...states]),
      empty: once(positions("pauses", "pause-time")),
      emptyUnanswered: once([...responded.others, ...positions("response-time", "closed")]),
    };
    this.known = new SpellingTable(this.columns.words);
  }

  /** Whether the words of a row that was read the usual way are to be learned. A target that is an error makes no plain row. */
  isNew({ bytes, starts, ends }: CellSpans, { perPlan }: TicketTargets): boolean {
    return !errorOf(perPlan[0]) && !this.known.find(bytes, starts, ends) && this.rows?.hasRoom === true;
  }

  /** Learns what the words of a row mean, which {@link isNew} was asked about last. */
  learn(row: Row, spans: CellSpans, targets: TicketTargets, state: string): void {
    this.known.add(spans.bytes, spans.starts, spans.ends, true);
    const { closedWhen } = this.reading;
    const isClosed = closedWhen.length > 0 && closedWhen.every((condition) => isMet(condition, row, targets));
    this.rows?.learnWords(spans, { targets, isClosed, closedState: looksClosed(state) ? state : undefined });
  }

  read(meaning: PlainMeaning, opened: number, responded: number, local: number): Ticket | undefined {
    const { ticket } = this;
    const isAnswered = !Number.isNaN(responded);
    this.meaning = meaning;
    ticket.targets = meaning.targets;
    ticket.opened = (local & openedIsLocal) === 0 ? opened : opened - this.openedTimes.offsetOf(opened);
    ticket.responded =
      (local & respondedIsLocal) === 0 ? responded : responded - this.respondedTimes.offsetOf(responded);
    ticket.isClosed = !isAnswered && meaning.isClosed;
    const isSound = isAnswered ? ticket.responded >= ticket.opened : !Number.isNaN(ticket.opened);
    return isSound ? ticket : undefined;
  }

  count(id: number): void {
    const { ticket, reading, meaning } = this;
    const { totals, closedWhen, columnMap } = reading;
    if (Number.isNaN(ticket.responded)) {
      totals.unanswered++;
      if (ticket.isClosed) totals.closedByWord++;
      else if (closedWhen.length === 0 && columnMap.ends[0] !== "resolved" && meaning?.closedState !== undefined)
        totals.closedBy(meaning.closedState);
    } else this.onResponse();
    totals.ids.add(id);
    totals.ticket(ticket.targets as TicketTargets, ticket.opened);
  }
}
