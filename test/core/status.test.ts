/** Rule status: met, missed, open, at risk, overdue, each at its edge. */
import { describe, expect, test } from "vitest";
import { statusOf } from "../../src/core/status.js";

describe("rule status", () => {
  const ticket = { deadline: 1000, responded: undefined, now: 500, usedMs: 50, budgetMs: 100, atRiskPercent: 75 };
  test.each([
    ["answered before the deadline", { responded: 999 }, "met"],
    ["answered at the deadline itself", { responded: 1000 }, "met"],
    ["answered a millisecond late", { responded: 1001 }, "missed"],
    ["answered at once, looked at long after", { responded: 0, now: 9999 }, "met"],
    ["half used", {}, "open"],
    ["a millisecond under the share", { usedMs: 74 }, "open"],
    ["at the share exactly", { usedMs: 75 }, "at-risk"],
    ["over the share", { usedMs: 99 }, "at-risk"],
    ["at the deadline itself", { now: 1000, usedMs: 100 }, "at-risk"],
    ["a millisecond past the deadline", { now: 1001, usedMs: 100 }, "overdue"],
    ["a share of 0 is at risk from the start", { usedMs: 0, atRiskPercent: 0 }, "at-risk"],
    ["a share of 100 only at the end", { usedMs: 99, atRiskPercent: 100 }, "open"],
    ["no budget at all", { usedMs: 0, budgetMs: 0 }, "at-risk"],
  ])("%s: %s is %s", (_, change, status) => expect(statusOf({ ...ticket, ...change })).toBe(status));
});
