/**
 * Objects of JSON whose values are found in bytes: the same as those that JSON.parse finds, or none.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FlatObject } from "../../src/tickets/flat-object.js";
import { cellsOfObject, parseObject, textOf } from "../../src/tickets/objects.js";
import { type, wordsOf } from "../terminal.js";

const names = ["id", "priority", "opened", "größe", "a.b"];

/** The values of the names where they are found in bytes; undefined where that is left to JSON.parse. */
function found(text: string): readonly string[] | undefined {
  const bytes = Buffer.from(`x${text}\n`);
  const object = new FlatObject(names, names.length);
  return object.find(bytes, 1, bytes.length - 1) ? names.map((_, column) => object.text(column)) : undefined;
}

test.each([
  ['{"id":"T-1","priority":"P1","opened":"2026-11-20"}', ["T-1", "P1", "2026-11-20", "", ""]],
  [' {\t"id" : "T-1" ,\n"opened": 5 }\r', ["T-1", "", "5", "", ""]],
  ['{"opened":"x","id":1,"größe":"屋"}', ["1", "", "x", "屋", ""]],
  ['{"id":null,"priority":true,"opened":false}', ["", "true", "false", "", ""]],
  [
    '{"id":0,"priority":-12,"opened":0.5,"größe":-0.000001,"a.b":123456789012345}',
    ["0", "-12", "0.5", "-0.000001", "123456789012345"],
  ],
  ['{"id":""}', ["", "", "", "", ""]],
])("%s is found in bytes", (text, values) => {
  expect(found(text)).toEqual(values);
});

test.each([
  ["an object without keys", "{}"],
  ["an escape", '{"id":"a\\nb"}'],
  ["a key with an escape", '{"i\\u0064":"a"}'],
  ["a key that the file does not have", '{"id":"a","more":1}'],
  ["a key that begins as one of the file's", '{"ide":1}'],
  ["a key twice", '{"id":"a","id":"b"}'],
  ["a list", '{"id":["a"]}'],
  ["an object inside", '{"id":{"a":1}}'],
  ["a number with an exponent", '{"id":1e3}'],
  ["a number with a zero at its end", '{"id":1.10}'],
  ["a zero with a sign", '{"id":-0}'],
  ["a zero before a number", '{"id":01}'],
  ["a number with too many digits", '{"id":1234567890123456}'],
  ["a number that is written with an exponent", '{"id":0.0000001}'],
  ["a point without digits", '{"id":1.}'],
  ["a sign alone", '{"id":-}'],
  ["a control character in a text", '{"id":"a\u0001b"}'],
  ["a text without an end", '{"id":"a'],
  ["a word that is none", '{"id":nil}'],
  ["a key without a value", '{"id"}'],
  ["no comma", '{"id":"a" "priority":"b"}'],
  ["a comma at the end", '{"id":"a",}'],
  ["something after the object", '{"id":"a"} x'],
  ["no end", '{"id":"a"'],
  ["a list around it", '[{"id":"a"}]'],
])("%s is left to JSON.parse", (_, text) => {
  expect(found(text)).toBeUndefined();
});

const key = fc.constantFrom(...names, "more", "i d");
const value = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("P1", "2026-11-20T10:00Z", "", null, true, false, 0, -1, 1.5, 1e21, 1e-7, -0, [1], { a: 1 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
);
const blank = fc.constantFrom("", " ", "\t", "\r\n", "  ");

test("what is found in bytes is what JSON.parse finds, in any order, with any blanks, and after any change of a character", () => {
  const member = fc.tuple(key, value, blank, blank).map(([k, v, before, after]) => {
    return `${before}${JSON.stringify(k)}${after}:${before}${JSON.stringify(v)}${after}`;
  });
  const change = fc.option(fc.tuple(fc.nat(), fc.constantFrom('"', "\\", ",", "}", "0", "x", " ", "")), {
    nil: undefined,
  });
  let times = 0;
  fc.assert(
    fc.property(fc.array(member, { minLength: 1, maxLength: 4 }), change, (members, changed) => {
      let text = `{${members.join(",")}}`;
      if (changed) {
        const at = changed[0] % text.length;
        text = text.slice(0, at) + changed[1] + text.slice(at + 1);
      }
      // Half a character is no text in UTF-8.
      text = Buffer.from(text).toString();
      const values = found(text);
      if (!values) return;
      times++;
      const object = parseObject(text);
      if (!object) throw new Error(`not JSON: ${text}`);
      const exact = cellsOfObject(object, () => text);
      expect(values).toEqual(names.map((name) => exact(name)));
      expect(values).toEqual(names.map((name) => textOf(Object.hasOwn(object, name) ? object[name] : undefined)));
    }),
    { numRuns: 3000 },
  );
  expect(times).toBeGreaterThan(50);
});

describe("rows that are found in bytes come out as those that are parsed", () => {
  const rows = [
    '{"id":"T-1","priority":"P1","opened":"2026-11-20T10:00Z","region":"japan","note":"a,b"}',
    '{"opened":"2026-11-20T10:00Z","id":"T-2","region":"emea","priority":"P3","note":" a"}',
    '{"id":3,"priority":"P4","opened":"2026-11-20 10:00","region":"apac","note":"=1+1"}',
    '{"id":"T-4","priority":"P2","region":"japan","opened":null,"note":"-5"}',
    '{"id":"T-5","priority":"P9","opened":"2026-11-20T10:00Z","region":"japan","note":null}',
    '{"id":"T-5","priority":"P2","opened":"yesterday","region":"japan"}',
    '{"id":"T-6","priority":"P1","opened":"2026-11-20T10:00Z","region":"japan","deadline":"mine"}',
  ];
  // An escape in its key leaves an object to JSON.parse.
  const escaped = rows.map((row) => row.replace('"region"', '"\\u0072egion"'));
  const line = "deadline -p business --source-tz UTC --now 2026-11-21T00:00Z --input -";

  test.each([
    ["as lines of JSON", ""],
    ["as CSV", " --format csv"],
    ["as separated cells with another sign", " --format tsv"],
    ["as a document", " --json"],
    ["with local times", " --show-tz Asia/Tokyo"],
    ["with chosen rows", " --where note=a,b"],
  ])("%s", async (_, more) => {
    const [inBytes, parsed] = await Promise.all(
      [rows, escaped].map((lines) => type(wordsOf(line + more), { stdin: `${lines.join("\n")}\n` })),
    );
    expect(inBytes?.code).toBe(parsed?.code);
    expect(inBytes?.stderr).toBe(parsed?.stderr);
    expect(inBytes?.stdout).toBe(parsed?.stdout.replaceAll("\\u0072egion", "region"));
    expect(inBytes?.stdout).toContain("T-2");
  });
});
