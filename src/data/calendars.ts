/**
 * The compiled calendar of a region, optionally with another zone or further holidays.
 */
import { type Calendar, compileCalendar, type HolidayLookup, type HoursRange } from "../core/calendar.js";
import { checkFunction, checkObject } from "../core/check.js";
import { findZone, type Zone } from "../core/zone.js";
import { closuresOf } from "./closures.js";
import type { Region } from "./dataset.js";

export interface CalendarOptions {
  /** An IANA zone in place of the region's own. */
  readonly zone?: string | undefined;
  /** Holidays besides the region's own. */
  readonly holidays?: RegionHolidays | undefined;
}

/** Holidays by day number, dated on the region's wall clock where they have `inZone`, and hours that take a date's place. */
export interface RegionHolidays extends HolidayLookup {
  readonly exceptions?: Readonly<Record<string, readonly HoursRange[]>>;
  inZone?(zone: Zone): HolidayLookup;
}

/** The calendar of a region. Throws `unknown-zone`, `fixed-offset-zone` or `never-open`, and RangeError for what is no region. */
export function calendarOf(region: Region, options: CalendarOptions = {}): Calendar {
  checkObject("region", region);
  checkObject("options", options);
  const { zone, holidays } = options;
  if (holidays) checkFunction("get of holidays", holidays.get);
  const zoneId = zone ?? region.zone;
  const dated = holidays?.inZone ? holidays.inZone(findZone(zoneId)) : holidays;
  const exceptions = { ...holidays?.exceptions, ...region.exceptions };
  const own = closuresOf(region.holidays ?? []);
  return compileCalendar({
    zone: zoneId,
    hours: region.hours,
    holidays: { get: (day) => dated?.get(day) ?? own.get(day) },
    exceptions,
  });
}
