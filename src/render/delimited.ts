/**
 * CSV, TSV and Markdown tables as text. Cells that a spreadsheet would run as a formula are written so that it does not.
 */

export type Cell = string | number | boolean | null | undefined;

/** Lines of RFC 4180 with LF ends; `separator` is a comma, or a tab for TSV, whose cells lose tabs and line ends instead of being quoted. */
export function renderDelimited(rows: readonly (readonly Cell[])[], separator: "," | "\t"): string {
  return rows.map((row) => `${row.map((cell) => delimitedCell(cell, separator)).join(separator)}\n`).join("");
}

function delimitedCell(cell: Cell, separator: "," | "\t"): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell !== "string") return String(cell);
  const safe = harmless(cell);
  if (separator === "\t") return safe.replace(/[\t\r\n]+/g, " ");
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A text that no spreadsheet takes for a formula: an apostrophe before one of the characters that start one, full-width signs included. */
export function harmless(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

/** A GitHub-style table; pipes and line ends in cells are made harmless. */
export function renderMarkdownTable(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]) => `| ${cells.map(markdownCell).join(" | ")} |\n`;
  return `${line(head)}| ${head.map(() => "---").join(" | ")} |\n${rows.map(line).join("")}`;
}

function markdownCell(cell: Cell): string {
  return escapeMarkdown(cell === null || cell === undefined ? "" : String(cell));
}

/** Text that Markdown shows as it is written: markup characters escaped, angle brackets as entities, one line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]|]/g, "\\$&")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/\s*[\r\n]+\s*/g, " ");
}
