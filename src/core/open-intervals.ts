/**
 * The open intervals of a zone and its dates' hours: sorted, with running totals, compiled on demand, and searched by bisection.
 * Typed arrays, because every ticket of a file searches them.
 */
import { dayMs, minuteMs } from "./date.js";
import type { Interval } from "./interval.js";
import type { MinuteRange } from "./schedule.js";
import { checkInstant, earliestInstant, latestInstant, type Zone } from "./zone.js";

/** The first compilation reaches this far past its instant. */
const firstSpanMs = 35 * dayMs;
/** Up to here an extension at least doubles the range, and adds a quarter of a longer one. */
const doubledMs = 200 * dayMs;
const lookBackMs = 4 * dayMs;
/** Past this distance the compiled range starts over, so that one date in another century does not compile all years between. */
const restartMs = 50 * 366 * dayMs;

export class OpenIntervals {
  /** The end of the compiled range. */
  to = 0;
  /** How many intervals are compiled. */
  count = 0;
  private from = 0;
  /** Interval i is `[starts[i], ends[i])`; `totals[i]` is the open time before it since `from`. */
  private starts = new Float64Array(64);
  private ends = new Float64Array(64);
  private totals = new Float64Array(64);
  /** By day of the compiled range, the last interval that starts at or before it (-1: none): a search starts there. */
  private lastByDay = new Int32Array(0);

  constructor(
    private readonly zone: Zone,
    private readonly rangesOf: (day: number) => readonly MinuteRange[],
  ) {}

  /** Compiles what is missing of `[from, to]`, both whole numbers. Throws `instant-out-of-range`. */
  cover(from: number, to: number): void {
    if (from >= this.from && to < this.to) return;
    checkInstant(from);
    checkInstant(to);
    this.extend(from, to);
  }

  /** The last interval that starts at or before an instant of the compiled range, -1 for none. */
  find(instant: number): number {
    let i = this.lastByDay[Math.floor((instant - this.from) / dayMs)] as number;
    while (i + 1 < this.count && (this.starts[i + 1] as number) <= instant) i++;
    return i;
  }

  isOpen(instant: number): boolean {
    const i = this.find(instant);
    return i >= 0 && instant < (this.ends[i] as number);
  }

  /** The open time before an instant, since the start of the compiled range; `i` is what {@link find} returns for it. */
  totalBefore(instant: number, i: number): number {
    if (i < 0) return 0;
    return (this.totals[i] as number) + Math.min(instant, this.ends[i] as number) - (this.starts[i] as number);
  }

  /** The first interval from `i` on at whose end the total is at least `total`; {@link count} if there is none. */
  findTotal(total: number, i: number): number {
    const { starts, ends, totals, count } = this;
    let low = Math.max(i, 0);
    // Most budgets are a few hours, so the interval is usually among the next ones; a binary search finds the others.
    for (let near = 0; near < 8; near++, low++) {
      if (low >= count || (totals[low] as number) + (ends[low] as number) - (starts[low] as number) >= total)
        return low;
    }
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((totals[middle] as number) + (ends[middle] as number) - (starts[middle] as number) >= total) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The instant at which the total is reached inside interval `i`. */
  instantOfTotal(total: number, i: number): number {
    return (this.starts[i] as number) + total - (this.totals[i] as number);
  }

  /** The open intervals within `[from, to)`, clipped to it. The range must be compiled. */
  clipped(from: number, to: number): readonly Interval[] {
    const intervals: Interval[] = [];
    const last = this.find(to);
    for (let i = Math.max(this.find(from), 0); i <= last; i++) {
      const interval = {
        from: Math.max(this.starts[i] as number, from),
        to: Math.min(this.ends[i] as number, to),
      };
      if (interval.from < interval.to) intervals.push(interval);
    }
    return intervals;
  }

  private extend(from: number, to: number): void {
    if (this.to === this.from || from > this.to + restartMs || to < this.from - restartMs) {
      this.startAt(from - lookBackMs);
      this.extendTo(Math.max(to, from + firstSpanMs));
    } else {
      if (from < this.from) this.extendBack(from);
      if (to >= this.to) this.extendTo(Math.max(to, this.to + this.extensionMs));
    }
    this.indexDays();
  }

  private get extensionMs(): number {
    const length = this.to - this.from;
    return Math.max(Math.min(length, doubledMs), Math.floor(length / 4));
  }

  private startAt(instant: number): void {
    this.count = 0;
    this.from = Math.max(instant, earliestInstant);
    this.to = this.from;
  }

  /** Compiles what comes before the range, and appends what was in it. */
  private extendBack(from: number): void {
    const { from: oldFrom, to: oldTo } = this;
    const starts = this.starts.slice(0, this.count);
    const ends = this.ends.slice(0, this.count);
    this.startAt(Math.min(from - firstSpanMs, oldFrom - this.extensionMs));
    this.compile(this.from, oldFrom);
    for (let i = 0; i < starts.length; i++) this.append(starts[i] as number, ends[i] as number);
    this.to = oldTo;
  }

  private extendTo(to: number): void {
    // One past the instant, which is itself covered. Past the last instant a deadline may still end in an open interval.
    const end = Math.min(to, latestInstant + dayMs) + 1;
    this.compile(this.to, end);
    this.to = end;
  }

  /** Appends the open intervals of `[from, to)`, which come after all others. */
  private compile(from: number, to: number): void {
    for (const stretch of this.zone.stretches(from, to)) {
      const localFrom = stretch.from + stretch.offsetMs;
      const localTo = stretch.to + stretch.offsetMs;
      // A range may begin on the day before and ends at the latest with this one.
      for (let day = Math.floor(localFrom / dayMs) - 1; day * dayMs < localTo; day++) {
        const ranges = this.rangesOf(day);
        // Of a date that the zone skipped, a night shift would reach into the stretch.
        if (ranges.length === 0 || (day * dayMs < localFrom && this.zone.skips(day))) continue;
        for (const range of ranges) {
          const open = Math.max(day * dayMs + range.open * minuteMs, localFrom);
          const close = Math.min(day * dayMs + range.close * minuteMs, localTo);
          if (open < close) this.append(open - stretch.offsetMs, close - stretch.offsetMs);
        }
      }
    }
  }

  private append(from: number, to: number): void {
    const last = this.count - 1;
    const end = this.ends[last] ?? Number.NEGATIVE_INFINITY;
    if (from <= end) {
      if (to > end) this.ends[last] = to;
      return;
    }
    if (this.count === this.starts.length) {
      this.starts = grown(this.starts);
      this.ends = grown(this.ends);
      this.totals = grown(this.totals);
    }
    this.starts[this.count] = from;
    this.ends[this.count] = to;
    this.totals[this.count] = this.totalBefore(end, last);
    this.count++;
  }

  private indexDays(): void {
    const days = Math.ceil((this.to - this.from) / dayMs) + 1;
    this.lastByDay = new Int32Array(days);
    for (let k = 0, i = -1; k < days; k++) {
      while (i + 1 < this.count && (this.starts[i + 1] as number) <= this.from + k * dayMs) i++;
      this.lastByDay[k] = i;
    }
  }
}

function grown(array: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(array.length * 2);
  larger.set(array);
  return larger;
}
