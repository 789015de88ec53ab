/**
 * A recommendation as a page: the plan, why, each candidate, what would change it, and the plans beyond.
 */
import type { Messages } from "../../i18n/en/index.js";
import type { RecommendReport } from "../../report.js";
import type { JsonView } from "../json.js";
import { outOfDate } from "../text/notices.js";
import { recommendParts, titleOf } from "../text/recommend.js";
import { fileName, type Html, html, listOf, type PageSection, renderPage, tableOf } from "./page.js";
import { readingSection } from "./reading.js";

export function renderRecommendHtml(report: RecommendReport, messages: Messages, view: JsonView): string {
  const { labels } = messages;
  const { history } = report;
  const shown = history === undefined ? report : { ...report, history: { ...history, path: fileName(history.path) } };
  const parts = recommendParts(shown, messages);
  const list = (id: string, title: string, items: readonly string[]): PageSection[] =>
    items.length === 0 ? [] : [{ id, title, body: listOf(items) }];
  const needs = (): Html =>
    tableOf({
      caption: messages.html.needs,
      isTitled: true,
      head: parts.head,
      groups: [
        { rows: parts.needs.map(([need = "", wanted = "", ...cells]) => [need, wanted, ...cells.map(verdict)]) },
      ],
    });
  const others = (): Html => html`${parts.others.map(({ title, lines }) => html`<h3>${title}</h3>\n${listOf(lines)}`)}`;
  return renderPage(
    {
      title: titleOf(parts, messages),
      lead: html`${parts.headline.lines.map((line) => html`<p>${line}</p>\n`)}<div class="card"><h2>${labels.why}</h2>${listOf(parts.reasons)}</div>\n`,
      note: outOfDate(report, messages),
      sections: [
        ...(parts.needs.length === 0 ? [] : [{ id: "needs", title: messages.html.needs, body: needs() }]),
        ...parts.history.map(({ heading, head, rows }, i) => ({
          id: `history-${i + 1}`,
          title: heading,
          body: tableOf({ caption: heading, isTitled: true, head, groups: [{ rows }] }),
        })),
        ...(parts.others.length === 0 ? [] : [{ id: "others", title: messages.html.otherPlans, body: others() }]),
        ...list("changes", labels.wouldChange, parts.changes),
        ...list("beyond", labels.beyond, parts.beyond),
        ...list("notes", labels.notes, parts.notes),
        ...(parts.nearest === undefined
          ? []
          : [{ id: "nearest", title: messages.labels.nearest, body: html`<p>${parts.nearest}</p>\n` }]),
        ...(history === undefined ? [] : [readingSection(history.reading, messages)]),
        { id: "command", title: labels.commandLine, body: html`<pre><code>${parts.commandLine}</code></pre>\n` },
      ],
    },
    report,
    messages,
    view,
  );

  /** A cell that begins with the sign of a need met or not gets its colour as well. */
  function verdict(cell: string): string | Html {
    if (cell.startsWith(labels.meets)) return html`<span class="good">${cell}</span>`;
    return cell.startsWith(labels.meetsNot) ? html`<span class="bad">${cell}</span>` : cell;
  }
}
