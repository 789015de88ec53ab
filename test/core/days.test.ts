/**
 * Business days with what is kept of a calendar's dates against counting afresh: an empty pause keeps nothing back and takes the long way.
 */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CalendarSpec, compileCalendar } from "../../src/core/calendar.js";
import { deadlineInDays } from "../../src/core/days.js";
import { Failure } from "../../src/errors.js";

const names = readdirSync("fixtures/calendars").filter((name) => !name.startsWith("never"));
const nothing = [{ from: 0, to: 0 }];
const seed = Number(process.env.SEED ?? 20_260_101);
const runs = { numRuns: Number(process.env.RUNS ?? 150), seed };

function outcome(ask: () => number): number | string {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Failure) return error.fault.code;
    throw error;
  }
}

test.each(names)("%s: what is kept gives what counting gives", (name) => {
  const spec = JSON.parse(readFileSync(`fixtures/calendars/${name}`, "utf8")) as CalendarSpec;
  const calendar = compileCalendar(spec);
  // Around clock changes and year ends, and over again, so that what was kept is asked for.
  const opened = fc.integer({ min: Date.UTC(2011, 11, 20) / 60_000, max: Date.UTC(2027, 0, 10) / 60_000 }).map((minute) => minute * 60_000);
  fc.assert(
    fc.property(opened, fc.integer({ min: 0, max: 7 }), fc.constantFrom("same-time", "end-of-day"), (instant, count, rule) => {
      const kept = outcome(() => deadlineInDays(calendar, instant, count, rule, []));
      expect(kept).toBe(outcome(() => deadlineInDays(calendar, instant, count, rule, nothing)));
    }),
    runs,
  );
});
