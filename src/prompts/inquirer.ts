/**
 * Questions on a terminal, through inquirer: drawn on stderr and redrawn at each key. Escape goes back, Ctrl-C and Ctrl-D stop.
 */

import inquirer from "inquirer";
import { CliError } from "../errors.js";
import type { Messages } from "../i18n/en/index.js";
import { type BoundedKeys, boundedKeys } from "../io/keys.js";
import { createStyle, type Style, type View } from "../render/text/color.js";
import { sanitizeOutput } from "../render/text/sanitize.js";
import { wrapText } from "../render/text/width.js";
import {
  type Choice,
  formatReply,
  type Position,
  type Prompter,
  type PromptQuestion,
  type Reply,
  titleOf,
} from "./questions.js";

export interface PromptStreams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Aborted by a signal from outside. */
  readonly stop: AbortSignal;
}

/** How the questions may look. */
export type PromptView = Pick<View, "color" | "plain">;

/** A key as readline reports it. */
interface Key {
  readonly name?: string;
  readonly ctrl?: boolean;
}

/** A question as inquirer accepts it, without its name. */
type InquirerQuestion = { readonly type: string } & Record<string, unknown>;

/** The value of a question; Escape leaves it undefined, except that of a checkbox. */
interface Outcome<T> {
  readonly value: T | undefined;
  readonly isBack: boolean;
}

type PromptModuleOptions = Parameters<typeof inquirer.createPromptModule>[0];

const esc = String.fromCharCode(27);
/** Choices shown at once: with the question and its keys they fit a terminal of 24 lines. */
const pageSize = 18;

export function inquirerPrompter(
  messages: Messages,
  view: PromptView,
  columns: number,
  streams: PromptStreams,
): Prompter {
  return new InquirerPrompter(messages, view, columns, streams);
}

class InquirerPrompter implements Prompter {
  private readonly style: Style;
  private readonly done: string;
  private readonly keys: BoundedKeys;
  private readonly stops: readonly AbortSignal[];
  /** Lines of the answers directly above, in order. */
  private readonly heights: number[] = [];
  /** What was checked in a list when Escape left it. */
  private readonly checked = new Map<PromptQuestion, Reply>();

  constructor(
    private readonly messages: Messages,
    private readonly view: PromptView,
    private readonly columns: number,
    private readonly streams: PromptStreams,
  ) {
    const inputEnd = new AbortController();
    this.keys = boundedKeys(streams.input, () => inputEnd.abort());
    this.stops = [streams.stop, inputEnd.signal];
    this.style = createStyle(view.color);
    this.done = this.style.success(view.plain ? "*" : "✓");
  }

  print(text: string): void {
    this.streams.output.write(this.safe(text));
  }

  close(): void {
    this.keys.close();
  }

  /** Inquirer clears each question; its answer is printed here, and erased when the next question goes back to it. */
  async ask(question: PromptQuestion, position: Position, before: Reply | undefined): Promise<Reply | undefined> {
    const reply = await this.showQuestion(question, position, before);
    if (reply) {
      const answer = this.style.strong(formatReply(question, reply, this.messages));
      const lines = this.indented(`${this.done} ${titleOf(question)} ${answer}`, "");
      this.heights.push(lines.split("\n").length - 1);
      this.print(lines);
    } else {
      const height = this.heights.pop();
      if (height !== undefined) this.streams.output.write(`${esc}[${height}A${esc}[J`);
    }
    return reply;
  }

  async confirm(answers: readonly { readonly title: string; readonly answer: string }[]): Promise<number | undefined> {
    const { questions } = this.messages;
    const lines = answers.map(
      ({ title, answer }) => this.indented(title, "  ") + this.indented(this.style.strong(answer), "      "),
    );
    this.heights.length = 0;
    this.print(`\n${this.style.heading(questions.summary)}\n${lines.join("")}\n`);
    const choices = [
      { value: "", name: questions.confirmed },
      ...answers.map(({ title }, i) => ({ value: String(i), name: questions.change(title) })),
    ];
    const { value } = await this.show<string>({
      type: "select",
      message: questions.confirm,
      ...this.listOf(choices, questions.keysOne),
    });
    // Escape at the summary goes back to the last question.
    if (value === undefined) return answers.length - 1;
    return value === "" ? undefined : Number(value);
  }

  private async showQuestion(
    question: PromptQuestion,
    { number, of }: Position,
    before: Reply | undefined,
  ): Promise<Reply | undefined> {
    const { questions } = this.messages;
    const title = this.safe(`${questions.place(number, of)} ${titleOf(question)}`);
    const message =
      question.note === undefined ? title : `${title}\n${this.indented(this.safe(question.note), "  ").trimEnd()}`;
    switch (question.kind) {
      case "one": {
        const list = this.listOf(question.choices, questions.keysOne);
        const { value } = await this.show<string>({ type: "select", message, default: before?.[0], ...list });
        return value === undefined ? undefined : [value];
      }
      case "some": {
        const checked = this.checked.get(question) ?? before ?? [];
        const choices = question.choices.map((choice) => ({ ...choice, checked: checked.includes(choice.value) }));
        const list = this.listOf(choices, questions.keysSome);
        const { value, isBack } = await this.show<string[]>({ type: "checkbox", message, ...list });
        if (!isBack || !value) return value;
        this.checked.set(question, value);
        return undefined;
      }
      case "number": {
        const validate = (text: string) => /^\d{1,6}$/.test(text.trim()) || questions.wholeNumber;
        const theme = createTheme(this.style, this.done, "");
        const { value } = await this.show<string>({
          type: "input",
          message,
          default: before?.[0] ?? "0",
          validate,
          theme,
        });
        return value === undefined ? undefined : [value.trim()];
      }
    }
  }

  /** A list with the keys that it accepts, and its length where it is longer than a page. */
  private listOf(entries: readonly Choice[], keysHelp: string) {
    const choices = entries.map((entry) => ({ ...entry, name: this.safe(entry.name) }));
    const isLong = choices.length > pageSize;
    const help = isLong ? `${keysHelp} · ${this.messages.questions.moreChoices(choices.length)}` : keysHelp;
    return { choices, loop: false, pageSize, theme: createTheme(this.style, this.done, help) };
  }

  /** Shows a question of inquirer's until it has a value or a key leaves it. */
  private async show<T>(question: InquirerQuestion): Promise<Outcome<T>> {
    const { keys } = this.keys;
    const controller = new AbortController();
    let isBack = false;
    let isStopped = false;
    const stop = () => {
      isStopped = true;
      controller.abort();
    };
    const onKey = (_: unknown, key: Key | undefined) => {
      if (key?.ctrl && key.name === "d") stop();
      if (key?.name !== "escape") return;
      isBack = true;
      // Enter submits a checkbox with its marks, which would be lost otherwise.
      if (question.type === "checkbox") keys.emit("keypress", "", { name: "enter" });
      else controller.abort();
    };
    keys.on("keypress", onKey);
    for (const signal of this.stops) signal.addEventListener("abort", stop);
    try {
      if (this.stops.some(({ aborted }) => aborted)) throw new CliError({ code: "interrupted" });
      return { value: await this.prompt<T>(question, controller.signal), isBack };
    } catch (error) {
      const name = error instanceof Error ? error.name : "";
      if (isStopped || name === "ExitPromptError") throw new CliError({ code: "interrupted" });
      if (name === "AbortPromptError") return { value: undefined, isBack };
      throw error;
    } finally {
      keys.removeListener("keypress", onKey);
      for (const signal of this.stops) signal.removeEventListener("abort", stop);
    }
  }

  private async prompt<T>(question: InquirerQuestion, signal: AbortSignal): Promise<T> {
    const { output } = this.streams;
    const options = { input: this.keys.keys, output, signal, clearPromptOnDone: true } as PromptModuleOptions;
    const prompt = inquirer.createPromptModule(options);
    const { value } = (await prompt([{ ...question, name: "value" }] as unknown as Parameters<typeof prompt>[0])) as {
      value: T;
    };
    return value;
  }

  /** Text that may go to the terminal, by way of inquirer too. */
  private safe(text: string): string {
    return sanitizeOutput(text, this.view);
  }

  private indented(text: string, indent: string): string {
    return wrapText(text, Math.max(20, this.columns - indent.length))
      .map((line) => `${indent}${line}\n`)
      .join("");
  }
}

function createTheme(style: Style, done: string, keysHelp: string) {
  return {
    prefix: { idle: style.strong("?"), done },
    icon: { cursor: ">", checked: "[x]", unchecked: "[ ]" },
    style: {
      message: (text: string) => style.strong(text),
      answer: (text: string) => text,
      highlight: (text: string) => style.strong(text),
      defaultAnswer: (text: string) => style.dim(`(${text})`),
      error: (text: string) => style.bad(`> ${text}`),
      keysHelpTip: () => style.dim(keysHelp),
    },
  };
}
