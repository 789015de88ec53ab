/**
 * What a front is asked and what it answers: a front takes a command line to its command and the command's report to a renderer.
 */

import type { Settings } from "../cli/settings.js";
import type { Context } from "../commands/context.js";
import type { Messages } from "../i18n/en/index.js";
import type { Io } from "../io/io.js";
import type { Format, ParsedCommand } from "../options.js";
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
  readonly text: string;
  /** Files to be written besides the text. */
  readonly folder?: { readonly path: string; readonly files: Readonly<Record<string, string>> };
  readonly finding?: boolean;
  /** Some of the input could not be used. */
  readonly unusable?: boolean;
  /** Its assumptions and warnings are on stderr already. */
  readonly hasNoticed?: true;
  /** What is on stderr besides assumptions and warnings. */
  readonly stderrText?: string;
}

/** The answer in the form asked for. Text is rendered from a report whose foreign words cannot steer a terminal. */
export async function renderResult<R extends Report>(
  report: R,
  action: ActionContext,
  renderers: Partial<Record<Format, (report: R) => string | Promise<string>>>,
): Promise<ActionResult> {
  const { format, messages, view } = action;
  const render = renderers[format];
  if (render && format === "text")
    return { report, text: sanitizeOutput(await render(escapeControlsDeep(report, escaperOf(view))), view) };
  // Rows and Markdown keep their bytes but for what a terminal would obey; a calendar file has its own rules and no such text.
  if (render)
    return {
      report,
      text:
        format === "ics" ? await render(report) : sanitizeOutput(await render(report), { color: false, plain: false }),
    };
  const { renderJson, renderJsonLines } = await import("../render/json.js");
  return {
    report,
    text: format === "jsonl" ? renderJsonLines(report, messages, view) : renderJson(report, messages, view),
  };
}
