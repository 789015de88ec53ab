/** 檔案與資料的錯誤：訊息與處理提示。 */
import type { FileProblem } from "../../errors.js";
import { maxDocumentBytes } from "../../limits.js";
import type { fileErrors as english } from "../en/file-errors.js";
import { grouped, issueLines, join, looksLikeRow, quoted, shortened } from "../shared.js";
import { datasetIssue } from "./dataset-issues.js";
import { didYouMean, list } from "./grammar.js";
import { likelyResponses } from "./notices.js";

const fileProblems = {
  missing: "沒有這個檔案",
  folder: "這是資料夾，不是檔案",
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
  other: "作業系統拒絕存取",
} as const satisfies Record<FileProblem, string>;

const exportAgain = "請重新匯出為 iCalendar（.ics）。";

const readingHints: Readonly<Partial<Record<FileProblem, string>>> = {
  encoding: "請以 UTF-8 儲存。",
  "not-a-file": "請使用一般檔案；資料集、回答與假日檔案也可來自管線。",
  "too-large": `資料集、設定、回答與假日檔案最多 ${maxDocumentBytes >> 20} MB。`,
  shortened: "請在沒有其他程式寫入此檔案時再執行一次。",
};

const writingHints: Readonly<Partial<Record<FileProblem, string>>> = {
  "is-input": "請使用 --output，讀取完成後會取代該檔案。",
};

const jsonProblems = {
  unfinished: { message: "JSON 文件在此處中斷。", hint: "請重新下載或匯出完整的檔案。" },
  unexpected: {
    message: "這不是 JSON 物件的陣列。",
    hint: "請使用物件的陣列、在一個鍵下含有該陣列的物件，或每行一個物件。",
  },
  "several-arrays": {
    message: "一份 JSON 文件中有兩個以上的物件陣列。",
    hint: "請取出案件的陣列，例如 jq '.tickets'。",
  },
};

const packageProblems = {
  xls: { message: "這是舊版 .xls 或加密的活頁簿，無法讀取。", hint: "請另存為沒有密碼的 .xlsx 或 CSV。" },
  "not-workbook": { message: "這是 ZIP 檔案，但不是 .xlsx 活頁簿。", hint: "請解壓縮，或另存為 .xlsx 或 CSV。" },
  nested: { message: "gzip 檔案中還有壓縮檔。", hint: "請先解開外層的檔案，例如使用 gunzip。" },
  damaged: { message: "壓縮檔已損壞或不完整。", hint: "請重新下載或匯出。" },
  "no-rows": { message: "活頁簿中沒有資料列。", hint: "請以 --sheet NAME 指定工作表。" },
};

export const fileErrors: typeof english = {
  "invalid-dataset": (error) => {
    return {
      message: [
        `${error.path} 不是有效的資料集：`,
        ...issueLines(error.issues, datasetIssue, (more) => `另有 ${grouped(more)} 項`),
      ].join("\n"),
      hint: "support-cli dataset schema 會輸出 JSON Schema。",
    };
  },
  "invalid-json": (error) => {
    return {
      message: `${error.path}:${error.line}:${error.column}：這不是 JSON，${error.found === "" ? "內容過早結束" : `問題在「${error.found}」`}。`,
      hint: "請檢查該處的引號、逗號和括號。",
    };
  },
  "json-too-deep": (error) => {
    return {
      message: `${error.path}:${error.line}:${error.column}：括號的巢狀層數超過 ${error.levels} 層。`,
      hint: "請減少巢狀層數。",
    };
  },
  "unreadable-file": (error) => {
    return {
      message: `無法讀取 ${error.path}：${fileProblems[error.reason]}。`,
      hint: readingHints[error.reason] ?? "請檢查路徑。",
    };
  },
  "unwritable-file": (error) => {
    return {
      message: `無法寫入 ${error.path}：${error.reason === "missing" ? "資料夾不存在" : fileProblems[error.reason]}。`,
      hint: writingHints[error.reason] ?? "請檢查路徑，或以 --output 另選檔案。",
    };
  },
  "unusable-temporary-folder": (error) => {
    return {
      message: `無法使用暫存資料夾 ${error.path}：${error.reason === "missing" ? "資料夾不存在" : fileProblems[error.reason]}。`,
      hint: "請將 TMPDIR 設為空間足夠的資料夾，或以檔案取代管線。",
    };
  },
  "bad-holiday-line": (error) => {
    return {
      message: `${error.path}:${error.line}：${error.value} 不是假日。`,
      hint: "請每行寫一個日期或期間，例如 2026-12-24 或 2026-12-24/2026-12-31，其後可加上時間（09:00-12:00）與名稱。",
    };
  },
  "bad-ics": ({ path, line, problem, part }) => {
    const place = `${path}:${line}`;
    if (problem === "unsupported")
      return {
        message: `${place}：不支援重複規則 ${part}。`,
        hint: "請改以 RDATE 列出日期，或使用每行一個 YYYY-MM-DD 的檔案。",
      };
    if (problem === "invalid") return { message: `${place}：行事曆檔案中的 ${part} 無效。`, hint: exportAgain };
    if (problem === "unknown-zone")
      return {
        message: `${place}：找不到時區 ${part}。`,
        hint: "請使用 Asia/Taipei 之類的 IANA 名稱，或附上其 VTIMEZONE。",
      };
    if (problem === "too-many")
      return {
        message: `${place}：到此為止的活動重複過於頻繁。`,
        hint: "請加長間隔，或使用每行一個 YYYY-MM-DD 的檔案。",
      };
    return { message: `${place}：這不是可讀取的行事曆檔案。`, hint: exportAgain };
  },
  "invalid-answers": (error) =>
    error.value === ""
      ? {
          message: `${error.path}：${error.key} 不是回答的項目。`,
          hint: `可用的項目為 ${list(error.allowed, "和")}。`,
        }
      : {
          message: `${error.path}：${error.key} 不接受 ${error.value}。`,
          hint: `可用的值為 ${list(error.allowed)}。`,
        },
  "empty-file": (error) => ({ message: `${error.path} 是空的。`, hint: "檔案須有標題列，或每行一個 JSON 物件。" }),
  "missing-column": (error) => {
    return {
      message: `${error.path} 缺少 ${list(error.columns, "和")} 欄位。`,
      hint: `${didYouMean(error.nearest.map(shortened), "")}現有的欄位為 ${list(error.found.map(shortened), "和")}。請用 --map 指定欄位，例如 --map opened="Created at"，或用 --preset 指定系統。${error.columns.includes("priority") ? "也可用 -P 為所有案件指定優先順序。" : ""}${looksLikeRow(error.found) ? "若檔案沒有標題列，請加上 --no-header，並以位置指定欄位，例如 --map opened=#3。" : ""}`,
    };
  },
  "too-many-groups": ({ max }) => ({
    message: `案件分成超過 ${grouped(max)} 組。`,
    hint: "請選擇較長的 --period，或為 --by 指定值較少的欄位。",
  }),
  "too-many-tickets": ({ max }) => ({
    message: `案件超過一張工作表能容納的列數（${grouped(max)}）。`,
    hint: "請以 --where 選擇較少的案件，或分成數個活頁簿。",
  }),
  "calendar-too-long": ({ max }) => ({
    message: `行事曆超過一張工作表能容納的列數（${grouped(max)}）。`,
    hint: "請縮短 --from 到 --to 的期間，或選擇較少的地區（--region）。",
  }),
  "dbt-null-id": ({ pointers }) => ({
    message: `資料集有 dbt 會載入為空白儲存格的 ID：${list(pointers, "和")}。`,
    hint: "請更改這些 ID，或改用 --dialect 輸出 SQL 陳述式。",
  }),
  "other-dbt-project": ({ path }) => ({
    message: `${path} 屬於其他 dbt 專案，寫入會覆蓋該專案的檔案。`,
    hint: "請為套件指定專用的資料夾，例如 --dbt sla_package。",
  }),
  "no-open-time": ({ region, from, to }) => ({
    message: join("地區", quoted(region), "在", from, "到", to, "之間沒有營業時間。"),
    hint: "請指定較早的 --from 或較晚的 --to，或檢查該地區的營業時間與假日。",
  }),
  "duplicate-column": (error) => {
    return {
      message: `${error.path} 有多個 ${error.column} 欄位：${error.positions.map((position) => `#${position}`).join("、")}。`,
      hint: `請以位置指定，例如 --map ${error.role}=#${error.positions[0]}。`,
    };
  },
  "ambiguous-preset": (error) => {
    return {
      message: `${error.path} 的標題列可能來自 ${list(error.presets)}。`,
      hint: `請用 --preset 選擇其一，例如 --preset ${error.presets[0]}，或用 --map 指定欄位。`,
    };
  },
  "ambiguous-dates": (error) => {
    return {
      message: `${error.path} 的 ${error.column} 中的日期（例如 ${shortened(error.value)}）有多種解讀順序。`,
      hint: "請用 --date-order dmy 或 --date-order mdy 指明。",
    };
  },
  "mixed-date-order": (error) => {
    return {
      message: `${error.path} 的 ${error.column} 中的日期順序不一：${list(error.values.map(shortened), "和")}。`,
      hint: "請用 --date-order dmy 或 --date-order mdy 指明；其餘的列會成為錯誤。",
    };
  },
  "unsupported-input": (error) => {
    return {
      message: `${error.path}:${error.line}：這既不是文字列，也不是 JSON 物件。`,
      hint: "請檢查檔案與 --input-format。沒有 BOM 的 UTF-16 須加 --encoding utf-16le；.xls 與 .ods 檔案請另存為 .xlsx 或 CSV。",
    };
  },
  "events-in-rows": ({ path }) => ({
    message: `--events-in 讀取 JSON 案件中的清單，但 ${path} 不是 JSON。`,
    hint: "若每列是一筆紀錄，請使用 --events。",
  }),
  "wrong-encoding": (error) => {
    return {
      message: `${error.path}:${error.line}：標題列不是 ${error.encoding.toUpperCase()} 文字。`,
      hint: "請指定其他編碼，例如 --encoding big5 或 --encoding windows-1252。",
    };
  },
  "bad-json-document": ({ path, line, problem }) => ({
    message: `${path}:${line}：${jsonProblems[problem].message}`,
    hint: jsonProblems[problem].hint,
  }),
  "unreadable-package": ({ path, problem }) => ({
    message: `${path}：${packageProblems[problem].message}`,
    hint: packageProblems[problem].hint,
  }),
  "bad-header-quotes": (error) => {
    return {
      message: `${error.path}:${error.line}：標題列的引號不成對。`,
      hint: "請補上缺少的引號；引號內的引號須重複一次。",
    };
  },
  "row-too-long": (error) => {
    return {
      message: `${error.path}:${error.line}：此列超過 ${error.megabytes} MiB。`,
      hint: "請檢查是否缺少換行，或這是否為案件檔案。",
    };
  },
  "too-many-columns": (error) => {
    return {
      message: `${error.path}:${error.line}：超過 ${grouped(error.columns)} 欄。`,
      hint: "請檢查分隔符號；各行的鍵不同的 JSON Lines 可以 JSON Lines 輸出（--format jsonl）。",
    };
  },
  "unknown-measure": ({ column, value, option }) =>
    option === "--response-unit"
      ? {
          message: `${column} 的單位不明：${shortened(value)}。`,
          hint: "請以 --response-unit 指定 seconds、minutes、hours 或 days。",
        }
      : {
          message: `${column} 計算的是日曆時間或營業時間不明：${shortened(value)}。`,
          hint: "請以 --response-clock 指定 calendar 或 business。",
        },
  "metric-of-events": ({ metric }) => ({
    message: `案件檔案沒有指標 ${metric} 的欄位。`,
    hint: `請使用紀錄檔，並指定 --events、--responded-when 與 --customer-when。也可用 deadline --metric ${metric} --opened TIME 計算單一案件。`,
  }),
  "metric-not-in-dataset": ({ option, metric, datasets }) => ({
    message: `${option} 用於指標 ${metric}，但資料集 ${datasets.join("、")} 沒有此指標。`,
    hint: `請省略 ${option}，或使用有此指標的資料集。`,
  }),
  "no-responses": (error) => {
    if (error.metric !== undefined)
      return {
        message: `${error.path} 未載明案件的 ${error.metric} 時間，因此無法計算達成率。`,
        hint: likelyResponses(error.likely, "resolved"),
      };
    return {
      message: `${error.path} 未載明案件的最初回應時間${error.preset === undefined ? "" : `（${error.preset}）`}，因此無法計算達成率。`,
      hint: `${error.hasEvents ? "請指定視為首次回應的紀錄條件，例如 --responded-when 'status!=New'。" : ""}${likelyResponses(error.likely)}若沒有此欄位，仍可用 deadline --input 計算期限。`,
    };
  },
  "bad-config": (error) => {
    if (error.expected === "key") {
      return {
        message: `${error.path}：${error.key} 不是設定項目。`,
        hint: `${didYouMean(error.nearest, "")}可用的設定為 ${list(error.allowed, "和")}。`,
      };
    }
    return {
      message: `${error.path}：${error.key === "" ? "檔案內容" : `${error.key} `}不可為 ${error.value}。`,
      hint: {
        object: '請寫成設定的物件，例如 {"plan": "business", "region": "japan"}。',
        text: `請寫成文字，例如 "${error.key}": "…"。`,
        list: `請寫成文字或文字清單，例如 "${error.key}": ["…", "…"]。`,
        flag: "請寫成 true 或 false，不加引號。",
      }[error.expected],
    };
  },
};
