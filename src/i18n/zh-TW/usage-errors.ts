/** 指令列的錯誤：訊息，以及該輸入什麼的提示。 */
import type { ValueFormat } from "../../errors.js";
import type { usageErrors as english } from "../en/usage-errors.js";
import { instantText, join, quoted } from "../shared.js";
import { didYouMean, list, validValues } from "./grammar.js";
import { noSystemZone } from "./notices.js";
import { timeProblems } from "./time.js";

const valueForms = {
  "whole-number": "0 以上的整數，例如 5",
  columns: "20 到 1000 的整數，例如 100",
  percentile: "大於 0、最多 100 的百分比，例如 95",
  "worst-count": "0 到 10,000 的數字，例如 20",
  percent: "0 到 100 的百分比，例如 75",
  "small-percent": "百分比，例如 95；小於 1 時須加百分號，例如 0.5%",
  pause: "「開始/結束」，且結束不得早於開始，例如 2026-11-20T12:00+09:00/2026-11-20T13:00+09:00；暫停至今則寫「開始/」",
  within: "「優先順序=時間」，單位為 s、m、h 或 d，可加上 @ 與計時方式，例如 P2=2h 或 P2=30m@24x7",
  zone: "IANA 時區名稱，例如 Asia/Tokyo",
  encoding: "編碼名稱，例如 big5 或 shift_jis",
  delimiter: "引號以外的一個字元，或 tab、comma、semicolon、pipe、space",
  condition: "條件，例如 status=Open,Pending 或 priority!=P4",
  assignment: "「名稱=值」",
  duration: "數字加上 s、m、h 或 d，例如 30m，最長 100 年",
  "table-name": "由字母、數字和 _ 組成的資料表名稱，可加上結構描述，例如 helpdesk.tickets",
  "row-count": "0 到 100,000 的列數，例如 500",
  date: "日期，例如 2026-12-24",
  year: "年份，例如 2027",
} as const satisfies Record<ValueFormat, string>;

const timeHint =
  "請寫成 2026-11-20T16:40+09:00、2026-11-20T07:40Z、@1763624400、now、2 hours ago、yesterday 16:40，或搭配 --tz 的當地時間 2026-11-20T16:40。";

export const usageErrors: typeof english = {
  "unknown-command": (error) => {
    return {
      message: `無法辨識的指令${error.orTopic ? "或主題" : ""}：${quoted(error.value)}。`,
      hint: didYouMean(error.nearest, `可用的指令為 ${list(error.allowed, "和")}。`),
    };
  },
  "unknown-option": (error) => {
    return {
      message: `無法辨識的選項：${error.value}。`,
      hint:
        error.commands.length > 0
          ? `${list(error.commands, "和")} 指令才有這個選項。`
          : didYouMean(error.nearest, `請參閱 support-cli ${error.command ? `${error.command} ` : ""}--help。`),
    };
  },
  "unexpected-value": (error) => {
    return {
      message: `${error.option} 不接受值：${quoted(error.value)}。`,
      hint: `請只寫 ${error.option}。`,
    };
  },
  "repeated-option": (error) => {
    return {
      message: `${error.option} 指定了不同的值：${error.values.map(quoted).join("、")}。`,
      hint: error.command ? `support-cli ${error.command} 的 ${error.option} 只能有一個值。` : "請只保留其中一個。",
    };
  },
  "missing-option": (error) => {
    return {
      message: `缺少必要的選項：${error.options.join("、")}。`,
      hint: error.allowed ? validValues(error.allowed) : `請參閱 support-cli ${error.command} --help。`,
    };
  },
  "no-regions": (error) => ({
    message: `資料集 ${error.dataset} 沒有地區，因此沒有營業時間可計算。`,
    hint: "請參照 support-cli dataset init 的輸出在資料集加入地區，或使用計時方式 24x7。",
  }),
  "missing-value": (error) => ({ message: `${error.option} 需要一個值。`, hint: "請在選項後加上值。" }),
  "missing-argument": (error) => ({
    message: `缺少必要的引數：${error.argument}。`,
    hint: `請參閱 support-cli ${error.command} --help。`,
  }),
  "excess-arguments": (error) => {
    return {
      message: `多餘的引數：${error.values.map(quoted).join("、")}。`,
      hint: `請參閱 support-cli ${error.command} --help。`,
    };
  },
  "unknown-value": (error) => {
    return {
      message: `${error.option} 不接受 ${quoted(error.value)}。`,
      hint: `${didYouMean(error.nearest, "")}${validValues(error.allowed)}`,
    };
  },
  "bad-value": (error) => {
    return {
      message: `${error.option} 不接受 ${quoted(error.value)}。`,
      hint: `${join("可用的值為", valueForms[error.expected])}。`,
    };
  },
  "bad-time": (error) => {
    return {
      message: `${error.option} ${quoted(error.value)} ${timeProblems[error.problem]}。`,
      hint: error.instead.length > 0 ? `請寫成 ${list(error.instead.map(quoted))}。` : timeHint,
    };
  },
  "response-before-opened": (error) => {
    return {
      message: `回應時間（${error.responded}）早於案件的開立時間（${error.opened}）。`,
      hint: "請檢查 --responded 和 --opened 及其 UTC 時差。",
    };
  },
  "conflicting-options": (error) => ({
    message: `${list(error.options, "和")} 不能同時使用。`,
    hint: "請檢查其值，或省略其中一個。",
  }),
  "reversed-range": (error) => ({
    message: `--from（${error.from}）不早於 --to（${error.to}）。`,
    hint: "請將 --from 提早，或將 --to 延後。",
  }),
  "missing-answers": (error) => {
    return {
      message: "無法提問（不是終端機，或指定了 --no-input），也沒有提供任何回答。",
      hint: `請至少指定 ${list(error.options)} 其中之一。`,
    };
  },
  "no-target": (error) => {
    return {
      message: `方案 ${error.plan} 沒有優先順序 ${error.priority} 的目標。`,
      hint: `${error.allowed.length > 0 ? `可用的優先順序為 ${list(error.allowed, "和")}。` : "它沒有任何目標。"}${error.plans.length > 0 ? `若要 ${error.priority}，請以 --plan 指定方案：${list(error.plans)}。` : ""}`,
    };
  },
  "unknown-zone": (error) => {
    return {
      message: `${error.option ? `${error.option}：` : ""}${quoted(error.value)} 不是時區。`,
      hint: didYouMean(error.nearest, "請寫 IANA 名稱，例如 Asia/Taipei 或 UTC。"),
    };
  },
  "fixed-offset-zone": (error) => {
    return {
      message: `${error.option ? `${error.option}：` : ""}${error.value} 是 UTC 時差，不是時區：它沒有日光節約時間的規則。`,
      hint: `請寫 IANA 名稱，例如 Asia/Taipei${error.nearest.length > 0 ? `；若要固定的 UTC 時差，請寫 ${list(error.nearest)}` : ""}。`,
    };
  },
  "customer-zone": ({ region, dataset }) => ({
    message: `地區${quoted(region)}的服務時間以客戶所在的時區為準。`,
    hint: `請用 --zone（例如 --zone ${dataset === undefined ? "" : `${dataset}=`}Asia/Taipei）或 support-cli.json 的 "zone" 指定客戶的時區。`,
  }),
  "same-dataset": ({ id, datasets }) => ({
    message: `--dataset：${datasets.join(" 和 ")} 的 ID 相同（${id}）。`,
    hint: `若要並列比較，請更改其中一個的 "id"；若要查看差異，請用 support-cli dataset diff ${datasets.join(" ")}。`,
  }),
  "ambiguous-name": ({ option, value, allowed }) => ({
    message: `${option}：有多個資料集含有${quoted(value)}。`,
    hint: `請使用 ${list(allowed)}。`,
  }),
  "unknown-system-zone": (error) => {
    return {
      message: `${noSystemZone(error.variable)}，因此無法解讀未附 UTC 時差的時間。`,
      hint: `請以 ${list(error.flags)} 指定時區，例如 --tz ${error.nearest[0] ?? "Asia/Taipei"}，或寫出 UTC 時差，例如 2026-11-20T16:40+08:00。`,
    };
  },
  "bad-hours": (error) => {
    return {
      message: `${error.where} 的時段無效：${error.value}。`,
      hint: '請寫 ["09:00","17:30"]；全天為 ["00:00","24:00"]。',
    };
  },
  "bad-date": (error) => ({ message: `${error.where} 的日期無效：${error.value}。`, hint: "請寫成 YYYY-MM-DD。" }),
  "span-too-long": (error) => ({
    message: `${error.options.join(" 與 ")} 相隔超過 ${error.years} 年。`,
    hint: "請縮短期間。",
  }),
  "never-open": (error) => ({
    message: `${error.zone} 的行事曆沒有任何營業時段。`,
    hint: "請檢查其時段、假日與例外。",
  }),
  "beyond-horizon": (error) => ({ message: `結果超出 ${error.years} 年。`, hint: "請檢查數量、暫停與時間。" }),
  "instant-out-of-range": ({ value }) => ({
    message: `時間 ${instantText(value)} 不在 0001-01-03 到 9999-12-28 之間。`,
    hint: "請檢查時間與數量。",
  }),
  "unknown-dataset": (error) => {
    return {
      message: `無法辨識的資料集：${quoted(error.value)}。`,
      hint: `${didYouMean(error.nearest, `內建的資料集為 ${list(error.allowed, "和")}。`)}檔案請以路徑指定。`,
    };
  },
  "unknown-holidays": (error) => {
    return {
      message: `沒有 ${quoted(error.value)} 的假日資料，也沒有這個檔案。`,
      hint: didYouMean(
        error.nearest,
        "請寫國家或行政區代碼，例如 TW 或 US-CA（可用 support-cli holidays list 查詢），或檔案路徑。",
      ),
    };
  },
  interrupted: () => ({ message: "已中止。", hint: "" }),
  bug: (error) => {
    return {
      message: `內部錯誤：${error.detail}`,
      hint: "請加上 --debug 再執行一次，並回報輸出的內容。",
    };
  },
};
