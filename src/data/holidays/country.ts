/**
 * Public holidays of a country or one of its parts: the package's, from the tables made of it or, for other years, from the package
 * itself, with the corrections by official calendars.
 */
import type { HolidayLookup } from "../../core/calendar.js";
import type { Lang } from "../dataset.js";
import type { YearSpan } from "./confirmed.js";
import { confirmedYearsOf, correctionsVersion, loadCorrections, type OfficialSource } from "./corrections.js";
import { type Holiday, holidayName, isClosing } from "./holiday.js";
import { packageHolidays, yearOf } from "./package.js";
import { hasTable } from "./places.js";
import { requireTable } from "./require-data.js";
import { holidaysInTable, placeAbove, type Table, tableYears } from "./tables.js";

/** What the holidays of a place are made of. */
export interface HolidayData {
  /** The version of the date-holidays package. */
  readonly package: string;
  /** The date of the table of corrections. */
  readonly corrections: string;
  /** The years compared with official calendars; null where none was. */
  readonly confirmed: YearSpan | null;
  /** Codes of the place's parts that have more holidays than it, or others. */
  readonly parts: readonly string[];
}

export interface CountryHolidays extends HolidayLookup {
  /** The code in its usual spelling, such as `US-CA`. */
  readonly id: string;
  readonly data: HolidayData;
  /** Every entry of a year in order of dates, those that close nothing included. */
  inYear(year: number): readonly Holiday[];
  /** The official source of a correction. */
  sourceOf(holiday: Holiday): OfficialSource | undefined;
}

/** The holidays of a code such as `JP` or `us-ca`; undefined where the package lacks the place or its holidays. */
export async function countryHolidays(code: string, lang: Lang): Promise<CountryHolidays | undefined> {
  const id = code.toUpperCase();
  const [country = ""] = id.split("-");
  if (!hasTable(country)) return undefined;
  const table = requireTable(country);
  if (!Object.hasOwn(table.places, id)) return undefined;
  const corrections = await loadCorrections(country);
  const outsideTables = inOtherYears(id, lang);

  const years = new Map<number, ReadonlyMap<number, Holiday>>();
  function ofYear(year: number): ReadonlyMap<number, Holiday> {
    const known = years.get(year);
    if (known) return known;
    const computed = () => (isInTables(year) ? holidaysInTable(table, id, year) : outsideTables(year));
    const found = corrections ? corrections.correct(id, year, computed) : computed();
    years.set(year, found);
    return found;
  }

  return {
    id,
    data: {
      package: table.package,
      corrections: correctionsVersion,
      confirmed: confirmedYearsOf(id) ?? null,
      parts: partsWithOthers(table, id),
    },
    inYear: (year) => [...ofYear(year).values()].sort((a, b) => a.day - b.day),
    sourceOf: ({ source }) => (source === undefined ? undefined : corrections?.sources[source]),
    get(day) {
      const holiday = ofYear(yearOf(day)).get(day);
      return holiday && isClosing(holiday.kind) ? holidayName(holiday, lang) : undefined;
    },
  };
}

function isInTables(year: number): boolean {
  return year >= tableYears.from && year <= tableYears.to;
}

/** The package's own computation, which is loaded for the first year that needs it. */
function inOtherYears(id: string, lang: Lang): (year: number) => ReadonlyMap<number, Holiday> {
  let computed: ReturnType<typeof packageHolidays>;
  return (year) => {
    computed ??= packageHolidays(id, ["en", lang]);
    return new Map((computed?.inYear(year) ?? []).map((holiday) => [holiday.day, holiday]));
  };
}

/** The parts directly below a place that differ from it in some year. */
function partsWithOthers({ places }: Table, id: string): string[] {
  return Object.entries(places)
    .filter(([code, { years }]) => placeAbove(code) === id && years.some((year) => year !== ""))
    .map(([code]) => code)
    .sort();
}
