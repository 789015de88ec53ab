/**
 * What is written, in blocks.
 */
import { expect, test } from "vitest";
import { blocksOf } from "../../src/io/content.js";

const textOf = (blocks: readonly Uint8Array[]) => Buffer.concat(blocks).toString();

test("texts and bytes come in blocks of at most a mebibyte", () => {
  const text = "日本".repeat(300_000);
  for (const content of [text, Buffer.from(text)]) {
    const blocks = [...blocksOf(content)];
    expect(blocks.map(({ length }) => length)).toEqual([1 << 20, 1_800_000 - (1 << 20)]);
    expect(textOf(blocks)).toBe(text);
  }
  expect([...blocksOf("")]).toEqual([]);
});

test("small parts are joined, and computed only for the next block", () => {
  let made = 0;
  function* parts() {
    for (; made < 100_000; made++) yield "part é\n";
  }
  const blocks = blocksOf(parts());
  const first = blocks.next().value as Uint8Array;
  expect(first.length).toBeGreaterThan(1 << 17);
  expect(made).toBeLessThan(20_000);
  expect(textOf([first, ...blocks])).toBe("part é\n".repeat(100_000));
});
