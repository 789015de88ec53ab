/** Recommendations: needs, reasons, and what would change the result. */
import type { Target } from "../../core/target.js";
import type { Has } from "../../data/recommend/needs.js";
import type { Reason } from "../../data/recommend/recommend.js";
import type { AnswerChange, AnswerValue } from "../../data/recommend/what-would-change.js";
import type { RecommendReport } from "../../report.js";
import { byCode, nameOfWord } from "../shared.js";
import { list } from "./grammar.js";
import { amountOf, clockNames, target } from "./time.js";

const featureValues: Readonly<Record<string, string>> = {
  "not-available": "not available",
  available: "available",
  included: "included",
};

const budgetNames: Readonly<Record<string, string>> = { included: "included plans only", any: "a paid plan too" };

/** What is said of plans that cost money, where the budget rules them out. */
function paidNote(plans: readonly string[], paid: readonly string[]): string {
  if (paid.length === 0) return "";
  if (paid.length < plans.length) return ` (paid: ${list(paid, "and")})`;
  return paid.length === 1 ? " (paid)" : " (all paid)";
}

/** How a report calls its plans and needs. */
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
    `None of ${list(reason.plans.map(plan), "and")} comes without payment, and only an included plan was wanted.`,
  "no-needs": (reason, { plan }) =>
    `Nothing in particular was asked for, so the lowest plan, ${plan(reason.plan)}, serves.`,
  "meets-all": (reason, { plan }) =>
    reason.needs === 1
      ? `${plan(reason.plan)} meets the one need.`
      : `${plan(reason.plan)} meets all ${reason.needs} needs.`,
  "meets-most": (reason, { plan }) =>
    reason.met === 0
      ? `No candidate within budget meets any of the needs; ${plan(reason.plan)} is the lowest of them.`
      : `No candidate within budget meets all needs; ${plan(reason.plan)} meets the most, ${reason.met} of ${reason.needs}.`,
  "lowest-rank": (reason, { plan }) =>
    `${plan(reason.plan)} is the lowest plan that does as well; ${list(reason.over.map(plan), "and")} would meet no more.`,
  "lower-rank-lacks": (reason, { plan, needs }) => `${plan(reason.plan)} falls short on ${needs(reason.needs)}.`,
  "excluded-by-budget": (reason, { plan, needs }) =>
    `${plan(reason.plan)} would meet ${needs(reason.needs)}, but is paid.`,
  unmet: (reason, { plan, needs, names, kinds }) => {
    const kind = reason.need.startsWith("feature:") ? kinds[reason.need.slice(8)] : undefined;
    const wanted = answerValue(reason.wanted, kind, names);
    return `${plan(reason.plan)} falls short on ${needs([reason.need])}: wanted ${wanted}, has ${answerValue(reason.has, kind, names)}.`;
  },
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

/** A wanted or given value of a need: `2 business hours`, `2 h`, `6`, `yes`. */
function answerValue(value: AnswerValue | Has, kind: string | undefined, names: RecommendReport["names"]): string {
  if (value === null) return "nothing";
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
    ) || "nothing"
  );
}

/** One answer changed: `named contacts 5 instead of nothing`. */
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
  flip: (changes: readonly string[], plan: string | undefined) => `${list(changes, "and")} → ${plan ?? "no plan"}`,
  beyondNeed: (need: string, plans: readonly string[], overBudget: readonly string[]) =>
    plans.length === 0
      ? `${need}: no plan of this dataset has it.`
      : `${need}: ${list(plans, "and")} would meet it${paidNote(plans, overBudget)}.`,
  moreChanges: (count: number) => `and ${count} more (--json lists the first ones by steps)`,
  otherPlan: (plan: string) => `Compared with it, ${plan}`,
  featureValues,
  reason: (reason: Reason, report: RecommendReport): string => reasons(reason, namesIn(report)),
};
