/**
 * The build of the code (.build/code.mjs), in a folder of its own: what it does to a program that is started meanwhile.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "support-cli-build-"));
  build();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function build(): void {
  execFileSync(process.execPath, [".build/code.mjs", "--out", folder]);
}

/** Each file with its identity, which changes when it is rewritten. */
function files(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => {
        const { ino, mtimeMs } = statSync(join(folder, name));
        return [name, `${ino} ${mtimeMs}`];
      }),
  );
}

test("a build of the same sources touches no file that a program may be loading", () => {
  const before = files();
  expect(before).toHaveProperty("start.cjs");
  build();
  expect(files()).toEqual(before);
});

test("each part exports its names with their values once it has run", () => {
  const script = `
    const { readdirSync, readFileSync } = require("node:fs");
    const without = [];
    const check = (name, exports) => {
      for (const key of Object.keys(exports)) if (exports[key] === undefined) without.push(name + " " + key);
    };
    for (const name of readdirSync(".").filter((name) => name.endsWith(".cjs"))) {
      const exports = require("./" + name);
      if (typeof exports !== "function") check(name, exports);
      else
        for (const [, part] of readFileSync(name, "utf8").matchAll(/[{,]"([\\w-]+)"\\(module,exports\\)/g))
          check(part, exports(part));
    }
    console.log(without.join("\\n"));`;
  expect(execFileSync(process.execPath, ["-e", script], { cwd: folder, encoding: "utf8" })).toBe("\n");
});

/** What Node prints of a script that uses the library and catches nothing. */
function uncaught(statement: string): string {
  const script = `import * as library from ${JSON.stringify(join(folder, "index.js"))};\n${statement}`;
  return spawnSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" }).stderr;
}

test.each([
  [
    "hours that cannot be",
    'library.compileCalendar({ zone: "UTC", hours: { mon: [["9:00", "17:00"]] } })',
    /^Failure: .*9:00-17:00.*mon/m,
  ],
  [
    "an invalid dataset",
    'await library.loadDataset("fixtures/datasets/broken/null-plan.json")',
    /^Failure: .*null-plan\.json/m,
  ],
  ["a file of holidays", 'await library.loadHolidays(["no-such-file.ics"])', /^Failure: .*no-such-file\.ics/m],
  ["an argument of the wrong kind", 'library.formatIsoDuration("1 h")', /^RangeError: ms must be/m],
])("an uncaught error of the library shows its sentence, not a file in one line: %s", (_name, statement, sentence) => {
  const shown = uncaught(statement);
  expect(shown).toMatch(sentence);
  expect(Math.max(...shown.split("\n").map((line) => line.length))).toBeLessThan(200);
});

test("a build of other sources replaces what changed, and removes unused parts", () => {
  const before = files();
  appendFileSync(join(folder, "start.cjs"), "// of an earlier build\n");
  writeFileSync(join(folder, "chunk-EARLIER.cjs"), "");
  const { "start.cjs": earlier, ...others } = files();
  build();
  const { "start.cjs": now, ...rest } = files();
  expect(now).not.toBe(earlier);
  expect(Object.keys({ ...rest, "start.cjs": now }).sort()).toEqual(Object.keys(before).sort());
  const { "chunk-EARLIER.cjs": _, ...kept } = others;
  expect(rest).toEqual(kept);
});
