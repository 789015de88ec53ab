/**
 * A calendar's table: queried by comparisons of whole numbers alone, as in a database, it gives the engine's results.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Calendar, type CalendarSpec, compileCalendar } from "../../src/core/calendar.js";
import { type CalendarTable, calendarTable, type OpenRow } from "../../src/core/calendar-table.js";
import { deadline } from "../../src/core/deadline.js";
import { type CountDays, countDaysRules } from "../../src/core/target.js";

const from = Date.parse("2026-01-01T00:00Z");
const to = Date.parse("2027-06-01T00:00Z");
const hourMs = 3_600_000;

const week = (...ranges: [string, string][]) =>
  Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, ranges]));

const calendars: [string, Calendar][] = [
  ...readdirSync("fixtures/calendars")
    .filter((name) => !["never-open.json", "open-once.json", "a-minute-a-week.json"].includes(name))
    .map((name): [string, CalendarSpec] => [name, JSON.parse(readFileSync(`fixtures/calendars/${name}`, "utf8"))]),
  [
    "a shift that begins in the last",
    { zone: "America/New_York", hours: week(["22:00", "06:00"], ["05:00", "13:00"]) },
  ] as const,
  [
    "clocks that change by half an hour",
    { zone: "Australia/Lord_Howe", hours: week(["00:30", "02:15"], ["23:00", "01:45"]) },
  ] as const,
].map(([name, spec]) => [name, compileCalendar(spec as CalendarSpec)]);

function openBefore(rows: readonly OpenRow[], at: number): number {
  const row = rows.findLast((r) => r.from <= at);
  return row ? row.beforeMs + Math.min(at, row.to) - row.from : 0;
}

function dueInHours(rows: readonly OpenRow[], opened: number, budgetMs: number): number {
  const goal = openBefore(rows, opened) + budgetMs;
  const row = rows.findLast((r) => r.beforeMs < goal) as OpenRow;
  return row.from + goal - row.beforeMs;
}

function dueInDays(table: CalendarTable, opened: number, days: number, rule: CountDays): number {
  const start = table.hours.find((r) => r.to > opened);
  if (!start) throw new Error("the table ends before the ticket");
  const wallMs = start.wallMs + Math.max(0, opened - start.from);
  const row = table.businessDates.findLast((r) => r.date === start.date + days && r.reachMs <= wallMs);
  if (!row) throw new Error("the table ends before the deadline");
  return rule === "end-of-day" ? row.closes : Math.min(row.to, row.from + Math.max(0, wallMs - row.wallMs));
}

/** Instants about every clock change and opening of three weeks, and others a prime number of minutes apart. */
function instants(calendar: Calendar): number[] {
  const changes = calendar.zone
    .stretches(from, to)
    .flatMap((s) => [-150, -90, -30, -1, 0, 1, 20, 59, 121].map((m) => s.from + m * 60_000));
  const edges = calendar.hours
    .intervals(from, from + 21 * 24 * hourMs)
    .flatMap((i) => [i.from - 1, i.from, i.to - 1, i.to]);
  const others = Array.from({ length: 150 }, (_, i) => from + i * 2971 * 60_000);
  return [...changes, ...edges.slice(0, 60), ...others].filter((at) => at >= from && at < to - 150 * 24 * hourMs);
}

describe("the table of a calendar", () => {
  test.each(calendars)("%s: hours and dates end where the engine has them", (_, calendar) => {
    const table = calendarTable(calendar, from, to);
    const differing = instants(calendar).flatMap((opened) =>
      [1, 120, 510].filter((minutes) => {
        const target = { amount: minutes, unit: "minutes" } as const;
        return (
          dueInHours(table.hours, opened, minutes * 60_000) !==
            deadline(calendar, opened, { clock: "business-hours", ...target }) ||
          dueInHours(table.dates, opened, minutes * 60_000) !== deadline(calendar, opened, { clock: "24x5", ...target })
        );
      }),
    );
    expect(differing).toEqual([]);
  });

  test.each(calendars)("%s: business days end where the engine ends them, by both rules", (_, calendar) => {
    const table = calendarTable(calendar, from, to);
    const differing = instants(calendar).flatMap((opened) =>
      [1, 4].flatMap((amount) =>
        countDaysRules
          .filter((countDays) => {
            const due = deadline(calendar, opened, { clock: "business-days", amount, unit: "days" }, { countDays });
            return dueInDays(table, opened, amount, countDays) !== due;
          })
          .map((countDays) => ({ opened: new Date(opened), amount, countDays })),
      ),
    );
    expect(differing).toEqual([]);
  });

  test("rows touch but never overlap, and their totals run on", () => {
    for (const [, calendar] of calendars) {
      const { hours, dates } = calendarTable(calendar, from, to);
      for (const rows of [hours, dates]) {
        const torn = rows.slice(1).filter((row, i) => {
          const before = rows[i] as OpenRow;
          return row.from < before.to || row.beforeMs !== before.beforeMs + before.to - before.from;
        });
        expect(torn).toEqual([]);
      }
      expect(hours.reduce((sum, row) => sum + row.to - row.from, 0)).toBe(calendar.hours.elapsed(from, to));
    }
  });
});

describe("the rows themselves", () => {
  const at = (text: string) => Date.parse(text);
  const table = (spec: CalendarSpec, first: string, end: string) =>
    calendarTable(compileCalendar(spec), at(first), at(end));
  const sunday = (open: string, close: string): CalendarSpec => ({
    zone: "Europe/Amsterdam",
    hours: { sun: [[open, close]] },
  });
  const ofDate = ({ businessDates }: CalendarTable) =>
    businessDates.map((row) => ({
      from: new Date(row.from).toISOString(),
      to: new Date(row.to).toISOString(),
      reach: row.reachMs / hourMs,
      wall: row.wallMs / hourMs,
    }));

  test("an interval each, clipped to the span, its date counted from the span's first; only dates that end within it", () => {
    const hours = week(["09:00", "17:00"]);
    const rows = table({ zone: "Europe/Amsterdam", hours }, "2026-11-23T10:00+01:00", "2026-11-25T17:00+01:00");
    expect(rows.hours).toEqual([
      {
        from: at("2026-11-23T10:00+01:00"),
        to: at("2026-11-23T17:00+01:00"),
        beforeMs: 0,
        date: 1,
        wallMs: 10 * hourMs,
      },
      {
        from: at("2026-11-24T09:00+01:00"),
        to: at("2026-11-24T17:00+01:00"),
        beforeMs: 7 * hourMs,
        date: 2,
        wallMs: 9 * hourMs,
      },
      {
        from: at("2026-11-25T09:00+01:00"),
        to: at("2026-11-25T17:00+01:00"),
        beforeMs: 15 * hourMs,
        date: 3,
        wallMs: 9 * hourMs,
      },
    ]);
    expect(rows.dates).toEqual([{ from: rows.from, to: rows.to, beforeMs: 0 }]);
    expect(rows.businessDates).toEqual(
      ["2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25"].map((day, date) => ({
        date,
        from: at(`${day}T09:00+01:00`),
        to: at(`${day}T17:00+01:00`),
        reachMs: 0,
        wallMs: 9 * hourMs,
        closes: at(`${day}T17:00+01:00`),
      })),
    );
  });

  test("a date whose hours a shift of the night before overlaps keeps its own", () => {
    const hours: CalendarSpec["hours"] = { mon: [["22:00", "06:00"]], tue: [["05:00", "13:00"]] };
    const rows = table({ zone: "Europe/Amsterdam", hours }, "2026-11-23T00:00+01:00", "2026-11-26T00:00+01:00");
    expect(rows.hours).toEqual([
      {
        from: at("2026-11-23T22:00+01:00"),
        to: at("2026-11-24T06:00+01:00"),
        beforeMs: 0,
        date: 0,
        wallMs: 22 * hourMs,
      },
      {
        from: at("2026-11-24T06:00+01:00"),
        to: at("2026-11-24T13:00+01:00"),
        beforeMs: 8 * hourMs,
        date: 1,
        wallMs: 6 * hourMs,
      },
    ]);
    expect(rows.businessDates.map(({ from: opens }) => opens)).toEqual([
      at("2026-11-23T22:00+01:00"),
      at("2026-11-24T05:00+01:00"),
    ]);
  });

  test("a clock change outside the hours, or at their very opening, makes no second row", () => {
    for (const [open, close] of [
      ["00:00", "02:00"],
      ["04:00", "08:00"],
    ] as const) {
      const rows = table(sunday(open, close), "2026-10-24T00:00+02:00", "2026-10-27T00:00+01:00");
      expect([rows.hours.length, rows.businessDates.length]).toEqual([1, 1]);
    }
    const closesAtTheGap = table(sunday("00:00", "02:00"), "2026-03-28T00:00+01:00", "2026-03-31T00:00+02:00");
    expect([closesAtTheGap.hours.length, closesAtTheGap.businessDates.length]).toEqual([1, 1]);
    const opensInTheGap = table(sunday("02:00", "05:00"), "2026-03-28T00:00+01:00", "2026-03-31T00:00+02:00");
    expect(opensInTheGap.hours.map(({ wallMs }) => wallMs / hourMs)).toEqual([3]);
    expect(ofDate(opensInTheGap)).toEqual([
      { from: "2026-03-29T01:00:00.000Z", to: "2026-03-29T03:00:00.000Z", reach: 0, wall: 3 },
    ]);
  });

  test("a clock set back inside the hours: the second reading begins once all of the first was shown", () => {
    const rows = table(sunday("01:00", "04:00"), "2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00");
    expect(rows.hours.map(({ wallMs, beforeMs }) => [wallMs / hourMs, beforeMs / hourMs])).toEqual([
      [1, 0],
      [2, 2],
    ]);
    expect(ofDate(rows)).toEqual([
      { from: "2026-10-24T23:00:00.000Z", to: "2026-10-25T01:00:00.000Z", reach: 0, wall: 1 },
      { from: "2026-10-25T01:00:00.000Z", to: "2026-10-25T03:00:00.000Z", reach: 3, wall: 2 },
    ]);
  });

  test("of two stretches that begin once the same was shown, only the later is a row", () => {
    const hours: CalendarSpec["hours"] = {
      sun: [
        ["01:00", "02:15"],
        ["02:30", "04:00"],
      ],
    };
    const rows = table({ zone: "Europe/Amsterdam", hours }, "2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00");
    expect(ofDate(rows).map(({ from: opens, reach, wall }) => [opens.slice(11, 16), reach, wall])).toEqual([
      ["23:00", 0, 1],
      ["00:30", 2.5, 2.5],
      ["01:30", 3, 2.5],
    ]);
  });

  test("the span's first and last dates are those of the calendar's own wall", () => {
    const nights = { zone: "America/Los_Angeles", hours: { mon: [["22:00", "09:00"]] } } as const;
    const west = table(nights, "2026-11-24T08:30-08:00", "2026-11-25T00:00-08:00");
    expect(west.hours.map(({ date, wallMs }) => [date, wallMs / hourMs])).toEqual([[0, 32.5]]);
    const early = { zone: "Pacific/Apia", hours: { mon: [["09:00", "17:00"]], tue: [["00:00", "08:00"]] } } as const;
    const east = table(early, "2026-11-23T00:00+13:00", "2026-11-24T01:00+13:00");
    expect(east.hours.map(({ date, wallMs }) => [date, wallMs / hourMs])).toEqual([
      [0, 9],
      [1, 0],
    ]);
  });

  test("a span that ends where the clock goes back over midnight has the date of its start", () => {
    const stJohns: CalendarSpec = { zone: "America/St_Johns", hours: { sun: [["00:00", "01:00"]] } };
    const rows = table(stJohns, "2010-11-06T12:00-02:30", "2010-11-06T23:30-03:30");
    expect(rows.hours).toEqual([
      { from: at("2010-11-07T00:00-02:30"), to: at("2010-11-07T00:01-02:30"), beforeMs: 0, date: 0, wallMs: 0 },
    ]);
  });

  test("a clock set forward inside the hours: what lies in the gap is due at its end", () => {
    const rows = table(sunday("01:00", "04:00"), "2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00");
    expect(ofDate(rows)).toEqual([
      { from: "2026-03-29T00:00:00.000Z", to: "2026-03-29T01:00:00.000Z", reach: 0, wall: 1 },
      { from: "2026-03-29T01:00:00.000Z", to: "2026-03-29T02:00:00.000Z", reach: 2, wall: 3 },
    ]);
  });

  test("hours that open as the clock goes back begin once it has shown their opening for good", () => {
    const rows = table(
      { zone: "America/Havana", hours: { sun: [["00:00", "04:00"]] } },
      "2026-10-31T00:00-04:00",
      "2026-11-02T12:00-05:00",
    );
    expect(ofDate(rows)).toEqual([
      { from: "2026-11-01T04:00:00.000Z", to: "2026-11-01T05:00:00.000Z", reach: 0, wall: 0 },
      { from: "2026-11-01T05:00:00.000Z", to: "2026-11-01T09:00:00.000Z", reach: 1, wall: 0 },
    ]);
  });
});
