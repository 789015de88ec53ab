/**
 * The time of day in a written time: twelve or twenty-four hours, in the ways of several languages, with the offset behind it.
 */
import { dayMs } from "../core/date.js";
import type { TimeProblem } from "../errors.js";

export type ReadClock =
  | { readonly ok: true; readonly ms: number; readonly offset: string | undefined }
  | { readonly ok: false; readonly problem: TimeProblem };

const halves = "上午|下午|午前|午後|오전|오후";
const mornings: readonly string[] = ["上午", "午前", "오전"];
const clock = new RegExp(
  `^(${halves})? ?(\\d{1,2})(?:[:.](\\d{2})(?:[:.](\\d{2})(?:[.,](\\d{1,9}))?)?)?(?: ?([AaPp])\\.? ?(?:[Mm]\\.?)?(?![A-Za-z]))?(?: ?(.*))?$`,
  "s",
);
const offset = /^(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?|(?:UTC|GMT) ?[+-]\d{1,2}(?::?\d{2})?)$/;

/** `16h40`, `16 h 40 min`, `16時40分20秒`, `16點40分`, `16시 40분` with colons; words such as `Uhr` are left out. */
function withColons(text: string): string {
  return text
    .replace(
      /^(.*?\d{1,2}) ?(?:h|時|时|點|点|시) ?(\d{1,2}) ?(?:min|m|分|분)? ?(?:(\d{1,2}) ?(?:s|秒|초))?/,
      (_, hour, minute, second) =>
        [hour, ...[minute, second].filter(Boolean).map((part: string) => part.padStart(2, "0"))].join(":"),
    )
    .replace(/^(\D*\d{1,2}) ?(?:h|時|时|點|点|시)(?= |$)/, "$1:00")
    .replace(/^(\S*\d) ?(?:Uhr|uur|hrs?|h)\b\.?/i, "$1");
}

/** The time of day of a text; an abbreviation of a zone behind it is a problem, since it can mean several. */
export function readClock(text: string): ReadClock {
  const match = clock.exec(withColons(text));
  if (!match) return { ok: false, problem: "unreadable" };
  const [, halfName, hourText = "", minuteText, secondText = "0", fraction = "", letter, rest = ""] = match;
  if (minuteText === undefined && letter === undefined) return { ok: false, problem: "unreadable" };
  // A comment behind an offset repeats it in words: `GMT+0100 (CET)`.
  const zone = rest.replace(/^(\S+) \([^()]*\)$/, "$1");
  if (zone !== "" && !offset.test(zone))
    return { ok: false, problem: /^\(?[A-Z]{2,5}\)?$/.test(zone) ? "abbreviation" : "unreadable" };
  const half = letter?.toLowerCase() ?? (halfName === undefined ? undefined : mornings.includes(halfName) ? "a" : "p");
  let hour = Number(hourText);
  const minute = Number(minuteText ?? 0);
  const second = Number(secondText);
  if (half !== undefined && (hour < (letter ? 1 : 0) || hour > 12)) return { ok: false, problem: "impossible" };
  if (half !== undefined) hour = (hour % 12) + (half === "p" ? 12 : 0);
  const ms = hour * 3_600_000 + minute * 60_000 + second * 1000 + Number(fraction.padEnd(3, "0").slice(0, 3));
  if (minute > 59 || second > 59 || ms > dayMs) return { ok: false, problem: "impossible" };
  return { ok: true, ms, offset: zone === "" ? undefined : plainOffset(zone) };
}

/** `+0100` of `GMT+1`, `Z` of `UTC`. */
function plainOffset(zone: string): string {
  const [, sign, hours, minutes = "00"] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  return sign === undefined || hours === undefined ? "Z" : `${sign}${hours.padStart(2, "0")}:${minutes}`;
}
