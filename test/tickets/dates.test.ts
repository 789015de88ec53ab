/** Times as exports write them: each form read as a person reads it, and each that nobody can read refused by what is wrong with it. */
import { describe, expect, test } from "vitest";
import { parseTime } from "../../src/core/parse-time.js";
import { findZone } from "../../src/core/zone.js";
import { DateOrderDetector, readDate } from "../../src/tickets/dates.js";
import { readIso } from "../../src/tickets/iso-bytes.js";
import type { DateOrder } from "../../src/tickets/names.js";

const tokyo = () => findZone("Asia/Tokyo");

/** The instant read, in UTC, or what is wrong. */
function read(text: string, order?: DateOrder, locales: readonly string[] = []): string {
  const found = readDate(text, { zone: tokyo, order, locales });
  return found.ok ? new Date(found.instant).toISOString().replace(/:00\.000Z$/, "Z") : found.problem;
}

describe("a date in numbers", () => {
  test.each<[string, string]>([
    ["20/11/2026 16:40", "2026-11-20T07:40Z"],
    ["11/20/2026 16:40", "2026-11-20T07:40Z"],
    ["11/11/2026 16:40", "2026-11-11T07:40Z"],
    ["2026/11/20 16:40", "2026-11-20T07:40Z"],
    ["20.11.2026, 16.40", "2026-11-20T07:40Z"],
    ["20.11.26 16:40", "2026-11-20T07:40Z"],
    ["20.11.69 16:40", "2069-11-20T07:40Z"],
    ["20.11.70 16:40", "1970-11-20T07:40Z"],
    ["20-11-2026 16:40:30.5", "2026-11-20T07:40:30.500Z"],
    ["20/11/2026 4:40 PM", "2026-11-20T07:40Z"],
    ["20/11/2026 12:40 a.m.", "2026-11-19T15:40Z"],
    ["2026/11/20 下午 4:40", "2026-11-20T07:40Z"],
    ["2026/11/20 上午 4:40", "2026-11-19T19:40Z"],
    ["2026/11/20 午後 0:40", "2026-11-20T03:40Z"],
    ["20/11/2026 16:40 Z", "2026-11-20T16:40Z"],
    ["20/11/2026 16:40 GMT", "2026-11-20T16:40Z"],
    ["20/11/2026 16:40 +09:00", "2026-11-20T07:40Z"],
    ["20/11/2026 16:40 -0330", "2026-11-20T20:10Z"],
    ["20/11/2026 24:00", "2026-11-20T15:00Z"],
    ["05/03/2026 16:40", "ambiguous"],
    ["20/11/2026 13:40 PM", "impossible"],
    ["20/11/2026 0:40 AM", "impossible"],
    ["20/11/2026 16:60", "impossible"],
    ["20/11/2026 16:40 +24:00", "impossible"],
    ["20/11/2026 16:40 -09:60", "impossible"],
    ["20/11/2026 16:40:60", "impossible"],
    ["20/11/2026 24:01", "impossible"],
    ["31/11/2026 16:40", "impossible"],
    ["20/11/0000 16:40", "impossible"],
    ["20/11/2026 16:40 local", "unreadable"],
    ["20/11/2026", "date-only"],
    ["01.01.0001 00:00", "out-of-range"],
  ])("%s is %s", (text, expected) => expect(read(text)).toBe(expected));

  test.each<[DateOrder, string]>([
    ["dmy", "2026-03-05T07:40Z"],
    ["mdy", "2026-05-03T07:40Z"],
  ])("05/03/2026 as %s is %s", (order, expected) => expect(read("05/03/2026 16:40", order)).toBe(expected));
});

describe("a date in words", () => {
  test.each<[string, string, string[]]>([
    ["05/Mar/24 3:15 PM", "2024-03-05T06:15Z", []],
    ["Tuesday, March 5, 2024 15:15", "2024-03-05T06:15Z", []],
    ["5. März 2024 15:15", "2024-03-05T06:15Z", ["de"]],
    ["5 mars 2024 à 15:15", "2024-03-05T06:15Z", ["fr"]],
    ["2024年3月5日 15:15", "2024-03-05T06:15Z", []],
    ["5 Mar 2024", "date-only", []],
    ["5 Mar 2024 15:15 or so", "unreadable", []],
    ["5 Nonsense 2024 15:15", "unreadable", ["de"]],
    ["soon", "unreadable", []],
  ])("%s is %s", (text, expected, locales) => expect(read(text, undefined, locales)).toBe(expected));

  test("a column of more dates than are kept is read on", () => {
    const day = (i: number) => `${String(1 + (i % 28)).padStart(2, "0")} Mar ${1000 + Math.floor(i / 28)}`;
    const wrong = Array.from({ length: 5100 }, (_, i) => day(i)).filter((date) => read(date) !== "date-only");
    expect(wrong).toEqual([]);
    expect(read("05 Mar 2024 15:15")).toBe("2024-03-05T06:15Z");
  });
});

describe("the order of a column", () => {
  test.each<[string[], Partial<DateOrderDetector>]>([
    [["20/11/2026"], { isAsked: true, dayFirst: "20/11/2026" }],
    [["11/20/2026"], { isAsked: true, monthFirst: "11/20/2026" }],
    [["05/03/2026 10:00", "06/03/2026"], { isAsked: true, open: "05/03/2026 10:00" }],
    [["05/05/2026"], { isAsked: true }],
    [["2026/11/20", "soon", ""], { isAsked: false }],
  ])("%j", (texts, expected) => {
    const vote = new DateOrderDetector();
    for (const text of texts) vote.see(text);
    expect({ ...vote }).toEqual({ dayFirst: undefined, monthFirst: undefined, open: undefined, ...expected });
  });
});

describe("times of the standard form", () => {
  test.each<[string, string]>([
    ["2026-11-20T16:40", "2026-11-20T07:40Z"],
    ["2026-11-20 16:40:30", "2026-11-20T07:40:30.000Z"],
    ["2026-11-20T16:40+09", "2026-11-20T07:40Z"],
    ["2026-11-20T16:60Z", "impossible"],
    ["2026-11-20T16:40:61Z", "impossible"],
    ["2026-11-20T16:40:60Z", "leap-second"],
    ["2026-11-20T24:01Z", "impossible"],
    ["2026-11-20T16:40+24:00", "impossible"],
    ["2026-11-20T16:40+09:60", "impossible"],
    ["0001-01-01T00:00", "out-of-range"],
    ["9999-12-31T23:59", "out-of-range"],
  ])("%s is %s", (text, expected) => {
    const found = parseTime(text, 0, tokyo);
    expect(found.ok ? new Date(found.instant).toISOString().replace(/:00\.000Z$/, "Z") : found.problem).toBe(expected);
  });

  /** Whatever the direct path reads, the careful one reads alike; what is out of the ordinary it leaves alone. */
  test.each<[string, boolean]>([
    ["2026-11-20T16:40Z", true],
    ["2026-11-20 16:40:30.125Z", true],
    ["2026-11-20T16:40:30+09:00", true],
    ["2026-11-20T16:40-0330", true],
    ["2026-11-20T16:40+09", true],
    ["2000-02-29T16:40Z", true],
    ["2024-02-29T16:40Z", true],
    ["1900-02-29T16:40Z", false],
    ["2023-02-29T16:40Z", false],
    ["2026-02-30T16:40Z", false],
    ["2026-11-20T16:40:3", false],
    ["2026-11-20T16:40:30.1Z", false],
    ["2026-11-20T16:40:30.12xZ", false],
    ["2026-11-20T16:40:30.1", false],
    ["2026-11-20T16:40:61Z", false],
    ["2026-11-20T16:40Zx", false],
    ["2026-11-20T16:40z", false],
    ["2026-11-20T16:40+9", false],
    ["2026-11-20T16:40+09:0", false],
    ["2026-11-20T16:40+24:00", false],
    ["2026-11-20T16:40+09:60", false],
    ["2026-11-20T25:40Z", false],
    ["2026-11-20x16:40Z", false],
    ["2026-11-20T16:4", false],
  ])("%s is read directly: %s", (text, isRead) => {
    const bytes = new TextEncoder().encode(text);
    const instant = readIso(bytes, 0, bytes.length, () => Number.NaN);
    expect(Number.isNaN(instant)).toBe(!isRead);
    if (isRead) expect(parseTime(text, 0, tokyo)).toMatchObject({ ok: true, instant });
  });
});

describe("long cells", () => {
  test.each([
    `1${" ".repeat(160_000)}1`,
    `1/2/2026${" ".repeat(160_000)}x`,
    `1/2/2026 10:00${" ".repeat(160_000)}x`,
    `5 Mar 2026 10:00${" ".repeat(160_000)}x`,
    `2026-11-20T10:00Z${" ".repeat(200)}`,
  ])("a cell longer than any time is refused unread (%#)", (text) => expect(read(text)).toBe("too-long"));

  test("it decides nothing about the order of the column's dates", () => {
    const detector = new DateOrderDetector();
    detector.see(`1/2/2026${" ".repeat(200)}`);
    expect(detector.isAsked).toBe(false);
    detector.see("1/2/2026");
    expect(detector.open).toBe("1/2/2026");
  });

  test("up to there any number of blanks may part a date from its time", () => {
    expect(read(`20/11/2026${" ".repeat(150)}4:40${" ".repeat(20)}PM`)).toBe("2026-11-20T07:40Z");
    expect(read("20. November 2026,\u202f 16:40")).toBe("2026-11-20T07:40Z");
  });
});
