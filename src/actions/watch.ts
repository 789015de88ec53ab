/**
 * `watch`: open tickets that count down, read again where their file changes; on a screen, or as lines for a program.
 */

import { messageLines, messageView, renderMark } from "../cli/messages.js";
import { progressOf } from "../cli/progress.js";
import { readShowTz } from "../commands/context.js";
import { prepareWatch } from "../commands/watch.js";
import { CliError, type ErrorInfo } from "../errors.js";
import { type FileForm, stream } from "../io/stream.js";
import { configuredColumns } from "../io/terminal.js";
import { runWatchLoop } from "../io/watch-loop.js";
import type { ParsedCommand } from "../options.js";
import { renderBadRows, renderBatchMessage } from "../render/text/batch.js";
import { createStyle } from "../render/text/color.js";
import { escapeControlsDeep, escaperOf, sanitizeOutput } from "../render/text/sanitize.js";
import { changesOf, renderWatch, renderWatchLine, ticketLines } from "../render/text/watch.js";
import type { WatchReport } from "../report.js";
import type { ActionContext, ActionResult } from "./action.js";
import { carriesNothing, writeNotices } from "./notices.js";

export async function watchAction({ args, options }: ParsedCommand, action: ActionContext): Promise<ActionResult> {
  const { context, io, messages, view } = action;
  if (options.output !== undefined) throw new CliError({ code: "conflicting-options", options: ["watch", "--output"] });
  const path = args[0] as string;
  const health = healthOf(path, options, action);
  const source = await openSource(path, options, action, health);
  // --now sets the clock, which goes on from there.
  const aheadMs = options.now === undefined ? 0 : context.now - io.now();
  const current = () => source.at(io.now() + aheadMs);
  await reportFirstReading(current(), options, action, health);
  const columnLimit = configuredColumns(options.width, io.env);
  const shownIn = readShowTz(options.showTz);
  let printed: WatchReport | undefined;
  await runWatchLoop(io, {
    refresh: () => source.refresh(),
    count: () => current().tickets.length,
    pageOf: (rows) => ticketLines(rows, health.trouble),
    // A redrawn line must not be wider than the terminal.
    draw: ({ columns, rows, hasKeys }, offset) =>
      sanitizeOutput(
        renderWatch(current(), messages, {
          ...view,
          columns: Math.min(columnLimit ?? columns, columns),
          rows,
          hasKeys,
          offset,
          trouble: health.trouble,
        }),
        view,
      ),
    newLines() {
      const report = current();
      const lines = changesOf(printed, report).map((change) => renderWatchLine(change, report.now, shownIn));
      printed = report;
      return lines.join("");
    },
    isOver: () => source.isStream && current().tickets.every(({ status }) => status === "overdue"),
  });
  const report = current();
  return { report, text: "", hasNoticed: true, ...(report.counts.bad > 0 && { unusable: true }) };
}

/** The notices and bad rows of the first reading. Written before the screen opens, so that they remain when it closes. */
async function reportFirstReading(
  report: WatchReport,
  options: ParsedCommand["options"],
  { io, messages, view }: ActionContext,
  health: Health,
): Promise<void> {
  await writeNotices(report, carriesNothing, options, { io, messages, view });
  const { counts, seen, reading } = report;
  // Bad rows are reported with --quiet too.
  if (counts.bad > 0 || !view.quiet)
    await io.stderr.write(
      messageLines(
        renderBatchMessage({ ...counts, seen, reading, isQuiet: view.quiet }, messages, view),
        messageView(options, io),
      ),
    );
  if (counts.bad > 0) health.begin(messages.batch.bad(counts.bad, counts.read));
}

interface TicketSource {
  /** A pipe, which is read once. */
  readonly isStream: boolean;
  at(now: number): WatchReport;
  /** Reads the file again if it has changed. */
  refresh(): Promise<void>;
}

async function openSource(
  path: string,
  options: ParsedCommand["options"],
  { context, io, messages, view }: ActionContext,
  health: Health,
): Promise<TicketSource> {
  const load = async () => {
    const prepare = (first: Uint8Array, form: FileForm) => prepareWatch(path, { ...options, ...form }, context, first);
    return (await stream(io, progressOf(io, messages, true), path, undefined, prepare, options.sheet)).transform;
  };
  const currentVersion = () => (path === "-" ? undefined : io.fileVersion(path));
  let version = currentVersion();
  const isStream = version?.isFile !== true;
  let watch = await load();
  return {
    isStream,
    at: (now) => watch.at(now),
    async refresh() {
      if (isStream) return;
      const previous = version;
      const next = currentVersion();
      if (next !== undefined && next.version === previous?.version) return;
      version = next;
      if (!next?.isFile)
        return await health.fail({ code: "unreadable-file", path, reason: next ? "not-a-file" : "missing" });
      try {
        watch = await load();
      } catch (error) {
        // A file may be incomplete while it is written; until it can be read, the previous tickets remain.
        if (error instanceof CliError && error.error.code !== "interrupted") return await health.fail(error.error);
        throw error;
      }
      const { counts, seen, reading } = watch.at(context.now);
      const isReplaced = previous !== undefined && next.file !== previous.file;
      if (counts.bad === 0) return await health.recover(isReplaced && !view.quiet);
      await health.report(
        "rows",
        messages.batch.bad(counts.bad, counts.read),
        renderBadRows({ ...counts, seen, reading }, messages, view),
      );
    },
  };
}

type Health = ReturnType<typeof healthOf>;

/** The trouble with a watched file: reported when it begins, and when it is over. */
function healthOf(
  path: string,
  options: ParsedCommand["options"],
  { io, messages, view }: Pick<ActionContext, "io" | "messages" | "view">,
) {
  const escapeText = escaperOf(view);
  let kind: string | undefined;
  let trouble: string | undefined;

  async function write(label: string, text: string): Promise<void> {
    // The screen and the message would overwrite each other.
    if (io.stdout.isTerminal && io.stderr.isTerminal) return;
    const shown = messageView(options, io);
    await io.stderr.write(messageLines(`${renderMark(label, messages, createStyle(shown.color).warn)}${text}`, shown));
  }

  return {
    /** In a few words, for the head of the screen. */
    get trouble() {
      return trouble;
    },
    /** Trouble of the first reading, which is reported there. */
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
      const { message } = messages.error(escapeControlsDeep(error, escapeText));
      await this.report(JSON.stringify(error), message, messages.watch.keepsTickets(message));
    },
    async recover(isReplaced: boolean): Promise<void> {
      const wasWell = kind === undefined;
      kind = undefined;
      trouble = undefined;
      if (!wasWell) await write(messages.labels.note, messages.watch.recovered(escapeText(path)));
      else if (isReplaced) await write(messages.labels.note, messages.watch.replaced(escapeText(path)));
    },
  };
}
