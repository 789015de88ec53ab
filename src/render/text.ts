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

/** Text from files and the command line without what a terminal would obey: controls, escapes and bidi overrides become visible. */
export function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
