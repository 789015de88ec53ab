/** Hours as a dataset writes them: times, lunch breaks, shifts past midnight. */
import { describe, expect, test } from "vitest";
import { parseMinutes, parseSchedule, type ScheduleSpec } from "../../src/core/schedule.js";
import { faultOf } from "../fault.js";

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

  test.each([
    ["a symbol", Symbol("x")],
    ["a number", 9],
    ["a list with a text", ["2026-11-23"]],
    ["nothing", undefined],
  ])("%s is neither a date nor a time", (_, value) => {
    const untyped = value as never;
    expect(parseMinutes(untyped)).toBeUndefined();
    expect(faultOf(() => of({ hours: {}, holidays: [untyped] }))).toMatchObject({
      code: "bad-date",
      where: "holidays",
    });
    expect(faultOf(() => of({ hours: { mon: [[untyped, "17:00"]] } }))).toMatchObject({ code: "bad-hours" });
    expect(faultOf(() => of({ hours: { mon: [["09:00", untyped]] } }))).toMatchObject({ code: "bad-hours" });
  });

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

  test("a date that does not exist is refused, with its list", () => {
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
