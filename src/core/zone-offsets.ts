/**
 * The offsets of a zone as sorted stretches, found on demand: the clock is read every third day, and a change is located by halving.
 * No zone of the database changes its offset twice within six days, which the long comparison of the tests checks.
 */
import { dayMs, secondMs } from "./date.js";
import type { LocalClock } from "./local-clock.js";

/** A stretch of instants `[from, to)` in which the wall clock is UTC plus `offsetMs`. */
export interface OffsetStretch {
  readonly from: number;
  readonly to: number;
  readonly offsetMs: number;
}

/** Offsets known in advance for `[from, to)`, whole days of UTC: where each stretch begins, the first at `from`, and its offset. */
export interface KnownOffsets {
  readonly from: number;
  readonly to: number;
  readonly stretches: readonly (readonly [begin: number, offsetMs: number])[];
}

/** How far apart the clock is read. */
const probeMs = 3 * dayMs;
/** How far past the requested range offsets are searched, so that nearby requests need no search. */
const extraMs = 400 * dayMs;
/** Past this distance the known range starts over, so that one date in another century does not probe all years between. */
const restartMs = 50 * 366 * dayMs;

export class OffsetStretches {
  /** Stretch i begins at `begins[i]` with the offset `offsets[i]`; they cover `[from, to)`. */
  private begins: number[] = [];
  private offsets: number[] = [];
  private from: number;
  private to: number;
  private skippedDays = new Set<number>();

  constructor(
    private readonly clock: LocalClock,
    known: KnownOffsets,
  ) {
    this.from = known.from;
    this.to = known.to;
    for (const [begin, offset] of known.stretches) this.append(begin, offset);
  }

  /** Finds what is missing of `[from, to)`. */
  cover(from: number, to: number): void {
    if (from >= this.from && to <= this.to) return;
    if (this.to === this.from || from > this.to + restartMs || to < this.from - restartMs) {
      this.skippedDays = new Set();
      this.startAt(from);
    }
    if (to > this.to) this.probe(Math.max(to, Math.min(this.to + (this.to - this.from), to + extraMs)));
    if (from < this.from) this.extendBack(from);
  }

  offsetAt(instant: number): number {
    return this.offsets[this.indexAt(instant)] as number;
  }

  /** The stretches of `[from, to)`, clipped to it. The range must be covered. */
  clipped(from: number, to: number): OffsetStretch[] {
    const stretches: OffsetStretch[] = [];
    for (let i = this.indexAt(from); i < this.begins.length; i++) {
      const begin = this.begins[i] as number;
      if (begin >= to) break;
      stretches.push({
        from: Math.max(begin, from),
        to: Math.min(this.endOf(i), to),
        offsetMs: this.offsets[i] as number,
      });
    }
    return stretches;
  }

  /** The offset of all instants of `[from, to)`, undefined where it changes. The range must be covered. */
  steadyOffset(from: number, to: number): number | undefined {
    const i = this.indexAt(from);
    return to <= this.endOf(i) ? this.offsets[i] : undefined;
  }

  /** The earliest instant from `from` on at which the wall clock shows `local` or later. */
  firstAtOrAfter(local: number, from: number): number {
    let i = this.indexAt(from);
    while (local - (this.offsets[i] as number) >= this.endOf(i)) i++;
    return Math.max(this.begins[i] as number, from, local - (this.offsets[i] as number));
  }

  /** Whether the wall clock never shows this day number. */
  skips(day: number): boolean {
    return this.skippedDays.has(day);
  }

  private endOf(i: number): number {
    return this.begins[i + 1] ?? this.to;
  }

  private indexAt(instant: number): number {
    let low = 0;
    let high = this.begins.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.begins[middle] as number) <= instant) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private startAt(instant: number): void {
    this.begins = [];
    this.offsets = [];
    this.from = Math.floor(instant / dayMs) * dayMs;
    this.to = this.from;
  }

  private extendBack(from: number): void {
    const { begins, offsets, from: oldFrom, to: oldTo } = this;
    this.startAt(Math.min(from, Math.max(oldFrom - (oldTo - oldFrom), from - extraMs)));
    this.probe(oldFrom);
    this.to = oldTo;
    begins.forEach((begin, i) => {
      const offset = offsets[i] as number;
      if (offset !== this.offsets.at(-1)) this.append(begin, offset);
    });
  }

  private append(begin: number, offset: number): void {
    const before = this.offsets.at(-1);
    if (before !== undefined) this.addSkippedDays(begin + before, begin + offset);
    this.begins.push(begin);
    this.offsets.push(offset);
  }

  private addSkippedDays(localBefore: number, localAfter: number): void {
    for (let day = Math.ceil(localBefore / dayMs); (day + 1) * dayMs <= localAfter; day++) this.skippedDays.add(day);
  }

  /** Appends the stretches from the end of the covered range up to the first whole day at or after `to`. */
  private probe(to: number): void {
    let before = this.to;
    let offset = this.offsets.at(-1) ?? this.clock(before);
    if (this.begins.length === 0) this.append(before, offset);
    const end = Math.ceil(to / dayMs) * dayMs;
    while (before < end) {
      const after = Math.min(before + probeMs, end);
      const offsetAfter = this.clock(after);
      let start = before;
      while (offset !== offsetAfter) {
        start = this.findChange(start, after, offset);
        offset = this.clock(start);
        this.append(start, offset);
      }
      before = after;
    }
    this.to = before;
  }

  /** The second at which the clock's offset first differs from `offset`, between an instant that has it and a later one that has not. */
  private findChange(same: number, changed: number, offset: number): number {
    let low = same;
    let high = changed;
    while (high - low > secondMs) {
      const middle = Math.floor((low + high) / 2 / secondMs) * secondMs;
      if (this.clock(middle) === offset) low = middle;
      else high = middle;
    }
    return high;
  }
}
