/**
 * The suite's own virtual environment of Python, and the lines of its scripts.
 */
import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeEnvironment } from "../../python.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const python = makeEnvironment(here);

/** What a script of this folder prints, one JSON value a line. */
export function linesOf(script, ...words) {
  const text = execFileSync(python, [join(here, script), ...words.map(String)], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
    env: { ...process.env, PYTHONIOENCODING: "utf-8" },
  });
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}
