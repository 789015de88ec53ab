/** What holds of every recommendation, over random needs, candidates and budgets in both bundled datasets. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadBundled } from "../../../src/data/bundled.js";
import { type Dataset, plansByRank } from "../../../src/data/dataset.js";
import { type Answers, noNeeds } from "../../../src/data/recommend/answers.js";
import { needsOf } from "../../../src/data/recommend/needs.js";
import { recommend } from "../../../src/data/recommend/recommend.js";
import type { ResponseTime } from "../../../src/data/recommend/response-time.js";
import { type Change, changed } from "./changed.js";

const seed = Number(process.env.SEED ?? 20_260_101);
const numRuns = Number(process.env.RUNS ?? 20);

const anyTime: fc.Arbitrary<ResponseTime> = fc
  .record({
    amount: fc.constantFrom(1, 2, 4, 8, 15, 30, 45, 90),
    unit: fc.constantFrom("minutes", "hours", "days"),
    clock: fc.constantFrom(undefined, "24x7", "24x5", "business-hours", "business-days"),
  })
  .map(({ clock, ...rest }) => ({ ...rest, ...(clock && { clock }) }) as ResponseTime);

function anyAnswersOf(dataset: Dataset): fc.Arbitrary<Answers> {
  const some = (ids: readonly string[], maxLength: number) => fc.uniqueArray(fc.constantFrom(...ids), { maxLength });
  return fc
    .record({
      features: some(Object.keys(dataset.features), 4),
      contacts: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
      within: fc.dictionary(fc.constantFrom(...Object.keys(dataset.priorities)), anyTime, {
        maxKeys: 3,
        noNullPrototype: true,
      }),
      budget: fc.constantFrom("included", "any"),
      products: some(Object.keys(dataset.products), 2),
      languages: some([...Object.keys(dataset.languages), "zh-TW"], 2),
    })
    .map(({ contacts, ...rest }) => ({ ...rest, ...(contacts !== undefined && { contacts }) }) as Answers);
}

const candidatesOf = (dataset: Dataset) =>
  fc.oneof(
    fc.constant(dataset.candidates),
    fc.constant(plansByRank(dataset)),
    fc.subarray([...plansByRank(dataset)], { minLength: 1 }),
  );

describe.each(["adobe-experience-cloud-2022", "adobe-success-plans"])("%s", async (id) => {
  const dataset = await loadBundled(id);
  const ranks = plansByRank(dataset);
  const anyCase = fc.tuple(
    anyAnswersOf(dataset),
    candidatesOf(dataset),
    fc.constantFrom(undefined, ...Object.keys(dataset.regions)),
    fc.constantFrom(...Object.keys(dataset.features)),
  );
  const holds = (
    property: (answers: Answers, candidates: readonly string[], region: string | undefined, feature: string) => void,
  ) =>
    fc.assert(
      fc.property(anyCase, (given) => property(...given)),
      { numRuns, seed },
    );
  const ask = (answers: Answers, candidates: readonly string[], region: string | undefined) =>
    recommend(dataset, answers, candidates, region);
  const metBy = (result: ReturnType<typeof recommend>) =>
    result.candidates.find(({ plan }) => plan === (result.recommended ?? result.closest))?.met.length ?? 0;

  test("a recommendation meets every need within budget, and no lower candidate does", () => {
    holds((answers, candidates, region) => {
      const { recommended, closest, candidates: evaluated, beyondAll } = ask(answers, candidates, region);
      const fit = evaluated.filter(({ meetsAll, withinBudget }) => meetsAll && withinBudget);
      expect(recommended).toBe(fit[0]?.plan ?? null);
      for (const { met, unmet, unknown, meetsAll } of evaluated) {
        expect(met.length + unmet.length + unknown.length).toBe(needsOf(answers).length);
        expect(meetsAll).toBe(unmet.length + unknown.length === 0);
      }
      if (recommended !== null) expect([closest, beyondAll]).toEqual([null, []]);
    });
  });

  test("without one, the closest candidate meets the most needs, and the others named meet all", () => {
    holds((answers, candidates, region) => {
      const result = ask(answers, candidates, region);
      if (result.recommended !== null) return;
      const affordable = result.candidates.filter(({ withinBudget }) => withinBudget);
      expect(result.closest === null).toBe(affordable.length === 0);
      if (result.closest !== null) expect(metBy(result)).toBe(Math.max(...affordable.map(({ met }) => met.length)));
      const paidToo: Answers = { ...answers, budget: "any" };
      const meeting = ranks.filter((plan) => ask(paidToo, [plan], region).recommended === plan);
      expect(result.beyondAll).toEqual(meeting);
    });
  });

  test("one more need never leads to a plan that meets fewer, nor a recommended one to a smaller plan", () => {
    holds((answers, candidates, region, feature) => {
      const before = ask(answers, candidates, region);
      const more = [
        ...(answers.features.includes(feature) ? [] : [{ ...answers, features: [...answers.features, feature] }]),
        ...(answers.contacts === undefined ? [{ ...answers, contacts: 7 }] : []),
        ...(answers.languages.includes("ja") ? [] : [{ ...answers, languages: [...answers.languages, "ja"] }]),
      ];
      for (const wanted of more) {
        const after = ask(wanted, candidates, region);
        expect(metBy(after)).toBeGreaterThanOrEqual(metBy(before));
        if (before.recommended !== null && after.recommended !== null)
          expect(ranks.indexOf(after.recommended)).toBeGreaterThanOrEqual(ranks.indexOf(before.recommended));
      }
    });
  });

  test("every listed change, made, leads to the plan it names, which meets every need", () => {
    holds((answers, candidates, region) => {
      const { recommended, closest, wouldChange } = ask(answers, candidates, region);
      for (const { changes, recommended: to } of wouldChange) {
        const after = ask(changes.reduce(changed, answers), candidates, region);
        expect(after.recommended).toBe(to);
        expect(to).not.toBe(recommended);
        expect(after.candidates.find(({ plan }) => plan === to)?.meetsAll).toBe(true);
        const isSmaller = ranks.indexOf(to) < ranks.indexOf(recommended ?? closest ?? "");
        if (isSmaller) expect(changes.every(asksForMore)).toBe(false);
      }
    });
  });

  test("the order of answers and of candidates makes no difference", () => {
    const reversed = <T>(list: readonly T[]) => [...list].reverse();
    holds((answers, candidates, region) => {
      const turned: Answers = {
        ...answers,
        features: reversed(answers.features),
        within: Object.fromEntries(reversed(Object.entries(answers.within))),
        products: reversed(answers.products),
        languages: reversed(answers.languages),
      };
      expect(ask(turned, reversed(candidates), region)).toEqual(ask(answers, candidates, region));
    });
  });

  test("no needs are met by the lowest plan within budget", () => {
    for (const budget of ["included", "any"] as const) {
      const { recommended } = ask({ ...noNeeds, budget }, ranks, undefined);
      expect(recommended).toBe(ranks.find((plan) => budget === "any" || !dataset.plans[plan]?.paid));
    }
  });
});

/** Whether a change requires more; response times may be stricter in one way and looser in another. */
function asksForMore({ answer, from, to }: Change): boolean {
  if (answer === "budget" || answer.startsWith("within:")) return false;
  if (answer === "contacts") return to !== null && (from === null || Number(to) > Number(from));
  return to === true;
}
