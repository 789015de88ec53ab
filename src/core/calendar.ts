/**
 * A calendar: weekly hours in a zone, holidays and exceptions, compiled to compute open time and business dates.
 * Rejects a calendar that can never be open. Deadlines are in deadline.ts.
 */
import { CliError } from "../errors.js";
import { checkObject, refuse } from "./check.js";
import { dayMs, minuteMs, weekdays } from "./date.js";
import { type Interval, union } from "./interval.js";
import { alwaysOpen, compileOpenTime, type OpenTime } from "./open-time.js";
import { type MinuteRange, parseSchedule, type Schedule, type ScheduleSpec, type WeeklyHours } from "./schedule.js";
import { type HourClock, hourClocks } from "./target.js";
import { checkDay, findZone, type Zone } from "./zone.js";

export type { Weekday } from "./date.js";
export type { OpenTime } from "./open-time.js";
export type { HolidayLookup, HoursRange, WeeklyHours } from "./schedule.js";

/** The parts of a calendar. `zone` is an IANA name; holidays are `YYYY-MM-DD` dates or a lookup by day number. */
export interface CalendarSpec extends ScheduleSpec {
  readonly zone: string;
}

export interface Calendar {
  readonly zone: Zone;
  readonly schedule: Schedule;
  /** Open time of the `business-hours` clock. */
  readonly hours: OpenTime;
  /** Open time of the `24x5` clock: the whole local date of each business date. */
  readonly dates: OpenTime;
  /** Whether an open interval starts on the date (a day number): its own ranges contain at least one instant. */
  isBusinessDate(day: number): boolean;
  /** The instants of the date's own ranges, in order and merged; a shift past midnight belongs to the date it started on. */
  openOn(day: number): readonly Interval[];
}

const wholeDay: readonly MinuteRange[] = [{ open: 0, close: 1440 }];
const noRanges: readonly MinuteRange[] = [];

/** How many dates are remembered: forty-four years. */
const maxRemembered = 16_384;

/**
 * Compiles a calendar. Open time is computed when it is first needed, and then remembered.
 * Throws `unknown-zone`, `fixed-offset-zone`, `bad-hours`, `bad-date`, or `never-open` where no date has hours.
 */
export function compileCalendar(spec: CalendarSpec): Calendar {
  checkObject("a calendar's spec", spec);
  const zone = findZone(spec.zone);
  const schedule = parseSchedule(spec);
  if (!schedule.canOpen) throw new CliError({ code: "never-open", zone: zone.id });

  // Each date is computed once, however many tickets fall on it.
  const remembered = new Map<number, readonly Interval[]>();

  function openOn(day: number): readonly Interval[] {
    const known = remembered.get(day);
    if (known) return known;
    checkDay(day);
    const open = computeOpenOn(day);
    if (remembered.size >= maxRemembered) remembered.clear();
    remembered.set(day, open);
    return open;
  }

  function computeOpenOn(day: number): readonly Interval[] {
    const ranges = schedule.ranges(day);
    if (ranges.length === 0 || zone.skips(day)) return [];
    const midnight = day * dayMs;
    return union(
      ranges.flatMap((range) => zone.instantsOf(midnight + range.open * minuteMs, midnight + range.close * minuteMs)),
    );
  }

  function isBusinessDate(day: number): boolean {
    return schedule.ranges(day).length > 0 && openOn(day).length > 0;
  }

  return {
    zone,
    schedule,
    hours: compileOpenTime(zone, schedule.ranges),
    dates: compileOpenTime(zone, (day) => (isBusinessDate(day) ? wholeDay : noRanges)),
    isBusinessDate(day) {
      checkDay(day);
      return isBusinessDate(day);
    },
    openOn,
  };
}

/** A calendar that never closes, for the `24x7` clock without a region. */
export function alwaysOpenCalendar(zone: string): Calendar {
  const hours: WeeklyHours = Object.fromEntries(weekdays.map((weekday) => [weekday, [["00:00", "24:00"]]]));
  return compileCalendar({ zone, hours });
}

/** Throws RangeError for anything but a calendar of this file. */
export function checkCalendar(calendar: Calendar): void {
  if (typeof calendar?.openOn !== "function") refuse("calendar", "one made by compileCalendar or calendarOf", calendar);
}

/** The open time that an hour-counting clock runs on. */
export function openTimeOf(calendar: Calendar, clock: HourClock): OpenTime {
  switch (clock) {
    case "24x7":
      return alwaysOpen;
    case "24x5":
      return calendar.dates;
    case "business-hours":
      return calendar.hours;
    default:
      // Callers without types.
      return refuse("clock", `one of ${hourClocks.join(", ")}`, clock);
  }
}
