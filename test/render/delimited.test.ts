/** Text in Markdown is shown as it is written. */
import { expect, test } from "vitest";
import { escapeMarkdown } from "../../src/render/delimited.js";

test.each([
  ["see https://example.com/a now", "see https\\://example.com/a now"],
  ["HTTP://x.example and ftp://y.example", "HTTP\\://x.example and ftp\\://y.example"],
  ["www.example.com, WWW.example.com", "www\\.example.com, WWW\\.example.com"],
  ["9:30, a: b, awww.", "9:30, a: b, awww."],
])("bare addresses do not become links: %s", (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});
