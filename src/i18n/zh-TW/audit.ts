/** 案件檢視，以及用來推估需求的過往案件。 */

import type { audit as english } from "../en/audit.js";
import type { Messages } from "../en/index.js";
import { grouped, join } from "../shared.js";

export const audit: typeof english = {
  fallsShort: (attained, wanted) => `達成率為 ${attained}，低於 --min-attainment 的 ${wanted}%。`,
  title: (path, span) => (span === "" ? `案件回應成效：${path}` : `案件回應成效：${path}，${span}`),
  span: (first, last) => (first === last ? first : `${first} 至 ${last}`),
  byPeriodTitle: (period) => `各${period}與優先順序的達成率（百分比）`,
  trendTitle: "達成率的變化（百分比）",
  hoursTitle: (zone) => `案件的建立時間（${zone ?? "各地區的當地時間"}）`,
  hoursNote: "每列為一天中的一小時，每欄為星期幾。顏色越深，案件越多，或達成率越低。",
  hour: "時",
  opened: "建立的案件",
  hoursTable: "各時段與星期的案件數與達成率",
  leftOutTitle: "未計入的資料列",
  rows: "列數",
  firstLine: "第一列行號",
  reason: "原因",
  filtered: "不符合 --where、--from 或 --to",
  notDue: "未回應且尚未到期：不予評估",
  closed: "未回應即結案：不予評估",
  withoutTarget: "方案沒有該優先順序的目標：不予評估",
  noValue: "（空白）",
  usedTitle: "回應時間占目標的比例",
  usedNote: "在目標時間的各比例內得到回應的案件百分比。",
  targetLine: (percent) => `要求：${percent}%`,
  ownPlan: (plans) => `${plans}（實際情形）`,
  tickets: "案件",
  attainment: "達成率",
  unanswered: "未回應",
  wanted: "要求",
  periods: { day: "日期", week: "週", month: "月份", quarter: "季", year: "年" },
  by: (label) => `依${label}`,
  byColumn: (column) => `依欄位「${column}」`,
  counts: ({ read, judged, open, closed = 0, withoutTarget, bad, filtered }) =>
    [
      `讀取 ${grouped(read)} 件`,
      `評估 ${grouped(judged)} 件`,
      ...(open > 0 ? [`尚未到期 ${grouped(open)} 件`] : []),
      ...(closed > 0 ? [`已結案 ${grouped(closed)} 件`] : []),
      ...(withoutTarget > 0 ? [`無目標 ${grouped(withoutTarget)} 件`] : []),
      ...(bad > 0 ? [`有錯誤 ${grouped(bad)} 件`] : []),
      ...(filtered > 0 ? [`被條件排除 ${grouped(filtered)} 件`] : []),
    ].join("，"),
  ofJudged: (met, judged) => `${grouped(judged)} 件中的 ${grouped(met)} 件`,
  nothingJudged: "沒有可評估的案件",
  unansweredCounts: ({ overdue, open, closed = 0 }) =>
    `${grouped(overdue)} 件已逾期，計為未達成；${grouped(open)} 件尚未到期${closed > 0 ? `、${grouped(closed)} 件已結案` : ""}，不予評估`,
  responseTimes: "最初回應時間（依目標的計時方式）",
  answered: "已回應",
  within: (percent) => (percent === 50 ? "中位數" : `${percent}% 的案件在此時間內回應`),
  longest: "最長",
  worst: "延遲最久的案件",
  ticket: "案件",
  whatIf: "同樣的案件在其他方案下",
  whatIfNote: "各列的回應時間相同；目標越嚴格，同樣的回應越容易未達成。達成率較低，不代表方案較差。",
  met: "達成",
  compared: "期限差異",
  earlier: (seconds, size) => (seconds === 0 ? "相同" : `${seconds > 0 ? "早" : "晚"} ${size}`),
};

export const history: Messages["history"] = {
  title: (tickets, path) => `依 ${path} 的 ${grouped(tickets)} 件案件推估`,
  share: "比例",
  tickets: "案件",
  within: "90% 的案件在此時間內回應",
  earlier: "期限較早",
  by: "提早中位數",
  against: (plan) => join("各方案下的期限，與", plan, "相比"),
};
