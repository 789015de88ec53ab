/**
 * `workbook`: what the sheets of a workbook hold whose formulas compute deadlines, and the tickets of a file as its rows.
 */
import { calendarTable } from "../core/calendar-table.js";
import { dayMs } from "../core/date.js";
import { formatUtc } from "../core/format-time.js";
import { defaultAtRiskPercent } from "../core/status.js";
import { type CountDays, countDaysRules } from "../core/target.js";
import { findZone, type Zone } from "../core/zone.js";
import { customerZone, type Dataset, type Lang, plansByRank, type Region, textIn } from "../data/dataset.js";
import { isNotOffered, targetFor } from "../data/lookup.js";
import { readPlan, readRegion } from "../data/named.js";
import { CliError } from "../errors.js";
import type { WorkbookName, WorkbookOverride, WorkbookRegion, WorkbookReport, WorkbookTarget } from "../report.js";
import {
  assumeCalendar,
  assumeClockStart,
  type CalendarChoice,
  type Context,
  checkInForce,
  Diagnostics,
  datasetRef,
  inputZone,
  openCalendars,
  type RegionCalendar,
  readCalendarSpan,
  readPercent,
  shownZone,
} from "./context.js";
import { noteUnconfirmed } from "./region-holidays.js";
import { readRegionZones } from "./region-zones.js";

export interface WorkbookOptions {
  readonly plan?: readonly string[];
  readonly regions?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly holidays?: readonly string[];
  readonly zone?: readonly string[];
  readonly countDays?: CountDays;
  readonly atRisk?: string;
  readonly showTz?: string;
  readonly rows?: string;
  readonly inputFile?: string;
  readonly now?: string;
}

const defaultRows = 500;
export const maxEmptyRows = 100_000;
/** Rows of the calendar, both clocks of all regions. */
const maxCalendarRows = 1_000_000;

export async function runWorkbook(options: WorkbookOptions, context: Context): Promise<WorkbookReport> {
  const { dataset, lang } = context;
  const diagnostics = new Diagnostics(context.notices);
  const [from, to] = readSpan(options, context, diagnostics);
  const emptyRows = readRows(options);
  const atRiskPercent = readPercent("--at-risk", options.atRisk) ?? defaultAtRiskPercent;
  const countDays = options.countDays ?? countDaysRules[0];
  const plans = options.plan?.map((word) => readPlan("--plan", word, { dataset })) ?? dataset.candidates;
  const planIds = plansByRank(dataset).filter((id) => plans.includes(id));
  const regions = await openRegions(options, [from, to], context, diagnostics);
  const zone = chooseZone(options.showTz, regions, [from, to]);
  const targets = targetsOf(dataset, planIds);
  noteTargets(targets, countDays, dataset, diagnostics);
  await checkInForce(context, context.now, diagnostics);
  const computer = options.now === undefined ? computerZone(context, diagnostics) : zone;
  return {
    command: "workbook",
    dataset: datasetRef(context),
    plans: namesOf(planIds, dataset.plans, lang),
    priorities: namesOf(Object.keys(dataset.priorities), dataset.priorities, lang),
    targets,
    regions,
    overrides: regions.flatMap(({ id }) => overridesOf(id, dataset.regions[id] as Region)),
    zone,
    // Times next to the span are read too, to say that they are outside.
    offsets: zone.stretches(from - dayMs, to + dayMs),
    from,
    to,
    created: context.now,
    now: options.now === undefined ? undefined : context.now,
    clockDifferenceMs: zone.offsetAt(context.now) - computer.offsetAt(context.now),
    atRiskPercent,
    countDays,
    emptyRows,
    assumptions: diagnostics.assumptions,
    warnings: diagnostics.warnings,
  };
}

/** The zone of the computer that opens the workbook, which is noted as an assumption unless `--tz` names it. */
function computerZone(context: Context, diagnostics: Diagnostics): Zone {
  const read = context.inputZone.name === undefined ? shownZone : inputZone;
  return read(context, diagnostics);
}

/** The span of the calendar in whole seconds. Throws `missing-option`, `reversed-range` and `bad-time`. */
function readSpan(options: WorkbookOptions, context: Context, diagnostics: Diagnostics): readonly [number, number] {
  const { from, to } = options;
  if (from === undefined || to === undefined) {
    const missing = [...(from === undefined ? ["--from"] : []), ...(to === undefined ? ["--to"] : [])];
    throw new CliError({ code: "missing-option", options: missing, command: "workbook" });
  }
  return readCalendarSpan({ from, to }, context, diagnostics, 1000);
}

function readRows({ rows, inputFile }: WorkbookOptions): number {
  if (rows === undefined) return inputFile === undefined ? defaultRows : 0;
  const count = /^\d{1,6}$/.test(rows) ? Number(rows) : Number.NaN;
  if (!(count <= maxEmptyRows))
    throw new CliError({ code: "bad-value", option: "--rows", value: rows, expected: "row-count" });
  return count;
}

/** The regions with their calendars, those of the dataset whose zone is known unless some are named. Throws `no-open-time`. */
async function openRegions(
  { regions: words, zone, holidays = [] }: WorkbookOptions,
  span: readonly [number, number],
  context: Context,
  diagnostics: Diagnostics,
): Promise<readonly WorkbookRegion[]> {
  const { dataset } = context;
  const named = words?.map((word) => readRegion("--region", word, { dataset }));
  const zones = readRegionZones(zone, context);
  const choice: CalendarChoice = { zones, holidays };
  const isCustomers = (id: string) => dataset.regions[id]?.zone === customerZone && zones.of(id) === undefined;
  const ids = Object.keys(dataset.regions).filter((id) => (named ? named.includes(id) : !isCustomers(id)));
  const left = named ? [] : Object.keys(dataset.regions).filter(isCustomers);
  if (left.length > 0) {
    const regionNames = left.map((id) => textIn(dataset.regions[id]!.name, context.lang));
    diagnostics.warn({ code: "customer-regions-left-out", regions: left, regionNames });
  }
  const calendarOf = await openCalendars(choice, context);
  let rows = 0;
  return ids.map((id) => {
    const chosen = calendarOf(id);
    assumeCalendar(chosen, { zone: zones.of(chosen.id) }, diagnostics);
    noteUnconfirmed(chosen.holidays, chosen.calendar.zone, span, diagnostics);
    const region = workbookRegion(chosen, span);
    rows += region.table.hours.length + region.table.dates.length;
    if (rows > maxCalendarRows) throw new CliError({ code: "calendar-too-long", max: maxCalendarRows });
    return region;
  });
}

function workbookRegion({ id, name, calendar }: RegionCalendar, [from, to]: readonly [number, number]): WorkbookRegion {
  const table = calendarTable(calendar, from, to);
  if (table.hours.length === 0)
    throw new CliError({ code: "no-open-time", region: id, from: formatUtc(from), to: formatUtc(to) });
  return { id, name, zone: calendar.zone, table };
}

/** The zone of all times: that of `--show-tz`, the one region's own if its clocks are not changed in the span, else UTC. */
function chooseZone(
  showTz: string | undefined,
  regions: readonly WorkbookRegion[],
  [from, to]: readonly [number, number],
): Zone {
  if (showTz !== undefined && showTz !== "region") return findZone(showTz);
  const [first, second] = regions;
  const own = first && !second ? findZone(first.zone.id) : undefined;
  if (own && (showTz === "region" || own.steadyOffset(from, to) !== undefined)) return own;
  if (showTz === "region")
    throw new CliError({ code: "missing-option", options: ["--region"], command: "workbook --show-tz region" });
  return findZone("UTC");
}

function targetsOf(dataset: Dataset, plans: readonly string[]): readonly WorkbookTarget[] {
  return plans.flatMap((plan) =>
    Object.keys(dataset.priorities).map((priority) => ({
      plan,
      priority,
      target: targetFor(dataset, plan, priority) ?? (isNotOffered(dataset, plan, priority) ? "none" : "unknown"),
    })),
  );
}

function noteTargets(
  targets: readonly WorkbookTarget[],
  countDays: CountDays,
  dataset: Dataset,
  diagnostics: Diagnostics,
): void {
  const has = (clock: string) => targets.some(({ target }) => typeof target === "object" && target.clock === clock);
  for (const { plan } of targets) assumeClockStart(plan, dataset, diagnostics);
  if (has("24x5")) diagnostics.assume({ code: "24x5-window", zone: undefined });
  if (has("business-days")) diagnostics.assume({ code: "day-count-rule", rule: countDays });
  diagnostics.assume({ code: "clock-start" });
}

function overridesOf(region: string, { clockOverrides = [] }: Region): readonly WorkbookOverride[] {
  return clockOverrides.flatMap(({ priorities, from, to }) =>
    priorities.map((priority) => ({ region, priority, from, to })),
  );
}

function namesOf(
  ids: readonly string[],
  entries: Readonly<Record<string, { readonly name: Parameters<typeof textIn>[0] }>>,
  lang: Lang,
): readonly WorkbookName[] {
  return ids.map((id) => ({ id, name: textIn((entries[id] as (typeof entries)[string]).name, lang) }));
}
