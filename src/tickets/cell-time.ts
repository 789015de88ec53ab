/**
 * Times of cells, read in bytes: ISO 8601, and a date in any form that was read before with a clock after it. A time is NaN where
 * that does not suffice (a date that is new and wrong, a clock that is about to change, any other form); it is then read as a text.
 */
import { dayMs } from "../core/date.js";
import type { Zone } from "../core/zone.js";
import { colon, nine, smallA, smallM, smallP, space, zero } from "./bytes.js";
import { type DateReading, readDate } from "./dates.js";
import { readIso } from "./iso-bytes.js";
import { SpellingTable } from "./spelling-table.js";

/** A day of the calendar, and the offset of all its times; NaN where the clocks change around it. */
export interface LocalDate {
  readonly startMs: number;
  readonly offsetMs: number;
}

const unreadable = Number.NaN;
/** The years of which every time of every zone is an instant. */
const earliest = Date.UTC(1000, 0, 1);
const latest = Date.UTC(9999, 0, 1) - 1;
const longestDate = 40;
const maxDays = 4096;

export class CellTimes {
  /** Called with each new date and its text; where the clocks change around it, {@link offsetOf} has the offsets of its times. */
  onDate: ((text: Uint8Array, date: LocalDate) => void) | undefined;
  private readonly dates: DateReading;
  private readonly known = new SpellingTable<LocalDate>([0]);
  private readonly starts = new Int32Array(1);
  private readonly ends = new Int32Array(1);
  private readonly offsets: WallOffsets;
  /** Those of times in the raw form, which may have a zone of their own. */
  private readonly rawOffsets: WallOffsets;

  constructor(dates: DateReading) {
    this.dates = dates;
    this.offsets = new WallOffsets(dates.zone);
    this.rawOffsets = dates.rawZone ? new WallOffsets(dates.rawZone) : this.offsets;
  }

  /** The offset of a time of a clock; NaN where it must be read as a text. */
  offsetOf(wallMs: number): number {
    return this.rawOffsets.of(wallMs);
  }

  /** The instant of `bytes[from, to)`, NaN where it must be read as a text. */
  read(bytes: Buffer, from: number, to: number): number {
    const iso = readIso(bytes, from, to, this.rawOffsets.of);
    return Number.isNaN(iso) ? this.readDated(bytes, from, to) : iso;
  }

  /** A date, a blank and a clock without an offset: `20/Nov/26 3:15 PM`. */
  private readDated(bytes: Buffer, from: number, to: number): number {
    let separator = from;
    while (separator < to && bytes[separator] !== colon) separator++;
    if (separator >= to || separator - from > longestDate) return unreadable;
    const clock = separator - (isDigit(bytes[separator - 2]) ? 2 : 1);
    if (clock - 1 <= from || bytes[clock - 1] !== space) return unreadable;
    const inDay = readClock(bytes, clock, separator, to);
    if (Number.isNaN(inDay)) return unreadable;
    const date = this.date(bytes, from, clock - 1);
    if (date === undefined) return unreadable;
    const wallMs = date.startMs + inDay;
    return wallMs - (Number.isNaN(date.offsetMs) ? this.offsets.of(wallMs) : date.offsetMs);
  }

  private date(bytes: Buffer, from: number, to: number): LocalDate | undefined {
    const { starts, ends, known } = this;
    starts[0] = from;
    ends[0] = to;
    const ready = known.find(bytes, starts, ends);
    if (ready) return ready;
    // Midnight of that date as if in UTC; a date that cannot be read is left to the reading of the whole text, for its error.
    const read = readDate(`${bytes.toString("utf8", from, to)} 00:00Z`, this.dates);
    if (!read.ok || read.instant % dayMs !== 0) return undefined;
    const date = { startMs: read.instant, offsetMs: this.offsets.ofDate(read.instant) };
    known.add(bytes, starts, ends, date);
    const isKnown = !Number.isNaN(date.offsetMs) || this.rawOffsets === this.offsets;
    if (isKnown) this.onDate?.(bytes.subarray(from, to), date);
    return date;
  }
}

/** The offsets of wall times in a zone, which are looked up once a day. */
class WallOffsets {
  private readonly days = new Map<number, number>();
  private readonly zoneOf: () => Zone;

  constructor(zoneOf: () => Zone) {
    this.zoneOf = zoneOf;
  }

  /** The offset of all times of a date; NaN where the clocks change around it. */
  ofDate(wallMs: number): number {
    const { days } = this;
    const day = Math.floor(wallMs / dayMs);
    const ready = days.get(day);
    if (ready !== undefined) return ready;
    const startMs = day * dayMs;
    const near = 2 * dayMs;
    const offset = isInstant(startMs)
      ? (this.zoneOf().steadyOffset(startMs - near, startMs + dayMs + near) ?? unreadable)
      : unreadable;
    if (days.size >= maxDays) days.clear();
    days.set(day, offset);
    return offset;
  }

  /** The offset of a time; NaN where the clocks skip or repeat it. */
  readonly of = (wallMs: number): number => {
    const offset = this.ofDate(wallMs);
    if (!Number.isNaN(offset) || !isInstant(wallMs)) return offset;
    const { instant, kind } = this.zoneOf().instantOf(wallMs);
    return kind === "plain" ? wallMs - instant : unreadable;
  };
}

function isInstant(wallMs: number): boolean {
  return wallMs >= earliest && wallMs <= latest;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= zero && byte <= nine;
}

function twoDigits(bytes: Buffer, at: number): number {
  return isDigit(bytes[at]) && isDigit(bytes[at + 1])
    ? ((bytes[at] as number) - zero) * 10 + (bytes[at + 1] as number) - zero
    : unreadable;
}

/** Milliseconds since midnight of `H:MM[:SS]`, with `AM` or `PM` where a twelve-hour clock is meant. */
function readClock(bytes: Buffer, from: number, separator: number, to: number): number {
  if (!isDigit(bytes[separator - 1])) return unreadable;
  let hour = separator - from === 2 ? twoDigits(bytes, from) : (bytes[from] as number) - zero;
  let at = separator + 3;
  if (at > to) return unreadable;
  const minute = twoDigits(bytes, separator + 1);
  let second = 0;
  if (at < to && bytes[at] === colon) {
    second = at + 3 <= to ? twoDigits(bytes, at + 1) : unreadable;
    at += 3;
  }
  if (!(minute < 60 && second < 60)) return unreadable;
  if (at < to) {
    if (bytes[at] === space) at++;
    const half = (bytes[at] as number) | space;
    const isTwelve =
      at + 2 === to && (half === smallA || half === smallP) && ((bytes[at + 1] as number) | space) === smallM;
    if (!isTwelve || hour < 1 || hour > 12) return unreadable;
    hour = (hour % 12) + (half === smallP ? 12 : 0);
  }
  return hour > 23 ? unreadable : ((hour * 60 + minute) * 60 + second) * 1000;
}
