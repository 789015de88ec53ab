/**
 * CSV, TSV and Markdown tables as text. Cells that a spreadsheet would run as a formula are written so that it does not.
 */
import { escapeFormula } from "../formula.js";

export type Cell = string | number | boolean | null | undefined;

/** Lines of RFC 4180 with LF ends; `separator` is a comma, or a tab for TSV, whose cells lose tabs and line ends. */
export function renderDelimited(rows: readonly (readonly Cell[])[], separator: "," | "\t"): string {
  return rows.map((row) => `${row.map((cell) => delimitedCell(cell, separator)).join(separator)}\n`).join("");
}

function delimitedCell(cell: Cell, separator: "," | "\t"): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell !== "string") return String(cell);
  const safe = separator === "\t" ? escapeFormula(cell).replace(/[\t\r\n]+/g, " ") : escapeFormula(cell);
  const isQuoted = separator === "\t" ? safe.includes('"') : /[",\r\n]/.test(safe);
  return isQuoted ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A GitHub-style table; pipes and line ends in cells are escaped. */
export function renderMarkdownTable(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]) => `| ${cells.map(markdownCell).join(" | ")} |\n`;
  return `${line(head)}| ${head.map(() => "---").join(" | ")} |\n${rows.map(line).join("")}`;
}

function markdownCell(cell: Cell): string {
  return escapeMarkdown(cell === null || cell === undefined ? "" : String(cell));
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Text that Markdown shows as it is written: markup characters escaped, those of HTML as entities, on one line that begins no block. */
export function escapeMarkdown(text: string): string {
  return (
    joinLines(text)
      .replace(/[\\`*_[\]|~$]/g, "\\$&")
      .replace(/&(?=#?\w+;)|[<>]/g, (c) => entities[c] as string)
      // Many readers make links of bare addresses.
      .replace(/:(?=\/\/)/g, "\\:")
      .replace(/\bwww\./gi, (start) => `${start.slice(0, -1)}\\.`)
      .replace(/^(?:[-+](?=\s|$)|#{1,6}(?=\s|$)|[-=]{2,}$)/, "\\$&")
      .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, "$1\\")
  );
}

/** A text on one line, without the blanks around its line ends. */
export function joinLines(text: string): string {
  return text
    .split(/[\r\n\f\v\u0085\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
}

/** A code block whose fence is longer than any in its text. */
export function renderCodeBlock(text: string, language: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}\n`;
}
