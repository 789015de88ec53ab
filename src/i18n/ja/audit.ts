/** 応答実績の集計と、要件を測るための過去のチケット。 */

import type { audit as english } from "../en/audit.js";
import type { Messages } from "../en/index.js";
import { grouped, join } from "../shared.js";

export const audit: typeof english = {
  fallsShort: (attained, wanted) => `達成率は ${attained} で、--min-attainment の ${wanted}% を下回っています。`,
  title: (path, span) => (span === "" ? `チケットの応答実績: ${path}` : `チケットの応答実績: ${path}、${span}`),
  span: (first, last) => (first === last ? first : `${first} から ${last} まで`),
  byPeriodTitle: (period) => `${period}と優先度ごとの達成率（%）`,
  trendTitle: "達成率の推移（%）",
  hoursTitle: (zone) => `起票の時間帯（${zone ?? "各リージョンの現地時刻"}）`,
  hoursNote: "行は時刻、列は曜日です。色が濃いほど、チケットが多いか、達成率が低いことを示します。",
  hour: "時",
  opened: "起票されたチケット",
  hoursTable: "時刻と曜日ごとのチケット数と達成率",
  leftOutTitle: "集計に含まれない行",
  rows: "行数",
  firstLine: "最初の行番号",
  reason: "理由",
  filtered: "--where、--from、--to の条件に合わない行",
  notDue: "未応答で期限前（評価対象外）",
  closed: "未応答のままクローズ（評価対象外）",
  withoutTarget: "プランに優先度の目標がない（評価対象外）",
  noValue: "（空欄）",
  usedTitle: "目標に対する応答時間の割合",
  usedNote: "目標時間の各割合以内に応答したチケットの割合（%）。",
  targetLine: (percent) => `基準: ${percent}%`,
  ownPlan: (plans) => `${plans}（実際）`,
  tickets: "チケット",
  attainment: "達成率",
  unanswered: "未応答",
  wanted: "基準",
  periods: { day: "日", week: "週", month: "月", quarter: "四半期", year: "年" },
  by: (label) => `${label}別`,
  byColumn: (column) => `列「${column}」別`,
  counts: ({ read, judged, open, closed = 0, withoutTarget, bad, filtered }) =>
    [
      `読み取り ${grouped(read)} 件`,
      `評価 ${grouped(judged)} 件`,
      ...(open > 0 ? [`期限前 ${grouped(open)} 件`] : []),
      ...(closed > 0 ? [`クローズ ${grouped(closed)} 件`] : []),
      ...(withoutTarget > 0 ? [`目標なし ${grouped(withoutTarget)} 件`] : []),
      ...(bad > 0 ? [`エラー ${grouped(bad)} 件`] : []),
      ...(filtered > 0 ? [`条件で除外 ${grouped(filtered)} 件`] : []),
    ].join("、"),
  ofJudged: (met, judged) => `${grouped(judged)} 件中 ${grouped(met)} 件`,
  nothingJudged: "評価できるチケットがありません",
  unansweredCounts: ({ overdue, open, closed = 0 }) =>
    `期限超過 ${grouped(overdue)} 件は未達成に算入、期限前 ${grouped(open)} 件${closed > 0 ? `とクローズ ${grouped(closed)} 件` : ""}は評価対象外`,
  responseTimes: "初回応答時間（目標の計時方法による）",
  answered: "応答済み",
  within: (percent) => (percent === 50 ? "中央値" : `${percent}% が収まる時間`),
  longest: "最長",
  worst: "遅れの大きいチケット",
  ticket: "チケット",
  whatIf: "同じチケットをほかのプランで",
  whatIfNote:
    "応答時間はどの行も同じです。目標が厳しいほど、同じ応答でも未達成が増えます。達成率が低いプランが劣るわけではありません。",
  met: "達成",
  compared: "期限の差",
  earlier: (seconds, size) => (seconds === 0 ? "同じ" : join(size, seconds > 0 ? "早い" : "遅い")),
};

export const history: Messages["history"] = {
  title: (tickets, path) => `${path} のチケット ${grouped(tickets)} 件から測定`,
  share: "割合",
  tickets: "チケット",
  within: "90% が収まる時間",
  earlier: "期限が早い割合",
  by: "短縮の中央値",
  against: (plan) => join("各プランでの期限（", plan, "との比較）"),
};
