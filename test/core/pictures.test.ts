/** What pictures and calendar files are made from, at its edges: timelines of no length and of many dates, weeks that do not come round. */
import { expect, test } from "vitest";
import { type CalendarSpec, compileCalendar } from "../../src/core/calendar.js";
import { timelineDays, timelineOf } from "../../src/core/local-days.js";
import { recurrenceOf } from "../../src/core/recurrence.js";

const dayMs = 86_400_000;
const office: CalendarSpec = { zone: "UTC", hours: { mon: [["09:00", "17:00"]], tue: [["10:00", "12:00"]] } };
const calendar = compileCalendar(office);
const monday = Date.UTC(2026, 10, 23);

const timeline = (from: number, to: number) =>
  timelineOf(calendar, from, to, "business-hours", [], calendar.hours.elapsed);

test("a span without length lies in the date it stands in, at midnight in the one that begins", () => {
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
