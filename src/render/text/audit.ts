/**
 * An audit as text with small bars, as Markdown and as rows: attainment, response times, worst misses, and the other plans.
 */
import type { Messages } from "../../i18n/en/index.js";

import type { Attainment, AuditGroup, AuditReport, WorstMiss } from "../../report.js";
import { type Cell, escapeMarkdown, renderDelimited, renderMarkdownTable } from "../delimited.js";
import { createStyle, type View } from "./color.js";
import { clockNames, formatAmountOn, formatCounted, roughly, roughlyCounted } from "./counted.js";
import { formatPercent } from "./percent.js";
import { renderAssumptions, renderAssumptionsMarkdown } from "./sanitize.js";
import { renderPairs, renderTable, renderTitle } from "./table.js";
import { formatMoment } from "./time.js";
import { wrapText } from "./width.js";

/** A heading and a table: what text and Markdown both show. */
export interface AuditSection {
  readonly id: "priority" | "plan" | "region" | "month" | "responses" | "worst" | "whatIf";
  readonly heading: string;
  /** A sentence below the table. */
  readonly note?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const barCells = 16;

/** `████████░░░░░░░░`: filled to the share; only a full share fills it, and only none leaves it empty. */
function bar(share: number): string {
  const filled = Math.round(share * barCells);
  const shown = share > 0 && share < 1 ? Math.min(barCells - 1, Math.max(1, filled)) : filled;
  return "█".repeat(shown) + "░".repeat(barCells - shown);
}

export function renderAuditText(report: AuditReport, messages: Messages, view: View): string {
  const style = createStyle(view.color);
  const sections = auditSections(report, messages).map(
    ({ heading, head, rows, note }) =>
      `\n${style.heading(heading)}\n${renderTable(head, rows, view.columns, style)}${note === undefined ? "" : renderNote(note, view.columns)}`,
  );
  return [
    renderTitle(auditTitle(report, messages), view.columns, style),
    "\n",
    renderPairs(auditPairs(report, messages), view.columns, style),
    ...sections,
    renderAssumptions(report.assumptions, messages, view, style),
  ].join("");
}

export function renderAuditMarkdown(report: AuditReport, messages: Messages): string {
  const pairs = auditPairs(report, messages).map(
    ([label, value]) => `- ${escapeMarkdown(label)}: ${escapeMarkdown(value)}\n`,
  );
  const sections = auditSections(report, messages).map(
    ({ heading, head, rows, note }) =>
      `\n## ${heading}\n\n${renderMarkdownTable(head, rows)}${note === undefined ? "" : `\n${escapeMarkdown(note)}\n`}`,
  );
  const assumptions = renderAssumptionsMarkdown(report.assumptions, messages);
  return `# ${escapeMarkdown(auditTitle(report, messages))}\n\n${pairs.join("")}${sections.join("")}\n${assumptions}`;
}

function renderNote(note: string, columns: number): string {
  return wrapText(note, columns - 2)
    .map((line) => `  ${line}\n`)
    .join("");
}

/** The groups, one a row, from which every other number of attainment follows. */
export function renderAuditRows({ groups }: AuditReport): string {
  const head = ["plan", "priority", "region", "month", "met", "judged", "unjudged", "attainment"];
  const rows = groups.map((g): Cell[] => [
    g.plan,
    g.priority,
    g.region,
    g.month,
    g.met,
    g.judged,
    g.unjudged,
    g.attainment,
  ]);
  return renderDelimited([head, ...rows], ",");
}

export function auditTitle({ path, groups, names }: AuditReport, messages: Messages): string {
  const plans = [...new Set(groups.map(({ plan }) => names.plans[plan] ?? plan))];
  return [messages.audit.title(path), ...plans].join(" · ");
}

/** Writes a share that is compared with the one wanted: a percentage, with a bar where the form has no pictures. */
type FormatShare = (part: number, whole: number, wanted?: number) => string;

export function auditPairs(
  report: AuditReport,
  messages: Messages,
  formatShare: FormatShare = barred,
): [string, string][] {
  const { audit } = messages;
  const { tickets, unanswered, minPercent } = report;
  return [
    [audit.tickets, audit.counts(tickets.read, tickets.judged, tickets.unjudged, tickets.bad)],
    [audit.attainment, attained(report)],
    [audit.unanswered, audit.unansweredCounts(unanswered.overdue, unanswered.open)],
    ...(minPercent === undefined ? [] : [[audit.wanted, `${minPercent} %`] as [string, string]]),
  ];

  function attained({ met, judged }: AuditReport): string {
    if (judged === 0) return audit.nothingJudged;
    return `${formatShare(met, judged, minPercent)} ${audit.ofJudged(met, judged)}`;
  }
}

/** The attainment of all tickets in a sentence. */
export function attainmentText({ met, judged, minPercent }: AuditReport, messages: Messages): string {
  return judged === 0 ? messages.labels.none : formatPercent(met, judged, minPercent);
}

function barred(part: number, whole: number, wanted?: number): string {
  return `${formatPercent(part, whole, wanted).padStart(7)} ${bar(part / whole)}`;
}

export function auditSections(
  report: AuditReport,
  messages: Messages,
  formatShare: FormatShare = barred,
): AuditSection[] {
  const { audit, labels } = messages;
  const { groups, names, minPercent } = report;
  const attained = ({ met, judged }: Pick<Attainment, "met" | "judged">) => [
    judged === 0 ? labels.none : formatShare(met, judged, minPercent),
    audit.ofJudged(met, judged),
  ];
  const by = (
    id: AuditSection["id"],
    label: string,
    keyOf: (group: AuditGroup) => string,
    nameOf: (key: string) => string,
  ): AuditSection[] => {
    const sums = new Map<string, { met: number; judged: number }>();
    for (const group of groups) {
      const sum = sums.get(keyOf(group)) ?? { met: 0, judged: 0 };
      sum.met += group.met;
      sum.judged += group.judged;
      sums.set(keyOf(group), sum);
    }
    if (sums.size < 2 && label !== labels.priority) return [];
    const rows = [...sums].map(([key, sum]) => [nameOf(key), ...attained(sum)]);
    return [{ id, heading: audit.by(label), head: [label, audit.attainment, audit.met], rows }];
  };
  const lateTime = ({ late, deadline, responded }: WorstMiss) =>
    formatCounted(roughlyCounted(late), roughly((responded ?? report.now) - deadline), messages);
  const priorityName = (id: string) => `${id} ${names.priorities[id] ?? ""}`.trim();
  const regionName = (id: string) => (id === "" ? labels.none : (names.regions[id] ?? id));
  const sections = [
    ...by("priority", labels.priority, (g) => g.priority, priorityName),
    ...by(
      "plan",
      labels.plan,
      (g) => g.plan,
      (id) => names.plans[id] ?? id,
    ),
    ...by("region", labels.region, (g) => g.region ?? "", regionName),
    ...by(
      "month",
      audit.month,
      (g) => g.month,
      (month) => month,
    ).map((section) => ({
      ...section,
      rows: [...section.rows].sort((a, b) => ((a[0] as string) < (b[0] as string) ? -1 : 1)),
    })),
    {
      id: "responses" as const,
      heading: audit.responseTimes,
      head: [labels.priority, audit.answered, labels.clock, audit.median, audit.p90, audit.longest],
      rows: report.responses.map((r) => [
        r.priority,
        messages.number(r.answered),
        clockNames(r.clocks, messages),
        ...[r.median, r.p90, r.max].map((seconds) => formatAmountOn(r.clocks, roughly(seconds * 1000), messages)),
      ]),
    },
    {
      id: "worst" as const,
      heading: audit.worst,
      head: [audit.ticket, labels.priority, labels.region, labels.respondBy, labels.responded, labels.late],
      rows: report.worst.map((miss) => [
        miss.id,
        miss.priority,
        miss.region ?? labels.none,
        formatMoment(miss.deadline, miss.zone, messages),
        miss.responded === undefined ? labels.none : formatMoment(miss.responded, miss.zone, messages),
        lateTime(miss),
      ]),
    },
    whatIfSection(report, messages, attained),
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}

function whatIfSection(
  { whatIf, names }: AuditReport,
  messages: Messages,
  attained: (sum: Pick<Attainment, "met" | "judged">) => readonly string[],
): AuditSection {
  const { audit, labels } = messages;
  return {
    id: "whatIf",
    heading: audit.whatIf,
    note: audit.whatIfNote,
    head: [labels.plan, audit.attainment, audit.met, audit.promise],
    rows: whatIf.map((other) => [
      names.plans[other.plan] ?? other.plan,
      ...attained(other),
      other.medianEarlierSeconds === null
        ? ""
        : audit.earlier(
            other.medianEarlierSeconds,
            messages.clockTime(roughly(Math.abs(other.medianEarlierSeconds) * 1000)),
          ),
    ]),
  };
}
