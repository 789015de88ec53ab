/**
 * Open intervals as events of calendar programs: weekly events of a fixed length, the dates they leave out, and single
 * events for the rest. By RFC 5545 they expand to exactly the intervals.
 */
import { dayMs, weekdayIndex } from "./date.js";
import type { Interval } from "./interval.js";
import type { OffsetStretch, Zone } from "./zone.js";

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

/** An interval by the wall time at which it opens. */
interface Opening extends Interval {
  readonly day: number;
  readonly openMs: number;
}

/** The events of sorted, disjoint intervals within `[from, to)`. */
export function recurrenceOf(intervals: readonly Interval[], zone: Zone, from: number, to: number): Recurrence {
  const weekly: WeeklyEvent[] = [];
  const single: Interval[] = [];
  const alike = new Map<string, Opening[]>();
  for (const interval of intervals) {
    const wallMs = interval.from + zone.offsetAt(interval.from);
    const day = Math.floor(wallMs / dayMs);
    if (!isReadAlike(interval, wallMs, day)) {
      single.push(interval);
      continue;
    }
    const opening = { ...interval, day, openMs: wallMs - day * dayMs };
    const key = `${opening.openMs} ${interval.to - interval.from}`;
    const known = alike.get(key);
    if (known) known.push(opening);
    else alike.set(key, [opening]);
  }
  for (const openings of alike.values()) {
    const { repeated, rest } = repeatedOf(openings);
    single.push(...rest.map((opening) => ({ from: opening.from, to: opening.to })));
    if (repeated.length > 0) weekly.push(weeklyEvent(repeated));
  }
  return {
    weekly: weekly.sort(
      (a, b) => (a.weekdays[0] as number) - (b.weekdays[0] as number) || a.openMs - b.openMs || a.firstDay - b.firstDay,
    ),
    single: single.sort((a, b) => a.from - b.from),
    offsets: zone.stretches(from - 2 * dayMs, Math.max(to, from) + 2 * dayMs),
  };

  /**
   * Whether calendar programs derive the same interval from its wall time: the first of two readings, and whole seconds. Some take
   * a time on a date that the zone skipped for the same time on the date before, which is then excluded with it.
   */
  function isReadAlike(interval: Interval, wallMs: number, day: number): boolean {
    const isWhole = interval.from % 1000 === 0 && interval.to % 1000 === 0;
    return isWhole && zone.instantOf(wallMs).instant === interval.from && !zone.skips(day + 1);
  }
}

/** Those of the weekdays on which most dates have the opening; one that happens only once is no recurrence. */
function repeatedOf(openings: readonly Opening[]): { repeated: readonly Opening[]; rest: readonly Opening[] } {
  const { firstDay, lastDay } = spanOf(openings);
  const isUsual = Array.from({ length: 7 }, (_, weekday) => {
    const occurring = openings.filter(({ day }) => weekdayIndex(day) === weekday).length;
    return occurring * 2 > datesBetween(firstDay, lastDay, [weekday]).length;
  });
  const repeated = openings.filter(({ day }) => isUsual[weekdayIndex(day)]);
  if (repeated.length < 2) return { repeated: [], rest: openings };
  return { repeated, rest: openings.filter(({ day }) => !isUsual[weekdayIndex(day)]) };
}

function weeklyEvent(openings: readonly Opening[]): WeeklyEvent {
  const [{ openMs, from, to }] = openings as [Opening];
  const weekdays = [...new Set(openings.map(({ day }) => weekdayIndex(day)))].sort((a, b) => a - b);
  const occurring = new Set(openings.map(({ day }) => day));
  const { firstDay, lastDay } = spanOf(openings);
  const except = datesBetween(firstDay, lastDay, weekdays).filter((day) => !occurring.has(day));
  return { weekdays, openMs, lengthMs: to - from, firstDay, lastDay, except };
}

function spanOf(openings: readonly Opening[]): { firstDay: number; lastDay: number } {
  return { firstDay: (openings[0] as Opening).day, lastDay: (openings.at(-1) as Opening).day };
}

/** The dates of some weekdays from a first date to a last. */
function datesBetween(firstDay: number, lastDay: number, weekdays: readonly number[]): readonly number[] {
  return Array.from({ length: lastDay - firstDay + 1 }, (_, i) => firstDay + i).filter((day) =>
    weekdays.includes(weekdayIndex(day)),
  );
}
