/** 応答実績の集計と、要件を測るための過去のチケット。 */

import type { audit as english } from "../en/audit.js";
import type { Messages } from "../en/index.js";
import { grouped, join } from "../shared.js";

export const audit: typeof english = {
  fallsShort: (attained, wanted) => `達成率は ${attained} で、--min-attainment の ${wanted}% を下回っています。`,
  title: (path) => `チケットの応答実績: ${path}`,
  byMonthTitle: "月と優先度ごとの達成率（%）",
  usedTitle: "目標に対する応答時間の割合",
  usedNote: "目標時間の各割合以内に応答したチケットの割合（%）。",
  targetLine: (percent) => `基準: ${percent}%`,
  ownPlan: (plans) => `${plans}（実際）`,
  tickets: "チケット",
  attainment: "達成率",
  unanswered: "未応答",
  wanted: "基準",
  month: "月",
  by: (label) => `${label}別`,
  counts: (read, judged, unjudged, bad) =>
    [
      `読み取り ${grouped(read)} 件`,
      `評価 ${grouped(judged)} 件`,
      ...(unjudged > 0 ? [`期限前 ${grouped(unjudged)} 件`] : []),
      ...(bad > 0 ? [`エラー ${grouped(bad)} 件`] : []),
    ].join("、"),
  ofJudged: (met, judged) => `${grouped(judged)} 件中 ${grouped(met)} 件`,
  nothingJudged: "評価できるチケットがありません",
  unansweredCounts: (overdue, open) =>
    `期限超過 ${grouped(overdue)} 件は未達成に算入、期限前 ${grouped(open)} 件は評価対象外`,
  responseTimes: "初回応答時間（目標の計時方法による）",
  answered: "応答済み",
  median: "中央値",
  p90: "90% が収まる時間",
  longest: "最長",
  worst: "遅れの大きいチケット",
  ticket: "チケット",
  whatIf: "同じチケットをほかのプランで",
  whatIfNote:
    "応答時間はどの行も同じです。目標が厳しいほど、同じ応答でも未達成が増えます。達成率が低いプランが劣るわけではありません。",
  met: "達成",
  promise: "期限の差",
  earlier: (seconds, size) => (seconds === 0 ? "同じ" : join(size, seconds > 0 ? "早い" : "遅い")),
};

export const history: Messages["history"] = {
  title: (tickets, path) => `${path} のチケット ${tickets} 件から測定`,
  share: "割合",
  tickets: "チケット",
  within: "90% が収まる時間",
  earlier: "期限が早い割合",
  by: "短縮の中央値",
  against: (plan) => join("各プランでの期限（", plan, "との比較）"),
};
