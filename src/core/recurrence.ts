/**
 * Open hours as what calendar programs understand: weekly events of a fixed length, the dates they leave out, and single
 * events where a date has other hours. Read as RFC 5545 says, they give the calendar's open time exactly.
 */
import type { Calendar } from "./calendar.js";
import { dayMs, minuteMs, weekdayIndex } from "./date.js";
import { type Interval, unionOf } from "./segment.js";
import { localDay, type OffsetStretch } from "./zone.js";

/** An event on each of some weekdays (0 is Monday): from a wall time for a length of time, from the first date to the last. */
export interface WeeklyEvent {
  readonly weekdays: readonly number[];
  readonly openMs: number;
  readonly lengthMs: number;
  /** Day numbers; the event happens on both. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** Dates in between on which it does not happen. */
  readonly except: readonly number[];
}

export interface Recurrence {
  readonly weekly: readonly WeeklyEvent[];
  readonly single: readonly Interval[];
  /** The zone's offsets over all of it. */
  readonly offsets: readonly OffsetStretch[];
}

/** The hours of the dates that have instants in `[from, to)`, each date whole. */
export function recurrenceOf(calendar: Calendar, from: number, to: number): Recurrence {
  const { zone, schedule } = calendar;
  const begin = localDay(zone, from);
  const days = Array.from({ length: localDay(zone, Math.max(from, to - 1)) - begin + 1 }, (_, i) => begin + i);
  const usual = (day: number) =>
    unionOf(schedule.usualRanges(day).map(({ open, close }) => ({ from: open * minuteMs, to: close * minuteMs })));
  // The first reading of a wall time, past a gap by its width, and a length that no clock change alters: RFC 5545, 3.3.5 and 3.3.6.
  const expected = (day: number) =>
    unionOf(
      usual(day).map((range) => {
        const { instant } = zone.instantOf(day * dayMs + range.from);
        return { from: instant, to: instant + range.to - range.from };
      }),
    );
  // Some readers take a time on a date that the zone skipped for the same time on the date before, which is then excluded with it.
  const isUsual = (day: number) => !zone.skips(day + 1) && JSON.stringify(expected(day)) === JSON.stringify(calendar.openOn(day));

  const byRange = new Map<string, { range: Interval; weekdays: number[] }>();
  for (let day = 0; day < 7; day++) {
    for (const range of usual(day)) {
      const key = `${range.from}-${range.to}`;
      const known = byRange.get(key) ?? { range, weekdays: [] };
      byRange.set(key, { range, weekdays: [...known.weekdays, weekdayIndex(day)].sort((a, b) => a - b) });
    }
  }
  const unusual = new Set(days.filter((day) => !isUsual(day)));
  const weekly = [...byRange.values()].flatMap(({ range, weekdays }): WeeklyEvent[] => {
    const held = days.filter((day) => weekdays.includes(weekdayIndex(day)));
    const kept = held.filter((day) => !unusual.has(day));
    const firstDay = kept[0];
    if (firstDay === undefined) return [];
    const lastDay = kept.at(-1) as number;
    const except = held.filter((day) => unusual.has(day) && day > firstDay && day < lastDay);
    return [{ weekdays, openMs: range.from, lengthMs: range.to - range.from, firstDay, lastDay, except }];
  });
  return {
    weekly: weekly.sort((a, b) => (a.weekdays[0] as number) - (b.weekdays[0] as number) || a.openMs - b.openMs),
    single: [...unusual].flatMap((day) => calendar.openOn(day)),
    offsets: zone.stretches(from - 2 * dayMs, Math.max(to, from) + 2 * dayMs),
  };
}
