/**
 * `sql`: the calendars of regions as tables and a dataset's targets, for the statements that give the same deadlines in a database.
 */
import { createHash } from "node:crypto";
import type { Calendar } from "../core/calendar.js";
import { calendarTable } from "../core/calendar-table.js";
import { type CountDays, countDaysRules } from "../core/target.js";
import { type Dataset, plansByRank } from "../data/dataset.js";
import { isNotOffered, targetFor } from "../data/lookup.js";
import { datasetForMetric, eventMetric, metricsOf } from "../data/metrics.js";
import { readRegion } from "../data/named.js";
import { CliError } from "../errors.js";
import {
  type GoldenTicket,
  type SqlDialect,
  type SqlPlace,
  type SqlRegion,
  type SqlReport,
  type SqlTarget,
  sqlDialects,
} from "../report.js";
import {
  assumeCalendar,
  assumeClockStart,
  type CalendarChoice,
  type Context,
  checkInForce,
  Diagnostics,
  datasetRef,
  openCalendars,
  readCalendarSpan,
} from "./context.js";
import { noteUnconfirmed } from "./region-holidays.js";
import { readRegionZones } from "./region-zones.js";

export interface SqlOptions {
  readonly dialect?: SqlDialect;
  readonly regions?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly holidays?: readonly string[];
  readonly zone?: readonly string[];
  readonly countDays?: CountDays;
  readonly table?: string;
  readonly seeds?: string;
  readonly dbt?: string;
  readonly output?: string;
}

export async function runSql(options: SqlOptions, context: Context): Promise<SqlReport> {
  const { dataset } = context;
  const { from, to } = checkRequired(options);
  if (options.dbt !== undefined) checkSeedIds(dataset);
  const diagnostics = new Diagnostics(context.notices);
  const [start, end] = readCalendarSpan({ from, to }, context, diagnostics);
  const order = placesOf(dataset);
  const regionIds = (options.regions ?? Object.keys(dataset.regions)).map((word) =>
    readRegion("--region", word, context),
  );
  const choice: CalendarChoice = { zones: readRegionZones(options.zone, context), holidays: options.holidays ?? [] };
  const calendarOf = await openCalendars(choice, context);
  const countDays = options.countDays ?? countDaysRules[0];
  const regions = order.flatMap((place, number): readonly SqlRegion[] => {
    if (!regionIds.includes(place.id)) return [];
    const chosen = calendarOf(place.id);
    assumeCalendar(chosen, { zone: choice.zones.of(place.id) }, diagnostics);
    noteUnconfirmed(chosen.holidays, chosen.calendar.zone, [start, end], diagnostics);
    const targets = targetsOf(dataset, place.id);
    if (targets.some(({ target }) => target?.clock === "24x5"))
      diagnostics.assume({ code: "24x5-window", zone: chosen.calendar.zone.id });
    return [
      {
        ...place,
        number,
        zone: chosen.calendar.zone,
        table: calendarTable(chosen.calendar, start, end),
        targets,
      },
    ];
  });
  const clocks = regions.flatMap(({ targets }) => targets.map(({ target }) => target?.clock));
  if (clocks.includes("business-days")) diagnostics.assume({ code: "day-count-rule", rule: countDays });
  if (clocks.some((clock) => clock !== undefined && clock !== "24x7")) diagnostics.assume({ code: "clock-start" });
  for (const plan of plansByRank(dataset)) assumeClockStart(plan, dataset, diagnostics);
  await checkInForce(context, context.now, diagnostics);
  const targetsAnywhere = targetsOf(dataset, undefined).filter(
    ({ target }) => target === undefined || target.clock === "24x7",
  );
  return {
    command: "sql",
    dataset: datasetRef(context),
    tickets: tableParts(options.table ?? "tickets"),
    countDays,
    metrics: metricsOfTickets(dataset),
    regions,
    order,
    targetsAnywhere,
    golden:
      options.dbt === undefined
        ? []
        : await goldenOf(regions, targetsAnywhere, calendarOf, { from: start, to: end }, countDays),
    assumptions: diagnostics.assumptions,
    warnings: diagnostics.warnings,
  };
}

/** Loaded only where a package is written. */
async function goldenOf(
  regions: readonly SqlRegion[],
  targetsAnywhere: readonly SqlTarget[],
  calendarOf: (region: string) => { readonly calendar: Calendar },
  span: { readonly from: number; readonly to: number },
  countDays: CountDays,
): Promise<readonly GoldenTicket[]> {
  const { goldenTickets } = await import("./sql-golden.js");
  const places = regions.map(({ id, targets }) => ({ region: id, calendar: calendarOf(id).calendar, targets }));
  // A target that needs no region needs no calendar either: any will do.
  const anywhere = places.slice(0, 1).map((place) => ({ ...place, region: undefined, targets: targetsAnywhere }));
  return goldenTickets([...places, ...anywhere], span, countDays);
}

/**
 * Throws `conflicting-options` for several places to write to, and `missing-option` with all that are missing: files of CSV are the same
 * for every dialect.
 */
function checkRequired({ dialect, from, to, seeds, dbt, output }: SqlOptions): { from: string; to: string } {
  const places = Object.entries({ "--seeds": seeds, "--dbt": dbt, "--output": output })
    .filter(([, value]) => value !== undefined)
    .map(([flag]) => flag);
  if (places.length > 1) throw new CliError({ code: "conflicting-options", options: places });
  const form = dialect ?? seeds ?? dbt;
  if (form !== undefined && from !== undefined && to !== undefined) return { from, to };
  const missing = Object.entries({ "--dialect": form, "--from": from, "--to": to })
    .filter(([, value]) => value === undefined)
    .map(([flag]) => flag);
  // With several missing options, a list of values would not show which one it belongs to.
  const allowed = missing.length === 1 && missing[0] === "--dialect" ? sqlDialects : undefined;
  throw new CliError({ code: "missing-option", options: missing, command: "sql", ...(allowed && { allowed }) });
}

/** Throws `dbt-null-id` for ids that dbt's loader of CSV reads as NULL, which it does with this one word in any case. */
function checkSeedIds({ id, plans, priorities, regions, metrics = {} }: Dataset): void {
  const isNull = (word: string) => word.toLowerCase() === "null";
  const pointers = Object.entries({ plans, priorities, regions, metrics }).flatMap(([key, entries]) =>
    Object.keys(entries)
      .filter(isNull)
      .map((name) => `/${key}/${name}`),
  );
  if (isNull(id)) pointers.unshift("/id");
  if (pointers.length > 0) throw new CliError({ code: "dbt-null-id", pointers });
}

/** The parts of a name that may have a schema and a catalogue before it. Throws `bad-value` for one with an empty part or a control. */
function tableParts(name: string): readonly string[] {
  const parts = name.split(".");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a name of a table has none.
  if (parts.length > 3 || parts.some((part) => !/^[^\u0000-\u001f\u007f]{1,128}$/.test(part)))
    throw new CliError({ code: "bad-value", option: "--table", value: name, expected: "table-name" });
  return parts;
}

/** The regions in the dataset's order, each with the digest of the order up to it, so that a region added at the end changes no other. */
function placesOf({ regions }: Dataset): readonly SqlPlace[] {
  const digest = createHash("sha256");
  return Object.keys(regions).map((id) => ({
    id,
    digest: digest
      .update(`${JSON.stringify(id)}\n`)
      .copy()
      .digest("hex")
      .slice(0, 16),
  }));
}

/** The metrics that tickets have a time for: a log of events is no table of tickets. */
function metricsOfTickets(dataset: Dataset): readonly string[] {
  return metricsOf(dataset).filter((metric) => metric !== eventMetric);
}

function targetsOf(dataset: Dataset, region: string | undefined): readonly SqlTarget[] {
  return metricsOfTickets(dataset).flatMap((metric) => {
    const ofMetric = datasetForMetric(dataset, metric);
    return plansByRank(dataset).flatMap((plan) =>
      Object.keys(dataset.priorities).flatMap((priority) => {
        const target = targetFor(ofMetric, plan, priority, region);
        return target || isNotOffered(ofMetric, plan, priority) ? [{ metric, plan, priority, target }] : [];
      }),
    );
  });
}
