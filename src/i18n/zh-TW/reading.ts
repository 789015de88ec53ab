/** 案件檔案如何解讀。 */
import type { reading as english } from "../en/reading.js";
import { cellFlags, grouped } from "../shared.js";
import { rowPosition } from "./grammar.js";

export const reading: typeof english = {
  title: "檔案的解讀方式",
  labels: {
    file: "檔案",
    columns: "欄位",
    priorities: "優先順序",
    times: "時間",
    dateOrder: "日期順序",
    opened: "開立",
    repeatedIds: "重複的 id",
    events: "紀錄",
    unanswered: "未回應",
    leftOut: "被條件排除",
  },
  separatedBy: (separator) => `以${separator}分隔`,
  separators: { comma: "逗號", semicolon: "分號", tab: "定位字元", pipe: "直線" },
  preset: (name, header) => (header === undefined ? `preset ${name}` : `preset ${name}，依標題 ${header} 判斷`),
  guessed: "推測",
  timeOfEvents: "各筆紀錄的時間",
  ownOffsets: "自帶 UTC 時差",
  why: {
    format: "此匯出檔的原始格式",
    detected: "偵測到的 preset",
    settings: "設定",
    system: "系統",
  },
  numbers: {
    seconds: "自 1970 年起的秒數",
    milliseconds: "自 1970 年起的毫秒數",
    serial: "Excel 序列值",
    "serial-1904": "自 1904 年起的 Excel 序列值",
  },
  span: (first, last) => `${first} 到 ${last}`,
  rows: (rows) => `${grouped(rows)} 列`,
  events: (events, tickets) => `${grouped(tickets)} 件案件的 ${grouped(events)} 筆紀錄`,
  withoutTicket: (events) => `${grouped(events)} 筆沒有案件`,
  atLeast: (rows) => `至少 ${rows}`,
  repeatedIds: (rows) => `${rows}；若為同一案件的紀錄，可用 --events 合併`,
  closedByTime: (rows) => `${grouped(rows)} 件以結案時間計`,
  closedByWord: (rows) => `${grouped(rows)} 件已結案`,
  likelyClosed: (rows, state, flag) => `${grouped(rows)} 件的狀態如 ${state}；可用 ${flag} 視為已結案`,
  filled: ({ column, filled, own }) =>
    `${cellFlags[column]} 填入了 ${grouped(filled)} 個空白儲存格；${grouped(own)} 列有自己的 ${column}。`,
  partSeparator: "；",
  unknownWords: (role, words, first) =>
    `未知的${{ priority: "優先順序", plan: "方案", region: "地區", zone: "時區" }[role]}（自${rowPosition(first)}起）：${words}`,
  mapWords: (flag) => `請用此選項對應：${flag}`,
  ignoreColumn: (flag) => `若此欄位另有意義，可忽略：${flag}`,
  meansZone: (word, zone) => `${word} 請改用 ${zone}`,
};
