/**
 * The cases: regions with one peculiarity each, targets on every clock, and tickets that lean on edges, with the engine's answers.
 * Deterministic by its seed.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileCalendar, deadline, elapsed, loadDataset, targetFor } from "../../../dist/index.js";

const dayMs = 86_400_000;

/** Spans that hold two clock changes a year, and for Samoa the date it skipped. */
const spans = {
  usual: ["2025-01-01T00:00Z", "2028-01-01T00:00Z"],
  apia: ["2010-01-01T00:00Z", "2013-01-01T00:00Z"],
};

const fixtures = [
  "all-day",
  "all-day-in-apia",
  "closing-in-a-repeated-hour",
  "evening-to-midnight",
  "exception-on-a-holiday",
  "friday-night",
  "inside-a-spring-gap",
  "late-wednesday",
  "lunch",
  "night-in-apia",
  "nights",
  "overlapping",
  "short-friday",
];

const week = (ranges) =>
  Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, ranges]));

/** Hours that the fixtures do not have: a shift that begins in the last, and clocks that change by half an hour. */
const own = {
  handover: {
    zone: "America/New_York",
    hours: week([
      ["22:00", "06:00"],
      ["05:00", "13:00"],
    ]),
  },
  "half-hour-change": {
    zone: "Australia/Lord_Howe",
    hours: week([
      ["00:30", "02:15"],
      ["23:00", "01:45"],
    ]),
  },
};

const targets = {
  hours: {
    P1: ["business-hours", 30, "minutes"],
    P2: ["business-hours", 2, "hours"],
    P3: ["business-hours", 8.5, "hours"],
    P4: ["business-hours", 45, "seconds"],
  },
  dates: { P1: ["24x5", 1, "hours"], P2: ["24x5", 24, "hours"], P3: ["24x5", 100, "hours"], P4: ["24x5", 0, "hours"] },
  days: {
    P1: ["business-days", 1, "days"],
    P2: ["business-days", 3, "days"],
    P3: ["business-days", 0, "days"],
    P4: ["business-days", 7, "days"],
  },
  always: {
    P1: ["24x7", 15, "minutes"],
    P2: ["24x7", 1, "hours"],
    P3: ["24x7", 36, "hours"],
    P4: ["24x7", 0, "hours"],
  },
};

/** A plan that is stated to have no target for two priorities, and of which nothing is stated for the others. */
export const planWithout = "without";

/** The cases as files in a folder: a dataset, tickets, and pauses. */
export async function makeCases(folder, count) {
  const dataset = makeDataset(await loadDataset("adobe-experience-cloud-2022"));
  const runs = regionRuns(dataset);
  // A region can have one rule for counting days at a time, so the second rule's regions go under names of their own.
  const both = { ...dataset, regions: Object.fromEntries(runs.map(({ id, as }) => [as, dataset.regions[id]])) };
  const tickets = makeTickets(count, dataset, runs, 20261122);
  const pauses = tickets.flatMap((t) =>
    t.pauses.map(({ from, to }) => `${t.id},${from}000,${to === undefined ? "" : `${to}000`}`),
  );
  // Every third is there twice: an order by its times leaves those two in any order.
  pauses.push(...pauses.filter((_, i) => i % 3 === 0));
  return {
    runs,
    tickets,
    now,
    datasetFile: fileOf("cases.json", [JSON.stringify(both)]),
    ticketFile: fileOf("tickets.csv", [
      "id,plan,priority,region,opened,responded,resolved",
      ...tickets.map(ticketLine),
    ]),
    pauseFile: fileOf("pauses.csv", ["id,from_us,to_us", ...pauses]),
  };

  function fileOf(name, lines) {
    const path = join(folder, name);
    writeFileSync(path, `${lines.join("\n")}\n`);
    return path;
  }
}

export function ticketLine({ id, plan, priority, region, opened, responded, resolved }) {
  return [id, plan, priority, region, ...[opened, responded, resolved].map(isoTime)].join(",");
}

export function isoTime(instant) {
  return instant === undefined ? "" : new Date(instant).toISOString();
}

/** The targets with their amounts multiplied. */
function targetsTimes(factor) {
  const entries = (byPriority) =>
    Object.entries(byPriority).map(([p, [clock, amount, unit]]) => [
      p,
      { clock, amount: amount * factor, unit, source: "test" },
    ]);
  return Object.fromEntries(
    Object.entries(targets).map(([plan, byPriority]) => [plan, Object.fromEntries(entries(byPriority))]),
  );
}

/** A dataset of those regions beside the bundled ones. */
export function makeDataset(bundled) {
  const name = (id) => ({ en: id });
  const regions = Object.fromEntries(
    [
      ...fixtures.map((id) => [
        id,
        JSON.parse(readFileSync(new URL(`../../../fixtures/calendars/${id}.json`, import.meta.url), "utf8")),
      ]),
      ...Object.entries(own),
    ].map(([id, { zone, hours, holidays, exceptions }]) => [
      id,
      {
        name: name(id),
        zone,
        zoneAssumed: false,
        hours,
        ...(holidays && { holidays }),
        ...(exceptions && { exceptions }),
        source: "test",
      },
    ]),
  );
  const world = Object.fromEntries(
    Object.entries(bundled.regions).map(([id, { zone, hours }]) => [
      id,
      { name: name(id), zone, zoneAssumed: false, hours, source: "test" },
    ]),
  );
  return {
    schemaVersion: 1,
    id: "sql-cases",
    version: "1.0.0",
    title: name("Cases"),
    sources: { test: { title: "test", confidence: "assumed" } },
    candidates: Object.keys(targets),
    plans: Object.fromEntries(
      [...Object.keys(targets), planWithout].map((id, i) => [
        id,
        { name: name(id), rank: i + 1, paid: false, source: "test" },
      ]),
    ),
    priorities: Object.fromEntries(["P1", "P2", "P3", "P4"].map((id) => [id, { name: name(id), source: "test" }])),
    targets: { ...targetsTimes(1), [planWithout]: { P1: null, P2: null } },
    metrics: { resolution: { name: name("Resolution") } },
    metricTargets: { resolution: { ...targetsTimes(2), [planWithout]: { P1: null, P2: null } } },
    regions: { ...world, ...regions },
    products: {},
    languages: {},
    groups: {},
    features: {},
    notes: [],
  };
}

/** Each region under both rules for counting days, with the span its table covers. */
export function regionRuns(dataset) {
  return Object.entries(dataset.regions).flatMap(([id, region]) =>
    ["same-time", "end-of-day"].map((countDays) => ({
      id,
      as: countDays === "same-time" ? id : `${id}-end-of-day`,
      countDays,
      span: spans[region.zone === "Pacific/Apia" ? "apia" : "usual"],
      calendar: compileCalendar(region),
    })),
  );
}

/** The regions by their rule and span: one command line each. */
export function statementRuns(runs) {
  const groups = new Map();
  for (const { as, countDays, span } of runs) {
    const key = `${countDays} ${span}`;
    groups.set(key, { countDays, span, regions: [...(groups.get(key)?.regions ?? []), as] });
  }
  return [...groups.values()];
}

/** mulberry32: a small generator, the same numbers for the same seed everywhere. */
export function dice(seed) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The present, for pauses that have not ended. */
const now = Date.parse("2026-06-15T10:20Z");

/** Tickets with what the engine says of each. A few lie where the table cannot answer all of it. */
function makeTickets(count, dataset, runs, seed) {
  const random = dice(seed);
  const below = (n) => Math.floor(random() * n);
  const pick = (list) => list[below(list.length)];
  const plans = Object.keys(targets);
  const priorities = Object.keys(dataset.priorities);
  const edges = runs.map(({ calendar, span }) => {
    const [from, to] = span.map((text) => Date.parse(text));
    const changes = calendar.zone.stretches(from, to).map((stretch) => stretch.from);
    return { from, to, changes, open: calendar.hours.intervals(from, to).flatMap((i) => [i.from, i.to]) };
  });
  return Array.from({ length: count }, (_, id) => {
    const at = below(runs.length);
    const { as, id: region, calendar, countDays } = runs[at];
    const { from, to, changes, open } = edges[at];
    const outside = random() < 0.02;
    const last = to - 150 * dayMs;
    const opened = outside ? (random() < 0.5 ? from - 1 - below(400 * dayMs) : to + 1 + below(400 * dayMs)) : inside();
    const plan = pick(plans);
    const priority = pick(priorities);
    const target = targetFor(dataset, plan, priority, region);
    const pauses = random() < 0.35 ? Array.from({ length: 1 + below(4) }, pause) : [];
    const pauseEnds = pauses.map(({ from, to }) => ({ from, to: to ?? now })).filter(({ from, to }) => from <= to);
    const due = deadline(calendar, opened, target, { countDays, pauses: pauseEnds });
    const responded = respond();
    const meter = target.clock === "business-days" ? "business-hours" : target.clock;
    const answers = !outside || meter === "24x7";
    // A pause may last beyond the end of the table.
    const isCovered = (instant) => meter === "24x7" || instant <= to;
    const isDue = answers && isCovered(due);
    const isEarly = responded < opened;
    const isCounted =
      responded !== undefined && !isEarly && answers && (meter === "24x7" || (responded >= from && responded <= to));
    // A dice of its own keeps the other numbers as they are.
    const later = dice(id);
    const resolved = later() < 0.2 ? undefined : opened + Math.floor(later() * 20 * dayMs);
    const starts =
      deadline(calendar, opened, { clock: meter, amount: 0.001, unit: "seconds" }, { pauses: pauseEnds }) - 1;
    return {
      id,
      plan,
      priority,
      region: as,
      opened,
      responded,
      resolved,
      pauses,
      deadline: isDue ? due : undefined,
      starts: answers && isCovered(starts + 1) ? starts : undefined,
      response: isCounted ? elapsed(calendar, opened, responded, { clock: meter, pauses: pauseEnds }) : undefined,
      met: isDue && responded !== undefined && !isEarly ? responded <= due : undefined,
      problem: problemOf(),
    };

    function problemOf() {
      if (!isDue) return "outside-calendar";
      if (isEarly) return "responded-before-opened";
      return responded === undefined || isCounted ? undefined : "outside-calendar";
    }
    function inside() {
      const kind = random();
      const nudge = pick([0, 0, 0, 1, -1, 60_000, -60_000]);
      if (kind < 0.25) return clamp(pick(open) + nudge);
      if (kind < 0.45) return clamp(pick(changes) + (random() < 0.2 ? nudge : below(8 * 3600) * 1000 - 4 * 3_600_000));
      const anywhere = from + Math.floor(random() * (last - from));
      return kind < 0.65 ? anywhere - (anywhere % 60_000) : anywhere;
    }
    /** A pause that begins or ends at an edge, or somewhere; short, of some dates, empty, or open-ended. */
    function pause() {
      const kind = random();
      const near = () => opened + below(12 * dayMs) - 2 * dayMs;
      const edge = () => {
        const at = open.findIndex((instant) => instant >= opened - dayMs);
        const instant = open[at + below(12)];
        // A calendar that is always open has no edge nearby.
        return instant === undefined || instant > opened + 30 * dayMs ? near() : instant + pick([0, 0, 1, -1]);
      };
      const start = kind < 0.2 ? opened : kind < 0.55 ? edge() : near();
      if (random() < 0.02) return { from: start, to: undefined };
      const length = random();
      if (length < 0.05) return { from: start, to: start };
      if (length < 0.4) return ordered(start, edge());
      if (length < 0.7) return { from: start, to: start + below(10 * 3_600_000) };
      return { from: start, to: start + below(6 * dayMs) };
    }
    function ordered(a, b) {
      return { from: Math.min(a, b), to: Math.max(a, b) };
    }
    function clamp(instant) {
      return instant >= from && instant <= last ? instant : from + Math.floor(random() * (last - from));
    }
    function respond() {
      const kind = random();
      if (kind < 0.15) return undefined;
      if (kind < 0.35) return due + pick([0, 0, 1, -1]);
      if (kind < 0.37) return opened - below(3 * dayMs);
      return opened + below(9 * dayMs);
    }
  });
}
