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
  readRegion,
  readTime,
  shownZone,
} from "./context.js";

export interface HoursOptions {
  readonly calendar?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly holidays?: readonly string[];
  readonly zone?: string;
  /** Whether the hours are wanted as events that recur, for a calendar file. */
  readonly recurring?: boolean;
}

/** How many days of recurring events a calendar file holds without --calendar, --from and --to: 53 weeks. */
const recurringDays = 371;

export async function runHours(args: readonly string[], options: HoursOptions, context: Context): Promise<HoursReport> {
  const { dataset, now } = context;
  const diagnostics = new Diagnostics(context.notices);
  const ids =
    args.length > 0
      ? [...new Set(args.map((word) => readRegion("hours", word, dataset)))]
      : Object.keys(dataset.regions);
  if (!options.calendar && !options.recurring && (options.from !== undefined || options.to !== undefined)) {
    throw new CliError({ code: "missing-option", options: ["--calendar"], command: "hours" });
  }
  const asked = {
    from: options.from === undefined ? undefined : readTime("--from", options.from, context, diagnostics),
    to: options.to === undefined ? undefined : readTime("--to", options.to, context, diagnostics),
  };
  if (asked.from !== undefined && asked.to !== undefined && asked.to < asked.from) {
    throw new CliError({ code: "conflicting-options", options: ["--from", "--to"] });
  }
  const reader = shownZone(context, diagnostics);
  const choice: CalendarChoice = { zone: options.zone, holidays: options.holidays ?? [] };
  const regionCalendar = await openCalendars(choice, context);
  const regions: RegionHours[] = [];
  for (const id of ids) {
    const chosen = regionCalendar(id);
    assumeCalendar(chosen, choice, diagnostics);
    regions.push({ id, name: chosen.name, ...hoursOf(chosen.calendar) });
  }
  await checkInForce(context, now, diagnostics);
  return {
    command: "hours",
    dataset: datasetRef(context),
    now,
    reader,
    regions,
    assumptions: diagnostics.assumptions,
    warnings: diagnostics.warnings,
  };

  function hoursOf(calendar: Calendar): Omit<RegionHours, "id" | "name"> {
    const { zone } = calendar;
    const today = localDay(zone, now);
    const monday = today - weekdayIndex(today);
    const state = ledger(calendar, now, now + 1, "business-hours")[0];
    const week = Array.from({ length: 7 }, (_, i) => localDays(calendar, monday + i, "business-hours"));
    return {
      zone,
      open: state?.kind === "open",
      ...(state?.kind === "closed" && {
        reason: state.reason,
        ...(state.holiday !== undefined && { holiday: state.holiday }),
      }),
      nextChange: state?.kind === "open" ? closingAfter(calendar, now) : calendar.hours.nextOpen(now),
      today,
      week,
      ...intervalsAsked(calendar, monday),
    };
  }

  /** The open intervals asked for, one after another with their total, or as events that recur. */
  function intervalsAsked(calendar: Calendar, monday: number): Pick<RegionHours, "calendar" | "recurrence"> {
    if (!options.calendar && !options.recurring) return {};
    const [from, to] = spanOf(calendar, monday, options.calendar ? 7 : recurringDays);
    const intervals = calendar.hours.intervals(from, to);
    return {
      ...(options.calendar && { calendar: withTotals(intervals) }),
      ...(options.recurring && { recurrence: recurrenceOf(intervals, calendar.zone, from, to) }),
    };
  }

  /** The span asked for; where an end is missing, so many days from this Monday, or from or to the other end. */
  function spanOf({ zone }: Calendar, monday: number, days: number): [from: number, to: number] {
    const start = (day: number) => zone.firstAtOrAfter(day * dayMs);
    const from = asked.from ?? (asked.to === undefined ? start(monday) : start(localDay(zone, asked.to) - days));
    const to = asked.to ?? (asked.from === undefined ? start(monday + days) : start(localDay(zone, asked.from) + days));
    checkOptionSpan(["--from", "--to"], from, to);
    return [from, to];
  }
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

function withTotals(intervals: readonly Interval[]): readonly CalendarStretch[] {
  let totalMs = 0;
  return intervals.map((interval) => {
    totalMs += interval.to - interval.from;
    return { ...interval, totalMs };
  });
}
