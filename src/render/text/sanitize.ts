/**
 * What all text answers share: the block of assumptions, and the two gates every text passes: foreign words lose what a terminal
 * would obey before they are rendered, and the rendered text keeps no control but line ends, tabs and our own colours.
 */
import type { Messages } from "../../i18n/en/index.js";

import type { Assumption } from "../../report.js";
import { groupAssumptions } from "../assumptions.js";
import { escapeMarkdown } from "../delimited.js";
import { plainLines, plainText } from "./ascii.js";
import type { Style, View } from "./color.js";
import { renderList } from "./table.js";

/** The assumptions as a list with their codes, empty where there are none or only the bare answer is wanted. */
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

/** The same as a chapter of Markdown. */
export function renderAssumptionsMarkdown(assumptions: readonly Assumption[], messages: Messages): string {
  const items = groupAssumptions(assumptions).map(
    (one) => `- ${escapeMarkdown(messages.assumption(one))} \`${one.code}\`\n`,
  );
  return items.length === 0 ? "" : `## ${messages.labels.assumptions}\n\n${items.join("")}`;
}

/** Characters a terminal obeys instead of showing: `Cc`, and the marks of `Cf` and `Z` that reorder or break text. */
const controls = /\p{Cc}|\p{Bidi_Control}|[\u2028\u2029]/gu;

/** A foreign text on one line, with what a terminal would obey written out: `\u001b`. */
export function escapeControls(text: string): string {
  return text.replace(/[\t\n\v\f\r]+/g, " ").replace(controls, escapeCodePoint);
}

/** A value with every text in it made visible; functions and class instances stay as they are. */
export function escapeControlsDeep<T>(value: T, shown: (text: string) => string = escapeControls): T {
  if (typeof value === "string") return shown(value) as T;
  if (Array.isArray(value)) return value.map((inner) => escapeControlsDeep(inner, shown)) as T;
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [shown(key), escapeControlsDeep(inner, shown)]),
  ) as T;
}

/** How foreign texts are shown in a view. */
export function escaperOf({ plain }: Pick<View, "plain">): (text: string) => string {
  return plain ? (text) => plainText(escapeControls(text)) : escapeControls;
}

const esc = String.fromCharCode(27);
/** What the paint writes, and nothing else that begins with an escape. */
const ownCode = `${esc}\\[(?:1|2|4|22|24|3[1-3]|39)m`;
const uncoloured = /(?![\t\n])\p{Cc}|\p{Bidi_Control}|[\u2028\u2029]/gu;
const coloured = new RegExp(`(?!${ownCode}|[\\t\\n])(?:\\p{Cc}|\\p{Bidi_Control}|[\\u2028\\u2029])`, "gu");

/** A rendered text as it may be written: no control that is not ours, and plain characters where the view asks for them. */
export function sanitizeOutput(text: string, view: Pick<View, "color" | "plain">): string {
  const safe = text.replace(view.color ? coloured : uncoloured, escapeCodePoint);
  return view.plain ? plainLines(safe) : safe;
}

function escapeCodePoint(c: string): string {
  return `\\u${(c.codePointAt(0) as number).toString(16).padStart(4, "0")}`;
}

/** Rows of a ticket file as a terminal may show them: no controls but line ends and tabs. */
export function sanitizeRows(bytes: Uint8Array): Uint8Array {
  const lines = new TextDecoder().decode(bytes).split("\r\n");
  return new TextEncoder().encode(lines.map((line) => line.replace(uncoloured, escapeCodePoint)).join("\r\n"));
}
