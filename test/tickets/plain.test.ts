/**
 * The quick way through plain rows against the general reading by the library, on the same bytes: the same output, byte for byte.
 */
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { runRows } from "./batch.js";

const times = [
  "2026-11-20T16:40+09:00",
  "2026-11-20T16:40:59.250Z",
  "2026-11-20 16:40",
  "2024-02-29T23:59:59-08:00",
  "2023-02-29T10:00Z",
  "2026-11-01T01:30:00+0900",
  "2026-03-08T10:00:00+09",
  "2026-11-20T24:00Z",
  "2026-11-20T10:00:00.5Z",
  "2026-11-20T10:00:60Z",
  "2026-1-20T10:00Z",
  "0999-12-31T10:00Z",
  "9999-12-31T10:00Z",
  "@1700000000",
  "",
  "tomorrow",
  "2026-11-20",
  "2026-11-20T10:00+25:00",
];
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("x", "a b", "日本", "", "café", '5" disk', "0") },
  { weight: 2, arbitrary: fc.constantFrom('"a, b"', '"say ""hi"""', '"two\nlines"', '"two\r\nlines"', '""') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "=1+1",
      "-5",
      "+5,5",
      "-2:30",
      "@x",
      "＝1",
      '"=x"',
      "\tq",
      " y",
      '"open',
      'a"b"c',
      '"q"z',
      "\ufeff",
      '" =1"',
    ),
  },
);
const row = fc
  .record({
    id: fc.constantFrom("1", "T-2", '"3"', '"4,4"', "=5"),
    priority: fc.constantFrom("P1", "P2", "P3", "P4", '"P2"', "p2", "P9", "", " P3 ", '"P""2"'),
    region: fc.constantFrom("japan", "emea", "apac", "americas", '"japan"', "", "mars"),
    opened: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...times) },
      { weight: 1, arbitrary: fc.constantFrom(...times.map((t) => `"${t}"`)) },
    ),
    responded: fc.constantFrom("", "2026-11-21T10:00Z", '"2026-11-21T10:00Z"', "2020-01-01T00:00Z", "soon"),
    subject: cell,
    shape: fc.constantFrom("whole", "whole", "whole", "whole", "whole", "whole", "short", "long", "blank"),
    end: fc.constantFrom("\n", "\n", "\n", "\r\n", "\r"),
  })
  .map(({ id, priority, region, opened, responded, subject, shape, end }) => {
    const cells = [id, priority, region, opened, responded, subject];
    if (shape === "blank") return end;
    return `${(shape === "short" ? cells.slice(0, 4) : shape === "long" ? [...cells, "more"] : cells).join(",")}${end}`;
  });
const header = "id,priority,region,opened,responded,subject";
const file = fc
  .record({ rows: fc.array(row, { maxLength: 12 }), headerEnd: fc.constantFrom("\n", "\r\n"), cutsEnd: fc.boolean() })
  .map(({ rows, headerEnd, cutsEnd }) => {
    const text = `${header}${headerEnd}${rows.join("")}`;
    return cutsEnd ? text.trimEnd() : text;
  });

describe("plain rows", () => {
  test("come out as the general reading has them, whatever the blocks", async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.integer({ min: 1, max: 200 }), async (text, blockSize) => {
        const general = await runRows(text, {}, { isPlain: false });
        expect(await runRows(text, {}, { isPlain: true })).toEqual(general);
        expect(await runRows(text, {}, { isPlain: true, blockSize })).toEqual(general);
        expect(await runRows(text, {}, { isPlain: false, blockSize })).toEqual(general);
      }),
      { numRuns: 400 },
    );
  });

  test("keep the cells that the library reads in the whole file at once", async () => {
    const soundCell = fc.constantFrom("x", "a b", "日本", "", '"a, b"', '"say ""hi"""', '"two\nlines"', '5" disk');
    const soundRow = fc.tuple(
      fc.constantFrom("1", '"2"'),
      fc.constantFrom("P1", "P2"),
      fc.constant("japan"),
      fc.constantFrom(...times.filter((t) => !t.startsWith("@"))),
      fc.constant(""),
      soundCell,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(soundRow, { minLength: 1, maxLength: 12 }), async (rows) => {
        const text = [header, ...rows.map((cells) => cells.join(","))].join("\n");
        const wanted = Papa.parse<string[]>(text, { delimiter: ",", newline: "\n" }).data;
        const { text: out, read } = await runRows(text);
        const found = Papa.parse<string[]>(out.trimEnd(), { delimiter: ",", newline: "\n" }).data;
        expect(read).toBe(rows.length);
        expect(found.map((cells) => cells.slice(0, 6))).toEqual(wanted);
      }),
      { numRuns: 200 },
    );
  });
});
