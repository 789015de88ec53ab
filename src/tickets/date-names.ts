/**
 * Names of months and weekdays in the languages of exports. Systems cut names short in their own ways (Mär, März), so any beginning of a
 * long name counts that belongs to one month only.
 */
import { Info } from "luxon";

const locales = ["en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "da", "nb", "cs", "tr"] as const;
/** Short names that are no beginning of the long one. */
const irregular: Readonly<Record<string, number>> = { sept: 9, okt: 10, maa: 3, mrt: 3 };
const shortest = 3;

let months: ReadonlyMap<string, number> | undefined;
let weekdays: ReadonlyMap<string, ReadonlySet<number>> | undefined;

/** The number of the month that a name means, from 1; undefined for a name of none. */
export function monthOf(name: string): number | undefined {
  months ??= monthTable();
  return months.get(foldDateWord(name));
}

/** The weekdays that a word may mean, 0 for Monday: several where languages differ, as for `ma`. Undefined for any other word. */
export function weekdaysOf(name: string): ReadonlySet<number> | undefined {
  weekdays ??= weekdayTable();
  return weekdays.get(foldDateWord(name));
}

function weekdayTable(): ReadonlyMap<string, ReadonlySet<number>> {
  const table = new Map<string, Set<number>>();
  for (const locale of locales) {
    Info.weekdays("long", { locale }).forEach((name, i) => {
      for (const beginning of beginningsOf(foldDateWord(name), 2))
        table.set(beginning, (table.get(beginning) ?? new Set()).add(i));
    });
  }
  // A sign for each weekday: of Japanese, of Chinese, of Korean.
  for (const signs of ["月火水木金土日", "一二三四五六天", "월화수목금토일"])
    for (const [i, sign] of [...signs].entries()) table.set(foldDateWord(sign), new Set([i]));
  return table;
}

function monthTable(): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  const doubtful = new Set<string>();
  for (const locale of locales) {
    Info.months("long", { locale }).forEach((name, i) => {
      for (const beginning of beginningsOf(foldDateWord(name), shortest)) {
        const known = table.get(beginning);
        if (known !== undefined && known !== i + 1) doubtful.add(beginning);
        table.set(beginning, i + 1);
      }
    });
  }
  for (const name of doubtful) table.delete(name);
  for (const [name, month] of Object.entries(irregular)) table.set(name, month);
  return table;
}

function beginningsOf(name: string, from: number): readonly string[] {
  return Array.from({ length: Math.max(0, name.length - from + 1) }, (_, i) => name.slice(0, from + i));
}

/** A name without accents, dots and capitals. */
function foldDateWord(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[\p{M}.]/gu, "")
    .toLowerCase();
}
