/**
 * Which columns of a file decide what a plain row means, and the ticket that it is: what `parse-row` reads of a row with nothing else in it.
 */
import type { CellTimes } from "./cell-time.js";
import type { ColumnMap } from "./columns.js";
import type { RowCondition } from "./conditions.js";
import type { Column } from "./names.js";
import { type PlainColumns, type PlainReader, PlainRows, type PlainWriter } from "./plain-rows.js";
import type { ReadingTotals } from "./reading.js";
import type { TicketTargets } from "./targets.js";
import type { Ticket } from "./ticket.js";

/** Of what the rows are read with, what plain rows depend on. */
interface PlainReading {
  readonly columnMap: ColumnMap;
  readonly closedWhen: readonly RowCondition[];
  readonly where: readonly RowCondition[];
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

/** Undefined where more than words, times and empty cells decides what a row means. */
export function openPlainRows(
  writer: PlainWriter,
  reading: PlainReading,
  columns: ReadColumns,
  onResponse: () => void,
): PlainRows | undefined {
  const { where, isChosen, columnMap } = reading;
  if (where.length > 0 || isChosen !== undefined) return undefined;
  const { opened, responded } = columns;
  const reader = readerOf(opened.times, responded.times, reading.totals, onResponse);
  const plain = PlainRows.open(columnMap.header.length, plainColumns(reading, columns), reader, writer);
  if (!plain) return undefined;
  opened.times.onDate = (date, midnight) => plain.learnDate("opened", date, midnight);
  responded.times.onDate = (date, midnight) => plain.learnDate("responded", date, midnight);
  return plain;
}

function plainColumns({ columnMap, closedWhen }: PlainReading, columns: ReadColumns): PlainColumns {
  const { at, others } = columnMap;
  const { words, opened, responded } = columns;
  const positions = (...columns: readonly Column[]) =>
    columns.flatMap((column) => [at[column], ...(others[column] ?? [])]).filter((position) => position >= 0);
  return {
    opened: opened.position,
    responded: responded.position,
    id: at.id,
    words,
    empty: positions("pauses", "pause-time"),
    emptyUnanswered: [...responded.others, ...positions("response-time", "closed")],
    mustBeAnswered: closedWhen.length > 0 || at.status >= 0,
  };
}

function readerOf(opened: CellTimes, responded: CellTimes, totals: ReadingTotals, onResponse: () => void): PlainReader {
  const ticket: Ticket = {
    error: undefined,
    targets: undefined,
    opened: Number.NaN,
    responded: Number.NaN,
    isClosed: false,
  };
  return {
    read(targets, openedMs, respondedMs, local) {
      ticket.targets = targets;
      ticket.opened = (local & 1) === 0 ? openedMs : openedMs - opened.rawOffsetOf(openedMs);
      ticket.responded = (local & 2) === 0 ? respondedMs : respondedMs - responded.rawOffsetOf(respondedMs);
      const isSound = ticket.responded >= ticket.opened || (local < 2 && Number.isNaN(respondedMs));
      return isSound && !Number.isNaN(ticket.opened) ? ticket : undefined;
    },
    count(id) {
      if (Number.isNaN(ticket.responded)) totals.unanswered++;
      else onResponse();
      totals.ids.add(id);
      totals.ticket(ticket.targets as TicketTargets, ticket.opened);
    },
  };
}
