/** JSON that cannot be read: the line and column of its fault. */
import { describe, expect, test } from "vitest";
import { parseJson } from "../../src/data/json.js";
import { faultOf } from "./fixture.js";

describe("the place of a JSON fault", () => {
  test.each([
    ["", 1, 1, ""],
    ["{", 1, 2, ""],
    ['{"a":1,}', 1, 8, "}"],
    ["[1,]", 1, 4, "]"],
    ["[1 2]", 1, 4, "2"],
    ['{"a" 1}', 1, 6, "1"],
    ["{a:1}", 1, 2, "a"],
    ["{'a':1}", 1, 2, "'"],
    ["[01]", 1, 2, "01"],
    ['["\n"]', 1, 2, '"'],
    ['"abc', 1, 1, '"'],
    ['["\\x"]', 1, 2, '"'],
    ["nul", 1, 1, "nul"],
    ["[1}", 1, 3, "}"],
    ["[]]", 1, 3, "]"],
    ["1,2", 1, 2, ","],
    ["// note\n{}", 1, 1, "/"],
    ['{"a":1}x', 1, 8, "x"],
    ['\uFEFF{\r\n  "題": tru\r\n}', 2, 8, "tru"],
    ['["😀", ?]', 1, 7, "?"],
  ])("%j is at line %i, column %i", async (text, line, column, found) => {
    expect(await faultOf(() => parseJson(text, "f.json"))).toEqual({
      code: "invalid-json",
      path: "f.json",
      line,
      column,
      found,
    });
  });

  test("what the runtime reads is read, a byte order mark aside", () => {
    expect(parseJson('\uFEFF {"a": [1.5e3, "\\u00e9\\n", null, true, {}, []]}\n', "f.json")).toEqual({
      a: [1500, "é\n", null, true, {}, []],
    });
  });
});
