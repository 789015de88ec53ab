/**
 * Assumptions as output lists them: those that differ in nothing but their region are one sentence, where the first of them stands.
 * Settings of a project are left out: stderr names their file.
 */
import { type Assumption, noticeClasses, type ToldAssumption } from "../report.js";

export function gatherAssumptions(assumptions: readonly Assumption[]): readonly ToldAssumption[] {
  const told: ToldAssumption[] = [];
  for (const assumption of assumptions) {
    if (noticeClasses[assumption.code] === "settings") continue;
    const one = toldOf(assumption);
    const at = told.findIndex(({ code }) => code === one.code);
    const before = told[at];
    if (before?.code === "region-zone" && one.code === "region-zone") told[at] = { ...one, zones: [...before.zones, ...one.zones] };
    else if (before?.code === "weekdays" && one.code === "weekdays") told[at] = { ...one, regions: [...before.regions, ...one.regions] };
    else told.push(one);
  }
  return told;
}

/** An assumption told by itself. */
export function toldOf(assumption: Assumption): ToldAssumption {
  switch (assumption.code) {
    case "region-zone":
      return { code: assumption.code, zones: [{ region: assumption.region, zone: assumption.zone }] };
    case "weekdays":
      return { code: assumption.code, regions: [assumption.region] };
    default:
      return assumption;
  }
}
