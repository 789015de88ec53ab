/**
 * Where a start and a budget can lie against an opening and a closing, the cases that caught other calculators,
 * and one test for each rule of time that could be disputed, under the rule's name.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Calendar, type CalendarSpec, compileCalendar } from "../../src/core/calendar.js";
import { deadline, elapsed } from "../../src/core/deadline.js";
import type { Target } from "../../src/core/target.js";
import { codeOf } from "../fault.js";

/** The calendars of fixtures/calendars; each has one peculiarity, which is its name. */
function spec(name: string): CalendarSpec {
  return JSON.parse(
    readFileSync(new URL(`../../fixtures/calendars/${name}.json`, import.meta.url), "utf8"),
  ) as CalendarSpec;
}

function calendar(name: string): Calendar {
  return compileCalendar(spec(name));
}

/** Instants are written with their offset; where none is written, Amsterdam's winter offset. */
function at(text: string): number {
  const instant = Date.parse(/[+Z]/.test(text) ? text : `${text}+01:00`);
  if (Number.isNaN(instant)) throw new Error(`unreadable instant ${text}`);
  return instant;
}

function utc(instant: number): string {
  return new Date(instant).toISOString();
}

/** `90m`, `4h`, `30s` in business hours; `2d` in business days. */
function target(text: string, clock?: Target["clock"]): Target {
  const amount = Number(text.slice(0, -1));
  const unit = ({ s: "seconds", m: "minutes", h: "hours", d: "days" } as const)[text.slice(-1)];
  if (unit === undefined) throw new Error(`unreadable target ${text}`);
  return { clock: clock ?? (unit === "days" ? "business-days" : "business-hours"), amount, unit } as Target;
}

function expectDue(
  on: Calendar,
  start: string,
  budget: Target,
  due: string,
  options: Parameters<typeof deadline>[3] = {},
): void {
  expect(utc(deadline(on, at(start), budget, options))).toBe(utc(at(due)));
}

const hour = 3_600_000;

describe("cases that caught other calculators", () => {
  test.each([
    ["Mon-Fri 9-17: an hour late on Friday goes on on Monday", "office", "2026-11-20T16:30", "1h", "2026-11-23T09:30"],
    ["Mon-Fri 8-18: four hours late on Monday", "eight-to-six", "2026-11-23T17:00", "4h", "2026-11-24T11:00"],
    ["Mon-Fri 8-18: an hour less", "eight-to-six", "2026-11-23T17:00", "3h", "2026-11-24T10:00"],
    ["Mon-Fri 9-17: started exactly at closing on Friday", "office", "2026-11-20T17:00", "4h", "2026-11-23T13:00"],
    ["every day 00:00-24:00: midnight is no edge", "all-day", "2026-11-23T23:30", "1h", "2026-11-24T00:30"],
    [
      "16:00-24:00: a minute more than what is left until midnight",
      "evening-to-midnight",
      "2026-11-25T22:00",
      "121m",
      "2026-11-26T16:01",
    ],
    [
      "daily 00:00-10:00: the repeated hour counts twice",
      "early-every-day",
      "2022-10-30T02:00+02:00",
      "1h",
      "2022-10-30T02:00+01:00",
    ],
    ["Tuesday only: a week is waited for", "tuesday-only", "2026-11-25T09:00", "1h", "2026-12-01T09:00"],
  ])("%s", (_, name, start, budget, due) => expectDue(calendar(name), start, target(budget), due));

  test("never open is an error", () => expect(codeOf(() => calendar("never-open"))).toBe("never-open"));

  test("Saturday 02:00 is in Friday's night shift, Monday 02:00 in none", () => {
    const { hours } = calendar("friday-night");
    expect(hours.isOpen(at("2026-11-21T02:00"))).toBe(true);
    expect(hours.isOpen(at("2026-11-23T02:00"))).toBe(false);
  });

  test("a pause in hours moves the deadline by its length, a pause over the night by nothing", () => {
    const on = calendar("eight-to-six");
    const inHours = { from: at("2026-11-23T10:00"), to: at("2026-11-23T13:00") };
    const overNight = { from: at("2026-11-23T18:00"), to: at("2026-11-24T08:00") };
    expectDue(on, "2026-11-23T09:00", target("4h"), "2026-11-23T16:00", { pauses: [inHours] });
    expectDue(on, "2026-11-23T09:00", target("4h"), "2026-11-23T16:00", { pauses: [inHours, overNight] });
    expectDue(on, "2026-11-23T09:00", target("8h"), "2026-11-24T10:00", { pauses: [inHours, overNight] });
  });
});

describe("deadline: the start against the interval 09:00-17:00, the budget against what is left of it", () => {
  const on = calendar("office");
  test.each([
    ["before", "2026-11-24T07:00", "shorter", "1h", "2026-11-24T10:00"],
    ["before", "2026-11-24T07:00", "exact", "8h", "2026-11-24T17:00"],
    ["before", "2026-11-24T07:00", "longer", "9h", "2026-11-25T10:00"],
    ["at opening", "2026-11-24T09:00", "shorter", "1h", "2026-11-24T10:00"],
    ["at opening", "2026-11-24T09:00", "exact", "8h", "2026-11-24T17:00"],
    ["at opening", "2026-11-24T09:00", "longer", "9h", "2026-11-25T10:00"],
    ["inside", "2026-11-24T12:00", "shorter", "1h", "2026-11-24T13:00"],
    ["inside", "2026-11-24T12:00", "exact", "5h", "2026-11-24T17:00"],
    ["inside", "2026-11-24T12:00", "longer", "6h", "2026-11-25T10:00"],
    ["at closing", "2026-11-24T17:00", "shorter", "1h", "2026-11-25T10:00"],
    ["at closing", "2026-11-24T17:00", "exact", "8h", "2026-11-25T17:00"],
    ["at closing", "2026-11-24T17:00", "longer", "9h", "2026-11-26T10:00"],
    ["after", "2026-11-24T20:00", "shorter", "1h", "2026-11-25T10:00"],
    ["after", "2026-11-24T20:00", "exact", "8h", "2026-11-25T17:00"],
    ["after", "2026-11-24T20:00", "longer", "9h", "2026-11-26T10:00"],
    ["a millisecond before closing", "2026-11-24T16:59:59.999", "longer", "1s", "2026-11-25T09:00:00.999"],
  ])("%s (%s), %s (%s)", (_, start, __, budget, due) => expectDue(on, start, target(budget), due));
});

describe("elapsed: both ends against the interval 09:00-17:00", () => {
  const on = calendar("office");
  const positions = [
    ["before", "07:00", 9],
    ["at opening", "09:00", 9],
    ["inside", "12:00", 12],
    ["at closing", "17:00", 17],
    ["after", "20:00", 17],
  ] as const;
  const pairs = positions.flatMap(([fromName, from, a]) =>
    positions.map(([toName, to, b]) => [fromName, from, toName, to, b - a] as const),
  );
  test.each(pairs)("%s (%s) to %s (%s): %i hours", (_, from, __, to, hours) => {
    expect(elapsed(on, at(`2026-11-24T${from}`), at(`2026-11-24T${to}`))).toBe(hours * hour);
  });
  test.each(pairs)("%s (%s) to %s (%s) of the next day: 8 hours more than %i", (_, from, __, to, hours) => {
    expect(elapsed(on, at(`2026-11-24T${from}`), at(`2026-11-25T${to}`))).toBe((hours + 8) * hour);
  });
});

describe("rule exact-fit: a budget that runs out at closing is due at closing", () => {
  test.each([
    ["at the end of the day", "office", "2026-11-20T16:00", "1h", "2026-11-20T17:00"],
    ["at the lunch break", "lunch", "2026-11-20T11:00", "1h", "2026-11-20T12:00"],
    ["at midnight", "evening-to-midnight", "2026-11-20T22:00", "2h", "2026-11-21T00:00"],
    ["at the end of a night shift", "friday-night", "2026-11-21T05:00", "1h", "2026-11-21T06:00"],
  ])("%s", (_, name, start, budget, due) => expectDue(calendar(name), start, target(budget), due));

  test("at the start of a pause", () => {
    const pauses = [{ from: at("2026-11-20T11:00"), to: at("2026-11-20T15:00") }];
    expectDue(calendar("office"), "2026-11-20T10:00", target("1h"), "2026-11-20T11:00", { pauses });
  });
});

describe("rule start-while-closed: the clock starts at the next opening", () => {
  test.each([
    ["before the day", "office", "2026-11-20T03:00", "1h", "2026-11-20T10:00"],
    ["at weekend", "office", "2026-11-21T12:00", "1h", "2026-11-23T10:00"],
    ["in the lunch break", "lunch", "2026-11-20T12:30", "1h", "2026-11-20T14:00"],
    ["on a holiday", "exception-on-a-holiday", "2026-11-23T10:00+09:00", "1h", "2026-11-24T10:00+09:00"],
  ])("%s", (_, name, start, budget, due) => expectDue(calendar(name), start, target(budget), due));
});

describe("rule holidays and exceptions: an exception replaces its date's hours, on a holiday too", () => {
  const on = calendar("exception-on-a-holiday");
  test("an exception on a holiday opens it", () =>
    expectDue(on, "2026-12-30T08:00+09:00", target("1h"), "2026-12-30T10:00+09:00"));
  test("an empty exception closes the date", () =>
    expectDue(on, "2026-12-30T11:30+09:00", target("1h"), "2027-01-01T09:30+09:00"));
  test("holidays may be a lookup by day number", () => {
    const days = new Map([[Date.UTC(2026, 10, 24) / 86_400_000, "a feast"]]);
    expectDue(
      compileCalendar({ ...spec("office"), holidays: days }),
      "2026-11-23T16:30",
      target("1h"),
      "2026-11-25T09:30",
    );
  });
});

describe("rule overnight: a shift belongs to the day it starts on", () => {
  const nights = spec("nights");
  test("it goes on past midnight", () =>
    expectDue(calendar("nights"), "2026-11-23T23:00", target("4h"), "2026-11-24T03:00"));
  test("Friday's shift ends on Saturday, and Sunday has none", () =>
    expectDue(calendar("nights"), "2026-11-21T05:00", target("2h"), "2026-11-23T23:00"));
  test("a holiday on its day removes the whole shift", () =>
    expectDue(
      compileCalendar({ ...nights, holidays: ["2026-11-24"] }),
      "2026-11-24T05:00",
      target("2h"),
      "2026-11-25T23:00",
    ));
  test("a holiday on the next day removes none of it", () =>
    expectDue(
      compileCalendar({ ...nights, holidays: ["2026-11-25"] }),
      "2026-11-24T23:00",
      target("7h"),
      "2026-11-25T06:00",
    ));
  test("24x5 does not follow it: Saturday morning is no business date", () => {
    const { dates } = calendar("friday-night");
    expect(dates.isOpen(at("2026-11-20T10:00"))).toBe(true);
    expect(dates.isOpen(at("2026-11-21T02:00"))).toBe(false);
  });
});

describe("rule midnight: 24:00 is the end of the day, and two touching days are one interval", () => {
  test("24:00 closes", () => {
    const { hours } = calendar("evening-to-midnight");
    expect(hours.isOpen(at("2026-11-20T23:59:59.999"))).toBe(true);
    expect(hours.isOpen(at("2026-11-21T00:00"))).toBe(false);
  });
  test("all day, every day is one interval", () => {
    const { hours } = calendar("all-day");
    expect(hours.intervals(at("2026-11-20T12:00"), at("2026-12-20T12:00"))).toHaveLength(1);
  });
});

describe("rule merged-overlap: open time is a set and is never counted twice", () => {
  test("ranges that overlap or lie in each other answer as their union", () => {
    const on = calendar("overlapping");
    expectDue(on, "2026-11-24T09:00", target("8h"), "2026-11-24T17:00");
    expect(elapsed(on, at("2026-11-24T00:00"), at("2026-11-25T00:00"))).toBe(8 * hour);
  });
});

describe("rule sign-on-the-door: open is what a wall clock shows", () => {
  test("gap: a spring-forward gap holds no instants", () => {
    expectDue(calendar("early-every-day"), "2026-03-29T01:00+01:00", target("2h"), "2026-03-29T04:00+02:00");
  });
  test("gap: hours that lie in it are missing that day, and it is no business date", () => {
    const on = calendar("inside-a-spring-gap");
    expectDue(on, "2026-03-28T12:00", target("30m"), "2026-04-05T02:30+02:00");
    expect(elapsed(on, at("2026-03-29T00:00"), at("2026-03-30T00:00+02:00"), { clock: "24x5" })).toBe(0);
  });
  test("repeat: a repeated hour inside the hours counts twice", () => {
    const on = calendar("early-every-day");
    expect(elapsed(on, at("2026-10-25T00:00+02:00"), at("2026-10-26T00:00+01:00"))).toBe(11 * hour);
  });
  test("repeat: a closing inside a repeated hour closes, and opens again when the clock goes back", () => {
    const { hours } = calendar("closing-in-a-repeated-hour");
    const open = (from: string, to: string) => ({ from: at(from), to: at(to) });
    expect(hours.intervals(at("2026-10-25T00:00+02:00"), at("2026-10-26T00:00+01:00"))).toEqual([
      open("2026-10-25T00:00+02:00", "2026-10-25T02:30+02:00"),
      open("2026-10-25T02:00+01:00", "2026-10-25T02:30+01:00"),
    ]);
  });
  test("skip: a date that the zone skipped has no hours", () => {
    const on = calendar("all-day-in-apia");
    expect(elapsed(on, Date.parse("2011-12-29T00:00-10:00"), Date.parse("2012-01-01T00:00+14:00"))).toBe(48 * hour);
    expect(
      elapsed(on, Date.parse("2011-12-29T00:00-10:00"), Date.parse("2012-01-01T00:00+14:00"), { clock: "24x5" }),
    ).toBe(48 * hour);
    const oneDay = deadline(on, Date.parse("2011-12-29T12:00-10:00"), target("1d"));
    expect(utc(oneDay)).toBe(utc(Date.parse("2011-12-31T12:00+14:00")));
  });
  test("skip: neither does a night shift that would have started on it", () => {
    const { hours } = calendar("night-in-apia");
    expect(hours.intervals(Date.parse("2011-12-29T12:00-10:00"), Date.parse("2012-01-01T12:00+14:00"))).toEqual([
      { from: Date.parse("2011-12-29T22:00-10:00"), to: Date.parse("2011-12-30T00:00-10:00") },
      { from: Date.parse("2011-12-31T22:00+14:00"), to: Date.parse("2012-01-01T06:00+14:00") },
    ]);
  });
});

describe("rule day-count same-time: due at the same wall time on the Nth business date", () => {
  test.each([
    ["the next day", "office", "2026-11-24T16:00", "1d", "2026-11-25T16:00"],
    ["over the weekend", "office", "2026-11-20T16:00", "1d", "2026-11-23T16:00"],
    ["three days", "office", "2026-11-24T10:15", "3d", "2026-11-27T10:15"],
    ["started before opening, the clock starts at opening", "office", "2026-11-24T05:00", "1d", "2026-11-25T09:00"],
    [
      "started after closing, the clock starts on the next date",
      "office",
      "2026-11-24T17:00",
      "1d",
      "2026-11-26T09:00",
    ],
    ["started at weekend", "office", "2026-11-21T12:00", "1d", "2026-11-24T09:00"],
    ["past that date's closing: due at its closing", "short-friday", "2026-11-19T16:00", "1d", "2026-11-20T13:00"],
    ["before that date's opening: due at its opening", "late-wednesday", "2026-11-24T10:00", "1d", "2026-11-25T11:00"],
    ["a holiday is not counted", "exception-on-a-holiday", "2026-11-20T16:00+09:00", "1d", "2026-11-24T16:00+09:00"],
    ["02:00 in Friday's night shift is Friday 26:00", "nights", "2026-11-21T02:00", "1d", "2026-11-24T02:00"],
    ["23:00 in a night shift", "nights", "2026-11-20T23:00", "1d", "2026-11-23T23:00"],
    [
      "a time in the spring gap: the first instant past it",
      "early-every-day",
      "2026-03-28T02:30+01:00",
      "1d",
      "2026-03-29T03:00+02:00",
    ],
    [
      "a time in the repeated hour: the first of the two",
      "early-every-day",
      "2026-10-24T02:30+02:00",
      "1d",
      "2026-10-25T02:30+02:00",
    ],
  ])("%s", (_, name, start, budget, due) => expectDue(calendar(name), start, target(budget), due));

  test("in that date's lunch gap: due at the close before the gap", () => {
    const on = compileCalendar({
      ...spec("office"),
      exceptions: {
        "2026-11-25": [
          ["09:00", "12:00"],
          ["13:00", "17:00"],
        ],
      },
    });
    expectDue(on, "2026-11-24T12:30", target("1d"), "2026-11-25T12:00");
    expectDue(on, "2026-11-24T13:00", target("1d"), "2026-11-25T13:00");
  });

  test("where two shifts overlap after midnight, the instant belongs to the earlier one", () => {
    const on = compileCalendar({
      zone: "Europe/Amsterdam",
      hours: { mon: [["22:00", "06:00"]], tue: [["04:00", "12:00"]], wed: [["22:00", "06:00"]] },
    });
    // Tuesday 05:00 is Monday 29:00; the next business date, Tuesday, is long closed by Wednesday 05:00.
    expectDue(on, "2026-11-24T05:00", target("1d"), "2026-11-24T12:00");
  });
});

describe("rule day-count end-of-day: due at the last closing of the Nth business date", () => {
  test.each([
    ["the next day", "office", "2026-11-24T10:00", "1d", "2026-11-25T17:00"],
    ["with a lunch break", "lunch", "2026-11-24T10:00", "1d", "2026-11-25T17:00"],
    ["a short Friday", "short-friday", "2026-11-19T10:00", "1d", "2026-11-20T13:00"],
    ["a night shift ends on the next morning", "nights", "2026-11-20T23:00", "1d", "2026-11-24T06:00"],
    ["at midnight", "evening-to-midnight", "2026-11-24T18:00", "2d", "2026-11-27T00:00"],
  ])("%s", (_, name, start, budget, due) =>
    expectDue(calendar(name), start, target(budget), due, { countDays: "end-of-day" }),
  );
});

describe("rule clocks: what each clock counts", () => {
  const on = calendar("exception-on-a-holiday");
  test("24x7 counts every instant, holidays too", () =>
    expectDue(on, "2026-11-22T23:30+09:00", target("1h", "24x7"), "2026-11-23T00:30+09:00"));
  test("24x5 counts the whole of each business date, and no holiday", () =>
    expectDue(on, "2026-11-20T23:30+09:00", target("1h", "24x5"), "2026-11-24T00:30+09:00"));
  test("business-hours counts open hours", () =>
    expectDue(on, "2026-11-20T16:40+09:00", target("2h"), "2026-11-24T10:10+09:00"));
  test("24x5 over a clock change counts the hours that the date has", () => {
    const sundays = compileCalendar({ zone: "Europe/Amsterdam", hours: { sun: [["12:00", "13:00"]] } });
    const length = (from: string, to: string) => elapsed(sundays, at(from), at(to), { clock: "24x5" }) / hour;
    expect(length("2026-03-28T12:00+01:00", "2026-03-30T12:00+02:00")).toBe(23);
    expect(length("2026-10-24T12:00+02:00", "2026-10-26T12:00+01:00")).toBe(25);
  });
});

describe("rule reversed-range: time counted backwards is negative", () => {
  const on = calendar("office");
  test.each(["24x7", "24x5", "business-hours"] as const)("%s", (clock) => {
    const pauses = [{ from: at("2026-11-23T10:00"), to: at("2026-11-23T11:00") }];
    const there = elapsed(on, at("2026-11-20T16:00"), at("2026-11-23T12:00"), { clock, pauses });
    expect(there).toBeGreaterThan(0);
    expect(elapsed(on, at("2026-11-23T12:00"), at("2026-11-20T16:00"), { clock, pauses })).toBe(-there);
  });
  test("nothing is nothing either way, never minus zero", () => {
    const pauses = [{ from: at("2026-11-21T10:00"), to: at("2026-11-21T11:00") }];
    expect(elapsed(on, at("2026-11-22T12:00"), at("2026-11-21T12:00"))).toBe(0);
    expect(elapsed(on, at("2026-11-22T12:00"), at("2026-11-21T12:00"), { pauses })).toBe(0);
  });
});

describe("rule pause: open time inside any pause does not count", () => {
  const on = calendar("office");
  const pause = (from: string, to: string) => ({ from: at(from), to: at(to) });
  test("pauses that overlap count once", () => {
    const pauses = [pause("2026-11-24T11:00", "2026-11-24T13:00"), pause("2026-11-24T10:00", "2026-11-24T12:00")];
    expectDue(on, "2026-11-24T09:00", target("2h"), "2026-11-24T14:00", { pauses });
  });
  test("a pause outside hours changes nothing", () => {
    expectDue(on, "2026-11-24T16:00", target("2h"), "2026-11-25T10:00", {
      pauses: [pause("2026-11-24T18:00", "2026-11-25T08:00")],
    });
  });
  test("a pause that reaches past the deadline moves it to after the pause", () => {
    expectDue(on, "2026-11-24T09:00", target("2h"), "2026-11-27T10:00", {
      pauses: [pause("2026-11-24T10:00", "2026-11-27T09:00")],
    });
  });
  test("a pause that begins at the deadline comes too late", () => {
    expectDue(on, "2026-11-24T09:00", target("2h"), "2026-11-24T11:00", {
      pauses: [pause("2026-11-24T11:00", "2026-11-27T09:00")],
    });
  });
  test("a pause stops 24x7 and 24x5 too", () => {
    const pauses = [pause("2026-11-24T02:00", "2026-11-24T03:00")];
    expectDue(on, "2026-11-24T01:00", target("2h", "24x7"), "2026-11-24T04:00", { pauses });
    expectDue(on, "2026-11-24T01:00", target("2h", "24x5"), "2026-11-24T04:00", { pauses });
  });
  test("business days: a date that is paused throughout is not counted, one that is paused in part is", () => {
    expectDue(on, "2026-11-24T10:00", target("1d"), "2026-11-26T10:00", {
      pauses: [pause("2026-11-25T09:00", "2026-11-25T17:00")],
    });
    expectDue(on, "2026-11-24T10:00", target("1d"), "2026-11-25T10:00", {
      pauses: [pause("2026-11-25T12:00", "2026-11-25T17:00")],
    });
  });
  test("business days: a start inside a pause starts the clock after it", () => {
    expectDue(on, "2026-11-24T10:00", target("1d"), "2026-11-25T14:00", {
      pauses: [pause("2026-11-24T09:00", "2026-11-24T14:00")],
    });
  });
  test("business days: a due time inside a pause is due when the pause began, or at the first opening after it", () => {
    expectDue(on, "2026-11-24T10:30", target("1d"), "2026-11-25T10:00", {
      pauses: [pause("2026-11-25T10:00", "2026-11-25T11:00")],
    });
    expectDue(on, "2026-11-24T10:30", target("1d"), "2026-11-25T11:00", {
      pauses: [pause("2026-11-25T08:00", "2026-11-25T11:00")],
    });
  });
});

describe("rule zero-budget: nothing to do is due at the start, open or not", () => {
  test.each(["24x7", "24x5", "business-hours", "business-days"] as const)("%s", (clock) => {
    expectDue(
      calendar("office"),
      "2026-11-21T12:34",
      target(clock === "business-days" ? "0d" : "0h", clock),
      "2026-11-21T12:34",
    );
  });
});

describe("rule never-open and horizon: an error, never a loop", () => {
  test.each(["1h", "1d"])("%s on a calendar that was open once, long ago", (budget) => {
    expect(codeOf(() => deadline(calendar("open-once"), at("2026-11-25T09:00"), target(budget)))).toBe("never-open");
    expectDue(calendar("open-once"), "2000-01-01T00:00", target("30m"), "2026-11-24T09:30");
  });
  test("holidays on every date", () => {
    const on = compileCalendar({ ...spec("office"), holidays: { get: () => "closed for good" } });
    expect(codeOf(() => deadline(on, at("2026-11-25T09:00"), target("1h")))).toBe("never-open");
    expect(elapsed(on, at("2026-11-25T09:00"), at("2027-11-25T09:00"))).toBe(0);
  });
  test("more than a hundred years of open time", () => {
    const on = calendar("a-minute-a-week");
    expect(codeOf(() => deadline(on, at("2026-11-25T09:00"), target("100h")))).toBe("beyond-horizon");
    expect(codeOf(() => deadline(on, at("2026-11-25T09:00"), target("5300m")))).toBe("beyond-horizon");
    expect(codeOf(() => deadline(on, at("2026-11-25T09:00"), target("6000d")))).toBe("beyond-horizon");
    expect(codeOf(() => deadline(on, at("2026-11-25T09:00"), target("900000h", "24x7")))).toBe("beyond-horizon");
    expect(codeOf(() => deadline(on, at("2026-11-25T09:00"), target("200000h", "24x5")))).toBe("beyond-horizon");
  });
  test("just under a hundred years is an answer", () => {
    const due = deadline(calendar("a-minute-a-week"), at("2026-11-23T09:00"), target("5200m"));
    expect(utc(due)).toBe("2126-07-15T07:01:00.000Z");
  });
});
