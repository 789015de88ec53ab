/**
 * A file of dates, one entry a line: a date or a range of dates, the hours of a half day, and a name.
 */
import type { HoursRange } from "../../core/calendar.js";
import { parseDay } from "../../core/date.js";
import { parseMinutes } from "../../core/schedule.js";
import { CliError } from "../../errors.js";

export interface DateEntry {
  /** Empty where the line has none. */
  readonly name: string;
  /** The hours of the date; without them it is closed. */
  readonly hours?: readonly HoursRange[];
}

/** Days; ten years is no holiday, and a mistyped end should not close a calendar for a century. */
const longestRange = 3660;

const date = String.raw`\d{4}-\d{2}-\d{2}`;
/** Between the ends of a range: a slash or dots, a dash with blanks, or a word. */
const rangeMark = String.raw`(?:\s*(?:\/|\.\.\.?|–|—|~|〜|～)\s*|\s+(?:-|to|until|till|through|thru|bis|至|到|から)\s+|(?:至|到|から))`;
const linePattern = new RegExp(String.raw`^(${date})(?:${rangeMark}(${date}))?(?:まで)?(?:[\s,;]+(.*))?$`, "su");
const hoursPattern = /^(\d{1,2}:\d{2})\s*[-–]\s*(\d{1,2}:\d{2})(?:[\s,;]+(.*))?$/s;
/** A further date where the name would be, which would not count. */
const furtherDate = /^[^\p{L}\d]*\d{4}-\d{2}-\d{2}(?!\d)/u;

/** The mark of a range, or a word for one more date, with no whole date behind it, such as `to 31 December`. */
const cutShort =
  /^[\s,;]*(?:(?:to|until|till|through|thru|bis|and|und|&|\+|~|〜|～|–|—|-|\/|\.\.\.?)(?![\p{L}])|至|到|から|和|と)\s*(?:(?:\p{L}+\.?\s*)?\d+(?![\p{L}\d:])|$)/iu;

/**
 * Dates, one entry a line: `2026-12-29`, or a range such as `2026-12-29/2027-01-03` or with `to`; then `09:00-12:00` for a date that is open
 * only then, and a name, each after a blank, a comma or a semicolon. Empty lines and `#` comments are skipped. Throws `bad-holiday-line`
 * for anything else, such as two dates in a line.
 */
export function parseDates(text: string, path: string): Map<number, DateEntry> {
  const days = new Map<number, DateEntry>();
  text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .forEach((written, index) => {
      const line = withoutComment(written).trim();
      if (line === "") return;
      const parsed = parseLine(line);
      if (parsed === undefined) throw new CliError({ code: "bad-holiday-line", path, line: index + 1, value: line });
      for (let day = parsed.from; day <= parsed.to; day++) days.set(day, better(days.get(day), parsed.entry));
    });
  return days;
}

/** Hours beat a closure and add up, and a name beats an empty one, in whatever order the lines are. */
function better(known: DateEntry | undefined, added: DateEntry): DateEntry {
  if (known === undefined) return added;
  const hours = [...(known.hours ?? []), ...(added.hours ?? [])];
  return { name: known.name === "" ? added.name : known.name, ...(hours.length > 0 && { hours }) };
}

function parseLine(line: string): { from: number; to: number; entry: DateEntry } | undefined {
  const match = linePattern.exec(line);
  if (!match) return undefined;
  const [, first = "", last = first, rest = ""] = match;
  const from = parseDay(first);
  const to = parseDay(last);
  if (from === undefined || to === undefined || to < from || to - from >= longestRange) return undefined;
  if (furtherDate.test(rest) || cutShort.test(rest)) return undefined;
  const written = hoursPattern.exec(rest.trim());
  if (!written) return { from, to, entry: { name: nameIn(rest) } };
  const [, open = "", close = "", name = ""] = written;
  const hours = [padded(open), padded(close)] as const;
  const [opens, closes] = hours.map(parseMinutes);
  if (opens === undefined || closes === undefined || opens === closes || opens === 1440) return undefined;
  return { from, to, entry: { name: nameIn(name), hours: [hours] } };
}

function padded(time: string): string {
  return time.padStart(5, "0");
}

function nameIn(text: string): string {
  return text.replace(/^"(.*)"$/, "$1").trim();
}

/** A line up to a `#` that begins it or follows a blank. */
function withoutComment(line: string): string {
  const at = line.search(/(?:^|\s)#/);
  return at < 0 ? line : line.slice(0, at);
}
