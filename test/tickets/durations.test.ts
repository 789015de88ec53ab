/** Lengths of time as exports write them, what headers say of numbers, and the texts of pauses. */
import { expect, test } from "vitest";
import { clockOfHeader, readDuration, splitPauses, unitOfHeader } from "../../src/tickets/durations.js";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  ["PT1H30M", 90 * minute],
  ["P1D", day],
  ["P1DT2H", day + 2 * hour],
  ["PT45S", 45_000],
  ["PT0,5H", 30 * minute],
  ["1:30:00.5", 90 * minute + 500],
  ["2 days, 1:00", 2 * day + hour],
  ["1 day, 2 hours and 5 min", day + 2 * hour + 5 * minute],
  ["6 horas 54 minutos", 6 * hour + 54 * minute],
  ["1.5 Std.", 90 * minute],
  ["1 дн 2 часа 5 мин", day + 2 * hour + 5 * minute],
  ["2 godz. 30 min", 150 * minute],
  ["1 dag 2 timmar 3 minuter", day + 2 * hour + 3 * minute],
  ["2 dage 3 timer", 2 * day + 3 * hour],
  ["1 gün 2 saat 3 dakika 4 saniye", day + 2 * hour + 3 * minute + 4000],
  ["1 天 2 個小時 3 分鐘", day + 2 * hour + 3 * minute],
  ["1 日 2 時間 3 分 4 秒", day + 2 * hour + 3 * minute + 4000],
])("%s is a length of time", (text, ms) => {
  expect(readDuration(text, undefined)).toEqual({ ok: true, ms });
});

test.each([
  ["90", "minutes", 90 * minute],
  ["1,5", "hours", 90 * minute],
  ["1,200", "seconds", 1200_000],
] as const)("the number %s is counted in %s", (text, unit, ms) => {
  expect(readDuration(text, unit)).toEqual({ ok: true, ms });
});

test("a number alone has no unit", () => {
  expect(readDuration("90", undefined)).toEqual({ ok: false, problem: "no-unit" });
});

test.each(["1:60", "1:30:60", "P", "PT", "2 weeks", "1 h of 3", "soon", "1".repeat(1000)])(
  "%s is not a length of time",
  (text) => {
    expect(readDuration(text, "minutes")).toEqual({ ok: false, problem: "unreadable" });
  },
);

test.each([
  ["First response (minutes)", "minutes"],
  ["Wait in business hours (min)", "minutes"],
  ["回答時間 (時間)", "hours"],
  ["hours and minutes", undefined],
  ["Took", undefined],
])("the header %s has the unit %s", (header, unit) => {
  expect(unitOfHeader(header)).toBe(unit);
});

test.each([
  ["first_response_business_minutes", "business"],
  ["初回応答（営業時間）", "business"],
  ["Elapsed minutes", "calendar"],
  ["Calendar hours", "calendar"],
  ["Minutes", undefined],
])("the header %s counts %s time", (header, clock) => {
  expect(clockOfHeader(header)).toBe(clock);
});

const read = (text: string) =>
  /^\d{4}([/-])\d{2}\1\d{2}$/.test(text) ? { ok: true as const, text } : { ok: false as const };

test.each([
  ["2026-11-20/2026-11-21", [["2026-11-20", "2026-11-21"]]],
  ["2026/11/20/2026/11/21", [["2026/11/20", "2026/11/21"]]],
  [
    "2026-11-20/2026-11-21; ;2026-11-22/",
    [
      ["2026-11-20", "2026-11-21"],
      ["2026-11-22", ""],
    ],
  ],
  ["2026-11-20/;2026-11-21/2026-11-22", undefined],
  ["2026-11-20", undefined],
  ["yesterday/today", undefined],
])("the pauses of %s are %j", (text, pauses) => {
  expect(splitPauses(text, read)?.map(([from, to]) => [from.text, to?.text ?? ""])).toEqual(pauses);
});
