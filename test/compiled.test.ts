/**
 * What was compiled when the program was built (bin/parts.js): it is taken, and without it every answer is the same.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const own = `dist/compiled/${process.version}-${process.platform}-${process.arch}`;
const report = resolve("test/verify/package/compiled.cjs");
const ticket = [
  "deadline",
  "-p",
  "business",
  "-P",
  "P2",
  "-r",
  "japan",
  "--opened",
  "2026-11-20T16:40+09:00",
  "--explain",
];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "support-cli-compiled-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the program, to be spoiled. */
function copied(name: string): string {
  const copy = join(folder, name);
  for (const part of ["bin", "dist"]) {
    cpSync(part, join(copy, part), { recursive: true, filter: (path) => !/dist[\\/]exe/.test(path) });
  }
  cpSync("package.json", join(copy, "package.json"));
  return copy;
}

function start(
  program: string,
  env: Readonly<Record<string, string>> = {},
): { readonly stdout: string; readonly talk: string } {
  const argv = [
    "--require",
    report,
    join(program, "bin/support-cli.js"),
    ...ticket,
    "--no-config",
    "--now",
    "2026-11-22T09:00Z",
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, {
    encoding: "utf8",
    env: { PATH: process.env.PATH, ...env },
  });
  expect(status).toBe(0);
  return { stdout, talk: stderr };
}

test("it is taken by the Node that built it", () => {
  expect(start(".").talk).toContain("taken: start main deadline; refused: \n");
});

test("NODE_DISABLE_COMPILE_CACHE turns it off, and the answer is the same", () => {
  const { stdout, talk } = start(".", { NODE_DISABLE_COMPILE_CACHE: "1" });
  expect(talk).toContain("taken: ; refused: \n");
  expect(stdout).toBe(start(".").stdout);
});

test("options of V8 that it was not made with may have it refused, and the answer is the same", () => {
  const { stdout } = start(".", { NODE_OPTIONS: "--max-old-space-size=300 --stack-trace-limit=20" });
  expect(stdout).toBe(start(".").stdout);
});

test("a flipped bit anywhere: it is left out, and the answer is the same", () => {
  const copy = copied("flipped");
  const { stdout } = start(".");
  for (const share of [0, 0.1, 0.3, 0.49, 0.5, 0.8, 1]) {
    for (const name of readdirSync(join(copy, own))) {
      const bytes = readFileSync(join(own, name));
      const at = Math.floor((bytes.length - 1) * share);
      bytes[at] = (bytes[at] as number) ^ 4;
      writeFileSync(join(copy, own, name), bytes);
    }
    const spoiled = start(copy);
    expect(spoiled.stdout).toBe(stdout);
    expect(spoiled.talk).toContain("taken: ; refused: \n");
  }
});

test.each([
  { what: "none, as for another Node", spoil: (path: string) => rmSync(path) },
  { what: "cut short", spoil: (path: string) => truncateSync(path, 5000) },
  { what: "empty", spoil: (path: string) => truncateSync(path) },
  { what: "something else", spoil: (path: string) => writeFileSync(path, "not bytecode at all") },
])("$what: the answer is the same", ({ what, spoil }) => {
  const copy = copied(what);
  for (const name of readdirSync(join(copy, own))) spoil(join(copy, own, name));
  expect(start(copy).stdout).toBe(start(".").stdout);
});
