/**
 * `recommend`: needs from flags, from a person or from past tickets, and the plan they call for.
 */

import { progressOf } from "../cli/progress.js";
import type { Measured } from "../commands/history.js";
import { checkRecommendOptions, runRecommend } from "../commands/recommend.js";
import { stream } from "../io/stream.js";
import type { ParsedCommand } from "../options.js";
import { promptForMissingAnswers } from "../prompts/prompt.js";
import * as render from "../render/text/recommend.js";
import type { History } from "../report.js";
import { type ActionContext, type ActionResult, renderResult } from "./action.js";

export async function recommendAction({ options }: ParsedCommand, action: ActionContext): Promise<ActionResult> {
  checkRecommendOptions(options, action.context);
  const measured = await measureTickets(options, action);
  const report = await runRecommend(await promptForMissingAnswers(options, action), action.context, measured);
  const stderrText = measured === undefined ? undefined : await historyErrors(measured.history, action);
  return {
    ...(await renderResult(report, action, {
      text: (report) => render.renderRecommendText(report, action.messages, action.view),
      markdown: (report) => render.renderRecommendMarkdown(report, action.messages),
      html: async (report) =>
        (await import("../render/html/recommend.js")).renderRecommendHtml(report, action.messages, action.view),
    })),
    finding: options.check === true && report.recommended === null,
    ...(stderrText !== undefined && { stderrText: stderrText }),
    ...(measured && measured.history.tickets.bad > 0 && { unusable: true }),
  };
}

/** The needs of past tickets, with --tickets. */
async function measureTickets(
  options: ParsedCommand["options"],
  { context, io, messages, view }: ActionContext,
): Promise<Measured | undefined> {
  const { tickets } = options;
  if (tickets === undefined) return undefined;
  const { prepareHistory } = await import("../commands/history.js");
  const { transform } = await stream(
    io,
    progressOf(io, messages, view.quiet),
    tickets,
    undefined,
    (first, form) => prepareHistory(tickets, { ...options, ...form }, context, first),
    options.sheet,
  );
  return transform.measured();
}

async function historyErrors(
  { tickets, seen, ...history }: History,
  { messages, view }: ActionContext,
): Promise<string | undefined> {
  if (tickets.bad === 0 && view.quiet) return undefined;
  const { renderBatchMessage } = await import("../render/text/batch.js");
  return renderBatchMessage({ ...tickets, reading: history.reading, isQuiet: view.quiet, seen }, messages, view);
}
