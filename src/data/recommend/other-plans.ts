/**
 * What another plan has that differs from the recommended or closest one.
 */
import type { Target } from "../../core/target.js";
import type { FeatureValue } from "../dataset.js";
import { featureValueFor } from "../lookup.js";
import { amountOf, isBetterTarget, type NeedContext, shortestDayHours, targetInUse } from "./needs.js";

/** A feature's value or a priority's target, in the plan compared with and in the other; null where no source states it. */
export type Difference =
  | {
      readonly kind: "feature";
      readonly id: string;
      readonly from: FeatureValue | null;
      readonly to: FeatureValue | null;
    }
  | { readonly kind: "target"; readonly id: string; readonly from: Target | null; readonly to: Target | null };

export interface Differences {
  readonly adds: readonly Difference[];
  readonly lacks: readonly Difference[];
  /** Targets of which neither is better: one runs on a stricter clock, the other is shorter. */
  readonly differs: readonly Difference[];
  /** What no source states for one of the two. */
  readonly unknown: readonly Difference[];
}

/** How `plan` differs from `base`. */
export function differencesBetween(base: string, plan: string, context: NeedContext): Differences {
  const { dataset, region } = context;
  const found = { adds: [], lacks: [], differs: [], unknown: [] } satisfies Record<keyof Differences, Difference[]>;
  const differences: Readonly<Record<keyof Differences, Difference[]>> = found;
  const dayHours = shortestDayHours(dataset, region);
  for (const id of Object.keys(dataset.priorities)) {
    const from = targetInUse(base, id, context) ?? null;
    const to = targetInUse(plan, id, context) ?? null;
    const kind = compareTargets(from, to, dayHours);
    if (kind) differences[kind].push({ kind: "target", id, from, to });
  }
  for (const id of Object.keys(dataset.features)) {
    const from = featureValueFor(dataset, id, base, region);
    const to = featureValueFor(dataset, id, plan, region);
    const kind = compareValues(from, to);
    if (kind) differences[kind].push({ kind: "feature", id, from, to });
  }
  return differences;
}

function compareTargets(from: Target | null, to: Target | null, dayHours: number): keyof Differences | undefined {
  if (from === null || to === null) return from === to ? undefined : "unknown";
  if (isBetterTarget(to, from, dayHours)) return "adds";
  if (isBetterTarget(from, to, dayHours)) return "lacks";
  return JSON.stringify(from) === JSON.stringify(to) ? undefined : "differs";
}

function compareValues(from: FeatureValue | null, to: FeatureValue | null): keyof Differences | undefined {
  if (from === null || to === null) return from === to ? undefined : "unknown";
  const more = amountOf(to) - amountOf(from);
  if (more === 0) return undefined;
  return more > 0 ? "adds" : "lacks";
}
