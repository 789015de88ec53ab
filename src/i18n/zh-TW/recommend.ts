/** 方案建議：需求、理由，以及哪些變動會改變結果。 */
import type { Target } from "../../core/target.js";
import type { Has } from "../../data/recommend/needs.js";
import type { Reason } from "../../data/recommend/recommend.js";
import type { AnswerChange, AnswerValue } from "../../data/recommend/what-would-change.js";
import type { RecommendReport } from "../../report.js";
import type { recommend as english } from "../en/recommend.js";
import { byCode, flagsFor, join, nameOfWord } from "../shared.js";
import { list } from "./grammar.js";
import { amountOf, clockNames, target } from "./time.js";

const featureValues: Readonly<Record<string, string>> = {
  "not-available": "不提供",
  available: "可加購",
  included: "已包含",
};

const budgetNames: Readonly<Record<string, string>> = { included: "僅限隨授權提供的方案", any: "可用付費方案" };

function paidNote(plans: readonly string[], paid: readonly string[]): string {
  if (paid.length === 0) return "";
  if (paid.length < plans.length) return `（付費：${list(paid, "和")}）`;
  return paid.length === 1 ? "（須付費）" : "（皆須付費）";
}

/** How a report calls its plans and needs. */
function namesIn({ names, kinds }: RecommendReport) {
  const plan = (id: string) => names.plans[id] ?? id;
  const needs = (ids: readonly string[]) =>
    list(
      ids.map((id) => answerName(id, names)),
      "和",
    );
  return { plan, needs, names, kinds };
}

const reasons = byCode<Reason, string, [ReturnType<typeof namesIn>]>({
  "none-within-budget": (reason, { plan }) =>
    `${join(list(reason.plans.map(plan), "和"), "都需要付費，而您只要隨授權提供的方案。")}`,
  "no-needs": (reason, { plan }) => `您未指定需求，因此等級最低的方案「${plan(reason.plan)}」即可。`,
  "meets-all": (reason, { plan }) =>
    reason.needs === 1
      ? join(plan(reason.plan), "符合您唯一的需求。")
      : join(plan(reason.plan), `符合全部 ${reason.needs} 項需求。`),
  "none-meets-all": ({ needs, isBudgetLimited, isUnknown }) =>
    `${isBudgetLimited ? "預算內" : ""}沒有候選方案${isUnknown ? "確定" : ""}符合${needs === 1 ? "這項需求" : `全部 ${needs} 項需求`}。`,
  "beyond-all": ({ plans, overBudget, outside }, { plan }) => {
    if (plans.length === 0) return "此資料集的其他方案也都不符合。";
    const why = [
      ...(overBudget.length > 0 ? ["需要付費"] : []),
      ...(outside.length > 0 ? ["不在候選方案中"] : []),
    ].join("或");
    return join(list(plans.map(plan), "和"), `符合，但${why}（加上 ${flagsFor({ overBudget, outside })} 即可納入）。`);
  },
  closest: ({ plan: id, met, needs }, { plan }) =>
    `最接近的候選方案是「${plan(id)}」${needs === 1 ? "" : `，符合 ${needs} 項中的 ${met} 項`}。`,
  "closest-tie": (reason, { plan }) =>
    join(list(reason.over.map(plan), "和"), `同樣接近；「${plan(reason.plan)}」的等級較低。`),
  "lowest-rank": (reason, { plan }) =>
    `在符合程度相同的方案中，${join(plan(reason.plan), "的等級最低；改用", list(reason.over.map(plan), "和"), "也不會符合更多需求。")}`,
  "lower-rank-lacks": (reason, { plan, needs }) =>
    join(plan(reason.plan), "不符合的需求：", `${needs(reason.needs)}。`),
  "lower-rank-unknown": (reason, { plan, needs }) =>
    `來源未說明「${plan(reason.plan)}」是否符合：${needs(reason.needs)}。`,
  "excluded-by-budget": (reason, { plan, needs }) =>
    join(plan(reason.plan), "能符合", `${needs(reason.needs)}，但需要付費。`),
  unmet: (reason, { plan, needs, names, kinds }) => {
    if (reason.has === false) return join(plan(reason.plan), `不提供「${needs([reason.need])}」。`);
    const kind = reason.need.startsWith("feature:") ? kinds[reason.need.slice(8)] : undefined;
    const wanted = answerValue(reason.wanted, kind, names);
    return join(
      plan(reason.plan),
      `不符合「${needs([reason.need])}」的需求（要求：${wanted}，實際：${reason.has === null ? "無" : answerValue(reason.has, kind, names)}）。`,
    );
  },
  unknown: (reason, { plan, needs, names }) =>
    `來源未說明「${plan(reason.plan)}」是否符合「${needs([reason.need])}」的需求（要求：${answerValue(reason.wanted, undefined, names)}）。`,
});

function answerName(answer: string, names: RecommendReport["names"]): string {
  const [kind = "", id = ""] = answer.split(/:(.*)/s);
  switch (kind) {
    case "feature":
      return names.features[id] ?? id;
    case "within":
      return `${id} 的最初回應`;
    case "contacts":
      return "指定的支援聯絡人";
    case "language":
      return join(names.languages[id] ?? id, "支援");
    case "product":
      return join("產品", names.products[id] ?? id);
    default:
      return "預算";
  }
}

function answerValue(value: AnswerValue | Has, kind: string | undefined, names: RecommendReport["names"]): string {
  if (value === null) return "?";
  if (typeof value === "boolean") return value ? "有" : "無";
  if (typeof value === "number") return String(value);
  if (typeof value === "string")
    return nameOfWord(value, kind, { budgets: budgetNames, clocks: clockNames, features: featureValues }, names);
  if ("amount" in value)
    return value.clock === undefined ? amountOf(value.amount, value.unit) : target(value as Target);
  return (
    list(
      value.map((id) => names.languages[id] ?? id),
      "和",
    ) || "無"
  );
}

function answerChange({ answer, from, to }: AnswerChange, { names }: RecommendReport): string {
  const name = answerName(answer, names);
  const kind = answer === "budget" ? "budget" : undefined;
  if (typeof to === "boolean" || typeof from === "boolean") return to ? `加上「${name}」` : `不要求「${name}」`;
  if (to === null) return `不要求「${name}」（目前為 ${answerValue(from, kind, names)}）`;
  const value = answerValue(to, kind, names);
  return from === null ? `${name}改為「${value}」` : `${name}從「${answerValue(from, kind, names)}」改為「${value}」`;
}

export const recommend: typeof english = {
  answerName,
  answerValue,
  answerChange,
  flip: (changes, plan) => `${changes.join("；")} → ${plan}`,
  beyondNeed: (need, plans, overBudget) =>
    plans.length === 0
      ? `${need}：此資料集沒有方案具備。`
      : `${need}：${join(list(plans, "和"), "可以符合")}${paidNote(plans, overBudget)}。`,
  moreChanges: (count) => `另有 ${count} 項（--json 可列出更多）`,
  nearest: (plan, nearest, dataset) =>
    `${join("依最初回應目標，與", plan, "最接近的現行方案是", nearest)}（--dataset ${dataset}）。`,
  otherPlan: (plan) => join("若改用", plan),
  featureValues,
  reason: (reason: Reason, report: RecommendReport): string => reasons(reason, namesIn(report)),
};
