/**
 * Runs what proves the engine and the program right and prints one table of how much was tried and what went wrong. Each figure is read
 * from the report that its part has just written; a part that was not run keeps the figure and the date of latest.json, and says so.
 *
 *   npm run evidence [-- [--quick] [--write] [oracle peers fuzz faults reach injection mutation]]
 *
 * --quick tries less of everything, --write puts the table into docs/proof.md and keeps its figures in latest.json. Mutants are not tried
 * here, which takes hours: what `npm run mutation` wrote last is read. CASES, RUNS and PROCESSES from the environment beat both sizes.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { renderTable, withTable } from "./table.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..", "..");
const reports = join(here, "reports");
process.chdir(root);

const words = process.argv.slice(2);
const isQuick = words.includes("--quick");
const asked = words.filter((word) => !word.startsWith("--"));
const today = new Date().toISOString().slice(0, 10);
const size = (whole, quick) => (isQuick ? quick : whole);

/** The quick run is for every change, which must not be blamed for what another day's seed finds. */
const quickSeed = isQuick ? { SEED: process.env.SEED ?? "20260101" } : {};

/** What each part runs, what it writes, and what of that is counted. */
const parts = {
  oracle: {
    // The look at every hour of every zone compares nothing and takes longest.
    run: () =>
      vitest("test/verify/oracle/long.config.ts", isQuick ? ["long.ts", "named.test.ts"] : [], {
        CASES: size(500_000, 60_000),
      }),
    writes: ["UTC", "America-New_York", "Asia-Kathmandu"].map((zone) => `test/verify/oracle/reports/${zone}.json`),
    count: (thirds) => ({ compared: sum(thirds, "compared"), differed: sum(thirds, "differed") }),
  },
  peers: {
    run: () =>
      npm("--prefix", "test/verify/peers", "ci", "--loglevel", "error") &&
      node(["test/verify/peers/run.mjs"], { CASES: size(6000, 1500) }) &&
      node(["test/verify/peers/schemas.mjs"]),
    writes: ["test/verify/peers/reports/peers.json"],
    count: ([{ compared, disagreements, unexplained }]) => ({ compared, disagreements, unexplained }),
  },
  fuzz: {
    run: () =>
      vitest("test/verify/fuzz/long.config.ts", [], {
        RUNS: size(100_000, 8000),
        PROCESSES: size(500, 100),
        ...quickSeed,
      }),
    writes: ["half-1", "half-2", "processes"].map((name) => `test/verify/fuzz/reports/${name}.json`),
    count: ([one, two, processes]) => ({ runs: one.runs + two.runs, processes: processes.runs }),
  },
  faults: {
    run: () => tests("faults"),
    writes: ["test/verify/evidence/reports/faults.json"],
    count: ([{ numTotalTests, numFailedTests }]) => ({ tried: numTotalTests, failed: numFailedTests }),
  },
  reach: {
    run: () => tests("reach"),
    writes: ["test/verify/evidence/reports/reach.json"],
    count: ([{ numTotalTests, numFailedTests }]) => ({ tried: numTotalTests, failed: numFailedTests }),
  },
  injection: {
    run: () => tests("injection", { INJECTION: "test/verify/evidence/reports/texts.json" }),
    writes: ["test/verify/evidence/reports/injection.json", "test/verify/evidence/reports/texts.json"],
    count: ([{ numFailedTests }, { texts, outputs }]) => ({ texts, outputs, failed: numFailedTests }),
  },
  mutation: {
    run: () => true,
    keeps: true,
    writes: ["test/verify/mutation/latest.json"],
    count: ([{ core, rules }]) => ({ core: scoreOf(core), rules: scoreOf(rules) }),
    date: ([{ date }]) => date,
  },
};

for (const word of asked)
  if (!Object.hasOwn(parts, word)) throw new Error(`There is no part ${word}: ${Object.keys(parts).join(", ")} are.`);
const chosen = asked.length === 0 ? Object.keys(parts) : asked;
const latestPath = join(here, "latest.json");
const latest = existsSync(latestPath) ? JSON.parse(readFileSync(latestPath, "utf8")) : {};
const found = {};
let isWell = true;

mkdirSync(reports, { recursive: true });
if (chosen.some((name) => name !== "mutation")) isWell = npm("run", "--silent", "build") && isWell;
for (const name of chosen) {
  const { run, writes, count, keeps, date } = parts[name];
  if (!keeps) for (const path of writes) rmSync(path, { force: true });
  const began = Date.now();
  const ended = run();
  const isWritten = writes.every((path) => existsSync(path));
  if (!keeps) console.log(`--- ${name}: ${ended ? "well" : "FAILED"}, ${Math.round((Date.now() - began) / 1000)} s`);
  if (isWritten) {
    const read = writes.map((path) => JSON.parse(readFileSync(path, "utf8")));
    found[name] = { date: date?.(read) ?? today, isWell: ended, ...count(read) };
  }
  isWell = isWell && ended && (isWritten || keeps === true);
  // Part by part, so that a run that is stopped has what it did.
  if (words.includes("--write") && found[name]?.isWell) keep({ ...latest, ...onlyWell(found) });
}

const older = (name) => latest[name] && { ...latest[name], isOlder: true };
console.log(
  `\n${renderTable(Object.fromEntries(Object.keys(parts).map((name) => [name, found[name] ?? older(name)])))}`,
);
if (!isWell) console.log("Not all went well.");
process.exitCode = isWell ? 0 : 1;

function onlyWell(figures) {
  return Object.fromEntries(Object.entries(figures).filter(([, { isWell: wasWell }]) => wasWell));
}

/** Keeps figures as the latest ones, in docs/proof.md too. */
function keep(figures) {
  writeFileSync(latestPath, `${JSON.stringify(figures, null, 2)}\n`);
  writeFileSync("docs/proof.md", withTable(readFileSync("docs/proof.md", "utf8"), renderTable(figures)));
}

function spawned(command, argv, env = {}) {
  const own = Object.fromEntries(Object.entries(env).map(([key, value]) => [key, process.env[key] ?? String(value)]));
  const { status } = spawnSync(command, argv, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...own },
  });
  return status === 0;
}

function npm(...argv) {
  return spawned("npm", argv);
}

function node(argv, env) {
  return spawned(process.execPath, argv, env);
}

function vitest(config, argv, env) {
  return node(["node_modules/vitest/vitest.mjs", "run", "--config", config, ...argv], env);
}

/** A suite of proof.config.ts, with its report. */
function tests(name, env) {
  const json = ["--reporter=default", "--reporter=json", `--outputFile.json=test/verify/evidence/reports/${name}.json`];
  return vitest("test/verify/vitest.config.ts", ["--project", name, ...json], env);
}

function sum(list, key) {
  return list.reduce((total, one) => total + one[key], 0);
}

function scoreOf({ mutants, killed, timeout, score }) {
  return { mutants, killed: killed + timeout, score };
}
