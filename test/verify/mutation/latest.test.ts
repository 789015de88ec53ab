/** The results of the last mutation run: its figure in docs/proof.md, and a list that matches the source as it is. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { files, tables, testsOf } from "./tests.mjs";

interface Group {
  readonly mutants: number;
  readonly score: number;
  readonly least: number;
}
const latest = JSON.parse(readFileSync("test/verify/mutation/latest.json", "utf8")) as {
  date: string;
  core: Group;
  rules: Group;
};
const sections = readFileSync("test/verify/mutation/survivors.md", "utf8").split(/^## /m).slice(1);
const entries = sections.flatMap((section) => {
  const [file = "", ...lines] = section.split("\n");
  return lines.flatMap((line, i) => (line.startsWith("- ") ? [{ file, line, reason: lines[i + 1] ?? "" }] : []));
});

test("docs/proof.md has the figure of the last run, which is good enough", () => {
  const page = readFileSync("docs/proof.md", "utf8");
  for (const { mutants, score, least } of [latest.core, latest.rules]) {
    expect(score).toBeGreaterThanOrEqual(least);
    expect(page).toContain(`${score}% of ${mutants.toLocaleString("en")}`);
  }
  expect(page).toContain(latest.date);
});

test("each file of the engine has tests that judge its mutants", () => {
  const core = readdirSync("src/core").map((name) => `src/core/${name}`);
  expect([...files.core, ...tables].sort()).toEqual(core.sort());
  const missing = [...files.core, ...files.rules].flatMap(testsOf).filter((path) => !existsSync(path));
  expect(missing).toEqual([]);
});

test.each(entries)("$file $line is in the source and has a reason", ({ file, line, reason }) => {
  expect(existsSync(file)).toBe(true);
  const quoted = /^- (`+) ?(.*?) ?\1: /.exec(line)?.[2] ?? "nothing quoted";
  const source = readFileSync(file, "utf8").replace(/\s+/g, " ");
  expect(source).toContain(quoted);
  expect(reason).toMatch(/^ {2}\S.{20,}\.$/);
});
