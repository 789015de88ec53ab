/** Rules of calendar files as text: what is read, and what is rejected by its name. */
import { expect, test } from "vitest";
import { parseRule, RuleError } from "../../../src/data/holidays/rule.js";

test("parts in any order and letters of any size, with a semicolon at the end", () => {
  expect(parseRule(" byday=+20mo,-1SU;FREQ=yearly;interval=2;WKST=SU;")).toMatchObject({
    frequency: "YEARLY",
    interval: 2,
    weekStart: 6,
    days: [
      { ordinal: 20, weekday: 0 },
      { ordinal: -1, weekday: 6 },
    ],
  });
});

test("numbers are sorted, each once; a leap second is the one before", () => {
  expect(parseRule("FREQ=DAILY;BYHOUR=9,8,9;BYSECOND=60,59")).toMatchObject({ hours: [8, 9], seconds: [59] });
});

test.each([
  ["RSCALE=CHINESE;FREQ=YEARLY", "unsupported", "RSCALE"],
  ["FREQ=YEARLY;SKIP=OMIT", "unsupported", "SKIP"],
  ["FREQ=YEARLY;BYEASTER=0", "unsupported", "BYEASTER"],
  ["FREQ=YEARLY;X-OURS=1", "unsupported", "X-OURS"],
  ["FREQ=YEARLY;BYDAY", "invalid", "BYDAY"],
  ["BYDAY=MO", "invalid", "FREQ="],
  ["FREQ=SOMETIMES", "invalid", "FREQ=SOMETIMES"],
  ["FREQ=DAILY;FREQ=DAILY", "invalid", "FREQ=DAILY"],
  ["FREQ=DAILY;INTERVAL=0", "invalid", "INTERVAL=0"],
  ["FREQ=DAILY;COUNT=many", "invalid", "COUNT=MANY"],
  ["FREQ=DAILY;COUNT=1;UNTIL=20260101", "invalid", "COUNT with UNTIL"],
  ["FREQ=DAILY;WKST=XX", "invalid", "WKST=XX"],
  ["FREQ=DAILY;BYHOUR=24", "invalid", "BYHOUR=24"],
  ["FREQ=DAILY;BYHOUR=", "invalid", "BYHOUR="],
  ["FREQ=DAILY;BYMONTHDAY=0", "invalid", "BYMONTHDAY=0"],
  ["FREQ=DAILY;BYMONTH=-1", "invalid", "BYMONTH=-1"],
  ["FREQ=WEEKLY;BYMONTHDAY=1", "invalid", "BYMONTHDAY with FREQ=WEEKLY"],
  ["FREQ=MONTHLY;BYWEEKNO=1", "invalid", "BYWEEKNO with FREQ=MONTHLY"],
  ["FREQ=MONTHLY;BYYEARDAY=1", "invalid", "BYYEARDAY with FREQ=MONTHLY"],
  ["FREQ=WEEKLY;BYDAY=1MO", "invalid", "BYDAY=1MO"],
  ["FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO", "invalid", "BYDAY=1MO"],
  ["FREQ=YEARLY;BYDAY=0MO", "invalid", "BYDAY=0MO"],
  ["FREQ=YEARLY;BYDAY=54MO", "invalid", "BYDAY=54MO"],
  ["FREQ=YEARLY;BYDAY=XX", "invalid", "BYDAY=XX"],
  ["FREQ=DAILY;BYSETPOS=1", "invalid", "BYSETPOS without another BY part"],
])("%s is %s: %s", (text, problem, part) => {
  expect(() => parseRule(text)).toThrow(RuleError);
  expect(() => parseRule(text)).toThrow(expect.objectContaining({ problem, part }));
});
