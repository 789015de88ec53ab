/**
 * The `business-days` clock: counts dates, never hours.
 * The clock starts at the first open instant; its date is D and its wall time w. The Nth business date after D is D+N.
 */
import { CliError } from "../errors.js";
import { maxYears } from "../limits.js";
import type { Calendar } from "./calendar.js";
import { refuse } from "./check.js";
import { dayMs } from "./date.js";
import { type Interval, subtract, union } from "./interval.js";
import { horizonMs } from "./open-time.js";
import { type Pause, withPauses } from "./pause.js";
import type { CountDays } from "./target.js";
import { latestInstant, localDay, type Zone } from "./zone.js";

/** The date a counted instant belongs to, and its wall time from that date's midnight, past 24:00 in a night shift. */
export interface DayTime {
  readonly day: number;
  readonly wallMs: number;
}

/** The date of an open instant: the day before if a shift of that day contains it, else its own. */
export function dayTimeOf(calendar: Calendar, instant: number): DayTime {
  const local = instant + calendar.zone.offsetAt(instant);
  const today = Math.floor(local / dayMs);
  const day = isWithin(calendar.openOn(today - 1), instant) ? today - 1 : today;
  return { day, wallMs: local - day * dayMs };
}

function isWithin(intervals: readonly Interval[], instant: number): boolean {
  for (const { from, to } of intervals) if (instant >= from && instant < to) return true;
  return false;
}

const horizonDays = horizonMs / dayMs;

/** The Nth business date after `day` that has open time outside the pauses. Throws `beyond-horizon`. */
export function businessDateAfter(calendar: Calendar, day: number, count: number, pauses: readonly Pause[]): number {
  let left = count;
  for (let next = day + 1; next <= day + horizonDays; next++) {
    if (countedOn(calendar, next, pauses).length > 0) left--;
    if (left === 0) return next;
  }
  throw new CliError({ code: "beyond-horizon", zone: calendar.zone.id, years: maxYears });
}

function countedOn(calendar: Calendar, day: number, merged: readonly Interval[]): readonly Interval[] {
  const open = calendar.openOn(day);
  return merged.length === 0 ? open : subtract(open, merged);
}

/** When `count` business days (a whole number) from `opened` are over, by one of the two rules. A count of 0 is due at `opened`. */
export function deadlineInDays(
  calendar: Calendar,
  opened: number,
  count: number,
  rule: CountDays,
  pauses: readonly Pause[],
): number {
  if (!Number.isInteger(count) || count < 0) refuse("count", "a whole number of business days from 0", count);
  if (count === 0) return opened;
  const merged = pauses.length === 0 ? pauses : union(pauses);
  const start = withPauses(calendar.hours, merged).nextOpen(opened);
  const { day, wallMs } = dayTimeOf(calendar, start);
  const dueDay = businessDateAfter(calendar, day, count, merged);
  const open = countedOn(calendar, dueDay, merged);
  const first = open[0] as Interval;
  const last = open.at(-1) as Interval;
  switch (rule) {
    case "end-of-day":
      return last.to;
    case "same-time": {
      const sameTime = calendar.zone.firstAtOrAfter(dueDay * dayMs + wallMs);
      if (sameTime < first.from) return first.from;
      // In a lunch break or after hours, the close of the interval before it is the deadline.
      const before = open.findLast((interval) => interval.from <= sameTime) as Interval;
      return Math.min(sameTime, before.to);
    }
  }
}

/** Powers of two, so that a date's slot is its last bits; the most are eleven years of dates. */
const fewestSlots = 64;
const mostSlots = 4096;
const perSlot = 4;
const noDay = -(2 ** 31);

/**
 * {@link deadlineInDays} for many openings. Without pauses, what follows from the date of the start is found once, and kept in one row of
 * numbers: tickets are in no order, and each object on the way to a date would have to be fetched.
 */
export function deadlinesInDays(
  calendar: Calendar,
  count: number,
  rule: CountDays,
  pauses: readonly Pause[],
): (opened: number) => number {
  const one = (opened: number) => deadlineInDays(calendar, opened, count, rule, pauses);
  if (count === 0 || pauses.length > 0) return one;
  const { hours, zone } = calendar;
  let slots = 0;
  let filled = 0;
  let days = new Int32Array(slots);
  /** Of a date: the end of the shift before, the step from a wall time to the same on the due date, and the hours of that. */
  let rows = new Float64Array(slots);

  /** Makes room for twice as many dates, none of which is kept. There may be a thousand regions with a few tickets each. */
  function grow(): void {
    slots = Math.max(fewestSlots, slots * 2);
    filled = 0;
    days = new Int32Array(slots).fill(noDay);
    rows = new Float64Array(slots * perSlot);
  }

  function fill(day: number): void {
    if (filled * 2 >= slots && slots < mostSlots) grow();
    const dueDay = businessDateAfter(calendar, day, count, pauses);
    const open = calendar.openOn(dueDay);
    const { from, to } = open[0] as Interval;
    const offsetMs = open.length === 1 ? steadyOffset(zone, dueDay) : undefined;
    const stepMs = (dueDay - day) * dayMs - (offsetMs ?? Number.NaN);
    const slot = day & (slots - 1);
    rows.set([calendar.openOn(day - 1).at(-1)?.to ?? Number.NEGATIVE_INFINITY, stepMs, from, to], slot * perSlot);
    days[slot] = day;
    filled++;
  }

  return (opened) => {
    const start = hours.nextOpen(opened);
    const local = start + zone.offsetAt(start);
    const day = Math.floor(local / dayMs);
    if (days[day & (slots - 1)] !== day) fill(day);
    const at = (day & (slots - 1)) * perSlot;
    const sameTime = local + (rows[at + 1] as number);
    if (Number.isNaN(sameTime) || start < (rows[at] as number)) return one(opened);
    const to = rows[at + 3] as number;
    if (rule === "end-of-day") return to;
    return Math.min(Math.max(sameTime, rows[at + 2] as number), to);
  };
}

/** How far from a date's midnight as if in UTC its times are, those of night shifts included. */
const aroundDateMs = 3 * dayMs;

/** The offset that a zone has on a date and around it; undefined where that changes, or where time ends. */
function steadyOffset(zone: Zone, day: number): number | undefined {
  const midnight = day * dayMs;
  if (midnight + aroundDateMs > latestInstant) return undefined;
  return zone.steadyOffset(midnight - aroundDateMs, midnight + aroundDateMs);
}

/** A length of time in business days: whole ones by the rule same-time, and the open time after them. */
export interface BusinessDays {
  readonly count: number;
  readonly restMs: number;
}

/** The business days between two instants `from <= to`; undefined beyond the horizon. */
export function businessDaysBetween(
  calendar: Calendar,
  from: number,
  to: number,
  pauses: readonly Pause[],
): BusinessDays | undefined {
  if (to - from > horizonMs) return undefined;
  const merged = union(pauses);
  const open = withPauses(calendar.hours, merged);
  // Without open time in between there may be no next opening either.
  if (open.elapsed(from, to) === 0) return { count: 0, restMs: 0 };
  const lastDay = localDay(calendar.zone, to);
  let count = 0;
  for (let day = dayTimeOf(calendar, open.nextOpen(from)).day + 1; day <= lastDay; day++) {
    if (countedOn(calendar, day, merged).length > 0) count++;
  }
  let end = deadlineInDays(calendar, from, count, "same-time", merged);
  while (end > to) {
    count--;
    end = deadlineInDays(calendar, from, count, "same-time", merged);
  }
  return { count, restMs: open.elapsed(end, to) };
}

/** A date that was counted, and the instant its counted hours begin. */
export interface CountedDay {
  readonly day: number;
  readonly from: number;
}

/** The dates of `count` business days from `opened`, in order: as evidence for {@link deadlineInDays}. */
export function countedDays(
  calendar: Calendar,
  opened: number,
  count: number,
  pauses: readonly Pause[],
): readonly CountedDay[] {
  if (count === 0) return [];
  const merged = union(pauses);
  const days: CountedDay[] = [];
  let { day } = dayTimeOf(calendar, withPauses(calendar.hours, merged).nextOpen(opened));
  while (days.length < count) {
    day = businessDateAfter(calendar, day, 1, merged);
    days.push({ day, from: (countedOn(calendar, day, merged)[0] as Interval).from });
  }
  return days;
}
