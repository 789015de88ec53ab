/**
 * The library: business time and support-plan datasets, typed, without side effects on import.
 * Instants are whole milliseconds since 1970-01-01T00:00Z within the years 0001-9999; durations name their unit.
 */
import { readTextFile } from "./cli/io.js";
import { defaultDatasetId } from "./data/bundled.js";
import type { Dataset, Lang } from "./data/dataset.js";
import { loadHolidays as loadHolidaysWith, type NamedHolidays } from "./data/holidays.js";
import { loadDataset as loadDatasetWith } from "./data/load.js";

export {
  type Calendar,
  type CalendarSpec,
  compileCalendar,
  type HolidayLookup,
  type HoursRange,
  type Weekday,
  type WeeklyHours,
} from "./core/calendar.js";
export { type DeadlineOptions, deadline, type ElapsedOptions, elapsed } from "./core/deadline.js";
export { formatIsoDuration, formatLocal, formatUtc } from "./core/iso.js";
export { type Judged, judge, type Status } from "./core/judge.js";
export { type ClosedReason, type LedgerLine, ledger } from "./core/ledger.js";
export type { Pause } from "./core/pause.js";
export type { Clock, CountDays, HourClock, Target, TimeUnit } from "./core/target.js";
export type { OpenTime } from "./core/timeline.js";
export { findZone, isZone, type Zone } from "./core/zone.js";
export { bundledIds, defaultDatasetId } from "./data/bundled.js";
export { type CalendarOptions, calendarOf } from "./data/calendars.js";
export type { Dataset, Feature, Lang, LocalText, Note, Plan, Priority, Region } from "./data/dataset.js";
export { textIn } from "./data/dataset.js";
export { findPlan, findPriority, findRegion, targetFor } from "./data/targets.js";
export { exitCodeOf, Failure, type Fault, type FaultCode } from "./errors.js";
export { parseTime } from "./tickets/time.js";

/**
 * A bundled dataset by its id, or the validated document at a path, read with `read` (by default the file system, UTF-8).
 * Throws a `Failure` with the fault `unknown-dataset`, `unreadable-file`, `invalid-json` or `invalid-dataset`.
 */
export function loadDataset(
  nameOrPath: string = defaultDatasetId,
  read: (path: string) => Promise<string> = readTextFile,
): Promise<Dataset> {
  return loadDatasetWith(nameOrPath, read);
}

/**
 * The holidays of countries and subdivisions (`JP`, `US-CA`), files of dates and `.ics` files, as one look-up by day number.
 * Throws a `Failure` with the fault `unknown-holidays`, `unreadable-file`, `bad-holiday-line` or `bad-ics`.
 */
export function loadHolidays(
  specs: readonly string[],
  { lang = "en", read = readTextFile }: { readonly lang?: Lang; readonly read?: (path: string) => Promise<string> } = {},
): Promise<NamedHolidays> {
  return loadHolidaysWith(specs, { lang, read });
}
