/**
 * Shares against exact rational arithmetic: each limit with one decimal, and each share of up to 120 and of 1,000.
 */
import { describe, expect, test } from "vitest";
import { reachesPercent, tenthsOfPercent } from "../../src/core/share.js";
import { statusOf } from "../../src/core/status.js";

const limits = Array.from({ length: 1001 }, (_, tenths) => tenths);
const wholes = [...Array.from({ length: 120 }, (_, i) => i + 1), 1000];

describe("shares", () => {
  test("a share reaches a limit exactly where it does in whole numbers", () => {
    const wrong: string[] = [];
    for (const whole of wholes) {
      for (const limit of limits) {
        const least = Math.ceil((limit * whole) / 1000);
        const written = Number((limit / 10).toFixed(1));
        for (const part of [least - 1, least, least + 1].filter((n) => n >= 0 && n <= whole)) {
          if (reachesPercent(part, whole, written) !== part * 1000 >= limit * whole)
            wrong.push(`${part} of ${whole} at ${written} %`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    [29, 50, 58, true],
    [954, 1000, 95.4, true],
    [953, 1000, 95.4, false],
    [0, 7, 0, true],
    [7, 7, 100, true],
    [2_999_999_999_999, 3_000_000_000_000, 100, false],
    [1, 3, 33.333_333_333_333, true],
    [1, 3, 33.333_333_333_334, false],
    [1, 10_000_000_000, 1e-8, true],
    [1, 10_000_000_001, 1e-8, false],
    [5, 4, 125, true],
    [1, 1, 1e308, false],
  ])("%i of %i and %f %%: %s", (part, whole, percent, reached) =>
    expect(reachesPercent(part, whole, percent)).toBe(reached),
  );

  test("a ticket is at risk from the limit on, for each limit with one decimal", () => {
    const budgetMs = 900_000;
    const ticket = { deadline: budgetMs, responded: undefined, now: 0, budgetMs };
    const statusAt = (usedMs: number, limit: number) =>
      statusOf({ ...ticket, usedMs, atRiskPercent: Number((limit / 10).toFixed(1)) });
    expect(limits.filter((limit) => statusAt(limit * 900, limit) !== "at-risk")).toEqual([]);
    expect(limits.filter((limit) => limit > 0 && statusAt(limit * 900 - 1, limit) !== "open")).toEqual([]);
  });

  test.each([
    ["two thirds", 2, 3, undefined, 667],
    ["half a tenth goes up", 1, 2000, undefined, 1],
    ["less than half a tenth goes down", 1, 2001, undefined, 0],
    ["one in seven", 1, 7, undefined, 143],
    ["all", 7, 7, undefined, 1000],
    ["nearly all is not all", 9_999, 10_000, undefined, 999],
    ["none", 0, 9, undefined, 0],
    ["below the required", 9496, 10_000, 95, 949],
    ["the required itself", 95, 100, 95, 950],
    ["above the required", 9504, 10_000, 95, 950],
    ["below a required share with two decimals", 94_955, 100_000, 94.96, 949],
    ["at a required share with two decimals", 9496, 10_000, 94.96, 950],
    ["far below the required", 2, 3, 95, 667],
    ["more than all", 3, 2, undefined, 1500],
  ])("%s: %i of %i, required %s, is %i tenths of a percent", (_, part, whole, required, tenths) =>
    expect(tenthsOfPercent(part, whole, required)).toBe(tenths),
  );

  test("no rounded share is off by more than half a tenth, unless it would overstate", () => {
    const wrong: string[] = [];
    for (const whole of wholes) {
      for (let part = 0; part <= whole; part++) {
        const tenths = tenthsOfPercent(part, whole);
        const twiceOff = 2 * (part * 1000 - tenths * whole);
        const isCut = tenths === 999 && part < whole;
        if (!(twiceOff < whole && twiceOff >= -whole) && !isCut) wrong.push(`${part} of ${whole}: ${tenths}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
