/**
 * compiled/<Node> beside the parts: what V8 makes of the parts that an everyday answer needs, kept for bin/compiled.js. The answers are
 * given once, so that what they call is compiled and what they do not is left for its time.
 *
 *   node .build/compile.mjs <folder> <part...>
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { Script } from "node:vm";

const [folder, ...parts] = process.argv.slice(2);
const out = join(folder, "compiled", `${process.version}-${process.platform}-${process.arch}`);

const ticket = ["-p", "business", "-P", "P2", "-r", "japan", "--opened", "2026-11-20T16:40+09:00"];
const everyday = [["compare"], ["deadline", ...ticket], ["deadline", ...ticket, "--quiet"]];

const require = createRequire(join(folder, "start.cjs"));
const scripts = new Map();
require.extensions[".cjs"] = (module, filename) => {
  // What is kept has the name in it, which would be a folder of this machine.
  const script = new Script(Module.wrap(readFileSync(filename, "utf8")), {
    filename: `support-cli/dist/${basename(filename)}`,
  });
  scripts.set(basename(filename, ".cjs"), script);
  script.runInThisContext()(module.exports, (id) => module.require(id), module, filename, dirname(filename));
};

const { processIo, start } = require("./start.cjs");
const silent = { isTerminal: false, columns: undefined, isClosed: false, write: async () => {} };
for (const argv of everyday) {
  const code = await start([...argv, "--no-config", "--lang", "en"], {
    ...processIo(process),
    env: {},
    stdout: silent,
    stderr: silent,
  });
  if (code !== 0) throw new Error(`${argv.join(" ")} ended with ${code}`);
}

mkdirSync(out, { recursive: true });
for (const name of parts) {
  const script = scripts.get(name);
  if (!script) throw new Error(`${name} has no part in the everyday answers`);
  // They are read as such, and V8 takes what it made for a text of the same length only.
  if (/[^\0-\x7f]/.test(readFileSync(join(folder, `${name}.cjs`), "utf8"))) throw new Error(`${name} is to be ASCII`);
  const data = script.createCachedData();
  // Twice, so that damage is noticed (bin/compiled.js).
  writeFileSync(join(out, `${name}.bin`), Buffer.concat([data, data]));
}
