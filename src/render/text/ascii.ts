/**
 * ASCII in place of marks that a character set may lack, or that take one column in some locales and two in others. Marks in messages
 * are replaced before the layout, since some need more columns; frames and bars after it, column by column. Values keep theirs.
 */
import type { Messages } from "../../i18n/en/index.js";

/** Marks in messages. */
const plainMarks: Readonly<Record<string, string>> = {
  "→": "->",
  "←": "<-",
  "↔": "<->",
  "✓": "[v]",
  "✗": "[ ]",
  "…": "...",
  "·": ".",
  "•": "*",
  "–": "-",
  "—": "-",
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
};
const marks = new RegExp(`[${Object.keys(plainMarks).join("")}]`, "g");

/** Characters of the layout: frames, bars, separators, and the mark where a text is cut. One column each. */
const plainDrawing: Readonly<Record<string, string>> = {
  "─": "-",
  "│": "|",
  ...Object.fromEntries([..."┌┬┐├┼┤└┴┘"].map((corner) => [corner, "+"])),
  "█": "#",
  "▓": "+",
  "▒": "=",
  "░": "-",
  "▌": "+",
  "▲": "^",
  "·": ".",
  "–": "-",
  "…": "~",
};
const drawing = new RegExp(`[${Object.keys(plainDrawing).join("")}]`, "g");

/** A message before its layout. */
export function plainText(text: string): string {
  return text.replace(marks, (mark) => plainMarks[mark] as string);
}

/** Lines after their layout, with the marks of values again. */
export function plainLines(text: string): string {
  return text
    .replace(drawing, (character) => plainDrawing[character] as string)
    .replace(protectedMarks, (mark) => String.fromCodePoint((mark.codePointAt(0) as number) - protectedPlane));
}

/** The last plane of Unicode, which is for private use: its characters are one column wide, as the marks are. */
const protectedPlane = 0x10_0000;
const replaceable = [...Object.keys(plainMarks), ...Object.keys(plainDrawing), "↑", "↓"].join("");
const replaceableMarks = new RegExp(`[${replaceable}]`, "g");
const protectedMarks = new RegExp(`[${protectMarks(replaceable)}]`, "gu");

/** A value whose marks are not replaced: they are in another plane until {@link plainLines} moves them back. */
export function protectMarks(value: string): string {
  return value.replace(replaceableMarks, (mark) => String.fromCodePoint(protectedPlane + mark.charCodeAt(0)));
}

/** A catalogue without such marks in its messages; check marks and arrow keys become words. */
export function plainWords(messages: Messages): Messages {
  const { yes, no, arrowKeys } = messages.plain;
  const withWords = (text: string) => plainText(text.replace(/↑ ?↓/g, arrowKeys));
  return {
    ...mapTexts(messages, withWords),
    labels: { ...mapTexts(messages.labels, withWords), yes, no, meets: yes, meetsNot: no },
    verdict: (mark, value) => (value === mark ? mark : messages.aside(mark, plainText(value))),
  };
}

/** A value with every text in it changed, and every text that its functions return. */
function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === "string") return change(value) as T;
  if (typeof value === "function") return ((...args: unknown[]) => mapTexts(value(...args), change)) as T;
  if (Array.isArray(value)) return value.map((inner) => mapTexts(inner, change)) as T;
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapTexts(inner, change)])) as T;
}
