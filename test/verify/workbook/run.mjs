/**
 * Recalculates workbooks of `workbook`, which have no value of a formula, in LibreOffice, and compares the deadline, status, used and
 * late time of each ticket with the engine's. The sheet Summary must be that of `audit`. Then openpyxl, which reads the
 * workbook and writes it anew, changes targets, and the results must be those of the changed dataset. TICKETS (20,000) from the environment.
 *
 * Needs `dist` (npm run build:code) and Python 3; installs Debian's LibreOffice, and makes a virtual environment in `reports` here.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findZone, formatInZone, loadDataset } from "../../../dist/index.js";
import program from "../../../dist/start.cjs";
import { makeDataset, regionRuns } from "../databases/cases.mjs";
import { answerOf, makeTickets } from "./cases.mjs";
import { edit, makeTools, recalculate } from "./tools.mjs";

const count = Number(process.env.TICKETS ?? 20_000);
const now = Date.parse("2026-06-15T10:20Z");
const folder = mkdtempSync(join(tmpdir(), "support-cli-workbook-"));
const columns = { id: 0, deadline: 7, status: 8, used: 9, late: 10, problem: 11 };
let passed = 0;
let failed = 0;

try {
  const version = makeTools();
  const dataset = makeDataset(await loadDataset("adobe-experience-cloud-2022"));
  const runs = groupsOf(regionRuns(dataset));
  const share = Math.ceil(count / (runs.length + 1));
  let total = 0;
  for (const [i, run] of runs.entries()) total += await checkRun(`UTC ${i}`, run, dataset, share, 20261126 + i);
  // Times in a zone whose clock changes, and regions that change theirs on other days.
  const zone = findZone("America/New_York");
  total += await checkRun("New York", { ...runs[0], zone }, dataset, share, 7);
  console.log(`${version}: ${total} tickets in 38 calendars compared`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;

/** One workbook for each rule for counting days and each span. */
function groupsOf(all) {
  const groups = new Map();
  for (const run of all) {
    const key = `${run.countDays} ${run.span}`;
    const span = run.span.map((text) => Date.parse(text));
    const group = groups.get(key) ?? { countDays: run.countDays, span, regions: [] };
    group.regions.push({ ...run, span });
    groups.set(key, group);
  }
  return [...groups.values()];
}

async function checkRun(name, { countDays, span, regions, zone }, dataset, tickets, seed) {
  const file = join(folder, `${name.replaceAll(" ", "-")}.xlsx`);
  const list = makeTickets(tickets, dataset, regions, seed, zone);
  const ids = regions.map(({ id }) => id);
  await writeBook(file, list, dataset, { countDays, span, ids, zone });
  const calendarOf = new Map(regions.map(({ id, calendar }) => [id, calendar]));
  const result = recalculate(file, folder);
  const expected = expectations(list, dataset, { calendarOf, countDays, span, zone });
  compare(name, result, expected);
  // Times that a workbook does not read are no part of its attainment.
  const counted = new Set(expected.filter(({ deadline }) => deadline !== "").map(({ id }) => id));
  await compareSummary(
    name,
    result.sheets,
    list.filter(({ id }) => counted.has(id)),
    { countDays },
  );
  // Another amount and another clock.
  const changed = structuredClone(dataset);
  changed.targets.hours.P2 = { clock: "24x5", amount: 5.5, unit: "hours", source: "test" };
  changed.targets.days.P1 = { clock: "business-days", amount: 4, unit: "days", source: "test" };
  const rows = result.sheets.Targets();
  const rowOf = (plan, priority) => rows.findIndex((row) => row[0] === plan && row[1] === priority) + 1;
  const edits = [
    `Targets!C${rowOf("hours", "P2")}=5.5`,
    `Targets!E${rowOf("hours", "P2")}=24x5`,
    `Targets!C${rowOf("days", "P1")}=4`,
  ];
  const edited = file.replace(".xlsx", "-edited.xlsx");
  const held = edit(file, edited, edits);
  check(held.sheets === 6 && held.values === 0 && held.tables === 2, `${name}: what openpyxl reads`, held);
  check(held.lists > 0 && held.marks > 0, `${name}: lists and marks that openpyxl reads`, held);
  const again = expectations(list, changed, { calendarOf, countDays, span, zone });
  compare(`${name}, targets changed`, recalculate(edited, folder), again);
  return list.length;
}

async function writeBook(file, tickets, dataset, { countDays, span, ids, zone }) {
  const data = join(folder, "cases.json");
  writeFileSync(data, JSON.stringify(dataset));
  const input = writeTickets(tickets);
  const [from, to] = span.map(iso);
  const line = ["workbook", "-o", file, "--input", input, "--response-unit", "seconds", "--dataset", data];
  const rest = ["--from", from, "--to", to, "--now", iso(now), "--count-days", countDays, "-q", "--no-config"];
  const some = [...(zone ? ["--show-tz", zone.id] : []), ...ids.flatMap((id) => ["-r", id])];
  const code = await program.start([...line, ...rest, ...some], program.processIo(process));
  if (code !== 0) throw new Error(`${line.join(" ")}: exit code ${code}`);
}

function iso(instant) {
  return instant === undefined ? "" : new Date(instant).toISOString();
}

function writeTickets(tickets) {
  const input = join(folder, "tickets.csv");
  const lines = tickets.map(({ id, plan, priority, region, opened, responded, pauseMs }) =>
    [id, plan, priority, region, iso(opened), iso(responded), pauseMs === undefined ? "" : pauseMs / 1000].join(","),
  );
  writeFileSync(input, `id,plan,priority,region,opened,responded,pause-time\n${lines.join("\n")}\n`);
  return input;
}

/** The sheet Summary against `audit` of the same tickets. */
async function compareSummary(name, sheets, tickets, { countDays }) {
  const input = writeTickets(tickets);
  const output = join(folder, "audit.json");
  const line = ["audit", input, "--dataset", join(folder, "cases.json"), "--response-unit", "seconds", "-o", output];
  const rest = ["--now", iso(now), "--count-days", countDays, "-q", "--no-config"];
  const code = await program.start([...line, ...rest], program.processIo(process));
  if (code !== 0) throw new Error(`${line.join(" ")}: exit code ${code}`);
  const audited = new Map();
  for (const { plan, priority, met, judged } of JSON.parse(readFileSync(output, "utf8")).groups) {
    const [before, total] = audited.get(`${plan} ${priority}`) ?? [0, 0];
    audited.set(`${plan} ${priority}`, [before + met, total + judged]);
  }
  const rows = sheets.Summary().filter((row) => /^P\d$/.test(row[1]));
  const wrong = rows.filter((row) => {
    const [met, judged] = audited.get(`${row[0]} ${row[1]}`) ?? [0, 0];
    const percent = met < judged ? Math.min(met / judged, 0.999) * 100 : 100;
    const isShare = judged === 0 ? row[8] === "" : Math.abs(Number.parseFloat(row[8]) - percent) < 1e-9;
    return row[4] !== String(met) || row[7] !== String(judged) || !isShare;
  });
  console.log(`${name}: ${rows.length} rows of Summary; ${wrong.length} other than audit`);
  check(rows.length === 16 && wrong.length === 0, `${name}: Summary`, wrong.slice(0, 3));
}

/** What each row must show; a time in the second pass of a repeated hour is not read. */
function expectations(tickets, dataset, { calendarOf, countDays, span, zone }) {
  return tickets.map((ticket) => {
    const { id, region, opened, responded } = ticket;
    const nothing = { id, deadline: "", status: "", used: "", late: "", hasProblem: true };
    if (zone && [opened, responded].some((instant) => instant !== undefined && isRepetition(instant, zone)))
      return nothing;
    const answer = answerOf(ticket, dataset, { calendar: calendarOf.get(region), countDays, span, now });
    const { deadline, status, used, late } = answer;
    if (deadline === undefined) return nothing;
    return {
      id,
      deadline: formatInZone(deadline, zone ?? "UTC")
        .slice(0, 19)
        .replace("T", " "),
      status,
      used: duration(used),
      late: duration(late),
      hasProblem: used === undefined || (zone !== undefined && isDoubled(deadline, zone)),
    };
  });
}

function wallOf(instant, zone) {
  return instant + zone.offsetAt(instant);
}

function isRepetition(instant, zone) {
  const { instant: first } = zone.instantOf(wallOf(instant, zone));
  return first < instant;
}

function isDoubled(instant, zone) {
  return zone.instantOf(wallOf(instant, zone)).kind === "overlap";
}

function duration(ms) {
  if (ms === undefined) return "";
  const seconds = ms / 1000;
  const two = (n) => String(n).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** A length of time, which LibreOffice writes to CSV as a time of day where it is below 24 hours, whatever the format of its cell. */
function lengthOf(text) {
  const [, hours, rest, half] = /^(\d+)(:\d\d:\d\d) ([AP]M)$/.exec(text) ?? [];
  return half === undefined ? text : `${(Number(hours) % 12) + (half === "PM" ? 12 : 0)}${rest}`;
}

function compare(name, { sheets, seconds }, expected) {
  const rows = new Map(sheets.Tickets().map((row) => [row[columns.id], row]));
  const differences = expected.filter((one) => {
    const row = rows.get(one.id);
    if (!row) return true;
    const isSame =
      row[columns.deadline] === one.deadline &&
      row[columns.status] === one.status &&
      lengthOf(row[columns.used]) === one.used &&
      lengthOf(row[columns.late]) === one.late;
    return !isSame || (row[columns.problem] !== "") !== one.hasProblem;
  });
  const answered = expected.filter(({ deadline }) => deadline !== "").length;
  console.log(
    `${name}: ${expected.length} tickets (${answered} with a deadline) recalculated in ${seconds.toFixed(1)} s; ${differences.length} differences`,
  );
  for (const one of differences.slice(0, 5)) console.log("  expected", one, "\n  found", rows.get(one.id)?.join(" | "));
  check(differences.length === 0, name);
}

function check(isRight, name, found) {
  if (isRight) passed++;
  else {
    failed++;
    console.log(`FAILED: ${name}`, found ?? "");
  }
}
