/**
 * The folder of compiled code in the user's cache, for a Node that the package has none for. V8 runs what is in it, so it is used
 * only where no other user can write. Where anything is in the way, there is no cache, and no message.
 */
const fs = require("node:fs");
const { dirname, isAbsolute, join } = require("node:path");

const { constants } = fs;

/** The folder for a Node; undefined where the environment names no folder for caches. */
exports.userFolder = (node) => {
  const base = baseOf(process.env, process.platform);
  if (base === undefined) return undefined;
  const program = join(base, "support-cli");
  const folder = join(program, node);
  const isSafe = () => isUsersOwn(fs.statSync(base), 0o002) && [program, folder].every(isPrivate);
  let isTrusted;
  return {
    /** The bytes of a file; undefined if there is none. */
    read: (file) =>
      attempt(() => {
        isTrusted ??= isSafe();
        return isTrusted ? readOwn(join(folder, file)) : undefined;
      }),
    /** Makes the folder; true if files can be written there. */
    make: () =>
      attempt(() => {
        // Another user's home, as under sudo, gets no folder that its owner could not remove.
        if (isUsersOwn(fs.statSync(dirname(base)), 0o002)) attempt(() => fs.mkdirSync(base, { mode: 0o700 }));
        if (!isUsersOwn(fs.statSync(base), 0o002)) return false;
        for (const path of [program, folder]) attempt(() => fs.mkdirSync(path, { mode: 0o700 }));
        fs.accessSync(folder, constants.W_OK);
        return isSafe();
      }) === true,
    /** Writes a file that appears whole or not at all, however many starts write it at once. */
    write(file, bytes) {
      const fresh = join(folder, `.${file}.${process.pid}`);
      attempt(() => {
        fs.writeFileSync(fresh, bytes, { flag: "wx", mode: 0o600 });
        fs.renameSync(fresh, join(folder, file));
      });
      attempt(() => fs.rmSync(fresh, { force: true }));
    },
    /** Removes what killed starts left, and the folders of other Nodes, where that is a month old. */
    removeOld: () =>
      attempt(() => {
        const nodes = fs.readdirSync(program).filter((name) => /^v\d/.test(name));
        for (const name of nodes) attempt(() => removeOldIn(join(program, name), name === node));
      }),
  };
};

const monthMs = 30 * 86_400_000;

function removeOldIn(folder, isInUse) {
  if (!isPrivate(folder)) return;
  const isOld = (path) => Date.now() - fs.lstatSync(path).mtimeMs > monthMs;
  const isUnused = !isInUse && isOld(folder);
  for (const file of fs.readdirSync(folder)) {
    const path = join(folder, file);
    const isCode = /^\w+\.bin$/.test(file);
    const isLeft = /^\.\w+\.bin\.\d+$/.test(file) && isOld(path);
    if (isLeft || (isUnused && isCode)) attempt(() => fs.unlinkSync(path));
  }
  // Fails where something else is in it.
  if (isUnused) fs.rmdirSync(folder);
}

/** Where the user keeps caches. Only absolute paths count, as the XDG rules say. */
function baseOf({ HOME = "", LOCALAPPDATA = "", XDG_CACHE_HOME = "" }, platform) {
  if (platform === "win32") return isAbsolute(LOCALAPPDATA) ? LOCALAPPDATA : undefined;
  if (platform !== "darwin" && isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  if (!isAbsolute(HOME)) return undefined;
  return join(HOME, platform === "darwin" ? "Library/Caches" : ".cache");
}

/** A folder itself, not a link to one, that only the user can write to. */
function isPrivate(path) {
  const stats = fs.lstatSync(path);
  return stats.isDirectory() && isUsersOwn(stats, 0o022);
}

/** The user owns it, and no others can write to it. Windows has no such modes; its folder is the user's by its access list. */
function isUsersOwn({ uid, mode }, others) {
  return process.geteuid === undefined || (uid === process.geteuid() && (mode & others) === 0);
}

function readOwn(path) {
  const descriptor = fs.openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fs.fstatSync(descriptor);
    return stats.isFile() && isUsersOwn(stats, 0o022) ? fs.readFileSync(descriptor) : undefined;
  } finally {
    fs.closeSync(descriptor);
  }
}

/** The value of an action; undefined if it fails. */
function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}
