import { readdir } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { bundledIds, loadBundled } from "../../src/data/bundled.js";
import { datasetJsonSchema, parseDataset } from "../../src/data/schema.js";
import type { DatasetIssue } from "../../src/errors.js";
import { faultOf, fixturePath, loadFixture, readFixture } from "./fixture.js";

const scopes = ["regions", "priorities", "plans", "features", "products", "languages"];
const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const clocks = ["24x7", "24x5", "business-hours", "business-days"];

/** Each broken fixture has one fault; this is the one issue it must give. */
const broken: Readonly<Record<string, DatasetIssue>> = {
  "schema-version": { path: "/schemaVersion", problem: "not-allowed", value: "2", allowed: ["1"] },
  "missing-english": { path: "/title", problem: "missing", key: "en" },
  "empty-text": { path: "/plans/only/name/en", problem: "bad-value", value: "", expected: "something" },
  "unknown-key": {
    path: "/plans/only",
    problem: "unknown-key",
    key: "cost",
    allowed: "name description aliases rank paid clockStart price credits nearest source confidence".split(" "),
  },
  "unknown-language-of-text": { path: "/title", problem: "unknown-key", key: "fr", allowed: ["en", "zh-TW", "ja"] },
  "missing-targets": { path: "", problem: "missing", key: "targets" },
  "rank-is-text": { path: "/plans/only/rank", problem: "wrong-type", expected: "number", found: "string" },
  "null-plan": { path: "/plans/only", problem: "wrong-type", expected: "object", found: "null" },
  "no-plans": { path: "/plans", problem: "bad-value", value: "{}", expected: "something" },
  "id-with-blank": { path: "/id", problem: "bad-value", value: "my data", expected: "id" },
  "id-begins-with-digit": { path: "/groups/1st", problem: "bad-value", value: "1st", expected: "id" },
  "unknown-candidate": {
    path: "/candidates/0",
    problem: "unknown-reference",
    to: "plans",
    value: "onyl",
    allowed: ["only"],
  },
  "no-candidates": { path: "/candidates", problem: "bad-value", value: "[]", expected: "something" },
  "target-of-unknown-plan": {
    path: "/targets/gold",
    problem: "unknown-reference",
    to: "plans",
    value: "gold",
    allowed: ["only"],
  },
  "targets-of-unknown-product": {
    path: "/productTargets/toys",
    problem: "unknown-reference",
    to: "products",
    value: "toys",
    allowed: ["shop"],
  },
  "product-target-of-unknown-plan": {
    path: "/productTargets/shop/gold",
    problem: "unknown-reference",
    to: "plans",
    value: "gold",
    allowed: ["only"],
  },
  "target-of-unknown-priority": {
    path: "/targets/only/P9",
    problem: "unknown-reference",
    to: "priorities",
    value: "P9",
    allowed: ["P1"],
  },
  "days-on-hours-clock": {
    path: "/targets/only/P1/unit",
    problem: "bad-value",
    value: "days",
    expected: "unit-of-clock",
  },
  "hours-on-days-clock": {
    path: "/targets/only/P1/unit",
    problem: "bad-value",
    value: "hours",
    expected: "unit-of-clock",
  },
  "half-a-day": { path: "/targets/only/P1/amount", problem: "bad-value", value: "1.5", expected: "whole-number" },
  "negative-amount": { path: "/targets/only/P1/amount", problem: "bad-value", value: "-1", expected: "amount" },
  "unknown-clock": { path: "/targets/only/P1/clock", problem: "not-allowed", value: "24/7", allowed: clocks },
  "amount-past-any-clock": {
    path: "/targets/only/P1/amount",
    problem: "bad-value",
    value: "1e+308",
    expected: "amount",
  },
  "more-than-a-hundred-years": {
    path: "/targets/only/P1/amount",
    problem: "bad-value",
    value: "876601",
    expected: "amount",
  },
  "offset-zone": { path: "/regions/here/zone", problem: "bad-value", value: "UTC+8", expected: "zone" },
  "unknown-zone": { path: "/regions/here/zone", problem: "bad-value", value: "Asia/Tokio", expected: "zone" },
  "hours-without-zero": {
    path: "/regions/here/hours/mon/0/0",
    problem: "bad-value",
    value: "9:00",
    expected: "opening",
  },
  "closing-past-24": { path: "/regions/here/hours/mon/0/1", problem: "bad-value", value: "24:30", expected: "closing" },
  "opening-at-24": { path: "/regions/here/hours/mon/0/0", problem: "bad-value", value: "24:00", expected: "opening" },
  "equal-times": {
    path: "/regions/here/hours/mon/0",
    problem: "bad-value",
    value: '["00:00","00:00"]',
    expected: "two-times",
  },
  "one-time": { path: "/regions/here/hours/mon/0", problem: "bad-value", value: '["09:00"]', expected: "two-times" },
  "times-without-brackets": {
    path: "/regions/here/hours/mon/0",
    problem: "bad-value",
    value: "09:00-17:00",
    expected: "two-times",
  },
  "unknown-weekday": { path: "/regions/here/hours", problem: "unknown-key", key: "monday", allowed: weekdays },
  "never-open": { path: "/regions/here/hours", problem: "bad-value", value: '{"mon":[]}', expected: "open-sometime" },
  "impossible-holiday": {
    path: "/regions/here/holidays/0",
    problem: "bad-value",
    value: "2026-02-30",
    expected: "holiday",
  },
  "impossible-exception": {
    path: "/regions/here/exceptions/2026-13-01",
    problem: "bad-value",
    value: "2026-13-01",
    expected: "date",
  },
  "override-of-unknown-priority": {
    path: "/regions/here/clockOverrides/0/priorities/0",
    problem: "unknown-reference",
    to: "priorities",
    value: "P7",
    allowed: ["P1"],
  },
  "override-to-unknown-clock": {
    path: "/regions/here/clockOverrides/0/to",
    problem: "not-allowed",
    value: "weekdays",
    allowed: clocks,
  },
  "override-between-hours-and-days": {
    path: "/regions/here/clockOverrides/0/to",
    problem: "bad-value",
    value: "business-days",
    expected: "clock-of-unit",
  },
  "unknown-region-language": {
    path: "/regions/here/languages/1",
    problem: "unknown-reference",
    to: "languages",
    value: "fr",
    allowed: ["en"],
  },
  "unknown-group": {
    path: "/features/phone/group",
    problem: "unknown-reference",
    to: "groups",
    value: "any",
    allowed: ["all"],
  },
  "unknown-kind": {
    path: "/features/phone/kind",
    problem: "not-allowed",
    value: "boolean",
    allowed: ["flag", "count", "per-year", "coverage", "addon"],
  },
  "value-of-wrong-kind": {
    path: "/features/phone/values/only",
    problem: "wrong-type",
    expected: "boolean",
    found: "string",
  },
  "half-a-person": {
    path: "/features/people/values/only",
    problem: "bad-value",
    value: "2.5",
    expected: "whole-number",
  },
  "value-of-unknown-plan": {
    path: "/features/phone/values/gold",
    problem: "unknown-reference",
    to: "plans",
    value: "gold",
    allowed: ["only"],
  },
  "unknown-source": {
    path: "/features/phone/source",
    problem: "unknown-reference",
    to: "sources",
    value: "leaflet",
    allowed: ["book"],
  },
  "two-contact-features": {
    path: "/features/more/answers",
    problem: "bad-value",
    value: "contacts",
    expected: "unused-name",
  },
  "contacts-without-kind": { path: "/features/people", problem: "missing", key: "kind" },
  "duplicate-alias": { path: "/plans/second/aliases/0", problem: "bad-value", value: "ONLY", expected: "unused-name" },
  "duplicate-note": { path: "/notes/1/id", problem: "bad-value", value: "first", expected: "unused-name" },
  "note-about-unknown-product": {
    path: "/notes/0/appliesTo/products/0",
    problem: "unknown-reference",
    to: "products",
    value: "shpo",
    allowed: ["shop"],
  },
  "exclusion-of-everything": { path: "/notes/0/appliesTo", problem: "bad-value", value: "{}", expected: "something" },
  "ends-before-it-begins": {
    path: "/validUntil",
    problem: "bad-value",
    value: "2026-01-31",
    expected: "after-valid-from",
  },
  "a-list": { path: "", problem: "wrong-type", expected: "object", found: "array" },
};

describe("an invalid dataset names the path, what is wrong and what is allowed", () => {
  test.each(Object.entries(broken))("%s", async (name, issue) => {
    const error = await faultOf(loadFixture(`broken/${name}`));
    expect(error).toMatchObject({ code: "invalid-dataset", path: fixturePath(`datasets/broken/${name}.json`) });
    expect(error.code === "invalid-dataset" && error.issues).toEqual([issue]);
  });

  test("every broken fixture is in the table above, or is no JSON at all", async () => {
    const files = (await readdir(fixturePath("datasets/broken"))).map((name) => name.replace(/\.json$/, ""));
    expect(files.sort()).toEqual([...Object.keys(broken), "not-json", "cut-off"].sort());
  });

  test("all issues are reported, in the order of the document", async () => {
    const document = JSON.parse(await readFixture("datasets/whole.json"));
    document.notes[0].appliesTo.plans = ["gold"];
    document.targets.only.P1 = { clock: "24x7", amount: -1, unit: "days" };
    document.plans.only.rank = "1";
    document.features.phone.kinds = "flag";
    delete document.title.en;
    const error = await faultOf(() => parseDataset(document, "x.json"));
    expect(error.code === "invalid-dataset" && error.issues.map(({ path, problem }) => `${path} ${problem}`)).toEqual([
      "/title missing",
      "/plans/only/rank wrong-type",
      "/targets/only/P1/amount bad-value",
      "/targets/only/P1/unit bad-value",
      "/features/phone unknown-key",
      "/notes/0/appliesTo/plans/0 unknown-reference",
    ]);
  });

  test("a table that is wrong itself is one fault, not one for each name that points into it", async () => {
    const document = JSON.parse(await readFixture("datasets/whole.json"));
    document.priorities = [];
    const error = await faultOf(() => parseDataset(document, "x.json"));
    expect(error.code === "invalid-dataset" && error.issues).toEqual([
      { path: "/priorities", problem: "wrong-type", expected: "object", found: "array" },
    ]);
  });

  test.each([
    [null, "null"],
    ["text", "string"],
    [true, "boolean"],
    [3, "number"],
  ])("a document that is %j is refused as a whole", async (value, found) => {
    const error = await faultOf(() => parseDataset(value, "x.json"));
    expect(error).toEqual({
      code: "invalid-dataset",
      path: "x.json",
      issues: [{ path: "", problem: "wrong-type", expected: "object", found }],
    });
  });

  test("names such as __proto__ and constructor are judged like any other", async () => {
    const document = JSON.parse(
      (await readFixture("datasets/minimal.json")).replace('"only": {"name"', '"__proto__": {}, "only": {"name"'),
    );
    const error = await faultOf(() => parseDataset(document, "x.json"));
    expect(error.code === "invalid-dataset" && error.issues).toEqual([
      { path: "/plans/__proto__", problem: "bad-value", value: "__proto__", expected: "id" },
    ]);
  });
});

describe("a valid dataset", () => {
  test.each(bundledIds)("%s is read as it is written", async (id) => {
    const dataset = await loadBundled(id);
    expect(parseDataset(structuredClone(dataset), id)).toEqual(dataset);
  });

  test("what is left out is filled in: all plans are candidates, the rest is empty", async () => {
    const dataset = await loadFixture("minimal");
    expect(dataset).toMatchObject({
      candidates: ["only"],
      regions: {},
      features: {},
      groups: {},
      notes: [],
      sources: {},
    });
    expect((await loadFixture("whole")).notes[0]).toMatchObject({ kind: "information" });
    expect((await loadFixture("whole")).regions.here?.zoneAssumed).toBe(false);
  });

  test("the candidates that are left out are in the order of rank", async () => {
    const document = JSON.parse(await readFixture("datasets/atlassian.json"));
    document.plans.standard.rank = 9;
    expect(parseDataset(document, "x.json").candidates).toEqual(["premium", "standard"]);
  });
});

describe("the JSON Schema", () => {
  const schema = datasetJsonSchema() as { $schema: string; required: string[]; properties: Record<string, unknown> };

  test("is of draft 2020-12 and requires what a document cannot do without", () => {
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(schema.required).toEqual(["schemaVersion", "id", "version", "title", "plans", "priorities", "targets"]);
  });

  test("knows the same keys as the validation", () => {
    expect(Object.keys(schema.properties)).toContain("$schema");
    const scope = JSON.stringify(schema.properties.notes);
    for (const key of scopes) expect(scope).toContain(`"${key}"`);
  });
});

test("the JSON Schema describes every key", () => {
  const without: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    const { properties = {} } = value as { properties?: Record<string, { description?: string }> };
    for (const [key, { description = "" }] of Object.entries(properties))
      if (description === "") without.push(`${path}/${key}`);
    for (const [key, inner] of Object.entries(value)) walk(inner, `${path}/${key}`);
  };
  walk(datasetJsonSchema(), "");
  expect(without).toEqual([]);
});
