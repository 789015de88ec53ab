/**
 * 繁體中文（台灣）的全部文字。凡來源資料表已有的說法，一律沿用。
 */

import type { BusinessDays } from "../core/business-days.js";
import type { Weekday } from "../core/calendar.js";
import { formatUtc } from "../core/format-time.js";
import { budgetMsOf, type Clock, type Target, type TimeUnit } from "../core/target.js";
import type { Has } from "../data/recommend/needs.js";
import type { Reason } from "../data/recommend/recommend.js";
import type { AnswerChange, AnswerValue } from "../data/recommend/what-would-change.js";
import {
  type DatasetIssue,
  type DatasetRule,
  type ErrorInfo,
  type FileProblem,
  maxDocumentBytes,
  maxTimeCharacters,
  type RowError,
  type TimeProblem,
  type ValueFormat,
} from "../errors.js";
import type { GroupedAssumption, RecommendReport, Successor, Warning } from "../report.js";
import { en, grouped, type Messages, type ProgressState, shortened } from "./en.js";
import { cellFlags, durationsIn, isLong, issueLines, nameOfWord, quoted, quoteIfEmpty } from "./shared.js";

const units = { seconds: "秒", minutes: "分鐘", hours: "小時", days: "天" } as const satisfies Record<TimeUnit, string>;

const durations = durationsIn({ day: "天", hour: "小時", minute: "分", second: "秒" }, "");

function businessDays({ count, restMs }: BusinessDays): string {
  return `${count} 個營業日${restMs > 0 ? `又 ${durations.duration(restMs)}` : ""}`;
}

function amountOf(amount: number, unit: TimeUnit): string {
  if (isLong(amount, unit)) return durations.duration(budgetMsOf({ amount, unit }));
  return `${amount} ${units[unit]}`;
}

/** 兩段文字相接；中文與西文之間留一個空格。 */
function beside(left: string, right: string): string {
  const isAscii = (c: string | undefined) => c !== undefined && /[!-~]/.test(c);
  const needsBlank = isAscii(left.at(-1)) !== isAscii(right[0]) || (isAscii(left.at(-1)) && isAscii(right[0]));
  const isPunctuated = /[\s，。、；：（「]$/.test(left) || /^[\s，。、；：）」]/.test(right);
  return left === "" || right === "" || !needsBlank || isPunctuated ? `${left}${right}` : `${left} ${right}`;
}

function join(...parts: readonly string[]): string {
  return parts.reduce(beside, "");
}

/** Why the system's zone is not known. */
function noSystemZone(variable: string | undefined): string {
  return variable === undefined ? "系統未設定 IANA 時區" : `TZ=${quoted(variable)} 不是 IANA 時區`;
}

function list(items: readonly string[], last: "或" | "和" = "或"): string {
  if (items.length < 2) return items.join("");
  return join(items.slice(0, -1).join("、"), last, items.at(-1) as string);
}

function meant(nearest: readonly string[], otherwise: string): string {
  return nearest.length > 0 ? join("您是指", `${list(nearest)}`, "嗎？") : otherwise;
}

/** What a choice among the dataset's names can be. */
function takes(allowed: readonly string[]): string {
  return allowed.length > 0 ? `可用的值為 ${list(allowed)}。` : "資料集中沒有可選的項目。";
}

function paidNote(plans: readonly string[], paid: readonly string[]): string {
  if (paid.length === 0) return "";
  if (paid.length < plans.length) return `（付費：${list(paid, "和")}）`;
  return paid.length === 1 ? "（須付費）" : "（皆須付費）";
}

const clockNames = {
  "24x7": "全年無休",
  "24x5": "24x5",
  "business-hours": "營業時間",
  "business-days": "營業日",
} as const satisfies Record<Clock, string>;

const featureValues: Readonly<Record<string, string>> = {
  "not-available": "不提供",
  available: "可加購",
  included: "已包含",
};

const budgetNames: Readonly<Record<string, string>> = { included: "僅限隨授權提供的方案", any: "可選付費方案" };

const fileProblems = {
  missing: "沒有這個檔案",
  folder: "這是資料夾",
  denied: "沒有權限",
  full: "磁碟空間已滿",
  encoding: "不是 UTF-8 文字",
  "read-only": "檔案系統為唯讀",
  "size-limit": "已達檔案大小上限",
  loop: "連結形成循環",
  "name-too-long": "檔名太長",
  "not-a-file": "這不是一般檔案",
  "too-large": `檔案超過 ${maxDocumentBytes >> 20} MB`,
  shortened: "檔案在讀取時變短了",
  "is-input": "這就是正在讀取的檔案",
  other: "系統拒絕存取",
} as const satisfies Record<FileProblem, string>;

const readingHints: Readonly<Partial<Record<FileProblem, string>>> = {
  encoding: "請以 UTF-8 儲存。",
  "not-a-file": "請使用一般檔案；資料集、答案與假日也可來自管線。",
  "too-large": `資料集、設定、答案與假日檔案最多 ${maxDocumentBytes >> 20} MB。`,
  shortened: "請在沒有其他程式寫入此檔案時再執行一次。",
};

const writingHints: Readonly<Partial<Record<FileProblem, string>>> = {
  "is-input": "請使用 --output，讀取完成後會取代該檔案。",
};

const timeProblems = {
  "date-only": "只有日期，沒有時間",
  impossible: "是不存在的日期或時間",
  "leap-second": "是閏秒，這裡的時鐘無法表示",
  "out-of-range": "不在 0001-01-03 到 9999-12-28 之間",
  "too-long": `超過 ${maxTimeCharacters} 個字元`,
  unreadable: "不是可以解讀的時間",
} as const satisfies Record<TimeProblem, string>;

const valueForms = {
  "whole-number": "0 以上的整數，例如 5",
  columns: "20 到 1000 的整數，例如 100",
  percent: "0 到 100 的百分比，例如 75",
  pause: "「開始/結束」，且結束不得早於開始，例如 2026-11-20T12:00+09:00/2026-11-20T13:00+09:00",
  within: "「優先順序=時間」，單位為 s、m、h 或 d，必要時加上計時方式，例如 P2=2h 或 P2=30m@24x7",
  zone: "IANA 時區名稱，例如 Asia/Tokyo",
  encoding: "編碼名稱，例如 big5 或 shift_jis",
  assignment: "「名稱=值」",
  duration: "數字加上 s、m、h 或 d，例如 30m，最長 100 年",
  "table-name": "由字母、數字和 _ 組成的資料表名稱，必要時加上結構描述，例如 helpdesk.tickets",
} as const satisfies Record<ValueFormat, string>;

const datasetForms = {
  id: "以字母開頭，由字母、數字和連字號組成的名稱，最多 100 個字元",
  date: "實際存在的日期，格式為 YYYY-MM-DD",
  opening: "早於 24:00 的開始時間 HH:MM，例如 09:00",
  closing: "不晚於 24:00 的結束時間 HH:MM，例如 17:30",
  "two-times": '開始時間與不同的結束時間，例如 ["09:00","17:30"]；全天為 ["00:00","24:00"]',
  "open-sometime": "一週至少一段時間",
  zone: "IANA 時區名稱，例如 Asia/Tokyo；時差不是時區",
  "unit-of-clock": "business-days 計時方式用 days，其他計時方式用 seconds、minutes 或 hours",
  "clock-of-unit": "business-days（from 為 business-days 時），否則為其他計時方式",
  number: "數字",
  amount: "0 以上的數字，最多 100 年",
  "whole-number": "0 以上的整數",
  "unused-name": "尚未使用的名稱",
  "after-valid-from": "不早於 validFrom 的日期",
  something: "非空白的內容",
  "text-length": "最多 4,000 個字元的文字",
  "plan-count": "最多 100 個方案",
} as const satisfies Record<DatasetRule, string>;

const onePlan = "未註明方案的案件所用的方案：id、別名或名稱（只能有一個；檔案沒有方案欄位時必須指定）";
const cellTexts = {
  priority: "未註明優先順序的案件所用的優先順序，例如 P2",
  region: "未註明地區的案件所用的支援地區，例如 japan",
};

const timeHint =
  "請寫成 2026-11-20T16:40+09:00、2026-11-20T07:40Z、@1763624400、now，或搭配 --tz 的當地時間 2026-11-20T16:40。";

const shortWeekdays: Readonly<Record<Weekday, string>> = {
  mon: "一",
  tue: "二",
  wed: "三",
  thu: "四",
  fri: "五",
  sat: "六",
  sun: "日",
};

export const zhTW: Messages = {
  help: {
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
    examples: en.help.examples,
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
  },
  commands: {
    compare: { summary: "並列各方案的功能、最初回應目標、營業時間和附註", examples: en.commands.compare.examples },
    deadline: {
      summary: "算出支援部門最晚何時必須對案件做出最初回應，並列出依據",
      examples: en.commands.deadline.examples,
    },
    audit: { summary: "檢視過去案件的回應情形，以及在其他方案下會是如何", examples: en.commands.audit.examples },
    elapsed: { summary: "計算兩個時刻之間的營業時間", examples: en.commands.elapsed.examples },
    hours: { summary: "顯示哪些地區目前營業中、何時變動，以及本週的營業時間", examples: en.commands.hours.examples },
    recommend: {
      summary: "依需求建議方案，並說明理由，以及哪些變動會改變結果",
      examples: en.commands.recommend.examples,
    },
    config: { summary: "顯示每項設定、其值與來源", examples: en.commands.config.examples },
    completion: {
      summary: "輸出 bash、zsh、fish 或 powershell 的自動完成指令碼",
      examples: en.commands.completion.examples,
    },
    dataset: { summary: "列出、顯示或驗證資料集，或輸出其 JSON Schema", examples: en.commands.dataset.examples },
    watch: { summary: "依到期先後顯示尚未回應的案件，並倒數剩餘時間", examples: en.commands.watch.examples },
    sql: { summary: "將行事曆寫成資料表，並寫出在資料庫中得到相同期限的查詢", examples: en.commands.sql.examples },
  },
  options: {
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
  },
  optionsOf: {
    audit: { plan: onePlan, ...cellTexts },
    watch: { plan: onePlan, ...cellTexts },
    recommend: { plan: "可供選擇的方案（可重複，或以逗號分隔；預設：資料集的候選方案）" },
  },
  clocks: clockNames,
  target: ({ clock, amount, unit }: Target) => `${clockNames[clock]} / ${amountOf(amount, unit)}`,
  ...durations,
  counted({ clock, ms, days }, wallMs) {
    const wall = wallMs === undefined ? "" : `實際 ${durations.clockTime(wallMs)}`;
    if (clock === "24x7") return durations.clockTime(ms);
    if (days && days.count > 0) return `${businessDays(days)}${wall && `（${wall}）`}`;
    return `${durations.duration(ms)}（${clockNames[clock === "24x5" ? clock : "business-hours"]}${wall && `，${wall}`}）`;
  },
  businessDays,
  colon: "：",
  comma: "，",
  semicolon: "；",
  items: (texts) => texts.join("、"),
  fromTo: (from, to) => `${from} → ${to}`,
  /** Whether a need is met, as a mark, and what there is of it. */
  verdict: (mark, value) => `${mark} ${value}`,
  /** Words for marks that a character set may lack. */
  plain: { yes: "是", no: "否", arrowKeys: "上下鍵" },
  aside: (text, note) => `${text}（${note}）`,
  weekdays: { mon: "週一", tue: "週二", wed: "週三", thu: "週四", fri: "週五", sat: "週六", sun: "週日" },
  weekdayRange: (first, last) => `${first}至${last}`,
  dated: (date, weekday) => `${date}(${shortWeekdays[weekday]})`,
  priorityTitle: (id, name, label) => (label === undefined ? `${id} ${name}` : `${label}（${id}）${name}`),
  statuses: { met: "達成", missed: "未達成", open: "等待回應", "at-risk": "有逾期風險", overdue: "逾期" },
  reasons: {
    night: "下班時間",
    break: "休息時間",
    "off-shift": "非輪班時間",
    weekend: "週末",
    "closed-day": "當日不營業",
    holiday: "假日",
    exception: "日期例外",
    pause: "暫停",
  },
  labels: {
    plan: "方案",
    feature: "功能",
    priority: "優先順序",
    region: "地區",
    hours: "營業時間",
    zone: "時區",
    zoneAssumed: "假設",
    target: "目標",
    respondBy: "回應期限",
    opened: "開立時間",
    clockStarts: "開始計時",
    responded: "回應時間",
    status: "狀態",
    now: "現在",
    used: "已用",
    left: "剩餘",
    late: "延遲",
    from: "起",
    to: "迄",
    counts: "計入",
    day: "日",
    total: "合計",
    elapsed: "經過時間",
    clock: "計時方式",
    why: "原因",
    howCounted: "計算方式",
    assumptions: "假設",
    notes: "附註",
    warning: "警告",
    note: "附註",
    error: "錯誤",
    hint: "提示",
    yes: "✓",
    no: "—",
    none: "無",
    included: "隨授權提供",
    paid: "付費支援 ($)",
    targets: "服務層級目標：最初回應",
    regions: "地區與營業時間",
    features: "功能",
    sources: "來源",
    source: "來源",
    unknown: "? 來源未說明",
    noDifferences: "所示方案在此範圍內沒有差異。",
    dataset: "資料集",
    title: "標題",
    candidateMark: "* 候選方案：除非另行指定，recommend 從中選擇，compare 也只顯示這些",
    recommended: "建議方案",
    need: "需求",
    noPlan: "沒有方案",
    meets: "✓",
    meetsNot: "✗",
    wouldChange: "哪些變動會改變結果",
    beyond: "能符合其餘需求的方案",
    commandLine: "不經提問即可得到相同答案的指令",
    adds: "較佳之處",
    lacks: "不及之處",
    differs: "不同之處",
    bundled: "內建",
    valid: "有效",
    inForce: "效期",
    wanted: "要求",
    has: "實際",
  },
  hours: {
    open: "營業中",
    closed: (why) => `非營業時間：${why}`,
    opens: "開始營業",
    closes: "營業結束",
    never: "無（全天候營業）",
    within: (span) => `${span}後`,
    openTime: "營業時間",
    total: "累計",
  },
  config: {
    setting: "設定",
    value: "值",
    cameFrom: "來源",
    setBy: "設定方式",
    files: "設定檔",
    noFiles: "未找到：目前資料夾或其上層的 support-cli.json，或您的設定資料夾中 support-cli 資料夾內的同名檔案",
    from: {
      flag: "選項",
      environment: "環境變數",
      project: "專案檔案",
      user: "使用者檔案",
      system: "系統",
      default: "預設",
    },
    defaultOf: (commands) => `${commands.join("、")} 的預設值`,
    setIn: (key, where) => `此值設定於 ${where}（${key}）。`,
  },
  legend: {
    open: "營業",
    partly: "該小時部分營業",
    closed: "非營業時間",
    now: "現在",
    used: "已用",
    left: "剩餘",
    uncounted: "營業但不計入",
    pause: "暫停",
  },
  timeline: {
    title: "時間軸",
    opened: (time) => `${time} 開立`,
    due: (time) => `${time} 到期`,
    moreDays: (count, counted) => `… 另有 ${count} 天，計入 ${counted}`,
  },
  featureValues,
  addsUpTo: (target) => `= ${target}`,
  clocksChange: (from, to) => `時鐘由 ${from} 調為 ${to}`,
  more: "…",
  moreStretches: (count) => `… 另有 ${count} 段，--json 會全部列出`,
  questions: {
    within: (priority) => `支援部門須在多久內對「${priority}」做出最初回應？`,
    anyTime: "不要求",
    need: "必須具備哪些功能？",
    contacts: "每項產品需要幾位指定的支援聯絡人？",
    wholeNumber: "請輸入 0 以上的整數。",
    product: "您使用其中哪些產品？",
    language: "需要哪些語言的支援？",
    budget: "可以是付費方案嗎？",
    budgetAny: "是，付費方案也可以",
    budgetIncluded: "否，僅限隨授權提供的方案",
    place: (number, of) => `${number}/${of}`,
    keysOne: "↑↓ 移動 · Enter 選定 · Esc 上一題 · Ctrl-C 中止",
    keysSome: "↑↓ 移動 · 空白鍵 勾選 · a 全選 · i 反選 · Enter 完成 · Esc 上一題",
    intro: "每題都標明對應的選項。按 Esc 回到上一題，按 Ctrl-C 中止。",
    introLines: "每題都標明對應的選項。輸入 b 回到上一題，按 Ctrl-C 中止。",
    summary: "您的回答",
    confirm: "這樣正確嗎？",
    confirmed: "是，請建議方案",
    change: (title) => `更改：${title}`,
    typeOne: (usual) => `編號 [${usual}]：`,
    typeSome: (usual) => `編號，以逗號分隔，0 表示無 [${usual || "0"}]：`,
    typeNumber: (usual) => `數字 [${usual}]：`,
    moreChoices: (count) => `共 ${count} 項`,
    typeChange: "按 Enter 取得建議，或輸入要更改的回答編號：",
    oneOf: (count) => `請輸入 1 到 ${count} 的數字。`,
  },
  usedAndLeft: (used, left) => `已用 ${used}，剩餘 ${left}`,
  lateBy: (late) => `晚了 ${late}`,
  usedOf: (used) => `用時 ${used}`,
  assumption(assumption: GroupedAssumption): string {
    switch (assumption.code) {
      case "region-zone":
        return `來源未載明時區的地區採用以下時區：${assumption.zones.map(({ region, zone }) => `${region} 為 ${zone}`).join("、")}。可用 --zone 另行指定。`;
      case "weekdays":
        return `來源暗示地區 ${assumption.regions.join("、")} 為週一至週五，但未明載。`;
      case "24x5-window":
        return `來源未定義 24x5，因此視為${assumption.zone === undefined ? "該地區時區" : ` ${assumption.zone} `}每個營業日的 00:00 至 24:00。`;
      case "day-count-rule":
        return assumption.rule === "same-time"
          ? "來源未定義營業日，因此視為在開始計時後第 N 個營業日的同一時刻到期（--count-days same-time）。"
          : "來源未定義營業日，因此視為在開始計時後第 N 個營業日的營業結束時到期（--count-days end-of-day）。";
      case "clock-start":
        return "來源未載明非營業時間何時起算，因此從下次開始營業時起算。";
      case "no-holidays":
        return "未扣除任何假日，因為原廠未公布假日清單。可用 --holidays 指定。";
      case "holiday-source":
        return `${join("國定假日取自", list(assumption.sources, "和"))}，未經原廠確認。`;
      case "system-zone":
        return `未附時差的時間依系統時區 ${assumption.zone} 解讀。可用 --tz 另行指定。`;
      case "shown-zone":
        return `除地區本身的時區外，時間以系統時區 ${assumption.zone} 顯示。可用 --tz 另行指定。`;
      case "unknown-system-zone":
        return `${noSystemZone(assumption.variable)}，原應以系統時區顯示的時間改以 ${assumption.zone} 顯示。可用 --tz 指定時區。`;
      case "export-zone":
        return `未附時差的時間依 ${assumption.zone} 解讀，因為 ${assumption.preset} 的 API 如此寫出 ${assumption.column}。匯出的清單則使用其使用者的時區：請用 --source-tz 指定。`;
      case "preset":
        return `標題列屬於 ${assumption.preset} 的匯出檔，其欄位與優先順序名稱依此解讀。可用 --preset、--map 或 --priority-map 另行指定。`;
      case "date-order":
        return `日期依${{ dmy: "日、月、年", mdy: "月、日、年", ymd: "年、月、日" }[assumption.order]}的順序（${assumption.order}）解讀，因為 ${assumption.column} 欄的 ${assumption.value} 只符合此順序。可用 --date-order 另行指定。`;
      case "no-response-column":
        return `沒有任何欄位載明最初回應時間，因此所有案件都視為未回應。${likelyResponses(assumption.likely)}`;
      case "project-settings":
        return `${list(assumption.settings, "和")} 設定於 ${assumption.path}。可用 --no-config 略過該檔案。`;
      case "unanswered":
        return `沒有回應的案件，若期限早於 ${formatUtc(assumption.now)}（--now）即視為未達成，否則不予評定。`;
      case "measured-needs":
        return `各優先順序所需的回應時間，是過去案件中 ${assumption.percent} % 得到最初回應的時間，依方案 ${assumption.plan} 的計時方式計算。`;
      case "rounded-percentiles":
        return "超過兩天的回應時間，誤差在千分之一以內；最長時間則為精確值。";
      case "budget-any":
        return "未指定預算，因此付費方案也列入考慮。可用 --budget included 排除。";
      case "shortest-day":
        return `比較小時與營業日時，一個營業日以 ${assumption.hours} 小時計，即營業時間最短的一天。`;
      case "clock-as-planned":
        return "未指定計時方式的時間，依各方案目標本身的計時方式解讀。若要嚴格限定，請如 P2=30m@24x7 般指定。";
    }
  },
  warning(warning: Warning): string {
    switch (warning.code) {
      case "local-time-gap":
        return `${warning.option} ${warning.value} 在 ${warning.zone} 並不存在（時鐘跳過該時刻），因此解讀為 ${warning.readAs}。`;
      case "local-time-overlap":
        return `${warning.option} ${warning.value} 在 ${warning.zone} 出現兩次，因此解讀為第一次，即 ${warning.readAs}。加上時差即可指定。`;
      case "doubtful-local-times":
        return `有 ${warning.gaps + warning.overlaps} 個當地時間（首見於第 ${warning.line} 行）落在 ${warning.zone} 調整時鐘之際：${warning.gaps} 個被跳過，視同時鐘尚未調整；${warning.overlaps} 個出現兩次，視為第一次。`;
      case "opened-in-future":
        return "案件的開立時間晚於現在，因此尚未用去任何時間。";
      case "column-names":
        return `檔案中已有同名的欄位，因此新增的欄位為 ${list(warning.added, "和")}。`;
      case "superseded":
        return `資料集 ${warning.dataset} 適用至 ${warning.validUntil} 為止${warning.by ? supersededBy(warning.by) : "。"}`;
    }
  },
  html: {
    lang: "zh-TW",
    contents: "本頁內容",
    footer: (dataset, tzdata) => `由 support-cli 依資料集 ${dataset} 與時區規則 ${tzdata} 製作。`,
    respondBy: "最初回應期限",
    zone: (zone) => `${zone} 時間`,
    usedOfTarget: (percent) => `已用目標的 ${percent}`,
    timelineOf: (from, to, zone) => `每條橫帶代表 ${zone} 的一天（0:00 至 24:00），自 ${from} 至 ${to}。`,
    stretch: (what, from, to) => `${what} ${from}–${to}`,
    supportHours: (regions) => `支援營業時間：${list(regions, "和")}`,
    weekOf: (zone) => `每條橫帶代表 ${zone} 本週的一天（0:00 至 24:00）。`,
    openIntervals: (zone) => `${zone} 的營業時段`,
    closedDay: "不營業",
    definitions: "優先順序的意義",
    comparedPlans: (plans) => list(plans, "和"),
    otherPlans: "其他方案",
    needs: "需求與方案",
  },
  watch: {
    openTickets: (count) => `${grouped(count)} 件案件待回應`,
    nothingOpen: "所有案件都已回應。",
    standsStill: (status) => `${status}（停止計時）`,
    ticket: "案件",
    answered: (count) => `已回應 ${grouped(count)} 件`,
    bad: (count) => `有誤 ${grouped(count)} 件`,
    further: (above, below) => `上方 ${grouped(above)} 件，下方 ${grouped(below)} 件`,
    keys: "q 結束，↑ ↓ 捲動",
    keepsTickets: (message) => `${message}仍顯示先前讀取的案件。`,
    replaced: (path) => `${path} 已被取代；改為監看新的檔案。`,
    recovered: (path) => `${path} 的問題已排除。`,
  },
  ics: {
    deadlines: "支援期限",
    hours: "支援營業時間",
    respondBy: (items) => `最初回應期限：${items.join("、")}`,
    open: (region) => `支援營業中：${region}`,
  },
  sql: {
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
  },
  error(error: ErrorInfo): { message: string; hint: string } {
    switch (error.code) {
      case "unknown-command":
        return {
          message: `沒有 ${quoteIfEmpty(error.value)} 這個指令${error.orTopic ? "或主題" : ""}。`,
          hint: meant(error.nearest, `可用的指令為 ${list(error.allowed, "和")}。`),
        };
      case "unknown-option":
        return {
          message: `沒有 ${error.value} 這個選項。`,
          hint:
            error.commands.length > 0
              ? `${list(error.commands, "和")} 指令才有這個選項。`
              : meant(error.nearest, `請參閱 support-cli ${error.command ? `${error.command} ` : ""}--help。`),
        };
      case "unexpected-value":
        return {
          message: `${error.option} 不帶值，但指定了 ${quoteIfEmpty(error.value)}。`,
          hint: `請只寫 ${error.option}。`,
        };
      case "repeated-option":
        return {
          message: `${error.option} 指定了不同的值：${error.values.map(quoteIfEmpty).join("、")}。`,
          hint: error.command ? `support-cli ${error.command} 的 ${error.option} 只能有一個值。` : "請只保留其中一個。",
        };
      case "missing-option":
        return {
          message: `缺少必要的選項：${error.options.join("、")}。`,
          hint: error.allowed ? takes(error.allowed) : `請參閱 support-cli ${error.command} --help。`,
        };
      case "missing-value":
        return { message: `選項 ${error.option} 缺少值。`, hint: "請在其後寫上值。" };
      case "missing-argument":
        return { message: `必須指定引數 ${error.argument}。`, hint: `請參閱 support-cli ${error.command} --help。` };
      case "excess-arguments":
        return {
          message: join("這裡多了", `${list(error.values.map(quoteIfEmpty), "和")}`, "。"),
          hint: `請參閱 support-cli ${error.command} --help。`,
        };
      case "unknown-value":
        return {
          message: `${error.option} 不接受 ${quoteIfEmpty(error.value)}。`,
          hint: `${meant(error.nearest, "")}${takes(error.allowed)}`,
        };
      case "bad-value":
        return {
          message: `${error.option} 不接受 ${quoteIfEmpty(error.value)}。`,
          hint: `${join("可用的值為", valueForms[error.expected])}。`,
        };
      case "bad-time":
        return {
          message: `${error.option} ${quoteIfEmpty(error.value)} ${timeProblems[error.problem]}。`,
          hint: timeHint,
        };
      case "response-before-opened":
        return {
          message: `回應時間（${error.responded}）早於案件的開立時間（${error.opened}）。`,
          hint: "請檢查 --responded 和 --opened 及其時差。",
        };
      case "conflicting-options":
        return { message: `${list(error.options, "和")} 互相矛盾。`, hint: "請檢查其值，或省略其中一個。" };
      case "missing-answers":
        return {
          message: "目前無法提問（不是終端機，或指定了 --no-input），也沒有提供任何回答。",
          hint: `請至少指定 ${list(error.options)} 其中之一。`,
        };
      case "no-target":
        return {
          message: `方案 ${error.plan} 沒有優先順序 ${error.priority} 的目標。`,
          hint: `${error.allowed.length > 0 ? `可用的優先順序為 ${list(error.allowed, "和")}。` : "它沒有任何目標。"}${error.plans.length > 0 ? `若要 ${error.priority}，請以 --plan 指定方案：${list(error.plans)}。` : ""}`,
        };
      case "unknown-zone":
        return {
          message: `${error.option ? `${error.option}：` : ""}${quoteIfEmpty(error.value)} 不是時區。`,
          hint: meant(error.nearest, "請寫 IANA 名稱，例如 Asia/Taipei 或 UTC。"),
        };
      case "fixed-offset-zone":
        return {
          message: `${error.option ? `${error.option}：` : ""}${error.value} 是時差，不是時區：它沒有日光節約時間的規則。`,
          hint: `請寫 IANA 名稱，例如 Asia/Taipei${error.nearest.length > 0 ? `；若要固定時差，請寫 ${list(error.nearest)}` : ""}。`,
        };
      case "unknown-system-zone":
        return {
          message: `${noSystemZone(error.variable)}，無法解讀未附時差的時間。`,
          hint: `請以 ${list(error.flags)} 指定時區，例如 --tz ${error.nearest[0] ?? "Asia/Taipei"}，或寫出時差，例如 2026-11-20T16:40+08:00。`,
        };
      case "bad-hours":
        return {
          message: `${error.where} 的時段 ${error.value} 無法成立。`,
          hint: '請寫 ["09:00","17:30"]；全天為 ["00:00","24:00"]。',
        };
      case "bad-date":
        return { message: `${error.where} 中的 ${error.value} 不是日期。`, hint: "請寫成 YYYY-MM-DD。" };
      case "never-open":
        return { message: `${error.zone} 的行事曆從不營業。`, hint: "請檢查其時段、假日與例外。" };
      case "beyond-horizon":
        return { message: `答案在 ${error.years} 年以外。`, hint: "請檢查數量、暫停與時間。" };
      case "instant-out-of-range":
        return { message: "有時間不在 0001-01-03 到 9999-12-28 之間。", hint: "請檢查時間與數量。" };
      case "unknown-dataset":
        return {
          message: `沒有 ${quoteIfEmpty(error.value)} 這個資料集。`,
          hint: `${meant(error.nearest, `內建的資料集為 ${list(error.allowed, "和")}。`)}檔案請以路徑指定。`,
        };
      case "invalid-dataset":
        return {
          message: [
            `${error.path} 不是有效的資料集：`,
            ...issueLines(
              error.issues,
              (issue) => zhTW.datasetIssue(issue),
              (more) => `另有 ${grouped(more)} 項`,
            ),
          ].join("\n"),
          hint: "support-cli dataset schema 會輸出 JSON Schema。",
        };
      case "invalid-json":
        return {
          message: `${error.path}:${error.line}:${error.column}：這不是 JSON，${error.found === "" ? "內容過早結束" : `問題在「${error.found}」`}。`,
          hint: "請檢查該處的引號、逗號和括號。",
        };
      case "json-too-deep":
        return {
          message: `${error.path}:${error.line}:${error.column}：括號的巢狀層數超過 ${error.levels} 層。`,
          hint: "請減少巢狀層數。",
        };
      case "unreadable-file":
        return {
          message: `無法讀取 ${error.path}：${fileProblems[error.reason]}。`,
          hint: readingHints[error.reason] ?? "請檢查路徑。",
        };
      case "unwritable-file":
        return {
          message: `無法寫入 ${error.path}：${error.reason === "missing" ? "資料夾不存在" : fileProblems[error.reason]}。`,
          hint: writingHints[error.reason] ?? "請檢查路徑，或以 --output 另選檔案。",
        };
      case "unusable-temporary-folder":
        return {
          message: `無法使用暫存資料夾 ${error.path}：${error.reason === "missing" ? "資料夾不存在" : fileProblems[error.reason]}。`,
          hint: "請將 TMPDIR 設為空間足夠的資料夾，或以檔案取代管線。",
        };
      case "bad-holiday-line":
        return {
          message: `${error.path}:${error.line}：${error.value} 不是假日。`,
          hint: "請每行寫一個 YYYY-MM-DD，其後可加上名稱。",
        };
      case "bad-ics":
        return {
          message: `${error.path}:${error.line}：這不是可讀取的行事曆檔案。`,
          hint: "請重新匯出為 iCalendar（.ics）。",
        };
      case "unknown-holidays":
        return {
          message: `--holidays：沒有 ${quoteIfEmpty(error.value)} 的假日資料，也沒有這個檔案。`,
          hint: meant(error.nearest, "請寫國家或行政區代碼，例如 TW 或 US-CA，或檔案路徑；有多個時請重複此選項。"),
        };
      case "invalid-answers":
        return error.value === ""
          ? {
              message: `${error.path}：${error.key} 不是回答的項目。`,
              hint: `可用的項目為 ${list(error.allowed, "和")}。`,
            }
          : {
              message: `${error.path}：${error.key} 不接受 ${error.value}。`,
              hint: `可用的值為 ${list(error.allowed)}。`,
            };
      case "empty-file":
        return { message: `${error.path} 是空的。`, hint: "檔案須有標題列，或每行一個 JSON 物件。" };
      case "missing-column":
        return {
          message: `${error.path} 沒有 ${list(error.columns)} 欄位。`,
          hint: `${meant(error.nearest.map(shortened), "")}現有的欄位為 ${list(error.found.map(shortened), "和")}。請用 --map 指定欄位，例如 --map opened="Created at"，或用 --preset 指定系統。`,
        };
      case "duplicate-column":
        return {
          message: `${error.path} 有多個 ${error.column} 欄位。`,
          hint: "請只保留一個並將其餘改名，或用 --map 指定另一個。",
        };
      case "ambiguous-preset":
        return {
          message: `${error.path} 的標題列可能來自 ${list(error.presets)}。`,
          hint: `請用 --preset ${error.presets[0]} 指明，或用 --map 指定欄位。`,
        };
      case "ambiguous-dates":
        return {
          message: `${error.path} 的 ${error.column} 中的日期（例如 ${shortened(error.value)}）有多種解讀順序。`,
          hint: "請用 --date-order dmy 或 --date-order mdy 指明。",
        };
      case "mixed-date-order":
        return {
          message: `${error.path} 的 ${error.column} 中的日期順序不一：${list(error.values.map(shortened), "和")}。`,
          hint: "請用 --date-order dmy 或 --date-order mdy 指明；其餘的列會成為錯誤。",
        };
      case "unsupported-input":
        return {
          message: `${error.path}:${error.line}：這既不是文字列，也不是 JSON 物件。`,
          hint: "請檢查檔案與 --input-format。試算表須先存成 CSV，UTF-16 須加 --encoding utf-16le，JSON 須每行一個物件：jq -c '.[]' 可將陣列轉成多行。",
        };
      case "wrong-encoding":
        return {
          message: `${error.path}:${error.line}：這不是 UTF-8 文字。`,
          hint: "請指定編碼，例如 --encoding big5 或 --encoding shift_jis。",
        };
      case "row-too-long":
        return {
          message: `${error.path}:${error.line}：此列超過 ${error.megabytes} MiB。`,
          hint: "請檢查是否缺少換行，或這是否為案件檔案。",
        };
      case "too-many-columns":
        return {
          message: `${error.path}:${error.line}：超過 ${grouped(error.columns)} 欄。`,
          hint: "請檢查分隔符號；各行的鍵不同的 JSON Lines 可以 JSON Lines 輸出（--format jsonl）。",
        };
      case "no-responses":
        return {
          message: `${error.path} 未載明案件的最初回應時間${error.preset === undefined ? "" : `（${error.preset}）`}，因此無法得知達成率。`,
          hint: `${likelyResponses(error.likely)}若沒有此欄位，仍可用 deadline --input 計算期限。`,
        };
      case "bad-config":
        if (error.expected === "key") {
          return {
            message: `${error.path}：${error.key} 不是設定項目。`,
            hint: `${meant(error.nearest, "")}可用的設定為 ${list(error.allowed, "和")}。`,
          };
        }
        return {
          message: `${error.path}：${error.key === "" ? "檔案內容" : `${error.key} `}不能是 ${error.value}。`,
          hint: {
            object: '請寫成設定的物件，例如 {"plan": "business", "region": "japan"}。',
            text: `請寫成文字，例如 "${error.key}": "…"。`,
            list: `請寫成文字或文字清單，例如 "${error.key}": ["…", "…"]。`,
          }[error.expected],
        };
      case "interrupted":
        return { message: "已中止。", hint: "" };
      case "bug":
        return {
          message: `這是 support-cli 本身的錯誤：${error.detail}`,
          hint: "請加上 --debug 再執行一次，並回報輸出的內容。",
        };
    }
  },
  answerName(answer: string, names: RecommendReport["names"]): string {
    const [kind = "", id = ""] = answer.split(/:(.*)/s);
    switch (kind) {
      case "feature":
        return names.features[id] ?? id;
      case "within":
        return `${id} 的最初回應`;
      case "contacts":
        return "指定的支援聯絡人";
      case "language":
        return join(names.languages[id] ?? id, "支援");
      case "product":
        return join("產品", names.products[id] ?? id);
      default:
        return "預算";
    }
  },
  answerValue(value: AnswerValue | Has, kind: string | undefined, names: RecommendReport["names"]): string {
    if (value === null) return "無";
    if (typeof value === "boolean") return value ? "有" : "無";
    if (typeof value === "number") return String(value);
    if (typeof value === "string")
      return nameOfWord(value, kind, { budgets: budgetNames, clocks: clockNames, features: featureValues }, names);
    if ("amount" in value)
      return value.clock === undefined ? amountOf(value.amount, value.unit) : zhTW.target(value as Target);
    return (
      list(
        value.map((id) => names.languages[id] ?? id),
        "和",
      ) || "無"
    );
  },
  reason(reason: Reason, { names, kinds }: RecommendReport): string {
    const plan = (id: string) => names.plans[id] ?? id;
    const needs = (ids: readonly string[]) =>
      list(
        ids.map((id) => zhTW.answerName(id, names)),
        "和",
      );
    switch (reason.code) {
      case "none-within-budget":
        return `${join(list(reason.plans.map(plan), "和"), "都需要付費，而您只要隨授權提供的方案。")}`;
      case "no-needs":
        return `沒有特別的需求，因此等級最低的方案「${plan(reason.plan)}」即可。`;
      case "meets-all":
        return reason.needs === 1
          ? `${plan(reason.plan)}符合這項需求。`
          : join(plan(reason.plan), `符合全部 ${reason.needs} 項需求。`);
      case "meets-most":
        return reason.met === 0
          ? `預算內沒有候選方案符合任何一項需求，因此列出等級最低的「${plan(reason.plan)}」。`
          : `預算內沒有候選方案符合所有需求；「${plan(reason.plan)}」符合最多，${reason.needs} 項中有 ${reason.met} 項。`;
      case "lowest-rank":
        return `在符合程度相同的方案中，${join(plan(reason.plan), "的等級最低；改用", list(reason.over.map(plan), "和"), "也不會符合更多需求。")}`;
      case "lower-rank-lacks":
        return join(plan(reason.plan), "不符合的需求：", `${needs(reason.needs)}。`);
      case "excluded-by-budget":
        return join(plan(reason.plan), "能符合", `${needs(reason.needs)}，但需要付費。`);
      case "unmet": {
        const kind = reason.need.startsWith("feature:") ? kinds[reason.need.slice(8)] : undefined;
        const wanted = zhTW.answerValue(reason.wanted, kind, names);
        return join(
          plan(reason.plan),
          `不符合「${needs([reason.need])}」的需求（要求：${wanted}，實際：${zhTW.answerValue(reason.has, kind, names)}）。`,
        );
      }
    }
  },
  answerChange({ answer, from, to }: AnswerChange, { names }: RecommendReport): string {
    const name = zhTW.answerName(answer, names);
    const kind = answer === "budget" ? "budget" : undefined;
    if (typeof to === "boolean" || typeof from === "boolean") return to ? `加上「${name}」` : `不要求「${name}」`;
    if (to === null) return `不要求「${name}」（目前為 ${zhTW.answerValue(from, kind, names)}）`;
    const value = zhTW.answerValue(to, kind, names);
    return from === null
      ? `${name}改為「${value}」`
      : `${name}從「${zhTW.answerValue(from, kind, names)}」改為「${value}」`;
  },
  flip: (changes, plan) => `${list(changes, "和")} → ${plan ?? "沒有方案"}`,
  beyondNeed: (need, plans, overBudget) =>
    plans.length === 0
      ? `${need}：此資料集沒有方案具備。`
      : `${need}：${join(list(plans, "和"), "可以符合")}${paidNote(plans, overBudget)}。`,
  moreChanges: (count) => `另有 ${count} 項（--json 會依步驟列出前幾項）`,
  otherPlan: (plan) => `若改用${plan}`,
  rowError(error: RowError): string {
    const cell = "column" in error && "value" in error ? `${shortened(error.column)}「${shortened(error.value)}」` : "";
    switch (error.code) {
      case "missing-cell":
        return `${shortened(error.column)} 是空的`;
      case "bad-time":
        return `${cell}${timeProblems[error.problem]}`;
      case "ambiguous-date":
        return `${cell}有多種解讀順序，請設定 --date-order`;
      case "bad-duration":
        return `${cell}不是分鐘數`;
      case "unknown-plan":
      case "unknown-priority":
      case "unknown-region":
      case "unknown-zone":
        return `${cell}不明`;
      case "no-target":
        return `方案 ${error.plan} 沒有優先順序 ${error.priority} 的目標`;
      case "missing-region":
        return `方案 ${error.plan} 對 ${error.priority} 的目標以地區的營業時間計算，請設定 --region 或提供 region 欄位`;
      case "responded-before-opened":
        return `${cell}早於案件的開立時間`;
      case "cell-count":
        return `此列有 ${error.found} 格，標題列有 ${error.expected} 格`;
      case "bad-quotes":
        return "引號未結束，或結束引號後還有文字";
      case "bad-encoding":
        return "此列不是檔案編碼的文字，請設定 --encoding";
      case "bad-json":
        return "此行不是 JSON 物件";
      case "key-conflict":
        return `此行本身已有 ${list(error.keys, "和")}，因此新增的鍵在此行使用其他名稱`;
      case "never-open":
        return "行事曆從不營業";
      case "beyond-horizon":
        return "從開立到期限、回應或現在超過 100 年";
      case "instant-out-of-range":
        return "有時間不在 0001-01-03 到 9999-12-28 之間";
    }
  },
  progress({ rows, rate, share, secondsLeft }: ProgressState): string {
    const items = rows === 0 && share !== undefined ? [] : [`${grouped(rows)} 件`, `每秒 ${grouped(rate)} 件`];
    if (share !== undefined) items.push(`已讀 ${Math.floor(share * 100)} %`);
    if (secondsLeft !== undefined) items.push(`剩餘 ${secondsLeft} 秒`);
    return items.join(" · ");
  },
  batch: {
    done: (rows) => `共 ${grouped(rows)} 件。`,
    bad: (bad, rows) => `${grouped(rows)} 件中有 ${grouped(bad)} 件有錯誤：`,
    filled: ({ column, filled, own }) =>
      `${cellFlags[column]} 填入了 ${grouped(filled)} 個空白儲存格；${grouped(own)} 列有自己的 ${column}。`,
    late: (missed, overdue) => `--check 的結果：未達成 ${grouped(missed)} 件，已逾期 ${grouped(overdue)} 件。`,
    line: (line) => `第 ${line} 行`,
    more: (more) => `另有 ${grouped(more)} 件，列於 error 欄位`,
  },
  number: grouped,
  audit: {
    fallsShort: (attained, wanted) => `達成率為 ${attained}，低於 --min-attainment 的 ${wanted} %。`,
    title: (path) => `案件檢視：${path}`,
    byMonthTitle: "各月份與優先順序的達成率（百分比）",
    usedTitle: "回應時間占目標的比例",
    usedNote: "在目標時間的各比例以內得到回應的案件占多少百分比。",
    targetLine: (percent) => `要求：${percent} %`,
    ownPlan: (plans) => `${plans}（實際情形）`,
    tickets: "案件",
    attainment: "達成率",
    unanswered: "未回應",
    wanted: "要求",
    month: "月份",
    by: (label) => `依${label}`,
    counts: (read, judged, unjudged, bad) =>
      [
        `讀取 ${grouped(read)} 件`,
        `評定 ${grouped(judged)} 件`,
        ...(unjudged > 0 ? [`尚未到期 ${grouped(unjudged)} 件`] : []),
        ...(bad > 0 ? [`有錯誤 ${grouped(bad)} 件`] : []),
      ].join("，"),
    ofJudged: (met, judged) => `${grouped(judged)} 件中的 ${grouped(met)} 件`,
    nothingJudged: "沒有可評定的案件",
    unansweredCounts: (overdue, open) =>
      `${grouped(overdue)} 件已過期限，評定為未達成；${grouped(open)} 件尚未到期，不予評定`,
    responseTimes: "最初回應時間（依目標的計時方式）",
    answered: "已回應",
    median: "中位數",
    p90: "90 % 在此時間內",
    longest: "最長",
    worst: "延遲最久的案件",
    ticket: "案件",
    whatIf: "同樣的案件在其他方案下",
    met: "準時",
    promise: "期限差異",
    earlier: (seconds, size) => (seconds === 0 ? "相同" : `${seconds > 0 ? "早" : "晚"} ${size}`),
  },
  history: {
    title: (tickets, path) => `依 ${path} 的 ${tickets} 件案件推估`,
    share: "占比",
    tickets: "案件",
    within: "90 % 的回應時間",
    earlier: "期限較早",
    by: "提早中位數",
    against: (plan) => `與${plan}相比，各方案會承諾的期限`,
  },
  datasetIssue(issue: DatasetIssue): string {
    const where = issue.path === "" ? "/" : issue.path;
    switch (issue.problem) {
      case "missing":
        return `${where}：缺少 ${issue.key}`;
      case "unknown-key":
        return `${where}：這裡沒有 ${issue.key} 這個鍵${issue.allowed.length > 0 ? `；可用的鍵為 ${list(issue.allowed, "和")}` : ""}`;
      case "wrong-type":
        return `${where}：應為 ${issue.expected}，而非 ${issue.found}`;
      case "not-allowed":
        return `${where}：不接受 ${issue.value}；可用的值為 ${list(issue.allowed, "和")}`;
      case "unknown-reference":
        return `${where}：${issue.to} 中沒有 ${issue.value}；${issue.allowed.length > 0 ? `現有 ${list(issue.allowed, "和")}` : "其中沒有任何項目"}`;
      case "bad-value":
        return `${where}：不接受 ${issue.value}；${join("必須是", datasetForms[issue.expected])}`;
    }
  },
};

function supersededBy({ id, title, plans }: Successor): string {
  if (title === undefined) return `，已由 ${id} 取代（--dataset ${id}）。`;
  return `。目前提供的方案是 ${list(plans, "和")}（${title}）；可用 --dataset ${id} 比較。`;
}

function likelyResponses(likely: readonly string[]): string {
  const [first] = likely;
  if (first === undefined) return '若有此欄位，請用 --map responded="標題" 指定。';
  return `${list(likely, "和")} 看似此欄位：--map responded="${first}"。`;
}
