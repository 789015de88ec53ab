/** 假設與警告。 */
import { formatUtc } from "../../core/format-time.js";
import type { GroupedAssumption, HolidayPlace, Successor, Warning } from "../../report.js";
import { byCode, join, quoted, quotedName, someOf } from "../shared.js";
import { list, rowPosition } from "./grammar.js";

/** Why the system's zone is not known. */
export function noSystemZone(variable: string | undefined): string {
  return variable === undefined ? "系統未設定 IANA 時區" : `TZ=${quoted(variable)} 不是 IANA 時區`;
}

export function likelyResponses(likely: readonly string[], column = "responded"): string {
  const [first] = likely;
  if (first === undefined) return `請用 --map ${column}="標題" 指定欄位。`;
  return `可能的欄位：${list(likely, "和")}。請用 --map ${column}="${first}" 指定。`;
}

function supersededBy({ id, title, plans }: Successor): string {
  if (title === undefined) return `，已由 ${id} 取代（--dataset ${id}）。`;
  return `。目前提供的方案是 ${list(plans, "和")}（${title}）；可用 --dataset ${id} 比較。`;
}

/** A source of holidays; a place with the versions of its data and the years compared with official calendars. */
function sourceWithData(source: string, places: readonly HolidayPlace[]): string {
  const data = places.find(({ place }) => place === source);
  if (!data) return source;
  const { confirmed } = data;
  const years = confirmed ? `${confirmed.from} 至 ${confirmed.to} 年已與官方行事曆核對` : "尚未與官方行事曆核對";
  return `${source}（date-holidays ${data.package}，${data.corrections} 版更正；${years}）`;
}

export const assumption = byCode<GroupedAssumption, string>({
  "region-zone": (assumption) =>
    `來源未載明這些地區的時區，因此假設為：${assumption.zones.map(({ region, zone }) => join(quotedName(region), "為", zone)).join("、")}。可用 --zone 另行指定。`,
  weekdays: (assumption) =>
    `來源僅間接顯示${assumption.regions.map(quotedName).join("、")}的營業日為週一至週五，並未明載。`,
  "24x5-window": (assumption) =>
    `來源未定義 24x5，因此假設為${assumption.zone === undefined ? "該地區時區" : ` ${assumption.zone} `}每個營業日的 00:00 至 24:00。`,
  "day-count-rule": (assumption) =>
    assumption.rule === "same-time"
      ? "來源未定義營業日的算法，因此假設 N 個營業日於開始計時後第 N 個營業日的同一時刻屆滿（--count-days same-time）。"
      : "來源未定義營業日的算法，因此假設 N 個營業日於開始計時後第 N 個營業日的營業結束時屆滿（--count-days end-of-day）。",
  "clock-start": () => "來源未載明非營業時間如何起算，因此假設從下次開始營業時起算。",
  "clock-prioritised": () => "有些方案在支援人員設定優先順序後才開始計時；工單沒有這個時間，因此從開立時間起算。",
  "no-holidays": () => "未排除假日，因為資料集未指定假日。可用 --holidays 加入。",
  "holiday-source": ({ sources, places, everywhere, fromDataset }) =>
    `假日來源：${sources.map((source) => sourceWithData(source, places)).join("、")}，${everywhere ? "套用於所有地區，" : ""}${fromDataset ? "由資料集指定" : "未經原廠確認"}。`,
  "system-zone": (assumption) => `未附 UTC 時差的時間依系統時區 ${assumption.zone} 解讀。可用 --tz 另行指定。`,
  "date-from-now": (assumption) => `${assumption.option} ${quoted(assumption.value)} 解讀為 ${assumption.readAs}。`,
  "shown-zone": (assumption) => `時間也以系統時區 ${assumption.zone} 顯示。可用 --tz 另行指定。`,
  "unknown-system-zone": (assumption) =>
    `${noSystemZone(assumption.variable)}，因此時間改以 ${assumption.zone} 顯示。可用 --tz 指定時區。`,
  "export-zone": (assumption) =>
    `未附 UTC 時差的時間依 ${assumption.zone} 解讀，即 ${assumption.preset} API 中 ${assumption.column} 的時區。從使用者介面匯出的清單則使用該使用者的時區：請用 --source-tz 指定。`,
  preset: (assumption) =>
    `標題列（${assumption.header}）屬於 ${assumption.preset} 的匯出檔，其欄位與優先順序名稱依此解讀。可用 --preset、--map 或 --priority-map 另行指定。`,
  "column-guess": (assumption) =>
    `比照其他系統的匯出檔，將 ${assumption.header} 視為 ${assumption.column} 欄位。可用 --map ${assumption.column}="標題" 另行指定。`,
  "number-times": (assumption) =>
    ({
      seconds: `${assumption.column} 的數字解讀為自 1970 年起的秒數。`,
      milliseconds: `${assumption.column} 的數字解讀為自 1970 年起的毫秒數。`,
      serial: `${assumption.column} 的數字解讀為 Excel 序列值，並四捨五入到秒。`,
      "serial-1904": `${assumption.column} 的數字依活頁簿的設定，解讀為自 1904 年起算的 Excel 序列值，並四捨五入到秒。`,
    })[assumption.form],
  "date-only": (assumption) =>
    `沒有時間的日期解讀為${{ start: "當日開始", end: "當日結束", opening: "當日起的第一個營業開始時間" }[assumption.rule]}（--date-only ${assumption.rule}）。`,
  "closed-counts-as-response": (assumption) =>
    `${assumption.tickets} 件未回應即結案的案件，以結案時間視為最初回應（closed-counts-as-response）。`,
  "date-order": (assumption) =>
    `日期依${{ dmy: "日、月、年", mdy: "月、日、年", ymd: "年、月、日" }[assumption.order]}的順序（${assumption.order}）解讀，因為 ${assumption.column} 欄的 ${assumption.value} 只符合此順序。可用 --date-order 另行指定。`,
  "no-response-column": (assumption) =>
    `沒有任何欄位載明最初回應時間，因此所有案件都視為未回應。${likelyResponses(assumption.likely)}`,
  "project-settings": (assumption) =>
    `${list(assumption.settings, "和")} 設定於 ${assumption.path}。可用 --no-config 略過該檔案。`,
  unanswered: ({ now, closed }) =>
    `沒有回應的案件，若期限早於 ${formatUtc(now)}（--now）即計為未達成，${closed === undefined ? "否則" : `其餘案件及已結案者（${closed} 件）`}不予評估。`,
  "measured-needs": (assumption) =>
    `各優先順序所需的回應時間，是過去 ${assumption.percent}% 的案件得到最初回應所需的時間，依方案 ${assumption.plan} 的計時方式計算。`,
  "few-tickets": ({ fewer, priorities }) =>
    `由不到 ${fewer} 件案件推估的需求僅供參考：${priorities
      .map(({ priority, tickets }) => `${priority}（${tickets} 件）`)
      .join("、")}。可用 --within 指定。`,
  "rounded-percentiles": () => "超過兩天的回應時間，誤差在千分之一以內；最長時間則為精確值。",
  "budget-any": () => "未指定預算，因此付費方案也列入考慮。可用 --budget included 排除。",
  "shortest-day": (assumption) => `比較小時與營業日時，一個營業日以 ${assumption.hours} 小時計，即營業時間最短的一天。`,
  "clock-as-planned": () =>
    "未指定計時方式的時間，依各方案目標的計時方式比較。若要限定計時方式，請一併寫出，例如 P2=30m@24x7。",
});

export const warning = byCode<Warning, string>({
  "local-time-gap": (warning) =>
    `${warning.option} ${warning.value} 因調整時鐘而不存在於 ${warning.zone}，改用 ${warning.readAs}。`,
  "local-time-overlap": (warning) =>
    `${warning.option} ${warning.value} 在 ${warning.zone} 出現兩次，採用第一次，即 ${warning.readAs}。加上 UTC 時差即可指定。`,
  "doubtful-local-times": (warning) =>
    `有 ${warning.gaps + warning.overlaps} 個當地時間（首見於${rowPosition(warning)}）落在 ${warning.zone} 調整時鐘之際：${warning.gaps} 個被跳過，依調整前的時鐘解讀；${warning.overlaps} 個出現兩次，採用第一次。`,
  "holidays-unconfirmed": ({ place, confirmed }) =>
    confirmed
      ? `${place} 的假日僅 ${confirmed.from} 至 ${confirmed.to} 年與官方行事曆核對過，其他年份為推算所得。`
      : `${place} 的假日未與官方行事曆核對。若與官方行事曆不同，請以檔案指定日期，例如 --holidays dates.txt。`,
  "holidays-parts": ({ place, parts }) => `${place} 有假日不同的地區：${someOf(parts)}。`,
  "holidays-left-out": ({ place, regions, regionNames }) =>
    `${place} 的假日不套用於時區位於他國的地區（${regionNames.map(quotedName).join("、")}）。若要套用到某個地區，請指定該地區，例如 --holidays ${regions[0]}=${place}。`,
  "what-if-left-out": ({ dataset, lacks }) =>
    `沒有${lacks === "zone" ? "時區" : "地區"}的案件，不會與 ${dataset} 中以營業時間計算的方案比較。請加上 ${lacks === "zone" ? `--zone ${dataset}=ZONE` : `--region ${dataset}:REGION`}。`,
  "no-target": ({ plan, priority }) => `方案 ${plan} 沒有優先順序 ${priority} 的目標。`,
  "opened-in-future": () => "案件的開立時間晚於現在，因此尚未使用任何時間。",
  "column-names": (warning) => `檔案中已有同名的欄位，因此新增的欄位為 ${list(warning.added, "和")}。`,
  "skipped-lines": ({ before, after }) => {
    const parts = [
      ...(before > 0 ? [`標題列之前的 ${before} 行`] : []),
      ...(after > 0 ? [`最後一列之後的 ${after} 行`] : []),
    ];
    return `已略過${list(parts, "和")}。`;
  },
  "undecodable-text": ({ rows, ...first }) =>
    `有 ${rows} 列含有不屬於檔案編碼的位元組，首見於${rowPosition(first)}。以原格式輸出時會原樣保留。若文字顯示不正確，請指定編碼，例如 --encoding windows-1252。`,
  "escaped-cells": ({ cells }) =>
    `有 ${cells} 個儲存格會被試算表當成公式執行，已在前面加上單引號。若要原樣保留，請使用 --formulas keep。`,
  "unmatched-conditions": ({ conditions }) =>
    `沒有任何紀錄符合 ${someOf(conditions)}。請檢查 --responded-when 與 --pause-when。`,
  "unmatched-values": ({ conditions }) =>
    `沒有任何案件符合 ${someOf(conditions)}。請檢查 --where 與 --closed-when：值須為檔案中的儲存格內容或 ID。`,
  "unstored-formulas": ({ cells, columns }) =>
    `欄位 ${list(columns, "和")} 有 ${cells} 個儲存格是公式，但活頁簿中沒有計算結果，因此視為空白。請先用試算表軟體開啟活頁簿並存檔。`,
  "customer-regions-left-out": ({ regionNames }) =>
    `${regionNames.map(quotedName).join("、")}的營業時間以客戶的時區為準，因此未納入。請以 --zone 指定該時區，例如 --zone Asia/Tokyo。`,
  "no-regions": ({ dataset }) => `資料集 ${dataset} 沒有地區，因此沒有營業時間可顯示。`,
  "bundled-id": (warning) => `取自 ${warning.path} 的資料集與內建資料集 ${warning.dataset} 的 ID 相同。`,
  superseded: (warning) =>
    `資料集 ${warning.dataset} 收錄 ${warning.validUntil} 前的方案${warning.by ? supersededBy(warning.by) : "。"}`,
});
