/**
 * Times as exports write them, in any order of day, month and year, with month names or a twelve-hour clock.
 * Numbers are read here; names of months and weekdays by luxon. Decides nothing about an order that the text leaves open.
 */
import { DateTime, Info } from "luxon";
import { dayMs, dayOf, formatDay } from "../core/date.js";
import { padded } from "../core/format-time.js";
import { instantOfWall, type ParsedTime, parseTime } from "../core/parse-time.js";
import type { Zone } from "../core/zone.js";
import type { TimeProblem } from "../errors.js";
import { maxTimeCharacters } from "../limits.js";
import type { DateOrder } from "./names.js";

/** What a file's times are read with. `order` is undefined where nobody said and no date told. */
export interface DateReading {
  readonly zone: () => Zone;
  readonly order: DateOrder | undefined;
  /** Languages of month names, tried in turn after English. */
  readonly locales: readonly string[];
}

export type ReadDate = ParsedTime | { readonly ok: false; readonly problem: "ambiguous" };

const numeric =
  /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?:,? |T)((?:上午|下午|午前|午後|오전|오후)? ?\d{1,2}[:.]\d{2}.*)$/s;
const dateAlone = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$/;
const clockTime =
  /^(上午|下午|午前|午後|오전|오후)? ?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)? ?([AaPp])?\.?(?:[Mm]\.?)? ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/;

/** Reads a time as a ticket file writes it: ISO 8601 first, then every other form. */
export function readDate(text: string, reading: DateReading): ReadDate {
  if (text.length > maxTimeCharacters) return { ok: false, problem: "too-long" };
  // One blank between the parts from here on: patterns with an open number of them would take long on many.
  const trimmed = text.trim().replace(/\s+/g, " ");
  const iso = parseTime(trimmed, Number.NaN, reading.zone);
  if (iso.ok ? Number.isFinite(iso.instant) : iso.problem !== "unreadable") return iso;
  const parts = numeric.exec(trimmed);
  if (parts) return readNumeric(parts, reading);
  if (dateAlone.test(trimmed)) return { ok: false, problem: "date-only" };
  return readNamed(trimmed, reading);
}

function readNumeric([, a = "", , b = "", c = "", time = ""]: RegExpExecArray, reading: DateReading): ReadDate {
  const clock = readClockTime(time);
  if (!clock) return { ok: false, problem: "unreadable" };
  if (clock.ms === undefined) return { ok: false, problem: "impossible" };
  const order = a.length > 2 ? "ymd" : (reading.order ?? orderOf(a, b));
  if (order === undefined) return { ok: false, problem: "ambiguous" };
  const [year, month, date] = order === "ymd" ? [a, b, c] : order === "dmy" ? [c, b, a] : [c, a, b];
  return toInstant(fullYear(year), Number(month), Number(date), clock, reading);
}

/** The order a single date leaves no doubt about: a part above 12 is the day, and where day and month are the same it is no matter. */
function orderOf(first: string, second: string): DateOrder | undefined {
  if (Number(first) > 12 || first === second) return "dmy";
  return Number(second) > 12 ? "mdy" : undefined;
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length !== 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

interface DateParts {
  /** Milliseconds after midnight; undefined for a time that no clock shows. */
  readonly ms: number | undefined;
  readonly offset: string | undefined;
}

function readClockTime(text: string): DateParts | undefined {
  const match = clockTime.exec(text);
  if (!match) return undefined;
  const [, halfName, hourText, minuteText, secondText = "0", fraction = "", letter, offset] = match;
  const half =
    letter?.toLowerCase() ??
    (halfName === undefined ? undefined : ["上午", "午前", "오전"].includes(halfName) ? "a" : "p");
  let hour = Number(hourText);
  const minute = Number(minuteText);
  const second = Number(secondText);
  if (half !== undefined && (hour < (letter ? 1 : 0) || hour > 12)) return { ms: undefined, offset };
  if (half !== undefined) hour = (hour % 12) + (half === "p" ? 12 : 0);
  const ms = hour * 3_600_000 + minute * 60_000 + second * 1000 + Number(fraction.padEnd(3, "0").slice(0, 3));
  return { ms: minute > 59 || second > 59 || ms > dayMs ? undefined : ms, offset };
}

function toInstant(year: number, month: number, date: number, clock: DateParts, { zone }: DateReading): ParsedTime {
  const day = dayOf(year, month, date);
  const isReal = year >= 1 && year <= 9999 && formatDay(day) === `${padded(year, 4)}-${padded(month)}-${padded(date)}`;
  if (!isReal || clock.ms === undefined) return { ok: false, problem: "impossible" };
  return instantOfWall(day * dayMs + clock.ms, clock.offset, zone);
}

/** Dates with the month or weekday in words; the time is read apart, so that every form of it goes with every form of date. */
const namedForms = [
  "d/MMM/yy",
  "d/MMM/yyyy",
  "d-MMM-yy",
  "d-MMM-yyyy",
  "d MMM yy",
  "d MMM yyyy",
  "d MMMM yyyy",
  "d. MMM yyyy",
  "d. MMMM yyyy",
  "MMM d, yyyy",
  "MMMM d, yyyy",
  "MMM d yyyy",
  "ccc, d MMM yyyy",
  "cccc, d MMMM yyyy",
  "cccc, MMMM d, yyyy",
  "ccc, MMM d, yyyy",
  "d/M月/yy",
  "d/M月/yyyy",
  "yyyy年M月d日",
] as const;

const spelled = /^(.*?[\d日])(?:,| at| um| à)? ((?:上午|下午|午前|午後)? ?\d{1,2}[:.]\d{2}.*)$/su;

function readNamed(text: string, reading: DateReading): ReadDate {
  const parts = spelled.exec(text);
  const dateText = parts?.[1] ?? text;
  const date = namedDate(dateText, reading.locales);
  if (!date) return { ok: false, problem: "unreadable" satisfies TimeProblem };
  if (!parts) return { ok: false, problem: "date-only" };
  const clock = readClockTime(parts[2] as string);
  if (!clock) return { ok: false, problem: "unreadable" };
  return toInstant(date.year, date.month, date.day, clock, reading);
}

interface NamedDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A file has few dates and many times on each, so what luxon said of a date is kept; no more than a few years of them. */
const maxKept = 5000;
const kept = new Map<string, NamedDate | undefined>();

function namedDate(text: string, locales: readonly string[]): NamedDate | undefined {
  const key = `${locales.join()} ${text}`;
  if (kept.has(key)) return kept.get(key);
  if (kept.size >= maxKept) kept.clear();
  const found = tryForms(text, locales);
  kept.set(key, found);
  return found;
}

function tryForms(text: string, locales: readonly string[]): NamedDate | undefined {
  for (const spelling of [text, ...locales.map((locale) => inEnglish(text, locale))]) {
    for (const form of namedForms) {
      const moment = DateTime.fromFormat(spelling, form, { locale: "en-US", zone: "utc" });
      if (moment.isValid) return { year: moment.year, month: moment.month, day: moment.day };
    }
  }
  return undefined;
}

/** The text with its month in English: systems cut names short in their own ways (Mär, März), so any beginning of the long name counts. */
function inEnglish(text: string, locale: string): string {
  const english = Info.months("short", { locale: "en-US" });
  const names = Info.months("long", { locale }).map(foldDateWords);
  return text.replace(/\p{L}{3,}\.?/gu, (word) => {
    const folded = foldDateWords(word);
    const month = names.findIndex((name) => name.startsWith(folded));
    return english[month] ?? word;
  });
}

function foldDateWords(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[\p{M}.]/gu, "")
    .toLowerCase();
}

/** What the dates of a column say about their order. */
export class DateOrderDetector {
  /** The first date whose first part, and whose second part, can only be a day; and the first that leaves it open. */
  dayFirst: string | undefined;
  monthFirst: string | undefined;
  open: string | undefined;
  /** Some date is written in numbers and does not begin with the year. */
  isAsked = false;

  see(text: string): void {
    // No date: the row says so when it is read.
    if (text.length > maxTimeCharacters) return;
    const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}(?!\d)/.exec(text);
    if (!match) return;
    this.isAsked = true;
    const [, first = "", second = ""] = match;
    if (Number(first) > 12) this.dayFirst ??= text;
    else if (Number(second) > 12) this.monthFirst ??= text;
    else if (Number(first) !== Number(second)) this.open ??= text;
  }
}
