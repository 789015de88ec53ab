/** How long the search for changes takes, apart from the tests of what it finds, which any machine may run as slowly as it likes. */
import { expect, test } from "vitest";
import { type Answers, noNeeds } from "../../src/data/answers.js";
import { loadBundled } from "../../src/data/bundled.js";
import { recommend } from "../../src/data/recommend.js";
import type { Within } from "../../src/data/within.js";

const dataset = await loadBundled("adobe-experience-cloud-2022");
const hours = (amount: number): Within => ({ amount, unit: "hours" });

test("the search is quick", () => {
  const answers: Answers = {
    ...noNeeds,
    features: ["live-telephone", "case-reviews"],
    contacts: 5,
    within: { P2: hours(1), P3: hours(2) },
  };
  recommend(dataset, answers);
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    recommend(dataset, answers, Object.keys(dataset.plans));
    return performance.now() - start;
  });
  expect(Math.min(...times)).toBeLessThan(30);
});
