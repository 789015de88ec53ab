/**
 * `deadline --input`: rows in and rows out as they come; only the summary is a report.
 */

import { messageLines, messageView } from "../cli/messages.js";
import { batchFormatOf } from "../cli/output-format.js";
import { progressOf } from "../cli/progress.js";
import { type BatchTexts, prepareBatch } from "../commands/batch.js";
import { datasetRef } from "../commands/context.js";
import { exitCodes, type RowError } from "../errors.js";
import { stream } from "../io/stream.js";
import type { ParsedCommand } from "../options.js";
import * as render from "../render/text/batch.js";
import { sanitizeRows } from "../render/text/sanitize.js";
import type { ActionContext } from "./action.js";
import { carriedBy, carriesNothing, writeNotices } from "./notices.js";

/** Computes the deadlines of a file of tickets; the exit code. */
export async function runBatch(
  { options }: ParsedCommand,
  { context, messages, view, io }: ActionContext,
): Promise<number> {
  const path = options.inputFile as string;
  const format = batchFormatOf(options);
  const texts = { explain: (error: RowError) => render.renderRowError(error, messages), document: await documentOf() };
  const { transform, isClosed } = await stream(
    io,
    progressOf(io, messages, view.quiet),
    path,
    options.output,
    async (first) => {
      const batch = await prepareBatch(path, options, format, context, texts, first);
      if (options.output !== undefined || !io.stdout.isTerminal) return batch;
      // Files keep every byte of a cell; a terminal would interpret control characters.
      return {
        ...batch,
        feed: (block: Uint8Array) => sanitizeRows(batch.feed(block)),
        end: () => sanitizeRows(batch.end()),
      };
    },
  );
  // The reader closed the output early and needs no summary.
  if (isClosed) return exitCodes.answered;
  const summary = transform.summary();
  await writeNotices(summary, format === "json" ? carriedBy("json") : carriesNothing, options, { io, messages, view });
  const { missed, overdue } = summary.byStatus;
  const finding = summary.finding ? messages.batch.late(missed, overdue) : undefined;
  if (!view.quiet || summary.bad > 0)
    await io.stderr.write(
      messageLines(
        render.renderBatchMessage({ ...summary, fills: view.quiet ? [] : summary.fills, finding }, messages, view),
        messageView(options, io),
      ),
    );
  if (summary.finding) return exitCodes.finding;
  return summary.bad > 0 ? exitCodes.input : exitCodes.answered;

  async function documentOf(): Promise<BatchTexts["document"]> {
    if (format === "ics") {
      const ics = await import("../render/ics.js");
      const { readAlarms } = await import("../commands/deadline.js");
      const setting = { dataset: datasetRef(context), now: context.now, alarms: readAlarms(options.alarm) };
      return {
        separator: "",
        open: () => ics.openDeadlinesIcs(messages),
        ticket: (answer, { id }) =>
          answer && answer.responded === undefined ? ics.renderEventOf(answer, id, setting, messages) : "",
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
}
