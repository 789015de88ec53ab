/**
 * Running programs for the benches: their wall and processor time and their memory, from GNU time (Debian's package `time`), so that every
 * program is measured alike from its start to its end.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const time = "/usr/bin/time";
// Certificates that the environment adds are read by Node at every start.
const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...env } = process.env;

/** Runs a command line; its wall and processor time in seconds, and its peak memory in megabytes. Notes go to `folder`. */
export function measure(words, folder) {
  if (!existsSync(time)) throw new Error("This bench needs GNU time: install Debian's package time.");
  const report = join(folder, "time.txt");
  const begun = performance.now();
  const { status, stderr } = spawnSync(time, ["-q", "-f", "%U %S %M", "-o", report, ...words], {
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const wall = (performance.now() - begun) / 1000;
  if (status !== 0) throw new Error(`${words.join(" ")} ended with ${status}: ${stderr}`);
  const [user, system, kilobytes] = readFileSync(report, "utf8").trim().split(" ").map(Number);
  return { wall, cpu: user + system, megabytes: kilobytes / 1024 };
}

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** `1.20 (1.10 to 1.40)`: the middle, the smallest and the largest. */
export const spread = (middle, numbers, digits = 2) =>
  `${middle.toFixed(digits)} (${Math.min(...numbers).toFixed(digits)} to ${Math.max(...numbers).toFixed(digits)})`;
