/**
 * Recurrence rules of calendar files (RFC 5545, section 3.3.10): from their text to their parts.
 * Rejects each part or combination that the standard does not define, by its name; expanding rules is in occurrences.ts.
 */

export const frequencies = ["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;
export type Frequency = (typeof frequencies)[number];

/** A weekday from 0, Monday; `ordinal` is 0 for each of them, 2 for the second of a month or year, -1 for the last. */
export interface RuleDay {
  readonly ordinal: number;
  readonly weekday: number;
}

/** Lists are empty where the rule does not have the part. */
export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | undefined;
  /** As written: a date, or a date with a time. */
  readonly until: string | undefined;
  readonly weekStart: number;
  readonly months: readonly number[];
  readonly weekNumbers: readonly number[];
  readonly yearDays: readonly number[];
  readonly monthDays: readonly number[];
  readonly days: readonly RuleDay[];
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly seconds: readonly number[];
  readonly positions: readonly number[];
}

/** Why a rule is rejected: a part that is not understood, or one whose value or place the standard does not allow. */
export class RuleError extends Error {
  constructor(
    readonly problem: "unsupported" | "invalid",
    readonly part: string,
  ) {
    super(part);
  }
}

const weekdayCodes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** Parts that hold numbers, with their range; where negative ones count from the end, `fromEnd`. */
const numberParts: Readonly<Record<string, readonly [least: number, most: number, fromEnd?: true]>> = {
  BYSECOND: [0, 60],
  BYMINUTE: [0, 59],
  BYHOUR: [0, 23],
  BYMONTHDAY: [1, 31, true],
  BYYEARDAY: [1, 366, true],
  BYWEEKNO: [1, 53, true],
  BYMONTH: [1, 12],
  BYSETPOS: [1, 366, true],
};

const otherParts = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY"];

/** The parts that a frequency cannot have. */
const excludedParts: Readonly<Partial<Record<Frequency, readonly string[]>>> = {
  DAILY: ["BYYEARDAY", "BYWEEKNO"],
  WEEKLY: ["BYYEARDAY", "BYWEEKNO", "BYMONTHDAY"],
  MONTHLY: ["BYYEARDAY", "BYWEEKNO"],
  SECONDLY: ["BYWEEKNO"],
  MINUTELY: ["BYWEEKNO"],
  HOURLY: ["BYWEEKNO"],
};

/** Parses a rule; throws `RuleError`. */
export function parseRule(text: string): Rule {
  const parts = partsOf(text);
  const frequency = frequencies.find((name) => name === parts.get("FREQ"));
  if (frequency === undefined) throw new RuleError("invalid", writtenPart(parts, "FREQ"));
  for (const name of excludedParts[frequency] ?? []) {
    if (parts.has(name)) throw new RuleError("invalid", `${name} with FREQ=${frequency}`);
  }
  if (parts.has("COUNT") && parts.has("UNTIL")) throw new RuleError("invalid", "COUNT with UNTIL");
  const numbers = (name: string) => numbersOf(parts, name);
  const days = daysOf(parts, frequency);
  if (parts.has("BYSETPOS") && ![...parts.keys()].some((name) => name.startsWith("BY") && name !== "BYSETPOS"))
    throw new RuleError("invalid", "BYSETPOS without another BY part");
  return {
    frequency,
    interval: countOf(parts, "INTERVAL") ?? 1,
    count: countOf(parts, "COUNT"),
    until: parts.get("UNTIL"),
    weekStart: weekStartOf(parts),
    months: numbers("BYMONTH"),
    weekNumbers: numbers("BYWEEKNO"),
    yearDays: numbers("BYYEARDAY"),
    monthDays: numbers("BYMONTHDAY"),
    days,
    hours: numbers("BYHOUR"),
    minutes: numbers("BYMINUTE"),
    // On a clock without leap seconds a minute of 61 seconds looks like one of 60.
    seconds: [...new Set(numbers("BYSECOND").map((second) => Math.min(second, 59)))],
    positions: numbers("BYSETPOS"),
  };
}

function partsOf(text: string): Map<string, string> {
  const parts = new Map<string, string>();
  for (const part of text.trim().toUpperCase().split(";")) {
    // Some programs end a rule with a semicolon.
    if (part === "") continue;
    const at = part.indexOf("=");
    const name = part.slice(0, at < 0 ? undefined : at).trim();
    if (!(name in numberParts) && !otherParts.includes(name)) throw new RuleError("unsupported", name);
    if (at < 0 || parts.has(name)) throw new RuleError("invalid", part);
    parts.set(name, part.slice(at + 1).trim());
  }
  return parts;
}

function writtenPart(parts: ReadonlyMap<string, string>, name: string): string {
  return `${name}=${parts.get(name) ?? ""}`;
}

function numbersOf(parts: ReadonlyMap<string, string>, name: string): number[] {
  const written = parts.get(name);
  if (written === undefined) return [];
  const [least, most, fromEnd] = numberParts[name] as readonly [number, number, true?];
  const numbers = written.split(",").map((item) => {
    const number = /^[+-]?\d{1,3}$/.test(item) ? Number(item) : Number.NaN;
    const size = fromEnd ? Math.abs(number) : number;
    if (!(size >= least && size <= most)) throw new RuleError("invalid", writtenPart(parts, name));
    return number;
  });
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function countOf(parts: ReadonlyMap<string, string>, name: string): number | undefined {
  const written = parts.get(name);
  if (written === undefined) return undefined;
  if (!/^\d{1,9}$/.test(written) || Number(written) === 0) throw new RuleError("invalid", writtenPart(parts, name));
  return Number(written);
}

function weekStartOf(parts: ReadonlyMap<string, string>): number {
  const weekday = weekdayCodes.indexOf(parts.get("WKST") ?? "MO");
  if (weekday < 0) throw new RuleError("invalid", writtenPart(parts, "WKST"));
  return weekday;
}

/** The weekdays of BYDAY. Ordinals count within a month or a year, so no other frequency can have them, nor can weeks by number. */
function daysOf(parts: ReadonlyMap<string, string>, frequency: Frequency): RuleDay[] {
  const written = parts.get("BYDAY");
  if (written === undefined) return [];
  const mayCount = frequency === "MONTHLY" || (frequency === "YEARLY" && !parts.has("BYWEEKNO"));
  return written.split(",").map((item) => {
    const [, digits = "", code = ""] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(item.trim()) ?? [];
    const weekday = weekdayCodes.indexOf(code);
    const ordinal = Number(digits);
    const isOrdinal = digits !== "" && ordinal !== 0 && Math.abs(ordinal) <= 53 && mayCount;
    if (weekday < 0 || (digits !== "" && !isOrdinal)) throw new RuleError("invalid", writtenPart(parts, "BYDAY"));
    return { ordinal, weekday };
  });
}
