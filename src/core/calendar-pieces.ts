/**
 * A calendar's table cut into buckets, so that every look-up is an equality join on one whole number with a range left over: the time
 * line at each UTC day, the running total of open time at each {@link goalBucketMs}. Written as SQL by render/sql.
 */

import type { CalendarDateRow, CalendarTable, HoursRow, OpenRow } from "./calendar-table.js";
import { dayMs } from "./date.js";
import type { Interval } from "./interval.js";

/** The width of a bucket of open time, in milliseconds. */
export const goalBucketMs = 4 * 3_600_000;

/** Milliseconds from the start of the year 1 to 1970, so that the buckets of all instants are positive. */
export const epochShiftMs = 719_162 * dayMs;

/** A piece `[from, to)` of one UTC day in which the clock runs throughout or not at all. Milliseconds. */
export interface TimePiece {
  readonly bucket: number;
  readonly from: number;
  readonly to: number;
  /** The open time before `from`; it grows with the instant where `isOpen`. */
  readonly beforeMs: number;
  readonly isOpen: boolean;
  /** The first open instant at or after `from`; undefined after the last of the table. */
  readonly starts: number | undefined;
  /** The business date of `starts` and its wall time, on business hours; both run on with the instants where `isOpen`. */
  readonly date: number | undefined;
  readonly wallMs: number | undefined;
  /**
   * The first business date that opens after `from`, and the last that has closed by then: the same for every instant of the piece.
   * Where a shift ends after the next date's hours, its own date closes later and is still open. Neither is set without business dates.
   */
  readonly nextDate?: number;
  readonly lastDate?: number;
}

/** A piece of the running total: the total `t` in `(after, upTo]` is reached at `at + t - after`. Milliseconds. */
export interface GoalPiece {
  readonly bucket: number;
  readonly afterMs: number;
  readonly upToMs: number;
  readonly at: number;
}

/** A row of a business date that applies to the wall times from `reachMs` to `nextReachMs`, exclusive; undefined without end. */
export interface DatePiece extends CalendarDateRow {
  readonly nextReachMs: number | undefined;
  /** The open time before the date. */
  readonly beforeMs: number;
}

/** The pieces of the time line from the table's beginning to its end, the end included; `dates` are those of business hours. */
export function timePieces(
  { from, to }: Pick<CalendarTable, "from" | "to">,
  rows: readonly OpenRow[],
  dates: readonly CalendarDateRow[],
): TimePiece[] {
  const end = to + 1;
  const spans = spansOf(dates);
  const opens = spans.map((span) => span.from);
  const cuts = [...new Set(spans.flatMap((span) => [span.from, span.to]))].sort((a, b) => a - b);
  const pieces: TimePiece[] = [];
  let cursor = from;
  let totalMs = 0;
  for (const row of rows) {
    const { date, wallMs } = row as Partial<HoursRow>;
    closed(cursor, row.from, { starts: row.from, date, wallMs });
    for (const part of parts(row.from, row.to)) {
      const offMs = part.from - row.from;
      const wall = wallMs === undefined ? undefined : wallMs + offMs;
      pieces.push({ ...part, beforeMs: row.beforeMs + offMs, isOpen: true, starts: part.from, date, wallMs: wall });
    }
    cursor = row.to;
    totalMs = row.beforeMs + row.to - row.from;
  }
  closed(cursor, end, { starts: undefined, date: undefined, wallMs: undefined });
  return pieces;

  function closed(start: number, stop: number, next: Pick<TimePiece, "starts" | "date" | "wallMs">): void {
    for (const part of parts(start, stop)) pieces.push({ ...part, beforeMs: totalMs, isOpen: false, ...next });
  }

  function parts(start: number, stop: number) {
    return cutAt(start, stop, cuts).flatMap((part) =>
      byDay(part.from, part.to).map((piece) => ({
        ...piece,
        ...(spans.length > 0 && datesAt(piece.from)),
      })),
    );
  }

  function datesAt(instant: number): { nextDate: number; lastDate: number } {
    const nextDate = countUpTo(opens, instant);
    let lastDate = nextDate - 1;
    while (lastDate >= 0 && (spans[lastDate] as Interval).to > instant) lastDate--;
    return { nextDate, lastDate };
  }
}

/** The first opening and the last closing of each business date, in order. */
function spansOf(dates: readonly CalendarDateRow[]): Interval[] {
  const spans: { from: number; to: number }[] = [];
  for (const { date, from, closes } of dates) {
    const span = spans[date];
    if (span) span.from = Math.min(span.from, from);
    else spans[date] = { from, to: closes };
  }
  return spans;
}

/** How many of sorted numbers are at or below a limit. */
function countUpTo(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The pieces of the running total of open time. */
export function goalPieces(rows: readonly OpenRow[]): GoalPiece[] {
  return rows.flatMap((row) =>
    cut(row.beforeMs, row.beforeMs + row.to - row.from, goalBucketMs).map(({ from, to }) => ({
      bucket: Math.floor(from / goalBucketMs),
      afterMs: from,
      upToMs: to,
      at: row.from + from - row.beforeMs,
    })),
  );
}

/** The rows of the business dates, each with the wall time at which the next of its date takes over. */
export function datePieces(rows: readonly CalendarDateRow[], hours: readonly OpenRow[]): DatePiece[] {
  const spans = spansOf(rows);
  const starts = hours.map((row) => row.from);
  return rows.map((row, i) => {
    const next = rows[i + 1];
    const opens = (spans[row.date] as Interval).from;
    const open = hours[countUpTo(starts, opens) - 1];
    return {
      ...row,
      nextReachMs: next?.date === row.date ? next.reachMs : undefined,
      beforeMs: open ? open.beforeMs + opens - open.from : 0,
    };
  });
}

/** The UTC day of an instant, counted from the year 1. */
function dayBucket(instant: number): number {
  return Math.floor((instant + epochShiftMs) / dayMs);
}

function byDay(from: number, to: number): { bucket: number; from: number; to: number }[] {
  return cut(from + epochShiftMs, to + epochShiftMs, dayMs).map((part) => ({
    bucket: dayBucket(part.from - epochShiftMs),
    from: part.from - epochShiftMs,
    to: part.to - epochShiftMs,
  }));
}

/** `[from, to)` cut at sorted instants. */
function cutAt(from: number, to: number, cuts: readonly number[]): Interval[] {
  const parts: Interval[] = [];
  let start = from;
  for (let i = countUpTo(cuts, from); start < to; i++) {
    const stop = Math.min(to, cuts[i] ?? to);
    parts.push({ from: start, to: stop });
    start = stop;
  }
  return parts;
}

/** `[from, to)` cut at the multiples of a width. */
function cut(from: number, to: number, width: number): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  for (let start = from; start < to; ) {
    const stop = Math.min(to, (Math.floor(start / width) + 1) * width);
    parts.push({ from: start, to: stop });
    start = stop;
  }
  return parts;
}
