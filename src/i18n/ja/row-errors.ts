/** チケットファイルの行の誤り。コードの後に続く。 */
import type { RowError } from "../../errors.js";
import { byCode, shortened } from "../shared.js";
import { list } from "./grammar.js";
import { timeProblems } from "./time.js";

/** 列とその値 */
const cell = ({ column, value }: { readonly column: string; readonly value: string }) =>
  `${shortened(column)}「${shortened(value)}」`;

export const rowError = byCode<RowError, string>({
  "missing-cell": (error) => `${shortened(error.column)} が空です`,
  "bad-time": (error) => {
    const dateOnly =
      error.problem === "date-only" ? "。--date-only に start、end、opening のいずれかを指定してください" : "";
    const ignorable =
      error.ignorable === undefined ? "" : `。この列が別のものなら --map ${error.ignorable}= で無視できます`;
    return `${cell(error)}${timeProblems[error.problem]}${dateOnly}${ignorable}`;
  },
  "ambiguous-date": (error) => `${cell(error)}は複数の順序で解釈できます。--date-order を指定してください`,
  "bad-duration": (error) => `${cell(error)}は時間の長さではありません`,
  "bad-pauses": (error) =>
    `${cell(error)}は一時停止の一覧（例: 2026-11-20T10:00/2026-11-20T12:00;2026-11-20T15:00/）ではありません`,
  "unknown-plan": (error) => `不明なプラン: ${cell(error)}`,
  "unknown-priority": (error) => `不明な優先度: ${cell(error)}`,
  "unknown-region": (error) => `不明な地域: ${cell(error)}`,
  "unknown-zone": (error) =>
    `不明なタイムゾーン: ${cell(error)}${error.iana === undefined ? "" : `。${error.iana} と書いてください`}`,
  "no-target": (error) => `プラン ${error.plan} には優先度 ${error.priority} の目標がありません`,
  "missing-zone": (error) =>
    `地域 ${error.region} の営業時間は顧客のタイムゾーンによります。--zone かタイムゾーンの列で指定してください`,
  "missing-region": (error) =>
    `プラン ${error.plan} の ${error.priority} の目標は地域の営業時間で数えます。${error.hasNone ? "データセットには地域がありません" : "--region または region 列を指定してください"}`,
  "responded-before-opened": (error) => `${cell(error)}がチケットの起票日時より前です`,
  "cell-count": (error) => `行のセルは ${error.found} 個、見出しは ${error.expected} 個です`,
  "bad-quotes": () => "引用符が閉じていないか、閉じた後に文字が続いています",
  "long-row": ({ megabytes }) => `行が ${megabytes} MiB を超えています。先頭の 64 KiB だけを出力します`,
  "bad-json": () => "JSON オブジェクトではありません",
  "bad-events": (error) => `${shortened(error.column)} はイベント（JSON オブジェクト）のリストではありません`,
  "repeated-key": (error) => `オブジェクトにキー ${error.key} が複数あります`,
  "key-conflict": (error) =>
    `オブジェクト自体に ${list(error.keys, "と")} があるため、追加するキーはこのオブジェクトでは別の名前です`,
  "never-open": () => "カレンダーに営業時間帯がありません",
  "beyond-horizon": () => "起票から期限、応答または現在までが 100 年を超えます",
  "instant-out-of-range": () => "時刻が 0001-01-03 から 9999-12-28 の範囲外です",
});
