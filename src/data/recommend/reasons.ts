/**
 * Why a plan is recommended, or why none is and which is closest, as codes with fields; plans and needs by id.
 */
import type { NeedResult } from "./needs.js";
import type { EvaluatedPlan } from "./rule.js";

export interface BeyondAll {
  readonly plans: readonly string[];
  readonly overBudget: readonly string[];
  readonly outside: readonly string[];
}

export type Reason =
  /** All candidates are paid, and only an included one is wanted. */
  | { readonly code: "none-within-budget"; readonly plans: readonly string[] }
  /** No candidate meets every need; `isBudgetLimited` where the budget rules some out. */
  | {
      readonly code: "none-meets-all";
      readonly needs: number;
      readonly isBudgetLimited: boolean;
      readonly isUnknown: boolean;
    }
  /** Plans that meet every need but cannot be recommended: over budget, outside the candidates, or both. */
  | ({ readonly code: "beyond-all" } & BeyondAll)
  | { readonly code: "closest"; readonly plan: string; readonly met: number; readonly needs: number }
  /** These higher candidates within budget are as close. */
  | { readonly code: "closest-tie"; readonly plan: string; readonly over: readonly string[] }
  /** Nothing is needed, so the lowest rank is enough. */
  | { readonly code: "no-needs"; readonly plan: string }
  | { readonly code: "meets-all"; readonly plan: string; readonly needs: number }
  /** These higher candidates within budget meet all needs too. */
  | { readonly code: "lowest-rank"; readonly plan: string; readonly over: readonly string[] }
  /** A lower candidate within budget does not meet what the recommended one does. */
  | { readonly code: "lower-rank-lacks"; readonly plan: string; readonly needs: readonly string[] }
  /** No source states whether a lower candidate within budget meets these needs. */
  | { readonly code: "lower-rank-unknown"; readonly plan: string; readonly needs: readonly string[] }
  /** A candidate over budget, and the needs that only it would meet. */
  | { readonly code: "excluded-by-budget"; readonly plan: string; readonly needs: readonly string[] }
  | ({ readonly code: "unmet"; readonly plan: string } & Pick<NeedResult, "need" | "wanted" | "has" | "note">)
  | ({ readonly code: "unknown"; readonly plan: string } & Pick<NeedResult, "need" | "wanted">);

/** The reasons that come before the others where nothing is recommended. */
export const headlineCodes: readonly Reason["code"][] = [
  "none-within-budget",
  "none-meets-all",
  "beyond-all",
  "closest",
];

const names = (list: readonly NeedResult[]) => list.map(({ need }) => need);

/** Why a plan that meets every need is recommended. */
export function reasonsToRecommend(chosen: EvaluatedPlan, candidates: readonly EvaluatedPlan[]): Reason[] {
  const { plan, met } = chosen;
  if (met.length === 0) return [{ code: "no-needs", plan }];
  const at = candidates.indexOf(chosen);
  const over = candidates.slice(at + 1).filter(({ withinBudget, meetsAll }) => withinBudget && meetsAll);
  return [
    { code: "meets-all", plan, needs: met.length },
    ...candidates.slice(0, at).flatMap((lower): Reason[] => {
      if (!lower.withinBudget) return [];
      const lacks: Reason = { code: "lower-rank-lacks", plan: lower.plan, needs: names(lower.unmet) };
      const unknown: Reason = { code: "lower-rank-unknown", plan: lower.plan, needs: names(lower.unknown) };
      return [lacks, unknown].filter(({ needs }) => needs.length > 0);
    }),
    ...(over.length > 0 ? [{ code: "lowest-rank", plan, over: over.map((other) => other.plan) } as const] : []),
  ];
}

/** Why nothing is recommended, and how close the closest candidate comes; `tied` are as close and rank higher. */
export function reasonsAgainst(
  closest: EvaluatedPlan | undefined,
  tied: readonly string[],
  candidates: readonly EvaluatedPlan[],
  beyond: BeyondAll,
): Reason[] {
  const beyondAll: Reason = { code: "beyond-all", ...beyond };
  if (!closest) return [{ code: "none-within-budget", plans: candidates.map(({ plan }) => plan) }, beyondAll];
  const { plan, met, unmet, unknown } = closest;
  const needs = met.length + unmet.length + unknown.length;
  const missing = names([...unmet, ...unknown]);
  const excluded = candidates.filter(({ withinBudget }) => !withinBudget);
  return [
    {
      code: "none-meets-all",
      needs,
      isBudgetLimited: excluded.length > 0,
      isUnknown: candidates.some((one) => one.withinBudget && one.unmet.length === 0),
    },
    beyondAll,
    { code: "closest", plan, met: met.length, needs },
    ...unmet.map(
      ({ need, wanted, has, note }): Reason => ({
        code: "unmet",
        ...{ plan, need, wanted, has },
        ...(note !== undefined && { note }),
      }),
    ),
    ...unknown.map(({ need, wanted }): Reason => ({ code: "unknown", plan, need, wanted })),
    ...(tied.length > 0 ? [{ code: "closest-tie", plan, over: tied } as const] : []),
    ...excluded.flatMap((out): Reason[] => {
      const would = names(out.met).filter((need) => missing.includes(need));
      return would.length > 0 ? [{ code: "excluded-by-budget", plan: out.plan, needs: would }] : [];
    }),
  ];
}
