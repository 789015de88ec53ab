/**
 * Objects of JSON whose values are found in bytes: the same as those that JSON.parse finds, or none.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ObjectSpans } from "../../src/tickets/object-spans.js";
import { JsonRow, parseObject } from "../../src/tickets/objects.js";
import { type, wordsOf } from "../terminal.js";

const names = ["id", "priority", "opened", "größe", "fields"];
const header = [...names, "fields.at", "fields.user.name", "more.name"];

function rowOf(fill: (row: JsonRow) => void): JsonRow {
  const row = new JsonRow();
  row.header = header;
  row.names = names;
  fill(row);
  return row;
}

/** The row of an object that is found in bytes; undefined where that is left to JSON.parse. */
function found(text: string): JsonRow | undefined {
  const bytes = Buffer.from(`x${text}\n`);
  const spans = new ObjectSpans(header, names.length);
  const isFound = spans.find(bytes, 1, bytes.length - 1);
  return isFound ? rowOf((row) => row.fillFound(bytes, 1, bytes.length - 1, spans)) : undefined;
}

function parsed(text: string): JsonRow {
  const bytes = Buffer.from(text);
  return rowOf((row) => row.fill(bytes, 0, bytes.length, parseObject(text)));
}

const textsOf = (row: JsonRow | undefined) => row && header.map((_, column) => row.text(column));

test.each([
  ['{"id":"T-1","priority":"P1","opened":"2026-11-20"}', ["T-1", "P1", "2026-11-20"]],
  [' {\t"id" : "T-1" ,\n"opened": 5 }\r', ["T-1", "", "5"]],
  ['{"opened":"x","id":1,"größe":"屋"}', ["1", "", "x", "屋"]],
  ['{"id":null,"priority":true,"opened":false}', ["", "true", "false"]],
  ['{"id":0,"priority":-12,"opened":0.5,"größe":-0.000001}', ["0", "-12", "0.5", "-0.000001"]],
  ['{"id":123456789012345,"priority":""}', ["123456789012345", ""]],
  ['{"id":1.10,"priority":1e3,"opened":-0,"größe":12345678901234567890}', ["1.1", "1000", "0", "12345678901234567000"]],
  ['{"id":"a\\n\\u0041\\/b"}', ["a\nA/b"]],
  ['{"id":["a",{"b":[1,2.5e-7,null,"\\"]"]}],"priority":[]}', ['["a",{"b":[1,2.5e-7,null,"\\"]"]}]', "[]"]],
  ['{"fields":{"other":[{}],"at":"10:00","user":{"id":1,"name":"Aki"}}}', ["", "", "", "", undefined, "10:00", "Aki"]],
  ['{"fields":{"user":null}}', ["", "", "", "", '{"user":null}', "", ""]],
  ["{}", []],
])("%s is found in bytes", (text, values) => {
  const texts = textsOf(found(text));
  expect(texts).toEqual(textsOf(parsed(text)));
  values.forEach((value, column) => {
    if (value !== undefined) expect(texts?.[column]).toBe(value);
  });
});

test.each([
  ["a key with an escape", '{"i\\u0064":"a"}'],
  ["a key that the file does not have", '{"id":"a","more":1}'],
  ["a key that begins as one of the file's", '{"ide":1}'],
  ["a key twice", '{"id":"a","id":"b"}'],
  ["a key of a path twice", '{"fields":{"user":{"name":"a"},"user":{}}}'],
  ["a key inside with an escape", '{"fields":{"\\u0061t":"a"}}'],
  ["a list on the way of a path", '{"fields":[1]}'],
  ["a zero before a number", '{"id":01}'],
  ["a point without digits", '{"id":1.}'],
  ["an exponent without digits", '{"id":1e}'],
  ["a sign alone", '{"id":-}'],
  ["a control character in a text", '{"id":"a\u0001b"}'],
  ["an escape that is none", '{"id":"a\\x"}'],
  ["an escape that is cut off", '{"id":"a\\u12"}'],
  ["a text without an end", '{"id":"a'],
  ["a word that is none", '{"id":nil}'],
  ["a key without a value", '{"id"}'],
  ["a key inside without a value", '{"id":{"a"}}'],
  ["a key that is no text", '{"id":{1:2}}'],
  ["no comma", '{"id":"a" "priority":"b"}'],
  ["no comma inside", '{"id":[1 2]}'],
  ["a comma at the end", '{"id":"a",}'],
  ["something after the object", '{"id":"a"} x'],
  ["no end", '{"id":"a"'],
  ["a list around it", '[{"id":"a"}]'],
  ["more than 32 lists in lists", `{"id":${"[".repeat(40)}${"]".repeat(40)}}`],
])("%s is left to JSON.parse", (_, text) => {
  expect(found(text)).toBeUndefined();
});

test("an object that goes on in the next line is left to JSON.parse", () => {
  const spans = new ObjectSpans(header, names.length);
  const bytes = Buffer.from('{"id":\n"T-1"}\n');
  expect(spans.find(bytes, 0, bytes.indexOf("\n"))).toBe(false);
  expect(spans.find(bytes, 0, bytes.length - 1)).toBe(true);
});

const key = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...names) }, fc.constantFrom("at", "user", "name", "i d"));
const simple = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("P1", "2026-11-20T10:00Z", "", "a\nb", null, true, false, 0, -1, 1.5, 1e21, 1e-7, -0, [1, "a"]),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
);
const inside = fc.dictionary(fc.constantFrom("at", "user", "name", "0"), simple);
const value = fc.oneof({ weight: 3, arbitrary: simple }, inside, fc.record({ user: inside, at: simple }));
const blank = fc.constantFrom("", " ", "\t", "\r\n", "  ");

test("what is found in bytes is what JSON.parse finds, in any order, with any blanks, and after any change of a character", () => {
  const member = fc.tuple(key, value, blank, blank).map(([k, v, before, after]) => {
    return `${before}${JSON.stringify(k)}${after}:${before}${JSON.stringify(v)}${after}`;
  });
  const sign = fc.constantFrom('"', "\\", ",", "}", "]", "0", ".", "e", "x", " ", "");
  const change = fc.option(fc.tuple(fc.nat(), sign), { nil: undefined });
  let times = 0;
  fc.assert(
    fc.property(fc.array(member, { minLength: 1, maxLength: 3 }), change, (members, changed) => {
      let text = `{${members.join(",")}}`;
      if (changed) {
        const at = changed[0] % text.length;
        text = text.slice(0, at) + changed[1] + text.slice(at + 1);
      }
      // Half a character is no text in UTF-8.
      text = Buffer.from(text).toString();
      const inBytes = found(text);
      if (!inBytes) return;
      times++;
      const other = parsed(text);
      if (!other.object) throw new Error(`not JSON: ${text}`);
      expect(textsOf(inBytes)).toEqual(textsOf(other));
      expect(names.map((_, column) => inBytes.cell(column))).toEqual(names.map((_, column) => other.cell(column)));
      expect(inBytes.cells()).toEqual(other.cells());
      header.forEach((_, column) => {
        const isEmpty = inBytes.spans?.starts[column] === inBytes.spans?.ends[column];
        if (isEmpty) expect(other.text(column)).toBe("");
      });
    }),
    { numRuns: 4000 },
  );
  expect(times).toBeGreaterThan(300);
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
    '{"id":"T-7","priority":"P1","opened":"2026-11-20T10:00Z","region":"japan","note":"a\\n\\"b\\","}',
    '{"id":"T\\u002d8","priority":"\\u0050\\u0031","opened":"2026-11-20T10:00\\u005a","region":"japan","note":["a"]}',
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

test("a column that the file does not have is empty", () => {
  const row = found('{"id":"T-1"}');
  expect([row?.text(-1), row?.cell(-1)]).toEqual(["", ""]);
});
