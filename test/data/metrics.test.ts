/** Metrics of a dataset: their schema, their references, and the dataset for one of them. */
import { expect, test } from "vitest";
import { factsOf } from "../../src/data/facts.js";
import { lintDataset } from "../../src/data/lint.js";
import { targetFor } from "../../src/data/lookup.js";
import { datasetForMetric, metricsOf } from "../../src/data/metrics.js";
import { parseDataset } from "../../src/data/schema.js";
import { faultOf, readFixture } from "./fixture.js";

const document = JSON.parse(await readFixture("datasets/metrics.json"));
const dataset = parseDataset(document, "x.json");

test("a dataset names its metrics after the first response", () => {
  expect(metricsOf(dataset)).toEqual(["first-response", "next-response", "resolution"]);
});

test("the dataset for a metric has its targets, and none of products", () => {
  const products = { shop: { name: { en: "Shop" } } };
  const own = parseDataset({ ...document, products, productTargets: { shop: document.targets } }, "x.json");
  const resolution = datasetForMetric(own, "resolution");
  expect(targetFor(resolution, "premium", "S1", "office", "shop")).toEqual({ clock: "24x7", amount: 8, unit: "hours" });
  expect(targetFor(resolution, "basic", "S2")).toBeUndefined();
  expect(datasetForMetric(own, "first-response")).toBe(own);
  expect(() => datasetForMetric(own, "update")).toThrow(
    "metric must be one of first-response, next-response, resolution",
  );
  const { metricTargets: _, ...bare } = document;
  expect(datasetForMetric(parseDataset(bare, "x.json"), "resolution").targets).toEqual({});
});

test.each([
  [
    { metrics: { "First-Response": { name: { en: "First" } }, ...document.metrics } },
    { path: "/metrics/First-Response", problem: "bad-value", expected: "unused-name" },
  ],
  [
    { metricTargets: { update: document.targets } },
    { path: "/metricTargets/update", problem: "unknown-reference", to: "metrics" },
  ],
  [
    { metricTargets: { resolution: { gold: {} } } },
    { path: "/metricTargets/resolution/gold", problem: "unknown-reference", to: "plans" },
  ],
  [
    { metricTargets: { resolution: { basic: { S1: { clock: "24x7", amount: 2, unit: "days" } } } } },
    { path: "/metricTargets/resolution/basic/S1/unit", problem: "bad-value", expected: "unit-of-clock" },
  ],
  [{ metrics: { resolution: {} } }, { path: "/metrics/resolution", problem: "missing", key: "name" }],
])("%j is an issue with its path", async (change, issue) => {
  const { issues } = (await faultOf(() => parseDataset({ ...document, ...change }, "x.json"))) as unknown as {
    issues: object[];
  };
  expect(issues).toContainEqual(expect.objectContaining(issue));
});

test("metrics and their targets are facts with sources, and the rules of targets apply to them", () => {
  const paths = factsOf(dataset).map(({ path }) => path);
  expect(paths).toContain("/metrics/resolution");
  expect(paths).toContain("/metricTargets/resolution/premium/S2");
  const slow = {
    basic: { S1: { clock: "24x7", amount: 4, unit: "hours" } },
    premium: document.metricTargets.resolution.premium,
  };
  const found = lintDataset(parseDataset({ ...document, metricTargets: { resolution: slow } }, "x.json"));
  expect(found).toContainEqual({
    path: "/metricTargets/resolution/premium/S1",
    problem: "lint",
    rule: "targets-by-plan",
  });
});
