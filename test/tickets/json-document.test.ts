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
    ["one object over several lines, at whose end is no line end", element.replaceAll(",", ",\n  "), ["1"]],
  ])("%s", async (_, document, ids) => {
    for (const size of [7, 1000, 1 << 17]) expect(await idsOf(document, size)).toEqual(ids);
  });
});

describe("documents that are refused", () => {
  test.each<[string, string, object]>([
    ["a number", "1", { line: 1, problem: "unexpected" }],
    ["a key without a value", '{"a"\n 1}', { line: 2, problem: "unexpected" }],
    ["an array that does not end", `[\n${element},`, { line: 2, problem: "unfinished" }],
    ["an array without an element", "[", { line: 1, problem: "unfinished" }],
    ["an array after blank lines", "\n\n[\n\n", { line: 3, problem: "unfinished" }],
    ["an array of arrays", "[\n[", { line: 2, problem: "unfinished" }],
    ["a first element that does not end", `[\n\n${element.slice(0, 20)}`, { line: 3, problem: "unfinished" }],
    ["a later element that does not end", `[${element},\n{"id":\n`, { line: 2, problem: "unfinished" }],
    ["a string that does not end", `[${element},\n\n{"id":"a`, { line: 3, problem: "unfinished" }],
    ["a blank line at the end", `[${element},\n${second}\n\n\n`, { line: 2, problem: "unfinished" }],
    ["an object", "{", { line: 1, problem: "unfinished" }],
    ["a key", '{\n"iss', { line: 2, problem: "unfinished" }],
    ["a key before its value", '{\n"issues":\n', { line: 2, problem: "unfinished" }],
    ["an array under a key without an element", '{"n":1,\n"issues":[\n', { line: 2, problem: "unfinished" }],
    ["an array under a key", `{"n":1,\n"issues":[${element}\n`, { line: 2, problem: "unfinished" }],
    ["an object around a whole array", `{"n":1,\n"issues":[${element}]\n\n`, { line: 2, problem: "unfinished" }],
    ["a single object", '{\n"id": 1,\n"opened": "2026', { line: 3, problem: "unfinished" }],
    ["something after blank lines", "\n\n 1", { line: 3, problem: "unexpected" }],
    ["a word that is no array", "\n\n tru", { line: 3, problem: "unexpected" }],
    ["something behind an empty array", "[]\n\nx", { line: 3, problem: "unexpected" }],
    ["an array that ends as an object", `[\n${element}\n}`, { line: 3, problem: "unexpected" }],
    ["an array that begins as one and ends as another", "[\n}", { line: 2, problem: "unexpected" }],
    [
      "an array under a key that ends as an object",
      `{"a":[${element}},\n${second}]`,
      { line: 1, problem: "unexpected" },
    ],
    ["an object around it that does not end", `{"issues":[${element}],"x":"`, { line: 1, problem: "unfinished" }],
    ["something behind it", `[${element}]\n x`, { line: 2, problem: "unexpected" }],
    ["something behind an object", `${element}\n1`, { line: 2, problem: "unexpected" }],
    ["two arrays", `{"a":[${element}],\n"b":[${second}]}`, { line: 2, problem: "several-arrays" }],
    ["a first element that is no object", "[1]", { line: 1, problem: "unexpected" }],
  ])("%s", async (_, document, error) => {
    for (const size of [1, 7, 1 << 16])
      await expect(idsOf(document, size)).rejects.toMatchObject({ fault: { code: "bad-json-document", ...error } });
  });
});

test.each(["", "\n \n", "[]", " [ \n] \n"])("%j has no tickets", async (document) => {
  await expect(idsOf(document)).rejects.toMatchObject({ fault: { code: "empty-file" } });
});

test("the place is far behind the beginning, and in a file of many blocks", async () => {
  const rows = Array.from({ length: 3000 }, () => element).join(",\n");
  for (const [end, line] of [
    [',\n{"id":"2"', 3001],
    ["\n\n", 3000],
    ["]\n x", 3001],
  ] as const)
    await expect(idsOf(`[${rows}${end}`, 1 << 16)).rejects.toMatchObject({ fault: { line } });
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

test.each<[string, string, string | undefined]>([
  ["responded=stats.frist", "jsonl", "stats.first"],
  ["responded=stats.frist", "json", "stats.first"],
  ["opened=fields.creatd", "jsonl", "fields.created"],
  ["opened=fields.nothing", "jsonl", undefined],
])("--map %s of %s suggests %s", async (map, inputFormat, nearest) => {
  const object = element.replace("{", '{"fields":{"created":1,"x":{"y":2}},"stats":{"first":"2026-11-20T10:00Z"},');
  const file = inputFormat === "json" ? `[${object}]` : `${object}\n`;
  const ran = runRows(file, { inputFormat: inputFormat as "json", map: [map] }, { path: `t.${inputFormat}` });
  await expect(ran).rejects.toMatchObject({
    fault: { code: "missing-column", nearest: nearest === undefined ? [] : [nearest] },
  });
});

test("a column that a flag ignores is not suggested in its own place", async () => {
  await expect(runRows("id,priority,opened\n", { map: ["id="] })).rejects.toMatchObject({
    fault: { code: "missing-column", columns: ["id"], nearest: [] },
  });
});

describe("an element that is too long is a bad row, and reading goes on behind it", () => {
  const filler = "-".repeat((8 << 20) + 1);
  const long = `{"id":"L","note":"]}\\"${filler}","more":[{"a":"}"}]}`;
  test.each<[string, string, number?]>([
    ["on one line", `[${element},${long},${second}]`],
    ["on one line, at once", `[${element},${long},${second}]`, 1 << 25],
    ["over several lines", `[\n${element},\n${long.replaceAll(",", ",\n")}\n,\n${second}\n]\n`],
    ["under a key, with something behind the array", `{"n":1,"issues":[${element}, ${long} ,${second}],"z":{"y":[1]}}`],
    ["a text", `[${element},"${filler}",${second}]`],
    ["a list", `[${element},[${filler}],${second}]`],
    ["a word", `[${element},${filler},${second}]`],
  ])("%s", async (_, document, blockSize = 1 << 16) => {
    const { text, read, bad } = await runRows(document, { inputFormat: "json" }, { path: "t.json", blockSize });
    const lines = text.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).error?.split(":")[0])).toEqual([undefined, "long-row", undefined]);
    expect(JSON.parse(lines[1] as string).ticket).toBe(2);
    expect([read, bad]).toEqual([3, 1]);
  });

  test("as the last", async () => {
    const { text } = await runRows(`[${element},${long}]`, { inputFormat: "json" }, { path: "t.json" });
    expect(text.match(/"error":"long-row/g)).toHaveLength(1);
  });

  test("cut off in it", async () => {
    const document = `[${element},\n${long.slice(0, -4)}`;
    const fault = { code: "bad-json-document", line: 2, problem: "unfinished" };
    await expect(idsOf(document, 1 << 16)).rejects.toMatchObject({ fault });
  });

  test("what follows the array is no element, however long it is", async () => {
    const document = `{"issues":[${element},${second}],"note":"${filler}"}`;
    expect(await idsOf(document, 1 << 25)).toEqual(["1", "2"]);
  });
});
