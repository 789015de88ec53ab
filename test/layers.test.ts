/**
 * Who may import whom, and where effects and time-zone calculation may stand. The map in the README says the same in words.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => join("src", name));

/** For each part, the parts it may import besides itself; `main`, `fronts` and `index` know all. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  version: [],
  formula: [],
  core: ["errors"],
  data: ["core", "errors"],
  tickets: ["core", "data", "errors", "formula"],
  schema: ["core", "data", "report", "tickets/forms"],
  report: ["core", "data", "errors", "tickets/forms"],
  i18n: ["core", "data", "errors", "report", "cli/options", "cli/help"],
  render: ["core", "data", "errors", "formula", "report", "i18n"],
  commands: ["core", "data", "tickets", "report", "errors"],
  start: ["cli", "main", "version"],
  // The flags about ticket files choose among names that the tickets part declares.
  cli: [
    "core",
    "data",
    "errors",
    "i18n",
    "tickets/forms",
    "tickets/presets",
    "render/json-text",
    "render/paint",
    "render/plain",
    "render/table",
    "render/text",
    "render/width",
  ],
};

function partOf(file: string): string {
  return file.split("/")[1]?.replace(/\.ts$/, "") ?? "";
}

function importsOf(file: string): { path: string; typeOnly: boolean }[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/(import|export)\s+(type\s)?[^"';]*?from\s+"(\.[^"]+)"|import\(\s*"(\.[^"]+)"/g)].map((match) => ({
    path: normalize(join(dirname(file), (match[3] ?? match[4]) as string)).replace(/\.js$/, ".ts"),
    typeOnly: match[2] !== undefined,
  }));
}

describe("layers", () => {
  test.each(files)("%s imports only what its part may", (file) => {
    const part = partOf(file);
    if (["main", "fronts", "index"].includes(part)) return expect(importsOf(file).length).toBeGreaterThan(0);
    const strangers = importsOf(file)
      .map(({ path }) => path)
      .filter((path) => path.startsWith("src/") && partOf(path) !== part)
      .filter((path) => !(allowed[part] ?? []).some((may) => may === partOf(path) || path === `src/${may}.ts`));
    expect(strangers).toEqual([]);
  });

  test("no file imports itself through others", () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter(({ typeOnly }) => !typeOnly)
          .map(({ path }) => path),
      ]),
    );
    const done = new Set<string>();
    const walk = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) throw new Error(`cycle: ${[...trail, file].join(" -> ")}`);
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) walk(next, [...trail, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(files.filter((file) => !done.has(file))).toEqual([]);
  });

  /** Opening, reading, writing, replacing, signals: one file each, and what puts them together. */
  const effectFiles = ["io", "files", "descriptor", "destination", "opening", "replacing", "signals"].map((name) => `src/cli/${name}.ts`);

  test("effects are in the files of cli that are made for them", () => {
    const effects = /\bprocess\.|\bconsole\.|from "node:(fs|process|child_process|net|http|tty|os)|\bDate\.now\(/;
    expect(files.filter((file) => !effectFiles.includes(file) && effects.test(code(file)))).toEqual([]);
  });

  test("each of them uses the part of the file system that it is for", () => {
    const imports = /import\s*\{([^}]*)\}\s*from "node:fs(?:\/promises)?"/g;
    const used = (file: string) =>
      [...code(file).matchAll(imports)].flatMap(([, names = ""]) =>
        names
          .split(",")
          .map((name) => name.trim())
          .filter((name) => name !== "" && !name.startsWith("type ")),
      );
    const users = files.map((file) => [file, used(file).sort()] as const).filter(([, names]) => names.length > 0);
    expect(Object.fromEntries(users)).toEqual({
      // Writes to open descriptors.
      "src/io/descriptor.ts": ["closeSync", "constants", "fstatSync", "openSync", "writeSync"],
      "src/io/destination.ts": ["lstatSync", "readlinkSync", "realpathSync", "statSync"],
      // Writes the temporary copy of a pipe that is read twice, and opens pipes and devices for writing.
      "src/io/files.ts": ["close", "closeSync", "constants", "createReadStream", "open", "openSync", "read", "rm", "unlink"],
      "src/io/io.ts": ["statSync"],
      "src/io/open-file.ts": ["closeSync", "constants", "fstatSync", "openSync", "readSync"],
      // Writes files and puts them in their place.
      "src/io/replace-file.ts": ["open", "readdirSync", "rename", "rm", "rmSync", "statSync"],
    });
  });

  test("time-zone calculation stands in core/zone alone", () => {
    const zones = /Intl\.DateTimeFormat|getTimezoneOffset|IANAZone/;
    // The system's own zone is an effect, and so is asked for where effects are.
    expect(files.filter((file) => !["src/core/zone.ts", "src/io/system-zone.ts"].includes(file) && zones.test(code(file)))).toEqual([]);
  });

  test("there are no default exports and no rooms for odds and ends", () => {
    expect(files.filter((file) => /export default/.test(code(file)))).toEqual([]);
    expect(files.filter((file) => /\/(utils|helpers|common|types)[./]/.test(file))).toEqual([]);
  });

  test("each file opens with what it is responsible for", () => {
    expect(files.filter((file) => !readFileSync(file, "utf8").startsWith("/**"))).toEqual([]);
  });
});

/** A file without its comments. */
function code(file: string): string {
  return readFileSync(file, "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "");
}
