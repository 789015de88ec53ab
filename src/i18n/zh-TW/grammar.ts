/** 語句的組合方式：列舉、建議與標點。 */
import type { RowPosition } from "../../errors.js";
import type { punctuation as english } from "../en/grammar.js";
import { join } from "../shared.js";

export function list(items: readonly string[], last: "或" | "和" = "或"): string {
  if (items.length < 2) return items.join("");
  return join(items.slice(0, -1).join("、"), last, items.at(-1) as string);
}

export function rowPosition({ line, ticket, event }: RowPosition): string {
  if (ticket !== undefined) return `第 ${line} 行、第 ${ticket} 件案件`;
  return event === undefined ? `第 ${line} 行` : `第 ${line} 行、第 ${event} 筆紀錄`;
}

export function didYouMean(nearest: readonly string[], otherwise: string): string {
  return nearest.length > 0 ? join("您是指", `${list(nearest)}`, "嗎？") : otherwise;
}

/** What a choice among the dataset's names can be. */
export function validValues(allowed: readonly string[]): string {
  return allowed.length > 0 ? `可用的值為 ${list(allowed)}。` : "資料集中沒有可選的項目。";
}

export const punctuation: typeof english = {
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
};
