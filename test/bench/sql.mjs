/**
 * `npm run bench -- sql [engine...]`: the view of deadlines over 1 and 10 million tickets in four regions, in each database that the suite
 * runs, as a ratio to a count of the same tickets with one join. TICKETS=1000000,10000000 sets the numbers.
 */
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const suite = fileURLToPath(new URL("../verify/databases/", import.meta.url));
if (!existsSync(join(suite, "node_modules"))) execFileSync("npm", ["--prefix", suite, "ci", "--silent"]);
const { forms, startEngine } = await import("../verify/databases/engines.mjs");
const { written } = await import("../verify/databases/command.mjs");

const counts = (process.env.TICKETS ?? "1000000,10000000").split(",").map(Number);
const regions = ["americas", "emea", "apac", "japan"];
const span = ["--from", "2025-01-01T00:00Z", "--to", "2028-01-01T00:00Z"];

/** The numbers from 0, as `i`, and an instant in microseconds, in each database. */
const made = {
  duckdb: { numbers: (n) => `range(${n}) sla_n(i)`, instant: (us) => `make_timestamptz(${us})` },
  postgres: {
    numbers: (n) => `generate_series(0::bigint, ${n - 1}) sla_n(i)`,
    instant: (us) => `timestamptz 'epoch' + (${us}) * interval '1 microsecond'`,
  },
  clickhouse: {
    numbers: (n) => `(select toInt64(number) as i from numbers(${n})) sla_n`,
    instant: (us) => `fromUnixTimestamp64Micro(${us}, 'UTC')`,
  },
  // A table made of a range has a file of parquet per partition.
  spark: {
    numbers: (n) => `(select id as i from range(0, ${n}, 1, 64)) sla_n`,
    instant: (us) => `timestamp_micros(${us})`,
  },
};

/** A table of tickets opened over two years, five of six of them answered within four days. */
function ticketsQuery(dialect, count) {
  const { numbers, instant } = made[dialect];
  const start = `${Date.parse("2025-02-01T00:00Z")}000 + i * 7919 % 63072000 * 1000000`;
  const region = regions.map((id, at) => `when ${at} then '${id}'`).join(" ");
  return `select i as id, case i % 2 when 0 then 'standard' else 'business' end as plan,
    case i % 4 when 0 then 'P1' when 1 then 'P2' when 2 then 'P3' else 'P4' end as priority,
    case i % 7 % 4 ${region} else 'japan' end as region,
    ${instant(start)} as opened,
    case when i % 6 > 0 then ${instant(`${start} + i * 104729 % 345600 * 1000000`)} end as responded
  from ${numbers(count)}`;
}

const folder = mkdtempSync(join(tmpdir(), "support-cli-bench-"));
chmodSync(folder, 0o755);
try {
  for (const dialect of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(forms)) await bench(dialect);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function bench(dialect) {
  const engine = await startEngine(dialect, folder);
  const { name } = forms[dialect];
  let fewer;
  try {
    for (const count of counts) {
      await engine.useSchema(`n${count}`);
      const kind = dialect === "clickhouse" ? " engine = MergeTree order by id" : "";
      await engine.script(`create table tickets${kind} as ${ticketsQuery(dialect, count)};\n`);
      const line = ["sql", "--dialect", dialect, ...regions.flatMap((id) => ["-r", id]), ...span];
      await engine.script(await written(folder, ...line));
      if (dialect === "postgres") await engine.script("analyze;\n");
      const join =
        "select count(*) from tickets t join sla_target g on g.region = t.region and g.plan = t.plan and g.priority = t.priority";
      const deadlines = "select count(deadline), count(response_us), count(met) from sla_deadlines";
      // The first run of each query loads and compiles code, which in Spark takes more than a million tickets do.
      if (count === counts[0]) for (const query of [join, deadlines]) await engine.rows(query);
      const plain = await timed(engine, join);
      const view = await timed(engine, deadlines);
      console.log(
        `${name}: ${count.toLocaleString("en")} tickets in ${view.seconds.toFixed(1)} s, ${Math.round(count / view.seconds).toLocaleString("en")} a second, ${(view.seconds / plain.seconds).toFixed(1)} times a count with one join; ${view.cpu.toFixed(1)} s of processor time, ${(view.cpu / plain.cpu).toFixed(1)} times, ${((view.cpu / count) * 1e6).toFixed(1)} µs a ticket; peak memory ${view.megabytes} MB (${view.rows[0].join(", ")})`,
      );
      if (fewer)
        console.log(
          `${name}: ${(count / fewer.count).toFixed(1)} times the tickets took ${(view.seconds / fewer.seconds).toFixed(1)} times the time and ${(view.cpu / fewer.cpu).toFixed(1)} times the processor time: ${(((view.cpu - fewer.cpu) / (count - fewer.count)) * 1e6).toFixed(2)} µs for each further ticket`,
        );
      fewer = { ...view, count };
    }
  } finally {
    await engine.stop();
  }
}

/** A query's time and processor time, and the memory at most held by the processes that this one started, and its own. */
async function timed(engine, query) {
  let peak = 0;
  const sample = () => {
    peak = Math.max(peak, megabytesHeld());
  };
  // The processor time of looking is counted too, so it must stay small.
  const timer = setInterval(sample, 250);
  const cpuBefore = cpuSeconds();
  const begun = performance.now();
  const rows = await engine.rows(query);
  const seconds = (performance.now() - begun) / 1000;
  const cpu = cpuSeconds() - cpuBefore;
  clearInterval(timer);
  sample();
  return { rows, seconds, cpu, megabytes: Math.round(peak) };
}

/** This process, the server of PostgreSQL, and all that these started. */
function descendants() {
  const parents = new Map();
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const fields = statOf(pid);
    if (fields) parents.set(Number(pid), Number(fields[1]));
  }
  const server = serverPid();
  const isOurs = (pid) => pid === process.pid || pid === server || (parents.has(pid) && isOurs(parents.get(pid)));
  return [...parents.keys()].filter(isOurs);
}

function serverPid() {
  try {
    return Number(readFileSync(join(folder, "postgres", "db", "postmaster.pid"), "utf8").split("\n")[0]);
  } catch {
    return undefined;
  }
}

/** The fields of a process from its state on; undefined once it has ended. */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

/** The memory of a process without that of its program's files, and the part of it that it shares. */
function memoryOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/status`, "utf8");
    const [own, shared] = ["RssAnon", "RssShmem"].map(
      (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(text)[1]) / 1024,
    );
    return { own, shared };
  } catch {
    return { own: 0, shared: 0 };
  }
}

/** Shared memory is counted once. */
function megabytesHeld() {
  const all = descendants().map(memoryOf);
  return sum(all, ({ own }) => own) + Math.max(...all.map(({ shared }) => shared));
}

/** With that of children that have ended. */
function cpuSeconds() {
  const ticks = sum(descendants(), (pid) => {
    const fields = statOf(pid);
    return fields ? fields.slice(11, 15).reduce((total, field) => total + Number(field), 0) : 0;
  });
  return ticks / 100;
}

function sum(list, numberOf) {
  return list.reduce((total, one) => total + numberOf(one), 0);
}
