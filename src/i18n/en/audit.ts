/** Audits, and the history that needs are measured from. */
import { grouped } from "../shared.js";

/** The tickets of an audit; `open` are those that are not due yet, `closed` those that were closed without a response. */
interface AuditCounts {
  readonly read: number;
  readonly judged: number;
  readonly open: number;
  readonly closed?: number;
  readonly withoutTarget: number;
  readonly bad: number;
  readonly filtered: number;
}

interface Unanswered {
  readonly overdue: number;
  readonly open: number;
  readonly closed?: number;
}

export const audit = {
  fallsShort: (attained: string, wanted: number) => `Attainment is ${attained}, below --min-attainment ${wanted}%.`,
  title: (path: string, span: string) => (span === "" ? `Audit of ${path}` : `Audit of ${path}, ${span}`),
  span: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
  byPeriodTitle: (period: string) => `Attainment by ${period.toLowerCase()} and priority, in percent`,
  trendTitle: "Attainment over time, in percent",
  hoursTitle: (zone: string | undefined) => `When tickets are opened (${zone ?? "local time of each region"})`,
  hoursNote:
    "Each row is an hour of the day, each column a day of the week. Darker cells have more tickets, or a lower attainment.",
  hour: "Hour",
  opened: "Tickets opened",
  hoursTable: "Tickets opened and attainment by hour and weekday",
  leftOutTitle: "Rows left out",
  rows: "Rows",
  firstLine: "First line",
  reason: "Reason",
  filtered: "Not chosen by --where, --from or --to",
  notDue: "Without a response and not yet due: not evaluated",
  closed: "Closed without a response: not evaluated",
  withoutTarget: "Their plan has no target for their priority: not evaluated",
  noValue: "(empty)",
  usedTitle: "Response time as a share of the target",
  usedNote: "Percentage of tickets answered within each share of the target time.",
  targetLine: (percent: number) => `required: ${percent}%`,
  ownPlan: (plans: string) => `${plans} (actual)`,
  tickets: "Tickets",
  attainment: "Attainment",
  unanswered: "Unanswered",
  wanted: "Required",
  periods: { day: "Day", week: "Week", month: "Month", quarter: "Quarter", year: "Year" },
  by: (label: string) => `By ${label.toLowerCase()}`,
  byColumn: (column: string) => `By column ${column}`,
  counts: ({ read, judged, open, closed = 0, withoutTarget, bad, filtered }: AuditCounts) =>
    [
      `${grouped(read)} read`,
      `${grouped(judged)} evaluated`,
      ...(open > 0 ? [`${grouped(open)} not yet due`] : []),
      ...(closed > 0 ? [`${grouped(closed)} closed`] : []),
      ...(withoutTarget > 0 ? [`${grouped(withoutTarget)} without a target`] : []),
      ...(bad > 0 ? [`${grouped(bad)} with errors`] : []),
      ...(filtered > 0 ? [`${grouped(filtered)} left out by filters`] : []),
    ].join(", "),
  ofJudged: (met: number, judged: number) => `${grouped(met)} of ${grouped(judged)}`,
  nothingJudged: "no tickets to evaluate",
  unansweredCounts: ({ overdue, open, closed = 0 }: Unanswered) =>
    `${grouped(overdue)} overdue, counted as missed; ${grouped(open)} not yet due${closed > 0 ? ` and ${grouped(closed)} closed` : ""}, not evaluated`,
  responseTimes: "First response time, on the target's clock",
  answered: "Answered",
  within: (percent: number) => (percent === 50 ? "Median" : `${percent}% within`),
  longest: "Longest",
  worst: "Longest delays",
  ticket: "Ticket",
  whatIf: "The same tickets under other plans",
  whatIfNote:
    "The responses are the same in every row, and the same responses miss a stricter target more often. A lower attainment does not mean a worse plan.",
  met: "Met",
  compared: "Deadline compared",
  earlier: (seconds: number, size: string) => (seconds === 0 ? "same" : `${size} ${seconds > 0 ? "earlier" : "later"}`),
};

export const history = {
  title: (tickets: number, path: string) =>
    `Measured from ${grouped(tickets)} ${tickets === 1 ? "ticket" : "tickets"} in ${path}`,
  share: "Share",
  tickets: "Tickets",
  within: "90% answered within",
  earlier: "Deadline earlier",
  by: "Median gain",
  against: (plan: string) => `Deadlines under each plan, compared with ${plan}`,
};
