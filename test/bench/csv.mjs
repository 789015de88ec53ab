/**
 * Reading 1,000,000 tickets through csv-parse, papaparse and udsv, in blocks of 1 MiB, rows as arrays of strings; medians of three runs.
 * What libraries take for the cells alone: see NOTES.md here.
 */
import { createReadStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse";
import Papa from "papaparse";
import { inferSchema, initParser } from "udsv";
import { writeTickets } from "./batch-data.mjs";

const rows = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), "support-cli-csv-"));
const path = join(folder, "tickets.csv");
writeTickets(path, rows);
const blocks = () => createReadStream(path, { highWaterMark: 1 << 20, encoding: "utf8" });

const libraries = {
  async "csv-parse"() {
    let count = 0;
    for await (const row of createReadStream(path, { highWaterMark: 1 << 20 }).pipe(parse()))
      count += row.length > 0 ? 1 : 0;
    return count - 1;
  },
  async papaparse() {
    let count = 0;
    let rest = "";
    for await (const block of blocks()) {
      const text = rest + block;
      const end = text.lastIndexOf("\n") + 1;
      rest = text.slice(end);
      count += Papa.parse(text.slice(0, end), { delimiter: ",", newline: "\n", skipEmptyLines: true }).data.length;
    }
    return count - 1;
  },
  async udsv() {
    let count = 0;
    let rest = "";
    let header;
    let parser;
    for await (const block of blocks()) {
      const text = rest + block;
      const end = text.lastIndexOf("\n") + 1;
      rest = text.slice(end);
      // It wants a header before each piece.
      const whole = header === undefined ? text.slice(0, end) : header + text.slice(0, end);
      header ??= text.slice(0, text.indexOf("\n") + 1);
      parser ??= initParser(inferSchema(whole));
      count += parser.stringArrs(whole).length;
    }
    return count;
  },
};

console.log(`${rows.toLocaleString("en-US")} tickets, ${(statSync(path).size / 1e6).toFixed(0)} MB`);
for (const [name, read] of Object.entries(libraries)) {
  const seconds = [];
  let count = 0;
  for (let run = 0; run < 3; run++) {
    const begun = performance.now();
    count = await read();
    seconds.push((performance.now() - begun) / 1000);
  }
  console.log(`${name}: ${seconds.sort((a, b) => a - b)[1].toFixed(2)} s, ${count.toLocaleString("en-US")} rows`);
}
rmSync(folder, { recursive: true });
