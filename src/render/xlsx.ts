/**
 * A table of cells as a workbook of one sheet: its head stays in view, and instants are dates.
 */
import type { Cell as WorkbookCell } from "../xlsx/workbook.js";
import { WorkbookWriter } from "../xlsx/workbook.js";
import type { Cell } from "./delimited.js";

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const minWidth = 8;
const maxWidth = 60;

export function renderTable(name: string, rows: readonly (readonly Cell[])[]): Uint8Array {
  const workbook = new WorkbookWriter();
  const [head = [], ...body] = rows;
  const widths = head.map((_, i) =>
    Math.min(
      maxWidth,
      rows.reduce((widest, row) => Math.max(widest, widthOf(row[i])), minWidth),
    ),
  );
  workbook.beginSheet(name, { widths, frozenRows: 1 });
  workbook.addRow(head.map((cell) => ({ value: String(cell), style: "head" })));
  for (const row of body) workbook.addRow(row.map(workbookCell));
  workbook.endSheet();
  workbook.finish();
  return workbook.take();
}

function widthOf(cell: Cell): number {
  return String(cell ?? "").length + 2;
}

function workbookCell(cell: Cell): WorkbookCell {
  if (typeof cell !== "string") return cell ?? undefined;
  return instant.test(cell) ? { wallMs: Date.parse(cell), style: "instant" } : cell;
}
