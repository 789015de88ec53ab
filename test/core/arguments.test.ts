/** What the library does with arguments that no typed program passes: each is refused with RangeError or an error that has a code. */
import { describe, expect, test } from "vitest";
import * as library from "../../src/index.js";

const { compileCalendar, calendarOf, deadline, elapsed, Failure, findZone, judge, ledger, loadDataset } = library;

const hostile: readonly (readonly [string, unknown])[] = [
  ["null", null],
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
  ["1e308", 1e308],
  ["-1.5", -1.5],
  ["a text", "nonsense"],
  ["a number as text", "7"],
  ["an empty text", ""],
  ["constructor", "constructor"],
  ["true", true],
  ["a list", [1]],
  ["an empty list", []],
  ["an object", { clock: "constructor" }],
  ["a function", () => 1],
  ["a symbol", Symbol("x")],
  ["a bigint", 1n],
];

// biome-ignore lint/suspicious/noExplicitAny: callers without types.
type Any = any;
/** Where any text is a word that may mean nothing. */
const texts = ["a text", "a number as text", "an empty text", "constructor"];
const week = { mon: [["09:00", "17:00"]], tue: [["09:00", "17:00"]] } as const;
const calendar = compileCalendar({ zone: "Europe/London", hours: week });
const dataset = await loadDataset();
const zone = findZone("Europe/London");
const opened = Date.parse("2026-11-23T10:00Z");
const target = { clock: "business-hours", amount: 2, unit: "hours" } as const;
const ticket = { deadline: opened, responded: undefined, now: opened, usedMs: 0, budgetMs: 1, atRiskPercent: 75 };
const region = dataset.regions.japan as Any;

/** Calls with one argument in the place of a good one, then the names of hostile values that are valid there. */
const calls: readonly (readonly [string, (value: Any) => unknown, (readonly string[])?])[] = [
  ["deadline calendar", (v) => deadline(v, opened, target)],
  ["deadline opened", (v) => deadline(calendar, v, target)],
  ["deadline target", (v) => deadline(calendar, opened, v)],
  ["deadline clock", (v) => deadline(calendar, opened, { ...target, clock: v })],
  ["deadline unit", (v) => deadline(calendar, opened, { ...target, unit: v })],
  ["deadline amount", (v) => deadline(calendar, opened, { ...target, amount: v })],
  ["deadline days", (v) => deadline(calendar, opened, { clock: "business-days", unit: "days", amount: v })],
  ["deadline 24x7", (v) => deadline(calendar, opened, { clock: "24x7", unit: "hours", amount: v })],
  ["deadline options", (v) => deadline(calendar, opened, target, v), ["an object"]],
  ["deadline countDays", (v) => deadline(calendar, opened, target, { countDays: v })],
  ["deadline pauses", (v) => deadline(calendar, opened, target, { pauses: v }), ["an empty list"]],
  ["deadline pause from", (v) => deadline(calendar, opened, target, { pauses: [{ from: v, to: opened }] })],
  ["deadline pause to", (v) => deadline(calendar, opened, target, { pauses: [{ from: 0, to: v }] })],
  ["elapsed calendar", (v) => elapsed(v, opened, opened)],
  ["elapsed from", (v) => elapsed(calendar, v, opened)],
  ["elapsed to", (v) => elapsed(calendar, opened, v)],
  ["elapsed options", (v) => elapsed(calendar, opened, opened, v), []],
  ["elapsed clock", (v) => elapsed(calendar, opened, opened, { clock: v })],
  ["elapsed 24x7", (v) => elapsed(calendar, opened, v, { clock: "24x7" })],
  ["elapsed pauses", (v) => elapsed(calendar, opened, opened, { pauses: v }), ["an empty list"]],
  ["ledger calendar", (v) => ledger(v, 0, 1, "24x7")],
  ["ledger from", (v) => ledger(calendar, v, opened, "24x7")],
  ["ledger to", (v) => ledger(calendar, opened, v, "24x7")],
  ["ledger clock", (v) => ledger(calendar, 0, 1, v)],
  ["ledger pauses", (v) => ledger(calendar, 0, 1, "24x7", v), ["an empty list"]],
  ["judge", (v) => judge(v)],
  ...["deadline", "now", "usedMs", "budgetMs"].map(
    (key) => [`judge ${key}`, (v: Any) => judge({ ...ticket, [key]: v })] as const,
  ),
  ["judge atRiskPercent", (v) => judge({ ...ticket, atRiskPercent: v }), ["1e308", "-1.5"]],
  ["judge responded", (v) => judge({ ...ticket, responded: v }), ["null"]],
  ["compileCalendar", (v) => compileCalendar(v)],
  ["compileCalendar zone", (v) => compileCalendar({ zone: v, hours: week })],
  ["compileCalendar hours", (v) => compileCalendar({ zone: "UTC", hours: v })],
  ["compileCalendar weekday", (v) => compileCalendar({ zone: "UTC", hours: { mon: v } })],
  ["compileCalendar range", (v) => compileCalendar({ zone: "UTC", hours: { mon: [v] } })],
  ["compileCalendar opening", (v) => compileCalendar({ zone: "UTC", hours: { mon: [[v, "17:00"]] } })],
  ["compileCalendar closing", (v) => compileCalendar({ zone: "UTC", hours: { mon: [["09:00", v]] } })],
  [
    "compileCalendar holidays",
    (v) => compileCalendar({ zone: "UTC", hours: week, holidays: v }),
    ["null", "an empty list"],
  ],
  ["compileCalendar holiday", (v) => compileCalendar({ zone: "UTC", hours: week, holidays: [v] })],
  [
    "compileCalendar look-up",
    (v) => compileCalendar({ zone: "UTC", hours: week, holidays: { get: v } }),
    ["a function"],
  ],
  ["compileCalendar exceptions", (v) => compileCalendar({ zone: "UTC", hours: week, exceptions: v })],
  [
    "compileCalendar exception",
    (v) => compileCalendar({ zone: "UTC", hours: week, exceptions: { "2026-11-23": v } }),
    ["an empty list"],
  ],
  ["calendarOf region", (v) => calendarOf(v)],
  ["calendarOf options", (v) => calendarOf(region, v), ["an object"]],
  ["calendarOf zone", (v) => calendarOf(region, { zone: v }), ["null"]],
  ["calendarOf holidays", (v) => calendarOf(region, { holidays: { get: v } }), ["a function"]],
  ["hours.deadline start", (v) => calendar.hours.deadline(v, 1)],
  ["hours.deadline budgetMs", (v) => calendar.hours.deadline(opened, v)],
  ["hours.elapsed from", (v) => calendar.hours.elapsed(v, opened)],
  ["hours.elapsed to", (v) => calendar.hours.elapsed(opened, v)],
  ["hours.isOpen", (v) => calendar.hours.isOpen(v)],
  ["hours.nextOpen", (v) => calendar.hours.nextOpen(v)],
  ["hours.intervals from", (v) => calendar.hours.intervals(v, opened)],
  ["hours.intervals to", (v) => calendar.hours.intervals(opened, v)],
  ["isBusinessDate", (v) => calendar.isBusinessDate(v)],
  ["openOn", (v) => calendar.openOn(v)],
  ["findZone", (v) => findZone(v)],
  ["zone.offsetAt", (v) => zone.offsetAt(v)],
  ["zone.stretches from", (v) => zone.stretches(v, opened)],
  ["zone.stretches to", (v) => zone.stretches(0, v)],
  ["zone.steadyOffset from", (v) => zone.steadyOffset(v, opened)],
  ["zone.steadyOffset to", (v) => zone.steadyOffset(0, v)],
  ["zone.skips", (v) => zone.skips(v)],
  ["zone.instantsOf from", (v) => zone.instantsOf(v, opened)],
  ["zone.instantsOf to", (v) => zone.instantsOf(0, v)],
  ["zone.firstAtOrAfter", (v) => zone.firstAtOrAfter(v)],
  ["zone.instantOf", (v) => zone.instantOf(v)],
  ["formatUtc", (v) => library.formatUtc(v)],
  ["formatLocal instant", (v) => library.formatLocal(v, 0)],
  ["formatLocal offsetMs", (v) => library.formatLocal(0, v), ["-1.5"]],
  ["formatInZone instant", (v) => library.formatInZone(v, zone)],
  ["formatInZone zone", (v) => library.formatInZone(0, v)],
  ["formatIsoDuration", (v) => library.formatIsoDuration(v)],
  ["parseTime text", (v) => library.parseTime(v, 0, "UTC"), texts],
  ["parseTime now", (v) => library.parseTime("now", v), ["1e308", "-1.5"]],
  ["parseTime zone", (v) => library.parseTime("2026-11-20T16:40", 0, v)],
  ["targetFor dataset", (v) => library.targetFor(v, "business", "P2", "japan")],
  ["targetFor plan", (v) => library.targetFor(dataset, v, "P2", "japan"), texts],
  ["targetFor priority", (v) => library.targetFor(dataset, "business", v), texts],
  ["targetFor region", (v) => library.targetFor(dataset, "business", "P2", v), texts],
  ["findPlan dataset", (v) => library.findPlan(v, "business")],
  ["findPlan word", (v) => library.findPlan(dataset, v), texts],
  ["findPriority dataset", (v) => library.findPriority(v, "P1")],
  ["findPriority word", (v) => library.findPriority(dataset, v), texts],
  ["findRegion dataset", (v) => library.findRegion(v, "japan")],
  ["findRegion word", (v) => library.findRegion(dataset, v), texts],
  ["textIn text", (v) => library.textIn(v, "en")],
  ["textIn lang", (v) => library.textIn({ en: "x" }, v)],
  ["exitCodeOf", (v) => library.exitCodeOf(v)],
  ["exitCodeOf code", (v) => library.exitCodeOf({ code: v } as Any)],
  ["Failure", (v) => new Failure(v)],
  ["loadDataset", (v) => loadDataset(v)],
  ["loadDataset read", (v) => loadDataset("x.json", v)],
  ["loadDataset text", (v) => loadDataset("x.json", async () => v)],
  ["loadHolidays", (v) => library.loadHolidays(v), ["an empty list"]],
  ["loadHolidays spec", (v) => library.loadHolidays([v])],
  ["loadHolidays options", (v) => library.loadHolidays([], v), ["an object"]],
  ["loadHolidays lang", (v) => library.loadHolidays([], { lang: v })],
  ["loadHolidays read", (v) => library.loadHolidays([], { read: v }), ["a function"]],
  ["metricsOf", (v) => library.metricsOf(v)],
  ["datasetForMetric dataset", (v) => library.datasetForMetric(v, "resolution")],
  ["datasetForMetric metric", (v) => library.datasetForMetric(dataset, v)],
  ["compare dataset", (v) => library.compare(v)],
  ["compare options", (v) => library.compare(dataset, v), ["an object"]],
  ["compare plans", (v) => library.compare(dataset, { plans: v }), ["an empty list"]],
  ["recommend dataset", (v) => library.recommend(v, {})],
  ["recommend answers", (v) => library.recommend(dataset, v)],
  ["recommend options", (v) => library.recommend(dataset, {}, v), ["an object"]],
  [
    "readTickets input",
    (v) =>
      library
        .readTickets(v, { dataset } as Any)
        [Symbol.asyncIterator]()
        .next(),
  ],
  ["readTickets options", (v) => library.readTickets("id,priority,opened\n", v)[Symbol.asyncIterator]().next()],
  ["audit input", (v) => library.audit(v, { dataset, now: opened })],
  ["audit options", (v) => library.audit("id,priority,opened\n", v)],
];

test("every exported function is tried", () => {
  const functions = Object.entries(library).flatMap(([name, value]) => (typeof value === "function" ? [name] : []));
  // A question with yes or no for an answer: no zone is what is no name.
  expect(functions.filter((name) => name !== "isZone" && !calls.some(([call]) => call.split(" ")[0] === name))).toEqual(
    [],
  );
  for (const [, value] of hostile) expect(library.isZone(value as Any)).toBe(false);
});

for (const [name, call, good = []] of calls) {
  test.each(hostile.filter(([kind]) => !good.includes(kind)))(`${name} refuses %s`, async (_kind, value) => {
    const error: unknown = await (async () => call(value))().then(
      (answer) => `answered ${String(answer)}`,
      (thrown) => thrown,
    );
    if (!(error instanceof RangeError)) {
      expect(error).toBeInstanceOf(Failure);
      expect((error as InstanceType<typeof Failure>).error.code).toMatch(/^[a-z-]+$/);
    }
    expect((error as Error).message).toMatch(/ /);
  });

  test.each(hostile.filter(([kind]) => good.includes(kind)))(`${name} accepts %s`, async (_kind, value) => {
    await call(value);
  });
}

describe("what cannot be used is refused", () => {
  test.each([
    ["no response is no response in time", () => judge({ ...ticket, responded: null, now: opened + 1 }), "overdue"],
    [
      "nor is one that is left out",
      () => judge({ deadline: opened, now: opened, usedMs: 0, budgetMs: 1, atRiskPercent: 75 }),
      "open",
    ],
  ])("%s", (_name, ask, status) => expect(ask()).toBe(status));

  test.each<[string, () => unknown]>([
    ["a ticket without anything", () => judge({} as Any)],
    ["a reversed pause", () => deadline(calendar, opened, target, { pauses: [{ from: 2, to: 1 }] })],
    ["a pause of texts", () => elapsed(calendar, 0, 1, { pauses: [{ from: "2026-11-20", to: "2026-11-21" } as Any] })],
    ["half a business day", () => deadline(calendar, opened, { clock: "business-days", amount: 0.5, unit: "days" })],
    ["a span without an end", () => zone.stretches(0, Number.POSITIVE_INFINITY)],
    ["a weekday that is none", () => compileCalendar({ zone: "UTC", hours: { monday: [["09:00", "17:00"]] } as Any })],
    ["a length of time without an end", () => library.formatIsoDuration(Number.POSITIVE_INFINITY)],
    ["a code from the prototype", () => library.exitCodeOf({ code: "constructor" } as Any)],
  ])("%s is a RangeError or has a code", (_name, ask) => {
    try {
      expect(ask()).toBe("refused");
    } catch (error) {
      expect(error instanceof RangeError || error instanceof Failure).toBe(true);
    }
  });

  test("a ledger holds a hundred years and no more", () => {
    const years = 36_525 * 86_400_000;
    expect(ledger(calendar, 0, years, "24x7")).toHaveLength(1);
    expect(() => ledger(calendar, 0, years + 1, "24x7")).toThrow(
      expect.objectContaining({ error: { code: "beyond-horizon", zone: "Europe/London", years: 100 } }),
    );
  });

  test("a long text is not repeated in the message", () => {
    expect(() => library.textIn({ en: "x" }, "x".repeat(10_000) as Any)).toThrow(
      /^lang must be one of .*, got a text of 10000 characters$/,
    );
  });

  test("a calendar without a zone has a code", () => {
    expect(() => compileCalendar({ hours: week } as Any)).toThrow(
      expect.objectContaining({ error: expect.objectContaining({ code: "unknown-zone" }) }),
    );
  });

  test("what is no calendar is named as such", () => {
    expect(() => compileCalendar(9 as Any)).toThrow(/^a calendar's spec must be an object, got 9$/);
    expect(() => deadline({} as Any, opened, target)).toThrow(
      /^calendar must be one made by compileCalendar or calendarOf, got a value of type object$/,
    );
  });

  test("a dataset, bundled or not, is frozen with all in it", async () => {
    for (const name of [undefined, "fixtures/datasets/whole.json"]) {
      const loaded = await loadDataset(name);
      const left: unknown[] = [loaded];
      for (let value = left.pop(); value !== undefined; value = left.pop()) {
        expect(Object.isFrozen(value)).toBe(true);
        left.push(...Object.values(value as object).filter((inner) => typeof inner === "object"));
      }
      expect(() => Object.assign(loaded.plans, { mine: {} })).toThrow(TypeError);
    }
    expect(Object.isFrozen(library.bundledIds)).toBe(true);
  });
});
