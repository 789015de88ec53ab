/**
 * src -> dist: the program as minified CommonJS parts that load each other on demand, and the library: index.js, its ESM entry,
 * with parts that keep the lines of the sources, because Node prints the line that threw an error.
 * CommonJS, because Node starts it a quarter faster than ES modules. Everyday commands are in few files, because each file
 * costs Node as much as ten kilobytes of code; rarely used parts (prompts, schemas, holidays, other languages) are files of their own.
 * docs/build.md explains parts, code cache and offsets.
 *
 *   node .build/code.mjs [--out <folder>] [--metafile]
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build, transform } from "esbuild";
import { buildPackage, bundling, countriesFile, tableFiles, together, zonesFile } from "./bundling.mjs";
import { licences } from "./licences.mjs";
import { insertOffsets } from "./offsets.mjs";
import { plainRowsFile } from "./plain-rows.mjs";
import { swap } from "./swap.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const { values: options } = parseArgs({ options: { out: { type: "string" }, metafile: { type: "boolean" } } });
const dist = options.out === undefined ? join(root, "dist") : resolve(options.out);

// esbuild splits ES modules only, so the parts are bundled as such and then converted one by one.
const bundled = await build({
  ...bundling,
  plugins: [...bundling.plugins, insertOffsets],
  absWorkingDir: root,
  entryPoints: ["src/start.ts"],
  splitting: true,
  format: "esm",
  outdir: "dist",
  metafile: true,
  write: false,
});
const outputs = Object.entries(bundled.metafile.outputs).map(([path, output]) => ({
  ...output,
  name: basename(path, ".js"),
}));
const library = await build({
  ...bundling,
  minify: false,
  absWorkingDir: root,
  entryPoints: { library: "src/index.ts" },
  chunkNames: "library-[name]-[hash]",
  splitting: true,
  format: "esm",
  outdir: "dist",
  metafile: true,
  write: false,
});
for (const { outputs } of [bundled.metafile, library.metafile]) refuseCircles(outputs);
const holidayPackage = await buildPackage(root);
const fileOf = new Map(outputs.map(({ name }) => [name, name]));
for (const [file, modules] of Object.entries(together)) {
  for (const module of modules) gather(nameOf(module), file);
}

const codeOf = new Map(
  await Promise.all(
    bundled.outputFiles.map(async ({ path, text }) => {
      const name = basename(path, ".js");
      const isAscii = Object.hasOwn(together, fileOf.get(name));
      const turned = await transform(withPlainExports(text), {
        format: "cjs",
        platform: "node",
        target: "node20",
        minify: true,
        // ASCII code takes half the memory and is read faster; in other parts escapes would only add bytes.
        charset: isAscii ? "ascii" : "utf8",
        legalComments: "none",
        supported: { ...bundling.supported, "dynamic-import": false },
        logOverride: { "commonjs-variable-in-esm": "silent" },
      });
      const code = turned.code.trim();
      return [name, isAscii ? code.replaceAll(/[\u0080-\uffff]/g, escaped) : code];
    }),
  ),
);

mkdirSync(dist, { recursive: true });
const fresh = mkdtempSync(join(dist, ".fresh-"));
try {
  await writeParts(fresh);
  if (options.out === undefined) compile(fresh);
  swap(fresh, dist);
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

/** Writes all files of the program and the library, and the licences of what they contain. */
async function writeParts(folder) {
  for (const file of new Set(fileOf.values())) {
    const names = [...fileOf].filter(([, of]) => of === file).map(([name]) => name);
    const code = Object.hasOwn(together, file) ? joined(names, file) : linked(codeOf.get(file), file);
    // The digest goes with compiled code, because V8 accepts that for any source of the same length.
    const digest = Object.hasOwn(together, file)
      ? `//${createHash("sha256").update(code).digest("hex").slice(0, 16)}\n`
      : "";
    writeFileSync(join(folder, `${file}.cjs`), `${digest}${code}\n`);
  }
  writeFileSync(join(folder, "date-holidays.cjs"), holidayPackage.outputFiles[0].text);
  for (const { name, code } of tableFiles(root)) writeFileSync(join(folder, name), `${code}\n`);
  writeFileSync(join(folder, "countries.cjs"), `${await countriesFile(root)}\n`);
  writeFileSync(join(folder, "zones.cjs"), `${zonesFile(root)}\n`);
  writeFileSync(join(folder, "plain-rows.cjs"), `${await plainRowsFile(root)}\n`);
  await writeLibrary(folder);
  writeFileSync(
    join(folder, "THIRD-PARTY-LICENSES.txt"),
    licences(
      root,
      Object.keys({ ...bundled.metafile.inputs, ...library.metafile.inputs, ...holidayPackage.metafile.inputs }),
    ),
  );
  if (options.metafile) writeFileSync(join(folder, "meta.json"), JSON.stringify(bundled.metafile));
}

/** Writes the library's parts. Those of other packages alone are minified, because they throw no errors of this library. */
async function writeLibrary(folder) {
  for (const { path, text } of library.outputFiles) {
    const { inputs } = library.metafile.outputs[relative(root, path)];
    const minify = Object.keys(inputs).every((input) => /(^|\/)node_modules\/|\.json$/.test(input));
    const { code } = await transform(withPlainExports(text), {
      format: "cjs",
      platform: "node",
      target: "node20",
      minify,
      supported: { ...bundling.supported, "dynamic-import": false },
      logOverride: { "commonjs-variable-in-esm": "silent" },
    });
    const linked = code.replaceAll(/require\("\.\/(library[^"]*)\.js"\)/g, 'require("./$1.cjs")');
    writeFileSync(join(folder, `${basename(path, ".js")}.cjs`), linked);
  }
  const { exports } = Object.values(library.metafile.outputs).find(({ entryPoint }) => entryPoint === "src/index.ts");
  writeFileSync(
    join(folder, "index.js"),
    `import library from "./library.cjs";\nexport const { ${exports.join(", ")} } = library;\n`,
  );
}

/**
 * An ES module whose exports are the plain properties of an object, and whose import() of parts is a delayed require(). esbuild would
 * make getters of getters, which cost a start and each use of a name. That is for names that change, or that are used before
 * their module has run: no part exports such names (test/layers.test.ts), and {@link refuseCircles} finds no circle.
 */
function withPlainExports(text) {
  return text
    .replaceAll(/\bimport\("(\.\/[^"]+)"\)/g, 'Promise.resolve().then(()=>require("$1"))')
    .replace(/\bexport\s*\{([^}]*)\};?\s*$/, (_, list) => {
      const names = list.split(",").map((name) => name.trim().split(/\s+as\s+/));
      return `module.exports={${names.map(([name, as = name]) => `${as}:${name}`).join(",")}};`;
    });
}

/** Fails where parts import each other in a circle. */
function refuseCircles(parts) {
  const done = new Set();
  const visit = (path, above) => {
    if (above.includes(path)) throw new Error(`Parts import each other: ${[...above, path].join(" > ")}`);
    if (done.has(path)) return;
    done.add(path);
    for (const { path: next, kind, external } of parts[path].imports)
      if (kind === "import-statement" && !external) visit(next, [...above, path]);
  };
  for (const path of Object.keys(parts)) visit(path, []);
}

/** Compiles in a new process without NODE_OPTIONS, because V8 rejects a code cache made under other flags. */
function compile(folder) {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const words = [fileURLToPath(new URL("compile.mjs", import.meta.url)), folder, ...Object.keys(together)];
  execFileSync(process.execPath, words, { env, stdio: ["ignore", "pipe", "inherit"] });
}

/** A character as an escape; esbuild does not escape those in regular expressions. */
function escaped(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** The part whose entry is a module. */
function nameOf(module) {
  const found = outputs.find(({ entryPoint }) => entryPoint === module);
  if (!found) throw new Error(`${module} is not imported dynamically, so it is the entry of no part`);
  return found.name;
}

/** Adds a part and its static imports to a file, unless another file has them. */
function gather(name, file) {
  if (fileOf.get(name) !== name) return;
  fileOf.set(name, file);
  const { imports } = outputs.find((output) => output.name === name);
  for (const { path, kind, external } of imports) {
    if (kind === "import-statement" && !external) gather(basename(path, ".js"), file);
  }
}

/** Code with its imports of other parts directed to their files. */
function linked(code, file) {
  return code.replaceAll(/require\("\.\/([^"]+)\.js"\)/g, (_, name) => {
    const target = fileOf.get(name);
    if (target === undefined) throw new Error(`There is no part ${name}`);
    if (!Object.hasOwn(together, target)) return `require("./${target}.cjs")`;
    return target === file ? `part("${name}")` : `require("./${target}.cjs")("${name}")`;
  });
}

/**
 * A file of several parts: a function from a part's name to its exports, which runs the part at its first use.
 * The start file also exports its own part's names, in the form that imports from ES modules recognize.
 */
function joined(names, file) {
  const parts = names.map((name) => `${JSON.stringify(name)}(module,exports){${linked(codeOf.get(name), file)}\n}`);
  return `const loaded={},parts={${parts.join(",")}};
function part(name){let module=loaded[name];if(!module){module=loaded[name]={exports:{}};parts[name](module,module.exports)}return module.exports}
module.exports=${file === "start" ? `Object.assign(part,part("start"));0&&(module.exports={processIo,start})` : "part"};`;
}
