/**
 * HTML as values: text that is put into it is escaped, so only what is written here as markup is markup. And the page around it all:
 * one file without scripts or remote parts.
 */
import type { Messages } from "../../i18n/en/index.js";

import { type GroupedAssumption, noticeClasses, type Report } from "../../report.js";
import { groupAssumptions } from "../assumptions.js";
import type { JsonView } from "../json.js";
import { escapeControls } from "../text/sanitize.js";
import { pageStyle } from "./style.js";

/** Safe markup; only {@link html} creates it. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

type Part = Html | string | number | undefined | readonly Part[];

/** A template whose strings are markup and whose values are text, unless they are Html themselves; lists are joined, undefined is nothing. */
export function html(markup: TemplateStringsArray, ...values: readonly Part[]): Html {
  return new Html(markup.map((text, i) => (i === 0 ? text : `${markupOf(values[i - 1])}${text}`)).join(""));
}

export const nothing = html``;

function markupOf(part: Part): string {
  if (part === undefined) return "";
  if (part instanceof Html) return part.markup;
  if (typeof part === "object") return part.map(markupOf).join("");
  return escapeControls(String(part)).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

export interface PageSection {
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

export interface Page {
  readonly title: string;
  readonly subtitle?: string;
  /** The main result, above the sections. */
  readonly lead?: Html;
  readonly sections: readonly PageSection[];
  /** Text below the sections. */
  readonly note?: string | undefined;
}

/** Pages with more sections than this begin with links to them. */
const fewSections = 4;

/** The page of a report: warnings before the result, assumptions after it, the dataset last. */
export function renderPage(page: Page, report: Report, messages: Messages, { tzdata }: JsonView): string {
  const { title, subtitle, lead } = page;
  const { dataset } = report;
  const { labels } = messages;
  const assumptions = groupAssumptions(report.assumptions);
  const warnings = report.warnings.filter(({ code }) => noticeClasses[code] !== "general");
  const note = page.note === undefined ? nothing : notice(page.note, messages);
  const sections: readonly PageSection[] = [
    ...page.sections,
    ...(assumptions.length === 0
      ? []
      : [{ id: "assumptions", title: labels.assumptions, body: assumptionList(assumptions, messages) }]),
  ];
  const contents =
    sections.length > fewSections
      ? html`<nav aria-label="${messages.html.contents}"><ul>${sections.map((s) => html`<li><a href="#${s.id}">${s.title}</a></li>`)}</ul></nav>\n`
      : nothing;
  const { markup } = html`<!doctype html>
<html lang="${messages.html.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="support-cli">
<title>${title}</title>
<style>${new Html(pageStyle)}</style>
</head>
<body>
<header>
<h1>${datesUnbroken(title)}</h1>
${subtitle === undefined ? nothing : html`<p class="subtitle">${subtitle}</p>\n`}</header>
<main>
${warnings.map((warning) => notice(messages.warning(warning), messages))}${lead}${contents}${sections.map(
  (section) => html`<section>
<h2 id="${section.id}">${section.title}</h2>
${section.body}</section>
`,
)}${note}</main>
<footer><p>${messages.html.footer(`${dataset.id} ${dataset.version}`, tzdata)}</p></footer>
</body>
</html>
`;
  return markup;
}

function notice(text: string, { labels, colon }: Messages): Html {
  return html`<p class="note"><strong>${labels.warning}${colon.trimEnd()}</strong>${colon.endsWith(" ") ? " " : ""}${flagged(text)}</p>\n`;
}

function assumptionList(assumptions: readonly GroupedAssumption[], messages: Messages): Html {
  return html`<ul>${assumptions.map((assumption) => html`<li>${flagged(messages.assumption(assumption))} <code>${assumption.code}</code></li>`)}</ul>\n`;
}

/** A text whose dates are not broken at a hyphen. */
function datesUnbroken(text: string): Html {
  return html`${text.split(/(\d{4}-\d\d-\d\d)/).map((part, i) => (i % 2 === 1 ? html`<span class="no-break">${part}</span>` : part))}`;
}

/** A text whose flags are not broken: a browser may break a line after any hyphen. */
function flagged(text: string): Html {
  return html`${text.split(/(--[a-z][a-z-]*)/).map((part, i) => (i % 2 === 1 ? html`<span class="flag">${part}</span>` : part))}`;
}

/** A list of texts, empty markup for none. */
export function listOf(items: readonly (string | Html)[]): Html {
  return items.length === 0 ? nothing : html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>\n`;
}

/** Terms with their values. */
export function pairsOf(pairs: readonly (readonly [term: string | Html, value: string | Html])[]): Html {
  return html`<dl>${pairs.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>\n`;
}

export interface HtmlTable {
  readonly caption: string;
  /** The caption repeats the heading above, so only screen readers get it. */
  readonly isTitled?: boolean;
  readonly head: readonly (string | Html)[];
  /** Rows, gathered under a heading where they have one; the first cell of a row is its header. */
  readonly groups: readonly { readonly title?: string; readonly rows: readonly (readonly (string | Html)[])[] }[];
  /** Columns of numbers, counted from 0: they are set to the right. */
  readonly numeric?: readonly number[];
  /** A class of the style for the whole table: plans side by side, or from one moment to another in each row, or hours by weekday. */
  readonly look?: "plans" | "moments" | "hours";
}

/** A table whose header cells have a scope; a wide one scrolls by itself and can be focused. */
export function tableOf({ caption, isTitled = false, head, groups, numeric = [], look }: HtmlTable): Html {
  const classOf = (column: number) => (numeric.includes(column) ? html` class="number"` : nothing);
  const rowOf = (cells: readonly (string | Html)[]) =>
    html`<tr>${cells.map((cell, i) => (i === 0 && cell !== "" ? html`<th scope="row">${cell}</th>` : html`<td${classOf(i)}>${cell}</td>`))}</tr>\n`;
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table${look === undefined ? nothing : html` class="${look}"`}>
<caption${isTitled ? html` class="unseen"` : nothing}>${caption}</caption>
<thead><tr>${head.map((cell, i) => html`<th scope="col"${classOf(i)}>${cell}</th>`)}</tr></thead>
${groups.map(
  ({ title, rows }) => html`<tbody>
${title === undefined ? nothing : html`<tr class="group"><th scope="rowgroup" colspan="${head.length}">${title}</th></tr>\n`}${rows.map(rowOf)}</tbody>
`,
)}</table></div>
`;
}

/** The name of a file without its folders: a page may be passed on, and the folders of its author are private. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? "";
}

/** A link where the address is one a browser may follow, else the text alone. */
export function linkTo(url: string, text: string): Html {
  return /^https?:\/\//i.test(url) ? html`<a href="${url}" rel="noreferrer">${text}</a>` : html`${text}`;
}
