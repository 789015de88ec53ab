/**
 * Questions line by line, for screen readers and for terminals that cannot be redrawn: nothing on the screen changes.
 */

import { createInterface, type Interface } from "node:readline";
import { CliError } from "../errors.js";
import type { Messages } from "../i18n/en/index.js";
import { sanitizeOutput } from "../render/text/sanitize.js";
import { wrapText } from "../render/text/width.js";
import type { PromptStreams, PromptView } from "./inquirer.js";
import { type Position, type Prompter, type PromptQuestion, type Reply, titleOf } from "./questions.js";

export function linePrompter(messages: Messages, view: PromptView, columns: number, streams: PromptStreams): Prompter {
  return new LinePrompter(messages, view, columns, streams);
}

class LinePrompter implements Prompter {
  private readonly questions: Messages["questions"];
  private readonly reader: Interface;
  private readonly lines: AsyncIterator<string>;
  private readonly stopped: Promise<IteratorResult<string>>;

  constructor(
    messages: Messages,
    private readonly view: PromptView,
    private readonly columns: number,
    private readonly streams: PromptStreams,
  ) {
    const { input, stop } = streams;
    this.questions = messages.questions;
    this.reader = createInterface({ input, terminal: false });
    this.lines = this.reader[Symbol.asyncIterator]();
    this.stopped = new Promise((resolve) => {
      stop.addEventListener("abort", () => resolve({ value: undefined, done: true }));
    });
  }

  print(text: string): void {
    this.streams.output.write(sanitizeOutput(text, this.view));
  }

  close(): void {
    this.reader.close();
  }

  async ask(question: PromptQuestion, { number, of }: Position, before: Reply | undefined): Promise<Reply | undefined> {
    const { questions } = this;
    const heading = wrapText(`${questions.place(number, of)} ${titleOf(question)}`, this.columns).join("\n");
    const note = question.note === undefined ? "" : `${wrapText(question.note, this.columns).join("\n")}\n`;
    this.print(`\n${heading}\n${note}${this.numbered(question.choices.map(({ name }) => name))}`);
    switch (question.kind) {
      case "number": {
        const initial = before?.[0] ?? "0";
        return await this.readUntil(`${questions.typeNumber(initial)} `, (text) => {
          const answer = text === "" ? initial : text;
          return /^\d{1,6}$/.test(answer) ? [answer] : questions.wholeNumber;
        });
      }
      case "one": {
        const initial = numbersOf(question, before) || "1";
        return await this.readUntil(`${questions.typeOne(initial)} `, (text) => {
          const values = parseChoices(text === "" ? initial : text, question);
          return values?.length === 1 ? values : questions.oneOf(question.choices.length);
        });
      }
      case "some": {
        const initial = numbersOf(question, before);
        return await this.readUntil(`${questions.typeSome(initial)} `, (text) => {
          const values = text === "0" ? [] : parseChoices(text === "" ? initial : text, question);
          return values ?? questions.oneOf(question.choices.length);
        });
      }
    }
  }

  async confirm(answers: readonly { readonly title: string; readonly answer: string }[]): Promise<number | undefined> {
    const { questions } = this;
    this.print(`\n${questions.summary}\n${this.numbered(answers.map(({ title, answer }) => `${title} ${answer}`))}`);
    const indexes = await this.readUntil(
      `${questions.typeChange} `,
      (text) => parseNumbers(text, answers.length)?.slice(0, 1) ?? questions.oneOf(answers.length),
    );
    return indexes === undefined ? answers.length - 1 : indexes[0];
  }

  /** Repeats the prompt until `parse` returns no error message; undefined for the key that goes back. */
  private async readUntil<T>(prompt: string, parse: (text: string) => T | string): Promise<T | undefined> {
    for (;;) {
      const text = await this.readLine(prompt);
      if (text.toLowerCase() === "b") return undefined;
      const parsed = parse(text);
      if (typeof parsed !== "string") return parsed;
      this.print(`${parsed}\n`);
    }
  }

  private async readLine(prompt: string): Promise<string> {
    this.print(prompt);
    const { value, done } = await Promise.race([this.stopped, this.lines.next()]);
    if (done) {
      // The cursor is still on the line of the prompt.
      this.print("\n");
      throw new CliError({ code: "interrupted" });
    }
    return value.trim();
  }

  private numbered(names: readonly string[]): string {
    return names
      .flatMap((name, i) => {
        const number = `  ${i + 1}. `;
        return wrapText(name, Math.max(20, this.columns - number.length)).map(
          (line, j) => `${j === 0 ? number : " ".repeat(number.length)}${line}\n`,
        );
      })
      .join("");
  }
}

/** The values of the choices whose numbers a line lists, in the order of the choices; undefined for anything else. */
function parseChoices(text: string, { choices }: PromptQuestion): string[] | undefined {
  const indexes = parseNumbers(text, choices.length);
  return indexes && choices.filter((_, i) => indexes.includes(i)).map(({ value }) => value);
}

/** Indexes from 0, of numbers from 1 to `count` between commas or blanks. */
function parseNumbers(text: string, count: number): number[] | undefined {
  const numbers = text
    .split(/[\s,，、]+/)
    .filter((part) => part !== "")
    .map(Number);
  return numbers.every((n) => Number.isInteger(n) && n >= 1 && n <= count) ? numbers.map((n) => n - 1) : undefined;
}

function numbersOf({ choices }: PromptQuestion, reply: Reply | undefined): string {
  return (reply ?? []).map((value) => choices.findIndex((choice) => choice.value === value) + 1).join(",");
}
