/**
 * A file of tickets to a file with their deadlines: support-cli against DuckDB, each a process of its own, turn by turn in one run.
 * The two files must be the same, byte for byte. Exits 1 where they are not, or the time or memory asked for is not kept.
 * Then quoted rows with dates as Jira writes them, and logs of ten events a ticket, against plain ones, and, where BASE names a folder with another build, that against this one.
 * Arguments: rows (1,000,000), rounds (5).
 */
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeEvents, writeTickets } from "./batch-data.mjs";

const rows = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 5);
const wanted = { ratio: 0.8, megabytes: 120, growth: 1.1, jira: 2, events: 3, base: 1.1 };
/** What a ticket and an event of a log may take. */
const bytesOf = { ticket: 200, event: 16 };
const eventsPerTicket = 10;
const span = ["--from", "2023-12-01T00:00Z", "--to", "2027-01-31T00:00Z"];
const now = "2030-01-01T00:00:00Z";
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const program = here("../../bin/support-cli.js");
const folder = mkdtempSync(join(tmpdir(), "support-cli-batch-"));
const file = (name) => join(folder, name);
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** Runs node and gives its wall and processor time in seconds and its peak memory in megabytes. */
function measure(argv) {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(process.execPath, ["--require", here("peak.cjs"), ...argv], {
      stdio: ["ignore", "ignore", "inherit", "pipe"],
    });
    let peak = "";
    child.stdio[3].on("data", (text) => {
      peak += text;
    });
    child.on("close", (code) => {
      const seconds = (performance.now() - begun) / 1000;
      if (code === 0) {
        const { maxRSS, cpu } = JSON.parse(peak);
        resolve({ seconds, megabytes: maxRSS / 1024, cpu: cpu / 1e6 });
      } else reject(new Error(`${argv.join(" ")} ended with ${code}`));
    });
  });
}

async function digest(path) {
  const hash = createHash("sha256");
  for await (const block of createReadStream(path)) hash.update(block);
  return hash.digest("hex");
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const ofEvents = ["--events", "--responded-when", "state!=New", "--pause-when", "state=On hold"];
const support = (input, output, build = program, more = []) => [
  build,
  "deadline",
  "-q",
  "--no-config",
  "-p",
  "business",
  "--input",
  input,
  "-o",
  output,
  "--now",
  now,
  "--source-tz",
  "Europe/London",
  ...more,
];

writeTickets(file("tickets.csv"), rows);
const statements = ["sql", "--dialect", "duckdb", "--table", "tickets", "--no-config", ...span];
execFileSync(process.execPath, [program, ...statements, "-o", file("statements.sql")], { stdio: "pipe" });

console.log(
  `${rows.toLocaleString("en-US")} tickets, ${(statSync(file("tickets.csv")).size / 1e6).toFixed(0)} MB, ${rounds} rounds`,
);
const measured = { support: [], duckdb: [] };
for (let round = 0; round < rounds; round++) {
  measured.support.push(await measure(support(file("tickets.csv"), file("support.csv"))));
  measured.duckdb.push(
    await measure([here("duckdb.mjs"), file("tickets.csv"), file("duckdb.csv"), file("statements.sql"), now]),
  );
}
const isSame = (await digest(file("support.csv"))) === (await digest(file("duckdb.csv")));
const seconds = (name) => median(measured[name].map((one) => one.seconds));
const cpu = (name) => median(measured[name].map((one) => one.cpu));
const peak = (name) => Math.max(...measured[name].map((one) => one.megabytes));
const ratio = median(measured.support.map((one, i) => one.seconds / measured.duckdb[i].seconds));
for (const name of ["support", "duckdb"])
  console.log(
    `${name}: median ${seconds(name).toFixed(2)} s wall, ${cpu(name).toFixed(2)} s of processor, peak ${peak(name).toFixed(0)} MB`,
  );
console.log(
  `the files are ${isSame ? "the same" : "NOT THE SAME"}; median ratio of a round ${ratio.toFixed(2)} (at most ${wanted.ratio})`,
);

writeTickets(file("more.csv"), rows * 5);
const more = await measure(support(file("more.csv"), file("support.csv")));
const growth = more.megabytes / peak("support");
console.log(
  `${(rows * 5).toLocaleString("en-US")} tickets: ${more.seconds.toFixed(2)} s, peak ${more.megabytes.toFixed(0)} MB, ${growth.toFixed(2)} times`,
);

/** Median ratio of processor time of a round, other to plain; the memory counts with the rest. */
async function compareWithPlain(input, build, more) {
  const ratios = [];
  for (let round = 0; round < rounds; round++) {
    const plain = await measure(support(file("tickets.csv"), file("support.csv")));
    const other = await measure(support(input, file("other.csv"), build, more));
    if (build === program && !more) measured.support.push(other);
    ratios.push(other.cpu / plain.cpu);
  }
  return median(ratios);
}
writeTickets(file("jira.csv"), rows, true);
const jira = await compareWithPlain(file("jira.csv"), program);
console.log(
  `quoted rows with dates as Jira writes them: ${jira.toFixed(2)} times the plain file (at most ${wanted.jira})`,
);
writeEvents(file("events.csv"), rows / eventsPerTicket, eventsPerTicket);
const events = await compareWithPlain(file("events.csv"), program, ofEvents);
writeEvents(file("more.csv"), (rows * 5) / eventsPerTicket, eventsPerTicket);
const [some, many] = [
  await measure(support(file("events.csv"), file("other.csv"), program, ofEvents)),
  await measure(support(file("more.csv"), file("other.csv"), program, ofEvents)),
];
const moreMegabytes = many.megabytes - some.megabytes;
const allowedMegabytes = (rows * 4 * (bytesOf.event + bytesOf.ticket / eventsPerTicket)) / (1 << 20);
console.log(
  `as many events of a tenth of the tickets: ${events.toFixed(2)} times the plain file (at most ${wanted.events}), ${moreMegabytes.toFixed(0)} MB more for five times as many (at most ${allowedMegabytes.toFixed(0)})`,
);
const { BASE } = process.env;
const base = BASE ? 1 / (await compareWithPlain(file("tickets.csv"), join(BASE, "bin/support-cli.js"))) : undefined;
if (base !== undefined)
  console.log(`plain file: ${base.toFixed(2)} times the build in ${BASE} (at most ${wanted.base})`);
console.log(`peak of all runs ${peak("support").toFixed(0)} MB (at most ${wanted.megabytes})`);

const isQuick = ratio <= wanted.ratio && jira <= wanted.jira && events <= wanted.events && (base ?? 0) <= wanted.base;
const isSmall = moreMegabytes <= allowedMegabytes;
const isKept = isSame && isSmall && isQuick && peak("support") <= wanted.megabytes && growth <= wanted.growth;
process.exitCode = isKept ? 0 : 1;
