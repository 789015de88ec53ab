/**
 * How the processor time grows with the input: each kind of input at sizes ten times apart, and the exponent of the size in the time that
 * is spent over the smallest input, fitted by least squares on logarithms and for the last step alone. Exits 1 where one is over 1.1.
 * Arguments: the largest number of tickets (10,000,000), words of the kinds to run (all).
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeEvents, writeLines, writeTickets } from "./batch-data.mjs";
import { measure, median } from "./measure.mjs";

const most = Number(process.argv[2] ?? 10_000_000);
const words = process.argv.slice(3);
const limit = 1.1;
/** The least time over that of the smallest input that is fitted: the clock counts hundredths of a second. */
const leastSeconds = 0.03;
const program = fileURLToPath(new URL("../../bin/support-cli.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "support-cli-growth-"));
const file = (name) => join(folder, name);
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const powers = (from, to) =>
  Array.from({ length: Math.round(Math.log10(to / from)) + 1 }, (_, i) => from * 10 ** i).filter((n) => n <= most);
const settings = ["--no-config", "-q", "--now", "2030-01-01T00:00:00Z", "--source-tz", "UTC"];
const deadline = (input, output, ...more) => [
  ...["deadline", "-p", "business", ...settings, "--input", file(input), "-o", file(output)],
  ...more,
];

const ofEvents = ["--events", "--responded-when", "state!=New", "--pause-when", "state=On hold"];
const time = (ms) => new Date(ms).toISOString();

/** Tickets opened evenly over a span. */
function writeOpened(count, from, to, cellsOf = () => ["japan"], header = "region") {
  function* lines() {
    yield `id,priority,opened,${header}`;
    for (let i = 0; i < count; i++) {
      const opened = from + Math.floor((i / count) * ((to - from) / 1000)) * 1000;
      yield [`T-${i}`, `P${2 + (i % 3)}`, time(opened), ...cellsOf(i, opened)].join();
    }
  }
  writeLines(file("tickets.csv"), lines());
}

/** Tickets that were answered after two hours and a half. */
const writeAnswered = (count) =>
  writeOpened(count, from2024, to2026, (_, opened) => ["japan", time(opened + 9_000_000)], "region,responded");

const [from2024, to2026] = [Date.UTC(2024, 0), Date.UTC(2026, 0)];
const hours = Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((name) => [name, [["09:00", "17:30"]]]));
const zones = ["Asia/Tokyo", "Europe/London", "America/New_York", "Australia/Sydney", "Asia/Kolkata"];

const ofDataset = ["--dataset", file("dataset.json")];

/** A dataset of one plan with business hours and days, and as many regions as named. */
function writeDataset(count, ofRegion = {}) {
  const target = (clock, amount, unit) => ({ clock, amount, unit });
  const region = (i) => ({
    name: { en: `R${i}` },
    zone: zones[i % zones.length],
    zoneAssumed: false,
    hours,
    ...ofRegion,
  });
  const targets = {
    P2: target("business-hours", 2, "hours"),
    P3: target("business-hours", 30, "hours"),
    P4: target("business-days", 3, "days"),
  };
  const name = (en) => ({ name: { en } });
  const regions = Object.fromEntries(Array.from({ length: count }, (_, i) => [i === 0 ? "japan" : `r${i}`, region(i)]));
  writeFileSync(
    file("dataset.json"),
    JSON.stringify({
      ...{ schemaVersion: 1, id: "growth", version: "1.0.0", title: { en: "Growth" }, candidates: ["business"] },
      plans: { business: { ...name("Business"), rank: 1, paid: true } },
      priorities: { P2: name("P2"), P3: name("P3"), P4: name("P4") },
      targets: { business: targets },
      regions,
    }),
  );
}

/** Every other date from 1970 on. */
const dates = (count) =>
  Array.from({ length: count }, (_, i) => new Date(Date.UTC(1970, 0, 1 + 2 * i)).toISOString().slice(0, 10));
const calendarOf = (dates) => [
  "BEGIN:VCALENDAR\r",
  ...dates.map((date, i) => {
    const day = date.replaceAll("-", "");
    return `BEGIN:VEVENT\r\nUID:${i}\r\nDTSTART;VALUE=DATE:${day}\r\nSUMMARY:Closed\r\nEND:VEVENT\r`;
  }),
  "END:VCALENDAR\r",
];
const exceptions = (count) => Object.fromEntries(dates(count).map((date) => [date, [["10:00", "15:00"]]]));
const spanOf = (count) => [Date.UTC(1970, 0), Date.UTC(1970, 0, 1 + 2 * Math.max(count, 10))];

/** Pauses of ten minutes each, half an hour apart. */
function pausesOf(count, opened) {
  const one = (from) => `${time(from)}/${time(from + 600_000)}`;
  return Array.from({ length: count }, (_, i) => one(opened + i * 1_800_000)).join(";");
}

/** What is written for a size, and the command line that reads it; `start` is the size of the time that every run takes. */
const kinds = {
  tickets: {
    start: 1,
    sizes: powers(1000, 10_000_000),
    make: (n) => writeTickets(file("tickets.csv"), n),
    line: () => deadline("tickets.csv", "out.csv"),
  },
  "tickets as JSON lines": {
    start: 1,
    sizes: powers(1000, 1_000_000),
    make: (n) => writeTickets(file("tickets.jsonl"), n, "jsonl"),
    line: () => deadline("tickets.jsonl", "out.jsonl"),
  },
  "tickets in a JSON array": {
    start: 1,
    sizes: powers(1000, 100_000),
    make(n) {
      writeTickets(file("tickets.jsonl"), n, "jsonl");
      const lines = readFileSync(file("tickets.jsonl"), "utf8").trimEnd().split("\n");
      writeFileSync(file("tickets.json"), `[${lines.join(",\n")}]\n`);
    },
    line: () => deadline("tickets.json", "out.csv"),
  },
  "tickets in workbooks": {
    start: 1,
    sizes: powers(1000, 100_000),
    make(n) {
      writeTickets(file("tickets.csv"), n);
      measure([process.execPath, program, ...deadline("tickets.csv", "tickets.xlsx")], folder);
    },
    line: () => deadline("tickets.xlsx", "out.xlsx"),
  },
  "tickets as Jira writes them": {
    start: 1,
    sizes: powers(1000, 1_000_000),
    make: (n) => writeTickets(file("tickets.csv"), n, "jira"),
    line: () => deadline("tickets.csv", "out.csv"),
  },
  "tickets audited": {
    start: 1,
    sizes: powers(1000, 1_000_000),
    make: writeAnswered,
    line: () => ["audit", file("tickets.csv"), "-p", "business", ...settings, "-o", file("out.json")],
  },
  "tickets that needs are measured from": {
    start: 10,
    sizes: powers(1000, 100_000),
    make: writeAnswered,
    line: () => ["recommend", "--tickets", file("tickets.csv"), "--no-input", ...settings, "-o", file("out.json")],
  },
  "events of a log": {
    start: 1,
    sizes: powers(1000, 1_000_000),
    make: (n) => writeEvents(file("tickets.csv"), Math.ceil(n / 10), 10),
    line: () => deadline("tickets.csv", "out.csv", ...ofEvents),
  },
  "pauses of each of 1,000 tickets": {
    start: 0,
    sizes: powers(1, 1000),
    make: (n) => writeOpened(1000, from2024, to2026, (_, opened) => ["japan", pausesOf(n, opened)], "region,pauses"),
    line: () => deadline("tickets.csv", "out.csv"),
  },
  "events of each of 1,000 tickets": {
    start: 1,
    sizes: powers(10, 1000),
    make: (n) => writeEvents(file("tickets.csv"), 1000, n),
    line: () => deadline("tickets.csv", "out.csv", ...ofEvents),
  },
  "dates in a file of holidays, 1,000 tickets": {
    start: 0,
    sizes: powers(10, 100_000),
    make(n) {
      writeLines(file("holidays.txt"), dates(n));
      writeOpened(1000, from2024, to2026);
    },
    line: (n) => deadline("tickets.csv", "out.csv", ...(n > 0 ? ["--holidays", file("holidays.txt")] : [])),
  },
  "events of a calendar file (.ics), 1,000 tickets": {
    start: 0,
    sizes: powers(10, 100_000),
    make(n) {
      writeLines(file("holidays.ics"), calendarOf(dates(n)));
      writeOpened(1000, from2024, to2026);
    },
    line: (n) => deadline("tickets.csv", "out.csv", ...(n > 0 ? ["--holidays", file("holidays.ics")] : [])),
  },
  "exceptions of a region, 1,000 tickets": {
    start: 0,
    sizes: powers(10, 100_000),
    make(n) {
      writeDataset(1, { exceptions: exceptions(n) });
      writeOpened(1000, from2024, to2026);
    },
    line: () => deadline("tickets.csv", "out.csv", ...ofDataset),
  },
  "exceptions of a region, 1,000 tickets among them": {
    start: 0,
    sizes: powers(10, 100_000),
    make(n) {
      writeDataset(1, { exceptions: exceptions(n) });
      writeOpened(1000, ...spanOf(n));
    },
    line: () => deadline("tickets.csv", "out.csv", ...ofDataset),
  },
  "regions, 10,000 tickets in all of them": {
    start: 1,
    sizes: powers(10, 1000),
    make(n) {
      writeDataset(n);
      writeOpened(10_000, from2024, to2026, (i) => [i % n > 0 ? `r${i % n}` : "japan"]);
    },
    line: () => deadline("tickets.csv", "out.csv", ...ofDataset),
  },
  "regions whose hours are listed": {
    start: 1,
    sizes: powers(10, 1000),
    make: writeDataset,
    line: () => ["hours", ...settings.slice(0, 4), ...ofDataset, "-o", file("out.json")],
  },
  "regions in the statements of sql": {
    start: 1,
    sizes: powers(10, 100),
    make: writeDataset,
    line: () => [
      ...["sql", "--dialect", "duckdb", "--no-config", ...ofDataset, "-o", file("out.sql")],
      ...["--from", "2026-01-01T00:00Z", "--to", "2027-01-01T00:00Z"],
    ],
  },
};

/** Median processor time of a size; fewer runs where one takes long. */
function secondsOf({ make, line }, size) {
  make(size);
  const runs = [];
  do runs.push(measure([process.execPath, program, ...line(size)], folder).cpu);
  while (runs.length < 7 && runs.length * runs[0] < 4);
  return median(runs);
}

/** The slope of the line through points by least squares. */
function slope(points) {
  const mean = (of) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean(([a]) => a), mean(([, b]) => b)];
  return mean(([a, b]) => (a - x) * (b - y)) / mean(([a]) => (a - x) ** 2);
}

let isOver = false;
console.log(`Node ${process.versions.node}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}\n`);
console.log("| input | processor time by size, s | exponent | of the last step |\n|---|---|---|---|");
for (const [name, kind] of Object.entries(kinds)) {
  if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
  const start = secondsOf(kind, kind.start);
  const seconds = kind.sizes.map((size) => [size, secondsOf(kind, size)]);
  const points = seconds
    .filter(([, time]) => time - start >= leastSeconds)
    .map(([size, time]) => [Math.log(size), Math.log(time - start)]);
  const exponents = points.length < 2 ? [] : [slope(points), slope(points.slice(-2))];
  if (exponents.some((exponent) => exponent > limit)) isOver = true;
  const times = [[kind.start, start], ...seconds].map(
    ([size, time]) => `${size.toLocaleString("en-US")}: ${time.toFixed(2)}`,
  );
  const texts = exponents.map((exponent) => `${exponent.toFixed(2)}${exponent > limit ? " OVER" : ""}`);
  console.log(`| ${name} | ${times.join(", ")} | ${texts.length > 0 ? texts.join(" | ") : "too quick | "} |`);
}
process.exitCode = isOver ? 1 : 0;
