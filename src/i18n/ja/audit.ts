/** 応答実績の集計と、要件を測るための過去のチケット。 */

import type { audit as english } from "../en/audit.js";
import type { Messages } from "../en/index.js";
import { grouped } from "../shared.js";

export const audit: typeof english = {
  fallsShort: (attained, wanted) => `達成率は ${attained} で、--min-attainment の ${wanted} % を下回っています。`,
  title: (path) => `チケットの監査: ${path}`,
  byMonthTitle: "月と優先度ごとの達成率（百分率）",
  usedTitle: "目標に対する応答時間",
  usedNote: "目標時間の各割合以内に応答したチケットの百分率。",
  targetLine: (percent) => `要求: ${percent} %`,
  ownPlan: (plans) => `${plans}（実際）`,
  tickets: "チケット",
  attainment: "達成率",
  unanswered: "未応答",
  wanted: "要求",
  month: "月",
  by: (label) => `${label}別`,
  counts: (read, judged, unjudged, bad) =>
    [
      `読み取り ${grouped(read)} 件`,
      `判定 ${grouped(judged)} 件`,
      ...(unjudged > 0 ? [`期限前 ${grouped(unjudged)} 件`] : []),
      ...(bad > 0 ? [`エラー ${grouped(bad)} 件`] : []),
    ].join("、"),
  ofJudged: (met, judged) => `${grouped(judged)} 件中 ${grouped(met)} 件`,
  nothingJudged: "判定できるものがありません",
  unansweredCounts: (overdue, open) =>
    `期限を過ぎた ${grouped(overdue)} 件は未達成と判定、期限前の ${grouped(open)} 件は判定なし`,
  responseTimes: "初回応答（目標の計時方法による）",
  answered: "応答済み",
  median: "中央値",
  p90: "90 % が収まる時間",
  longest: "最長",
  worst: "遅れの大きいチケット",
  ticket: "チケット",
  whatIf: "同じチケットをほかのプランで",
  whatIfNote:
    "応答時間はどの行も同じです。目標が厳しいほど、同じ応答でも未達が増えます。達成率が低いプランが劣るわけではありません。",
  met: "期限内",
  promise: "期限の差",
  earlier: (seconds, size) => (seconds === 0 ? "同じ" : `${size}${seconds > 0 ? "早い" : "遅い"}`),
};

export const history: Messages["history"] = {
  title: (tickets, path) => `${path} のチケット ${tickets} 件から測定`,
  share: "割合",
  tickets: "チケット",
  within: "90 % の応答時間",
  earlier: "期限が早い割合",
  by: "短縮の中央値",
  against: (plan) => `${plan}と比べて各プランが約束した期限`,
};
