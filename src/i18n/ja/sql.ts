/** 出力する SQL のコメント。それぞれ 1 行。 */
import type { sql as english } from "../en/sql.js";

export const sql: typeof english = {
  title: (region, zone, from, to) => `地域 ${region}（${zone}）のサポート営業時間、${from} から ${to} まで。`,
  versions: (dataset, tzdata) => `support-cli がデータセット ${dataset} とタイムゾーン規則 ${tzdata} から作成。`,
  rerun: "いつでも、地域ごとに 1 回ずつ再実行できます。置き換わるのはその地域の行だけです。",
  calendars: "各カレンダーの範囲。時刻は 1970-01-01T00:00Z からの整数マイクロ秒。",
  open: "各計時方法の営業時間帯とそれ以前の営業時間。営業時間には営業日と現地時刻も付きます。",
  dates: "営業日を順に: どの時刻から、その日のどの時間帯が期限になるか。",
  targets: "初回応答の目標。時間はマイクロ秒、または営業日。",
  answers: (table) =>
    `回答。${table} の列 id、plan、priority、region、opened、responded を読みます。2 つの時刻は timestamptz です。`,
  columns: "deadline、clock_starts、response_us（応答までに計上した時間）、met、problem（回答がない理由）。",
  pauses: "ここでは一時停止を数えません。一時停止のあるチケットには support-cli を使ってください。",
};
