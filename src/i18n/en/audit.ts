/** Audits, and the history that needs are measured from. */
import { grouped } from "../shared.js";

export const audit = {
  fallsShort: (attained: string, wanted: number) =>
    `Attainment is ${attained}, less than the ${wanted} % of --min-attainment.`,
  title: (path: string) => `Audit of ${path}`,
  byMonthTitle: "Attainment by month and priority, in percent",
  usedTitle: "Response time against the target",
  usedNote: "How many tickets were answered within each share of their target's time, in percent.",
  targetLine: (percent: number) => `wanted: ${percent} %`,
  ownPlan: (plans: string) => `${plans} (as it was)`,
  tickets: "Tickets",
  attainment: "Attainment",
  unanswered: "Unanswered",
  wanted: "Wanted",
  month: "Month",
  by: (label: string) => `By ${label.toLowerCase()}`,
  counts: (read: number, judged: number, unjudged: number, bad: number) =>
    [
      `${grouped(read)} read`,
      `${grouped(judged)} judged`,
      ...(unjudged > 0 ? [`${grouped(unjudged)} not yet due`] : []),
      ...(bad > 0 ? [`${grouped(bad)} with errors`] : []),
    ].join(", "),
  ofJudged: (met: number, judged: number) => `${grouped(met)} of ${grouped(judged)}`,
  nothingJudged: "nothing could be judged",
  unansweredCounts: (overdue: number, open: number) =>
    `${grouped(overdue)} past their deadline, judged as missed; ${grouped(open)} not yet due, not judged`,
  responseTimes: "First response, on the clock of the target",
  answered: "Answered",
  median: "Median",
  p90: "90 % within",
  longest: "Longest",
  worst: "Worst misses",
  ticket: "Ticket",
  whatIf: "The same tickets under the other plans",
  met: "In time",
  promise: "Its deadline",
  earlier: (seconds: number, size: string) =>
    seconds === 0 ? "the same" : `${size} ${seconds > 0 ? "earlier" : "later"}`,
};

export const history = {
  title: (tickets: string, path: string) => `Measured from ${tickets} tickets of ${path}`,
  share: "Share",
  tickets: "Tickets",
  within: "90 % answered within",
  earlier: "Deadline earlier",
  by: "Median gain",
  against: (plan: string) => `What each plan would have promised, against ${plan}`,
};
