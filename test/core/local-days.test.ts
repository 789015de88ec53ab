/** Dates drawn one by one: each whole, from its first instant to the next date's, and the middle of a long span in one entry. */
import { describe, expect, test } from "vitest";
import { type CalendarSpec, compileCalendar } from "../../src/core/calendar.js";
import { parseDay } from "../../src/core/date.js";
import { type LocalDays, localDays, type SkippedDays, timelineDays, timelineOf } from "../../src/core/local-days.js";
import { findZone, localDay } from "../../src/core/zone.js";

const at = (text: string) => Date.parse(/[+Z]/.test(text) ? text : `${text}+01:00`);
const day = (text: string) => parseDay(text) as number;
const hour = 3_600_000;
const hours: CalendarSpec["hours"] = Object.fromEntries(
  ["mon", "tue", "wed", "thu", "fri"].map((name) => [name, [["09:00", "17:00"]]]),
);
const office = compileCalendar({ zone: "Europe/Amsterdam", hours });
const apia = compileCalendar({ zone: "Pacific/Apia", hours });

test("the local date of an instant, on either side of midnight", () => {
  expect(localDay(findZone("Asia/Tokyo"), at("2026-11-23T23:59:59.999+09:00"))).toBe(day("2026-11-23"));
  expect(localDay(findZone("Asia/Tokyo"), at("2026-11-24T00:00+09:00"))).toBe(day("2026-11-24"));
  expect(localDay(findZone("America/New_York"), at("2026-11-24T00:00Z"))).toBe(day("2026-11-23"));
});

describe("the stretches of a date", () => {
  test("from its first instant to the next date's", () => {
    expect(localDays(office, day("2026-11-23"), "business-hours")).toEqual({
      day: day("2026-11-23"),
      from: at("2026-11-23T00:00"),
      to: at("2026-11-24T00:00"),
      lines: [
        { kind: "closed", from: at("2026-11-23T00:00"), to: at("2026-11-23T09:00"), reason: "night" },
        { kind: "open", from: at("2026-11-23T09:00"), to: at("2026-11-23T17:00") },
        { kind: "closed", from: at("2026-11-23T17:00"), to: at("2026-11-24T00:00"), reason: "night" },
      ],
    });
  });

  test("on the given clock, with its pauses", () => {
    const pause = { from: at("2026-11-23T10:00"), to: at("2026-11-23T11:00") };
    const { lines } = localDays(office, day("2026-11-23"), "24x5", [pause]);
    expect(lines.map((line) => [line.kind, (line.to - line.from) / hour])).toEqual([
      ["open", 10],
      ["closed", 1],
      ["open", 13],
    ]);
  });

  test("are none where the zone skipped the date", () => {
    const { from, to, lines } = localDays(apia, day("2011-12-30"), "business-hours");
    expect([from, to]).toEqual([at("2011-12-31T00:00+14:00"), at("2011-12-31T00:00+14:00")]);
    expect(lines).toEqual([]);
  });
});

describe("the dates of a span", () => {
  const isSkipped = (entry: LocalDays | SkippedDays): entry is SkippedDays => "skipped" in entry;
  const days = (from: string, to: string, calendar = office) =>
    timelineOf(calendar, at(from), at(to), "business-hours", [], (a, b) => b - a).map((entry) =>
      isSkipped(entry)
        ? `${entry.skipped} in ${entry.countedMs / hour} h`
        : new Date(entry.day * 24 * hour).toISOString().slice(5, 10),
    );

  test("each that it touches, its end's only where it goes past midnight", () => {
    expect(days("2026-11-23T12:00", "2026-11-25T00:00")).toEqual(["11-23", "11-24"]);
    expect(days("2026-11-23T12:00", "2026-11-25T00:01")).toEqual(["11-23", "11-24", "11-25"]);
    expect(days("2026-11-23T12:00", "2026-11-23T13:00")).toEqual(["11-23"]);
  });

  test("an empty span touches the date it lies on, at midnight the one that begins", () => {
    expect(days("2026-11-23T12:00", "2026-11-23T12:00")).toEqual(["11-23"]);
    expect(days("2026-11-23T00:00", "2026-11-23T00:00")).toEqual(["11-23"]);
  });

  test("pauses show on their dates", () => {
    const pause = { from: at("2026-11-23T10:00"), to: at("2026-11-23T11:00") };
    const [monday] = timelineOf(
      office,
      at("2026-11-23T00:00"),
      at("2026-11-23T20:00"),
      "business-hours",
      [pause],
      () => 0,
    );
    expect(monday).toEqual(localDays(office, day("2026-11-23"), "business-hours", [pause]));
  });

  test("fourteen are all shown; of more, the first ten and the last four, with the others counted from one to the other", () => {
    expect(timelineDays).toBe(14);
    const fourteen = days("2026-11-02T00:00", "2026-11-16T00:00");
    expect(fourteen).toHaveLength(14);
    expect(fourteen.at(-1)).toBe("11-15");
    const fifteen = days("2026-11-02T00:00", "2026-11-17T00:00");
    expect(fifteen).toEqual([...fourteen.slice(0, 10), "1 in 24 h", "11-13", "11-14", "11-15", "11-16"]);
    const fifty = days("2026-11-02T00:00", "2026-12-22T00:00");
    expect(fifty.slice(9)).toEqual(["11-11", "36 in 864 h", "12-18", "12-19", "12-20", "12-21"]);
  });

  test("a date that the zone skipped is not among them", () => {
    expect(days("2011-12-29T10:00Z", "2012-01-01T00:00+14:00", apia)).toEqual(["12-29", "12-31"]);
  });
});

describe("a timeline", () => {
  const calendar = compileCalendar({ zone: "UTC", hours: { mon: [["09:00", "17:00"]], tue: [["10:00", "12:00"]] } });
  const monday = Date.UTC(2026, 10, 23);
  const dayMs = 24 * hour;
  const timeline = (from: number, to: number) =>
    timelineOf(calendar, from, to, "business-hours", [], calendar.hours.elapsed);

  test("an empty span is in the date of its instant, at midnight in the new one", () => {
    expect(timeline(monday + 1, monday + 1)).toMatchObject([{ from: monday, to: monday + dayMs }]);
    expect(timeline(monday, monday)).toMatchObject([{ from: monday }]);
  });

  test("a span up to midnight does not touch the next date", () => {
    expect(timeline(monday, monday + dayMs)).toHaveLength(1);
    expect(timeline(monday, monday + dayMs + 1)).toHaveLength(2);
  });

  test("a long span shows its first and last dates, and counts what lies between", () => {
    const days = timeline(monday, monday + 70 * dayMs);
    expect(days).toHaveLength(timelineDays + 1);
    const skipped = days.find((day) => "skipped" in day);
    expect(skipped).toEqual({
      skipped: 70 - timelineDays,
      countedMs: calendar.hours.elapsed(monday + 10 * dayMs, monday + 66 * dayMs),
    });
  });
});
