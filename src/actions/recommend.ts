/**
 * `recommend`: needs from flags, from a person or from past tickets, and the plan they call for.
 */

import type { Measured } from "../commands/history.js";
import { runRecommend } from "../commands/recommend.js";
import { stream } from "../io/stream.js";
import type { ParsedCommand } from "../options.js";
import { promptForMissingAnswers } from "../prompts/prompt.js";
import * as render from "../render/text/recommend.js";
import type { History } from "../report.js";
import { type Answered, type Asked, answered } from "./action.js";

export async function recommendFront({ options }: ParsedCommand, asked: Asked): Promise<Answered> {
  const measured = await measureTickets(options, asked);
  const report = await runRecommend(await promptForMissingAnswers(options, asked), asked.context, measured);
  const talk = measured === undefined ? undefined : await talkOfHistory(measured.history, asked);
  return {
    ...(await answered(report, asked, {
      text: (report) => render.renderRecommendText(report, asked.messages, asked.view),
      markdown: (report) => render.renderRecommendMarkdown(report, asked.messages),
      html: async (report) => (await import("../render/html/recommend.js")).renderRecommendHtml(report, asked.messages, asked.view),
    })),
    ...(talk !== undefined && { talk }),
    ...(measured && measured.history.tickets.bad > 0 && { unusable: true }),
  };
}

/** The needs of past tickets, with --tickets. */
async function measureTickets(options: ParsedCommand["options"], { context, io, messages, view }: Asked): Promise<Measured | undefined> {
  const { tickets } = options;
  if (tickets === undefined) return undefined;
  const { prepareHistory } = await import("../commands/history.js");
  const { made } = await stream(io, messages, tickets, undefined, view.quiet, (first) => prepareHistory(tickets, options, context, first));
  return made.measured();
}

async function talkOfHistory({ tickets, seen, ...history }: History, { messages, view }: Asked): Promise<string | undefined> {
  const fills = view.quiet ? [] : history.fills;
  if (tickets.bad === 0 && fills.length === 0) return undefined;
  const { renderBatchMessage } = await import("../render/text/batch.js");
  return renderBatchMessage({ ...tickets, fills, seen }, messages);
}
