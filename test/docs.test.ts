/**
 * The README cannot rot: its examples are run and their output stands below them, its options and codes are the program's own.
 * `npm run golden` writes the examples anew.
 */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { exitCodes } from "../src/errors.js";
import { en } from "../src/i18n/en.js";
import * as library from "../src/index.js";
import { commands } from "../src/options.js";
import { version } from "../src/version.js";
import { type Setting, type, wordsOf } from "./terminal.js";

const readme = readFileSync("README.md", "utf8");
const manifest = JSON.parse(readFileSync("package.json", "utf8"));

/** Readers paste an example on some day, in some zone, in some language: what it prints must not depend on them. */
const readers: readonly Setting[] = [
  { now: "2031-04-06T03:21:07Z", zone: "Pacific/Auckland", env: { LANG: "C.UTF-8" } },
  { now: "2026-01-02T12:00:00Z", zone: "America/New_York", env: { LANG: "en_US.UTF-8" } },
];

/** A console block with each command's output on stdout, as any reader gets it. */
async function rerun(block: string): Promise<string> {
  const parts: string[] = [];
  for (const [, line = ""] of block.matchAll(/^\$ support-cli (.*)$/gm)) {
    const [first, ...others] = await Promise.all(readers.map((reader) => type(wordsOf(line), reader)));
    expect(first?.code, `${line}: ${first?.stderr}`).toBeLessThan(2);
    for (const { stdout } of others)
      expect(stdout, `support-cli ${line} depends on who runs it, and when`).toBe(first?.stdout);
    parts.push(`$ support-cli ${line}\n${first?.stdout}`);
  }
  return `\`\`\`console\n${parts.join("")}\`\`\``;
}

test("every example in the README shows what the program prints", async () => {
  const blocks = [...readme.matchAll(/^```console\n[\s\S]*?^```/gm)].map(([block]) => block);
  expect(blocks.length).toBeGreaterThan(5);
  let fresh = readme;
  for (const block of blocks) fresh = fresh.replace(block, (await rerun(block)).replaceAll("$", "$$$$"));
  await expect(fresh).toMatchFileSnapshot("../README.md");
});

test("the README names every command, format and exit code", () => {
  for (const [name, { formats }] of Object.entries(commands)) {
    const row = readme.split("\n").find((line) => line.startsWith(`| \`${name}`));
    expect(row, name).toBeDefined();
    for (const format of formats) expect(row).toMatch(new RegExp(`\\b${format}\\b`));
  }
  for (const [name, code] of Object.entries(exitCodes)) {
    const row = readme.split("\n").find((line) => line.startsWith(`| ${code} |`));
    const meaning = en.help.exitCodes[name as keyof typeof exitCodes];
    for (const flag of meaning.match(/--[a-z-]+/g) ?? []) expect(row).toContain(`\`${flag}\``);
    if (code === exitCodes.input) expect(row).toContain(meaning);
  }
});

test("the two commands of the README are scripts of the package", () => {
  expect(readme).toContain("npm ci && npm start -- compare");
  expect(readme).toContain("npm cit");
  expect(Object.keys(manifest.scripts)).toEqual(
    expect.arrayContaining(["start", "test", "build", "bench", "oracle", "sql", "golden"]),
  );
});

test("the map of src names every part", () => {
  const parts = readdirSync("src", { withFileTypes: true }).map((entry) =>
    entry.isDirectory() ? `${entry.name}/` : entry.name,
  );
  expect(parts).toContain("start.ts");
  for (const part of parts.filter((name) => name !== "tsconfig.json")) expect(readme).toContain(`| \`${part}\` |`);
});

test("the version is the package's", () => {
  expect(version).toBe(manifest.version);
});

test("the library example computes what it says", async () => {
  const sample = /^```ts\n([\s\S]*?)^```/m.exec(readme)?.[1] ?? "";
  const [, names = ""] = /^import \{(.*)\} from "support-cli";$/m.exec(sample) ?? [];
  const code = sample.replace(/^import .*$/m, "").replaceAll(" as const;", ";");
  // Each line that says what it gives hands that to the test.
  const told = [...code.matchAll(/^(.*); \/\/ (.*)$/gm)];
  const body = told.reduce(
    (text, [line, statement]) => text.replace(line, () => `given.push(String(${statement}));`),
    code,
  );
  const run = new Function("library", "given", `const {${names}} = library; return (async () => {${body}})();`);
  const given: string[] = [];
  await run(library, given);
  expect(given).toEqual(told.map(([, , says]) => says));
  expect(given[0]).toBe("2026-11-24T10:10:00+09:00");
});

test("the table of what was tried is that of the last run", async () => {
  const { renderTable, withTable } = await import("./prove/table.mjs");
  expect(withTable(readme, renderTable(JSON.parse(readFileSync("test/prove/latest.json", "utf8"))))).toBe(readme);
});
