/** 各指令的作用與範例。 */
import { commands as english } from "../en/commands.js";

export const commands: typeof english = {
  compare: { summary: "並列各方案的功能、最初回應目標、營業時間和附註", examples: english.compare.examples },
  deadline: {
    summary: "計算案件的最初回應期限，並列出計算過程",
    examples: english.deadline.examples,
  },
  audit: { summary: "檢視過去案件的目標達成情形，以及換成其他方案的結果", examples: english.audit.examples },
  elapsed: { summary: "計算兩個時間之間的營業時間", examples: english.elapsed.examples },
  hours: {
    summary: "顯示各地區是否營業、下次開始或結束營業的時間，以及本週的營業時間",
    examples: english.hours.examples,
  },
  recommend: {
    summary: "依需求建議方案，並說明理由與會改變結果的條件",
    examples: english.recommend.examples,
  },
  config: { summary: "顯示每項設定、其值與來源", examples: english.config.examples },
  completion: {
    summary: "輸出 bash、zsh、fish 或 powershell 的自動完成指令碼",
    examples: english.completion.examples,
  },
  holidays: {
    summary: "列出有假日資料的國家與地區，或顯示其日期",
    examples: english.holidays.examples,
  },
  dataset: { summary: "列出、顯示、驗證或比較資料集，或輸出其 JSON Schema 或範例", examples: english.dataset.examples },
  watch: { summary: "依期限先後顯示未回應的案件，並即時倒數", examples: english.watch.examples },
  sql: { summary: "將行事曆輸出為資料表，並產生可在資料庫中算出相同期限的查詢", examples: english.sql.examples },
  workbook: {
    summary: "製作以公式計算相同期限的試算表",
    examples: english.workbook.examples,
  },
};
