/** Targets that a plan is stated not to have, and comments, in datasets. */
import { beforeAll, describe, expect, test } from "vitest";
import { isNotOffered, targetFor } from "../../src/data/lookup.js";
import { datasetJsonSchema, parseDataset } from "../../src/data/schema.js";
import { type } from "../terminal.js";
import { faultOf, readFixture } from "./fixture.js";

let document: ReturnType<typeof JSON.parse>;

beforeAll(async () => {
  document = JSON.parse(await readFixture("datasets/minimal.json"));
  document.priorities.P2 = { name: { en: "Two" } };
  document.priorities.P3 = { name: { en: "Three" } };
  document.plans.more = { name: { en: "More" }, rank: 2, paid: true };
  document.targets.only.P2 = null;
  document.targets.more = { P2: { clock: "24x7", amount: 2, unit: "hours" }, P1: { offered: false } };
});

function withTarget(target: unknown) {
  return { ...document, targets: { ...document.targets, more: { P1: target } } };
}

describe("a target that is not offered", () => {
  test("is no target, and not the same as an unknown one", () => {
    const dataset = parseDataset(document, "x.json");
    expect(targetFor(dataset, "only", "P2")).toBeUndefined();
    expect(targetFor(dataset, "more", "P1")).toBeUndefined();
    expect(["P1", "P2", "P3"].map((id) => isNotOffered(dataset, "only", id))).toEqual([false, true, false]);
    expect(["P1", "P2", "P3"].map((id) => isNotOffered(dataset, "more", id))).toEqual([true, false, false]);
  });

  test("of a product replaces the plan's own", () => {
    const products = { shop: { name: { en: "Shop" } } };
    const dataset = parseDataset({ ...document, products, productTargets: { shop: { only: { P1: null } } } }, "x.json");
    expect(targetFor(dataset, "only", "P1", undefined, "shop")).toBeUndefined();
    expect(isNotOffered(dataset, "only", "P1", "shop")).toBe(true);
    expect(isNotOffered(dataset, "only", "P1")).toBe(false);
    expect(isNotOffered(dataset, "only", "P2", "shop")).toBe(true);
  });

  test("is none in compare, and null in JSON; an unknown one is a question mark", async () => {
    const files = { "x.json": JSON.stringify(document) };
    const { stdout } = await type(["compare", "--dataset", "x.json", "--format", "csv"], { files });
    expect(stdout).toMatch(/P1.*1 hour, 24x7.*,none/);
    expect(stdout).toMatch(/P2.*none,"?2 hours, 24x7/);
    expect(stdout).toMatch(/P3.*\?,\?/);
    const json = JSON.parse((await type(["compare", "--dataset", "x.json", "--json"], { files })).stdout);
    expect(json.targets.only).toEqual({ P1: { clock: "24x7", amount: 1, unit: "hours" }, P2: null });
  });

  test("is a need that the plan does not meet", async () => {
    const files = { "x.json": JSON.stringify(document) };
    const line = ["recommend", "--dataset", "x.json", "--within", "P2=4h", "--json"];
    const { recommended, candidates } = JSON.parse((await type(line, { files })).stdout);
    expect(recommended).toBe("more");
    expect(candidates[0]).toMatchObject({ plan: "only", meetsAll: false, unknown: [] });
    expect(candidates[0].unmet).toHaveLength(1);
  });

  test.each([
    [{ offered: 1 }, { path: "/targets/more/P1/offered", problem: "not-allowed", allowed: ["true", "false"] }],
    [
      { offered: false, amount: 1 },
      { path: "/targets/more/P1", problem: "unknown-key", key: "amount" },
    ],
    [
      { offered: false, source: "x" },
      { path: "/targets/more/P1/source", problem: "unknown-reference" },
    ],
    [false, { path: "/targets/more/P1", problem: "wrong-type", expected: "object", found: "boolean" }],
    [
      { clock: "24x7", amount: -1, unit: "hours" },
      { path: "/targets/more/P1/amount", problem: "bad-value" },
    ],
    [
      { clock: "24x7", unit: "hours" },
      { path: "/targets/more/P1", problem: "missing", key: "amount" },
    ],
  ])("%j is an issue with its path", async (target, issue) => {
    expect(await faultOf(() => parseDataset(withTarget(target), "x.json"))).toMatchObject({ issues: [issue] });
  });
});

describe("comments", () => {
  test("are accepted in any object and change nothing", () => {
    const commented = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(commented)
        : typeof value === "object" && value !== null
          ? { $comment: "why", ...Object.fromEntries(Object.entries(value).map(([key, one]) => [key, commented(one)])) }
          : value;
    expect(parseDataset(commented(document), "x.json")).toEqual(parseDataset(document, "x.json"));
  });

  test("are text", async () => {
    const issues = [{ path: "/plans/$comment", problem: "wrong-type", expected: "string", found: "number" }];
    const plans = { ...document.plans, $comment: 1 };
    expect(await faultOf(() => parseDataset({ ...document, plans }, "x.json"))).toMatchObject({ issues });
  });

  test("are in the JSON Schema of objects and of tables", () => {
    const schema = datasetJsonSchema() as { properties: Record<string, { properties: object; propertyNames: object }> };
    expect(schema.properties).toHaveProperty("$comment");
    expect(schema.properties.plans?.properties).toHaveProperty("$comment");
    expect(JSON.stringify(schema.properties.plans?.propertyNames)).toContain("$comment");
  });
});
