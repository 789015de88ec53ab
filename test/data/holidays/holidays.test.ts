/** Holidays by day number. The suite runs under several host zones, in which none of these dates may move. */
import { describe, expect, test } from "vitest";
import { compileCalendar } from "../../../src/core/calendar.js";
import { dayOf, formatDay, parseDay } from "../../../src/core/date.js";
import { deadline } from "../../../src/core/deadline.js";
import type { Lang } from "../../../src/data/dataset.js";
import { loadHolidays, type NamedHolidays } from "../../../src/data/holidays/holidays.js";
import { CliError } from "../../../src/errors.js";
import { faultOf, fixturePath, read } from "../fixture.js";

const load = (specs: readonly string[], lang: Lang = "en") => loadHolidays(specs, { lang, read });
const fixture = (name: string) => fixturePath(`holidays/${name}`);
const named = (holidays: NamedHolidays, date: string) => holidays.get(parseDay(date) as number);

/** The dates of a year that are holidays. */
function datesOf(holidays: NamedHolidays, year: number): string[] {
  const days = Array.from({ length: 366 }, (_, i) => dayOf(year, 1, 1) + i).filter((day) =>
    formatDay(day).startsWith(`${year}-`),
  );
  return days.filter((day) => holidays.get(day) !== undefined).map((day) => formatDay(day).slice(5));
}

describe("a country", () => {
  test("Japan's days of 2026, the substitute for Constitution Day and the citizens' holiday between two others included", async () => {
    expect(datesOf(await load(["JP"]), 2026).join(" ")).toBe(
      "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23",
    );
  });

  test.each<[Lang, string]>([
    ["en", "Labor Thanksgiving Day"],
    ["ja", "勤労感謝の日"],
    ["zh-TW", "勤勞感謝日"],
  ])("has names in %s, or in English where it has none", async (lang, name) => {
    expect(named(await load(["JP"], lang), "2026-11-23")).toBe(name);
  });

  test("Taiwan's names are Taiwan's, a substitute day's too", async () => {
    const taiwan = await load(["TW"], "zh-TW");
    expect(named(taiwan, "2026-10-10")).toContain("國慶日");
    expect(named(taiwan, "2023-01-02")).toBe("開國紀念日（補假）");
    expect(named(taiwan, "2024-02-14")).toBe("農曆春節（補假）");
    expect(named(taiwan, "2026-02-20")).toBe("小年夜（補假）");
    expect(named(taiwan, "2026-04-06")).toBe("清明節（補假）");
    expect(named(await load(["TW"], "ja"), "2026-10-09")).toBe("国慶日（振替休日）");
    expect(named(await load(["HK"], "zh-TW"), "2026-10-01")).toMatch(/\p{Script=Han}/u);
  });

  test.each([
    [
      2025,
      "01-01 01-27 01-28 01-29 01-30 01-31 02-28 04-03 04-04 05-30 05-31 09-28 09-29 10-06 10-10 10-24 10-25 12-25",
    ],
    [
      2026,
      "01-01 02-15 02-16 02-17 02-18 02-19 02-20 02-27 02-28 04-03 04-04 04-05 04-06 05-01 06-19 09-25 09-28 10-09 10-10 10-25 10-26 12-25",
    ],
    [
      2027,
      "01-01 02-04 02-05 02-06 02-07 02-08 02-09 02-10 02-28 03-01 04-04 04-05 04-06 04-30 05-01 06-09 09-15 09-28 10-10 10-11 10-25 12-24 12-25 12-31",
    ],
    [2028, "04-03 04-04"],
    [2032, "04-02 04-03 04-04 04-05"],
    [2041, "04-04 04-05"],
  ])("Taiwan's holidays of %i are those of the Act of 2025", async (year, days) => {
    const found = datesOf(await load(["TW"]), year);
    expect((days.length < 24 ? found.filter((date) => date.startsWith("04-0")) : found).join(" ")).toBe(days);
  });

  test("a subdivision adds to its country: Epiphany in Bavaria", async () => {
    expect(datesOf(await load(["DE-BY"]), 2026).filter((date) => date < "02")).toEqual(["01-01", "01-06"]);
    expect(datesOf(await load(["DE"]), 2026).filter((date) => date < "02")).toEqual(["01-01"]);
  });

  test("a substitute may fall into the year before: New Year 2022 on 31 December 2021 in the United States", async () => {
    expect(named(await load(["us"]), "2021-12-31")).toMatch(/^New Year's Day/);
  });

  test("only public holidays count: Mother's Day does not", async () => {
    expect(named(await load(["US"]), "2026-05-10")).toBeUndefined();
  });

  test("a holiday of several days takes each of them", async () => {
    const days = datesOf(await load(["RU"]), 2026).filter((date) => date <= "01-08");
    expect(days).toEqual(["01-01", "01-02", "01-03", "01-04", "01-05", "01-06", "01-07", "01-08"]);
  });

  test("an evening that begins a holiday in its own calendar is written by its date, all of its days counted", async () => {
    expect(datesOf(await load(["SA"]), 2026).filter((date) => date.startsWith("05"))).toEqual([
      "05-26",
      "05-27",
      "05-28",
      "05-29",
    ]);
  });

  test("half a holiday, from noon, leaves its date a working day", async () => {
    expect(named(await load(["IS"]), "2026-12-24")).toBeUndefined();
    expect(named(await load(["IS"]), "2026-12-25")).toBeDefined();
  });

  test("any year has holidays", async () => {
    const japan = await load(["JP"]);
    expect(named(japan, "1999-11-23")).toBe("Labor Thanksgiving Day");
    expect(named(japan, "2090-11-23")).toBe("Labor Thanksgiving Day");
  });

  test("no date moves with the zone of the host, not where that zone changes its clocks at midnight either", async () => {
    expect(named(await load(["AM"]), "2026-04-24")).toBeDefined();
    expect(named(await load(["AD"]), "2027-03-14")).toBe("Constitution Day");
    expect(named(await load(["AD"]), "2027-03-13")).toBeUndefined();
    expect(named(await load(["AD"]), "2027-03-15")).toBeUndefined();
  });

  test.each([
    ["UK", "GB"],
    ["Japn", "JP"],
    ["Germny", "DE"],
    ["DE-BAY", "DE-BY"],
    ["US-LA-XX", "US-LA"],
  ])("%s is not known; %s comes first among the nearest", async (value, nearest) => {
    const error = await faultOf(load([value]));
    expect(error).toMatchObject({ code: "unknown-holidays", value });
    expect(error.code === "unknown-holidays" && error.nearest[0]).toBe(nearest);
  });

  test("a place of which no holidays are written down is not known either", async () => {
    expect(await faultOf(load(["NP"]))).toMatchObject({ code: "unknown-holidays", value: "NP" });
    expect(await faultOf(load(["US-XX"]))).toMatchObject({ code: "unknown-holidays" });
    expect(await faultOf(load(["xx-constructor"]))).toMatchObject({ code: "unknown-holidays" });
  });
});

describe("a file of dates", () => {
  test("has one a line, with a name or without; comments, a byte order mark and CRLF are no matter", async () => {
    const company = await load([fixture("company.txt")]);
    expect(datesOf(company, 2026).map((date) => [date, named(company, `2026-${date}`)])).toEqual([
      ["12-29", "Year-end break"],
      ["12-30", "Year-end break"],
      ["12-31", ""],
    ]);
    expect(named(company, "2027-01-04")).toBe("創業日");
  });

  test.each([
    ["bad-line.txt", 3, "29.12.2026"],
    ["impossible.txt", 1, "2026-02-30"],
  ])("%s: a line that is no date is named", async (name, line, value) => {
    expect(await faultOf(load([fixture(name)]))).toEqual({
      code: "bad-holiday-line",
      path: fixture(name),
      line,
      value,
    });
  });

  test.each([
    "2027-01-03 - 2026-12-29",
    "2026-12-29, 2026-12-30",
    "2026-12-29 (2026-12-30)",
    "2026-12-29 - 2026-12-30 - 2026-12-31 Break",
    "2026-12-29 and 2026-12-30 Break",
    "2026-12-29 to 31 Break",
    "2026-12-29 until Dec 31",
    "2026-12-29 bis 31.12.2026",
    "2026-12-29 - 31",
    "2026-12-29 to",
    "2026-12-29 至",
    "2026-12-29 から 31 日",
  ])("%s: a second date is not taken for a name", async (line) => {
    const loaded = loadHolidays(["./days.txt"], { lang: "en", read: async () => `2026-12-24 2026\n${line}\n` });
    expect(await faultOf(loaded)).toEqual({ code: "bad-holiday-line", path: "./days.txt", line: 2, value: line });
  });

  test.each(["Tombola", "- Break", "To be announced", "2nd day of Christmas", "和平紀念日"])(
    "%s is a name",
    async (name) => {
      const company = await loadHolidays(["./days.txt"], { lang: "en", read: async () => `2026-12-29 ${name}\n` });
      expect(named(company, "2026-12-29")).toBe(name);
    },
  );

  test("hours of several lines of a date add up", async () => {
    const text = "2026-12-24 09:00-12:00 Christmas Eve\n2026-12-24 13:00-14:00\n2026-12-24\n";
    const { exceptions } = await loadHolidays(["./days.txt"], { lang: "en", read: async () => text });
    expect(exceptions).toEqual({
      "2026-12-24": [
        ["09:00", "12:00"],
        ["13:00", "14:00"],
      ],
    });
  });

  test("may have a name like a word, where no country is called so", async () => {
    const company = await loadHolidays(["days"], { lang: "en", read: async () => "2026-12-29 Year-end break" });
    expect(company.sources).toEqual([{ kind: "dates", spec: "days", id: "days" }]);
    expect(named(company, "2026-12-29")).toBe("Year-end break");
  });

  test("that is a folder is reported as one, whatever its name", async () => {
    const fault = { code: "unreadable-file", path: "days", reason: "folder" } as const;
    const loaded = loadHolidays(["days"], { lang: "en", read: () => Promise.reject(new CliError(fault)) });
    expect(await faultOf(loaded)).toEqual(fault);
  });

  test("that is not there is a missing file", async () => {
    expect(await faultOf(load(["./days.txt"]))).toEqual({
      code: "unreadable-file",
      path: "./days.txt",
      reason: "missing",
    });
  });
});

describe("a calendar file", () => {
  const company = load([fixture("company.ics")]);

  test.each([
    ["2026-11-23", "Founders, again"],
    ["2026-11-24", undefined],
    ["2026-12-28", undefined],
    ["2026-12-29", "Year-end break"],
    ["2027-01-03", "Year-end break"],
    ["2027-01-04", undefined],
  ])("all-day events, the end not included: %s is %j", async (date, name) => {
    expect(named(await company, date)).toBe(name);
  });

  test.each([
    ["2026-04-30", undefined],
    ["2026-05-01", "Move"],
    ["2026-05-02", "Move"],
    ["2026-05-03", undefined],
  ])("timed events take the dates they touch on their own wall clock: %s is %j", async (date, name) => {
    expect(named(await company, date)).toBe(name);
  });

  test.each([
    ["2024-02-29", "Leap day"],
    ["2028-02-29", "Leap day"],
    ["2096-02-29", "Leap day"],
    ["2026-07-06", "Summer"],
    ["2027-07-06", undefined],
    ["2028-07-06", undefined],
    ["2028-07-07", "Summer, moved"],
    ["2029-07-06", "Summer"],
    ["2030-07-06", undefined],
  ])("repeats, their exceptions and what was moved: %s is %j", async (date, name) => {
    expect(named(await company, date)).toBe(name);
  });

  test("durations, folded lines and cancelled events", async () => {
    expect(named(await company, "2026-12-10")).toBe("Two days");
    expect(named(await company, "2026-12-11")).toBe("Two days");
    expect(named(await company, "2026-12-12")).toBeUndefined();
    expect(named(await company, "2026-12-01")).toBeUndefined();
  });

  /** The dates of November 2026 that an event takes. */
  async function november(...event: readonly string[]): Promise<string> {
    const text = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", ...event, "END:VEVENT", "END:VCALENDAR"].join("\r\n");
    const holidays = await loadHolidays(["x.ics"], { lang: "en", read: async () => text });
    return datesOf(holidays, 2026)
      .filter((date) => date.startsWith("11-"))
      .map((date) => date.slice(3))
      .join(" ");
  }
  const on = (date: string) => `DTSTART;VALUE=DATE:202611${date}`;

  test("dates listed one by one are further ones besides the first", async () => {
    expect(await november(on("23"), "RDATE;VALUE=DATE:20261125,20261127")).toBe("23 25 27");
    expect(await november(on("23"), "RDATE;VALUE=DATE:20261104", "RDATE;VALUE=DATE:20261127")).toBe("04 23 27");
    expect(await november(on("23"), "RDATE;VALUE=DATE:20261125", "EXDATE;VALUE=DATE:20261123")).toBe("25");
    expect(await november(on("02"), "RRULE:FREQ=WEEKLY;COUNT=2", "RDATE;VALUE=DATE:20261105")).toBe("02 05 09");
  });

  test("a listed date that does not exist is refused", async () => {
    await expect(november(on("23"), "RDATE;VALUE=DATE:20261131")).rejects.toMatchObject({
      fault: { code: "bad-ics", line: 5, problem: "invalid", part: "RDATE:20261131" },
    });
  });

  test("what is excluded is left out, after a date that no rule gives too", async () => {
    expect(await november(on("02"), "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;VALUE=DATE:20261104,20261105,20261109")).toBe(
      "02 16 23",
    );
    const timed = ["DTSTART:20261102T090000Z", "DTEND:20261102T100000Z", "RRULE:FREQ=WEEKLY;COUNT=3"];
    expect(await november(...timed, "EXDATE:20261109T090000Z")).toBe("02 16");
    expect(await november(...timed, "EXDATE;VALUE=DATE:20261109")).toBe("02 16");
  });

  test("a moved occurrence counts by itself where its series is not in the file", async () => {
    const moved = ["RECURRENCE-ID;VALUE=DATE:20261123", on("24")];
    expect(await november(...moved)).toBe("24");
    expect(await november(...moved, "END:VEVENT", "BEGIN:VEVENT", "UID:2", on("26"))).toBe("24 26");
    expect(await november(...moved, "END:VEVENT", "BEGIN:VEVENT", "UID:1", on("23"), "RRULE:FREQ=DAILY;COUNT=2")).toBe(
      "24",
    );
  });

  test.each([
    ["stray-line.ics", 7, {}],
    ["impossible.ics", 10, { problem: "invalid", part: "DTSTART:20260231" }],
    ["unknown-rule.ics", 7, { problem: "invalid", part: "FREQ=SOMETIMES" }],
    ["cut-off.ics", 7, {}],
    ["company.txt", 1, {}],
  ])("%s cannot be read at line %i", async (name, line, problem) => {
    const path = name.replace(/txt$/, "ics");
    const error = await faultOf(loadHolidays([path], { lang: "en", read: () => read(fixture(name)) }));
    expect(error).toEqual({ code: "bad-ics", path, line, ...problem });
  });
});

describe("several sources", () => {
  test("are one, in the order given; a day without a name takes it from the next that has one", async () => {
    const both = await load(["jp", fixture("company.txt"), fixture("company.ics")]);
    expect(both.sources).toEqual([
      { kind: "country", spec: "jp", id: "JP", data: expect.objectContaining({ confirmed: { from: 2015, to: 2030 } }) },
      { kind: "dates", spec: fixture("company.txt"), id: fixture("company.txt") },
      { kind: "ics", spec: fixture("company.ics"), id: fixture("company.ics") },
    ]);
    expect(named(both, "2026-11-23")).toBe("Labor Thanksgiving Day");
    expect(named(both, "2026-12-31")).toBe("Year-end break");
    expect(named(both, "2026-12-24")).toBeUndefined();
  });

  test("none are none", async () => {
    const none = await load([]);
    expect(none.sources).toEqual([]);
    expect(named(none, "2026-01-01")).toBeUndefined();
  });

  test("close a calendar: four business hours over Labor Thanksgiving Day", async () => {
    const hours = Object.fromEntries(
      ["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["09:00", "17:30"]] as const]),
    );
    const calendar = compileCalendar({ zone: "Asia/Tokyo", hours, holidays: await load(["JP"]) });
    const due = deadline(calendar, Date.parse("2026-11-20T16:40+09:00"), {
      clock: "business-hours",
      amount: 2,
      unit: "hours",
    });
    expect(new Date(due).toISOString()).toBe("2026-11-24T01:10:00.000Z");
  });
});
