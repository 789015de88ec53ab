/**
 * `elapsed`: the business time between two instants in a region, negative where the second is the earlier.
 */
import { alwaysOpenCalendar } from "../core/calendar.js";
import { countedTime } from "../core/deadline.js";
import { ledger } from "../core/ledger.js";
import type { HourClock } from "../core/target.js";
import { readRegion } from "../data/named.js";
import { CliError } from "../errors.js";
import type { ElapsedReport } from "../report.js";
import {
  assumeCalendar,
  type CalendarChoice,
  type Context,
  checkOptionSpan,
  Diagnostics,
  datasetRef,
  missingRegion,
  openCalendars,
  readPauses,
  readShowTz,
  readTime,
  shownZone,
} from "./context.js";
import { noteUnconfirmed } from "./region-holidays.js";
import { readRegionZones } from "./region-zones.js";

export interface ElapsedCommandOptions {
  readonly region?: string;
  readonly from?: string;
  /** Now, if not given. */
  readonly to?: string;
  readonly clock?: HourClock;
  readonly pause?: readonly string[];
  readonly holidays?: readonly string[];
  readonly zone?: readonly string[];
  readonly showTz?: string;
  readonly explain?: boolean;
}

export async function runElapsed(options: ElapsedCommandOptions, context: Context): Promise<ElapsedReport> {
  const diagnostics = new Diagnostics(context.notices);
  const clock = options.clock ?? "business-hours";
  const { region, from } = readPlace(options, clock, context);
  const start = readTime("--from", from, context, diagnostics);
  const end = options.to === undefined ? context.now : readTime("--to", options.to, context, diagnostics);
  const pauses = readPauses(options.pause ?? [], context, diagnostics);
  const zones = readRegionZones(options.zone, context);
  const choice: CalendarChoice = { zones, holidays: options.holidays ?? [] };
  const calendarOf = await openCalendars(choice, context);
  const chosen = region === undefined ? undefined : calendarOf(region);
  const calendar = chosen?.calendar ?? alwaysOpenCalendar(zones.of(undefined) ?? shownZone(context, diagnostics).id);
  if (chosen && clock !== "24x7") {
    assumeCalendar(chosen, { zone: zones.of(region) }, diagnostics);
    noteUnconfirmed(chosen.holidays, calendar.zone, [start, end], diagnostics);
  }
  if (clock === "24x5") diagnostics.assume({ code: "24x5-window", zone: calendar.zone.id });
  // Each stretch, and each year of holidays, is worked out by itself; open time alone is counted over any span.
  if (options.explain || choice.holidays.length > 0) checkOptionSpan(["--from", "--to"], start, end);
  return {
    command: "elapsed",
    dataset: datasetRef(context),
    region,
    regionName: chosen?.name,
    zone: calendar.zone,
    shownIn: readShowTz(options.showTz),
    clock,
    from: start,
    to: end,
    elapsedMs: countedTime(calendar, clock, pauses).elapsed(start, end),
    ...(options.explain && { segments: ledger(calendar, Math.min(start, end), Math.max(start, end), clock, pauses) }),
    assumptions: diagnostics.assumptions,
    warnings: diagnostics.warnings,
  };
}

/** The region, which a clock around the clock does not need, and the first time. Throws `missing-option`, `no-regions`, `unknown-value`. */
function readPlace({ region, from }: ElapsedCommandOptions, clock: HourClock, context: Context) {
  const { dataset } = context;
  const allowed = Object.keys(dataset.regions);
  const lacksRegion = region === undefined && clock !== "24x7";
  if (lacksRegion && (from !== undefined || allowed.length === 0)) throw missingRegion("elapsed", dataset.id, allowed);
  if (from === undefined)
    throw new CliError({
      code: "missing-option",
      options: lacksRegion ? ["--region", "--from"] : ["--from"],
      command: "elapsed",
    });
  return { region: region === undefined ? undefined : readRegion("--region", region, context), from };
}
