/**
 * Loads the parts of the program, dist/*.cjs. Those of everyday commands come with the code that V8 compiled of them, which makes a
 * start a third shorter. The package has it for the Node that built it; for any other, it is in the user's cache folder
 * (compile.js). NODE_DISABLE_COMPILE_CACHE turns off both.
 */
const { existsSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { Script } = require("node:vm");

/** An everyday part begins with a comment: its digest. */
const idLength = 16;
const slash = "/".charCodeAt(0);

/** The parts of a folder, each run at its first use. */
exports.openParts = (dist) => {
  const loaded = new Map();
  const scripts = new Map();
  const folder = process.env.NODE_DISABLE_COMPILE_CACHE ? undefined : folderOf(dist);

  function load(id) {
    if (!id.startsWith("./")) return require(id);
    const known = loaded.get(id);
    if (known) return known.exports;
    const module = { exports: {} };
    loaded.set(id, module);
    scriptOf(id.slice(2)).runInThisContext()(module.exports, load, module);
    return module.exports;
  }

  function scriptOf(file) {
    const bytes = readFileSync(join(dist, file));
    if (bytes[0] !== slash) return new Script(wrapped(bytes.toString()), { filename: join(dist, file) });
    const id = bytes.latin1Slice(2, 2 + idLength);
    const cachedData = folder && compiledCode(folder.read(file.replace(".cjs", ".bin")), id);
    // These parts are ASCII, which latin1 decodes fastest. V8 saves the name with the code, so it must not be a path of this machine.
    const script = new Script(wrapped(bytes.latin1Slice()), { filename: `support-cli/dist/${file}`, cachedData });
    scripts.set(file, { script, id, isCompiled: cachedData !== undefined && !script.cachedDataRejected });
    return script;
  }

  return {
    load,
    /** The everyday parts that were loaded: script, digest, and whether its compiled code was used. */
    scripts,
    /** Compiled code is to be added to the user's folder. */
    isMissingCode: () => folder?.write !== undefined && [...scripts.values()].some(({ isCompiled }) => !isCompiled),
    folder,
  };
};

function wrapped(text) {
  return `(function(exports,require,module){${text}\n})`;
}

/** Where compiled code is read, and written if it is the user's folder. */
function folderOf(dist) {
  const node = `${process.version}-${process.platform}-${process.arch}`;
  const own = join(dist, "compiled", node);
  if (!existsSync(own)) return require("./user-cache.js").userFolder(node);
  return {
    read(file) {
      try {
        return readFileSync(join(own, file));
      } catch {
        return undefined;
      }
    },
  };
}

/**
 * The compiled code in a file: the digest of its part, and the code twice. Damaged code would crash Node, which verifies none, and comparing both
 * copies is faster than a digest.
 */
function compiledCode(bytes, id) {
  if (bytes === undefined || bytes.latin1Slice(0, idLength) !== id) return undefined;
  const middle = (bytes.length + idLength) / 2;
  const code = bytes.subarray(idLength, middle);
  return code.length > 0 && code.equals(bytes.subarray(middle)) ? code : undefined;
}
