import { describe, expect, test } from "vitest";
import { dayOf, formatDay, parseDay, weekdayIndex } from "../../src/core/date.js";
import { formatPeriod, type PeriodUnit, periodStart, periodUnits } from "../../src/core/period.js";

describe("the period of a date", () => {
  test.each<[date: string, unit: PeriodUnit, name: string, start: string]>([
    ["2026-11-20", "day", "2026-11-20", "2026-11-20"],
    ["2026-11-20", "week", "2026-W47", "2026-11-16"],
    ["2026-11-20", "month", "2026-11", "2026-11-01"],
    ["2026-11-20", "quarter", "2026-Q4", "2026-10-01"],
    ["2026-11-20", "year", "2026", "2026-01-01"],
    // ISO weeks at the turn of a year.
    ["2026-12-31", "week", "2026-W53", "2026-12-28"],
    ["2027-01-03", "week", "2026-W53", "2026-12-28"],
    ["2027-01-04", "week", "2027-W01", "2027-01-04"],
    ["2024-12-30", "week", "2025-W01", "2024-12-30"],
    ["2025-12-29", "week", "2026-W01", "2025-12-29"],
    ["2026-03-31", "quarter", "2026-Q1", "2026-01-01"],
    ["2026-04-01", "quarter", "2026-Q2", "2026-04-01"],
    ["1969-12-31", "week", "1970-W01", "1969-12-29"],
  ])("%s, %s: %s", (date, unit, name, start) => {
    const day = parseDay(date) as number;
    expect(formatPeriod(unit, day)).toBe(name);
    expect(formatDay(periodStart(unit, day))).toBe(start);
  });

  test("days of one period have one name and one start, and names sort as the days do", () => {
    const first = dayOf(2019, 12, 1);
    for (const unit of periodUnits) {
      for (let day = first; day < first + 4000; day++) {
        const isSame = periodStart(unit, day) === periodStart(unit, day + 1);
        expect(formatPeriod(unit, day) === formatPeriod(unit, day + 1)).toBe(isSame);
        expect(formatPeriod(unit, day) <= formatPeriod(unit, day + 1)).toBe(true);
      }
    }
    expect(weekdayIndex(periodStart("week", first + 3))).toBe(0);
  });
});
