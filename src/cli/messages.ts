/**
 * Messages on stderr: their colour and width, and their lines.
 */
import type { Messages } from "../i18n/en/index.js";
import type { Io } from "../io/io.js";
import { configuredColumns, supportsBoxDrawing, usesColor } from "../io/terminal.js";
import { plainText } from "../render/text/ascii.js";
import type { View } from "../render/text/color.js";
import { sanitizeOutput } from "../render/text/sanitize.js";
import { wrapText } from "../render/text/width.js";

/** What stderr supports; columns only for a terminal, or if a width is set. */
export type MessageView = Pick<View, "color" | "plain"> & { readonly columns: number | undefined };

/** Options about how text looks. */
interface ViewOptions {
  readonly color?: string | undefined;
  readonly ascii?: boolean | undefined;
  readonly width?: string | undefined;
}

/** How messages look on stderr, independently of stdout. */
export function messageView(options: ViewOptions, io: Io): MessageView {
  const plain = options.ascii ?? !supportsBoxDrawing(io.env);
  return {
    color: usesColor(options.color, io.env, io.stderr.isTerminal),
    plain,
    columns: configuredColumns(options.width, io.env) ?? io.stderr.columns,
  };
}

/** Messages for stderr: wrapped on a terminal, one line each for programs. */
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
