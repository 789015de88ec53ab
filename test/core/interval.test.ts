/** Union and difference of intervals. */
import { describe, expect, test } from "vitest";
import { subtract, union } from "../../src/core/interval.js";

describe("intervals", () => {
  const i = (from: number, to: number) => ({ from, to });

  test("a union is sorted, disjoint and not touching; empty and reversed ones vanish", () => {
    expect(union([i(30, 40), i(10, 20), i(20, 25), i(50, 50), i(60, 55), i(32, 35), i(38, 45)])).toEqual([
      i(10, 25),
      i(30, 45),
    ]);
    expect(union([i(1, 2), i(3, 4)])).toEqual([i(1, 2), i(3, 4)]);
    expect(union([])).toEqual([]);
  });

  test("the intervals given are left as they were", () => {
    const given = [i(10, 20), i(15, 30)];
    union(given);
    expect(given).toEqual([i(10, 20), i(15, 30)]);
  });

  test.each([
    ["nothing removed", [], [i(10, 20), i(30, 40)]],
    ["before and after", [i(0, 10), i(40, 50)], [i(10, 20), i(30, 40)]],
    ["the start", [i(5, 12)], [i(12, 20), i(30, 40)]],
    ["the end", [i(15, 25)], [i(10, 15), i(30, 40)]],
    ["the middle, twice", [i(11, 12), i(14, 16)], [i(10, 11), i(12, 14), i(16, 20), i(30, 40)]],
    ["exactly one", [i(10, 20)], [i(30, 40)]],
    ["up to the end exactly", [i(15, 20)], [i(10, 15), i(30, 40)]],
    ["over both", [i(15, 35)], [i(10, 15), i(35, 40)]],
    ["all", [i(0, 100)], []],
  ])("without %s", (_, removed, left) => expect(subtract([i(10, 20), i(30, 40)], removed)).toEqual(left));
});
