/** Times as people type them: what each text is, and what is refused with which words to type instead. */
import { describe, expect, test } from "vitest";
import { parseTypedTime } from "../../src/core/typed-time.js";
import { findZone } from "../../src/core/zone.js";

/** Friday 2026-11-20 16:40 in Tokyo, still Thursday evening on the American west coast. */
const now = Date.parse("2026-11-20T07:40Z");
const tokyo = () => findZone("Asia/Tokyo");
const newYork = () => findZone("America/New_York");

function instantOf(text: string, at = now, zone = tokyo): string {
  const parsed = parseTypedTime(text, at, zone);
  return parsed.ok ? new Date(parsed.instant).toISOString().replace(".000Z", "Z") : parsed.problem;
}

describe("rule typed-time", () => {
  test.each([
    ["16:10", "2026-11-20T07:10:00Z"],
    [" 16:10:05.5 ", "2026-11-20T07:10:05.500Z"],
    ["04:10", "2026-11-19T19:10:00Z"],
    ["4:10 pm", "2026-11-20T07:10:00Z"],
    ["1:10 pm", "2026-11-20T04:10:00Z"],
    ["1:10 am", "2026-11-19T16:10:00Z"],
    ["4:10am", "2026-11-19T19:10:00Z"],
    ["12:05 A.M.", "2026-11-19T15:05:00Z"],
    ["12:05 pm", "2026-11-20T03:05:00Z"],
    ["24:00", "2026-11-20T15:00:00Z"],
    ["23:30-08:00", "2026-11-20T07:30:00Z"],
    ["07:10Z", "2026-11-20T07:10:00Z"],
    ["07:10 UTC", "2026-11-20T07:10:00Z"],
    ["yesterday 16:10", "2026-11-19T07:10:00Z"],
    ["Yesterday, at 4:10 PM", "2026-11-19T07:10:00Z"],
    ["16:10 yesterday", "2026-11-19T07:10:00Z"],
    ["today 09:00", "2026-11-20T00:00:00Z"],
    ["tomorrow 09:00", "2026-11-21T00:00:00Z"],
    ["22:30-10:00", "2026-11-20T08:30:00Z"],
  ])("%s is a time of a day near now", (text, instant) => {
    expect(instantOf(text)).toBe(instant);
    expect(parseTypedTime(text, now, tokyo)).toMatchObject({ ok: true, dateFromNow: true });
  });

  test.each([
    ["2 hours ago", "2026-11-20T05:40:00Z"],
    ["an hour ago", "2026-11-20T06:40:00Z"],
    ["a minute ago", "2026-11-20T07:39:00Z"],
    ["1 hour and a minute ago", "2026-11-20T06:39:00Z"],
    ["1.25 hours ago", "2026-11-20T06:25:00Z"],
    ["30m ago", "2026-11-20T07:10:00Z"],
    ["1h30m ago", "2026-11-20T06:10:00Z"],
    ["1 hour and 30 min ago", "2026-11-20T06:10:00Z"],
    ["1 hr, 30 mins ago", "2026-11-20T06:10:00Z"],
    ["1.5 hours ago", "2026-11-20T06:10:00Z"],
    ["90 SECONDS AGO", "2026-11-20T07:38:30Z"],
    ["in 2 hours", "2026-11-20T09:40:00Z"],
  ])("%s is an exact length from now", (text, instant) => {
    expect(instantOf(text)).toBe(instant);
    expect(parseTypedTime(text, now, tokyo)).not.toHaveProperty("dateFromNow");
  });

  test.each([
    ["second", ["s", "sec", "secs", "second", "seconds"], "2026-11-20T07:39:57Z"],
    ["minute", ["m", "min", "mins", "minute", "minutes"], "2026-11-20T07:37:00Z"],
    ["hour", ["h", "hr", "hrs", "hour", "hours"], "2026-11-20T04:40:00Z"],
    ["day", ["d", "day", "days"], "2026-11-17T07:40:00Z"],
    ["week", ["w", "week", "weeks"], "2026-10-30T07:40:00Z"],
  ] as const)("three of each name of a %s", (_, names, instant) => {
    for (const name of names) expect(instantOf(`3 ${name} ago`)).toBe(instant);
  });

  test("today is the date on the zone's clock, or on the clock of the offset", () => {
    const afterMidnight = Date.parse("2026-11-20T16:00Z");
    expect(instantOf("04:10", afterMidnight)).toBe("2026-11-20T19:10:00Z");
    expect(instantOf("04:10+09:00", afterMidnight, newYork)).toBe("2026-11-20T19:10:00Z");
    expect(instantOf("04:10Z", afterMidnight)).toBe("2026-11-20T04:10:00Z");
  });

  test("days keep the time of day across a clock change, hours do not", () => {
    const afterChange = Date.parse("2026-11-01T17:00Z");
    expect(instantOf("1 day ago", afterChange, newYork)).toBe("2026-10-31T16:00:00Z");
    expect(instantOf("24 hours ago", afterChange, newYork)).toBe("2026-10-31T17:00:00Z");
    expect(instantOf("1 day 2 hours ago", afterChange, newYork)).toBe("2026-10-31T14:00:00Z");
    expect(instantOf("in 2 weeks")).toBe("2026-12-04T07:40:00Z");
    expect(parseTypedTime("1 day ago", now, tokyo)).toMatchObject({ ok: true, dateFromNow: true });
  });

  test.each([
    ["Thu, 26 Nov 2026 04:33:39 +0000", "2026-11-26T04:33:39Z"],
    ["Thu, 26 Nov 2026 13:33:39 +0900", "2026-11-26T04:33:39Z"],
    ["Thu, 26 Nov 2026 04:33:39 GMT", "2026-11-26T04:33:39Z"],
    ["26 Nov 2026 13:33", "2026-11-26T04:33:00Z"],
    ["Tue, 3 Nov 2026 04:33 +0000", "2026-11-03T04:33:00Z"],
    ["Tue Nov  3 04:33:39 UTC 2026", "2026-11-03T04:33:39Z"],
    ["Thu Nov 26 13:33:39 +09 2026", "2026-11-26T04:33:39Z"],
    ["Thu,26 Nov 2026 04:33:39 +0000", "2026-11-26T04:33:39Z"],
    ["Thu, 26 Nov 2026 04:33:39 Z", "2026-11-26T04:33:39Z"],
  ])("%s is the output of date", (text, instant) => {
    expect(instantOf(text)).toBe(instant);
    expect(parseTypedTime(text, now, tokyo)).not.toHaveProperty("dateFromNow");
  });

  test.each(
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"].map((name, i) => [
      name,
      i + 1,
    ]),
  )("%s is month %d", (name, number) => {
    const expected = `2025-${String(number).padStart(2, "0")}-05T04:33:00Z`;
    expect(instantOf(`5 ${name} 2025 04:33 +0000`)).toBe(expected);
  });

  test.each([
    ["4:10", "half-day", ["04:10", "16:10"]],
    ["yesterday 9:30:05", "half-day", ["09:30:05", "21:30:05"]],
    ["2 hours", "no-direction", ["2 hours ago", "in 2 hours"]],
    ["in 2 hours ago", "no-direction", ["2 hours ago", "in 2 hours"]],
    ["Monday 16:10", "weekday", ["2026-11-16 16:10", "2026-11-23 16:10"]],
    ["last fri", "weekday", ["2026-11-20 16:10", "2026-11-27 16:10"]],
  ] as const)("%s has two readings", (text, problem, instead) => {
    expect(parseTypedTime(text, now, tokyo)).toEqual({ ok: false, problem, instead });
  });

  test.each([
    ["2 months ago", "month-length"],
    ["1 month ago", "month-length"],
    ["3 mo ago", "month-length"],
    ["a year ago", "month-length"],
    ["2 years ago", "month-length"],
    ["1y ago", "month-length"],
    ["Thu Nov 26 04:33:39 CST 2026", "zone-abbreviation"],
    ["Thu, 26 Nov 2026 04:33:39 EST", "zone-abbreviation"],
    ["11/12/2026 16:10", "date-order"],
    ["20.11.26", "date-order"],
    ["20.11.26 16:10", "date-order"],
    ["on 11/12/2026", "unreadable"],
    ["11/12/20261", "unreadable"],
    ["25:10", "impossible"],
    ["16:60", "impossible"],
    ["16:10:60", "leap-second"],
    ["16:10 pm", "impossible"],
    ["13:10 pm", "impossible"],
    ["0:10 am", "impossible"],
    ["00:10 pm", "impossible"],
    ["16:10+24:00", "impossible"],
    ["Fri, 26 Nov 2026 04:33:39 +0000", "wrong-weekday"],
    ["Thu, 31 Nov 2026 04:33:39 +0000", "impossible"],
    ["Thu, 26 Nev 2026 04:33:39 +0000", "unreadable"],
    ["3M ago", "unreadable"],
    ["1.5 days ago", "unreadable"],
    ["2 fortnights ago", "unreadable"],
    ["999999999 weeks ago", "out-of-range"],
    ["999999999 hours ago", "out-of-range"],
    ["tomorrow noon", "unreadable"],
    ["todayish", "unreadable"],
    ["16:10 yesterday or so", "unreadable"],
    ["since Monday 16:10", "unreadable"],
    ["2 hours sharp ago", "unreadable"],
    ["about 2 hours ago", "unreadable"],
    ["on 26 Nov 2026 13:33", "unreadable"],
    ["26 Nov 2026 13:33 or so", "unreadable"],
    ["it is Thu Nov 26 04:33:39 UTC 2026", "unreadable"],
    ["Thu Nov 26 04:33:39 UTC 2026 or so", "unreadable"],
    ["noon", "unreadable"],
    ["１６：１０", "unreadable"],
    ["16時10分", "unreadable"],
    ["昨日 16:10", "unreadable"],
    ["2小時前", "unreadable"],
    ["1763624400", "unreadable"],
    ["2026-02-30T10:00", "impossible"],
    ["2026-11-20", "date-only"],
  ])("%s is refused: %s", (text, problem) => {
    expect(instantOf(text)).toBe(problem);
  });

  test("the name of a day alone is that date", () => {
    expect(parseTypedTime("yesterday", now, tokyo)).toEqual({ ok: false, problem: "date-only", day: 20_776 });
    expect(parseTypedTime("tomorrow", now, newYork)).toMatchObject({ day: 20_778 });
  });

  test("a time of today that the clocks skip or repeat is marked", () => {
    expect(parseTypedTime("01:30", Date.parse("2026-11-01T17:00Z"), newYork)).toMatchObject({ local: "overlap" });
  });
});

test("a day beyond the range of instants is refused", () => {
  for (const text of ["999999999 weeks ago", "1 day 999999999 hours ago"])
    expect(parseTypedTime(text, now, tokyo)).toEqual({ ok: false, problem: "out-of-range" });
  expect(instantOf("tomorrow 23:59", Date.parse("9999-12-28T12:00Z"))).toBe("out-of-range");
});

test("long texts are refused quickly", () => {
  for (const text of ["1h".repeat(90), "1 hour and ".repeat(17), `${"1m ".repeat(60)}x`, "9".repeat(199)])
    expect(parseTypedTime(text, now, tokyo).ok).toBe(false);
});
