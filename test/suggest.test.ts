/** The names nearest to a misspelled one. */
import { describe, expect, test } from "vitest";
import { editDistance, nearestNames } from "../src/suggest.js";

describe("nearest names", () => {
  const names = ["standard", "business", "enterprise", "elite"];

  test.each([
    ["buisness", ["business"]],
    ["BUSINES", ["business"]],
    ["std", []],
    ["standart", ["standard"]],
    ["elit", ["elite"]],
    ["enter", ["enterprise"]],
    ["x", []],
    ["", []],
    ["something else", []],
  ])("%j: %j", (word, nearest) => {
    expect(nearestNames(word, names)).toEqual(nearest);
  });

  test("the nearest first, equals in the order given, each once, up to the limit", () => {
    expect(nearestNames("Pr5", ["Pr1", "Pr2", "Pr3", "Pr4", "Pr5x"])).toEqual(["Pr1", "Pr2", "Pr3"]);
    expect(nearestNames("Pr5", ["Pr1", "Pr55", "Pr5", "Pr5"], 2)).toEqual(["Pr5", "Pr1"]);
  });

  test("two letters are near no other code, and a third of a word's letters is the most that may differ", () => {
    expect(nearestNames("XX", ["MX", "XK", "XXX"])).toEqual([]);
    expect(nearestNames("jp", ["JP"])).toEqual(["JP"]);
    expect(nearestNames("foo", ["now", "from"])).toEqual([]);
    expect(nearestNames("opend", ["opened", "open"])).toEqual(["opened", "open"]);
  });

  test.each([
    ["", "abc", 3],
    ["abc", "abc", 0],
    ["ab", "ba", 1],
    ["kitten", "sitting", 3],
    ["japan", "jpaan", 1],
    ["ca", "abc", 3],
  ])("edit distance of %j and %j is %i, swaps of neighbours counting once", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});
