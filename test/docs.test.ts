/**
 * The pages for readers cannot rot: their examples are run at two different clocks, their links and file names exist, and their tables
 * name what the program has. `npm run golden` writes the output of the examples.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseCommandLine } from "../src/cli/parser.js";
import { emptyTimes } from "../src/commands/ticket-measures.js";
import { bundledIds, loadBundled } from "../src/data/bundled.js";
import { exitCodes } from "../src/errors.js";
import { timeRules } from "../src/help-topics.js";
import { en } from "../src/i18n/en/index.js";
import * as library from "../src/index.js";
import { commands, type OptionSpec, optionSpecs, ticketOptions } from "../src/options.js";
import { noticeClasses } from "../src/report.js";
import { columns, inputFormats, requiredColumns } from "../src/tickets/names.js";
import { presets } from "../src/tickets/presets.js";
import { version } from "../src/version.js";
import { type Setting, type, wordsOf } from "./terminal.js";

const read = (path: string) => readFileSync(path, "utf8");
const readme = read("README.md");
const manifest = JSON.parse(read("package.json"));
const guides = [
  "README.md",
  "README.zh-TW.md",
  "README.ja.md",
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
const pages = [...guides, "CONTRIBUTING.md", "CHANGELOG.md"];

/** The code blocks of a page in a language, each with the file name that may follow it. */
function blocksOf(page: string, language: string) {
  const blocks = read(page).matchAll(new RegExp(`^\`\`\`${language}(?: (\\S+))?\\n([\\s\\S]*?)^\`\`\``, "gm"));
  return [...blocks].map(([block, name, text = ""]) => ({ block, name, text }));
}

/** A section of a page, without its heading. */
function sectionOf(page: string, heading: string): string {
  return read(page).split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
}

/** Readers paste an example on some day, in some zone, in some language: its output must not depend on them. */
const readers: readonly Setting[] = [
  { now: "2031-04-06T03:21:07Z", zone: "Pacific/Auckland", env: { LANG: "C.UTF-8" } },
  { now: "2026-01-02T12:00:00Z", zone: "America/New_York", env: { LANG: "en_US.UTF-8" } },
];

/** A console block with each command's output on stdout, as any reader gets it; `files` are those that the page shows. */
async function rerun(block: string, files: Readonly<Record<string, string>>): Promise<string> {
  const parts: string[] = [];
  for (const [, line = ""] of block.matchAll(/^\$ support-cli (.*)$/gm)) {
    const [first, ...others] = await Promise.all(readers.map((reader) => type(wordsOf(line), { ...reader, files })));
    expect(first?.code, `${line}: ${first?.stderr}`).toBeLessThan(2);
    for (const { stdout } of others)
      expect(stdout, `support-cli ${line} depends on who runs it, and when`).toBe(first?.stdout);
    parts.push(`$ support-cli ${line}\n${first?.stdout}`);
  }
  return `\`\`\`console\n${parts.join("")}\`\`\``;
}

describe("examples", () => {
  test.each(guides)("%s shows what the program prints", async (page) => {
    const files = Object.fromEntries(blocksOf(page, "json").flatMap(({ name, text }) => (name ? [[name, text]] : [])));
    let fresh = read(page);
    for (const { block } of blocksOf(page, "console"))
      fresh = fresh.replace(block, (await rerun(block, files)).replaceAll("$", "$$$$"));
    await expect(fresh).toMatchFileSnapshot(`../${page}`);
  });

  test("the pages have enough of them", () => {
    expect(guides.flatMap((page) => blocksOf(page, "console")).length).toBeGreaterThan(15);
    expect(blocksOf("README.md", "console").length).toBeGreaterThan(3);
  });

  test.each(guides)("%s has only shell commands that the program accepts", (page) => {
    for (const { text } of blocksOf(page, "sh")) {
      for (const [, line = ""] of text.matchAll(/(?:^|[|(;] *)support-cli ([^|;)>#\n]*)/gm)) {
        // Quoted arguments as one word, variables as the time that they hold here.
        const words = line.replaceAll('"$opened"', "now").replace(/"([^"]*)"/g, (_, text) => text.replaceAll(" ", "_"));
        expect(() => parseCommandLine(wordsOf(words.trim())), words).not.toThrow();
      }
    }
  });

  test("the settings file of the README is accepted", async () => {
    const files = { "/project/support-cli.json": blocksOf("README.md", "json")[0]?.text ?? "" };
    const { code, stdout } = await type(["config", "show", "--json"], { folder: "/project", files });
    expect(code).toBe(0);
    const own = JSON.parse(stdout).settings.filter(({ from }: { from: string }) => from === "project");
    expect(own.map(({ key }: { key: string }) => key)).toEqual(["plan", "region", "holidays"]);
  });

  test("the dataset to start from is complete in 25 lines and valid", async () => {
    const { name = "", text } = blocksOf("docs/data.md", "json")[0] ?? { text: "" };
    expect(text.trim().split("\n").length).toBeLessThanOrEqual(25);
    const { code, stdout } = await type(["dataset", "validate", name], { files: { [name]: text } });
    expect([code, stdout]).toEqual([0, expect.stringContaining(name)]);
  });

  const samples = ["README.md", "docs/library.md"].flatMap((page) =>
    blocksOf(page, "ts").map(({ text }, i) => ({ page, number: i + 1, sample: text })),
  );
  test.each(samples)(
    "sample $number of the library in $page computes what its comments show",
    async ({ number, sample }) => {
      const [, names = ""] = /^import \{(.*)\} from "support-cli";$/m.exec(sample) ?? [];
      const code = sample.replace(/^import .*$/m, "").replaceAll(" as const;", ";");
      // Each line with a result in a comment hands that result to the test.
      const shown = [...code.matchAll(/^(.*); \/\/ (.*)$/gm)];
      const body = shown.reduce(
        (text, [line, statement]) => text.replace(line, () => `given.push(String(${statement}));`),
        code,
      );
      const run = new Function("library", "given", `const {${names}} = library; return (async () => {${body}})();`);
      const given: string[] = [];
      await run(library, given);
      expect(given).toEqual(shown.map(([, , result]) => result));
      expect(given.length).toBeGreaterThan(0);
      if (number === 1) expect(given[0]).toMatch(/^2026-11-2[34]T10:10:00\+09:00$/);
    },
  );
});

describe("links and names", () => {
  /** The anchors of a page's headings, as the common hosts make them. */
  const anchorsOf = (page: string) =>
    [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .replaceAll(" ", "-"),
    );

  test.each(pages)("every link of %s resolves", (page) => {
    for (const [, target = ""] of read(page).matchAll(/\]\(([^)]+)\)/g)) {
      if (target.startsWith("https://")) continue;
      const [path = "", anchor] = target.split("#");
      const file = path === "" ? page : join(dirname(page), path);
      expect(existsSync(file), `${page}: ${target}`).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(file), `${page}: ${target}`).toContain(anchor);
    }
  });

  test.each(["CONTRIBUTING.md", ...guides])("every file that %s names exists", (page) => {
    const named = [...read(page).matchAll(/`((?:src|test|bin|fixtures|docs|\.build|\.ci)\/[^`\s*<>{}]+)`/g)];
    for (const [, path = ""] of named) expect(existsSync(path), `${page}: ${path}`).toBe(true);
  });

  test("every function that CONTRIBUTING.md names is in its file", () => {
    const named = [...read("CONTRIBUTING.md").matchAll(/`(\w+)` in `((?:src|bin)\/[\w./-]+\.[jt]s)`/g)];
    expect(named.length).toBeGreaterThan(20);
    for (const [, name = "", path = ""] of named)
      expect(read(path), path).toMatch(new RegExp(`\\b(?:function|const|class|interface|type) ${name}\\b`));
  });

  test("each script that a page runs with npm is in the package", () => {
    for (const page of pages.filter((name) => name !== "CHANGELOG.md")) {
      for (const [, name = ""] of read(page).matchAll(/npm run ([a-z][a-z:]*)/g))
        expect(Object.keys(manifest.scripts), `${page}: npm run ${name}`).toContain(name);
    }
  });
});

test("test/verify/README.md has a row for each suite, with a script that is in the package", () => {
  const rows = [...read("test/verify/README.md").matchAll(/^\| `([^`]+)` \| `(?:npm run ([a-z]+)|bash [^`]+)` \|/gm)];
  const suites = readdirSync("test/verify").filter((name) => !/^(README\.md|vitest\.config\.ts)$/.test(name));
  expect(rows.map(([, name = ""]) => name.replace(/\/$/, "")).toSorted()).toEqual(suites.toSorted());
  for (const [, , script] of rows) if (script) expect(Object.keys(manifest.scripts)).toContain(script);
});

test.each(["README.md", "README.zh-TW.md", "README.ja.md"])(
  "%s names the vendors of the bundled datasets",
  async (page) => {
    for (const id of bundledIds) {
      const { title } = await loadBundled(id);
      expect(read(page)).toContain(title.en.split(" ")[0]);
    }
  },
);

describe("the README", () => {
  test("fits in 250 lines", () => {
    expect(readme.split("\n").length).toBeLessThanOrEqual(251);
  });

  test("names every command, format and exit code", () => {
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

  test("has two commands that are scripts of the package", () => {
    expect(readme).toContain("npm ci && npm start -- compare");
    expect(readme).toContain("npm cit");
    expect(Object.keys(manifest.scripts)).toEqual(
      expect.arrayContaining(["start", "test", "build", "bench", "oracle", "sql", "golden"]),
    );
  });
});

describe("the other pages", () => {
  test("docs/rules.md has each rule with a test that holds it", () => {
    const rows = [...read("docs/rules.md").matchAll(/^\| `([a-z-]+)` \| (.+) \| (.+) \|$/gm)];
    expect(rows.map(([, name]) => name)).toEqual(expect.arrayContaining([...timeRules]));
    for (const [, name, , tests = ""] of rows) {
      const cited = [...tests.matchAll(/`([^`]+)`: ((?:"[^"]+"(?:, )?)+)/g)];
      expect(cited.length, name).toBeGreaterThan(0);
      for (const [, file = "", titles = ""] of cited)
        for (const [, title = ""] of titles.matchAll(/"([^"]+)"/g)) expect(read(file)).toContain(title);
    }
  });

  test("docs/data.md has each assumption", () => {
    const warnings = [
      ...["superseded", "column-names", "opened-in-future", "no-target", "what-if-left-out", "doubtful-local-times"],
      ...[
        "skipped-lines",
        "undecodable-text",
        "escaped-cells",
        "unmatched-conditions",
        "unmatched-values",
        "customer-regions-left-out",
        "no-regions",
        "unstored-formulas",
      ],
    ];
    const codes = Object.keys(noticeClasses).filter(
      (code) => !warnings.includes(code) && !code.startsWith("local-time"),
    );
    for (const code of codes) expect(read("docs/data.md")).toContain(`\`${code}\``);
  });

  test.each([
    ["en", 1],
    ["zh-TW", 2],
    ["ja", 3],
  ])("docs/glossary.md has the terms of the messages in %s", (lang, column) => {
    const messages = readdirSync("src/i18n", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && name.startsWith(lang))
      .map((name) => read(join("src/i18n", name)).toLowerCase())
      .join();
    const rows = read("docs/glossary.md").match(/^\| [^-|].*$/gm) ?? [];
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows.slice(1)) expect(messages).toContain(row.split("|")[column]?.trim());
  });

  test("docs/library.md has each function of the library", () => {
    const names = Object.entries(library).flatMap(([name, value]) => (typeof value === "function" ? [name] : []));
    expect(names.length).toBeGreaterThan(15);
    for (const name of names) expect(read("docs/library.md")).toMatch(new RegExp(`\\| .*\`${name}\\b`));
  });

  test("docs/files.md has each preset with its usual headers", () => {
    for (const [name, { headers }] of Object.entries(presets)) {
      const row = read("docs/files.md")
        .split("\n")
        .find((line) => line.startsWith(`| \`${name}\``));
      for (const column of Object.values(headers)) expect(row, name).toContain(`\`${column[0]}\``);
    }
  });

  test("docs/files.md has each role, and no other", () => {
    const table = sectionOf("docs/files.md", "Columns").split("\n\n")[0] ?? "";
    const roles = [...table.matchAll(/^\| `([a-z-]+)` \| (yes|no) \|/gm)].map(([, role]) => role);
    expect(roles.toSorted()).toEqual([...columns].toSorted());
    const required = [...table.matchAll(/^\| `([a-z-]+)` \| yes \|/gm)].map(([, role]) => role);
    expect(required).toEqual(requiredColumns);
  });

  test("docs/files.md has each option about ticket files, with each of its values", () => {
    const page = read("docs/files.md");
    for (const key of ticketOptions) {
      const spec: OptionSpec = optionSpecs[key];
      const [flag = ""] = /--[a-z-]+/.exec(spec.flags) ?? [];
      expect(page).toContain(flag);
      for (const value of key === "preset" ? [] : (spec.choices ?? []))
        expect(page, `${flag} ${value}`).toMatch(new RegExp(`[\`|, ]${value}\\b`));
    }
  });

  test("docs/files.md has each form, error of a row and mark of an empty time", () => {
    const page = read("docs/files.md");
    for (const code of Object.keys(en.rowError))
      expect(sectionOf("docs/files.md", "Bad rows")).toContain(`\`${code}\``);
    for (const mark of emptyTimes) expect(page.toLowerCase()).toContain(`\`${mark}\``);
    for (const name of ["comma", "semicolon", "tab", "pipe", "space"]) expect(page).toContain(`\`${name}\``);
    const forms = [...sectionOf("docs/files.md", "Forms").matchAll(/^\| ([a-zJ][A-Za-z -]+) \|/gm)].map(
      ([, form]) => form,
    );
    expect(forms).toContain("JSON lines");
    for (const format of [...inputFormats, "xlsx"] as const) expect(page).toContain(format);
  });

  test("docs/build.md has each file of .build", () => {
    for (const name of readdirSync(".build")) expect(read("docs/build.md")).toContain(`| \`.build/${name}\` |`);
  });

  test("docs/proof.md has the table of the last run", async () => {
    const { renderTable, withTable } = await import("./verify/evidence/table.mjs");
    const page = read("docs/proof.md");
    expect(withTable(page, renderTable(JSON.parse(read("test/verify/evidence/latest.json"))))).toBe(page);
  });

  test("the map in CONTRIBUTING.md has every part of src", () => {
    const parts = readdirSync("src", { withFileTypes: true }).map((entry) =>
      entry.isDirectory() ? `${entry.name}/` : entry.name,
    );
    expect(parts).toContain("start.ts");
    for (const part of parts.filter((name) => name !== "tsconfig.json"))
      expect(read("CONTRIBUTING.md")).toContain(`| \`${part}\` |`);
  });
});

test("CONTRIBUTING.md has the parts of src in the order in which they may import each other", () => {
  const [, block = ""] = /may import only parts below it:\n\n```\n([\s\S]*?)```/.exec(read("CONTRIBUTING.md")) ?? [];
  const [, table = ""] = /const allowed[^{]*\{([\s\S]*?)^\};/m.exec(read("test/layers.test.ts")) ?? [];
  const order = [...table.matchAll(/^ {2}"?([\w-]+)"?: \[/gm)].map(([, part]) => part);
  expect(order.length).toBeGreaterThan(15);
  expect(block.trim().split(/\s+/).reverse()).toEqual(order);
});

test("the test in CONTRIBUTING.md passes", async () => {
  const { text = "" } = blocksOf("CONTRIBUTING.md", "js")[0] ?? {};
  let body: () => Promise<void> = () => Promise.reject(new Error("There is no example."));
  new Function("test", "expect", "type", text)((_title: string, run: typeof body) => (body = run), expect, type);
  await body();
});

test("the CI file of the host has the steps of .ci/run", () => {
  const steps = [...read(".ci/run").matchAll(/^(?:suite|tests) ((?:npm|bash) .*)$/gm)].map(([, step]) => step);
  expect(steps.length).toBeGreaterThan(10);
  for (const step of steps) expect(read(".github/workflows/ci.yml")).toMatch(new RegExp(`- (run: )?${step}$`, "m"));
});

test("the version is the package's", () => {
  expect(version).toBe(manifest.version);
});
