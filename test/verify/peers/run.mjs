/**
 * The same random questions to the engine and to three calculators that share nothing with it: moment-business-time, dayjs-business-time,
 * and DuckDB counting over a calendar it lays out itself. Where they differ the oracle decides, and the difference must be explained:
 * by a rule of time that has a name, or as a fault of the peer that is listed in test/verify/peers/disagreements.md. Exits 1 where one is not.
 *
 * CASES (default 6,000) and SEED from the environment. Writes reports/peers.json.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import { DuckDBInstance } from "@duckdb/node-api";
import { importSource } from "../../../.build/import-source.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const moment = require("moment");
require("moment-business-time");
const dayjs = require("dayjs");
dayjs.extend(require("dayjs-business-time"));

const cases = Number(process.env.CASES ?? 6000);
const seed = Number(process.env.SEED ?? 20_260_101);
const minute = 60_000;
const day = 86_400_000;
const hangMs = 1000;

const { compileCalendar, Oracle, castDice, findChanges } = await importSource(
  `export { compileCalendar } from "../../../src/core/calendar.ts"; export { Oracle } from "../oracle/oracle.ts"; export { castDice } from "../oracle/dice.ts"; export { findChanges } from "../oracle/changes.ts";`,
  here,
);

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const longNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const zones = [
  "UTC",
  "Asia/Tokyo",
  "America/Los_Angeles",
  "America/New_York",
  "Europe/London",
  "Europe/Berlin",
  "Australia/Sydney",
  "Australia/Lord_Howe",
  "America/Sao_Paulo",
  "Asia/Kolkata",
  "Pacific/Auckland",
  "America/Havana",
];

const two = (n) => String(n).padStart(2, "0");
const time = (minutes) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const iso = (t) => (typeof t === "number" ? new Date(t).toISOString() : String(t));

/** A calendar as all four can have it: one interval a day, or two where lunch is asked for; none past midnight, which the peers refuse. */
function rollCalendar(dice, zone, pivot, isAtChange) {
  // Clocks are changed on Sunday nights, when offices are closed: some calendars are open then.
  const isEarly = isAtChange && dice.roll(0, 2) > 0;
  const isOffice = !isEarly && dice.roll(0, 2) > 0;
  const open = isOffice ? dice.roll(6, 10) * 60 : dice.roll(0, isEarly ? 240 : 1200);
  const close = isOffice ? dice.roll(15, 20) * 60 : dice.roll(open + 30, isEarly && dice.roll(0, 1) === 0 ? 400 : 1439);
  const hasLunch = close - open > 240 && dice.roll(0, 3) === 0;
  const noon = Math.floor((open + close) / 2);
  const ranges = hasLunch
    ? [
        [time(open), time(noon)],
        [time(noon + 45), time(close)],
      ]
    : [[time(open), time(close)]];
  const days = weekdays.filter((_, i) => isEarly || (i < 5 ? dice.roll(0, 9) > 0 : dice.roll(0, 3) === 0));
  const hours = Object.fromEntries((days.length > 0 ? days : ["wed"]).map((name) => [name, ranges]));
  const holidays = Array.from({ length: dice.roll(0, 4) }, () =>
    new Date(pivot + dice.roll(-10, 20) * day).toISOString().slice(0, 10),
  );
  return { zone, hours, holidays: [...new Set(holidays)] };
}

function rollQuestion(dice, pivot) {
  const start = Math.floor((pivot + dice.roll(-7 * 1440, 7 * 1440) * minute) / minute) * minute;
  return {
    start,
    budget: dice.roll(0, 3) > 0 ? dice.roll(1, 600) : dice.roll(600, 4000),
    end: start + dice.roll(0, 14 * 1440) * minute,
  };
}

const asking = new Script("ask()");
/** A peer's answer, or what it did instead of one. */
function answerOf(ask) {
  globalThis.ask = ask;
  try {
    const answer = asking.runInThisContext({ timeout: hangMs });
    return Number.isFinite(answer) ? answer : "no number";
  } catch (error) {
    return error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT" ? "no answer within a second" : `throws ${error.message}`;
  }
}

/** Both libraries keep their hours globally, in the process's own zone. */
function setPeers({ zone, hours, holidays }) {
  process.env.TZ = zone;
  const indexed = [...weekdays.slice(6), ...weekdays.slice(0, 6)];
  moment.updateLocale("en", {
    workinghours: Object.fromEntries(indexed.map((name, i) => [i, hours[name]?.flat() ?? null])),
    holidays,
  });
  dayjs.setHolidays(holidays);
  dayjs.setBusinessTime(
    Object.fromEntries(
      longNames.map((name, i) => [
        name,
        hours[weekdays[i]]?.map(([open, close]) => ({ start: `${open}:00`, end: `${close}:00` })) ?? null,
      ]),
    ),
  );
}

const libraries = {
  "moment-business-time": {
    deadline: (q) => moment(q.start).addWorkingTime(q.budget, "minutes").valueOf(),
    elapsed: (q) => moment(q.end).workingDiff(moment(q.start), "minutes") * minute,
  },
  "dayjs-business-time": {
    deadline: (q) => dayjs(q.start).addBusinessMinutes(q.budget).valueOf(),
    elapsed: (q) => dayjs(q.start).businessMinutesDiff(dayjs(q.end)) * minute,
  },
};

/** DuckDB lays the calendar out by its own zone data, and answers all questions about it in one statement. */
async function askDuckDb(connection, { zone, hours, holidays }, questions) {
  const first = new Date(Math.min(...questions.map((q) => q.start)) - 3 * day).toISOString().slice(0, 10);
  const last = new Date(Math.max(...questions.map((q) => q.end)) + 900 * day).toISOString().slice(0, 10);
  const ranges = Object.entries(hours).flatMap(([name, list]) =>
    list.map(([open, close]) =>
      `(${weekdays.indexOf(name) + 1}, interval '${open}' hour to minute, interval '${close}' hour to minute)`
        .replaceAll(/interval '(\d\d):(\d\d)' hour to minute/g, "interval ($1 * 60 + $2) minute")
        .replaceAll(/\(0?(\d+) \* 60 \+ 0?(\d+)\)/g, (_, h, m) => `${Number(h) * 60 + Number(m)}`),
    ),
  );
  const free = holidays.length > 0 ? `and d not in (${holidays.map((date) => `date '${date}'`).join(", ")})` : "";
  const statement = `
    with hours(dow, opens, closes) as (values ${ranges.join(", ")}),
    dates as (select d::date as d from generate_series(date '${first}', date '${last}', interval 1 day) g(d)),
    open as (
      select epoch_ms(timezone('${zone}', d + opens)) as o, epoch_ms(timezone('${zone}', d + closes)) as c
      from dates join hours on isodow(d) = dow where true ${free}
    ),
    total as (
      select o, c, coalesce(sum(c - o) over (order by o rows between unbounded preceding and 1 preceding), 0) as before from open where c > o
    ),
    question(id, s, b, e) as (values ${questions.map((q, i) => `(${i}, ${q.start}, ${q.budget * minute}, ${q.end})`).join(", ")}),
    asked as (
      select id, s, b, e,
        (select coalesce(max(before + least(s, c) - o), 0) from total where o <= s) as at_start,
        (select coalesce(max(before + least(e, c) - o), 0) from total where o <= e) as at_end
      from question
    )
    select id, at_end - at_start as elapsed, (select min(o + at_start + b - before) from total where before + c - o >= at_start + b and before < at_start + b) as due
    from asked order by id`;
  const rows = (await connection.runAndReadAll(statement)).getRowObjects();
  return rows.map(({ elapsed, due }) => ({ elapsed: Number(elapsed), deadline: Number(due) }));
}

/** Faults of the peers that have nothing to do with clock changes; test/verify/peers/disagreements.md tells each with an input. */
const peerFaults = [
  {
    id: "moment-elapsed-break",
    peer: "moment-business-time",
    holds: ({ calendar, kind }) => kind === "elapsed" && hasBreak(calendar),
  },
];

function hasBreak({ hours }) {
  return Object.values(hours).some((list) => list.length > 1);
}

/** Whether the peer agrees where the same wall times stand in a zone whose clock is never changed. */
async function agreesWithoutClockChanges(peer, kind, calendar, q, duck) {
  const offset = compileCalendar(calendar).zone.offsetAt;
  const still = { ...calendar, zone: "UTC" };
  const asked = { start: q.start + offset(q.start), end: q.end + offset(q.end), budget: q.budget };
  const engine = compileCalendar(still).hours;
  const expected =
    kind === "deadline" ? engine.deadline(asked.start, asked.budget * minute) : engine.elapsed(asked.start, asked.end);
  setPeers(still);
  const answer =
    peer === "DuckDB" ? (await askDuckDb(duck, still, [asked]))[0][kind] : answerOf(() => libraries[peer][kind](asked));
  setPeers(calendar);
  return answer === expected;
}

const duck = await (await DuckDBInstance.create(":memory:")).connect();
const listed = readFileSync(join(here, "disagreements.md"), "utf8");
const counts = {};
const unexplained = [];
const examples = {};
let compared = 0;
let disagreements = 0;
const perCalendar = 10;
for (let done = 0, turn = 0; done < cases; done += perCalendar, turn++) {
  const zone = zones[turn % zones.length];
  const dice = castDice(seed + Math.imul(turn + 1, 0x9e3779b1));
  const changes = findChanges(zone, Date.UTC(2015, 0), Date.UTC(2026, 0), 3 * day);
  // Half of the questions lie around a change of the zone's clock.
  const isAtChange = changes.length > 0 && turn % 24 < 12;
  const pivot = isAtChange
    ? changes[dice.roll(0, changes.length - 1)]
    : dice.roll(Date.UTC(2015, 0), Date.UTC(2026, 0));
  const calendar = rollCalendar(dice, zone, pivot, isAtChange);
  const questions = Array.from({ length: perCalendar }, () => rollQuestion(dice, pivot));
  const engine = compileCalendar(calendar).hours;
  setPeers(calendar);
  const byDuckDb = await askDuckDb(duck, calendar, questions);
  for (const [i, q] of questions.entries()) {
    for (const kind of ["deadline", "elapsed"]) {
      const expected =
        kind === "deadline" ? engine.deadline(q.start, q.budget * minute) : engine.elapsed(q.start, q.end);
      const answers = {
        "moment-business-time": answerOf(() => libraries["moment-business-time"][kind](q)),
        "dayjs-business-time": answerOf(() => libraries["dayjs-business-time"][kind](q)),
        DuckDB: byDuckDb[i][kind],
      };
      for (const [peer, answer] of Object.entries(answers)) {
        compared++;
        if (answer === expected) continue;
        disagreements++;
        const oracle = new Oracle(calendar);
        const judged =
          kind === "deadline"
            ? oracle.deadline("business-hours", q.start, q.budget * minute)
            : oracle.elapsed("business-hours", q.start, q.end);
        const input = { calendar, kind, ...q, peer, answer, expected };
        let why;
        if (judged !== expected) why = undefined;
        else if (await agreesWithoutClockChanges(peer, kind, calendar, q, duck)) why = "rule sign-on-the-door";
        else
          why = peerFaults.find((fault) => fault.peer === peer && fault.holds(input) && listed.includes(fault.id))?.id;
        if (why === undefined) {
          unexplained.push(input);
          continue;
        }
        const key = `${peer}: ${why}`;
        counts[key] = (counts[key] ?? 0) + 1;
        examples[key] ??= input;
      }
    }
  }
}

console.log(
  `peers: ${compared} answers compared, ${disagreements} differ, ${unexplained.length} unexplained (SEED=${seed})`,
);
for (const [key, count] of Object.entries(counts)) console.log(`  ${count} ${key}`);
if (process.env.EXAMPLES) for (const [key, input] of Object.entries(examples)) console.log(key, describe(input));
for (const input of unexplained.slice(0, Number(process.env.SHOW ?? 5))) console.log("unexplained:", describe(input));
mkdirSync(join(here, "reports"), { recursive: true });
writeFileSync(
  join(here, "reports", "peers.json"),
  `${JSON.stringify({ compared, disagreements, unexplained: unexplained.length, explained: counts, seed }, null, 2)}\n`,
);
process.exitCode = unexplained.length > 0 ? 1 : 0;

function describe({ calendar, kind, start, end, budget, peer, answer, expected }) {
  const shown = (t) => (kind === "deadline" ? iso(t) : typeof t === "number" ? `${t / minute} min` : t);
  return `${JSON.stringify(calendar)} ${kind} from ${iso(start)} ${kind === "deadline" ? `+ ${budget} min` : `to ${iso(end)}`}: ${peer} ${shown(answer)}, engine ${shown(expected)}`;
}
