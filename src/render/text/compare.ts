/**
 * Plans side by side as text, rows and Markdown: features by group, first-response targets, regions with hours, notes.
 */

import { weekdays } from "../../core/date.js";
import type { Clock } from "../../core/target.js";
import type { ComparedFeature, ComparedRegion } from "../../data/compare.js";
import type { FeatureValue } from "../../data/dataset.js";
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
  const parts = [renderTitle(report.title, view.columns, style)];
  if (report.features.length > 0) {
    const rows: Row[] = [];
    let group = "";
    for (const feature of report.features) {
      if (feature.group !== group) rows.push({ heading: feature.groupName });
      group = feature.group;
      rows.push([
        feature.name,
        ...report.plans.map((plan) => markOf(feature, feature.values[plan.id], messages, style)),
      ]);
    }
    const table = renderTable(
      [labels.feature, ...report.plans.map((plan) => `${plan.name}\n${plan.paid ? labels.paid : labels.included}`)],
      rows,
      view.columns,
      style,
    );
    parts.push(hasUnknown(report) ? `${table}  ${style.dim(labels.unknown)}\n` : table);
  }
  if (report.priorities.length > 0) {
    parts.push(`${style.heading(labels.targets)}\n${renderTargets(report, messages, view, style)}`);
  }
  if (report.regions.length > 0) {
    const rows = report.regions.map((region) => [
      region.name,
      formatHours(region, messages).join("\n"),
      zoneCell(region, messages),
    ]);
    parts.push(
      `${style.heading(labels.regions)}\n${renderTable([labels.region, labels.hours, labels.zone], rows, view.columns, style)}`,
    );
  }
  if (isWithoutDifferences(report)) parts.push(`${labels.noDifferences}\n`);
  if (!view.quiet) {
    const definitions = report.priorities
      .filter((p) => p.definition !== "")
      .map((p): [string, string] => [p.id, p.definition]);
    if (definitions.length > 0)
      parts.push(`${style.heading(labels.priority)}\n${renderPairs(definitions, view.columns, style)}`);
    if (report.notes.length > 0)
      parts.push(
        `${style.heading(labels.notes)}\n${renderList(
          report.notes.map((note) => note.text),
          view.columns,
        )}`,
      );
  }
  return `${parts.join("\n")}${renderAssumptions(report.assumptions, messages, view, style)}${renderOutOfDate(report, messages, view, style)}`;
}

/** The first-response targets as a table. */
function renderTargets(report: CompareReport, messages: Messages, view: View, style: Style): string {
  const rows = targetGroups(report).flatMap(({ name, targets }): Row[] => [
    ...(name === undefined ? [] : [{ heading: name }]),
    ...report.priorities.map((p) => [
      messages.priorityTitle(p.id, p.name, p.label),
      ...targetCells(report, targets, p.id, messages),
    ]),
  ]);
  const planNames = report.plans.map(({ name }) => name);
  return renderTable([messages.labels.priority, ...planNames], rows, view.columns, style);
}

/** Only differences were asked for, and there are none to show. */
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

/** A feature's value in words; a plan of which the source says nothing gets a question mark rather than a no. */
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
    return target ? messages.target(target) : "?";
  });
}

export function zoneCell(region: ComparedRegion, messages: Messages): string {
  return region.zoneAssumed ? `${region.zone} (${messages.labels.zoneAssumed})` : region.zone;
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
  return lines
    .filter(({ hours }) => hours !== "")
    .map(({ first, last, hours }) => `${first === last ? first : messages.weekdayRange(first, last)} ${hours}`);
}

/** One row per feature, target, region and note; regions and notes have one text for all plans. */
export function renderCompareRows(report: CompareReport, separator: "," | "\t", messages: Messages): string {
  const plans = report.plans.map((plan) => plan.id);
  const blank = plans.map(() => "");
  const rows: Cell[][] = [
    ["section", "group", "id", "name", ...plans, "text"],
    ...report.features.map((f): Cell[] => [
      "feature",
      f.group,
      f.id,
      f.name,
      ...plans.map((plan) => f.values[plan]),
      f.description ?? "",
    ]),
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
  return renderDelimited(rows, separator);
}

export function renderCompareMarkdown(report: CompareReport, messages: Messages): string {
  const { labels } = messages;
  const planNames = report.plans.map((plan) => plan.name);
  const parts = [`# ${escapeMarkdown(report.title)}\n`];
  if (report.features.length > 0) {
    const rows = report.features.map((f): Cell[] => [
      f.groupName,
      f.name,
      ...report.plans.map((plan) => formatValue(f.kind, f.values[plan.id], messages)),
    ]);
    parts.push(
      `## ${labels.features}\n\n${renderMarkdownTable(["", labels.feature, ...planNames], rows)}${hasUnknown(report) ? `\n${labels.unknown}\n` : ""}`,
    );
  }
  if (report.priorities.length > 0) {
    const tables = targetGroups(report).map(({ name, targets }) => {
      const rows = report.priorities.map((p): Cell[] => [
        messages.priorityTitle(p.id, p.name, p.label),
        ...targetCells(report, targets, p.id, messages),
      ]);
      const heading = name === undefined ? "" : `### ${escapeMarkdown(name)}\n\n`;
      return `${heading}${renderMarkdownTable([labels.priority, ...planNames], rows)}`;
    });
    parts.push(`## ${labels.targets}\n\n${tables.join("\n")}`);
  }
  if (report.regions.length > 0) {
    const rows = report.regions.map((r): Cell[] => [
      r.name,
      formatHours(r, messages).join("; "),
      zoneCell(r, messages),
    ]);
    parts.push(`## ${labels.regions}\n\n${renderMarkdownTable([labels.region, labels.hours, labels.zone], rows)}`);
  }
  if (isWithoutDifferences(report)) parts.push(`${labels.noDifferences}\n`);
  const definitions = report.priorities.filter((p) => p.definition !== "");
  if (definitions.length > 0)
    parts.push(
      `## ${messages.html.definitions}\n\n${definitions.map((p) => `- ${p.id}${messages.colon}${escapeMarkdown(p.definition)}\n`).join("")}`,
    );
  if (report.notes.length > 0)
    parts.push(`## ${labels.notes}\n\n${report.notes.map((note) => `- ${escapeMarkdown(note.text)}\n`).join("")}`);
  const assumptions = renderAssumptionsMarkdown(report.assumptions, messages);
  if (assumptions !== "") parts.push(assumptions);
  const note = outOfDate(report, messages);
  if (note !== undefined) parts.push(`${escapeMarkdown(note)}\n`);
  return parts.join("\n");
}
