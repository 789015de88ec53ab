/** Characters that a calendar file's folded lines split are whole again; every other file is left as it is. */
import { expect, test } from "vitest";
import { decodeText } from "../../src/io/io.js";

const bytes = (text: string) => [...new TextEncoder().encode(text)];
const lines = (...pieces: readonly (string | readonly number[])[]) =>
  Uint8Array.from(pieces.flatMap((piece) => (typeof piece === "string" ? bytes(piece) : piece)));
const [first, second, third] = bytes("休") as [number, number, number];
const face = bytes("😀");

test("a character split after any of its bytes, with either line end and either blank", () => {
  const split = lines(
    "BEGIN:VCALENDAR\r\nSUMMARY:",
    [first],
    "\r\n ",
    [second, third],
    "日",
    [first, second],
    "\n\t",
    [third],
    face.slice(0, 2),
    "\r\n ",
    face.slice(2),
    "\r\nEND:VCALENDAR\r\n",
  );
  expect(decodeText("a.ics", split).replace(/\r?\n[ \t]/g, "")).toBe(
    "BEGIN:VCALENDAR\r\nSUMMARY:休日休😀\r\nEND:VCALENDAR\r\n",
  );
});

test("the lines keep their numbers", () => {
  const split = lines("BEGIN:VCALENDAR\r\nSUMMARY:", [first], "\r\n ", [second, third], "\r\nEND:VCALENDAR\r\n");
  expect(decodeText("a.ics", split).split("\r\n")).toEqual(["BEGIN:VCALENDAR", "SUMMARY:休", " ", "END:VCALENDAR", ""]);
});

test("other files and other bytes are no text", () => {
  expect(() => decodeText("a.txt", lines("x", [first], "\n ", [second, third]))).toThrow();
  expect(() => decodeText("a.ics", lines("BEGIN:VCALENDAR\n", [first], "\n  ", [second, third]))).toThrow();
  expect(() => decodeText("a.ics", lines("BEGIN:VCALENDAR\n", [first], "\n "))).toThrow();
});
