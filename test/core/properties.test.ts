/** Laws of open time that hold for every calendar, start and budget; each is named for the rule it guards. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CalendarSpec, compileCalendar, type HoursRange, type Weekday } from "../../src/core/calendar.js";
import { deadline, elapsed } from "../../src/core/deadline.js";
import type { Target } from "../../src/core/target.js";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;
const weekdays: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const seed = Number(process.env.SEED ?? 20_260_101);
const runs = { numRuns: Number(process.env.RUNS ?? 250), seed };

function time(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

const range = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 1440 }))
  .filter(([open, close]) => open !== close)
  .map(([open, close]): HoursRange => [time(open), time(close)]);
const dayRange = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  .filter(([open, close]) => open < close)
  .map(([open, close]): HoursRange => [time(open), time(close)]);

function weeklyHours(ranges: fc.Arbitrary<HoursRange>) {
  return fc
    .tuple(...weekdays.map(() => fc.array(ranges, { maxLength: 3 })))
    .filter((days) => days.some((list) => list.length > 0))
    .map((days): CalendarSpec["hours"] =>
      Object.fromEntries(weekdays.map((name, i) => [name, days[i] as HoursRange[]])),
    );
}

const zones = [
  "UTC",
  "Asia/Tokyo",
  "America/Los_Angeles",
  "Europe/London",
  "Australia/Lord_Howe",
  "America/Havana",
  "America/St_Johns",
  "Pacific/Apia",
  "Africa/Casablanca",
];
const date = fc.integer({ min: 14_000, max: 20_800 }).map((d) => new Date(d * day).toISOString().slice(0, 10));
const spec: fc.Arbitrary<CalendarSpec> = fc.record({
  zone: fc.constantFrom(...zones),
  hours: weeklyHours(range),
  holidays: fc.array(date, { maxLength: 5 }),
  exceptions: fc.dictionary(date, fc.array(range, { maxLength: 2 }), { maxKeys: 3 }),
});
const calendar = spec.map((from) => ({ from, toString: () => JSON.stringify(from), compiled: compileCalendar(from) }));

const instant = fc.oneof(
  fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2026, 11) }),
  fc.integer({ min: Date.UTC(2010, 0) / minute, max: Date.UTC(2026, 11) / minute }).map((m) => m * minute),
  fc.integer({ min: -3 * 1440, max: 3 * 1440 }).map((m) => Date.UTC(2011, 11, 30, 10) + m * minute), // Apia's lost date
);
const budgetMs = fc.oneof(
  fc.integer({ min: 1, max: 5000 }),
  fc.integer({ min: 1, max: 6000 }).map((m) => m * minute),
  fc.integer({ min: 1, max: 100 * day }),
);
const clock = fc.constantFrom("24x5" as const, "business-hours" as const);
const anyClock = fc.constantFrom("24x7" as const, "24x5" as const, "business-hours" as const);
const seconds = fc.integer({ min: 1, max: 40 * 3600 });

function openTime(compiled: ReturnType<typeof compileCalendar>, on: "24x5" | "business-hours") {
  return on === "24x5" ? compiled.dates : compiled.hours;
}

/** A start and pauses near it: overlapping, touching, empty, before and after. */
const pausedStart = instant.chain((start) =>
  fc.record({
    start: fc.constant(start),
    pauses: fc.array(
      fc
        .tuple(
          fc.integer({ min: -2880, max: 10_000 }),
          fc.integer({ min: 0, max: 4000 }),
          fc.integer({ min: 0, max: 999 }),
        )
        .map(([after, length, ms]) => ({
          from: start + after * minute + ms,
          to: start + (after + length) * minute + ms,
        })),
      { maxLength: 4 },
    ),
  }),
);

describe("deadline and elapsed are each other's inverse", () => {
  test("exact-fit: elapsed(s, deadline(s, b)) = b, and no earlier instant has it", () => {
    fc.assert(
      fc.property(calendar, clock, instant, budgetMs, ({ compiled }, on, s, b) => {
        const open = openTime(compiled, on);
        const due = open.deadline(s, b);
        expect(open.elapsed(s, due)).toBe(b);
        expect(open.elapsed(s, due - 1)).toBe(b - 1);
        expect(open.isOpen(due - 1)).toBe(true);
      }),
      runs,
    );
  });

  test("with pauses too, on every clock", () => {
    fc.assert(
      fc.property(calendar, anyClock, pausedStart, seconds, ({ compiled }, on, { start, pauses }, amount) => {
        const due = deadline(compiled, start, { clock: on, amount, unit: "seconds" }, { pauses });
        expect(elapsed(compiled, start, due, { clock: on, pauses })).toBe(amount * 1000);
        expect(elapsed(compiled, start, due - 1, { clock: on, pauses })).toBe(amount * 1000 - 1);
      }),
      runs,
    );
  });

  test("zero-budget: nothing to do is due at once", () => {
    fc.assert(
      fc.property(
        calendar,
        fc.constantFrom("24x7" as const, "24x5" as const, "business-hours" as const, "business-days" as const),
        pausedStart,
        ({ compiled }, on, { start, pauses }) => {
          const none: Target =
            on === "business-days" ? { clock: on, amount: 0, unit: "days" } : { clock: on, amount: 0, unit: "hours" };
          expect(deadline(compiled, start, none, { pauses })).toBe(start);
        },
      ),
      runs,
    );
  });
});

describe("order", () => {
  test("a later start or a larger budget is never due earlier", () => {
    fc.assert(
      fc.property(
        calendar,
        clock,
        instant,
        fc.nat(3 * day),
        budgetMs,
        fc.nat(3 * day),
        ({ compiled }, on, s, later, b, more) => {
          const open = openTime(compiled, on);
          const due = open.deadline(s, b);
          expect(open.deadline(s + later, b)).toBeGreaterThanOrEqual(due);
          expect(open.deadline(s, b + more)).toBeGreaterThanOrEqual(due);
          expect(open.deadline(s, b + more) - due).toBeGreaterThanOrEqual(more);
        },
      ),
      runs,
    );
  });

  test("day-count: a later start or one more day is never due earlier (day shifts, a zone without clock changes)", () => {
    const plain = fc.record({
      zone: fc.constantFrom("UTC", "Asia/Tokyo"),
      hours: weeklyHours(dayRange),
      holidays: fc.array(date, { maxLength: 5 }),
    });
    const rule = fc.constantFrom("same-time" as const, "end-of-day" as const);
    fc.assert(
      fc.property(
        plain,
        rule,
        instant,
        fc.nat(3 * day),
        fc.integer({ min: 1, max: 9 }),
        (from, countDays, s, later, amount) => {
          const compiled = compileCalendar(from);
          const target = { clock: "business-days", unit: "days" } as const;
          const due = deadline(compiled, s, { ...target, amount }, { countDays });
          expect(deadline(compiled, s + later, { ...target, amount }, { countDays })).toBeGreaterThanOrEqual(due);
          expect(deadline(compiled, s, { ...target, amount: amount + 1 }, { countDays })).toBeGreaterThan(due);
          expect(deadline(compiled, s, { ...target, amount }, { countDays: "end-of-day" })).toBeGreaterThanOrEqual(due);
        },
      ),
      runs,
    );
  });

  test("reversed-range: elapsed(b, a) = -elapsed(a, b)", () => {
    fc.assert(
      fc.property(
        calendar,
        anyClock,
        pausedStart,
        fc.integer({ min: -20 * day, max: 20 * day }),
        ({ compiled }, on, { start, pauses }, by) => {
          const there = elapsed(compiled, start, start + by, { clock: on, pauses });
          const back = elapsed(compiled, start + by, start, { clock: on, pauses });
          expect(back).toBe(0 - there); // never minus zero, which prints
          expect(Math.sign(there) * Math.sign(by)).toBeGreaterThanOrEqual(0);
          expect(Math.abs(there)).toBeLessThanOrEqual(Math.abs(by));
        },
      ),
      runs,
    );
  });

  test("elapsed adds up over any point between, before or after", () => {
    fc.assert(
      fc.property(
        calendar,
        anyClock,
        pausedStart,
        instant,
        instant,
        ({ compiled }, on, { start, pauses }, middle, end) => {
          const between = (a: number, b: number) => elapsed(compiled, a, b, { clock: on, pauses });
          expect(between(start, middle) + between(middle, end)).toBe(between(start, end));
        },
      ),
      runs,
    );
  });

  test("a budget spent in two goes is due when it is spent in one", () => {
    fc.assert(
      fc.property(calendar, clock, instant, budgetMs, budgetMs, ({ compiled }, on, s, b, c) => {
        const open = openTime(compiled, on);
        expect(open.deadline(open.deadline(s, b), c)).toBe(open.deadline(s, b + c));
      }),
      runs,
    );
  });
});

describe("open time is a set", () => {
  const cut = fc
    .tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 1440 }), fc.nat(1440), fc.nat(300))
    .filter(([open, close, at]) => open < at && at < close);

  test("merged-overlap: a range cut in two, touching or overlapping, answers as the whole", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.subarray([...weekdays], { minLength: 1 }),
        cut,
        pausedStart,
        seconds,
        (zone, days, [open, close, at, over], { start, pauses }, amount) => {
          const make = (ranges: readonly HoursRange[]) =>
            compileCalendar({ zone, hours: Object.fromEntries(days.map((d) => [d, ranges])) });
          const whole = make([[time(open), time(close)]]);
          const parts = make([
            [time(at), time(close)],
            [time(open), time(Math.min(at + over, close))],
            [time(open), time(at)],
          ]);
          for (const on of ["24x5", "business-hours"] as const) {
            const target = { clock: on, amount, unit: "seconds" } as const;
            expect(deadline(parts, start, target, { pauses })).toBe(deadline(whole, start, target, { pauses }));
            expect(elapsed(parts, start, start + week, { clock: on, pauses })).toBe(
              elapsed(whole, start, start + week, { clock: on, pauses }),
            );
          }
          for (const countDays of ["same-time", "end-of-day"] as const) {
            const target = { clock: "business-days", amount: 2, unit: "days" } as const;
            expect(deadline(parts, start, target, { pauses, countDays })).toBe(
              deadline(whole, start, target, { pauses, countDays }),
            );
          }
        },
      ),
      runs,
    );
  });

  test("overnight: a night shift holds the same hours as its two halves on two dates", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones.filter((zone) => zone !== "Pacific/Apia")),
        fc.integer({ min: 721, max: 1439 }),
        fc.integer({ min: 1, max: 720 }),
        instant,
        budgetMs,
        (zone, open, close, s, b) => {
          const every = (ranges: readonly HoursRange[]) => Object.fromEntries(weekdays.map((d) => [d, ranges]));
          const night = compileCalendar({ zone, hours: every([[time(open), time(close)]]) }).hours;
          const halves = compileCalendar({
            zone,
            hours: every([
              [time(open), "24:00"],
              ["00:00", time(close)],
            ]),
          }).hours;
          expect(night.deadline(s, b)).toBe(halves.deadline(s, b));
          expect(night.elapsed(s, s + 3 * week)).toBe(halves.elapsed(s, s + 3 * week));
        },
      ),
      runs,
    );
  });

  test("midnight 24:00: all day every day is 24x7", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), pausedStart, seconds, (zone, { start, pauses }, amount) => {
        const always = compileCalendar({
          zone,
          hours: Object.fromEntries(weekdays.map((d) => [d, [["00:00", "24:00"]]])),
        });
        const due = deadline(always, start, { clock: "24x7", amount, unit: "seconds" }, { pauses });
        expect(deadline(always, start, { clock: "business-hours", amount, unit: "seconds" }, { pauses })).toBe(due);
        expect(deadline(always, start, { clock: "24x5", amount, unit: "seconds" }, { pauses })).toBe(due);
      }),
      runs,
    );
  });

  test("a whole number of weeks later, the answers are that much later, as long as no clock changes", () => {
    const summer = fc.record({
      zone: fc.constantFrom("America/New_York", "Europe/London", "Australia/Lord_Howe"),
      hours: weeklyHours(range),
    });
    fc.assert(
      fc.property(
        summer,
        fc.integer({ min: Date.UTC(2026, 3, 8), max: Date.UTC(2026, 5, 1) }),
        fc.integer({ min: 1, max: 9 }),
        seconds,
        fc.integer({ min: 1, max: 4 }),
        (from, s, weeks, amount, days) => {
          const compiled = compileCalendar(from);
          const until = Date.UTC(2026, 8, 25);
          const by = weeks * week;
          for (const on of ["business-hours", "24x5"] as const) {
            const target = { clock: on, amount, unit: "seconds" } as const;
            const due = deadline(compiled, s, target);
            if (due + by < until) expect(deadline(compiled, s + by, target)).toBe(due + by);
            expect(elapsed(compiled, s + by, s + by + week, { clock: on })).toBe(
              elapsed(compiled, s, s + week, { clock: on }),
            );
          }
          const target = { clock: "business-days", amount: days, unit: "days" } as const;
          const due = deadline(compiled, s, target);
          if (due + by < until) expect(deadline(compiled, s + by, target)).toBe(due + by);
        },
      ),
      runs,
    );
  });
});

describe("pause", () => {
  test("pauses that overlap or touch count as their union, in any order", () => {
    fc.assert(
      fc.property(
        calendar,
        anyClock,
        pausedStart,
        fc.nat(2000),
        seconds,
        ({ compiled }, on, { start, pauses }, at, amount) => {
          const cut = pauses.flatMap(({ from, to }) => {
            const middle = Math.min(to, from + at * minute);
            return [
              { from: middle, to },
              { from, to: middle },
              { from, to: Math.min(to, middle + hour) },
            ];
          });
          const target = { clock: on, amount, unit: "seconds" } as const;
          const due = deadline(compiled, start, target, { pauses });
          expect(deadline(compiled, start, target, { pauses: cut })).toBe(due);
          expect(deadline(compiled, start, target, { pauses: cut.toReversed() })).toBe(due);
          for (const countDays of ["same-time", "end-of-day"] as const) {
            const days = { clock: "business-days", amount: 2, unit: "days" } as const;
            expect(deadline(compiled, start, days, { pauses: cut, countDays })).toBe(
              deadline(compiled, start, days, { pauses, countDays }),
            );
          }
        },
      ),
      runs,
    );
  });

  test("a paused deadline is the unpaused one of the budget and the open time paused before it", () => {
    fc.assert(
      fc.property(calendar, anyClock, pausedStart, seconds, ({ compiled }, on, { start, pauses }, amount) => {
        const due = deadline(compiled, start, { clock: on, amount, unit: "seconds" }, { pauses });
        const lost =
          elapsed(compiled, start, due, { clock: on }) - elapsed(compiled, start, due, { clock: on, pauses });
        expect(lost).toBeGreaterThanOrEqual(0);
        const open = on === "24x7" ? undefined : openTime(compiled, on);
        const unpaused = open ? open.deadline(start, amount * 1000 + lost) : start + amount * 1000 + lost;
        expect(due).toBe(unpaused);
      }),
      runs,
    );
  });

  test("a pause while closed, or over before the start, changes nothing", () => {
    fc.assert(
      fc.property(calendar, instant, instant, seconds, ({ compiled }, s, closed, amount) => {
        const before = { from: s - 3 * day, to: s };
        const pauses = [before];
        if (!compiled.hours.isOpen(closed)) pauses.push({ from: closed, to: compiled.hours.deadline(closed, 1) - 1 });
        const target = { clock: "business-hours", amount, unit: "seconds" } as const;
        expect(deadline(compiled, s, target, { pauses })).toBe(deadline(compiled, s, target));
      }),
      runs,
    );
  });
});

describe("a compiled calendar has no memory that shows", () => {
  test("results do not depend on earlier queries, nor on how far away they were", () => {
    const anywhere = fc.integer({ min: Date.UTC(1880, 0), max: Date.UTC(2180, 0) });
    const question = fc.tuple(anywhere, budgetMs, clock, fc.integer({ min: -400 * day, max: 400 * day }));
    fc.assert(
      fc.property(spec, fc.array(question, { minLength: 2, maxLength: 5 }), (from, questions) => {
        const asked = compileCalendar(from);
        for (const [s, b, on, by] of questions) {
          const fresh = openTime(compileCalendar(from), on);
          const used = openTime(asked, on);
          expect(used.deadline(s, b)).toBe(fresh.deadline(s, b));
          expect(used.elapsed(s, s + by)).toBe(fresh.elapsed(s, s + by));
          expect(used.isOpen(s + by)).toBe(fresh.isOpen(s + by));
        }
      }),
      { ...runs, numRuns: Math.min(30, runs.numRuns) },
    );
  });
});
