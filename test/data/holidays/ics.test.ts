/** Events of calendar files at their edges: what ends at midnight, what is called off once, what cannot be a holiday; and a city's own day. */
import { describe, expect, test } from "vitest";
import { formatDay } from "../../../src/core/date.js";
import { loadHolidays } from "../../../src/data/holidays/holidays.js";
import { parseIcs } from "../../../src/data/holidays/ics.js";
import { faultOf, read } from "../fixture.js";

const calendar = (...lines: readonly string[]) =>
  ["BEGIN:VCALENDAR", "BEGIN:VEVENT", ...lines, "END:VEVENT", "END:VCALENDAR"].join("\r\n");

/** The dates of the event's days around 2026, by asking for each. */
async function datesOf(text: string): Promise<string[]> {
  const days = await parseIcs(text, "days.ics");
  const first = Date.UTC(2026, 0) / 86_400_000;
  return Array.from({ length: 730 }, (_, i) => first + i)
    .filter((day) => days.get(day) !== undefined)
    .map(formatDay);
}

describe("an event of a calendar file", () => {
  test("that ends at midnight does not touch the date that begins, one that ends later does", async () => {
    expect(await datesOf(calendar("DTSTART:20261123T220000", "DTEND:20261124T000000"))).toEqual(["2026-11-23"]);
    expect(await datesOf(calendar("DTSTART:20261123T220000", "DTEND:20261124T003000"))).toEqual([
      "2026-11-23",
      "2026-11-24",
    ]);
    expect(await datesOf(calendar("DTSTART:20261123T220000", "DTEND:20261124T000030"))).toEqual([
      "2026-11-23",
      "2026-11-24",
    ]);
  });

  test("of more than ten years is refused, by its line", async () => {
    const error = await faultOf(() =>
      parseIcs(calendar("DTSTART;VALUE=DATE:20200101", "DTEND;VALUE=DATE:20310101"), "days.ics"),
    );
    expect(error).toEqual({ code: "bad-ics", path: "days.ics", line: 4, problem: "invalid", part: "DTEND:20310101" });
  });

  test("that is called off on one of its dates is held on the others", async () => {
    const weekly = ["UID:1", "DTSTART;VALUE=DATE:20261123", "RRULE:FREQ=WEEKLY;COUNT=3", "SUMMARY:Monday"];
    const off = [
      "BEGIN:VEVENT",
      "UID:1",
      "RECURRENCE-ID;VALUE=DATE:20261130",
      "DTSTART;VALUE=DATE:20261130",
      "STATUS:CANCELLED",
    ];
    expect(await datesOf(calendar(...weekly, "END:VEVENT", ...off))).toEqual(["2026-11-23", "2026-12-07"]);
  });

  test("counts in each of several calendars of one file", async () => {
    const two = [calendar("DTSTART;VALUE=DATE:20261123"), calendar("DTSTART;VALUE=DATE:20261224")].join("\r\n");
    expect(await datesOf(two)).toEqual(["2026-11-23", "2026-12-24"]);
  });

  test("is refused where the file is empty", async () => {
    expect(await faultOf(() => parseIcs("\r\n\r\n", "days.ics"))).toEqual({
      code: "bad-ics",
      path: "days.ics",
      line: 1,
    });
  });
});

test("a city may have a day of its own: Augsburg's Peace Festival", async () => {
  const [city, state] = await Promise.all(
    [["DE-BY-A"], ["DE-BY"]].map((codes) => loadHolidays(codes, { lang: "en", read })),
  );
  const day = Date.UTC(2026, 7, 8) / 86_400_000;
  expect(city?.get(day)).toBeDefined();
  expect(state?.get(day)).toBeUndefined();
  expect(await faultOf(loadHolidays(["DE-BY-ZZ"], { lang: "en", read }))).toMatchObject({ code: "unknown-holidays" });
});
