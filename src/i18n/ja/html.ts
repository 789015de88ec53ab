/** HTML ページだけの文言。 */

import type { html as english } from "../en/html.js";
import { list } from "./grammar.js";

export const html: typeof english = {
  lang: "ja",
  contents: "このページの内容",
  footer: (dataset, tzdata) => `support-cli がデータセット ${dataset} とタイムゾーン規則 ${tzdata} から作成しました。`,
  respondBy: "初回応答の期限",
  zone: (zone) => `${zone} の時刻`,
  usedOfTarget: (percent) => `目標の ${percent} を使用`,
  timelineOf: (from, to, zone) =>
    `各帯は ${zone} の 1 日（0:00 から 24:00）を表し、${from} から ${to} までを示します。`,
  stretch: (what, from, to) => `${what} ${from}–${to}`,
  supportHours: (regions) => `サポートの営業時間: ${list(regions, "と")}`,
  weekOf: (zone) => `各帯は ${zone} の今週の 1 日（0:00 から 24:00）を表します。`,
  openIntervals: (zone) => `${zone} の営業時間帯`,
  closedDay: "営業なし",
  definitions: "優先度の意味",
  comparedPlans: (plans) => list(plans, "と"),
  otherPlans: "ほかのプラン",
  needs: "要件とプラン",
};
