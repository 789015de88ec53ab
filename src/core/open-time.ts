/**
 * Open time on the time line: where a budget ends, and how much open time there is between two instants.
 * Targets and plans are not its concern.
 */
import { CliError } from "../errors.js";
import { maxYears } from "../limits.js";
import { refuse } from "./check.js";
import { dayMs } from "./date.js";
import type { Interval } from "./interval.js";
import { OpenIntervals } from "./open-intervals.js";
import type { MinuteRange } from "./schedule.js";
import { checkInstant, latestInstant, type Zone } from "./zone.js";

/** The furthest deadline from its start, and the longest span of a ledger: no hundred years are longer than 36,525 days. */
export const horizonMs = maxYears * 365.25 * dayMs;

export function isWithinHorizon(from: number, to: number): boolean {
  return Math.abs(to - from) <= horizonMs;
}

/** Throws `beyond-horizon` for a span, either way round, that is longer than the horizon. */
export function checkSpan(zone: string, from: number, to: number): void {
  if (!isWithinHorizon(from, to)) throw new CliError({ code: "beyond-horizon", zone, years: maxYears });
}

/** A set of open instants; W(t) is the open time before t, in milliseconds. */
export interface OpenTime {
  /** The earliest instant `t >= start` with `W(t) - W(start) = budgetMs`; `start` itself for a budget of 0. Throws `beyond-horizon`, `never-open` or `instant-out-of-range`. */
  deadline(start: number, budgetMs: number): number;
  /** `W(to) - W(from)` in milliseconds; negative where `from > to`. */
  elapsed(from: number, to: number): number;
  isOpen(instant: number): boolean;
  /** The first open instant at or after `instant`. Throws `never-open` where there is none within the horizon. */
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
      throw new CliError({ code: "beyond-horizon", zone: "24x7", years: maxYears });
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

/** Refuses fractions and other types; {@link OpenIntervals.cover} checks the range of what is not compiled. */
function checkWhole(instant: number): void {
  if (!Number.isInteger(instant)) checkInstant(instant);
}

function checkBudget(start: number, budgetMs: number): void {
  checkInstant(start);
  if (!Number.isInteger(budgetMs) || budgetMs < 0)
    refuse("budgetMs", "a whole number of milliseconds from 0", budgetMs);
}

/** The open time of the dates' ranges in a zone, by the rule sign-on-the-door: open while the wall clock shows a time inside them. */
export function compileOpenTime(zone: Zone, rangesOf: (day: number) => readonly MinuteRange[]): OpenTime {
  const open = new OpenIntervals(zone, rangesOf);

  function deadline(start: number, budgetMs: number): number {
    if (!(Number.isInteger(start) && Number.isInteger(budgetMs) && budgetMs > 0)) checkBudget(start, budgetMs);
    if (budgetMs === 0) return start;
    open.cover(start, start);
    for (;;) {
      const i = open.find(start);
      const before = open.totalBefore(start, i);
      const last = open.findTotal(before + budgetMs, i);
      if (last < open.count) {
        const end = open.instantOfTotal(before + budgetMs, last);
        if (end - start > horizonMs) throw beyondHorizon();
        if (end > latestInstant) checkInstant(end);
        return end;
      }
      if (open.to - start > horizonMs || open.to > latestInstant) {
        const isNeverOpen = open.totalBefore(open.to, open.count - 1) === before;
        throw isNeverOpen ? new CliError({ code: "never-open", zone: zone.id }) : beyondHorizon();
      }
      open.cover(start, open.to);
    }
  }

  function beyondHorizon(): CliError {
    return new CliError({ code: "beyond-horizon", zone: zone.id, years: maxYears });
  }

  return {
    deadline,
    elapsed(from, to) {
      checkWhole(from);
      checkWhole(to);
      if (from <= to) open.cover(from, to);
      else open.cover(to, from);
      return open.totalBefore(to, open.find(to)) - open.totalBefore(from, open.find(from));
    },
    isOpen(instant) {
      checkWhole(instant);
      open.cover(instant, instant);
      return open.isOpen(instant);
    },
    nextOpen(instant) {
      // The instant at which the first open millisecond has passed, less that millisecond.
      return deadline(instant, 1) - 1;
    },
    intervals(from, to) {
      checkInstant(from);
      checkInstant(to);
      if (from >= to) return [];
      open.cover(from, to);
      return open.clipped(from, to);
    },
  };
}
