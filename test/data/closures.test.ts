/** Dates, days of every year and spans of every year that a dataset lists. */
import { expect, test } from "vitest";
import { parseDay } from "../../src/core/date.js";
import { closuresOf, isYearly } from "../../src/data/closures.js";

test.each([
  ["12-28/01-03", ["2026-12-27", "2027-01-04"], ["2026-12-28", "2026-12-31", "2027-01-01", "2027-01-03"]],
  ["08-10/08-16", ["2026-08-09", "2026-08-17"], ["2026-08-10", "2026-08-16", "2031-08-12"]],
  ["06-30", ["2026-06-29", "2026-07-01"], ["2026-06-30", "2027-06-30"]],
  ["02-29", ["2026-02-28", "2026-03-01"], ["2028-02-29"]],
  ["2026-12-25", ["2026-12-24", "2027-12-25"], ["2026-12-25"]],
])("%s", (text, open, closed) => {
  const closures = closuresOf([text]);
  const isClosed = (date: string) => closures.get(parseDay(date) as number) !== undefined;
  expect(open.filter(isClosed)).toEqual([]);
  expect(closed.filter(isClosed)).toEqual(closed);
});

test.each([
  ["12-28/01-03", true],
  ["02-29", true],
  ["02-30", false],
  ["12-28/13-01", false],
])("%s is a yearly closure: %s", (text, expected) => {
  expect(isYearly(text)).toBe(expected);
});
