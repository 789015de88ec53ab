/** 案件檔案某一列的問題，接在代碼之後。 */
import type { RowError } from "../../errors.js";
import { byCode, shortened } from "../shared.js";
import { list } from "./grammar.js";
import { timeProblems } from "./time.js";

/** 欄位與其值 */
const cell = ({ column, value }: { readonly column: string; readonly value: string }) =>
  `${shortened(column)}「${shortened(value)}」`;

export const rowError = byCode<RowError, string>({
  "missing-cell": (error) => `${shortened(error.column)} 是空的`,
  "bad-time": (error) => {
    const dateOnly = error.problem === "date-only" ? "；請以 --date-only 指定 start、end 或 opening" : "";
    const ignorable = error.ignorable === undefined ? "" : `；若此欄位另有意義，請用 --map ${error.ignorable}= 忽略`;
    return `${cell(error)}${timeProblems[error.problem]}${dateOnly}${ignorable}`;
  },
  "ambiguous-date": (error) => `${cell(error)}有多種解讀順序，請設定 --date-order`,
  "bad-duration": (error) => `${cell(error)}不是一段時間長度`,
  "bad-pauses": (error) => `${cell(error)}不是暫停時段的清單，例如 2026-11-20T10:00/2026-11-20T12:00;2026-11-20T15:00/`,
  "unknown-plan": (error) => `無法辨識的方案：${cell(error)}`,
  "unknown-priority": (error) => `無法辨識的優先順序：${cell(error)}`,
  "unknown-region": (error) => `無法辨識的地區：${cell(error)}`,
  "unknown-zone": (error) =>
    `無法辨識的時區：${cell(error)}${error.iana === undefined ? "" : `；請改用 ${error.iana}`}`,
  "no-target": (error) => `方案 ${error.plan} 沒有優先順序 ${error.priority} 的目標`,
  "missing-zone": (error) => `地區 ${error.region} 的服務時間以客戶所在的時區為準；請用 --zone 或時區欄位指定`,
  "missing-region": (error) =>
    `方案 ${error.plan} 對 ${error.priority} 的目標以地區的營業時間計算，${error.hasNone ? "但資料集沒有地區" : "請設定 --region 或提供 region 欄位"}`,
  "responded-before-opened": (error) => `${cell(error)}早於案件的開立時間`,
  "cell-count": (error) => `此列有 ${error.found} 格，標題列有 ${error.expected} 格`,
  "bad-quotes": () => "引號未結束，或結束引號後還有文字",
  "long-row": ({ megabytes }) => `此列超過 ${megabytes} MiB，只輸出開頭的 64 KiB`,
  "bad-json": () => "不是 JSON 物件",
  "bad-events": (error) => `${shortened(error.column)} 不是紀錄（JSON 物件）的清單`,
  "repeated-key": (error) => `此物件有多個鍵 ${error.key}`,
  "key-conflict": (error) => `此物件本身已有 ${list(error.keys, "和")}，因此新增的鍵在此物件中使用其他名稱`,
  "never-open": () => "行事曆沒有任何營業時段",
  "beyond-horizon": () => "期限、回應或現在距開立時間超過 100 年",
  "instant-out-of-range": () => "有時間不在 0001-01-03 到 9999-12-28 之間",
});
