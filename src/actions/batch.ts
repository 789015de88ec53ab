/**
 * `deadline --input`: rows in and rows out as they come; only the summary is a report.
 */

import { messageLines, messageView } from "../cli/messages.js";
import { batchFormatOf } from "../cli/output-format.js";
import { progressOf } from "../cli/progress.js";
import { type Batch, type BatchTexts, prepareBatch } from "../commands/batch.js";
import { datasetRef, metricOf } from "../commands/context.js";
import { exitCodes, type RowError } from "../errors.js";
import type { Io } from "../io/io.js";
import { stream } from "../io/stream.js";
import type { ParsedCommand } from "../options.js";
import * as render from "../render/text/batch.js";
import { sanitizeRows } from "../render/text/sanitize.js";
import type { ActionContext } from "./action.js";
import { carriedBy, carriesNothing, writeNotices } from "./notices.js";

/** Computes the deadlines of a file of tickets; the exit code. */
export async function runBatch(command: ParsedCommand, action: ActionContext): Promise<number> {
  const { options } = command;
  const { context, messages, view, io } = action;
  const path = options.inputFile as string;
  const format = batchFormatOf(options);
  const texts = {
    explain: (error: RowError) => render.renderRowError(error, messages),
    document: await documentOf(format, command, action),
  };
  const { transform, isClosed } = await stream(
    io,
    progressOf(io, messages, view.quiet),
    path,
    options.output,
    async (first, form) =>
      writtenTo(options.output, io, await prepareBatch(path, { ...options, ...form }, format, context, texts, first)),
    options.sheet,
  );
  // The reader closed the output early and needs no summary.
  if (isClosed) return exitCodes.answered;
  const summary = transform.summary();
  await writeNotices(summary, format === "json" ? carriedBy("json") : carriesNothing, options, { io, messages, view });
  const { found, due } = summary;
  const findings = [
    ...(found
      ? [messages.batch.found(found.map(({ status, tickets }) => ({ label: messages.statuses[status], tickets })))]
      : []),
    ...(due > 0 ? [messages.batch.due(due, options.dueWithin as string)] : []),
  ];
  const finding = findings.length > 0 ? findings.join("\n") : undefined;
  if (!view.quiet || summary.bad > 0)
    await io.stderr.write(
      messageLines(
        render.renderBatchMessage({ ...summary, isQuiet: view.quiet, finding }, messages, view),
        messageView(options, io),
      ),
    );
  if (finding !== undefined) return exitCodes.finding;
  return summary.bad > 0 ? exitCodes.input : exitCodes.answered;
}

/** The document around the tickets, where the form has one. */
async function documentOf(
  format: ReturnType<typeof batchFormatOf>,
  { options }: ParsedCommand,
  { context, messages, view }: ActionContext,
): Promise<BatchTexts["document"]> {
  if (format === "ics") {
    const ics = await import("../render/ics.js");
    const { readAlarms } = await import("../commands/deadline.js");
    const setting = {
      dataset: datasetRef(context),
      now: context.now,
      alarms: readAlarms(options.alarm),
      ...metricOf(context),
    };
    return {
      separator: "",
      open: () => ics.openDeadlinesIcs(messages),
      ticket: (answer, { id }) =>
        answer && answer.responded === undefined && answer.status !== "closed"
          ? ics.renderEventOf(answer, id, setting, messages)
          : "",
      close: ics.closeIcs,
    };
  }
  return {
    separator: ",\n",
    open: render.openBatchJson,
    ticket: (answer, row) => render.renderBatchTicket(answer, row, messages),
    close: (summary) => render.closeBatchJson(summary, messages, view),
  };
}

/** The batch in the form of its output: compressed for an ending of gzip, and without control characters on a terminal. */
async function writtenTo(output: string | undefined, io: Io, batch: Batch): Promise<Batch> {
  const written = (change: (block: Uint8Array) => Uint8Array): Batch => ({
    ...batch,
    feed: (block) => change(batch.feed(block)),
    *end() {
      for (const block of batch.end()) yield change(block);
    },
  });
  if (/\.gz$/i.test(output ?? "")) return written((await import("../io/gzip.js")).gzipBlock);
  // Files keep every byte of a cell; a terminal would interpret control characters.
  return output === undefined && io.stdout.isTerminal ? written(sanitizeRows) : batch;
}
