/**
 * Business days with what is kept of a calendar's dates against counting afresh: an empty pause keeps nothing back and takes the long way.
 */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type BusinessDays,
  businessDaysBetween,
  deadlineInDays,
  deadlinesInDays,
} from "../../src/core/business-days.js";
import { type CalendarSpec, compileCalendar } from "../../src/core/calendar.js";
import { horizonMs } from "../../src/core/open-time.js";
import type { Pause } from "../../src/core/pause.js";
import { CliError } from "../../src/errors.js";

const names = readdirSync("fixtures/calendars").filter((name) => !name.startsWith("never"));
const nothing = [{ from: 0, to: 0 }];
const seed = Number(process.env.SEED ?? 20_260_101);
const runs = { numRuns: Number(process.env.RUNS ?? 150), seed };

function outcome(ask: () => number): number | string {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CliError) return error.fault.code;
    throw error;
  }
}

test.each(names)("%s: what is kept gives what counting gives", (name) => {
  const spec = JSON.parse(readFileSync(`fixtures/calendars/${name}`, "utf8")) as CalendarSpec;
  const calendar = compileCalendar(spec);
  // Around clock changes and year ends, and twice, so that cached values are used.
  const opened = fc
    .integer({ min: Date.UTC(2011, 11, 20) / 60_000, max: Date.UTC(2027, 0, 10) / 60_000 })
    .map((minute) => minute * 60_000);
  const rules = ["same-time", "end-of-day"] as const;
  const many = rules.map((rule) => Array.from({ length: 9 }, (_, i) => deadlinesInDays(calendar, i, rule, [])));
  fc.assert(
    fc.property(opened, fc.integer({ min: 0, max: 7 }), fc.constantFrom(...rules), (instant, count, rule) => {
      for (const days of [count, count + 1]) {
        const ofMany = many[rules.indexOf(rule)]?.[days] as (opened: number) => number;
        const one = outcome(() => deadlineInDays(calendar, instant, days, rule, []));
        expect(outcome(() => ofMany(instant))).toBe(one);
      }
      const kept = outcome(() => deadlineInDays(calendar, instant, count, rule, []));
      expect(kept).toBe(outcome(() => deadlineInDays(calendar, instant, count, rule, nothing)));
    }),
    runs,
  );
});

test.each(["UTC", "America/New_York"])(
  "many deadlines in %s are the same around changes of clocks, and where time ends",
  (zone) => {
    const calendar = compileCalendar({
      zone,
      hours: { mon: [["09:00", "17:00"]], fri: [["09:00", "17:00"]], sun: [["00:00", "12:00"]] },
    });
    const hourMs = 3_600_000;
    const ofMany = deadlinesInDays(calendar, 1, "same-time", []);
    for (const [from, to] of [
      [Date.UTC(2026, 9, 25), Date.UTC(2026, 10, 10)],
      [Date.UTC(9999, 11, 15), Date.UTC(9999, 11, 29)],
    ] as const) {
      for (let opened = from; opened < to; opened += hourMs)
        expect(outcome(() => ofMany(opened))).toBe(outcome(() => deadlineInDays(calendar, opened, 1, "same-time", [])));
    }
  },
);

test("one of many deadlines may be a week after the last instant, as a single one", () => {
  const tuesdays = compileCalendar({ zone: "UTC", hours: { tue: [["09:00", "17:00"]] } });
  const opened = Date.UTC(9999, 11, 28, 10);
  expect(deadlinesInDays(tuesdays, 1, "same-time", [])(opened)).toBe(opened + 7 * 86_400_000);
});

test("a calendar has the same values for more dates and counts than it caches", () => {
  const dayMs = 86_400_000;
  const always = compileCalendar({
    zone: "UTC",
    hours: Object.fromEntries(
      ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((name) => [name, [["00:00", "24:00"]]]),
    ),
  });
  const due = (opened: number, count: number) => deadlineInDays(always, opened, count, "same-time", []);
  const noon = Date.UTC(2000, 0, 1, 12);
  const wrong = Array.from({ length: 20_100 }, (_, i) => noon + i * dayMs).filter(
    (opened) => due(opened, 1) !== opened + dayMs,
  );
  expect(wrong).toEqual([]);
  const ofMany = deadlinesInDays(always, 1, "same-time", []);
  // Twice, of which the second finds some dates kept and others not.
  for (let i = 0; i < 20_000; i++) {
    const opened = noon + (i % 10_000) * dayMs;
    if (ofMany(opened) !== opened + dayMs) wrong.push(opened);
  }
  expect(wrong).toEqual([]);
  const counts = Array.from({ length: 120 }, (_, i) => i + 1);
  expect(counts.filter((count) => due(noon, count) !== noon + count * dayMs)).toEqual([]);
  expect(due(noon, 1)).toBe(noon + dayMs);
});

/** One business day from an instant, by the wall time, both ways. */
test.each<[string, CalendarSpec, string, string]>([
  [
    "the night of a date that has hours by day too goes on past midnight",
    {
      zone: "Europe/Amsterdam",
      hours: Object.fromEntries(
        ["mon", "tue"].map((day) => [
          day,
          [
            ["09:00", "12:00"],
            ["22:00", "06:00"],
          ],
        ]),
      ),
    },
    "2026-11-24T03:00+01:00",
    "2026-11-25T03:00+01:00",
  ],
  [
    "an instant past midnight is of its own date, though the clock goes back to hours of the date before",
    { zone: "America/St_Johns", hours: { sat: [["23:00", "23:30"]], sun: [["00:00", "01:00"]] } },
    "2010-11-07T00:00:30-02:30",
    "2010-11-13T23:00-03:30",
  ],
  [
    "as is midnight itself, at which the date before closes for the first time",
    { zone: "America/St_Johns", hours: { sat: [["23:00", "24:00"]], sun: [["00:00", "01:00"]] } },
    "2010-11-07T00:00-02:30",
    "2010-11-13T23:00-03:30",
  ],
  [
    "a shift whose first hour lies in a gap begins past midnight and belongs to the date before",
    { zone: "America/Nuuk", hours: { sat: [["23:00", "06:00"]] } },
    "2024-03-30T12:00Z",
    "2024-04-07T01:00Z",
  ],
  [
    "a clock set back in the night after the date counted",
    { zone: "America/Los_Angeles", hours: { fri: [["22:00", "06:00"]], sat: [["22:00", "06:00"]] } },
    "2026-10-31T02:30-07:00",
    "2026-11-01T02:30-08:00",
  ],
  [
    "a clock set forward on the date counted, where it begins long before that date does in UTC",
    { zone: "Pacific/Auckland", hours: { sun: [["00:00", "06:00"]] } },
    "2026-09-20T01:00+12:00",
    "2026-09-27T01:00+12:00",
  ],
  [
    "a clock set forward for good, before 1970",
    { zone: "Europe/London", hours: { sun: [["00:00", "06:00"]] } },
    "1968-02-11T01:30Z",
    "1968-02-18T01:30Z",
  ],
])("%s", (_, spec, opened, due) => {
  const calendar = compileCalendar(spec);
  const dueAt = (pauses: typeof nothing) =>
    new Date(deadlineInDays(calendar, Date.parse(opened), 1, "same-time", pauses)).toISOString();
  expect([dueAt([]), dueAt(nothing)]).toEqual(
    [Date.parse(due), Date.parse(due)].map((instant) => new Date(instant).toISOString()),
  );
});

describe("many deadlines are those that counting gives", () => {
  const hourMs = 3_600_000;
  const rules = ["same-time", "end-of-day"] as const;

  function differences(spec: CalendarSpec, pauses: readonly Pause[], from: number, days: number): readonly string[] {
    const calendar = compileCalendar(spec);
    return rules.flatMap((rule) => {
      const ofMany = deadlinesInDays(calendar, 1, rule, pauses);
      const openings = Array.from({ length: days * 24 }, (_, i) => from + i * hourMs);
      return openings
        .filter((opened) => ofMany(opened) !== deadlineInDays(calendar, opened, 1, rule, pauses))
        .map((opened) => `${rule} ${new Date(opened).toISOString()}`);
    });
  }

  test("in a night shift, whose hours past midnight belong to the date before", () => {
    const spec: CalendarSpec = { zone: "UTC", hours: { fri: [["22:00", "06:00"]], sat: [["10:00", "12:00"]] } };
    expect(differences(spec, [], Date.UTC(2026, 10, 20), 7)).toEqual([]);
    const due = deadlinesInDays(compileCalendar(spec), 1, "same-time", []);
    // 03:00 of Saturday is in Friday's shift, so the next business date is Saturday.
    expect(new Date(due(Date.UTC(2026, 10, 21, 3))).toISOString()).toBe("2026-11-21T12:00:00.000Z");
  });

  test("with pauses, on dates that are paused whole and in part", () => {
    const spec: CalendarSpec = { zone: "UTC", hours: { mon: [["09:00", "17:00"]], tue: [["09:00", "17:00"]] } };
    const pauses = [
      { from: Date.UTC(2026, 10, 23, 10), to: Date.UTC(2026, 10, 24, 12) },
      { from: Date.UTC(2026, 10, 30), to: Date.UTC(2026, 11, 1) },
    ];
    expect(differences(spec, pauses, Date.UTC(2026, 10, 20), 14)).toEqual([]);
    const due = deadlinesInDays(compileCalendar(spec), 1, "same-time", pauses);
    expect(new Date(due(Date.UTC(2026, 10, 23, 9))).toISOString()).toBe("2026-11-24T12:00:00.000Z");
  });
});

test("business days are whole at the deadline of their number, and none a millisecond before it", () => {
  const calendar = compileCalendar({ zone: "UTC", hours: { mon: [["09:00", "17:00"]], tue: [["09:00", "17:00"]] } });
  const monday = Date.UTC(2026, 10, 23, 10);
  const between = (to: number) => businessDaysBetween(calendar, monday, to, []);
  expect(between(Date.UTC(2026, 10, 24, 10))).toEqual({ count: 1, restMs: 0 });
  expect(between(Date.UTC(2026, 10, 24, 10) - 1)).toEqual({ count: 0, restMs: 8 * 3_600_000 - 1 });
});

test.each(names)("%s: the business days between two instants are those whose deadline has come", (name) => {
  const calendar = compileCalendar(JSON.parse(readFileSync(`fixtures/calendars/${name}`, "utf8")) as CalendarSpec);
  const minute = (from: number, to: number) =>
    fc.integer({ min: from / 60_000, max: to / 60_000 }).map((n) => n * 60_000);
  fc.assert(
    fc.property(minute(Date.UTC(2011, 11, 20), Date.UTC(2027, 0, 10)), minute(0, 12 * 86_400_000), (from, length) => {
      const to = from + length;
      const { count, restMs } = businessDaysBetween(calendar, from, to, []) as BusinessDays;
      const due = (n: number) => outcome(() => deadlineInDays(calendar, from, n, "same-time", []));
      const start = due(count) as number;
      expect(start).toBeLessThanOrEqual(to);
      expect(restMs).toBe(calendar.hours.elapsed(start, to));
      if (calendar.hours.elapsed(from, to) > 0) {
        const next = due(count + 1);
        if (typeof next === "number") expect(next).toBeGreaterThan(to);
      } else expect(count).toBe(0);
    }),
    runs,
  );
});

test("a stretch beyond the horizon has no count of business days, and one without open time has none", () => {
  const calendar = compileCalendar({ zone: "UTC", hours: { mon: [["09:00", "17:00"]] } });
  const monday = Date.UTC(2026, 10, 23);
  expect(businessDaysBetween(calendar, monday, monday + horizonMs + 1, [])).toBeUndefined();
  expect(businessDaysBetween(calendar, monday, monday + horizonMs, [])?.count).toBe(5217);
  const never = [{ from: 0, to: Date.UTC(9000, 0, 1) }];
  expect(businessDaysBetween(calendar, monday, monday + 86_400_000, never)).toEqual({ count: 0, restMs: 0 });
});
