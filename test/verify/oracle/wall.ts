/**
 * What a wall clock in a zone shows at an instant, asked of Intl and of nothing else.
 * Shares no code with the engine: no table of transitions, no search. A reading is written as the
 * milliseconds that a clock in UTC would count to when it shows the same date and time.
 */

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Asks Intl what the wall clock shows at an instant; Swedish writes `2024-03-31 02:59:59`. */
export function askWall(zone: string, t: number): number {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("sv-SE", {
      timeZone: zone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formats.set(zone, format);
  }
  const text = format.format(t);
  if (text.length !== 19) throw new Error(`the oracle cannot read ${text}`);
  const field = (from: number, to: number) => Number(text.slice(from, to));
  const shown = Date.UTC(field(0, 4), field(5, 7) - 1, field(8, 10), field(11, 13), field(14, 16), field(17, 19));
  return shown + (((t % SECOND) + SECOND) % SECOND);
}

/** One hour of the time line: the wall's distance from UTC, the same throughout or second by second. */
interface Hour {
  readonly grain: number; // within one grain of the UTC clock the wall moves evenly, and turns no minute but at its start
  readonly distance: number;
  readonly distances: Int32Array | undefined; // one for each second, in an hour in which the distance changes
}

/**
 * A wall clock that remembers. An hour whose two ends stand at the same distance from UTC is taken to be even
 * (no zone moves its clock twice within an hour; the long check holds this against every hour 1970-2037);
 * in any other hour each minute, and in an uneven minute each second, is asked for by itself.
 */
export class WallClock {
  readonly zone: string;
  readonly #hours = new Map<number, Hour>();
  readonly #marks = new Map<number, number>();
  #lastIndex = Number.NaN;
  #last: Hour | undefined;

  constructor(zone: string) {
    this.zone = zone;
  }

  #hour(t: number): Hour {
    const index = Math.floor(t / HOUR);
    if (index === this.#lastIndex) return this.#last!;
    let hour = this.#hours.get(index);
    if (hour === undefined) {
      hour = this.#ask(index * HOUR);
      this.#hours.set(index, hour);
    }
    this.#lastIndex = index;
    this.#last = hour;
    return hour;
  }

  #mark(t: number): number {
    let distance = this.#marks.get(t);
    if (distance === undefined) {
      distance = askWall(this.zone, t) - t;
      this.#marks.set(t, distance);
    }
    return distance;
  }

  #ask(from: number): Hour {
    const distance = this.#mark(from);
    const whole = distance % MINUTE === 0;
    if (distance === this.#mark(from + HOUR)) return { grain: whole ? MINUTE : SECOND, distance, distances: undefined };
    const distances = new Int32Array(3600);
    let grain = MINUTE;
    for (let minute = 0; minute < 60; minute++) {
      const start = from + minute * MINUTE;
      const before = askWall(this.zone, start) - start;
      const after = askWall(this.zone, start + MINUTE - SECOND) - (start + MINUTE - SECOND);
      for (let second = 0; second < 60; second++) {
        const t = start + second * SECOND;
        distances[minute * 60 + second] = before === after ? before : askWall(this.zone, t) - t;
      }
      if (before !== after || before % MINUTE !== 0) grain = SECOND;
    }
    return { grain, distance, distances };
  }

  /** What the wall clock shows. */
  at(t: number): number {
    const hour = this.#hour(t);
    if (hour.distances === undefined) return t + hour.distance;
    return t + hour.distances[Math.floor((((t % HOUR) + HOUR) % HOUR) / SECOND)]!;
  }

  /** The next instant at which the wall may jump or turn a minute: until then it moves evenly. */
  next(t: number): number {
    const grain = this.#hour(t).grain;
    return Math.floor(t / grain) * grain + grain;
  }

  /** True where some instant shows this date (counted in days since 1970-01-01). */
  shows(day: number): boolean {
    // No wall clock is more than 16 hours from UTC; hour marks nearly always settle it, minute marks always do.
    for (const step of [HOUR, MINUTE]) {
      for (let t = day * DAY - 16 * HOUR; t < day * DAY + 40 * HOUR; t += step) {
        if (Math.floor(this.at(t) / DAY) === day) return true;
      }
    }
    return false;
  }
}
