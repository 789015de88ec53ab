/** Which of two plans is closer to needs that neither meets. */
import { expect, test } from "vitest";
import type { Evaluation } from "../../../src/data/recommend/needs.js";
import { byCloseness, compareCloseness } from "../../../src/data/recommend/rule.js";

/** How a plan does on a need, by what it misses of it. */
function evaluation(outcome: Evaluation["outcome"], amount = 0, clocks = 0): Evaluation {
  const result = { need: "contacts", kind: "contacts", wanted: 4, has: null } as const;
  return { outcome, result, miss: { amount, clocks } };
}

const plan = (name: string, ...evaluations: Evaluation[]) => ({ plan: name, evaluations });
const met = evaluation("met");

test.each([
  [
    "the one with fewer needs not met, whatever it misses of them",
    [met, evaluation("unmet", 1, 2)],
    [evaluation("unmet", 0.1), evaluation("unmet", 0.1)],
  ],
  [
    "the one with fewer needs of which nothing is stated, which are not met",
    [met, evaluation("unmet", 1)],
    [evaluation("unknown", 0.1), evaluation("unknown", 0.1)],
  ],
  [
    "of as many needs not met, the one that misses less, whatever the clocks",
    [met, evaluation("unmet", 0.4, 2)],
    [met, evaluation("unmet", 0.5, 0)],
  ],
  [
    "of one amount missed, the one whose clock is nearer",
    [met, evaluation("unmet", 0.5, 1)],
    [met, evaluation("unmet", 0.5, 2)],
  ],
  [
    "amounts that differ by rounding alone are one amount",
    [evaluation("unmet", 0.1, 1), evaluation("unmet", 0.2)],
    [evaluation("unmet", 0.3, 2), evaluation("unmet", 0)],
  ],
])("%s", (_, closer, farther) => {
  expect(compareCloseness(plan("a", ...closer), plan("b", ...farther))).toBeLessThan(0);
  expect(compareCloseness(plan("b", ...farther), plan("a", ...closer))).toBeGreaterThan(0);
  expect(byCloseness([plan("b", ...farther), plan("a", ...closer)]).map((one) => one.plan)).toEqual(["a", "b"]);
});

test("a billionth of an amount is no difference, more is one", () => {
  const missing = (amount: number) => plan("a", evaluation("unmet", amount));
  expect(compareCloseness(missing(1e-9), missing(0))).toBe(0);
  expect(compareCloseness(missing(2e-9), missing(0))).toBe(2e-9);
});

test("plans that are equally close keep their order", () => {
  const plans = ["b", "a", "c"].map((name) => plan(name, evaluation("unmet", 0.5, 1)));
  expect(byCloseness(plans)).toEqual(plans);
});
