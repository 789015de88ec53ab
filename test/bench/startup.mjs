/**
 * How long a command takes from the shell's point of view, as a ratio to `node -e 0` of the same Node in the same run. The lines take
 * turns, so that whatever else the machine does falls on all of them; medians are compared, and minima. Exits 1 where a ratio of medians is
 * over its limit.
 *
 * The package is built by the Node that runs this. Node 22 and 24 come from npm, for Linux x64, and use the compiled code that they add to a
 * new cache folder in the first rounds, which do not count.
 *
 *   npm run bench -- startup [rounds]
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const rounds = Number(process.argv[2] ?? 41);
const root = new URL("../../", import.meta.url);
const bin = fileURLToPath(new URL("bin/support-cli.js", root));
const executable = fileURLToPath(
  new URL(`dist/exe/support-cli-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`, root),
);
const ticket = ["-p", "business", "-P", "P2", "-r", "japan", "--opened", "2026-11-20T16:40+09:00"];
const needs = ["--need", "live-telephone", "--contacts", "5", "--within", "P2=2h", "--budget", "any", "--no-input"];

const others = [22, 24].map((major) => ({
  major,
  program: fileURLToPath(new URL(`node_modules/node-${major}/bin/node`, import.meta.url)),
}));
const missing = others.filter(({ program }) => !existsSync(program)).map(({ major }) => major);

/** What is run, and the ratio it must stay under; a line without a ratio is what those below it are compared with. */
const lines = [
  { name: "node -e 0", words: ["-e", "0"], isBase: true },
  { name: "--version", words: [bin, "--version"], limit: 1.4 },
  { name: "compare", words: [bin, "compare"], limit: 2 },
  { name: "deadline", words: [bin, "deadline", ...ticket], limit: 1.9 },
  { name: "deadline --quiet", words: [bin, "deadline", ...ticket, "--quiet"], limit: 1.9 },
  { name: "deadline --holidays JP", words: [bin, "deadline", ...ticket, "--holidays", "JP"], limit: 2.5 },
  { name: "recommend --no-input", words: [bin, "recommend", ...needs], limit: 2.3 },
  ...(existsSync(executable)
    ? [
        { name: "executable --version", program: executable, words: ["--version"], limit: 1.5 },
        { name: "executable compare", program: executable, words: ["compare"] },
        { name: "executable deadline", program: executable, words: ["deadline", ...ticket] },
      ]
    : []),
  ...others
    .filter(({ major }) => !missing.includes(major))
    .flatMap(({ major, program }) => [
      { name: `node -e 0, Node ${major}`, program, words: ["-e", "0"], isBase: true },
      { name: `compare, Node ${major}`, program, words: [bin, "compare"], limit: 2.3 },
      { name: `deadline, Node ${major}`, program, words: [bin, "deadline", ...ticket] },
    ]),
];

const cache = mkdtempSync(join(tmpdir(), "support-cli-startup-"));
process.on("exit", () => rmSync(cache, { recursive: true, force: true }));
// Certificates that the environment adds are read by Node at every start, and would be most of what is measured.
const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...environment } = process.env;
const env = { ...environment, XDG_CACHE_HOME: cache };

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

const figures = times.map((list) => ({
  median: list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)],
  least: Math.min(...list),
}));
const row = ([name, ...cells]) => `${name.padEnd(24)}${cells.map((cell) => cell.padStart(9)).join("")}`;
console.log(`Built by Node ${process.versions.node}; medians and minima of ${rounds} interleaved runs\n`);
console.log(row(["", "ms", "ratio", "limit", "least ms", "ratio"]));
let base = figures[0];
lines.forEach(({ name, isBase, limit }, i) => {
  const { median, least } = figures[i];
  if (isBase) base = figures[i];
  const ratio = median / base.median;
  const isOver = ratio > limit;
  if (isOver) process.exitCode = 1;
  const ofMinima = (least / base.least).toFixed(2);
  console.log(
    row([name, median.toFixed(1), ratio.toFixed(2), limit?.toFixed(1) ?? "", least.toFixed(1), ofMinima]) +
      (isOver ? "  over" : ""),
  );
});
if (missing.length > 0) console.log(`\nNot measured: Node ${missing.join(" and ")}, which npm has for Linux x64`);
