/** The library as a program uses it: a dataset's region becomes a calendar, a plan's target a deadline. */
import { expect, test } from "vitest";
import {
  calendarOf,
  compileCalendar,
  deadline,
  elapsed,
  Failure,
  findZone,
  formatInZone,
  formatLocal,
  ledger,
  loadDataset,
  loadHolidays,
  parseTime,
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
    ledger(calendar, opened, due, "business-hours").some(
      (line) => line.kind === "closed" && line.holiday === "Labor Thanksgiving Day",
    ),
  ).toBe(true);
});

test("an instant in a zone, by its name or as a zone", () => {
  const due = Date.parse("2026-11-23T01:10Z");
  expect(formatInZone(due, "Asia/Tokyo")).toBe("2026-11-23T10:10:00+09:00");
  expect(formatInZone(due, findZone("America/New_York"))).toBe("2026-11-22T20:10:00-05:00");
  expect(() => formatInZone(due, "Asia/Tokio")).toThrow("Asia/Tokio");
});

test("a local time is read in a zone, given by name or as a zone, and needs one", () => {
  const instant = Date.parse("2026-11-20T16:40+09:00");
  for (const zone of ["Asia/Tokyo", findZone("Asia/Tokyo"), () => findZone("Asia/Tokyo")]) {
    expect(parseTime("2026-11-20 16:40", 0, zone)).toEqual({ ok: true, instant, local: "plain" });
  }
  expect(parseTime("2026-11-20T16:40+09:00", 0)).toEqual({ ok: true, instant });
  expect(() => parseTime("2026-11-20 16:40", 0)).toThrow(RangeError);
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

test("errors are data, and their message is a sentence with value and place", async () => {
  await expect(loadDataset("adobe-succes-plans")).rejects.toMatchObject({
    message: "Unknown dataset: adobe-succes-plans.",
    error: { code: "unknown-dataset", nearest: ["adobe-success-plans"] },
    fault: { code: "unknown-dataset" },
  });
  const error = (() => {
    try {
      return compileCalendar({ zone: "Asia/Tokyo", hours: { mon: [["9:00", "17:00"]] } });
    } catch (thrown) {
      return thrown as Failure;
    }
  })() as Failure;
  expect(error.message).toMatch(/9:00-17:00.*mon/);
  expect(error.error).toEqual({ code: "bad-hours", value: "9:00-17:00", where: "mon" });
  expect(error.stack?.split("\n")[0]).toBe(`Failure: ${error.message}`);
  await expect(loadDataset("fixtures/datasets/broken/unknown-zone.json")).rejects.toBeInstanceOf(Failure);
  expect(() => compileCalendar({ zone: "Asia/Tokyo", hours: {} })).toThrow(Failure);
});
