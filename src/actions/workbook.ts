/**
 * `workbook`: a spreadsheet with formulas, empty or with the tickets of a file, whose rows are written as they come.
 */

import { progressOf } from "../cli/progress.js";
import { runWorkbook } from "../commands/workbook.js";
import { prepareWorkbookTickets } from "../commands/workbook-tickets.js";
import { stream } from "../io/stream.js";
import type { ParsedCommand } from "../options.js";
import { renderBatchMessage } from "../render/text/batch.js";
import { Workbook } from "../render/workbook/book.js";
import { version } from "../version.js";
import type { ActionContext, ActionResult } from "./action.js";

export async function workbookAction({ options }: ParsedCommand, action: ActionContext): Promise<ActionResult> {
  const { context, messages, view, io } = action;
  const report = await runWorkbook(options, context);
  const book = new Workbook(report, messages, { lang: context.lang, version, tzdata: view.tzdata });
  const { inputFile: path } = options;
  if (path === undefined) {
    book.finish();
    return { report, text: book.take() };
  }
  const { transform } = await stream(
    io,
    progressOf(io, messages, view.quiet),
    path,
    options.output,
    (first, form) => prepareWorkbookTickets(path, { ...options, ...form }, report, context, book, first),
    options.sheet,
  );
  const summary = transform.summary();
  const { assumptions, warnings } = summary;
  return {
    report: { ...report, assumptions, warnings },
    text: "",
    isWritten: true,
    ...(summary.bad > 0 && { unusable: true }),
    stderrText: renderBatchMessage({ ...summary, isQuiet: view.quiet }, messages, view),
  };
}
