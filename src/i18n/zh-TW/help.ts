/** 說明畫面與手冊頁。 */
import { help as english } from "../en/help.js";

export const help: typeof english = {
  program: "計算案件的最初回應期限、了解計算過程，並選擇支援方案。",
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
  seeTickets: "案件檔案的選項：請見 support-cli help tickets",
  ticketSpan: { from: "只使用此時間或之後開立的案件", to: "只使用此時間之前開立的案件" },
  topics: {
    "exit-codes": "各結束代碼的意義",
    "time-rules": "時間的計算方式",
    formats: "輸出格式",
    environment: "環境變數與設定檔",
    tickets: "案件檔案：欄位、值、條件",
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
      "support-cli 不會啟動分頁程式、檢查更新或傳送資料。",
    ],
    tickets: [
      "這些選項適用於 deadline --input、workbook --input、audit、watch 和 recommend --tickets；可在 support-cli.json 的 tickets 物件中以長名稱設定。",
      "欄位為 id、priority、opened、plan、region、zone、responded、response-time、closed、status、pauses 和 pause-time，以及紀錄的 at。同一欄位重複 --map 時，採用第一個非空白的儲存格。",
      "各種格式、preset 和規則列於 docs/files.md。",
    ],
  },
  exitCodes: {
    answered: "成功",
    finding: "檢查未通過（僅在指定 --check 或 --min-attainment 時）",
    usage: "用法錯誤：無法辨識的指令、選項或值，或缺少選項",
    input: "輸入無法使用：無法處理檔案或其中幾列",
    bug: "內部錯誤（--debug 會顯示堆疊追蹤）",
    interrupted: "由使用者中止",
  },
  timeRules: {
    "open-time": "營業時間是某個時區的每週時段，扣除假日，並以日期例外取代該日時段。重疊的時段不會重複計算。",
    "exact-fit": "若目標時間恰於營業結束時屆滿，期限即為營業結束的時刻，而非下次開始營業的時刻。",
    "reversed-range": "若 --from 晚於 --to，經過時間為負值。",
    clocks:
      "24x7：所有時間，包括假日。24x5：每個營業日的當地 00:00 至 24:00。business-hours：該地區的營業時間。business-days：以整個日期計，不計小時。",
    "start-while-closed": "在非營業時間開立的案件，從下次開始營業時起算。",
    "day-count":
      "N 個營業日於起算後的第 N 個營業日到期：同一時刻，若不在該日營業時間內，則調整至營業時間內（same-time），或該日最後一次結束營業時（end-of-day）。",
    overnight: "跨越午夜的時段屬於開始的那一天：當天為假日則整段取消，隔天為假日則不受影響。",
    "sign-on-the-door": "只要當地時間在營業時間內，就是營業中。時鐘調快時跳過的一小時不計，調慢時重複的一小時計兩次。",
    pause:
      "暫停期間內的營業時間不計入。暫停可以重疊、落在營業時間之外，或延續到期限之後。沒有結束時間的暫停（「開始/」）持續到現在。",
    "never-open": "100 年內都不營業的行事曆視為錯誤。",
    "local-time": "因調整時鐘而被跳過或重複的當地時間，比照 Temporal 的 compatible 模式處理，並發出警告。",
    status: "有回應時為達成或未達成；尚無回應時為等待回應，已用時間達目標的 75% 起為有逾期風險，超過期限後為逾期。",
  },
  formats: {
    text: "供人閱讀：以您的語言顯示表格、時間軸和句子",
    json: "單一 JSON 文件",
    jsonl: "每行一個 JSON 物件",
    csv: "以逗號分隔的資料列，附標題列",
    tsv: "以 Tab 分隔的資料列，附標題列",
    markdown: "文件用的標題與表格",
    html: "可獨立開啟的單一網頁",
    iso: "僅 ISO 8601 的時間或時間長度，每行一個",
    epoch: "僅自 1970 年起的秒數，無條件進位",
    ics: "行事曆檔案",
    xlsx: "Excel 活頁簿，以 -o FILE.xlsx 輸出",
  },
  listVariables: {
    plan: "方案的 id、別名或名稱，以逗號分隔",
    holidays:
      "假日，以逗號分隔：國家或行政區的代碼或名稱（JP、US-CA、巴伐利亞邦）、日期檔案、.ics 檔案，或「地區=來源」",
    zone: "客戶的時區，用於服務時間以其為準的地區：[資料集=]時區（以逗號分隔）",
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
    summary: "SLA 計算工具與支援方案顧問",
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
      tickets: "案件檔案",
    },
  },
};
