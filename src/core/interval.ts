/**
 * Half-open intervals `[from, to)` of instants and their union and difference. Values only, without zones or dates.
 */

export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The union of intervals as a sorted list of disjoint, non-touching ones; empty and reversed ones are dropped. */
export function union(intervals: readonly Interval[]): readonly Interval[] {
  const sorted = intervals.filter((i) => i.from < i.to).sort((a, b) => a.from - b.from);
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of sorted) {
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** The rest of sorted, disjoint `intervals` outside `removed`, which must be a {@link union}. */
export function subtract(intervals: readonly Interval[], removed: readonly Interval[]): readonly Interval[] {
  const left: Interval[] = [];
  for (const { from, to } of intervals) {
    let cursor = from;
    for (const hole of removed) {
      if (hole.to <= cursor) continue;
      if (hole.from >= to) break;
      if (hole.from > cursor) left.push({ from: cursor, to: hole.from });
      cursor = hole.to;
    }
    if (cursor < to) left.push({ from: cursor, to });
  }
  return left;
}
