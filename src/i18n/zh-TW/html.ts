/** 僅供 HTML 頁面使用的文字。 */

import type { html as english } from "../en/html.js";
import { list } from "./grammar.js";

export const html: typeof english = {
  lang: "zh-TW",
  contents: "本頁內容",
  footer: (dataset, tzdata) => `由 support-cli 依資料集 ${dataset} 與時區規則 ${tzdata} 產生。`,
  respondBy: "最初回應期限",
  zone: (zone) => `${zone} 時間`,
  usedOfTarget: (percent) => `已用目標的 ${percent}`,
  timelineOf: (from, to, zone) => `每一橫列代表 ${zone} 的一天（0:00 至 24:00），自 ${from} 至 ${to}。`,
  stretch: (what, from, to) => `${what} ${from}–${to}`,
  supportHours: (regions) => `支援營業時間：${list(regions, "和")}`,
  weekOf: (zone) => `每一橫列代表 ${zone} 本週的一天（0:00 至 24:00）。`,
  openIntervals: (zone) => `${zone} 的營業時段`,
  closedDay: "不營業",
  definitions: "優先順序的定義",
  comparedPlans: (plans) => list(plans, "和"),
  otherPlans: "其他方案",
  needs: "需求與方案",
};
