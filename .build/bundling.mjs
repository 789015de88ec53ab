/**
 * What the package and the executables have in common: how the sources and their libraries become one.
 * Two things are done to libraries on the way: modules that no path of this program reaches are left out, and what is
 * dear only because of when it happens (the rules of two hundred countries) happens when it is needed.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** By the module's name, and by the library that asks for it where others may have it. */
const unreached = [
  // inquirer's editor question, which is not asked, carries every character encoding there is.
  { name: "@inquirer/external-editor", contents: "export const editAsync = undefined;" },
  // commander starts programs only for subcommands that are files of their own.
  { name: "node:child_process", askedBy: "commander", contents: "module.exports = {};" },
  // cli-table3 is always told to colour nothing, which is what it has this for.
  { name: "@colors/colors/safe", contents: "module.exports = {};" },
  // chalk is always told its level, so that it need not look for a terminal when it loads.
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

/** One measure of text for all: the libraries use `widthOf`. */
const measureText = {
  name: "measure-text",
  setup(build) {
    const source = JSON.stringify(fileURLToPath(new URL("../src/render/text/width.ts", import.meta.url)));
    build.onResolve({ filter: /^string-width$/ }, ({ path }) => ({ path, namespace: "our-width" }));
    build.onLoad({ filter: /.*/, namespace: "our-width" }, () => ({
      contents: `module.exports = require(${source}).widthOf;`,
      resolveDir: fileURLToPath(new URL("..", import.meta.url)),
    }));
    // cli-table3 shortens each cell on each line for a debug message, which costs more than the rest of its drawing.
    build.onLoad({ filter: /[\\/]node_modules[\\/]cli-table3[\\/]src[\\/]cell\.js$/ }, ({ path }) => ({
      contents: replaced(
        readFileSync(path, "utf8"),
        "let content = utils.truncate(this.content, 10, this.truncate);",
        "let content;",
      ),
    }));
  },
};

/**
 * The holidays of all countries are a megabyte of rules, of which an answer needs one country's: they stand in a file of
 * their own (`countriesFile`) as texts, each read when it is asked for.
 */
const readCountriesOneByOne = {
  name: "read-countries-one-by-one",
  setup(build) {
    build.onResolve({ filter: /^(countries|zones)$/ }, ({ path }) => ({ path: `./${path}.cjs`, external: true }));
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

/** The code of zones.cjs: the time-zone database of the holiday rules. */
export function zonesFile(root) {
  return `module.exports=${quoted(JSON.parse(readFileSync(join(root, "node_modules/moment-timezone/data/packed/latest.json"), "utf8")))};`;
}

/** The code of countries.cjs. */
export async function countriesFile(root) {
  const { data } = await import(pathToFileURL(join(root, "node_modules/date-holidays/src/data.js")));
  const texts = Object.entries(data.holidays).map(([country, rules]) => `${country}:${quoted(rules)}`);
  return `exports.names=${quoted(data.names)};exports.texts={${texts.join(",")}};`;
}

/** A value's JSON as code for a string, without foreign characters: one of them would double what the runtime keeps of the whole file. */
function quoted(value) {
  const json = JSON.stringify(value).replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `'${json.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

/** `text` with the one place that says `old` saying `new`; a library that no longer has it stops the build. */
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
  plugins: [leaveOut, measureText, readCountriesOneByOne],
};
