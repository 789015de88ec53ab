/**
 * Pauses: open time inside any pause does not count. Removes a ticket's pauses from open time.
 */
import { checkList, checkObject, refuse } from "./check.js";
import { type Interval, subtract, union } from "./interval.js";
import { horizonMs, type OpenTime } from "./open-time.js";
import { isInstant } from "./zone.js";

/** `[from, to)` in which the clock of a ticket is stopped. */
export type Pause = Interval;

export const noPauses: readonly Pause[] = [];

/** Throws RangeError for pauses whose ends are not instants or are in the wrong order. */
export function checkPauses(pauses: readonly Pause[]): void {
  checkList("pauses", pauses);
  for (const pause of pauses) {
    checkObject("a pause", pause);
    const { from, to } = pause;
    if (!isInstant(from)) refuse("from of a pause", "a whole number of milliseconds within the years 0001-9999", from);
    if (!isInstant(to)) refuse("to of a pause", "a whole number of milliseconds within the years 0001-9999", to);
    if (from > to) throw new RangeError(`a pause must not end before it begins, got ${from} to ${to}`);
  }
}

/** The open time outside all pauses, which may overlap, be outside hours or reach past any deadline. */
export function withPauses(open: OpenTime, pauses: readonly Pause[]): OpenTime {
  if (pauses.length === 0) return open;
  const merged = union(pauses);

  function deadline(start: number, budgetMs: number): number {
    let cursor = start;
    let left = budgetMs;
    for (const pause of merged) {
      if (pause.to <= cursor) continue;
      if (pause.from > cursor) {
        const end = open.deadline(cursor, left);
        // An end exactly at the pause's start is before the pause: the budget ran out as it began.
        if (end <= pause.from) return end;
        left -= open.elapsed(cursor, pause.from);
      }
      cursor = pause.to;
    }
    const end = open.deadline(cursor, left);
    // The horizon counts from the start, however long a pause is: a later deadline is beyond it.
    return end - start > horizonMs ? open.deadline(start, horizonMs + 1) : end;
  }

  function elapsed(from: number, to: number): number {
    if (from > to) return 0 - elapsed(to, from);
    let counted = open.elapsed(from, to);
    for (const pause of merged) {
      const pauseFrom = Math.max(pause.from, from);
      const pauseTo = Math.min(pause.to, to);
      if (pauseFrom < pauseTo) counted -= open.elapsed(pauseFrom, pauseTo);
    }
    return counted;
  }

  return {
    deadline: (start, budgetMs) => (budgetMs === 0 ? open.deadline(start, 0) : deadline(start, budgetMs)),
    elapsed,
    isOpen: (instant) => open.isOpen(instant) && !merged.some((pause) => instant >= pause.from && instant < pause.to),
    nextOpen: (instant) => deadline(instant, 1) - 1,
    intervals: (from, to) => subtract(open.intervals(from, to), merged),
  };
}
