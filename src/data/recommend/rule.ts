/**
 * The rule of recommend: among the candidates within budget, the lowest rank that meets every need; if none meets all, the one that
 * meets most, the lowest rank where that is a tie. Budget decides who may be chosen and is no need itself.
 */

import { type Dataset, plansByRank } from "../dataset.js";
import { ownEntry } from "../lookup.js";
import type { Budget } from "./answers.js";

/** The plans in question, lowest rank first, and which of them may be chosen. */
export interface CandidateSet {
  readonly plans: readonly string[];
  isAffordable(plan: string, budget: Budget): boolean;
}

/** The candidates of a dataset as a set: a plan is affordable unless it is paid and the budget is `included`. */
export function candidateSetOf(dataset: Dataset, candidates: readonly string[]): CandidateSet {
  return {
    plans: plansByRank(dataset).filter((plan) => candidates.includes(plan)),
    isAffordable: (plan, budget) => budget === "any" || !ownEntry(dataset.plans, plan)?.paid,
  };
}

/**
 * The rule, over how many needs each plan meets. Undefined where none may be chosen. A plan that meets all meets most, so one pass
 * that keeps the first best is the whole rule.
 */
export function choose(field: CandidateSet, budget: Budget, metBy: readonly number[]): string | undefined {
  let best = -1;
  field.plans.forEach((plan, i) => {
    if (!field.isAffordable(plan, budget)) return;
    if (best < 0 || (metBy[i] as number) > (metBy[best] as number)) best = i;
  });
  return field.plans[best];
}
