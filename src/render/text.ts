/**
 * What all text answers share: the blocks of assumptions and notes, and control characters made harmless.
 */
import type { Words } from "../i18n/words.js";
import type { Assumption } from "../report.js";
import type { Paint, View } from "./paint.js";
import { renderList } from "./table.js";

/** The assumptions as a list with their codes, empty where there are none or only the bare answer is wanted. */
export function renderAssumptions(assumptions: readonly Assumption[], words: Words, view: View, paint: Paint): string {
  if (view.quiet || assumptions.length === 0) return "";
  const items = assumptions.map((assumption) => `${words.assumption(assumption)} ${paint.faint(`[${assumption.code}]`)}`);
  return `\n${paint.heading(words.labels.assumptions)}\n${renderList(items, view.columns)}`;
}

/** Controls except tab and line feed, and the marks that reorder text: `Cc` and the bidi controls of `Cf`. */
const obeyed = /(?![\t\n])\p{Cc}|\p{Bidi_Control}/gu;

/** Text from files and the command line without what a terminal would obey: controls, escapes and bidi marks become visible. */
export function visible(text: string): string {
  return text.replace(obeyed, (c) => `\\u${(c.codePointAt(0) as number).toString(16).padStart(4, "0")}`);
}
