/**
 * `sql`: its table, asked with nothing but comparisons of whole numbers, as a database asks it, answers as the engine does.
 * The statements themselves are run in databases by test/sql.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Calendar, type CalendarSpec, compileCalendar } from "../../src/core/calendar.js";
import { deadline } from "../../src/core/deadline.js";
import { type CalendarTable, calendarTable, type OpenRow } from "../../src/core/table.js";
import { type CountDays, countDaysRules } from "../../src/core/target.js";
import { type } from "../terminal.js";

const from = Date.parse("2026-01-01T00:00Z");
const to = Date.parse("2027-06-01T00:00Z");
const hourMs = 3_600_000;

const week = (...ranges: [string, string][]) =>
  Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, ranges]));

const calendars: [string, Calendar][] = [
  ...readdirSync("fixtures/calendars")
    .filter((name) => !["never-open.json", "open-once.json", "a-minute-a-week.json"].includes(name))
    .map((name): [string, CalendarSpec] => [name, JSON.parse(readFileSync(`fixtures/calendars/${name}`, "utf8"))]),
  ["a shift that begins in the last", { zone: "America/New_York", hours: week(["22:00", "06:00"], ["05:00", "13:00"]) }] as const,
  ["clocks that change by half an hour", { zone: "Australia/Lord_Howe", hours: week(["00:30", "02:15"], ["23:00", "01:45"]) }] as const,
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
  const changes = calendar.zone.stretches(from, to).flatMap((s) => [-150, -90, -30, -1, 0, 1, 20, 59, 121].map((m) => s.from + m * 60_000));
  const edges = calendar.hours.intervals(from, from + 21 * 24 * hourMs).flatMap((i) => [i.from - 1, i.from, i.to - 1, i.to]);
  const others = Array.from({ length: 150 }, (_, i) => from + i * 2971 * 60_000);
  return [...changes, ...edges.slice(0, 60), ...others].filter((at) => at >= from && at < to - 150 * 24 * hourMs);
}

describe("the table of a calendar", () => {
  test.each(calendars)("%s: hours and dates end where the engine says", (_, calendar) => {
    const table = calendarTable(calendar, from, to);
    const differing = instants(calendar).flatMap((opened) =>
      [1, 120, 510].filter((minutes) => {
        const target = { amount: minutes, unit: "minutes" } as const;
        return (
          dueInHours(table.hours, opened, minutes * 60_000) !== deadline(calendar, opened, { clock: "business-hours", ...target }) ||
          dueInHours(table.dates, opened, minutes * 60_000) !== deadline(calendar, opened, { clock: "24x5", ...target })
        );
      }),
    );
    expect(differing).toEqual([]);
  });

  test.each(calendars)("%s: business days end where the engine says, by both rules", (_, calendar) => {
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

describe("the statements", () => {
  const line = ["sql", "--dialect", "duckdb", "-r", "japan", "--from", "2026-01-01T00:00Z", "--to", "2026-02-01T00:00Z"];

  test.each(["dialect", "region", "from", "to"])("without --%s names it", async (key) => {
    const at = line.findIndex((word) => word === `--${key}` || (key === "region" && word === "-r"));
    const { code, stderr } = await type(line.toSpliced(at, 2));
    expect(code).toBe(2);
    expect(stderr).toContain(`--${key}`);
  });

  test("a span that ends before it begins, and a name that is no table's, are refused", async () => {
    expect((await type([...line, "--to", "2025-01-01T00:00Z"])).code).toBe(2);
    expect((await type([...line, "--table", "tickets; drop table tickets"])).code).toBe(2);
    expect((await type([...line, "--json"])).code).toBe(2);
  });

  test("text from a dataset stays a literal, and a comment stays one line", async () => {
    const dataset = JSON.parse(readFileSync("src/data/bundled/adobe-experience-cloud-2022.json", "utf8"));
    dataset.version = "1.0.0'\n; drop table tickets";
    const { stdout } = await type([...line, "--dataset", "mine.json", "--holidays", "a\nb.txt"], {
      files: { "mine.json": JSON.stringify(dataset), "a\nb.txt": "2026-01-01\n" },
    });
    expect(stdout.split("\n").filter((text) => /^;|^b\.txt/.test(text))).toEqual([]);
  });
});
