/**
 * A calendar as a table: open intervals with running totals, and the hours of each business date, so that a database
 * without zones computes deadlines by joins on whole numbers. The rows are written as SQL by render/sql.ts.
 */

import { dayTimeOf } from "./business-days.js";
import type { Calendar } from "./calendar.js";
import { dayMs } from "./date.js";
import type { Interval } from "./interval.js";
import { localDay } from "./zone.js";

/** An open interval `[from, to)` of a clock, and the open time before it since the table's beginning. Milliseconds. */
export interface OpenRow extends Interval {
  readonly beforeMs: number;
}

/** An open interval of business hours within one business date and one offset of the wall clock. */
export interface HoursRow extends OpenRow {
  /** The ordinal of the date it belongs to: the Nth business date after date d is d + N. */
  readonly date: number;
  /** The wall time at `from`, counted from that date's midnight; it runs on with the instants up to `to`. */
  readonly wallMs: number;
}

/**
 * A stretch of one business date. Of a date's rows the last with `reachMs <= w` determines when wall time w is due on it:
 * `from` plus what w is past `wallMs`, but not past `to`.
 */
export interface CalendarDateRow extends Interval {
  readonly date: number;
  readonly reachMs: number;
  readonly wallMs: number;
  /** The date's last closing. */
  readonly closes: number;
}

export interface CalendarTable {
  /** The table covers every instant of `[from, to]`. */
  readonly from: number;
  readonly to: number;
  readonly hours: readonly HoursRow[];
  readonly dates: readonly OpenRow[];
  /** The business dates whose hours end by `to`. */
  readonly businessDates: readonly CalendarDateRow[];
}

/** How far before an instant a clock change can still matter to the wall time first shown at it. */
const lookBackMs = 2 * dayMs;

/** The table of `[from, to)`. Throws `instant-out-of-range`. */
export function calendarTable(calendar: Calendar, from: number, to: number): CalendarTable {
  const { zone } = calendar;
  const firstDay = localDay(zone, from) - 1;
  const lastDay = localDay(zone, to) + 1;
  const changes = zone.stretches(from - lookBackMs, to + lookBackMs).map((stretch) => stretch.from);
  const cuts = [...changes];
  const ordinals = new Map<number, number>();
  const businessDates: CalendarDateRow[] = [];
  for (let day = firstDay; day <= lastDay; day++) {
    const open = calendar.schedule.ranges(day).length === 0 ? [] : calendar.openOn(day);
    const last = open.at(-1);
    if (!last) continue;
    const date = ordinals.size;
    ordinals.set(day, date);
    for (const interval of open) cuts.push(interval.from, interval.to);
    if (last.to <= to) for (const row of dateRows(day, date, open)) businessDates.push(row);
  }
  const hoursCuts = [...new Set(cuts)].sort((a, b) => a - b);
  return { from, to, hours: hoursRows(), dates: running(calendar.dates.intervals(from, to)), businessDates };

  function hoursRows(): HoursRow[] {
    const rows: HoursRow[] = [];
    for (const piece of running(cutRow(calendar.hours.intervals(from, to), hoursCuts))) {
      const { day, wallMs } = dayTimeOf(calendar, piece.from);
      const date = ordinals.get(day) as number;
      const last = rows.at(-1);
      const goesOn = last?.to === piece.from && last.date === date && last.wallMs + piece.from - last.from === wallMs;
      if (last && goesOn) rows[rows.length - 1] = { ...last, to: piece.to };
      else rows.push({ ...piece, date, wallMs });
    }
    return rows;
  }

  function dateRows(day: number, date: number, open: readonly Interval[]): CalendarDateRow[] {
    const midnight = day * dayMs;
    const closes = (open.at(-1) as Interval).to;
    const pieces = cutRow(open, changes).map((piece) => {
      const wallMs = piece.from + zone.offsetAt(piece.from) - midnight;
      // The wall time up to which clocks have shown everything before this piece: later than its own where clocks went back.
      const reachMs =
        Math.max(...zone.stretches(piece.from - lookBackMs, piece.from).map((s) => s.to + s.offsetMs)) - midnight;
      return { ...piece, date, wallMs, reachMs, closes };
    });
    // The first piece is when its wall time is first shown, so it covers all earlier ones. Of two with one reach the later is the last.
    return pieces
      .map((row, i) => (i === 0 ? { ...row, reachMs: 0 } : row))
      .filter((row, i, rows) => rows[i + 1]?.reachMs !== row.reachMs);
  }
}

/** The intervals cut at sorted instants, each once, that are inside them. */
function cutRow(intervals: readonly Interval[], cuts: readonly number[]): Interval[] {
  let next = 0;
  const nextCut = () => cuts[next] ?? Number.POSITIVE_INFINITY;
  return intervals.flatMap(({ from, to }) => {
    const pieces: Interval[] = [];
    let cursor = from;
    while (nextCut() <= from) next++;
    for (; nextCut() < to; next++) {
      pieces.push({ from: cursor, to: nextCut() });
      cursor = nextCut();
    }
    return [...pieces, { from: cursor, to }];
  });
}

function running(intervals: readonly Interval[]): OpenRow[] {
  let beforeMs = 0;
  return intervals.map(({ from, to }) => {
    const row = { from, to, beforeMs };
    beforeMs += to - from;
    return row;
  });
}
