/**
 * Taiwan's public holidays in years without an official calendar, by the Act on memorial days and holidays in force since 2025-05-28,
 * which the date-holidays package does not have. Dates of the lunar calendar and of Tomb Sweeping Day are the package's.
 */
import { dayOf, type Weekday, weekdayIndex, weekdays } from "../../core/date.js";
import type { Holiday } from "./holiday.js";

/** Keys of names in corrections/TW.json. */
const fixed: readonly (readonly [month: number, date: number, name: string])[] = [
  [1, 1, "founding"],
  [2, 28, "peace"],
  [5, 1, "labour"],
  [9, 28, "confucius"],
  [10, 10, "national"],
  [10, 25, "restoration"],
  [12, 25, "constitution"],
];

/** A day off and the key of its name; a substitute has a kind. */
type Entry = readonly [day: number, name: string, kind?: "substitute"];

/** The days off of a year, given the package's. */
export function taiwanHolidays(year: number, listed: ReadonlyMap<number, Holiday>): readonly Entry[] {
  const dayNamed = (name: string) =>
    [...listed.values()].find((one) => one.name.en === name && one.kind === "public")?.day;
  const newYearsDay = dayNamed("Chinese New Year") as number;
  const newYear = ["before-eve", "eve", "new-year", "new-year", "new-year"].map(
    (name, i): Entry => [newYearsDay - 2 + i, name],
  );
  const fourth = dayOf(year, 4, 4);
  // Where both are on 4 April, the package has Children's Day alone.
  const tombs = dayNamed("Tomb Sweeping Day") ?? fourth;
  // Where Children's Day is Tomb Sweeping Day, it is the day before, or after a Thursday the next.
  const children = tombs !== fourth ? fourth : fourth + (isOn(fourth, "thu") ? 1 : -1);
  const single: readonly Entry[] = [
    ...fixed.map(([month, date, name]): Entry => [dayOf(year, month, date), name]),
    // The substitute of a Saturday falls into this year.
    [dayOf(year + 1, 1, 1), "founding"],
    [children, "children"],
    [tombs, "tomb"],
    [dayNamed("Dragon Boat Festival") as number, "dragon"],
    [dayNamed("Mid-Autumn Festival") as number, "moon"],
  ];
  const days = new Map([...single, ...newYear].map((entry) => [entry[0], entry]));
  /** Adds the nearest working day in a direction, in place of a holiday on a weekend. */
  const addSubstitute = (from: number, step: 1 | -1, name: string) => {
    let day = from + step;
    while (days.has(day) || isWeekend(day)) day += step;
    days.set(day, [day, name, "substitute"]);
  };
  for (const [day, name] of newYear) if (isWeekend(day)) addSubstitute(newYearsDay + 2, 1, name);
  for (const [day, name] of single) if (isWeekend(day)) addSubstitute(day, isOn(day, "sat") ? -1 : 1, name);
  return [...days.values()].filter(([day]) => day >= dayOf(year, 1, 1) && day < dayOf(year + 1, 1, 1));
}

function isOn(day: number, weekday: Weekday): boolean {
  return weekdays[weekdayIndex(day)] === weekday;
}

function isWeekend(day: number): boolean {
  return weekdayIndex(day) >= 5;
}
