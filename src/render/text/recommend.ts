/**
 * A recommendation as text and Markdown: the plan, why, how each candidate does, what would change it, what lies beyond.
 */

import type { Has, NeedResult } from "../../data/recommend/needs.js";
import type { Difference, EvaluatedPlan } from "../../data/recommend/recommend.js";
import type { AnswerValue } from "../../data/recommend/what-would-change.js";
import type { Messages } from "../../i18n/en/index.js";
import type { RecommendReport } from "../../report.js";
import { escapeMarkdown, renderCodeBlock, renderMarkdownTable } from "../delimited.js";
import { shellLine } from "../shell-quote.js";
import { createStyle, type View } from "./color.js";
import { type HistoryTable, historyTables } from "./history.js";
import { outOfDate, renderOutOfDate } from "./notices.js";
import { renderAssumptions, renderAssumptionsMarkdown } from "./sanitize.js";
import { renderList, renderTable } from "./table.js";

/** What both forms say, in words, before it is laid out. */
export interface Parts {
  readonly recommended: string;
  readonly reasons: readonly string[];
  readonly history: readonly HistoryTable[];
  readonly head: readonly string[];
  readonly needs: readonly (readonly string[])[];
  readonly others: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly changes: readonly string[];
  readonly beyond: readonly string[];
  readonly notes: readonly string[];
  readonly commandLine: string;
}

export function recommendParts(report: RecommendReport, messages: Messages): Parts {
  const { names, kinds } = report;
  const plan = (id: string) => names.plans[id] ?? id;
  const kindOf = (need: string) => (need.startsWith("feature:") ? kinds[need.slice("feature:".length)] : undefined);
  const value = (v: AnswerValue | Has, need: string) => messages.answerValue(v, kindOf(need), names);
  const needsInOrder = [...(report.candidates[0]?.met ?? []), ...(report.candidates[0]?.unmet ?? [])];
  const cell = ({ met, unmet }: EvaluatedPlan, { need }: NeedResult) => {
    const has = [...met, ...unmet].find((one) => one.need === need)?.has ?? null;
    const { meets, meetsNot } = messages.labels;
    return messages.verdict(met.some((one) => one.need === need) ? meets : meetsNot, value(has, need));
  };
  const difference = ({ kind, id, from, to }: Difference) => {
    const name = kind === "feature" ? (names.features[id] ?? id) : id;
    if (typeof to === "boolean" && typeof from === "boolean") return name;
    return messages.aside(name, messages.fromTo(value(from, `${kind}:${id}`), value(to, `${kind}:${id}`)));
  };
  const shownChanges = report.wouldChange.map(({ changes, recommended }) =>
    messages.flip(
      changes.map((change) => messages.answerChange(change, report)),
      recommended === null ? undefined : plan(recommended),
    ),
  );
  const more = report.wouldChangeTotal - report.wouldChange.length;
  return {
    recommended: report.recommended === null ? messages.labels.noPlan : plan(report.recommended),
    reasons: report.reasons.map((reason) => messages.reason(reason, report)),
    history: report.history === undefined ? [] : historyTables(report.history, names.plans, messages),
    head: [messages.labels.need, messages.labels.wanted, ...report.candidates.map((candidate) => plan(candidate.plan))],
    needs: needsInOrder.map((judgement) => [
      messages.answerName(judgement.need, names),
      value(judgement.wanted, judgement.need),
      ...report.candidates.map((candidate) => cell(candidate, judgement)),
    ]),
    others: report.others.map(({ plan: id, adds, lacks, differs }) => ({
      title: messages.otherPlan(plan(id)),
      lines: (["adds", "lacks", "differs"] as const)
        .map((key) => ({ label: messages.labels[key], items: { adds, lacks, differs }[key].map(difference) }))
        .filter(({ items }) => items.length > 0)
        .map(({ label, items }) => `${label}${messages.colon}${items.join(messages.semicolon)}`),
    })),
    changes: more > 0 ? [...shownChanges, messages.moreChanges(more)] : shownChanges,
    beyond: report.beyond.map(({ need, plans, overBudget }) =>
      messages.beyondNeed(messages.answerName(need, names), plans.map(plan), overBudget.map(plan)),
    ),
    notes: report.noteTexts.map(({ text }) => text),
    commandLine: shellLine(report.commandLine),
  };
}

export function renderRecommendText(report: RecommendReport, messages: Messages, view: View): string {
  if (view.quiet) return report.recommended === null ? "" : `${report.recommended}\n`;
  const style = createStyle(view.color);
  const { labels } = messages;
  const parts = recommendParts(report, messages);
  const block = (title: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`${style.heading(title)}\n${renderList(items, view.columns)}`];
  return (
    [
      `${labels.recommended}${messages.colon}${style.strong(parts.recommended)}\n`,
      ...block(labels.why, parts.reasons),
      ...parts.history.map(
        ({ heading, head, rows }) => `${style.heading(heading)}\n${renderTable(head, rows, view.columns, style)}`,
      ),
      ...(parts.needs.length === 0 ? [] : [renderTable(parts.head, parts.needs, view.columns, style)]),
      ...parts.others.flatMap(({ title, lines }) => block(title, lines)),
      ...block(labels.wouldChange, parts.changes),
      ...block(labels.beyond, parts.beyond),
      ...block(labels.notes, parts.notes),
      `${style.heading(labels.commandLine)}\n  ${parts.commandLine}\n`,
    ].join("\n") +
    renderAssumptions(report.assumptions, messages, view, style) +
    renderOutOfDate(report, messages, view, style)
  );
}

export function renderRecommendMarkdown(report: RecommendReport, messages: Messages): string {
  const { labels } = messages;
  const parts = recommendParts(report, messages);
  const assumptions = renderAssumptionsMarkdown(report.assumptions, messages);
  const note = outOfDate(report, messages);
  const block = (title: string, items: readonly string[]) =>
    items.length === 0
      ? []
      : [`## ${escapeMarkdown(title)}\n\n${items.map((item) => `- ${escapeMarkdown(item)}\n`).join("")}`];
  return [
    `# ${labels.recommended}${messages.colon}${escapeMarkdown(parts.recommended)}\n`,
    ...block(labels.why, parts.reasons),
    ...parts.history.map(
      ({ heading, head, rows }) => `## ${escapeMarkdown(heading)}\n\n${renderMarkdownTable(head, rows)}`,
    ),
    ...(parts.needs.length === 0 ? [] : [renderMarkdownTable(parts.head, parts.needs)]),
    ...parts.others.flatMap(({ title, lines }) => block(title, lines)),
    ...block(labels.wouldChange, parts.changes),
    ...block(labels.beyond, parts.beyond),
    ...block(labels.notes, parts.notes),
    ...(assumptions === "" ? [] : [assumptions]),
    `## ${labels.commandLine}\n\n${renderCodeBlock(parts.commandLine, "sh")}`,
    ...(note === undefined ? [] : [`${escapeMarkdown(note)}\n`]),
  ].join("\n");
}
