/** Budgets in milliseconds. */
import { describe, expect, test } from "vitest";
import { budgetMsOf, type TimeUnit } from "../../src/core/target.js";

const dayMs = 86_400_000;

describe("budgets", () => {
  test.each<[number, TimeUnit, number]>([
    [1, "seconds", 1000],
    [30, "minutes", 1_800_000],
    [2, "hours", 7_200_000],
    [1, "days", dayMs],
    [0, "hours", 0],
    [1 / 3, "seconds", 333],
    [0.0016, "seconds", 2],
  ])("%d %s are %d ms", (amount, unit, ms) => expect(budgetMsOf({ amount, unit })).toBe(ms));
});
