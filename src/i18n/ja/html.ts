/** HTML ページだけの文言。 */

import type { html as english } from "../en/html.js";
import { list } from "./grammar.js";

export const html: typeof english = {
  lang: "ja",
  contents: "このページの内容",
  footer: (dataset, tzdata) => `support-cli がデータセット ${dataset} とタイムゾーン規則 ${tzdata} から作成しました。`,
  respondBy: "初回応答の期限",
  zone: (zone) => `${zone} の時刻`,
  usedOfTarget: (percent) => `目標時間の ${percent} が経過`,
  timelineOf: (from, to, zone) => `各行は ${zone} の 1 日（0:00 から 24:00）です。期間: ${from} から ${to} まで。`,
  stretch: (what, from, to) => `${what} ${from}–${to}`,
  supportHours: (regions) => `サポートの営業時間: ${list(regions, "と")}`,
  weekOf: (zone) => `各行は ${zone} の今週の 1 日（0:00 から 24:00）です。`,
  openIntervals: (zone) => `${zone} の営業時間帯`,
  closedDay: "定休日",
  definitions: "優先度の定義",
  comparedPlans: (plans) => list(plans, "と"),
  otherPlans: "ほかのプラン",
  needs: "要件とプラン",
};
