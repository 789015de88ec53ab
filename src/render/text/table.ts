/**
 * Tables that fit the terminal: cells are wrapped to the columns' widths and cli-table3 draws the frame around them. It measures
 * text with `widthOf` (see .build/bundling.mjs), as all other layout does. Where no table fits, the rows become a list.
 */
import Table from "cli-table3";
import type { Style } from "./color.js";
import { padTo, widestOf, widestPart, widthOf, wrapText } from "./width.js";

/** A row of cells, or a heading across the whole table. */
export type Row = readonly string[] | { readonly heading: string };

/** A column is not squeezed below this, nor below its longest word up to `longestWord`. */
const narrowest = 10;
const longestWord = 24;
/** A terminal narrower than this shows a list unless the table fits as it is. */
const tableColumns = 60;
/** A cell with more lines does not fit a screen, and a list reads better. */
const maxLines = 40;
/** Border and padding of a column, and the closing border of the table. */
const columnFrame = 3;
const tableFrame = 1;
export function renderTable(head: readonly string[], rows: readonly Row[], columns: number, paint: Style): string {
  const cells = rows.filter((row): row is readonly string[] => !("heading" in row));
  const widths = fitWidths([head, ...cells], columns);
  if (!widths || cells.some((row) => row.some((cell, i) => cell.length > (widths[i] as number) * maxLines))) {
    return renderAsList(head, rows, columns, paint);
  }
  const wrapped = (row: readonly string[], style: (text: string) => string) =>
    widths.map((width, i) =>
      wrapText(row[i] ?? "", width)
        .map(style)
        .join("\n"),
    );
  // cli-table3's own colours would show without a terminal; ours come from the paint.
  const table = new Table({
    style: { head: [], border: [], compact: true },
    colWidths: widths.map((w) => w + 2),
    head: wrapped(head, paint.strong),
  });
  const total = widths.reduce((sum, w) => sum + w + columnFrame, tableFrame);
  const rules = new Set<string>();
  for (const row of rows) {
    if ("heading" in row) {
      const content = headingRule(row.heading, total, paint);
      rules.add(`│ ${content} │`);
      table.push([{ content, colSpan: head.length }]);
    } else table.push(wrapped(row, (text) => text));
  }
  const drawn = table.toString().split("\n");
  return drawn
    .filter((line, i) => !(line.startsWith("├") && rules.has(drawn[i + 1] ?? "")))
    .map((line) => (rules.has(line) ? `├─${line.slice(2, -2)}─┤` : line))
    .join("\n")
    .concat("\n");
}

/** A heading in a rule across the table, visible without colour. */
function headingRule(heading: string, total: number, style: Style): string {
  const [first = "", ...more] = wrapText(heading, total - 6);
  const title = more.length === 0 ? first : `${first}…`;
  return ` ${style.strong(title)} ${"─".repeat(Math.max(0, total - 6 - widthOf(title)))}`;
}

/** Display widths of the columns: as wide as their widest cell where all fit, else shared by need; undefined where no table fits. */
function fitWidths(rows: readonly (readonly string[])[], columns: number): number[] | undefined {
  const count = rows[0]?.length ?? 0;
  const cells = Array.from({ length: count }, (_, i) => rows.map((row) => row[i] ?? ""));
  const natural = cells.map((column) => column.reduce((most, cell) => Math.max(most, widestLine(cell)), 1));
  const room = columns - count * columnFrame - tableFrame;
  const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);
  if (sum(natural) <= room) return natural;
  if (columns < tableColumns) return undefined;
  const least = natural.map((width, i) =>
    Math.min(width, Math.max(narrowest, Math.min(longestWord, widestWord(cells[i] as string[])))),
  );
  if (sum(least) > room) return undefined;
  // The lines of heads stay whole where there is room for all of them.
  const whole = least.map((width, i) => Math.max(width, Math.min(longestWord, widestLine(cells[i]?.[0] ?? ""))));
  const start = sum(whole) <= room ? whole : least;
  const needs = cells.map((column, i) =>
    sum(column.map((cell) => Math.max(0, widestLine(cell) - (start[i] as number)))),
  );
  return shareByNeed(start, natural, needs, room - sum(start));
}

/** Widths from `least` up, with the spare columns shared in proportion to how much each column's cells would wrap. */
function shareByNeed(
  least: readonly number[],
  natural: readonly number[],
  needs: readonly number[],
  spare: number,
): number[] {
  const widths = [...least];
  for (let left = spare; left > 0; left--) {
    const gain = (i: number) => {
      const width = widths[i] as number;
      return width < (natural[i] as number) ? (needs[i] as number) / (width - (least[i] as number) + 1) : -1;
    };
    const neediest = widths.reduce((best, _, i) => (gain(i) > gain(best) ? i : best), 0);
    widths[neediest] = (widths[neediest] as number) + 1;
  }
  return widths;
}

function widestWord(cells: readonly string[]): number {
  return cells.reduce((most, cell) => Math.max(most, widestPart(cell)), 0);
}

function widestLine(text: string): number {
  return widestOf(text.split("\n"));
}

/** Each row as its first cell, and below it the others under their column's name. */
function renderAsList(head: readonly string[], rows: readonly Row[], columns: number, style: Style): string {
  return rows
    .map((row) => {
      if ("heading" in row) return `${style.heading(row.heading)}\n`;
      const [title, ...rest] = row
        .map((cell, i) => ({ cell, name: oneLine(head[i] ?? "") }))
        .filter(({ cell }) => cell !== "");
      if (!title) return "";
      const below = rest.map(({ cell, name }) =>
        hanging(`    ${name === "" ? "" : `${style.dim(`${name}:`)} `}${oneLine(cell)}`, 6, columns),
      );
      return hanging(`  ${oneLine(title.cell)}`, 2, columns) + below.join("");
    })
    .join("");
}

function oneLine(text: string): string {
  return text.replaceAll("\n", " · ");
}

/** Text wrapped with a hanging indent; leading blanks remain. */
function hanging(text: string, indent: number, columns: number): string {
  const start = /^ */.exec(text)?.[0] ?? "";
  const body = wrapText(text.slice(start.length), Math.max(16, columns - Math.max(indent, start.length)));
  return body.map((line, i) => `${i === 0 ? start : " ".repeat(indent)}${line}\n`).join("");
}

/** A two-column list without borders: labels aligned by display width, long values wrapped beside them, or below where that is too narrow. */
export function renderPairs(
  pairs: readonly (readonly [label: string, value: string])[],
  columns: number,
  style: Style,
): string {
  const width = widestOf(pairs.map(([label]) => label));
  return pairs
    .map(([label, value]) => {
      const [first = "", ...more] = wrapText(value, Math.max(16, columns - width - 4));
      return [
        `  ${style.dim(label)}${padTo("", width - widthOf(label))}  ${first}`,
        ...more.map((line) => `${" ".repeat(width + 4)}${line}`),
      ].join("\n");
    })
    .join("\n")
    .concat("\n");
}

/** A title, wrapped. */
export function renderTitle(title: string, columns: number, style: Style): string {
  return `${wrapText(title, columns).map(style.strong).join("\n")}\n`;
}

/** A bulleted list, wrapped with a hanging indent. */
export function renderList(items: readonly string[], columns: number): string {
  return items.map((item) => hanging(`  - ${item}`, 4, columns)).join("");
}
