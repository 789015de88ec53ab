/**
 * The context of a command, and the option parsing that several commands share: times, regions, pauses, calendars.
 * Collects assumptions and warnings; prints nothing.
 */
import type { Calendar } from "../core/calendar.js";
import { dayMs, parseDay } from "../core/date.js";
import { formatLocal, formatUtc } from "../core/format-time.js";
import { isWithinHorizon } from "../core/open-time.js";
import type { Pause } from "../core/pause.js";
import { budgetMsOf } from "../core/target.js";
import { parseTypedTime } from "../core/typed-time.js";
import { findZone, type Zone } from "../core/zone.js";
import { bundledIds, loadBundled } from "../data/bundled.js";
import { calendarOf } from "../data/calendars.js";
import { customerZone, type Dataset, type Lang, plansByRank, type Region, textIn } from "../data/dataset.js";
import type { JoinedDatasets } from "../data/joined.js";
import { readPlan } from "../data/named.js";
import { parseAmount } from "../data/recommend/response-time.js";
import { CliError } from "../errors.js";
import { maxYears } from "../limits.js";
import type { Assumption, DatasetRef, Notices, Successor, Warning } from "../report.js";
import { loadRegionHolidays, noteSources, type Reaches, type SourcedHolidays } from "./region-holidays.js";
import type { RegionZones } from "./region-zones.js";

/** A dataset and how the user named it. */
export interface NamedDataset {
  readonly dataset: Dataset;
  /** The id or path of the dataset as the user named it; undefined for the default. */
  readonly datasetName?: string | undefined;
  /** The SHA-256 of the file it was read from. */
  readonly datasetDigest?: string | undefined;
}

export interface Context extends NamedDataset {
  readonly lang: Lang;
  /** Milliseconds since 1970, from the clock or `--now`. */
  readonly now: number;
  /** Where several datasets are named: `dataset` is all of them joined, and has the name of the first. */
  readonly several?: readonly NamedDataset[];
  readonly joined?: JoinedDatasets;
  /** The zones of settings for regions in the customer's own zone, as `--zone` has them. */
  readonly customerZones?: readonly string[] | undefined;
  /** The metric that is measured, where it is not the first response; the datasets have its targets. */
  readonly metric?: Metric;
  /** The zone that times without one are read in: `--tz`, or the system's. */
  readonly inputZone: InputZone;
  /** Notices from before the command: settings of a project, and how `--now` was interpreted. */
  readonly notices?: Notices;
  /** Reads a file as UTF-8 text. Throws `unreadable-file`. */
  readText(path: string): Promise<string>;
}

export interface Metric {
  readonly id: string;
  readonly name: string;
}

export interface InputZone {
  /** An IANA name; undefined where the system has none. */
  readonly name: string | undefined;
  /** It is the system's. */
  readonly assumed: boolean;
  /** It is that of `--tz` rather than of settings. */
  readonly isFlag?: boolean | undefined;
  /** The value of `TZ`, which may be why the name is unknown. */
  readonly variable?: string | undefined;
}

/** Assumptions and warnings in the order they arose, each once. */
export class Diagnostics {
  readonly assumptions: Assumption[];
  readonly warnings: Warning[];
  constructor(earlier?: Notices) {
    this.assumptions = [...(earlier?.assumptions ?? [])];
    this.warnings = [...(earlier?.warnings ?? [])];
  }
  assume(assumption: Assumption): void {
    if (!this.assumptions.some((other) => isSameNotice(other, assumption))) this.assumptions.push(assumption);
  }
  warn(warning: Warning): void {
    if (!this.warnings.some((other) => isSameNotice(other, warning))) this.warnings.push(warning);
  }
}

function isSameNotice(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function datasetRef({
  dataset: { id, version },
  datasetName,
  datasetDigest: digest,
}: Pick<Context, "dataset" | "datasetName" | "datasetDigest">): DatasetRef {
  const isFile = datasetName !== undefined && !bundledIds.includes(datasetName.toLowerCase());
  return { id, version, ...(isFile && { path: datasetName, ...(digest !== undefined && { digest }) }) };
}

/** What a result names: its dataset, and all of them where there are several. */
export function datasetRefs(context: Context): {
  readonly dataset: DatasetRef;
  readonly datasets?: readonly DatasetRef[];
} {
  const { several } = context;
  return { dataset: datasetRef(context), ...(several && { datasets: several.map(datasetRef) }) };
}

/**
 * Warns where the dataset was no longer in force at an instant, and where a file has the id of a bundled one. Returns the dataset in
 * force instead, where it is bundled.
 */
export async function checkInForce(
  context: Context,
  at: number,
  diagnostics: Diagnostics,
): Promise<Dataset | undefined> {
  const { several, ...one } = context;
  for (const named of several ?? []) await checkInForce({ ...one, ...named }, at, diagnostics);
  if (several) return undefined;
  const { id: dataset, path } = datasetRef(context);
  if (path !== undefined && bundledIds.includes(dataset)) diagnostics.warn({ code: "bundled-id", dataset, path });
  const { id, validUntil } = context.dataset;
  if (validUntil === undefined || !isPast(validUntil, at)) return undefined;
  const { id: byId, dataset: successor } = await successorOf(context.dataset, at);
  const by = successor ? summaryOf(successor, context.lang) : byId === undefined ? undefined : { id: byId, plans: [] };
  diagnostics.warn({ code: "superseded", dataset: id, validUntil, by, isNamed: context.datasetName !== undefined });
  return successor;
}

/** The dataset that is in force instead: its id, and its content where it is bundled. */
async function successorOf(
  { supersededBy: id }: Dataset,
  at: number,
): Promise<{ readonly id?: string; readonly dataset?: Dataset }> {
  if (id === undefined) return {};
  if (!bundledIds.includes(id)) return { id };
  const dataset = await loadBundled(id);
  const { validUntil, supersededBy } = dataset;
  return validUntil !== undefined && supersededBy !== undefined && isPast(validUntil, at)
    ? successorOf(dataset, at)
    : { id, dataset };
}

/** A dataset by its title and plans. */
function summaryOf({ id, title, plans }: Dataset, lang: Lang): Successor {
  return { id, title: textIn(title, lang), plans: Object.values(plans).map(({ name }) => textIn(name, lang)) };
}

function isPast(date: string, at: number): boolean {
  return new Date(at).toISOString().slice(0, 10) >= date;
}

/** A region is missing, of those allowed; or the dataset has none to name. */
export function missingRegion(command: string, dataset: string, allowed: readonly string[]): CliError {
  if (allowed.length === 0) return new CliError({ code: "no-regions", dataset });
  return new CliError({ code: "missing-option", options: ["--region"], command, allowed });
}

/** The metric as reports name it; nothing for the first response. */
export function metricOf({ metric }: Pick<Context, "metric">): { readonly metric?: string } {
  return metric ? { metric: metric.id } : {};
}

/** The input zone, noted as an assumption if the user did not name it. Throws `unknown-system-zone`; `flags` are those that name a zone. */
export function inputZone(context: Context, diagnostics: Diagnostics, flags: readonly string[] = ["--tz"]): Zone {
  const { name, assumed, variable } = context.inputZone;
  if (name === undefined) throw new CliError({ code: "unknown-system-zone", variable, flags, nearest: [] });
  if (assumed) diagnostics.assume({ code: "system-zone", zone: name });
  return findZone(name);
}

/**
 * The zone that times are shown in where no region has one, noted as an assumption if the user did not name it: UTC where the system's is
 * unknown.
 */
export function shownZone({ inputZone: { name, assumed, variable } }: Context, diagnostics: Diagnostics): Zone {
  if (name === undefined)
    diagnostics.assume({ code: "unknown-system-zone", ...(variable !== undefined && { variable }), zone: "UTC" });
  else if (assumed) diagnostics.assume({ code: "shown-zone", zone: name });
  return findZone(name ?? "UTC");
}

/** The zone of `--show-tz`; undefined where times are shown in their own zone only. Throws `unknown-zone`. */
export function readShowTz(showTz: string | undefined): Zone | undefined {
  return showTz === undefined || showTz === "region" ? undefined : findZone(showTz);
}

/** The options in which a date alone is the start of that day. */
const dateOptions: readonly string[] = ["--from", "--to"];

/**
 * The instant of an option's time. Throws `bad-time`; a local time in a gap or overlap leaves a warning, and a date that follows from
 * now an assumption.
 */
export function readTime(option: string, text: string, context: Context, diagnostics: Diagnostics): number {
  const parsed = parseTypedTime(text, context.now, () => inputZone(context, diagnostics));
  if (!parsed.ok) {
    const { problem, instead = [], day = parseDay(text.trim()) } = parsed;
    if (problem === "date-only" && day !== undefined && dateOptions.includes(option))
      return inputZone(context, diagnostics).firstAtOrAfter(day * dayMs);
    throw new CliError({ code: "bad-time", option, value: text, problem, instead });
  }
  const { instant, local, dateFromNow } = parsed;
  if (local === undefined) {
    if (dateFromNow) diagnostics.assume({ code: "date-from-now", option, value: text, readAs: formatUtc(instant) });
    return instant;
  }
  const zone = inputZone(context, diagnostics);
  const readAs = formatLocal(instant, zone.offsetAt(instant));
  if (dateFromNow) diagnostics.assume({ code: "date-from-now", option, value: text, readAs });
  if (local === "gap" || local === "overlap")
    diagnostics.warn({ code: `local-time-${local}`, option, value: text, zone: zone.id, readAs });
  return instant;
}

/** Throws `span-too-long` where the two options' times, either way round, are further apart than can be listed. */
export function checkOptionSpan(options: readonly [from: string, to: string], from: number, to: number): void {
  if (!isWithinHorizon(from, to)) throw new CliError({ code: "span-too-long", options, years: maxYears });
}

/** The error of a --from that is not before --to. */
export function reversedRange({ from = "", to = "" }: { readonly from?: string; readonly to?: string }): CliError {
  return new CliError({ code: "reversed-range", from, to });
}

/** The span of a calendar by `--from` and `--to`, rounded down to whole `unitMs`. Throws `bad-time`, `reversed-range` or `span-too-long`. */
export function readCalendarSpan(
  { from, to }: { readonly from: string; readonly to: string },
  context: Context,
  diagnostics: Diagnostics,
  unitMs = 1,
): readonly [start: number, end: number] {
  const read = (option: string, text: string) =>
    Math.floor(readTime(option, text, context, diagnostics) / unitMs) * unitMs;
  const start = read("--from", from);
  const end = read("--to", to);
  if (end <= start) throw reversedRange({ from, to });
  checkOptionSpan(["--from", "--to"], start, end);
  return [start, end];
}

/** A comma after a weekday belongs to the output of `date -R`. */
const betweenPauses = /(?<!(?:^|[/,])(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)),/i;

/** Pauses written `START/END`, or `START/` for one that lasts until now. Throws `bad-value` for another form or an end before its start. */
export function readPauses(texts: readonly string[], context: Context, diagnostics: Diagnostics): readonly Pause[] {
  const pauses = texts.length === 0 ? [] : texts.join(",").split(betweenPauses);
  return pauses.map((text) => {
    const [from, to, ...rest] = text.split("/").map((end) => end.trim());
    if (!from || to === undefined || rest.length > 0)
      throw new CliError({ code: "bad-value", option: "--pause", value: text, expected: "pause" });
    const pause = {
      from: readTime("--pause", from, context, diagnostics),
      to: to === "" ? context.now : readTime("--pause", to, context, diagnostics),
    };
    if (pause.to < pause.from)
      throw new CliError({ code: "bad-value", option: "--pause", value: text, expected: "pause" });
    return pause;
  });
}

/** Milliseconds of an option's duration, such as `30m`. Throws `bad-value`. */
export function readDuration(option: string, text: string): number {
  const amount = parseAmount(text);
  if (!amount || amount.clock !== undefined)
    throw new CliError({ code: "bad-value", option, value: text, expected: "duration" });
  return budgetMsOf({ ...amount });
}

/**
 * A percentage from 0 to 100, with or without its sign; undefined without the option. Throws `bad-value`, also for 0.95 without its sign,
 * which may mean 95.
 */
export function readPercent(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const percent = /^\d{1,3}(\.\d+)?%?$/.test(text) ? Number.parseFloat(text) : Number.NaN;
  if (!(percent <= 100)) throw new CliError({ code: "bad-value", option, value: text, expected: "percent" });
  if (percent > 0 && percent < 1 && !text.endsWith("%"))
    throw new CliError({ code: "bad-value", option, value: text, expected: "small-percent" });
  return percent;
}

/** The plans to choose from, where they are not the dataset's candidates. Throws `conflicting-options` and `unknown-value`. */
export function candidatesOf(
  { plan, all }: { readonly plan?: readonly string[]; readonly all?: boolean },
  dataset: Dataset,
): readonly string[] | undefined {
  if (all && plan !== undefined)
    throw new CliError({ code: "conflicting-options", options: ["--all", `--plan ${plan.join(",")}`] });
  return all ? plansByRank(dataset) : plan?.map((word) => readPlan("--plan", word, { dataset }));
}

export interface RegionCalendar {
  readonly id: string;
  readonly name: string;
  readonly region: Region;
  readonly calendar: Calendar;
  /** The holidays named for it, in place of the dataset's. */
  readonly holidays?: SourcedHolidays | undefined;
}

export interface CalendarChoice {
  readonly zones: RegionZones;
  /** As typed: `[region=]source`. */
  readonly holidays: readonly string[];
  /** Keeps a source from a region. */
  readonly reaches?: Reaches | undefined;
}

/** The calendars of regions, with the holidays of the options, which are loaded once for all regions. */
export async function openCalendars(choice: CalendarChoice, context: Context): Promise<(id: string) => RegionCalendar> {
  const holidays = await loadRegionHolidays(choice.holidays, context, choice.reaches);
  return (id) => regionCalendar(id, choice.zones.of(id), holidays.of(id), context);
}

/** The calendar of a region. Holidays that are named for it replace the dataset's. */
export function regionCalendar(
  id: string,
  zone: string | undefined,
  holidays: SourcedHolidays | undefined,
  { dataset, lang, joined }: Pick<Context, "dataset" | "lang" | "joined">,
): RegionCalendar {
  const region = dataset.regions[id] as Region;
  if (region.zone === customerZone && zone === undefined)
    throw new CliError({ code: "customer-zone", region: id, dataset: joined?.datasetOfRegion[id] });
  const used = holidays === undefined || holidays.keepsOwn ? region : { ...region, holidays: [] };
  return { id, name: textIn(region.name, lang), region, holidays, calendar: calendarOf(used, { zone, holidays }) };
}

/** Notes that a plan's clock starts later than tickets can show. */
export function assumeClockStart(plan: string, dataset: Dataset, diagnostics: Diagnostics): void {
  if (dataset.plans[plan]?.clockStart === "prioritised") diagnostics.assume({ code: "clock-prioritised" });
}

/** Notes the assumptions of a region's calendar; one that a country's holidays were not applied to has a warning instead. */
export function assumeCalendar(
  chosen: Pick<RegionCalendar, "id" | "name" | "region" | "holidays">,
  /** The zone in place of the region's own, and whether a country's holidays were not applied. */
  choice: { readonly zone?: string | undefined; readonly isLeftOut?: boolean },
  diagnostics: Diagnostics,
): void {
  const { id, name: regionName, region, holidays } = chosen;
  if (region.zoneAssumed && choice.zone === undefined)
    diagnostics.assume({ code: "region-zone", region: id, regionName, zone: region.zone });
  if (region.weekdaysAssumed) diagnostics.assume({ code: "weekdays", region: id, regionName });
  if (holidays && holidays.sources.length > 0) noteSources(holidays, diagnostics);
  else if (!choice.isLeftOut && (holidays || (region.holidays ?? []).length === 0))
    diagnostics.assume({ code: "no-holidays" });
}
