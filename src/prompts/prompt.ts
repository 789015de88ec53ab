/**
 * Whether there is a person to ask, and how: redrawn on the screen, or line by line. The questions themselves are those of prompts.ts.
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

/** What questions are made of. */
export interface PromptContext {
  readonly context: { readonly dataset: Dataset; readonly lang: Lang };
  readonly messages: Messages;
  readonly io: Io;
}

/** How a person is asked: redrawn on the screen, or line by line for screen readers and terminals that cannot be redrawn. */
async function prompterFor(view: MessageView, messages: Messages, io: Io, streams: PromptStreams): Promise<Prompter> {
  const isLineByLine = io.env.TERM === "dumb" || !["", "0", "false", undefined].includes(io.env.SUPPORT_CLI_ACCESSIBLE);
  const { questions } = messages;
  const terminalColumns = io.stderr.columns ?? defaultColumns;
  // What is redrawn must not be wider than the terminal.
  const columns = Math.min(view.columns ?? terminalColumns, terminalColumns);
  if (isLineByLine) {
    const { linePrompter } = await import("./line-mode.js");
    const prompter = linePrompter(messages, view, columns, streams);
    prompter.say(`${questions.introLines}\n`);
    return prompter;
  }
  const { inquirerPrompter } = await import("./inquirer.js");
  const prompter = inquirerPrompter(messages, view, columns, streams);
  prompter.say(`${wrapText(questions.intro, columns).join("\n")}\n\n`);
  return prompter;
}

/** Questions for the answers that no flag or file gives; only on a terminal, and not where --no-input is set. */
export async function promptForMissingAnswers(
  options: ParsedOptions,
  { context, messages, io }: PromptContext,
): Promise<ParsedOptions> {
  const isPerson = io.stdin.isTerminal && io.stderr.isTerminal && options.input !== false && io.terminal !== undefined;
  if (!isPerson || options.answers !== undefined || options.tickets !== undefined) return options;
  const { askAnswers } = await import("./questions.js");
  const view = messageView(options, io);
  const shownWords = view.plain ? plainWords(messages) : messages;
  const stopper = new AbortController();
  const unsubscribe = io.onInterrupt(() => stopper.abort());
  try {
    const prompter = await prompterFor(view, shownWords, io, { ...io.terminal, stop: stopper.signal });
    return {
      ...options,
      ...(await askAnswers(options, context.dataset, context.lang, shownWords, prompter, escaperOf(view))),
    };
  } finally {
    unsubscribe();
  }
}
