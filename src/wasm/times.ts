/**
 * Times in bytes, read and written as `iso-bytes.ts` and `cell-time.ts` do.
 */
import { capitalT, capitalZ, colon, minus, plus, point, smallA, smallM, smallP, space, zero } from "../tickets/bytes";
import { maxKeys } from "../tickets/plain-limits";
import { addToKey, beginKey, keepKey, numberOfKey } from "./keys";

const dayMs: f64 = 86_400_000;
const bad = 1000;
/** By the bytes of `YYYY-MM-DDTHH:MM`, a bit for each digit. */
const digitBits = 0b1101_1011_0110_1111;
const longest: usize = 35;
/** Of a date with the blank after it. */
const longestDate: usize = 41;
const monthDays: usize = memory.data<u8>([0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);

const dateSlots: usize = 4096;
/** Makes the tags of all days other than zero, which is that of a free slot. */
const firstTag = 1 << 30;
/** Dates that were written, each with the tag of its day after it. */
const dates: usize = memory.data(4096 * 16, 16);
/** The numbers up to 99 as two digits. */
const digits: usize = memory.data(200, 16);

/** By the number of a date that was read before, the instant of its midnight, by which all its clocks are. */
export const MIDNIGHT: usize = memory.data(maxKeys * 8, 16);
/** By the same number, 1 where that is the midnight of the same date in UTC, since the clocks change around it. */
export const CHANGES: usize = memory.data(maxKeys, 16);

/** The offset of the time that was read last is not known, so it is as if in UTC. */
export let isLocal: bool = false;

/** The number that two digits are; `bad` where they are none. */
function twoDigits(at: usize): i32 {
  const tens = <i32>load<u8>(at) - zero;
  const ones = <i32>load<u8>(at + 1) - zero;
  return <u32>tens < 10 && <u32>ones < 10 ? tens * 10 + ones : bad;
}

/** The instant of a time in ISO 8601; without an offset, that of the same clock in UTC. NaN for anything else. */
export function readIso(from: usize, to: usize): f64 {
  const length = to - from;
  isLocal = false;
  if (length < 16 || length > longest) return NaN;
  const digits = i8x16.sub(v128.load(from), i8x16.splat(<i8>zero));
  const areDigits = i8x16.bitmask(i8x16.lt_u(digits, i8x16.splat(10))) & digitBits;
  const t = load<u8>(from + 10);
  if (areDigits !== digitBits || load<u8>(from + 13) !== colon || !(t === capitalT || t === space)) return NaN;
  const hour: i32 = i8x16.extract_lane_u(digits, 11) * 10 + i8x16.extract_lane_u(digits, 12);
  const minute: i32 = i8x16.extract_lane_u(digits, 14) * 10 + i8x16.extract_lane_u(digits, 15);
  if (hour > 23 || minute > 59) return NaN;
  const midnight = readDate(from, digits);
  let at = from + 16;
  let ms = 0;
  if (at < to && load<u8>(at) === colon) {
    const second = at + 3 <= to ? twoDigits(at + 1) : bad;
    if (second > 59) return NaN;
    ms = second * 1000;
    at += 3;
    if (at < to && load<u8>(at) === point) {
      const first = ++at;
      let digit = <u32>load<u8>(at) - zero;
      for (let unit = 100; at < to && digit < 10; digit = <u32>load<u8>(++at) - zero) {
        ms += digit * unit;
        unit /= 10;
      }
      if (at === first || at - first > 9) return NaN;
    }
  }
  const wall = midnight + <f64>((hour * 60 + minute) * 60_000 + ms);
  isLocal = at === to;
  return isLocal ? wall : wall - readOffset(at, to);
}

/** Makes a key of the date of a time with a blank and a clock after it; gives where the clock is, 0 where it is no such time. */
function keyOfDate(from: usize, to: usize, kind: i32): usize {
  let mark = from;
  while (mark < to && load<u8>(mark) !== colon) mark++;
  if (mark === to || mark < from + 3) return 0;
  const clock = isDigit(mark - 2) ? mark - 2 : mark - 1;
  if (load<u8>(clock - 1) !== space || clock - from > longestDate) return 0;
  beginKey(kind);
  addToKey(from, clock - 1);
  return clock;
}

/** Keeps the date of such a time, if nothing follows its clock. */
export function keepDate(from: usize, to: usize, kind: i32): void {
  const clock = keyOfDate(from, to, kind);
  // Its number means nothing: what counts is that it is known.
  if (clock !== 0 && !Number.isNaN(readClock(clock, to))) keepKey(0);
}

/** The instant of a date, a blank and a clock, where the date is known by a key of that kind; NaN for anything else. See {@link isLocal}. */
export function readDated(from: usize, to: usize, kind: i32): f64 {
  isLocal = false;
  const clock = keyOfDate(from, to, kind);
  const date = clock === 0 ? -1 : numberOfKey();
  if (date < 0) return NaN;
  isLocal = load<u8>(CHANGES + date) !== 0;
  return load<f64>(MIDNIGHT + (date << 3)) + readClock(clock, to);
}

export function isDigit(at: usize): bool {
  return <u32>load<u8>(at) - zero < 10;
}

/** Milliseconds since midnight of `H:MM[:SS]`, with `AM` or `PM` for a clock of twelve hours; NaN for anything else. */
function readClock(from: usize, to: usize): f64 {
  const mark = load<u8>(from + 1) === colon ? from + 1 : from + 2;
  let hour = mark - from === 2 ? twoDigits(from) : isDigit(from) ? <i32>load<u8>(from) - zero : bad;
  const minute = mark + 3 <= to ? twoDigits(mark + 1) : bad;
  let second = 0;
  let at = mark + 3;
  if (at < to && load<u8>(at) === colon) {
    second = at + 3 <= to ? twoDigits(at + 1) : bad;
    at += 3;
  }
  if (hour > 23 || minute > 59 || second > 59) return NaN;
  if (at < to) {
    if (load<u8>(at) === space) at++;
    const half = load<u8>(at) | space;
    const isHalf = (half === smallA || half === smallP) && (load<u8>(at + 1) | space) === smallM;
    if (at + 2 !== to || !isHalf || hour < 1 || hour > 12) return NaN;
    hour = (hour % 12) + (half === smallP ? 12 : 0);
  }
  return <f64>((hour * 60 + minute) * 60 + second) * 1000;
}

/** Midnight of the `YYYY-MM-DD` at `from`, whose digits are given; NaN where that is no date. */
function readDate(from: usize, digits: v128): f64 {
  const century: i32 = i8x16.extract_lane_u(digits, 0) * 10 + i8x16.extract_lane_u(digits, 1);
  const year: i32 = century * 100 + i8x16.extract_lane_u(digits, 2) * 10 + i8x16.extract_lane_u(digits, 3);
  const month: i32 = i8x16.extract_lane_u(digits, 5) * 10 + i8x16.extract_lane_u(digits, 6);
  const date: i32 = i8x16.extract_lane_u(digits, 8) * 10 + i8x16.extract_lane_u(digits, 9);
  if (
    load<u8>(from + 4) !== minus ||
    load<u8>(from + 7) !== minus ||
    year < 1970 ||
    year > 9998 ||
    month < 1 ||
    month > 12 ||
    date < 1 ||
    date > <i32>load<u8>(monthDays + month)
  )
    return NaN;
  if (date === 29 && month === 2 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) return NaN;
  return <f64>dayNumber(year, month, date) * dayMs;
}

/** The milliseconds of `Z`, `+09`, `+0900` or `+09:00`; NaN for anything else. */
function readOffset(at: usize, to: usize): f64 {
  const sign = load<u8>(at);
  if (sign === capitalZ) return at + 1 === to ? 0 : NaN;
  if (sign !== plus && sign !== minus) return NaN;
  const hour = at + 3 <= to ? twoDigits(at + 1) : bad;
  let minute = 0;
  if (at + 6 === to && load<u8>(at + 3) === colon) minute = twoDigits(at + 4);
  else if (at + 5 === to) minute = twoDigits(at + 3);
  else if (at + 3 !== to) return NaN;
  if (hour > 23 || minute > 59) return NaN;
  const offset = <f64>((hour * 60 + minute) * 60_000);
  return sign === minus ? -offset : offset;
}

/** Howard Hinnant's `days_from_civil`. */
function dayNumber(year: i32, month: i32, date: i32): i32 {
  const y = month <= 2 ? year - 1 : year;
  const era = y / 400;
  const yearOfEra = y - era * 400;
  const dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + date - 1;
  return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
}

/** Writes an instant of the years 1-9999 and gives the position after it. */
export function writeIso(at: usize, instant: f64): usize {
  const day = <i32>Math.floor(instant / dayMs);
  const inDay = <i32>(instant - <f64>day * dayMs);
  v128.store(at, v128.load(writtenDate(day)));
  const second = inDay / 1000;
  const ms = inDay - second * 1000;
  const minute = second / 60;
  const hour = minute / 60;
  writeTwo(at + 11, hour);
  store<u8>(at + 13, colon);
  writeTwo(at + 14, minute - hour * 60);
  store<u8>(at + 16, colon);
  writeTwo(at + 17, second - minute * 60);
  let end = at + 19;
  if (ms > 0) {
    const hundreds = ms / 100;
    store<u8>(end, point);
    store<u8>(end + 1, zero + hundreds);
    writeTwo(end + 2, ms - hundreds * 100);
    end += 4;
  }
  store<u8>(end, capitalZ);
  return end + 1;
}

/** Where `YYYY-MM-DDT` of a day is. */
function writtenDate(day: i32): usize {
  const slot = dates + ((<usize>day & (dateSlots - 1)) << 4);
  if (load<i32>(slot + 12) !== day + firstTag) {
    writeDate(slot, day);
    store<i32>(slot + 12, day + firstTag);
  }
  return slot;
}

/** Howard Hinnant's `civil_from_days`. */
function writeDate(at: usize, day: i32): void {
  const z = day + 719_468;
  const era = z / 146_097;
  const dayOfEra = z - era * 146_097;
  const yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
  const dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const shifted = (5 * dayOfYear + 2) / 153;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  writeTwo(at, year / 100);
  writeTwo(at + 2, year % 100);
  store<u8>(at + 4, minus);
  writeTwo(at + 5, month);
  store<u8>(at + 7, minus);
  writeTwo(at + 8, dayOfYear - (153 * shifted + 2) / 5 + 1);
  store<u8>(at + 10, capitalT);
}

function writeTwo(at: usize, number: i32): void {
  store<u16>(at, load<u16>(digits + (number << 1)));
}

for (let i = 0; i < 100; i++) {
  store<u8>(digits + (i << 1), zero + i / 10);
  store<u8>(digits + (i << 1) + 1, zero + (i % 10));
}
