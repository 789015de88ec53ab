/**
 * The library: business time and support-plan datasets, typed, without side effects on import.
 * Instants are whole milliseconds since 1970-01-01T00:00Z within the years 0001-9999; durations name their unit.
 * An argument that cannot be used is a RangeError, or a `Failure` whose `error` has a code and whose `message` is the English sentence.
 */

import { checkFunction, checkList, checkNumber, checkObject, checkOneOf, checkText, refuse } from "./core/check.js";
import { type ParsedTime, parseTime as parseTimeIn } from "./core/parse-time.js";
import { findZone, type Zone } from "./core/zone.js";
import { defaultDatasetId } from "./data/bundled.js";
import { type Dataset, type Lang, type LocalText, langs, textIn as textInLanguage } from "./data/dataset.js";
import { loadHolidays as loadHolidaysWith, type NamedHolidays } from "./data/holidays/holidays.js";
import { loadDataset as loadDatasetWith } from "./data/load.js";
import { exitCodeOf, useSentences } from "./errors.js";
import { error as sentence } from "./i18n/en/errors.js";
import { readTextFile } from "./io/io.js";

export type { BusinessDays } from "./core/business-days.js";
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
export { formatInZone, formatIsoDuration, formatLocal, formatUtc } from "./core/format-time.js";
export type { Interval } from "./core/interval.js";
export { type ClosedReason, type LedgerLine, ledger } from "./core/ledger.js";
export type { OpenTime } from "./core/open-time.js";
export type { ParsedTime } from "./core/parse-time.js";
export type { Pause } from "./core/pause.js";
export type { PeriodUnit } from "./core/period.js";
export type { MinuteRange, Schedule, ScheduleSpec } from "./core/schedule.js";
export { type Status, type StatusInput as Judged, statusOf as judge } from "./core/status.js";
export type { Clock, CountDays, DayTarget, HourClock, HourTarget, HourUnit, Target, TimeUnit } from "./core/target.js";
export { findZone, isZone, type LocalKind, type OffsetStretch, type Zone } from "./core/zone.js";
export { bundledIds, defaultDatasetId } from "./data/bundled.js";
export { type CalendarOptions, calendarOf, type RegionHolidays } from "./data/calendars.js";
export type {
  ComparedFeature,
  ComparedNote,
  ComparedPlan,
  ComparedPriority,
  ComparedRegion,
  ComparedSource,
  ComparedStatement,
  Comparison,
  NoteChoice,
  ProductTargets,
} from "./data/compare.js";
export type {
  AddonValue,
  ClockOverride,
  ClockStart,
  Confidence,
  Dataset,
  Feature,
  FeatureKind,
  FeatureValue,
  Group,
  Lang,
  LocalText,
  Named,
  Note,
  NoteKind,
  NotOffered,
  Plan,
  PlanTargets,
  Priority,
  Region,
  Scope,
  Source,
  Sourced,
  SourcedTarget,
  Statement,
} from "./data/dataset.js";
export type { YearSpan } from "./data/holidays/confirmed.js";
export type { HolidayData } from "./data/holidays/country.js";
export type { HolidaySource, NamedHolidays } from "./data/holidays/holidays.js";
export { findPlan, findPriority, findRegion, targetFor } from "./data/lookup.js";
export { datasetForMetric, metricsOf } from "./data/metrics.js";
export type { Answers, Budget } from "./data/recommend/answers.js";
export type { Has, Need, NeedResult } from "./data/recommend/needs.js";
export type { Difference, Differences } from "./data/recommend/other-plans.js";
export type { BeyondAll, Reason } from "./data/recommend/reasons.js";
export type { Beyond, OtherPlan, RecommendAssumption, Recommendation } from "./data/recommend/recommend.js";
export type { ResponseTime } from "./data/recommend/response-time.js";
export type { EvaluatedPlan } from "./data/recommend/rule.js";
export type { AnswerChange, AnswerValue, Change } from "./data/recommend/what-would-change.js";
export {
  CliError as Failure,
  type DatasetIssue,
  type DatasetRule as DatasetForm,
  type ErrorCode as FaultCode,
  type ErrorInfo as Fault,
  exitCodeOf,
  type FileProblem,
  type LintRule,
  type PackageProblem,
  type RowError,
  type RowErrorAt,
  type RowPosition,
  type TimeProblem,
  type TypedTimeProblem,
  type UnknownWordError,
  type ValueFormat as ValueForm,
} from "./errors.js";

export { type Audit, audit } from "./library/audit.js";
export { type CompareOptions, compare } from "./library/compare.js";
export { readTickets } from "./library/read-tickets.js";
export { type GivenAnswers, type RecommendOptions, recommend } from "./library/recommend.js";

export type {
  AuditOptions,
  BadTicket,
  ReadTicketsOptions,
  Ticket,
  TicketContext,
  TicketInput,
  TicketReading,
  Tickets,
} from "./library/tickets.js";
export type {
  Assumption,
  Attainment,
  AuditGroup,
  AuditReport,
  CountedTime,
  DatasetRef,
  HolidayPlace,
  HourOfWeek,
  LeftOutRows,
  Notices,
  ReadLocalTime,
  ReportBase,
  ResponseTimes,
  SeveralDatasets,
  ShownZone,
  Successor,
  UsedShares,
  Warning,
  WhatIf,
  WorstMiss,
} from "./report.js";
export type {
  Column,
  DateOnlyRule,
  DateOrder,
  Era,
  Fill,
  FormWarning,
  InputFormat,
  LengthUnit,
  NumberForm,
  PresetName,
  Reading,
  ReadingChoices,
  ResponseClock,
  TimeColumn,
  TimesReading,
  UnknownWord,
  WordColumn,
  ZoneReason,
} from "./tickets/names.js";

useSentences((error) => {
  // Refuses what is no error.
  exitCodeOf(error);
  return sentence(error).message;
});

/**
 * A bundled dataset by its id, or the validated document at a path, read with `read` (by default the file system, UTF-8).
 * What it returns is frozen throughout.
 * Throws a `Failure` with the code `unknown-dataset`, `unreadable-file`, `invalid-json` or `invalid-dataset`.
 */
export async function loadDataset(
  nameOrPath: string = defaultDatasetId,
  read: (path: string) => Promise<string> = readTextFile,
): Promise<Dataset> {
  checkText("nameOrPath", nameOrPath);
  checkFunction("read", read);
  return frozen(await loadDatasetWith(nameOrPath, textFrom(read)));
}

/**
 * The holidays of countries and subdivisions (`JP`, `US-CA`), files of dates and `.ics` files, as one look-up by day number.
 * Throws a `Failure` with the code `unknown-holidays`, `unreadable-file`, `bad-holiday-line` or `bad-ics`.
 */
export async function loadHolidays(
  specs: readonly string[],
  options: { readonly lang?: Lang; readonly read?: (path: string) => Promise<string> } = {},
): Promise<NamedHolidays> {
  checkList("specs", specs);
  for (const spec of specs) checkText("a spec", spec);
  checkObject("options", options);
  const { lang = "en", read = readTextFile } = options;
  checkOneOf("lang", lang, langs);
  checkFunction("read", read);
  return loadHolidaysWith(specs, { lang, read: textFrom(read) });
}

/**
 * Reads a written time: RFC 3339 or ISO 8601 with an offset, `@` epoch seconds, `now`, or a local `2026-11-20T16:40` in `zone`, the
 * name of an IANA zone or a {@link Zone}. `now` is what the word means, in milliseconds. Gives the instant, or why it cannot be read.
 * Throws RangeError where a local time has no zone, and as `findZone` does.
 */
export function parseTime(text: string, now: number, zone?: string | Zone | (() => Zone)): ParsedTime {
  checkText("text", text);
  checkNumber("now", now);
  return parseTimeIn(text, now, () => {
    if (typeof zone === "string") return findZone(zone);
    const known = typeof zone === "function" ? zone() : zone;
    return typeof known?.instantOf === "function"
      ? known
      : refuse("zone", "given for a time without an offset, as a name or a zone", known);
  });
}

/** The text in a language, in English where that language has none. Throws RangeError for another language or what is no text. */
export function textIn(text: LocalText, lang: Lang): string {
  checkObject("text", text);
  checkText("text in English", text.en);
  checkOneOf("lang", lang, langs);
  return textInLanguage(text, lang);
}

function textFrom(read: (path: string) => Promise<string>): (path: string) => Promise<string> {
  return async (path) => {
    const text = await read(path);
    checkText("what read returns", text);
    return text;
  };
}

/** A dataset, frozen with all in it. */
function frozen(dataset: Dataset): Dataset {
  const left: unknown[] = [dataset];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== "object" || value === null || Object.isFrozen(value)) continue;
    Object.freeze(value);
    for (const inner of Object.values(value)) left.push(inner);
  }
  return dataset;
}
