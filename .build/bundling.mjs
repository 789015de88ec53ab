/**
 * esbuild settings that the package, the executables and the library share. The plugins leave out modules of libraries
 * that this program never reaches, and delay the parsing of two hundred countries' holiday rules until one is needed.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

/** By module name, and by importing library where other libraries may import the module. */
const unreached = [
  // Used by inquirer's editor question alone, and includes tables of every character encoding.
  { name: "@inquirer/external-editor", contents: "export const editAsync = undefined;" },
  // commander starts processes only for subcommands that are separate executables.
  { name: "node:child_process", askedBy: "commander", contents: "module.exports = {};" },
  // cli-table3 colours borders with it, which this program turns off.
  { name: "@colors/colors/safe", contents: "module.exports = {};" },
  // chalk detects the terminal with it, but this program sets the colour level itself.
  { name: "#supports-color", askedBy: "chalk", contents: "export default { stdout: false, stderr: false };" },
];

const leaveOut = {
  name: "leave-out-unreached",
  setup(build) {
    build.onResolve(
      { filter: /^(@inquirer\/external-editor|@colors\/colors\/safe|node:child_process|#supports-color)$/ },
      ({ path, importer }) => {
        const known = unreached.find(
          ({ name, askedBy }) => name === path && (askedBy === undefined || importer.includes(`/${askedBy}/`)),
        );
        return known && { path, namespace: "unreached" };
      },
    );
    build.onLoad({ filter: /.*/, namespace: "unreached" }, ({ path }) => ({
      contents: unreached.find(({ name }) => name === path).contents,
    }));
  },
};

/** Starts chalk at the first coloured text; without colour, its fifty styles would take a thirtieth of a start. */
const startChalkLate = {
  name: "start-chalk-late",
  setup(build) {
    build.onResolve({ filter: /^chalk$/ }, ({ path, importer }) =>
      /[\\/]src[\\/]render[\\/]text[\\/]color\.ts$/.test(importer) ? { path, namespace: "late" } : undefined,
    );
    build.onLoad({ filter: /^chalk$/, namespace: "late" }, () => ({
      contents: `export function Chalk(options) { return new (require("chalk").Chalk)(options); }`,
      resolveDir: fileURLToPath(new URL("..", import.meta.url)),
    }));
  },
};

/** Makes the libraries measure text with the program's own `widthOf`, so that all layout agrees. */
const measureText = {
  name: "measure-text",
  setup(build) {
    const source = JSON.stringify(fileURLToPath(new URL("../src/render/text/width.ts", import.meta.url)));
    build.onResolve({ filter: /^string-width$/ }, ({ path }) => ({ path, namespace: "our-width" }));
    build.onLoad({ filter: /.*/, namespace: "our-width" }, () => ({
      contents: `module.exports = require(${source}).widthOf;`,
      resolveDir: fileURLToPath(new URL("..", import.meta.url)),
    }));
    // cli-table3 truncates every cell of every line for a debug message, and makes the characters of its frame anew for each cell, all
    // of which takes longer than the rest of the drawing. No cell of this program has characters of its own.
    build.onLoad({ filter: /[\\/]node_modules[\\/]cli-table3[\\/]src[\\/]cell\.js$/ }, ({ path }) => ({
      contents: [
        ["let content = utils.truncate(this.content, 10, this.truncate);", "let content;"],
        ["let chars = (this.chars = {});", "let chars = (this.chars = tableOptions.cellChars ??= {}); if (!chars.top)"],
      ].reduce((code, [old, other]) => replaced(code, old, other), readFileSync(path, "utf8")),
    }));
    // It also compares each place of the table with every cell, to fill those that no cell covers. This program leaves none empty.
    build.onLoad({ filter: /[\\/]node_modules[\\/]cli-table3[\\/]src[\\/]layout-manager\.js$/ }, ({ path }) => ({
      contents: replaced(readFileSync(path, "utf8"), "    fillInTable(cellRows);\n", ""),
    }));
  },
};

/**
 * Moves the holiday rules of all countries, a megabyte, into a file of their own (`countriesFile`), where each country is
 * a string that is parsed when it is first used; and the package and the tables made of it into files that load on demand.
 */
const readCountriesOneByOne = {
  name: "read-countries-one-by-one",
  setup(build) {
    build.onResolve({ filter: /^(countries|zones|\.\/date-holidays\.cjs)$/ }, ({ path }) => ({
      path: path.startsWith(".") ? path : `./${path}.cjs`,
      external: true,
    }));
    // The name is joined, so that esbuild does not look for the files.
    build.onLoad({ filter: /[\\/]src[\\/]data[\\/]holidays[\\/]require-data\.ts$/ }, () => ({
      contents: `export const requirePackage = () => require("./date-holidays.cjs").default;
export function requireTable(country) { const name = ["./holidays-", country, ".cjs"].join(""); return require(name); }`,
    }));
    build.onLoad({ filter: /[\\/]node_modules[\\/]moment-timezone[\\/]data[\\/]packed[\\/]latest\.json$/ }, () => ({
      contents: `module.exports = JSON.parse(require("zones"));`,
      loader: "js",
    }));
    build.onLoad({ filter: /[\\/]node_modules[\\/]date-holidays[\\/]src[\\/]data\.js$/ }, () => ({
      contents: `import { names, texts } from "countries";
const holidays = {};
for (const country of Object.keys(texts)) {
  let rules;
  Object.defineProperty(holidays, country, { enumerable: true, get: () => (rules ??= JSON.parse(texts[country])) });
}
export const data = { holidays, names: JSON.parse(names) };`,
    }));
  },
};

/** Loads the WebAssembly of plain rows from its own file (`plain-rows.mjs`). */
const loadPlainRows = {
  name: "load-plain-rows",
  setup(build) {
    build.onResolve({ filter: /^\.\/plain-rows\.cjs$/ }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /[\\/]src[\\/]tickets[\\/]plain-rows-code\.ts$/ }, () => ({
      contents: `export const plainRowsCode = () => Buffer.from(require("./plain-rows.cjs"), "base64");`,
    }));
  },
};

/** Builds date-holidays.cjs, the package as a part of its own, and returns the result of the build. */
export function buildPackage(root) {
  return build({
    ...bundling,
    absWorkingDir: root,
    stdin: { contents: `export { default } from "date-holidays";`, resolveDir: root },
    format: "cjs",
    metafile: true,
    write: false,
  });
}

/** The tables of holidays as files: names and code. */
export function tableFiles(root) {
  const folder = join(root, "src/data/holidays/tables");
  return readdirSync(folder).map((file) => ({
    name: `holidays-${file.replace(".json", "")}.cjs`,
    code: `module.exports=JSON.parse(${quoted(JSON.parse(readFileSync(join(folder, file), "utf8")))});`,
  }));
}

/** The code of zones.cjs: the time-zone database that the holiday rules use. */
export function zonesFile(root) {
  return `module.exports=${quoted(JSON.parse(readFileSync(join(root, "node_modules/moment-timezone/data/packed/latest.json"), "utf8")))};`;
}

/** The code of countries.cjs. */
export async function countriesFile(root) {
  const { data } = await import(pathToFileURL(join(root, "node_modules/date-holidays/src/data.js")));
  const texts = Object.entries(data.holidays).map(([country, rules]) => `${country}:${quoted(rules)}`);
  return `exports.names=${quoted(data.names)};exports.texts={${texts.join(",")}};`;
}

/** A value's JSON as a string literal in ASCII: a single other character doubles the memory that V8 uses for the file. */
function quoted(value) {
  const json = JSON.stringify(value).replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `'${json.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

/** Replaces the one occurrence of `old`. Throws where a new version of the library no longer has it. */
function replaced(text, old, now) {
  if (text.split(old).length !== 2) throw new Error(`Expected once: ${old}`);
  return text.replace(old, () => now);
}

export const bundling = {
  bundle: true,
  platform: "node",
  target: "node20",
  minify: true,
  legalComments: "none",
  charset: "utf8",
  logLevel: "warning",
  // Literals are compiled when they are first used; esbuild would make calls of RegExp of them, which are compiled at every start.
  supported: { "regexp-unicode-property-escapes": true },
  plugins: [leaveOut, startChalkLate, measureText, readCountriesOneByOne, loadPlainRows],
};

/** Files that join several parts and are compiled in advance (compile.mjs): their entry modules, with their static imports. */
export const together = {
  start: ["src/start.ts"],
  main: [
    "src/main.ts",
    "src/commands/compare.ts",
    "src/render/text/compare.ts",
    "src/data/bundled/adobe-experience-cloud-2022.json",
  ],
  deadline: ["src/commands/deadline.ts", "src/render/text/deadline.ts"],
  recommend: ["src/actions/recommend.ts"],
};
