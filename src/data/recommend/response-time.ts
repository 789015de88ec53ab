/**
 * A required time to first response, as it is typed and printed.
 */

import { horizonMs } from "../../core/open-time.js";
import { budgetMsOf, type Clock, clocks, type TimeUnit } from "../../core/target.js";
import { CliError } from "../../errors.js";
import { maxTimeCharacters } from "../../limits.js";
import { nearestNames } from "../../suggest.js";
import type { Dataset } from "../dataset.js";
import { findPriority } from "../lookup.js";

/** An amount of time above zero, on a clock; without one, on whatever clock the plan's own target runs. */
export interface ResponseTime {
  readonly amount: number;
  readonly unit: TimeUnit;
  readonly clock?: Clock;
}

const letters = { seconds: "s", minutes: "m", hours: "h", days: "d" } as const satisfies Record<TimeUnit, string>;

/** `2h`, `30m@24x7`, at most 100 years; undefined for anything else. */
export function parseAmount(text: string): ResponseTime | undefined {
  if (text.length > maxTimeCharacters) return undefined;
  const match = /^(\d+(?:\.\d+)?) ?([smhd])(?:@(.+))?$/.exec(text.trim().toLowerCase());
  if (!match) return undefined;
  const amount = Number(match[1]);
  const unit = (Object.keys(letters) as TimeUnit[]).find((name) => letters[name] === match[2]);
  const clock = clocks.find((name) => name === match[3]);
  if (!unit || amount <= 0 || budgetMsOf({ amount, unit }) > horizonMs || (match[3] !== undefined && !clock))
    return undefined;
  return { amount, unit, ...(clock && { clock }) };
}

/** The text {@link parseAmount} reads: `2h`, `30m@24x7`. A target prints with its clock. */
export function formatResponseTime({ amount, unit, clock }: ResponseTime): string {
  return `${amount}${letters[unit]}${clock ? `@${clock}` : ""}`;
}

/** `P2=2h` or `P2=30m@24x7`. Throws `bad-value` for another form and `unknown-value` for a priority or clock that is not known. */
export function parseResponseTime(
  text: string,
  dataset: Dataset,
): { readonly priority: string; readonly within: ResponseTime } {
  const option = "--within";
  const at = text.indexOf("=");
  if (at < 0) throw new CliError({ code: "bad-value", option, value: text, expected: "within" });
  const word = text.slice(0, at).trim();
  const priority = findPriority(dataset, word);
  if (priority === undefined) {
    const allowed = Object.keys(dataset.priorities);
    throw new CliError({ code: "unknown-value", option, value: word, allowed, nearest: nearestNames(word, allowed) });
  }
  const within = parseAmount(text.slice(at + 1));
  if (within) return { priority, within };
  const mark = text.lastIndexOf("@");
  const clock = text.slice(mark + 1).trim();
  if (mark > at && clock !== "" && parseAmount(text.slice(at + 1, mark))) {
    throw new CliError({
      code: "unknown-value",
      option,
      value: clock,
      allowed: clocks,
      nearest: nearestNames(clock, clocks),
    });
  }
  throw new CliError({ code: "bad-value", option, value: text, expected: "within" });
}
