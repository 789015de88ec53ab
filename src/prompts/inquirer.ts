/**
 * Questions on a terminal, through inquirer: drawn on stderr and redrawn as keys are pressed. Escape goes back, Ctrl-C and Ctrl-D stop.
 */

import inquirer from "inquirer";
import { CliError } from "../errors.js";
import type { Messages } from "../i18n/en/index.js";
import { boundedKeys } from "../io/keys.js";
import { createStyle, type View } from "../render/text/color.js";
import { sanitizeOutput } from "../render/text/sanitize.js";
import { wrapText } from "../render/text/width.js";
import { type Place, type Prompter, type PromptQuestion, type Reply, spokenReply, titleOf } from "./questions.js";

export interface PromptStreams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Aborted where the user stops the program from outside. */
  readonly stop: AbortSignal;
}

/** How what is written may look. */
export type PromptView = Pick<View, "color" | "plain">;

/** A key as readline reports it. */
interface Key {
  readonly name?: string;
  readonly ctrl?: boolean;
}

/** What became of a question: its answer, or that the one before is wanted. */
interface Put<T> {
  readonly answer: T | undefined;
  readonly isBack: boolean;
}

const esc = String.fromCharCode(27);
/** Choices shown at once: with the question and its keys they fit a terminal of 24 lines. */
const pageSize = 18;

type OpenQuestion = Parameters<ReturnType<typeof inquirer.createPromptModule>>[0];

export function inquirerPrompter(
  messages: Messages,
  view: PromptView,
  columns: number,
  { input, output, stop }: PromptStreams,
): Prompter {
  const ended = new AbortController();
  const { keys, close } = boundedKeys(input, () => ended.abort());
  const style = createStyle(view.color);
  const { questions } = messages;
  const done = style.success(view.plain ? "*" : "✓");
  /** How many lines each answer took that stands right above, one after another. */
  const heights: number[] = [];
  /** What was marked in a list that was left by Escape. */
  const marked = new Map<PromptQuestion, Reply>();
  /** A list longer than its page says how long it is, since what is below cannot be seen. */
  const tipOf = (keys: string, count: number) =>
    count > pageSize ? `${keys} · ${questions.moreChoices(count)}` : keys;
  const theme = (keys: string) => ({
    prefix: { idle: style.strong("?"), done },
    icon: { cursor: ">", checked: "[x]", unchecked: "[ ]" },
    style: {
      message: (text: string) => style.strong(text),
      answer: (text: string) => text,
      highlight: (text: string) => style.strong(text),
      defaultAnswer: (text: string) => style.dim(`(${text})`),
      error: (text: string) => style.bad(`> ${text}`),
      keysHelpTip: () => style.dim(keys),
    },
  });

  /** Puts one question of inquirer's; a list is answered by Escape too, so that its marks are known. */
  async function put<T>(question: { readonly type: string } & Record<string, unknown>): Promise<Put<T>> {
    const controller = new AbortController();
    let isBack = false;
    let isStopped = false;
    const onStop = () => {
      isStopped = true;
      controller.abort();
    };
    const onKey = (_: unknown, key: Key | undefined) => {
      if (key?.ctrl && key.name === "d") onStop();
      if (key?.name !== "escape") return;
      isBack = true;
      if (question.type === "checkbox") keys.emit("keypress", "", { name: "enter" });
      else controller.abort();
    };
    keys.on("keypress", onKey);
    const stops = [stop, ended.signal];
    for (const signal of stops) signal.addEventListener("abort", onStop);
    try {
      if (stops.some(({ aborted }) => aborted)) throw new CliError({ code: "interrupted" });
      const streams = { input: keys, output, signal: controller.signal, clearPromptOnDone: true } as Parameters<
        typeof inquirer.createPromptModule
      >[0];
      const prompt = inquirer.createPromptModule(streams);
      const { answer } = (await prompt([{ ...question, name: "answer" }] as unknown as OpenQuestion)) as { answer: T };
      return { answer, isBack };
    } catch (error) {
      const name = error instanceof Error ? error.name : "";
      if (isStopped || name === "ExitPromptError") throw new CliError({ code: "interrupted" });
      if (name === "AbortPromptError") return { answer: undefined, isBack };
      throw error;
    } finally {
      keys.removeListener("keypress", onKey);
      for (const signal of stops) signal.removeEventListener("abort", onStop);
    }
  }

  return {
    say,
    close,
    async ask(question, place, before): Promise<Reply | undefined> {
      const reply = await putQuestion(question, place, before);
      // Inquirer clears a question once it is answered, so that one gone back from leaves nothing behind; the answer is written here,
      // and taken back where its question is asked again.
      if (reply) {
        const lines = indented(
          `${done} ${titleOf(question)} ${style.strong(spokenReply(question, reply, messages))}`,
          "",
        );
        heights.push(lines.split("\n").length - 1);
        say(lines);
      } else {
        const height = heights.pop();
        if (height !== undefined) output.write(`${esc}[${height}A${esc}[J`);
      }
      return reply;
    },
    async confirm(answers) {
      const lines = answers.map(
        ({ title, answer }) => indented(title, "  ") + indented(style.strong(answer), "      "),
      );
      heights.length = 0;
      say(`\n${style.heading(questions.summary)}\n${lines.join("")}\n`);
      const choices = [
        { value: "", name: questions.confirmed },
        ...answers.map(({ title }, i) => ({ value: String(i), name: questions.change(title) })),
      ];
      const { answer } = await put<string>({
        type: "select",
        message: questions.confirm,
        choices,
        loop: false,
        pageSize,
        theme: theme(tipOf(questions.keysOne, choices.length)),
      });
      // Escape at the summary goes back to the last question.
      if (answer === undefined) return answers.length - 1;
      return answer === "" ? undefined : Number(answer);
    },
  };

  async function putQuestion(
    question: PromptQuestion,
    { number, of }: Place,
    before: Reply | undefined,
  ): Promise<Reply | undefined> {
    const message = `${questions.place(number, of)} ${titleOf(question)}`;
    const choices = question.choices.map((choice) => ({
      ...choice,
      checked: (marked.get(question) ?? before)?.includes(choice.value) ?? false,
    }));
    switch (question.kind) {
      case "one": {
        const { answer } = await put<string>({
          type: "select",
          message,
          choices,
          default: before?.[0],
          loop: false,
          pageSize,
          theme: theme(tipOf(questions.keysOne, choices.length)),
        });
        return answer === undefined ? undefined : [answer];
      }
      case "some": {
        const { answer, isBack } = await put<string[]>({
          type: "checkbox",
          message,
          choices,
          loop: false,
          pageSize,
          theme: theme(tipOf(questions.keysSome, choices.length)),
        });
        if (!isBack || !answer) return answer;
        marked.set(question, answer);
        return undefined;
      }
      case "number": {
        const validate = (text: string) => /^\d{1,6}$/.test(text.trim()) || questions.wholeNumber;
        const { answer } = await put<string>({
          type: "input",
          message,
          default: before?.[0] ?? "0",
          validate,
          theme: theme(""),
        });
        return answer === undefined ? undefined : [answer.trim()];
      }
    }
  }

  function say(text: string): void {
    output.write(sanitizeOutput(text, view));
  }

  function indented(text: string, indent: string): string {
    return wrapText(text, Math.max(20, columns - indent.length))
      .map((line) => `${indent}${line}\n`)
      .join("");
  }
}
