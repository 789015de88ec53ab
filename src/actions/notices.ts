/**
 * Writes the assumptions and warnings of a report to stderr, for all actions.
 */

import { messageLines, messageView, renderMark } from "../cli/messages.js";
import type { Format, ParsedOptions } from "../options.js";
import { createStyle } from "../render/text/color.js";
import { type Carried, noticesOnStderr } from "../render/text/notices.js";
import type { Notices } from "../report.js";
import type { ActionContext } from "./action.js";

/** Output without notices: rows, single times, and screens. */
export const carriesNothing: Carried = { assumptions: false, warnings: false };

const listing: ReadonlySet<Format> = new Set(["text", "markdown", "html", "json"]);

/** What output in a format carries. */
export function carriedBy(format: Format): Carried {
  return { assumptions: listing.has(format), warnings: format === "json" };
}

export async function writeNotices(
  notices: Notices,
  carried: Carried,
  options: ParsedOptions,
  { io, messages, view }: Pick<ActionContext, "io" | "messages" | "view">,
): Promise<void> {
  const shown = messageView(options, io);
  const style = createStyle(shown.color);
  const mark = {
    warning: renderMark(messages.labels.warning, messages, style.warn),
    note: renderMark(messages.labels.note, messages, style.strong),
  };
  const lines = noticesOnStderr(notices, carried, view, messages);
  for (const { kind, text } of lines) await io.stderr.write(messageLines(`${mark[kind]}${text}`, shown));
}
