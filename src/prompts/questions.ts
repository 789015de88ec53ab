/**
 * The questions of `recommend`: one per answer that no flag gives, back and forth, and a summary before the answer. What comes back is
 * what the flags would have said, so that a question can do nothing that a flag cannot. How one is put to a person is an asker's affair.
 */

import type { Target } from "../core/target.js";
import { type Dataset, type Lang, type LocalText, textIn } from "../data/dataset.js";
import { targetFor } from "../data/lookup.js";
import { formatResponseTime } from "../data/recommend/response-time.js";
import type { Messages } from "../i18n/en/index.js";
import type { ParsedOptions } from "../options.js";
import { escapeControls } from "../render/text/sanitize.js";

export interface Choice {
  readonly value: string;
  readonly name: string;
}

/** A question and the flag that answers it: one of the choices, some of them, or a number. */
export interface PromptQuestion {
  readonly flag: string;
  readonly title: string;
  readonly kind: "one" | "some" | "number";
  readonly choices: readonly Choice[];
}

/** One value for `one` and `number`, any number of them for `some`. */
export type Reply = readonly string[];

/** Which question of how many. */
export interface Place {
  readonly number: number;
  readonly of: number;
}

/** Puts questions to a person. A reply of undefined asks for the question before. Throws `interrupted` where the person stops. */
export interface Prompter {
  say(text: string): void;
  ask(question: PromptQuestion, place: Place, before: Reply | undefined): Promise<Reply | undefined>;
  /** The answers once more; the index of the one to change, or undefined where all is well. */
  confirm(answers: readonly { readonly title: string; readonly answer: string }[]): Promise<number | undefined>;
  close(): void;
}

export type PromptedAnswers = Pick<ParsedOptions, "need" | "contacts" | "within" | "budget" | "product" | "language">;

/** Asks for the answers that are missing in `given`. */
export async function askAnswers(
  given: ParsedOptions,
  dataset: Dataset,
  lang: Lang,
  messages: Messages,
  prompter: Prompter,
  shown = escapeControls,
): Promise<PromptedAnswers> {
  const questions = questionsOf(given, dataset, lang, messages, shown);
  const replies: Reply[] = [];
  try {
    let next = 0;
    while (next < questions.length || questions.length > 0) {
      if (next === questions.length) {
        const change = await prompter.confirm(
          questions.map((question, i) => ({
            title: titleOf(question),
            answer: spokenReply(question, replies[i] ?? [], messages),
          })),
        );
        if (change === undefined) break;
        const reply = await prompter.ask(
          questions[change] as PromptQuestion,
          { number: change + 1, of: questions.length },
          replies[change],
        );
        if (reply) replies[change] = reply;
        continue;
      }
      const reply = await prompter.ask(
        questions[next] as PromptQuestion,
        { number: next + 1, of: questions.length },
        replies[next],
      );
      if (reply) replies[next++] = reply;
      else next = Math.max(0, next - 1);
    }
  } finally {
    prompter.close();
  }
  const of = (flag: string) => questions.flatMap((question, i) => (question.flag === flag ? (replies[i] ?? []) : []));
  return {
    ...(given.within === undefined && { within: of("--within").filter((value) => value !== "") }),
    ...(given.need === undefined && { need: of("--need") }),
    ...(given.contacts === undefined && { contacts: of("--contacts")[0] ?? "0" }),
    ...(given.product === undefined && { product: of("--product") }),
    ...(given.language === undefined && { language: of("--language") }),
    ...(given.budget === undefined && { budget: of("--budget")[0] as "included" | "any" }),
  };
}

/** A question as it is put: with its flag. */
export function titleOf({ title, flag }: PromptQuestion): string {
  return `${title} (${flag})`;
}

/** A reply in words. */
export function spokenReply({ choices, kind }: PromptQuestion, reply: Reply, { labels, items }: Messages): string {
  if (reply.length === 0) return labels.none;
  return kind === "number"
    ? reply.join()
    : items(reply.map((value) => choices.find((choice) => choice.value === value)?.name ?? value));
}

function questionsOf(
  given: ParsedOptions,
  dataset: Dataset,
  lang: Lang,
  messages: Messages,
  shown: (text: string) => string,
): readonly PromptQuestion[] {
  const { questions } = messages;
  const named = (entries: Readonly<Record<string, { readonly name: LocalText }>>): Choice[] =>
    Object.entries(entries).map(([value, { name }]) => ({ value, name: shown(textIn(name, lang)) }));
  const some = (flag: string, title: string, choices: readonly Choice[]): PromptQuestion[] =>
    choices.length === 0 ? [] : [{ flag, title, kind: "some", choices }];
  const within = Object.entries(dataset.priorities).map(
    ([id, { name }]): PromptQuestion => ({
      flag: "--within",
      title: questions.within(`${id} ${shown(textIn(name, lang))}`),
      kind: "one",
      choices: [
        { value: "", name: questions.anyTime },
        ...distinctTargets(dataset, id).map((target) => ({
          value: `${id}=${formatResponseTime(target)}`,
          name: messages.target(target),
        })),
      ],
    }),
  );
  const budget: PromptQuestion = {
    flag: "--budget",
    title: questions.budget,
    kind: "one",
    choices: [
      { value: "any", name: questions.budgetAny },
      { value: "included", name: questions.budgetIncluded },
    ],
  };
  return [
    ...(given.within === undefined ? within : []),
    ...(given.need === undefined ? some("--need", questions.need, named(distinguishing(dataset))) : []),
    ...(given.contacts === undefined
      ? [{ flag: "--contacts", title: questions.contacts, kind: "number" as const, choices: [] }]
      : []),
    ...(given.product === undefined ? some("--product", questions.product, named(dataset.products)) : []),
    ...(given.language === undefined ? some("--language", questions.language, named(dataset.languages)) : []),
    ...(given.budget === undefined ? [budget] : []),
  ];
}

/** The features in which the plans of the dataset differ; the others cannot decide anything. */
function distinguishing(dataset: Dataset): Dataset["features"] {
  return Object.fromEntries(
    Object.entries(dataset.features).filter(
      ([, { values, kind }]) =>
        kind !== "count" && new Set(Object.keys(dataset.plans).map((plan) => values[plan])).size > 1,
    ),
  );
}

/** The targets that some plan has for a priority, strictest as the dataset orders its plans from the top. */
function distinctTargets(dataset: Dataset, priority: string): readonly Target[] {
  const targets = Object.keys(dataset.plans).flatMap((plan) => targetFor(dataset, plan, priority, undefined) ?? []);
  return targets.filter(
    (target, i) => targets.findIndex((other) => formatResponseTime(other) === formatResponseTime(target)) === i,
  );
}
