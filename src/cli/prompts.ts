/**
 * The questions of `recommend`, through inquirer: one per answer that no flag gives. What comes back is what the flags would have said,
 * so that a prompt can do nothing that a flag cannot.
 */
import inquirer from "inquirer";
import type { Target } from "../core/target.js";
import { type Dataset, type Lang, type LocalText, textIn } from "../data/dataset.js";
import { targetFor } from "../data/targets.js";
import { formatWithin } from "../data/within.js";
import { Failure } from "../errors.js";
import type { Words } from "../i18n/words.js";
import type { TypedOptions } from "./options.js";

export interface PromptStreams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

type Answered = Pick<TypedOptions, "need" | "contacts" | "within" | "budget" | "product" | "language">;

/** Asks for the answers that are missing in `given`. Throws `interrupted` where the user stops. */
export async function askAnswers(
  given: TypedOptions,
  dataset: Dataset,
  lang: Lang,
  words: Words,
  streams: PromptStreams,
): Promise<Answered> {
  const prompt = inquirer.createPromptModule(streams as { input: NodeJS.ReadStream; output: NodeJS.WriteStream });
  const { questions } = words;
  const named = (entries: Readonly<Record<string, { readonly name: LocalText }>>) =>
    Object.entries(entries).map(([value, { name }]) => ({ value, name: textIn(name, lang) }));

  try {
    const answered: { -readonly [K in keyof Answered]: Answered[K] } = {};
    if (given.within === undefined) answered.within = await askWithin();
    if (given.need === undefined) answered.need = await askSome(`${questions.need} (--need)`, named(distinguishing(dataset)));
    if (given.contacts === undefined) answered.contacts = await askContacts();
    if (given.product === undefined && Object.keys(dataset.products).length > 0) {
      answered.product = await askSome(`${questions.product} (--product)`, named(dataset.products));
    }
    if (given.language === undefined && Object.keys(dataset.languages).length > 0) {
      answered.language = await askSome(`${questions.language} (--language)`, named(dataset.languages));
    }
    if (given.budget === undefined) answered.budget = await askBudget();
    return answered;
  } catch (error) {
    if (error instanceof Error && error.name === "ExitPromptError") throw new Failure({ code: "interrupted" });
    throw error;
  }

  async function askWithin(): Promise<readonly string[]> {
    const wanted: string[] = [];
    for (const [id, { name }] of Object.entries(dataset.priorities)) {
      const targets = distinctTargets(dataset, id);
      const { answer } = await prompt<{ answer: string }>([
        {
          type: "select",
          name: "answer",
          message: `${questions.within(`${id} ${textIn(name, lang)}`)} (--within)`,
          choices: [
            { value: "", name: questions.anyTime },
            ...targets.map((target) => ({ value: `${id}=${formatWithin(target)}`, name: words.target(target) })),
          ],
        },
      ]);
      if (answer !== "") wanted.push(answer);
    }
    return wanted;
  }

  async function askSome(message: string, choices: readonly { value: string; name: string }[]): Promise<readonly string[]> {
    const { answer } = await prompt<{ answer: string[] }>([
      { type: "checkbox", name: "answer", message, choices: [...choices], pageSize: 12, loop: false },
    ]);
    return answer;
  }

  async function askContacts(): Promise<string> {
    const { answer } = await prompt<{ answer: string }>([
      {
        type: "input",
        name: "answer",
        message: `${questions.contacts} (--contacts)`,
        default: "0",
        validate: (text: string) => /^\d{1,6}$/.test(text.trim()) || questions.wholeNumber,
      },
    ]);
    return answer.trim();
  }

  async function askBudget(): Promise<"included" | "any"> {
    const { answer } = await prompt<{ answer: "included" | "any" }>([
      {
        type: "select",
        name: "answer",
        message: `${questions.budget} (--budget)`,
        choices: [
          { value: "any", name: questions.budgetAny },
          { value: "included", name: questions.budgetIncluded },
        ],
      },
    ]);
    return answer;
  }
}

/** The features in which the plans of the dataset differ; the others cannot decide anything. */
function distinguishing(dataset: Dataset): Dataset["features"] {
  return Object.fromEntries(
    Object.entries(dataset.features).filter(
      ([, { values, kind }]) => kind !== "count" && new Set(Object.keys(dataset.plans).map((plan) => values[plan])).size > 1,
    ),
  );
}

/** The targets that some plan has for a priority, strictest as the dataset orders its plans from the top. */
function distinctTargets(dataset: Dataset, priority: string): readonly Target[] {
  const targets = Object.keys(dataset.plans).flatMap((plan) => targetFor(dataset, plan, priority, undefined) ?? []);
  return targets.filter((target, i) => targets.findIndex((other) => formatWithin(other) === formatWithin(target)) === i);
}
