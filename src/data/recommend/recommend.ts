/**
 * Which plan the answers call for, and why. The same answers always give the same plan.
 * The rule is in choose.ts, what a need asks in needs.ts, and what would change the choice is found by trying, in changes.ts.
 */
import type { Target } from "../../core/target.js";
import { type Dataset, type FeatureValue, type Note, plansByRank } from "../dataset.js";
import { ownEntry, targetFor } from "../lookup.js";
import type { Answers } from "./answers.js";
import {
  amountOf,
  contactsFeature,
  evaluateNeed,
  type Has,
  isBetterTarget,
  type Need,
  type NeedResult,
  needsOf,
  shortestDayHours,
} from "./needs.js";
import { type CandidateSet, candidateSetOf, choose } from "./rule.js";
import { type Change, findChanges } from "./what-would-change.js";

/** How a plan does against the needs. */
export interface EvaluatedPlan {
  readonly plan: string;
  readonly withinBudget: boolean;
  readonly meetsAll: boolean;
  readonly met: readonly NeedResult[];
  readonly unmet: readonly NeedResult[];
}

/** Why this plan, as codes with fields; plans and needs by id. */
export type Reason =
  /** No candidate may be taken: all are paid, and only an included one is wanted. */
  | { readonly code: "none-within-budget"; readonly plans: readonly string[] }
  /** Nothing was asked, so the lowest rank serves. */
  | { readonly code: "no-needs"; readonly plan: string }
  | { readonly code: "meets-all"; readonly plan: string; readonly needs: number }
  | { readonly code: "meets-most"; readonly plan: string; readonly met: number; readonly needs: number }
  /** These higher candidates within budget meet as many needs. */
  | { readonly code: "lowest-rank"; readonly plan: string; readonly over: readonly string[] }
  /** A lower candidate within budget falls short of what the chosen one meets. */
  | { readonly code: "lower-rank-lacks"; readonly plan: string; readonly needs: readonly string[] }
  /** A candidate that is paid and therefore out; the needs that only it would have met. */
  | { readonly code: "excluded-by-budget"; readonly plan: string; readonly needs: readonly string[] }
  | ({ readonly code: "unmet"; readonly plan: string } & Pick<NeedResult, "need" | "wanted" | "has" | "note">);

/** What another plan has that differs: a feature's value or a priority's target, in the chosen plan and in the other. */
export type Difference =
  | {
      readonly kind: "feature";
      readonly id: string;
      readonly from: FeatureValue | null;
      readonly to: FeatureValue | null;
    }
  | { readonly kind: "target"; readonly id: string; readonly from: Target | null; readonly to: Target | null };

export interface OtherPlan {
  readonly plan: string;
  readonly withinBudget: boolean;
  readonly adds: readonly Difference[];
  readonly lacks: readonly Difference[];
  /** Targets of which neither is better: one runs on a stricter clock, the other is shorter. */
  readonly differs: readonly Difference[];
}

export interface Beyond {
  readonly need: string;
  /** Plans that would meet it but could not be chosen: outside the candidates, or over budget; lowest rank first. */
  readonly plans: readonly string[];
  /** Those of them that the budget rules out. */
  readonly overBudget: readonly string[];
}

/** What the judgement takes for granted. */
export type RecommendAssumption =
  | { readonly code: "clock-as-planned"; readonly needs: readonly string[] }
  | { readonly code: "shortest-day"; readonly hours: number };

export interface Recommendation {
  /** A plan id; null where the budget leaves no candidate. */
  readonly recommended: string | null;
  readonly answers: Answers;
  /** All candidates, lowest rank first. */
  readonly candidates: readonly EvaluatedPlan[];
  readonly reasons: readonly Reason[];
  readonly others: readonly OtherPlan[];
  readonly wouldChange: readonly Change[];
  /** How many there are in all; `wouldChange` holds the first of them. */
  readonly wouldChangeTotal: number;
  readonly beyond: readonly Beyond[];
  /** Plans that could not be chosen and would meet every need; lowest rank first. */
  readonly beyondAll: readonly string[];
  /** Ids of the conditions and exclusions that touch what was asked. */
  readonly notes: readonly string[];
  readonly assumptions: readonly RecommendAssumption[];
}

/**
 * The plan that the answers call for. `candidates` are plan ids, the dataset's own unless given; `region` is a region id, where clocks and
 * languages depend on it.
 */
export function recommend(
  dataset: Dataset,
  answers: Answers,
  candidates = dataset.candidates,
  region?: string,
): Recommendation {
  const field = candidateSetOf(dataset, candidates);
  const needs = needsOf(answers);
  const judging = { dataset, products: answers.products, region };
  const evaluated = field.plans.map((plan): EvaluatedPlan => {
    const verdicts = needs.map((need) => evaluateNeed(need, plan, judging));
    const unmet = verdicts.filter(({ met }) => !met).map(({ judgement }) => judgement);
    return {
      plan,
      withinBudget: field.isAffordable(plan, answers.budget),
      meetsAll: unmet.length === 0,
      met: verdicts.filter(({ met }) => met).map(({ judgement }) => judgement),
      unmet,
    };
  });
  const recommended = choose(
    field,
    answers.budget,
    evaluated.map(({ met }) => met.length),
  );
  const chosen = evaluated.find(({ plan }) => plan === recommended);
  const { changes, total } = findChanges(dataset, answers, field, region, recommended);
  return {
    recommended: recommended ?? null,
    answers,
    candidates: evaluated,
    reasons: chosen ? reasonsFor(chosen, evaluated) : [{ code: "none-within-budget", plans: field.plans }],
    others: chosen
      ? evaluated.filter((one) => one !== chosen).map((one) => otherPlan(chosen.plan, one, dataset, region))
      : [],
    wouldChange: changes,
    wouldChangeTotal: total,
    ...findBeyond(chosen, needs, field, answers, judging),
    notes: dataset.notes
      .filter((note) => isTouched(note, answers, contactsFeature(dataset), region))
      .map(({ id }) => id),
    assumptions: assumptionsOf(answers, dataset, region),
  };
}

function reasonsFor(chosen: EvaluatedPlan, evaluated: readonly EvaluatedPlan[]): Reason[] {
  const { plan, met, unmet } = chosen;
  const needs = met.length + unmet.length;
  const at = evaluated.indexOf(chosen);
  const names = (list: readonly NeedResult[]) => list.map(({ need }) => need);
  const reasons: Reason[] = [];
  if (needs === 0) reasons.push({ code: "no-needs", plan });
  else if (unmet.length === 0) reasons.push({ code: "meets-all", plan, needs });
  else reasons.push({ code: "meets-most", plan, met: met.length, needs });

  for (const lower of evaluated.slice(0, at)) {
    const lacks = names(lower.unmet).filter((need) => names(met).includes(need));
    // Within budget and not chosen, it meets fewer needs, so there is one that it lacks.
    if (lower.withinBudget) reasons.push({ code: "lower-rank-lacks", plan: lower.plan, needs: lacks });
  }
  const over = evaluated.slice(at + 1).filter((higher) => higher.withinBudget && higher.met.length === met.length);
  if (over.length > 0 && needs > 0)
    reasons.push({ code: "lowest-rank", plan, over: over.map((higher) => higher.plan) });
  for (const { need, wanted, has, note } of unmet)
    reasons.push({ code: "unmet", plan, need, wanted, has, ...(note !== undefined && { note }) });
  for (const out of evaluated) {
    const would = names(out.met).filter((need) => names(unmet).includes(need));
    if (!out.withinBudget && would.length > 0)
      reasons.push({ code: "excluded-by-budget", plan: out.plan, needs: would });
  }
  return reasons;
}

function otherPlan(
  chosen: string,
  { plan, withinBudget }: EvaluatedPlan,
  dataset: Dataset,
  region: string | undefined,
): OtherPlan {
  const adds: Difference[] = [];
  const lacks: Difference[] = [];
  const differs: Difference[] = [];
  for (const id of Object.keys(dataset.priorities)) {
    const from = targetFor(dataset, chosen, id, region) ?? null;
    const to = targetFor(dataset, plan, id, region) ?? null;
    const difference: Difference = { kind: "target", id, from, to };
    const dayHours = shortestDayHours(dataset, region);
    if (isBetterTarget(to, from, dayHours)) adds.push(difference);
    else if (isBetterTarget(from, to, dayHours)) lacks.push(difference);
    else if (JSON.stringify(from) !== JSON.stringify(to)) differs.push(difference);
  }
  for (const [id, { values }] of Object.entries(dataset.features)) {
    const from = ownEntry(values, chosen) ?? null;
    const to = ownEntry(values, plan) ?? null;
    const more = amountOf(to) - amountOf(from);
    if (more > 0) adds.push({ kind: "feature", id, from, to });
    if (more < 0) lacks.push({ kind: "feature", id, from, to });
  }
  return { plan, withinBudget, adds, lacks, differs };
}

function findBeyond(
  chosen: EvaluatedPlan | undefined,
  needs: readonly Need[],
  field: CandidateSet,
  { budget }: Answers,
  judging: { readonly dataset: Dataset; readonly products: readonly string[]; readonly region: string | undefined },
): Pick<Recommendation, "beyond" | "beyondAll"> {
  const { dataset } = judging;
  const affordable = (plan: string) => field.isAffordable(plan, budget);
  const outside = plansByRank(dataset).filter((plan) => !field.plans.includes(plan) || !affordable(plan));
  const missed = needs.filter(({ need }) => !chosen?.met.some((met) => met.need === need));
  const meets = (plan: string, need: Need) => evaluateNeed(need, plan, judging).met;
  return {
    beyond: missed.map((need) => {
      const plans = outside.filter((plan) => meets(plan, need));
      return { need: need.need, plans, overBudget: plans.filter((plan) => !affordable(plan)) };
    }),
    beyondAll: missed.length === 0 ? [] : outside.filter((plan) => needs.every((need) => meets(plan, need))),
  };
}

const subjects = ["features", "priorities", "products", "languages", "regions"] as const;

/** Conditions and exclusions about something that was asked for: every list of subjects they have holds one of the answers. */
function isTouched(
  { kind, appliesTo: scope }: Note,
  answers: Answers,
  contacts: string | undefined,
  region: string | undefined,
): boolean {
  if (kind !== "condition" && kind !== "exclusion") return false;
  const asked: Readonly<Record<(typeof subjects)[number], readonly (string | undefined)[]>> = {
    features: answers.contacts === undefined ? answers.features : [...answers.features, contacts],
    priorities: Object.keys(answers.within),
    products: answers.products,
    languages: answers.languages,
    regions: [region],
  };
  const touched = subjects.flatMap((key) => scope[key]?.some((id) => asked[key].includes(id)) ?? []);
  return touched.length > 0 && touched.every(Boolean);
}

function assumptionsOf({ within }: Answers, dataset: Dataset, region: string | undefined): RecommendAssumption[] {
  const assumptions: RecommendAssumption[] = [];
  const clockless = Object.entries(within).filter(([, { clock }]) => clock === undefined);
  if (clockless.length > 0)
    assumptions.push({ code: "clock-as-planned", needs: clockless.map(([priority]) => `within:${priority}`) });
  const mixesDays = Object.entries(within).some(([priority, { unit }]) =>
    Object.keys(dataset.plans).some((plan) => {
      const target = targetFor(dataset, plan, priority, region);
      return target !== undefined && (target.unit === "days") !== (unit === "days");
    }),
  );
  if (mixesDays) assumptions.push({ code: "shortest-day", hours: shortestDayHours(dataset, region) });
  return assumptions;
}

export type { Answers } from "./answers.js";
export type { Change } from "./what-would-change.js";
export type { Has, NeedResult };
