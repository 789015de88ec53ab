/**
 * Each limit of src/limits.ts: docs/files.md lists it with its value, what reaches it is accepted, and what is beyond it is refused with
 * the exit code that the page gives.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTextFile } from "../src/io/io.js";
import * as limits from "../src/limits.js";
import { type } from "./terminal.js";

const now = "2026-11-22T09:00:00Z";
const header = "id,priority,region,opened";
const row = "1,P1,emea,2026-11-20T10:00Z";
const batch = ["deadline", "-p", "business", "--input", "-"];
const minimal = JSON.parse(readFileSync("fixtures/datasets/minimal.json", "utf8"));

async function codeOf(line: readonly string[], setting: Parameters<typeof type>[1] = {}): Promise<number> {
  const { code, stderr } = await type([...line], { now, ...setting });
  if (code !== 0) expect(stderr).toMatch(/\S/);
  return code;
}

const ofRows = (text: string) => codeOf(batch, { stdin: `${text}\n` });
const ofJsonRow = (value: string) =>
  codeOf([...batch, "--input-format", "jsonl"], {
    stdin: `{"id":1,"priority":"P1","region":"emea","opened":"2026-11-20T10:00Z","x":${value}}\n`,
  });
const ofDataset = (change: object) =>
  codeOf(["dataset", "validate", "d.json"], { files: { "d.json": JSON.stringify({ ...minimal, ...change }) } });
const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

function plans(count: number): object {
  const ids = Array.from({ length: count }, (_, i) => `p${i}`);
  const each = <T>(value: (id: string, i: number) => T) => Object.fromEntries(ids.map((id, i) => [id, value(id, i)]));
  const targets = Object.values(minimal.targets)[0];
  return {
    plans: each((id, rank) => ({ name: { en: id }, rank, paid: true })),
    targets: each(() => targets),
    candidates: ids,
  };
}

async function ofDocument(bytes: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "support-cli-"));
  try {
    writeFileSync(join(folder, "a"), Buffer.alloc(bytes, "a"));
    return await readTextFile(join(folder, "a")).then(
      () => 0,
      ({ error }) => (error.code === "unreadable-file" && error.reason === "too-large" ? 3 : 70),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A rule that takes 999,004 steps, and events that take one each. */
function ofCalendar(events: number): Promise<number> {
  const often = ["DTSTART:20260701T000000", "RRULE:FREQ=SECONDLY;COUNT=333000"];
  const event = (lines: readonly string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"];
  const text = [
    "BEGIN:VCALENDAR",
    ...event(often),
    ...Array.from({ length: events }, () => event(["DTSTART:20260601"])).flat(),
    "END:VCALENDAR",
  ];
  return codeOf(["deadline", "-P", "P2", "-p", "business", "-r", "japan", "--opened", now, "--holidays", "a.ics"], {
    files: { "a.ics": text.join("\r\n") },
  });
}

const elapsed = (to: string) =>
  codeOf(["hours", "emea", "--calendar", "--format", "csv", "--from", "2026-01-01T00:00Z", "--to", to]);
const alarm = (text: string) =>
  codeOf(["deadline", "-P", "P1", "-p", "business", "--opened", "now", "--format", "ics", "--alarm", text]);

/** The exit code for a thing of the size of a limit, and for one just beyond it. */
const cases: Readonly<
  Record<keyof typeof limits, readonly (readonly [number, (beyond: number) => Promise<number>])[]>
> = {
  maxTimeCharacters: [
    [2, (by) => codeOf(["deadline", "-P", "P1", "-p", "business", "--opened", padded(by)])],
    [2, (by) => alarm(`${"0".repeat(limits.maxTimeCharacters - 2 + by)}5m`)],
  ],
  maxRowBytes: [[3, (by) => ofRows(`${header},text\n${row},${"x".repeat(limits.maxRowBytes - 100 + by * (2 << 20))}`)]],
  maxColumns: [
    [
      3,
      (by) =>
        ofRows(
          `${header}${names(limits.maxColumns - 4 + by)}\n${row}`.replace(/$/, ",".repeat(limits.maxColumns - 4 + by)),
        ),
    ],
  ],
  maxDocumentBytes: [[3, (by) => ofDocument(limits.maxDocumentBytes + by)]],
  maxJsonDepth: [
    [3, (by) => ofJsonRow(nested(limits.maxJsonDepth - 1 + by))],
    [
      3,
      (by) =>
        codeOf(["recommend", "--answers", "a.json"], { files: { "a.json": `{"contacts":${nested(99 + by)}}` } }).then(
          (code) => (by === 0 && code === 3 ? 0 : code),
        ),
    ],
  ],
  maxTextCharacters: [[3, (by) => ofDataset({ title: { en: "x".repeat(limits.maxTextCharacters + by) } })]],
  maxIdCharacters: [[3, (by) => ofDataset({ id: "x".repeat(limits.maxIdCharacters + by) })]],
  maxPlans: [[3, (by) => ofDataset(plans(limits.maxPlans + by))]],
  maxYears: [
    [2, (by) => elapsed(by === 0 ? "2126-01-01T00:00Z" : "2126-02-01T00:00Z")],
    [2, (by) => alarm(`${limits.maxYears * 365.25 + by}d`)],
  ],
  maxCalendarSteps: [[3, (by) => ofCalendar(996 + by)]],
  maxWidth: [[2, (by) => codeOf(["compare", "--width", String(limits.maxWidth + by)])]],
};

function padded(by: number): string {
  return "2026-11-20T10:00Z".padEnd(limits.maxTimeCharacters + by);
}

function names(count: number): string {
  return Array.from({ length: count }, (_, i) => `,c${i}`).join("");
}

describe.each(Object.entries(cases))("%s", (_, ways) => {
  test.each(ways.map(([code, run], i) => ({ i, code, run })))(
    "what reaches it, and what is beyond it: $i",
    async ({ code, run }) => {
      expect([await run(0), await run(1)]).toEqual([0, code]);
    },
  );
});

test("docs/files.md lists each limit with its value", () => {
  const rows = readFileSync("docs/files.md", "utf8").matchAll(/^\| `(max\w+)` \| ([\d,]+)( MiB)? \|/gm);
  const listed = [...rows].map(([, name, value = "", unit]) => [
    name,
    Number(value.replaceAll(",", "")) * (unit === undefined ? 1 : 1 << 20),
  ]);
  expect(Object.fromEntries(listed)).toEqual({ ...limits });
});

test("a cell longer than any time is a bad row", async () => {
  const errorOf = async (by: number) =>
    (await type(batch, { now, stdin: `${header}\n1,P1,emea,${"5".repeat(limits.maxTimeCharacters + by)}\n` })).stderr;
  expect(await errorOf(0)).not.toContain("is longer than 200 characters");
  expect(await errorOf(1)).toContain("is longer than 200 characters");
});
