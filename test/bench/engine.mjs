/**
 * Deadlines and elapsed times a second, one thread, against moment-business-time and dayjs-business-time in the same run.
 * Every peer answers the same questions, is first held to the same answers, and is asked fewer of them; rates are compared.
 * Exits 1 where the answers differ from moment-business-time's, or the engine is not at least 500 times (deadlines) and 2,000 times (elapsed) moment-business-time's rate.
 */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { importSource } from "../../.build/import-source.mjs";

const require = createRequire(import.meta.url);
const moment = require("moment-timezone");
require("moment-business-time");
const dayjs = require("dayjs");
dayjs.extend(require("dayjs-business-time"));

const minute = 60_000;
const rounds = 7;
const starts = 100_000;
const peerStarts = 400;
const wanted = { deadline: 500, elapsed: 2000 };

const weekdays = ["mon", "tue", "wed", "thu", "fri"];
const longNames = ["monday", "tuesday", "wednesday", "thursday", "friday"];
const regions = [
  { zone: "America/Los_Angeles", open: "06:00", close: "17:30" },
  { zone: "Europe/London", open: "09:00", close: "17:00" },
  { zone: "Asia/Singapore", open: "09:00", close: "17:00" },
  { zone: "Asia/Tokyo", open: "09:00", close: "17:30" },
];
const tenDays = ["01-01", "01-15", "02-19", "03-20", "05-01", "05-27", "07-04", "09-02", "11-28", "12-25"];
const holidays = [2023, 2024, 2025, 2026, 2027].flatMap((year) => tenDays.map((monthDay) => `${year}-${monthDay}`));

let state = 42;
function random() {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
}

/** Starts at whole minutes (the peers count no finer), budgets of the plans' targets, spans of up to ten days. */
function makeQuestions() {
  const first = Date.UTC(2024, 0, 2);
  const span = (Date.UTC(2026, 11, 1) - first) / minute;
  return Array.from({ length: starts }, () => {
    const start = first + Math.floor(random() * span) * minute;
    return {
      start,
      budgetMs: [30, 60, 120, 240, 360][Math.floor(random() * 5)] * minute,
      end: start + Math.floor(random() * 14_400) * minute,
    };
  });
}

/** Both peers keep their hours globally, in the process's own zone. */
function setPeers({ zone, open, close }) {
  process.env.TZ = zone;
  moment.updateLocale("en", {
    workinghours: {
      0: null,
      1: [open, close],
      2: [open, close],
      3: [open, close],
      4: [open, close],
      5: [open, close],
      6: null,
    },
    holidays,
  });
  dayjs.setHolidays(holidays);
  const ranges = [{ start: `${open}:00`, end: `${close}:00` }];
  dayjs.setBusinessTime({
    sunday: null,
    saturday: null,
    ...Object.fromEntries(longNames.map((name) => [name, ranges])),
  });
}

const peers = [
  {
    name: "moment-business-time",
    judged: true,
    deadline: (q) =>
      moment(q.start)
        .addWorkingTime(q.budgetMs / minute, "minutes")
        .valueOf(),
    elapsed: (q) => moment(q.end).workingDiff(moment(q.start), "minutes") * minute,
  },
  {
    name: "moment-business-time + moment-timezone",
    deadline: (q, zone) =>
      moment
        .tz(q.start, zone)
        .addWorkingTime(q.budgetMs / minute, "minutes")
        .valueOf(),
    elapsed: (q, zone) => moment.tz(q.end, zone).workingDiff(moment.tz(q.start, zone), "minutes") * minute,
  },
  {
    name: "dayjs-business-time",
    deadline: (q) =>
      dayjs(q.start)
        .addBusinessMinutes(q.budgetMs / minute)
        .valueOf(),
    elapsed: (q) => dayjs(q.start).businessMinutesDiff(dayjs(q.end)) * minute, // counted from the receiver to the argument
  },
];

/** Questions a second: the time of one pass over all. */
function rate(count, ask) {
  const begun = performance.now();
  ask();
  return (count / (performance.now() - begun)) * 1000;
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const format = (number) => Math.round(number).toLocaleString("en-US");

const engine = await importSource(
  `export { compileCalendar } from "./calendar.ts"; export { deadline, elapsed } from "./deadline.ts";`,
  fileURLToPath(new URL("../../src/core/", import.meta.url)),
);
const questions = makeQuestions();
const compiled = regions.map(({ zone, open, close }) =>
  engine.compileCalendar({
    zone,
    hours: Object.fromEntries(weekdays.map((name) => [name, [[open, close]]])),
    holidays,
  }),
);
let sink = 0;

/** How many of the first questions a peer answers as the engine does; a race between different answers would be no race. */
function agreement(peer) {
  const share = { deadline: 0, elapsed: 0 };
  let asked = 0;
  regions.forEach((region, i) => {
    setPeers(region);
    for (const q of questions.slice(0, 100)) {
      asked++;
      if (peer.deadline(q, region.zone) === compiled[i].hours.deadline(q.start, q.budgetMs)) share.deadline++;
      if (peer.elapsed(q, region.zone) === compiled[i].hours.elapsed(q.start, q.end)) share.elapsed++;
    }
  });
  return { asked, ...share };
}

let short = false;
for (const peer of peers) {
  const { asked, deadline, elapsed } = agreement(peer);
  if (peer.judged && Math.min(deadline, elapsed) < asked) short = true;
  console.log(
    `${peer.name}: of ${asked} questions the same answer to ${deadline} deadlines and ${elapsed} elapsed times`,
  );
}

const measured = { engine: { deadline: [], elapsed: [], target: [] } };
for (const peer of peers) measured[peer.name] = { deadline: [], elapsed: [] };
for (let round = -1; round < rounds; round++) {
  const keep = (list, value) => {
    if (round >= 0) list.push(value); // the first round warms up
  };
  const share = starts / regions.length;
  const all = (ask) =>
    rate(starts, () => {
      for (let i = 0; i < regions.length; i++) {
        const calendar = compiled[i];
        for (let k = i * share; k < (i + 1) * share; k++) sink += ask(calendar, questions[k]);
      }
    });
  keep(
    measured.engine.deadline,
    all((calendar, q) => calendar.hours.deadline(q.start, q.budgetMs)),
  );
  keep(
    measured.engine.elapsed,
    all((calendar, q) => calendar.hours.elapsed(q.start, q.end)),
  );
  keep(
    measured.engine.target,
    all((calendar, q) =>
      engine.deadline(calendar, q.start, { clock: "business-hours", amount: q.budgetMs / minute, unit: "minutes" }),
    ),
  );
  for (const peer of peers) {
    for (const kind of ["deadline", "elapsed"]) {
      let seconds = 0;
      regions.forEach((region, i) => {
        setPeers(region);
        const part = questions.slice(i * share, i * share + peerStarts / regions.length);
        peer[kind](part[0], region.zone); // the change of zone is not part of the race
        const ask = () => {
          for (const q of part) sink += peer[kind](q, region.zone);
        };
        seconds += part.length / rate(part.length, ask);
      });
      keep(measured[peer.name][kind], peerStarts / seconds);
    }
  }
}

console.log(
  `\nmedians of ${rounds} rounds, ${format(starts)} starts 2024-2026 in ${regions.length} regions, one thread (checksum ${sink % 997})`,
);
console.log(
  `engine: ${format(median(measured.engine.deadline))} deadlines/s, ${format(median(measured.engine.elapsed))} elapsed/s`,
);
console.log(`engine through deadline(calendar, opened, target): ${format(median(measured.engine.target))} deadlines/s`);
for (const peer of peers) {
  for (const kind of ["deadline", "elapsed"]) {
    const theirs = median(measured[peer.name][kind]);
    const ratio = median(measured.engine[kind]) / theirs;
    const least = peer.judged ? wanted[kind] : undefined;
    if (least !== undefined && ratio < least) short = true;
    const goal = least === undefined ? "" : ` (at least ${format(least)}: ${ratio < least ? "NO" : "yes"})`;
    console.log(`${peer.name}: ${format(theirs)} ${kind}/s; the engine is ${format(ratio)} times as fast${goal}`);
  }
}
process.exitCode = short ? 1 : 0;
