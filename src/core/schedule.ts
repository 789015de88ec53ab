/**
 * The wall-clock hours of a date: weekly hours, minus holidays, with date exceptions in place of that date's hours.
 * Local dates and minutes only; instants are in open-time.ts.
 */
import { CliError } from "../errors.js";
import { checkFunction, checkList, checkObject, checkOneOf, refuse } from "./check.js";
import { parseDay, type Weekday, weekdayIndex, weekdays } from "./date.js";

/** `["09:00", "17:30"]`: closing up to `24:00`; a closing before the opening is on the next day. */
export type HoursRange = readonly [open: string, close: string];
export type WeeklyHours = Partial<Record<Weekday, readonly HoursRange[]>>;

/** Names of holidays by day number (days since 1970-01-01); an empty name is a holiday without one. */
export interface HolidayLookup {
  get(day: number): string | undefined;
}

/** Minutes after a date's midnight, `[open, close)`; `close` passes 1440 where the range crosses midnight. */
export interface MinuteRange {
  readonly open: number;
  readonly close: number;
}

export interface Schedule {
  /** The date's own ranges, sorted by opening; ranges that cross midnight belong to the date they open on. */
  ranges(day: number): readonly MinuteRange[];
  /** The ranges the date's weekday has before holidays and exceptions. */
  usualRanges(day: number): readonly MinuteRange[];
  isException(day: number): boolean;
  holidayName(day: number): string | undefined;
  /** Whether some date may have hours at all: false only when no weekday and no exception has any. */
  readonly canOpen: boolean;
}

export interface ScheduleSpec {
  readonly hours: WeeklyHours;
  readonly holidays?: Iterable<string> | HolidayLookup;
  readonly exceptions?: Readonly<Record<string, readonly HoursRange[]>>;
}

const noRanges: readonly MinuteRange[] = [];

/** Parses the hours; throws `bad-hours` for a malformed range and `bad-date` for a date that does not exist. */
export function parseSchedule(spec: ScheduleSpec): Schedule {
  checkObject("hours", spec.hours, "an object of weekdays");
  for (const weekday of Object.keys(spec.hours)) checkOneOf("a weekday of hours", weekday, weekdays);
  const weekly = weekdays.map((weekday) => parseRanges(spec.hours[weekday] ?? [], weekday));
  const exceptions = new Map<number, readonly MinuteRange[]>();
  if (spec.exceptions !== undefined) checkObject("exceptions", spec.exceptions, "an object of dates");
  for (const [date, ranges] of Object.entries(spec.exceptions ?? {})) {
    exceptions.set(dayOfDate(date, "exceptions"), parseRanges(ranges, date));
  }
  const holidays = toLookup(spec.holidays ?? []);
  const usualRanges = (day: number) => weekly[weekdayIndex(day)] as readonly MinuteRange[];
  return {
    ranges: (day) => exceptions.get(day) ?? (holidays.get(day) === undefined ? usualRanges(day) : noRanges),
    usualRanges,
    isException: (day) => exceptions.has(day),
    holidayName: (day) => holidays.get(day),
    canOpen: [...weekly, ...exceptions.values()].some((ranges) => ranges.length > 0),
  };
}

function toLookup(holidays: Iterable<string> | HolidayLookup): HolidayLookup {
  if (typeof holidays !== "object") return refuse("holidays", "dates or a look-up by day number", holidays);
  if ("get" in holidays) {
    checkFunction("get of holidays", holidays.get);
    return holidays;
  }
  checkFunction("the iterator of holidays", holidays[Symbol.iterator]);
  return new Map([...holidays].map((date) => [dayOfDate(date, "holidays"), ""]));
}

function dayOfDate(date: string, where: string): number {
  const day = typeof date === "string" ? parseDay(date) : undefined;
  if (day === undefined) throw new CliError({ code: "bad-date", value: String(date), where });
  return day;
}

function parseRanges(ranges: readonly HoursRange[], where: string): readonly MinuteRange[] {
  checkList(`the hours of ${where}`, ranges, "a list of pairs");
  return ranges
    .map((range) => {
      if (!Array.isArray(range) || range.length !== 2) refuse(`a range of ${where}`, "an opening and a closing", range);
      const [openText, closeText] = range;
      const open = parseMinutes(openText);
      const close = parseMinutes(closeText);
      // Equal ends could mean an empty range or a whole day.
      if (open === undefined || close === undefined || open === 1440 || open === close) {
        throw new CliError({ code: "bad-hours", value: `${String(openText)}-${String(closeText)}`, where });
      }
      return { open, close: close < open ? close + 1440 : close };
    })
    .sort((a, b) => a.open - b.open || a.close - b.close);
}

/** Minutes after midnight of `HH:MM` up to `24:00`; undefined for anything else. */
export function parseMinutes(text: string): number | undefined {
  const match = typeof text === "string" ? /^(\d{2}):(\d{2})$/.exec(text) : null;
  if (!match) return undefined;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minutes <= 1440 ? minutes : undefined;
}
