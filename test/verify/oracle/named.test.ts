/** The clock changes that other calculators stumbled over, each compared by itself; and the oracle's own eyesight. */
import { expect, test } from "vitest";
import { findChanges } from "./changes.js";
import { compare } from "./compare.js";
import { Oracle } from "./oracle.js";
import { askWall, DAY, HOUR, MINUTE, SECOND, WallClock } from "./wall.js";

const seed = Number(process.env.SEED ?? 20_260_101);

const hardPlaces = [
  ["Pacific/Apia", 2011, "a date is skipped: there was no 30 December"],
  ["Pacific/Kwajalein", 1993, "a date is skipped: there was no 21 August"],
  ["Pacific/Kiritimati", 1994, "a date is skipped: there was no 31 December"],
  ["Australia/Lord_Howe", 2024, "the clock moves by half an hour"],
  ["America/Sao_Paulo", 2018, "the gap and the repeat lie at midnight"],
  ["America/Havana", 2024, "midnight is skipped in spring, the first hour repeats in autumn"],
  ["America/St_Johns", 2010, "at 00:01 the wall goes back into the day before"],
  ["Antarctica/Troll", 2024, "the clock moves by two hours"],
  ["Africa/Casablanca", 2024, "summer time is suspended for Ramadan"],
  ["Europe/Dublin", 2024, "winter time is the saving"],
  ["America/Nuuk", 2023, "the zone's standard offset moves"],
  ["America/Caracas", 2007, "half an hour back for good"],
  ["Asia/Pyongyang", 2015, "half an hour back"],
  ["Asia/Amman", 2022, "summer time stays for good"],
  ["Asia/Gaza", 2023, "four changes a year"],
  ["Antarctica/Casey", 2018, "the clock moves by three hours"],
  ["Asia/Kathmandu", 1985, "a quarter of an hour, at midnight"],
  ["Africa/Monrovia", 1971, "the zone stood 44 minutes and 30 seconds behind"],
] as const;

test.each(hardPlaces)("%s %i: %s", (zone, year, why) => {
  const pivots = findChanges(zone, Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 31));
  expect(pivots.length).toBeGreaterThan(0);
  const cases = why.startsWith("a date is skipped") ? 240 : 80;
  const { compared, differed, report } = compare({
    zones: [zone],
    cases,
    seed: seed + year,
    years: [year, year],
    pivots,
  });
  expect(differed, report).toBe(0);
  expect(compared).toBeGreaterThan(cases * 0.9);
});

test.each(hardPlaces)("%s %i: the oracle's remembered wall is the wall", (zone, year) => {
  for (const change of findChanges(zone, Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 31)).slice(0, 2)) {
    const wall = new WallClock(zone);
    for (let t = change - 3 * HOUR; t < change + 3 * HOUR; t += MINUTE) expect(wall.at(t)).toBe(askWall(zone, t));
    for (let t = change - 90 * SECOND; t < change + 90 * SECOND; t += SECOND) expect(wall.at(t)).toBe(askWall(zone, t));
    expect(wall.at(change + 1)).toBe(askWall(zone, change) + 1);
  }
});

test("the oracle knows what a child can read off the calendar", () => {
  const oracle = new Oracle({ zone: "Asia/Tokyo", hours: { mon: [["09:00", "17:30"]], fri: [["22:00", "06:00"]] } });
  const at = (text: string) => Date.parse(`${text}+09:00`);
  expect(oracle.isOpen("business-hours", at("2026-11-23T09:00"))).toBe(true);
  expect(oracle.isOpen("business-hours", at("2026-11-23T17:30"))).toBe(false);
  expect(oracle.dayOf(at("2026-11-28T05:59"))).toBe(Date.UTC(2026, 10, 27) / DAY);
  expect(oracle.isBusinessDate(Date.UTC(2026, 10, 28) / DAY)).toBe(false);
  expect(oracle.deadline("business-hours", at("2026-11-23T09:00"), HOUR)).toBe(at("2026-11-23T10:00"));
  expect(oracle.elapsed("24x5", at("2026-11-22T00:00"), at("2026-11-29T00:00"))).toBe(2 * DAY);
  expect(oracle.deadlineInDays(at("2026-11-23T09:00"), 1, "same-time")).toBe(at("2026-11-27T22:00"));
});

test("the host's own time zone is the one this run is named after", () => {
  const named = process.env.TZ;
  if (named === undefined) return;
  const noon = new Date(2026, 6, 1, 12);
  expect(new Date(askWall(named, noon.getTime())).getUTCHours()).toBe(12);
});
