/** How many plans the search for changes evaluates: counted, so that the speed of the machine does not matter. */
import { expect, test, vi } from "vitest";
import { loadBundled } from "../../../src/data/bundled.js";
import type { Dataset } from "../../../src/data/dataset.js";
import { type Answers, noNeeds } from "../../../src/data/recommend/answers.js";
import { recommend } from "../../../src/data/recommend/recommend.js";
import type { ResponseTime } from "../../../src/data/recommend/response-time.js";

/** Whole sets of answers that were gone through, and single needs that were compared with a plan. */
const counted = vi.hoisted(() => ({ answers: 0, needs: 0 }));
vi.mock("../../../src/data/recommend/needs.js", async (load) => {
  const real = await load<typeof import("../../../src/data/recommend/needs.js")>();
  const needsOf: typeof real.needsOf = (answers) => {
    counted.answers++;
    return real.needsOf(answers);
  };
  const evaluateNeed: typeof real.evaluateNeed = (...args) => {
    counted.needs++;
    return real.evaluateNeed(...args);
  };
  return { ...real, needsOf, evaluateNeed };
});

/** What `recommend` counts from the start, over all plans of a dataset. */
function workOn(from: Dataset): typeof counted {
  Object.assign(counted, { answers: 0, needs: 0 });
  recommend(from, answers, Object.keys(from.plans));
  return { ...counted };
}

const dataset = await loadBundled("adobe-experience-cloud-2022");
const hours = (amount: number): ResponseTime => ({ amount, unit: "hours" });
const answers: Answers = {
  ...noNeeds,
  features: ["live-telephone", "case-reviews"],
  contacts: 5,
  within: { P2: hours(1), P3: hours(2) },
};

/** The dataset with so many more features, which are no needs. */
function withMoreFeatures(count: number): Dataset {
  const { answers: _, ...feature } = Object.values(dataset.features)[0]!;
  const more = Array.from({ length: count }, (_, i) => [`more-${i}`, feature] as const);
  return { ...dataset, features: { ...dataset.features, ...Object.fromEntries(more) } };
}

test("each further feature costs the search as much as the one before: pairs of features are not judged", () => {
  const [none, some, twice] = [workOn(dataset), workOn(withMoreFeatures(40)), workOn(withMoreFeatures(80))];
  expect(some.answers).toBeGreaterThan(none.answers);
  expect(twice.answers - some.answers).toBe(some.answers - none.answers);
  expect(twice.needs - some.needs).toBe(some.needs - none.needs);
});

test("a need is judged once per plan and set of products, however many answers share it", () => {
  const work = workOn(dataset);
  // The recommendation evaluates some of them again for its reasons.
  expect(work.needs).toBeLessThan(2 * work.answers * Object.keys(dataset.plans).length);
});
