/** Open hours as events: read by their fields, they cover the hours of the given dates, with no superfluous event. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Calendar, type CalendarSpec, compileCalendar } from "../../src/core/calendar.js";
import { dayMs, formatDay, parseDay, weekdayIndex } from "../../src/core/date.js";
import type { Interval } from "../../src/core/interval.js";
import { type Recurrence, recurrenceOf } from "../../src/core/recurrence.js";
import { findZone } from "../../src/core/zone.js";

const hour = 3_600_000;
const at = (text: string) => Date.parse(/[+Z]/.test(text) ? text : `${text}+01:00`);
const day = (text: string) => parseDay(text) as number;

/** What the events cover: a wall time that is shown twice is the first, and one in a gap lies as far past it. */
function expand({ weekly, single }: Recurrence, { zone }: Calendar): readonly Interval[] {
  const repeated = weekly.flatMap(({ weekdays, openMs, lengthMs, firstDay, lastDay, except }) =>
    Array.from({ length: lastDay - firstDay + 1 }, (_, i) => firstDay + i)
      .filter((one) => weekdays.includes(weekdayIndex(one)) && !except.includes(one))
      .map((one) => zone.instantOf(one * dayMs + openMs).instant)
      .map((from) => ({ from, to: from + lengthMs })),
  );
  return [...repeated, ...single].sort((a, b) => a.from - b.from);
}

const names = readdirSync("fixtures/calendars").filter((name) => !name.startsWith("never"));

test.each(names)("%s: the events are the open intervals of two years", (name) => {
  const calendar = compileCalendar(JSON.parse(readFileSync(`fixtures/calendars/${name}`, "utf8")) as CalendarSpec);
  const [first, last] = name.includes("apia")
    ? [day("2011-08-01"), day("2013-07-31")]
    : [day("2026-01-01"), day("2027-12-31")];
  const [from, to] = [calendar.zone.firstAtOrAfter(first * dayMs), calendar.zone.firstAtOrAfter((last + 1) * dayMs)];
  const open = calendar.hours.intervals(from, to);
  expect(expand(recurrenceOf(open, calendar.zone, from, to), calendar)).toEqual(open);
});

describe("the events themselves", () => {
  const workdays = ["mon", "tue", "wed", "thu", "fri"];
  const office: CalendarSpec = {
    zone: "Europe/Amsterdam",
    hours: Object.fromEntries(workdays.map((name) => [name, [["09:00", "17:00"]]])),
  };
  const of = (spec: CalendarSpec, from: string, to: string) => {
    const { hours, zone } = compileCalendar(spec);
    return recurrenceOf(hours.intervals(at(from), at(to)), zone, at(from), at(to));
  };

  test("one event for the weekdays of one range; dates that differ are left out, and given by themselves where they have hours", () => {
    const spec = {
      ...office,
      holidays: ["2026-11-24"],
      exceptions: { "2026-11-26": [["10:00", "12:00"]], "2026-11-28": [] },
    } as const;
    expect(of(spec, "2026-11-23T08:00", "2026-11-28T10:00")).toEqual({
      weekly: [
        {
          weekdays: [0, 2, 4],
          openMs: 9 * hour,
          lengthMs: 8 * hour,
          firstDay: day("2026-11-23"),
          lastDay: day("2026-11-27"),
          except: [],
        },
      ],
      single: [{ from: at("2026-11-26T10:00"), to: at("2026-11-26T12:00") }],
      offsets: [{ from: at("2026-11-21T08:00"), to: at("2026-11-30T10:00"), offsetMs: hour }],
    });
  });

  test("the first and the last date are ones on which it happens, so that neither is left out", () => {
    const holidays = ["2026-11-23", "2026-11-27"];
    const [event] = of({ ...office, holidays }, "2026-11-23T00:00", "2026-11-28T00:00").weekly;
    expect(event).toMatchObject({ firstDay: day("2026-11-24"), lastDay: day("2026-11-26"), except: [] });
  });

  test("no event where no date of the span keeps its usual hours, or the span has none of its weekdays", () => {
    expect(of({ ...office, holidays: ["2026-11-24"] }, "2026-11-24T00:00", "2026-11-25T00:00")).toMatchObject({
      weekly: [],
      single: [],
    });
    expect(of(office, "2026-11-21T00:00", "2026-11-23T00:00")).toMatchObject({ weekly: [], single: [] });
  });

  test("an interval that the span cuts is an event of its own; an empty span has none", () => {
    expect(of(office, "2026-11-23T00:00", "2026-11-25T00:00").weekly[0]).toMatchObject({ lastDay: day("2026-11-24") });
    const { weekly, single } = of(office, "2026-11-23T10:00", "2026-11-26T10:00");
    expect(weekly).toMatchObject([{ firstDay: day("2026-11-24"), lastDay: day("2026-11-25") }]);
    expect(single).toEqual([
      { from: at("2026-11-23T10:00"), to: at("2026-11-23T17:00") },
      { from: at("2026-11-26T09:00"), to: at("2026-11-26T10:00") },
    ]);
    expect(of(office, "2026-11-25T12:00", "2026-11-25T12:00")).toMatchObject({ weekly: [], single: [] });
    const second = of(office, "2026-11-25T12:00:00.250", "2026-11-25T12:00:00.750");
    expect(second).toMatchObject({
      weekly: [],
      single: [{ from: at("2026-11-25T12:00:00.250"), to: at("2026-11-25T12:00:00.750") }],
    });
  });

  test("events come by their first weekday, then by their opening; ranges that overlap are one", () => {
    const hours: CalendarSpec["hours"] = {
      sun: [["08:00", "09:00"]],
      tue: [
        ["13:00", "17:00"],
        ["09:00", "12:00"],
      ],
      mon: [["13:00", "17:00"]],
      wed: [
        ["09:00", "11:00"],
        ["10:00", "12:00"],
      ],
    };
    const { weekly } = of({ zone: "Europe/Amsterdam", hours }, "2026-11-23T00:00", "2026-12-07T00:00");
    expect(weekly.map(({ weekdays, openMs, lengthMs }) => [weekdays, openMs / hour, lengthMs / hour])).toEqual([
      [[0, 1], 13, 4],
      [[1, 2], 9, 3],
      [[6], 8, 1],
    ]);
  });

  test("events and their weekdays come in order of the week wherever in it the span begins", () => {
    const morning = ["09:00", "12:00"] as const;
    const afternoon = ["13:00", "17:00"] as const;
    const hours: CalendarSpec["hours"] = {
      mon: [afternoon],
      tue: [morning, afternoon],
      wed: [morning],
      sun: [["08:00", "09:00"]],
    };
    const { weekly } = of({ zone: "Europe/Amsterdam", hours }, "2026-11-25T00:00", "2026-12-09T00:00");
    expect(weekly.map(({ weekdays, openMs }) => [weekdays, openMs / hour])).toEqual([
      [[0, 1], 13],
      [[1, 2], 9],
      [[6], 8],
    ]);
  });

  test("of two events on one weekday at one opening the one that begins earlier comes first", () => {
    const short = [["09:00", "12:00"]] as const;
    const mondays = (first: string, count: number) =>
      Array.from({ length: count }, (_, i) => [formatDay(day(first) + 7 * i), short] as const);
    // Opened for a short time once before, on a Tuesday.
    const exceptions = Object.fromEntries([["2026-11-03", short] as const, ...mondays("2026-12-07", 7)]);
    const hours: CalendarSpec["hours"] = { mon: [["09:00", "17:00"]] };
    const { weekly, single } = of(
      { zone: "Europe/Amsterdam", hours, exceptions },
      "2026-11-03T00:00",
      "2027-01-19T00:00",
    );
    expect(weekly.map(({ firstDay, lengthMs }) => [formatDay(firstDay), lengthMs / hour])).toEqual([
      ["2026-11-09", 8],
      ["2026-12-07", 3],
    ]);
    expect(single).toEqual([{ from: at("2026-11-03T09:00"), to: at("2026-11-03T12:00") }]);
  });

  test("single events come in the order of time", () => {
    const exceptions = {
      "2026-11-28": [["09:00", "12:00"]],
      "2026-12-05": [["10:00", "12:00"]],
      "2026-12-20": [["09:00", "12:00"]],
    } as const;
    const { single } = of({ ...office, exceptions }, "2026-11-23T00:00", "2026-12-28T00:00");
    expect(single.map(({ from }) => from)).toEqual([
      at("2026-11-28T09:00"),
      at("2026-12-05T10:00"),
      at("2026-12-20T09:00"),
    ]);
  });

  test("of two events that share their first weekday the earlier opening comes first", () => {
    const afternoon = ["13:00", "17:00"] as const;
    const hours: CalendarSpec["hours"] = { mon: [["09:00", "12:00"], afternoon], thu: [afternoon] };
    const { weekly } = of({ zone: "Europe/Amsterdam", hours }, "2026-11-23T00:00", "2026-12-07T00:00");
    expect(weekly.map(({ weekdays, openMs }) => [weekdays, openMs / hour])).toEqual([
      [[0], 9],
      [[0, 3], 13],
    ]);
  });

  test("hours that a weekday has now and then are single events, and no dates to leave out", () => {
    const exceptions = {
      "2026-12-05": [["09:00", "17:00"]],
      "2026-12-24": [["09:00", "12:00"]],
      "2027-02-11": [["09:00", "12:00"]],
    } as const;
    const { weekly, single } = of({ ...office, exceptions }, "2026-11-23T00:00", "2027-03-01T00:00");
    expect(weekly).toMatchObject([{ weekdays: [0, 1, 2, 3, 4], except: [day("2026-12-24"), day("2027-02-11")] }]);
    expect(single.map(({ from }) => from)).toEqual([
      at("2026-12-05T09:00"),
      at("2026-12-24T09:00"),
      at("2027-02-11T09:00"),
    ]);
  });

  test("a night shift under way at the start is clipped, and nothing passes the end", () => {
    const night: CalendarSpec = { zone: "Europe/London", hours: { wed: [["22:00", "06:00"]] } };
    expect(of(night, "2026-01-01T00:00Z", "2026-01-08T00:00Z")).toMatchObject({
      weekly: [],
      single: [
        { from: at("2026-01-01T00:00Z"), to: at("2026-01-01T06:00Z") },
        { from: at("2026-01-07T22:00Z"), to: at("2026-01-08T00:00Z") },
      ],
    });
  });

  test("days that follow without a break are one interval", () => {
    const allDay = Object.fromEntries(workdays.map((name) => [name, [["00:00", "24:00"] as const]]));
    const { weekly } = of({ zone: "Europe/Amsterdam", hours: allDay }, "2026-11-23T00:00", "2026-12-07T00:00");
    expect(weekly).toMatchObject([
      { weekdays: [0], openMs: 0, lengthMs: 120 * hour, firstDay: day("2026-11-23"), lastDay: day("2026-11-30") },
    ]);
  });

  test("a date on which the clock changes inside the hours is given by itself", () => {
    const night: CalendarSpec = { zone: "Europe/Amsterdam", hours: { sat: [["22:00", "06:00"]] } };
    const { weekly, single } = of(night, "2026-10-10T00:00", "2026-11-09T00:00");
    expect(weekly[0]).toMatchObject({
      firstDay: day("2026-10-10"),
      lastDay: day("2026-11-07"),
      except: [day("2026-10-24")],
    });
    expect(single).toEqual([{ from: at("2026-10-24T22:00+02:00"), to: at("2026-10-25T06:00+01:00") }]);
  });

  test("the date before one that the zone skipped is given by itself, since some readers take the two for one", () => {
    const apia: CalendarSpec = {
      zone: "Pacific/Apia",
      hours: { thu: [["09:00", "17:00"]], fri: [["09:00", "17:00"]] },
    };
    const { weekly, single } = of(apia, "2011-12-19T10:00Z", "2012-01-14T00:00+14:00");
    expect(weekly[0]).toMatchObject({ except: [day("2011-12-29"), day("2011-12-30")] });
    expect(single).toEqual([{ from: at("2011-12-29T19:00Z"), to: at("2011-12-30T03:00Z") }]);
  });
});

describe("hours that do not come round", () => {
  const office: CalendarSpec = { zone: "UTC", hours: { mon: [["09:00", "17:00"]], tue: [["10:00", "12:00"]] } };
  const calendar = compileCalendar(office);
  const monday = Date.UTC(2026, 10, 23);

  test("an interval that happens once is an event of its own", () => {
    const { weekly, single } = recurrenceOf(
      calendar.hours.intervals(monday, monday + 2 * dayMs),
      calendar.zone,
      monday,
      monday + 2 * dayMs,
    );
    expect(weekly).toEqual([]);
    expect(single).toEqual(calendar.hours.intervals(monday, monday + 2 * dayMs));
  });

  test("hours of an exception are an event of their own", () => {
    const moved = compileCalendar({ ...office, exceptions: { "2026-11-23": [["12:00", "13:00"]] } });
    const { weekly, single } = recurrenceOf(
      moved.hours.intervals(monday, monday + 2 * dayMs),
      moved.zone,
      monday,
      monday + 2 * dayMs,
    );
    expect(weekly).toEqual([]);
    expect(single).toEqual(moved.hours.intervals(monday, monday + 2 * dayMs));
    expect(single[0]).toEqual({ from: monday + dayMs / 2, to: monday + (dayMs * 13) / 24 });
  });

  const event = (from: number, lengthMs: number): Interval => ({ from, to: from + lengthMs });
  const eventsOf = (intervals: readonly Interval[], zone = calendar.zone) =>
    recurrenceOf(intervals, zone, monday - 60 * dayMs, monday + 60 * dayMs);

  test.each([
    ["begin", 250, hour - 250],
    ["end", 0, hour + 250],
    ["begin and end", 250, hour],
  ])("intervals that %s within a second are single events, however often they come", (_, offsetMs, lengthMs) => {
    const intervals = [0, 7, 14].map((days) => event(monday + days * dayMs + offsetMs, lengthMs));
    expect(eventsOf(intervals)).toMatchObject({ weekly: [], single: intervals });
  });

  test("an opening on half of the dates of its weekday is no rule, one on more of them is", () => {
    const onMondays = (...weeks: number[]) => weeks.map((week) => event(monday + week * 7 * dayMs, hour));
    expect(eventsOf(onMondays(0, 3))).toMatchObject({ weekly: [], single: onMondays(0, 3) });
    expect(eventsOf(onMondays(0, 1, 3))).toMatchObject({ weekly: [{ weekdays: [0] }], single: [] });
  });

  test("the second reading of an hour that is shown twice is a single event", () => {
    const amsterdam = findZone("Europe/Amsterdam");
    const first = event(at("2026-10-18T02:30+02:00"), hour / 4);
    expect(eventsOf([first, event(at("2026-10-25T02:30+02:00"), hour / 4)], amsterdam).weekly).toHaveLength(1);
    const second = event(at("2026-10-25T02:30+01:00"), hour / 4);
    expect(eventsOf([first, second], amsterdam)).toMatchObject({ weekly: [], single: [first, second] });
  });
});
