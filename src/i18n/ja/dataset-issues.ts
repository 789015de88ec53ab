/** データセットの問題。1 件 1 行。 */
import type { DatasetRule, LintRule } from "../../errors.js";
import { byProblem } from "../shared.js";
import { list } from "./grammar.js";

const datasetForms = {
  id: "英字で始まる、英数字とハイフンによる 100 文字以内の名前",
  date: "実在する日付（YYYY-MM-DD）",
  holiday: "日付 YYYY-MM-DD、毎年の日 MM-DD、または毎年の期間（例: 12-28/01-03）",
  place: "国またはその地域のコード（例: JP、US-CA）",
  opening: "24:00 より前の開始時刻 HH:MM（例: 09:00）",
  closing: "24:00 までの終了時刻 HH:MM（例: 17:30）",
  "two-times": '開始時刻とそれと異なる終了時刻（例: ["09:00","17:30"]）。終日は ["00:00","24:00"]',
  "open-sometime": "週に 1 つ以上の時間帯",
  zone: "IANA タイムゾーン名（例: Asia/Tokyo）。UTC オフセットはタイムゾーンではありません",
  "unit-of-clock": "計時方法が business-days なら days、それ以外なら seconds、minutes、hours",
  "clock-of-unit": "from が business-days なら business-days、それ以外なら他の計時方法",
  number: "数",
  amount: "0 以上の数（最大 100 年）",
  "whole-number": "0 以上の整数",
  "unused-name": "ほかで使われていない名前",
  "after-valid-from": "validFrom 以降の日付",
  something: "空でない値",
  "text-length": "4,000 文字以内のテキスト",
  "plan-count": "100 件以内のプラン",
} as const satisfies Record<DatasetRule, string>;

const lintTexts = {
  "source-per-fact": "出典がありません",
  "no-duplicate": "名前またはテキストが重複しています",
  "ranks-strict": "順位が重複しています",
  "targets-by-priority": "低い優先度の目標より長くなっています",
  "targets-by-plan": "下位プランの目標より長いか、提供されていません",
  "hours-inside-day": "翌日に終わります",
  "texts-in-all-languages": "すべての言語がそろっていません",
} as const satisfies Record<LintRule, string>;

export const datasetIssue = byProblem({
  missing: (issue, where) => `${where}: ${issue.key} がありません`,
  "unknown-key": (issue, where) =>
    `${where}: ${issue.key} というキーはここにはありません${issue.allowed.length > 0 ? `。使えるのは ${list(issue.allowed, "と")} です` : ""}`,
  "wrong-type": (issue, where) => `${where}: ${issue.found} ではなく ${issue.expected} が必要です`,
  "not-allowed": (issue, where) =>
    `${where}: ${issue.value} は使えません。使えるのは ${list(issue.allowed, "と")} です`,
  "unknown-reference": (issue, where) =>
    `${where}: ${issue.to} に ${issue.value} はありません。${issue.allowed.length > 0 ? `あるのは ${list(issue.allowed, "と")} です` : "そこには何もありません"}`,
  "bad-value": (issue, where) => `${where}: ${issue.value} は使えません。指定できる値: ${datasetForms[issue.expected]}`,
  lint: ({ rule }, where) => `${where}: ${lintTexts[rule]}（${rule}）`,
});
