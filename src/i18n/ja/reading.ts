/** チケットファイルの読み取り方。 */
import type { reading as english } from "../en/reading.js";
import { cellFlags, grouped } from "../shared.js";
import { rowPosition } from "./grammar.js";

export const reading: typeof english = {
  title: "ファイルの読み取り方",
  labels: {
    file: "ファイル",
    columns: "列",
    priorities: "優先度",
    times: "時刻",
    dateOrder: "日付の順序",
    opened: "起票",
    repeatedIds: "重複する id",
    events: "イベント",
    unanswered: "未応答",
    leftOut: "条件で除外",
  },
  separatedBy: (separator) => `${separator}区切り`,
  separators: { comma: "コンマ", semicolon: "セミコロン", tab: "タブ", pipe: "縦線" },
  preset: (name, header) => (header === undefined ? `preset ${name}` : `preset ${name}（見出し ${header} による）`),
  guessed: "推定",
  timeOfEvents: "各イベントの時刻",
  ownOffsets: "UTC オフセット付き",
  why: {
    format: "この出力の生の形式",
    detected: "検出した preset",
    settings: "設定",
    system: "システム",
  },
  numbers: {
    seconds: "1970 年からの秒数",
    milliseconds: "1970 年からのミリ秒数",
    serial: "Excel のシリアル値",
    "serial-1904": "1904 年からの Excel のシリアル値",
  },
  span: (first, last) => `${first} から ${last}`,
  rows: (rows) => `${grouped(rows)} 行`,
  events: (events, tickets) => `${grouped(tickets)} 件のチケットの ${grouped(events)} 行`,
  withoutTicket: (events) => `チケットなし ${grouped(events)} 行`,
  atLeast: (rows) => `${rows}以上`,
  repeatedIds: (rows) => `${rows}。1 件のチケットのイベントなら --events でまとめます`,
  closedByTime: (rows) => `${grouped(rows)} 件はクローズ時刻で計算`,
  closedByWord: (rows) => `${grouped(rows)} 件はクローズ済み`,
  likelyClosed: (rows, state, flag) =>
    `${grouped(rows)} 件は ${state} などの状態。${flag} でクローズ済みとして扱えます`,
  filled: ({ column, filled, own }) =>
    `${cellFlags[column]} で空のセル ${grouped(filled)} 個を補いました。${grouped(own)} 行には固有の ${column} があります。`,
  partSeparator: "。",
  unknownWords: (role, words, first) =>
    `不明な${{ priority: "優先度", plan: "プラン", region: "地域", zone: "タイムゾーン" }[role]}（${rowPosition(first)}から）: ${words}`,
  mapWords: (flag) => `次のオプションで対応を指定してください: ${flag}`,
  ignoreColumn: (flag) => `この列が別のものなら無視できます: ${flag}`,
  meansZone: (word, zone) => `${word} は ${zone} と書いてください`,
};
