/**
 * The input and the result of an action, which runs a command and renders its report.
 */

import type { Settings } from "../cli/settings.js";
import type { Context } from "../commands/context.js";
import type { Messages } from "../i18n/en/index.js";
import type { Content } from "../io/content.js";
import type { Io } from "../io/io.js";
import { configuredColumns, defaultColumns, supportsBoxDrawing, usesColor } from "../io/terminal.js";
import type { Format, ParsedCommand, ParsedOptions } from "../options.js";
import type { View } from "../render/text/color.js";
import { escapeControlsDeep, escaperOf, sanitizeOutput } from "../render/text/sanitize.js";
import type { Report } from "../report.js";

export interface ActionContext {
  readonly context: Context;
  readonly format: Format;
  readonly messages: Messages;
  readonly view: View;
  readonly io: Io;
  /** The command line before settings were added to it, and the settings. */
  readonly commandLine: ParsedCommand;
  readonly settings: Settings;
}

export interface ActionResult {
  readonly report: Report;
  readonly text: Content;
  /** Files to be written besides the text. */
  readonly folder?: { readonly path: string; readonly files: Readonly<Record<string, string>> };
  readonly finding?: boolean;
  /** Some of the input could not be used. */
  readonly unusable?: boolean;
  /** The output has been written already, row by row. */
  readonly isWritten?: true;
  /** Its assumptions and warnings are on stderr already. */
  readonly hasNoticed?: true;
  /** What is on stderr besides assumptions and warnings. */
  readonly stderrText?: string;
}

/** How output looks on its stream. */
export function viewOf(options: ParsedOptions, io: Io): View {
  return {
    columns: configuredColumns(options.width, io.env) ?? io.stdout.columns ?? defaultColumns,
    color: options.output === undefined && usesColor(options.color, io.env, io.stdout.isTerminal),
    plain: options.ascii ?? !supportsBoxDrawing(io.env),
    quiet: options.quiet === true,
    tzdata: io.tzdata,
  };
}

/** The report in the output format. Text is rendered from a report without control characters in its values. */
export async function renderResult<R extends Report>(
  report: R,
  action: ActionContext,
  renderers: Partial<Record<Format, (report: R) => Content | Promise<Content>>>,
): Promise<ActionResult> {
  const { format, messages, view } = action;
  const render = renderers[format];
  if (render && format === "text")
    return { report, text: sanitized(await render(escapeControlsDeep(report, escaperOf(view))), view) };
  // Rows and Markdown lose control characters only; calendar files have escapes of their own.
  if (render)
    return {
      report,
      text: format === "ics" ? await render(report) : sanitized(await render(report), { color: false, plain: false }),
    };
  const { renderJson, renderJsonLines } = await import("../render/json.js");
  return {
    report,
    text: format === "jsonl" ? renderJsonLines(report, messages, view) : renderJson(report, messages, view),
  };
}

/** A text without control characters of a terminal; a workbook as it is. */
function sanitized(rendered: Content, view: Pick<View, "color" | "plain">): Content {
  if (typeof rendered === "string") return sanitizeOutput(rendered, view);
  return rendered instanceof Uint8Array ? rendered : sanitizedParts(rendered, view);
}

function* sanitizedParts(parts: Iterable<string>, view: Pick<View, "color" | "plain">): Generator<string> {
  for (const part of parts) yield sanitizeOutput(part, view);
}
