/**
 * Datasets as text: a list, a summary with sources, the outcome of a validation, or the JSON Schema itself.
 */
import type { Target } from "../../core/target.js";
import type { Change } from "../../data/changes.js";
import { type LocalText, textIn } from "../../data/dataset.js";
import type { Fact } from "../../data/facts.js";
import type { Messages } from "../../i18n/en/index.js";
import type { DatasetReport, DatasetSummary } from "../../report.js";
import { formatJson } from "../json-text.js";
import { createStyle, type Style, type View } from "./color.js";
import { renderList, renderPairs, renderTable, renderTitle } from "./table.js";
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
    case "diff":
      return renderDiff(report, messages, view, style);
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
      [labels.region, d.regions.join(", ") || labels.none],
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

/** Fit for a changelog: headings with lists. */
function renderDiff(
  { from, to, changes }: Extract<DatasetReport, { readonly action: "diff" }>,
  messages: Messages,
  view: View,
  style: Style,
): string {
  const ids = from.id === to.id ? [from.id, from.version] : [from.id, from.version, "→", to.id];
  const title = renderTitle([...ids, ...(from.id === to.id ? ["→"] : []), to.version].join(" "), view.columns, style);
  const none = changes.length === 0 ? `\n${messages.diff.none}\n` : "";
  const unchanged = changes.length > 0 && from.id === to.id && from.version === to.version;
  const note = unchanged ? `\n${wrapText(messages.diff.sameVersion, view.columns).join("\n")}\n` : "";
  const parts = (["added", "changed", "removed"] as const).map((kind) => {
    // The title has the versions.
    const ofKind = changes.filter((change) => change.kind === kind && change.path !== "/version");
    const lines = ofKind.map((change) => changeLine(change, messages));
    return lines.length === 0 ? "" : `\n${style.heading(messages.diff[kind])}\n${renderList(lines, view.columns)}`;
  });
  return `${title}${none}${note}${parts.join("")}`;
}

function changeLine({ kind, path, before, after, source }: Change, messages: Messages): string {
  const values = kind === "removed" ? [before] : kind === "added" ? [after] : [before, after];
  const text = values.map((value) => valueText(value, messages)).join(" → ");
  const line = `${path.slice(1)}${messages.colon}${text}`;
  return source === undefined ? line : messages.aside(line, source);
}

/** A target in words, another fact by its text or name, a value as JSON, a text alone without its quotes. */
function valueText(value: unknown, messages: Messages): string {
  if (value === null) return messages.labels.none;
  if (typeof value === "string") return value;
  if (typeof value === "object" && "offered" in value && value.offered === false) return messages.labels.none;
  if (typeof value === "object" && "clock" in value) return messages.target(value as Target);
  const { text, name } = value as { readonly text?: LocalText; readonly name?: LocalText };
  const fact = text ?? name;
  return fact === undefined ? formatJson(value) : textIn(fact, messages.html.lang);
}
