/**
 * What a plan promises: an amount of time on a clock. Says how long a budget is, never when it ends.
 */
import { dayMs, hourMs, minuteMs, secondMs } from "./date.js";

/** Clocks that count hours. */
export const hourClocks = ["24x7", "24x5", "business-hours"] as const;
export type HourClock = (typeof hourClocks)[number];

/** All clocks, strictest first; `business-days` counts dates, never hours. */
export const clocks = [...hourClocks, "business-days"] as const;
export type Clock = (typeof clocks)[number];

export const timeUnits = ["seconds", "minutes", "hours", "days"] as const;
export type TimeUnit = (typeof timeUnits)[number];

/** A first-response target. `days` goes with `business-days` only, and only days; `amount` is zero or more. */
export interface Target {
  readonly clock: Clock;
  readonly amount: number;
  readonly unit: TimeUnit;
}

/** How business days are counted to an instant: at the same wall time, or at the end of that day. */
export const countDaysRules = ["same-time", "end-of-day"] as const;
export type CountDays = (typeof countDaysRules)[number];

const unitMs = { seconds: secondMs, minutes: minuteMs, hours: hourMs, days: dayMs } as const satisfies Record<TimeUnit, number>;

/** The budget of an hour-counting target in milliseconds, rounded to a whole one. */
export function budgetMsOf(target: Pick<Target, "amount" | "unit">): number {
  return Math.round(target.amount * unitMs[target.unit]);
}
