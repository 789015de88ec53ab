/** Documents of JSON: where their array is, what is around it, and what is refused, however the blocks fall. */
import { describe, expect, test } from "vitest";
import { compact, endOfJson, endOfString, JsonTail } from "../../src/tickets/json-bytes.js";
import { runRows } from "./batch.js";

const element = '{"id":"1","priority":"P2","region":"emea","opened":"2026-11-20T10:00Z"}';
const second = element.replace('"1"', '"2"');

async function idsOf(document: string, blockSize = 7): Promise<unknown[]> {
  const { text } = await runRows(document, { inputFormat: "json" }, { path: "t.json", blockSize });
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).id);
}

describe("documents", () => {
  test.each<[string, string, string[]]>([
    ["an array", `[${element},${second}]`, ["1", "2"]],
    ["blanks around it", ` \n[ ${element} ,\n ${second} ] \n`, ["1", "2"]],
    ["under a key", `{"issues":[${element},${second}]}`, ["1", "2"]],
    ["under a later key", `{"n" : 1, "x":[1,[2]], "y":{"z":[]}, "issues" : [ ${element} ], "more":[3,"]\\"}"]}`, ["1"]],
    ["an element over several lines", `[${element.replaceAll(",", ",\n  ")}]`, ["1"]],
    ["far behind a long key", `{"x":"${"-".repeat(70_000)}" , "issues":[${element},${second}]}`, ["1", "2"]],
    ["one object", ` ${element}\n`, ["1"]],
  ])("%s", async (_, document, ids) => {
    for (const size of [7, 1000, 1 << 17]) expect(await idsOf(document, size)).toEqual(ids);
  });
});

describe("documents that are refused", () => {
  test.each<[string, string, object]>([
    ["a number", "1", { line: 1, problem: "unexpected" }],
    ["a key without a value", '{"a"\n 1}', { line: 2, problem: "unexpected" }],
    ["an array that does not end", `[\n${element},`, { line: 2, problem: "unfinished" }],
    ["an object around it that does not end", `{"issues":[${element}],"x":"`, { line: 1, problem: "unfinished" }],
    ["something behind it", `[${element}]\n x`, { line: 2, problem: "unexpected" }],
    ["something behind an object", `${element}\n1`, { line: 2, problem: "unexpected" }],
    ["two arrays", `{"a":[${element}],\n"b":[${second}]}`, { line: 2, problem: "several-arrays" }],
    ["a first element that is no object", "[1]", { line: 1, problem: "unexpected" }],
  ])("%s", async (_, document, error) => {
    await expect(idsOf(document, 1 << 16)).rejects.toMatchObject({ fault: { code: "bad-json-document", ...error } });
  });
});

describe("the end of a value", () => {
  test.each<[string, number | undefined]>([
    ['"a\\"b" x', 6],
    ['"a', undefined],
    ['"a\\', undefined],
    ["12,", 2],
    ["12 ", 2],
    ["12]", 2],
    ["12", 2],
    ['{"a":[1,"]"]},', 13],
    ['{"a":"', undefined],
    ["[1", undefined],
  ])("%s", (text, end) => {
    expect(endOfJson(Buffer.from(text), 0, text.length)).toBe(end);
  });

  test("of a string", () => {
    expect([endOfString(Buffer.from('"\\\\"'), 0, 4), endOfString(Buffer.from('"\\"'), 0, 3)]).toEqual([4, undefined]);
  });
});

test("a value on one line keeps the blanks that are not at the beginning of one", () => {
  const text = '{ "a b":\r\n\t 1,\n\n  "c": 2}';
  expect(compact(Buffer.from(text), 0, text.length).toString()).toBe('{ "a b":1,"c": 2}');
});

describe("what follows the array", () => {
  const ofTail = (text: string, depth: number) => {
    const tail = new JsonTail(depth);
    const problems = [...text].map((c) => tail.read(Buffer.from(c), 0, 1)?.problem).filter(Boolean);
    return [problems[0], tail.isWhole];
  };
  test.each<[string, number, string | undefined, boolean]>([
    [" \n", 0, undefined, true],
    [', "a":"\\"}", "b":{"c":[{}]}, "d":[1,{}]}', 1, undefined, true],
    [', "a":1', 1, undefined, false],
    [', "a', 1, undefined, false],
    ["x", 0, "unexpected", true],
    [', "a":[ {', 1, "several-arrays", false],
  ])("%j", (text, depth, problem, isWhole) => {
    expect(ofTail(text, depth)).toEqual([problem, isWhole]);
  });
});
