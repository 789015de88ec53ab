/**
 * A suite's own virtual environment of Python in its folder, made where it is missing or its requirements.txt has changed.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const options = { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
const run = (command, words) => execFileSync(command, words, options);

/** Installs one of Debian's packages. */
export function install(name) {
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name]);
}

export const hasPython = () => spawnSync("python3", ["--version"]).status === 0;

/** The environment's python. Throws where there is no Python, or it cannot install packages. */
export function makeEnvironment(folder) {
  const requirements = join(folder, "requirements.txt");
  const environment = join(folder, "reports", "venv");
  const python = join(environment, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  const installed = join(environment, "requirements.txt");
  const wanted = readFileSync(requirements, "utf8");
  if (existsSync(installed) && readFileSync(installed, "utf8") === wanted) return python;
  if (!hasPython()) throw new Error("This suite needs python3.");
  rmSync(environment, { recursive: true, force: true });
  // Debian has the means to make environments in a package of their own.
  if (spawnSync("python3", ["-c", "import ensurepip"]).status !== 0) install("python3-venv");
  run("python3", ["-m", "venv", environment]);
  run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements]);
  writeFileSync(installed, wanted);
  return python;
}
