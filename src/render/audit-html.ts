/**
 * An audit as a page: attainment, response times, worst misses, and the other plans.
 */
import type { Words } from "../i18n/words.js";
import type { AuditReport } from "../report.js";
import { auditPairs, auditSections, auditTitle } from "./audit.js";
import { html, pairsOf, renderPage, tableOf } from "./html.js";
import type { JsonView } from "./json.js";

export function renderAuditHtml(report: AuditReport, words: Words, { tzdata }: JsonView): string {
  const { dataset, assumptions, warnings } = report;
  return renderPage(
    {
      title: auditTitle(report, words),
      lead: html`<div class="card">${pairsOf(auditPairs(report, words))}</div>\n`,
      sections: auditSections(report, words).map(({ heading, head, rows }, i) => ({
        id: `part-${i + 1}`,
        title: heading,
        body: tableOf({ caption: heading, isTitled: true, head, groups: [{ rows }] }),
      })),
      dataset,
      tzdata,
      assumptions,
      warnings,
    },
    words,
  );
}
