/**
 * The text of `help`, for the terminal it is shown on.
 */
import type { Messages } from "../i18n/en/index.js";
import type { Io } from "../io/io.js";
import { configuredColumns, defaultColumns, supportsBoxDrawing, usesColor } from "../io/terminal.js";
import { plainWords } from "../render/text/ascii.js";
import { createStyle } from "../render/text/color.js";
import { sanitizeOutput } from "../render/text/sanitize.js";
import { version } from "../version.js";
import type { EarlyOptions } from "./early-options.js";
import type { HelpSubject } from "./parser.js";

export async function helpScreen(
  about: HelpSubject,
  isBrief: boolean,
  messages: Messages,
  { color: flag, ascii, width }: EarlyOptions,
  io: Io,
): Promise<string> {
  if (about === "man") return (await import("./man-page.js")).renderManual(messages, version);
  const { renderHelp } = await import("./help.js");
  const color = usesColor(flag, io.env, io.stdout.isTerminal);
  const plain = ascii ?? !supportsBoxDrawing(io.env);
  const columns = configuredColumns(width, io.env) ?? io.stdout.columns ?? defaultColumns;
  const text = renderHelp(about, plain ? plainWords(messages) : messages, {
    columns,
    style: createStyle(color),
    isBrief,
  });
  return sanitizeOutput(text, { color, plain });
}
