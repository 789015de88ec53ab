/** 輸出的 SQL 中的註解，每則一行。 */
import type { sql as english } from "../en/sql.js";

export const sql: typeof english = {
  title: (region, zone, from, to) => `地區 ${region}（${zone}）的支援營業時間，${from} 至 ${to}。`,
  versions: (dataset, tzdata) => `由 support-cli 依資料集 ${dataset} 與時區規則 ${tzdata} 製作。`,
  rerun: "可隨時重新執行，每個地區各執行一次：只會取代該地區的資料列。",
  calendars: "各行事曆涵蓋的範圍。時間為自 1970-01-01T00:00Z 起的整數微秒。",
  open: "各計時方式的營業時段，以及在此之前的營業時間；營業時間另附營業日與當地時刻。",
  dates: "依序排列的營業日：從哪個當地時刻起，於當日的哪一段時間到期。",
  targets: "最初回應目標；額度以微秒或營業日計。",
  answers: (table) =>
    `答案。讀取 ${table} 的 id、plan、priority、region、opened、responded 欄位；兩個時間為 timestamptz。`,
  columns: "deadline；clock_starts；response_us，回應前計入的時間；met；problem，沒有答案的原因。",
  pauses: "此處不計暫停；有暫停的案件請使用 support-cli 本身。",
};
