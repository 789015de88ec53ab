/**
 * The holidays that a dataset lists for a region: dates, days of every year, and spans of every year.
 */
import type { HolidayLookup } from "../core/calendar.js";
import { formatDay, parseDay } from "../core/date.js";

/** `MM-DD`, or `MM-DD/MM-DD`, of dates that exist in some year. */
export function isYearly(text: string): boolean {
  return spanOf(text).every((date) => parseDay(`${leapYear}-${date}`) !== undefined);
}

/** The closed dates by day number, without names. Entries must be valid. */
export function closuresOf(holidays: readonly string[]): HolidayLookup {
  const days = new Set(holidays.map(parseDay));
  const spans = holidays.filter((text) => parseDay(text) === undefined).map(spanOf);
  return { get: (day) => (days.has(day) || (spans.length > 0 && isInSpan(day)) ? "" : undefined) };

  function isInSpan(day: number): boolean {
    const date = formatDay(day).slice(5);
    return spans.some(([first, last]) =>
      first <= last ? first <= date && date <= last : first <= date || date <= last,
    );
  }
}

const leapYear = 2024;

/** The first and last date; they are the same for a single day. */
function spanOf(text: string): readonly [first: string, last: string] {
  const [first = "", last = first] = text.split("/");
  return [first, last];
}
