/**
 * The target of a plan: an amount of time on a clock, and its budget in milliseconds.
 */
import { checkNumber, checkObject, checkOneOf, refuse } from "./check.js";
import { dayMs, hourMs, minuteMs, secondMs } from "./date.js";

/** Clocks that count hours. */
export const hourClocks = ["24x7", "24x5", "business-hours"] as const;
export type HourClock = (typeof hourClocks)[number];

/** All clocks, strictest first; `business-days` counts dates, never hours. */
export const clocks = [...hourClocks, "business-days"] as const;
export type Clock = (typeof clocks)[number];

export const timeUnits = ["seconds", "minutes", "hours", "days"] as const;
export type TimeUnit = (typeof timeUnits)[number];

/** Units of the clocks that count hours. */
export type HourUnit = Exclude<TimeUnit, "days">;

/** An amount of time on a clock that counts hours; `amount` is zero or more. */
export interface HourTarget {
  readonly clock: HourClock;
  readonly amount: number;
  readonly unit: HourUnit;
}

/** A whole number of business days from zero. */
export interface DayTarget {
  readonly clock: "business-days";
  readonly amount: number;
  readonly unit: "days";
}

/** A first-response target: hours on a clock that counts hours, or business days. */
export type Target = HourTarget | DayTarget;

/**
 * Throws RangeError for an invalid target: an unknown clock or unit, a unit that does not suit the clock, an amount that is
 * not a number from zero, or a fraction of a business day.
 */
export function checkTarget(target: Target): void {
  checkObject("target", target);
  const { clock, amount, unit } = target;
  checkOneOf("clock", clock, clocks);
  checkOneOf("unit", unit, timeUnits);
  if ((clock === "business-days") !== (unit === "days"))
    throw new RangeError(`a target on the clock ${clock} is not counted in ${unit}`);
  checkNumber("amount", amount);
  if (amount < 0 || (unit === "days" && !Number.isInteger(amount)))
    refuse("amount", unit === "days" ? "a whole number from 0" : "a number from 0", amount);
}

/** How business days are counted to an instant: at the same wall time, or at the end of that day. */
export const countDaysRules = ["same-time", "end-of-day"] as const;
export type CountDays = (typeof countDaysRules)[number];

const unitMs = { seconds: secondMs, minutes: minuteMs, hours: hourMs, days: dayMs } as const satisfies Record<
  TimeUnit,
  number
>;

/** The budget of an hour-counting target in milliseconds, rounded to a whole one. */
export function budgetMsOf(target: Pick<Target, "amount" | "unit">): number {
  return Math.round(target.amount * unitMs[target.unit]);
}
