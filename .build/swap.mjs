/**
 * Replaces the files of a build so that a program that starts meanwhile finds a complete one: unchanged files stay, changed
 * files are renamed into place, and files that are no longer used are removed last.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

const isCompiled = (name) => name.startsWith("compiled");

/** Moves all files of `fresh` into `dist`, a folder on the same disk, and removes what an earlier build left there. */
export function swap(fresh, dist) {
  const made = filesIn(fresh);
  const before = filesIn(dist);
  const changed = made.filter((name) => !before.includes(name) || !isSame(join(fresh, name), join(dist, name)));
  // New files come before the files that load them.
  const turn = (name) => (before.includes(name) ? 1 : 0);
  for (const name of changed.sort((a, b) => turn(a) - turn(b))) {
    mkdirSync(dirname(join(dist, name)), { recursive: true });
    renameSync(join(fresh, name), join(dist, name));
  }
  for (const name of before) if (!made.includes(name)) remove(dist, name);
}

/** The files of this build in a folder, without declarations, schemas, manual page and executables. */
function filesIn(folder) {
  const own = readdirSync(folder).filter((name) => /\.(cjs|js|json|txt)$/.test(name));
  const compiled = join(folder, "compiled");
  if (!existsSync(compiled)) return own;
  const nodes = readdirSync(compiled);
  return [
    ...own,
    ...nodes.flatMap((node) => readdirSync(join(compiled, node)).map((name) => join("compiled", node, name))),
  ];
}

function isSame(one, other) {
  return readFileSync(one).equals(readFileSync(other));
}

function remove(dist, name) {
  rmSync(join(dist, name), { force: true });
  // To bin/parts.js, a folder means that there is a cache for its Node.
  if (isCompiled(name) && readdirSync(dirname(join(dist, name))).length === 0) rmdirSync(dirname(join(dist, name)));
}
