/**
 * Puts the files of a new build in the place of the last one's, so that a program that starts meanwhile finds all it asks for:
 * what did not change is left alone, what did is renamed into its place, and what nobody asks for any more goes last.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

const isCompiled = (name) => name.startsWith("compiled");

/** Moves all files of `fresh` into `dist`, a folder of the same disk, and takes out what an earlier build left there. */
export function swap(fresh, dist) {
  const made = filesIn(fresh);
  const before = filesIn(dist);
  const changed = made.filter((name) => !before.includes(name) || !isSame(join(fresh, name), join(dist, name)));
  // What V8 made of a part is taken for any text of that length, so it must not meet another than its own.
  if (changed.some((name) => !isCompiled(name))) for (const name of before.filter(isCompiled)) remove(dist, name);
  // New names come before the files that ask for them, and what V8 made comes after what it was made of.
  const turn = (name) => (isCompiled(name) ? 2 : before.includes(name) ? 1 : 0);
  for (const name of changed.sort((a, b) => turn(a) - turn(b))) {
    mkdirSync(dirname(join(dist, name)), { recursive: true });
    renameSync(join(fresh, name), join(dist, name));
  }
  for (const name of before) if (!made.includes(name)) remove(dist, name);
}

/** What a build of the code makes in a folder; declarations, schemas, the manual page and executables are made by others. */
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
  // An empty folder would say of a Node that something was compiled for it.
  if (isCompiled(name) && readdirSync(dirname(join(dist, name))).length === 0) rmdirSync(dirname(join(dist, name)));
}
