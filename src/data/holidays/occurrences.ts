/**
 * The occurrences of a recurrence rule within a span of local time, by the table of RFC 5545, section 3.3.10.
 * Local times are milliseconds as if UTC. Goes through the periods of the span only, or from the start where occurrences are counted.
 */
import { dayMs, dayOf, hourMs, minuteMs, secondMs, weekdayIndex } from "../../core/date.js";
import type { Rule } from "./rule.js";

/** Bounds the work: called with the dates and times about to be looked at. */
export type Spend = (steps: number) => void;

export interface Span {
  readonly from: number;
  /** Included. */
  readonly to: number;
}

/** A date and what rules count it by; months and days from 1. */
interface DateParts {
  readonly day: number;
  readonly year: number;
  readonly month: number;
  readonly date: number;
  readonly monthLength: number;
  readonly yearDay: number;
  readonly yearLength: number;
}

const unitMs = { SECONDLY: secondMs, MINUTELY: minuteMs, HOURLY: hourMs } as const;

/** The occurrences in a span, in order; `until` is the last local time that one may have. */
export function occurrencesIn(rule: Rule, start: number, until: number, span: Span, spend: Spend): number[] {
  const complete = completed(rule, start);
  const from = rule.count === undefined ? Math.max(start, span.from) : start;
  const to = Math.min(until, span.to);
  const found: number[] = [];
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  for (const times of periods(complete, start, { from, to }, spend)) {
    for (const time of times) {
      if (time < from) continue;
      if (time > to || left === 0) return found;
      left--;
      if (time >= span.from) found.push(time);
    }
    if (left === 0) break;
  }
  return found;
}

/** The rule with what it leaves out from its start, as the section's "derived from DTSTART" has it. */
function completed(rule: Rule, start: number): Rule {
  const begun = partsOfDay(Math.floor(start / dayMs));
  const time = ((start % dayMs) + dayMs) % dayMs;
  const { frequency } = rule;
  const isDayless = rule.yearDays.length + rule.monthDays.length + rule.days.length === 0;
  const weekday = [{ ordinal: 0, weekday: weekdayIndex(begun.day) }];
  const ofWeek = isDayless && (frequency === "WEEKLY" || rule.weekNumbers.length > 0);
  const ofMonth = isDayless && !ofWeek && (frequency === "MONTHLY" || frequency === "YEARLY");
  const unit: number = frequency in unitMs ? unitMs[frequency as keyof typeof unitMs] : dayMs;
  const orOf = (listed: readonly number[], ms: number, value: number) =>
    listed.length === 0 && unit > ms ? [value] : listed;
  return {
    ...rule,
    days: ofWeek ? weekday : rule.days,
    monthDays: ofMonth ? [begun.date] : rule.monthDays,
    months: ofMonth && frequency === "YEARLY" && rule.months.length === 0 ? [begun.month] : rule.months,
    hours: orOf(rule.hours, hourMs, Math.floor(time / hourMs)),
    minutes: orOf(rule.minutes, minuteMs, Math.floor((time % hourMs) / minuteMs)),
    seconds: orOf(rule.seconds, secondMs, Math.floor((time % minuteMs) / secondMs)),
  };
}

/** The times of each period of the rule that the span touches, in order, after BYSETPOS. */
function* periods(rule: Rule, start: number, span: Span, spend: Spend): Generator<readonly number[]> {
  if (rule.frequency in unitMs) {
    yield* periodsWithinDays(rule, start, span, spend);
    return;
  }
  const times = timesOfDay(rule);
  spend(times.length);
  for (const days of periodDays(rule, Math.floor(start / dayMs), span)) {
    spend(days.length);
    const matching = days.filter((parts) => matches(rule, parts)).map((parts) => parts.day * dayMs);
    if (rule.positions.length > 0) yield positioned(rule, matching, times);
    else {
      spend(matching.length * times.length);
      yield times.length === 1
        ? matching.map((midnight) => midnight + (times[0] as number))
        : matching.flatMap((midnight) => times.map((time) => midnight + time));
    }
  }
}

/** The times that BYSETPOS picks from each day of a period at each time of day. */
function positioned(rule: Rule, midnights: readonly number[], times: readonly number[]): number[] {
  const size = midnights.length * times.length;
  const picked = rule.positions
    .map((position) => (position > 0 ? position - 1 : size + position))
    .filter((at) => at >= 0 && at < size);
  return [...new Set(picked)]
    .sort((a, b) => a - b)
    .map((at) => (midnights[Math.floor(at / times.length)] as number) + (times[at % times.length] as number));
}

/** The dates of the years, months, weeks or days that the span touches, the interval counted from the start. */
function* periodDays(rule: Rule, startDay: number, span: Span): Generator<readonly DateParts[]> {
  const first = Math.floor(span.from / dayMs);
  const last = Math.floor(span.to / dayMs);
  const [numberOf, daysOf] = periodKinds[rule.frequency as keyof typeof periodKinds];
  const begun = numberOf(startDay, rule);
  const skipped = Math.max(0, Math.ceil((numberOf(first, rule) - begun) / rule.interval));
  const end = numberOf(last, rule);
  for (let period = begun + skipped * rule.interval; period <= end; period += rule.interval) yield daysOf(period, rule);
}

/** For each kind of period, the number of the one that a day is in, and its dates. */
const periodKinds = {
  YEARLY: [yearOf, yearDays],
  MONTHLY: [
    (day: number) => yearOf(day) * 12 + partsOfDay(day).month - 1,
    (month: number, rule: Rule) => monthDays(Math.floor(month / 12), (month % 12) + 1, rule),
  ],
  WEEKLY: [
    (day: number, rule: Rule) => Math.floor((day + 3 - rule.weekStart) / 7),
    (week: number, rule: Rule) => Array.from({ length: 7 }, (_, i) => partsOfDay(week * 7 - 3 + rule.weekStart + i)),
  ],
  DAILY: [(day: number) => day, (day: number) => [partsOfDay(day)]],
} as const;

function yearDays(year: number, rule: Rule): readonly DateParts[] {
  const months = rule.months.length > 0 ? rule.months : everyMonth;
  return months.flatMap((month) => monthDays(year, month, rule));
}

function monthDays(year: number, month: number, rule: Rule): readonly DateParts[] {
  if (rule.months.length > 0 && !rule.months.includes(month)) return [];
  const first = partsOfDay(dayOf(year, month, 1));
  return Array.from({ length: first.monthLength }, (_, i) => ({
    ...first,
    day: first.day + i,
    date: i + 1,
    yearDay: first.yearDay + i,
  }));
}

const everyMonth = Array.from({ length: 12 }, (_, i) => i + 1);

/** The parts of a date, by arithmetic: a year begins in March here, so that its leap day is its last. */
function partsOfDay(day: number): DateParts {
  const sinceMarch0 = day + 719_468;
  const era = Math.floor(sinceMarch0 / 146_097);
  const ofEra = sinceMarch0 - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return {
    day,
    year,
    month,
    date: ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
    monthLength: month === 2 ? (isLeap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31,
    yearDay: month <= 2 ? ofYear - 305 : ofYear + (isLeap ? 61 : 60),
    yearLength: isLeap ? 366 : 365,
  };
}

function yearOf(day: number): number {
  return partsOfDay(day).year;
}

/** Whether a date meets every part of the rule that is about dates. */
function matches(rule: Rule, parts: DateParts): boolean {
  const { months, monthDays, yearDays, weekNumbers, days } = rule;
  if (months.length > 0 && !months.includes(parts.month)) return false;
  if (monthDays.length > 0 && !holds(monthDays, parts.date, parts.monthLength)) return false;
  if (yearDays.length > 0 && !holds(yearDays, parts.yearDay, parts.yearLength)) return false;
  if (weekNumbers.length > 0 && !isInWeek(rule, parts)) return false;
  return days.length === 0 || isOnDay(rule, parts);
}

/** Whether a list has a number, counted from 1 or, negative, from the end. */
function holds(list: readonly number[], number: number, length: number): boolean {
  return list.includes(number) || list.includes(number - length - 1);
}

function isOnDay({ frequency, months, days }: Rule, parts: DateParts): boolean {
  const weekday = weekdayIndex(parts.day);
  const ofMonth = frequency === "MONTHLY" || months.length > 0;
  const number = ofMonth ? parts.date : parts.yearDay;
  const length = ofMonth ? parts.monthLength : parts.yearLength;
  return days.some(
    (day) =>
      day.weekday === weekday &&
      (day.ordinal === 0 ||
        day.ordinal === Math.ceil(number / 7) ||
        day.ordinal === -Math.ceil((length - number + 1) / 7)),
  );
}

/** Whether the week of a date has one of the numbers: a week is of the year that has at least four of its days. */
function isInWeek({ weekNumbers, weekStart }: Rule, { day }: DateParts): boolean {
  const weekFirst = day - ((weekdayIndex(day) - weekStart + 7) % 7);
  const year = yearOf(weekFirst + 3);
  const number = (weekFirst - firstWeek(year, weekStart)) / 7 + 1;
  return holds(weekNumbers, number, (firstWeek(year + 1, weekStart) - firstWeek(year, weekStart)) / 7);
}

/** The first day of the year's week 1, the one that 4 January is in. */
function firstWeek(year: number, weekStart: number): number {
  const fourth = dayOf(year, 1, 4);
  return fourth - ((weekdayIndex(fourth) - weekStart + 7) % 7);
}

/** Every combination of hours, minutes and seconds as times of day, in order. */
function timesOfDay({ hours, minutes, seconds }: Pick<Rule, "hours" | "minutes" | "seconds">): number[] {
  return hours.flatMap((hour) =>
    minutes.flatMap((minute) => seconds.map((second) => hour * hourMs + minute * minuteMs + second * secondMs)),
  );
}

/** The hours, minutes or seconds that a rule repeats by, on the dates that it has. */
function* periodsWithinDays(rule: Rule, start: number, span: Span, spend: Spend): Generator<readonly number[]> {
  const unit = unitMs[rule.frequency as keyof typeof unitMs];
  const step = rule.interval * unit;
  const begun = Math.floor(start / unit) * unit;
  for (let day = Math.floor(span.from / dayMs); day * dayMs <= span.to; day++) {
    spend(1);
    if (!matches(rule, partsOfDay(day))) continue;
    const midnight = day * dayMs;
    const least = Math.max(midnight, Math.floor(span.from / unit) * unit);
    const end = Math.min(midnight + dayMs, span.to + 1);
    for (let at = begun + Math.ceil((least - begun) / step) * step; at < end; at += step) {
      const times = timesWithin(rule, at - midnight);
      spend(1 + times.length);
      yield rule.positions.length > 0 ? positioned(rule, [midnight], times) : times.map((time) => midnight + time);
    }
  }
}

/** The times of day that the rule's parts allow in the hour, minute or second that begins at one. */
function timesWithin({ frequency, hours, minutes, seconds }: Rule, time: number): number[] {
  const hour = Math.floor(time / hourMs);
  const minute = Math.floor((time % hourMs) / minuteMs);
  const second = Math.floor((time % minuteMs) / secondMs);
  const only = (list: readonly number[], value: number) => (list.length === 0 || list.includes(value) ? [value] : []);
  return timesOfDay({
    hours: only(hours, hour),
    minutes: frequency === "HOURLY" ? minutes : only(minutes, minute),
    seconds: frequency === "SECONDLY" ? only(seconds, second) : seconds,
  });
}
