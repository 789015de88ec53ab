/** 輸出的 SQL 中的註解，每則一行。 */
import type { sql as english } from "../en/sql.js";

export const sql: typeof english = {
  title: (region, zone, from, to) => `地區 ${region}（${zone}）的支援營業時間，${from} 至 ${to}。`,
  versions: (dataset, tzdata) => `由 support-cli 依資料集 ${dataset} 與時區規則 ${tzdata} 產生。`,
  notRun: (dialect) => `本專案未實際執行 ${dialect} 的陳述式，使用前請先測試。`,
  rerun: "可重複執行，所有地區或部分地區皆可：只會取代上列地區的資料列。",
  clocks: "各地區的計時方式：鍵值開頭的編號，以及涵蓋的期間。時間為自 1970-01-01T00:00Z 起的整數微秒。",
  order: "若資料表內有其他資料集的地區，或地區順序不同，此陳述式會失敗。",
  otherOrder: (dataset) => `sla_ 資料表內有資料集 ${dataset} 以外的地區，或地區順序不同：請刪除這些資料表後重新執行`,
  tables: {
    sla_target: "目標，以微秒或營業日計。地區 *：沒有地區的案件。",
    sla_at: "依 UTC 日切分的時間軸：from_us 之前的營業時間、下次開始營業的時刻及其營業日與當地時刻。",
    sla_goal: "各計時方式的累計營業時間，每 4 小時一段：何時達到各累計值。",
    sla_day: "依序排列的營業日：各段時間所對應的當地時刻。",
  },
  answers: (table) =>
    `結果。讀取 ${table} 的 id、plan、priority、region、opened、responded 欄位；後兩欄為含時區的時間。`,
  columns: "deadline；clock_starts；response_us：回應前計入的時間；met；status；problem：沒有結果的原因。",
  metrics: "案件在每個有目標的方案下的相同結果；is_own：該方案即案件本身的方案。",
  attainment:
    "依指標、方案、優先順序與地區統計已判定與達成的案件：每個案件在各方案下各計一次，own_ 欄位只計屬於該方案的案件。",
  responseTimes: "案件在其自身方案下至回應為止的計時秒數；百分位數採最近排序法。",
  earlier: "依方案列出：期限比案件自身方案提早的秒數之中位數。",
  pauses: "您的暫停：案件停止計時的期間；仍在暫停時 to_us 為 null。由您填入，預設為空。",
  dbt: {
    readme: (dataset, version, tzdata) => [
      "# support_cli_sla",
      `資料集 ${dataset} ${version} 的 SLA 期限，依時區規則 ${tzdata}，由 support-cli 產生。`,
      "請在 dbt 專案的 packages 中列出此資料夾（`- local: 路徑`），並將變數 `sla_tickets` 設為案件模型的名稱；該模型須有 id、plan、priority、region、opened、responded 欄位，後兩欄含時區。變數 `sla_pauses` 可指定暫停的模型：文字型別的 id，以及 from_us 與 to_us。結果為模型 `sla_deadlines`。",
      "`dbt seed`、`dbt run`、`dbt test` 會載入資料表、建立模型，並以範例案件比對 support-cli 的結果。",
    ],
  },
};
