/**
 * Deadlines and elapsed times of the engine a second of processor time, one thread, against the npm packages of engine-peers.mjs in the same
 * run. Every peer is first compared with the engine's results, and computes fewer of them. Then what holidays, pauses and other targets add to
 * a deadline. Exits 1 where the engine is under 1,000 times (deadlines) or 2,000 times (elapsed) the best peer whose results are the same.
 */
import { fileURLToPath } from "node:url";
import { importSource } from "../../.build/import-source.mjs";
import { peers, setPeers } from "./engine-peers.mjs";
import { median, spread } from "./measure.mjs";

const minute = 60_000;
const rounds = 7;
const starts = 100_000;
/** Passes of the engine over all starts in one measurement. */
const passes = 5;
const peerStarts = 400;
const wanted = { deadline: 1000, elapsed: 2000 };

const weekdays = ["mon", "tue", "wed", "thu", "fri"];
const tenDays = ["01-01", "01-15", "02-19", "03-20", "05-01", "05-27", "07-04", "09-02", "11-28", "12-25"];
const holidays = [2023, 2024, 2025, 2026, 2027].flatMap((year) => tenDays.map((monthDay) => `${year}-${monthDay}`));
const regions = [
  { zone: "America/Los_Angeles", open: "06:00", close: "17:30", holidays },
  { zone: "Europe/London", open: "09:00", close: "17:00", holidays },
  { zone: "Asia/Singapore", open: "09:00", close: "17:00", holidays },
  { zone: "Asia/Tokyo", open: "09:00", close: "17:30", holidays },
];
const targets = [30, 60, 120, 240, 360].map((amount) => ({ clock: "business-hours", amount, unit: "minutes" }));

let state = 42;
function random() {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
}

/** Starts at whole minutes (the peers count no finer), budgets of the plans' targets, spans of up to ten days. */
function makeCases() {
  const first = Date.UTC(2024, 0, 2);
  const span = (Date.UTC(2026, 11, 1) - first) / minute;
  return Array.from({ length: starts }, () => {
    const start = first + Math.floor(random() * span) * minute;
    const target = targets[Math.floor(random() * targets.length)];
    return { start, target, budgetMs: target.amount * minute, end: start + Math.floor(random() * 14_400) * minute };
  });
}

/** Of each case, pauses of 20 minutes, 20 minutes apart; not in the cases, which stay small. */
const makePauses = (cases, count) =>
  cases.map(({ start }) => ({
    pauses: Array.from({ length: count }, (_, i) => {
      const from = start + (10 + 40 * i) * minute;
      return { from, to: from + 20 * minute };
    }),
  }));

/** Processor nanoseconds of each of `count` results. */
function nanoseconds(count, run) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return ((user + system) * 1000) / count;
}

const format = (number) => Math.round(number).toLocaleString("en-US");

const engine = await importSource(
  `export { compileCalendar } from "./calendar.ts"; export { deadline, elapsed } from "./deadline.ts";`,
  fileURLToPath(new URL("../../src/core/", import.meta.url)),
);
const compile = ({ zone, open, close, holidays }) =>
  engine.compileCalendar({ zone, holidays, hours: Object.fromEntries(weekdays.map((day) => [day, [[open, close]]])) });
const cases = makeCases();
const calendars = regions.map(compile);
const plain = regions.map((region) => compile({ ...region, holidays: [] }));
const share = starts / regions.length;
let sink = 0;

/** The engine through its parts, which is compared with the peers. */
const parts = {
  deadline: (calendar, q) => calendar.hours.deadline(q.start, q.budgetMs),
  elapsed: (calendar, q) => calendar.hours.elapsed(q.start, q.end),
};
const kinds = Object.keys(parts);

/** Which kinds of results of a peer are all the engine's: only these are compared in speed. */
function agreement(peer) {
  const agreed = {};
  for (const kind of kinds.filter((one) => peer[one])) {
    let same = 0;
    regions.forEach((region, i) => {
      setPeers(region);
      for (const q of cases.slice(0, peerStarts / regions.length))
        if (peer[kind](q, region.zone) === parts[kind](calendars[i], q)) same++;
    });
    agreed[kind] = same === peerStarts;
    console.log(`${peer.name}: ${same} of ${peerStarts} results of ${kind} are the engine's`);
  }
  return agreed;
}

/** The engine through the functions of the library, which check their arguments. */
const [one, ten] = [makePauses(cases, 1), makePauses(cases, 10)];
const days = { clock: "business-days", amount: 1, unit: "days" };
const functions = {
  "business hours, no holidays": { calendars: plain, run: (c, q) => engine.deadline(c, q.start, q.target) },
  "with 50 holidays": { calendars, run: (c, q) => engine.deadline(c, q.start, q.target) },
  "with a pause": { calendars: plain, run: (c, q, k) => engine.deadline(c, q.start, q.target, one[k]) },
  "with ten pauses": { calendars: plain, run: (c, q, k) => engine.deadline(c, q.start, q.target, ten[k]) },
  "a business day": { calendars: plain, run: (c, q) => engine.deadline(c, q.start, days) },
  "a business day, 50 holidays": { calendars, run: (c, q) => engine.deadline(c, q.start, days) },
  "a business day with a pause": { calendars: plain, run: (c, q, k) => engine.deadline(c, q.start, days, one[k]) },
  "elapsed time": { calendars: plain, run: (c, q) => engine.elapsed(c, q.start, q.end) },
};

/** Nanoseconds of a case; `pass` goes through all of them once. */
const ofEngine = (pass) =>
  nanoseconds(starts * passes, () => {
    for (let i = 0; i < passes; i++) sink += pass();
  });

// A loop each, since V8 compiles a loop for the few functions that it calls.
const loops = {
  deadline() {
    let sum = 0;
    for (let k = 0; k < starts; k++)
      sum += calendars[Math.floor(k / share)].hours.deadline(cases[k].start, cases[k].budgetMs);
    return sum;
  },
  elapsed() {
    let sum = 0;
    for (let k = 0; k < starts; k++)
      sum += calendars[Math.floor(k / share)].hours.elapsed(cases[k].start, cases[k].end);
    return sum;
  },
};

function passOf({ calendars: some, run }) {
  let sum = 0;
  for (let k = 0; k < starts; k++) sum += run(some[Math.floor(k / share)], cases[k], k);
  return sum;
}

function ofPeer(peer, kind) {
  let total = 0;
  regions.forEach((region, i) => {
    setPeers(region);
    const part = cases.slice(i * share, i * share + peerStarts / regions.length);
    peer[kind](part[0], region.zone); // the change of zone is not part of the race
    total += nanoseconds(1, () => {
      for (const q of part) sink += peer[kind](q, region.zone);
    });
  });
  return total / peerStarts;
}

const agreed = peers.map(agreement);
const measured = new Map();
const keep = (round, name, value) => {
  if (round < 0) return; // the first round warms up
  measured.set(name, [...(measured.get(name) ?? []), value]);
};
for (let round = -1; round < rounds; round++) {
  for (const kind of kinds) keep(round, `engine ${kind}`, ofEngine(loops[kind]));
  for (const [name, one] of Object.entries(functions))
    keep(
      round,
      name,
      ofEngine(() => passOf(one)),
    );
  for (const peer of peers)
    for (const kind of kinds.filter((one) => peer[one])) keep(round, `${peer.name} ${kind}`, ofPeer(peer, kind));
}

/** A row: nanoseconds, and the ratio of medians to another with those of the rounds. */
function row(name, label, base) {
  const own = measured.get(name);
  const ratios = own.map((ns, i) => ns / measured.get(base)[i]);
  const ratio = median(own) / median(measured.get(base));
  const digits = ratio < 100 ? 2 : 0;
  console.log(`| ${label} | ${format(median(own))} | ${spread(ratio, ratios, digits)} |`);
  return ratio;
}

console.log(
  `\nNode ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}; medians of ${rounds} rounds, ${format(starts)} starts 2024-2026 in ${regions.length} regions, one thread (checksum ${sink % 997})`,
);
/** The rows of the library's functions for the same cases. */
const checked = { deadline: "with 50 holidays", elapsed: "elapsed time" };
let isShort = false;
for (const kind of kinds) {
  console.log(`\n| ${kind} | processor, ns | times the engine's |\n|---|---|---|`);
  row(`engine ${kind}`, "engine", `engine ${kind}`);
  const ofChecks = row(checked[kind], "the library's function, arguments checked", `engine ${kind}`);
  const ratios = peers.map((peer, i) => {
    const ratio = peer[kind] ? row(`${peer.name} ${kind}`, peer.name, `engine ${kind}`) : Number.NaN;
    return agreed[i][kind] ? ratio : Number.POSITIVE_INFINITY;
  });
  const best = Math.min(...ratios);
  const isUnder = best < wanted[kind];
  isShort ||= isUnder;
  console.log(
    `\nThe best peer takes ${format(best)} times as long (at least ${format(wanted[kind])}${isUnder ? ": NO" : ""}), ${format(best / ofChecks)} times as long as with checks.`,
  );
}
const [base] = Object.keys(functions);
console.log("\n| the library's functions | processor, ns | times a plain deadline |\n|---|---|---|");
for (const name of Object.keys(functions)) row(name, name, base);
process.exitCode = isShort ? 1 : 0;
