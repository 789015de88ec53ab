/**
 * The databases that the suite runs, each behind the same few functions: run a script, read the rows of a query as text, load a file.
 * PostgreSQL runs as a server of its own in a temporary folder, on a socket there; ClickHouse and Spark run in Python.
 */
import { execFile, execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { DuckDBInstance } from "@duckdb/node-api";
import { install, makeEnvironment } from "../../python.mjs";

const here = dirname(fileURLToPath(import.meta.url));

/** How the suite itself writes what the dialects write differently. */
export const forms = {
  duckdb: {
    name: "DuckDB",
    types: { text: "text", integer: "bigint", time: "timestamptz", local: "timestamp" },
    micro: (time) => `epoch_us(${time})`,
    time: (iso) => `timestamptz '${iso}'`,
    now: "epoch_us(current_timestamp)",
  },
  postgres: {
    name: "PostgreSQL",
    types: { text: "text", integer: "bigint", time: "timestamptz", local: "timestamp" },
    micro: (time) => `(extract(epoch from ${time}) * 1000000)::bigint`,
    time: (iso) => `timestamptz '${iso}'`,
    now: "(extract(epoch from current_timestamp) * 1000000)::bigint",
  },
  clickhouse: {
    name: "ClickHouse",
    types: {
      text: "Nullable(String)",
      integer: "Nullable(Int64)",
      time: "Nullable(DateTime64(6, 'UTC'))",
      local: "Nullable(String)",
    },
    micro: (time) => `toUnixTimestamp64Micro(${time})`,
    time: (iso) => `parseDateTime64BestEffort('${iso}', 6, 'UTC')`,
    now: "toUnixTimestamp64Micro(now64(6, 'UTC'))",
  },
  spark: {
    name: "Spark",
    types: { text: "string", integer: "bigint", time: "timestamp", local: "timestamp_ntz" },
    micro: (time) => `unix_micros(${time})`,
    time: (iso) => `timestamp '${iso}'`,
    now: "unix_micros(current_timestamp())",
  },
};

/** Starts a database that keeps its files in a folder. */
export async function startEngine(dialect, folder) {
  if (dialect === "duckdb") return startDuckDb();
  if (dialect === "postgres") return startPostgres(folder);
  return startPython(dialect, folder);
}

/** A cell as text; undefined where it is null. */
function cellText(value) {
  if (value === null || value === undefined || value === "") return undefined;
  return String(value);
}

async function startDuckDb() {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run("set TimeZone = 'UTC'");
  const rows = async (query) =>
    (await connection.runAndReadAll(query)).getRows().map((row) => row.map((cell) => cellText(cell)));
  return {
    version: (await rows("select version()"))[0][0],
    script: (text) => connection.run(text),
    goOn: async (text) => {
      for (const statement of text.split(";\n")) await connection.run(statement).catch(() => {});
    },
    rows,
    useSchema: (name) => connection.run(`create schema ${name}; use ${name}`),
    load: (table, file, columns) => {
      const types = columns.map(([name, type]) => `'${name}': '${forms.duckdb.types[type]}'`).join(", ");
      return connection.run(
        `create table if not exists ${table} as from read_csv('${file}', header = true, columns = {${types}}) limit 0; insert into ${table} from read_csv('${file}', header = true, columns = {${types}})`,
      );
    },
    stop: () => connection.closeSync(),
  };
}

async function startPostgres(folder) {
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
  const cluster = ["--pgdata", join(data, "db")];
  server("initdb", ...cluster, "--username", "tester", "--auth", "trust", "--no-sync");
  // A socket in its own folder, since any port may be another program's.
  const settings = `-c listen_addresses='' -c unix_socket_directories=${data} -c fsync=off`;
  const log = ["--log", join(data, "log")];
  server("pg_ctl", ...cluster, "--wait", "--timeout", "600", ...log, "--options", settings, "start");
  let database = "postgres";
  const psql = async (...args) => {
    const connection = ["-h", data, "-U", "tester", "-d", database, "-X", "-q", "-v", "ON_ERROR_STOP=1"];
    const env = { ...process.env, PGTZ: "UTC", PGOPTIONS: "-c client_min_messages=warning" };
    const { stdout } = await promisify(execFile)(join(home, "psql"), [...connection, ...args], {
      maxBuffer: 1 << 28,
      env,
    });
    return stdout;
  };
  const rows = async (query) =>
    (await psql("-At", "-F", "\t", "-c", query))
      .split("\n")
      .slice(0, -1)
      .map((line) => line.split("\t").map((cell) => cellText(cell)));
  const script = (text, ...options) => {
    const file = join(folder, "script.sql");
    writeFileSync(file, text);
    return psql(...options, "-f", file);
  };
  return {
    version: (await rows("show server_version"))[0][0],
    socket: data,
    script: (text) => script(text),
    goOn: (text) => script(text, "-v", "ON_ERROR_STOP=0"),
    rows,
    async useSchema(name) {
      await psql("-c", `create database ${name}`);
      database = name;
    },
    async load(table, file, columns) {
      const list = columns.map(([name, type]) => `${name} ${forms.postgres.types[type]}`).join(", ");
      await psql("-c", `create table if not exists ${table} (${list})`);
      await psql("-c", `\\copy ${table} from '${file}' with (format csv, header true)`, "-c", "analyze");
    },
    stop: () => server("pg_ctl", ...cluster, "--mode", "immediate", "stop"),
  };
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
  install("postgresql");
  const installed = find();
  if (!installed) throw new Error("PostgreSQL's server programs were not found after installing them");
  return installed;
}

/** A program that reads a request a line and prints its answer, one line of JSON each. */
async function startPython(dialect, folder) {
  const child = spawn(makeEnvironment(here), [join(here, `${dialect}.py`), folder], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const request = async (operation, ...args) => {
    child.stdin.write(`${JSON.stringify([operation, ...args])}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error(`${dialect}.py ended`);
    const { result, error } = JSON.parse(value);
    if (error !== undefined) throw new Error(error);
    return result;
  };
  return {
    version: await request("version"),
    script: (text, isHostile = false) => request("script", text, isHostile),
    rows: async (query) => (await request("rows", query)).map((row) => row.map((cell) => cellText(cell))),
    useSchema: (name) => request("script", `create database ${name};\nuse ${name};\n`, false),
    load: (table, file, columns) =>
      request(
        "load",
        table,
        file,
        columns.map(([name, type]) => [name, forms[dialect].types[type]]),
      ),
    request,
    stop: () => new Promise((resolve) => child.once("exit", resolve).stdin.end()),
  };
}
