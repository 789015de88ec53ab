/**
 * The library: business time and support-plan datasets, typed, without side effects on import.
 * Instants are whole milliseconds since 1970-01-01T00:00Z within the years 0001-9999; durations name their unit.
 */
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
export type { Dataset, Feature, Lang, LocalText, Note, Plan, Priority, Region } from "./data/dataset.js";
export { textIn } from "./data/dataset.js";
export { loadHolidays } from "./data/holidays.js";
export { loadDataset } from "./data/load.js";
export { targetFor } from "./data/targets.js";
export { exitCodeOf, Failure, type Fault, type FaultCode } from "./errors.js";
export { parseTime } from "./tickets/time.js";
