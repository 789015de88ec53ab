/** 時間の長さ、目標、曜日、時刻の書き方の誤り。 */
import type { BusinessDays } from "../../core/business-days.js";
import type { Weekday } from "../../core/calendar.js";
import { budgetMsOf, type Clock, type Target, type TimeUnit } from "../../core/target.js";
import type { TypedTimeProblem } from "../../errors.js";
import { maxTimeCharacters } from "../../limits.js";
import type { CountedTime } from "../../report.js";
import type { time as english } from "../en/time.js";
import { durationsIn, isLong } from "../shared.js";

const units = { seconds: "秒", minutes: "分", hours: "時間", days: "日" } as const satisfies Record<TimeUnit, string>;

export const durations = durationsIn({ day: "日", hour: "時間", minute: "分", second: "秒" }, " ");

function businessDays({ count, restMs }: BusinessDays): string {
  return `${count} 営業日${restMs > 0 ? `と ${durations.duration(restMs)}` : ""}`;
}

export function amountOf(amount: number, unit: TimeUnit): string {
  if (isLong(amount, unit)) return durations.duration(budgetMsOf({ amount, unit }));
  return `${amount} ${units[unit]}`;
}

export const clockNames = {
  "24x7": "24 時間年中無休",
  "24x5": "平日 24 時間",
  "business-hours": "営業時間",
  "business-days": "営業日",
} as const satisfies Record<Clock, string>;

const weekdayNames: Readonly<Record<Weekday, string>> = {
  mon: "月",
  tue: "火",
  wed: "水",
  thu: "木",
  fri: "金",
  sat: "土",
  sun: "日",
};

export const timeProblems = {
  "date-only": "は日付だけで、時刻がありません",
  impossible: "は実在しない日付または時刻です",
  "leap-second": "はうるう秒で、ここでは扱えません",
  "out-of-range": "は 0001-01-03 から 9999-12-28 の範囲外です",
  "too-long": `は ${maxTimeCharacters} 文字を超えています`,
  unreadable: "は時刻として読み取れません",
  abbreviation:
    "はタイムゾーンの略称で終わり、複数の意味があります。UTC オフセットを書くか、略称を除いて --source-tz を指定してください",
  "before-1970": "は 1970 年より前です。民国紀元の年なら --era roc を指定してください",
  "too-early": "は 1970 年より前です",
  "wrong-weekday": "は曜日が日付と一致しません",
  "half-day": "は午前にも午後にも読めます",
  weekday: "は先週にも来週にも読めます",
  "no-direction": "は過去か未来かがわかりません",
  "month-length": "は月または年を数えますが、その長さは一定ではありません",
  "zone-abbreviation": "のタイムゾーンの略称は複数のタイムゾーンを指すことがあります",
  "date-order": "の日付は日と月のどちらが先かわかりません",
} as const satisfies Record<TypedTimeProblem, string>;

export function target({ clock, amount, unit }: Target): string {
  switch (clock) {
    case "business-hours":
      return `営業時間内 ${amountOf(amount, unit)}`;
    case "business-days":
      return `${amount} 営業日`;
    case "24x5":
    case "24x7":
      return `${clockNames[clock]} / ${amountOf(amount, unit)}`;
  }
}

function counted({ clock, ms, days }: CountedTime, wallMs: number | undefined): string {
  const wall = wallMs === undefined ? "" : `実時間 ${durations.clockTime(wallMs)}`;
  if (clock === "24x7") return durations.clockTime(ms);
  if (days && days.count > 0) return `${businessDays(days)}${wall && `（${wall}）`}`;
  return `${durations.duration(ms)}（${clockNames[clock === "24x5" ? clock : "business-hours"]}${wall && `、${wall}`}）`;
}

export const time: typeof english = {
  clocks: clockNames,
  target,
  ...durations,
  counted,
  businessDays,
  weekdays: weekdayNames,
  weekdayRange: (first, last) => `${first}～${last}`,
  closures: (closures) => `休業: ${closures.join("、")}`,
  dated: (date, weekday) => `${date}(${weekdayNames[weekday]})`,
};
