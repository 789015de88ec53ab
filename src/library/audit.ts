/**
 * `audit` of the library: past tickets against the targets of their plan and of every other, as data.
 */
import { checkList, checkNumber, checkOneOf, checkText } from "../core/check.js";
import { periodUnits } from "../core/period.js";
import { countDaysRules } from "../core/target.js";
import type { AuditReport } from "../report.js";
import { type AuditOptions, checkInput, checkReading, type TicketInput } from "./tickets.js";

/** The result of an audit: attainment as `met` of `judged`, in groups and in all, and what other plans would have attained. */
export type Audit = Omit<AuditReport, "command" | "path" | "names" | "namesPeriods" | "minPercent" | "shownIn">;

/**
 * Counts the tickets of an input: each under its own plan, in `groups`, and under every other, in `whatIf`. Reads the input itself, as
 * `readTickets` does; the tickets that `readTickets` returns are no input.
 * Shares are from 0 to 1, or null where nothing was judged; response times are in seconds on the clock of the target, instants in
 * milliseconds. A row that cannot be read is counted in `tickets.bad`, with the first of each kind in `leftOut`.
 * Throws as `readTickets` does, and rejects with a `Failure` with the code `no-responses` where no column has times of responses,
 * `missing-option` where neither the input nor `plan` names a plan, or `missing-column` where `by` is not in the input.
 */
export async function audit(input: TicketInput, options: AuditOptions): Promise<Audit> {
  checkInput(input);
  checkReading(options);
  const { countDays, period, showTz, by, percentiles, worst } = options;
  if (countDays !== undefined) checkOneOf("countDays", countDays, countDaysRules);
  if (showTz !== undefined) checkText("showTz", showTz);
  if (period !== undefined) checkOneOf("period", period, periodUnits);
  if (by !== undefined) checkText("by", by);
  if (worst !== undefined) checkNumber("worst", worst);
  if (percentiles !== undefined) checkList("percentiles", percentiles);
  percentiles?.forEach((percent, i) => {
    checkNumber(`percentiles[${i}]`, percent);
  });
  const { auditOf } = await import("./audit-source.js");
  const { command, path, names, namesPeriods, minPercent, shownIn, ...result } = await auditOf(input, options);
  return result;
}
