/**
 * Decides whether to prompt, and in which form: redrawn on the screen, or line by line. questions.ts has the questions.
 */

import { type MessageView, messageView } from "../cli/messages.js";
import type { Dataset, Lang } from "../data/dataset.js";
import type { Messages } from "../i18n/en/index.js";
import type { Io } from "../io/io.js";
import { defaultColumns } from "../io/terminal.js";
import type { ParsedOptions } from "../options.js";
import { plainWords } from "../render/text/ascii.js";
import { escaperOf } from "../render/text/sanitize.js";
import { wrapText } from "../render/text/width.js";
import type { PromptStreams } from "./inquirer.js";
import type { Prompter } from "./questions.js";

/** What the questions depend on. */
export interface PromptContext {
  readonly context: { readonly dataset: Dataset; readonly lang: Lang };
  readonly messages: Messages;
  readonly io: Io;
}

/** The line mode for a dumb terminal and for `SUPPORT_CLI_ACCESSIBLE`, which screen readers need; inquirer for all others. */
async function prompterFor(view: MessageView, messages: Messages, io: Io, streams: PromptStreams): Promise<Prompter> {
  const isLineByLine = io.env.TERM === "dumb" || !["", "0", "false", undefined].includes(io.env.SUPPORT_CLI_ACCESSIBLE);
  const { questions } = messages;
  const terminalColumns = io.stderr.columns ?? defaultColumns;
  // Text wider than the terminal cannot be redrawn.
  const columns = Math.min(view.columns ?? terminalColumns, terminalColumns);
  if (isLineByLine) {
    const { linePrompter } = await import("./line-mode.js");
    const prompter = linePrompter(messages, view, columns, streams);
    prompter.print(`${questions.introLines}\n`);
    return prompter;
  }
  const { inquirerPrompter } = await import("./inquirer.js");
  const prompter = inquirerPrompter(messages, view, columns, streams);
  prompter.print(`${wrapText(questions.intro, columns).join("\n")}\n\n`);
  return prompter;
}

/** Prompts for the answers that no flag or file gives; only on a terminal, and not with --no-input. */
export async function promptForMissingAnswers(
  options: ParsedOptions,
  { context, messages, io }: PromptContext,
): Promise<ParsedOptions> {
  if (options.input === false || options.answers !== undefined || options.tickets !== undefined) return options;
  // Last, because Node is slow to open standard input.
  if (!io.stderr.isTerminal || !io.stdin.isTerminal || io.terminal === undefined) return options;
  const { askAnswers } = await import("./questions.js");
  const view = messageView(options, io);
  const shownMessages = view.plain ? plainWords(messages) : messages;
  const stop = new AbortController();
  const unsubscribe = io.onInterrupt(() => stop.abort());
  try {
    const prompter = await prompterFor(view, shownMessages, io, { ...io.terminal, stop: stop.signal });
    return {
      ...options,
      ...(await askAnswers(options, context.dataset, context.lang, shownMessages, prompter, escaperOf(view))),
    };
  } finally {
    unsubscribe();
  }
}
