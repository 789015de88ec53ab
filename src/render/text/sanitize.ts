/**
 * What all text output shares: the list of assumptions, and the two steps that keep control characters out of a terminal: values are
 * escaped before they are rendered, and rendered text keeps only line ends, tabs and the program's own colours.
 */
import type { Messages } from "../../i18n/en/index.js";
import type { Assumption } from "../../report.js";
import { groupAssumptions } from "../assumptions.js";
import { escapeMarkdown } from "../delimited.js";
import { plainLines, protectMarks } from "./ascii.js";
import type { Style, View } from "./color.js";
import { renderList } from "./table.js";

/** The assumptions as a list with their codes; empty if there are none, and with --quiet. */
export function renderAssumptions(
  assumptions: readonly Assumption[],
  messages: Messages,
  view: View,
  style: Style,
): string {
  const items = groupAssumptions(assumptions).map(
    (assumption) => `${messages.assumption(assumption)} ${style.dim(`[${assumption.code}]`)}`,
  );
  if (view.quiet || items.length === 0) return "";
  return `\n${style.heading(messages.labels.assumptions)}\n${renderList(items, view.columns)}`;
}

/** The assumptions as a section of Markdown. */
export function renderAssumptionsMarkdown(assumptions: readonly Assumption[], messages: Messages): string {
  const items = groupAssumptions(assumptions).map(
    (one) => `- ${escapeMarkdown(messages.assumption(one))} \`${one.code}\`\n`,
  );
  return items.length === 0 ? "" : `## ${messages.labels.assumptions}\n\n${items.join("")}`;
}

/**
 * Characters that control a terminal, besides line ends and tabs: `Cc`, `Bidi_Control` and the separators U+2028 and U+2029. The pattern
 * has the ranges of all others, because looking up the classes by name makes every start a twentieth longer.
 */
const controls = /[^\t\n -~\u00a0-\u061b\u061d-\u200d\u2010-\u2027\u202f-\u2065\u206a-\uffff]/g;

/** A value on one line, its control characters as escapes: `\u001b`. */
export function escapeControls(text: string): string {
  return text.replace(/[\t\n\v\f\r]+/g, " ").replace(controls, escapeCodePoint);
}

/** Escapes every text in a value; functions and class instances stay as they are. */
export function escapeControlsDeep<T>(value: T, escapeText: (text: string) => string = escapeControls): T {
  if (typeof value === "string") return escapeText(value) as T;
  if (Array.isArray(value)) return value.map((inner) => escapeControlsDeep(inner, escapeText)) as T;
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [escapeText(key), escapeControlsDeep(inner, escapeText)]),
  ) as T;
}

/** Escapes a value for a view; plain views keep its marks. */
export function escaperOf({ plain }: Pick<View, "plain">): (text: string) => string {
  return plain ? (text) => protectMarks(escapeControls(text)) : escapeControls;
}

const esc = String.fromCharCode(27);
/** The codes that Style writes; every other escape is a control. */
const ownCode = `${esc}\\[(?:1|2|4|22|24|3[1-3]|39)m`;
const coloured = new RegExp(`(?!${ownCode})${controls.source}`, "g");

/** Rendered text without controls other than our own, and in plain characters where the view requires them. */
export function sanitizeOutput(text: string, view: Pick<View, "color" | "plain">): string {
  const safe = text.replace(view.color ? coloured : controls, escapeCodePoint);
  return view.plain ? plainLines(safe) : safe;
}

function escapeCodePoint(c: string): string {
  return `\\u${(c.codePointAt(0) as number).toString(16).padStart(4, "0")}`;
}

/** Rows of a ticket file without controls other than line ends and tabs, for a terminal. */
export function sanitizeRows(bytes: Uint8Array): Uint8Array {
  const lines = new TextDecoder().decode(bytes).split("\r\n");
  return new TextEncoder().encode(lines.map((line) => line.replace(controls, escapeCodePoint)).join("\r\n"));
}
