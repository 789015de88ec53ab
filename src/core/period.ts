/**
 * Periods of the calendar that dates belong to: days, ISO weeks (Monday to Sunday), months, quarters and years.
 */
import { dayOf, formatDay, weekdayIndex } from "./date.js";

export const periodUnits = ["day", "week", "month", "quarter", "year"] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/** The day number on which the period of a day begins. */
export function periodStart(unit: PeriodUnit, day: number): number {
  return starts[unit](day);
}

const starts: Readonly<Record<PeriodUnit, (day: number) => number>> = {
  day: (day) => day,
  week: (day) => day - weekdayIndex(day),
  month: (day) => dayOf(yearOf(day), monthOf(day), 1),
  quarter: (day) => dayOf(yearOf(day), monthOf(day) - ((monthOf(day) - 1) % 3), 1),
  year: (day) => dayOf(yearOf(day), 1, 1),
};

/** A period by a day in it: `2026-11-20`, `2026-W47`, `2026-11`, `2026-Q4` or `2026`. These sort as texts do. */
export function formatPeriod(unit: PeriodUnit, day: number): string {
  return names[unit](day);
}

const names: Readonly<Record<PeriodUnit, (day: number) => string>> = {
  day: formatDay,
  week(day) {
    // An ISO week belongs to the year of its Thursday.
    const thursday = day - weekdayIndex(day) + 3;
    const first = dayOf(yearOf(thursday), 1, 1);
    const week = Math.floor((thursday - first) / 7) + 1;
    return `${formatDay(thursday).slice(0, 4)}-W${String(week).padStart(2, "0")}`;
  },
  month: (day) => formatDay(day).slice(0, 7),
  quarter: (day) => `${formatDay(day).slice(0, 4)}-Q${Math.ceil(monthOf(day) / 3)}`,
  year: (day) => formatDay(day).slice(0, 4),
};

function yearOf(day: number): number {
  return Number(formatDay(day).slice(0, 4));
}

function monthOf(day: number): number {
  return Number(formatDay(day).slice(5, 7));
}
