/**
 * The holidays of every place of the package, computed in advance for these years: one file per country, written by
 * .build/holiday-tables.mjs.
 */
import { dayOf, formatDay } from "../../core/date.js";
import type { LocalText } from "../dataset.js";
import type { Holiday, HolidayKind } from "./holiday.js";

export const tableYears = { from: 2019, to: 2032 } as const;

/** A country's file. Places are by code; a part has only its differences from the place above it. */
export interface Table {
  /** The version of the package that computed it. */
  readonly package: string;
  readonly names: readonly LocalText[];
  readonly places: Readonly<Record<string, TablePlace>>;
}

export interface TablePlace {
  readonly name: string;
  /**
   * One text per year: dates as `MMDD`, a letter for the kind and the number of the name in base 36, with blanks between;
   * `MMDD-` is a date of the place above that is none here.
   */
  readonly years: readonly string[];
}

const letters = { p: "public", s: "substitute", h: "half-day" } as const satisfies Record<string, HolidayKind>;

/** The place above: `US-LA` for `US-LA-NO`; undefined for a country. */
export function placeAbove(code: string): string | undefined {
  const at = code.lastIndexOf("-");
  return at < 0 ? undefined : code.slice(0, at);
}

/** The holidays of a place in a year, by day number. The table must have the place and the year. */
export function holidaysInTable(table: Table, code: string, year: number): Map<number, Holiday> {
  const above = placeAbove(code);
  const found = above === undefined ? new Map<number, Holiday>() : holidaysInTable(table, above, year);
  for (const token of (table.places[code]?.years[year - tableYears.from] ?? "").split(" ")) {
    if (token === "") continue;
    const day = dayOf(year, Number(token.slice(0, 2)), Number(token.slice(2, 4)));
    const letter = token[4] as keyof typeof letters | "-";
    if (letter === "-") found.delete(day);
    else
      found.set(day, {
        day,
        name: table.names[Number.parseInt(token.slice(5), 36)] as LocalText,
        kind: letters[letter],
      });
  }
  return found;
}

/** The table of a country from its places, those above first. */
export function encodeTable(
  version: string,
  places: readonly { code: string; name: string; above?: string; years: readonly (readonly Holiday[])[] }[],
): Table {
  const names: LocalText[] = [];
  const numbers = new Map<string, number>();
  const tokens = new Map<string, readonly ReadonlyMap<string, string>[]>();
  const encoded: Record<string, TablePlace> = {};
  for (const { code, name, above, years } of places) {
    const own = years.map((holidays) => new Map(holidays.map((holiday) => [monthDay(holiday.day), token(holiday)])));
    tokens.set(code, own);
    encoded[code] = {
      name,
      years: own.map((year, i) => differences(year, (above && tokens.get(above)?.[i]) || new Map()).join(" ")),
    };
  }
  return { package: version, names, places: encoded };

  function token({ day, name, kind }: Holiday): string {
    const key = JSON.stringify(name);
    const number = numbers.get(key) ?? names.push(name) - 1;
    numbers.set(key, number);
    return `${monthDay(day)}${kind[0]}${number.toString(36)}`;
  }
}

function differences(own: ReadonlyMap<string, string>, above: ReadonlyMap<string, string>): string[] {
  const lost = [...above.keys()].filter((date) => !own.has(date)).map((date) => `${date}-`);
  return [...lost, ...[...own].filter(([date, token]) => above.get(date) !== token).map(([, token]) => token)];
}

function monthDay(day: number): string {
  const date = formatDay(day);
  return `${date.slice(5, 7)}${date.slice(8, 10)}`;
}
