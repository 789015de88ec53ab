/** ISO 8601 texts of instants and durations. */
import { describe, expect, test } from "vitest";
import { formatInZone, formatIsoDuration, formatLocal, formatUtc } from "../../src/core/format-time.js";
import { findZone } from "../../src/core/zone.js";

describe("ISO texts", () => {
  test.each([
    ["2026-11-23T01:10:00Z", "2026-11-23T01:10:00Z", "2026-11-23T10:10:00+09:00", 9 * 60],
    ["2026-11-23T01:10:00.250Z", "2026-11-23T01:10:00.250Z", "2026-11-22T20:10:00.250-05:00", -5 * 60],
    ["2026-11-23T01:10:59Z", "2026-11-23T01:10:59Z", "2026-11-23T01:10:59+00:00", 0],
    ["2026-11-23T01:10:00Z", "2026-11-23T01:10:00Z", "2026-11-22T21:40:00-03:30", -210],
    ["2026-11-23T01:10:00Z", "2026-11-23T01:10:00Z", "2026-11-23T06:55:00+05:45", 345],
    ["1900-01-01T00:00:00Z", "1900-01-01T00:00:00Z", "1900-01-01T00:09:00+00:09", 9.35],
    ["1900-01-01T00:00:00Z", "1900-01-01T00:00:00Z", "1899-12-31T23:59:00-00:01", -1.25],
  ])("%s: %s, on a wall %s", (instant, utc, local, offsetMinutes) => {
    expect(formatUtc(Date.parse(instant))).toBe(utc);
    expect(formatLocal(Date.parse(instant), offsetMinutes * 60_000)).toBe(local);
  });

  test("an offset of a whole day is the last", () => {
    expect(formatLocal(0, 86_400_000)).toBe("1970-01-02T00:00:00+24:00");
    expect(formatLocal(0, -86_400_000)).toBe("1969-12-31T00:00:00-24:00");
  });

  test("a zone is named, or is one", () => {
    const instant = Date.parse("2026-07-23T01:10:00Z");
    expect(formatInZone(instant, "Asia/Tokyo")).toBe("2026-07-23T10:10:00+09:00");
    expect(formatInZone(instant, findZone("America/New_York"))).toBe("2026-07-22T21:10:00-04:00");
  });

  test.each([
    [0, "PT0S"],
    [1, "PT0.001S"],
    [999, "PT0.999S"],
    [1000, "PT1S"],
    [59_999, "PT59.999S"],
    [60_000, "PT1M"],
    [61_500, "PT1M1.5S"],
    [3_600_000, "PT1H"],
    [34_200_000, "PT9H30M"],
    [3_600_000 * 30 + 5000, "PT30H5S"],
    [-300_000, "-PT5M"],
    [-1, "-PT0.001S"],
  ])("%i ms is %s", (ms, text) => expect(formatIsoDuration(ms)).toBe(text));
});
