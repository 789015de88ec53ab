/**
 * An audit as text with small bars, as Markdown and as rows: attainment, response times, worst misses, and the other plans.
 */
import { formatDay } from "../../core/date.js";
import type { Messages } from "../../i18n/en/index.js";
import type { Attainment, AuditGroup, AuditReport, WorstMiss } from "../../report.js";
import { type Cell, escapeMarkdown, renderDelimited, renderMarkdownTable } from "../delimited.js";
import { createStyle, type View } from "./color.js";
import { clockNames, formatAmountOn, formatCounted, roughly, roughlyCounted } from "./counted.js";
import { formatPercent } from "./percent.js";
import { renderReadingMarkdown } from "./reading.js";
import { renderAssumptions, renderAssumptionsMarkdown } from "./sanitize.js";
import { renderPairs, renderTable, renderTitle } from "./table.js";
import { formatBoth } from "./time.js";
import { wrapText } from "./width.js";

/** A heading and a table, the same in every format. */
export interface AuditSection {
  readonly id: "priority" | "plan" | "region" | "period" | "by" | "responses" | "worst" | "whatIf" | "leftOut";
  readonly heading: string;
  /** A sentence below the table. */
  readonly note?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const barCells = 16;

/** `████████░░░░░░░░`: full only for a share of 1, empty only for 0. */
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
  return `# ${escapeMarkdown(auditTitle(report, messages))}\n\n${pairs.join("")}${sections.join("")}\n${renderReadingMarkdown(report.reading, messages)}\n${assumptions}`;
}

function renderNote(note: string, columns: number): string {
  return wrapText(note, columns - 2)
    .map((line) => `  ${line}\n`)
    .join("");
}

/** One row per group; all other numbers of attainment are sums of these. */
export function renderAuditRows(report: AuditReport): string {
  return renderDelimited(auditTable(report), ",");
}

/** The groups of tickets as rows of cells, the head first. */
export function auditTable({ groups, period, namesPeriods, by, metric }: AuditReport): readonly (readonly Cell[])[] {
  const head = [
    ...["plan", "priority", "region", "month", "met", "judged", "unjudged", "attainment"],
    ...(namesPeriods ? ["period"] : []),
    ...(by === undefined ? [] : ["by"]),
    ...(metric === undefined ? [] : ["metric"]),
  ];
  const rows = groups.map((g): Cell[] => [
    g.plan,
    g.priority,
    g.region,
    period === "month" ? g.period : "",
    g.met,
    g.judged,
    g.unjudged,
    g.attainment,
    ...(namesPeriods ? [g.period] : []),
    ...(by === undefined ? [] : [g.by]),
    ...(metric === undefined ? [] : [metric]),
  ]);
  return [head, ...rows];
}

/** The file, the days that the report is about with the last one included, and the plans. */
export function auditTitle({ path, span, groups, names }: AuditReport, messages: Messages): string {
  const plans = [...new Set(groups.map(({ plan }) => names.plans[plan] ?? plan))];
  const days = span === undefined ? "" : messages.audit.span(formatDay(span.first), formatDay(span.last));
  return [messages.audit.title(path, days), ...plans].join(" · ");
}

/** Formats a share beside the required one: a percentage, with a bar in formats that have no charts. */
type FormatShare = (part: number, whole: number, minPercent?: number) => string;

export function auditPairs(
  report: AuditReport,
  messages: Messages,
  formatShare: FormatShare = formatWithBar,
): [string, string][] {
  const { audit } = messages;
  const { tickets, unanswered, withoutTarget, minPercent } = report;
  return [
    [
      audit.tickets,
      audit.counts({
        ...tickets,
        ...unanswered,
        withoutTarget,
        filtered: report.leftOut.filtered,
      }),
    ],
    [audit.attainment, attained(report)],
    [audit.unanswered, audit.unansweredCounts(unanswered)],
    ...(minPercent === undefined ? [] : [[audit.wanted, `${minPercent}%`] as [string, string]]),
  ];

  function attained({ met, judged }: AuditReport): string {
    if (judged === 0) return audit.nothingJudged;
    return `${formatShare(met, judged, minPercent).trimStart()} ${audit.ofJudged(met, judged)}`;
  }
}

/** The attainment of all tickets as a percentage. */
export function attainmentText({ met, judged, minPercent }: AuditReport, messages: Messages): string {
  return judged === 0 ? messages.labels.none : formatPercent(met, judged, minPercent);
}

function formatWithBar(part: number, whole: number, minPercent?: number): string {
  return `${formatPercent(part, whole, minPercent).padStart(6)} ${bar(part / whole)}`;
}

/** The sections that have rows. */
export function auditSections(
  report: AuditReport,
  messages: Messages,
  formatShare: FormatShare = formatWithBar,
): AuditSection[] {
  const attained: AttainedCells = ({ met, judged }) => [
    judged === 0 ? messages.labels.none : formatShare(met, judged, report.minPercent),
    messages.audit.ofJudged(met, judged),
  ];
  return [
    ...attainmentSections(report, messages, attained),
    responsesSection(report, messages),
    worstSection(report, messages),
    whatIfSection(report, messages, attained),
    leftOutSection(report, messages),
  ].filter(({ rows }) => rows.length > 0);
}

/** The cells of an attainment: the share and the two counts. */
type AttainedCells = (sums: Pick<Attainment, "met" | "judged">) => readonly [share: string, counts: string];

/** Numbers in names by their size: Team 2 before Team 10. */
const byName = new Intl.Collator("en", { numeric: true });

/** A section with its rows by their first cell. */
function inOrder(section: AuditSection): AuditSection {
  return { ...section, rows: [...section.rows].sort(([a = ""], [b = ""]) => byName.compare(a, b)) };
}

/** Attainment by priority, by plan, region and period where there are several, and by the column of `--by`. */
function attainmentSections(
  { groups, names, period, by }: AuditReport,
  { audit, labels }: Messages,
  attained: AttainedCells,
): AuditSection[] {
  const sectionBy = (
    id: AuditSection["id"],
    label: string,
    keyOf: (group: AuditGroup) => string,
    nameOf: (key: string) => string,
  ): AuditSection => {
    const rows = [...sumsBy(groups, keyOf)].map(([key, sums]) => [nameOf(key), ...attained(sums)]);
    return { id, heading: audit.by(label), head: [label, audit.attainment, audit.met], rows };
  };
  const byPeriod = sectionBy(
    "period",
    audit.periods[period],
    (group) => group.period,
    (name) => name,
  );
  const byColumn =
    by === undefined
      ? []
      : [
          {
            ...sectionBy(
              "by",
              by,
              (group) => group.by,
              (value) => (value === "" ? audit.noValue : value),
            ),
            // A column may be called like another grouping.
            heading: audit.byColumn(by),
          },
        ];
  return [
    sectionBy(
      "priority",
      labels.priority,
      ({ priority }) => priority,
      (id) => priorityTitle(id, names),
    ),
    ...[
      sectionBy(
        "plan",
        labels.plan,
        ({ plan }) => plan,
        (id) => names.plans[id] ?? id,
      ),
      sectionBy(
        "region",
        labels.region,
        ({ region }) => region ?? "",
        (id) => regionTitle(id, names, labels),
      ),
      inOrder(byPeriod),
    ].filter(({ rows }) => rows.length > 1),
    ...byColumn.map(inOrder),
  ];
}

/** The id and the name of a priority. */
export function priorityTitle(id: string, names: AuditReport["names"]): string {
  const name = names.priorities[id];
  if (name === undefined) return id;
  return id === name.toLowerCase() ? name : `${id} ${name}`;
}

function regionTitle(id = "", { regions }: AuditReport["names"], labels: Messages["labels"]): string {
  return id === "" ? labels.none : (regions[id] ?? id);
}

function sumsBy(
  groups: readonly AuditGroup[],
  keyOf: (group: AuditGroup) => string,
): ReadonlyMap<string, { readonly met: number; readonly judged: number }> {
  const sums = new Map<string, { met: number; judged: number }>();
  for (const group of groups) {
    const { met, judged } = sums.get(keyOf(group)) ?? { met: 0, judged: 0 };
    sums.set(keyOf(group), { met: met + group.met, judged: judged + group.judged });
  }
  return sums;
}

function responsesSection({ responses }: AuditReport, messages: Messages): AuditSection {
  const { audit, labels } = messages;
  const percents = responses[0]?.percentiles.map(({ percent }) => percent) ?? [];
  return {
    id: "responses",
    heading: audit.responseTimes,
    head: [labels.priority, audit.answered, labels.clock, ...percents.map(audit.within), audit.longest],
    rows: responses.map(({ priority, answered, clocks, percentiles, max }) => [
      priority,
      messages.number(answered),
      clockNames(clocks, messages),
      ...[...percentiles.map(({ seconds }) => seconds), max].map((seconds) =>
        formatAmountOn(clocks, roughly(seconds * 1000), messages),
      ),
    ]),
  };
}

function worstSection({ worst, now, names, shownIn }: AuditReport, messages: Messages): AuditSection {
  const { audit, labels } = messages;
  const lateness = ({ late, deadline, responded = now }: WorstMiss) =>
    formatCounted(roughlyCounted(late), roughly(responded - deadline), messages);
  return {
    id: "worst",
    heading: audit.worst,
    head: [audit.ticket, labels.priority, labels.region, labels.respondBy, labels.responded, labels.late],
    rows: worst.map((miss) => [
      miss.id,
      miss.priority,
      regionTitle(miss.region, names, labels),
      formatBoth(miss.deadline, miss.zone, shownIn, messages),
      miss.responded === undefined ? labels.none : formatBoth(miss.responded, miss.zone, shownIn, messages),
      lateness(miss),
    ]),
  };
}

function whatIfSection({ whatIf, names }: AuditReport, messages: Messages, attained: AttainedCells): AuditSection {
  const { audit, labels } = messages;
  const earlier = (seconds: number) => audit.earlier(seconds, messages.clockTime(roughly(Math.abs(seconds) * 1000)));
  return {
    id: "whatIf",
    heading: audit.whatIf,
    note: audit.whatIfNote,
    head: [labels.plan, audit.attainment, audit.met, audit.compared],
    rows: whatIf.map(({ plan, medianEarlierSeconds, ...sums }) => [
      names.plans[plan] ?? plan,
      ...attained(sums),
      medianEarlierSeconds === null ? "" : earlier(medianEarlierSeconds),
    ]),
  };
}

/** Rows that are in no number of attainment, and why. */
function leftOutSection({ leftOut, unanswered, withoutTarget }: AuditReport, messages: Messages): AuditSection {
  const { audit } = messages;
  return {
    id: "leftOut",
    heading: audit.leftOutTitle,
    head: [audit.reason, audit.rows, audit.firstLine],
    rows: [
      ...leftOut.errors.map(({ rows, error, ...row }) => [
        messages.rowError(error),
        messages.number(rows),
        row.ticket === undefined && row.event === undefined ? messages.number(row.line) : messages.batch.position(row),
      ]),
      ...(unanswered.open > 0 ? [[audit.notDue, messages.number(unanswered.open), ""]] : []),
      ...(unanswered.closed ? [[audit.closed, messages.number(unanswered.closed), ""]] : []),
      ...(withoutTarget > 0 ? [[audit.withoutTarget, messages.number(withoutTarget), ""]] : []),
      ...(leftOut.filtered > 0 ? [[audit.filtered, messages.number(leftOut.filtered), ""]] : []),
    ],
  };
}
