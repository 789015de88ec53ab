/** Recommendations: needs, reasons, and what would change the result. */
import type { Target } from "../../core/target.js";
import type { Has } from "../../data/recommend/needs.js";
import type { Reason } from "../../data/recommend/recommend.js";
import type { AnswerChange, AnswerValue } from "../../data/recommend/what-would-change.js";
import type { RecommendReport } from "../../report.js";
import { byCode, flagsFor, nameOfWord } from "../shared.js";
import { list } from "./grammar.js";
import { amountOf, clockNames, target } from "./time.js";

const featureValues: Readonly<Record<string, string>> = {
  "not-available": "not available",
  available: "available",
  included: "included",
};

const budgetNames: Readonly<Record<string, string>> = { included: "included plans only", any: "paid plans allowed" };

/** A note on the paid plans among those that the budget excludes. */
function paidNote(plans: readonly string[], paid: readonly string[]): string {
  if (paid.length === 0) return "";
  if (paid.length < plans.length) return ` (paid: ${list(paid, "and")})`;
  return paid.length === 1 ? " (paid)" : " (all paid)";
}

/** The names of plans and needs in a report. */
function namesIn({ names, kinds }: RecommendReport) {
  const plan = (id: string) => names.plans[id] ?? id;
  const needs = (ids: readonly string[]) =>
    list(
      ids.map((id) => answerName(id, names)),
      "and",
    );
  return { plan, needs, names, kinds };
}

const reasons = byCode<Reason, string, [ReturnType<typeof namesIn>]>({
  "none-within-budget": (reason, { plan }) =>
    `${list(reason.plans.map(plan), "and")} ${reason.plans.length === 1 ? "is" : reason.plans.length === 2 ? "are both" : "are all"} paid, and you asked for an included plan.`,
  "no-needs": (reason, { plan }) =>
    `You listed no specific needs, so the lowest-tier plan, ${plan(reason.plan)}, is enough.`,
  "meets-all": (reason, { plan }) =>
    reason.needs === 1
      ? `${plan(reason.plan)} meets your only need.`
      : `${plan(reason.plan)} meets all ${reason.needs} of your needs.`,
  "none-meets-all": ({ needs, isBudgetLimited, isUnknown }) =>
    `No candidate${isBudgetLimited ? " within budget" : ""} ${isUnknown ? "is known to meet" : "meets"} ${needs === 1 ? "your only need" : needs === 2 ? "both of your needs" : `all ${needs} of your needs`}.`,
  "beyond-all": ({ plans, overBudget, outside }, { plan }) => {
    if (plans.length === 0) return "No other plan in this dataset does.";
    const why = [
      ...(overBudget.length > 0 ? ["paid"] : []),
      ...(outside.length > 0 ? [plans.length === 1 ? "not a candidate" : "not candidates"] : []),
    ];
    const [does, is] = plans.length === 1 ? ["does", "is"] : ["do", "are"];
    return `${list(plans.map(plan), "and")} ${does}, but ${is} ${list(why, "or")}: add ${flagsFor({ overBudget, outside })}.`;
  },
  closest: ({ plan: id, met, needs }, { plan }) =>
    `The closest candidate is ${plan(id)}${needs === 1 ? "" : `, which meets ${met} of ${needs}`}.`,
  "closest-tie": (reason, { plan }) =>
    `${list(reason.over.map(plan), "and")} ${reason.over.length === 1 ? "is" : "are"} equally close; ${plan(reason.plan)} is the lower tier.`,
  "lowest-rank": (reason, { plan }) =>
    `${plan(reason.plan)} is the lowest-tier plan with that result; ${list(reason.over.map(plan), "and")} ${reason.over.length === 1 ? "meets" : "meet"} no additional needs.`,
  "lower-rank-lacks": (reason, { plan, needs }) => `${plan(reason.plan)} does not meet: ${needs(reason.needs)}.`,
  "lower-rank-unknown": (reason, { plan, needs }) =>
    `The sources do not state whether ${plan(reason.plan)} meets: ${needs(reason.needs)}.`,
  "excluded-by-budget": (reason, { plan, needs }) => `${plan(reason.plan)} meets ${needs(reason.needs)}, but is paid.`,
  unmet: (reason, { plan, needs, names, kinds }) => {
    if (reason.has === false) return `${plan(reason.plan)} does not include ${needs([reason.need])}.`;
    const kind = reason.need.startsWith("feature:") ? kinds[reason.need.slice(8)] : undefined;
    const wanted = answerValue(reason.wanted, kind, names);
    return `${plan(reason.plan)} does not meet ${needs([reason.need])}: required ${wanted}, available ${reason.has === null ? "none" : answerValue(reason.has, kind, names)}.`;
  },
  unknown: (reason, { plan, needs, names }) =>
    `The sources do not state whether ${plan(reason.plan)} meets ${needs([reason.need])} (required ${answerValue(reason.wanted, undefined, names)}).`,
});

/** The name of a need or an answer: `feature:live-telephone`, `within:P2`, `contacts`, `budget`, `product:commerce`, `language:ja`. */
function answerName(answer: string, names: RecommendReport["names"]): string {
  const [kind = "", id = ""] = answer.split(/:(.*)/s);
  switch (kind) {
    case "feature":
      return names.features[id] ?? id;
    case "within":
      return `first response for ${id}`;
    case "contacts":
      return "named contacts";
    case "language":
      return `support in ${names.languages[id] ?? id}`;
    case "product":
      return `product ${names.products[id] ?? id}`;
    default:
      return "budget";
  }
}

/** A required or available value of a need: `2 business hours`, `2 h`, `6`, `yes`. */
function answerValue(value: AnswerValue | Has, kind: string | undefined, names: RecommendReport["names"]): string {
  if (value === null) return "?";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  if (typeof value === "string")
    return nameOfWord(value, kind, { budgets: budgetNames, clocks: clockNames, features: featureValues }, names);
  if ("amount" in value)
    return value.clock === undefined ? amountOf(value.amount, value.unit) : target(value as Target);
  return (
    list(
      value.map((id) => names.languages[id] ?? id),
      "and",
    ) || "none"
  );
}

/** One answer changed: `named contacts: 5 instead of 3`. */
function answerChange({ answer, from, to }: AnswerChange, { names }: RecommendReport): string {
  const name = answerName(answer, names);
  const kind = answer === "budget" ? "budget" : undefined;
  if (typeof to === "boolean" || typeof from === "boolean") return to ? `with ${name}` : `without ${name}`;
  if (to === null) return `without ${name} (now ${answerValue(from, kind, names)})`;
  const value = answerValue(to, kind, names);
  return from === null ? `${name}: ${value}` : `${name}: ${value} instead of ${answerValue(from, kind, names)}`;
}

export const recommend = {
  answerName,
  answerValue,
  answerChange,
  /** A change that flips the recommendation: what is changed, and the plan it leads to. */
  flip: (changes: readonly string[], plan: string) => `${list(changes, "and")} → ${plan}`,
  beyondNeed: (need: string, plans: readonly string[], overBudget: readonly string[]) =>
    plans.length === 0
      ? `${need}: no plan in this dataset.`
      : `${need}: ${list(plans, "and")}${paidNote(plans, overBudget)}.`,
  moreChanges: (count: number) => `and ${count} more (use --json for more)`,
  /** The plan of the successor of a dataset that is no longer in force. */
  nearest: (plan: string, nearest: string, dataset: string) =>
    `The current plan with the nearest first-response targets to ${plan} is ${nearest} (--dataset ${dataset}).`,
  otherPlan: (plan: string) => `${plan}, by comparison`,
  featureValues,
  reason: (reason: Reason, report: RecommendReport): string => reasons(reason, namesIn(report)),
};
