/** The limit of a deadline after pauses: a hundred years from the start, wherever the pauses are. */
import { expect, test } from "vitest";
import { compileCalendar } from "../../src/core/calendar.js";
import { alwaysOpen } from "../../src/core/open-time.js";
import { withPauses } from "../../src/core/pause.js";
import { codeOf } from "../fault.js";

const hour = 3_600_000;
const horizon = 36_525 * 24 * hour;

test("an end exactly a hundred years after the start is within the horizon, one a millisecond later is past it", () => {
  const paused = withPauses(alwaysOpen, [{ from: 0, to: hour }]);
  expect(paused.deadline(0, horizon - hour)).toBe(horizon);
  expect(codeOf(() => paused.deadline(0, horizon - hour + 1))).toBe("beyond-horizon");
});

test("a pause that begins with the clock is like one that began before it: nothing is open from its end on", () => {
  const once = compileCalendar({ zone: "UTC", hours: {}, exceptions: { "2026-11-20": [["09:00", "10:00"]] } });
  const start = Date.parse("2026-11-20T08:00Z");
  const faultBehind = (from: number) =>
    codeOf(() => withPauses(once.hours, [{ from, to: start + 3 * hour }]).deadline(start, 2 * hour));
  expect([faultBehind(start - hour), faultBehind(start)]).toEqual(["never-open", "never-open"]);
});
