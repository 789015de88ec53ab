/**
 * The proof of a deadline: the stretches between two instants in order, each open one with the time it counts
 * and each closed one with the reason. The open stretches add up to the elapsed time, to the millisecond.
 */
import { type Calendar, checkCalendar, openTimeOf } from "./calendar.js";
import { dayMs, minuteMs, weekdayIndex } from "./date.js";
import { type Interval, union } from "./interval.js";
import { checkSpan } from "./open-time.js";
import { checkPauses, noPauses, type Pause } from "./pause.js";
import type { HourClock } from "./target.js";
import { checkInstant, localDay } from "./zone.js";

/**
 * Why time does not count. `night`: before the first or after the last hours of a date; `break`: between two hours of a date;
 * `off-shift`: outside the hours of a schedule that works through midnight; `weekend`: Saturday or Sunday without hours;
 * `closed-day`: another weekday without hours; `holiday`; `exception`: a date whose hours were replaced; `pause`.
 */
export const closedReasons = [
  "night",
  "break",
  "off-shift",
  "weekend",
  "closed-day",
  "holiday",
  "exception",
  "pause",
] as const;
export type ClosedReason = (typeof closedReasons)[number];

export type LedgerLine =
  | { readonly kind: "open"; readonly from: number; readonly to: number }
  | {
      readonly kind: "closed";
      readonly from: number;
      readonly to: number;
      readonly reason: ClosedReason;
      readonly holiday?: string;
    };

/**
 * The stretches of `[from, to)` on a clock; open and closed ones alternate without gaps, neighbours of one reason merged.
 * Throws `instant-out-of-range`, `beyond-horizon` for more than 100 years, and RangeError for an unknown clock or an invalid pause.
 */
export function ledger(
  calendar: Calendar,
  from: number,
  to: number,
  clock: HourClock,
  pauses: readonly Pause[] = noPauses,
): readonly LedgerLine[] {
  checkCalendar(calendar);
  checkPauses(pauses);
  checkInstant(from);
  checkInstant(to);
  checkSpan(calendar.zone.id, from, to);
  const open = openTimeOf(calendar, clock).intervals(from, to);
  const merged = union(pauses);
  const lines: LedgerLine[] = [];
  let cursor = from;
  for (const interval of open) {
    closeUntil(interval.from);
    let inside = interval.from;
    for (const pause of merged) {
      if (pause.to <= inside || pause.from >= interval.to) continue;
      if (pause.from > inside) push({ kind: "open", from: inside, to: pause.from });
      inside = Math.min(pause.to, interval.to);
      push({ kind: "closed", from: Math.max(pause.from, interval.from), to: inside, reason: "pause" });
    }
    if (inside < interval.to) push({ kind: "open", from: inside, to: interval.to });
    cursor = interval.to;
  }
  closeUntil(to);
  return lines;

  /** Splits a closed stretch at local midnights, where its reason may change. */
  function closeUntil(end: number): void {
    while (cursor < end) {
      const day = localDay(calendar.zone, cursor);
      // The next midnight to come: a clock set back over midnight shows one twice, and a skipped date has none.
      const later = calendar.zone.instantsOf((day + 1) * dayMs, (day + 3) * dayMs);
      const stop = Math.min(end, (later.find((shown) => shown.from > cursor) as Interval).from);
      push({ kind: "closed", from: cursor, to: stop, ...reasonOf(calendar, day, cursor) });
      cursor = stop;
    }
  }

  function push(line: LedgerLine): void {
    const last = lines.at(-1);
    if (
      last?.kind === "closed" &&
      line.kind === "closed" &&
      last.reason === line.reason &&
      last.holiday === line.holiday
    ) {
      lines[lines.length - 1] = { ...last, to: line.to };
    } else lines.push(line);
  }
}

function reasonOf(calendar: Calendar, day: number, instant: number): { reason: ClosedReason; holiday?: string } {
  const { schedule, zone } = calendar;
  const holiday = schedule.holidayName(day);
  if (schedule.isException(day)) {
    if (schedule.ranges(day).length === 0) return { reason: "exception" };
  } else if (holiday !== undefined && schedule.usualRanges(day).length > 0) {
    return { reason: "holiday", holiday };
  } else if (schedule.usualRanges(day).length === 0) {
    return { reason: weekdayIndex(day) >= 5 ? "weekend" : "closed-day" };
  }
  const ranges = schedule.ranges(day);
  if ([...ranges, ...schedule.ranges(day - 1)].some((range) => range.close > 1440)) return { reason: "off-shift" };
  const wallMinutes = (instant + zone.offsetAt(instant) - day * dayMs) / minuteMs;
  const opensBefore = ranges.some((range) => range.open <= wallMinutes);
  const opensAfter = ranges.some((range) => range.open > wallMinutes);
  return { reason: opensBefore && opensAfter ? "break" : "night" };
}
