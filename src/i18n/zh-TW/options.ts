/** 各選項的作用。 */
import type { Messages } from "../en/index.js";
import type { options as english } from "../en/options.js";

const onePlan = "未註明方案的案件所用的方案：id、別名或名稱（只能有一個；檔案沒有方案欄位時必須指定）";

const cellTexts = {
  priority: "未註明優先順序的案件所用的優先順序，例如 P2",
  region: "未註明地區的案件所用的支援地區，例如 japan",
};

export const options: typeof english = {
  dataset: "要使用的資料集：內建的 id 或 JSON 檔案",
  lang: "答案的語言：en、zh-TW 或 ja（預設：依環境）",
  format: "答案的格式",
  json: "等同於 --format json",
  output: "將答案寫入檔案；副檔名決定格式",
  tz: "未附時差的時間所用的時區（預設：系統時區）",
  now: "當作現在的時間",
  color: "色彩：auto、always 或 never",
  ascii: "以 ASCII 字元取代表格線、長條、箭頭與勾號",
  width: "文字排版的欄寬（預設為終端機的寬度，否則為 80）",
  quiet: "只輸出答案本身",
  input: "一律不提問",
  config: "不讀取任何設定檔",
  debug: "顯示內部錯誤的堆疊",
  onlyDifferences: "略去所示各方案中相同的項目",
  group: "只顯示這組功能（可重複，或以逗號分隔）",
  all: "資料集的所有方案",
  plan: "方案的 id、別名或名稱（可重複，或以逗號分隔；預設：資料集的候選方案）",
  priority: "案件的優先順序，例如 P2",
  region: "支援地區，例如 japan",
  opened: "案件的開立時間（預設：現在）",
  responded: "支援部門最初回應的時間",
  from: "第一個時刻",
  to: "第二個時刻",
  clock: "計時方式：24x7、24x5 或 business-hours（預設：business-hours）",
  pause: "停止計時的期間（可重複）",
  holidays: "假日：國家或行政區代碼（JP、US-CA）、日期檔案或 .ics 檔案（可重複，或以逗號分隔）",
  zone: "取代該地區時區的時區",
  countDays: "營業日的計算方式：same-time（預設）或 end-of-day",
  atRisk: "未回應的案件用去目標的多少百分比後視為有逾期風險（預設：75）",
  explain: "列出計入的每一段時間，以及其他時間未計入的原因",
  check: "回應過晚或已逾期時，以 1 結束",
  need: "必須具備的功能（可重複）",
  contacts: "需要的指定支援聯絡人數",
  within: "某優先順序所需的最初回應時間：P2=2h、P2=30m@24x7（可重複）",
  budget: "included（不含付費方案）或 any",
  product: "您使用的產品，例如 commerce（可重複）",
  language: "您需要的支援語言，例如 ja（可重複）",
  answers: "包含所有回答的 JSON 檔案",
  calendar: "列出每段營業時間與累計（本週，或 --from 到 --to）",
  alarm: "在行事曆檔案中，於期限前多久提醒，例如 30m；或 none（可重複；預設：30m）",
  dialect: "目標資料庫：duckdb 或 postgres",
  table: "您的案件資料表名稱（預設：tickets）",
  inputFile: "要計算期限的案件檔案（CSV、TSV 或 JSON Lines）；- 表示標準輸入",
  tickets: "用來推估需求的過去案件檔案；- 表示標準輸入",
  minAttainment: "準時回應的案件比例低於此百分比時，以 1 結束",
  inputFormat: "案件檔案的格式：csv、tsv 或 jsonl（預設：依副檔名）",
  encoding: "案件檔案的編碼，例如 big5 或 shift_jis（預設：UTF-8）",
  map: '某欄位對應的標題：opened="Created at"（可重複）',
  preset: "案件檔案由哪個系統匯出：zendesk、jira、servicenow、salesforce 或 adobe（預設：依標題判斷）",
  priorityMap: "檔案中優先順序的意義：urgent=P1,high=P2（可重複）",
  sourceTz: "檔案中未附時差的時間所用的時區（預設：--tz）",
  dateOrder: "檔案中日期的順序：dmy、mdy 或 ymd（預設：依整欄判斷）",
};

export const optionsOf: Messages["optionsOf"] = {
  deadline: { product: "案件所屬的產品（該產品有專屬目標時適用）" },
  audit: { plan: onePlan, ...cellTexts },
  watch: { plan: onePlan, ...cellTexts },
  recommend: { plan: "可供選擇的方案（可重複，或以逗號分隔；預設：資料集的候選方案）" },
};
