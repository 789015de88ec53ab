/**
 * Questions line by line, for screen readers and terminals that cannot be redrawn: what is written stays written.
 */

import { createInterface } from "node:readline";
import { CliError } from "../errors.js";
import type { Messages } from "../i18n/en/index.js";
import { sanitizeOutput } from "../render/text/sanitize.js";
import { wrapText } from "../render/text/width.js";
import type { PromptStreams, PromptView } from "./inquirer.js";
import { type Prompter, type PromptQuestion, type Reply, titleOf } from "./questions.js";

export function linePrompter(
  { questions }: Messages,
  view: PromptView,
  columns: number,
  { input, output, stop }: PromptStreams,
): Prompter {
  const reader = createInterface({ input, terminal: false });
  const lines = reader[Symbol.asyncIterator]();
  const stopped = new Promise<IteratorResult<string>>((resolve) => {
    stop.addEventListener("abort", () => resolve({ value: undefined, done: true }));
  });
  const say = (text: string) => void output.write(sanitizeOutput(text, view));

  async function line(prompt: string): Promise<string> {
    say(prompt);
    const { value, done } = await Promise.race([stopped, lines.next()]);
    if (done) {
      // Nobody ended the line of the question, and what is said next is no answer to it.
      say("\n");
      throw new CliError({ code: "interrupted" });
    }
    return value.trim();
  }

  /** Asks until a line can be read; undefined where it asks for the question before. */
  async function until<T>(prompt: string, parse: (text: string) => T | string): Promise<T | undefined> {
    for (;;) {
      const text = await line(prompt);
      if (text.toLowerCase() === "b") return undefined;
      const parsed = parse(text);
      if (typeof parsed !== "string") return parsed;
      say(`${parsed}\n`);
    }
  }

  function numbered(names: readonly string[]): string {
    return names
      .flatMap((name, i) => {
        const number = `  ${i + 1}. `;
        return wrapText(name, Math.max(20, columns - number.length)).map(
          (line, j) => `${j === 0 ? number : " ".repeat(number.length)}${line}\n`,
        );
      })
      .join("");
  }

  /** Places in a list, from 0, of numbers from 1 with commas or blanks between them. */
  function places(text: string, count: number): number[] | undefined {
    const numbers = text
      .split(/[\s,，、]+/)
      .filter((part) => part !== "")
      .map(Number);
    return numbers.every((n) => Number.isInteger(n) && n >= 1 && n <= count) ? numbers.map((n) => n - 1) : undefined;
  }

  function placesOf({ choices }: PromptQuestion, reply: Reply | undefined): string {
    return (reply ?? []).map((value) => choices.findIndex((choice) => choice.value === value) + 1).join(",");
  }

  return {
    say,
    close: () => reader.close(),
    async ask(question, { number, of }, before): Promise<Reply | undefined> {
      const { choices, kind } = question;
      say(
        `\n${wrapText(`${questions.place(number, of)} ${titleOf(question)}`, columns).join("\n")}\n${numbered(choices.map(({ name }) => name))}`,
      );
      const usual = kind === "number" ? (before?.[0] ?? "0") : placesOf(question, before);
      switch (kind) {
        case "number":
          return await until(`${questions.typeNumber(usual)} `, (text) => {
            const answer = text === "" ? usual : text;
            return /^\d{1,6}$/.test(answer) ? [answer] : questions.wholeNumber;
          });
        case "one":
          return await until(`${questions.typeOne(usual || "1")} `, (text) => {
            const chosen = places(text === "" ? usual || "1" : text, choices.length);
            return chosen?.length === 1 ? [choices[chosen[0] as number]?.value ?? ""] : questions.oneOf(choices.length);
          });
        case "some":
          return await until(`${questions.typeSome(usual)} `, (text) => {
            const chosen = text === "0" ? [] : places(text === "" ? usual : text, choices.length);
            return chosen
              ? [...new Set(chosen)].sort((a, b) => a - b).map((i) => choices[i]?.value ?? "")
              : questions.oneOf(choices.length);
          });
      }
    },
    async confirm(answers) {
      say(`\n${questions.summary}\n${numbered(answers.map(({ title, answer }) => `${title} ${answer}`))}`);
      const chosen = await until(`${questions.typeChange} `, (text) => {
        if (text === "") return [];
        return places(text, answers.length)?.slice(0, 1) ?? questions.oneOf(answers.length);
      });
      return chosen === undefined ? answers.length - 1 : chosen[0];
    },
  };
}
