/** 資料集的問題，每項一行。 */
import type { DatasetRule, LintRule } from "../../errors.js";
import { byProblem, join } from "../shared.js";
import { list } from "./grammar.js";

const datasetForms = {
  id: "以字母開頭，由字母、數字和連字號組成的名稱，最多 100 個字元",
  date: "實際存在的日期，格式為 YYYY-MM-DD",
  holiday: "日期 YYYY-MM-DD、每年的某一天 MM-DD，或每年的一段期間，例如 12-28/01-03",
  place: "國家或其行政區的代碼，例如 JP 或 US-CA",
  opening: "早於 24:00 的開始時間 HH:MM，例如 09:00",
  closing: "不晚於 24:00 的結束時間 HH:MM，例如 17:30",
  "two-times": '開始時間與不同的結束時間，例如 ["09:00","17:30"]；全天為 ["00:00","24:00"]',
  "open-sometime": "一週至少一段時間",
  zone: "IANA 時區名稱，例如 Asia/Tokyo；UTC 時差不是時區",
  "unit-of-clock": "business-days 計時方式用 days，其他計時方式用 seconds、minutes 或 hours",
  "clock-of-unit": "business-days（from 為 business-days 時），否則為其他計時方式",
  number: "數字",
  amount: "0 以上的數字，最多 100 年",
  "whole-number": "0 以上的整數",
  "unused-name": "尚未使用的名稱",
  "after-valid-from": "不早於 validFrom 的日期",
  something: "非空白的內容",
  "text-length": "最多 4,000 個字元的文字",
  "plan-count": "最多 100 個方案",
} as const satisfies Record<DatasetRule, string>;

const lintTexts = {
  "source-per-fact": "沒有來源",
  "no-duplicate": "名稱或文字重複",
  "ranks-strict": "順位重複",
  "targets-by-priority": "比較低優先順序的目標更長",
  "targets-by-plan": "比較低方案的目標更長，或未提供",
  "hours-inside-day": "在隔天結束",
  "texts-in-all-languages": "缺少某種語言",
} as const satisfies Record<LintRule, string>;

export const datasetIssue = byProblem({
  missing: (issue, where) => `${where}：缺少 ${issue.key}`,
  "unknown-key": (issue, where) =>
    `${where}：無法辨識的鍵 ${issue.key}${issue.allowed.length > 0 ? `；可用的鍵為 ${list(issue.allowed, "和")}` : ""}`,
  "wrong-type": (issue, where) => `${where}：應為 ${issue.expected}，而非 ${issue.found}`,
  "not-allowed": (issue, where) => `${where}：不接受 ${issue.value}；可用的值為 ${list(issue.allowed, "和")}`,
  "unknown-reference": (issue, where) =>
    `${where}：${issue.to} 中沒有 ${issue.value}；${issue.allowed.length > 0 ? `可用的值為 ${list(issue.allowed, "和")}` : "其中沒有任何項目"}`,
  "bad-value": (issue, where) => `${where}：不接受 ${issue.value}；${join("必須是", datasetForms[issue.expected])}`,
  lint: ({ rule }, where) => `${where}：${lintTexts[rule]}（${rule}）`,
});
