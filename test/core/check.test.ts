/** What an argument that cannot be used is refused with: which one it is, what it must be, and what it was. */
import { describe, expect, test } from "vitest";
import { type CalendarSpec, compileCalendar } from "../../src/core/calendar.js";
import {
  checkFunction,
  checkList,
  checkNumber,
  checkObject,
  checkOneOf,
  checkText,
  checkWhole,
} from "../../src/core/check.js";
import { deadline, elapsed } from "../../src/core/deadline.js";
import { formatInZone, formatIsoDuration, formatLocal } from "../../src/core/format-time.js";
import { alwaysOpen } from "../../src/core/open-time.js";
import { parseSchedule } from "../../src/core/schedule.js";
import { statusOf } from "../../src/core/status.js";
import { latestInstant } from "../../src/core/zone.js";

// biome-ignore lint/suspicious/noExplicitAny: callers without types.
type Any = any;
const hours: CalendarSpec["hours"] = { mon: [["09:00", "17:00"]] };
// Made by each test, as nothing is made while checks refuse everything.
const utc = () => compileCalendar({ zone: "UTC", hours });
const target: Any = { clock: "business-hours", amount: 2, unit: "hours" };
const ticket: Any = { deadline: 1, now: 0, usedMs: 0, budgetMs: 1, atRiskPercent: 75 };
const schedule = (spec: Any) => parseSchedule({ hours, ...spec });
const paused = (pauses: Any) => elapsed(utc(), 0, 1, { pauses });
const due = (more: Any, options?: Any) => deadline(utc(), 0, { ...target, ...more }, options);
const status = (more: Any) => statusOf({ ...ticket, ...more });
const instants = "a whole number of milliseconds within the years 0001-9999";

describe("hours", () => {
  test.each<[string, () => unknown]>([
    ["hours must be an object of weekdays, got a list", () => schedule({ hours: [] })],
    ["hours must be an object of weekdays, got null", () => schedule({ hours: null })],
    [
      'a weekday of hours must be one of mon, tue, wed, thu, fri, sat, sun, got "monday"',
      () => schedule({ hours: { monday: [] } }),
    ],
    ['the hours of mon must be a list of pairs, got "09:00-17:00"', () => schedule({ hours: { mon: "09:00-17:00" } })],
    [
      "a range of mon must be an opening and a closing, got a list",
      () => schedule({ hours: { mon: [["09:00", "12:00", "13:00"]] } }),
    ],
    ["a range of mon must be an opening and a closing, got a list", () => schedule({ hours: { mon: [["09:00"]] } })],
    ['a range of tue must be an opening and a closing, got "09"', () => schedule({ hours: { tue: ["09"] } })],
    ["exceptions must be an object of dates, got a list", () => schedule({ exceptions: [] })],
    ["exceptions must be an object of dates, got true", () => schedule({ exceptions: true })],
    [
      "the hours of 2026-11-23 must be a list of pairs, got a value of type object",
      () => schedule({ exceptions: { "2026-11-23": {} } }),
    ],
    ['holidays must be dates or a look-up by day number, got "2026"', () => schedule({ holidays: "2026" })],
    ["get of holidays must be a function, got undefined", () => schedule({ holidays: { get: undefined } })],
    ["the iterator of holidays must be a function, got undefined", () => schedule({ holidays: {} })],
  ])("%s", (message, call) => expect(call).toThrow(new RangeError(message)));

  test("no holidays, as null has them, are none", () => {
    expect(schedule({ holidays: null }).holidayName(20_780)).toBeUndefined();
  });
});

describe("targets, pauses and tickets", () => {
  test.each<[string, () => unknown]>([
    ["target must be an object, got 8", () => deadline(utc(), 0, 8 as Any)],
    ['clock must be one of 24x7, 24x5, business-hours, business-days, got "always"', () => due({ clock: "always" })],
    ['unit must be one of seconds, minutes, hours, days, got "weeks"', () => due({ unit: "weeks" })],
    ["amount must be a number, got NaN", () => due({ amount: Number.NaN })],
    ["amount must be a number from 0, got -1", () => due({ amount: -1 })],
    ["amount must be a whole number from 0, got 0.5", () => due({ clock: "business-days", unit: "days", amount: 0.5 })],
    ["amount must be a whole number from 0, got -1", () => due({ clock: "business-days", unit: "days", amount: -1 })],
    ["a target on the clock business-hours is not counted in days", () => due({ unit: "days" })],
    ["a target on the clock business-days is not counted in hours", () => due({ clock: "business-days" })],
    ['countDays must be one of same-time, end-of-day, got "noon"', () => due({}, { countDays: "noon" })],
    ["options must be an object, got 1", () => due({}, 1)],
    ["options must be an object, got null", () => elapsed(utc(), 0, 1, null as Any)],
    ["pauses must be a list, got a value of type object", () => paused({})],
    ["a pause must be an object, got a list", () => paused([[0, 1]])],
    [`from of a pause must be ${instants}, got 0.5`, () => paused([{ from: 0.5, to: 1 }])],
    [`to of a pause must be ${instants}, got undefined`, () => paused([{ from: 0 }])],
    [`to of a pause must be ${instants}, got ${latestInstant + 1}`, () => paused([{ from: 0, to: latestInstant + 1 }])],
    ["a pause must not end before it begins, got 2 to 1", () => paused([{ from: 2, to: 1 }])],
    ["the ticket must be an object, got a list", () => statusOf([] as Any)],
    ["deadline must be a whole number, got 0.5", () => status({ deadline: 0.5 })],
    ["now must be a whole number, got undefined", () => status({ now: undefined })],
    ['usedMs must be a whole number, got "1"', () => status({ usedMs: "1" })],
    ["budgetMs must be a whole number, got NaN", () => status({ budgetMs: Number.NaN })],
    ["atRiskPercent must be a number, got Infinity", () => status({ atRiskPercent: Number.POSITIVE_INFINITY })],
    ["responded must be a whole number, got 0.5", () => status({ responded: 0.5 })],
    ["budgetMs must be a whole number of milliseconds from 0, got -1", () => utc().hours.deadline(0, -1)],
    ["budgetMs must be a whole number of milliseconds from 0, got 0.5", () => alwaysOpen.deadline(0, 0.5)],
  ])("%s", (message, call) => expect(call).toThrow(new RangeError(message)));

  test("half an hour is an amount", () => {
    expect(due({ amount: 0.5 })).toBe(Date.parse("1970-01-05T09:30Z"));
  });

  test("a pause without length, and one up to the last instant, are pauses", () => {
    expect(
      paused([
        { from: 0, to: 0 },
        { from: 1, to: latestInstant },
      ]),
    ).toBe(0);
  });
});

describe("texts of times", () => {
  const day = 86_400_000;
  test.each<[string, () => unknown]>([
    ["offsetMs must be a number, got NaN", () => formatLocal(0, Number.NaN)],
    [`offsetMs must be a number of milliseconds up to a day, got ${day + 1}`, () => formatLocal(0, day + 1)],
    [`offsetMs must be a number of milliseconds up to a day, got ${-day - 1}`, () => formatLocal(0, -day - 1)],
    ["zone must be the name of a time zone, or a zone, got a value of type object", () => formatInZone(0, {} as Any)],
    ["zone must be the name of a time zone, or a zone, got undefined", () => formatInZone(0, undefined as Any)],
    ["ms must be a whole number, got 0.5", () => formatIsoDuration(0.5)],
  ])("%s", (message, call) => expect(call).toThrow(new RangeError(message)));
});

describe("each check accepts what it is for, and refuses the rest", () => {
  const values: Readonly<Record<string, unknown>> = {
    text: "x",
    empty: "",
    zero: 0,
    fraction: 0.5,
    unsafe: 2 ** 53,
    NaN: Number.NaN,
    infinity: Number.POSITIVE_INFINITY,
    null: null,
    undefined: undefined,
    true: true,
    list: [],
    object: {},
    function: () => 1,
  };
  test.each<[string, string, (name: string, value: unknown) => void, readonly string[]]>([
    ["one of", "one of x, y", (name, value) => checkOneOf(name, value, ["x", "y"]), ["text"]],
    ["number", "a number", checkNumber, ["zero", "fraction", "unsafe"]],
    ["whole", "a whole number", checkWhole, ["zero"]],
    ["text", "a text", checkText, ["text", "empty"]],
    ["object", "an object", checkObject, ["object"]],
    ["list", "a list", checkList, ["list"]],
    ["function", "a function", checkFunction, ["function"]],
  ])("%s", (_, expected, check, good) => {
    const accepted = Object.keys(values).filter((key) => {
      try {
        check("it", values[key]);
        return true;
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        expect((error as Error).message.startsWith(`it must be ${expected}, got `)).toBe(true);
        return false;
      }
    });
    expect(accepted).toEqual(good);
  });
});

describe("a value that is too long to repeat, or has no text, is described", () => {
  test.each<[string, unknown]>([
    [JSON.stringify("x".repeat(100)), "x".repeat(100)],
    ["a text of 101 characters", "x".repeat(101)],
    ['"a \\"quoted\\" text\\n"', 'a "quoted" text\n'],
    ["null", null],
    ["undefined", undefined],
    ["true", true],
    ["-1.5", -1.5],
    ["a list", []],
    ["a value of type object", {}],
    ["a value of type function", () => 1],
    ["a value of type symbol", Symbol("x")],
    ["a value of type bigint", 1n],
  ])("%s", (text, value) => {
    const message = `clock must be one of 24x7, 24x5, business-hours, business-days, got ${text}`;
    expect(() => due({ clock: value })).toThrow(new RangeError(message));
  });
});
