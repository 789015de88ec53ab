/**
 * `holidays list|show`: the places there are holidays of, with their parts; and the dates of a place or a file, each with its kind and source.
 */
import { dayOf, formatDay, parseDay } from "../core/date.js";
import { findZone, localDay, type Zone } from "../core/zone.js";
import { customerZone, type Region } from "../data/dataset.js";
import type { HolidayData } from "../data/holidays/country.js";
import { holidayName, isClosing } from "../data/holidays/holiday.js";
import { type LoadedHolidays, loadSource } from "../data/holidays/holidays.js";
import { findPlace, nearestPlaces, partsOf, placeCodes, placeName } from "../data/holidays/places.js";
import { readRegion } from "../data/named.js";
import { CliError } from "../errors.js";
import type { HolidayEntry, HolidaysReport, ListedPlace } from "../report.js";
import { nearestNames } from "../suggest.js";
import { type Context, Diagnostics, datasetRef, reversedRange, shownZone } from "./context.js";
import { noteParts, noteUnconfirmedYears } from "./region-holidays.js";
import { readRegionZones } from "./region-zones.js";

export const holidayActions = ["list", "show"] as const;

export interface HolidaysOptions {
  readonly year?: string;
  readonly from?: string;
  readonly to?: string;
  readonly region?: string;
  readonly zone?: readonly string[];
  /** Whether the output is a calendar file, which has dates and no places. */
  readonly onlyDates?: boolean;
}

/** Days; more could not be read, and each year of some places takes a moment to calculate. */
const maxSpanYears = 100;

export async function runHolidays(
  [action = "list", word]: readonly string[],
  options: HolidaysOptions,
  context: Context,
): Promise<HolidaysReport> {
  if (action === "list") return listPlaces(word, options, context);
  if (action === "show") return showHolidays(word, options, context);
  throw new CliError({
    code: "unknown-value",
    option: "holidays",
    value: action,
    allowed: holidayActions,
    nearest: nearestNames(action, holidayActions),
  });
}

async function listPlaces(
  word: string | undefined,
  options: HolidaysOptions,
  context: Context,
): Promise<HolidaysReport> {
  if (options.onlyDates)
    throw new CliError({
      code: "unknown-value",
      option: "--format",
      value: "ics",
      allowed: ["text", "json", "csv"],
      nearest: [],
    });
  const { lang } = context;
  const placeOf = (code: string): ListedPlace => ({
    code,
    name: placeName(code, lang),
    parts: partsOf(code).map(placeOf),
  });
  const above = word === undefined ? undefined : readPlace(word);
  const codes = above === undefined ? placeCodes.filter((code) => !code.includes("-")) : [above];
  const { assumptions, warnings } = new Diagnostics(context.notices);
  return {
    command: "holidays",
    action: "list",
    dataset: datasetRef(context),
    places: codes.map(placeOf),
    assumptions,
    warnings,
  };
}

function readPlace(word: string): string {
  const code = placeCodes.find((known) => known === word.toUpperCase()) ?? findPlace(word);
  if (code === undefined) throw new CliError({ code: "unknown-holidays", value: word, nearest: nearestPlaces(word) });
  return code;
}

async function showHolidays(
  word: string | undefined,
  options: HolidaysOptions,
  context: Context,
): Promise<HolidaysReport> {
  if (word === undefined) throw new CliError({ code: "missing-argument", argument: "place", command: "holidays show" });
  const diagnostics = new Diagnostics(context.notices);
  const loaded = await loadSource(word, { lang: context.lang, read: (path) => context.readText(path) });
  const { kind, id, data } = loaded.source;
  // The date of now and the times of a calendar file are those of a zone; other dates are the same everywhere.
  const zone = zoneOf(options, kind === "ics", context, diagnostics);
  const [from, to] = readSpan(options, () => usualSpan(loaded, zone, context));
  if (data) {
    noteParts(id, data, diagnostics);
    noteUnconfirmedYears(id, data, yearOf(from), yearOf(to), diagnostics);
  }
  return {
    command: "holidays",
    action: "show",
    dataset: datasetRef(context),
    kind,
    source: id,
    name: kind === "country" ? placeName(id, context.lang) : id,
    ...(kind === "ics" && { zone: zone.id }),
    ...(data && { data }),
    now: context.now,
    from,
    to,
    holidays: entriesOf(loaded, zone, from, to, context),
    assumptions: diagnostics.assumptions,
    warnings: diagnostics.warnings,
  };
}

function zoneOf(
  { zone, region }: HolidaysOptions,
  isNeeded: boolean,
  context: Context,
  diagnostics: Diagnostics,
): Zone {
  const id = region === undefined ? undefined : readRegion("--region", region, context);
  const named = readRegionZones(zone, context).of(id);
  if (named !== undefined) return findZone(named);
  if (id !== undefined) {
    const { zone: own } = context.dataset.regions[id] as Region;
    if (own === customerZone) throw new CliError({ code: "customer-zone", region: id });
    return findZone(own);
  }
  return findZone(shownZone(context, isNeeded ? diagnostics : new Diagnostics()).id);
}

type Span = readonly [from: number, to: number];

/** The first and the last date requested: a year, a span, or the usual one. A span without an end is a year long. */
function readSpan({ year, from, to }: HolidaysOptions, usual: () => Span): Span {
  if (year !== undefined && (from !== undefined || to !== undefined))
    throw new CliError({ code: "conflicting-options", options: ["--year", from === undefined ? "--to" : "--from"] });
  if (year !== undefined) {
    if (!/^\d{4}$/.test(year) || year === "0000" || year === "9999")
      throw new CliError({ code: "bad-value", option: "--year", value: year, expected: "year" });
    return wholeYear(Number(year));
  }
  const first = from === undefined ? undefined : readDate("--from", from);
  const last = to === undefined ? undefined : readDate("--to", to);
  if (first === undefined && last === undefined) return usual();
  const [start, end] = [first ?? (last as number) - 364, last ?? (first as number) + 364];
  if (end < start) throw reversedRange({ from: formatDay(start), to: formatDay(end) });
  if (yearOf(end) - yearOf(start) > maxSpanYears)
    throw new CliError({ code: "span-too-long", options: ["--from", "--to"], years: maxSpanYears });
  return [start, end];
}

/** All of a file of dates, which is as long as it is; of other sources, which have no end, the year of now. */
function usualSpan({ dates }: LoadedHolidays, zone: Zone, { now }: Context): Span {
  const days = [...(dates ?? [])].map(([day]) => day).sort((a, b) => a - b);
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? wholeYear(yearOf(localDay(zone, now))) : [first, last];
}

function wholeYear(year: number): Span {
  return [dayOf(year, 1, 1), dayOf(year + 1, 1, 1) - 1];
}

function readDate(option: string, text: string): number {
  const day = parseDay(text.trim());
  if (day === undefined) throw new CliError({ code: "bad-value", option, value: text, expected: "date" });
  return day;
}

function entriesOf(loaded: LoadedHolidays, zone: Zone, from: number, to: number, { lang }: Context): HolidayEntry[] {
  const { country, dates, lookup, source } = loaded;
  if (country) {
    const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, i) => yearOf(from) + i);
    return years
      .flatMap((year) => country.inYear(year))
      .filter(({ day }) => day >= from && day <= to)
      .map((holiday) => ({
        day: holiday.day,
        name: holidayName(holiday, lang),
        kind: holiday.kind,
        closed: isClosing(holiday.kind),
        source: country.sourceOf(holiday) ?? packageSource(country.data),
      }));
  }
  const own = { title: source.id };
  if (dates)
    return [...dates]
      .filter(([day]) => day >= from && day <= to)
      .sort(([a], [b]) => a - b)
      .map(([day, { name, hours }]) => ({
        day,
        name,
        kind: hours ? "half-day" : "public",
        closed: !hours,
        ...(hours && { hours }),
        source: own,
      }));
  const days = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const inZone = lookup.inZone?.(zone) ?? lookup;
  return days.flatMap((day) => {
    const name = inZone.get(day);
    return name === undefined ? [] : [{ day, name, kind: "public", closed: true, source: own }];
  });
}

function packageSource(data: HolidayData): HolidayEntry["source"] {
  return { title: `date-holidays ${data.package}` };
}

function yearOf(day: number): number {
  return Number(formatDay(day).slice(0, 4));
}
