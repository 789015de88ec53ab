/** Dates as day numbers, at the ends of months and years. */
import { describe, expect, test } from "vitest";
import { dayOf, formatDay, parseDay, realDay, weekdayIndex, weekdays } from "../../src/core/date.js";

describe("dates as day numbers", () => {
  test.each([
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["2000-02-29", 11_016],
    ["2026-11-22", 20_779],
    ["0001-01-01", -719_162],
    ["0099-12-31", -683_004],
    ["9999-12-31", 2_932_896],
  ])("%s is %i", (text, day) => {
    expect(parseDay(text)).toBe(day);
    expect(formatDay(day)).toBe(text);
  });

  test.each([
    "2026-02-29",
    "2026-02-30",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2026-04-31",
    "1900-02-29",
    "0000-12-31",
    "0000-01-01",
    "2026-1-1",
    "26-01-01",
    "2026/01/01",
    "2026-01-01T00:00",
    " 2026-01-01",
    "x2026-01-01",
    "12026-01-01",
    "2026-01-011",
    "",
  ])("%s is no date", (text) => expect(parseDay(text)).toBeUndefined());

  test("a real date is in the years 1 to 9999, and in its month", () => {
    expect(realDay(9999, 12, 31)).toBe(2_932_896);
    expect(realDay(10_000, 1, 1)).toBeUndefined();
    expect(realDay(0, 12, 31)).toBeUndefined();
    expect(realDay(2026, 1, 31)).toBe(20_484);
    // A year after the first of January, in the same month of the next year.
    expect(realDay(2026, 1, 366)).toBeUndefined();
  });

  test("months and dates out of range carry over, years before 100 stay what they are", () => {
    expect(formatDay(dayOf(2026, 13, 1))).toBe("2027-01-01");
    expect(formatDay(dayOf(2026, 3, 0))).toBe("2026-02-28");
    expect(formatDay(dayOf(2024, 3, 0))).toBe("2024-02-29");
    expect(formatDay(dayOf(99, 1, 1))).toBe("0099-01-01");
    expect(formatDay(dayOf(4, 2, 29))).toBe("0004-02-29");
  });

  test("weekdays, before 1970 too", () => {
    const name = (text: string) => weekdays[weekdayIndex(parseDay(text) as number)];
    expect(["1970-01-01", "1969-12-31", "1969-12-28", "2026-11-22", "2026-11-23", "0001-01-01"].map(name)).toEqual([
      "thu",
      "wed",
      "sun",
      "sun",
      "mon",
      "mon",
    ]);
  });
});
