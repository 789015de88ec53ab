/** 各指令的作用與範例。 */
import { commands as english } from "../en/commands.js";

export const commands: typeof english = {
  compare: { summary: "並列各方案的功能、最初回應目標、營業時間和附註", examples: english.compare.examples },
  deadline: {
    summary: "算出支援部門最晚何時必須對案件做出最初回應，並列出依據",
    examples: english.deadline.examples,
  },
  audit: { summary: "檢視過去案件的回應情形，以及在其他方案下會是如何", examples: english.audit.examples },
  elapsed: { summary: "計算兩個時刻之間的營業時間", examples: english.elapsed.examples },
  hours: { summary: "顯示哪些地區目前營業中、何時變動，以及本週的營業時間", examples: english.hours.examples },
  recommend: {
    summary: "依需求建議方案，並說明理由，以及哪些變動會改變結果",
    examples: english.recommend.examples,
  },
  config: { summary: "顯示每項設定、其值與來源", examples: english.config.examples },
  completion: {
    summary: "輸出 bash、zsh、fish 或 powershell 的自動完成指令碼",
    examples: english.completion.examples,
  },
  dataset: { summary: "列出、顯示或驗證資料集，或輸出其 JSON Schema", examples: english.dataset.examples },
  watch: { summary: "依到期先後顯示尚未回應的案件，並倒數剩餘時間", examples: english.watch.examples },
  sql: { summary: "將行事曆寫成資料表，並寫出在資料庫中得到相同期限的查詢", examples: english.sql.examples },
};
