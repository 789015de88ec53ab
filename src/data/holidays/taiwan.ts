/**
 * Taiwan's public holidays from 2025 on, by the Act on memorial days and holidays in force since 2025-05-28, which the date-holidays package
 * does not have. Dates of the lunar calendar and of Tomb Sweeping Day are the package's; make-up working days are not included.
 */
import { dayOf } from "../../core/date.js";
import type { Lang } from "../dataset.js";

/** The first day of the year from which these rules hold, and the day on which the Act came into force. */
export const firstYear = 2025;
const inForce = dayOf(2025, 5, 28);

/** A holiday of the package: its day, and the rule it follows from. */
export interface ListedHoliday {
  readonly day: number;
  readonly rule: string;
}

type Names = readonly [en: string, zhTW: string, ja: string];

const foundingDay: Names = ["Founding Day", "開國紀念日", "開国記念日"];
const fixed: readonly (readonly [month: number, day: number, names: Names, since?: number])[] = [
  [1, 1, foundingDay],
  [2, 28, ["Peace Memorial Day", "和平紀念日", "平和記念日"]],
  [5, 1, ["Labor Day", "勞動節", "労働節"], inForce],
  [9, 28, ["Confucius' Birthday", "孔子誕辰紀念日", "孔子誕生日"], inForce],
  [10, 10, ["National Day", "國慶日", "国慶日"]],
  [
    10,
    25,
    [
      "Taiwan Restoration and Guningtou Victory Memorial Day",
      "臺灣光復暨金門古寧頭大捷紀念日",
      "台湾光復・金門古寧頭大勝記念日",
    ],
    inForce,
  ],
  [12, 25, ["Constitution Day", "行憲紀念日", "行憲記念日"], inForce],
];
const childrensDay: Names = ["Children's Day", "兒童節", "児童節"];
const tombSweepingDay: Names = ["Tomb Sweeping Day", "清明節", "清明節"];
const lunarNewYear: Names = ["Lunar New Year", "農曆春節", "旧正月"];
const ofTheMoon: Readonly<Record<string, Names>> = {
  "chinese 05-0-05": ["Dragon Boat Festival", "端午節", "端午節"],
  "chinese 08-0-15": ["Mid-Autumn Festival", "中秋節", "中秋節"],
};
const substitute: Names = [" (substitute)", "（補假）", "（振替）"];

/** The days off of a year with their names, from the package's holidays of that year. */
export function taiwanHolidays(
  year: number,
  listed: readonly ListedHoliday[],
  lang: Lang,
): ReadonlyMap<number, string> {
  const at = lang === "en" ? 0 : lang === "zh-TW" ? 1 : 2;
  const ruled = (rule: string) =>
    listed.filter((one) => one.rule.startsWith(rule)).map(({ day }) => day)[0] ?? Number.NaN;
  const newYear = lunarNewYearDays(ruled("chinese 01-0-01"));
  const single = singleDays(year, ruled).filter(([day]) => !Number.isNaN(day));
  const days = new Map(single.map(([day, names]) => [day, names[at]]));
  for (const day of newYear) days.set(day, lunarNewYear[at]);
  /** Adds the nearest working day in a direction, in place of a holiday on a weekend. */
  const addSubstitute = (holiday: number, step: 1 | -1, names: Names) => {
    let day = holiday + step;
    while (days.has(day) || isWeekend(day)) day += step;
    days.set(day, names[at] + substitute[at]);
  };
  for (const day of newYear.filter(isWeekend)) addSubstitute(Math.max(day, ...newYear), 1, lunarNewYear);
  for (const [day, names] of single) if (isWeekend(day)) addSubstitute(day, isSaturday(day) ? -1 : 1, names);
  return days;
}

/** From two days before the lunar new year to two days after it; the first of them since the Act. */
function lunarNewYearDays(newYearsDay: number): readonly number[] {
  return [-2, -1, 0, 1, 2].map((offset) => newYearsDay + offset).filter((day, i) => day >= (i === 0 ? inForce : 0));
}

/** The holidays of one day. Where Children's Day is Tomb Sweeping Day, it is the day before, or after a Thursday the next. */
function singleDays(year: number, ruled: (rule: string) => number): (readonly [day: number, names: Names])[] {
  const tombs = ruled("chinese 5-01");
  const fourth = dayOf(year, 4, 4);
  const children = tombs === fourth ? fourth + (isThursday(fourth) ? 1 : -1) : fourth;
  return [
    ...fixed.flatMap(([month, date, names, since = 0]) => {
      const day = dayOf(year, month, date);
      return day >= since ? [[day, names] as const] : [];
    }),
    // The substitute of a Saturday falls into this year.
    [dayOf(year + 1, 1, 1), foundingDay],
    [children, childrensDay],
    [tombs, tombSweepingDay],
    ...Object.entries(ofTheMoon).map(([rule, names]) => [ruled(rule), names] as const),
  ];
}

/** Day 0 is Thursday, 1970-01-01. */
const isThursday = (day: number) => day % 7 === 0;
const isSaturday = (day: number) => day % 7 === 2;
const isWeekend = (day: number) => isSaturday(day) || day % 7 === 3;
