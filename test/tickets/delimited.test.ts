/** Rows of separated cells: what each is read as, on which line, from blocks of any size, up to the limit of a row and beyond. */
import { describe, expect, test } from "vitest";
import { openReader } from "../../src/tickets/reader.js";
import { ReadingNotes } from "../../src/tickets/row.js";
import { runRows } from "./batch.js";

interface Read {
  readonly line: number;
  readonly cells: readonly string[];
  readonly error: string | undefined;
}

function read(
  bytes: Uint8Array,
  format: "csv" | "jsonl" = "csv",
  blockSize = 1 << 16,
  notes = new ReadingNotes(),
): Read[] {
  const rows: Read[] = [];
  const reader = openReader({
    format,
    columns: { path: "t", map: {}, preset: undefined, hasPriority: false },
    encoding: undefined,
    notes,
    sink: {
      begin() {},
      row: (row) => rows.push({ line: row.line, cells: row.cells(), error: row.error?.code }),
    },
  });
  for (let at = 0; at < bytes.length; at += blockSize) reader.feed(bytes.subarray(at, at + blockSize));
  reader.end();
  return rows;
}

const header = "id,priority,opened\n";
const of = (text: string) => Buffer.from(header + text);

describe("rows", () => {
  test.each<[string, string, readonly (readonly [number, string, string?])[]]>([
    [
      "plain",
      "1,P1,x\n2,P2,y",
      [
        [2, "1|P1|x"],
        [3, "2|P2|y"],
      ],
    ],
    [
      "line ends of all kinds",
      "1,P1,x\r\n2,P2,y\r3,P3,z\n",
      [
        [2, "1|P1|x"],
        [3, "2|P2|y"],
        [4, "3|P3|z"],
      ],
    ],
    ["quotes", '"1","a, ""b""",""\n', [[2, '1|a, "b"|']]],
    ["quotes inside a cell", '1,5" disk,a"b"\n', [[2, '1|5" disk|a"b"']]],
    [
      "line ends in quotes",
      '"1\n2\r\n3\r4",P1,x\n5,P1,y',
      [
        [2, "1\n2\r\n3\r4|P1|x"],
        // A carriage return alone ends no line of a file whose lines end in line feeds.
        [5, "5|P1|y"],
      ],
    ],
    [
      "blanks after a closing quote",
      '"1" ,P1,"x"  \n"2",P2,"y" ',
      [
        [2, "1|P1|x"],
        [3, "2|P2|y"],
      ],
    ],
    [
      "blank lines",
      "\n1,P1,x\n\r\n\r2,P2,y\n\n",
      [
        [3, "1|P1|x"],
        [6, "2|P2|y"],
      ],
    ],
    [
      "text after a closing quote",
      '1,"P1"z,x\n2,P2,y',
      [
        [2, '1|"P1"z|x', "bad-quotes"],
        [3, "2|P2|y"],
      ],
    ],
    [
      "a quote that is never closed",
      '1,"P1,x\n2,P2,y\n',
      [
        [2, '1|"P1|x', "bad-quotes"],
        [3, "2|P2|y"],
      ],
    ],
    [
      "a quote at the very end",
      '1,P1,x\n2,P2,"',
      [
        [2, "1|P1|x"],
        [3, '2|P2|"', "bad-quotes"],
      ],
    ],
    [
      "too few cells and too many",
      "1\n2,P2,y,\n",
      [
        [2, "1", "cell-count"],
        [3, "2|P2|y|", "cell-count"],
      ],
    ],
    ["a carriage return at the very end", "1,P1,x\r", [[2, "1|P1|x"]]],
  ])("%s", (_, text, expected) => {
    const wanted = expected.map(([line, cells, error]) => ({ line, cells: cells.split("|"), error }));
    const bytes = of(text);
    for (let size = 1; size <= bytes.length; size++) expect(read(bytes, "csv", size), `${size}`).toEqual(wanted);
  });

  test("bytes that are no UTF-8 are noted, and their row is read", () => {
    const bytes = Buffer.concat([of("1,P1,x\n2,P2,"), Buffer.from([0xe9]), Buffer.from("\n3,P3,z\n")]);
    const notes = new ReadingNotes();
    expect(read(bytes, "csv", 1 << 16, notes).map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
    expect(notes).toMatchObject({ undecodableRows: 1, firstUndecodable: { line: 3 } });
  });

  test("UTF-16 is read from blocks of one byte", () => {
    const text = Buffer.from(`\ufeff${header}1,P1,日本\n`, "utf16le");
    for (const bytes of [text, Buffer.from(text).swap16()])
      expect(read(bytes, "csv", 1)).toEqual([{ line: 2, cells: ["1", "P1", "日本"], error: undefined }]);
  });

  test("a header after blank lines keeps the line numbers, whatever the blocks", () => {
    const bytes = Buffer.from(`\n\r\n${header}1,P1,x\n`);
    for (const size of [1, 2, 3, 100]) expect(read(bytes, "csv", size)[0]?.line).toBe(4);
  });
});

describe("long rows", () => {
  const megabyte = 1 << 20;
  const good = "2,P2,y\n";
  const ends = (text: string, size: number) =>
    read(of(text), "csv", size).map(({ line, cells, error }) => [line, cells[0], error]);

  test.each([megabyte >> 4, 20 * megabyte])(
    "a row beyond the limit is a bad row with its first cells, in blocks of %d",
    (size) => {
      expect(ends(`1,P1,${"x".repeat(12 * megabyte)}\n${good}`, size)).toEqual([
        [2, "1", "long-row"],
        [3, "2", undefined],
      ]);
      expect(ends(`1,P1,${"x".repeat(12 * megabyte)}`, size)).toEqual([[2, "1", "long-row"]]);
    },
  );

  test("a row within the limit is read whole", () => {
    const [row] = read(of(`1,P1,"${"x\n".repeat(3 * megabyte)}"\n`));
    expect([row?.error, row?.cells[2]?.length]).toEqual([undefined, 6 * megabyte]);
  });

  test.each([megabyte >> 4, 20 * megabyte])(
    "a quote that is never closed costs its own line in a longer file, in blocks of %d",
    (size) => {
      const rows = ends(`1,"P1,x\n${good.repeat(1_500_000)}`, size);
      expect(rows).toHaveLength(1_500_001);
      expect(rows.filter(([, , error]) => error !== undefined)).toEqual([[2, "1", "bad-quotes"]]);
      expect(rows.at(-1)).toEqual([1_500_002, "2", undefined]);
    },
  );

  test("a line of JSON beyond the limit is a bad row, and the rest is read", () => {
    const line = (id: number, text: string) => `${JSON.stringify({ id, priority: "P1", opened: text })}\n`;
    const rows = read(Buffer.from(line(1, "x") + line(2, "x".repeat(9 * megabyte)) + line(3, "y")), "jsonl");
    expect(rows.map(({ line, error }) => [line, error])).toEqual([
      [1, undefined],
      [2, "long-row"],
      [3, undefined],
    ]);
  });

  test.each(["plan", "priority", "region", "zone"])(
    "125,000 characters in %s are that row's own error",
    async (column) => {
      const columns = ["id", "priority", "region", "opened", "plan", "zone"];
      const cells = ["1", "P2", "japan", "2026-11-20T10:00Z", "business", ""];
      const long = cells.map((cell, i) => (columns[i] === column ? "x".repeat(125_000) : cell));
      const { text, read: count, bad } = await runRows([columns, long, cells].map((row) => row.join(",")).join("\n"));
      expect([count, bad]).toEqual([2, 1]);
      expect(text).toContain(`unknown-${column}: `);
    },
  );
});

test("a year with a sign among its digits is no time", async () => {
  const { text } = await runRows("id,priority,region,opened\n1,P2,japan,20_6-11-20T10:00Z\n");
  expect(text).toContain("bad-time");
});
