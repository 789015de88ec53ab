/**
 * Runs what `sql` writes in DuckDB, PostgreSQL, ClickHouse and a Spark cluster, compares every result with the engine's over 200,000
 * tickets, and parses the statements for the other dialects. `run.mjs duckdb postgres` runs some of them.
 * Needs `dist` (npm run build:code), Python 3.10 and Java 17; installs Debian's PostgreSQL where there is none, and makes virtual
 * environments here for the others.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkAttainment, checkLargeSums } from "./attainment.mjs";
import { makeCases } from "./cases.mjs";
import { checkDbt } from "./dbt.mjs";
import { checkDeadlines, checkSpark } from "./deadlines.mjs";
import { forms, startEngine } from "./engines.mjs";
import { checkHostile } from "./hostile.mjs";
import { checkInput } from "./input.mjs";
import { checkParsed } from "./parsed.mjs";
import { checkRegions } from "./regions.mjs";

const folder = mkdtempSync(join(tmpdir(), "support-cli-sql-"));
chmodSync(folder, 0o755);
const counts = { passed: 0, failed: 0 };
const began = performance.now();

/** Prints a line of result and counts it; the details are shown where it is wrong. */
function report(isRight, line, details = []) {
  counts[isRight ? "passed" : "failed"]++;
  console.log(`${isRight ? "" : "FAILED: "}${line}`);
  if (!isRight) for (const detail of details.slice(0, 20)) console.log(`  ${detail}`);
}

try {
  const wanted = process.argv.slice(2);
  const isWanted = (name) => wanted.length === 0 || wanted.includes(name);
  const cases = await makeCases(folder, Number(process.env.TICKETS ?? 200_000));
  for (const dialect of Object.keys(forms).filter(isWanted)) {
    const engine = await startEngine(dialect, folder);
    const context = { engine, dialect, form: forms[dialect], folder, cases, report };
    try {
      await checkDeadlines(context);
      await checkAttainment(context);
      if (dialect === "spark") await checkSpark(context);
      await checkLargeSums(context);
      await checkHostile(context);
      await checkInput(context);
      await checkRegions(context);
      if (dialect === "duckdb" || dialect === "postgres") await checkDbt(context);
    } finally {
      await engine.stop();
    }
  }
  for (const dialect of ["trino", "bigquery", "snowflake"].filter(isWanted))
    await checkParsed(dialect, folder, cases, report);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(`in ${((performance.now() - began) / 1000).toFixed(0)} s`);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
