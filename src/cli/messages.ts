/**
 * What is said on stderr besides the answer: how it may look there, and the lines it makes.
 */
import type { Messages } from "../i18n/en/index.js";
import type { Io } from "../io/io.js";
import { supportsBoxDrawing, usesColor, wantedColumns } from "../io/terminal.js";
import { plainText } from "../render/text/ascii.js";
import type { View } from "../render/text/color.js";
import { sanitizeOutput } from "../render/text/sanitize.js";
import { wrapText } from "../render/text/width.js";

/** What the stream for talk can take; columns only where it is a terminal, or they are asked for. */
export type MessageView = Pick<View, "color" | "plain"> & { readonly columns: number | undefined };

/** Options about how text looks. */
interface Given {
  readonly color?: string | undefined;
  readonly ascii?: boolean | undefined;
  readonly width?: string | undefined;
}

/** How what is said on stderr may look: that stream decides for itself. */
export function messageView(given: Given, io: Io): MessageView {
  const plain = given.ascii ?? !supportsBoxDrawing(io.env);
  return {
    color: usesColor(given.color, io.env, io.stderr.isTerminal),
    plain,
    columns: wantedColumns(given.width, io.env) ?? io.stderr.columns,
  };
}

/** Words for stderr: wrapped on a terminal, a line each for whatever else reads them. */
export function messageLines(text: string, view: MessageView): string {
  const { columns } = view;
  const shown = view.plain ? plainText(text) : text;
  const lines = columns === undefined ? [shown] : shown.split("\n").flatMap((line) => wrapIndented(line, columns));
  return sanitizeOutput(lines.map((line) => `${line}\n`).join(""), view);
}

/** A line wrapped; what goes on from an indented line is indented further. */
function wrapIndented(line: string, columns: number): readonly string[] {
  const indent = /^ */.exec(line)?.[0] ?? "";
  if (indent === "") return wrapText(line, columns);
  const parts = wrapText(line.slice(indent.length), Math.max(20, columns - indent.length - 2));
  return parts.map((part, i) => `${indent}${i > 0 ? "  " : ""}${part}`);
}

/** What a line begins with, such as `Error: `; the blank after a colon stays outside its colour. */
export function renderMark(label: string, messages: Messages, paint: (text: string) => string): string {
  return `${paint(`${label}${messages.colon}`.trimEnd())}${messages.colon.endsWith(" ") ? " " : ""}`;
}
