/**
 * Civil dates as whole numbers: days since 1970-01-01 in the proleptic Gregorian calendar.
 * A day number is a date on a wall calendar, without a zone.
 */

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

export const secondMs = 1000;
export const minuteMs = 60_000;
export const hourMs = 3_600_000;
export const dayMs = 86_400_000;

/** Index into {@link weekdays} of a day number: 0 is Monday. */
export function weekdayIndex(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The day number of a real date written `YYYY-MM-DD` (years 0001-9999); undefined for anything else, such as 2026-02-30. */
export function parseDay(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  return realDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The day number of a real date (years 0001-9999); undefined for anything else. */
export function realDay(year: number, month: number, date: number): number | undefined {
  if (year < 1 || year > 9999) return undefined;
  const day = dayOf(year, month, date);
  const real = new Date(day * dayMs);
  return real.getUTCMonth() === month - 1 && real.getUTCDate() === date ? day : undefined;
}

/** The day number of a year, month (1-12) and date; out-of-range months and dates carry over as in `Date.UTC`. */
export function dayOf(year: number, month: number, date: number): number {
  // Date.UTC would read the years 0-99 as 1900-1999.
  return new Date(0).setUTCFullYear(year, month - 1, date) / dayMs;
}

/** `YYYY-MM-DD` of a day number within the years 0001-9999. */
export function formatDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}
