/**
 * The questions of `recommend`: one for each missing flag, with a way back, and a summary at the end. The result has the form of
 * the flags, so that a question can do nothing that a flag cannot. A prompter shows them.
 */

import type { Target } from "../core/target.js";
import { type Dataset, type Lang, type LocalText, plansByRank, textIn } from "../data/dataset.js";
import { findPlan, findRegion, targetFor } from "../data/lookup.js";
import { shortNamesOf } from "../data/plan-names.js";
import { type Answers, noNeeds } from "../data/recommend/answers.js";
import { contactsOf, evaluateNeed, needsOf } from "../data/recommend/needs.js";
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
  /** What helps to reply, such as the definition of a priority. */
  readonly note?: string;
  readonly kind: "one" | "some" | "number";
  readonly choices: readonly Choice[];
}

/** One value for `one` and `number`, any number of them for `some`. */
export type Reply = readonly string[];

/** The number of a question, from 1, and how many there are. */
export interface Position {
  readonly number: number;
  readonly of: number;
}

/** Shows questions and reads the replies. Throws `interrupted` when the user stops. */
export interface Prompter {
  print(text: string): void;
  /** `before` is the reply so far; resolves to undefined when the user goes back to the previous question. */
  ask(question: PromptQuestion, position: Position, before: Reply | undefined): Promise<Reply | undefined>;
  /** Shows all answers; resolves to the index of the one to change, or to undefined when they are confirmed. */
  confirm(answers: readonly { readonly title: string; readonly answer: string }[]): Promise<number | undefined>;
  close(): void;
}

export type PromptedAnswers = Pick<ParsedOptions, "need" | "contacts" | "within" | "budget" | "product" | "language">;

/** Prompts for the answers that `given` lacks; `escapeText` makes a name of the dataset safe to print. */
export async function askAnswers(
  given: ParsedOptions,
  dataset: Dataset,
  lang: Lang,
  messages: Messages,
  prompter: Prompter,
  escapeText = escapeControls,
): Promise<PromptedAnswers> {
  const questions = questionsFor(given, dataset, lang, messages, escapeText);
  const replies = await askAll(questions, messages, prompter).finally(() => prompter.close());
  const replyTo = (flag: string) =>
    questions.flatMap((question, i) => (question.flag === flag ? (replies[i] ?? []) : []));
  return {
    ...(given.within === undefined && { within: replyTo("--within").filter((value) => value !== "") }),
    ...(given.need === undefined && { need: replyTo("--need") }),
    ...(given.contacts === undefined && { contacts: replyTo("--contacts")[0] ?? "0" }),
    ...(given.product === undefined && { product: replyTo("--product") }),
    ...(given.language === undefined && { language: replyTo("--language") }),
    ...(given.budget === undefined && { budget: replyTo("--budget")[0] as "included" | "any" }),
  };
}

/** One reply per question, confirmed by the user. */
async function askAll(
  questions: readonly PromptQuestion[],
  messages: Messages,
  prompter: Prompter,
): Promise<readonly Reply[]> {
  const replies: Reply[] = [];
  const ask = async (question: PromptQuestion, index: number): Promise<boolean> => {
    const reply = await prompter.ask(question, { number: index + 1, of: questions.length }, replies[index]);
    if (reply) replies[index] = reply;
    return reply !== undefined;
  };
  let next = 0;
  while (questions.length > 0) {
    for (let question = questions[next]; question; question = questions[next]) {
      next = (await ask(question, next)) ? next + 1 : Math.max(0, next - 1);
    }
    const answers = questions.map((question, i) => ({
      title: titleOf(question),
      answer: formatReply(question, replies[i] ?? [], messages),
    }));
    const change = await prompter.confirm(answers);
    if (change === undefined) break;
    await ask(questions[change] as PromptQuestion, change);
  }
  return replies;
}

/** The title with the flag that gives the same answer. */
export function titleOf({ title, flag }: PromptQuestion): string {
  return `${title} (${flag})`;
}

/** The names of the choices in a reply, or its number. */
export function formatReply({ choices, kind }: PromptQuestion, reply: Reply, { labels, items }: Messages): string {
  if (reply.length === 0) return labels.none;
  return kind === "number"
    ? reply.join()
    : items(reply.map((value) => choices.find((choice) => choice.value === value)?.name ?? value));
}

function questionsFor(
  given: ParsedOptions,
  dataset: Dataset,
  lang: Lang,
  messages: Messages,
  escapeText: (text: string) => string,
): readonly PromptQuestion[] {
  const { questions } = messages;
  const offers = offersOf(given, dataset, lang);
  /** The name of a choice; where no candidate offers it, with the plans that do. */
  const marked = (name: string, answers: Partial<Answers>) => {
    const plans = offers(answers);
    return plans.length === 0 ? name : questions.onlyWith(name, plans.map(escapeText));
  };
  const choicesOf = (
    entries: Readonly<Record<string, { readonly name: LocalText }>>,
    answersFor?: (id: string) => Partial<Answers>,
  ): Choice[] =>
    Object.entries(entries).map(([value, entry]) => {
      const name = escapeText(textIn(entry.name, lang));
      return { value, name: answersFor ? marked(name, answersFor(value)) : name };
    });
  const some = (flag: string, title: string, choices: readonly Choice[]): PromptQuestion[] =>
    choices.length === 0 ? [] : [{ flag, title, kind: "some", choices }];
  const note = contactsNote(dataset, lang, messages, escapeText);
  const contacts: PromptQuestion = {
    flag: "--contacts",
    title: questions.contacts,
    ...note,
    kind: "number",
    choices: [],
  };
  return [
    ...(given.within === undefined ? withinQuestions(dataset, lang, messages, escapeText, marked) : []),
    ...(given.need === undefined
      ? some(
          "--need",
          questions.need,
          choicesOf(differingFeatures(dataset), (id) => ({ features: [id] })),
        )
      : []),
    ...(given.contacts === undefined ? [contacts] : []),
    ...(given.product === undefined ? some("--product", questions.product, choicesOf(dataset.products)) : []),
    ...(given.language === undefined
      ? some(
          "--language",
          questions.language,
          choicesOf(dataset.languages, (id) => ({ languages: [id] })),
        )
      : []),
    ...(given.budget === undefined ? [budgetQuestion(messages)] : []),
  ];
}

function budgetQuestion({ questions }: Messages): PromptQuestion {
  return {
    flag: "--budget",
    title: questions.budget,
    kind: "one",
    choices: [
      { value: "any", name: questions.budgetAny },
      { value: "included", name: questions.budgetIncluded },
    ],
  };
}

function withinQuestions(
  dataset: Dataset,
  lang: Lang,
  messages: Messages,
  escapeText: (text: string) => string,
  marked: (name: string, answers: Partial<Answers>) => string,
): PromptQuestion[] {
  const { questions } = messages;
  return Object.entries(dataset.priorities).map(
    ([id, { name, definition }]): PromptQuestion => ({
      flag: "--within",
      title: questions.within(`${id} ${escapeText(textIn(name, lang))}`),
      ...(definition && { note: escapeText(textIn(definition, lang)) }),
      kind: "one",
      choices: [
        { value: "", name: questions.anyTime },
        ...distinctTargets(dataset, id).map((target) => ({
          value: `${id}=${formatResponseTime(target)}`,
          name: marked(messages.target(target), { within: { [id]: target } }),
        })),
      ],
    }),
  );
}

/** The names of the plans that meet a need, where no candidate does. */
function offersOf(
  given: ParsedOptions,
  dataset: Dataset,
  lang: Lang,
): (answers: Partial<Answers>) => readonly string[] {
  const named = given.plan?.flatMap((word) => findPlan(dataset, word) ?? []);
  const candidates = given.all ? plansByRank(dataset) : (named ?? dataset.candidates);
  const context = { dataset, products: [], region: findRegion(dataset, given.region ?? "") };
  const names = shortNamesOf(dataset, lang);
  return (answers) => {
    const meeting = plansByRank(dataset).filter((plan) =>
      needsOf({ ...noNeeds, ...answers }).every((need) => evaluateNeed(need, plan, context).outcome === "met"),
    );
    return meeting.some((plan) => candidates.includes(plan)) ? [] : meeting.map((plan) => names[plan] ?? plan);
  };
}

/** How many named contacts each plan has, where the dataset states it. */
function contactsNote(
  dataset: Dataset,
  lang: Lang,
  { colon, items }: Messages,
  escapeText: (text: string) => string,
): Pick<PromptQuestion, "note"> {
  const numbers = contactsOf(dataset);
  const names = shortNamesOf(dataset, lang);
  const stated = plansByRank(dataset).flatMap((plan) =>
    typeof numbers[plan] === "number" ? [`${escapeText(names[plan] ?? plan)}${colon}${numbers[plan]}`] : [],
  );
  return stated.length === 0 ? {} : { note: items(stated) };
}

/** The features that differ between plans; only these can decide a recommendation. */
function differingFeatures(dataset: Dataset): Dataset["features"] {
  return Object.fromEntries(
    Object.entries(dataset.features).filter(
      ([, { values, kind }]) =>
        kind !== "count" && new Set(Object.keys(dataset.plans).map((plan) => values[plan])).size > 1,
    ),
  );
}

/** The distinct targets of the plans for a priority, in the order of the plans. */
function distinctTargets(dataset: Dataset, priority: string): readonly Target[] {
  const targets = Object.keys(dataset.plans).flatMap((plan) => targetFor(dataset, plan, priority, undefined) ?? []);
  return targets.filter(
    (target, i) => targets.findIndex((other) => formatResponseTime(other) === formatResponseTime(target)) === i,
  );
}
