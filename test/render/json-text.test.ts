/**
 * JSON in parts: the text of JSON.stringify, with lists whose entries are made one after another.
 */
import { expect, test } from "vitest";
import { formatJson, formatJsonInParts } from "../../src/render/json-text.js";

const entries = [{ from: 1, to: [1, 2] }, { from: 2, none: undefined, text: "a\n\u202eb" }, "text", null];

test.each([
  ["a document", { name: "a\u0085", nothing: null, left: undefined, list: entries, deep: [[[[[[1, {}]]]]]] }],
  ["empty members", { object: {}, list: [], parts: [{}, []] }],
  ["a text", "text"],
])("%s has the text of formatJson", (_, document) => {
  expect([...formatJsonInParts(document)].join("")).toBe(`${formatJson(document, 2)}\n`);
});

test("a function is a list whose entries are computed when they are written", () => {
  let made = 0;
  function* list() {
    for (const entry of entries) {
      made++;
      yield entry;
    }
  }
  const parts = formatJsonInParts({ regions: [{ list }] });
  let text = "";
  while (!text.includes('"from": 1')) text += parts.next().value;
  expect(made).toBe(1);
  expect(text + [...parts].join("")).toBe(`${formatJson({ regions: [{ list: entries }] }, 2)}\n`);
  expect([...formatJsonInParts({ list: () => [] })].join("")).toBe('{\n  "list": []\n}\n');
});
