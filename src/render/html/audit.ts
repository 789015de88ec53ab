/**
 * An audit as a page: the attainment, the trend, charts by period and priority, of how much of the target was used, and of the other plans,
 * when tickets are opened, each with its table; the worst misses, and the rows left out.
 */

import { weekdays } from "../../core/date.js";
import { padded } from "../../core/format-time.js";
import { formatPeriod } from "../../core/period.js";
import { reachesPercent, tenthsOfPercent } from "../../core/share.js";
import type { Messages } from "../../i18n/en/index.js";
import type { Attainment, AuditReport } from "../../report.js";
import type { JsonView } from "../json.js";
import { type AuditSection, auditPairs, auditSections, auditTitle, priorityTitle } from "../text/audit.js";
import { formatPercent } from "../text/percent.js";
import { binChart, type ChartBar, columnChart, heatMap, lineChart, rowChart } from "./charts.js";
import { fileName, type Html, html, nothing, type PageSection, pairsOf, renderPage, tableOf } from "./page.js";
import { readingSection } from "./reading.js";

/** What the charts of a page share. */
interface ChartContext {
  readonly report: AuditReport;
  readonly messages: Messages;
  /** The line of the required attainment. */
  readonly target: { readonly share: number; readonly label: string } | undefined;
}

export function renderAuditHtml(report: AuditReport, messages: Messages, view: JsonView): string {
  const { minPercent } = report;
  const target =
    minPercent === undefined ? undefined : { share: minPercent / 100, label: messages.audit.targetLine(minPercent) };
  const context = { report, messages, target };
  return renderPage(
    {
      title: auditTitle({ ...report, path: fileName(report.path) }, messages),
      lead: summaryCard(context),
      sections: sectionsOf(context),
    },
    report,
    messages,
    view,
  );
}

function summaryCard({ report, messages, target }: ChartContext): Html {
  const { audit } = messages;
  const look = report.attainment === null || target === undefined ? "" : lookOf(report, report.minPercent);
  const pairs = auditPairs(report, messages, formatPercent).filter(([label]) => label !== audit.attainment);
  return html`<div class="card"><p class="soft">${audit.attainment}</p><p class="big ${look}">${attained(report, messages, report.minPercent)}</p>${
    report.judged === 0 ? nothing : html`<p class="soft">${audit.ofJudged(report.met, report.judged)}</p>`
  }${pairsOf(pairs)}</div>
`;
}

function sectionsOf(context: ChartContext): PageSection[] {
  const { report, messages } = context;
  const { audit } = messages;
  const tables = auditSections(report, messages, formatPercent);
  const tablesOf = (...ids: AuditSection["id"][]) =>
    html`${ids.flatMap((id) => tables.filter((section) => section.id === id)).map((section) => table(section, false))}`;
  const sections: PageSection[] = [];
  if (report.groups.length > 0) {
    const trend = html`${trendChart(context)}${tablesOf("period")}`;
    sections.push({ id: "trend", title: audit.trendTitle, body: trend });
    const body = html`${periodCharts(context)}${tablesOf("priority", "plan", "region", "by")}`;
    sections.push({ id: "periods", title: audit.byPeriodTitle(audit.periods[report.period]), body });
  }
  if (report.hours.length > 0) {
    sections.push({ id: "hours", title: audit.hoursTitle(report.zone), body: hoursOfWeek(report, messages) });
  }
  if (report.used.length > 0) {
    sections.push({ id: "used", title: audit.usedTitle, body: html`${usedCharts(context)}${tablesOf("responses")}` });
  }
  if (report.whatIf.length > 0) {
    sections.push({ id: "plans", title: audit.whatIf, body: html`${plansChart(context)}${tablesOf("whatIf")}` });
  }
  for (const section of tables.filter(({ id }) => id === "worst")) {
    sections.push({ id: "worst", title: section.heading, body: table(section, true) });
  }
  for (const section of tables.filter(({ id }) => id === "leftOut")) {
    sections.push({ id: "left-out", title: section.heading, body: table(section, true) });
  }
  sections.push(readingSection(report.reading, messages));
  return sections;
}

/** The most periods that the trend shows empty ones among. */
const maxTrend = 400;

/** The periods from the first to the last with tickets; those without any between them too, unless there would be too many. */
function periodsOf({ groups, period, span }: AuditReport): readonly string[] {
  const used = [...new Set(groups.map((group) => group.period))].sort();
  if (!span || span.last - span.first > maxTrend * 366) return used;
  const days = Array.from({ length: span.last - span.first + 1 }, (_, i) => formatPeriod(period, span.first + i));
  const all = [...new Set(days)].filter((name) => name >= used[0]! && name <= used.at(-1)!);
  return all.length > maxTrend ? used : all;
}

/** Labels of periods: the year only where it changes. */
function periodLabels(periods: readonly string[]): readonly string[] {
  return periods.map((name, i) => (name.slice(0, 4) === periods[i - 1]?.slice(0, 4) ? name.slice(5) || name : name));
}

/** The attainment of all tickets, period by period, as a line. */
function trendChart({ report, messages, target }: ChartContext): Html {
  const { groups, minPercent } = report;
  const periods = periodsOf(report);
  const labels = periodLabels(periods);
  const bars = periods.map((name, i): ChartBar => {
    const sum = sumOf(groups.filter((group) => group.period === name));
    return {
      label: labels[i]!,
      value: attained(sum, messages, minPercent),
      share: sum.attainment ?? undefined,
      look: lookOf(sum, minPercent),
    };
  });
  return html`${legendOf(target)}<figure>${lineChart({ title: messages.audit.trendTitle, bars, target })}</figure>
`;
}

/** When tickets are opened, and how many of them are answered in time: hours of the day by days of the week. */
function hoursOfWeek({ hours, minPercent }: AuditReport, messages: Messages): Html {
  const { audit } = messages;
  const days = weekdays.map((day) => messages.weekdays[day]);
  const cellOf = (hour: number, day: number) => hours[day * 24 + hour]!;
  const rows = Array.from({ length: 24 }, (_, hour) => `${padded(hour)}:00`);
  const most = Math.max(...hours.map(({ opened }) => opened));
  const opened = rows.map((_, hour) => days.map((_, day) => cellOf(hour, day).opened / most));
  const missed = rows.map((_, hour) =>
    days.map((_, day) => {
      const { attainment } = cellOf(hour, day);
      return attainment === null ? undefined : 1 - attainment;
    }),
  );
  const numbers = rows.map((label, hour) => [
    label,
    ...days.map((_, day) => {
      const cell = cellOf(hour, day);
      if (cell.opened === 0) return "";
      const share = cell.judged === 0 ? messages.labels.none : formatPercent(cell.met, cell.judged, minPercent);
      return html`${messages.number(cell.opened)}<span class="under">${share}</span>`;
    }),
  ]);
  const numeric = days.map((_, day) => day + 1);
  return html`<p class="soft">${audit.hoursNote}</p><div class="charts"><figure><h3>${audit.opened}</h3>${heatMap({ title: audit.opened, columns: days, rows, cells: opened, look: "own" })}</figure><figure><h3>${audit.attainment}</h3>${heatMap({ title: audit.attainment, columns: days, rows, cells: missed, look: "bad" })}</figure></div>
${tableOf({ caption: audit.hoursTable, head: [audit.hour, ...days], groups: [{ rows: numbers }], numeric, look: "hours" })}`;
}

/** A chart of the periods for each priority. */
function periodCharts({ report, messages, target }: ChartContext): Html {
  const { groups, minPercent, names } = report;
  const { audit } = messages;
  const periods = periodsOf(report);
  const labels = periodLabels(periods);
  const barOf = (label: string, sum: Attainment): ChartBar => ({
    label,
    value:
      sum.attainment === null
        ? audit.nothingJudged
        : (tenthsOfPercent(sum.met, sum.judged, minPercent) / 10).toFixed(1),
    share: sum.attainment ?? undefined,
    look: lookOf(sum, minPercent),
  });
  const charts = [...new Set(groups.map(({ priority }) => priority))].map((id) => {
    const name = priorityTitle(id, names);
    const own = groups.filter((group) => group.priority === id);
    const bars = periods.map((period, i) => barOf(labels[i]!, sumOf(own.filter((group) => group.period === period))));
    const title = `${name}, ${audit.byPeriodTitle(audit.periods[report.period])}`;
    return html`<figure><h3>${name}</h3>${columnChart({ title, bars, target })}</figure>`;
  });
  return html`${legendOf(target)}<div class="charts">${charts}</div>
`;
}

/** A chart for each priority of how much of the target its responses used. */
function usedCharts({ report, messages }: ChartContext): Html {
  const { audit, labels } = messages;
  const charts = report.used.map(({ priority, bins }) => {
    const name = priorityTitle(priority, report.names);
    const total = bins.reduce((sum, { tickets }) => sum + tickets, 0);
    const bars = bins.map(
      ({ from, to, tickets }): ChartBar => ({
        label: to === null ? `>${from}` : `≤${to}`,
        value: messages.number(tickets),
        share: total === 0 ? 0 : tickets / total,
        look: to !== null && to <= 100 ? "good" : "bad",
      }),
    );
    const targetAfter = bins.findIndex(({ to }) => to === 100) + 1;
    const chart = { title: `${name}, ${audit.usedTitle}`, bars, targetAfter, targetLabel: labels.target };
    return html`<figure><h3>${name}</h3>${binChart(chart)}</figure>`;
  });
  return html`<p class="soft">${audit.usedNote}</p><div class="charts">${charts}</div>
`;
}

/** The attainment of the tickets' own plans, and what the other plans would have attained. */
function plansChart({ report, messages, target }: ChartContext): Html {
  const { groups, names, minPercent, whatIf } = report;
  const barOf = (label: string, one: Attainment, look: ChartBar["look"]): ChartBar => ({
    label,
    value: attained(one, messages, minPercent),
    share: one.attainment ?? undefined,
    look,
  });
  const own = [...new Set(groups.map(({ plan }) => names.plans[plan] ?? plan))].join(", ");
  const bars = [
    barOf(messages.audit.ownPlan(own), report, "own"),
    ...whatIf.map((other) => barOf(names.plans[other.plan] ?? other.plan, other, "plain")),
  ];
  return html`${legendOf(target)}<figure>${rowChart({ title: messages.audit.whatIf, bars, target })}</figure>
`;
}

function attained({ met, judged, attainment }: Attainment, messages: Messages, minPercent: number | undefined): string {
  return attainment === null ? messages.audit.nothingJudged : formatPercent(met, judged, minPercent);
}

function lookOf({ met, judged }: Attainment, minPercent: number | undefined): "own" | "good" | "bad" {
  if (minPercent === undefined) return "own";
  return judged > 0 && reachesPercent(met, judged, minPercent) ? "good" : "bad";
}

function legendOf(target: ChartContext["target"]): Html {
  if (target === undefined) return nothing;
  return html`<ul class="legend"><li><svg width="26" height="14" aria-hidden="true"><line class="target" x1="0" x2="26" y1="7" y2="7"/></svg>${target.label}</li></ul>`;
}

function table({ heading, head, rows, id, note }: AuditSection, isTitled: boolean): Html {
  // Names, times and the clocks of response times.
  const isText = (column: number) => column === 0 || id === "worst" || (id === "responses" && column === 2);
  const numeric = head.map((_, column) => column).filter((column) => !isText(column));
  const titled = tableOf({ caption: heading, isTitled, head, groups: [{ rows }], numeric });
  return note === undefined ? titled : html`${titled}<p class="soft">${note}</p>\n`;
}

function sumOf(groups: readonly Attainment[]): Attainment {
  const met = groups.reduce((sum, group) => sum + group.met, 0);
  const judged = groups.reduce((sum, group) => sum + group.judged, 0);
  return { met, judged, attainment: judged === 0 ? null : met / judged };
}
