/** プランの推奨: 要件、理由、結果を変える条件。 */
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
    join(list(reason.plans.map(plan), "と"), "はいずれも有償ですが、ライセンス付属のプランだけが条件になっています。"),
  "no-needs": (reason, { plan }) => join("要件の指定がないため、最も下位の", plan(reason.plan), "で十分です。"),
  "meets-all": (reason, { plan }) =>
    reason.needs === 1
      ? join(plan(reason.plan), "は唯一の要件を満たします。")
      : join(plan(reason.plan), `は ${reason.needs} 件の要件をすべて満たします。`),
  "none-meets-all": ({ needs, isBudgetLimited, isUnknown }) =>
    `${isBudgetLimited ? "予算内の候補" : "候補"}には、${needs === 1 ? "この要件を" : `${needs} 件の要件をすべて`}満たす${isUnknown ? "と確認できる" : ""}プランがありません。`,
  "beyond-all": ({ plans, overBudget, outside }, { plan }) => {
    if (plans.length === 0) return "このデータセットのほかのプランにも、該当するものはありません。";
    const why = [...(overBudget.length > 0 ? ["有償"] : []), ...(outside.length > 0 ? ["候補外"] : [])].join("または");
    return join(
      list(plans.map(plan), "と"),
      `なら満たしますが、${why}です（${flagsFor({ overBudget, outside })} で対象になります）。`,
    );
  },
  closest: ({ plan: id, met, needs }, { plan }) =>
    needs === 1
      ? join("最も近い候補は", plan(id), "です。")
      : join("最も近い候補は", plan(id), `で、${needs} 件中 ${met} 件を満たします。`),
  "closest-tie": (reason, { plan }) =>
    join(list(reason.over.map(plan), "と"), "も同じ程度に近いものの、", plan(reason.plan), "のほうが下位です。"),
  "lowest-rank": (reason, { plan }) =>
    join(
      "要件を同じだけ満たすプランのうち、",
      plan(reason.plan),
      "が最も下位です。",
      list(reason.over.map(plan), "と"),
      "にしても、満たす要件は増えません。",
    ),
  "lower-rank-lacks": (reason, { plan, needs }) =>
    join(plan(reason.plan), `が満たさない要件: ${needs(reason.needs)}。`),
  "lower-rank-unknown": (reason, { plan, needs }) =>
    join(plan(reason.plan), `が満たすかどうか、出典に記載のない要件: ${needs(reason.needs)}。`),
  "excluded-by-budget": (reason, { plan, needs }) =>
    join(plan(reason.plan), `なら次の要件を満たしますが、有償です: ${needs(reason.needs)}。`),
  unmet: (reason, { plan, needs, names, kinds }) => {
    if (reason.has === false) return join(plan(reason.plan), `には「${needs([reason.need])}」が含まれません。`);
    const kind = reason.need.startsWith("feature:") ? kinds[reason.need.slice(8)] : undefined;
    const wanted = answerValue(reason.wanted, kind, names);
    const has = reason.has === null ? "なし" : answerValue(reason.has, kind, names);
    return join(
      plan(reason.plan),
      `は「${needs([reason.need])}」の要件を満たしません（必要: ${wanted}、提供: ${has}）。`,
    );
  },
  unknown: (reason, { plan, needs, names }) =>
    join(
      plan(reason.plan),
      `が「${needs([reason.need])}」の要件を満たすかどうかは、出典に記載がありません（必要: ${answerValue(reason.wanted, undefined, names)}）。`,
    ),
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
      return join(names.languages[id] ?? id, "でのサポート");
    case "product":
      return join("製品", names.products[id] ?? id);
    default:
      return "予算";
  }
}

function answerValue(value: AnswerValue | Has, kind: string | undefined, names: RecommendReport["names"]): string {
  if (value === null) return "?";
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
  flip: (changes, plan) => `${changes.join("、")} → ${plan}`,
  beyondNeed: (need, plans, overBudget) =>
    plans.length === 0
      ? `${need}: このデータセットに該当するプランはありません。`
      : `${need}: ${join(list(plans, "と"), `なら満たします${paidNote(plans, overBudget)}。`)}`,
  moreChanges: (count) => `ほか ${count} 件（--json でさらに表示）`,
  nearest: (plan, nearest, dataset) =>
    join("初回応答の目標が", plan, "に最も近い現行プランは", nearest, `です（--dataset ${dataset}）。`),
  otherPlan: (plan) => join(plan, "にした場合"),
  featureValues,
  reason: (reason: Reason, report: RecommendReport): string => reasons(reason, namesIn(report)),
};
