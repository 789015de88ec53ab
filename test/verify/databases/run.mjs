/**
 * Runs what `sql` writes in DuckDB, PostgreSQL, ClickHouse and a Spark cluster over 200,000 tickets each, compares every result with the
 * engine's, and parses the statements for the other dialects. `run.mjs duckdb postgres` runs some of them.
 * Needs `dist` (npm run build), Python 3.10 and Java 17. Starts a PostgreSQL of its own in a temporary folder, on a socket there, and
 * installs Debian's where there is none; makes a virtual environment for the others in `.venv` here.
 */
import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { loadDataset } from "../../../dist/index.js";
import program from "../../../dist/start.cjs";
import { makeDataset, makeTickets, now, regionRuns, statementRuns } from "./cases.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const count = Number(process.env.TICKETS ?? 200_000);
const folder = mkdtempSync(join(tmpdir(), "support-cli-sql-"));
chmodSync(folder, 0o755);
const presentOf = {
  duckdb: "epoch_us(current_timestamp)",
  postgres: "(extract(epoch from current_timestamp) * 1000000)::bigint",
  clickhouse: "toUnixTimestamp64Micro(now64(6, 'UTC'))",
  spark: "unix_micros(current_timestamp())",
};
let failed = 0;
let passed = 0;

try {
  const dataset = makeDataset(await loadDataset("adobe-experience-cloud-2022"));
  const datasetFile = join(folder, "cases.json");
  const runs = regionRuns(dataset);
  // A region can have one rule for counting days at a time, so the second rule's regions go under names of their own.
  const both = { ...dataset, regions: Object.fromEntries(runs.map(({ id, as }) => [as, dataset.regions[id]])) };
  writeFileSync(datasetFile, JSON.stringify(both));
  const tickets = makeTickets(count, dataset, runs, 20261122);
  const ticketFile = join(folder, "tickets.csv");
  writeFileSync(ticketFile, `id,plan,priority,region,opened,responded\n${tickets.map(ticketLine).join("")}`);

  writeFileSync(
    join(folder, "pauses.csv"),
    `id,from_us,to_us\n${tickets.flatMap(({ id, pauses }) => pauses.map(({ from, to }) => `${id},${from}000,${to === undefined ? "" : `${to}000`}\n`)).join("")}`,
  );
  const engines = { duckdb: inDuckDb, postgres: inPostgres, clickhouse: inClickHouse, spark: inSpark };
  const names = { duckdb: "DuckDB", postgres: "PostgreSQL", clickhouse: "ClickHouse", spark: "Spark" };
  const wanted = process.argv.slice(2);
  for (const [dialect, answer] of Object.entries(engines)) {
    if (wanted.length === 0 || wanted.includes(dialect)) await check(names[dialect], tickets, dialect, answer);
  }
  for (const dialect of ["trino", "bigquery", "snowflake"]) {
    if (wanted.length === 0 || wanted.includes(dialect)) await parse(dialect);
  }

  /** One command line per rule and span, as a reader would run them one after another. */
  async function runLines(options, use) {
    const io = program.processIo(process);
    for (const { countDays, span, regions } of statementRuns(runs)) {
      const [from, to] = span;
      const line = ["sql", ...options, ...regions.flatMap((id) => ["--region", id])];
      const rest = ["--count-days", countDays, "--from", from, "--to", to, "--dataset", datasetFile];
      const code = await program.start([...line, ...rest, "--lang", "en", "--quiet"], io);
      if (code !== 0) throw new Error(`${line.join(" ")}: exit code ${code}`);
      use();
    }
  }

  async function statements(dialect) {
    const file = join(folder, "statements.sql");
    let text = "";
    await runLines(["--dialect", dialect, "-o", file], () => {
      text += readFileSync(file, "utf8");
    });
    // The present as the cases have it.
    return text.replaceAll(presentOf[dialect], `${now}000`);
  }

  /** The seeds of all lines as one, for Spark: a row that several have is there once. */
  async function writeSeeds() {
    const made = join(folder, "seeds-of-a-line");
    const rows = new Map();
    await runLines(["--seeds", made], () => {
      for (const name of readdirSync(made)) {
        const lines = readFileSync(join(made, name), "utf8").trimEnd().split("\n");
        const all = rows.get(name) ?? new Set();
        for (const line of lines) all.add(line);
        rows.set(name, all);
      }
    });
    mkdirSync(join(folder, "seeds"));
    for (const [name, lines] of rows) writeFileSync(join(folder, "seeds", name), `${[...lines].join("\n")}\n`);
  }

  async function inSpark(sqlFile) {
    await writeSeeds();
    const text = readFileSync(sqlFile, "utf8");
    writeFileSync(join(folder, "spark-view.sql"), text.slice(text.lastIndexOf("create or replace view")));
    const [version, tableRows, seconds, joins, moved, isKilled, isSame] = python("spark.py", folder);
    console.log(
      `Spark ${version}: two workers; joins: ${joins}; ${moved} stages that sort or shuffle tickets; one worker killed in mid-run: ${isKilled === "True" && isSame === "True" ? "the same totals" : "OTHER TOTALS"}`,
    );
    tally(moved === "0" && joins.includes("BroadcastHashJoin"));
    tally(isKilled === "True" && isSame === "True");
    return { version, tableRows, seconds: Number(seconds), rows: answersIn(join(folder, "spark.csv")) };
  }

  async function inClickHouse() {
    const [version, tableRows, seconds] = python("clickhouse.py", folder);
    return { version, tableRows, seconds: Number(seconds), rows: answersIn(join(folder, "clickhouse.csv")) };
  }

  async function parse(dialect) {
    const file = join(folder, `${dialect}.sql`);
    const [first] = statementRuns(runs);
    const line = ["sql", "--dialect", dialect, "--region", first.regions[0], "--dataset", datasetFile, "--quiet"];
    const [from, to] = first.span;
    await program.start([...line, "--from", from, "--to", to, "-o", file], program.processIo(process));
    const [count, unknown] = python("parse.py", dialect, file);
    console.log(`${dialect}: ${count} statements parsed, not run${unknown ? `; not understood: ${unknown}` : ""}`);
    tally(Number(count) > 10 && !unknown);
  }

  async function check(engine, expected, dialect, answer) {
    const text = await statements(dialect);
    const sqlFile = join(folder, `${dialect}.sql`);
    writeFileSync(sqlFile, text);
    const { rows, version, tableRows, seconds } = await answer(sqlFile, ticketFile);
    const differences = compare(expected, rows);
    const answered = expected.filter(({ deadline }) => deadline !== undefined).length;
    console.log(
      `${engine} ${version}: ${runs.length} calendars, ${tableRows} rows of time; ${rows.size} tickets (${answered} with a deadline, ${expected.length - answered} outside the calendar) in ${seconds.toFixed(1)} s; ${differences.length} differences`,
    );
    for (const line of differences.slice(0, 20)) console.log(`  ${line}`);
    tally(differences.length === 0 && rows.size === expected.length);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function tally(isRight) {
  if (isRight) passed++;
  else failed++;
}

function ticketLine({ id, plan, priority, region, opened, responded }) {
  const time = (instant) => (instant === undefined ? "" : new Date(instant).toISOString());
  return `${id},${plan},${priority},${region},${time(opened)},${time(responded)}\n`;
}

/** What is compared of each ticket, as text in microseconds. */
function answerText(values) {
  return values.map((value) => (value === undefined || value === null || value === "" ? "-" : String(value))).join(" ");
}

function compare(expected, rows) {
  const us = (ms) => (ms === undefined ? undefined : BigInt(ms) * 1000n);
  return expected.flatMap((t) => {
    const wanted = answerText([us(t.deadline), us(t.starts), us(t.response), t.met, t.problem]);
    const found = rows.get(t.id);
    return found === wanted ? [] : [`${ticketLine(t).trim()}: engine ${wanted}, database ${found}`];
  });
}

/** The results in a file of CSV: id, deadline, start of the clock, response, met, problem. */
function answersIn(file) {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return new Map(
    lines.map((line) => {
      const [id, ...values] = line.split(",").map((cell) => cell.replace(/^"(.*)"$/, "$1"));
      return [Number(id), answerText(values)];
    }),
  );
}

/** The fields that a script prints, run in the suite's own virtual environment. */
function python(script, ...args) {
  const venv = join(here, ".venv");
  const program = join(venv, "bin", "python");
  const requirements = join(here, "requirements.txt");
  const quiet = { stdio: ["ignore", "ignore", "inherit"] };
  if (!existsSync(program)) execFileSync("python3", ["-m", "venv", venv], quiet);
  execFileSync(program, ["-m", "pip", "install", "--quiet", "--requirement", requirements], quiet);
  return execFileSync(program, [join(here, script), ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  })
    .trimEnd()
    .split("\n")
    .at(-1)
    .split("\t");
}

async function inDuckDb(sqlFile, ticketFile) {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run("set TimeZone = 'UTC'");
  await connection.run(
    `create table tickets as select * from read_csv('${ticketFile}', header = true, columns = {'id': 'bigint', 'plan': 'text', 'priority': 'text', 'region': 'text', 'opened': 'timestamptz', 'responded': 'timestamptz'})`,
  );
  const text = readFileSync(sqlFile, "utf8");
  // Twice, as a reader would to renew a calendar: the second run must replace the first.
  await connection.run(text);
  await connection.run(text);
  await connection.run(
    `insert into sla_pause select * from read_csv('${join(folder, "pauses.csv")}', header = true, columns = {'id': 'text', 'from_us': 'bigint', 'to_us': 'bigint'})`,
  );
  const begun = performance.now();
  const result = await connection.runAndReadAll(
    "select id, epoch_us(deadline), epoch_us(clock_starts), response_us, met, problem from sla_deadlines order by id",
  );
  const seconds = (performance.now() - begun) / 1000;
  const rows = new Map(result.getRows().map(([id, ...values]) => [Number(id), answerText(values)]));
  const tableRows = Number((await connection.runAndReadAll("select count(*) from sla_at")).getRows()[0][0]);
  const version = (await connection.runAndReadAll("select version()")).getRows()[0][0];
  connection.closeSync();
  return { rows, version, tableRows, seconds };
}

async function inPostgres(sqlFile, ticketFile) {
  const home = postgresHome();
  const data = join(folder, "postgres");
  const isRoot = process.getuid() === 0;
  mkdirSync(data, { mode: 0o700 });
  if (isRoot) execFileSync("chown", ["postgres", data]);
  // PostgreSQL refuses to run as root; Debian's package brings a user for it.
  const server = (name, ...args) => {
    const command = [join(home, name), ...args];
    const { status, stdout, stderr } = isRoot
      ? spawnSync("runuser", ["-u", "postgres", "--", ...command], { encoding: "utf8", cwd: data })
      : spawnSync(command[0], args, { encoding: "utf8", cwd: data });
    if (status !== 0) throw new Error(`${name}: ${stdout}${stderr}`);
  };
  server("initdb", "--pgdata", join(data, "db"), "--username", "tester", "--auth", "trust", "--no-sync");
  // A socket in its own folder, since any port may be another program's.
  const settings = `-c listen_addresses='' -c unix_socket_directories=${data} -c fsync=off`;
  server(
    "pg_ctl",
    "--pgdata",
    join(data, "db"),
    "--wait",
    "--timeout",
    "600",
    "--log",
    join(data, "log"),
    "--options",
    settings,
    "start",
  );
  try {
    const psql = (...args) =>
      execFileSync(
        join(home, "psql"),
        ["-h", data, "-U", "tester", "-d", "postgres", "-X", "-q", "-v", "ON_ERROR_STOP=1", ...args],
        {
          encoding: "utf8",
          maxBuffer: 1 << 28,
          env: { ...process.env, PGTZ: "UTC", PGOPTIONS: "-c client_min_messages=warning" },
        },
      );
    psql(
      "-c",
      "create table tickets (id bigint, plan text, priority text, region text, opened timestamptz, responded timestamptz)",
    );
    psql("-c", `\\copy tickets from '${ticketFile}' with (format csv, header true)`);
    psql("-f", sqlFile);
    psql("-f", sqlFile);
    psql("-c", `\\copy sla_pause from '${join(folder, "pauses.csv")}' with (format csv, header true)`);
    psql("-c", "analyze");
    const begun = performance.now();
    const micro = (column) => `(extract(epoch from ${column}) * 1000000)::bigint`;
    const out = psql(
      "-c",
      `copy (select id, ${micro("deadline")}, ${micro("clock_starts")}, response_us, case met when true then 'true' when false then 'false' end, problem from sla_deadlines order by id) to stdout with (format csv)`,
    );
    const seconds = (performance.now() - begun) / 1000;
    const file = join(folder, "postgres.csv");
    writeFileSync(file, out);
    const rows = answersIn(file);
    return {
      rows,
      version: psql("-At", "-c", "show server_version").trim(),
      tableRows: Number(psql("-At", "-c", "select count(*) from sla_at")),
      seconds,
    };
  } finally {
    server("pg_ctl", "--pgdata", join(data, "db"), "--mode", "immediate", "stop");
  }
}

/** The folder of PostgreSQL's programs, from Debian's package. */
function postgresHome() {
  const find = () => {
    const root = "/usr/lib/postgresql";
    const versions = existsSync(root)
      ? readdirSync(root).filter((version) => existsSync(join(root, version, "bin", "initdb")))
      : [];
    const newest = versions.sort((a, b) => Number(a) - Number(b)).at(-1);
    return newest === undefined ? undefined : join(root, newest, "bin");
  };
  const there = find();
  if (there) return there;
  const quiet = { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  execFileSync("apt-get", ["update", "-qq"], quiet);
  execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "postgresql"], quiet);
  const installed = find();
  if (!installed) throw new Error("PostgreSQL's server programs were not found after installing them");
  return installed;
}
