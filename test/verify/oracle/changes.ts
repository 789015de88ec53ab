/** Finds where a zone moves its clock, by looking at the wall once a step and halving the step that differs. */
import { askWall, DAY, SECOND } from "./wall.js";

/** The first instants (to the second) of each new distance from UTC between two instants, looking once every `step`. */
export function findChanges(zone: string, from: number, to: number, step = DAY): number[] {
  const distance = (t: number) => askWall(zone, t) - t;
  const changes: number[] = [];
  let before = distance(from);
  for (let t = from + step; t <= to; t += step) {
    const after = distance(t);
    if (after === before) continue;
    let low = t - step;
    let high = t;
    while (high - low > SECOND) {
      const middle = low + Math.floor((high - low) / 2 / SECOND) * SECOND;
      if (distance(middle) === before) low = middle;
      else high = middle;
    }
    changes.push(high);
    before = after;
  }
  return changes;
}
