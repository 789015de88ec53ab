/**
 * The answers that recommend works from: what a user needs of a plan, parsed from a file and formatted as flags.
 */
import { clocks, timeUnits } from "../../core/target.js";
import { CliError } from "../../errors.js";
import type { Dataset } from "../dataset.js";
import { findFeature, findLanguage, findPriority, findProduct } from "../lookup.js";
import { formatResponseTime, parseAmount, type ResponseTime } from "./response-time.js";

/** `included` is a plan that comes with the licence; `any` may also be a paid one. */
export const budgets = ["included", "any"] as const;
export type Budget = (typeof budgets)[number];

export interface Answers {
  /** Feature ids that must be there. */
  readonly features: readonly string[];
  /** How many named contacts are needed, per product; 1 or more. */
  readonly contacts?: number;
  /** By priority id, how soon the first response must come. */
  readonly within: Readonly<Record<string, ResponseTime>>;
  readonly budget: Budget;
  /** Products in use, of those that the dataset has facts about. */
  readonly products: readonly string[];
  /** Languages that support must speak, as language codes. */
  readonly languages: readonly string[];
}

export const answerKeys = [
  "features",
  "contacts",
  "within",
  "budget",
  "products",
  "languages",
] as const satisfies readonly (keyof Answers)[];

/** The answers of someone who needs nothing in particular and may pay; where an answer is missing, this is what it counts as. */
export const noNeeds: Answers = { features: [], within: {}, budget: "any", products: [], languages: [] };

/** The same answers in the dataset's order, so that the order they were given in makes no difference; unknown languages come last. */
export function inDatasetOrder(answers: Answers, { features, priorities, products, languages }: Dataset): Answers {
  const ordered = (ids: readonly string[], entries: Readonly<Record<string, unknown>>) => {
    const order = Object.keys(entries);
    const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
    return [...ids].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  };
  const within = ordered(Object.keys(answers.within), priorities);
  return {
    ...answers,
    features: ordered(answers.features, features),
    within: Object.fromEntries(within.map((priority) => [priority, answers.within[priority] as ResponseTime])),
    products: ordered(answers.products, products),
    languages: ordered(answers.languages, languages),
  };
}

/**
 * The answers of a parsed JSON document; those that are missing stay missing. Names may be typed as in the flags, and a wanted
 * response as `"2h@24x7"` or as `{"amount": 2, "unit": "hours", "clock": "24x7"}`. Throws `invalid-answers`: `key` is where, as in
 * `within.P2`; where the key itself is not known, `value` is empty and `allowed` are the keys.
 */
export function parseAnswers(value: unknown, dataset: Dataset, path: string): Partial<Answers> {
  const refuse = (key: string, found: unknown, allowed: readonly string[]): never => {
    const text = found === undefined ? "" : typeof found === "object" ? JSON.stringify(found) : String(found);
    throw new CliError({ code: "invalid-answers", path, key, value: text, allowed });
  };
  const list = (
    key: string,
    found: unknown,
    find: (word: string) => string | undefined,
    allowed: readonly string[],
  ): readonly string[] => {
    if (!Array.isArray(found)) return refuse(key, found, ["[…]"]);
    const ids = found.map(
      (word, i) => (typeof word === "string" ? find(word) : undefined) ?? refuse(`${key}.${i}`, word, allowed),
    );
    return [...new Set(ids)];
  };

  if (!isRecord(value)) return refuse("", value, answerKeys);
  for (const key of Object.keys(value)) {
    if (!(answerKeys as readonly string[]).includes(key)) refuse(key, undefined, answerKeys);
  }
  const { features, contacts, within, budget, products, languages } = value;
  const isCount = typeof contacts === "number" && Number.isInteger(contacts) && contacts > 0;
  const isNone = contacts === undefined || contacts === null || contacts === 0;
  if (!isCount && !isNone) refuse("contacts", contacts, ["0", "1", "2", "3", "…"]);
  if (budget !== undefined && !(budgets as readonly unknown[]).includes(budget)) refuse("budget", budget, budgets);
  return {
    ...(features !== undefined && {
      features: list("features", features, (word) => findFeature(dataset, word), Object.keys(dataset.features)),
    }),
    ...(isCount && { contacts }),
    ...(within !== undefined && { within: readWithins(within) }),
    ...(budget !== undefined && { budget: budget as Budget }),
    ...(products !== undefined && {
      products: list("products", products, (word) => findProduct(dataset, word), Object.keys(dataset.products)),
    }),
    ...(languages !== undefined && {
      languages: list("languages", languages, (word) => readLanguage(word, dataset), Object.keys(dataset.languages)),
    }),
  };

  function readWithins(found: unknown): Readonly<Record<string, ResponseTime>> {
    if (!isRecord(found)) return refuse("within", found, Object.keys(dataset.priorities));
    return Object.fromEntries(
      Object.entries(found).map(([word, wanted]) => {
        const priority =
          findPriority(dataset, word) ?? refuse(`within.${word}`, undefined, Object.keys(dataset.priorities));
        return [priority, readResponseTime(wanted) ?? refuse(`within.${word}`, wanted, ["2h", "30m@24x7"])];
      }),
    );
  }
}

function readResponseTime(value: unknown): ResponseTime | undefined {
  if (typeof value === "string") return parseAmount(value);
  if (!isRecord(value) || Object.keys(value).some((key) => !["amount", "unit", "clock"].includes(key)))
    return undefined;
  const unit = timeUnits.find((name) => name === value.unit);
  const clock = clocks.find((name) => name === value.clock);
  const { amount } = value;
  if (
    typeof amount !== "number" ||
    !(amount > 0) ||
    !Number.isFinite(amount) ||
    !unit ||
    (value.clock !== undefined && !clock)
  )
    return undefined;
  return { amount, unit, ...(clock && { clock }) };
}

/**
 * The language code a word means: one of the dataset's by code or name, or any other code, which no plan may have but someone
 * may well need. Undefined for what is no language code.
 */
export function readLanguage(word: string, dataset: Dataset): string | undefined {
  const known = findLanguage(dataset, word);
  if (known !== undefined) return known;
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(word)) return undefined;
  try {
    return Intl.getCanonicalLocales(word)[0];
  } catch {
    // Subtags of the right length may still be in a wrong place, such as `en-12`.
    return undefined;
  }
}

/** The flags that give the same answers. */
export function answersToArguments({ features, contacts, within, budget, products, languages }: Answers): string[] {
  return [
    ...features.flatMap((id) => ["--need", id]),
    ...(contacts === undefined ? [] : ["--contacts", String(contacts)]),
    ...Object.entries(within).flatMap(([priority, wanted]) => [
      "--within",
      `${priority}=${formatResponseTime(wanted)}`,
    ]),
    "--budget",
    budget,
    ...products.flatMap((id) => ["--product", id]),
    ...languages.flatMap((id) => ["--language", id]),
  ];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
