/**
 * Runs what `sql` writes in DuckDB and in PostgreSQL over 200,000 tickets each, and compares every answer with the engine's.
 * Needs `dist` (npm run build). Starts a PostgreSQL of its own in a temporary folder, on a socket there, and installs Debian's where there is none.
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
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { loadDataset } from "../../../dist/index.js";
import program from "../../../dist/start.cjs";
import { makeDataset, makeTickets, regionRuns, statementRuns } from "./cases.mjs";

const count = Number(process.env.TICKETS ?? 200_000);
const folder = mkdtempSync(join(tmpdir(), "support-cli-sql-"));
chmodSync(folder, 0o755);
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

  await check("DuckDB", tickets, "duckdb", inDuckDb);
  await check("PostgreSQL", tickets, "postgres", inPostgres);

  /** What the program writes for every calendar, one after another, as a reader would run it. */
  async function statements(dialect) {
    const io = program.processIo(process);
    const file = join(folder, "statements.sql");
    let text = "";
    for (const { countDays, span, regions } of statementRuns(runs)) {
      const [from, to] = span;
      const line = ["sql", "--dialect", dialect, ...regions.flatMap((id) => ["--region", id])];
      const rest = ["--count-days", countDays, "--from", from, "--to", to, "--dataset", datasetFile];
      const code = await program.start([...line, ...rest, "--lang", "en", "--quiet", "-o", file], io);
      if (code !== 0) throw new Error(`${line.join(" ")}: exit code ${code}`);
      text += readFileSync(file, "utf8");
    }
    return text;
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
    psql("-c", "analyze");
    const begun = performance.now();
    const micro = (column) => `(extract(epoch from ${column}) * 1000000)::bigint`;
    const out = psql(
      "-c",
      `copy (select id, ${micro("deadline")}, ${micro("clock_starts")}, response_us, case met when true then 'true' when false then 'false' end, problem from sla_deadlines order by id) to stdout with (format csv)`,
    );
    const seconds = (performance.now() - begun) / 1000;
    const rows = new Map(
      out
        .trim()
        .split("\n")
        .map((line) => {
          const [id, ...values] = line.split(",");
          return [Number(id), answerText(values)];
        }),
    );
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
