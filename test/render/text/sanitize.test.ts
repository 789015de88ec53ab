/**
 * Control characters: the ranges of the pattern are the classes that it is for.
 */
import { expect, test } from "vitest";
import { escapeControls, sanitizeOutput } from "../../../src/render/text/sanitize.js";

const classes = /^(?:\p{Cc}|\p{Bidi_Control}|[\u2028\u2029])$/u;
const all = Array.from({ length: 0x11_0000 }, (_, code) => String.fromCodePoint(code));

test("output keeps every character but the controls, and line ends and tabs", () => {
  const escaped = all.filter((character) => sanitizeOutput(character, { color: false, plain: false }) !== character);
  expect(escaped).toEqual(all.filter((character) => classes.test(character) && !"\t\n".includes(character)));
});

test("a value keeps none of them", () => {
  expect(all.filter((character) => classes.test(escapeControls(character)))).toEqual([]);
});

test("with colour, only the program's own codes stay", () => {
  const text = "\u001b[1mstrong\u001b[22m \u001b[2J\u001b[1m\u202e";
  expect(sanitizeOutput(text, { color: true, plain: false })).toBe(
    "\u001b[1mstrong\u001b[22m \\u001b[2J\u001b[1m\\u202e",
  );
});
