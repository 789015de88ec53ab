/** 時間長度、目標、星期，以及時間寫法的問題。 */
import type { BusinessDays } from "../../core/business-days.js";
import type { Weekday } from "../../core/calendar.js";
import { budgetMsOf, type Clock, type Target, type TimeUnit } from "../../core/target.js";
import type { TypedTimeProblem } from "../../errors.js";
import { maxTimeCharacters } from "../../limits.js";
import type { CountedTime } from "../../report.js";
import type { time as english } from "../en/time.js";
import { durationsIn, isLong } from "../shared.js";

const units = { seconds: "秒", minutes: "分鐘", hours: "小時", days: "天" } as const satisfies Record<TimeUnit, string>;

export const durations = durationsIn({ day: "天", hour: "小時", minute: "分鐘", second: "秒" }, " ");

function businessDays({ count, restMs }: BusinessDays): string {
  return `${count} 個營業日${restMs > 0 ? `又 ${durations.duration(restMs)}` : ""}`;
}

export function amountOf(amount: number, unit: TimeUnit): string {
  if (isLong(amount, unit)) return durations.duration(budgetMsOf({ amount, unit }));
  return `${amount} ${units[unit]}`;
}

export const clockNames = {
  "24x7": "全年無休",
  "24x5": "24x5",
  "business-hours": "營業時間",
  "business-days": "營業日",
} as const satisfies Record<Clock, string>;

const shortWeekdays: Readonly<Record<Weekday, string>> = {
  mon: "一",
  tue: "二",
  wed: "三",
  thu: "四",
  fri: "五",
  sat: "六",
  sun: "日",
};

export const timeProblems = {
  "date-only": "只有日期，沒有時間",
  impossible: "不是有效的日期或時間",
  "leap-second": "是閏秒，不支援",
  "out-of-range": "不在 0001-01-03 到 9999-12-28 之間",
  "too-long": `超過 ${maxTimeCharacters} 個字元`,
  unreadable: "不是可辨識的時間",
  abbreviation: "以時區縮寫結尾，可能代表多個時區；請寫出 UTC 時差，或刪去縮寫並設定 --source-tz",
  "before-1970": "早於 1970 年；若為民國紀年，請設定 --era roc",
  "too-early": "早於 1970 年",
  "wrong-weekday": "的星期與日期不符",
  "half-day": "可能是上午或下午",
  weekday: "可能是上週或下週",
  "no-direction": "未指明是過去或未來",
  "month-length": "以月或年計算，而月與年長短不一",
  "zone-abbreviation": "的時區縮寫可能代表多個時區",
  "date-order": "的日期無法分辨日與月的順序",
} as const satisfies Record<TypedTimeProblem, string>;

function counted({ clock, ms, days }: CountedTime, wallMs: number | undefined): string {
  const wall = wallMs === undefined ? "" : `實際 ${durations.clockTime(wallMs)}`;
  if (clock === "24x7") return durations.clockTime(ms);
  if (days && days.count > 0) return `${businessDays(days)}${wall && `（${wall}）`}`;
  return `${durations.duration(ms)}（${clockNames[clock === "24x5" ? clock : "business-hours"]}${wall && `，${wall}`}）`;
}

export function target({ clock, amount, unit }: Target): string {
  return `${clockNames[clock]} / ${amountOf(amount, unit)}`;
}

export const time: typeof english = {
  clocks: clockNames,
  target,
  ...durations,
  counted,
  businessDays,
  weekdays: { mon: "週一", tue: "週二", wed: "週三", thu: "週四", fri: "週五", sat: "週六", sun: "週日" },
  weekdayRange: (first, last) => `${first}至${last}`,
  closures: (closures) => `休假：${closures.join("、")}`,
  dated: (date, weekday) => `${date}(${shortWeekdays[weekday]})`,
};
