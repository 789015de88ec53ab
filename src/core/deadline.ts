/**
 * The deadline of a target and the time used towards it, on any clock.
 */

import { deadlineInDays } from "./business-days.js";
import { type Calendar, checkCalendar, openTimeOf } from "./calendar.js";
import { checkObject, checkOneOf } from "./check.js";
import type { OpenTime } from "./open-time.js";
import { checkPauses, noPauses, type Pause, withPauses } from "./pause.js";
import { budgetMsOf, type CountDays, checkTarget, countDaysRules, type HourClock, type Target } from "./target.js";
import { checkInstant } from "./zone.js";

export interface DeadlineOptions {
  readonly pauses?: readonly Pause[];
  /** Only for `business-days`; `same-time` by default. */
  readonly countDays?: CountDays;
}

/**
 * The earliest instant `t >= opened` by which the target's budget is used up (milliseconds since 1970, as all instants).
 * A budget that runs out exactly at closing time is due at closing time; a budget of 0 is due at `opened`.
 * Throws `beyond-horizon` or `never-open` where no such instant is within 100 years, `instant-out-of-range`, and RangeError for a
 * target, rule or pause that is invalid, such as a target whose unit does not suit its clock: `days` goes with `business-days`, and only days.
 */
export function deadline(calendar: Calendar, opened: number, target: Target, options: DeadlineOptions = {}): number {
  checkObject("options", options);
  const { pauses = noPauses, countDays = "same-time" } = options;
  checkCalendar(calendar);
  checkInstant(opened);
  checkTarget(target);
  checkOneOf("countDays", countDays, countDaysRules);
  checkPauses(pauses);
  if (target.clock !== "business-days")
    return countedTime(calendar, target.clock, pauses).deadline(opened, budgetMsOf(target));
  const due = deadlineInDays(calendar, opened, target.amount, countDays, pauses);
  checkInstant(due);
  return due;
}

export interface ElapsedOptions {
  readonly pauses?: readonly Pause[];
  /** `business-hours` by default. */
  readonly clock?: HourClock;
}

/** The open time between two instants in milliseconds, negative where `from > to`. Throws `instant-out-of-range`, and RangeError for a clock that does not count hours. */
export function elapsed(calendar: Calendar, from: number, to: number, options: ElapsedOptions = {}): number {
  checkObject("options", options);
  const { pauses = noPauses, clock = "business-hours" } = options;
  checkCalendar(calendar);
  checkPauses(pauses);
  return countedTime(calendar, clock, pauses).elapsed(from, to);
}

/** The open time of a clock outside the pauses. */
export function countedTime(calendar: Calendar, clock: HourClock, pauses: readonly Pause[]): OpenTime {
  return withPauses(openTimeOf(calendar, clock), pauses);
}

/** The clock on which time used towards a target is measured: business days are measured in business hours. */
export function measuringClock(target: Pick<Target, "clock">): HourClock {
  return target.clock === "business-days" ? "business-hours" : target.clock;
}

/** The instant from which time counts: the first counted open instant at or after `opened`. */
export function clockStart(
  calendar: Calendar,
  opened: number,
  target: Target,
  pauses: readonly Pause[] = noPauses,
): number {
  return countedTime(calendar, measuringClock(target), pauses).nextOpen(opened);
}
