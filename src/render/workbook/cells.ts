/** Cells and names that the sheets of a workbook share. */
import { type Cell, columnName, type Style, type WorkbookWriter } from "../../xlsx/workbook.js";

/** Heights of rows in points: of one line, also in the fonts of Chinese and Japanese, and of heads of two. */
export const rowHeight = 18;
export const headHeight = 36;

export function heads(style: Style, texts: readonly string[]): Cell[] {
  return texts.map((value) => ({ value, style }));
}

export function text(style: Style, value: string): Cell {
  return { value, style };
}

/** Names for the columns of a sheet from one on, from row to row. */
export function nameColumns(
  book: WorkbookWriter,
  sheet: string,
  firstColumn: string,
  names: readonly string[],
  from: number,
  to: number,
): void {
  const first = columnIndex(firstColumn);
  names.forEach((name, i) => {
    const column = columnName(first + i);
    book.define({ name, formula: `${sheet}!$${column}$${from}:$${column}$${to}` });
  });
}

/** 0 for `A`, 26 for `AA`. */
export function columnIndex(name: string): number {
  return [...name].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Rows of cells at places of a sheet, which are written from the top. */
export class Grid {
  private readonly rows: Cell[][] = [];

  set(column: string, row: number, ...cells: readonly Cell[]): void {
    while (this.rows.length < row) this.rows.push([]);
    const at = this.rows[row - 1] as Cell[];
    const from = columnIndex(column);
    cells.forEach((cell, i) => {
      at[from + i] = cell;
    });
  }

  /** Writes the rows; the one of the heads is higher. */
  write(book: WorkbookWriter, headRow: number): void {
    this.rows.forEach((cells, i) => {
      book.addRow(Array.from(cells), "", i + 1 === headRow ? headHeight : undefined);
    });
  }
}
