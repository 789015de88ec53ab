/**
 * The plan of another dataset whose first-response targets are nearest to a plan's. Nearness is no claim that one replaces the other.
 */
import type { Target } from "../../core/target.js";
import { type Dataset, plansByRank } from "../dataset.js";
import { ownEntry, targetFor } from "../lookup.js";
import { hoursOf, openHoursPerWeek, shortestDayHours } from "./needs.js";

/** Where a dataset is no longer in force, the plan of its successor that is nearest to the recommended or closest one. */
export interface NearestPlan {
  readonly nearest?: { readonly dataset: string; readonly plan: string; readonly name: string };
}

/**
 * The plan of `successor` nearest to `plan`: the one that the dataset names, or the one with the smallest ratios between the targets,
 * each stretched to the hours of a whole week; the lowest rank where two are equally near. Undefined where no targets can be compared.
 */
export function nearestPlan(dataset: Dataset, plan: string, successor: Dataset): string | undefined {
  const stated = ownEntry(dataset.plans, plan)?.nearest;
  if (stated?.dataset === successor.id && ownEntry(successor.plans, stated.plan)) return stated.plan;
  return nearestByTargets(dataset, plan, successor);
}

export function nearestByTargets(dataset: Dataset, plan: string, successor: Dataset): string | undefined {
  const distances = plansByRank(successor).flatMap((other) => {
    const ratios = Object.keys(dataset.priorities).flatMap((priority) => {
      const from = targetFor(dataset, plan, priority);
      const to = targetFor(successor, other, priority);
      return from && to ? [Math.abs(Math.log2(weekHours(to, successor) / weekHours(from, dataset)))] : [];
    });
    return ratios.length === 0 ? [] : [{ other, distance: ratios.reduce((sum, ratio) => sum + ratio, 0) }];
  });
  return distances.sort((a, b) => a.distance - b.distance)[0]?.other;
}

/** A target as hours of the whole week: an hour on a clock that runs 40 hours a week counts as 4.2. */
function weekHours(target: Target, dataset: Dataset): number {
  return (hoursOf(target, target.clock, shortestDayHours(dataset)) * 168) / openHoursPerWeek(dataset, target.clock);
}
