/**
 * What is refused with a reason rather than guessed at: encodings that are not read, headers with an open quote, keys that are there twice.
 */
import { describe, expect, test } from "vitest";
import { type } from "../terminal.js";

const row = "1,P2,emea,2026-11-20T10:00Z\n";
const line = ["deadline", "-p", "business", "--now", "2026-11-22T09:00Z", "--input", "-"];

function utf32(text: string, isLittle: boolean): Uint8Array {
  const bytes = Buffer.alloc(4 * (text.length + 1));
  for (const [i, char] of [...`\uFEFF${text}`].entries()) {
    const code = char.codePointAt(0) as number;
    if (isLittle) bytes.writeUInt32LE(code, 4 * i);
    else bytes.writeUInt32BE(code, 4 * i);
  }
  return bytes;
}

describe("encodings", () => {
  test.each([true, false])("UTF-32 with a mark is read, little-endian: %s", async (isLittle) => {
    const { code, stdout } = await type(line, { stdin: utf32(`id,priority,region,opened\n${row}`, isLittle) });
    expect([code, stdout]).toEqual([
      0,
      "id,priority,region,opened,deadline,status,error\n1,P2,emea,2026-11-20T10:00Z,2026-11-20T12:00:00Z,overdue,\n",
    ]);
  });
  test("UTF-16 with a mark is read", async () => {
    const stdin = Buffer.from(`\uFEFFid,priority,region,opened\n${row}`, "utf16le");
    expect((await type(line, { stdin })).stdout).toContain("2026-11-20T12:00:00Z");
  });
});

describe("a header with an open quote is named as such", () => {
  test.each([
    '"id,priority,region,opened',
    'id,"priority,region,opened',
    'id,priority,region,"opened',
    'id,priority,region,"opened"x',
  ])("%s", async (header) => {
    const { code, stderr } = await type(line, { stdin: `${header}\n${row}` });
    expect(code).toBe(3);
    expect(stderr).toMatch(/:1: unmatched quotes in the header\./);
  });
  test("a quoted name over two lines is a name", async () => {
    const { code } = await type(line, { stdin: `id,priority,region,opened,"two\nlines"\n${row.trim()},x\n` });
    expect(code).toBe(0);
  });
});

describe("lines of JSON that have the key of a column twice", () => {
  const object = '"id":"1","priority":"P2","region":"emea","opened":"2026-11-20T10:00Z"';
  const jsonl = [...line, "--input-format", "jsonl"];
  test.each([
    ["opened", `{${object},"opened":"2026-11-21T10:00Z"}`],
    ["priority", `{${object},"x":{"a":1},"\\u0070riority" : "P2"}`],
  ])("%s: the row has an error", async (key, text) => {
    const { code, stdout } = await type(jsonl, { stdin: `${text}\n` });
    expect(code).toBe(3);
    expect(stdout).toContain(`"error":"repeated-key: the object has the key ${key} more than once"`);
  });
  test.each([`{${object},"x":1,"x":2}`, `{${object},"x":{"x":1,"opened":2}}`, `{${object},"x":"\\"opened\\":"}`])(
    "%s has no such key twice",
    async (text) => expect((await type(jsonl, { stdin: `${text}\n` })).code).toBe(0),
  );
});
