/**
 * The pieces of a calendar's table: each instant and each total lies in exactly one, found by its bucket, and they give what the engine gives.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type CalendarSpec, compileCalendar } from "../../src/core/calendar.js";
import { datePieces, epochShiftMs, goalBucketMs, goalPieces, timePieces } from "../../src/core/calendar-pieces.js";
import { type CalendarTable, calendarTable, type OpenRow } from "../../src/core/calendar-table.js";
import { dayMs } from "../../src/core/date.js";
import { deadline, elapsed } from "../../src/core/deadline.js";
import { countDaysRules } from "../../src/core/target.js";

const from = Date.parse("2026-01-01T05:00Z");
const to = Date.parse("2027-06-01T00:00Z");
const names = readdirSync("fixtures/calendars").filter((name) => !/^(never-open|open-once|a-minute-a-week)/.test(name));
const outOfOrder: CalendarSpec = { zone: "UTC", hours: { mon: [["20:00", "19:00"]], tue: [["01:00", "02:00"]] } };
const specs: (readonly [string, CalendarSpec])[] = [
  ...names.map(
    (name) => [name, JSON.parse(readFileSync(`fixtures/calendars/${name}`, "utf8")) as CalendarSpec] as const,
  ),
  ["a date that opens in the shift of the one before", { zone: "Asia/Tokyo", hours: overlapping("13:00") }],
  ["two dates that close at one instant", { zone: "Asia/Tokyo", hours: overlapping("06:00") }],
  ["a date that closes after the next one", outOfOrder],
  [
    "hours in an order of their own",
    { zone: "UTC", hours: { mon: [range("14:00", "18:00"), range("08:00", "12:00")] } },
  ],
];
const calendars = specs.map(([name, spec]) => [name, compileCalendar(spec)] as const);

function range(open: string, close: string): readonly [string, string] {
  return [open, close];
}

/** Night shifts, and hours of the morning after that begin before they end. */
function overlapping(close: string): CalendarSpec["hours"] {
  return { mon: [["22:00", "06:00"]], tue: [["05:00", close]], thu: [["22:00", "06:00"]] };
}

const samples = Array.from({ length: 300 }, (_, i) => from + i * 2971 * 60_000).filter((at) => at < to - 150 * dayMs);

function grouped<T>(items: readonly T[], keyOf: (item: T) => number): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function lookUp(table: CalendarTable, rows: readonly OpenRow[]) {
  const times = grouped(timePieces(table, rows, []), (piece) => piece.bucket);
  const goals = grouped(goalPieces(rows), (piece) => piece.bucket);
  return {
    at(instant: number) {
      const bucket = Math.floor((instant + epochShiftMs) / dayMs);
      const matches = (times.get(bucket) ?? []).filter((piece) => instant >= piece.from && instant < piece.to);
      expect(matches.length).toBeLessThanOrEqual(1);
      const [piece] = matches;
      if (!piece) return undefined;
      const ranMs = piece.isOpen ? instant - piece.from : 0;
      const { starts, wallMs, date } = piece;
      return {
        beforeMs: piece.beforeMs + ranMs,
        starts: starts === undefined ? undefined : starts + ranMs,
        wallMs: wallMs === undefined ? undefined : wallMs + ranMs,
        date,
      };
    },
    goal(totalMs: number) {
      const bucket = Math.floor((totalMs - 1) / goalBucketMs);
      const matches = (goals.get(bucket) ?? []).filter((piece) => totalMs > piece.afterMs && totalMs <= piece.upToMs);
      expect(matches.length).toBeLessThanOrEqual(1);
      const [piece] = matches;
      return piece && piece.at + totalMs - piece.afterMs;
    },
  };
}

test.each(calendars)("%s: the pieces cover the span, its end included, each within a UTC day", (_, calendar) => {
  const table = calendarTable(calendar, from, to);
  for (const pieces of [timePieces(table, table.hours, table.businessDates), timePieces(table, table.dates, [])]) {
    expect(pieces[0]?.from).toBe(from);
    expect(pieces.at(-1)?.to).toBe(to + 1);
    expect(pieces.slice(1).filter((piece, i) => piece.from !== pieces[i]?.to)).toEqual([]);
    expect(pieces.filter((piece) => piece.from >= piece.to)).toEqual([]);
    expect(pieces.filter((piece) => Math.floor(piece.from / dayMs) !== Math.floor((piece.to - 1) / dayMs))).toEqual([]);
    expect(pieces.at(-1)).toMatchObject({ isOpen: false, starts: undefined });
  }
});

/** First openings and last closings of the dates of a table, each found by looking at all rows. */
function datesOf({ businessDates }: CalendarTable) {
  return [...new Set(businessDates.map(({ date }) => date))].map((date) => {
    const rows = businessDates.filter((row) => row.date === date);
    return { date, opens: Math.min(...rows.map((row) => row.from)), closes: Math.max(...rows.map((row) => row.to)) };
  });
}

test.each(calendars)("%s: at each instant, the date that opens next and the last that has closed", (_, calendar) => {
  const table = calendarTable(calendar, from, to);
  const dates = datesOf(table);
  const pieces = timePieces(table, table.hours, table.businessDates);
  const edges = dates.slice(0, 12).flatMap(({ opens, closes }) => [opens, closes]);
  const instants = edges.flatMap((edge) => [edge - 1, edge, edge + 1]).filter((at) => at >= from);
  for (const at of [...instants, ...samples, to]) {
    const piece = pieces.find((one) => at >= one.from && at < one.to);
    const next = dates.find(({ opens }) => opens > at)?.date ?? dates.length;
    const last = dates.findLast(({ closes }) => closes <= at)?.date ?? -1;
    expect(piece).toMatchObject({ nextDate: next, lastDate: last });
  }
});

test("without business dates the pieces name none, and have no wall time", () => {
  for (const [, calendar] of calendars) {
    const table = calendarTable(calendar, from, to);
    for (const piece of timePieces(table, table.dates, []))
      expect([piece.date, piece.wallMs, piece.nextDate, piece.lastDate]).toEqual(Array(4).fill(undefined));
  }
});

test.each(calendars)("%s: the open time before each business date", (_, calendar) => {
  const table = calendarTable(calendar, from, to);
  const opens = new Map(datesOf(table).map((date) => [date.date, date.opens]));
  for (const { date, beforeMs } of datePieces(table.businessDates, table.hours)) {
    const first = Math.max(from, opens.get(date) as number);
    expect(beforeMs).toBe(elapsed(calendar, from, first, { clock: "business-hours" }));
  }
});

describe("the last date that has closed", () => {
  const lastAt = (spec: CalendarSpec, ...texts: string[]) => {
    const table = calendarTable(compileCalendar(spec), from, to);
    const pieces = timePieces(table, table.hours, table.businessDates);
    return texts.map((text) => pieces.find((one) => Date.parse(text) < one.to)?.lastDate);
  };

  test("is the later one of two that close at one instant", () => {
    // The table begins on Thursday with date 0; Monday is 1, Tuesday 2.
    const spec = { zone: "Asia/Tokyo", hours: overlapping("06:00") };
    expect(lastAt(spec, "2026-01-06T05:59:59.999+09:00", "2026-01-06T06:00+09:00")).toEqual([0, 2]);
  });

  test("is the next one where a shift ends after its hours", () => {
    // Monday is 0, Tuesday 1; Monday's shift ends on Tuesday evening.
    const times = ["2026-01-06T01:59Z", "2026-01-06T02:00Z", "2026-01-06T19:00Z", "2026-01-13T01:59Z"];
    expect(lastAt(outOfOrder, ...times)).toEqual([-1, 1, 1, 1]);
  });
});

test.each(calendars)("%s: hours and dates are due where the engine has them", (_, calendar) => {
  const table = calendarTable(calendar, from, to);
  for (const [clock, rows, open] of [
    ["business-hours", table.hours, calendar.hours],
    ["24x5", table.dates, calendar.dates],
  ] as const) {
    const { at, goal } = lookUp(table, rows);
    for (const opened of samples) {
      const place = at(opened);
      expect(place?.starts).toBe(open.nextOpen(opened));
      expect(place?.beforeMs).toBe(elapsed(calendar, from, opened, { clock }));
      for (const minutes of [1, 240, 510]) {
        const due = deadline(calendar, opened, { clock, amount: minutes, unit: "minutes" });
        expect(goal((place?.beforeMs ?? 0) + minutes * 60_000)).toBe(due);
      }
    }
  }
});

test.each(calendars)("%s: business days are due where the engine has them", (_, calendar) => {
  const table = calendarTable(calendar, from, to);
  const { at } = lookUp(table, table.hours);
  const dates = grouped(datePieces(table.businessDates, table.hours), (piece) => piece.date);
  for (const opened of samples) {
    const { date = 0, wallMs = 0 } = at(opened) ?? {};
    const matches = (dates.get(date + 3) ?? []).filter(
      (piece) => wallMs >= piece.reachMs && wallMs < (piece.nextReachMs ?? Number.POSITIVE_INFINITY),
    );
    expect(matches).toHaveLength(1);
    const [piece] = matches;
    if (!piece) continue;
    const sameTime = Math.min(piece.to, piece.from + Math.max(0, wallMs - piece.wallMs));
    const expected = { "same-time": sameTime, "end-of-day": piece.closes };
    for (const countDays of countDaysRules) {
      const target = { clock: "business-days", amount: 3, unit: "days" } as const;
      expect(deadline(calendar, opened, target, { countDays })).toBe(expected[countDays]);
    }
  }
});
