/**
 * The suite's own virtual environment of Python, made where it is missing or its requirements have changed, and the lines of its scripts.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const environment = join(here, "reports", "venv");
const python = join(environment, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
const requirements = join(here, "requirements.txt");
const installed = join(environment, "requirements.txt");

/** Makes the environment. Throws where there is no Python, or it cannot install packages. */
export function makeEnvironment() {
  const wanted = readFileSync(requirements, "utf8");
  if (existsSync(installed) && readFileSync(installed, "utf8") === wanted) return;
  const found = spawnSync("python3", ["--version"], { encoding: "utf8" });
  if (found.status !== 0) throw new Error("This suite needs python3.");
  rmSync(environment, { recursive: true, force: true });
  const run = (command, words) => execFileSync(command, words, { stdio: ["ignore", "ignore", "inherit"] });
  // Debian has the means to make environments in a package of their own.
  if (spawnSync("python3", ["-c", "import ensurepip"]).status !== 0) {
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "python3-venv"]);
  }
  run("python3", ["-m", "venv", environment]);
  run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements]);
  writeFileSync(installed, wanted);
}

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
