/**
 * The order of day, month and year in numeric dates: what one date leaves possible, and what a whole column does.
 */
import { maxTimeCharacters } from "../limits.js";
import { type DateOrder, dateOrders } from "./names.js";

/** The parts in the order day, month, year, as one order reads them; undefined where it cannot. */
function partsIn(order: DateOrder, a: string, b: string, c: string): readonly [number, number, number] | undefined {
  // Only a year has four digits.
  if (order === "ymd" && c.length > 2) return undefined;
  const [day, month, year] = order === "dmy" ? [a, b, c] : order === "mdy" ? [b, a, c] : [c, b, a];
  const isDate = Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
  return isDate ? [Number(day), Number(month), Number(year)] : undefined;
}

/** The order that a single date leaves no doubt about; any, where all that are possible read it the same. */
export function orderOf(a: string, b: string, c: string): DateOrder | undefined {
  const possible = dateOrders.filter((order) => partsIn(order, a, b, c));
  // A date that no order can read is refused as a date, not for its order.
  if (possible.length === 0) return "dmy";
  const readings = new Set(possible.map((order) => partsIn(order, a, b, c)?.join()));
  return readings.size === 1 ? possible[0] : undefined;
}

const shown = /^\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
/** In a column with two-digit years, the years are the part with few values beside one with many. */
const fewYears = 2;
const manyDays = 5;

/** What the dates of a column show about their order. */
export class DateOrderDetector {
  /** Some date is written in numbers and does not begin with a year of four digits. */
  hasDates = false;
  /** The first date that an order cannot read, by order. */
  readonly against: Partial<Record<DateOrder, string>> = {};
  /** The first date that several orders read differently. */
  open: string | undefined;
  private readonly firsts = new Set<string>();
  private readonly lasts = new Set<string>();

  see(text: string): void {
    // No date: the row gets an error when it is read.
    if (text.length > maxTimeCharacters) return;
    const match = shown.exec(text);
    if (!match) return;
    const [, a = "", , b = "", c = ""] = match;
    if (dateOrders.every((order) => !partsIn(order, a, b, c))) return;
    this.hasDates = true;
    for (const order of dateOrders) if (!partsIn(order, a, b, c)) this.against[order] ??= text;
    if (orderOf(a, b, c) === undefined) this.open ??= text;
    if (this.firsts.size < manyDays) this.firsts.add(a);
    if (this.lasts.size <= fewYears) this.lasts.add(c);
  }

  /** Whether the first part varies as days do and the last as years do. */
  get yearIsLast(): boolean {
    return this.lasts.size <= fewYears && this.firsts.size >= manyDays;
  }
}

/** The order that all columns agree on, with the date that shows it. */
export type AgreedOrder<Name extends string> =
  | { readonly kind: "found"; readonly order: DateOrder; readonly column: Name; readonly value: string }
  /** Every order reads the dates the same, or there are none. */
  | { readonly kind: "any" }
  | { readonly kind: "ambiguous"; readonly column: Name; readonly value: string }
  | { readonly kind: "mixed"; readonly column: Name; readonly values: readonly string[] };

export function agreedOrder<Name extends string>(
  detectors: readonly (readonly [Name, DateOrderDetector])[],
): AgreedOrder<Name> {
  const dated = detectors.filter(([, detector]) => detector.hasDates);
  const first = dated[0];
  if (!first) return { kind: "any" };
  const againstOf = (order: DateOrder) =>
    dated.flatMap(([column, { against }]) =>
      against[order] === undefined ? [] : [{ column, value: against[order] }],
    )[0];
  let possible = dateOrders.filter((order) => againstOf(order) === undefined);
  if (possible.length > 1 && dated.every(([, { yearIsLast }]) => yearIsLast))
    possible = possible.filter((order) => order !== "ymd");
  const [order, ...others] = possible;
  if (order === undefined) {
    const values = (["mdy", "dmy", "ymd"] as const).flatMap((one) => againstOf(one)?.value ?? []);
    return { kind: "mixed", column: first[0], values: [...new Set(values)].slice(0, 2) };
  }
  const open = dated.flatMap(([column, { open: value }]) => (value === undefined ? [] : [{ column, value }]))[0];
  if (others.length > 0) return open ? { kind: "ambiguous", ...open } : { kind: "any" };
  const shownBy = (["mdy", "dmy", "ymd"] as const).flatMap((one) => (one === order ? [] : (againstOf(one) ?? [])))[0];
  return shownBy ? { kind: "found", order, ...shownBy } : { kind: "any" };
}
