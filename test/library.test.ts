/** The library as a program uses it: a dataset's region becomes a calendar, a plan's target a deadline. */
import { expect, test } from "vitest";
import {
  calendarOf,
  compileCalendar,
  deadline,
  elapsed,
  Failure,
  formatLocal,
  ledger,
  loadDataset,
  loadHolidays,
  targetFor,
} from "../src/index.js";

const opened = Date.parse("2026-11-20T16:40+09:00");

test("from a bundled dataset to a deadline, with holidays", async () => {
  const dataset = await loadDataset();
  const region = dataset.regions.japan!;
  const target = targetFor(dataset, "business", "P2", "japan")!;
  expect(target).toEqual({ clock: "business-hours", amount: 2, unit: "hours" });
  const plain = deadline(calendarOf(region), opened, target);
  expect(formatLocal(plain, 9 * 3_600_000)).toBe("2026-11-23T10:10:00+09:00");
  const holidays = await loadHolidays(["JP"]);
  const calendar = calendarOf(region, { holidays });
  const due = deadline(calendar, opened, target);
  expect(formatLocal(due, 9 * 3_600_000)).toBe("2026-11-24T10:10:00+09:00");
  expect(elapsed(calendar, opened, due)).toBe(2 * 3_600_000);
  expect(
    ledger(calendar, opened, due, "business-hours").some((line) => line.kind === "closed" && line.holiday === "Labor Thanksgiving Day"),
  ).toBe(true);
});

test("a region's own holidays and exceptions count", async () => {
  const { regions } = await loadDataset("fixtures/datasets/unusual.json");
  for (const region of Object.values(regions)) {
    const calendar = calendarOf(region);
    for (const date of region.holidays ?? []) {
      const day = Date.parse(date) / 86_400_000;
      if (region.exceptions?.[date] === undefined) expect(calendar.isBusinessDate(day), date).toBe(false);
    }
    for (const [date, hours] of Object.entries(region.exceptions ?? {})) {
      expect(calendar.isBusinessDate(Date.parse(date) / 86_400_000), date).toBe(hours.length > 0);
    }
  }
  expect(Object.values(regions).some((region) => region.holidays || region.exceptions)).toBe(true);
});

test("faults are data", async () => {
  await expect(loadDataset("adobe-succes-plans")).rejects.toMatchObject({
    fault: { code: "unknown-dataset", nearest: ["adobe-success-plans"] },
  });
  await expect(loadDataset("fixtures/datasets/broken/unknown-zone.json")).rejects.toBeInstanceOf(Failure);
  expect(() => compileCalendar({ zone: "Asia/Tokyo", hours: {} })).toThrow(Failure);
});
