/** 評估其他指標時，取代最初回應的文字；`name` 為該指標的名稱。 */
import { formatUtc } from "../../core/format-time.js";
import type { MetricTexts } from "../en/metric.js";
import { grouped } from "../shared.js";
import { likelyResponses } from "./notices.js";

export const metricTexts: MetricTexts = (name) => ({
  labels: { respondBy: `${name}期限`, responded: name, targets: `${name}的目標` },
  statuses: { open: "進行中" },
  audit: {
    title: (path, span) => `案件成效（${name}）：${path}${span === "" ? "" : `，${span}`}`,
    notDue: "未完成且尚未到期：不予評估",
    closed: "結案時間不明：不予評估",
    usedTitle: `${name}時間占目標的比例`,
    usedNote: "完成時間落在目標各比例區間的案件百分比。",
    unanswered: "未完成",
    responseTimes: `${name}時間（依目標的計時方式）`,
    answered: "已完成",
    whatIfNote: "各列的完成時間相同，目標越嚴格就越常未達成。達成率較低不代表方案較差。",
  },
  reading: { labels: { unanswered: "未完成" } },
  html: { respondBy: `${name}期限` },
  ics: { respondBy: (parts) => `${name}期限：${parts.join("、")}` },
  watch: { openTickets: (count) => `進行中 ${grouped(count)} 件`, answered: (count) => `已完成 ${grouped(count)} 件` },
  assumption: (assumption) => {
    if (assumption.code === "unanswered") {
      const { now, closed } = assumption;
      return `未完成的案件，若期限早於 ${formatUtc(now)}（--now）即計為未達成，${closed === undefined ? "否則" : `其餘案件及結案時間不明者（${closed} 件）`}不予評估。`;
    }
    if (assumption.code === "no-response-column")
      return `沒有任何欄位載明${name}的時間，因此所有案件都視為未完成。${likelyResponses(assumption.likely, "resolved")}`;
    return undefined;
  },
});
