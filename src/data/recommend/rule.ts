/**
 * The rule of recommend: among the candidates within budget, the lowest rank that meets every need. If none does, nothing is recommended,
 * and the closest is named: most needs met, then nearest in the amounts missed, then the lowest rank. Budget decides who may be chosen and
 * is no need itself.
 */

import { type Dataset, plansByRank } from "../dataset.js";
import { ownEntry } from "../lookup.js";
import type { Budget } from "./answers.js";
import type { Evaluation, NeedResult } from "./needs.js";

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

/** The plan to recommend, given how many needs each plan does not meet. Undefined where no plan within budget meets all. */
export function choose(field: CandidateSet, budget: Budget, notMet: readonly number[]): string | undefined {
  return field.plans.find((plan, i) => notMet[i] === 0 && field.isAffordable(plan, budget));
}

/** How a plan does against the needs. */
export interface EvaluatedPlan {
  readonly plan: string;
  readonly withinBudget: boolean;
  readonly meetsAll: boolean;
  readonly met: readonly NeedResult[];
  readonly unmet: readonly NeedResult[];
  /** Needs that no source states of this plan; they count as not met. */
  readonly unknown: readonly NeedResult[];
}

/** The results of a plan by outcome. */
export function evaluatedPlan(plan: string, evaluations: readonly Evaluation[], withinBudget: boolean): EvaluatedPlan {
  const those = (wanted: Evaluation["outcome"]) =>
    evaluations.filter(({ outcome }) => outcome === wanted).map(({ result }) => result);
  const met = those("met");
  return {
    plan,
    withinBudget,
    meetsAll: met.length === evaluations.length,
    met,
    unmet: those("unmet"),
    unknown: those("unknown"),
  };
}

/** A candidate with its needs evaluated. */
export interface Contender {
  readonly plan: string;
  readonly evaluations: readonly Evaluation[];
}

/** Candidates within budget from the closest on, where none meets all; equally close ones keep their order by rank. */
export function byCloseness<T extends Contender>(contenders: readonly T[]): readonly T[] {
  return [...contenders].sort(compareCloseness);
}

/** Negative where `a` is closer, 0 where both are equally close. */
export function compareCloseness(a: Contender, b: Contender): number {
  const [first, second] = [distanceOf(a), distanceOf(b)];
  const difference = first.map((part, i) => part - (second[i] as number)).find((part) => Math.abs(part) > 1e-9);
  return difference ?? 0;
}

/** Needs not met, amounts missed, clocks missed. */
function distanceOf({ evaluations }: Contender): readonly number[] {
  const sum = (of: (evaluation: Evaluation) => number) => evaluations.reduce((total, one) => total + of(one), 0);
  return [
    sum(({ outcome }) => (outcome === "met" ? 0 : 1)),
    sum(({ miss }) => miss.amount),
    sum(({ miss }) => miss.clocks),
  ];
}
