/**
 * Public holidays as the date-holidays package computes them, year by year. Used for years without a table (tables.ts),
 * and by the build script that writes the tables.
 * The package works in the process's time zone, so only the dates it writes out are used, never its instants.
 */
import { dayOf, formatDay, parseDay } from "../../core/date.js";
import type { Lang, LocalText } from "../dataset.js";
import type { Holiday } from "./holiday.js";
import holidayNames from "./holiday-names.json" with { type: "json" };
import { type Package, requirePackage } from "./require-data.js";

type PackageHolidays = InstanceType<Package>;
type PackageHoliday = ReturnType<PackageHolidays["getHolidays"]>[number];

/** Names that the package lacks or misspells, by country and the package's English name. */
const ownNames: Readonly<Record<string, Readonly<Record<string, Partial<LocalText>>>>> = holidayNames;

/** The package's Chinese is in Taiwan's words for these places only. */
const chineseAsInTaiwan: readonly string[] = ["TW", "HK", "MO"];

export interface PackagePlace {
  readonly code: string;
  readonly name: string;
}

export interface PackageYears {
  /** The holidays of a year, by date; those of several days may begin in the year before. */
  inYear(year: number): readonly Holiday[];
}

/** The package's name of a language other than English, if it has names of a country's holidays in it. */
function packageLanguage(lang: Lang, country: string): string | undefined {
  if (lang === "ja") return "jp";
  return lang === "zh-TW" && chineseAsInTaiwan.includes(country) ? "zh" : undefined;
}

/** The holidays of a code such as `JP` or `US-LA-NO`, named in the given languages; undefined where the package has none for it. */
export function packageHolidays(code: string, langs: readonly Lang[]): PackageYears | undefined {
  const Holidays = requirePackage();
  const [country = "", state, region] = code.split("-");
  const place = { country, ...(state && { state }), ...(region && { region }) };
  const inLanguage = (language: string) => new Holidays(place, { languages: [language, "en"] });
  const english = inLanguage("en");
  // An unknown country has no rules, and neither has a place whose holidays are not recorded, which is not the same as none.
  if (english.getRules().length === 0) return undefined;
  const others = langs.flatMap((lang) => {
    const language = packageLanguage(lang, country);
    return language === undefined ? [] : [{ lang, holidays: inLanguage(language) }];
  });
  const names = new Map<string, LocalText>();
  const years = new Map<number, readonly Holiday[]>();

  /** Notes the names of a year's holidays in the other languages. The package computes the year again for each of them. */
  function translate(year: number, own: readonly PackageHoliday[]): void {
    const translated = others.map(({ lang, holidays }) => ({ lang, list: holidays.getHolidays(year) }));
    own.forEach((holiday, index) => {
      const en = plainName(holiday);
      const texts = translated.map(({ lang, list }) => [lang, plainName(list[index] ?? holiday)] as const);
      const found = Object.fromEntries(texts.filter(([, text]) => text !== en));
      names.set(nameKey(holiday), { en, ...found, ...ownNames[country]?.[en] });
    });
  }

  function computeYear(year: number): readonly Holiday[] {
    const own = english.getHolidays(year);
    if (own.some((holiday) => isOff(holiday) && !names.has(nameKey(holiday)))) translate(year, own);
    return own.filter(isOff).flatMap((holiday) => holidaysOf(holiday, names.get(nameKey(holiday)) as LocalText));
  }

  function ofYear(year: number): readonly Holiday[] {
    const found = years.get(year) ?? computeYear(year);
    years.set(year, found);
    return found;
  }

  return {
    inYear(year) {
      const [from, to] = [dayOf(year, 1, 1), dayOf(year + 1, 1, 1)];
      // The first to name a date keeps it; a holiday of several days may have begun in the year before.
      const found = new Map<number, Holiday>();
      for (const holiday of [...ofYear(year), ...ofYear(year - 1), ...ofYear(year + 1)]) {
        const other = found.get(holiday.day);
        if (holiday.day < from || holiday.day >= to || (other && other.kind !== "half-day")) continue;
        if (!other || holiday.kind !== "half-day") found.set(holiday.day, holiday);
      }
      return [...found.values()].sort((a, b) => a.day - b.day);
    },
  };
}

/** Whether offices close on it by law. Some places have a moved day off as a bank holiday. */
function isOff({ type, substitute }: PackageHoliday): boolean {
  return type === "public" || (type === "bank" && substitute === true);
}

/** What a holiday's names depend on: a rule of the package, and the name in English. */
function nameKey(holiday: PackageHoliday): string {
  return `${holiday.rule} ${plainName(holiday)}`;
}

/** A name without the package's remark that the day is a substitute. */
function plainName({ name, substitute }: PackageHoliday): string {
  return substitute ? name.replace(/ \([^()]*\)$/, "") : name;
}

/** The days that one holiday of the package closes, and those that it shortens. */
function holidaysOf(holiday: PackageHoliday, name: LocalText): Holiday[] {
  const { date, start, end, substitute } = holiday;
  const first = parseDay(date.slice(0, 10));
  if (first === undefined) return [];
  const hours = (end.getTime() - start.getTime()) / 3_600_000;
  // An hour more or less is a clock change of the process's zone.
  const startHour = Number(date.slice(11, 13));
  const lost = startHour > 2 ? 24 - startHour : 0;
  const kind = substitute ? "substitute" : "public";
  const count = Math.round((hours - lost) / 24);
  const whole = Array.from({ length: count }, (_, i): Holiday => ({ day: first + (lost > 0 ? 1 : 0) + i, name, kind }));
  // A holiday that begins at noon leaves its first date a working day; one that begins in the evening is written by its date.
  return startHour > 2 && startHour < 18 ? [{ day: first, name, kind: "half-day" }, ...whole] : whole;
}

/** The codes of countries, or of the parts of a country or part, with their names in the package's English or own language. */
export function packagePlaces(code?: string): readonly PackagePlace[] {
  const Holidays = requirePackage();
  const places = new Holidays();
  const [country = "", state = ""] = code?.split("-") ?? [];
  const levels = [
    () => places.getCountries("en"),
    () => places.getStates(country),
    () => places.getRegions(country, state),
    () => ({}),
  ] as const;
  const named = levels[code?.split("-").length ?? 0]?.();
  return Object.entries(named ?? {}).map(([part, name]) => ({
    code: code === undefined ? part : `${code}-${part}`,
    name: String(name),
  }));
}

/** The year of a day number. */
export function yearOf(day: number): number {
  return Number(formatDay(day).slice(0, 4));
}
