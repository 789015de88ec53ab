/**
 * Public holidays of countries and their subdivisions, from the date-holidays package, worked out year by year as asked.
 * The package works in the process's time zone, so only the dates it writes out are used, never its instants.
 */
import type { HolidayLookup } from "../../core/calendar.js";
import { dayOf, formatDay, parseDay } from "../../core/date.js";
import { nearestNames } from "../../suggest.js";
import type { Lang } from "../dataset.js";
import { chineseName } from "./names.js";
import { firstYear, type ListedHoliday, taiwanHolidays } from "./taiwan.js";

/** Where the package's Chinese is Taiwan's, but for the names that are mended here; it writes Japanese as `jp`. */
const chineseAsInTaiwan = ["TW", "HK", "MO"];

/** Codes that people type and the standard spells otherwise. */
const usualNames: Readonly<Record<string, string>> = { UK: "GB", EL: "GR" };

export interface CountryHolidays extends HolidayLookup {
  /** The code in its usual spelling, such as `US-CA`. */
  readonly id: string;
}

/** The codes of countries with holidays, each with its name, in the package's English where it has no other. */
export async function countryCodes(lang: Lang): Promise<readonly (readonly [code: string, name: string])[]> {
  const { default: Holidays } = await import("date-holidays");
  return Object.entries(new Holidays().getCountries(languagesOf(lang, "TW")[0] ?? "en"));
}

/** The holidays of a code such as `JP` or `us-ca`; undefined where the package does not know the place or its holidays. */
export async function countryHolidays(code: string, lang: Lang): Promise<CountryHolidays | undefined> {
  const { default: Holidays } = await import("date-holidays");
  const parts = code.toUpperCase().split("-");
  const [country = "", state, region] = parts;
  const places = new Holidays();
  if (state !== undefined && !(state in (places.getStates(country) ?? {}))) return undefined;
  if (region !== undefined && !(region in (places.getRegions(country, state as string) ?? {}))) return undefined;
  const languages = languagesOf(lang, country);
  const holidays = new Holidays({ country, ...(state && { state }), ...(region && { region }) }, { languages });
  // A country that is not known has no rules, nor has a place whose holidays nobody has written down, which is not the same as none.
  if (holidays.getRules().length === 0) return undefined;

  const years = new Map<number, ReadonlyMap<number, string>>();
  function inYear(year: number): ReadonlyMap<number, string> {
    const known = years.get(year);
    if (known) return known;
    const days = new Map<number, string>();
    const listed: ListedHoliday[] = [];
    for (const { date, start, end, name, type, substitute, rule } of holidays.getHolidays(year)) {
      if (type !== "public") continue;
      const hours = (end.getTime() - start.getTime()) / 3_600_000;
      for (const day of wholeDays(date, hours)) {
        listed.push({ day, rule });
        if (!days.has(day)) days.set(day, lang === "zh-TW" ? chineseName(name, country, substitute === true) : name);
      }
    }
    const all = country === "TW" && year >= firstYear ? taiwanHolidays(year, listed, lang) : days;
    years.set(year, all);
    return all;
  }

  return {
    id: parts.join("-"),
    get(day) {
      const year = Number(formatDay(day).slice(0, 4));
      // A holiday of several days may have begun in the year before.
      return inYear(year).get(day) ?? (day < dayOf(year, 1, 15) ? inYear(year - 1).get(day) : undefined);
    },
  };
}

/**
 * The dates a holiday takes up as a whole. One that begins at noon leaves its date a working day, as a half holiday does;
 * an hour more or less is a clock change of the process's zone.
 */
function wholeDays(date: string, hours: number): number[] {
  const first = parseDay(date.slice(0, 10));
  if (first === undefined) return [];
  const startHour = Number(date.slice(11, 13));
  const lost = startHour > 2 ? 24 - startHour : 0;
  const count = Math.round((hours - lost) / 24);
  return Array.from({ length: count }, (_, i) => first + (lost > 0 ? 1 : 0) + i);
}

function languagesOf(lang: Lang, country: string): string[] {
  if (lang === "ja") return ["jp", "en"];
  if (lang === "zh-TW" && chineseAsInTaiwan.includes(country)) return ["zh", "en"];
  return ["en"];
}

/** Codes near a mistyped one: of the same country's subdivisions, of countries, or of a country called by its name. */
export async function nearestCountries(word: string): Promise<string[]> {
  const { default: Holidays } = await import("date-holidays");
  const places = new Holidays();
  const countries = places.getCountries("en");
  const typed = word.trim().toUpperCase();
  const usual = usualNames[typed.slice(0, 2)];
  if (usual && typed.length === 2) return [usual];
  const country = typed.split("-")[0] as string;
  if (country in countries && country !== typed) {
    const states = Object.keys(places.getStates(country) ?? {}).map((state) => `${country}-${state}`);
    return [...nearestNames(typed, states), country].slice(0, 3);
  }
  const called = nearestNames(word, Object.values(countries), 3);
  const byName = called.flatMap((name) => Object.keys(countries).filter((code) => countries[code] === name));
  return [...new Set([...byName, ...(typed.length <= 3 ? nearestNames(typed, Object.keys(countries)) : [])])].slice(
    0,
    3,
  );
}
