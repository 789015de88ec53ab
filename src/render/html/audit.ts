/**
 * An audit as a page: the share attained, then pictures of it by month and priority, of how the target was used, and of the other
 * plans, each with its table; the worst misses.
 */

import { reachesPercent, tenthsOfPercent } from "../../core/share.js";
import type { Messages } from "../../i18n/en/index.js";
import type { Attainment, AuditReport } from "../../report.js";
import type { JsonView } from "../json.js";
import { type AuditSection, auditPairs, auditSections, auditTitle } from "../text/audit.js";
import { formatPercent } from "../text/percent.js";
import { binChart, type ChartBar, columnChart, rowChart } from "./charts.js";
import { type Html, html, nothing, type PageSection, pairsOf, renderPage, tableOf } from "./page.js";

export function renderAuditHtml(report: AuditReport, messages: Messages, view: JsonView): string {
  const { audit, labels } = messages;
  const { attainment, minPercent, groups, names, used, whatIf } = report;
  const target =
    minPercent === undefined ? undefined : { share: minPercent / 100, label: audit.targetLine(minPercent) };
  const lookOf = ({ met, judged }: Attainment): ChartBar["look"] =>
    minPercent === undefined ? "own" : judged > 0 && reachesPercent(met, judged, minPercent) ? "good" : "bad";
  const priorityName = (id: string) => `${id} ${names.priorities[id] ?? ""}`.trim();
  const months = [...new Set(groups.map(({ month }) => month))].sort();
  const priorities = [...new Set(groups.map(({ priority }) => priority))];
  const tables = auditSections(report, messages, formatPercent);
  const legend =
    target === undefined
      ? nothing
      : html`<ul class="legend"><li><svg width="26" height="14" aria-hidden="true"><line class="target" x1="0" x2="26" y1="7" y2="7"/></svg>${target.label}</li></ul>`;

  function byMonth(): Html {
    return html`${legend}<div class="charts">${priorities.map((priority) => {
      const bars = months.map((month, i): ChartBar => {
        const sum = sumOf(groups.filter((g) => g.priority === priority && g.month === month));
        return {
          label: i === 0 || month.endsWith("-01") ? month : month.slice(5),
          value:
            sum.attainment === null
              ? audit.nothingJudged
              : (tenthsOfPercent(sum.met, sum.judged, minPercent) / 10).toFixed(1),
          share: sum.attainment ?? undefined,
          look: lookOf(sum),
        };
      });
      return html`<figure><h3>${priorityName(priority)}</h3>${columnChart({ title: `${priorityName(priority)}, ${audit.byMonthTitle}`, bars, target })}</figure>`;
    })}</div>
`;
  }

  function distribution(): Html {
    return html`<p class="soft">${audit.usedNote}</p><div class="charts">${used.map(({ priority, bins }) => {
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
      return html`<figure><h3>${priorityName(priority)}</h3>${binChart({ title: `${priorityName(priority)}, ${audit.usedTitle}`, bars, targetAfter, targetLabel: labels.target })}</figure>`;
    })}</div>
`;
  }

  function plans(): Html {
    const bar = (label: string, one: Attainment, look: ChartBar["look"]): ChartBar => ({
      label,
      value: one.attainment === null ? audit.nothingJudged : formatPercent(one.met, one.judged, minPercent),
      share: one.attainment ?? undefined,
      look,
    });
    const own = [...new Set(groups.map(({ plan }) => names.plans[plan] ?? plan))].join(", ");
    const bars = [
      bar(audit.ownPlan(own), report, "own"),
      ...whatIf.map((other) => bar(names.plans[other.plan] ?? other.plan, other, "plain")),
    ];
    return html`${legend}<figure>${rowChart({ title: audit.whatIf, bars, target })}</figure>
`;
  }

  const sections: PageSection[] = [
    ...(months.length === 0
      ? []
      : [
          {
            id: "months",
            title: audit.byMonthTitle,
            body: html`${byMonth()}${tablesOf(["priority", "month", "plan", "region"])}`,
          },
        ]),
    ...(used.length === 0
      ? []
      : [{ id: "used", title: audit.usedTitle, body: html`${distribution()}${tablesOf(["responses"])}` }]),
    ...(whatIf.length === 0
      ? []
      : [{ id: "plans", title: audit.whatIf, body: html`${plans()}${tablesOf(["whatIf"])}` }]),
    ...tables
      .filter(({ id }) => id === "worst")
      .map((section): PageSection => ({ id: "worst", title: section.heading, body: table(section, true) })),
  ];
  return renderPage(
    {
      // The page may be passed on, and the folders of whoever made it are nobody's business.
      title: auditTitle({ ...report, path: report.path.split(/[\\/]/).at(-1) ?? "" }, messages),
      lead: html`<div class="card"><p class="soft">${audit.attainment}</p><p class="big ${attainment === null || target === undefined ? "" : lookOf(report)}">${
        attainment === null ? audit.nothingJudged : formatPercent(report.met, report.judged, minPercent)
      }</p>${pairsOf(auditPairs(report, messages, formatPercent).filter(([label]) => label !== audit.attainment))}</div>
`,
      sections,
    },
    report,
    messages,
    view,
  );

  function tablesOf(ids: readonly AuditSection["id"][]): Html {
    return html`${ids.flatMap((id) => tables.filter((section) => section.id === id)).map((section) => table(section, false))}`;
  }
}

function table({ heading, head, rows, id, note }: AuditSection, isTitled: boolean): Html {
  // Words: names, moments, and the clock of response times.
  const isText = (column: number) => column === 0 || id === "worst" || (id === "responses" && column === 2);
  const numeric = head.map((_, column) => column).filter((column) => !isText(column));
  const shown = tableOf({ caption: heading, isTitled, head, groups: [{ rows }], numeric });
  return note === undefined ? shown : html`${shown}<p class="soft">${note}</p>\n`;
}

function sumOf(groups: readonly Attainment[]): Attainment {
  const met = groups.reduce((sum, group) => sum + group.met, 0);
  const judged = groups.reduce((sum, group) => sum + group.judged, 0);
  return { met, judged, attainment: judged === 0 ? null : met / judged };
}
