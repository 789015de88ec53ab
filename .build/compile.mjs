/**
 * Writes compiled/<Node> beside the parts: the V8 code cache of everyday commands, which bin/parts.js loads.
 *
 *   node .build/compile.mjs <folder> <part...>
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const { compile } = require("../bin/compile.js");
const { openParts } = require("../bin/parts.js");

const [folder, ...names] = process.argv.slice(2);
const out = join(folder, "compiled", `${process.version}-${process.platform}-${process.arch}`);
for (const name of names) {
  // bin/parts.js reads the parts as Latin-1, and V8 accepts a cache only for a source of the same length.
  if (/[^\0-\x7f]/.test(readFileSync(join(folder, `${name}.cjs`), "utf8"))) throw new Error(`${name} is not ASCII`);
}

const parts = openParts(folder);
mkdirSync(out, { recursive: true });
await compile(parts, { workingFolder: () => folder }, (file, bytes) => writeFileSync(join(out, file), bytes));
for (const name of names) {
  if (!parts.scripts.has(`${name}.cjs`)) throw new Error(`The everyday commands do not load ${name}`);
}
