/** プランの推奨: 要件、理由、結果を変える条件。 */
import type { Target } from "../../core/target.js";
import type { Has } from "../../data/recommend/needs.js";
import type { Reason } from "../../data/recommend/recommend.js";
import type { AnswerChange, AnswerValue } from "../../data/recommend/what-would-change.js";
import type { RecommendReport } from "../../report.js";
import type { recommend as english } from "../en/recommend.js";
import { byCode, nameOfWord } from "../shared.js";
import { list } from "./grammar.js";
import { amountOf, clockNames, target } from "./time.js";

const featureValues: Readonly<Record<string, string>> = {
  "not-available": "提供なし",
  available: "追加購入可",
  included: "含まれる",
};

const budgetNames: Readonly<Record<string, string>> = { included: "ライセンス付属のプランのみ", any: "有償プランも可" };

function paidNote(plans: readonly string[], paid: readonly string[]): string {
  if (paid.length === 0) return "";
  if (paid.length < plans.length) return `（有償: ${list(paid, "と")}）`;
  return paid.length === 1 ? "（有償）" : "（いずれも有償）";
}

/** How a report calls its plans and needs. */
function namesIn({ names, kinds }: RecommendReport) {
  const plan = (id: string) => names.plans[id] ?? id;
  const needs = (ids: readonly string[]) =>
    list(
      ids.map((id) => answerName(id, names)),
      "と",
    );
  return { plan, needs, names, kinds };
}

const reasons = byCode<Reason, string, [ReturnType<typeof namesIn>]>({
  "none-within-budget": (reason, { plan }) =>
    `${list(reason.plans.map(plan), "と")}はいずれも有償ですが、ライセンス付属のプランだけが条件になっています。`,
  "no-needs": (reason, { plan }) => `特に要件がないため、最も下位の${plan(reason.plan)}で十分です。`,
  "meets-all": (reason, { plan }) =>
    reason.needs === 1
      ? `${plan(reason.plan)}は要件を満たします。`
      : `${plan(reason.plan)}は ${reason.needs} 件の要件をすべて満たします。`,
  "meets-most": (reason, { plan }) =>
    reason.met === 0
      ? `予算内の候補に要件を 1 つでも満たすものがないため、最も下位の${plan(reason.plan)}を挙げています。`
      : `予算内の候補にすべての要件を満たすものはありません。最も多く満たすのは${plan(reason.plan)}で、${reason.needs} 件中 ${reason.met} 件です。`,
  "lowest-rank": (reason, { plan }) =>
    `要件を同じだけ満たすプランのうち、${plan(reason.plan)}が最も下位です。${list(reason.over.map(plan), "と")}にしても、満たす要件は増えません。`,
  "lower-rank-lacks": (reason, { plan, needs }) => `${plan(reason.plan)}が満たさない要件: ${needs(reason.needs)}。`,
  "excluded-by-budget": (reason, { plan, needs }) =>
    `${plan(reason.plan)}なら次の要件を満たしますが、有償です: ${needs(reason.needs)}。`,
  unmet: (reason, { plan, needs, names, kinds }) => {
    const kind = reason.need.startsWith("feature:") ? kinds[reason.need.slice(8)] : undefined;
    const wanted = answerValue(reason.wanted, kind, names);
    return `${plan(reason.plan)}は「${needs([reason.need])}」の要件を満たしません（希望: ${wanted}、実際: ${answerValue(reason.has, kind, names)}）。`;
  },
});

function answerName(answer: string, names: RecommendReport["names"]): string {
  const [kind = "", id = ""] = answer.split(/:(.*)/s);
  switch (kind) {
    case "feature":
      return names.features[id] ?? id;
    case "within":
      return `${id} の初回応答`;
    case "contacts":
      return "サポート対象ユーザー";
    case "language":
      return `${names.languages[id] ?? `${id} `}でのサポート`;
    case "product":
      return `製品 ${names.products[id] ?? id}`;
    default:
      return "予算";
  }
}

function answerValue(value: AnswerValue | Has, kind: string | undefined, names: RecommendReport["names"]): string {
  if (value === null) return "なし";
  if (typeof value === "boolean") return value ? "あり" : "なし";
  if (typeof value === "number") return String(value);
  if (typeof value === "string")
    return nameOfWord(value, kind, { budgets: budgetNames, clocks: clockNames, features: featureValues }, names);
  if ("amount" in value)
    return value.clock === undefined ? amountOf(value.amount, value.unit) : target(value as Target);
  return (
    list(
      value.map((id) => names.languages[id] ?? id),
      "と",
    ) || "なし"
  );
}

function answerChange({ answer, from, to }: AnswerChange, { names }: RecommendReport): string {
  const name = answerName(answer, names);
  const kind = answer === "budget" ? "budget" : undefined;
  if (typeof to === "boolean" || typeof from === "boolean") return to ? `「${name}」を加える` : `「${name}」を外す`;
  if (to === null) return `「${name}」を外す（現在は ${answerValue(from, kind, names)}）`;
  const value = answerValue(to, kind, names);
  return from === null
    ? `「${name}」を「${value}」にする`
    : `「${name}」を「${answerValue(from, kind, names)}」から「${value}」に変える`;
}

export const recommend: typeof english = {
  answerName,
  answerValue,
  answerChange,
  flip: (changes, plan) => `${list(changes, "と")} → ${plan ?? "該当プランなし"}`,
  beyondNeed: (need, plans, overBudget) =>
    plans.length === 0
      ? `${need}: このデータセットに該当するプランはありません。`
      : `${need}: ${list(plans, "と")}なら満たします${paidNote(plans, overBudget)}。`,
  moreChanges: (count) => `ほか ${count} 件（--json は最初のものを段階ごとに示します）`,
  otherPlan: (plan) => `${plan}にした場合`,
  featureValues,
  reason: (reason: Reason, report: RecommendReport): string => reasons(reason, namesIn(report)),
};
