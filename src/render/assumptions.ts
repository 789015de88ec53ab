/**
 * Groups assumptions for output: those that differ only in their region become one sentence, in the place of the first.
 * Settings of a project are left out: stderr names their file.
 */
import { type Assumption, type GroupedAssumption, noticeClasses } from "../report.js";

export function groupAssumptions(assumptions: readonly Assumption[]): readonly GroupedAssumption[] {
  const grouped: GroupedAssumption[] = [];
  for (const assumption of assumptions) {
    if (noticeClasses[assumption.code] === "settings") continue;
    const one = asGrouped(assumption);
    const at = grouped.findIndex(({ code }) => code === one.code);
    const before = grouped[at];
    if (before?.code === "region-zone" && one.code === "region-zone")
      grouped[at] = { ...one, zones: [...before.zones, ...one.zones] };
    else if (before?.code === "weekdays" && one.code === "weekdays")
      grouped[at] = { ...one, regions: [...before.regions, ...one.regions] };
    else grouped.push(one);
  }
  return grouped;
}

/** An assumption in a group of its own. */
export function asGrouped(assumption: Assumption): GroupedAssumption {
  switch (assumption.code) {
    case "region-zone":
      return { code: assumption.code, zones: [{ region: assumption.regionName, zone: assumption.zone }] };
    case "weekdays":
      return { code: assumption.code, regions: [assumption.regionName] };
    default:
      return assumption;
  }
}
