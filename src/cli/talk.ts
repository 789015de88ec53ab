/**
 * What is said on stderr besides the answer: how it may look there, and the lines it makes.
 */
import type { Words } from "../i18n/words.js";
import type { View } from "../render/paint.js";
import { settle } from "../render/text.js";
import { wrapText } from "../render/width.js";
import type { Io } from "./io.js";
import { disputesBoxLines, usesColor } from "./manners.js";

/** What the stream for talk can take; columns only where it is a terminal. */
export type TalkView = Pick<View, "color" | "plain"> & { readonly columns: number | undefined };

/** How what is said on stderr may look: that stream decides for itself. */
export function talkView(given: { readonly color?: string | undefined; readonly ascii?: boolean | undefined }, io: Io): TalkView {
  const plain = given.ascii ?? disputesBoxLines(io.env);
  return { color: usesColor(given.color, io.env, io.stderr.isTerminal), plain, columns: io.stderr.columns };
}

/** Words for stderr: wrapped on a terminal, a line each for whatever else reads them. */
export function talkLines(text: string, view: TalkView): string {
  const lines = view.columns === undefined ? [text] : wrapText(text, view.columns);
  return settle(lines.map((line) => `${line}\n`).join(""), view);
}

/** What a line begins with, such as `Error: `; the blank after a colon stays outside its colour. */
export function renderMark(label: string, words: Words, paint: (text: string) => string): string {
  return `${paint(`${label}${words.colon}`.trimEnd())}${words.colon.endsWith(" ") ? " " : ""}`;
}
