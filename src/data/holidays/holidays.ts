/**
 * Holidays that the user names: countries, files of dates, calendar files, merged into one look-up by day number.
 * Decides what a spec is; how each kind is read is in the file of its name. Assumes no holidays of its own.
 */
import type { HolidayLookup } from "../../core/calendar.js";
import { parseDay } from "../../core/date.js";
import type { Zone } from "../../core/zone.js";
import { CliError } from "../../errors.js";
import type { Lang } from "../dataset.js";

/** Where holidays came from. `spec` is as typed; `id` is the country code in its usual spelling, or the path. */
export interface HolidaySource {
  readonly kind: "country" | "dates" | "ics";
  readonly spec: string;
  readonly id: string;
}

/** Holidays by day number; where two sources know a day, the first that has a name gives it. */
export interface NamedHolidays extends HolidayLookup {
  readonly sources: readonly HolidaySource[];
  /** The holidays as a zone's wall clock dates them, for the times in calendar files; `get` dates those on their own clocks. */
  inZone(zone: Zone): HolidayLookup;
}

export interface HolidayReading {
  /** The language of holiday names, where the source has names in it. */
  readonly lang: Lang;
  /** Reads a file as UTF-8 text; throws `unreadable-file`. */
  readonly read: (path: string) => Promise<string>;
}

/** A country, or one of its subdivisions: `JP`, `US-CA`, `US-LA-NO`. */
const countryCode = /^[a-z]{2}(?:-[a-z0-9]+){0,2}$/i;

/**
 * The holidays of all specs: a country or subdivision code, else a path to a file: a calendar, or one date a line.
 * Throws `unknown-holidays`, `unreadable-file`, `bad-holiday-line`, `bad-ics`.
 */
export async function loadHolidays(specs: readonly string[], reading: HolidayReading): Promise<NamedHolidays> {
  const lookups: LoadedHolidays[] = [];
  const sources: HolidaySource[] = [];
  for (const spec of specs) {
    const { source, lookup } = await loadOne(spec, reading);
    sources.push(source);
    lookups.push(lookup);
  }
  return {
    sources,
    ...united(lookups),
    inZone: (zone) => united(lookups.map((lookup) => lookup.inZone?.(zone) ?? lookup)),
  };
}

/** Only calendar files have times, which a zone's wall clock dates. */
interface LoadedHolidays extends HolidayLookup {
  inZone?(zone: Zone): HolidayLookup;
}

function united(lookups: readonly HolidayLookup[]): HolidayLookup {
  return {
    get(day) {
      const found = lookups.map((lookup) => lookup.get(day)).filter((name) => name !== undefined);
      return found.find((name) => name !== "") ?? found[0];
    },
  };
}

async function loadOne(
  spec: string,
  { lang, read }: HolidayReading,
): Promise<{ source: HolidaySource; lookup: LoadedHolidays }> {
  if (countryCode.test(spec)) {
    const { countryHolidays } = await import("./country.js");
    const known = await countryHolidays(spec, lang);
    if (known) return { source: { kind: "country", spec, id: known.id }, lookup: known };
  }
  const text = await readDates(spec, read);
  if (/\.ics$/i.test(spec) || /^\s*BEGIN:VCALENDAR\s/i.test(text)) {
    const { parseIcs } = await import("./ics.js");
    return { source: { kind: "ics", spec, id: spec }, lookup: parseIcs(text, spec) };
  }
  return { source: { kind: "dates", spec, id: spec }, lookup: parseDates(text, spec) };
}

/** Reads a file of dates. A word without a dot or slash that names no file was more likely meant as a country. */
async function readDates(spec: string, read: HolidayReading["read"]): Promise<string> {
  try {
    return await read(spec);
  } catch (error) {
    const isMissing =
      error instanceof CliError && error.error.code === "unreadable-file" && error.error.reason === "missing";
    if (!isMissing || /[./\\]/.test(spec)) throw error;
    const { nearestCountries } = await import("./country.js");
    throw new CliError({ code: "unknown-holidays", value: spec, nearest: await nearestCountries(spec) });
  }
}

/** A second date where the name would be: a range or a list, of which only the first date would count. */
const secondDate = /^[^\p{L}\d]*\d{4}-\d{2}-\d{2}(?!\d)/u;

/**
 * Dates, one a line: `2026-12-29`, then a name if there is one, after a blank, a comma or a semicolon. Empty lines and
 * `#` comments are skipped. Throws `bad-holiday-line` for anything else, such as two dates in a line.
 */
export function parseDates(text: string, path: string): HolidayLookup {
  const days = new Map<number, string>();
  text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .forEach((written, index) => {
      const line = withoutComment(written).trim();
      if (line === "") return;
      const match = /^(\d{4}-\d{2}-\d{2})(?:[\s,;]+(.*))?$/s.exec(line);
      const day = match ? parseDay(match[1] as string) : undefined;
      if (!match || day === undefined || secondDate.test(match[2] ?? ""))
        throw new CliError({ code: "bad-holiday-line", path, line: index + 1, value: line });
      const name = (match[2] ?? "").replace(/^"(.*)"$/, "$1").trim();
      if (!days.get(day)) days.set(day, name);
    });
  return days;
}

/** A line up to a `#` that begins it or stands behind a blank. */
function withoutComment(line: string): string {
  const at = line.search(/(?:^|\s)#/);
  return at < 0 ? line : line.slice(0, at);
}
