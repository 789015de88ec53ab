/**
 * Times as exports write them: ISO 8601, numbers in any order of day, month and year, names of months, East Asian forms, numbers of
 * seconds or days. Decides nothing about an order that the text leaves open.
 */
import { dayMs, realDay, weekdayIndex } from "../core/date.js";
import { padded } from "../core/format-time.js";
import { instantOfWall, type ParsedTime, parseTime } from "../core/parse-time.js";
import type { Zone } from "../core/zone.js";
import { maxTimeCharacters } from "../limits.js";
import { epochDay, epochDayFrom1904 } from "../xlsx/days.js";
import { readClock } from "./clock-text.js";
import { monthOf, weekdaysOf } from "./date-names.js";
import { orderOf } from "./date-order.js";
import type { DateOrder, Era, NumberForm } from "./names.js";

/** What a column's times are read with. `order` is undefined where no flag sets it and no date shows it. */
export interface DateReading {
  readonly zone: () => Zone;
  /** The zone of `2026-07-08 16:30:00`, where an export fixes it for that form. */
  readonly rawZone?: (() => Zone) | undefined;
  readonly order: DateOrder | undefined;
  /** What a column of bare numbers means. */
  readonly numbers?: NumberForm | undefined;
  /** The calendar of years such as 115. */
  readonly era?: Era | undefined;
}

/** A date without a time, in days since 1970. */
interface WholeDay {
  readonly ok: false;
  readonly problem: "date-only";
  readonly day: number;
}

export type ReadDate = ParsedTime | { readonly ok: false; readonly problem: "ambiguous" } | WholeDay;

/** A date as its parts, before they are known to be one. */
interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/** Years before the first of the Republic of China. */
const rocBefore = 1911;
const early = { ok: false, problem: "before-1970" } as const;
const tooEarly = { ok: false, problem: "too-early" } as const;
const impossible = { ok: false, problem: "impossible" } as const;
const wrongWeekday = { ok: false, problem: "wrong-weekday" } as const;
const unreadable = { ok: false, problem: "unreadable" } as const;
const ambiguous = { ok: false, problem: "ambiguous" } as const;

/** Reads a time as a ticket file writes it. */
export function readDate(text: string, reading: DateReading): ReadDate {
  const read = readForms(text, reading);
  return read === early && reading.era !== undefined ? tooEarly : read;
}

/** ISO 8601 first, then every other form. */
function readForms(text: string, reading: DateReading): ReadDate {
  if (text.length > maxTimeCharacters) return { ok: false, problem: "too-long" };
  // One blank between the parts from here on: patterns with an open number of them would take long on many.
  const trimmed = text.normalize("NFKC").trim().replace(/\s+/g, " ");
  const isRoc = reading.era === "roc";
  if (/^@?[\d.]+$/.test(trimmed) && !(isRoc && isRocDigits(trimmed))) {
    const number = readNumber(trimmed, reading);
    if (number) return number;
  }
  // Some databases write years of three digits with a zero in front.
  const full = withSigns(isRoc ? trimmed.replace(/^0(?=\d{3}\D)/, "") : trimmed, isRoc);
  const iso = parseTime(full, Number.NaN, reading.rawZone ?? reading.zone);
  if (!iso.ok && iso.problem === "date-only") return wholeDay(isoParts(full));
  if (iso.ok ? Number.isFinite(iso.instant) : iso.problem !== "unreadable")
    return /^@-|^0|^1[0-8]|^19[0-6]/.test(full) ? early : iso;
  const { date, weekdays } = eastAsian(full);
  return readWritten(date, reading, weekdays);
}

const clockDigits = "(?:[T ]?(\\d{2}):?(\\d{2})(?::?(\\d{2})([.,]\\d{1,9})?)?( ?(?:Z|[+-]\\d{2}(?::?\\d{2})?))?)?$";
const basicIso = new RegExp(`^(\\d{4})(\\d{2})(\\d{2})${clockDigits}`);
const basicRoc = new RegExp(`^(\\d{3})(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])${clockDigits}`);

/** Whether digits alone are a date of the Republic of China, `1151120` or `1151120164000`. */
export function isRocDigits(text: string): boolean {
  return basicRoc.test(text);
}

/** A date and time of digits, `20261120T164000Z`, with the signs between its parts; any other text as it is. */
function withSigns(text: string, isRoc: boolean): string {
  const match = basicIso.exec(text) ?? (isRoc ? basicRoc.exec(text) : null);
  if (!match) return text;
  const [, year = "", month, date, hour, minute, second = "00", fraction = "", offset = ""] = match;
  const day = `${year.length === 3 ? Number(year) + rocBefore : year}-${month}-${date}`;
  return hour === undefined ? day : `${day}T${hour}:${minute}:${second}${fraction}${offset}`;
}

/** The instant of a bare number; undefined for digits that are a date. */
function readNumber(text: string, { numbers, zone, rawZone }: DateReading): ReadDate | undefined {
  const epoch = /^@(\d{1,11}|\d{12,14})(\.\d{1,9})?$/.exec(text);
  if (epoch) {
    const [, digits = "", fraction = ""] = epoch;
    return digits.length > 11 ? { ok: true, instant: Number(digits) } : parseTime(`@${digits}${fraction}`, 0, zone);
  }
  if (numbers === "seconds") return /^\d{10}(?:\.\d{1,9})?$/.test(text) ? parseTime(`@${text}`, 0, zone) : unreadable;
  if (numbers === "milliseconds") return /^\d{13}$/.test(text) ? { ok: true, instant: Number(text) } : unreadable;
  if (numbers === "serial" || numbers === "serial-1904") {
    if (!isSerial(text)) return unreadable;
    const days = Number(text) - (numbers === "serial" ? epochDay : epochDayFrom1904);
    // The fraction is a time of day, good to a second.
    return instantOfWall(Math.round(days * 86_400) * 1000, undefined, rawZone ?? zone);
  }
  return undefined;
}

/** Whether a number can be a day of a spreadsheet: the years 1954 to 2119, or 1958 to 2123. */
export function isSerial(text: string): boolean {
  return /^\d{5}(?:\.\d+)?$/.test(text) && Number(text) >= 20_000 && Number(text) <= 80_000;
}

function isoParts(text: string): DateParts {
  const [year = 0, month = 0, date = 0] = text.split("-").map(Number);
  return { year, month, date };
}

const numeric = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(.*)$/s;
const dayFirst =
  /^(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?[ /-]?(?:de |d['’])?(\p{L}{3,}\.?)[ /,-]{0,2}(?:de |del )?(\d{4}|\d{2})(?!\d)(.*)$/su;
const monthFirst = /^(\p{L}{3,}\.?)[ -](\d{1,2})(?:st|nd|rd|th)?,? (\d{4}|\d{2})(?!\d|:)(.*)$/su;
const yearFirst = /^(\d{4})[ /-](\p{L}{3,}\.?)[ /-](\d{1,2})(?!\d)(.*)$/su;
const chineseMonth = /^(\d{1,2})\/(\d{1,2})月\/(\d{4}|\d{2})(.*)$/s;
/** `Nov 20 16:40:00 CET 2026`, as `date` of Unix writes it, in the order of the others. */
const unixDate = /^(\p{L}{3,}) (\d{1,2}) (\d{1,2}:\d{2}(?::\d{2})?)( [A-Z]{2,5})? (\d{4})$/u;
const beforeClock = /^(?:,|T| um| à| às| at| a las| alle| kl\.?| -)? ?(?=\S)/u;

/** Reads a date in numbers or words with a time behind it, which must be on one of the weekdays that the text names, if it names any. */
function readWritten(text: string, reading: DateReading, weekdays?: ReadonlySet<number>): ReadDate {
  const parts = numeric.exec(text);
  if (parts) {
    const date = numericDate(parts, reading);
    return "ok" in date ? date : withClock(date, parts[5] as string, reading, weekdays);
  }
  const unix = unixDate.exec(text);
  if (unix) return readWritten(`${unix[1]} ${unix[2]} ${unix[5]} ${unix[3]}${unix[4] ?? ""}`, reading, weekdays);
  const named = namedDate(text);
  if (named) return withClock(named.parts, named.rest, reading, weekdays);
  const [, word = "", rest = ""] = /^(\p{L}{2,})\.?,? (.*)$/su.exec(text) ?? [];
  const meant = weekdaysOf(word);
  return meant ? readWritten(rest, reading, meant) : unreadable;
}

function numericDate([, a = "", , b = "", c = ""]: RegExpExecArray, reading: DateReading): DateParts | ReadDate {
  const isRoc = reading.era === "roc";
  const order = a.length > 2 || (isRoc && c.length <= 2) ? "ymd" : (reading.order ?? orderOf(a, b, c));
  if (order === undefined) return ambiguous;
  const [year, month, date] = order === "ymd" ? [a, b, c] : order === "dmy" ? [c, b, a] : [c, a, b];
  return { year: fullYear(year, isRoc), month: Number(month), date: Number(date) };
}

function fullYear(text: string, isRoc = false): number {
  const year = Number(text);
  if (text.length === 4 || text.length === 1) return year;
  if (isRoc) return year + rocBefore;
  if (text.length === 3) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** A file has few dates and many times on each, so the month that a word means is looked up in a table. */
function namedDate(text: string): { readonly parts: DateParts; readonly rest: string } | undefined {
  const chinese = chineseMonth.exec(text);
  if (chinese) {
    const [, date = "", month = "", year = "", rest = ""] = chinese;
    return { parts: { year: fullYear(year), month: Number(month), date: Number(date) }, rest };
  }
  for (const [pattern, order] of [
    [dayFirst, "dmy"],
    [monthFirst, "mdy"],
    [yearFirst, "ymd"],
  ] as const) {
    const [, a = "", b = "", c = "", rest = ""] = pattern.exec(text) ?? [];
    if (a === "") continue;
    const [year, name, date] = order === "dmy" ? [c, b, a] : order === "mdy" ? [c, a, b] : [a, b, c];
    const month = monthOf(name);
    if (month !== undefined) return { parts: { year: fullYear(year), month, date: Number(date) }, rest };
  }
  return undefined;
}

function withClock(
  parts: DateParts,
  rest: string,
  reading: DateReading,
  weekdays: ReadonlySet<number> | undefined,
): ReadDate {
  if (rest === "") return wholeDay(parts, weekdays);
  const separator = beforeClock.exec(rest);
  if (!separator || separator[0] === "") return unreadable;
  const clock = readClock(rest.slice(separator[0].length));
  if (!clock.ok) return clock;
  const day = wholeDay(parts, weekdays);
  if (day.problem !== "date-only") return day;
  return instantOfWall(day.day * dayMs + clock.ms, clock.offset, reading.zone);
}

/** A date of the calendar as days since 1970. */
function wholeDay(
  { year, month, date }: DateParts,
  weekdays?: ReadonlySet<number>,
): WholeDay | typeof early | typeof impossible | typeof wrongWeekday {
  const day = realDay(year, month, date);
  if (day === undefined) return impossible;
  if (weekdays && !weekdays.has(weekdayIndex(day))) return wrongWeekday;
  return year < 1970 ? early : ({ ok: false, problem: "date-only", day } as const);
}

const weekdayMark =
  / ?\((?:[月火水木金土日一二三四五六]|(?:週|周|星期|礼拜|禮拜)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일](?:요일)?|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6})\) ?| ?(?:(?:週|周|星期|禮拜|礼拜)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일) ?/u;
/** Of a mark, the sign or the name of the weekday. */
const inMark = /^[ (]*(?:週|周|星期|礼拜|禮拜)?([A-Za-z]+|.)/u;
const eastDate =
  /^(中華民國|民國|民国|令和|平成|昭和)? ?(\d{1,4}|元) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일號号] ?/u;
const shortEra = /^([RHS]|中華民國|民國|民国|令和|平成|昭和) ?(\d{1,3}|元)[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)/iu;
const eraBefore: Readonly<Record<string, number>> = {
  中華民國: rocBefore,
  民國: rocBefore,
  民国: rocBefore,
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  r: 2018,
  h: 1988,
  s: 1925,
};

/** `2026年11月20日`, `令和8年11月20日(金)` and the like with slashes, and the weekdays that the mark may mean. */
function eastAsian(text: string): { readonly date: string; readonly weekdays?: ReadonlySet<number> | undefined } {
  if (!/[^ -~]|\(|^[RHS]\d/i.test(text)) return { date: text };
  let mark = "";
  const plain = (era: string | undefined, year: string, month: string, date: string) => {
    const before = era === undefined ? 0 : (eraBefore[era.toLowerCase()] ?? 0);
    const number = (year === "元" ? 1 : Number(year)) + before;
    // Of a year in words two digits are all of it.
    return `${padded(number, before > 0 ? 4 : 3)}/${month}/${date} `;
  };
  const date = text
    .replace(weekdayMark, (found) => {
      mark = found;
      return " ";
    })
    .replace(eastDate, (_, era, year, month, date) => plain(era, year, month, date))
    .replace(shortEra, (_, era, year, month, date) => plain(era, year, month, date))
    .replace(/ +/g, " ")
    .trim();
  return { date, weekdays: weekdaysOf(inMark.exec(mark)?.[1] ?? "") };
}
