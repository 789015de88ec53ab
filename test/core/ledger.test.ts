/** The ledger: every stretch with its reason, and open stretches that add up to the elapsed time. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CalendarSpec, compileCalendar } from "../../src/core/calendar.js";
import { elapsed } from "../../src/core/deadline.js";
import { type LedgerLine, ledger } from "../../src/core/ledger.js";
import type { Pause } from "../../src/core/pause.js";
import type { HourClock } from "../../src/core/target.js";

const seed = Number(process.env.SEED ?? 20_260_101);
const at = (text: string) => Date.parse(`${text}+01:00`);
const pause = (from: string, to: string): Pause => ({ from: at(from), to: at(to) });

/** `Mon 09:00-12:00 open`, `Mon 17:00-Tue 09:00 night`: what the lines say, in Amsterdam's winter time. */
function described(lines: readonly LedgerLine[]): string[] {
  const edge = (instant: number) => {
    const wall = new Date(instant + 3_600_000);
    return `${["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][wall.getUTCDay()]} ${wall.toISOString().slice(11, 16)}`;
  };
  return lines.map(
    (line) =>
      `${edge(line.from)}-${edge(line.to)} ${line.kind === "open" ? "open" : `${line.reason}${line.holiday ? ` ${line.holiday}` : ""}`}`,
  );
}

const lunch: CalendarSpec = {
  zone: "Europe/Amsterdam",
  hours: Object.fromEntries(
    ["mon", "tue", "wed", "thu", "fri"].map((name) => [
      name,
      [
        ["09:00", "12:00"],
        ["13:00", "17:00"],
      ],
    ]),
  ),
};

function lines(
  spec: CalendarSpec,
  from: string,
  to: string,
  pauses: readonly Pause[] = [],
  clock: HourClock = "business-hours",
): string[] {
  return described(ledger(compileCalendar(spec), at(from), at(to), clock, pauses));
}

describe("reasons", () => {
  test("night, break, weekend", () => {
    expect(lines(lunch, "2026-11-20T08:00", "2026-11-23T10:00")).toEqual([
      "Fri 08:00-Fri 09:00 night",
      "Fri 09:00-Fri 12:00 open",
      "Fri 12:00-Fri 13:00 break",
      "Fri 13:00-Fri 17:00 open",
      "Fri 17:00-Sat 00:00 night",
      "Sat 00:00-Mon 00:00 weekend",
      "Mon 00:00-Mon 09:00 night",
      "Mon 09:00-Mon 10:00 open",
    ]);
  });

  test("from a start inside open time or in a break, to an end while closed", () => {
    expect(lines(lunch, "2026-11-23T12:30", "2026-11-23T18:00")).toEqual([
      "Mon 12:30-Mon 13:00 break",
      "Mon 13:00-Mon 17:00 open",
      "Mon 17:00-Mon 18:00 night",
    ]);
    expect(lines(lunch, "2026-11-23T10:00", "2026-11-23T11:00")).toEqual(["Mon 10:00-Mon 11:00 open"]);
    expect(lines(lunch, "2026-11-23T10:00", "2026-11-23T10:00")).toEqual([]);
  });

  test("closed-day: a weekday without hours; weekend: Saturday and Sunday", () => {
    const spec: CalendarSpec = {
      zone: "Europe/Amsterdam",
      hours: { mon: [["09:00", "17:00"]], thu: [["09:00", "17:00"]] },
    };
    expect(lines(spec, "2026-11-23T17:00", "2026-11-30T09:00")).toEqual([
      "Mon 17:00-Tue 00:00 night",
      "Tue 00:00-Thu 00:00 closed-day",
      "Thu 00:00-Thu 09:00 night",
      "Thu 09:00-Thu 17:00 open",
      "Thu 17:00-Fri 00:00 night",
      "Fri 00:00-Sat 00:00 closed-day",
      "Sat 00:00-Mon 00:00 weekend",
      "Mon 00:00-Mon 09:00 night",
    ]);
  });

  test("holiday: with its name, each name a line; one at weekend is a weekend", () => {
    const names = new Map([
      [Date.UTC(2026, 10, 23) / 86_400_000, "Labour Day"],
      [Date.UTC(2026, 10, 24) / 86_400_000, "Feast"],
      [Date.UTC(2026, 10, 25) / 86_400_000, ""],
      [Date.UTC(2026, 10, 22) / 86_400_000, "Sunday's feast"],
    ]);
    expect(lines({ ...lunch, holidays: names }, "2026-11-22T00:00", "2026-11-26T09:00")).toEqual([
      "Sun 00:00-Mon 00:00 weekend",
      "Mon 00:00-Tue 00:00 holiday Labour Day",
      "Tue 00:00-Wed 00:00 holiday Feast",
      "Wed 00:00-Thu 00:00 holiday",
      "Thu 00:00-Thu 09:00 night",
    ]);
  });

  test("exception: a date whose hours were taken away, a holiday or not; with other hours it has nights", () => {
    const spec: CalendarSpec = {
      ...lunch,
      holidays: ["2026-11-23", "2026-11-24"],
      exceptions: { "2026-11-23": [], "2026-11-24": [["10:00", "11:00"]], "2026-11-21": [["10:00", "11:00"]] },
    };
    expect(lines(spec, "2026-11-21T00:00", "2026-11-25T09:00")).toEqual([
      "Sat 00:00-Sat 10:00 night",
      "Sat 10:00-Sat 11:00 open",
      "Sat 11:00-Sun 00:00 night",
      "Sun 00:00-Mon 00:00 weekend",
      "Mon 00:00-Tue 00:00 exception",
      "Tue 00:00-Tue 10:00 night",
      "Tue 10:00-Tue 11:00 open",
      "Tue 11:00-Wed 09:00 night",
    ]);
  });

  test("off-shift: closed by day where work goes through midnight", () => {
    const spec: CalendarSpec = {
      zone: "Europe/Amsterdam",
      hours: { mon: [["22:00", "06:00"]], tue: [["22:00", "06:00"]] },
    };
    expect(lines(spec, "2026-11-23T12:00", "2026-11-25T12:00")).toEqual([
      "Mon 12:00-Mon 22:00 off-shift",
      "Mon 22:00-Tue 06:00 open",
      "Tue 06:00-Tue 22:00 off-shift",
      "Tue 22:00-Wed 06:00 open",
      "Wed 06:00-Wed 12:00 closed-day",
    ]);
    // Hours up to 24:00 do not go through midnight.
    const evening: CalendarSpec = {
      zone: "Europe/Amsterdam",
      hours: { mon: [["16:00", "24:00"]], tue: [["16:00", "24:00"]] },
    };
    expect(lines(evening, "2026-11-23T12:00", "2026-11-24T17:00")).toEqual([
      "Mon 12:00-Mon 16:00 night",
      "Mon 16:00-Tue 00:00 open",
      "Tue 00:00-Tue 16:00 night",
      "Tue 16:00-Tue 17:00 open",
    ]);
    // The day after a night shift has its own hours: what is closed on it is closed between shifts.
    const mixed: CalendarSpec = {
      zone: "Europe/Amsterdam",
      hours: { mon: [["22:00", "06:00"]], tue: [["09:00", "17:00"]] },
    };
    expect(lines(mixed, "2026-11-24T05:00", "2026-11-24T18:00")).toEqual([
      "Tue 05:00-Tue 06:00 open",
      "Tue 06:00-Tue 09:00 off-shift",
      "Tue 09:00-Tue 17:00 open",
      "Tue 17:00-Tue 18:00 off-shift",
    ]);
  });

  test("a break is between two hours of a date: from the closing on, until the opening", () => {
    expect(lines(lunch, "2026-11-23T12:00", "2026-11-23T13:00")).toEqual(["Mon 12:00-Mon 13:00 break"]);
    expect(lines(lunch, "2026-11-23T08:59", "2026-11-23T09:00")).toEqual(["Mon 08:59-Mon 09:00 night"]);
    expect(lines(lunch, "2026-11-23T17:00", "2026-11-23T17:01")).toEqual(["Mon 17:00-Mon 17:01 night"]);
  });

  test("hours are those of the calendar's own wall, however far from UTC", () => {
    for (const [zone, offset] of [
      ["Asia/Tokyo", "+09:00"],
      ["America/Los_Angeles", "-08:00"],
    ]) {
      const on = compileCalendar({ ...lunch, zone: zone as string });
      const day = ledger(
        on,
        Date.parse(`2026-11-23T00:00${offset}`),
        Date.parse(`2026-11-24T00:00${offset}`),
        "business-hours",
      );
      expect(day.map((line) => (line.kind === "open" ? "open" : line.reason))).toEqual([
        "night",
        "open",
        "break",
        "open",
        "night",
      ]);
    }
  });
});

describe("pauses", () => {
  test("split open time, and closed time keeps its own reason", () => {
    const pauses = [
      pause("2026-11-23T11:00", "2026-11-23T14:00"),
      pause("2026-11-23T16:00", "2026-11-23T20:00"),
      pause("2026-11-23T08:00", "2026-11-23T09:30"),
    ];
    expect(lines(lunch, "2026-11-23T08:00", "2026-11-23T18:00", pauses)).toEqual([
      "Mon 08:00-Mon 09:00 night",
      "Mon 09:00-Mon 09:30 pause",
      "Mon 09:30-Mon 11:00 open",
      "Mon 11:00-Mon 12:00 pause",
      "Mon 12:00-Mon 13:00 break",
      "Mon 13:00-Mon 14:00 pause",
      "Mon 14:00-Mon 16:00 open",
      "Mon 16:00-Mon 17:00 pause",
      "Mon 17:00-Mon 18:00 night",
    ]);
  });

  test("that touch open time only at its edges leave it whole", () => {
    const pauses = [
      pause("2026-11-23T08:00", "2026-11-23T09:00"),
      pause("2026-11-23T12:00", "2026-11-23T13:00"),
      pause("2026-11-23T17:00", "2026-11-23T18:00"),
    ];
    expect(lines(lunch, "2026-11-23T09:00", "2026-11-23T17:00", pauses)).toEqual([
      "Mon 09:00-Mon 12:00 open",
      "Mon 12:00-Mon 13:00 break",
      "Mon 13:00-Mon 17:00 open",
    ]);
  });

  test("are closed stretches with their own ends", () => {
    const hole = pause("2026-11-23T10:00", "2026-11-23T11:00");
    expect(
      ledger(compileCalendar(lunch), at("2026-11-23T09:00"), at("2026-11-23T12:00"), "business-hours", [hole]),
    ).toEqual([
      { kind: "open", from: at("2026-11-23T09:00"), to: hole.from },
      { kind: "closed", ...hole, reason: "pause" },
      { kind: "open", from: hole.to, to: at("2026-11-23T12:00") },
    ]);
  });

  test("of the whole of an interval leave nothing of it", () => {
    expect(
      lines(lunch, "2026-11-23T09:00", "2026-11-23T14:00", [pause("2026-11-23T09:00", "2026-11-23T12:00")]),
    ).toEqual(["Mon 09:00-Mon 12:00 pause", "Mon 12:00-Mon 13:00 break", "Mon 13:00-Mon 14:00 open"]);
  });

  test("two in one interval", () => {
    const pauses = [pause("2026-11-23T10:00", "2026-11-23T10:15"), pause("2026-11-23T11:00", "2026-11-23T11:15")];
    expect(lines(lunch, "2026-11-23T09:30", "2026-11-23T12:00", pauses)).toEqual([
      "Mon 09:30-Mon 10:00 open",
      "Mon 10:00-Mon 10:15 pause",
      "Mon 10:15-Mon 11:00 open",
      "Mon 11:00-Mon 11:15 pause",
      "Mon 11:15-Mon 12:00 open",
    ]);
  });

  test("stop 24x7 too", () => {
    expect(
      lines(lunch, "2026-11-21T10:00", "2026-11-21T13:00", [pause("2026-11-21T11:00", "2026-11-21T12:00")], "24x7"),
    ).toEqual(["Sat 10:00-Sat 11:00 open", "Sat 11:00-Sat 12:00 pause", "Sat 12:00-Sat 13:00 open"]);
  });
});

describe("clock changes", () => {
  test("a date that was skipped, and a repeated midnight, leave no gaps", () => {
    const apia = compileCalendar({
      zone: "Pacific/Apia",
      hours: { thu: [["09:00", "17:00"]], sat: [["09:00", "17:00"]] },
    });
    const from = Date.parse("2011-12-29T17:00-10:00");
    const to = Date.parse("2011-12-31T09:00+14:00");
    const closed = ledger(apia, from, to, "business-hours");
    expect(closed.map(({ from: start, to: end }) => end - start).reduce((a, b) => a + b, 0)).toBe(to - from);
    expect(closed.every(({ kind }) => kind === "closed")).toBe(true);
    const havana = compileCalendar({ zone: "America/Havana", hours: { mon: [["09:00", "17:00"]] } });
    const sunday = Date.parse("2026-10-31T12:00-04:00");
    expect(described(ledger(havana, sunday, sunday + 2 * 86_400_000, "business-hours")).length).toBeGreaterThan(0);
  });
});

test("a clock set back over midnight: the day after has its own reasons", () => {
  // St John's set its clock back at 00:01, to 23:01 of Saturday.
  const on = compileCalendar({
    zone: "America/St_Johns",
    hours: { sat: [["09:00", "17:00"]], mon: [["09:00", "17:00"]] },
  });
  const from = Date.parse("2010-11-06T23:30-03:30");
  const sunday = Date.parse("2010-11-07T00:00-03:30");
  const monday = Date.parse("2010-11-08T00:00-03:30");
  expect(ledger(on, from, monday + 9 * 3_600_000, "business-hours")).toEqual([
    { kind: "closed", from, to: sunday, reason: "night" },
    { kind: "closed", from: sunday, to: monday, reason: "weekend" },
    { kind: "closed", from: monday, to: monday + 9 * 3_600_000, reason: "night" },
  ]);
});

test("the stretches touch, alternate and add up to the elapsed time, on any calendar, clock and pauses", () => {
  const zones = ["UTC", "Europe/Amsterdam", "America/Havana", "Pacific/Apia", "Australia/Lord_Howe"];
  const minute = 60_000;
  const near = fc.integer({ min: 0, max: 3 * 1440 }).map((m) => m * minute);
  const base = fc.constantFrom(
    ...["2026-11-20", "2026-03-28", "2026-10-24", "2011-12-28", "2026-10-31"].map((date) => Date.parse(date)),
  );
  const time = (m: number) => `${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`;
  const range = fc
    .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 1440 }))
    .filter(([open, close]) => open !== close)
    .map(([open, close]) => [time(open), time(close)] as const);
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.array(
        fc.tuple(fc.constantFrom("mon", "wed", "fri", "sat", "sun"), fc.array(range, { minLength: 1, maxLength: 2 })),
        {
          minLength: 1,
          maxLength: 5,
        },
      ),
      base,
      near,
      near,
      fc.array(fc.tuple(near, near), { maxLength: 3 }),
      fc.constantFrom<HourClock>("24x7", "24x5", "business-hours"),
      (zone, days, start, a, b, gaps, clock) => {
        const calendar = compileCalendar({ zone, hours: Object.fromEntries(days) });
        const [from, to] = [start + Math.min(a, b), start + Math.max(a, b)];
        const pauses = gaps.map(([x, y]) => ({ from: start + Math.min(x, y), to: start + Math.max(x, y) }));
        const found = ledger(calendar, from, to, clock, pauses);
        expect(found.map((line) => line.from)).toEqual(
          from < to ? [from, ...found.slice(0, -1).map((line) => line.to)] : [],
        );
        if (from < to) expect(found.at(-1)?.to).toBe(to);
        expect(found.every((line) => line.from < line.to)).toBe(true);
        const counted = found.filter(({ kind }) => kind === "open").reduce((sum, line) => sum + line.to - line.from, 0);
        expect(counted).toBe(elapsed(calendar, from, to, { clock, pauses }));
        found.slice(1).forEach((line, i) => {
          const before = found[i] as LedgerLine;
          expect(JSON.stringify({ ...line, from: 0, to: 0 })).not.toBe(JSON.stringify({ ...before, from: 0, to: 0 }));
        });
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 250), seed },
  );
});
