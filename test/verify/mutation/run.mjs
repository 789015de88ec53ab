/**
 * Runs the mutation tests file by file and says how many mutants of the engine and of the plan rules the tests killed. Fails where a part's
 * score is too low, where a mutant lives that survivors.md does not list with its reason, and where a listed one lives no longer.
 *
 * Arguments name files (`open-time`, `src/core/zone.ts`) or parts (`core`, `rules`); without any, all are run and latest.json is written.
 * What a file's mutants came to is kept as long as the file and the tests that judge it are the same, so that a run can go on
 * where it was stopped. --fresh forgets what is kept; --incremental tries only the mutants that changed lines and tests concern.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { files, testsOf } from "./tests.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..", "..");
const reports = join(here, "reports");
process.chdir(root);

const least = { core: 95, rules: 90 };
const all = Object.entries(files).flatMap(([part, list]) => list.map((file) => ({ part, file })));
const words = process.argv.slice(2);
const asked = words.filter((word) => !word.startsWith("--"));
const isAsked = ({ part, file }) =>
  asked.some((word) => word === part || word === file || file.endsWith(`/${word.replace(/\.ts$/, "")}.ts`));
const chosen = asked.length === 0 ? all : all.filter(isAsked);
if (chosen.length === 0) throw new Error(`no file is called ${asked.join(" or ")}`);

/** What a file's outcome is kept for, as one short text: the file, the tests that judge it, and how they do. */
function stateOf(file) {
  const hash = createHash("sha256");
  const own = ["stryker.config.mjs", "vitest.config.ts", "package-lock.json"].map(
    (name) => `test/verify/mutation/${name}`,
  );
  for (const name of [file, ...testsOf(file), ...own]) hash.update(name).update(readFileSync(name));
  return hash.digest("hex").slice(0, 16);
}

/** Takes mutants of what is computed while a module loads out of what Stryker remembers: it does not see that tests of theirs changed. */
function forgetStatic(path) {
  if (!existsSync(path)) return;
  const remembered = JSON.parse(readFileSync(path, "utf8"));
  for (const file of Object.values(remembered.files)) file.mutants = file.mutants.filter((mutant) => !mutant.static);
  writeFileSync(path, JSON.stringify(remembered));
}

/** Stryker's report on a file: the one kept, where nothing changed since, else a new one. */
function reportOn(file) {
  const base = join(reports, file.replace(/\.ts$/, "").replaceAll("/", "-"));
  const state = stateOf(file);
  const kept = existsSync(`${base}.state`) && readFileSync(`${base}.state`, "utf8") === state;
  if (!kept) {
    if (words.includes("--incremental")) forgetStatic(`${base}.incremental.json`);
    else rmSync(`${base}.incremental.json`, { force: true });
    rmSync(`${base}.state`, { force: true });
    const began = Date.now();
    const stryker = join(here, "node_modules/@stryker-mutator/core/bin/stryker.js");
    const { status } = spawnSync(process.execPath, [stryker, "run", "test/verify/mutation/stryker.config.mjs"], {
      env: {
        ...process.env,
        FILE: file,
        REPORT: base,
        CONCURRENCY: process.env.CONCURRENCY ?? String(Math.min(2, availableParallelism())),
      },
      stdio: ["ignore", "inherit", "inherit"],
    });
    if (status !== 0) throw new Error(`Stryker ended with ${status} on ${file}`);
    writeFileSync(`${base}.state`, state);
    console.log(`${file}: ${Math.round((Date.now() - began) / 1000)} s`);
  }
  return Object.values(JSON.parse(readFileSync(`${base}.json`, "utf8")).files)[0];
}

const squeeze = (text) => text.replace(/\s+/g, " ").trim();
const short = (text) => (text.length > 90 ? `${text.slice(0, 89)}…` : text);
const code = (text) => (text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``);

/** A mutant as survivors.md lists it: the line it stands in, the text that changes and what it becomes; no line numbers, which move. */
function nameOf({ location: { start, end }, mutatorName, replacement }, source) {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  const line = squeeze(lines[0]);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return `- ${code(line)}: ${code(short(squeeze(lines.join("\n"))))} → ${code(short(squeeze(replacement)))} (${mutatorName})`;
}

/** The mutants of survivors.md by file, each with its reason: `## file`, then for each a line as nameOf makes it and the reason below. */
function readListed() {
  const listed = new Map();
  const path = join(here, "survivors.md");
  let file;
  let entry;
  for (const line of existsSync(path) ? readFileSync(path, "utf8").split("\n") : []) {
    if (line.startsWith("## ")) {
      file = line.slice(3).replaceAll("`", "");
      listed.set(file, []);
    } else if (line.startsWith("- ")) {
      entry = { name: line, reason: "" };
      listed.get(file).push(entry);
    } else if (line.startsWith("  ") && entry) entry.reason += line.trim();
  }
  return listed;
}

function scoreOf({ killed, timeout, survived, uncovered }) {
  const counted = killed + timeout + survived + uncovered;
  return counted === 0 ? 100 : ((killed + timeout) / counted) * 100;
}

const none = { mutants: 0, killed: 0, timeout: 0, survived: 0, uncovered: 0, equivalent: 0 };
const columns = ["mutants", "killed", "timeout", "survived", "uncovered", "equivalent"];
const line = (name, found) =>
  `${name.padEnd(26)}${columns.map((key) => String(found[key]).padStart(11)).join("")}${scoreOf(found).toFixed(2).padStart(9)} %`;

if (words.includes("--fresh")) rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const listed = readListed();
const wrong = [];
const table = [];
const totals = {};
for (const { part, file } of chosen) {
  const { mutants, source } = reportOn(file);
  const found = { ...none };
  const unseen = [...(listed.get(file) ?? [])];
  for (const mutant of mutants) {
    if (mutant.status === "CompileError" || mutant.status === "RuntimeError" || mutant.status === "Ignored") continue;
    found.mutants++;
    const name = nameOf(mutant, source);
    const at = unseen.findIndex((entry) => entry.name === name);
    // On a busy machine a listed mutant may run out of time like one that never ends; it lives all the same.
    if (mutant.status === "Killed" || (mutant.status === "Timeout" && at < 0)) found[mutant.status.toLowerCase()]++;
    else {
      found[mutant.status === "NoCoverage" ? "uncovered" : "survived"]++;
      if (at < 0)
        wrong.push(`lives and is not listed (${mutant.status}, line ${mutant.location.start.line}): ${file}\n${name}`);
      else {
        found.equivalent++;
        const [{ reason }] = unseen.splice(at, 1);
        if (reason === "") wrong.push(`listed without a reason: ${file}\n${name}`);
      }
    }
  }
  for (const { name } of unseen) wrong.push(`listed and no longer lives: ${file}\n${name}`);
  table.push(line(file, found));
  totals[part] ??= { ...none };
  const total = totals[part];
  for (const key of columns) total[key] += found[key];
}
for (const file of listed.keys())
  if (!all.some((one) => one.file === file)) wrong.push(`listed, but mutated no longer: ${file}`);

console.log(`${"".padEnd(26)}${columns.map((key) => key.padStart(11)).join("")}${"score".padStart(11)}`);
for (const row of table) console.log(row);
for (const [part, found] of Object.entries(totals)) console.log(line(part, found));

for (const [part, list] of Object.entries(files)) {
  const whole = list.every((file) => chosen.some((one) => one.file === file));
  if (whole && scoreOf(totals[part]) < least[part]) wrong.push(`${part} scores less than ${least[part]} %`);
}
for (const sentence of wrong) console.log(sentence);
if (chosen.length === all.length) {
  const latest = Object.entries(totals).map(([part, found]) => [
    part,
    { ...found, score: Number(scoreOf(found).toFixed(2)), least: least[part] },
  ]);
  writeFileSync(
    join(here, "latest.json"),
    `${JSON.stringify({ date: new Date().toISOString().slice(0, 10), ...Object.fromEntries(latest) }, null, 2)}\n`,
  );
}
process.exitCode = wrong.length > 0 ? 1 : 0;
