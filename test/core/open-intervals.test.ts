/**
 * Computed ranges are cached: a calendar looks its holidays up once for many queries, starts over where a query is centuries
 * away, and its answers show neither. The holidays here count their look-ups.
 */
import { describe, expect, test } from "vitest";
import { type Calendar, type CalendarSpec, compileCalendar } from "../../src/core/calendar.js";
import { dayMs } from "../../src/core/date.js";

const hour = 3_600_000;
const noon = Date.parse("2026-11-23T12:00Z");
const week = Object.fromEntries(
  ["mon", "tue", "wed", "thu", "fri"].map((name) => [name, [["09:00", "17:00"]] as const]),
);

/** A calendar, and how many dates a question makes it look up. */
function counted(hours: CalendarSpec["hours"] = week): {
  calendar: Calendar;
  lookedUp: (ask: (calendar: Calendar) => unknown) => number;
} {
  let asked = 0;
  const holidays = {
    get: () => {
      asked++;
      return undefined;
    },
  };
  const calendar = compileCalendar({ zone: "UTC", hours, holidays });
  return {
    calendar,
    lookedUp(ask) {
      const before = asked;
      ask(calendar);
      return asked - before;
    },
  };
}

const opens =
  (at: number) =>
  ({ hours }: Calendar) =>
    hours.isOpen(at);

describe("open time", () => {
  test("a new calendar has looked up nothing", () => {
    expect(counted().lookedUp(() => undefined)).toBe(0);
  });

  test("the month after a question and the days before it are computed with it, and no more than that", () => {
    const { lookedUp } = counted();
    expect(lookedUp(({ hours }) => hours.deadline(noon, hour))).toBeLessThan(50);
    for (const days of [0, 7, 30, 34, -1, -3]) expect(lookedUp(opens(noon + days * dayMs))).toBe(0);
    expect(lookedUp(({ hours }) => hours.elapsed(noon, noon + 30 * dayMs))).toBe(0);
  });

  test("what lies between questions some years apart is computed once", () => {
    const { lookedUp } = counted();
    lookedUp(opens(noon));
    lookedUp(opens(noon + 2000 * dayMs));
    for (const days of [0, 500, 1999]) expect(lookedUp(opens(noon + days * dayMs))).toBe(0);
  });

  test("a question centuries away starts afresh there", () => {
    const { lookedUp } = counted();
    lookedUp(opens(noon));
    for (const date of ["1500-01-01", "2500-01-01", "1600-01-01"])
      expect(lookedUp(opens(Date.parse(date)))).toBeLessThan(50);
  });

  test("an empty or reversed span has no stretches, for which nothing is computed", () => {
    const { lookedUp } = counted();
    for (const days of [0, 1, 400]) expect(lookedUp(({ hours }) => hours.intervals(noon, noon - days * dayMs))).toBe(0);
  });

  test("what came later stays known when a question goes back, and nothing further is computed for it", () => {
    const { lookedUp } = counted();
    lookedUp(opens(noon));
    expect(lookedUp(opens(noon - 10 * dayMs))).toBeLessThan(100);
    expect(lookedUp(opens(noon + 34 * dayMs))).toBe(0);
  });

  test("a question that begins where the known begins only adds what is missing at its end", () => {
    const { lookedUp } = counted();
    lookedUp(opens(noon));
    expect(lookedUp(({ hours }) => hours.elapsed(noon - 4 * dayMs, noon + 40 * dayMs))).toBeLessThan(50);
  });

  test.each([20, -20])("a hundred steps of %i days look up few dates more than once or twice", (step) => {
    const { lookedUp } = counted();
    const all = Array.from({ length: 100 }, (_, i) => lookedUp(opens(noon + i * step * dayMs))).reduce((a, b) => a + b);
    expect(all).toBeLessThan(8_000);
  });

  test("the edges of what is computed do not show", () => {
    const always = Object.fromEntries(
      ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((name) => [name, [["00:00", "24:00"]] as const]),
    );
    for (const edge of [noon - 4 * dayMs, noon + 35 * dayMs]) {
      for (const near of [-2, -1, 0, 1, 2]) {
        const { hours } = compileCalendar({ zone: "UTC", hours: always });
        expect(hours.isOpen(noon)).toBe(true);
        expect(hours.isOpen(edge + near)).toBe(true);
        expect(hours.elapsed(noon, edge + near)).toBe(edge + near - noon);
        expect(hours.deadline(edge + near, 5)).toBe(edge + near + 5);
      }
    }
  });

  test("a span whose later or earlier end lies far from what is known, either way round", () => {
    for (const away of [400 * dayMs, -400 * dayMs]) {
      const { calendar } = counted();
      const fresh = counted().calendar.hours;
      expect(calendar.hours.isOpen(noon)).toBe(true);
      expect(calendar.hours.elapsed(noon + away, noon)).toBe(fresh.elapsed(noon + away, noon));
      expect(counted().calendar.hours.elapsed(noon, noon + away)).toBe(-fresh.elapsed(noon + away, noon));
    }
  });
});

test("a date has the same hours after many other queries", () => {
  const { calendar } = counted();
  const monday = Date.parse("2026-11-23") / dayMs;
  const before = calendar.openOn(monday);
  for (let day = monday + 1; day < monday + 20_010; day++) calendar.openOn(day);
  expect(calendar.openOn(monday)).toEqual(before);
});
