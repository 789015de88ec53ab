/**
 * What a ticket's clock says of it: met, missed, open, at risk or overdue. Pure comparison of instants and used time.
 */

export const statuses = ["met", "missed", "open", "at-risk", "overdue"] as const;
export type Status = (typeof statuses)[number];

/** Percent of the budget after which an unanswered ticket is at risk, unless said. */
export const defaultAtRiskPercent = 75;

export interface Judged {
  readonly deadline: number;
  /** When support first responded; undefined while it has not. */
  readonly responded: number | undefined;
  readonly now: number;
  /** Counted time used until now or the response, and the whole budget, on the same clock, in milliseconds. */
  readonly usedMs: number;
  readonly budgetMs: number;
  readonly atRiskPercent: number;
}

/** A response at the deadline itself is in time, and a ticket is overdue only once its deadline has passed. */
export function judge({ deadline, responded, now, usedMs, budgetMs, atRiskPercent }: Judged): Status {
  if (responded !== undefined) return responded <= deadline ? "met" : "missed";
  if (now > deadline) return "overdue";
  return usedMs * 100 >= budgetMs * atRiskPercent ? "at-risk" : "open";
}
