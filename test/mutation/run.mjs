/**
 * Runs Stryker file by file, so that what is done is kept, and says how many mutants of the engine and of the plan rules were killed.
 * A mutant that survives must be listed in survivors.md with the reason why no test can tell it from the program. Writes last.json.
 *
 * PART (core, rules or both), CONCURRENCY (1). FRESH=1 forgets what earlier runs found.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const reports = join(here, "reports");
const parts = {
  core: { least: 95, files: readdirSync(join(root, "src/core")).map((name) => `src/core/${name}`) },
  rules: { least: 90, files: ["needs", "choose", "changes", "recommend", "targets", "within"].map((name) => `src/data/${name}.ts`) },
};
const wanted = process.env.PART ? [process.env.PART] : Object.keys(parts);
const survivors = existsSync(join(here, "survivors.md")) ? readFileSync(join(here, "survivors.md"), "utf8") : "";
const lastFile = join(here, "last.json");
const last = existsSync(lastFile) ? JSON.parse(readFileSync(lastFile, "utf8")) : {};

if (process.env.FRESH) rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
let short = false;
for (const part of wanted) {
  const { least, files } = parts[part];
  const found = { mutants: 0, killed: 0, timeout: 0, survived: 0, uncovered: 0, equivalent: 0 };
  for (const file of files) {
    const name = file.replaceAll("/", "-").replace(/\.ts$/, "");
    const report = join(reports, `${name}.json`);
    if (!process.env.REPORT_ONLY) {
      const env = { ...process.env, PART: part, FILES: file, NAME: name };
      const { status } = spawnSync(
        "nice",
        ["-n", "19", process.execPath, join(here, "node_modules/.bin/stryker"), "run", join(here, "stryker.config.mjs")],
        {
          cwd: root,
          env,
          stdio: ["ignore", "ignore", "inherit"],
        },
      );
      if (status !== 0) throw new Error(`Stryker ended with ${status} on ${file}`);
    }
    const [mutated] = Object.values(JSON.parse(readFileSync(report, "utf8")).files);
    const counts = { killed: 0, survived: 0 };
    for (const mutant of mutated.mutants) {
      if (mutant.status === "Ignored" || mutant.status === "CompileError") continue;
      found.mutants++;
      if (mutant.status === "Killed" || mutant.status === "RuntimeError") found.killed++;
      else if (mutant.status === "Timeout") found.timeout++;
      else if (mutant.status === "NoCoverage") found.uncovered++;
      else found.survived++;
      if (["Killed", "Timeout", "RuntimeError"].includes(mutant.status)) counts.killed++;
      else {
        counts.survived++;
        const original = mutated.source.split("\n").slice(mutant.location.start.line - 1, mutant.location.end.line);
        const { start, end } = mutant.location;
        const before =
          original.length === 1 ? original[0].slice(start.column - 1, end.column - 1) : `${original[0].slice(start.column - 1)}…`;
        const line = original[0].trim();
        const key = `${file.replace(/^src\//, "")} \`${line}\`: \`${before.replaceAll("\n", " ")}\` → \`${mutant.replacement.replaceAll(/\s+/g, " ")}\``;
        if (survivors.includes(key)) found.equivalent++;
        else console.log(`  ${mutant.status} ${start.line}:${start.column} ${key}`);
      }
    }
    console.log(`${file}: ${counts.killed} of ${counts.killed + counts.survived} killed`);
  }
  const dead = found.killed + found.timeout;
  const score = (dead / found.mutants) * 100;
  last[part] = { ...found, score: Number(score.toFixed(2)), least };
  if (score < least) short = true;
  console.log(
    `${part}: ${dead} of ${found.mutants} mutants killed, ${score.toFixed(2)} % (at least ${least} %); ${found.equivalent} of the others listed as equivalent`,
  );
}
writeFileSync(lastFile, `${JSON.stringify(last, null, 2)}\n`);
process.exitCode = short ? 1 : 0;
