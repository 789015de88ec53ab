import { describe, expect, test } from "vitest";
import type { Clock, Target } from "../../../src/core/target.js";
import { loadBundled } from "../../../src/data/bundled.js";
import type { Dataset } from "../../../src/data/dataset.js";
import {
  type Answers,
  answersToArguments,
  noNeeds,
  parseAnswers,
  readLanguage,
} from "../../../src/data/recommend/answers.js";
import {
  amountOf,
  evaluateNeed,
  isBetterTarget,
  isWithin,
  languagesOf,
  needsOf,
  shortestDayHours,
} from "../../../src/data/recommend/needs.js";
import { formatResponseTime, parseAmount, parseResponseTime } from "../../../src/data/recommend/response-time.js";
import { faultOf, loadFixture } from "../fixture.js";

const dataset = await loadBundled("adobe-experience-cloud-2022");
const later = await loadBundled("adobe-success-plans");

/** `4h@business-hours` as a target. */
function target(text: string): Target {
  const { amount, unit, clock } = parseAmount(text) ?? { amount: 0, unit: "hours" as const };
  return { amount, unit, clock: clock as Clock } as Target;
}

describe("how a required response compares with a target (a day of 8 business hours)", () => {
  test.each([
    ["own-clock: an hour wanted is an hour on the plan's clock", "1h@24x7", "1h", true],
    ["own-clock", "2h@business-hours", "2h", true],
    ["own-clock", "2h@business-hours", "119m", false],
    ["own-clock: units are converted", "30m@24x5", "1800s", true],
    ["own-clock: days on the plan's business days", "3d@business-days", "3d", true],
    ["own-clock", "3d@business-days", "2d", false],
    ["at-least-as-strict: the same clock", "2h@business-hours", "2h@business-hours", true],
    ["at-least-as-strict: around the clock does for business hours", "1h@24x7", "1h@business-hours", true],
    ["at-least-as-strict: around the clock does for workdays", "1h@24x7", "2h@24x5", true],
    ["at-least-as-strict: but not with a longer time", "3h@24x7", "2h@business-hours", false],
    ["at-least-as-strict: business hours do not do for workdays", "1m@business-hours", "8h@24x5", false],
    ["at-least-as-strict: workdays do not do for around the clock", "1m@24x5", "8h@24x7", false],
    ["at-least-as-strict: business days do not do for around the clock", "1d@business-days", "9d@24x7", false],
    ["shortest-day: a business day is 8 business hours", "1d@business-days", "8h", true],
    ["shortest-day", "1d@business-days", "7.9h", false],
    ["shortest-day", "1d@business-days", "8h@business-hours", true],
    ["shortest-day: and 8 business hours are a day", "8h@business-hours", "1d", true],
    ["shortest-day", "8.1h@business-hours", "1d@business-days", false],
    ["shortest-day: against 24x7 a business day is 24 hours", "24h@24x7", "1d", true],
    ["shortest-day", "24h@24x5", "1d@business-days", true],
    ["shortest-day", "25h@24x7", "1d@business-days", false],
    ["shortest-day: a day of business hours is not", "24h@24x7", "1d@business-hours", false],
    ["shortest-day: a day around the clock is 24 hours", "24h@24x7", "1d@24x7", true],
  ])("%s: %s for %s", (_, has, wanted, met) => {
    expect(isWithin(target(has), parseAmount(wanted) ?? target(""), 8)).toBe(met);
  });

  test("every written amount above is one", () => {
    expect(parseAmount("7.9h")).toEqual({ amount: 7.9, unit: "hours" });
    expect(target("1d@business-days")).toEqual({ amount: 1, unit: "days", clock: "business-days" });
  });

  test("a target is better where it is as strict and as fast, and not the same", () => {
    expect(isBetterTarget(target("1h@24x7"), target("2h@business-hours"), 8)).toBe(true);
    expect(isBetterTarget(target("2h@business-hours"), target("1h@24x7"), 8)).toBe(false);
    expect(isBetterTarget(target("1h@24x7"), target("1h@24x7"), 8)).toBe(false);
    expect(isBetterTarget(target("6h@24x7"), target("4h@business-hours"), 8)).toBe(false);
    expect(isBetterTarget(target("4h@business-hours"), target("6h@24x7"), 8)).toBe(false);
    expect(isBetterTarget(target("1h@24x7"), null, 8)).toBe(true);
    expect(isBetterTarget(null, target("1h@24x7"), 8)).toBe(false);
    expect(isBetterTarget(null, null, 8)).toBe(false);
  });
});

describe("the shortest open day", () => {
  test("is of all regions, or of the one given", () => {
    expect(shortestDayHours(dataset)).toBe(8);
    expect(shortestDayHours(dataset, "americas")).toBe(11.5);
    expect(shortestDayHours(dataset, "japan")).toBe(8.5);
  });

  test("counts a shift past midnight whole, lunch not at all, and overlaps once", async () => {
    const unusual = await loadFixture("unusual");
    expect(shortestDayHours(unusual, "nights")).toBe(8);
    expect(shortestDayHours(unusual, "split")).toBe(8);
    expect(shortestDayHours(unusual, "always")).toBe(24);
    const { split } = unusual.regions;
    const overlapping = {
      ...split,
      hours: {
        mon: [
          ["09:00", "12:00"],
          ["10:00", "13:00"],
          ["10:30", "11:00"],
        ],
      },
    } as unknown as NonNullable<typeof split>;
    expect(shortestDayHours({ ...unusual, regions: { overlapping } })).toBe(4);
  });

  test("is the shortest of those that are open at all, whatever the order its hours are written in", async () => {
    const unusual = await loadFixture("unusual");
    const of = (hours: object) =>
      shortestDayHours({ ...unusual, regions: { one: { ...unusual.regions.split, hours } } } as Dataset, "one");
    expect(of({ mon: [["20:00", "06:00"]], tue: [["09:00", "21:00"]], sat: [] })).toBe(10);
    expect(
      of({
        mon: [
          ["13:00", "18:00"],
          ["09:00", "12:00"],
        ],
      }),
    ).toBe(8);
    expect(
      of({
        mon: [
          ["17:00", "18:00"],
          ["09:00", "12:00"],
          ["13:00", "16:30"],
        ],
      }),
    ).toBe(7.5);
  });

  test("is 8 hours where there are no regions", async () => {
    expect(shortestDayHours(await loadFixture("minimal"))).toBe(8);
  });
});

describe("the rule present", () => {
  const has = (feature: string, plan: string) =>
    evaluateNeed({ need: `feature:${feature}`, kind: "feature", feature, wanted: true }, plan, {
      dataset: later,
      products: [],
    });

  test.each([
    ["technical-account-manager", "expert", false],
    ["technical-account-manager", "ultimate", true],
    ["online-support", "expert", true],
    ["technical-account-director", "expert", false],
    ["technical-account-director", "ultimate", true],
    ["priority-queue-bundle", "ultimate", true],
    ["event-management", "ultimate", false],
  ])("%s under %s: %s", (feature, plan, met) => {
    expect(has(feature, plan).outcome).toBe(met ? "met" : "unmet");
  });

  test("a number a year is there above zero; what no source states is unknown", () => {
    const judging = { dataset, products: [] };
    const need = (feature: string) => ({ need: `feature:${feature}`, kind: "feature", feature, wanted: true }) as const;
    expect(evaluateNeed(need("expert-sessions"), "business", judging)).toMatchObject({
      outcome: "unmet",
      result: { has: 0 },
    });
    expect(evaluateNeed(need("expert-sessions"), "elite", judging)).toMatchObject({
      outcome: "met",
      result: { has: 4 },
    });
    expect(evaluateNeed(need("service-webinars"), "elite", judging)).toMatchObject({
      outcome: "unknown",
      result: { has: null },
    });
    expect(evaluateNeed(need("constructor"), "elite", judging)).toMatchObject({
      outcome: "unknown",
      result: { has: null },
    });
  });
});

describe("what a value gives", () => {
  test("more of its kind is more; nothing, a flag that is not set and what cannot be had are nothing", () => {
    expect([null, false, 0, "not-available" as const].map(amountOf)).toEqual([0, 0, 0, 0]);
    expect([true, 3, 0.5].map(amountOf)).toEqual([1, 3, 0.5]);
    expect((["available", "included"] as const).map(amountOf)).toEqual([1, 2]);
    expect((["business-hours", "24x5", "24x7"] as const).map(amountOf)).toEqual([1, 2, 3]);
  });

  test("contacts need a number; a flag or nothing is unknown", () => {
    const made = (value: unknown) => {
      const [[id, feature] = ["", undefined]] = Object.entries(dataset.features).filter(
        ([, { answers }]) => answers === "contacts",
      );
      return {
        ...dataset,
        features: { ...dataset.features, [id]: { ...feature, values: { business: value } } },
      } as unknown as Dataset;
    };
    const met = (value: unknown, plan: string, wanted: number) =>
      evaluateNeed({ need: "contacts", kind: "contacts", wanted }, plan, { dataset: made(value), products: [] })
        .outcome;
    expect([met(6, "business", 6), met(6, "business", 7), met(true, "business", 1), met(6, "standard", 0)]).toEqual([
      "met",
      "unmet",
      "unmet",
      "unknown",
    ]);
  });
});

describe("the languages support speaks", () => {
  const { languages: _, ...silent } = dataset.regions.emea as Dataset["regions"][string];
  const made: Dataset = { ...dataset, regions: { silent, speaking: { ...silent, languages: ["ja", "ko"] } } };

  test("are the region's own, else those of the dataset and of all its regions, each once", () => {
    expect(languagesOf(made, "speaking")).toEqual(["ja", "ko"]);
    for (const region of ["silent", "mars", undefined]) expect(languagesOf(made, region)).toEqual(["en", "ja", "ko"]);
    expect(languagesOf({ ...made, languages: {} })).toEqual(["ja", "ko"]);
  });
});

describe("the rule exclusion", () => {
  const exclusion = (appliesTo: object) =>
    ({ ...dataset, notes: [{ id: "not-there", kind: "exclusion", text: { en: "No." }, appliesTo }] }) as typeof dataset;
  const needs = () =>
    needsOf({
      ...noNeeds,
      features: ["live-chat", "office-hours"],
      contacts: 2,
      within: { P2: { amount: 9, unit: "hours" } },
      languages: ["en", "ja"],
    });
  const excluded = (appliesTo: object, plan: string, products: readonly string[] = [], region?: string) =>
    needs().flatMap((need) =>
      evaluateNeed(need, plan, { dataset: exclusion(appliesTo), products, region }).result.note ? [need.need] : [],
    );

  test.each([
    [{ features: ["live-chat"], products: ["commerce"] }, ["commerce"], ["feature:live-chat"]],
    [{ features: ["live-chat"], products: ["commerce"] }, [], []],
    [{ products: ["commerce"], languages: ["ja"] }, ["commerce"], ["language:ja"]],
    [{ plans: ["business"], languages: ["ja"] }, [], []],
    [{ plans: ["standard"], languages: ["ja"] }, [], ["language:ja"]],
    [{ priorities: ["P2"] }, [], ["within:P2"]],
    [{ features: ["named-support-contacts"] }, [], ["contacts"]],
    [
      { products: ["commerce"] },
      ["commerce"],
      ["within:P2", "feature:live-chat", "feature:office-hours", "contacts", "language:en", "language:ja"],
    ],
    [{ features: ["live-chat"], languages: ["ja"] }, [], []],
    [{ features: ["office-hours", "live-chat", "case-reviews"] }, [], ["feature:live-chat", "feature:office-hours"]],
    [{ plans: ["elite", "standard"], priorities: ["P1", "P2"] }, [], ["within:P2"]],
  ])("%j with products %j takes away %j", (appliesTo, products, expected) => {
    expect(excluded(appliesTo, "standard", products)).toEqual(expected);
  });

  test("leaves only the other languages of a need", () => {
    const left = (appliesTo: object) =>
      needs().map(
        (need) => evaluateNeed(need, "standard", { dataset: exclusion(appliesTo), products: ["commerce"] }).result.has,
      );
    expect(left({ products: ["commerce"] })).toEqual([null, null, null, null, ["ja"], ["en"]]);
  });

  test("of a region holds only where that region is named", () => {
    const scope = { regions: ["japan"], features: ["live-chat"] };
    expect(excluded(scope, "standard", [], "japan")).toEqual(["feature:live-chat"]);
    expect(excluded(scope, "standard", [], "emea")).toEqual([]);
    expect(excluded(scope, "standard")).toEqual([]);
  });
});

describe("--within", () => {
  test.each([
    ["P2=2h", "P2", { amount: 2, unit: "hours" }],
    ["p1=30m@24x7", "P1", { amount: 30, unit: "minutes", clock: "24x7" }],
    ["P3=1.5H@24X5", "P3", { amount: 1.5, unit: "hours", clock: "24x5" }],
    ["P4=1d@business-days", "P4", { amount: 1, unit: "days", clock: "business-days" }],
    ["Urgent=90s", "P2", { amount: 90, unit: "seconds" }],
    ["P2=12.25h", "P2", { amount: 12.25, unit: "hours" }],
    [" P2 = 2 h ", "P2", { amount: 2, unit: "hours" }],
  ])("%j", (text, priority, within) => {
    expect(parseResponseTime(text, dataset)).toEqual({ priority, within });
  });

  test.each([
    "P2",
    "P2=",
    "P2=2",
    "P2=h",
    "P2=0h",
    "P2=-1h",
    "P2=2w",
    "P2=2h@",
    "P2=1e3h",
    "P2=two hours",
    "P2=x2h",
    "P2=2hx",
    "P2=2  h",
    "P2=.5h",
    "P2=1.h",
    "P2=x@24/7",
    "P2=@24x7",
    "P2=2h@ ",
    "P2=2h@a@b",
    `P2=${"9".repeat(400)}h`,
  ])("%j is not of the form", async (text) => {
    expect(await faultOf(() => parseResponseTime(text, dataset))).toEqual({
      code: "bad-value",
      option: "--within",
      value: text,
      expected: "within",
    });
  });

  test("an unknown priority or clock is named, with those there are", async () => {
    expect(await faultOf(() => parseResponseTime("P9=2h", dataset))).toEqual({
      code: "unknown-value",
      option: "--within",
      value: "P9",
      allowed: ["P1", "P2", "P3", "P4"],
      nearest: [],
    });
    expect(await faultOf(() => parseResponseTime(" =2h", dataset))).toMatchObject({
      code: "unknown-value",
      option: "--within",
      value: "",
    });
    expect(await faultOf(() => parseResponseTime("=2h", dataset))).toMatchObject({
      code: "unknown-value",
      option: "--within",
      value: "",
    });
    expect(await faultOf(() => parseResponseTime("P2=2h@ 24/7 ", dataset))).toMatchObject({
      option: "--within",
      value: "24/7",
    });
    expect(await faultOf(() => parseResponseTime("P2=2h@24/7", dataset))).toMatchObject({
      code: "unknown-value",
      value: "24/7",
      allowed: ["24x7", "24x5", "business-hours", "business-days"],
      nearest: ["24x7"],
    });
  });

  test("is printed as it is read", () => {
    for (const text of ["2h", "30m@24x7", "1.5h@24x5", "3d@business-days", "90s"])
      expect(formatResponseTime(parseAmount(text) ?? target(""))).toBe(text);
  });
});

describe("answers from a file", () => {
  const read = (value: unknown) => parseAnswers(value, dataset, "a.json");

  test("may be all there, or only some; a missing one stays missing", () => {
    expect(
      read({
        features: ["live-telephone", "即時聊天支援", "live-telephone"],
        contacts: 5,
        within: {
          P2: "2h@24x7",
          urgent: { amount: 1, unit: "hours" },
          P1: { amount: 30, unit: "minutes", clock: "24x7" },
        },
        budget: "included",
        products: ["Adobe Commerce"],
        languages: ["ja", "English", "ZH-tw"],
      }),
    ).toEqual({
      features: ["live-telephone", "live-chat"],
      contacts: 5,
      within: { P2: { amount: 1, unit: "hours" }, P1: { amount: 30, unit: "minutes", clock: "24x7" } },
      budget: "included",
      products: ["commerce"],
      languages: ["ja", "en", "zh-TW"],
    });
    expect(read({})).toEqual({});
    expect(read({ contacts: null })).toEqual({});
    expect(read({ contacts: 0, features: [] })).toEqual({ features: [] });
  });

  test("read back what a recommendation printed", () => {
    const answers: Answers = {
      features: ["live-chat"],
      contacts: 7,
      within: { P2: { amount: 2, unit: "hours", clock: "24x5" } },
      budget: "any",
      products: [],
      languages: ["ja"],
    };
    expect(read(JSON.parse(JSON.stringify(answers)))).toEqual(answers);
  });

  test.each<[unknown, string, string, readonly string[]]>([
    [[], "", "[]", ["features", "contacts", "within", "budget", "products", "languages"]],
    [{ contract: 5 }, "contract", "", ["features", "contacts", "within", "budget", "products", "languages"]],
    [{ constructor: 5 }, "constructor", "", ["features", "contacts", "within", "budget", "products", "languages"]],
    [{ features: "live-chat" }, "features", "live-chat", ["[…]"]],
    [{ features: ["live-chat", "telephone"] }, "features.1", "telephone", Object.keys(dataset.features)],
    [{ features: [7] }, "features.0", "7", Object.keys(dataset.features)],
    [{ contacts: 2.5 }, "contacts", "2.5", ["0", "1", "2", "3", "…"]],
    [{ contacts: "5" }, "contacts", "5", ["0", "1", "2", "3", "…"]],
    [{ contacts: -1 }, "contacts", "-1", ["0", "1", "2", "3", "…"]],
    [{ budget: "small" }, "budget", "small", ["included", "any"]],
    [{ budget: null }, "budget", "null", ["included", "any"]],
    [{ within: "2h" }, "within", "2h", ["P1", "P2", "P3", "P4"]],
    [{ within: { P9: "2h" } }, "within.P9", "", ["P1", "P2", "P3", "P4"]],
    [{ within: { P2: "soon" } }, "within.P2", "soon", ["2h", "30m@24x7"]],
    [{ within: { P2: { amount: 0, unit: "hours" } } }, "within.P2", '{"amount":0,"unit":"hours"}', ["2h", "30m@24x7"]],
    [
      { within: { P2: { amount: 1, unit: "hours", clocks: "24x7" } } },
      "within.P2",
      '{"amount":1,"unit":"hours","clocks":"24x7"}',
      ["2h", "30m@24x7"],
    ],
    [
      { products: ["photoshop"] },
      "products.0",
      "photoshop",
      ["commerce", "experience-manager-cloud", "commerce-managed-services"],
    ],
    [{ languages: ["not a language"] }, "languages.0", "not a language", ["en", "ja"]],
  ])("%j is refused at %j", async (value, key, found, allowed) => {
    expect(await faultOf(() => read(value))).toEqual({
      code: "invalid-answers",
      path: "a.json",
      key,
      value: found,
      allowed,
    });
  });

  test("become flags that say the same", () => {
    expect(
      answersToArguments({
        features: ["live-chat", "case-reviews"],
        contacts: 5,
        within: { P1: { amount: 30, unit: "minutes", clock: "24x7" }, P2: { amount: 2, unit: "hours" } },
        budget: "included",
        products: ["commerce"],
        languages: ["ja"],
      }).join(" "),
    ).toBe(
      "--need live-chat --need case-reviews --contacts 5 --within P1=30m@24x7 --within P2=2h --budget included --product commerce --language ja",
    );
    expect(answersToArguments(noNeeds)).toEqual(["--budget", "any"]);
  });

  test.each([
    ["ja", "ja"],
    ["日本語", "ja"],
    ["zh-tw", "zh-TW"],
    ["ko", "ko"],
    ["zz-", undefined],
    ["klingonese", undefined],
    ["", undefined],
  ])("the language %j is %s", (word, language) => {
    expect(readLanguage(word, dataset)).toBe(language);
  });
});
