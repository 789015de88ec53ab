/**
 * What is written in place of marks that a character set may lack, or that take one column in some locales and two in others.
 * Marks inside texts are replaced before the layout, since some need more columns; frames and bars after it, column by column.
 */
import type { Messages } from "../../i18n/en/index.js";

/** Marks inside texts. */
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

/** What the layout draws: frames, bars, joints between texts, and the mark where a text was cut. One column each. */
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

/** A text before its layout. */
export function plainText(text: string): string {
  return text.replace(marks, (mark) => plainMarks[mark] as string);
}

/** A text after its layout. */
export function plainLines(text: string): string {
  return text.replace(drawing, (character) => plainDrawing[character] as string);
}

/** A catalogue whose texts have no such marks; ticks and arrow keys are words. */
export function plainWords(messages: Messages): Messages {
  const { yes, no, arrowKeys } = messages.plain;
  const inWords = (text: string) => plainText(text.replace(/↑ ?↓/g, arrowKeys));
  return {
    ...mapTexts(messages, inWords),
    labels: { ...mapTexts(messages.labels, inWords), yes, no, meets: yes, meetsNot: no },
    verdict: (mark, value) => (value === mark ? mark : messages.aside(mark, plainText(value))),
  };
}

/** The same value with every text in it changed, and every text that its functions make. */
function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === "string") return change(value) as T;
  if (typeof value === "function") return ((...given: unknown[]) => mapTexts(value(...given), change)) as T;
  if (Array.isArray(value)) return value.map((inner) => mapTexts(inner, change)) as T;
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapTexts(inner, change)])) as T;
}
