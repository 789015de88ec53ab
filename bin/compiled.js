/**
 * The program's parts as V8 compiled them when they were built (.build/compile.mjs), which takes a third off a start.
 * They fit the very Node that made them; V8 itself refuses any other, and then compiles as ever. Where there are none,
 * Node keeps its own, if it knows how (from 22 on). NODE_DISABLE_COMPILE_CACHE turns off both.
 */
const { existsSync, readFileSync } = require("node:fs");
const { basename, dirname, join } = require("node:path");

const dist = join(__dirname, "../dist");
const folder = join(dist, "compiled", `${process.version}-${process.platform}-${process.arch}`);

if (process.env.NODE_DISABLE_COMPILE_CACHE) {
  // The person at the keyboard wants the sources to be what runs.
} else if (existsSync(folder)) {
  const { wrap } = require("node:module");
  const { Script } = require("node:vm");
  require.extensions[".cjs"] = (module, filename) => {
    // The text comes first: a build that goes on meanwhile takes away what was compiled before it changes a text.
    const text = readFileSync(filename);
    const cachedData = dirname(filename) === dist ? compiled(basename(filename, ".cjs")) : undefined;
    if (!cachedData) return module._compile(text.toString(), filename);
    // These parts are ASCII, which is read faster as this.
    const script = new Script(wrap(text.toString("latin1")), { filename, cachedData });
    script.runInThisContext()(module.exports, (id) => module.require(id), module, filename, dirname(filename));
  };
} else require("node:module").enableCompileCache?.();

/**
 * What V8 made of a part; undefined for the many that it was not asked for. A damaged one would crash Node, which checks no sum of it. So each
 * is kept twice, and is used where both are equal: no digest is as quick.
 */
function compiled(part) {
  try {
    const twice = readFileSync(join(folder, `${part}.bin`));
    const once = twice.subarray(0, twice.length / 2);
    return once.length > 0 && once.equals(twice.subarray(once.length)) ? once : undefined;
  } catch {
    return undefined;
  }
}
