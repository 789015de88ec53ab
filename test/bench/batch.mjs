/**
 * A file of tickets to a file with their deadlines: support-cli, DuckDB, ClickHouse, polars and two hand-made loops, each a process of its
 * own, turn by turn in one run, with `cp` and `wc -l` as floors. All write the same bytes; engines and loops are written for this job alone.
 * Then other forms of the same tickets and logs of ten events a ticket against plain tickets, and, where BASE names a folder with another
 * build, that against this one. Exits 1 where an output differs or a figure is over its limit.
 * Arguments: rows (1,000,000), rounds (5).
 */
import { createHash } from "node:crypto";
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hasPython, makeEnvironment } from "../python.mjs";
import { writeEvents, writeTickets } from "./batch-data.mjs";
import { first, hours, writeTables } from "./business-hours.mjs";
import { measure, median, spread } from "./measure.mjs";

const rows = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 5);
/** What a ticket and an event of a log may take. */
const bytesOf = { ticket: 200, event: 16 };
const eventsPerTicket = 10;
const now = "2030-01-01T00:00:00Z";
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const node = process.execPath;
const program = here("../../bin/support-cli.js");
const folder = mkdtempSync(join(tmpdir(), "support-cli-batch-"));
const file = (name) => join(folder, name);
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const plan = ["-q", "--no-config", "-p", "business", "--now", now, "--source-tz", "Europe/London"];
const ofEvents = ["--events", "--responded-when", "state!=New", "--pause-when", "state=On hold"];
const support = (input, output, build = program, more = []) => [
  ...[node, build, "deadline", ...plan, "--input", file(input), "-o", file(output)],
  ...more,
];
const run = (input, output, build, more) => measure(support(input, output, build, more), folder);

function digest(name) {
  const hash = createHash("sha256");
  return new Promise((resolve, reject) => {
    const stream = createReadStream(file(name));
    stream.on("data", (block) => hash.update(block));
    stream.on("end", () => resolve(hash.digest("hex")));
    stream.on("error", reject);
  });
}

/** The programs by name: their command lines, and the file that is to hold the same bytes as support-cli's. */
function programs() {
  const [input, tables] = [file("tickets.csv"), [folder, first, hours].map(String)];
  const python = hasPython() ? makeEnvironment(here(".")) : undefined;
  const { dependencies } = JSON.parse(readFileSync(here("package.json"), "utf8"));
  const packages = readFileSync(here("requirements.txt"), "utf8");
  const version = (name) => new RegExp(`^${name}==(.*)$`, "m").exec(packages)[1];
  const withOutput = (name, words, more = []) => ({ words: [...words, input, file(name), now, ...more], output: name });
  return {
    "support-cli": { words: support("tickets.csv", "support.csv"), output: "support.csv" },
    [`DuckDB (${dependencies["@duckdb/node-api"]})`]: withOutput("duckdb.csv", [node, here("duckdb.mjs")], tables),
    ...(python && {
      [`ClickHouse (chdb ${version("chdb")})`]: withOutput("ch.csv", [python, here("with_clickhouse.py")], tables),
      [`polars (${version("polars")})`]: withOutput("polars.csv", [python, here("with_polars.py")], tables),
    }),
    "hand-made loop": withOutput("loop.csv", [node, here("loop.mjs")]),
    "the same on bytes": withOutput("bytes.csv", [node, here("loop-bytes.mjs")]),
    cp: { words: ["cp", input, file("copy.csv")] },
    "wc -l": { words: ["wc", "-l", input] },
  };
}

/** A row of a Markdown table; ratios are of medians to support-cli's, with those of the rounds. */
function rowOf(name, own, base, output) {
  const cells = ["cpu", "wall"].flatMap((kind) => {
    const numbers = own.map((one) => one[kind]);
    const ratios = numbers.map((number, i) => number / base[i][kind]);
    return [median(numbers).toFixed(2), spread(median(numbers) / median(base.map((one) => one[kind])), ratios)];
  });
  return `| ${[name, ...cells, Math.max(...own.map((one) => one.megabytes)).toFixed(0), output].join(" | ")} |`;
}

const checks = [];
/** Prints a figure beside its limit. */
function check(name, value, limit, text = value.toFixed(2)) {
  const isKept = value <= limit;
  checks.push(isKept);
  console.log(`${name}: ${text}, at most ${limit}${isKept ? "" : ": NO"}`);
}

async function compareWithOthers() {
  const all = Object.entries(programs());
  const measured = new Map(all.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, { words }] of all) measured.get(name).push(measure(words, folder));
  const wanted = await digest("support.csv");
  console.log(
    "| program | processor, s | ratio | wall, s | ratio | memory, MB | output |\n|---|---|---|---|---|---|---|",
  );
  const base = measured.get("support-cli");
  for (const [name, { output }] of all) {
    const isSame = output === undefined || (await digest(output)) === wanted;
    checks.push(isSame);
    const text = output === undefined ? "" : isSame ? "the same" : "DIFFERS";
    console.log(rowOf(name, measured.get(name), base, text));
  }
  const ratioTo = (start, kind) => {
    const [name] = all.find(([other]) => other.startsWith(start)) ?? [];
    return name && median(base.map((one) => one[kind])) / median(measured.get(name).map((one) => one[kind]));
  };
  console.log("\nsupport-cli as a ratio of medians");
  check("processor to the hand-made loop", ratioTo("hand", "cpu"), 1.35);
  if (hasPython()) check("processor to ClickHouse", ratioTo("ClickHouse", "cpu"), 1);
  check("wall to DuckDB", ratioTo("DuckDB", "wall"), 0.8);
  return Math.max(...base.map((one) => one.megabytes));
}

/** Checks the ratio of processor time, other to plain (this build to another), and gives the peak memory of the other. */
function compareWithPlain(name, limit, input, build = program, more = []) {
  const plain = [];
  const other = [];
  for (let round = 0; round < rounds; round++) {
    plain.push(run("tickets.csv", "support.csv"));
    other.push(run(input, `other.${input.split(".")[1]}`, build, more));
  }
  const cpu = (runs) => median(runs.map((one) => one.cpu));
  const isOther = build !== program;
  const ratios = plain.map((one, i) => (isOther ? one.cpu / other[i].cpu : other[i].cpu / one.cpu));
  const ratio = isOther ? cpu(plain) / cpu(other) : cpu(other) / cpu(plain);
  check(name, ratio, limit, spread(ratio, ratios));
  return Math.max(...other.map((one) => one.megabytes));
}

writeTables(folder);
writeTickets(file("tickets.csv"), rows);
const megabytes = (statSync(file("tickets.csv")).size / 1e6).toFixed(0);
console.log(
  `${rows.toLocaleString("en-US")} tickets, ${megabytes} MB, ${rounds} rounds; Node ${process.versions.node}, ${cpus().length} cores; ${new Date().toISOString().slice(0, 10)}\n`,
);
const peak = await compareWithOthers();

console.log("\nprocessor time as a ratio of medians to the plain file (smallest and largest of a round)");
writeTickets(file("tickets.jsonl"), rows, "jsonl");
const jsonPeak = compareWithPlain("JSON lines to JSON lines", 2, "tickets.jsonl");
writeTickets(file("jira.csv"), rows, "jira");
const jiraPeak = compareWithPlain("quoted rows with dates as Jira writes them", 1.5, "jira.csv");
writeEvents(file("events.csv"), rows / eventsPerTicket, eventsPerTicket);
compareWithPlain("as many events of a tenth of the tickets", 5, "events.csv", program, ofEvents);
const { BASE } = process.env;
if (BASE) compareWithPlain(`this build to that in ${BASE}`, 1.1, "tickets.csv", join(BASE, "bin/support-cli.js"));

console.log("\nmemory");
writeTickets(file("more.csv"), rows * 5);
const more = run("more.csv", "other.csv");
check("MB for CSV", Math.max(peak, jiraPeak, more.megabytes), 120);
check("five times the tickets, as a ratio", more.megabytes / peak, 1.1);
check("MB for JSON lines", jsonPeak, 150);
writeEvents(file("more.csv"), (rows * 5) / eventsPerTicket, eventsPerTicket);
const some = run("events.csv", "other.csv", program, ofEvents);
const many = run("more.csv", "other.csv", program, ofEvents);
const allowed = (rows * 4 * (bytesOf.event + bytesOf.ticket / eventsPerTicket)) / (1 << 20);
check("MB more for five times as many events", many.megabytes - some.megabytes, Math.ceil(allowed));
process.exitCode = checks.every(Boolean) ? 0 : 1;
