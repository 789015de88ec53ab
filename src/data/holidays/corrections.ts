/**
 * Corrections of the package's holidays by official calendars: one file per country in corrections/, each entry with its source.
 * Also which years of a place are confirmed.
 */
import { dayOf, parseDay } from "../../core/date.js";
import type { LocalText } from "../dataset.js";
import { confirmedYears, type YearSpan } from "./confirmed.js";
import type { Holiday, HolidayKind } from "./holiday.js";
import { placeAbove } from "./tables.js";
import { taiwanHolidays } from "./taiwan.js";

/** The date of the last change to the table of corrections. */
export const correctionsVersion = "2026-11-26";

export interface OfficialSource {
  readonly title: string;
  readonly url: string;
  /** When the dates were compared with it. */
  readonly retrieved: string;
}

/** A country's file. Names are by key, sources by id. */
interface CorrectionFile {
  readonly sources: Readonly<Record<string, OfficialSource>>;
  readonly names: Readonly<Record<string, LocalText>>;
  /** Whole years of the country, in place of the package's. */
  readonly years?: Readonly<Record<string, CorrectedYear>>;
  /** Dates of a place that are added, renamed, or, without a name, removed. They reach its parts. */
  readonly changes?: Readonly<Record<string, readonly Change[]>>;
}

interface CorrectedYear {
  readonly source: string;
  /** `MM-DD`, the key of a name, and the kind where it is not public. */
  readonly holidays: readonly (readonly string[])[];
}

/** A date, the key of a name or null, the kind, and the id of the source. */
type Change = readonly [date: string, name: string | null, kind: HolidayKind, source: string];

export interface Corrections {
  readonly sources: Readonly<Record<string, OfficialSource>>;
  /** The holidays of a place in a year, given the package's. */
  correct(code: string, year: number, holidays: () => ReadonlyMap<number, Holiday>): ReadonlyMap<number, Holiday>;
}

type JsonModule = { readonly default: unknown };

const files: Readonly<Record<string, () => Promise<JsonModule>>> = {
  AU: () => import("./corrections/AU.json", { with: { type: "json" } }),
  BR: () => import("./corrections/BR.json", { with: { type: "json" } }),
  CA: () => import("./corrections/CA.json", { with: { type: "json" } }),
  CN: () => import("./corrections/CN.json", { with: { type: "json" } }),
  ES: () => import("./corrections/ES.json", { with: { type: "json" } }),
  GB: () => import("./corrections/GB.json", { with: { type: "json" } }),
  IE: () => import("./corrections/IE.json", { with: { type: "json" } }),
  IN: () => import("./corrections/IN.json", { with: { type: "json" } }),
  IS: () => import("./corrections/IS.json", { with: { type: "json" } }),
  KR: () => import("./corrections/KR.json", { with: { type: "json" } }),
  MX: () => import("./corrections/MX.json", { with: { type: "json" } }),
  SG: () => import("./corrections/SG.json", { with: { type: "json" } }),
  TW: () => import("./corrections/TW.json", { with: { type: "json" } }),
};

/** Countries with a file of corrections. */
export const correctedCountries: readonly string[] = Object.keys(files);

/** The corrections of a country; undefined where it has none. */
export async function loadCorrections(country: string): Promise<Corrections | undefined> {
  const load = files[country];
  if (!load) return undefined;
  const { sources, names, years = {}, changes = {} } = (await load()).default as CorrectionFile;
  const name = (key: string) => names[key] as LocalText;

  function wholeYear(year: number, { source, holidays }: CorrectedYear): Map<number, Holiday> {
    return new Map(
      holidays.map(([date, key, kind = "public"]) => {
        const day = parseDay(`${year}-${date}`) as number;
        return [day, { day, name: name(key as string), kind: kind as HolidayKind, source }];
      }),
    );
  }

  function byAct(year: number, holidays: ReadonlyMap<number, Holiday>): Map<number, Holiday> {
    return new Map(
      taiwanHolidays(year, holidays).map(([day, key, kind]): [number, Holiday] => [
        day,
        { day, name: name(key), kind: kind ?? "public", source: "act" },
      ]),
    );
  }

  return {
    sources,
    correct(code, year, holidays) {
      const corrected = years[year];
      const found = corrected
        ? wholeYear(year, corrected)
        : isByAct(country, year)
          ? byAct(year, holidays())
          : new Map(holidays());
      for (const place of placesFrom(code)) {
        for (const [date, key, kind, source] of changes[place] ?? []) {
          const day = parseDay(date) as number;
          if (day < dayOf(year, 1, 1) || day >= dayOf(year + 1, 1, 1)) continue;
          if (key === null) found.delete(day);
          else found.set(day, { day, name: name(key), kind, source });
        }
      }
      return new Map([...found].sort(([a], [b]) => a - b));
    },
  };
}

/** Whether Taiwan's Act of 2025 holds for a year: it does where no official calendar is known yet. */
function isByAct(country: string, year: number): boolean {
  return country === "TW" && year > 2025;
}

/** A place and those above it, the country first. */
function placesFrom(code: string): string[] {
  const above = placeAbove(code);
  return above === undefined ? [code] : [...placesFrom(above), code];
}

/** The years that were compared with official calendars, of a place; undefined where none was. */
export function confirmedYearsOf(code: string): YearSpan | undefined {
  return confirmedYears[code];
}
