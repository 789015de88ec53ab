/** The small values of the engine, each at its edges: dates, written hours, intervals, budgets, ISO texts, verdicts. */
import { describe, expect, test } from "vitest";
import { dayOf, formatDay, parseDay, weekdayIndex, weekdays } from "../../src/core/date.js";
import { formatIsoDuration, formatLocal, formatUtc } from "../../src/core/format-time.js";
import { subtract, union } from "../../src/core/interval.js";
import { parseMinutes, parseSchedule, type ScheduleSpec } from "../../src/core/schedule.js";
import { statusOf } from "../../src/core/status.js";
import { budgetMsOf, type TimeUnit } from "../../src/core/target.js";
import { faultOf } from "../fault.js";

const dayMs = 86_400_000;

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

describe("written hours", () => {
  test.each([
    ["00:00", 0],
    ["00:01", 1],
    ["09:30", 570],
    ["23:59", 1439],
    ["24:00", 1440],
    ["24:01", undefined],
    ["25:00", undefined],
    ["09:60", undefined],
    ["09:59", 599],
    ["9:00", undefined],
    ["09:0", undefined],
    ["009:00", undefined],
    ["09:000", undefined],
    ["0900", undefined],
    ["", undefined],
  ])("%s is %s", (text, minutes) => expect(parseMinutes(text)).toBe(minutes));

  const of = (spec: ScheduleSpec) => parseSchedule(spec);
  /** 2026-11-23. */
  const monday = 20_780;

  test("ranges come by opening, then closing; one that crosses midnight closes after 24:00", () => {
    const { ranges, usualRanges } = of({
      hours: {
        mon: [
          ["22:00", "06:00"],
          ["09:00", "12:00"],
          ["09:00", "11:00"],
        ],
      },
    });
    expect(ranges(monday)).toEqual([
      { open: 540, close: 660 },
      { open: 540, close: 720 },
      { open: 1320, close: 1800 },
    ]);
    expect(usualRanges(monday + 7)).toEqual(ranges(monday));
    expect(ranges(monday + 1)).toEqual([]);
  });

  test("a holiday takes a date's hours away, an exception replaces them whatever the day is", () => {
    const schedule = of({
      hours: { mon: [["09:00", "17:00"]] },
      holidays: ["2026-11-23", "2026-11-30"],
      exceptions: { "2026-11-30": [["10:00", "12:00"]], "2026-12-07": [] },
    });
    expect(schedule.ranges(monday)).toEqual([]);
    expect(schedule.usualRanges(monday)).toEqual([{ open: 540, close: 1020 }]);
    expect(schedule.ranges(monday + 7)).toEqual([{ open: 600, close: 720 }]);
    expect(schedule.ranges(monday + 14)).toEqual([]);
    expect([monday, monday + 7, monday + 14].map(schedule.isException)).toEqual([false, true, true]);
    expect([monday, monday + 7, monday + 14].map(schedule.holidayName)).toEqual(["", "", undefined]);
  });

  test.each<[string, ScheduleSpec, boolean]>([
    ["no hours at all", { hours: {} }, false],
    ["weekdays without ranges", { hours: { mon: [], tue: [] } }, false],
    ["an exception without ranges", { hours: {}, exceptions: { "2026-01-01": [] } }, false],
    ["one weekday with hours", { hours: { mon: [], sun: [["09:00", "10:00"]] } }, true],
    ["hours on an exception only", { hours: {}, exceptions: { "2026-01-01": [["09:00", "10:00"]] } }, true],
  ])("%s: can open is %s", (_, spec, canOpen) => expect(of(spec).canOpen).toBe(canOpen));

  test.each<[string, ScheduleSpec["hours"], string, string]>([
    ["a malformed opening", { mon: [["9:00", "17:00"]] }, "9:00-17:00", "mon"],
    ["a malformed closing", { tue: [["09:00", "17.00"]] }, "09:00-17.00", "tue"],
    ["equal ends", { wed: [["09:00", "09:00"]] }, "09:00-09:00", "wed"],
    ["an opening at 24:00", { thu: [["24:00", "06:00"]] }, "24:00-06:00", "thu"],
  ])("%s is refused", (_, hours, value, where) => {
    expect(faultOf(() => of({ hours }))).toEqual({ code: "bad-hours", value, where });
  });

  test("a whole day is 00:00-24:00", () => {
    expect(of({ hours: { mon: [["00:00", "24:00"]] } }).ranges(monday)).toEqual([{ open: 0, close: 1440 }]);
  });

  test("a date that does not exist is refused, with the list it stands in", () => {
    const hours = { mon: [["09:00", "17:00"]] } as const;
    expect(faultOf(() => of({ hours, holidays: ["2026-02-30"] }))).toEqual({
      code: "bad-date",
      value: "2026-02-30",
      where: "holidays",
    });
    expect(faultOf(() => of({ hours, exceptions: { soon: [] } }))).toEqual({
      code: "bad-date",
      value: "soon",
      where: "exceptions",
    });
    expect(faultOf(() => of({ hours, exceptions: { "2026-01-01": [["9", "10"]] } }))).toEqual({
      code: "bad-hours",
      value: "9-10",
      where: "2026-01-01",
    });
  });
});

describe("intervals", () => {
  const i = (from: number, to: number) => ({ from, to });

  test("a union is sorted, disjoint and not touching; empty and reversed ones vanish", () => {
    expect(union([i(30, 40), i(10, 20), i(20, 25), i(50, 50), i(60, 55), i(32, 35), i(38, 45)])).toEqual([
      i(10, 25),
      i(30, 45),
    ]);
    expect(union([i(1, 2), i(3, 4)])).toEqual([i(1, 2), i(3, 4)]);
    expect(union([])).toEqual([]);
  });

  test("the intervals given are left as they were", () => {
    const given = [i(10, 20), i(15, 30)];
    union(given);
    expect(given).toEqual([i(10, 20), i(15, 30)]);
  });

  test.each([
    ["nothing removed", [], [i(10, 20), i(30, 40)]],
    ["before and after", [i(0, 10), i(40, 50)], [i(10, 20), i(30, 40)]],
    ["the start", [i(5, 12)], [i(12, 20), i(30, 40)]],
    ["the end", [i(15, 25)], [i(10, 15), i(30, 40)]],
    ["the middle, twice", [i(11, 12), i(14, 16)], [i(10, 11), i(12, 14), i(16, 20), i(30, 40)]],
    ["exactly one", [i(10, 20)], [i(30, 40)]],
    ["up to the end exactly", [i(15, 20)], [i(10, 15), i(30, 40)]],
    ["over both", [i(15, 35)], [i(10, 15), i(35, 40)]],
    ["all", [i(0, 100)], []],
  ])("without %s", (_, removed, left) => expect(subtract([i(10, 20), i(30, 40)], removed)).toEqual(left));
});

describe("budgets", () => {
  test.each<[number, TimeUnit, number]>([
    [1, "seconds", 1000],
    [30, "minutes", 1_800_000],
    [2, "hours", 7_200_000],
    [1, "days", dayMs],
    [0, "hours", 0],
    [1 / 3, "seconds", 333],
    [0.0016, "seconds", 2],
  ])("%d %s are %d ms", (amount, unit, ms) => expect(budgetMsOf({ amount, unit })).toBe(ms));
});

describe("ISO texts", () => {
  test.each([
    ["2026-11-23T01:10:00Z", "2026-11-23T01:10:00Z", "2026-11-23T10:10:00+09:00", 9 * 60],
    ["2026-11-23T01:10:00.250Z", "2026-11-23T01:10:00.250Z", "2026-11-22T20:10:00.250-05:00", -5 * 60],
    ["2026-11-23T01:10:59Z", "2026-11-23T01:10:59Z", "2026-11-23T01:10:59+00:00", 0],
    ["2026-11-23T01:10:00Z", "2026-11-23T01:10:00Z", "2026-11-22T21:40:00-03:30", -210],
    ["2026-11-23T01:10:00Z", "2026-11-23T01:10:00Z", "2026-11-23T06:55:00+05:45", 345],
    ["1900-01-01T00:00:00Z", "1900-01-01T00:00:00Z", "1900-01-01T00:09:00+00:09", 9.35],
    ["1900-01-01T00:00:00Z", "1900-01-01T00:00:00Z", "1899-12-31T23:59:00-00:01", -1.25],
  ])("%s: %s, on a wall %s", (instant, utc, local, offsetMinutes) => {
    expect(formatUtc(Date.parse(instant))).toBe(utc);
    expect(formatLocal(Date.parse(instant), offsetMinutes * 60_000)).toBe(local);
  });

  test.each([
    [0, "PT0S"],
    [1, "PT0.001S"],
    [999, "PT0.999S"],
    [1000, "PT1S"],
    [59_999, "PT59.999S"],
    [60_000, "PT1M"],
    [61_500, "PT1M1.5S"],
    [3_600_000, "PT1H"],
    [34_200_000, "PT9H30M"],
    [3_600_000 * 30 + 5000, "PT30H5S"],
    [-300_000, "-PT5M"],
    [-1, "-PT0.001S"],
  ])("%i ms is %s", (ms, text) => expect(formatIsoDuration(ms)).toBe(text));
});

describe("rule status", () => {
  const ticket = { deadline: 1000, responded: undefined, now: 500, usedMs: 50, budgetMs: 100, atRiskPercent: 75 };
  test.each([
    ["answered before the deadline", { responded: 999 }, "met"],
    ["answered at the deadline itself", { responded: 1000 }, "met"],
    ["answered a millisecond late", { responded: 1001 }, "missed"],
    ["answered at once, looked at long after", { responded: 0, now: 9999 }, "met"],
    ["half used", {}, "open"],
    ["a millisecond under the share", { usedMs: 74 }, "open"],
    ["at the share exactly", { usedMs: 75 }, "at-risk"],
    ["over the share", { usedMs: 99 }, "at-risk"],
    ["at the deadline itself", { now: 1000, usedMs: 100 }, "at-risk"],
    ["a millisecond past the deadline", { now: 1001, usedMs: 100 }, "overdue"],
    ["a share of 0 is at risk from the start", { usedMs: 0, atRiskPercent: 0 }, "at-risk"],
    ["a share of 100 only at the end", { usedMs: 99, atRiskPercent: 100 }, "open"],
    ["no budget at all", { usedMs: 0, budgetMs: 0 }, "at-risk"],
  ])("%s: %s is %s", (_, change, status) => expect(statusOf({ ...ticket, ...change })).toBe(status));
});
