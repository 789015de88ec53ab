/**
 * `hours`: for each region whether it is open, when that changes, its week, and on request its calendar as open intervals.
 */
import type { Calendar } from "../core/calendar.js";
import { dayMs, weekdayIndex } from "../core/date.js";
import type { Interval } from "../core/interval.js";
import { ledger } from "../core/ledger.js";
import { localDays } from "../core/local-days.js";
import { recurrenceOf } from "../core/recurrence.js";
import { localDay } from "../core/zone.js";
import { readRegion } from "../data/named.js";
import { CliError } from "../errors.js";
import type { CalendarStretch, HoursReport, RegionHours } from "../report.js";
import {
  assumeCalendar,
  type CalendarChoice,
  type Context,
  checkInForce,
  checkOptionSpan,
  Diagnostics,
  datasetRef,
  openCalendars,
  readShowTz,
  readTime,
  reversedRange,
  shownZone,
} from "./context.js";
import { homeOnly, noteUnconfirmed } from "./region-holidays.js";
import { readRegionZones } from "./region-zones.js";

export interface HoursOptions {
  readonly calendar?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly holidays?: readonly string[];
  readonly zone?: readonly string[];
  readonly showTz?: string;
  /** Adds the hours as events that recur, for a calendar file. */
  readonly recurring?: boolean;
}

/** Days of recurring events in a calendar file without --calendar, --from and --to: 53 weeks. */
const recurringDays = 371;

export async function runHours(args: readonly string[], options: HoursOptions, context: Context): Promise<HoursReport> {
  const { dataset, now } = context;
  const diagnostics = new Diagnostics(context.notices);
  const ids =
    args.length > 0
      ? [...new Set(args.map((word) => readRegion("hours", word, context)))]
      : Object.keys(dataset.regions);
  const limits = readLimits(options, context, diagnostics);
  const shownIn = readShowTz(options.showTz);
  if (ids.length === 0) diagnostics.warn({ code: "no-regions", dataset: dataset.id });
  const reader = shownIn ?? shownZone(context, ids.length === 0 ? new Diagnostics() : diagnostics);
  const zones = readRegionZones(options.zone, context);
  // Of all regions, a country's holidays are those of the ones in it.
  const home = args.length === 0 ? homeOnly(dataset, zones) : undefined;
  const choice: CalendarChoice = { zones, holidays: options.holidays ?? [], reaches: home?.reaches };
  const regionCalendar = await openCalendars(choice, context);
  const regions = ids.map((id): RegionHours => {
    const chosen = regionCalendar(id);
    const isLeftOut = [...(home?.leftOut.values() ?? [])].flat().includes(id);
    assumeCalendar(chosen, { zone: zones.of(id), isLeftOut }, diagnostics);
    const { calendar, name } = chosen;
    const region = { id, name, ...stateOf(calendar, now), ...intervalsOf(calendar, now, limits, options) };
    noteUnconfirmed(chosen.holidays, calendar.zone, shownSpan(region), diagnostics);
    return region;
  });
  for (const [place, left] of home?.leftOut ?? [])
    diagnostics.warn({
      code: "holidays-left-out",
      place,
      regions: left,
      regionNames: regions.filter(({ id }) => left.includes(id)).map(({ name }) => name),
    });
  await checkInForce(context, now, diagnostics);
  return {
    command: "hours",
    dataset: datasetRef(context),
    now,
    reader,
    shownIn,
    regions,
    assumptions: diagnostics.assumptions,
    warnings: diagnostics.warnings,
  };
}

/** The first and last instants shown: of the week's dates, and of the calendar. */
function shownSpan({ zone, week, calendar }: RegionHours): readonly number[] {
  const days = week.map(({ day }) => day * dayMs - zone.offsetAt(day * dayMs));
  const open = calendar ? [...calendar()] : [];
  return [...days, ...open.slice(0, 1).map(({ from }) => from), ...open.slice(-1).map(({ to }) => to - 1)];
}

/** The instants of --from and --to. */
interface Limits {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

function readLimits(options: HoursOptions, context: Context, diagnostics: Diagnostics): Limits {
  if (!options.calendar && !options.recurring && (options.from !== undefined || options.to !== undefined)) {
    throw new CliError({ code: "missing-option", options: ["--calendar"], command: "hours" });
  }
  const from = options.from === undefined ? undefined : readTime("--from", options.from, context, diagnostics);
  const to = options.to === undefined ? undefined : readTime("--to", options.to, context, diagnostics);
  if (from !== undefined && to !== undefined && to < from) throw reversedRange(options);
  return { from, to };
}

/** Whether a calendar is open, when that changes, and its week. */
function stateOf(calendar: Calendar, now: number): Omit<RegionHours, "id" | "name" | "calendar" | "recurrence"> {
  const today = localDay(calendar.zone, now);
  const state = ledger(calendar, now, now + 1, "business-hours")[0];
  return {
    zone: calendar.zone,
    open: state?.kind === "open",
    ...(state?.kind === "closed" && {
      reason: state.reason,
      ...(state.holiday !== undefined && { holiday: state.holiday }),
    }),
    nextChange: state?.kind === "open" ? closingAfter(calendar, now) : calendar.hours.nextOpen(now),
    today,
    week: Array.from({ length: 7 }, (_, i) => localDays(calendar, mondayOf(today) + i, "business-hours")),
  };
}

function mondayOf(day: number): number {
  return day - weekdayIndex(day);
}

/** The open intervals within the limits, one after another with their total, or as events that recur. */
function intervalsOf(
  calendar: Calendar,
  now: number,
  limits: Limits,
  options: HoursOptions,
): Pick<RegionHours, "calendar" | "recurrence"> {
  if (!options.calendar && !options.recurring) return {};
  const [from, to] = spanOf(calendar, now, limits, options.calendar ? 7 : recurringDays);
  const intervals = () => calendar.hours.intervals(from, to);
  return {
    ...(options.calendar && { calendar: () => withTotals(intervals()) }),
    ...(options.recurring && { recurrence: recurrenceOf(intervals(), calendar.zone, from, to) }),
  };
}

/** The span of the limits; where one is missing, so many days from the other, or from this week's Monday. */
function spanOf({ zone }: Calendar, now: number, limits: Limits, days: number): [from: number, to: number] {
  const start = (day: number) => zone.firstAtOrAfter(day * dayMs);
  const monday = mondayOf(localDay(zone, now));
  const from = limits.from ?? (limits.to === undefined ? start(monday) : start(localDay(zone, limits.to) - days));
  const to =
    limits.to ?? (limits.from === undefined ? start(monday + days) : start(localDay(zone, limits.from) + days));
  checkOptionSpan(["--from", "--to"], from, to);
  return [from, to];
}

/** When an open calendar next closes; undefined where it does not within a few years. */
function closingAfter(calendar: Calendar, now: number): number | undefined {
  for (const days of [8, 100, 1500]) {
    const end = now + days * dayMs;
    const close = calendar.hours.intervals(now, end)[0]?.to;
    if (close !== undefined && close < end) return close;
  }
  return undefined;
}

function* withTotals(intervals: readonly Interval[]): Generator<CalendarStretch> {
  let totalMs = 0;
  for (const { from, to } of intervals) {
    totalMs += to - from;
    yield { from, to, totalMs };
  }
}
