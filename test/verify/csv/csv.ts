/**
 * Generated ticket files through the reader and through papaparse, which shares no code with it: the same cells in the same order, from
 * blocks of any size. Files with broken quotes or bytes have no cells that two readers must agree on; blocks must not change them either.
 */
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { CliError } from "../../../src/errors.js";
import { openReader } from "../../../src/tickets/reader.js";
import { ReadingNotes } from "../../../src/tickets/row.js";
import { generateFile } from "./files.js";

// A package of this suite alone, which is not there for the type check.
const Papa = createRequire(import.meta.url)("papaparse") as {
  parse: (
    text: string,
    options: { readonly delimiter: string; readonly newline: string },
  ) => { readonly data: readonly (readonly string[])[]; readonly errors: readonly unknown[] };
};

const files = Number(process.env.FILES ?? 20_000);
const seed = Number(process.env.SEED ?? Math.floor(Date.now() / 86_400_000));

interface ReadRow {
  readonly line: number;
  readonly error: string | undefined;
  readonly isVerbatim: boolean;
  readonly cells: readonly string[];
}

/** The header and rows of a file, or the error that refuses it. */
function readFile(name: string, bytes: Uint8Array, encoding: string | undefined, blockSize: number) {
  const rows: ReadRow[] = [];
  let header: readonly string[] = [];
  let separator = "";
  const notes = new ReadingNotes();
  const reader = openReader({
    format: name.endsWith(".tsv") ? "tsv" : "csv",
    columns: { path: name, map: {}, preset: undefined, hasPriority: false },
    encoding,
    notes,
    sink: {
      begin(_, format) {
        header = format.names;
        separator = format.separator;
      },
      row(row) {
        rows.push({ line: row.line, error: row.error?.code, isVerbatim: row.isVerbatim, cells: row.cells() });
      },
    },
  });
  let refused: unknown;
  try {
    for (let at = 0; at < bytes.length; at += blockSize) reader.feed(bytes.subarray(at, at + blockSize));
    reader.end();
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    refused = error.fault;
  }
  return { header, separator, rows, refused, notes };
}

/** The records of sound text by papaparse, blank lines left out; undefined where it reads blanks or lines in its own way. */
function peerRecords(text: string, delimiter: string, newline: string): readonly (readonly string[])[] | undefined {
  // Blanks after a closing quote at the end of a line are not the cell's; the library takes them for text at the end of a file.
  if (/ +(?=[\r\n]|$)/.test(text)) return undefined;
  const { data, errors } = Papa.parse(text.startsWith("\ufeff") ? text : `\ufeff${text}`, {
    delimiter,
    newline,
  });
  if (errors.length > 0) return undefined;
  const isBlank = (cells: readonly string[]) => cells.every((cell) => cell === "");
  // A row of one empty cell in quotes looks like a blank line to the library.
  return /(?:^|[\r\n])""(?:[\r\n]|$)/.test(text) ? undefined : data.filter((cells) => !isBlank(cells));
}

test(`${files} generated files (SEED=${seed})`, () => {
  let compared = 0;
  for (let i = 0; i < files; i++) {
    const { name, bytes, options, blockSize, lineEnd } = generateFile(seed * 1_000_000 + i);
    const encoding = options.includes("--encoding") ? "latin1" : undefined;
    const whole = readFile(name, bytes, encoding, bytes.length + 1);
    expect(readFile(name, bytes, encoding, blockSize), `file ${i} in blocks of ${blockSize}`).toEqual(whole);
    const { footerLines, skippedLines, undecodableRows } = whole.notes;
    const isBroken = whole.rows.some(({ error }) => error === "bad-quotes") || undecodableRows > 0;
    // What is left out has no place in the other reader, which knows no footers.
    if (whole.refused || isBroken || footerLines + skippedLines > 0 || lineEnd === undefined) continue;
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    const peer = peerRecords(text, whole.separator, lineEnd);
    if (!peer) continue;
    compared++;
    expect([whole.header, ...whole.rows.map(({ cells }) => cells)], `file ${i}`).toEqual(peer);
    for (const { cells, error } of whole.rows)
      expect(error, `file ${i}`).toBe(cells.length === whole.header.length ? undefined : "cell-count");
  }
  console.log(`csv: ${files} files, ${compared} compared with papaparse cell by cell (SEED=${seed})`);
  expect(compared).toBeGreaterThan(files / 20);
});
