/**
 * Plans side by side as text, rows and Markdown: first-response targets, features by group, regions with hours, notes.
 */

import { weekdays } from "../../core/date.js";
import type { Clock } from "../../core/target.js";
import type { ComparedFeature, ComparedRegion } from "../../data/compare.js";
import { customerZone, type FeatureValue } from "../../data/dataset.js";
import type { Messages } from "../../i18n/en/index.js";
import type { CompareReport } from "../../report.js";
import { type Cell, escapeMarkdown, renderDelimited, renderMarkdownTable } from "../delimited.js";
import { createStyle, type Style, type View } from "./color.js";
import { outOfDate, renderOutOfDate } from "./notices.js";
import { renderAssumptions, renderAssumptionsMarkdown } from "./sanitize.js";
import { type Row, renderList, renderPairs, renderTable, renderTitle } from "./table.js";

export function renderCompareText(report: CompareReport, messages: Messages, view: View): string {
  const style = createStyle(view.color);
  const { labels } = messages;
  const sections: readonly (readonly [heading: string, body: string | undefined])[] = [
    [labels.targets, renderTargets(report, messages, view, style)],
    [labels.features, renderFeatures(report, messages, view, style)],
    [labels.featureMeanings, renderMeanings(report, view)],
    [labels.terms, renderTerms(report, messages, view)],
    [labels.regions, renderRegions(report, messages, view, style)],
    [labels.priority, view.quiet ? undefined : renderDefinitions(report, view, style)],
    [labels.notes, view.quiet ? undefined : renderNotes(report, messages, view)],
  ];
  const shown = sections.flatMap(([heading, body]) => (body === undefined ? [] : `${style.heading(heading)}\n${body}`));
  if (isWithoutDifferences(report)) shown.unshift(`${labels.noDifferences}\n`);
  return `${[renderTitle(report.title, view.columns, style), ...shown].join("\n")}${renderAssumptions(report.assumptions, messages, view, style)}${renderOutOfDate(report, messages, view, style)}`;
}

/** The features as a table, by group. */
function renderFeatures(report: CompareReport, messages: Messages, view: View, style: Style): string | undefined {
  if (report.features.length === 0) return undefined;
  const { labels } = messages;
  const rows = report.features.flatMap((feature, i): Row[] => [
    ...(feature.group === report.features[i - 1]?.group ? [] : [{ heading: feature.groupName }]),
    [feature.name, ...report.plans.map((plan) => markOf(feature, feature.values[plan.id], messages, style))],
  ]);
  const heads = report.plans.map(
    ({ id, paid }) => `${report.heads[id] ?? id}\n${paid ? labels.paid : labels.included}`,
  );
  const table = renderTable([labels.feature, ...heads], rows, view.columns, style);
  return hasUnknown(report) ? `${table}  ${style.dim(labels.unknown)}\n` : table;
}

/** With --explain, what each plan and feature shown means. */
function renderMeanings(report: CompareReport, view: View): string | undefined {
  const meanings = explained(report);
  if (meanings.length === 0) return undefined;
  return renderList(
    meanings.map(({ name, description }) => `${name}\n${description}`),
    view.columns,
  );
}

/** The plans, where the comparison is whole, and the features to explain. */
export function explained({ explain, plans, features, priorities }: CompareReport): readonly Explained[] {
  const entries = [...(priorities.length > 0 ? plans : []), ...features];
  return explain ? entries.filter(({ description }) => description !== undefined) : [];
}

type Explained = Pick<ComparedFeature, "name" | "description">;

function renderTerms(report: CompareReport, messages: Messages, view: View): string | undefined {
  const terms = termsOf(report, messages);
  return terms.length === 0 ? undefined : renderList(terms, view.columns);
}

/** The price and credits of the plans, each as a line; those that several plans share are one. */
export function termsOf({ plans, heads }: CompareReport, { labels, colon }: Messages): readonly string[] {
  return (["price", "credits"] as const).flatMap((kind) => {
    const texts = [...new Set(plans.flatMap((plan) => plan[kind]?.text ?? []))];
    return texts.map((text) => {
      const names = plans.filter((plan) => plan[kind]?.text === text).map(({ id }) => heads[id] ?? id);
      return `${labels[kind]}, ${names.join(", ")}${colon}${text}`;
    });
  });
}

function renderRegions({ regions }: CompareReport, messages: Messages, view: View, style: Style): string | undefined {
  const { labels } = messages;
  const rows = regions.map((region) => [
    region.name,
    formatHours(region, messages).join("\n"),
    zoneCell(region, messages),
  ]);
  return rows.length === 0
    ? undefined
    : renderTable([labels.region, labels.hours, labels.zone], rows, view.columns, style);
}

function renderDefinitions({ priorities }: CompareReport, view: View, style: Style): string | undefined {
  const definitions = priorities
    .filter(({ definition }) => definition !== "")
    .map(({ id, definition }): [string, string] => [id, definition]);
  return definitions.length === 0 ? undefined : renderPairs(definitions, view.columns, style);
}

function renderNotes(report: CompareReport, messages: Messages, view: View): string | undefined {
  const items = noteTexts(report, messages);
  return items.length === 0 ? undefined : renderList(items, view.columns);
}

/** The notes, each with its address, and how many were left out. */
export function noteTexts({ notes, hiddenNotes }: CompareReport, messages: Messages): readonly string[] {
  const texts = notes.map(({ text, url }) => (url === undefined || text.includes(url) ? text : `${text} ${url}`));
  return notes.length > 0 && hiddenNotes > 0 ? [...texts, messages.moreNotes(hiddenNotes)] : texts;
}

/** The first-response targets as a table. */
function renderTargets(report: CompareReport, messages: Messages, view: View, style: Style): string | undefined {
  if (report.priorities.length === 0) return undefined;
  const rows = targetGroups(report).flatMap(({ name, targets }): Row[] => [
    ...(name === undefined ? [] : [{ heading: name }]),
    ...report.priorities.map((p) => [
      messages.priorityTitle(p.id, p.name, p.label),
      ...targetCells(report, targets, p.id, messages),
    ]),
  ]);
  const planNames = report.plans.map(({ id }) => report.heads[id] ?? id);
  const table = renderTable([messages.labels.priority, ...planNames], rows, view.columns, style);
  const isLast = report.features.length === 0;
  return isLast && hasUnknown(report) ? `${table}  ${style.dim(messages.labels.unknown)}\n` : table;
}

/** --only-differences found none. */
export function isWithoutDifferences({ features, priorities, regions }: CompareReport): boolean {
  return features.length === 0 && priorities.length === 0 && regions.length === 0;
}

/** Some plan's cell is a question mark. */
export function hasUnknown({ features, plans, priorities, targets }: CompareReport): boolean {
  return plans.some(
    ({ id }) =>
      features.some(({ values }) => values[id] === undefined || values[id] === null) ||
      priorities.some((priority) => targets[id]?.[priority.id] === undefined),
  );
}

function markOf(
  feature: ComparedFeature,
  value: FeatureValue | null | undefined,
  messages: Messages,
  style: Style,
): string {
  const text = formatValue(feature.kind, value, messages);
  return value === false || value === undefined || value === null ? style.dim(text) : text;
}

/** A feature's value as text; a question mark where the source has none. */
export function formatValue(kind: string, value: FeatureValue | null | undefined, messages: Messages): string {
  if (value === undefined || value === null) return "?";
  if (typeof value === "boolean") return value ? messages.labels.yes : messages.labels.no;
  if (typeof value === "number") return String(value);
  return kind === "coverage" ? (messages.clocks[value as Clock] ?? value) : (messages.featureValues[value] ?? value);
}

/** The plans' targets, then those of each product that has its own. */
export function targetGroups({ targets, productTargets }: CompareReport): readonly TargetGroup[] {
  return [{ product: undefined, name: undefined, targets }, ...productTargets];
}

interface TargetGroup {
  readonly product: string | undefined;
  readonly name: string | undefined;
  readonly targets: CompareReport["targets"];
}

export function targetCells(
  report: CompareReport,
  targets: CompareReport["targets"],
  priority: string,
  messages: Messages,
): string[] {
  return report.plans.map((plan) => {
    const target = targets[plan.id]?.[priority];
    const own = report.ownPriorities?.[plan.id]?.[priority];
    if (target && own !== undefined) return messages.aside(messages.target(target), own);
    return target ? messages.target(target) : target === null ? messages.labels.none : "?";
  });
}

export function zoneCell(region: ComparedRegion, messages: Messages): string {
  if (region.zone === customerZone) return messages.labels.zoneOfCustomer;
  return region.zoneAssumed ? messages.aside(region.zone, messages.labels.zoneAssumed) : region.zone;
}

/** `Mon-Fri 09:00-17:30`, one line per run of weekdays with the same hours; days without hours are left out. */
export function formatHours(region: ComparedRegion, messages: Messages): string[] {
  const lines: { first: string; last: string; hours: string }[] = [];
  for (const weekday of weekdays) {
    const hours = (region.hours[weekday] ?? []).map(([open, close]) => `${open}-${close}`).join(", ");
    const name = messages.weekdays[weekday];
    const line = lines.at(-1);
    if (line && line.hours === hours) line.last = name;
    else lines.push({ first: name, last: name, hours });
  }
  const closures = [...(region.holidayCalendars ?? []), ...(region.holidays ?? [])];
  return [
    ...lines
      .filter(({ hours }) => hours !== "")
      .map(({ first, last, hours }) => `${first === last ? first : messages.weekdayRange(first, last)} ${hours}`),
    ...(closures.length > 0 ? [messages.closures(closures)] : []),
  ];
}

/** One row per feature, target, region and note; regions and notes have one text for all plans. */
export function renderCompareRows(report: CompareReport, separator: "," | "\t", messages: Messages): string {
  return renderDelimited(compareTable(report, messages), separator);
}

/** The comparison as rows of cells, the head first. */
export function compareTable(report: CompareReport, messages: Messages): readonly (readonly Cell[])[] {
  const plans = report.plans.map((plan) => plan.id);
  const blank = plans.map(() => "");
  return [
    ["section", "group", "id", "name", ...plans, "text"],
    ...targetGroups(report).flatMap(({ product, targets }) =>
      report.priorities.map((p): Cell[] => [
        "target",
        product ?? "",
        p.id,
        p.name,
        ...targetCells(report, targets, p.id, messages),
        p.definition,
      ]),
    ),
    ...report.features.map((f): Cell[] => [
      "feature",
      f.group,
      f.id,
      f.name,
      ...plans.map((plan) => f.values[plan]),
      f.description ?? "",
    ]),
    ...(["price", "credits"] as const).flatMap((kind): Cell[][] =>
      report.plans.some((plan) => plan[kind])
        ? [["plan", "", kind, messages.labels[kind], ...report.plans.map((plan) => plan[kind]?.text ?? ""), ""]]
        : [],
    ),
    ...report.regions.map((r): Cell[] => [
      "region",
      r.zone,
      r.id,
      r.name,
      ...blank,
      formatHours(r, messages).join("; "),
    ]),
    ...report.notes.map((n): Cell[] => ["note", "", n.id, "", ...blank, n.text]),
  ];
}

export function renderCompareMarkdown(report: CompareReport, messages: Messages): string {
  const { labels } = messages;
  const list = (items: readonly string[]) =>
    items.length === 0 ? undefined : items.map((item) => `- ${item}\n`).join("");
  const sections: readonly (readonly [heading: string, body: string | undefined])[] = [
    [labels.targets, markdownTargets(report, messages)],
    [labels.features, markdownFeatures(report, messages)],
    [
      labels.featureMeanings,
      list(
        explained(report).map(
          ({ name, description = "" }) => `${escapeMarkdown(name)}${messages.colon}${escapeMarkdown(description)}`,
        ),
      ),
    ],
    [labels.terms, list(termsOf(report, messages).map(escapeMarkdown))],
    [labels.regions, markdownRegions(report, messages)],
    [
      messages.html.definitions,
      list(
        report.priorities
          .filter(({ definition }) => definition !== "")
          .map(({ id, definition }) => `${id}${messages.colon}${escapeMarkdown(definition)}`),
      ),
    ],
    [labels.notes, list(noteTexts(report, messages).map(escapeMarkdown))],
  ];
  const assumptions = renderAssumptionsMarkdown(report.assumptions, messages);
  const note = outOfDate(report, messages);
  return [
    `# ${escapeMarkdown(report.title)}\n`,
    ...(isWithoutDifferences(report) ? [`${labels.noDifferences}\n`] : []),
    ...sections.flatMap(([heading, body]) => (body === undefined ? [] : [`## ${heading}\n\n${body}`])),
    ...(assumptions === "" ? [] : [assumptions]),
    ...(note === undefined ? [] : [`${escapeMarkdown(note)}\n`]),
  ].join("\n");
}

function markdownTargets(report: CompareReport, messages: Messages): string | undefined {
  if (report.priorities.length === 0) return undefined;
  const tables = targetGroups(report).map(({ name, targets }) => {
    const rows = report.priorities.map((p): Cell[] => [
      messages.priorityTitle(p.id, p.name, p.label),
      ...targetCells(report, targets, p.id, messages),
    ]);
    const heading = name === undefined ? "" : `### ${escapeMarkdown(name)}\n\n`;
    return `${heading}${renderMarkdownTable([messages.labels.priority, ...report.plans.map(({ name }) => name)], rows)}`;
  });
  return tables.join("\n");
}

function markdownFeatures(report: CompareReport, messages: Messages): string | undefined {
  if (report.features.length === 0) return undefined;
  const { feature, unknown } = messages.labels;
  const rows = report.features.map((f): Cell[] => [
    f.groupName,
    f.name,
    ...report.plans.map((plan) => formatValue(f.kind, f.values[plan.id], messages)),
  ]);
  const table = renderMarkdownTable(["", feature, ...report.plans.map(({ name }) => name)], rows);
  return hasUnknown(report) ? `${table}\n${unknown}\n` : table;
}

function markdownRegions({ regions }: CompareReport, messages: Messages): string | undefined {
  const { region, hours, zone } = messages.labels;
  const rows = regions.map((r): Cell[] => [r.name, formatHours(r, messages).join("; "), zoneCell(r, messages)]);
  return rows.length === 0 ? undefined : renderMarkdownTable([region, hours, zone], rows);
}
