/**
 * Holidays that the user names: countries, files of dates, calendar files, merged into one look-up by day number.
 * Decides what a spec is; how each kind is read is in the file of its name. Assumes no holidays of its own.
 */
import type { HolidayLookup, HoursRange } from "../../core/calendar.js";
import { formatDay } from "../../core/date.js";
import type { Zone } from "../../core/zone.js";
import { CliError } from "../../errors.js";
import type { Lang } from "../dataset.js";
import type { CountryHolidays, HolidayData } from "./country.js";
import { type DateEntry, parseDates } from "./dates.js";

/**
 * Where holidays came from. `spec` is as typed; `id` is the country code in its usual spelling, or the path. `data` is of a country: the
 * versions, the years that are confirmed, and the parts that differ.
 */
export interface HolidaySource {
  readonly kind: "country" | "dates" | "ics";
  readonly spec: string;
  readonly id: string;
  readonly data?: HolidayData;
}

/** Holidays by day number; where two sources have a day, the first with a name gives it. */
export interface NamedHolidays extends HolidayLookup {
  readonly sources: readonly HolidaySource[];
  /** Hours that files state for a date, in place of the region's and of any closure. */
  readonly exceptions: Readonly<Record<string, readonly HoursRange[]>>;
  /** The holidays as a zone's wall clock dates them, for the times in calendar files; `get` dates those on their own clocks. */
  inZone(zone: Zone): HolidayLookup;
}

export interface HolidayReading {
  /** The language of holiday names, where the source has names in it. */
  readonly lang: Lang;
  /** Reads a file as UTF-8 text; throws `unreadable-file`. */
  readonly read: (path: string) => Promise<string>;
}

/** One source, read. A country has entries beyond its look-up; a file of dates has hours. */
export interface LoadedHolidays {
  readonly source: HolidaySource;
  readonly lookup: HolidayLookup & { inZone?(zone: Zone): HolidayLookup };
  readonly country?: CountryHolidays;
  readonly dates?: ReadonlyMap<number, DateEntry>;
}

/** A country, or one of its subdivisions: `JP`, `US-CA`, `US-LA-NO`. */
const countryCode = /^[a-z]{2}(?:-[a-z0-9]+){0,2}$/i;

/**
 * The holidays of all specs: a country or subdivision by code or name, else a path to a file: a calendar, or one date a line.
 * Throws `unknown-holidays`, `unreadable-file`, `bad-holiday-line`, `bad-ics`.
 */
export async function loadHolidays(specs: readonly string[], reading: HolidayReading): Promise<NamedHolidays> {
  const loaded: LoadedHolidays[] = [];
  for (const spec of specs) loaded.push(await loadSource(spec, reading));
  return unite(loaded);
}

/** Sources as one. */
export function unite(loaded: readonly LoadedHolidays[]): NamedHolidays {
  const lookups = loaded.map(({ lookup }) => lookup);
  const hours = loaded.flatMap(({ dates }) => [...(dates ?? [])].flatMap(([day, entry]) => hoursOf(day, entry)));
  return {
    sources: loaded.map(({ source }) => source),
    exceptions: Object.fromEntries(hours),
    ...firstNamed(lookups),
    inZone: (zone) => firstNamed(lookups.map((lookup) => lookup.inZone?.(zone) ?? lookup)),
  };
}

function hoursOf(day: number, { hours }: DateEntry): [date: string, hours: readonly HoursRange[]][] {
  return hours === undefined ? [] : [[formatDay(day), hours]];
}

function firstNamed(lookups: readonly HolidayLookup[]): HolidayLookup {
  return {
    get(day) {
      const found = lookups.map((lookup) => lookup.get(day)).filter((name) => name !== undefined);
      return found.find((name) => name !== "") ?? found[0];
    },
  };
}

/** Reads one spec. Throws `unknown-holidays`, `unreadable-file`, `bad-holiday-line`, `bad-ics`. */
export async function loadSource(spec: string, { lang, read }: HolidayReading): Promise<LoadedHolidays> {
  const country = /[./\\]/.test(spec) ? undefined : await findCountry(spec, lang);
  if (country)
    return {
      source: { kind: "country", spec, id: country.id, data: country.data },
      lookup: country,
      country,
    };
  const text = await readFile(spec, read);
  if (/\.ics$/i.test(spec) || /^\s*BEGIN:VCALENDAR\s/i.test(text)) {
    const { parseIcs } = await import("./ics.js");
    return { source: { kind: "ics", spec, id: spec }, lookup: parseIcs(text, spec) };
  }
  const dates = parseDates(text, spec);
  const closed = new Map(
    [...dates].filter(([, { hours }]) => hours === undefined).map(([day, { name }]) => [day, name]),
  );
  return { source: { kind: "dates", spec, id: spec }, lookup: closed, dates };
}

/** The holidays of the place that a word means, by its code or a name; undefined where it means none. */
async function findCountry(word: string, lang: Lang): Promise<CountryHolidays | undefined> {
  const { countryHolidays } = await import("./country.js");
  const known = countryCode.test(word) ? await countryHolidays(word, lang) : undefined;
  if (known) return known;
  const { findPlace } = await import("./places.js");
  const code = findPlace(word);
  return code === undefined ? undefined : countryHolidays(code, lang);
}

/** Reads a file. A word without a dot or slash that names no file was more likely meant as a country. */
async function readFile(spec: string, read: HolidayReading["read"]): Promise<string> {
  try {
    return await read(spec);
  } catch (error) {
    const isMissing =
      error instanceof CliError && error.error.code === "unreadable-file" && error.error.reason === "missing";
    if (!isMissing || /[./\\]/.test(spec)) throw error;
    const { nearestPlaces } = await import("./places.js");
    throw new CliError({ code: "unknown-holidays", value: spec, nearest: nearestPlaces(spec) });
  }
}
