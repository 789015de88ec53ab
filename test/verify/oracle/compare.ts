/** Puts the same questions to the engine and to the oracle, counts the differences, and makes a differing case small. */
import { type Calendar, compileCalendar } from "../../../src/core/calendar.js";
import { deadline, elapsed } from "../../../src/core/deadline.js";
import { type Question, rollQuestion, rollSign } from "./cases.js";
import { findChanges } from "./changes.js";
import { castDice, type Dice } from "./dice.js";
import { Oracle, type Sign, type Span } from "./oracle.js";
import { DAY, HOUR, MINUTE, SECOND, WallClock } from "./wall.js";

export interface Comparison {
  readonly compared: number;
  readonly differed: number;
  /** The first few differing cases, made small, in words. */
  readonly report: string;
}

const unitMs = { seconds: SECOND, minutes: MINUTE, hours: HOUR } as const;

function askEngine(calendar: Calendar, question: Question): number | boolean {
  switch (question.ask) {
    case "deadline": {
      const { clock, amount, unit, pauses } = question;
      return deadline(calendar, question.start, { clock, amount, unit }, { pauses });
    }
    case "days":
      return deadline(
        calendar,
        question.start,
        { clock: "business-days", amount: question.amount, unit: "days" },
        { pauses: question.pauses, countDays: question.rule },
      );
    case "elapsed":
      return elapsed(calendar, question.from, question.to, { clock: question.clock, pauses: question.pauses });
    case "budget":
      return openTime(calendar, question.clock).deadline(question.start, question.budgetMs);
    case "open":
      return openTime(calendar, question.clock).isOpen(question.at);
  }
}

function openTime(calendar: Calendar, clock: "24x5" | "business-hours") {
  return clock === "24x5" ? calendar.dates : calendar.hours;
}

function askOracle(oracle: Oracle, question: Question): number | boolean {
  switch (question.ask) {
    case "deadline":
      return oracle.deadline(question.clock, question.start, question.amount * unitMs[question.unit], question.pauses);
    case "days":
      return oracle.deadlineInDays(question.start, question.amount, question.rule, question.pauses);
    case "elapsed":
      return oracle.elapsed(question.clock, question.from, question.to, question.pauses);
    case "budget":
      return oracle.deadline(question.clock, question.start, question.budgetMs);
    case "open":
      return oracle.isOpen(question.clock, question.at);
  }
}

function attempt<T>(ask: () => T): T | string {
  try {
    return ask();
  } catch (error) {
    return `throws ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
  }
}

function same(a: number | boolean | string, b: number | boolean | string): boolean {
  return a === b; // not Object.is: a reversed empty range may be -0
}

/** Both answers from scratch, for shrinking. */
function differs(sign: Sign, question: Question, wall: WallClock): boolean {
  const expected = attempt(() => askOracle(new Oracle(sign, wall), question));
  if (typeof expected === "string") return false;
  return !same(
    attempt(() => askEngine(compileCalendar(sign), question)),
    expected,
  );
}

/** Takes away, one thing at a time, whatever the difference does not need. */
function shrink(sign: Sign, question: Question, wall: WallClock): { sign: Sign; question: Question } {
  let small = { sign, question };
  let tries = 0;
  for (let shrunk = true; shrunk; ) {
    shrunk = false;
    for (const candidate of simpler(small.sign, small.question)) {
      if (++tries > 600) return small;
      if (!differs(candidate.sign, candidate.question, wall)) continue;
      small = candidate;
      shrunk = true;
      break;
    }
  }
  return small;
}

function* simpler(sign: Sign, question: Question): Generator<{ sign: Sign; question: Question }> {
  if ("pauses" in question) {
    for (const pause of question.pauses)
      yield { sign, question: { ...question, pauses: question.pauses.filter((p) => p !== pause) } };
  }
  const { holidays, exceptions, ...bare } = sign;
  const kept = { ...(holidays && { holidays }), ...(exceptions && { exceptions }) };
  for (const date of holidays ?? []) {
    const fewer = (holidays ?? []).filter((other) => other !== date);
    yield { sign: { ...sign, holidays: fewer }, question };
  }
  for (const date of Object.keys(exceptions ?? {})) {
    const { [date]: _, ...fewer } = exceptions ?? {};
    yield { sign: { ...sign, exceptions: fewer }, question };
  }
  if (holidays?.length === 0) yield { sign: { ...bare, ...(exceptions && { exceptions }) }, question };
  if (exceptions && Object.keys(exceptions).length === 0)
    yield { sign: { ...bare, ...(holidays && { holidays }) }, question };
  for (const [day, ranges] of Object.entries(sign.hours)) {
    const others = Object.entries(sign.hours).filter(([other]) => other !== day);
    if (others.length > 0) yield { sign: { ...bare, ...kept, hours: Object.fromEntries(others) }, question };
    for (const range of ranges) {
      if (ranges.length > 1)
        yield { sign: { ...sign, hours: { ...sign.hours, [day]: ranges.filter((r) => r !== range) } }, question };
    }
  }
  if ("amount" in question && question.amount > 1) {
    for (const amount of [1, Math.floor(question.amount / 2), question.amount - 1])
      yield { sign, question: { ...question, amount } };
  }
  for (const grain of [HOUR, MINUTE]) {
    const round = (t: number) => Math.floor(t / grain) * grain;
    if ("start" in question && round(question.start) !== question.start)
      yield { sign, question: { ...question, start: round(question.start) } };
    if (question.ask === "elapsed") {
      if (round(question.from) !== question.from) yield { sign, question: { ...question, from: round(question.from) } };
      if (round(question.to) !== question.to) yield { sign, question: { ...question, to: round(question.to) } };
    }
    if ("pauses" in question) {
      const pauses = question.pauses.map(({ from, to }) => ({ from: round(from), to: round(to) }));
      if (JSON.stringify(pauses) !== JSON.stringify(question.pauses)) yield { sign, question: { ...question, pauses } };
    }
  }
}

function iso(t: number | boolean | string): string {
  return typeof t === "number" && Math.abs(t) > 1e10 ? `${t} (${new Date(t).toISOString()})` : String(t);
}

function describe(sign: Sign, question: Question, wall: WallClock, changes: readonly number[]): string {
  const instants =
    "start" in question ? [question.start] : question.ask === "elapsed" ? [question.from, question.to] : [question.at];
  const pauses: readonly Span[] = "pauses" in question ? question.pauses : [];
  return [
    JSON.stringify(sign),
    JSON.stringify(question),
    ...instants.map((t) => `  at ${iso(t)}, the wall shows ${new Date(wall.at(t)).toISOString().slice(0, -1)}`),
    ...pauses.map(({ from, to }) => `  pause ${iso(from)} to ${iso(to)}`),
    ...changes.filter((t) => Math.abs(t - instants[0]!) < 15 * DAY).map((t) => `  the clock moves at ${iso(t)}`),
    `  oracle ${iso(attempt(() => askOracle(new Oracle(sign, wall), question)))}`,
    `  engine ${iso(attempt(() => askEngine(compileCalendar(sign), question)))}`,
  ].join("\n");
}

export interface Field {
  readonly zones: readonly string[];
  /** How many comparisons to make, spread evenly over the zones. */
  readonly cases: number;
  readonly seed: number;
  /** Where the clock changes must lie. */
  readonly years: readonly [from: number, to: number];
  /** Instants to ask around instead of the zone's changes. */
  readonly pivots?: readonly number[];
}

const casesPerCalendar = 8;

/** Compares in every zone, around its clock changes (each in turn, from a random one on), else around random instants. */
export function compare({ zones, cases, seed, years, pivots }: Field): Comparison {
  let compared = 0;
  let differed = 0;
  const reports: string[] = [];
  const from = Date.UTC(years[0], 0, 1);
  const to = Date.UTC(years[1] + 1, 0, 1);
  zones.forEach((zone, index) => {
    const share = Math.floor(((index + 1) * cases) / zones.length) - Math.floor((index * cases) / zones.length);
    const dice: Dice = castDice(seed + Math.imul(index + 1, 0x9e3779b1));
    const changes = findChanges(zone, from, to, 3 * DAY); // none lie that close together, as the long check shows
    const around = pivots ?? changes;
    let turn = dice.roll(0, Math.max(0, around.length - 1));
    for (let done = 0; done < share; turn++) {
      const wall = new WallClock(zone); // a fresh memory for each place on the time line keeps it small
      const pivot = around.length > 0 ? around[turn % around.length]! : dice.roll(from, to);
      const sign = rollSign(dice, zone, pivot);
      const oracle = new Oracle(sign, wall);
      const calendar = attempt(() => compileCalendar(sign));
      for (let i = 0; i < casesPerCalendar && done < share; i++, done++) {
        const question = rollQuestion(dice, oracle, pivot);
        const expected = attempt(() => askOracle(oracle, question));
        if (typeof expected === "string") continue; // out of reach: not compared, not counted
        compared++;
        if (typeof calendar !== "string") {
          const found = attempt(() => askEngine(calendar, question));
          if (same(found, expected)) continue;
        }
        differed++;
        if (reports.length < 3) {
          const small = shrink(sign, question, wall);
          reports.push(describe(small.sign, small.question, wall, changes));
        }
      }
    }
  });
  return { compared, differed, report: reports.join("\n\n") };
}

/** The wall clocks of the three time zones that the suite runs under; each takes a third of the world's zones. */
const hosts: readonly (string | undefined)[] = ["UTC", "America/New_York", "Asia/Kathmandu"];

/** Every zone that Intl knows of, or this host's third of them, and the seed that goes with it. */
export function fieldOf(host: string | undefined, cases: number, seed: number): Field {
  const third = Math.max(0, hosts.indexOf(host));
  const zones = Intl.supportedValuesOf("timeZone").filter((_, index) => index % hosts.length === third);
  return { zones, cases: Math.ceil(cases / hosts.length), seed: seed + third, years: [1990, 2037] };
}
