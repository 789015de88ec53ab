/** The dbt package of `sql --dbt`, as a package of a project that has tickets of its own, on a database. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeEnvironment } from "../../python.mjs";
import { support } from "./command.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const name = "support_cli_sla";

/** Needs no network: a package of another folder is linked. */
const environment = { ...process.env, DO_NOT_TRACK: "1", DBT_SEND_ANONYMOUS_USAGE_STATS: "false" };

export async function checkDbt({ engine, dialect, form, folder, cases, report }) {
  const home = join(folder, `dbt-${dialect}`);
  const datasetFile = join(folder, "dbt-dataset.json");
  writeFileSync(datasetFile, JSON.stringify(withHostileIds(JSON.parse(readFileSync(cases.datasetFile, "utf8")))));
  const regions = ["NA", "none", "True"].flatMap((id) => ["-r", id]);
  const span = ["--from", "2026-01-01T00:00Z", "--to", "2026-06-01T00:00Z"];
  await support("sql", "--dbt", join(home, "package"), "--dataset", datasetFile, ...regions, ...span);
  makeProject(home, outputOf(dialect, home, engine));
  const program = join(dirname(makeEnvironment(join(here, "dbt"))), "dbt");
  const dbt = (...args) => {
    const line = [...args, "--profiles-dir", ".", "--no-use-colors"];
    const { stdout } = spawnSync(program, line, { cwd: join(home, "desk"), env: environment, encoding: "utf8" });
    return stdout;
  };
  dbt("deps");
  const begun = performance.now();
  const built = dbt("build");
  const seconds = (performance.now() - begun) / 1000;
  const golden = goldenTickets(home);
  const withoutRegion = golden.filter(([, , , region]) => region === "").length;
  const isBuilt = / ERROR=0 SKIP=0 /.test(built) && /PASS sla_golden_tickets/.test(built);
  report(
    isBuilt && golden.length === 1000 && withoutRegion > 50,
    `dbt on ${form.name}: seeds, model and tests in ${seconds.toFixed(0)} s; ${golden.length} golden tickets, ${withoutRegion} of them without a region`,
    built.split("\n"),
  );
  changeTwo(home, golden);
  const changed = dbt("build", "--select", "sla_golden_ticket", "sla_golden_tickets");
  report(
    /FAIL 2 sla_golden_tickets/.test(changed),
    `dbt on ${form.name}: a changed result and a missing one fail the test`,
    changed.split("\n"),
  );
  rmSync(home, { recursive: true });
}

/** The dataset with words that loaders of CSV read as NULL, a truth value or no number in place of some ids. */
function withHostileIds(dataset) {
  const words = {
    lunch: "NA",
    "nights-end-of-day": "none",
    apac: "True",
    hours: "false",
    days: "nan",
    P1: "NONE",
    P2: "N-A",
  };
  const renamed = (entries) =>
    Object.fromEntries(Object.entries(entries).map(([id, value]) => [words[id] ?? id, value]));
  const { candidates, plans, priorities, targets, metricTargets, regions } = dataset;
  const ofPlans = (targets) =>
    renamed(Object.fromEntries(Object.entries(targets).map(([plan, byPriority]) => [plan, renamed(byPriority)])));
  return {
    ...dataset,
    candidates: candidates.map((id) => words[id] ?? id),
    plans: renamed(plans),
    priorities: renamed(priorities),
    targets: ofPlans(targets),
    metricTargets: { resolution: ofPlans(metricTargets.resolution) },
    regions: renamed(regions),
  };
}

function outputOf(dialect, home, engine) {
  if (dialect === "duckdb") return `{type: duckdb, path: ${join(home, "desk.duckdb")}, threads: 2}`;
  const server = `host: ${engine.socket}, port: 5432, user: tester, password: none, dbname: postgres`;
  return `{type: postgres, ${server}, schema: dbt, threads: 2}`;
}

/** A project whose model of tickets is the golden ones, as if they were its own. */
function makeProject(home, output) {
  const files = {
    "dbt_project.yml": `name: desk\nversion: "1.0.0"\nconfig-version: 2\nprofile: desk\nvars:\n  sla_tickets: desk_tickets\n  sla_pauses: desk_pauses\n`,
    "packages.yml": "packages:\n  - local: ../package\n",
    "profiles.yml": `desk:\n  target: here\n  outputs:\n    here: ${output}\n`,
    "models/desk_tickets.sql": `select id, plan, priority, region, {{ ${name}.sla_timestamp("opened_us") }} as opened, {{ ${name}.sla_timestamp("responded_us") }} as responded from {{ ref("${name}", "sla_golden_ticket") }}\n`,
    "models/desk_pauses.sql": `select * from {{ ref("${name}", "sla_golden_pause") }}\n`,
    "tests/as_many.sql": `select 1 from (select count(*) as rows_found, count(deadline) as deadlines from {{ ref("${name}", "sla_deadlines") }}) sla_x where rows_found <> 1000 or deadlines < 900\n`,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(home, "desk", path, ".."), { recursive: true });
    writeFileSync(join(home, "desk", path), text);
  }
}

function goldenFile(home) {
  return join(home, "package", "seeds", "sla_golden_ticket.csv");
}

function goldenTickets(home) {
  const [, ...lines] = readFileSync(goldenFile(home), "utf8").trimEnd().split("\n");
  return lines.map((line) => line.split(","));
}

/** One ticket gets another deadline, and another a plan that does not exist, so that nothing is found for it. */
function changeTwo(home, golden) {
  const file = goldenFile(home);
  const [first, second] = golden.filter(([, , , region, , , , deadline]) => region === "" && deadline !== "");
  const [id, plan] = second;
  const text = readFileSync(file, "utf8").replace(`,${first[7]},`, `,${BigInt(first[7]) + 1n},`);
  writeFileSync(file, text.replace(`\n${id},${plan},`, `\n${id},no-plan,`));
}
