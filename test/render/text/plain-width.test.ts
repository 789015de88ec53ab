/** The fast measure equals the slow one for each character and its neighbours, or is undefined. */
import { eastAsianWidth } from "get-east-asian-width";
import { expect, test } from "vitest";
import { plainWidth } from "../../../src/render/text/plain-width.js";

const longWay = (text: string) =>
  Array.from(text).reduce((sum, character) => sum + eastAsianWidth(character.codePointAt(0) as number), 0);

const known: string[] = [];
for (let unit = 0; unit < 0x10000; unit++) {
  const character = String.fromCharCode(unit);
  if (plainWidth(character) >= 0) known.push(character);
}

test("each character it knows has the width the long way gives", () => {
  expect(known.length).toBeGreaterThan(20_000);
  expect(known.filter((character) => plainWidth(character) !== longWay(character))).toEqual([]);
});

test("each known character has its own width, whatever is beside it", () => {
  const segmenter = new Intl.Segmenter();
  const pairs = known.flatMap((character, i) => [
    character + known[(i * 7919) % known.length],
    `a${character}`,
    `${character}漢`,
  ]);
  expect(pairs.filter((pair) => [...segmenter.segment(pair)].length !== 2)).toEqual([]);
  expect(pairs.filter((pair) => plainWidth(pair) !== longWay(pair))).toEqual([]);
});

test.each(["e\u0301", "👍", "1\ufe0f\u20e3", "\u001b[1mx", "\u200b", "한", "ｶﾞ", "©", "葛\u{e0100}", "\t"])(
  "it does not know %j",
  (text) => {
    expect(plainWidth(text)).toBe(-1);
  },
);
