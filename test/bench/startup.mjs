/**
 * How long a command takes from the shell's point of view, as a ratio to `node -e 0` in the same run. The lines take
 * turns, so that whatever else the machine does falls on all of them; the medians are compared.
 *
 *   npm run bench -- startup [rounds]
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const rounds = Number(process.argv[2] ?? 41);
const root = new URL("../../", import.meta.url);
const bin = fileURLToPath(new URL("bin/support-cli.js", root));
const executable = fileURLToPath(
  new URL(`dist/exe/support-cli-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`, root),
);
const one = ["deadline", "-p", "business", "-P", "P2", "-r", "japan", "--opened", "2026-11-20T16:40+09:00"];

/** What is run, and the ratio it is meant to stay under. */
const lines = [
  { name: "node -e 0", words: ["-e", "0"] },
  { name: "--version", words: [bin, "--version"], limit: 1.4 },
  { name: "compare", words: [bin, "compare"], limit: 2.2 },
  { name: "deadline", words: [bin, ...one], limit: 2.6 },
  { name: "deadline --quiet", words: [bin, ...one, "--quiet"] },
  { name: "deadline --holidays JP", words: [bin, ...one, "--holidays", "JP"], limit: 3 },
  ...(existsSync(executable)
    ? [
        { name: "executable --version", program: executable, words: ["--version"], limit: 1.5 },
        { name: "executable compare", program: executable, words: ["compare"] },
        { name: "executable deadline", program: executable, words: one },
      ]
    : []),
];

// Certificates that the environment adds are read by Node at every start, and would be most of what is measured.
const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...env } = process.env;
const times = lines.map(() => []);
for (let round = -2; round < rounds; round++) {
  lines.forEach(({ program = process.execPath, words }, i) => {
    const start = process.hrtime.bigint();
    const { status, stderr } = spawnSync(program, words, { env, stdio: ["ignore", "pipe", "pipe"] });
    const ms = Number(process.hrtime.bigint() - start) / 1e6;
    if (status !== 0) throw new Error(`${words.join(" ")} ended with ${status}: ${stderr}`);
    if (round >= 0) times[i].push(ms);
  });
}

const medians = times.map((list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]);
console.log(`Node ${process.versions.node}, medians of ${rounds} interleaved runs\n`);
console.log(`${"".padEnd(24)}${"ms".padStart(8)}${"ratio".padStart(8)}${"limit".padStart(8)}`);
lines.forEach(({ name, limit }, i) => {
  const ratio = medians[i] / medians[0];
  const over = limit !== undefined && ratio > limit ? "  over" : "";
  console.log(
    `${name.padEnd(24)}${medians[i].toFixed(1).padStart(8)}${ratio.toFixed(2).padStart(8)}${(limit?.toFixed(1) ?? "").padStart(8)}${over}`,
  );
});
