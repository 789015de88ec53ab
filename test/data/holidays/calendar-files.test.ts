/**
 * Calendar files: zones and the region's clock, excluded, moved and listed occurrences, content lines as programs write them, and what is
 * rejected by line and name.
 */
import { describe, expect, test } from "vitest";
import { dayMs, dayOf, formatDay } from "../../../src/core/date.js";
import { findZone } from "../../../src/core/zone.js";
import { parseIcs } from "../../../src/data/holidays/ics.js";
import { CliError } from "../../../src/errors.js";

const calendar = (...lines: readonly string[]) => ["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR"].join("\r\n");
const event = (...lines: readonly string[]) => ["BEGIN:VEVENT", "UID:1", ...lines, "END:VEVENT"];

/** The dates of a year that a calendar closes in a zone, or on each event's own clock, without the year. */
function datesOf(text: string, zone: string | undefined, year = 2026): string {
  const holidays = parseIcs(text, "days.ics");
  const lookup = zone === undefined ? holidays : holidays.inZone(findZone(zone));
  const first = dayOf(year, 1, 1);
  const days = Array.from({ length: dayOf(year + 1, 1, 1) - first }, (_, i) => first + i).filter(
    (day) => lookup.get(day) !== undefined,
  );
  return days.map((day) => formatDay(day).slice(5)).join(" ");
}

const dates = (zone: string | undefined, ...lines: readonly string[]) => datesOf(calendar(...event(...lines)), zone);

function problemOf(...lines: readonly string[]): object {
  try {
    parseIcs(calendar(...lines), "days.ics").get(dayOf(2026, 1, 1));
  } catch (error) {
    if (error instanceof CliError) return error.error;
    throw error;
  }
  throw new Error("nothing was rejected");
}

describe("the region's clock", () => {
  test("a day written in UTC closes one date where it is one", () => {
    const day = ["DTSTART:20260518T150000Z", "DTEND:20260519T150000Z"];
    expect(dates("Asia/Tokyo", ...day)).toBe("05-19");
    expect(dates("Asia/Taipei", ...day)).toBe("05-18 05-19");
    expect(dates(undefined, ...day)).toBe("05-18 05-19");
  });

  test("so does one with a zone, or with one at each end", () => {
    expect(dates("Asia/Tokyo", "DTSTART;TZID=Asia/Tokyo:20260519T000000", "DTEND:20260519T150000Z")).toBe("05-19");
    expect(dates("Asia/Tokyo", "DTSTART:20260518T150000Z", "DTEND;TZID=Asia/Tokyo:20260520T000000")).toBe("05-19");
    expect(dates("America/New_York", "DTSTART;TZID=Asia/Tokyo:20260519T090000", "DURATION:PT1H")).toBe("05-18");
  });

  test("dates, and times without a zone, are the same everywhere", () => {
    for (const zone of ["Asia/Tokyo", "America/New_York", undefined]) {
      expect(dates(zone, "DTSTART:20260519")).toBe("05-19");
      expect(dates(zone, "DTSTART:20260519T233000", "DURATION:PT1H")).toBe("05-19 05-20");
      expect(dates(zone, "DTSTART;TZID=Asia/Tokyo;VALUE=DATE:20260519", "DTEND:20260521")).toBe("05-19 05-20");
    }
  });

  test("a day of 23 hours is one day", () => {
    const weekly = ["DTSTART;TZID=America/New_York:20260301T000000", "DTEND;TZID=America/New_York:20260302T000000"];
    expect(dates("America/New_York", ...weekly, "RRULE:FREQ=WEEKLY;COUNT=2")).toBe("03-01 03-08");
  });

  test("an event over New Year is in both years", () => {
    const text = calendar(...event("DTSTART:20261230", "DURATION:P1W"));
    expect(datesOf(text, "Asia/Tokyo")).toBe("12-30 12-31");
    expect(datesOf(text, "Asia/Tokyo", 2027)).toBe("01-01 01-02 01-03 01-04 01-05");
  });

  test("the first and the last year of all", () => {
    const daily = calendar(...event("DTSTART:00010201T000000Z", "RRULE:FREQ=YEARLY"));
    expect(datesOf(daily, "Asia/Tokyo", 9998)).toBe("02-01");
    expect(problemOf(...event("DTSTART:99991231T000000Z"))).toMatchObject({ line: 4, problem: "invalid" });
  });
});

describe("zones", () => {
  const day = (zone: string) => [`DTSTART;TZID=${zone}:20260519T000000`, "DURATION:P1D"];
  test.each(["Asia/Tokyo", "/example.org/20260101_1/Asia/Tokyo", "Tokyo Standard Time", '"Asia/Tokyo"'])(
    "%s",
    (zone) => {
      expect(dates("Asia/Tokyo", ...day(zone))).toBe("05-19");
      expect(dates("UTC", ...day(zone))).toBe("05-18 05-19");
    },
  );

  test("one that is neither known nor defined is rejected by its name", () => {
    expect(problemOf(...event(...day("Tokio")))).toEqual({
      code: "bad-ics",
      path: "days.ics",
      line: 4,
      problem: "unknown-zone",
      part: "Tokio",
    });
  });

  const observance = (name: string, from: string, to: string, ...lines: readonly string[]) => [
    `BEGIN:${name}`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    ...lines,
    `END:${name}`,
  ];
  /** New York's clock under a name of its own, with rules that ended and rules that go on. */
  const newYork = [
    "BEGIN:VTIMEZONE",
    "TZID:Head Office",
    ...observance(
      "STANDARD",
      "-0400",
      "-0500",
      "DTSTART:19671029T020000",
      "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T060000Z",
    ),
    ...observance(
      "DAYLIGHT",
      "-0500",
      "-0400",
      "DTSTART:19870405T020000",
      "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060402T070000Z",
    ),
    ...observance("DAYLIGHT", "-0500", "-0400", "DTSTART:20070311T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"),
    ...observance("STANDARD", "-0400", "-0500", "DTSTART:20071104T020000", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"),
    "END:VTIMEZONE",
  ];

  test.each([
    ["19600701T000000", 1960],
    ["19870404T230000", 1987],
    ["20060702T000000", 2006],
    ["20260102T000000", 2026],
    ["20260308T013000", 2026],
    ["20260308T023000", 2026],
    ["20260308T030000", 2026],
    ["20260701T233000", 2026],
    ["20261101T013000", 2026],
    ["20261101T023000", 2026],
    ["20261230T233000", 2026],
  ])("one that the file defines is as the database has it: %s", (time, year) => {
    const at = (zone: string, length: string) => event(`DTSTART;TZID=${zone}:${time}`, `DURATION:${length}`);
    for (const length of ["PT0S", "PT30M", "P1D"]) {
      for (const zone of ["UTC", "Asia/Tokyo", "Pacific/Kiritimati", "America/New_York", "Pacific/Pago_Pago"]) {
        const defined = datesOf(calendar(...newYork, ...at("Head Office", length)), zone, year);
        // Before 1967 the database has summer time too.
        if (year > 1960) expect(defined).toBe(datesOf(calendar(...at("America/New_York", length)), zone, year));
        expect(defined).not.toBe("");
      }
    }
  });

  test("changes may be listed, and definitions may be wrong", () => {
    const listed = observance("STANDARD", "+0800", "+0900", "DTSTART:20200101T000000", "RDATE:20210101T000000");
    const zone = (...lines: readonly string[]) => ["BEGIN:VTIMEZONE", "TZID:Ours", ...lines, "END:VTIMEZONE"];
    expect(datesOf(calendar(...zone(...listed), ...event(...day("Ours"))), "Asia/Tokyo")).toBe("05-19");
    expect(problemOf(...zone(), ...event(...day("Ours")))).toMatchObject({ problem: "unknown-zone", part: "Ours" });
    expect(problemOf(...zone("BEGIN:STANDARD", "END:STANDARD"), ...event(...day("Ours")))).toMatchObject({
      line: 4,
      problem: "invalid",
      part: "TZOFFSETFROM:",
    });
    expect(problemOf(...zone(...observance("STANDARD", "+0800", "nine")), ...event(...day("Ours")))).toMatchObject({
      line: 6,
      part: "TZOFFSETTO:nine",
    });
    expect(problemOf(...zone(...observance("STANDARD", "+080000", "+0900")), ...event(...day("Ours")))).toMatchObject({
      line: 4,
      part: "STANDARD",
    });
  });
});

describe("with a zone that the file does not define", () => {
  const daily = ["DTSTART;TZID=Asia/Tokyo:20260518T000000", "DTEND;TZID=Asia/Tokyo:20260519T000000"];

  test("UNTIL in UTC includes the last date; as a date it includes that date", () => {
    expect(dates("Asia/Tokyo", ...daily, "RRULE:FREQ=DAILY;UNTIL=20260519T150000Z")).toBe("05-18 05-19 05-20");
    expect(dates("Asia/Tokyo", ...daily, "RRULE:FREQ=DAILY;UNTIL=20260519T145959Z")).toBe("05-18 05-19");
    expect(dates("Asia/Tokyo", ...daily, "RRULE:FREQ=DAILY;UNTIL=20260519")).toBe("05-18 05-19");
    expect(dates("Asia/Tokyo", ...daily, "RRULE:FREQ=DAILY;UNTIL=20260519T000000")).toBe("05-18 05-19");
    const west = ["DTSTART;TZID=America/New_York:20260518T200000", "DURATION:PT1H"];
    expect(dates("America/New_York", ...west, "RRULE:FREQ=DAILY;UNTIL=20260520T000000Z")).toBe("05-18 05-19");
    expect(dates("UTC", "DTSTART:20260518", "RRULE:FREQ=DAILY;UNTIL=20260519T150000Z")).toBe("05-18 05-19");
  });

  test("EXDATE in UTC, in another zone, and as a date", () => {
    const rule = "RRULE:FREQ=DAILY;COUNT=4";
    expect(dates("Asia/Tokyo", ...daily, rule, "EXDATE:20260518T150000Z,20260519T150000Z")).toBe("05-18 05-21");
    expect(dates("Asia/Tokyo", ...daily, rule, "EXDATE;TZID=Europe/London:20260518T160000")).toBe("05-18 05-20 05-21");
    expect(dates("Asia/Tokyo", ...daily, rule, "EXDATE:20260519T000000")).toBe("05-18 05-20 05-21");
    expect(dates("Asia/Tokyo", ...daily, rule, "EXDATE;VALUE=DATE:20260519")).toBe("05-18 05-20 05-21");
    expect(dates("Asia/Tokyo", "DTSTART:20260518", rule, "EXDATE:20260519T090000Z")).toBe("05-18 05-20 05-21");
  });

  const changed = (...exception: readonly string[]) =>
    datesOf(calendar(...event(...daily, "RRULE:FREQ=DAILY;COUNT=4"), ...event(...exception)), "Asia/Tokyo");
  const moved = ["DTSTART;TZID=Asia/Tokyo:20260601T000000", "DURATION:P1D"];

  test("RECURRENCE-ID in UTC moves, cancels, and adds", () => {
    expect(changed("RECURRENCE-ID:20260518T150000Z", ...moved)).toBe("05-18 05-20 05-21 06-01");
    expect(changed("RECURRENCE-ID:20260518T150000Z", ...moved, "STATUS:CANCELLED")).toBe("05-18 05-20 05-21");
    expect(changed("RECURRENCE-ID:20261018T150000Z", ...moved)).toBe("05-18 05-19 05-20 05-21 06-01");
  });

  test("RANGE=THISANDFUTURE moves or cancels the rest", () => {
    const rest = "RECURRENCE-ID;RANGE=THISANDFUTURE:20260519T150000Z";
    expect(changed(rest, ...moved)).toBe("05-18 05-19 06-01 06-02");
    expect(changed(rest, "DTSTART:20260519T150000Z", "DURATION:P3D")).toBe("05-18 05-19 05-20 05-21 05-22 05-23");
    expect(changed(rest, ...moved, "STATUS:CANCELLED")).toBe("05-18 05-19");
  });

  test("a cancelled series takes its exceptions with it", () => {
    const text = calendar(
      ...event(...daily, "RRULE:FREQ=DAILY;COUNT=4", "STATUS:CANCELLED"),
      ...event("RECURRENCE-ID:20260518T150000Z", ...moved),
    );
    expect(datesOf(text, "Asia/Tokyo")).toBe("");
  });
});

describe("listed dates and lengths", () => {
  test("RDATE as dates, times and periods", () => {
    expect(dates(undefined, "DTSTART:20260101", "RDATE:20260103")).toBe("01-01 01-03");
    expect(dates(undefined, "DTSTART:20260101T090000", "RDATE;VALUE=DATE:20260103")).toBe("01-01 01-03");
    expect(
      dates(
        "UTC",
        "DTSTART:20260101T090000Z",
        "RDATE;VALUE=PERIOD:20260103T090000Z/20260105T100000Z,20260201T000000Z/P2D",
      ),
    ).toBe("01-01 01-03 01-04 01-05 02-01 02-02");
  });

  test("several rules, and times of day that an event of dates has none of", () => {
    expect(
      dates(undefined, "DTSTART:20260101", "RRULE:FREQ=YEARLY;BYHOUR=9;COUNT=1", "RRULE:FREQ=MONTHLY;COUNT=2"),
    ).toBe("01-01 02-01");
  });

  test("an end before the start is none", () => {
    expect(dates(undefined, "DTSTART:20260102", "DTEND:20260101")).toBe("01-02");
    expect(dates(undefined, "DTSTART:20260102T090000", "DURATION:-PT9H")).toBe("01-02");
    expect(dates(undefined, "DTSTART:20260102T235959", "DTEND:20260103T000060")).toBe("01-02 01-03");
  });
});

describe("lines", () => {
  test("folded anywhere, with any line ends and blank lines, a mark at the front, and names in small letters", () => {
    const text =
      '\uFEFF\r\nbegin:vcalendar\nbegin:vevent\ndtst\n art;x-note="a:b;c";value=date:2026\r\n\t0519\r\r\nsummary:One\\, two\\; three\\nfour \\\\\nend:vevent\nend:vcalendar\n';
    const day = dayOf(2026, 5, 19);
    expect(parseIcs(text, "days.ics").get(day)).toBe("One, two; three\nfour \\");
  });

  test.each([
    [["BEGIN:VEVENT", "END:VTODO"], 3],
    [["BEGIN:VEVENT", "no colon", "END:VEVENT"], 3],
    [["BEGIN:VEVENT", "A NAME:x", "END:VEVENT"], 3],
    [["BEGIN:VEVENT", "DTSTART;VALUE:20260101", "END:VEVENT"], 3],
    [["BEGIN:VEVENT", 'DTSTART;X="20260101:x', "END:VEVENT"], 3],
    [["END:VCALENDAR", "SUMMARY:x", "BEGIN:VCALENDAR"], 3],
    [["END:VCALENDAR", "END:VEVENT", "BEGIN:VCALENDAR"], 3],
  ])("what is no calendar: %j", (lines, line) => {
    expect(problemOf(...lines)).toEqual({ code: "bad-ics", path: "days.ics", line });
  });

  test.each([
    [["DTSTART:20260101", "RRULE:RSCALE=CHINESE;FREQ=YEARLY"], 5, "unsupported", "RSCALE"],
    [["DTSTART:20260101", "RRULE:FREQ=YEARLY", "EXRULE:FREQ=MONTHLY"], 6, "unsupported", "EXRULE"],
    [["DTSTART:20260101", "RRULE:FREQ=WEEKLY;BYDAY=1MO"], 5, "invalid", "BYDAY=1MO"],
    [["DTSTART:20260101", "RRULE:FREQ=WEEKLY;UNTIL=soon"], 5, "invalid", "UNTIL:SOON"],
    [["SUMMARY:x"], 2, "invalid", "VEVENT without DTSTART"],
    [["DTSTART:20260229"], 4, "invalid", "DTSTART:20260229"],
    [["DTSTART:20260101T240000"], 4, "invalid", "DTSTART:20260101T240000"],
    [["DTSTART:20260101", "DURATION:P"], 5, "invalid", "DURATION:P"],
    [["DTSTART:20260101", "DURATION:1 day"], 5, "invalid", "DURATION:1 day"],
    [["DTSTART:20260101", "RRULE:FREQ=DAILY", "EXDATE:20261301"], 6, "invalid", "EXDATE:20261301"],
    [["DTSTART:20260101", "RDATE;VALUE=PERIOD:20260101/2027"], 5, "invalid", "RDATE:2027"],
  ])("what cannot be read, by its name: %j", (lines, line, problem, part) => {
    expect(problemOf(...event(...lines))).toEqual({ code: "bad-ics", path: "days.ics", line, problem, part });
  });

  test("a rule that repeats every second is rejected, once it is used", () => {
    const often = event("DTSTART:20260101T000000", "RRULE:FREQ=SECONDLY");
    expect(problemOf(...event("DTSTART:20260101"), ...often)).toEqual({
      code: "bad-ics",
      path: "days.ics",
      line: 6,
      problem: "too-many",
      part: "",
    });
  });
});

test("an endless rule closes the same dates in a year near and far", () => {
  const text = calendar(...event("DTSTART:19700101", "RRULE:FREQ=DAILY;BYDAY=SA"));
  const holidays = parseIcs(text, "days.ics");
  for (const year of [1970, 2026, 9999]) {
    const first = dayOf(year, 1, 3);
    const closed = Array.from({ length: 360 }, (_, i) => first + i).filter((day) => holidays.get(day) !== undefined);
    expect(closed.every((day) => new Date(day * dayMs).getUTCDay() === 6)).toBe(true);
    expect(closed.length).toBeGreaterThan(50);
  }
});
