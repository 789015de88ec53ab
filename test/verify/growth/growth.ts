/**
 * Time grows with the input, not faster: each kind of long input is read at two sizes, and four times as much may take at most nine
 * times the processor's time (a quadratic reader takes sixteen). Ratios, never seconds: sizes grow until they can be measured.
 */
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { type Setting, type, wordsOf } from "../../terminal.js";

const bundled = JSON.parse(await readFile("src/data/bundled/adobe-experience-cloud-2022.json", "utf8"));
const repeat = (text: string, times: number) => text.repeat(times);
const rows = (count: number, row: (i: number) => string) => Array.from({ length: count }, (_, i) => row(i)).join("\n");
const csv = (row: string, header = "id,priority,opened,region,note") => `${header}\n${row}\n`;
const batch = "deadline -p business --source-tz UTC --input -";
const dataset = (change: object) => ({ "d.json": JSON.stringify({ ...bundled, ...change }) });

/** A command line and what it reads, of a size. */
const kinds: Readonly<Record<string, (size: number) => { line: string } & Setting>> = {
  "blanks in a time": (n) => ({ line: batch, stdin: csv(`1,P1,1/2/2026${repeat(" ", n)}x,japan,`) }),
  "blanks in a cell": (n) => ({ line: batch, stdin: csv(`1,P1,2026-11-20T10:00Z,japan,a${repeat(" ", n)}b`) }),
  "quotes in a cell": (n) => ({ line: batch, stdin: csv(`1,P1,2026-11-20T10:00Z,japan,"${repeat('""', n)}"`) }),
  "line ends in a cell": (n) => ({ line: batch, stdin: csv(`1,P1,2026-11-20T10:00Z,japan,"${repeat("\n", n)}"`) }),
  "a long unknown word": (n) => ({ line: batch, stdin: csv(`1,${repeat("x", n)},2026-11-20T10:00Z,japan,`) }),
  "rows of unknown words": (n) => ({
    line: batch,
    stdin: csv(rows(n / 50, (i) => `${i},w${i},2026-11-20T10:00Z,japan,`)),
  }),
  "rows of tickets": (n) => ({ line: batch, stdin: csv(rows(n / 20, (i) => `${i},P2,2026-11-20T10:00Z,japan,`)) }),
  "rows with dates in words": (n) => ({
    line: batch,
    stdin: csv(rows(n / 50, (i) => `${i},P2,20/Nov/26 3:15 PM,japan,"a"`)),
  }),
  "a line of JSON with long text": (n) => ({
    line: batch,
    stdin: `{"id":"1","priority":"P1","opened":"2026-11-20T10:00Z","note":"${repeat("\\n ", n)}"}\n`,
  }),
  "an audit's ticket with a long id": (n) => ({
    line: "audit - -p business",
    stdin: csv(
      `${repeat("ab ", n)},P1,2026-11-20T10:00Z,japan,2026-11-21T10:00Z`,
      "id,priority,opened,region,responded",
    ),
    columns: 80,
  }),
  "an audit's ticket with a long id as Markdown": (n) => ({
    line: "audit - -p business --format markdown",
    stdin: csv(
      `a${repeat(" ", n)}b|${repeat("|", n)},P1,2026-11-20T10:00Z,japan,2026-11-23T10:00Z`,
      "id,priority,opened,region,responded",
    ),
  }),
  "columns with the names of the added ones": (n) => {
    const names = Array.from({ length: n / 800 }, (_, i) =>
      ["status", "deadline", "error"].map((name) => `${name}_${i + 2}`),
    );
    const header = ["id,priority,opened,region", "status", "deadline", "error", ...names.flat()].join(",");
    return { line: batch, stdin: csv("1,P1,2026-11-20T10:00Z,japan,a,b,c", header) };
  },
  "a long line in a file of holidays": (n) => ({
    line: "hours japan --holidays h.txt",
    files: { "h.txt": `2026-12-24 ${repeat("# ", n)}\u2028x\n` },
  }),
  "a file of holidays": (n) => ({
    line: "hours japan --holidays h.txt",
    files: { "h.txt": rows(n / 20, (i) => new Date(86_400_000 * (i % 30_000)).toISOString().slice(0, 10)) },
  }),
  "a calendar of many years": (n) => ({
    line: `hours japan emea --calendar --json --from 2000-01-01T00:00Z --to ${new Date(Date.UTC(2000, 0, 1 + n / 100)).toISOString()}`,
  }),
  "a deep and wide JSON document": (n) => ({
    line: "compare --dataset d.json",
    files: { "d.json": `[${repeat("[],", n)}[]]` },
  }),
  "a dataset with a long text": (n) => ({
    line: "compare --dataset d.json",
    files: dataset({ version: repeat(" ", n) }),
  }),
  "a dataset with many impossible holidays": (n) => ({
    line: "compare --dataset d.json",
    files: dataset({
      regions: { r: { name: { en: "R" }, zone: "UTC", hours: {}, holidays: repeat("2026-02-30,", n / 50).split(",") } },
    }),
  }),
  "a long name of a plan in answers": (n) => ({ line: `recommend --no-input --contacts 5 -p ${repeat("x", n)}` }),
  "long words on the command line": (n) => ({ line: `deadline -P P2 -r ${repeat("x", n)}` }),
};

async function processorMs(kind: (size: number) => { line: string } & Setting, size: number): Promise<number> {
  const { line, ...setting } = kind(size);
  const argv = wordsOf(line);
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage();
    const { code } = await type(argv, setting);
    const { user, system } = process.cpuUsage(before);
    expect([0, 1, 2, 3]).toContain(code);
    times.push((user + system) / 1000);
  }
  return Math.min(...times);
}

const measurableMs = 60;
const largest = 800_000;

test.each(Object.entries(kinds))("%s", async (_, kind) => {
  let size = 50_000;
  let once = await processorMs(kind, size);
  while (once < measurableMs && size < largest) {
    size *= 4;
    once = await processorMs(kind, size);
  }
  const more = await processorMs(kind, 4 * size);
  expect(more / Math.max(once, measurableMs), `${once} ms for ${size}, ${more} ms for four times as much`).toBeLessThan(
    9,
  );
});
