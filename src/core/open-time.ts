/**
 * Open time on the time line: sorted open intervals with running totals, compiled on demand and answered by search.
 * Decides where a budget ends and how much open time lies between two instants; knows nothing of targets or plans.
 */
import { CliError } from "../errors.js";
import { refuse } from "./check.js";
import { dayMs, minuteMs } from "./date.js";
import type { Interval } from "./interval.js";
import type { MinuteRange } from "./schedule.js";
import { checkInstant, earliestInstant, latestInstant, type Zone } from "./zone.js";

/** How far past its start a deadline is looked for, and the longest span that is listed: no hundred years are longer than 36,525 days. */
export const horizonYears = 100;
export const horizonMs = horizonYears * 365.25 * dayMs;

export function isWithinHorizon(from: number, to: number): boolean {
  return Math.abs(to - from) <= horizonMs;
}

/** Throws `beyond-horizon` for a span, either way round, that is longer than the horizon. */
export function checkSpan(zone: string, from: number, to: number): void {
  if (!isWithinHorizon(from, to)) throw new CliError({ code: "beyond-horizon", zone, years: horizonYears });
}

/** A set of open instants. With W(t) the open time before t, every question is one about W. */
export interface OpenTime {
  /** The earliest instant `t >= start` with `W(t) - W(start) = budgetMs`; `start` itself for a budget of 0. Throws `beyond-horizon` or `never-open`. */
  deadline(start: number, budgetMs: number): number;
  /** `W(to) - W(from)` in milliseconds; negative where `from > to`. */
  elapsed(from: number, to: number): number;
  isOpen(instant: number): boolean;
  /** The first open instant at or after `instant`. Throws `never-open` where none lies within the horizon. */
  nextOpen(instant: number): number;
  /** The open intervals within `[from, to)`, clipped to it. */
  intervals(from: number, to: number): readonly Interval[];
}

/** The `24x7` clock: every instant is open. */
export const alwaysOpen: OpenTime = {
  deadline(start, budgetMs) {
    checkBudget(start, budgetMs);
    const deadline = start + budgetMs;
    if (budgetMs > horizonMs || deadline > latestInstant)
      throw new CliError({ code: "beyond-horizon", zone: "24x7", years: horizonYears });
    return deadline;
  },
  elapsed(from, to) {
    checkInstant(from);
    checkInstant(to);
    return to - from;
  },
  isOpen(instant) {
    checkInstant(instant);
    return true;
  },
  nextOpen(instant) {
    checkInstant(instant);
    return instant;
  },
  intervals(from, to) {
    checkInstant(from);
    checkInstant(to);
    return from < to ? [{ from, to }] : [];
  },
};

/** Of an instant within what is compiled, the range need not be checked. */
function checkWhole(instant: number): void {
  if (!Number.isInteger(instant)) checkInstant(instant);
}

function checkBudget(start: number, budgetMs: number): void {
  checkInstant(start);
  if (!Number.isInteger(budgetMs) || budgetMs < 0)
    refuse("budgetMs", "a whole number of milliseconds from 0", budgetMs);
}

/** How much is compiled at first around the first instant asked about; each extension at least doubles what there is. */
const firstReachMs = 35 * dayMs;
const lookBackMs = 4 * dayMs;
/** A question further than this from what is compiled starts afresh there, so that a stray year costs nothing. */
const farMs = 50 * 366 * dayMs;

/** The open time of the dates' ranges in a zone, by the rule sign-on-the-door: open while the wall clock shows a time inside them. */
export function compileOpenTime(zone: Zone, rangesOf: (day: number) => readonly MinuteRange[]): OpenTime {
  // Interval i is [starts[i], ends[i]), totals[i] the open time before it since the beginning of what is compiled, [lo, hi).
  let starts = new Float64Array(64);
  let ends = new Float64Array(64);
  let totals = new Float64Array(64);
  let count = 0;
  let lo = 0;
  let hi = 0;
  // lastAt[k] is the last interval that starts at or before lo + k days (-1: none), so that a search starts next to its end.
  let lastAt = new Int32Array(0);

  function append(from: number, to: number): void {
    const end = ends[count - 1] ?? Number.NEGATIVE_INFINITY;
    if (from <= end) {
      if (to > end) ends[count - 1] = to;
      return;
    }
    if (count === starts.length) {
      starts = grown(starts);
      ends = grown(ends);
      totals = grown(totals);
    }
    starts[count] = from;
    ends[count] = to;
    totals[count] =
      count === 0 ? 0 : (totals[count - 1] as number) + (ends[count - 1] as number) - (starts[count - 1] as number);
    count++;
  }

  /** Appends the open intervals of [from, to), which follow all that is there. */
  function compile(from: number, to: number): void {
    for (const stretch of zone.stretches(from, to)) {
      const localFrom = stretch.from + stretch.offsetMs;
      const localTo = stretch.to + stretch.offsetMs;
      // A range may have begun on the day before and reach at most to the end of this one.
      for (let day = Math.floor(localFrom / dayMs) - 1; day * dayMs < localTo; day++) {
        const ranges = rangesOf(day);
        if (ranges.length === 0 || zone.skips(day)) continue;
        for (const range of ranges) {
          const open = Math.max(day * dayMs + range.open * minuteMs, localFrom);
          const close = Math.min(day * dayMs + range.close * minuteMs, localTo);
          if (open < close) append(open - stretch.offsetMs, close - stretch.offsetMs);
        }
      }
    }
  }

  function index(): void {
    const days = Math.ceil((hi - lo) / dayMs) + 1;
    lastAt = new Int32Array(days);
    for (let k = 0, i = -1; k < days; k++) {
      while (i + 1 < count && (starts[i + 1] as number) <= lo + k * dayMs) i++;
      lastAt[k] = i;
    }
  }

  /** Makes [from, to] answerable. */
  function cover(from: number, to: number): void {
    if (!(from >= lo && to < hi)) extend(from, to);
  }

  function extend(from: number, to: number): void {
    checkInstant(from);
    checkInstant(to);
    if (hi === lo || from > hi + farMs || to < lo - farMs) {
      count = 0;
      lo = Math.max(from - lookBackMs, earliestInstant);
      hi = lo;
      extendTo(Math.max(to, from + firstReachMs));
    } else {
      if (from < lo) {
        const knownTo = hi;
        lo = Math.max(Math.min(from - firstReachMs, lo - (hi - lo)), earliestInstant);
        count = 0;
        hi = lo;
        extendTo(Math.max(to, knownTo));
      }
      if (to >= hi) extendTo(Math.max(to, hi + (hi - lo)));
    }
    index();
  }

  function extendTo(to: number): void {
    const end = Math.min(to, latestInstant + dayMs) + 1;
    compile(hi, end);
    hi = end;
  }

  /** The last interval that starts at or before `instant`, -1 for none. The instant must be covered. */
  function find(instant: number): number {
    let i = lastAt[Math.floor((instant - lo) / dayMs)] as number;
    while (i + 1 < count && (starts[i + 1] as number) <= instant) i++;
    return i;
  }

  /** W(instant) for the interval that find() gave. */
  function openBefore(instant: number, i: number): number {
    if (i < 0) return 0;
    const start = starts[i] as number;
    const end = ends[i] as number;
    return (totals[i] as number) + Math.min(instant, end) - start;
  }

  /** The first interval from `i` on by whose end W has reached `goal`, or `count` where none of the compiled ones has. */
  function reach(goal: number, i: number): number {
    let low = Math.max(i, 0);
    // Budgets are mostly hours, so the end is mostly near; a long way is halved.
    for (let near = 0; near < 8; near++, low++) {
      if (low >= count || (totals[low] as number) + (ends[low] as number) - (starts[low] as number) >= goal) return low;
    }
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((totals[middle] as number) + (ends[middle] as number) - (starts[middle] as number) >= goal) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  function deadline(start: number, budgetMs: number): number {
    if (!(Number.isInteger(start) && Number.isInteger(budgetMs) && budgetMs > 0)) checkBudget(start, budgetMs);
    if (budgetMs === 0) return start;
    if (!(start >= lo && start < hi)) extend(start, start);
    for (;;) {
      const i = find(start);
      const before = openBefore(start, i);
      const j = reach(before + budgetMs, i);
      // The last compiled interval may go on past hi, so an end exactly at hi is not yet certain to be the place; any before it is.
      if (j < count) {
        const end = (starts[j] as number) + before + budgetMs - (totals[j] as number);
        if (end - start > horizonMs) throw new CliError({ code: "beyond-horizon", zone: zone.id, years: horizonYears });
        return end;
      }
      if (hi - start > horizonMs || hi > latestInstant) {
        const nothing = openBefore(hi, count - 1) === before;
        throw new CliError(
          nothing
            ? { code: "never-open", zone: zone.id }
            : { code: "beyond-horizon", zone: zone.id, years: horizonYears },
        );
      }
      cover(start, hi);
    }
  }

  function openTotal(instant: number): number {
    return openBefore(instant, find(instant));
  }

  return {
    deadline,
    elapsed(from, to) {
      checkWhole(from);
      checkWhole(to);
      if (from <= to) cover(from, to);
      else cover(to, from);
      return openTotal(to) - openTotal(from);
    },
    isOpen(instant) {
      checkWhole(instant);
      cover(instant, instant);
      const i = find(instant);
      return i >= 0 && instant < (ends[i] as number);
    },
    nextOpen(instant) {
      // The instant at which the first open millisecond has passed, less that millisecond.
      return deadline(instant, 1) - 1;
    },
    intervals(from, to) {
      checkInstant(from);
      checkInstant(to);
      if (from >= to) return [];
      cover(from, to);
      const found: Interval[] = [];
      const last = find(to);
      for (let i = Math.max(find(from), 0); i <= last; i++) {
        const clipped = { from: Math.max(starts[i] as number, from), to: Math.min(ends[i] as number, to) };
        if (clipped.from < clipped.to) found.push(clipped);
      }
      return found;
    },
  };
}

function grown(array: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(array.length * 2);
  larger.set(array);
  return larger;
}
