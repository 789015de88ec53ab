/** Written times: the forms that are read, the instants they are, and the limits of each part. */
import { describe, expect, test } from "vitest";
import { parseTime } from "../../src/core/parse-time.js";
import { earliestInstant, findZone, latestInstant } from "../../src/core/zone.js";

const now = Date.parse("2026-11-20T07:40Z");
const tokyo = () => findZone("Asia/Tokyo");
const noZone = () => {
  throw new Error("the zone is of no use here");
};

/** The instant read, in UTC, or what is wrong with the text. */
function read(text: string, zone = tokyo): string {
  const parsed = parseTime(text, now, zone);
  return parsed.ok ? new Date(parsed.instant).toISOString() : parsed.problem;
}

test.each(["now", "NOW", " Now\t"])("%j is the time given as now, in no zone", (text) => {
  expect(parseTime(text, now, noZone)).toEqual({ ok: true, instant: now });
});

describe("a text of 200 characters is read, a longer one is not", () => {
  test.each([
    [200, { ok: true, instant: now }],
    [201, { ok: false, problem: "too-long" }],
  ] as const)("%d", (length, expected) => {
    expect(parseTime("now".padEnd(length), now, noZone)).toEqual(expected);
  });
});

describe("epoch seconds", () => {
  test.each([
    ["@0", "1970-01-01T00:00:00.000Z"],
    ["@-1", "1969-12-31T23:59:59.000Z"],
    [" @1763624400 ", "2025-11-20T07:40:00.000Z"],
    ["@1763624400.5", "2025-11-20T07:40:00.500Z"],
    ["@1763624400.123456789", "2025-11-20T07:40:00.123Z"],
    ["@99999999999999", "out-of-range"],
    ["@999999999999999", "unreadable"],
    ["@1763624400.1234567891", "unreadable"],
    ["@1763624400.", "unreadable"],
    ["@1763624400 UTC", "unreadable"],
    ["at @1763624400", "unreadable"],
    ["@", "unreadable"],
  ])("%j is %s", (text, expected) => expect(read(text, noZone)).toBe(expected));
});

describe("a date and a time in the zone", () => {
  test.each([
    ["2026-11-20T16:40", "2026-11-20T07:40:00.000Z"],
    ["2026-11-20t16:40", "2026-11-20T07:40:00.000Z"],
    [" 2026-11-20 16:40 ", "2026-11-20T07:40:00.000Z"],
    ["2026-11-20T16:40:59", "2026-11-20T07:40:59.000Z"],
    ["2026-11-20T16:40:05.1", "2026-11-20T07:40:05.100Z"],
    ["2026-11-20T16:40:05,12", "2026-11-20T07:40:05.120Z"],
    ["2026-11-20T16:40:05.123999999", "2026-11-20T07:40:05.123Z"],
    ["2026-11-20T00:00", "2026-11-19T15:00:00.000Z"],
    ["2026-11-20T16:59", "2026-11-20T07:59:00.000Z"],
    ["2026-11-20T24:00", "2026-11-20T15:00:00.000Z"],
    ["2026-11-20T24:00:00.000", "2026-11-20T15:00:00.000Z"],
    ["2026-11-20T24:00:00.001", "impossible"],
    ["2026-11-20T25:00", "impossible"],
    ["2026-11-20T16:60", "impossible"],
    ["2026-11-20T16:40:61", "impossible"],
    ["2026-11-20T16:40:60", "leap-second"],
    ["2026-02-29T16:40", "impossible"],
    ["2026-11-20", "date-only"],
    ["2026-13-01", "impossible"],
    ["2026-11-20T16:40:05.1234567890", "unreadable"],
    ["2026-11-20T16:40.5", "unreadable"],
    ["2026-11-20T16", "unreadable"],
    ["2026-11-20  16:40", "unreadable"],
    ["2026-11-20_16:40", "unreadable"],
    ["on 2026-11-20T16:40", "unreadable"],
    ["2026-11-20T16:40 or so", "unreadable"],
    ["", "unreadable"],
  ])("%j is %s", (text, expected) => expect(read(text)).toBe(expected));

  test("says how the zone's clock relates to it", () => {
    const newYork = () => findZone("America/New_York");
    expect(parseTime("2026-11-01T01:30", now, newYork)).toMatchObject({ ok: true, local: "overlap" });
    expect(parseTime("2026-03-08T02:30", now, newYork)).toMatchObject({ ok: true, local: "gap" });
    expect(parseTime("2026-11-20T16:40", now, newYork)).toMatchObject({ ok: true, local: "plain" });
  });
});

describe("a date and a time with its offset need no zone", () => {
  test.each([
    ["2026-11-20T16:40Z", "2026-11-20T16:40:00.000Z"],
    ["2026-11-20T16:40z", "2026-11-20T16:40:00.000Z"],
    ["2026-11-20 16:40 Z", "2026-11-20T16:40:00.000Z"],
    ["2026-11-20T16:40+09", "2026-11-20T07:40:00.000Z"],
    ["2026-11-20T16:40+0930", "2026-11-20T07:10:00.000Z"],
    ["2026-11-20T16:40-03:30", "2026-11-20T20:10:00.000Z"],
    ["2026-11-20T16:40:05.5 -03:30", "2026-11-20T20:10:05.500Z"],
    ["2026-11-20T16:40+23:59", "2026-11-19T16:41:00.000Z"],
    ["2026-11-20T16:40-23:59", "2026-11-21T16:39:00.000Z"],
    ["2026-11-20T16:40+24:00", "impossible"],
    ["2026-11-20T16:40-24", "impossible"],
    ["2026-11-20T16:40+09:60", "impossible"],
    ["2026-11-20T16:40  Z", "unreadable"],
    ["2026-11-20T16:40xZ", "unreadable"],
    ["2026-11-20T16:40+9", "unreadable"],
    ["2026-11-20T16:40+09:0", "unreadable"],
    ["2026-11-20T16:40Zulu", "unreadable"],
  ])("%j is %s", (text, expected) => expect(read(text, noZone)).toBe(expected));
});

describe("the first and the last instant are read, those beyond are not", () => {
  const seconds = (instant: number) => `@${instant / 1000}`;
  test.each([
    [seconds(earliestInstant), { ok: true, instant: earliestInstant }],
    [seconds(latestInstant), { ok: true, instant: latestInstant }],
    [seconds(earliestInstant - 1000), { ok: false, problem: "out-of-range" }],
    [seconds(latestInstant + 1000), { ok: false, problem: "out-of-range" }],
    ["0001-01-01T00:00", { ok: false, problem: "out-of-range" }],
    ["9999-12-31T23:59", { ok: false, problem: "out-of-range" }],
    ["0001-01-01T00:00Z", { ok: false, problem: "out-of-range" }],
  ])("%s", (text, expected) => expect(parseTime(text, now, noZone)).toEqual(expected));
});
