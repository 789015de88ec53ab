/**
 * The `business-days` clock: counts dates, never hours.
 * The clock starts at the first open instant; its date is D and its wall time w. The Nth business date after D is D+N.
 */
import { Failure } from "../errors.js";
import type { Calendar } from "./calendar.js";
import { dayMs } from "./date.js";
import { type Pause, withPauses } from "./pause.js";
import { type Interval, unionOf, without } from "./segment.js";
import type { CountDays } from "./target.js";
import { horizonYears } from "./timeline.js";

/** The date a counted instant belongs to, and its wall time from that date's midnight, past 24:00 in a night shift. */
export interface DayTime {
  readonly day: number;
  readonly wallMs: number;
}

/** Where an open instant belongs: to the day before where it lies in a shift that began then, else to its own date. */
export function dayTimeOf(calendar: Calendar, instant: number): DayTime {
  const local = instant + calendar.zone.offsetAt(instant);
  const today = Math.floor(local / dayMs);
  const inYesterdaysShift = calendar.openOn(today - 1).some(({ from, to }) => instant >= from && instant < to);
  const day = inYesterdaysShift ? today - 1 : today;
  return { day, wallMs: local - day * dayMs };
}

const horizonDays = Math.floor(horizonYears * 365.2425);

/** The Nth business date after `day` that has open time outside the pauses. Throws `beyond-horizon`. */
export function businessDateAfter(calendar: Calendar, day: number, count: number, pauses: readonly Pause[]): number {
  let left = count;
  for (let next = day + 1; next <= day + horizonDays; next++) {
    if (calendar.schedule.ranges(next).length === 0) continue;
    if (countedOn(calendar, next, pauses).length > 0) left--;
    if (left === 0) return next;
  }
  throw new Failure({ code: "beyond-horizon", zone: calendar.zone.id, years: horizonYears });
}

function countedOn(calendar: Calendar, day: number, holes: readonly Interval[]): readonly Interval[] {
  return without(calendar.openOn(day), holes);
}

/** When `count` business days (a whole number) from `opened` are over, by one of the two rules. A count of 0 is due at `opened`. */
export function deadlineInDays(calendar: Calendar, opened: number, count: number, rule: CountDays, pauses: readonly Pause[]): number {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`business days are counted in whole ones from 0, got ${count}`);
  if (count === 0) return opened;
  if (pauses.length === 0) return keptDays(calendar).deadline(opened, count, rule);
  const holes = unionOf(pauses);
  const start = withPauses(calendar.hours, holes).nextOpen(opened);
  const { day, wallMs } = dayTimeOf(calendar, start);
  const dueDay = businessDateAfter(calendar, day, count, holes);
  const open = countedOn(calendar, dueDay, holes);
  const first = open[0] as Interval;
  const last = open.at(-1) as Interval;
  switch (rule) {
    case "end-of-day":
      return last.to;
    case "same-time": {
      const wanted = calendar.zone.firstAtOrAfter(dueDay * dayMs + wallMs);
      if (wanted < first.from) return first.from;
      // Inside an interval the wall time stands; past one, in a lunch gap or after hours, its close is the last open moment before it.
      const before = open.findLast((interval) => interval.from <= wanted) as Interval;
      return Math.min(wanted, before.to);
    }
  }
}

/** A date that was counted, and the instant its counted hours begin. */
export interface CountedDay {
  readonly day: number;
  readonly from: number;
}

/** The dates that `count` business days from `opened` are made of, in order: the proof of {@link deadlineInDays}. */
export function countedDays(calendar: Calendar, opened: number, count: number, pauses: readonly Pause[]): readonly CountedDay[] {
  const holes = unionOf(pauses);
  const days: CountedDay[] = [];
  let { day } = dayTimeOf(calendar, withPauses(calendar.hours, holes).nextOpen(opened));
  while (days.length < count) {
    day = businessDateAfter(calendar, day, 1, holes);
    days.push({ day, from: (countedOn(calendar, day, holes)[0] as Interval).from });
  }
  return days;
}

/** What is kept of a calendar's dates, so that many tickets ask for each but once: the answers are those of the functions above. */
interface KeptDays {
  deadline(opened: number, count: number, rule: CountDays): number;
}

/** A date's open time, and the zone's offset around it; NaN where that changes from the day before to two days after. */
interface KeptDay {
  readonly open: readonly Interval[];
  readonly offsetMs: number;
}

/** Fifty years of dates; beyond, what is kept is dropped. */
const mostKept = 20_000;
const kept = new WeakMap<Calendar, KeptDays>();
const aroundMs = 16 * 3_600_000;

function keptDays(calendar: Calendar): KeptDays {
  const ready = kept.get(calendar);
  if (ready) return ready;
  const { zone } = calendar;
  const days = new Map<number, KeptDay>();
  /** The Nth business date after a date, by N and date. */
  const counted = new Map<number, Map<number, number>>();

  function dayOf(day: number): KeptDay {
    const known = days.get(day);
    if (known) return known;
    const stretches = zone.stretches(day * dayMs - aroundMs, (day + 2) * dayMs + aroundMs);
    const made = { open: calendar.openOn(day), offsetMs: stretches.length === 1 ? (stretches[0]?.offsetMs as number) : Number.NaN };
    if (days.size >= mostKept) days.clear();
    days.set(day, made);
    return made;
  }

  function dateAfter(day: number, count: number): number {
    let after = counted.get(count);
    if (!after) {
      if (counted.size >= 100) counted.clear();
      after = new Map();
      counted.set(count, after);
    }
    const known = after.get(day);
    if (known !== undefined) return known;
    const found = businessDateAfter(calendar, day, count, []);
    if (after.size >= mostKept) after.clear();
    after.set(day, found);
    return found;
  }

  function deadline(opened: number, count: number, rule: CountDays): number {
    const start = calendar.hours.nextOpen(opened);
    const local = start + zone.offsetAt(start);
    let day = Math.floor(local / dayMs);
    const before = dayOf(day - 1).open;
    const last = before[before.length - 1];
    // A shift that began the day before ends after that day's last opening.
    if (last && start < last.to && before.some(({ from, to }) => start >= from && start < to)) day--;
    const dueDay = dateAfter(day, count);
    const { open, offsetMs } = dayOf(dueDay);
    const first = open[0] as Interval;
    if (rule === "end-of-day") return (open[open.length - 1] as Interval).to;
    const wall = dueDay * dayMs + local - day * dayMs;
    const wanted = Number.isNaN(offsetMs) ? zone.firstAtOrAfter(wall) : wall - offsetMs;
    if (wanted < first.from) return first.from;
    let i = open.length - 1;
    while ((open[i] as Interval).from > wanted) i--;
    return Math.min(wanted, (open[i] as Interval).to);
  }

  const made: KeptDays = { deadline };
  kept.set(calendar, made);
  return made;
}
