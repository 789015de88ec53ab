/** The bundled data as data: every fact has a source, every text is in all languages, and the two datasets say what they should. */
import { describe, expect, test } from "vitest";
import { bundledIds, loadBundled } from "../../src/data/bundled.js";
import { type Dataset, isOffered, type LocalText } from "../../src/data/dataset.js";
import { faultOf } from "./fixture.js";

const datasets = await Promise.all(bundledIds.map(loadBundled));

/** Every fact of a dataset as its path and the sources it names; an empty list is a fact without one. */
function factsOf(dataset: Dataset): [path: string, sources: (string | undefined)[]][] {
  const of = (table: string, record: Readonly<Record<string, { source?: string } | null>>) =>
    Object.entries(record).map(([id, fact]): [string, (string | undefined)[]] => [`${table}/${id}`, [fact?.source]]);
  return [
    ...of("plans", dataset.plans),
    ...of("priorities", dataset.priorities),
    ...of("products", dataset.products),
    ...of("languages", dataset.languages),
    ...of("groups", dataset.groups),
    ...Object.entries(dataset.targets).flatMap(([plan, targets]) => of(`targets/${plan}`, targets)),
    ...Object.entries(dataset.regions).flatMap(([id, region]): [string, (string | undefined)[]][] => [
      [`regions/${id}`, [region.source, region.zoneSource]],
      ...(region.clockOverrides ?? []).map((o, i): [string, (string | undefined)[]] => [
        `regions/${id}/clockOverrides/${i}`,
        [o.source],
      ]),
    ]),
    ...Object.entries(dataset.plans).flatMap(([id, { price, credits }]) =>
      [price, credits].flatMap((term): [string, (string | undefined)[]][] =>
        term ? [[`plans/${id}/terms`, [term.source]]] : [],
      ),
    ),
    ...Object.entries(dataset.plans).flatMap(([id, { nearest }]): [string, (string | undefined)[]][] =>
      nearest ? [[`plans/${id}/nearest`, [nearest.source]]] : [],
    ),
    ...Object.entries(dataset.features).flatMap(([id, feature]) =>
      Object.keys(feature.values).map((plan): [string, (string | undefined)[]] => [
        `features/${id}/${plan}`,
        [feature.valueSources?.[plan] ?? feature.source],
      ]),
    ),
    ...Object.entries(dataset.productTargets ?? {}).flatMap(([product, byPlan]) =>
      Object.entries(byPlan).flatMap(([plan, targets]) => of(`productTargets/${product}/${plan}`, targets)),
    ),
    ...dataset.notes.map((note): [string, (string | undefined)[]] => [`notes/${note.id}`, [note.source]]),
  ];
}

function textOf(entry: Dataset["targets"][string][string] | undefined): string {
  return isOffered(entry) ? `${entry.clock} ${entry.amount} ${entry.unit}` : "none";
}

/** Every text of a document with its path. */
function textsOf(value: unknown, path = ""): [string, LocalText][] {
  if (typeof value !== "object" || value === null) return [];
  if ("en" in value && typeof value.en === "string") return [[path, value as LocalText]];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}/${key}`));
}

describe.each(datasets.map((dataset) => [dataset.id, dataset] as const))("%s", (id, dataset) => {
  const isAdobe = id.startsWith("adobe-");

  test("every fact names a source that the dataset knows", () => {
    const facts = factsOf(dataset);
    expect(facts.length).toBeGreaterThan(isAdobe ? 50 : 20);
    const sourceless = facts.filter(([, sources]) =>
      sources.some((source) => !source || !Object.hasOwn(dataset.sources, source)),
    );
    expect(sourceless.map(([path]) => path)).toEqual([]);
  });

  test("every source is cited, and says where it is, when it was read, and how sure it is", () => {
    const cited = new Set(factsOf(dataset).flatMap(([, sources]) => sources));
    for (const [id, source] of Object.entries(dataset.sources)) {
      expect(cited, id).toContain(id);
      expect(source.retrieved, id).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(source.url !== undefined || source.confidence === "assumed", id).toBe(true);
    }
  });

  test("every text is in English, Chinese and Japanese, or is a name that stays as it is", () => {
    const namesThatStay =
      /^(?:Critical|Urgent|Important|Minor|Adobe Commerce(?:: Managed Services)?|Experience League|Experience Manager as a Cloud Service)$/;
    const incomplete = textsOf(dataset).filter(
      ([, text]) => (!text["zh-TW"] || !text.ja) && !namesThatStay.test(text.en),
    );
    expect(incomplete.map(([path]) => path)).toEqual([]);
  });

  test("the Chinese is written as in Taiwan, the Japanese in Japanese characters", () => {
    const texts = textsOf(dataset);
    expect(texts.length).toBeGreaterThan(isAdobe ? 50 : 12);
    const taiwan = /[这们为产时应对业务实际优标题简体导项单]/;
    for (const [path, text] of texts) {
      expect(text["zh-TW"] ?? "", path).not.toMatch(taiwan);
      if (text.ja && /(?:text|description|definition)$/.test(path)) expect(text.ja, path).toMatch(/[\u3040-\u30ff]/);
    }
  });

  test("every plan has a target for every priority", () => {
    for (const plan of Object.keys(dataset.plans)) {
      expect(Object.keys(dataset.targets[plan] ?? {}), plan).toEqual(Object.keys(dataset.priorities));
    }
  });

  test("a zone that no source names is marked as assumed and says why", () => {
    for (const [id, region] of Object.entries(dataset.regions)) {
      expect(region.zoneAssumed, id).toBe(region.zoneSource === "own-choice");
      expect(region.zoneReason?.en, id).toMatch(region.zoneAssumed ? /^Assumed: / : /one time zone/);
    }
  });
});

describe("facts beyond the sheet", () => {
  const [earlier, later] = datasets as [Dataset, Dataset];

  test.each([
    ["P1", "24x7 1 hours", "24x7 1 hours", "24x7 30 minutes", "24x7 15 minutes"],
    ["P2", "business-hours 4 hours", "business-hours 2 hours", "24x5 1 hours", "24x5 30 minutes"],
    ["P3", "business-hours 6 hours", "business-hours 4 hours", "business-hours 2 hours", "24x5 1 hours"],
    ["P4", "business-days 3 days", "business-days 1 days", "business-days 1 days", "business-days 1 days"],
  ])("the four plans' targets for %s", (priority, ...expected) => {
    const targets = Object.keys(earlier.plans).map((plan) => earlier.targets[plan]?.[priority]);
    expect(targets.map(textOf)).toEqual(expected);
  });

  test.each([
    ["account-support-lead", false, true, false, false],
    ["named-support-engineer", false, false, true, true],
    ["technical-account-manager", false, false, false, true],
    ["online-support", "business-hours", "business-hours", "24x5", "24x5"],
    ["p1-around-the-clock", true, true, true, true],
    ["named-support-contacts", 4, 6, 10, 15],
    ["live-telephone", false, true, true, true],
    ["escalation-management", false, true, true, true],
    ["service-reviews", 0, 0, 2, 4],
    ["expert-sessions", 0, 0, 2, 4],
    ["case-reviews", false, false, true, true],
    ["event-management", false, false, false, true],
    ["environment-review", false, false, false, true],
    ["release-roadmap-review", false, false, false, true],
    ["cloud-support-activities", false, false, true, true],
    ["launch-advisory", false, false, true, true],
    ["field-service-activities", 0, 0, 2, 4],
  ])("the four plans' %s", (feature, ...values) => {
    expect(Object.values(earlier.features[feature]?.values ?? {})).toEqual(values);
  });

  test.each([
    ["P1", "24x7 1 hours", "24x7 15 minutes"],
    ["P2", "business-hours 2 hours", "business-hours 30 minutes"],
    ["P3", "business-hours 4 hours", "business-hours 1 hours"],
    ["P4", "business-days 1 days", "business-days 1 days"],
  ])("Expert's and Ultimate's targets for %s", (priority, ...expected) => {
    const targets = Object.keys(later.plans).map((plan) => later.targets[plan]?.[priority]);
    expect(targets.map(textOf)).toEqual(expected);
  });

  test.each([
    ["named-support-contacts", 4, 15],
    ["technical-account-manager", false, true],
    ["customer-success-manager", false, true],
    ["online-support", "business-hours", "24x5"],
    ["designated-escalation", false, true],
    ["proactive-services", false, true],
    ["success-accelerators", false, true],
    ["technical-account-director", "not-available", "available"],
    ["advanced-cloud-support", "available", "available"],
    ["priority-queue-bundle", "available", "included"],
    ["event-management", false, false],
  ])("Expert's and Ultimate's %s", (feature, ...values) => {
    expect(Object.values(later.features[feature]?.values ?? {})).toEqual(values);
  });

  test("Japan closes at 17:30 under the earlier plans and at 17:00 under the later", () => {
    expect(earlier.regions.japan?.hours.mon).toEqual([["09:00", "17:30"]]);
    expect(later.regions.japan?.hours.mon).toEqual([["09:00", "17:00"]]);
    expect({ ...later.regions, japan: undefined }).toMatchObject({
      americas: { zone: "America/Los_Angeles", hours: earlier.regions.americas?.hours },
      emea: { zone: "Europe/London", hours: earlier.regions.emea?.hours },
      apac: { zone: "Asia/Singapore", hours: earlier.regions.apac?.hours },
    });
  });

  test("the earlier plans end where they were superseded; the nearest by targets is named, a replacement is not", () => {
    expect(earlier).toMatchObject({ validUntil: "2022-06-16", supersededBy: later.id });
    // The vendor names no day on which the plans of either dataset began.
    for (const dataset of [earlier, later]) expect(dataset.validFrom).toBeUndefined();
    expect(
      Object.entries(earlier.plans).map(([id, plan]) => [id, plan.nearest?.plan, plan.nearest?.confidence]),
    ).toEqual([
      ["standard", "expert", "medium"],
      ["business", undefined, undefined],
      ["enterprise", undefined, undefined],
      ["elite", "ultimate", "medium"],
    ]);
    for (const dataset of datasets) expect(JSON.stringify(dataset)).not.toMatch(/replaced by|取代|置き換え/);
  });

  test("what the page says of Ultimate's coverage and of its targets is kept side by side", () => {
    expect(later.features["online-support"]?.values.ultimate).toBe("24x5");
    expect(later.targets.ultimate?.P2).toMatchObject({ clock: "business-hours" });
    expect(later.notes.find(({ id }) => id === "coverage-of-ultimate-contradicts-itself")?.text.en).toMatch(
      /Both are kept/,
    );
  });
});

describe("targets of other vendors", () => {
  const of = (id: string) => {
    const { targets, priorities } = datasets.find((dataset) => dataset.id === id) as Dataset;
    return Object.fromEntries(
      Object.entries(targets).map(([plan, row]) => [plan, Object.keys(priorities).map((p) => textOf(row[p]))]),
    );
  };

  test("GitHub: Urgent and High only", () => {
    const both = ["24x7 30 minutes", "24x7 4 hours", "none", "none"];
    expect(of("github-premium-support")).toEqual({ premium: both, "premium-plus": both });
  });

  test("Cloudflare: Enterprise and Premium only", () => {
    const none = ["none", "none", "none", "none"];
    expect(of("cloudflare-support")).toEqual({
      free: none,
      pro: none,
      business: none,
      enterprise: ["24x7 2 hours", "24x7 4 hours", "24x7 48 hours", "24x7 48 hours"],
      premium: ["24x7 1 hours", "24x7 2 hours", "24x7 24 hours", "24x7 24 hours"],
    });
  });

  test("Canonical: the legal text, 4 hours at severity 1", () => {
    const always = ["24x7 1 hours", "24x7 2 hours", "24x7 6 hours", "24x7 12 hours"];
    expect(of("canonical-ubuntu-pro")).toEqual({
      "self-support": ["none", "none", "none", "none"],
      weekday: ["24x5 4 hours", "business-hours 8 hours", "business-hours 12 hours", "business-hours 24 hours"],
      "support-24-7": always,
      firefighting: always,
    });
  });

  test("ClickHouse Cloud", () => {
    expect(of("clickhouse-cloud")).toEqual({
      trial: ["none", "none", "business-days 1 days"],
      basic: ["none", "none", "business-days 1 days"],
      scale: ["24x7 1 hours", "business-hours 4 hours", "business-days 1 days"],
      enterprise: ["24x7 30 minutes", "business-hours 2 hours", "business-days 1 days"],
    });
  });

  test("Auth0", () => {
    expect(of("auth0-support")).toEqual({
      "self-service": [
        "business-hours 3 hours",
        "business-hours 12 hours",
        "business-days 1 days",
        "business-days 2 days",
      ],
      basic: ["24x5 2 hours", "24x5 12 hours", "24x5 24 hours", "24x5 24 hours"],
      silver: ["24x7 1 hours", "24x7 2 hours", "24x7 8 hours", "24x7 24 hours"],
      gold: ["24x7 30 minutes", "24x7 1 hours", "24x7 4 hours", "24x7 24 hours"],
      enterprise: ["24x7 30 minutes", "24x5 2 hours", "24x5 12 hours", "24x5 24 hours"],
      premier: ["24x7 30 minutes", "24x7 1 hours", "24x7 8 hours", "24x7 12 hours"],
    });
  });

  test("TiDB Cloud", () => {
    expect(of("tidb-cloud-connected-care")).toEqual({
      basic: ["none", "none", "none", "none"],
      developer: [4, 8, 12, 24].map((hours) => `business-hours ${hours} hours`),
      enterprise: ["24x7 1 hours", "24x7 2 hours", "business-hours 8 hours", "business-hours 24 hours"],
      premium: ["24x7 30 minutes", "24x7 1 hours", "business-hours 4 hours", "business-hours 24 hours"],
    });
  });
});

test("a bundled id that is not there is an unknown dataset", async () => {
  expect(await faultOf(loadBundled("constructor"))).toMatchObject({ code: "unknown-dataset", allowed: bundledIds });
});
