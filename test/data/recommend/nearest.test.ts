/** The nearest plan of the dataset in force: what the dataset states, and what the targets give. */
import { expect, test } from "vitest";
import { loadBundled } from "../../../src/data/bundled.js";
import { nearestByTargets, nearestPlan } from "../../../src/data/recommend/nearest.js";
import { loadFixture } from "../fixture.js";

const dataset = await loadBundled("adobe-experience-cloud-2022");
const successor = await loadBundled("adobe-success-plans");

test.each([
  ["standard", "expert"],
  ["business", "expert"],
  ["enterprise", "ultimate"],
  ["elite", "ultimate"],
])("%s is nearest to %s", (plan, nearest) => {
  expect(nearestPlan(dataset, plan, successor)).toBe(nearest);
  expect(nearestByTargets(dataset, plan, successor)).toBe(nearest);
});

test("without a common priority no plan is nearest", async () => {
  expect(nearestPlan(dataset, "standard", await loadFixture("redhat"))).toBeUndefined();
});
