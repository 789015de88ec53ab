/**
 * `recommend`: the plan that the answers call for, why, and what would change it. Answers come from flags or a file.
 */

import { type Dataset, type Lang, namesOf, textIn } from "../data/dataset.js";
import { parseJson } from "../data/json.js";
import { findFeature, findLanguage, findProduct } from "../data/lookup.js";
import { readName, readRegion } from "../data/named.js";
import { shortNamesOf } from "../data/plan-names.js";
import { type Answers, answersToArguments, noNeeds, parseAnswers, readLanguage } from "../data/recommend/answers.js";
import { type NearestPlan, nearestPlan } from "../data/recommend/nearest.js";
import { recommend } from "../data/recommend/recommend.js";
import { formatResponseTime, parseResponseTime, type ResponseTime } from "../data/recommend/response-time.js";
import { CliError, checkRepeated } from "../errors.js";
import type { RecommendReport } from "../report.js";
import { type Context, candidatesOf, checkInForce, Diagnostics, datasetRef } from "./context.js";
import type { Measured } from "./history.js";

export interface RecommendOptions {
  readonly need?: readonly string[];
  readonly contacts?: string;
  readonly within?: readonly string[];
  readonly budget?: "included" | "any";
  readonly product?: readonly string[];
  readonly language?: readonly string[];
  readonly answers?: string;
  readonly plan?: readonly string[];
  readonly all?: boolean;
  readonly region?: string;
  readonly check?: boolean;
}

/** The options that answer the questions, in the order of the questions. */
export const answerOptions = [
  "within",
  "need",
  "contacts",
  "budget",
  "product",
  "language",
] as const satisfies (keyof RecommendOptions)[];

/** Throws for names and values that the flags and settings must not have, so that nobody answers questions for nothing. */
export function checkRecommendOptions(options: RecommendOptions, context: Context): void {
  answersOf(options, context.dataset);
  scopeOf(options, context);
}

/** The plans that are considered, and the region that is asked about; undefined where none is named. */
function scopeOf(options: RecommendOptions, context: Context) {
  return {
    candidates: candidatesOf(options, context.dataset),
    region: options.region === undefined ? undefined : readRegion("--region", options.region, context),
  };
}

/** `measured` are the needs of past tickets; a file of answers and flags override them. */
export async function runRecommend(
  options: RecommendOptions,
  context: Context,
  measured?: Measured,
): Promise<RecommendReport> {
  const { dataset, lang } = context;
  const diagnostics = new Diagnostics(context.notices);
  const fromFile =
    options.answers === undefined
      ? {}
      : parseAnswers(parseJson(await context.readText(options.answers), options.answers), dataset, options.answers);
  // Flags override the file; `--contacts 0` is an answer too.
  const { contacts, ...others }: Partial<Answers> = fromFile;
  const kept = contacts === undefined || options.contacts !== undefined ? others : { ...others, contacts };
  const given: Partial<Answers> = { ...kept, ...answersOf(options, dataset) };
  if (options.answers === undefined && answerOptions.every((key) => options[key] === undefined) && !measured) {
    throw new CliError({
      code: "missing-answers",
      options: [...answerOptions.map((key) => `--${key}`), "--answers", "--tickets"],
    });
  }
  if (given.budget === undefined) diagnostics.assume({ code: "budget-any" });
  const answers: Answers = { ...noNeeds, ...given, within: { ...measured?.within, ...given.within } };
  for (const assumption of measured?.assumptions ?? []) diagnostics.assume(assumption);
  for (const warning of measured?.warnings ?? []) diagnostics.warn(warning);
  const { candidates, region } = scopeOf(options, context);
  const result = recommend(dataset, answers, candidates, region);
  for (const assumption of result.assumptions) diagnostics.assume(assumption);
  const successor = await checkInForce(context, context.now, diagnostics);
  const where = [
    ...(context.datasetName !== undefined ? ["--dataset", context.datasetName] : []),
    ...(options.all ? ["--all"] : (candidates ?? []).flatMap((plan) => ["--plan", plan])),
    ...(region === undefined ? [] : ["--region", region]),
  ];
  return {
    command: "recommend",
    dataset: datasetRef(context),
    ...result,
    ...(measured && { history: measured.history }),
    ...nearestOf(result.recommended ?? result.closest, successor, context),
    noteTexts: dataset.notes
      .filter(({ id }) => result.notes.includes(id))
      .map(({ id, text }) => ({ id, text: textIn(text, lang) })),
    // Without --no-input the command would prompt for the missing answers on a terminal.
    commandLine: ["support-cli", "recommend", ...answersToArguments(answers), ...where, "--no-input"],
    names: {
      plans: namesOf(dataset.plans, lang),
      features: namesOf(dataset.features, lang),
      priorities: namesOf(dataset.priorities, lang),
      products: namesOf(dataset.products, lang),
      languages: { ...languageNames(answers.languages, lang), ...namesOf(dataset.languages, lang) },
    },
    heads: shortNamesOf(dataset, lang),
    kinds: Object.fromEntries(Object.entries(dataset.features).map(([id, { kind }]) => [id, kind])),
    assumptions: diagnostics.assumptions,
    warnings: diagnostics.warnings,
  };
}

/** Names of languages that a dataset may not know. */
function languageNames(codes: readonly string[], lang: Lang): Readonly<Record<string, string>> {
  if (codes.length === 0) return {};
  const names = new Intl.DisplayNames(lang, { type: "language" });
  return Object.fromEntries(codes.map((code) => [code, names.of(code) as string]));
}

/** The plan of the dataset now in force that is nearest to the recommended or closest one. */
function nearestOf(plan: string | null, successor: Dataset | undefined, { dataset, lang }: Context): NearestPlan {
  const nearest = plan === null || !successor ? undefined : nearestPlan(dataset, plan, successor);
  if (nearest === undefined || !successor) return {};
  return {
    nearest: { dataset: successor.id, plan: nearest, name: namesOf(successor.plans, lang)[nearest] ?? nearest },
  };
}

/** The answers that flags give; throws `unknown-value` or `bad-value` for one that cannot be. */
function answersOf(options: RecommendOptions, dataset: Dataset): Partial<Answers> {
  const { need, contacts, within, budget, product, language } = options;
  const languages = dataset.languages ?? {};
  return {
    ...(need && {
      features: unique(need.map((word) => readName("--need", word, findFeature(dataset, word), dataset.features))),
    }),
    ...(contacts !== undefined && contacts !== "0" && { contacts: readCount(contacts) }),
    ...(within && { within: readWithins(within, dataset) }),
    ...(budget && { budget }),
    ...(product && {
      products: unique(
        product.map((word) => readName("--product", word, findProduct(dataset, word), dataset.products)),
      ),
    }),
    ...(language && {
      languages: unique(
        language.map((word) =>
          readName("--language", word, findLanguage(dataset, word) ?? readLanguage(word, dataset), languages),
        ),
      ),
    }),
  };
}

function readCount(text: string): number {
  if (!/^\d{1,6}$/.test(text))
    throw new CliError({ code: "bad-value", option: "--contacts", value: text, expected: "whole-number" });
  return Number(text);
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}

/** The needs by priority. Throws `repeated-option` where one priority has two. */
function readWithins(texts: readonly string[], dataset: Dataset): Readonly<Record<string, ResponseTime>> {
  const needs = new Map<string, ResponseTime>();
  for (const text of texts) {
    const { priority, within } = parseResponseTime(text, dataset);
    const earlier = needs.get(priority);
    if (earlier) checkRepeated(`--within ${priority}`, formatResponseTime(earlier), formatResponseTime(within));
    needs.set(priority, within);
  }
  return Object.fromEntries(needs);
}
