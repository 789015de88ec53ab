/**
 * Whether there is a person to ask, and how: redrawn on the screen, or line by line. The questions themselves are those of prompts.ts.
 */

import { type TalkView, talkView } from "../cli/messages.js";
import type { Dataset, Lang } from "../data/dataset.js";
import type { Messages } from "../i18n/en.js";
import type { Io } from "../io/io.js";
import { defaultColumns } from "../io/terminal.js";
import type { TypedOptions } from "../options.js";
import { plainWords } from "../render/text/ascii.js";
import { escaperOf } from "../render/text/sanitize.js";
import { wrapText } from "../render/text/width.js";
import type { AskerStreams } from "./inquirer.js";
import type { Asker } from "./questions.js";

/** What questions are made of. */
export interface Asking {
  readonly context: { readonly dataset: Dataset; readonly lang: Lang };
  readonly messages: Messages;
  readonly io: Io;
}

/** How a person is asked: redrawn on the screen, or line by line for screen readers and terminals that cannot be redrawn. */
async function askerFor(view: TalkView, messages: Messages, io: Io, streams: AskerStreams): Promise<Asker> {
  const isLineByLine = io.env.TERM === "dumb" || !["", "0", "false", undefined].includes(io.env.SUPPORT_CLI_ACCESSIBLE);
  const { questions } = messages;
  const terminalColumns = io.stderr.columns ?? defaultColumns;
  // What is redrawn must not be wider than the terminal.
  const columns = Math.min(view.columns ?? terminalColumns, terminalColumns);
  if (isLineByLine) {
    const { lineAsker } = await import("./line-mode.js");
    const asker = lineAsker(messages, view, columns, streams);
    asker.say(`${questions.introLines}\n`);
    return asker;
  }
  const { screenAsker } = await import("./inquirer.js");
  const asker = screenAsker(messages, view, columns, streams);
  asker.say(`${wrapText(questions.intro, columns).join("\n")}\n\n`);
  return asker;
}

/** Questions for the answers that no flag or file gives; only on a terminal, and not where --no-input is set. */
export async function askWhereAPersonIs(options: TypedOptions, { context, messages, io }: Asking): Promise<TypedOptions> {
  const isPerson = io.stdin.isTerminal && io.stderr.isTerminal && options.input !== false && io.terminal !== undefined;
  if (!isPerson || options.answers !== undefined || options.tickets !== undefined) return options;
  const { askAnswers } = await import("./questions.js");
  const view = talkView(options, io);
  const shownWords = view.plain ? plainWords(messages) : messages;
  const stopper = new AbortController();
  const unsubscribe = io.onInterrupt(() => stopper.abort());
  try {
    const asker = await askerFor(view, shownWords, io, { ...io.terminal, stop: stopper.signal });
    return { ...options, ...(await askAnswers(options, context.dataset, context.lang, shownWords, asker, escaperOf(view))) };
  } finally {
    unsubscribe();
  }
}
