/**
 * Plans side by side as a page: targets, features by group, what the priorities mean, regions, notes and sources.
 */

import type { ComparedFeature } from "../../data/compare.js";
import type { FeatureValue } from "../../data/dataset.js";
import type { Messages } from "../../i18n/en/index.js";
import type { CompareReport } from "../../report.js";
import type { JsonView } from "../json.js";
import {
  formatHours,
  formatValue,
  hasUnknown,
  isWithoutDifferences,
  targetCells,
  targetGroups,
  termsOf,
  zoneCell,
} from "../text/compare.js";
import { outOfDate } from "../text/notices.js";
import { type Html, html, linkTo, listOf, type PageSection, pairsOf, renderPage, tableOf } from "./page.js";

export function renderCompareHtml(report: CompareReport, messages: Messages, view: JsonView): string {
  const { title, plans, features, priorities, regions, notes, hiddenNotes, sources } = report;
  const { labels } = messages;
  const planHeads = plans.map(
    (plan) => html`${plan.name}<span class="under">${plan.paid ? labels.paid : labels.included}</span>`,
  );
  const described = plans.filter(({ description }) => description !== undefined);
  const definitions = priorities.filter(({ definition }) => definition !== "");
  const section = (id: string, heading: string, entries: readonly unknown[], body: () => Html): PageSection[] =>
    entries.length > 0 ? [{ id, title: heading, body: body() }] : [];
  return renderPage(
    {
      title,
      subtitle: messages.html.comparedPlans(plans.map(({ name }) => name)),
      ...(isWithoutDifferences(report) && {
        lead: html`<p>${labels.noDifferences}</p>\n`,
      }),
      note: outOfDate(report, messages),
      sections: [
        ...section("targets", labels.targets, priorities, () => targetsTable(report, planHeads, messages)),
        ...section("features", labels.features, features, () => featuresTable(report, planHeads, messages)),
        ...section("terms", labels.terms, termsOf(report, messages), () => listOf(termsOf(report, messages))),
        ...section("regions", labels.regions, regions, () => regionsTable(report, messages)),
        ...section("plans", labels.plan, described, () =>
          pairsOf(described.map(({ name, description = "" }) => [name, description])),
        ),
        ...section("priorities", messages.html.definitions, definitions, () =>
          pairsOf(definitions.map(({ id, name, definition }) => [`${id} ${name}`, definition])),
        ),
        ...section("notes", labels.notes, notes, () =>
          listOf([
            ...notes.map(({ text, url }) => (url === undefined ? text : html`${text} ${linkTo(url, url)}`)),
            ...(hiddenNotes > 0 ? [messages.moreNotes(hiddenNotes)] : []),
          ]),
        ),
        ...section("sources", labels.sources, sources, () =>
          listOf(sources.map(({ title: name, url }) => linkTo(url, name))),
        ),
      ],
    },
    report,
    messages,
    view,
  );
}

function featuresTable(report: CompareReport, planHeads: readonly Html[], messages: Messages): Html {
  const { features, plans } = report;
  const { labels } = messages;
  const groups = [...new Set(features.map(({ group }) => group))].map((group) => {
    const inGroup = features.filter((feature) => feature.group === group);
    const rows = inGroup.map((feature) => [
      nameCell(feature),
      ...plans.map(({ id }) => valueCell(feature, feature.values[id], messages)),
    ]);
    return { title: inGroup[0]?.groupName ?? group, rows };
  });
  const head = [labels.feature, ...planHeads];
  const table = tableOf({ caption: labels.features, look: "plans", isTitled: true, head, groups });
  return hasUnknown(report) ? html`${table}<p class="soft">${labels.unknown}</p>\n` : table;
}

function regionsTable({ regions }: CompareReport, messages: Messages): Html {
  const { labels } = messages;
  const rows = regions.map((region) => [
    region.name,
    html`${formatHours(region, messages).map((line) => html`<div>${line}</div>`)}`,
    zoneCell(region, messages),
  ]);
  const head = [labels.region, labels.hours, labels.zone];
  return tableOf({ caption: labels.regions, isTitled: true, head, groups: [{ rows }] });
}

function targetsTable(report: CompareReport, planHeads: readonly Html[], messages: Messages): Html {
  const { targets: caption, priority } = messages.labels;
  const groups = targetGroups(report).map(({ name: title, targets }) => ({
    ...(title !== undefined && { title }),
    rows: report.priorities.map(({ id, name, label }) => [
      messages.priorityTitle(id, name, label),
      ...targetCells(report, targets, id, messages),
    ]),
  }));
  return tableOf({ caption, isTitled: true, head: [priority, ...planHeads], groups });
}

function nameCell({ name, description }: ComparedFeature): Html {
  return html`${name}${description === undefined ? undefined : html`<span class="under">${description}</span>`}`;
}

function valueCell({ kind }: ComparedFeature, value: FeatureValue | null | undefined, messages: Messages): Html {
  const text = formatValue(kind, value, messages);
  if (value === true || value === "included") return html`<span class="yes">${marked("✓", text)}</span>`;
  if (value === false || value === "not-available") return html`<span class="no">${marked("–", text)}</span>`;
  return value === undefined || value === null ? html`<span class="no">${text}</span>` : html`${text}`;
}

/** A sign before the text; none where the text is a sign already, as in the source sheet. */
function marked(sign: string, text: string): string {
  return /\p{L}/u.test(text) ? `${sign} ${text}` : text;
}
