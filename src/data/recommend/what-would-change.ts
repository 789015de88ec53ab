/**
 * Changes of the answers that lead to another recommendation: every single change and every pair is tried, and the smallest are listed.
 * Only changes to a plan that meets every need of the changed answers count: after one that leads to no recommendation, a need is not met.
 *
 * - space: each feature wanted or not; contacts at none and at each plan's number and one more; a wanted response per priority at none and
 *   at each plan's target, with and without its clock; budget; each product and language of the dataset, in use or not.
 * - more: asking for more never leads to a smaller plan; a product more, which may have targets of its own, is not listed where it does.
 * - minimal: a pair counts only where neither of its changes would do alone.
 * - nearest: of several values of one answer that lead to the same plan, only the one closest to the present value is listed.
 * - order: fewest changes first, then the smallest steps, then the order of the questions. At most `maxChanges` are listed.
 */

import type { Dataset } from "../dataset.js";
import { ownEntry, targetFor } from "../lookup.js";
import { type Answers, budgets } from "./answers.js";
import { contactsOf, evaluateNeed, hoursOf, languagesOf, needsOf, shortestDayHours } from "./needs.js";
import { formatResponseTime, type ResponseTime } from "./response-time.js";
import { type CandidateSet, choose } from "./rule.js";

/** One answer, named as needs are (`budget` and `product:commerce` besides), and its value before and after; null is none. */
export interface AnswerChange {
  readonly answer: string;
  readonly from: AnswerValue;
  readonly to: AnswerValue;
}

export type AnswerValue = boolean | number | string | ResponseTime | null;

export interface Change {
  readonly changes: readonly AnswerChange[];
  readonly recommended: string;
}

export const maxChanges = 12;

interface AnswerOption {
  readonly change: AnswerChange;
  /** Steps from the present value, 1 for the nearest. */
  readonly steps: number;
  readonly apply: (answers: Answers) => Answers;
}

/** The values one answer could take instead, nearest first. */
type ChangeQuestion = readonly AnswerOption[];

interface FoundChange {
  readonly options: readonly AnswerOption[];
  /** The plan recommended after them. */
  readonly to: string;
}

/** The smallest changes of the answers that lead to a recommendation other than the present one, and how many there are. */
export function findChanges(
  dataset: Dataset,
  answers: Answers,
  field: CandidateSet,
  region: string | undefined,
  { recommended, closest }: { readonly recommended: string | undefined; readonly closest: string | undefined },
): { readonly changes: readonly Change[]; readonly total: number } {
  const notMetBy = countNotMet(dataset, field, region);
  const present = notMetBy(answers);
  const questions = changeQuestions(dataset, answers, region);
  const found: FoundChange[] = [];

  const place = field.plans.indexOf(recommended ?? closest ?? "");
  /** Whether options lead to another plan; a product more never leads to a smaller one. */
  const leads = (to: string | undefined, ...options: readonly AnswerOption[]): to is string =>
    to !== undefined && to !== recommended && !(options.some(addsProduct) && field.plans.indexOf(to) < place);

  // Alone: the first option of a question that leads to a plan is the nearest that does.
  const withoutEffect = questions.map((options) => {
    const reached = new Set<string>();
    return options.flatMap((option) => {
      const after = option.apply(answers);
      const notMet = notMetBy(after);
      const to = choose(field, after.budget, notMet);
      if (!leads(to, option)) {
        const change = notMet.map((count, i) => count - (present[i] as number));
        const isIdle = option.change.answer !== "budget" && change.every((count) => count === 0);
        return [{ option, after, change, isIdle, isProduct: isProduct(option) }];
      }
      if (!reached.has(to)) found.push({ options: [option], to });
      reached.add(to);
      return [];
    });
  });

  // In pairs, of options that lead to no other plan alone. Counts add up, but for products, which languages and features may depend on.
  withoutEffect.forEach((firsts, i) => {
    for (const seconds of withoutEffect.slice(i + 1)) {
      const reached = new Map<string, { options: readonly AnswerOption[]; steps: number }>();
      for (const first of firsts) {
        const afterFirst = plus(present, first.change);
        for (const second of seconds) {
          const interact = first.isProduct || second.isProduct;
          // With an idle one, a pair does what the other does alone.
          if (!interact && (first.isIdle || second.isIdle)) continue;
          const notMet = interact ? notMetBy(second.option.apply(first.after)) : plus(afterFirst, second.change);
          // The budget is the first question, so the first of a pair has it.
          const to = choose(field, first.after.budget, notMet);
          if (!leads(to, first.option, second.option)) continue;
          const steps = first.option.steps + second.option.steps;
          if (steps < (reached.get(to)?.steps ?? Number.POSITIVE_INFINITY))
            reached.set(to, { options: [first.option, second.option], steps });
        }
      }
      for (const [to, { options }] of reached) found.push({ options, to });
    }
  });

  return smallestFirst(found);
}

function plus(counts: readonly number[], change: readonly number[]): readonly number[] {
  return counts.map((count, i) => count + (change[i] as number));
}

function smallestFirst(found: readonly FoundChange[]): { readonly changes: readonly Change[]; readonly total: number } {
  const steps = ({ options }: FoundChange) => options.reduce((sum, option) => sum + option.steps, 0);
  const sorted = [...found].sort((a, b) => a.options.length - b.options.length || steps(a) - steps(b));
  const changes = sorted
    .slice(0, maxChanges)
    .map(({ options, to }) => ({ changes: options.map((option) => option.change), recommended: to }));
  return { changes, total: sorted.length };
}

function isProduct({ change }: AnswerOption): boolean {
  return change.answer.startsWith("product:");
}

function addsProduct({ change }: AnswerOption): boolean {
  return change.answer.startsWith("product:") && change.to === true;
}

/** How many needs each plan of the field does not meet; evaluations are remembered, since most answers share most needs. */
function countNotMet(
  dataset: Dataset,
  field: CandidateSet,
  region: string | undefined,
): (answers: Answers) => readonly number[] {
  const known = new Map<string, readonly boolean[]>();
  return (answers) => {
    const counts = field.plans.map(() => 0);
    const products = JSON.stringify(answers.products);
    for (const need of needsOf(answers)) {
      const wanted = need.kind === "within" ? formatResponseTime(need.wanted) : need.wanted;
      const key = `${wanted} ${need.need} ${products}`;
      let met = known.get(key);
      if (!met) {
        const context = { dataset, products: answers.products, region };
        met = field.plans.map((plan) => evaluateNeed(need, plan, context).outcome === "met");
        known.set(key, met);
      }
      met.forEach((isMet, i) => {
        if (!isMet) counts[i] = (counts[i] as number) + 1;
      });
    }
    return counts;
  };
}

function changeQuestions(dataset: Dataset, answers: Answers, region: string | undefined): ChangeQuestion[] {
  const languages = [...new Set([...languagesOf(dataset, region), ...languagesOf(dataset), ...answers.languages])];
  return [
    budgets
      .filter((budget) => budget !== answers.budget)
      .map((budget) => ({
        change: { answer: "budget", from: answers.budget, to: budget },
        steps: 1,
        apply: (before) => ({ ...before, budget }),
      })),
    ...Object.keys(dataset.priorities).map((priority) => responseTimeOptions(dataset, answers, priority, region)),
    ...Object.keys(dataset.features).map((id) => [toggle(answers, "features", "feature", id)]),
    contactsOptions(dataset, answers),
    ...Object.keys(dataset.products).map((id) => [toggle(answers, "products", "product", id)]),
    ...languages.map((id) => [toggle(answers, "languages", "language", id)]),
  ];
}

function toggle(answers: Answers, list: "features" | "products" | "languages", name: string, id: string): AnswerOption {
  const from = answers[list].includes(id);
  return {
    change: { answer: `${name}:${id}`, from, to: !from },
    steps: 1,
    apply: (before) => ({
      ...before,
      [list]: from ? before[list].filter((other) => other !== id) : [...before[list], id],
    }),
  };
}

function contactsOptions(dataset: Dataset, answers: Answers): ChangeQuestion {
  const numbers = Object.values(contactsOf(dataset)).filter((value) => typeof value === "number");
  const values = [...new Set([0, ...numbers, ...numbers.map((value) => value + 1)])];
  const present = answers.contacts ?? 0;
  return nearestFirst(
    values.map((value) => ({ value, place: value })),
    present,
  ).flatMap(({ value, steps }) =>
    value === present
      ? []
      : [
          {
            change: { answer: "contacts", from: answers.contacts ?? null, to: value || null },
            steps,
            apply: ({ contacts: _, ...before }) => (value > 0 ? { ...before, contacts: value } : before),
          },
        ],
  );
}

function responseTimeOptions(
  dataset: Dataset,
  answers: Answers,
  priority: string,
  region: string | undefined,
): ChangeQuestion {
  const dayHours = shortestDayHours(dataset, region);
  const targets = Object.keys(dataset.plans).flatMap((plan) => targetFor(dataset, plan, priority, region) ?? []);
  const wanted = targets.flatMap(({ clock, amount, unit }): ResponseTime[] => [
    { amount, unit },
    { amount, unit, clock },
  ]);
  const present = ownEntry(answers.within, priority);
  const distinct = new Map(
    [...wanted, ...(present ? [present] : [])].map((within) => [formatResponseTime(within), within]),
  );
  // From the loosest to the tightest; the same length with and without a clock is one place, and is less strict without.
  const lengths = [...new Set([...distinct.values()].map((within) => hoursOf(within, within.clock, dayHours)))].sort(
    (a, b) => b - a,
  );
  const placeOf = (within: ResponseTime | undefined) =>
    within ? lengths.indexOf(hoursOf(within, within.clock, dayHours)) + 1 : 0;
  const amounts = [undefined, ...distinct.values()];
  return nearestFirst(
    amounts.map((value) => ({ value, place: placeOf(value) })),
    placeOf(present),
  ).flatMap(({ value, steps }) =>
    isSameAnswer(value, present)
      ? []
      : [
          {
            change: { answer: `within:${priority}`, from: present ?? null, to: value ?? null },
            steps,
            apply: (before) => {
              const { [priority]: _, ...others } = before.within;
              return { ...before, within: value ? { ...others, [priority]: value } : others };
            },
          },
        ],
  );
}

function isSameAnswer(a: ResponseTime | undefined, b: ResponseTime | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && formatResponseTime(a) === formatResponseTime(b));
}

/** Sorted by distance from the present place; steps count from 1, and equal distances are equal steps. */
function nearestFirst<T>(
  places: readonly { readonly value: T; readonly place: number }[],
  present: number,
): { value: T; steps: number }[] {
  const distance = (place: number) => Math.abs(place - present);
  const distances = [...new Set(places.map(({ place }) => distance(place)))]
    .filter((far) => far > 0)
    .sort((a, b) => a - b);
  return places
    .map(({ value, place }) => ({ value, steps: Math.max(1, distances.indexOf(distance(place)) + 1) }))
    .sort((a, b) => a.steps - b.steps);
}
