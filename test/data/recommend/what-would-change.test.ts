/** What would change a recommendation: each change leads to its plan, no smaller one is missing, and they come in order. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadBundled } from "../../../src/data/bundled.js";
import type { Dataset } from "../../../src/data/dataset.js";
import { type Answers, noNeeds } from "../../../src/data/recommend/answers.js";
import { recommend } from "../../../src/data/recommend/recommend.js";
import { formatResponseTime, type ResponseTime } from "../../../src/data/recommend/response-time.js";
import { type AnswerChange, maxChanges } from "../../../src/data/recommend/what-would-change.js";
import { changed } from "./changed.js";

const dataset = await loadBundled("adobe-experience-cloud-2022");
const hours = (amount: number, clock?: ResponseTime["clock"]): ResponseTime => ({
  amount,
  unit: "hours",
  ...(clock && { clock }),
});
const ask = (answers: Partial<Answers>, candidates?: readonly string[], region?: string) =>
  recommend(dataset, { ...noNeeds, ...answers }, candidates, region);
const seed = Number(process.env.SEED ?? 20_260_101);
const most = Number(process.env.RUNS ?? 12);
const runs = (numRuns: number) => ({ numRuns: Math.min(numRuns, most), seed });

describe("what would change it", () => {
  test("from no needs: each single thing that Business has more of, at its nearest value", () => {
    const listed = ask({}).wouldChange.map(({ changes: [change], recommended }) => [
      change?.answer,
      change?.from,
      change?.to,
      recommended,
    ]);
    expect(listed).toEqual([
      ["feature:account-support-lead", false, true, "business"],
      ["feature:live-telephone", false, true, "business"],
      ["feature:escalation-management", false, true, "business"],
      ["feature:service-webinars", false, true, "business"],
      ["within:P2", null, hours(2), "business"],
      ["within:P3", null, hours(4), "business"],
      ["within:P4", null, { amount: 1, unit: "days" }, "business"],
      ["contacts", null, 5, "business"],
    ]);
  });

  test("with nothing to pay, each of those takes the budget besides", () => {
    const { wouldChange } = ask({ budget: "included" });
    expect(wouldChange.length).toBe(8);
    for (const { changes } of wouldChange) {
      expect(changes.length).toBe(2);
      expect(changes[0]).toEqual({ answer: "budget", from: "included", to: "any" });
    }
  });

  test("two needs that only Business meets must both go", () => {
    expect(ask({ features: ["live-telephone"], within: { P2: hours(2) } }).wouldChange).toEqual([
      {
        changes: [
          { answer: "within:P2", from: hours(2), to: hours(4) },
          { answer: "feature:live-telephone", from: true, to: false },
        ],
        recommended: "standard",
      },
    ]);
  });

  test("a product can be what changes it, through the language it takes away", async () => {
    const made = structuredClone(dataset) as Dataset;
    const notes = made.notes.map((note) =>
      note.kind === "exclusion" ? { ...note, appliesTo: { ...note.appliesTo, plans: ["standard"] } } : note,
    );
    const { recommended, wouldChange } = recommend({ ...made, notes }, { ...noNeeds, languages: ["ja"] });
    expect(recommended).toBe("standard");
    expect(wouldChange).toContainEqual({
      changes: [{ answer: "product:commerce", from: false, to: true }],
      recommended: "business",
    });
  });

  /** `business: contacts 12 -> 6`: where a change leads, and what is changed. */
  const told = (answers: Partial<Answers>, candidates: readonly string[] = Object.keys(dataset.plans)) =>
    ask(answers, candidates).wouldChange.map(({ changes, recommended }) => {
      const value = (given: unknown) =>
        typeof given === "object" && given !== null ? formatResponseTime(given as ResponseTime) : String(given);
      return `${recommended}: ${changes.map(({ answer, from, to }) => `${answer} ${value(from)} -> ${value(to)}`).join(", ")}`;
    });

  test("contacts: the nearest number of a plan, or one more than it, for each plan that it leads to; small steps first", () => {
    expect(told({ contacts: 12 })).toEqual([
      "enterprise: contacts 12 -> 10",
      "business: contacts 12 -> 6",
      "standard: contacts 12 -> 4",
    ]);
    expect(told({ contacts: 5 }, ["standard", "business"])).toEqual(["standard: contacts 5 -> 4"]);
    expect(told({ contacts: 4 }, ["standard", "business"])).toContain("business: contacts 4 -> 5");
  });

  test("a required response: the nearest target either way, without its clock where that is enough; none at all is furthest", () => {
    expect(told({ within: { P2: hours(1, "24x5") } })).toEqual([
      "business: within:P2 1h@24x5 -> 2h",
      "elite: within:P2 1h@24x5 -> 30m",
      "elite: feature:technical-account-manager false -> true",
      "elite: feature:event-management false -> true",
      "elite: feature:environment-review false -> true",
      "elite: feature:release-roadmap-review false -> true",
      "standard: within:P2 1h@24x5 -> 4h",
      "elite: within:P1 null -> 15m",
      "elite: within:P3 null -> 1h",
      "elite: contacts null -> 11",
    ]);
    expect(told({ within: { P1: { amount: 20, unit: "minutes" } } })).toEqual([
      "enterprise: within:P1 20m -> 30m",
      "standard: within:P1 20m -> 1h",
    ]);
    expect(told({ within: { P2: hours(2, "business-hours") } }, ["standard", "business"])).toContain(
      "standard: within:P2 2h@business-hours -> 4h",
    );
    expect(told({ within: { P4: { amount: 1, unit: "days" } } }, ["standard", "business"])).toContain(
      "standard: within:P4 1d -> 3d",
    );
  });

  test("of a pair's values the nearest together", () => {
    expect(told({ features: ["live-telephone"], contacts: 5 }, ["standard", "business"])).toEqual([
      "standard: feature:live-telephone true -> false, contacts 5 -> 4",
    ]);
  });

  describe("with targets and products of its own", () => {
    const hour = (amount: number, clock = "business-hours") => ({ amount, unit: "hours", clock, source: "sheet" });
    const plans = ["standard", "business", "enterprise"];
    const changesOf = (more: object, answers: Partial<Answers>, candidates = plans) =>
      recommend({ ...dataset, ...more } as unknown as Dataset, { ...noNeeds, ...answers }, candidates).wouldChange;
    const targets = (...p2: object[]) => ({
      targets: Object.fromEntries(p2.map((target, i) => [plans[i], { P2: target }])),
      productTargets: {},
    });

    test("the loosest target that leads to a plan is the nearest to none, in whatever order the plans have them", () => {
      const changes = changesOf(targets(hour(4), hour(1), hour(2)), {}).map((change) => JSON.stringify(change));
      expect(changes).toContain(
        JSON.stringify({
          changes: [{ answer: "within:P2", from: null, to: { amount: 2, unit: "hours" } }],
          recommended: "business",
        }),
      );
    });

    test("a target with its clock is tried, where another plan has the amount on a looser one", () => {
      expect(changesOf(targets(hour(2), hour(2, "24x7")), {}, ["standard", "business"])).toContainEqual({
        changes: [{ answer: "within:P2", from: null, to: { amount: 2, unit: "hours", clock: "24x7" } }],
        recommended: "business",
      });
    });

    test("a product more may lead to the closest plan itself", () => {
      const own = { ...targets(hour(4), hour(2)), productTargets: { commerce: { business: { P2: hour(1) } } } };
      const answers = { within: { P2: hours(1) } };
      expect(recommend({ ...dataset, ...own } as unknown as Dataset, { ...noNeeds, ...answers })).toMatchObject({
        recommended: null,
        closest: "business",
      });
      expect(changesOf(own, answers, ["standard", "business"])).toContainEqual({
        changes: [{ answer: "product:commerce", from: false, to: true }],
        recommended: "business",
      });
    });
  });

  test("two needs that no plan meets are a pair, each without effect alone", () => {
    expect(told({ features: ["technical-account-manager", "environment-review"] }, ["standard", "business"])).toContain(
      "standard: feature:technical-account-manager true -> false, feature:environment-review true -> false",
    );
  });

  test("contacts that only some plans have a number of: no need is none, and a flag is no number", () => {
    const toldWith = (values: object, answers: Partial<Answers>) => {
      const features = { "named-support-contacts": { ...dataset.features["named-support-contacts"], values } };
      const { wouldChange } = recommend(
        { ...dataset, features } as Dataset,
        { ...noNeeds, ...answers },
        Object.keys(dataset.plans),
      );
      return wouldChange.flatMap(({ changes: [change, second], recommended }) =>
        change?.answer === "contacts" && !second ? [`${recommended}: ${change.from} -> ${change.to}`] : [],
      );
    };
    expect(toldWith({ business: 1 }, { contacts: 1 })).toEqual(["standard: 1 -> null"]);
    expect(toldWith({ business: 6 }, { contacts: 6 })).toEqual(["standard: 6 -> null"]);
    expect(toldWith({ standard: 0, business: true, enterprise: 5, elite: 5 }, {})).toEqual(["enterprise: null -> 1"]);
  });

  test("no more than twelve are listed, and all are counted", () => {
    const { wouldChange, wouldChangeTotal } = ask({}, Object.keys(dataset.plans));
    expect([maxChanges, wouldChange.length, wouldChangeTotal]).toEqual([12, 12, 27]);
    const both = ask({ features: ["account-support-lead", "case-reviews"] }, Object.keys(dataset.plans));
    expect([both.recommended, both.closest, both.wouldChangeTotal]).toEqual([null, "business", 2]);
  });

  test("a budget that rules everything out is undone by the budget, and one that would rule everything out is not listed", () => {
    expect(told({ features: ["case-reviews"], budget: "included" }, ["business", "enterprise"])).toEqual([
      "enterprise: budget included -> any",
    ]);
    expect(told({ features: ["case-reviews"] }, ["business", "enterprise"])).toEqual([
      "business: feature:case-reviews true -> false",
    ]);
  });

  test("a language or a product in use is taken back like any other answer", () => {
    const notes = dataset.notes.map((note) =>
      note.kind === "exclusion" ? { ...note, appliesTo: { ...note.appliesTo, plans: ["standard"] } } : note,
    );
    const { recommended, wouldChange } = recommend({ ...dataset, notes } as Dataset, {
      ...noNeeds,
      languages: ["ja"],
      products: ["commerce"],
    });
    expect(recommended).toBe("business");
    expect(wouldChange.map(({ changes }) => changes)).toEqual([
      [{ answer: "product:commerce", from: true, to: false }],
      [{ answer: "language:ja", from: true, to: false }],
    ]);
  });

  test("a product and a language that do nothing alone are a pair", () => {
    const notes = dataset.notes.map((note) =>
      note.kind === "exclusion" ? { ...note, appliesTo: { ...note.appliesTo, plans: ["standard"] } } : note,
    );
    const { wouldChange } = recommend({ ...dataset, notes } as Dataset, noNeeds, ["standard", "business"]);
    expect(wouldChange).toContainEqual({
      changes: [
        { answer: "product:commerce", from: false, to: true },
        { answer: "language:ja", from: false, to: true },
      ],
      recommended: "business",
    });
  });

  const featureIds = Object.keys(dataset.features);
  const anyWithin: fc.Arbitrary<ResponseTime> = fc
    .record({
      amount: fc.constantFrom(0.5, 1, 2, 3, 4, 6, 8, 24),
      unit: fc.constantFrom("hours", "days", "minutes"),
      clock: fc.constantFrom(undefined, "24x7", "24x5", "business-hours", "business-days"),
    })
    .map(({ clock, ...rest }) => ({ ...rest, ...(clock && { clock }) }) as ResponseTime);
  const anyAnswers: fc.Arbitrary<Answers> = fc
    .record({
      features: fc.uniqueArray(fc.constantFrom(...featureIds), { maxLength: 4 }),
      contacts: fc.constantFrom(undefined, 1, 4, 5, 6, 7, 12, 20),
      within: fc.dictionary(fc.constantFrom("P1", "P2", "P3", "P4"), anyWithin, { maxKeys: 3, noNullPrototype: true }),
      budget: fc.constantFrom("included", "any"),
      products: fc.uniqueArray(fc.constantFrom("commerce", "experience-manager-cloud")),
      languages: fc.uniqueArray(fc.constantFrom("en", "ja", "zh")),
    })
    .map(({ contacts, ...rest }) => ({ ...rest, ...(contacts !== undefined && { contacts }) }) as Answers);
  const anyCandidates = fc.constantFrom(["standard", "business"], Object.keys(dataset.plans), ["business", "elite"]);

  test("changes: each leads to its plan when applied, and the members of a pair have no effect alone", () => {
    fc.assert(
      fc.property(anyAnswers, anyCandidates, (answers, candidates) => {
        const { recommended, wouldChange, wouldChangeTotal } = recommend(dataset, answers, candidates);
        expect(wouldChange.length).toBe(Math.min(wouldChangeTotal, maxChanges));
        const again = (changes: readonly AnswerChange[]) =>
          recommend(dataset, changes.reduce(changed, answers), candidates).recommended;
        for (const change of wouldChange) {
          expect(change.recommended).not.toBe(recommended);
          expect(again(change.changes)).toBe(change.recommended);
          if (change.changes.length > 1)
            for (const alone of change.changes) expect([recommended, null]).toContain(again([alone]));
        }
      }),
      runs(25),
    );
  });

  test("search: every feature, budget and contacts number that flips alone is found", () => {
    fc.assert(
      fc.property(anyAnswers, anyCandidates, (answers, candidates) => {
        const { recommended, wouldChange, wouldChangeTotal } = recommend(dataset, answers, candidates);
        const alone: AnswerChange[] = [
          { answer: "budget", from: null, to: answers.budget === "any" ? "included" : "any" },
          ...featureIds.map(
            (id): AnswerChange => ({ answer: `feature:${id}`, from: null, to: !answers.features.includes(id) }),
          ),
          ...[null, 4, 5, 6, 7, 10, 11, 15, 16].map((to): AnswerChange => ({ answer: "contacts", from: null, to })),
        ];
        const flips = alone.filter((change) => {
          const to = recommend(dataset, changed(answers, change), candidates).recommended;
          return to !== null && to !== recommended;
        });
        if (wouldChangeTotal > maxChanges) return;
        const found = new Set(
          wouldChange.filter(({ changes }) => changes.length === 1).map(({ changes }) => changes[0]?.answer),
        );
        for (const { answer } of flips) expect(found).toContain(answer);
      }),
      runs(Math.ceil(most / 4)),
    );
  });

  test("order: fewest changes first", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const sizes = recommend(dataset, answers).wouldChange.map(({ changes }) => changes.length);
        expect(sizes).toEqual([...sizes].sort());
      }),
      runs(30),
    );
  });
});
