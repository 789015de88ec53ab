/** Open time as the library hands it out: what is open, the stretches, the ends of the range of years, and calendars as they are read. */
import { describe, expect, test } from "vitest";
import { businessDateAfter, countedDays, dayTimeOf, deadlineInDays } from "../../src/core/business-days.js";
import { alwaysOpenCalendar, type CalendarSpec, compileCalendar, openTimeOf } from "../../src/core/calendar.js";
import { dayMs, parseDay } from "../../src/core/date.js";
import { clockStart, countedTime, deadline, elapsed, measuringClock } from "../../src/core/deadline.js";
import { localDays } from "../../src/core/local-days.js";
import { alwaysOpen, checkSpan, isWithinHorizon } from "../../src/core/open-time.js";
import { withPauses } from "../../src/core/pause.js";
import { type HourClock, hourClocks, type Target } from "../../src/core/target.js";
import { earliestInstant, latestInstant, localDay } from "../../src/core/zone.js";
import { CliError } from "../../src/errors.js";
import { codeOf } from "../fault.js";

const hour = 3_600_000;
const at = (text: string) => Date.parse(/[+Z]/.test(text) ? text : `${text}+01:00`);
const span = (from: string, to: string) => ({ from: at(from), to: at(to) });
const week = (open: string, close: string): CalendarSpec["hours"] =>
  Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((name) => [name, [[open, close]]]));
const office = compileCalendar({ zone: "Europe/Amsterdam", hours: week("09:00", "17:00") });

describe("open at an instant", () => {
  test.each([
    ["2026-11-23T08:59:59.999", false],
    ["2026-11-23T09:00", true],
    ["2026-11-23T16:59:59.999", true],
    ["2026-11-23T17:00", false],
    ["2026-11-22T12:00", false],
  ])("%s: %s", (text, open) => {
    expect(office.hours.isOpen(at(text))).toBe(open);
    expect(alwaysOpen.isOpen(at(text))).toBe(true);
  });

  test("long before anything that was compiled, and before the first interval", () => {
    const on = compileCalendar({ zone: "UTC", hours: {}, exceptions: { "2026-11-25": [["09:00", "10:00"]] } });
    expect(on.hours.isOpen(at("2026-11-20T09:30Z"))).toBe(false);
    expect(on.hours.isOpen(at("2026-11-25T09:30Z"))).toBe(true);
    expect(on.hours.elapsed(at("2026-11-01T00:00Z"), at("2026-11-30T00:00Z"))).toBe(hour);
  });

  test("not inside a pause: from its first instant, but for its last", () => {
    const paused = withPauses(office.hours, [
      span("2026-11-23T10:00", "2026-11-23T11:00"),
      span("2026-11-23T20:00", "2026-11-23T21:00"),
    ]);
    const open = (text: string) => paused.isOpen(at(text));
    expect(
      [
        "2026-11-23T09:59:59.999",
        "2026-11-23T10:00",
        "2026-11-23T10:59:59.999",
        "2026-11-23T11:00",
        "2026-11-23T20:30",
      ].map(open),
    ).toEqual([true, false, false, true, false]);
  });
});

describe("the next open instant", () => {
  test.each([
    ["2026-11-23T10:00", "2026-11-23T10:00"],
    ["2026-11-23T17:00", "2026-11-24T09:00"],
    ["2026-11-20T17:00", "2026-11-23T09:00"],
  ])("from %s: %s", (from, next) => expect(office.hours.nextOpen(at(from))).toBe(at(next)));

  test("24x7 is open at once", () => expect(alwaysOpen.nextOpen(12_345)).toBe(12_345));

  test("after a pause", () => {
    const paused = withPauses(office.hours, [span("2026-11-23T08:00", "2026-11-23T11:00")]);
    expect(paused.nextOpen(at("2026-11-23T09:00"))).toBe(at("2026-11-23T11:00"));
    expect(paused.nextOpen(at("2026-11-22T09:00"))).toBe(at("2026-11-23T11:00"));
    expect(paused.nextOpen(at("2026-11-20T16:00"))).toBe(at("2026-11-20T16:00"));
  });
});

describe("open stretches", () => {
  test("are clipped to the given span", () => {
    expect(office.hours.intervals(at("2026-11-23T10:00"), at("2026-11-24T10:00"))).toEqual([
      span("2026-11-23T10:00", "2026-11-23T17:00"),
      span("2026-11-24T09:00", "2026-11-24T10:00"),
    ]);
    expect(office.hours.intervals(at("2026-11-23T17:00"), at("2026-11-24T09:00"))).toEqual([]);
    expect(office.hours.intervals(at("2026-11-23T16:59"), at("2026-11-24T09:01"))).toEqual([
      span("2026-11-23T16:59", "2026-11-23T17:00"),
      span("2026-11-24T09:00", "2026-11-24T09:01"),
    ]);
  });

  test("are none of an empty or reversed span", () => {
    const noon = at("2026-11-23T12:00");
    expect(office.hours.intervals(noon, noon)).toEqual([]);
    expect(office.hours.intervals(noon, noon - hour)).toEqual([]);
    expect(alwaysOpen.intervals(noon, noon)).toEqual([]);
    expect(alwaysOpen.intervals(noon, noon - hour)).toEqual([]);
    expect(alwaysOpen.intervals(noon, noon + hour)).toEqual([{ from: noon, to: noon + hour }]);
  });

  test("leave pauses out", () => {
    const paused = withPauses(office.hours, [span("2026-11-23T10:00", "2026-11-23T11:00")]);
    expect(paused.intervals(at("2026-11-23T00:00"), at("2026-11-24T00:00"))).toEqual([
      span("2026-11-23T09:00", "2026-11-23T10:00"),
      span("2026-11-23T11:00", "2026-11-23T17:00"),
    ]);
  });

  test("over many years hold every business day", () => {
    const years = office.hours.intervals(at("2000-01-01T00:00Z"), at("2020-01-01T00:00Z"));
    expect(years).toHaveLength(5217);
    expect(office.hours.elapsed(at("2000-01-01T00:00Z"), at("2020-01-01T00:00Z"))).toBe(5217 * 8 * hour);
  });
});

describe("pauses", () => {
  test("none leave the open time itself", () => expect(withPauses(office.hours, [])).toBe(office.hours));

  test("rule never-open: a pause of centuries leaves no answer, as an answer lies within 100 years of its start", () => {
    const start = at("2026-11-23T10:00");
    const pausedUntil = (to: string) => withPauses(office.hours, [{ from: start, to: Date.parse(to) }]);
    expect(pausedUntil("2126-11-01T00:00Z").deadline(start, hour)).toBeGreaterThan(Date.parse("2126-11-01T00:00Z"));
    for (const open of [office.hours, alwaysOpen]) {
      const paused = withPauses(open, [{ from: start, to: Date.parse("7208-02-26T10:18Z") }]);
      expect(() => paused.deadline(start, hour)).toThrow("beyond-horizon");
      expect(() => paused.nextOpen(start)).toThrow("beyond-horizon");
    }
  });

  test("a budget of 0 is due at its start, in a pause too", () => {
    const paused = withPauses(office.hours, [span("2026-11-23T10:00", "2026-11-23T11:00")]);
    expect(paused.deadline(at("2026-11-23T10:30"), 0)).toBe(at("2026-11-23T10:30"));
  });

  test("one that begins with the clock does not move the horizon, which is counted from the start", () => {
    const once = compileCalendar({ zone: "UTC", hours: {}, exceptions: { "2026-11-20": [["09:00", "10:00"]] } });
    const opening = at("2026-11-20T09:00Z");
    const start = opening - 36_525 * dayMs;
    expect(codeOf(() => once.hours.deadline(start, hour))).toBe("beyond-horizon");
    const paused = withPauses(once.hours, [{ from: start, to: start + 2 * dayMs }]);
    expect(codeOf(() => paused.deadline(start, hour))).toBe("beyond-horizon");
    expect(paused.deadline(start + dayMs, hour)).toBe(opening + hour);
  });

  test("elapsed time is counted around them, either way, and nothing is nothing", () => {
    const paused = withPauses(office.hours, [
      span("2026-11-23T10:00", "2026-11-23T11:00"),
      span("2026-11-23T16:00", "2026-11-24T10:00"),
    ]);
    const between = (from: string, to: string) => paused.elapsed(at(from), at(to)) / hour;
    expect(between("2026-11-23T09:00", "2026-11-23T17:00")).toBe(6);
    expect(between("2026-11-23T10:30", "2026-11-24T11:00")).toBe(6);
    expect(between("2026-11-24T11:00", "2026-11-23T10:30")).toBe(-6);
    expect(Object.is(between("2026-11-23T10:30", "2026-11-23T10:30"), 0)).toBe(true);
  });
});

test("the calendar that never closes is open on each date, on every clock that counts hours", () => {
  const never = alwaysOpenCalendar("Asia/Tokyo");
  const week = 7 * dayMs;
  for (const clock of hourClocks) expect(elapsed(never, 0, week, { clock })).toBe(week);
});

describe("targets and clocks that cannot be", () => {
  test.each([
    [
      { clock: "business-days", amount: 4, unit: "hours" },
      "a target on the clock business-days is not counted in hours",
    ],
    [
      { clock: "business-hours", amount: 4, unit: "days" },
      "a target on the clock business-hours is not counted in days",
    ],
  ] as const)("%o is refused", (target, message) => {
    expect(() => deadline(office, 0, target as unknown as Target)).toThrow(new RangeError(message));
  });
  test.each(["24/7", "business-days"])("the clock %s counts no hours", (clock) => {
    const message = `clock must be one of 24x7, 24x5, business-hours, got "${clock}"`;
    expect(() => elapsed(office, 0, 1, { clock: clock as HourClock })).toThrow(new RangeError(message));
  });
});

describe("budgets and instants that cannot be", () => {
  test.each([-1, 0.5, Number.NaN])("a budget of %d is refused", (budget) => {
    expect(() => office.hours.deadline(0, budget)).toThrow(
      /^budgetMs must be a whole number of milliseconds from 0, got /,
    );
    expect(() => alwaysOpen.deadline(0, budget)).toThrow(RangeError);
  });
  test.each([0.5, Number.NaN, earliestInstant - 1, latestInstant + 1])("the instant %d is refused", (instant) => {
    for (const ask of [
      () => office.hours.deadline(instant, 1),
      () => office.hours.deadline(instant, 0),
      () => office.hours.elapsed(instant, 0),
      () => office.hours.elapsed(0, instant),
      () => office.hours.isOpen(instant),
      () => alwaysOpen.deadline(instant, 1),
      () => alwaysOpen.elapsed(instant, 0),
      () => alwaysOpen.elapsed(0, instant),
    ]) {
      expect(codeOf(ask), String(ask)).toBe("instant-out-of-range");
    }
  });
  test("nor are there stretches of such a span", () => {
    for (const [from, to] of [
      [earliestInstant - 1, 0],
      [0, latestInstant + 1],
      [0.5, 2],
      [0, 1.5],
    ] as const) {
      expect(codeOf(() => office.hours.intervals(from, to))).toBe("instant-out-of-range");
    }
  });
  test("business days are whole and not negative", () => {
    for (const count of [0.5, -1, Number.NaN])
      expect(() => deadlineInDays(office, 0, count, "same-time", [])).toThrow(
        /^count must be a whole number of business days from 0, got /,
      );
  });
});

describe("the ends of the years 0001-9999", () => {
  test("the first and the last instants have answers", () => {
    const utc = compileCalendar({ zone: "UTC", hours: week("09:00", "17:00") });
    expect(utc.hours.deadline(earliestInstant, hour)).toBe(Date.parse("0001-01-03T10:00Z"));
    expect(utc.hours.elapsed(earliestInstant, earliestInstant + dayMs)).toBe(8 * hour);
    expect(utc.hours.elapsed(latestInstant - 2 * dayMs, latestInstant)).toBe(16 * hour);
    expect(alwaysOpen.deadline(latestInstant - hour, hour)).toBe(latestInstant);
  });
  test("a budget that runs past the last is beyond the horizon", () => {
    const utc = compileCalendar({ zone: "UTC", hours: week("09:00", "17:00") });
    expect(codeOf(() => alwaysOpen.deadline(latestInstant - hour, hour + 1))).toBe("beyond-horizon");
    expect(codeOf(() => utc.hours.deadline(latestInstant - hour, 100 * hour))).toBeOneOf([
      "beyond-horizon",
      "never-open",
    ]);
  });
  test("a deadline after the last is out of range, as it is to everything that measures it", () => {
    const utc = compileCalendar({ zone: "UTC", hours: week("00:00", "24:00") });
    const days = compileCalendar({ zone: "UTC", hours: week("09:00", "17:00") });
    const opened = latestInstant - 2 * hour;
    for (const clock of ["24x5", "business-hours"] as const) {
      const target = { clock, amount: 2, unit: "hours" } as const;
      expect(deadline(utc, opened, target)).toBe(latestInstant);
      expect(elapsed(utc, opened, latestInstant, { clock })).toBe(2 * hour);
      const later = () => deadline(utc, opened + 1, target);
      expect(later).toThrow(
        expect.objectContaining({ fault: { code: "instant-out-of-range", value: latestInstant + 1 } }),
      );
    }
    const inDays = (amount: number) =>
      deadline(days, opened - 12 * hour, { clock: "business-days", amount, unit: "days" });
    expect(codeOf(() => inDays(1))).toBe("instant-out-of-range");
    expect(inDays(0)).toBe(opened - 12 * hour);
    expect(countedDays(days, latestInstant, 0, [])).toEqual([]);
  });
  test("the first and the last date are cut off", () => {
    const tokyo = compileCalendar({ zone: "Asia/Tokyo", hours: week("00:00", "24:00") });
    const last = localDays(tokyo, localDay(tokyo.zone, latestInstant), "business-hours");
    expect([last.from, last.to]).toEqual([at("9999-12-28T15:00Z"), latestInstant]);
    const first = localDays(tokyo, localDay(tokyo.zone, earliestInstant), "business-hours");
    expect(first.from).toBe(earliestInstant);
  });
  test("24x7 has the same horizon of a hundred years", () => {
    const years = 36_525 * dayMs;
    expect(alwaysOpen.deadline(0, years)).toBe(years);
    expect(codeOf(() => alwaysOpen.deadline(0, years + 1))).toBe("beyond-horizon");
    const refuse = () => alwaysOpen.deadline(0, years + 1);
    expect(refuse).toThrow(CliError);
    expect(refuse).toThrow(expect.objectContaining({ fault: { code: "beyond-horizon", zone: "24x7", years: 100 } }));
  });
  test("a deadline exactly a hundred years on is one, a millisecond later none", () => {
    const once = compileCalendar({ zone: "UTC", hours: {}, exceptions: { "2026-11-20": [["09:00", "10:00"]] } });
    const start = at("2026-11-20T10:00Z") - 36_525 * dayMs;
    expect(once.hours.deadline(start, hour)).toBe(at("2026-11-20T10:00Z"));
    expect(codeOf(() => once.hours.deadline(start - 1, hour))).toBe("beyond-horizon");
  });
});

describe("which clock, which open time", () => {
  test("each clock's own", () => {
    expect(openTimeOf(office, "24x7")).toBe(alwaysOpen);
    expect(openTimeOf(office, "24x5")).toBe(office.dates);
    expect(openTimeOf(office, "business-hours")).toBe(office.hours);
    expect(countedTime(office, "business-hours", [])).toBe(office.hours);
  });
  test("business days are measured in business hours", () => {
    expect(measuringClock({ clock: "business-days" })).toBe("business-hours");
    expect(measuringClock({ clock: "24x5" })).toBe("24x5");
  });
  test("the clock starts at the first counted instant", () => {
    const friday = at("2026-11-20T18:00");
    const starts = (clock: "24x7" | "24x5" | "business-hours") =>
      clockStart(office, friday, { clock, amount: 1, unit: "hours" });
    expect([starts("24x7"), starts("24x5"), starts("business-hours")]).toEqual([
      friday,
      friday,
      at("2026-11-23T09:00"),
    ]);
    const pauses = [span("2026-11-20T12:00", "2026-11-23T10:00")];
    expect(clockStart(office, friday, { clock: "business-days", amount: 1, unit: "days" }, pauses)).toBe(
      at("2026-11-23T10:00"),
    );
  });
});

describe("business dates", () => {
  const day = (text: string) => parseDay(text) as number;
  test("are those on which an open interval starts", () => {
    const nights = compileCalendar({ zone: "Europe/Amsterdam", hours: { fri: [["22:00", "06:00"]] } });
    expect([20, 21].map((date) => nights.isBusinessDate(day(`2026-11-${date}`)))).toEqual([true, false]);
    const inGap = compileCalendar({ zone: "Europe/Amsterdam", hours: { sun: [["02:00", "03:00"]] } });
    expect([inGap.isBusinessDate(day("2026-03-22")), inGap.isBusinessDate(day("2026-03-29"))]).toEqual([true, false]);
    const apia = compileCalendar({ zone: "Pacific/Apia", hours: week("09:00", "17:00") });
    expect(apia.openOn(day("2011-12-30"))).toEqual([]);
    expect(apia.isBusinessDate(day("2011-12-30"))).toBe(false);
    expect(apia.isBusinessDate(day("2011-12-29"))).toBe(true);
  });

  test.each([
    ["Pacific/Apia", "fri", "2011-12-30"],
    ["Asia/Manila", "tue", "1844-12-31"],
  ])("a date that %s skipped is none, though its night would have lasted into the next", (zone, weekday, date) => {
    const nights = compileCalendar({ zone, hours: { [weekday]: [["22:00", "06:00"]] } });
    expect(nights.openOn(day(date))).toEqual([]);
    expect(nights.isBusinessDate(day(date))).toBe(false);
    const noon = Date.parse(`${date}T12:00Z`);
    expect(nights.hours.intervals(noon - 3 * dayMs, noon + 3 * dayMs)).toEqual([]);
  });

  test("a date's own stretches, a night shift whole", () => {
    const nights = compileCalendar({
      zone: "Europe/Amsterdam",
      hours: {
        fri: [
          ["22:00", "06:00"],
          ["09:00", "10:00"],
          ["10:00", "11:00"],
        ],
      },
    });
    expect(nights.openOn(day("2026-11-20"))).toEqual([
      span("2026-11-20T09:00", "2026-11-20T11:00"),
      span("2026-11-20T22:00", "2026-11-21T06:00"),
    ]);
  });

  test("an instant belongs to the date whose shift it lies in", () => {
    const nights = compileCalendar({
      zone: "Europe/Amsterdam",
      hours: { fri: [["22:00", "06:00"]], sat: [["05:00", "08:00"]] },
    });
    const friday = day("2026-11-20");
    expect(dayTimeOf(nights, at("2026-11-20T22:00"))).toEqual({ day: friday, wallMs: 22 * hour });
    expect(dayTimeOf(nights, at("2026-11-21T00:00"))).toEqual({ day: friday, wallMs: 24 * hour });
    expect(dayTimeOf(nights, at("2026-11-21T05:59"))).toEqual({ day: friday, wallMs: 29 * hour + 59 * 60_000 });
    expect(dayTimeOf(nights, at("2026-11-21T06:00"))).toEqual({ day: friday + 1, wallMs: 6 * hour });
  });

  test("the Nth after a date, over weekends and paused dates; beyond the horizon where there is none", () => {
    const friday = day("2026-11-20");
    expect(businessDateAfter(office, friday, 1, [])).toBe(day("2026-11-23"));
    expect(businessDateAfter(office, friday, 5, [])).toBe(day("2026-11-27"));
    expect(businessDateAfter(office, friday, 1, [span("2026-11-23T09:00", "2026-11-23T17:00")])).toBe(
      day("2026-11-24"),
    );
    expect(businessDateAfter(office, friday, 1, [span("2026-11-23T09:00", "2026-11-23T16:59")])).toBe(
      day("2026-11-23"),
    );
    const once = compileCalendar({ zone: "UTC", hours: {}, exceptions: { "2026-11-20": [["09:00", "10:00"]] } });
    expect(codeOf(() => businessDateAfter(once, friday, 1, []))).toBe("beyond-horizon");
    expect(businessDateAfter(once, friday - 36_525, 1, [])).toBe(friday);
    expect(codeOf(() => businessDateAfter(once, friday - 36_526, 1, []))).toBe("beyond-horizon");
  });

  test("those counted towards a deadline, each with the instant its hours begin", () => {
    expect(countedDays(office, at("2026-11-19T20:00"), 2, [span("2026-11-23T08:00", "2026-11-23T10:00")])).toEqual([
      { day: day("2026-11-23"), from: at("2026-11-23T10:00") },
      { day: day("2026-11-24"), from: at("2026-11-24T09:00") },
    ]);
    expect(countedDays(office, at("2026-11-19T20:00"), 0, [])).toEqual([]);
  });
});

describe("24x5 over dates without hours", () => {
  test("holidays and lost hours are no business dates", () => {
    const on = compileCalendar({ zone: "Europe/Amsterdam", hours: week("09:00", "17:00"), holidays: ["2026-11-24"] });
    expect(on.dates.intervals(at("2026-11-23T00:00"), at("2026-11-26T00:00"))).toEqual([
      span("2026-11-23T00:00", "2026-11-24T00:00"),
      span("2026-11-25T00:00", "2026-11-26T00:00"),
    ]);
  });
});

describe("the horizon", () => {
  const years = 36_525 * dayMs;

  test("is a hundred years long, whichever end of a span comes first", () => {
    const start = at("2026-11-20T00:00Z");
    expect([years, years + 1].map((length) => isWithinHorizon(start, start + length))).toEqual([true, false]);
    expect([years, years + 1].map((length) => isWithinHorizon(start + length, start))).toEqual([true, false]);
    expect(checkSpan("UTC", start, start + years)).toBeUndefined();
    const refused = { fault: { code: "beyond-horizon", zone: "Asia/Tokyo", years: 100 } };
    expect(() => checkSpan("Asia/Tokyo", start, start - years - 1)).toThrow(expect.objectContaining(refused));
  });

  test("where hours come only centuries later, nothing opens within it", () => {
    const late = compileCalendar({ zone: "UTC", hours: {}, exceptions: { "9000-01-01": [["09:00", "17:00"]] } });
    expect(codeOf(() => late.hours.deadline(at("2026-11-20T00:00Z"), hour))).toBe("never-open");
    expect(codeOf(() => late.hours.nextOpen(at("2026-11-20T00:00Z")))).toBe("never-open");
  });
});

test("an instant between two milliseconds is refused, near what was looked at before too", () => {
  const monday = at("2026-11-23T10:00");
  expect(office.hours.elapsed(monday - hour, monday + hour)).toBe(2 * hour);
  for (const ask of [
    () => office.hours.elapsed(monday + 0.5, monday + hour),
    () => office.hours.elapsed(monday, monday + 0.5),
    () => office.hours.isOpen(monday + 0.5),
  ])
    expect(codeOf(ask)).toBe("instant-out-of-range");
});
