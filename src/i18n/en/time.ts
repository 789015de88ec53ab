/** Durations, targets, weekdays, and what can be wrong with a written time. */
import type { BusinessDays } from "../../core/business-days.js";
import type { Weekday } from "../../core/calendar.js";
import { budgetMsOf, type Clock, type Target, type TimeUnit } from "../../core/target.js";
import type { TypedTimeProblem } from "../../errors.js";
import { maxTimeCharacters } from "../../limits.js";
import type { CountedTime } from "../../report.js";
import { durationsIn, isLong } from "../shared.js";

const unitOne = { seconds: "second", minutes: "minute", hours: "hour", days: "day" } as const satisfies Record<
  TimeUnit,
  string
>;

export const durations = durationsIn({ day: "d", hour: "h", minute: "min", second: "s" }, " ");

/** `2 business days 1 h 20 min`. */
function businessDays({ count, restMs }: BusinessDays): string {
  return `${count} business ${count === 1 ? "day" : "days"}${restMs > 0 ? ` ${durations.duration(restMs)}` : ""}`;
}

export function amountOf(amount: number, unit: TimeUnit, kind = ""): string {
  if (isLong(amount, unit))
    return `${durations.duration(budgetMsOf({ amount, unit }))}${kind ? ", business hours" : ""}`;
  return `${amount} ${kind}${kind ? " " : ""}${amount === 1 ? unitOne[unit] : unit}`;
}

export const clockNames = {
  "24x7": "24x7",
  "24x5": "24x5",
  "business-hours": "business hours",
  "business-days": "business days",
} as const satisfies Record<Clock, string>;

const weekdayNames: Readonly<Record<Weekday, string>> = {
  mon: "Mon",
  tue: "Tue",
  wed: "Wed",
  thu: "Thu",
  fri: "Fri",
  sat: "Sat",
  sun: "Sun",
};

export const timeProblems = {
  "date-only": "is a date without a time",
  impossible: "is not a valid date or time",
  "leap-second": "is a leap second, which is not supported",
  "out-of-range": "is outside 0001-01-03 to 9999-12-28",
  "too-long": `is longer than ${maxTimeCharacters} characters`,
  unreadable: "is not a recognized time",
  abbreviation:
    "ends in a time zone abbreviation, which can mean several zones; write the offset, or remove it and set --source-tz",
  "before-1970": "is before 1970; for years of the Republic of China, set --era roc",
  "too-early": "is before 1970",
  "wrong-weekday": "names another weekday than that of its date",
  "half-day": "may be in the morning or in the afternoon",
  weekday: "may be last week's or next week's",
  "no-direction": "has no direction: past or future",
  "month-length": "counts months or years, which differ in length",
  "zone-abbreviation": "has a time zone abbreviation, which may stand for several zones",
  "date-order": "has a date whose day and month may be swapped",
} as const satisfies Record<TypedTimeProblem, string>;

/** A target in words: `2 business hours`, `1 hour, 24x7`, `3 business days`. */
export function target({ clock, amount, unit }: Target): string {
  switch (clock) {
    case "business-hours":
      return amountOf(amount, unit, "business");
    case "business-days":
      return amountOf(amount, unit, "business");
    case "24x5":
    case "24x7":
      return `${amountOf(amount, unit)}, ${clock}`;
  }
}

/** Counted time, with the elapsed clock time if given: `2 business hours (3 h 44 min by the clock)`. */
function counted({ clock, ms, days }: CountedTime, wallMs: number | undefined): string {
  const wall = wallMs === undefined ? "" : ` (${durations.clockTime(wallMs)} by the clock)`;
  if (clock === "24x7") return `${durations.clockTime(ms)}${wall}`;
  if (clock === "24x5") return `${durations.duration(ms)} on the 24x5 clock${wall}`;
  if (days && days.count > 0) return `${businessDays(days)}${wall}`;
  const hours = ms / 3_600_000;
  if (Number.isInteger(hours)) return `${hours} business ${hours === 1 ? "hour" : "hours"}${wall}`;
  return `${durations.duration(ms)} in business hours${wall}`;
}

export const time = {
  clocks: clockNames as Readonly<Record<Clock, string>>,
  target,
  ...durations,
  counted,
  businessDays,
  weekdays: weekdayNames,
  /** Weekdays in a row with the same hours. */
  weekdayRange: (first: string, last: string) => `${first}-${last}`,
  closures: (closures: readonly string[]) => `closed: ${closures.join(", ")}`,
  /** A date, with or without its year, and its weekday. */
  dated: (date: string, weekday: Weekday) => `${weekdayNames[weekday]} ${date}`,
};
