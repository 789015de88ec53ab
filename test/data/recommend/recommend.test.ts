import { describe, expect, test } from "vitest";
import { loadBundled } from "../../../src/data/bundled.js";
import type { Dataset } from "../../../src/data/dataset.js";
import { type Answers, noNeeds } from "../../../src/data/recommend/answers.js";
import { recommend } from "../../../src/data/recommend/recommend.js";
import type { ResponseTime } from "../../../src/data/recommend/response-time.js";
import { loadFixture } from "../fixture.js";

const dataset = await loadBundled("adobe-experience-cloud-2022");
const hours = (amount: number, clock?: ResponseTime["clock"]): ResponseTime => ({
  amount,
  unit: "hours",
  ...(clock && { clock }),
});
const ask = (answers: Partial<Answers>, candidates?: readonly string[], region?: string) =>
  recommend(dataset, { ...noNeeds, ...answers }, candidates, region);

describe("the rule: the lowest rank within budget that meets every need", () => {
  const cases: readonly [
    why: string,
    answers: Partial<Answers>,
    recommended: string | null,
    candidates?: readonly string[],
  ][] = [
    ["nothing is needed", {}, "standard"],
    ["nothing is needed and nothing may be paid", { budget: "included" }, "standard"],
    ["four contacts are what Standard has", { contacts: 4 }, "standard"],
    ["five contacts are more", { contacts: 5 }, "business"],
    ["six contacts are what Business has", { contacts: 6 }, "business"],
    ["seven are more than either has", { contacts: 7 }, null],
    ["seven contacts, among all plans", { contacts: 7 }, "enterprise", ["standard", "business", "enterprise", "elite"]],
    ["the phone for P2 to P4", { features: ["live-telephone"] }, "business"],
    ["the phone, but nothing may be paid", { features: ["live-telephone"], budget: "included" }, null],
    ["what every plan has", { features: ["community-forums", "p1-around-the-clock"] }, "standard"],
    ["what neither has", { features: ["technical-account-manager"] }, null],
    ["what neither has and what one has", { features: ["technical-account-manager", "escalation-management"] }, null],
    ["P2 within 4 hours", { within: { P2: hours(4) } }, "standard"],
    ["P2 within 2 hours", { within: { P2: hours(2) } }, "business"],
    ["P2 within 119 minutes is more than either gives", { within: { P2: { amount: 119, unit: "minutes" } } }, null],
    ["P2 within 2 hours at night too is more than either gives", { within: { P2: hours(2, "24x7") } }, null],
    ["P3 within 4 hours", { within: { P3: hours(4) } }, "business"],
    ["P4 within a day", { within: { P4: { amount: 1, unit: "days" } } }, "business"],
    ["P1 within an hour is the same for both", { within: { P1: hours(1, "24x7") } }, "standard"],
    ["Japanese is spoken under every plan", { languages: ["ja"] }, "standard"],
    ["only paid plans are in question and none may be paid", { budget: "included" }, null, ["business", "elite"]],
    [
      "candidates in any order are taken by rank",
      { features: ["case-reviews"] },
      "enterprise",
      ["elite", "enterprise"],
    ],
  ];

  test.each(cases)("%s", (_, answers, recommended, candidates) => {
    expect(ask(answers, candidates).recommended).toBe(recommended);
  });

  const closest: readonly [
    why: string,
    answers: Partial<Answers>,
    plan: string | null,
    candidates?: readonly string[],
    region?: string,
  ][] = [
    ["most needs met", { features: ["technical-account-manager", "escalation-management"] }, "business"],
    ["then the nearest number of contacts", { contacts: 12 }, "business"],
    ["then the nearest time", { within: { P2: { amount: 119, unit: "minutes" } } }, "business"],
    [
      "amounts of several needs add up",
      { contacts: 8, within: { P3: hours(1) }, features: ["case-reviews"] },
      "business",
    ],
    [
      "a time missed only by its clock is nearer than a longer one, and the lower rank where both miss the clock alike",
      { within: { P2: hours(1, "24x5") } },
      "enterprise",
      ["standard", "business", "enterprise", "elite"],
      "japan",
    ],
    [
      "the stricter clock where the amounts are alike",
      { within: { P2: hours(1, "24x7") } },
      "enterprise",
      ["business", "enterprise"],
    ],
    ["then the lowest rank", { features: ["technical-account-manager"] }, "standard"],
    ["only within budget", { features: ["live-telephone"], budget: "included" }, "standard"],
    ["no plan within budget", { features: ["live-telephone"], budget: "included" }, null, ["business"]],
  ];

  test.each(closest)("closest: %s", (_, answers, plan, candidates, region) => {
    expect(ask(answers, candidates, region)).toMatchObject({ recommended: null, closest: plan });
  });

  test("where a plan is recommended none is closest, and no change leads to the plan itself", () => {
    for (const answers of [{}, { contacts: 6 }, { features: ["case-reviews"] }]) {
      const { recommended, closest, wouldChange } = ask(answers, Object.keys(dataset.plans));
      expect(recommended).not.toBeNull();
      expect(closest).toBeNull();
      expect(wouldChange.map((change) => change.recommended)).not.toContain(recommended);
    }
  });

  test("a need of which nothing is stated does not make up for one that is not met", () => {
    const result = ask({ features: ["service-webinars", "technical-account-manager"] }, ["enterprise"]);
    expect(result).toMatchObject({ recommended: null, closest: "enterprise" });
    expect(result.candidates[0]?.unmet).toHaveLength(1);
    expect(result.candidates[0]?.unknown).toHaveLength(1);
  });

  test("equally close plans are named", () => {
    expect(ask({ features: ["technical-account-manager"] }).reasons).toContainEqual({
      code: "closest-tie",
      plan: "standard",
      over: ["business"],
    });
    expect(ask({ contacts: 7 }).reasons.map(({ code }) => code)).not.toContain("closest-tie");
  });

  test("each candidate can be recommended, and none", () => {
    expect(new Set(cases.filter(([, , , candidates]) => !candidates).map(([, , plan]) => plan))).toEqual(
      new Set([...dataset.candidates, null]),
    );
  });

  test("the same answers give the same recommendation", () => {
    const answers = { features: ["live-telephone"], contacts: 9, within: { P2: hours(1) } };
    expect(ask(answers)).toEqual(ask(answers));
  });
});

describe("each candidate's needs, met and unmet", () => {
  test("are named with what is required and what the plan has", () => {
    const { candidates } = ask({ features: ["live-telephone"], contacts: 10, within: { P2: hours(2) } });
    expect(candidates).toEqual([
      {
        plan: "standard",
        withinBudget: true,
        meetsAll: false,
        unknown: [],
        met: [],
        unmet: [
          {
            need: "within:P2",
            kind: "within",
            wanted: hours(2),
            has: { clock: "business-hours", amount: 4, unit: "hours" },
          },
          { need: "feature:live-telephone", kind: "feature", wanted: true, has: false },
          { need: "contacts", kind: "contacts", wanted: 10, has: 4 },
        ],
      },
      {
        plan: "business",
        withinBudget: true,
        meetsAll: false,
        unknown: [],
        met: [
          {
            need: "within:P2",
            kind: "within",
            wanted: hours(2),
            has: { clock: "business-hours", amount: 2, unit: "hours" },
          },
          { need: "feature:live-telephone", kind: "feature", wanted: true, has: true },
        ],
        unmet: [{ need: "contacts", kind: "contacts", wanted: 10, has: 6 }],
      },
    ]);
  });

  test("name the exclusion that takes a need away", () => {
    const { candidates: without, notes } = ask({ products: ["commerce"], languages: ["en", "ja"] });
    for (const { met, unmet } of without) {
      expect(met.map(({ need }) => need)).toEqual(["language:en"]);
      expect(unmet).toEqual([
        { need: "language:ja", kind: "language", wanted: "ja", has: ["en"], note: "japanese-not-for-commerce" },
      ]);
    }
    expect(notes).toEqual(["languages-english-and-japanese", "japanese-not-for-commerce", "japanese-in-japans-hours"]);
  });

  test("a language without support is unmet, with the supported ones", () => {
    expect(ask({ languages: ["ko"] }).candidates[0]?.unmet).toEqual([
      { need: "language:ko", kind: "language", wanted: "ko", has: ["en", "ja"] },
    ]);
  });
});

describe("reasons", () => {
  test("no needs: the lowest rank serves", () => {
    expect(ask({}).reasons).toEqual([{ code: "no-needs", plan: "standard" }]);
  });

  test("all met, where the lower rank would fall short", () => {
    expect(ask({ features: ["live-telephone", "office-hours"] }).reasons).toEqual([
      { code: "meets-all", plan: "business", needs: 2 },
      { code: "lower-rank-lacks", plan: "standard", needs: ["feature:live-telephone"] },
    ]);
  });

  test("all met by more than one: the lowest rank", () => {
    expect(ask({ features: ["office-hours"] }).reasons).toEqual([
      { code: "meets-all", plan: "standard", needs: 1 },
      { code: "lowest-rank", plan: "standard", over: ["business"] },
    ]);
  });

  test("none meets all: who would, who is closest, each unmet need named", () => {
    expect(ask({ features: ["live-telephone", "case-reviews"] }).reasons).toEqual([
      { code: "none-meets-all", needs: 2, isBudgetLimited: false, isUnknown: false },
      {
        code: "beyond-all",
        plans: ["enterprise", "elite"],
        overBudget: [],
        outside: ["enterprise", "elite"],
      },
      { code: "closest", plan: "business", met: 1, needs: 2 },
      { code: "unmet", plan: "business", need: "feature:case-reviews", wanted: true, has: false },
    ]);
  });

  test("a candidate that only the budget rules out is named with what it would have met", () => {
    expect(ask({ features: ["live-telephone"], budget: "included" }).reasons).toEqual([
      { code: "none-meets-all", needs: 1, isBudgetLimited: true, isUnknown: false },
      {
        code: "beyond-all",
        plans: ["business", "enterprise", "elite"],
        overBudget: ["business", "enterprise", "elite"],
        outside: ["enterprise", "elite"],
      },
      { code: "closest", plan: "standard", met: 0, needs: 1 },
      { code: "unmet", plan: "standard", need: "feature:live-telephone", wanted: true, has: false },
      { code: "excluded-by-budget", plan: "business", needs: ["feature:live-telephone"] },
    ]);
  });

  test("of others only those that meet as much are named as higher, and only what the chosen one lacks as ruled out", () => {
    expect(ask({ features: ["account-support-lead"] }, ["standard", "business", "elite"]).reasons).toStrictEqual([
      { code: "meets-all", plan: "business", needs: 1 },
      { code: "lower-rank-lacks", plan: "standard", needs: ["feature:account-support-lead"] },
    ]);
    expect(ask({ features: ["office-hours"], budget: "included" }).reasons).toStrictEqual([
      { code: "meets-all", plan: "standard", needs: 1 },
    ]);
    expect(ask({ features: ["office-hours", "live-telephone"], budget: "included" }).reasons).toStrictEqual([
      { code: "none-meets-all", needs: 2, isBudgetLimited: true, isUnknown: false },
      {
        code: "beyond-all",
        plans: ["business", "enterprise", "elite"],
        overBudget: ["business", "enterprise", "elite"],
        outside: ["enterprise", "elite"],
      },
      { code: "closest", plan: "standard", met: 1, needs: 2 },
      { code: "unmet", plan: "standard", need: "feature:live-telephone", wanted: true, has: false },
      { code: "excluded-by-budget", plan: "business", needs: ["feature:live-telephone"] },
    ]);
  });

  test("what another candidate within budget would have met is no matter of the budget, nor beyond the candidates", () => {
    const features = ["account-support-lead", "case-reviews", "technical-account-manager"];
    const { reasons, beyond, candidates } = ask({ features }, ["business", "elite"]);
    expect(reasons.map(({ code }) => code)).toEqual(["none-meets-all", "beyond-all", "closest", "unmet"]);
    expect(beyond).toEqual([{ need: "feature:account-support-lead", plans: [], overBudget: [] }]);
    expect(candidates.map(({ meetsAll }) => meetsAll)).toEqual([false, false]);
    expect(
      ask({ features: ["case-reviews"] }, ["business", "elite"]).candidates.map(({ meetsAll }) => meetsAll),
    ).toEqual([false, true]);
  });

  test("a lower rank that the budget rules out is not one that falls short", () => {
    const plans = {
      ...dataset.plans,
      standard: { ...dataset.plans.standard, paid: true },
      business: { ...dataset.plans.business, paid: false },
    };
    const answers = { ...noNeeds, features: ["live-telephone"], budget: "included" } as const;
    expect(recommend({ ...dataset, plans } as Dataset, answers).reasons).toEqual([
      { code: "meets-all", plan: "business", needs: 1 },
    ]);
  });

  test("an unmet need names the exclusion that takes it away", () => {
    expect(ask({ products: ["commerce"], languages: ["ja"] }).reasons).toContainEqual({
      code: "unmet",
      plan: "standard",
      need: "language:ja",
      wanted: "ja",
      has: ["en"],
      note: "japanese-not-for-commerce",
    });
  });

  test("no candidate within budget", () => {
    const nothing = ask({ budget: "included" }, ["business"]);
    expect(nothing).toMatchObject({
      recommended: null,
      closest: null,
      reasons: [
        { code: "none-within-budget", plans: ["business"] },
        {
          code: "beyond-all",
          plans: ["standard", "business", "enterprise", "elite"],
          overBudget: ["business", "enterprise", "elite"],
          outside: ["standard", "enterprise", "elite"],
        },
      ],
      others: [],
    });
  });
});

describe("beyond the candidates", () => {
  test("an unmet need names the plans that would meet it, lowest rank first", () => {
    const { beyond, beyondAll } = ask({ features: ["live-telephone", "case-reviews", "technical-account-manager"] });
    expect(beyond).toEqual([
      { need: "feature:technical-account-manager", plans: ["elite"], overBudget: [] },
      { need: "feature:case-reviews", plans: ["enterprise", "elite"], overBudget: [] },
    ]);
    expect(beyondAll).toEqual(["elite"]);
  });

  test("a plan that the budget rules out is named as such, a candidate too", () => {
    expect(ask({ features: ["live-telephone"], budget: "included" }).beyond).toEqual([
      {
        need: "feature:live-telephone",
        plans: ["business", "enterprise", "elite"],
        overBudget: ["business", "enterprise", "elite"],
      },
    ]);
  });

  test("where no candidate may be chosen every need is one that is missed", () => {
    expect(ask({ features: ["live-telephone"], budget: "included" }, ["business"]).beyond).toEqual([
      {
        need: "feature:live-telephone",
        plans: ["business", "enterprise", "elite"],
        overBudget: ["business", "enterprise", "elite"],
      },
    ]);
  });

  test("a need that no plan meets has none, and a met need is not listed", () => {
    expect(ask({ within: { P1: { amount: 5, unit: "minutes" } } }).beyond).toEqual([
      { need: "within:P1", plans: [], overBudget: [] },
    ]);
    expect(ask({ features: ["office-hours"] })).toMatchObject({ beyond: [], beyondAll: [] });
  });
});

describe("the other candidates", () => {
  test("what Business adds to Standard is what the sheet says it adds", () => {
    const [other] = ask({}).others;
    expect(other?.plan).toBe("business");
    expect(other?.adds.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      "target P2",
      "target P3",
      "target P4",
      "feature account-support-lead",
      "feature named-support-contacts",
      "feature live-telephone",
      "feature escalation-management",
      "feature service-webinars",
    ]);
    expect([other?.lacks, other?.differs]).toEqual([[], []]);
  });

  test("what Standard lacks is what Business adds", () => {
    const [added] = ask({}).others;
    const [lacking] = ask({ features: ["live-telephone"] }).others;
    expect(lacking?.lacks.map(({ from, to, ...rest }) => ({ ...rest, from: to, to: from }))).toEqual(added?.adds);
  });

  test("Elite adds and lacks against Business, since it has no account support lead", () => {
    const [, elite] = ask({ features: ["live-telephone"] }, ["standard", "business", "elite"]).others;
    expect(elite?.plan).toBe("elite");
    expect(elite?.lacks.map(({ id }) => id)).toEqual(["account-support-lead"]);
    expect(elite?.unknown).toEqual([{ kind: "feature", id: "service-webinars", from: true, to: null }]);
    expect(elite?.adds).toContainEqual({
      kind: "target",
      id: "P3",
      from: { clock: "business-hours", amount: 4, unit: "hours" },
      to: { clock: "24x5", amount: 1, unit: "hours" },
    });
  });

  test("a stricter clock with a longer time is neither better nor worse", async () => {
    const vendor = structuredClone(await loadFixture("redhat")) as Dataset;
    const slower = {
      ...vendor,
      targets: {
        ...vendor.targets,
        premium: { ...vendor.targets.premium, sev2: { clock: "24x7", amount: 6, unit: "hours" } },
      },
    } as Dataset;
    const [premium] = recommend(slower, noNeeds).others;
    expect(premium?.differs.map(({ id }) => id)).toEqual(["sev2"]);
    expect(premium?.adds.map(({ id }) => id)).toEqual(["sev1", "sev3", "sev4"]);
  });
});

describe("in a region", () => {
  test("a clock override counts: in Japan no plan answers P2 around the clock on workdays", () => {
    const answers = { within: { P2: hours(1, "24x5") } };
    const all = Object.keys(dataset.plans);
    expect(ask(answers, all).recommended).toBe("enterprise");
    expect(ask(answers, all, "emea").recommended).toBe("enterprise");
    expect(ask(answers, all, "japan")).toMatchObject({ recommended: null, closest: "enterprise" });
    expect(ask(answers, all, "japan").beyond).toEqual([{ need: "within:P2", plans: [], overBudget: [] }]);
  });

  test("the shortest day is that region's", () => {
    const answers = { within: { P4: hours(11) } };
    expect(ask(answers).recommended).toBe("business");
    expect(ask(answers, undefined, "americas").recommended).toBeNull();
    expect(ask(answers, undefined, "americas").assumptions).toContainEqual({ code: "shortest-day", hours: 11.5 });
  });
});

describe("notes", () => {
  const touched = (kind: string, appliesTo: object, answers: Partial<Answers>, region?: string) =>
    recommend(
      { ...dataset, notes: [{ id: "it", kind, text: { en: "It." }, appliesTo }] } as Dataset,
      { ...noNeeds, ...answers },
      ["standard"],
      region,
    ).notes.length > 0;

  test("are the conditions and exclusions about the needs", () => {
    const chat = { features: ["live-chat", "office-hours"] };
    for (const kind of ["condition", "exclusion"]) expect(touched(kind, chat, { features: ["live-chat"] })).toBe(true);
    for (const kind of ["information", "assumption", "resource"])
      expect(touched(kind, chat, { features: ["live-chat"] })).toBe(false);
    expect(touched("condition", chat, { features: ["case-reviews"] })).toBe(false);
    expect(touched("condition", {}, { features: ["live-chat"] })).toBe(false);
    expect(touched("condition", { plans: ["standard"] }, { features: ["live-chat"] })).toBe(false);
  });

  test("about two subjects apply only where both are needs", () => {
    const scope = { products: ["commerce"], languages: ["ja"] };
    expect(touched("condition", scope, { products: ["commerce"], languages: ["en", "ja"] })).toBe(true);
    expect(touched("condition", scope, { products: ["commerce"], languages: ["en"] })).toBe(false);
    expect(touched("condition", scope, { languages: ["ja"] })).toBe(false);
  });

  test("about contacts apply only to needs for contacts, about a region only to that region", () => {
    const contacts = { features: ["named-support-contacts"] };
    expect([touched("condition", contacts, { contacts: 5 }), touched("condition", contacts, {})]).toEqual([
      true,
      false,
    ]);
    const japan = { regions: ["japan"] };
    expect(["japan", "emea", undefined].map((region) => touched("condition", japan, {}, region))).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("assumptions", () => {
  test("a required time without a clock, and days measured in hours, are noted", () => {
    expect(ask({ within: { P2: hours(2), P3: hours(2, "business-hours") } }).assumptions).toEqual([
      { code: "clock-as-planned", needs: ["within:P2"] },
    ]);
    expect(ask({ within: { P4: hours(8, "business-hours") } }).assumptions).toEqual([
      { code: "shortest-day", hours: 8 },
    ]);
    const targets = {
      ...dataset.targets,
      standard: { ...dataset.targets.standard, P3: dataset.targets.standard?.P4 },
    } as Dataset["targets"];
    const some = { ...noNeeds, within: { P3: hours(8, "business-hours") } };
    expect(recommend({ ...dataset, targets }, some).assumptions).toEqual([{ code: "shortest-day", hours: 8 }]);
    expect(ask({ within: { P4: { amount: 1, unit: "days", clock: "business-days" } } }).assumptions).toEqual([]);
    expect(ask({ features: ["live-chat"] })).toMatchObject({
      assumptions: [],
      notes: ["chat-not-in-japanese", "live-chat-not-for-every-product"],
    });
  });
});

describe("other vendors", () => {
  test("Red Hat's severities and Atlassian's levels are needs like any other", async () => {
    const redhat = await loadFixture("redhat");
    expect(recommend(redhat, { ...noNeeds, within: { sev2: hours(2, "24x7") } }).recommended).toBe("premium");
    expect(recommend(redhat, { ...noNeeds, within: { sev2: hours(4) } }).recommended).toBe("standard");
    // Eight business hours and one business day of eight hours are the same.
    expect(recommend(redhat, { ...noNeeds, within: { sev3: hours(8) } }).recommended).toBe("standard");
    const atlassian = await loadFixture("atlassian");
    expect(recommend(atlassian, { ...noNeeds, within: { L5: { amount: 3, unit: "days" } } }).recommended).toBe(
      "standard",
    );
  });

  test("where nothing is stated about contacts and languages, needs of them are unknown", async () => {
    for (const name of ["aws", "minimal", "unusual"]) {
      const one = await loadFixture(name);
      const answer = recommend(one, { ...noNeeds, languages: ["fr"], contacts: 3 });
      const [plan] = Object.keys(one.plans);
      const changes = [
        { answer: "contacts", from: 3, to: null },
        { answer: "language:fr", from: true, to: false },
      ];
      expect(answer).toMatchObject({
        recommended: null,
        closest: plan,
        wouldChange: [{ changes, recommended: plan }],
        others: [],
      });
      expect(answer.candidates[0]).toMatchObject({ met: [], unmet: [] });
      expect(answer.candidates[0]?.unknown.map(({ need, has }) => [need, has])).toEqual([
        ["contacts", null],
        ["language:fr", null],
      ]);
      expect(answer.reasons.slice(3)).toEqual([
        { code: "unknown", plan, need: "contacts", wanted: 3 },
        { code: "unknown", plan, need: "language:fr", wanted: "fr" },
      ]);
    }
  });
});
