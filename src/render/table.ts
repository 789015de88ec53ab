/**
 * Tables that fit the terminal, through cli-table3: columns shrink to the width and cells wrap by display width.
 */
import Table from "cli-table3";
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import type { Paint } from "./paint.js";

/** A row of cells, or a heading across the whole table. */
export type Row = readonly string[] | { readonly heading: string };

const narrowest = 6;
/** Border and padding of a column, and the closing border of the table. */
const columnFrame = 3;
const tableFrame = 1;

export function renderTable(head: readonly string[], rows: readonly Row[], columns: number, paint: Paint): string {
  const cells = rows.filter((row): row is readonly string[] => !("heading" in row));
  const widths = fitWidths([head, ...cells], columns);
  // cli-table3's own colours would show without a terminal; ours come from the paint.
  const wrap = (text: string, width: number) => wrapAnsi(text, width, { hard: true });
  const table = new Table({
    style: { head: [], border: [], compact: true },
    colWidths: widths.map((w) => w + 2),
    head: head.map((cell, i) => wrap(paint.strong(cell), widths[i] as number)),
  });
  for (const row of rows) {
    if ("heading" in row) {
      table.push([{ content: paint.heading(row.heading), colSpan: head.length }]);
    } else table.push(row.map((cell, i) => wrap(cell, widths[i] as number)));
  }
  return `${table.toString()}\n`;
}

/** Display widths of the columns: as wide as their widest cell, the widest cut back until the table fits. */
function fitWidths(rows: readonly (readonly string[])[], columns: number): number[] {
  const count = rows[0]?.length ?? 0;
  const widths = Array.from({ length: count }, (_, i) => Math.max(narrowest, ...rows.map((row) => widestLine(row[i] ?? ""))));
  let over = widths.reduce((sum, w) => sum + w + columnFrame, tableFrame) - columns;
  while (over > 0) {
    const widest = Math.max(...widths);
    if (widest <= narrowest) break;
    widths[widths.indexOf(widest)] = widest - 1;
    over--;
  }
  return widths;
}

function widestLine(text: string): number {
  return Math.max(...text.split("\n").map((line) => stringWidth(line)));
}

/** A two-column list without borders: labels aligned by display width, long values wrapped beside them. */
export function renderPairs(pairs: readonly (readonly [label: string, value: string])[], columns: number, paint: Paint): string {
  const width = Math.max(0, ...pairs.map(([label]) => stringWidth(label)));
  return pairs
    .map(([label, value]) => {
      const pad = " ".repeat(width - stringWidth(label));
      const [first = "", ...more] = wrapAnsi(value, Math.max(20, columns - width - 4), { hard: true }).split("\n");
      return [`  ${paint.faint(label)}${pad}  ${first}`, ...more.map((line) => `${" ".repeat(width + 4)}${line}`)].join("\n");
    })
    .join("\n")
    .concat("\n");
}

/** A bulleted list, wrapped with a hanging indent. */
export function renderList(items: readonly string[], columns: number): string {
  return items
    .map(
      (item) =>
        `  - ${wrapAnsi(item, Math.max(20, columns - 4), { hard: true })
          .split("\n")
          .join("\n    ")}\n`,
    )
    .join("");
}
