/**
 * Datasets as text: a list, a summary with sources, the outcome of a validation, or the JSON Schema itself.
 */
import type { Fact } from "../../data/facts.js";
import type { Messages } from "../../i18n/en/index.js";
import type { DatasetReport, DatasetSummary } from "../../report.js";
import { formatJson } from "../json-text.js";
import { createStyle, type View } from "./color.js";
import { renderPairs, renderTable, renderTitle } from "./table.js";
import { wrapText } from "./width.js";

export function renderDatasetText(report: DatasetReport, messages: Messages, view: View): string {
  const style = createStyle(view.color);
  const { labels } = messages;
  switch (report.action) {
    case "list": {
      if (view.quiet) return report.datasets.map(({ id }) => `${id}\n`).join("");
      const rows = report.datasets.map((d) => [d.id, d.title, d.plans.join(", "), inForce(d)]);
      return renderTable([labels.dataset, labels.title, labels.plan, labels.inForce], rows, view.columns, style);
    }
    case "show":
      return `${renderTitle(report.summary.title, view.columns, style)}\n${summary(report.summary)}${facts(report.facts)}`;
    case "validate":
      return view.quiet ? "" : `${report.path}: ${style.success(labels.valid)}\n\n${summary(report.summary)}`;
    case "schema":
      return `${formatJson(report.schema, 2)}\n`;
    case "init":
      return `${formatJson(report.document, 2)}\n`;
  }

  function summary(d: DatasetSummary): string {
    const pairs: [string, string][] = [
      [labels.dataset, `${d.id} ${d.version}`],
      [labels.inForce, inForce(d)],
      [labels.plan, d.plans.map((plan) => (d.candidates.includes(plan) ? `${plan}*` : plan)).join(", ")],
      [labels.priority, d.priorities.join(", ")],
      [labels.region, d.regions.join(", ")],
      [labels.features, String(d.features)],
      [labels.notes, String(d.notes)],
      ...d.sources.map(({ id, title, url }): [string, string] => [
        labels.source,
        `${id}: ${title}${url === "" ? "" : ` <${url}>`}`,
      ]),
    ];
    return `${renderPairs(pairs, view.columns, style)}\n${wrapText(labels.candidateMark, view.columns - 4)
      .map((line, i) => `${i === 0 ? "  " : "    "}${style.dim(line)}\n`)
      .join("")}`;
  }

  function facts(list: readonly Fact[] | undefined): string {
    if (list === undefined) return "";
    const rows = list.map(({ path, source }) => [path.slice(1), source ?? labels.none]);
    return `\n${renderTable([labels.fact, labels.source], rows, view.columns, style)}`;
  }

  function inForce(d: DatasetSummary): string {
    return messages.sold(d.validFrom, d.validUntil);
  }
}
