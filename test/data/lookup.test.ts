import { describe, expect, test } from "vitest";
import { compileCalendar } from "../../src/core/calendar.js";
import { deadline } from "../../src/core/deadline.js";
import { loadBundled } from "../../src/data/bundled.js";
import { type Dataset, plansByRank, textIn } from "../../src/data/dataset.js";
import {
  featureValueFor,
  findFeature,
  findGroup,
  findLanguage,
  findMetric,
  findPlan,
  findPriority,
  findProduct,
  findRegion,
  isNotOffered,
  ownEntry,
  targetFor,
} from "../../src/data/lookup.js";
import { loadFixture } from "./fixture.js";

const dataset = await loadBundled("adobe-experience-cloud-2022");

describe("the target in force", () => {
  test("is the plan's own, without the source", () => {
    expect(targetFor(dataset, "business", "P2", "emea")).toEqual({ clock: "business-hours", amount: 2, unit: "hours" });
  });

  test.each([
    ["enterprise", "P2", "24x5", "business-hours"],
    ["elite", "P2", "24x5", "business-hours"],
    ["elite", "P3", "24x5", "business-hours"],
    ["elite", "P1", "24x7", "24x7"],
    ["elite", "P4", "business-days", "business-days"],
    ["standard", "P2", "business-hours", "business-hours"],
  ])("clock override of Japan: %s %s runs on %s elsewhere and on %s there", (plan, priority, elsewhere, there) => {
    expect(targetFor(dataset, plan, priority, undefined)?.clock).toBe(elsewhere);
    expect(targetFor(dataset, plan, priority, "apac")?.clock).toBe(elsewhere);
    expect(targetFor(dataset, plan, priority, "japan")).toEqual({
      ...targetFor(dataset, plan, priority, undefined),
      clock: there,
    });
  });

  test("is the product's where that plan has one for it, and the plan's own otherwise", () => {
    const product = "commerce-managed-services";
    const minutes = { clock: "24x7", amount: 30, unit: "minutes" };
    expect(targetFor(dataset, "standard", "P1", undefined, product)).toEqual(minutes);
    expect(targetFor(dataset, "business", "P1", undefined, product)).toEqual(targetFor(dataset, "business", "P1"));
    for (const other of ["commerce", "photoshop", "constructor", undefined])
      expect(targetFor(dataset, "standard", "P1", "emea", other)).toEqual(targetFor(dataset, "standard", "P1"));
  });

  test("coverage is on the clock of the region, as the targets are", () => {
    const hours = (region?: string) => featureValueFor(dataset, "online-support", "enterprise", region);
    expect([hours(), hours("emea"), hours("japan")]).toEqual(["24x5", "24x5", "business-hours"]);
    expect(featureValueFor(dataset, "online-support", "business", "japan")).toBe("business-hours");
    expect(featureValueFor(dataset, "live-telephone", "elite", "japan")).toBe(true);
    expect(featureValueFor(dataset, "service-webinars", "elite", "japan")).toBeNull();
    expect(featureValueFor(dataset, "constructor", "elite")).toBeNull();
  });

  test("a region replaces the clock it names, and only that of coverage", () => {
    const feature = (kind: string, value: string) => ({
      ...dataset.features["online-support"],
      kind,
      values: { elite: value },
    });
    const features = {
      workdays: feature("coverage", "24x5"),
      always: feature("coverage", "24x7"),
      level: feature("level", "24x5"),
    };
    const own = { ...dataset, features } as unknown as Dataset;
    expect(Object.keys(features).map((id) => featureValueFor(own, id, "elite", "japan"))).toEqual([
      "business-hours",
      "24x7",
      "24x5",
    ]);
  });

  test("is undefined where there is none, whatever the names", async () => {
    expect(targetFor(await loadFixture("atlassian"), "premium", "L5", undefined)).toBeUndefined();
    for (const name of ["gold", "constructor", "__proto__", ""]) {
      expect(targetFor(dataset, name, "P1", undefined)).toBeUndefined();
      expect(targetFor(dataset, "standard", name, undefined)).toBeUndefined();
      expect(targetFor(dataset, "standard", "P2", name)?.clock).toBe("business-hours");
    }
  });
});

describe("what a word means", () => {
  test.each([
    ["business", "business"],
    ["Business", "business"],
    ["online", "standard"],
    ["ONLINE", "standard"],
    ["商務支援", "business"],
    ["ビジネスサポート", "business"],
    ["business support", "business"],
    ["  Elite   Support ", "elite"],
    ["ｂｕｓｉｎｅｓｓ", "business"],
    ["gold", undefined],
    ["", undefined],
    ["constructor", undefined],
    ["__proto__", undefined],
  ])("plan %j is %s", (word, plan) => {
    expect(findPlan(dataset, word)).toBe(plan);
  });

  test.each([
    ["P2", "P2"],
    ["p2", "P2"],
    ["Ｐ２", "P2"],
    ["Priority 2", "P2"],
    ["優先順序 2", "P2"],
    ["優先度 2", "P2"],
    ["urgent", "P2"],
    ["Major Business Impact", "P2"],
    ["P5", undefined],
  ])("priority %j is %s", (word, priority) => {
    expect(findPriority(dataset, word)).toBe(priority);
  });

  test.each([
    ["japan", "japan"],
    ["日本", "japan"],
    ["JAPAN", "japan"],
    ["亞太地區", "apac"],
    ["Europe, Middle East & Africa", "emea"],
    ["mars", undefined],
  ])("region %j is %s", (word, region) => {
    expect(findRegion(dataset, word)).toBe(region);
  });

  test("features, groups, products and languages are found by id or name too", () => {
    expect(findFeature(dataset, "即時電話支援")).toBe("live-telephone");
    expect(findGroup(dataset, "Support Services")).toBe("services");
    expect(findProduct(dataset, "adobe commerce")).toBe("commerce");
    expect(findLanguage(dataset, "日文")).toBe("ja");
    expect([findFeature, findGroup, findProduct, findLanguage].map((find) => find(dataset, "nothing"))).toEqual(
      Array(4).fill(undefined),
    );
  });

  test("an id wins over another entry's alias", async () => {
    const redhat = await loadFixture("redhat");
    expect(findPriority(redhat, "sev 3")).toBe("sev3");
    expect(findPriority(redhat, "3")).toBe("sev3");
    const plans = { first: { ...dataset.plans.standard, aliases: ["second"] }, second: dataset.plans.business };
    expect(findPlan({ ...dataset, plans } as Dataset, "second")).toBe("second");
  });

  test("no word has no entry, even in a record that has one called undefined", () => {
    expect([
      ownEntry({ undefined: 1 }, undefined),
      ownEntry({ undefined: 1 }, "undefined"),
      ownEntry({}, "constructor"),
    ]).toEqual([undefined, 1, undefined]);
  });

  test("an id as it is written wins over one that differs in case only", () => {
    const priorities = { P1: dataset.priorities.P1, p1: dataset.priorities.P2 } as Dataset["priorities"];
    expect(["P1", "p1"].map((word) => findPriority({ ...dataset, priorities }, word))).toEqual(["P1", "p1"]);
  });

  test("blanks part words, letters are what they are, and no word is no name", () => {
    expect(findPlan(dataset, "businesssupport")).toBeUndefined();
    const plans = {
      street: { ...dataset.plans.standard, name: { en: "Straße" }, aliases: [" "] },
    } as unknown as Dataset["plans"];
    expect(["straße", "STRASSE", "", " "].map((word) => findPlan({ ...dataset, plans }, word))).toEqual([
      "street",
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("plans come by rank, texts in English where a language has none", () => {
    expect(plansByRank(dataset)).toEqual(["standard", "business", "enterprise", "elite"]);
    expect(textIn({ en: "Only", ja: "のみ" }, "ja")).toBe("のみ");
    expect(textIn({ en: "Only", ja: "のみ" }, "zh-TW")).toBe("Only");
  });
});

describe("what a dataset states", () => {
  const product = "commerce-managed-services";
  const none = {
    ...dataset,
    targets: { ...dataset.targets, standard: { P1: null, P2: { offered: false } } },
  } as Dataset;

  test("that there is no target is not the same as nothing stated", () => {
    expect(["P1", "P2", "P3"].map((priority) => isNotOffered(none, "standard", priority))).toEqual([true, true, false]);
    expect(["P1", "P2", "P3"].map((priority) => targetFor(none, "standard", priority))).toEqual(
      Array(3).fill(undefined),
    );
    expect(isNotOffered(none, "nothing", "P1")).toBe(false);
    expect(isNotOffered(dataset, "standard", "P1")).toBe(false);
  });

  test("of a product is before what it states of all", () => {
    expect(isNotOffered(none, "standard", "P1", product)).toBe(false);
    expect(targetFor(none, "standard", "P1", undefined, product)?.amount).toBe(30);
    expect(isNotOffered(none, "standard", "P2", "photoshop")).toBe(true);
  });

  test("metrics are found by id or name, and a dataset without any has none", () => {
    const metrics = { resolution: { name: { en: "Resolution", ja: "解決" } } } as unknown as Dataset["metrics"];
    expect(
      ["RESOLUTION", "解決", "update"].map((word) => findMetric({ ...dataset, metrics } as Dataset, word)),
    ).toEqual(["resolution", "resolution", undefined]);
    expect(findMetric({ ...dataset, metrics: undefined } as unknown as Dataset, "resolution")).toBeUndefined();
  });
});

describe("what is no dataset, or no text, is refused", () => {
  // biome-ignore lint/suspicious/noExplicitAny: callers without types.
  const nothing = undefined as any;
  test.each<[string, () => unknown]>([
    ["dataset must be an object, got undefined", () => targetFor(nothing, "standard", "P1")],
    [
      "the dataset's targets must be an object, got undefined",
      () => targetFor({ ...dataset, targets: nothing }, "standard", "P1"),
    ],
    ["planId must be a text, got undefined", () => targetFor(dataset, nothing, "P1")],
    ["priorityId must be a text, got undefined", () => targetFor(dataset, "standard", nothing)],
    ["regionId must be a text, got null", () => targetFor(dataset, "standard", "P1", null as never)],
    ["productId must be a text, got null", () => targetFor(dataset, "standard", "P1", undefined, null as never)],
    ["dataset must be an object, got undefined", () => findPlan(nothing, "standard")],
    [
      "the dataset's table must be an object, got undefined",
      () => findPlan({ ...dataset, plans: nothing }, "standard"),
    ],
    ["word must be a text, got undefined", () => findPlan(dataset, nothing)],
  ])("%s", (message, call) => expect(call).toThrow(new RangeError(message)));
});

describe("the shape holds other vendors: their targets load and compute", () => {
  const compute = async (name: string, plan: string, priority: string, region: string, opened: string) => {
    const vendor = await loadFixture(name);
    const target = targetFor(vendor, plan, priority, region);
    const { zone, hours, holidays, exceptions } = vendor.regions[region] ?? {
      zone: "UTC",
      hours: { mon: [["00:00", "24:00"]] as const },
    };
    const calendar = compileCalendar({ zone, hours, ...(holidays && { holidays }), ...(exceptions && { exceptions }) });
    return target && new Date(deadline(calendar, Date.parse(opened), target)).toISOString();
  };

  test.each([
    // Friday 16:00 in Sydney (+11:00).
    ["atlassian", "standard", "L1", "sydney", "2026-11-20T05:00:00Z", "2026-11-22T23:00:00.000Z"],
    ["atlassian", "standard", "L5", "sydney", "2026-11-20T05:00:00Z", "2026-11-25T05:00:00.000Z"],
    ["atlassian", "premium", "L1", "sydney", "2026-11-20T05:00:00Z", "2026-11-20T06:00:00.000Z"],
    // Friday 17:30 in New York (-05:00): half an hour, then Monday from 09:00.
    ["redhat", "standard", "sev2", "north-america", "2026-11-20T22:30:00Z", "2026-11-23T17:30:00.000Z"],
    ["redhat", "premium", "sev2", "north-america", "2026-11-20T22:30:00Z", "2026-11-21T00:30:00.000Z"],
    ["redhat", "premium", "sev4", "europe", "2026-11-20T08:00:00Z", "2026-11-20T16:00:00.000Z"],
    ["aws", "business", "normal", "none", "2026-11-20T22:30:00Z", "2026-11-21T10:30:00.000Z"],
    // Friday's shift runs to Saturday 06:00 in New York; the next is Monday's.
    ["unusual", "night-desk", "N7", "nights", "2026-11-21T07:00:00Z", "2026-11-24T07:00:00.000Z"],
    ["unusual", "night-desk", "N6", "split", "2026-11-20T10:30:00Z", "2026-11-20T13:00:00.000Z"],
    ["unusual", "night-desk", "N1", "always", "2026-11-20T10:30:00Z", "2026-11-20T10:31:30.000Z"],
  ])("%s %s %s in %s, opened %s: due %s", async (name, plan, priority, region, opened, due) => {
    expect(await compute(name, plan, priority, region, opened)).toBe(due);
  });

  test("one plan with twelve priorities", async () => {
    const unusual = await loadFixture("unusual");
    expect(Object.keys(unusual.plans).length).toBe(1);
    expect(Object.keys(unusual.targets["night-desk"] ?? {}).length).toBe(12);
    expect(findPriority(unusual, "レベル12")).toBe("N12");
    expect(findPlan(unusual, "夜間窓口")).toBe("night-desk");
  });
});
