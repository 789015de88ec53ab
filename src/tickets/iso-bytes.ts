/**
 * ISO 8601 times in bytes, without a text in between: the direct path for most files. `dates.ts` reads every other form and finds what is
 * wrong with it.
 */
import { dayMs } from "../core/date.js";
import { capitalT, capitalZ, colon, minus, plus, point, space, zero } from "./bytes.js";

/** `2026-11-20T16:40:30.123456789+09:00`. */
const longest = 35;

/** Two digits at `at`, or more than 99 where they are not digits. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - zero;
  const ones = (bytes[at + 1] as number) - zero;
  return tens >>> 0 < 10 && ones >>> 0 < 10 ? tens * 10 + ones : 1000;
}

const monthDays = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The instant of `YYYY-MM-DDTHH:MM[:SS[.sss]]` with `Z` or an offset in `bytes[from, to)`; NaN for anything else, right or wrong.
 * Without an offset the result of `offsetOf` for that wall time counts, which may be NaN.
 */
export function readIso(bytes: Uint8Array, from: number, to: number, offsetOf: (wallMs: number) => number): number {
  const length = to - from;
  if (length < 16 || length > longest) return Number.NaN;
  const century = twoDigits(bytes, from);
  const inCentury = twoDigits(bytes, from + 2);
  const year = century * 100 + inCentury;
  const month = twoDigits(bytes, from + 5);
  const date = twoDigits(bytes, from + 8);
  const hour = twoDigits(bytes, from + 11);
  const minute = twoDigits(bytes, from + 14);
  const t = bytes[from + 10];
  if (
    bytes[from + 4] !== minus ||
    bytes[from + 7] !== minus ||
    bytes[from + 13] !== colon ||
    !(t === capitalT || t === space) ||
    inCentury > 99 ||
    year < 1970 ||
    year > 9998 ||
    month < 1 ||
    month > 12 ||
    date < 1 ||
    date > (monthDays[month] as number) ||
    hour > 23 ||
    minute > 59
  )
    return Number.NaN;
  if (date === 29 && month === 2 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) return Number.NaN;
  let at = from + 16;
  let ms = 0;
  if (at < to && bytes[at] === colon) {
    const second = at + 3 <= to ? twoDigits(bytes, at + 1) : 1000;
    if (second > 59) return Number.NaN;
    ms = second * 1000;
    at += 3;
    if (at < to && bytes[at] === point) {
      // Three digits are milliseconds; of up to nine the rest is cut.
      const first = ++at;
      let digit = (bytes[at] as number) - zero;
      for (let unit = 100; at < to && digit >>> 0 < 10; digit = (bytes[++at] as number) - zero) {
        ms += digit * unit;
        unit = (unit / 10) | 0;
      }
      if (at === first || at - first > 9) return Number.NaN;
    }
  }
  const wall = dayNumber(year, month, date) * dayMs + hour * 3_600_000 + minute * 60_000 + ms;
  if (at === to) return wall - offsetOf(wall);
  const sign = bytes[at];
  if (sign === capitalZ) return at + 1 === to ? wall : Number.NaN;
  if (sign !== plus && sign !== minus) return Number.NaN;
  const offsetHour = at + 3 <= to ? twoDigits(bytes, at + 1) : 1000;
  let offsetMinute = 0;
  if (at + 6 === to && bytes[at + 3] === colon) offsetMinute = twoDigits(bytes, at + 4);
  else if (at + 5 === to) offsetMinute = twoDigits(bytes, at + 3);
  else if (at + 3 !== to) return Number.NaN;
  if (offsetHour > 23 || offsetMinute > 59) return Number.NaN;
  const offset = offsetHour * 3_600_000 + offsetMinute * 60_000;
  return sign === minus ? wall + offset : wall - offset;
}

/**
 * Days since 1970-01-01 of a date of the Gregorian calendar, after Howard Hinnant's `days_from_civil`. All parts are positive, so `| 0`
 * rounds down, and it keeps to whole numbers, which is what makes it quick.
 */
function dayNumber(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = (y / 400) | 0;
  const yearOfEra = y - era * 400;
  const dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) | 0) + date - 1;
  return era * 146_097 + yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear - 719_468;
}

/** Writes an instant of the years 1-9999 as `2026-11-23T01:10:00Z`, with milliseconds where there are any, and gives the position after it. */
export function writeIso(bytes: Uint8Array, at: number, instant: number): number {
  const day = Math.floor(instant / dayMs);
  const inDay = (instant - day * dayMs) | 0;
  // Howard Hinnant's `civil_from_days`.
  const z = (day + 719_468) | 0;
  const era = (z / 146_097) | 0;
  const dayOfEra = z - era * 146_097;
  const yearOfEra =
    ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36_524) | 0) - ((dayOfEra / 146_096) | 0)) / 365) | 0;
  const dayOfYear = dayOfEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0));
  const shifted = ((5 * dayOfYear + 2) / 153) | 0;
  const date = dayOfYear - (((153 * shifted + 2) / 5) | 0) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const second = (inDay / 1000) | 0;
  const ms = inDay - second * 1000;
  const hour = (second / 3600) | 0;
  const minute = ((second / 60) | 0) - hour * 60;

  const century = (year / 100) | 0;
  writeTwo(bytes, at, century);
  writeTwo(bytes, at + 2, year - century * 100);
  bytes[at + 4] = minus;
  writeTwo(bytes, at + 5, month);
  bytes[at + 7] = minus;
  writeTwo(bytes, at + 8, date);
  bytes[at + 10] = capitalT;
  writeTwo(bytes, at + 11, hour);
  bytes[at + 13] = colon;
  writeTwo(bytes, at + 14, minute);
  bytes[at + 16] = colon;
  writeTwo(bytes, at + 17, second - hour * 3600 - minute * 60);
  let end = at + 19;
  if (ms > 0) {
    const hundreds = (ms / 100) | 0;
    bytes[end] = point;
    bytes[end + 1] = zero + hundreds;
    writeTwo(bytes, end + 2, ms - hundreds * 100);
    end += 4;
  }
  bytes[end] = capitalZ;
  return end + 1;
}

function writeTwo(bytes: Uint8Array, at: number, number: number): void {
  const tens = (number / 10) | 0;
  bytes[at] = zero + tens;
  bytes[at + 1] = zero + number - tens * 10;
}
