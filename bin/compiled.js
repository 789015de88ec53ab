/**
 * Loads the code that V8 compiled at the build (.build/compile.mjs), which makes a start a third shorter.
 * It fits exactly the Node that made it; V8 rejects any other and compiles as usual. Without it, Node 22 and later keep a cache of
 * their own. NODE_DISABLE_COMPILE_CACHE turns off both.
 */
const { existsSync, readFileSync } = require("node:fs");
const { basename, dirname, join } = require("node:path");

const dist = join(__dirname, "../dist");
const folder = join(dist, "compiled", `${process.version}-${process.platform}-${process.arch}`);

if (process.env.NODE_DISABLE_COMPILE_CACHE) {
  // The user wants the sources to run.
} else if (existsSync(folder)) {
  const { wrap } = require("node:module");
  const { Script } = require("node:vm");
  require.extensions[".cjs"] = (module, filename) => {
    // The text is read first: a build that is running removes compiled code before it changes a text.
    const text = readFileSync(filename);
    const cachedData = dirname(filename) === dist ? compiled(basename(filename, ".cjs")) : undefined;
    if (!cachedData) return module._compile(text.toString(), filename);
    // These parts are ASCII, which latin1 decodes fastest.
    const script = new Script(wrap(text.toString("latin1")), { filename, cachedData });
    script.runInThisContext()(module.exports, (id) => module.require(id), module, filename, dirname(filename));
  };
} else require("node:module").enableCompileCache?.();

/**
 * The compiled code of a part; undefined for parts that were not compiled. Damaged code would crash Node, which verifies none, so each file
 * contains the code twice and is used if both are equal, which is faster than a digest.
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
