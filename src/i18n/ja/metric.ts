/** 別の指標を評価するときに、初回応答の文言に代わるもの。`name` は指標の名前。 */
import { formatUtc } from "../../core/format-time.js";
import type { MetricTexts } from "../en/metric.js";
import { grouped } from "../shared.js";
import { likelyResponses } from "./notices.js";

export const metricTexts: MetricTexts = (name) => ({
  labels: { respondBy: `${name}の期限`, responded: name, targets: `${name}の目標` },
  statuses: { open: "対応中" },
  audit: {
    title: (path, span) => `チケットの実績（${name}）: ${path}${span === "" ? "" : `、${span}`}`,
    notDue: "未完了で期限前（評価対象外）",
    closed: "完了時刻が不明のままクローズ（評価対象外）",
    usedTitle: `目標に対する${name}までの時間の割合`,
    usedNote: "目標時間の各割合の範囲で完了したチケットの割合です。",
    unanswered: "未完了",
    responseTimes: `${name}までの時間（目標の計時方法による）`,
    answered: "完了",
    whatIfNote:
      "完了した時刻はどの行でも同じなので、目標が厳しいほど未達成が多くなります。達成率が低いプランが劣るわけではありません。",
  },
  reading: { labels: { unanswered: "未完了" } },
  html: { respondBy: `${name}の期限` },
  ics: { respondBy: (parts) => `${name}の期限: ${parts.join("、")}` },
  watch: { openTickets: (count) => `対応中 ${grouped(count)} 件`, answered: (count) => `完了 ${grouped(count)} 件` },
  assumption: (assumption) => {
    if (assumption.code === "unanswered") {
      const { now, closed } = assumption;
      return `未完了のチケットは、期限が ${formatUtc(now)}（--now）より前なら未達成とし、それ以外${closed === undefined ? "" : `と完了時刻が不明のままクローズされたチケット（${closed} 件）`}は評価しません。`;
    }
    if (assumption.code === "no-response-column")
      return `${name}の時刻の列がないため、すべてのチケットを未完了とみなします。${likelyResponses(assumption.likely, "resolved")}`;
    return undefined;
  },
});
