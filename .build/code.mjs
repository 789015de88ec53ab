/**
 * src -> dist: minified CommonJS parts that load each other at their own time, and the library: index.js, its ESM face, and parts
 * of its own, whose lines are those of the sources, since Node shows the line that threw an error and its caller reads it.
 * CommonJS because Node starts a program of it a quarter faster than one of ES modules. What an everyday answer needs
 * stands together in few files, since each file costs Node as much as ten kilobytes of code; what is only sometimes
 * needed (prompts, schemas, holidays, other languages) stays in files of its own.
 *
 *   node .build/code.mjs [--out <folder>] [--metafile]
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build, transform } from "esbuild";
import { bundling, countriesFile, zonesFile } from "./bundling.mjs";
import { licences } from "./licences.mjs";
import { insertOffsets } from "./offsets.mjs";
import { swap } from "./swap.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const { values: options } = parseArgs({ options: { out: { type: "string" }, metafile: { type: "boolean" } } });
const dist = options.out === undefined ? join(root, "dist") : resolve(options.out);

/** Files of several parts, compiled in advance (compile.mjs): the modules that begin them; what those import statically comes along. */
const together = {
  start: ["src/start.ts"],
  main: ["src/main.ts", "src/commands/compare.ts", "src/render/text/compare.ts"],
  deadline: ["src/commands/deadline.ts", "src/render/text/deadline.ts"],
};

// Splitting is something esbuild does for ES modules only, so the parts are made as such and then turned, each by itself.
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
const fileOf = new Map(outputs.map(({ name }) => [name, name]));
for (const [file, modules] of Object.entries(together)) {
  for (const module of modules) gather(nameOf(module), file);
}

const codeOf = new Map(
  await Promise.all(
    bundled.outputFiles.map(async ({ path, text }) => {
      const name = basename(path, ".js");
      const isAscii = Object.hasOwn(together, fileOf.get(name));
      const turned = await transform(text, {
        format: "cjs",
        platform: "node",
        target: "node20",
        minify: true,
        // Code without foreign characters takes half the memory and is read faster; other texts and data would only grow.
        charset: isAscii ? "ascii" : "utf8",
        legalComments: "none",
        // import() becomes require() at its own time.
        supported: { "dynamic-import": false },
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

/** Everything that is loaded, and the licences of what is in it. */
async function writeParts(folder) {
  for (const file of new Set(fileOf.values())) {
    const names = [...fileOf].filter(([, of]) => of === file).map(([name]) => name);
    const code = Object.hasOwn(together, file) ? joined(names, file) : linked(codeOf.get(file), file);
    writeFileSync(join(folder, `${file}.cjs`), `${code}\n`);
  }
  writeFileSync(join(folder, "countries.cjs"), `${await countriesFile(root)}\n`);
  writeFileSync(join(folder, "zones.cjs"), `${zonesFile(root)}\n`);
  await writeLibrary(folder);
  writeFileSync(
    join(folder, "THIRD-PARTY-LICENSES.txt"),
    licences(root, Object.keys({ ...bundled.metafile.inputs, ...library.metafile.inputs })),
  );
  if (options.metafile) writeFileSync(join(folder, "meta.json"), JSON.stringify(bundled.metafile));
}

/** The library's parts; what is in one of packages alone, which throws no error of ours, is minified. */
async function writeLibrary(folder) {
  for (const { path, text } of library.outputFiles) {
    const { inputs } = library.metafile.outputs[relative(root, path)];
    const minify = Object.keys(inputs).every((input) => /(^|\/)node_modules\/|\.json$/.test(input));
    const { code } = await transform(text, {
      format: "cjs",
      platform: "node",
      target: "node20",
      minify,
      supported: { "dynamic-import": false },
    });
    const linked = code.replaceAll(/require\("\.\/(library[^"]*)\.js"\)/g, 'require("./$1.cjs")');
    writeFileSync(join(folder, `${basename(path, ".js")}.cjs`), linked);
  }
  const { exports } = Object.values(library.metafile.outputs).find(({ entryPoint }) => entryPoint === "src/index.ts");
  writeFileSync(join(folder, "index.js"), `export { ${exports.join(", ")} } from "./library.cjs";\n`);
}

/** In a process of its own, without options that V8 would have to be given again. */
function compile(folder) {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const words = [fileURLToPath(new URL("compile.mjs", import.meta.url)), folder, ...Object.keys(together)];
  execFileSync(process.execPath, words, { env, stdio: "inherit" });
}

/** A character as code for it; esbuild leaves those in patterns as they are. */
function escaped(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** The part that begins with a module. */
function nameOf(module) {
  const found = outputs.find(({ entryPoint }) => entryPoint === module);
  if (!found) throw new Error(`${module} is not loaded at a time of its own, so no part begins with it`);
  return found.name;
}

/** Puts a part and what it imports statically into a file, unless they stand in another already. */
function gather(name, file) {
  if (fileOf.get(name) !== name) return;
  fileOf.set(name, file);
  const { imports } = outputs.find((output) => output.name === name);
  for (const { path, kind, external } of imports) {
    if (kind === "import-statement" && !external) gather(basename(path, ".js"), file);
  }
}

/** Code whose calls for other parts go to the files they stand in. */
function linked(code, file) {
  return code.replaceAll(/require\("\.\/([^"]+)\.js"\)/g, (_, name) => {
    const target = fileOf.get(name);
    if (target === undefined) throw new Error(`No part is called ${name}`);
    if (!Object.hasOwn(together, target)) return `require("./${target}.cjs")`;
    return target === file ? `part("${name}")` : `require("./${target}.cjs")("${name}")`;
  });
}

/**
 * A file of several parts: a function from a part's name to what it exports, each run when it is first asked for.
 * The first file of all is also what its own part exports, and says so where importers of ES modules look.
 */
function joined(names, file) {
  const parts = names.map((name) => `${JSON.stringify(name)}(module,exports){${linked(codeOf.get(name), file)}\n}`);
  return `const loaded={},parts={${parts.join(",")}};
function part(name){let module=loaded[name];if(!module){module=loaded[name]={exports:{}};parts[name](module,module.exports)}return module.exports}
module.exports=${file === "start" ? `Object.assign(part,part("start"));0&&(module.exports={processIo,start})` : "part"};`;
}
