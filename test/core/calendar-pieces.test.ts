/**
 * The pieces of a calendar's table: each instant and each total lies in exactly one, found by its bucket, and they give what the engine gives.
 */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type CalendarSpec, compileCalendar } from "../../src/core/calendar.js";
import { datePieces, epochShiftMs, goalBucketMs, goalPieces, timePieces } from "../../src/core/calendar-pieces.js";
import { type CalendarTable, calendarTable, type OpenRow } from "../../src/core/calendar-table.js";
import { dayMs } from "../../src/core/date.js";
import { deadline, elapsed } from "../../src/core/deadline.js";
import { countDaysRules } from "../../src/core/target.js";

const from = Date.parse("2026-01-01T05:00Z");
const to = Date.parse("2027-06-01T00:00Z");
const names = readdirSync("fixtures/calendars").filter((name) => !/^(never-open|open-once|a-minute-a-week)/.test(name));
const calendars = names.map((name) => {
  const spec = JSON.parse(readFileSync(`fixtures/calendars/${name}`, "utf8")) as CalendarSpec;
  return [name, compileCalendar(spec)] as const;
});
const samples = Array.from({ length: 300 }, (_, i) => from + i * 2971 * 60_000).filter((at) => at < to - 150 * dayMs);

function grouped<T>(items: readonly T[], keyOf: (item: T) => number): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function lookUp(table: CalendarTable, rows: readonly OpenRow[]) {
  const times = grouped(timePieces(table, rows), (piece) => piece.bucket);
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

test("the pieces cover the span, its end included, without a gap, each within a UTC day", () => {
  for (const [, calendar] of calendars) {
    const table = calendarTable(calendar, from, to);
    const pieces = timePieces(table, table.hours);
    expect(pieces[0]?.from).toBe(from);
    expect(pieces.at(-1)?.to).toBe(to + 1);
    expect(pieces.slice(1).filter((piece, i) => piece.from !== pieces[i]?.to)).toEqual([]);
    expect(pieces.filter((piece) => Math.floor(piece.from / dayMs) !== Math.floor((piece.to - 1) / dayMs))).toEqual([]);
    expect(pieces.at(-1)).toMatchObject({ isOpen: false, starts: undefined });
  }
});

test("each piece names the date that opens next and the last that has closed", () => {
  for (const [, calendar] of calendars) {
    const table = calendarTable(calendar, from, to);
    const dates = table.businessDates.map((row) => ({ ...row, opens: row.from }));
    const opens = (date: number) => Math.min(...dates.filter((row) => row.date === date).map((row) => row.opens));
    const pieces = timePieces(table, table.hours, table.businessDates);
    for (const piece of pieces.slice(0, 60)) {
      const next = dates.find((row) => opens(row.date) > piece.from);
      const last = dates.findLast((row) => row.closes <= piece.from);
      expect(piece.nextDate).toBe(next?.date ?? (dates.at(-1)?.date as number) + 1);
      expect(piece.lastDate).toBe(last?.date ?? -1);
    }
  }
});

test("where a date closes after the next one, none is named as the last that has closed", () => {
  const calendar = compileCalendar({ zone: "UTC", hours: { mon: [["20:00", "19:00"]], tue: [["01:00", "02:00"]] } });
  const table = calendarTable(calendar, from, to);
  expect(new Set(timePieces(table, table.hours, table.businessDates).map((piece) => piece.lastDate))).toEqual(
    new Set([undefined]),
  );
});
