/** Zones: which names are taken, what the wall clock shows, and which instants show a time, at gaps, overlaps and skipped dates. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { dayMs } from "../../src/core/date.js";
import { checkInstant, earliestInstant, findZone, isZone, latestInstant, localDay } from "../../src/core/zone.js";
import { faultOf } from "../fault.js";

const hour = 3_600_000;
const at = (text: string) => Date.parse(text);
/** A wall time as milliseconds, as the zone's questions take it. */
const wall = (text: string) => Date.parse(`${text}Z`);

describe("names", () => {
  test.each([
    "UTC",
    "Etc/UTC",
    "Etc/GMT-9",
    "Asia/Tokyo",
    "Asia/Calcutta",
    "US/Pacific",
    "europe/london",
    "GMT",
    "EST5EDT",
    "PST8PDT",
    "Australia/ACT",
    "Zulu",
  ])("%s is a zone", (name) => {
    expect(isZone(name)).toBe(true);
    expect(findZone(name).id).toBe(name);
    expect(findZone(name)).toBe(findZone(name));
    expect(findZone(name).offsetAt(0)).toBeTypeOf("number");
  });

  test.each([
    "JST",
    "bst",
    "CST",
    "IST",
    "SystemV/EST5",
    "Mars/Phobos",
    "Europe/Londn",
    "",
    " ",
    "../etc/passwd",
    "1",
    "UTC ",
    "Etc/Unknown!",
  ])("%j is none", (name) => {
    expect(isZone(name)).toBe(false);
    expect(faultOf(() => findZone(name))).toEqual({ code: "unknown-zone", value: name, nearest: [] });
  });

  test("what is no text is named by its type", () => {
    const found = () => findZone(9 as unknown as string);
    expect(faultOf(found)).toEqual({ code: "unknown-zone", value: "number", nearest: [] });
  });

  test.each([
    ["UTC+8", ["Etc/GMT-8"]],
    ["utc +8", ["Etc/GMT-8"]],
    ["GMT - 05:00", ["Etc/GMT+5"]],
    ["UTC-5", ["Etc/GMT+5"]],
    ["GMT+14", ["Etc/GMT-14"]],
    ["GMT+15", []],
    ["GMT-12", ["Etc/GMT+12"]],
    ["GMT-13", []],
    ["+09:00", ["Etc/GMT-9"]],
    ["+0900", ["Etc/GMT-9"]],
    ["-03:30", []],
    ["+05:45", []],
    ["+00:00", ["UTC"]],
    ["z+1", ["Etc/GMT-1"]],
    ["utc+00", ["UTC"]],
    ["+09:00:00", ["Etc/GMT-9"]],
    ["UTC+123", []],
  ])("%s is a fixed offset, for which the zones are %j", (name, nearest) => {
    expect(isZone(name)).toBe(false);
    expect(faultOf(() => findZone(name))).toEqual({ code: "fixed-offset-zone", value: name, nearest });
  });

  test.each(["UTC+", "UTC  +8", "UTC+  8", "UTC+8:0", "UTC+12345678", "X+8", "+", "8"])("%s is neither", (name) => {
    expect(faultOf(() => findZone(name))?.code).toBe("unknown-zone");
  });

  test("GMT+0 and GMT-0 are links of the database, not offsets", () =>
    expect([isZone("GMT+0"), isZone("GMT-0")]).toEqual([true, true]));
});

describe("what the wall clock shows", () => {
  test.each([
    ["Asia/Tokyo", "2026-11-22T00:00Z", 9],
    ["Asia/Kathmandu", "2026-11-22T00:00Z", 5.75],
    ["Europe/London", "2026-07-01T00:00Z", 1],
    ["Europe/London", "2026-12-01T00:00Z", 0],
    ["Europe/London", "2026-03-29T00:59:59.999Z", 0],
    ["Europe/London", "2026-03-29T01:00Z", 1],
    ["Australia/Lord_Howe", "2026-04-04T14:59:59.999Z", 11],
    ["Australia/Lord_Howe", "2026-04-04T15:00Z", 10.5],
    ["Pacific/Apia", "2011-12-30T09:59:59.999Z", -10],
    ["Pacific/Apia", "2011-12-30T10:00Z", 14],
    ["America/New_York", "1883-11-18T16:59:59Z", -4.933888888888889],
    ["UTC", "0001-01-03T00:00Z", 0],
  ])("%s at %s is %d hours ahead", (zone, instant, hours) =>
    expect(findZone(zone).offsetAt(at(instant))).toBe(Math.round(hours * hour)),
  );

  test("an instant out of the years 0001-9999, or no whole number, is refused", () => {
    const zone = findZone("Asia/Tokyo");
    for (const instant of [earliestInstant - 1, latestInstant + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(faultOf(() => zone.offsetAt(instant))).toEqual({ code: "instant-out-of-range", value: instant });
    }
    expect(zone.offsetAt(latestInstant)).toBe(9 * hour);
    expect(zone.offsetAt(earliestInstant)).toBeGreaterThan(9 * hour);
    expect(faultOf(() => checkInstant(earliestInstant))).toBeUndefined();
    expect(faultOf(() => checkInstant(latestInstant))).toBeUndefined();
  });

  test("spans and dates may reach a week past the first and the last instant, and no further", () => {
    const zone = findZone("Asia/Tokyo");
    const [first, last] = [earliestInstant - 7 * dayMs, latestInstant + 7 * dayMs];
    expect(zone.stretches(first, first + hour)).toHaveLength(1);
    expect(zone.stretches(last - hour, last)).toHaveLength(1);
    const refused = (value: number) => ({ code: "instant-out-of-range", value });
    expect(faultOf(() => zone.stretches(first - 1, first))).toEqual(refused(first - 1));
    expect(faultOf(() => zone.stretches(last, last + 1))).toEqual(refused(last + 1));
    expect(faultOf(() => zone.skips(0.5))).toEqual(refused(0.5));
    expect(faultOf(() => zone.skips(last / dayMs + 1))).toEqual(refused(last + dayMs));
  });

  test("a local time is found in a zone that was not used before", () => {
    // Each way of writing a name has a zone of its own.
    expect(findZone("ASIA/tokyo").firstAtOrAfter(at("2026-11-20T16:40Z"))).toBe(at("2026-11-20T07:40Z"));
  });

  test("the date of an instant is that of the wall clock", () => {
    const dayOf = (zone: string, instant: string) =>
      localDay(findZone(zone), at(instant)) - at("2026-11-20T00:00Z") / dayMs;
    expect(dayOf("Asia/Tokyo", "2026-11-20T14:59:59.999Z")).toBe(0);
    expect(dayOf("Asia/Tokyo", "2026-11-20T15:00Z")).toBe(1);
    expect(dayOf("America/New_York", "2026-11-20T04:59:59.999Z")).toBe(-1);
    expect(dayOf("America/New_York", "2026-11-20T05:00Z")).toBe(0);
  });

  test("an empty or reversed span of local times has no instants", () => {
    const zone = findZone("Asia/Tokyo");
    const local = at("2026-11-20T16:40Z");
    expect([zone.instantsOf(local, local), zone.instantsOf(local, local - 1)]).toEqual([[], []]);
    expect(zone.instantsOf(local, local + 1)).toEqual([{ from: local - 9 * hour, to: local - 9 * hour + 1 }]);
  });

  test("stretches are clipped to the given span and touch", () => {
    const zone = findZone("America/New_York");
    const from = at("2026-01-01T00:00Z");
    const to = at("2027-01-01T00:00Z");
    expect(zone.stretches(from, to)).toEqual([
      { from, to: at("2026-03-08T07:00Z"), offsetMs: -5 * hour },
      { from: at("2026-03-08T07:00Z"), to: at("2026-11-01T06:00Z"), offsetMs: -4 * hour },
      { from: at("2026-11-01T06:00Z"), to, offsetMs: -5 * hour },
    ]);
  });

  test("a stretch that begins where the question ends is none of it", () => {
    const from = at("2026-01-01T00:00Z");
    const to = at("2026-03-08T07:00Z");
    expect(findZone("America/New_York").stretches(from, to)).toEqual([{ from, to, offsetMs: -5 * hour }]);
  });

  test("an offset is steady up to the instant at which clocks change, and from it on", () => {
    const zone = findZone("America/New_York");
    const change = at("2026-03-08T07:00Z");
    expect(zone.steadyOffset(change - hour, change)).toBe(-5 * hour);
    expect(zone.steadyOffset(change - hour, change + 1)).toBeUndefined();
    expect(zone.steadyOffset(change - 1, change + hour)).toBeUndefined();
    expect(zone.steadyOffset(change, change + hour)).toBe(-4 * hour);
  });

  test("stretches are the same however they were come by: at once, step by step forwards, or backwards", () => {
    const [from, to] = [at("2020-01-01T00:00Z"), at("2030-01-01T00:00Z")];
    const steps = Array.from({ length: 41 }, (_, i) => from + ((to - from) / 40) * i);
    // Each way of writing a name has a zone of its own, which knows nothing yet.
    for (const [once, upwards, downwards] of [
      ["europe/london", "EUROPE/LONDON", "europe/LONDON"],
      ["asia/tokyo", "ASIA/TOKYO", "asia/TOKYO"],
    ] as const) {
      const atOnce = findZone(once).stretches(from, to);
      for (const step of steps) findZone(upwards).stretches(step, step + 1);
      expect(findZone(upwards).stretches(from, to)).toEqual(atOnce);
      for (const step of steps.toReversed()) findZone(downwards).stretches(step, step + 1);
      expect(findZone(downwards).stretches(from, to)).toEqual(atOnce);
    }
  });

  test("earlier queries, of later or much earlier times, change no result", () => {
    const questions = [
      "2026-07-01",
      "1950-07-01",
      "2200-07-01",
      "2010-01-01",
      "1890-01-01",
      "2025-03-30",
      "2026-10-25",
      "2030-05-05",
    ];
    const asked = (names: readonly string[]) =>
      Object.fromEntries(names.map((date) => [date, findZone("Europe/Berlin").offsetAt(at(date))]));
    const forwards = asked(questions);
    expect(asked([...questions].reverse())).toEqual(forwards);
    expect(asked([...questions].sort())).toEqual(forwards);
    expect(forwards["2026-07-01"]).toBe(2 * hour);
    expect(forwards["1890-01-01"]).toBe(3_208_000);
    expect(forwards["2010-01-01"]).toBe(hour);
  });
});

describe("rule local-time: the instant of a wall time", () => {
  test.each([
    ["plain", "Europe/London", "2026-11-20T10:00", "2026-11-20T10:00Z", "plain"],
    ["the last before a gap", "Europe/London", "2026-03-29T00:59:59.999", "2026-03-29T00:59:59.999Z", "plain"],
    ["the first of a gap", "Europe/London", "2026-03-29T01:00", "2026-03-29T01:00Z", "gap"],
    ["inside a gap: past it by as much", "Europe/London", "2026-03-29T01:30", "2026-03-29T01:30Z", "gap"],
    ["the first past a gap", "Europe/London", "2026-03-29T02:00", "2026-03-29T01:00Z", "plain"],
    ["the first of an overlap: the earlier", "Europe/London", "2026-10-25T01:00", "2026-10-25T00:00Z", "overlap"],
    ["the last of an overlap", "Europe/London", "2026-10-25T01:59:59.999", "2026-10-25T00:59:59.999Z", "overlap"],
    ["the first past an overlap", "Europe/London", "2026-10-25T02:00", "2026-10-25T02:00Z", "plain"],
    ["a gap of half an hour", "Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:45Z", "gap"],
    ["a skipped date", "Pacific/Apia", "2011-12-30T12:00", "2011-12-30T22:00Z", "gap"],
  ])("%s: %s %s", (_, zone, local, instant, kind) => {
    expect(findZone(zone).instantOf(wall(local))).toEqual({ instant: at(instant), kind });
  });

  test("the first instant that shows a time or later", () => {
    const zone = findZone("Europe/London");
    expect(zone.firstAtOrAfter(wall("2026-03-29T01:30"))).toBe(at("2026-03-29T01:00Z"));
    expect(zone.firstAtOrAfter(wall("2026-10-25T01:30"))).toBe(at("2026-10-25T00:30Z"));
    expect(zone.firstAtOrAfter(wall("2026-10-25T02:00"))).toBe(at("2026-10-25T02:00Z"));
    expect(zone.firstAtOrAfter(wall("2026-11-25T01:30"))).toBe(at("2026-11-25T01:30Z"));
    expect(findZone("Pacific/Apia").firstAtOrAfter(wall("2011-12-30T00:00"))).toBe(at("2011-12-30T10:00Z"));
  });

  test("the instants at which a stretch of wall time is shown", () => {
    const zone = findZone("Europe/London");
    const shown = (from: string, to: string) => zone.instantsOf(wall(from), wall(to));
    expect(shown("2026-11-20T09:00", "2026-11-20T17:00")).toEqual([
      { from: at("2026-11-20T09:00Z"), to: at("2026-11-20T17:00Z") },
    ]);
    expect(shown("2026-03-29T00:30", "2026-03-29T02:30")).toEqual([
      { from: at("2026-03-29T00:30Z"), to: at("2026-03-29T01:30Z") },
    ]);
    expect(shown("2026-03-29T01:00", "2026-03-29T02:00")).toEqual([]);
    expect(shown("2026-10-25T01:15", "2026-10-25T01:45")).toEqual([
      { from: at("2026-10-25T00:15Z"), to: at("2026-10-25T00:45Z") },
      { from: at("2026-10-25T01:15Z"), to: at("2026-10-25T01:45Z") },
    ]);
    expect(shown("2026-10-25T00:00", "2026-10-25T03:00")).toEqual([
      { from: at("2026-10-24T23:00Z"), to: at("2026-10-25T03:00Z") },
    ]);
  });
});

describe("dates that a zone skipped", () => {
  const day = (text: string) => wall(`${text}T00:00`) / dayMs;
  test.each([
    ["Pacific/Apia", "2011-12-29", false],
    ["Pacific/Apia", "2011-12-30", true],
    ["Pacific/Apia", "2011-12-31", false],
    ["Pacific/Kwajalein", "1993-08-21", true],
    ["Pacific/Kwajalein", "1993-08-20", false],
    ["Pacific/Enderbury", "1994-12-31", true],
    ["Asia/Manila", "1844-12-31", true],
    ["Europe/London", "2026-03-29", false],
    ["America/New_York", "2011-12-30", false],
  ])("%s, %s: %s", (zone, date, skipped) => expect(findZone(zone).skips(day(date))).toBe(skipped));

  test("are the same after queries of other times", () => {
    const zone = findZone("Pacific/Fakaofo");
    expect(zone.offsetAt(at("2026-01-01"))).toBe(13 * hour);
    expect(zone.skips(day("2011-12-30"))).toBe(true);
    expect(zone.offsetAt(at("1905-01-01"))).toBe(-11 * hour);
    expect(zone.skips(day("2011-12-30"))).toBe(true);
    expect(zone.skips(day("2011-12-31"))).toBe(false);
  });
});

describe("look-ups in the runtime", () => {
  const Real = Intl.DateTimeFormat;
  afterEach(() => {
    Intl.DateTimeFormat = Real;
  });

  /** Mocks a runtime that counts its calls, and optionally accepts any name as a zone. */
  function count({ takesAnything = false } = {}): { clocks: number; questions: number } {
    const counts = { clocks: 0, questions: 0 };
    class Counting extends Real {
      constructor(locale?: string, options?: Intl.DateTimeFormatOptions) {
        super(locale, takesAnything ? { ...options, timeZone: "Asia/Tokyo" } : options);
        counts.clocks++;
        const format = this.format;
        const value = (date: number) => {
          counts.questions++;
          return format(date);
        };
        Object.defineProperty(this, "format", { value });
      }
    }
    Intl.DateTimeFormat = Counting as unknown as typeof Intl.DateTimeFormat;
    return counts;
  }

  const questions = (name: string, ...instants: string[]) => {
    const counts = count();
    const zone = findZone(name);
    return instants.map((instant) => {
      const before = counts.questions;
      zone.offsetAt(at(instant));
      return counts.questions - before;
    });
  };

  test("nothing for UTC, which has no rules to look up, nor for a zone that is known", async () => {
    vi.resetModules();
    const fresh = await import("../../src/core/zone.js");
    const counts = count();
    expect(
      ["UTC", "Etc/UTC"].map((name) => [fresh.isZone(name), fresh.findZone(name).offsetAt(at("2026-06-01"))]),
    ).toEqual([
      [true, 0],
      [true, 0],
    ]);
    expect(counts.clocks).toBe(0);
    expect(fresh.isZone("Europe/Paris")).toBe(true);
    expect(counts.clocks).toBe(1);
    fresh.findZone("Europe/Paris");
    expect(counts.clocks).toBe(2);
    expect(fresh.isZone("Europe/Paris")).toBe(true);
    expect(counts.clocks).toBe(2);
  });

  test("offsets and what does not begin with a letter are no zones, whatever the runtime takes them for", () => {
    count({ takesAnything: true });
    expect(["+08:00", "8", "1x", "UTC+8", "BST", "Z-3"].map(isZone)).toEqual(Array(6).fill(false));
    expect(isZone("Anything/Else")).toBe(true);
  });

  test("a first question looks at the days around it, not at the years since 1970", () => {
    expect(Math.max(...questions("europe/paris", "1985-06-01"))).toBeLessThan(30);
    expect(Math.max(...questions("europe/madrid", "2026-06-01"))).toBeLessThan(30);
  });

  test("what was looked at is not looked at again, nor is what lies between two questions", () => {
    const asked = questions(
      "europe/rome",
      "2026-06-01",
      "2026-06-01",
      "2030-06-01",
      "2028-06-01",
      "2026-06-02",
      "2020-06-01",
      "2022-06-01",
    );
    expect(asked.map((many) => many > 0)).toEqual([true, false, true, false, false, true, false]);
    expect(asked[2]).toBeLessThan(1000);
    expect(asked[5]).toBeLessThan(1050);
  });

  test("a day is known to its last millisecond, and days that follow are looked at every third day, none before them", () => {
    expect(questions("europe/lisbon", "2026-06-01T00:00Z", "2026-06-01T23:59:59.999Z")[1]).toBe(0);
    const counts = count();
    const zone = findZone("europe/dublin");
    const day = at("2026-06-01T00:00Z");
    zone.offsetAt(day);
    const before = counts.questions;
    zone.stretches(day, day + 11 * dayMs);
    expect(counts.questions - before).toBe(4);
  });

  test("a question centuries away starts afresh there, forwards and backwards", () => {
    expect(Math.max(...questions("europe/vienna", "2026-06-01", "2526-06-01", "1526-06-01"))).toBeLessThan(60);
  });

  test.each([1, -1])(
    "a question every month, in direction %i, looks ahead, and never much further than a year",
    (direction) => {
      const months = Array.from({ length: 120 }, (_, i) =>
        new Date(Date.UTC(2026, 6 + direction * i, 1)).toISOString(),
      );
      const asked = questions(direction > 0 ? "europe/berlin" : "europe/oslo", ...months);
      expect(asked[1]).toBeLessThan(40);
      expect(Math.max(...asked)).toBeLessThan(220);
      expect(asked.filter((many) => many > 0).length).toBeLessThan(20);
      expect(asked.reduce((a, b) => a + b)).toBeLessThan(2600);
    },
  );

  test("each moment of the calendar's 400 years once, however many of them go by, and one for all that lies before 1800", () => {
    const counts = count();
    const asked = (name: string, from: string, to: string) => {
      const before = counts.questions;
      findZone(name).stretches(at(from), at(to));
      return counts.questions - before;
    };
    // Five days are two steps of three; the clock is read at their ends alone.
    expect(asked("europe/malta", "2499-12-27", "2500-01-01")).toBe(3);
    // Everything after 2500 was read from the years from 2100 on, wherever the query begins.
    const year = asked("europe/monaco", "2600-06-01", "2601-06-01");
    expect(year).toBeGreaterThan(122);
    expect(asked("europe/monaco", "3000-06-01", "3001-06-01")).toBe(0);
    expect(asked("europe/zagreb", "2500-01-01", "9999-01-01")).toBeLessThan(70_000);
    expect(asked("europe/skopje", "0002-01-01", "1799-12-30")).toBe(1);
    expect(asked("europe/tallinn", "1800-01-02", "1800-01-05")).toBe(2);
  });
});

describe("centuries from now, where the calendar's cycle answers", () => {
  // A year before, at and after both ends of the years that are read from the clock itself, and years in between to both ends of all.
  const years = [1, 2, 1000, 1799, 1800, 1801, 2099, 2100, 2101, 2499, 2500, 2501, 2899, 2900, 2901, 5000, 9998];
  const zones = Intl.supportedValuesOf("timeZone").filter((_, i) => i % 7 === 0);
  const restless = [
    "Africa/Casablanca",
    "Asia/Gaza",
    "America/New_York",
    "Europe/London",
    "Pacific/Chatham",
    "America/Santiago",
  ];
  test.each([...new Set([...zones, ...restless])])("%s shows what its wall clock shows", (name) => {
    const clock = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
    const offsetOf = (instant: number) => {
      const shown = /GMT([+-])?(\d\d)?(?::(\d\d))?(?::(\d\d))?$/.exec(clock.format(instant));
      const [sign, ...parts] = (shown ?? []).slice(1);
      return (sign === "-" ? -1 : 1) * parts.reduce((sum, part, i) => sum + Number(part ?? 0) * (hour / 60 ** i), 0);
    };
    const zone = findZone(name);
    for (const year of years) {
      for (const date of [
        "01-01T00:00Z",
        "02-28T23:59Z",
        "03-31T05:00Z",
        "07-15T12:00Z",
        "10-31T01:30Z",
        "12-27T23:00Z",
      ]) {
        const instant = at(`${String(year).padStart(4, "0")}-${date}`);
        if (instant < earliestInstant) continue;
        expect(zone.offsetAt(instant), `${year}-${date}`).toBe(offsetOf(instant));
      }
    }
  });
});
