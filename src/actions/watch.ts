/**
 * `watch`: open tickets that count down, read again where their file changes; on a screen, or as lines for a program.
 */

import { messageLines, messageView, renderMark } from "../cli/messages.js";
import { progressOf } from "../cli/progress.js";
import { readShowTz } from "../commands/context.js";
import { readAlarms } from "../commands/deadline.js";
import { prepareWatch } from "../commands/watch.js";
import { CliError, type ErrorInfo } from "../errors.js";
import type { ShellQueue } from "../io/shell.js";
import { type FileForm, stream } from "../io/stream.js";
import { configuredColumns } from "../io/terminal.js";
import { runWatchLoop } from "../io/watch-loop.js";
import type { ParsedCommand } from "../options.js";
import { renderBadRows, renderBatchMessage } from "../render/text/batch.js";
import { createStyle } from "../render/text/color.js";
import { escapeControlsDeep, escaperOf, sanitizeOutput } from "../render/text/sanitize.js";
import {
  changesOf,
  renderWatch,
  renderWatchJson,
  renderWatchLine,
  renderWatchList,
  ticketLines,
} from "../render/text/watch.js";
import type { WatchReport } from "../report.js";
import type { ActionContext, ActionResult } from "./action.js";
import { carriesNothing, writeNotices } from "./notices.js";

/** How long a command of `--exec` may run. */
const maxExecSeconds = 60;

export async function watchAction({ args, options }: ParsedCommand, action: ActionContext): Promise<ActionResult> {
  const { context, io } = action;
  if (options.output !== undefined) throw new CliError({ code: "conflicting-options", options: ["watch", "--output"] });
  const path = args[0] as string;
  const alarms = readAlarms(options.alarm ?? []);
  const health = healthOf(path, options, action);
  const source = await openSource(path, options, action, health);
  // --now sets the clock, which goes on from there.
  const aheadMs = options.now === undefined ? 0 : context.now - io.now();
  const current = () => source.at(io.now() + aheadMs);
  const first = current();
  await reportFirstReading(first, options, action, health);
  const shell = await openExec(options.exec, options, action);
  const changes = changesIn(options, alarms, action.format, shell);
  try {
    if (options.once) await printOnce(first, changes, shell, action);
    else await runLoop({ source, current, changes, shell, health }, options, action);
  } finally {
    shell?.stop();
  }
  const report = options.once ? first : current();
  return { report, text: "", hasNoticed: true, ...(report.counts.bad > 0 && { unusable: true }) };
}

/** The lines of what has changed since the last call. */
type Changes = (report: WatchReport) => string;

interface Watching {
  readonly source: TicketSource;
  readonly current: () => WatchReport;
  readonly changes: Changes;
  readonly shell: ShellQueue | undefined;
  readonly health: Health;
}

async function runLoop(
  { source, current, changes, shell, health }: Watching,
  options: ParsedCommand["options"],
  { format, io, messages, view }: ActionContext,
): Promise<void> {
  const columnLimit = configuredColumns(options.width, io.env);
  await runWatchLoop(io, {
    isPlain: format === "json",
    changed: shell && (() => void changes(current())),
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
    newLines: () => changes(current()),
    isOver: () =>
      source.isStream && shell?.isBusy !== true && current().tickets.every(({ status }) => status === "overdue"),
  });
}

/** Prints the list, or its lines of JSON, and waits for the commands of `--exec`; a signal ends them. Throws `interrupted`. */
async function printOnce(
  report: WatchReport,
  changes: Changes,
  shell: ShellQueue | undefined,
  { format, io, messages, view }: ActionContext,
): Promise<void> {
  const isJson = format === "json";
  const lines = isJson || shell ? changes(report) : "";
  await io.stdout.write(isJson ? lines : sanitizeOutput(renderWatchList(report, messages, view), view));
  if (!shell) return;
  let unsubscribe = () => {};
  const interrupted = new Promise<never>((_, reject) => {
    unsubscribe = io.onInterrupt(() => reject(new CliError({ code: "interrupted" })));
  });
  await Promise.race([shell.idle(), interrupted]).finally(unsubscribe);
}

/** Each change also goes to the command of `--exec`. */
function changesIn(
  options: ParsedCommand["options"],
  alarms: readonly number[],
  format: ActionContext["format"],
  shell: ShellQueue | undefined,
): Changes {
  const shownIn = readShowTz(options.showTz);
  let before: WatchReport | undefined;
  return (report) => {
    const changes = changesOf(before, report, alarms);
    before = report;
    if (shell) for (const change of changes) shell.add(renderWatchJson(change, report.now, shownIn, report.metric));
    const render = format === "json" ? renderWatchJson : renderWatchLine;
    return changes.map((change) => render(change, report.now, shownIn, report.metric)).join("");
  };
}

/** What runs the command of `--exec`; failures are reported, and the watch goes on. */
async function openExec(
  command: string | undefined,
  options: ParsedCommand["options"],
  { io, messages, format }: ActionContext,
): Promise<ShellQueue | undefined> {
  if (command === undefined) return undefined;
  // The outputs of commands and the screen would overwrite each other.
  const isScreen = io.stdout.isTerminal && io.stderr.isTerminal && format !== "json" && !options.once;
  return await io.openShell(command, {
    output: isScreen ? "ignore" : 2,
    maxSeconds: maxExecSeconds,
    async onFailure(failure) {
      if (isScreen) return;
      const shown = messageView(options, io);
      const mark = renderMark(messages.labels.warning, messages, createStyle(shown.color).warn);
      await io.stderr.write(messageLines(`${mark}${messages.watch.execFailed(failure)}`, shown));
    },
  });
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
