/**
 * The reference answer: walks the time line a minute at a time (a second at a time where a zone's clock stands
 * on odd seconds), reads the sign on the door at each step, and counts. It refuses to be clever.
 */
import { DAY, HOUR, MINUTE, WallClock } from "./wall.js";

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
export type Range = readonly [open: string, close: string];

/** A calendar as a person writes it down. */
export interface Sign {
  readonly zone: string;
  readonly hours: Partial<Record<Weekday, readonly Range[]>>;
  readonly holidays?: readonly string[];
  readonly exceptions?: Readonly<Record<string, readonly Range[]>>;
}

export type Clock = "24x7" | "24x5" | "business-hours";
export type DayRule = "same-time" | "end-of-day";

/** `from` up to but without `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The oracle walks no further than this; a question that needs more is not one for it. */
export const REACH = 4 * 366 * DAY;

const weekdays: readonly Weekday[] = ["thu", "fri", "sat", "sun", "mon", "tue", "wed"]; // 1970-01-01 was a Thursday

export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

function minutes(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
}

export class Oracle {
  readonly sign: Sign;
  readonly wall: WallClock;
  readonly #shifts = new Map<number, readonly Span[]>();
  readonly #shown = new Map<number, boolean>();
  readonly #business = new Map<number, boolean>();

  constructor(sign: Sign, wall = new WallClock(sign.zone)) {
    this.sign = sign;
    this.wall = wall;
  }

  /** The shifts that begin on a date, in milliseconds of wall time after its midnight; past 24:00 for a night shift. */
  shifts(day: number): readonly Span[] {
    let shifts = this.#shifts.get(day);
    if (shifts === undefined) {
      const date = dateOf(day);
      const { hours, holidays, exceptions } = this.sign;
      const weekday = weekdays[((day % 7) + 7) % 7]!;
      const written = exceptions?.[date] ?? (holidays?.includes(date) ? [] : (hours[weekday] ?? []));
      shifts = written.map(([open, close]) => ({
        from: minutes(open) * MINUTE,
        to: (minutes(close) + (close < open ? 24 * 60 : 0)) * MINUTE,
      }));
      this.#shifts.set(day, shifts);
    }
    return shifts;
  }

  /** True where a wall that shows `shown` is inside a shift that began on `day`. A date that never was has no shifts. */
  #inShiftOf(day: number, shown: number): boolean {
    const w = shown - day * DAY;
    for (const shift of this.shifts(day)) if (shift.from <= w && w < shift.to) return this.#exists(day);
    return false;
  }

  #exists(day: number): boolean {
    let exists = this.#shown.get(day);
    if (exists === undefined) {
      exists = this.wall.shows(day);
      this.#shown.set(day, exists);
    }
    return exists;
  }

  /** The date whose shift an instant is in: the day before where its shift still runs, else the date on the wall. */
  dayOf(t: number): number | undefined {
    const shown = this.wall.at(t);
    const today = Math.floor(shown / DAY);
    if (this.#inShiftOf(today - 1, shown)) return today - 1;
    if (this.#inShiftOf(today, shown)) return today;
    return undefined;
  }

  /** The sign on the door. */
  isOpen(clock: Clock, t: number): boolean {
    if (clock === "24x7") return true;
    if (clock === "24x5") return this.isBusinessDate(Math.floor(this.wall.at(t) / DAY));
    return this.dayOf(t) !== undefined;
  }

  /** A date on which an open interval starts. */
  isBusinessDate(day: number): boolean {
    let is = this.#business.get(day);
    if (is === undefined) {
      is = this.#exists(day) && this.ownOpen(day, []).length > 0;
      this.#business.set(day, is);
    }
    return is;
  }

  /** The instants of a date's own shifts that no pause covers, as maximal stretches. */
  ownOpen(day: number, pauses: readonly Span[]): readonly Span[] {
    const shifts = this.shifts(day);
    if (shifts.length === 0) return [];
    const stretches: { from: number; to: number }[] = [];
    // 16 hours either side of the widest shift: no wall clock is further than that from UTC.
    const first = day * DAY + Math.min(...shifts.map((s) => s.from)) - 16 * HOUR;
    const last = day * DAY + Math.max(...shifts.map((s) => s.to)) + 16 * HOUR;
    for (let t = first, end = t; t < last; t = end) {
      end = this.#step(t, pauses);
      if (!this.#inShiftOf(day, this.wall.at(t)) || isPaused(t, pauses)) continue;
      const previous = stretches[stretches.length - 1];
      if (previous?.to === t) previous.to = end;
      else stretches.push({ from: t, to: end });
    }
    return stretches;
  }

  /** The end of the step that begins at `t`: within a step nothing changes. */
  #step(t: number, pauses: readonly Span[]): number {
    let end = this.wall.next(t);
    for (const { from, to } of pauses) {
      if (from > t && from < end) end = from;
      if (to > t && to < end) end = to;
    }
    return end;
  }

  /** The earliest instant at or after `start` by which `budget` milliseconds of open, unpaused time have passed. */
  deadline(clock: Clock, start: number, budget: number, pauses: readonly Span[] = []): number {
    if (budget === 0) return start;
    let left = budget;
    for (let t = start, end = t; t - start < REACH; t = end) {
      end = this.#step(t, pauses);
      if (!this.isOpen(clock, t) || isPaused(t, pauses)) continue;
      if (end - t >= left) return t + left;
      left -= end - t;
    }
    throw new Error("out of the oracle's reach");
  }

  /** Open, unpaused milliseconds between two instants, negative when they are reversed. */
  elapsed(clock: Clock, from: number, to: number, pauses: readonly Span[] = []): number {
    if (from > to) return -this.elapsed(clock, to, from, pauses);
    let sum = 0;
    for (let t = from, end = t; t < to; t = end) {
      end = Math.min(to, this.#step(t, pauses));
      if (this.isOpen(clock, t) && !isPaused(t, pauses)) sum += end - t;
    }
    return sum;
  }

  /** The deadline of a number of business days. */
  deadlineInDays(start: number, count: number, rule: DayRule, pauses: readonly Span[] = []): number {
    if (count === 0) return start;
    let begins = start;
    while (this.dayOf(begins) === undefined || isPaused(begins, pauses)) {
      begins = this.#step(begins, pauses);
      if (begins - start > REACH) throw new Error("out of the oracle's reach");
    }
    let day = this.dayOf(begins)!;
    const w = this.wall.at(begins) - day * DAY;

    let open: readonly Span[] = [];
    for (let counted = 0; counted < count; ) {
      day++;
      if (day * DAY - start > REACH) throw new Error("out of the oracle's reach");
      open = this.#exists(day) ? this.ownOpen(day, pauses) : [];
      if (open.length > 0) counted++;
    }

    if (rule === "end-of-day") return open[open.length - 1]!.to;
    const due = this.#firstShowing(day, w);
    if (due < open[0]!.from) return open[0]!.from;
    if (open.some(({ from, to }) => from <= due && due < to)) return due;
    return Math.max(...open.map(({ to }) => to).filter((close) => close <= due));
  }

  /** The earliest instant at which the wall, counted from a date's midnight, shows `w` or later. */
  #firstShowing(day: number, w: number): number {
    for (let t = day * DAY - 16 * HOUR, end = t; ; t = end) {
      end = this.wall.next(t);
      const shown = this.wall.at(t) - day * DAY;
      if (shown >= w) return t;
      if (shown + (end - t) > w) return t + (w - shown);
    }
  }
}

function isPaused(t: number, pauses: readonly Span[]): boolean {
  for (const { from, to } of pauses) if (from <= t && t < to) return true;
  return false;
}
