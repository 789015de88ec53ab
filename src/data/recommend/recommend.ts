/**
 * Which plan the answers call for, and why. The same answers always give the same plan.
 * The rule is in rule.ts, needs in needs.ts, reasons in reasons.ts; what would change the result is found by trying, in
 * what-would-change.ts.
 */
import { type Dataset, type Note, plansByRank } from "../dataset.js";
import { type Answers, inDatasetOrder } from "./answers.js";
import {
  contactsFeature,
  evaluateNeed,
  type Has,
  type Need,
  type NeedContext,
  type NeedResult,
  needsOf,
  shortestDayHours,
  targetInUse,
} from "./needs.js";
import { type Differences, differencesBetween } from "./other-plans.js";
import { type Reason, reasonsAgainst, reasonsToRecommend } from "./reasons.js";
import {
  byCloseness,
  type CandidateSet,
  candidateSetOf,
  choose,
  compareCloseness,
  type EvaluatedPlan,
  evaluatedPlan,
} from "./rule.js";
import { type Change, findChanges } from "./what-would-change.js";

export interface OtherPlan extends Differences {
  readonly plan: string;
  readonly withinBudget: boolean;
}

export interface Beyond {
  readonly need: string;
  /** Plans that would meet it but could not be chosen: outside the candidates, or over budget; lowest rank first. */
  readonly plans: readonly string[];
  /** Those of them that the budget rules out. */
  readonly overBudget: readonly string[];
}

/** What the recommendation assumes. */
export type RecommendAssumption =
  | { readonly code: "clock-as-planned"; readonly needs: readonly string[] }
  | { readonly code: "shortest-day"; readonly hours: number }
  /** Needs measured on few responses. */
  | {
      readonly code: "few-tickets";
      readonly fewer: number;
      readonly priorities: readonly { readonly priority: string; readonly tickets: number }[];
    };

export interface Recommendation {
  /** A plan id; null where no candidate within budget meets every need. */
  readonly recommended: string | null;
  /** Where nothing is recommended, the candidate within budget that comes closest; null where none is within budget. */
  readonly closest: string | null;
  readonly answers: Answers;
  /** The needs in the order of the questions. */
  readonly needs: readonly Need[];
  /** All candidates, lowest rank first. */
  readonly candidates: readonly EvaluatedPlan[];
  readonly reasons: readonly Reason[];
  /** The other candidates against the recommended or closest one. */
  readonly others: readonly OtherPlan[];
  readonly wouldChange: readonly Change[];
  /** How many there are in all; `wouldChange` holds the first of them. */
  readonly wouldChangeTotal: number;
  readonly beyond: readonly Beyond[];
  /** Where nothing is recommended, the plans outside the candidates or over budget that meet every need; lowest rank first. */
  readonly beyondAll: readonly string[];
  /** Ids of the conditions and exclusions that apply to the answers. */
  readonly notes: readonly string[];
  readonly assumptions: readonly RecommendAssumption[];
}

/**
 * The plan that the answers call for. `candidates` are plan ids, the dataset's own unless given; `region` is a region id, where clocks and
 * languages depend on it.
 */
export function recommend(
  dataset: Dataset,
  given: Answers,
  candidates = dataset.candidates,
  region?: string,
): Recommendation {
  const answers = inDatasetOrder(given, dataset);
  const field = candidateSetOf(dataset, candidates);
  const needs = needsOf(answers);
  const context: NeedContext = { dataset, products: answers.products, region };
  const contenders = field.plans.map((plan) => {
    const evaluations = needs.map((need) => evaluateNeed(need, plan, context));
    return { plan, evaluations, evaluated: evaluatedPlan(plan, evaluations, field.isAffordable(plan, answers.budget)) };
  });
  const evaluated = contenders.map((one) => one.evaluated);
  const recommended = choose(
    field,
    answers.budget,
    evaluated.map(({ unmet, unknown }) => unmet.length + unknown.length),
  );
  const ordered = byCloseness(contenders.filter((one) => one.evaluated.withinBudget));
  const closest = recommended === undefined ? ordered[0] : undefined;
  const tied = ordered.slice(1).filter((one) => closest && compareCloseness(closest, one) === 0);
  const named = evaluated.find(({ plan }) => plan === (recommended ?? closest?.plan));
  const beyondAll = recommended === undefined ? plansMeetingAll(needs, field, answers, context) : [];
  const { changes, total } = findChanges(dataset, answers, field, region, {
    recommended,
    closest: closest?.plan,
  });
  return {
    recommended: recommended ?? null,
    closest: closest?.plan ?? null,
    answers,
    needs,
    candidates: evaluated,
    reasons:
      recommended !== undefined && named
        ? reasonsToRecommend(named, evaluated)
        : reasonsAgainst(
            named,
            tied.map(({ plan }) => plan),
            evaluated,
            {
              plans: beyondAll,
              overBudget: beyondAll.filter((plan) => !field.isAffordable(plan, answers.budget)),
              outside: beyondAll.filter((plan) => !field.plans.includes(plan)),
            },
          ),
    others: othersThan(named, evaluated, context),
    wouldChange: changes,
    wouldChangeTotal: total,
    beyond: findBeyond(named, needs, field, answers, context),
    beyondAll,
    notes: dataset.notes
      .filter((note) => isTouched(note, answers, contactsFeature(dataset), region))
      .map(({ id }) => id),
    assumptions: assumptionsOf(answers, context),
  };
}

function othersThan(
  named: EvaluatedPlan | undefined,
  evaluated: readonly EvaluatedPlan[],
  context: NeedContext,
): readonly OtherPlan[] {
  if (!named) return [];
  return evaluated
    .filter((one) => one !== named)
    .map(({ plan, withinBudget }) => ({ plan, withinBudget, ...differencesBetween(named.plan, plan, context) }));
}

/** Plans that cannot be chosen: outside the candidates, or over budget. */
function plansOutside(field: CandidateSet, { budget }: Answers, { dataset }: NeedContext): readonly string[] {
  return plansByRank(dataset).filter((plan) => !field.plans.includes(plan) || !field.isAffordable(plan, budget));
}

function isMet(need: Need, plan: string, context: NeedContext): boolean {
  return evaluateNeed(need, plan, context).outcome === "met";
}

/** The needs that the recommended or closest plan does not meet, with the plans outside that do. */
function findBeyond(
  named: EvaluatedPlan | undefined,
  needs: readonly Need[],
  field: CandidateSet,
  answers: Answers,
  context: NeedContext,
): readonly Beyond[] {
  const outside = plansOutside(field, answers, context);
  return needs
    .filter(({ need }) => !named?.met.some((met) => met.need === need))
    .map((need) => {
      const plans = outside.filter((plan) => isMet(need, plan, context));
      return { need: need.need, plans, overBudget: plans.filter((plan) => !field.isAffordable(plan, answers.budget)) };
    });
}

function plansMeetingAll(
  needs: readonly Need[],
  field: CandidateSet,
  answers: Answers,
  context: NeedContext,
): readonly string[] {
  return plansOutside(field, answers, context).filter((plan) => needs.every((need) => isMet(need, plan, context)));
}

const subjects = ["features", "priorities", "products", "languages", "regions"] as const;

/** Conditions and exclusions that apply to the answers: one of the answers is in each of their lists of subjects. */
function isTouched(
  { kind, appliesTo: scope }: Note,
  answers: Answers,
  contacts: string | undefined,
  region: string | undefined,
): boolean {
  if (kind !== "condition" && kind !== "exclusion") return false;
  const wanted: Readonly<Record<(typeof subjects)[number], readonly (string | undefined)[]>> = {
    features: answers.contacts === undefined ? answers.features : [...answers.features, contacts],
    priorities: Object.keys(answers.within),
    products: answers.products,
    languages: answers.languages,
    regions: [region],
  };
  const touched = subjects.flatMap((key) => scope[key]?.some((id) => wanted[key].includes(id)) ?? []);
  return touched.length > 0 && touched.every(Boolean);
}

function assumptionsOf({ within }: Answers, context: NeedContext): RecommendAssumption[] {
  const { dataset, region } = context;
  const assumptions: RecommendAssumption[] = [];
  const clockless = Object.entries(within).filter(([, { clock }]) => clock === undefined);
  if (clockless.length > 0)
    assumptions.push({ code: "clock-as-planned", needs: clockless.map(([priority]) => `within:${priority}`) });
  const mixesDays = Object.entries(within).some(([priority, { unit }]) =>
    Object.keys(dataset.plans).some((plan) => {
      const target = targetInUse(plan, priority, context);
      return target !== undefined && (target.unit === "days") !== (unit === "days");
    }),
  );
  if (mixesDays) assumptions.push({ code: "shortest-day", hours: shortestDayHours(dataset, region) });
  return assumptions;
}

export type { Answers } from "./answers.js";
export type { NearestPlan } from "./nearest.js";
export type { Change } from "./what-would-change.js";
export type { EvaluatedPlan, Has, NeedResult, Reason };
