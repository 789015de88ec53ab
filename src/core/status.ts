/**
 * The status of a ticket: met, missed, open, at risk, overdue, or closed without a response. Compares instants and used time only.
 */
import { checkNumber, checkObject, checkWhole } from "./check.js";
import { reachesPercent } from "./share.js";

export const statuses = ["met", "missed", "open", "at-risk", "overdue", "closed"] as const;
export type Status = (typeof statuses)[number];

/** Percent of the budget after which an unanswered ticket is at risk, by default. */
export const defaultAtRiskPercent = 75;

export interface StatusInput {
  readonly deadline: number;
  /** When support first responded; undefined or null while it has not. */
  readonly responded?: number | null | undefined;
  readonly now: number;
  /** Counted time used until now or the response, and the whole budget, on the same clock, in milliseconds. */
  readonly usedMs: number;
  readonly budgetMs: number;
  readonly atRiskPercent: number;
}

/**
 * A response at the deadline itself is in time, and a ticket is overdue only once its deadline has passed.
 * Throws RangeError for a time that is not a whole number of milliseconds, and a percentage that is no number.
 */
export function statusOf(input: StatusInput): Status {
  checkObject("the ticket", input);
  for (const key of ["deadline", "now", "usedMs", "budgetMs"] as const) checkWhole(key, input[key]);
  checkNumber("atRiskPercent", input.atRiskPercent);
  const { deadline, now, usedMs, budgetMs, atRiskPercent } = input;
  // Databases and JSON have null where there is nothing.
  const responded = input.responded ?? undefined;
  if (responded !== undefined) checkWhole("responded", responded);
  return statusByTimes(deadline, responded, now) ?? statusByUse(usedMs, budgetMs, atRiskPercent);
}

/** The status where the instants alone decide it; otherwise undefined, and how much of the budget was used decides. */
export function statusByTimes(deadline: number, responded: number | undefined, now: number): Status | undefined {
  if (responded !== undefined) return responded <= deadline ? "met" : "missed";
  return now > deadline ? "overdue" : undefined;
}

/** The status of a ticket without a response whose deadline has not passed. */
export function statusByUse(usedMs: number, budgetMs: number, atRiskPercent: number): Status {
  return reachesPercent(usedMs, budgetMs, atRiskPercent) ? "at-risk" : "open";
}
