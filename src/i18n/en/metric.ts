/** Texts that replace those of the first response where another metric is measured; `name` is the metric's. */
import { formatUtc } from "../../core/format-time.js";
import type { GroupedAssumption } from "../../report.js";
import { grouped } from "../shared.js";
import { count } from "./grammar.js";
import { likelyResponses } from "./notices.js";

export const metricTexts = (name: string) => ({
  labels: { respondBy: `${name} by`, responded: name, targets: `${name} targets` },
  statuses: { open: "open" },
  audit: {
    title: (path: string, span: string) => `${name}: audit of ${path}${span === "" ? "" : `, ${span}`}`,
    notDue: "Outstanding and not yet due: not evaluated",
    closed: "Closed at an unknown time: not evaluated",
    usedTitle: `${name} time as a share of the target`,
    usedNote: "Percentage of tickets done within each share of the target time.",
    unanswered: "Outstanding",
    responseTimes: `${name} time, on the target's clock`,
    answered: "Done",
    whatIfNote:
      "The times are the same in every row, and the same times miss a stricter target more often. A lower attainment does not mean a worse plan.",
  },
  reading: { labels: { unanswered: "Outstanding" } },
  html: { respondBy: `${name} by` },
  ics: { respondBy: (parts: readonly string[]) => `${name} due: ${parts.join(", ")}` },
  watch: {
    openTickets: (count: number) => (count === 1 ? "1 open ticket" : `${grouped(count)} open tickets`),
    answered: (count: number) => `${grouped(count)} done`,
  },
  assumption: (assumption: GroupedAssumption): string | undefined => {
    if (assumption.code === "unanswered") {
      const { now, closed } = assumption;
      return `A ticket that is outstanding counts as missed if its deadline is before ${formatUtc(now)} (--now); otherwise${closed === undefined ? "" : `, or if it was closed at an unknown time (${count(closed, "ticket")}),`} it is not evaluated.`;
    }
    if (assumption.code === "no-response-column")
      return `No column has times for ${name}, so every ticket is assumed to be outstanding. ${likelyResponses(assumption.likely, "resolved")}`;
    return undefined;
  },
});

export type MetricTexts = typeof metricTexts;
