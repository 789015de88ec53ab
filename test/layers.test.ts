/**
 * Who may import whom, and where effects and time-zone calculation may be. Imports of types count, and no folder is exempt.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

/** Without what is compiled to WebAssembly, which no part imports. */
const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && dirname(name) !== "wasm")
  .map((name) => join("src", name));

const ground = ["block-transform", "errors", "formula", "limits", "suggest", "version"];

/** For each part, the parts it may import besides itself, from the ground up. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  "block-transform": [],
  "dataset-issues": [],
  "help-topics": [],
  "row-errors": [],
  errors: ["dataset-issues", "row-errors"],
  formula: [],
  limits: [],
  suggest: [],
  version: [],
  xlsx: [],
  core: ["errors", "limits"],
  io: [...ground, "xlsx"],
  data: [...ground, "core"],
  tickets: [...ground, "xlsx", "core", "data"],
  report: ["errors", "core", "data", "tickets/names"],
  options: ["core", "data", "tickets/names", "tickets/presets"],
  commands: [...ground, "core", "data", "tickets", "report"],
  i18n: ["errors", "limits", "help-topics", "core", "data", "report", "options"],
  render: ["errors", "formula", "xlsx", "core", "data", "report", "i18n", "tickets/names"],
  cli: [...ground, "help-topics", "core", "data", "tickets/names", "options", "i18n", "render", "io"],
  prompts: ["errors", "core", "data", "options", "i18n", "render", "io", "cli"],
  actions: [...ground, "core", "data", "report", "options", "commands", "i18n", "render", "io", "cli", "prompts"],
  library: [...ground, "core", "data", "io", "tickets", "report", "commands"],
  index: ["errors", "core", "data", "tickets/names", "report", "i18n/en/errors", "io/io", "library"],
  main: ["errors", "version", "core", "data", "options", "i18n", "render", "io", "cli", "actions"],
  start: ["version", "io", "main"],
};

function partOf(file: string): string {
  return file.split("/")[1]?.replace(/\.ts$/, "") ?? "";
}

/** The files that a file imports, for their types or their values. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/(?:import|export)\s[^"';]*?from\s+"(\.[^"]+\.js)"|import\(\s*"(\.[^"]+\.js)"/g)].map(
    ([, from, called]) => normalize(join(dirname(file), (from ?? called) as string)).replace(/\.js$/, ".ts"),
  );
}

describe("layers", () => {
  test.each(files)("%s imports only what its part may", (file) => {
    const part = partOf(file);
    const others = importsOf(file).filter((path) => partOf(path) !== part);
    expect(
      others.filter((path) => !(allowed[part] ?? []).some((may) => may === partOf(path) || path === `src/${may}.ts`)),
    ).toEqual([]);
  });

  test("every part is in the table, and each imports only parts above it there", () => {
    const order = Object.keys(allowed);
    expect([...new Set(files.map(partOf))].sort()).toEqual([...order].sort());
    for (const [part, may] of Object.entries(allowed)) {
      for (const other of may)
        expect(order.indexOf(other.split("/")[0] as string), `${part} -> ${other}`).toBeLessThan(order.indexOf(part));
    }
  });

  test("no file imports itself through others", () => {
    const done = new Set<string>();
    const walk = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) throw new Error(`cycle: ${[...trail.slice(trail.indexOf(file)), file].join(" -> ")}`);
      if (done.has(file)) return;
      for (const next of importsOf(file)) walk(next, [...trail, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(files.filter((file) => !done.has(file))).toEqual([]);
  });

  /** Opening, reading, writing, replacing, signals, child processes: one file each, and what puts them together. */
  const effectFiles = ["io", "files", "descriptor", "destination", "open-file", "replace-file", "signals", "shell"].map(
    (name) => `src/io/${name}.ts`,
  );

  test("effects are in the files of io that are made for them", () => {
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
      "src/io/files.ts": [
        "close",
        "closeSync",
        "constants",
        "createReadStream",
        "open",
        "openSync",
        "read",
        "rm",
        "unlink",
      ],
      "src/io/io.ts": ["mkdirSync", "statSync"],
      "src/io/open-file.ts": ["closeSync", "constants", "fstatSync", "openSync", "readSync"],
      // Writes files and puts them in their place.
      "src/io/replace-file.ts": ["open", "readdirSync", "rename", "rm", "rmSync", "statSync"],
    });
  });

  test("core/local-clock alone reads the time-zone database", () => {
    const zones = /Intl\.DateTimeFormat|getTimezoneOffset|IANAZone/;
    // The system's own zone is an effect, so only io reads it.
    expect(
      files.filter(
        (file) => !["src/core/local-clock.ts", "src/io/system-zone.ts"].includes(file) && zones.test(code(file)),
      ),
    ).toEqual([]);
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

// The build makes exports the plain properties of an object, which a change of the variable would not reach.
test.each(files)("%s exports no variable that changes", (file) => {
  expect(readFileSync(file, "utf8")).not.toMatch(/^export (?:let|var)\b/m);
});
