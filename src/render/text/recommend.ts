/**
 * A recommendation as text and Markdown: the plan, why, each candidate, what would change it, and the plans beyond.
 */

import type { Has, Need } from "../../data/recommend/needs.js";
import type { Difference } from "../../data/recommend/other-plans.js";
import { headlineCodes } from "../../data/recommend/reasons.js";
import type { EvaluatedPlan } from "../../data/recommend/rule.js";
import type { AnswerValue } from "../../data/recommend/what-would-change.js";
import type { Messages } from "../../i18n/en/index.js";
import type { RecommendReport } from "../../report.js";
import { escapeMarkdown, renderCodeBlock, renderMarkdownTable } from "../delimited.js";
import { shellLine } from "../shell-quote.js";
import { createStyle, type View } from "./color.js";
import { type HistoryTable, historyTables } from "./history.js";
import { outOfDate, renderOutOfDate } from "./notices.js";
import { renderReadingMarkdown } from "./reading.js";
import { renderAssumptions, renderAssumptionsMarkdown } from "./sanitize.js";
import { renderList, renderTable } from "./table.js";
import { wrapText } from "./width.js";

/** The content of both formats before the layout. */
export interface Parts {
  /** The recommended plan, or that there is none, and what is closest. */
  readonly headline: { readonly label?: string; readonly text: string; readonly lines: readonly string[] };
  readonly reasons: readonly string[];
  readonly history: readonly HistoryTable[];
  readonly head: readonly string[];
  readonly needs: readonly (readonly string[])[];
  readonly others: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly changes: readonly string[];
  readonly beyond: readonly string[];
  readonly notes: readonly string[];
  readonly commandLine: string;
  readonly nearest: string | undefined;
}

export function recommendParts(report: RecommendReport, messages: Messages): Parts {
  const { names, kinds } = report;
  const plan = (id: string) => names.plans[id] ?? id;
  const kindOf = (need: string) => (need.startsWith("feature:") ? kinds[need.slice("feature:".length)] : undefined);
  const value = (v: AnswerValue | Has, need: string) => messages.answerValue(v, kindOf(need), names);
  const cell = ({ met, unmet }: EvaluatedPlan, { need }: Need) => {
    const { meets, meetsNot, none } = messages.labels;
    const result = met.find(isNeed(need));
    if (result) return messages.verdict(meets, value(result.has, need));
    const missed = unmet.find(isNeed(need));
    if (!missed) return value(null, need);
    // Only an exclusion leaves nothing that a source states.
    return messages.verdict(meetsNot, missed.has === null ? none : value(missed.has, need));
  };
  const difference = ({ kind, id, from, to }: Difference) => {
    const name = kind === "feature" ? (names.features[id] ?? id) : id;
    if (typeof to === "boolean" && typeof from === "boolean") return name;
    return messages.aside(name, messages.fromTo(value(from, `${kind}:${id}`), value(to, `${kind}:${id}`)));
  };
  const shownChanges = report.wouldChange.map(({ changes, recommended }) =>
    messages.flip(
      changes.map((change) => messages.answerChange(change, report)),
      plan(recommended),
    ),
  );
  const more = report.wouldChangeTotal - report.wouldChange.length;
  return {
    headline: headlineOf(report, messages),
    reasons: report.reasons
      .filter(({ code }) => !headlineCodes.includes(code))
      .map((reason) => messages.reason(reason, report)),
    history: report.history === undefined ? [] : historyTables(report.history, names.plans, messages),
    head: [
      messages.labels.need,
      messages.labels.wanted,
      ...report.candidates.map(({ plan: id }) => report.heads[id] ?? id),
    ],
    needs: report.needs.map((need) => [
      messages.answerName(need.need, names),
      value(need.wanted, need.need),
      ...report.candidates.map((candidate) => cell(candidate, need)),
    ]),
    others: report.others.map(({ plan: id, adds, lacks, differs, unknown }) => ({
      title: messages.otherPlan(plan(id)),
      lines: [
        { label: messages.labels.adds, items: adds.map(difference) },
        { label: messages.labels.lacks, items: lacks.map(difference) },
        { label: messages.labels.differs, items: differs.map(difference) },
        { label: messages.labels.unstated, items: unknown.map(difference) },
      ]
        .filter(({ items }) => items.length > 0)
        .map(({ label, items }) => `${label}${messages.colon}${items.join(messages.semicolon)}`),
    })),
    changes: more > 0 ? [...shownChanges, messages.moreChanges(more)] : shownChanges,
    beyond: beyondOf(report, messages),
    notes: report.noteTexts.map(({ text }) => text),
    commandLine: shellLine(report.commandLine),
    nearest: nearestOf(report, messages),
  };
}

/**
 * The needs that are not met, with the plans outside that meet them, unless the headline names plans that meet all. A need that another
 * candidate meets, or may meet where no source says, is in the table of needs.
 */
function beyondOf({ beyond, beyondAll, candidates, names }: RecommendReport, messages: Messages): readonly string[] {
  if (beyondAll.length > 0) return [];
  const plan = (id: string) => names.plans[id] ?? id;
  const isShown = (need: string) => candidates.some(({ met, unknown }) => [...met, ...unknown].some(isNeed(need)));
  return beyond
    .filter(({ need, plans }) => plans.length > 0 || !isShown(need))
    .map(({ need, plans, overBudget }) =>
      messages.beyondNeed(messages.answerName(need, names), plans.map(plan), overBudget.map(plan)),
    );
}

const isNeed = (need: string) => (one: { readonly need: string }) => one.need === need;

function headlineOf(report: RecommendReport, messages: Messages): Parts["headline"] {
  if (report.recommended !== null) {
    const name = report.names.plans[report.recommended] ?? report.recommended;
    return { label: messages.labels.recommended, text: name, lines: [] };
  }
  const [text = "", ...lines] = report.reasons
    .filter(({ code }) => headlineCodes.includes(code))
    .map((reason) => messages.reason(reason, report));
  return { text, lines };
}

/** The nearest plan of the dataset in force, where this one no longer is. */
function nearestOf({ nearest, recommended, closest, names }: RecommendReport, messages: Messages): string | undefined {
  const plan = recommended ?? closest;
  if (nearest === undefined || plan === null) return undefined;
  return messages.nearest(names.plans[plan] ?? plan, nearest.name, nearest.dataset);
}

export function renderRecommendText(report: RecommendReport, messages: Messages, view: View): string {
  if (view.quiet) return `${report.recommended ?? "none"}\n`;
  const style = createStyle(view.color);
  const { labels } = messages;
  const parts = recommendParts(report, messages);
  const block = (title: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`${style.heading(title)}\n${renderList(items, view.columns)}`];
  const { headline, nearest } = parts;
  const paragraph = (text: string, paint = (line: string) => line) =>
    `${wrapText(text, view.columns).map(paint).join("\n")}\n`;
  return (
    [
      headline.label === undefined
        ? paragraph(headline.text, style.strong) + headline.lines.map((line) => paragraph(line)).join("")
        : `${headline.label}${messages.colon}${style.strong(headline.text)}\n`,
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
    renderOutOfDate(report, messages, view, style) +
    (nearest === undefined ? "" : `\n${paragraph(nearest)}`)
  );
}

/** The headline as a title. */
export function titleOf({ headline: { label, text } }: Parts, messages: Messages): string {
  return label === undefined ? text : `${label}${messages.colon}${text}`;
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
    `# ${escapeMarkdown(titleOf(parts, messages))}\n`,
    ...parts.headline.lines.map((line) => `${escapeMarkdown(line)}\n`),
    ...block(labels.why, parts.reasons),
    ...parts.history.map(
      ({ heading, head, rows }) => `## ${escapeMarkdown(heading)}\n\n${renderMarkdownTable(head, rows)}`,
    ),
    ...(parts.needs.length === 0 ? [] : [renderMarkdownTable(parts.head, parts.needs)]),
    ...parts.others.flatMap(({ title, lines }) => block(title, lines)),
    ...block(labels.wouldChange, parts.changes),
    ...block(labels.beyond, parts.beyond),
    ...block(labels.notes, parts.notes),
    ...(report.history === undefined ? [] : [renderReadingMarkdown(report.history.reading, messages)]),
    ...(assumptions === "" ? [] : [assumptions]),
    `## ${labels.commandLine}\n\n${renderCodeBlock(parts.commandLine, "sh")}`,
    ...[note, parts.nearest].flatMap((text) => (text === undefined ? [] : [`${escapeMarkdown(text)}\n`])),
  ].join("\n");
}
