/**
 * `watch`: open tickets that count down, read again where their file changes; on a screen, or as lines for a program.
 */

import { messageLines, messageView, renderMark } from "../cli/messages.js";
import { progressOf } from "../cli/progress.js";
import { prepareWatch } from "../commands/watch.js";
import { CliError, type ErrorInfo } from "../errors.js";
import { stream } from "../io/stream.js";
import { wantedColumns } from "../io/terminal.js";
import { runWatchLoop } from "../io/watch-loop.js";
import type { ParsedCommand } from "../options.js";
import { renderBatchMessage } from "../render/text/batch.js";
import { createStyle } from "../render/text/color.js";
import { escapeControls, escapeControlsDeep, sanitizeOutput } from "../render/text/sanitize.js";
import { changesOf, renderWatch, renderWatchLine, ticketLines } from "../render/text/watch.js";
import type { WatchReport } from "../report.js";
import type { ActionContext, ActionResult } from "./action.js";
import { carriesNothing, writeNotices } from "./notices.js";

export async function watchAction(
  { args, options }: ParsedCommand,
  { context, io, messages, view }: ActionContext,
): Promise<ActionResult> {
  if (options.output !== undefined) throw new CliError({ code: "conflicting-options", options: ["watch", "--output"] });
  const path = args[0] as string;
  // --now sets the clock, which goes on from there.
  const aheadMs = options.now === undefined ? 0 : context.now - io.now();
  const load = async () =>
    (
      await stream(io, progressOf(io, messages, true), path, undefined, (first) =>
        prepareWatch(path, options, context, first),
      )
    ).transform;
  const versionOf = () => (path === "-" ? undefined : io.fileVersion(path));
  const wanted = wantedColumns(options.width, io.env);
  let version = versionOf();
  // A pipe is read once.
  const isStream = version?.isFile !== true;
  let watch = await load();
  let printed: WatchReport | undefined;
  const look = () => watch.at(io.now() + aheadMs);
  const begun = look();
  // Before a screen opens over it, so that it is there again however the watch ends.
  await writeNotices(begun, carriesNothing, options, { io, messages, view });
  // Rows that could not be used are told even to those who want quiet.
  const { counts, seen } = begun;
  const fills = view.quiet ? [] : begun.fills;
  if (counts.bad > 0 || fills.length > 0)
    await io.stderr.write(
      messageLines(renderBatchMessage({ ...counts, seen, fills }, messages), messageView(options, io)),
    );
  const health = healthOf(path, options, { io, messages });
  if (counts.bad > 0) health.begin(messages.batch.bad(counts.bad, counts.read));
  await runWatchLoop(io, {
    async refresh() {
      if (isStream) return;
      const found = versionOf();
      if (found !== undefined && found.version === version?.version) return;
      const isReplaced = found !== undefined && version !== undefined && found.file !== version.file;
      version = found;
      if (!found?.isFile)
        return await health.fail({ code: "unreadable-file", path, reason: found ? "not-a-file" : "missing" });
      try {
        watch = await load();
      } catch (error) {
        // A file that is being written may not be readable yet; what it said before holds until it is.
        if (error instanceof CliError && error.error.code !== "interrupted") return await health.fail(error.error);
        throw error;
      }
      const { counts, seen } = look();
      if (counts.bad > 0)
        await health.report(
          "rows",
          messages.batch.bad(counts.bad, counts.read),
          renderBatchMessage({ ...counts, seen, fills: [] }, messages),
        );
      else await health.recover(isReplaced && !view.quiet);
    },
    count: () => look().tickets.length,
    pageOf: (rows) => ticketLines(rows, health.trouble),
    // What is redrawn must not be wider than the terminal.
    draw: ({ columns, rows, hasKeys }, offset) =>
      sanitizeOutput(
        renderWatch(look(), messages, {
          ...view,
          columns: Math.min(wanted ?? columns, columns),
          rows,
          hasKeys,
          offset,
          trouble: health.trouble,
        }),
        view,
      ),
    newLines() {
      const report = look();
      const lines = changesOf(printed, report).map((change) => renderWatchLine(change, report.now));
      printed = report;
      return lines.join("");
    },
    isOver: () => isStream && look().tickets.every(({ status }) => status === "overdue"),
  });
  const report = look();
  return { report, text: "", hasNoticed: true, ...(report.counts.bad > 0 && { unusable: true }) };
}

/** What is wrong with a watched file: reported when it begins, and when it is over. */
function healthOf(
  path: string,
  options: ParsedCommand["options"],
  { io, messages }: Pick<ActionContext, "io" | "messages">,
) {
  let kind: string | undefined;
  let trouble: string | undefined;

  async function write(label: string, text: string): Promise<void> {
    // It would be drawn over, or draw over the screen.
    if (io.stdout.isTerminal && io.stderr.isTerminal) return;
    const shown = messageView(options, io);
    await io.stderr.write(messageLines(`${renderMark(label, messages, createStyle(shown.color).warn)}${text}`, shown));
  }

  return {
    /** In a few words, for the head of the screen. */
    get trouble() {
      return trouble;
    },
    /** What is known from the first reading, and reported there. */
    begin(brief: string): void {
      kind = "rows";
      trouble = brief;
    },
    async report(what: string, brief: string, text: string): Promise<void> {
      trouble = brief;
      if (kind === what) return;
      kind = what;
      await write(messages.labels.warning, text);
    },
    async fail(error: ErrorInfo): Promise<void> {
      const { message } = messages.error(escapeControlsDeep(error));
      await this.report(JSON.stringify(error), message, messages.watch.keepsTickets(message));
    },
    async recover(isReplaced: boolean): Promise<void> {
      const wasWell = kind === undefined;
      kind = undefined;
      trouble = undefined;
      if (!wasWell) await write(messages.labels.note, messages.watch.recovered(escapeControls(path)));
      else if (isReplaced) await write(messages.labels.note, messages.watch.replaced(escapeControls(path)));
    },
  };
}
