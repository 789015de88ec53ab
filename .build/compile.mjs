/**
 * Writes compiled/<Node> beside the parts: the V8 code cache of everyday commands, which bin/compiled.js loads. The commands are
 * run once first, so that the cache has the functions that they call and no others.
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
  // The cache contains the file name, so it must not be a path of this machine.
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
  if (!script) throw new Error(`The everyday commands do not load ${name}`);
  // bin/compiled.js reads the parts as Latin-1, and V8 accepts a cache only for a source of the same length.
  if (/[^\0-\x7f]/.test(readFileSync(join(folder, `${name}.cjs`), "utf8"))) throw new Error(`${name} is not ASCII`);
  const data = script.createCachedData();
  // Written twice, so that bin/compiled.js detects damage.
  writeFileSync(join(out, `${name}.bin`), Buffer.concat([data, data]));
}
