/** 說明畫面與手冊頁。 */
import { help as english } from "../en/help.js";

export const help: typeof english = {
  program: "支援部門最晚何時必須做出最初回應、為什麼是那個時刻，以及哪個支援方案值得選用。",
  help: "顯示說明後結束",
  version: "顯示版本後結束",
  more: { title: "更多說明", command: "某個指令的選項", global: "所有指令的通用選項" },
  helpCommand: "顯示指令或主題的說明",
  titles: {
    examples: "範例",
    usage: "用法",
    commands: "指令",
    options: "選項",
    globalOptions: "通用選項",
    topics: "主題",
    formats: "格式",
  },
  examples: english.examples,
  topics: {
    "exit-codes": "各結束代碼的意義",
    "time-rules": "時間的計算方式",
    formats: "答案可用的格式",
    environment: "環境變數與設定檔",
    man: "手冊頁，供 man -l 使用",
  },
  notes: {
    "exit-codes": ["使用 --json 時，錯誤會以一個 JSON 物件輸出到 stderr：error.code、error.message、error.hint。"],
    "time-rules": [
      "時間可寫成 2026-11-20T16:40+09:00、2026-11-20T07:40Z、@1763624400、now，或當地時間 2026-11-20T16:40（依 --tz 解讀）。",
      "--explain 會列出計入的每一段時間，以及其他時間未計入的原因。",
    ],
    formats: ["--output 會依檔案的副檔名決定格式。JSON 的鍵、id 和代碼在各語言中都相同。"],
    environment: [
      "選項優先於環境變數，環境變數優先於專案的 support-cli.json（從目前資料夾往上找到的第一個），再來才是您的設定資料夾（$XDG_CONFIG_HOME 或 ~/.config，Windows 為 %APPDATA%）中的 support-cli/support-cli.json。",
      '設定檔是一個物件，例如 {"plan": "business", "region": "japan", "holidays": ["JP"]}；可用的鍵為 plan、region、lang、tz、dataset 和 holidays。--no-config 不讀取任何設定檔，config show 則會列出每個值的來源。',
      "不會啟動分頁程式，不會檢查更新，也不會向外傳送任何資料。",
    ],
  },
  exitCodes: {
    answered: "已回答",
    finding: "檢查未通過（僅在指定 --check 或 --min-attainment 時）",
    usage: "用法錯誤：不明的指令、選項或值，或缺少選項",
    input: "輸入或資料無法使用（全部或其中幾列）",
    bug: "support-cli 本身的錯誤（--debug 會顯示堆疊）",
    interrupted: "由使用者中止",
  },
  timeRules: {
    "open-time": "營業時間是某個時區的每週時段，扣除假日，並以日期例外取代該日時段。重疊的時段不會重複計算。",
    "exact-fit": "若目標剛好在營業結束時用完，期限就是營業結束的時刻，而不是下次開始營業的時刻。",
    "reversed-range": "若第一個時刻較晚，經過的時間為負值。",
    clocks:
      "24x7：任何時刻，不論假日。24x5：每個營業日的當地全天。business-hours：該地區的營業時間。business-days：計算日期，不計算小時。",
    "start-while-closed": "在非營業時間開立的案件，從下次開始營業時起算。",
    "day-count":
      "N 個營業日於起算後的第 N 個營業日到期：在同一時刻，並移入該日的營業時間內（same-time），或在該日最後一次營業結束時（end-of-day）。",
    overnight: "跨越午夜的時段屬於開始的那一天：當天放假則整段取消，隔天放假則完全不受影響。",
    "sign-on-the-door":
      "只要該時區的時鐘顯示營業時間內的時刻，就是營業中。被跳過的一小時沒有時間，重複的一小時則計兩次。",
    pause: "暫停期間內的營業時間不計入。暫停可以重疊、落在營業時間之外，或延續到期限之後。",
    "never-open": "100 年內都不營業的行事曆視為錯誤。",
    "local-time": "因調整時鐘而被跳過或重複的當地時間，依 Temporal 的 compatible 方式解讀，並發出警告。",
    status: "有回應時為達成或未達成；尚無回應時為等待回應，用去目標的 75 % 起為有逾期風險，超過期限後為逾期。",
  },
  formats: {
    text: "供人閱讀：以您的語言顯示表格、時間條和句子",
    json: "整份答案為一個 JSON 文件",
    jsonl: "每行一個 JSON 物件",
    csv: "以逗號分隔、附標題列",
    tsv: "以 Tab 分隔、附標題列",
    markdown: "文件用的標題與表格",
    html: "可獨立開啟的網頁",
    iso: "每行一個 ISO 8601 時間或時間長度",
    epoch: "自 1970 年起的秒數，無條件進位",
    ics: "行事曆檔案",
  },
  listVariables: {
    plan: "方案的 id、別名或名稱，以逗號分隔",
    holidays: "假日，以逗號分隔：國家或行政區代碼（JP、US-CA）、日期檔案或 .ics 檔案",
  },
  variables: {
    "LC_ALL, LC_MESSAGES, LANG":
      "未另行指定時使用的語言；中文、日文或韓文的地區設定也會使用純文字框線（加上 @cjknarrow 可保留框線字元），地區設定為 C、完全未設定或字元集不是 UTF-8 時亦同",
    COLUMNS: "未使用 --width 時的文字欄寬，輸出到終端機或管線時皆適用",
    NO_COLOR: "有設定時不使用色彩",
    FORCE_COLOR: "輸出不是終端機時也使用色彩；0 表示不使用",
    TERM: "dumb：不使用色彩，並逐行提問",
    TZ: "系統時區；未指定 --tz 時，當地時間依此解讀",
    SUPPORT_CLI_ACCESSIBLE: "1：逐行提問、不重繪畫面，適合螢幕閱讀器",
  },
  manual: {
    title: "使用者指令",
    name: "名稱",
    summary: "SLA 計算與支援方案建議",
    synopsis: "語法",
    description: "說明",
    examples: "範例",
    commands: "指令",
    options: "通用選項",
    topics: {
      "exit-codes": "結束代碼",
      "time-rules": "時間規則",
      formats: "格式",
      environment: "環境變數與檔案",
    },
  },
};
