/** 文の組み立て: 列挙、候補、句読点。 */
import type { RowPosition } from "../../errors.js";
import type { punctuation as english } from "../en/grammar.js";

export function list(items: readonly string[], last: "または" | "と" = "または"): string {
  if (items.length < 2) return items.join("");
  if (last === "または" && items.length === 2) return items.join(" または ");
  return last === "と" ? items.join("、") : `${items.slice(0, -1).join("、")}、または ${items.at(-1)}`;
}

export function rowPosition({ line, ticket, event }: RowPosition): string {
  if (ticket !== undefined) return `${line} 行目、${ticket} 件目のチケット`;
  return event === undefined ? `${line} 行目` : `${line} 行目、${event} 件目のイベント`;
}

export function didYouMean(nearest: readonly string[], otherwise: string): string {
  return nearest.length > 0 ? `もしかして: ${list(nearest)}？` : otherwise;
}

/** What a choice among the dataset's names can be. */
export function validValues(allowed: readonly string[]): string {
  return allowed.length > 0 ? `指定できる値: ${allowed.join("、")}。` : "データセットに指定できる値がありません。";
}

export const punctuation: typeof english = {
  colon: ": ",
  comma: "、",
  semicolon: "、",
  items: (texts) => texts.join("、"),
  fromTo: (from, to) => `${from} → ${to}`,
  /** Whether a need is met, as a mark, and what there is of it. */
  verdict: (mark, value) => `${mark} ${value}`,
  /** Words for marks that a character set may lack. */
  plain: { yes: "あり", no: "なし", arrowKeys: "上下キー" },
  aside: (text, note) => `${text}（${note}）`,
};
