/** The tables as CSV files. An empty cell is NULL; no text of ours is empty. */
import type { SqlReport } from "../../report.js";
import type { Table } from "./dialects.js";
import { type Cell, rowsOf, tables } from "./tables.js";

/** The files by their names. */
export function seedFiles(report: SqlReport, tzdata: string): Readonly<Record<string, string>> {
  const all = rowsOf(report, tzdata);
  return Object.fromEntries(
    tables.map((table) => {
      const rows = all.filter((one) => one.table === table).flatMap((one) => one.rows);
      return [`${table.name}.csv`, csvFile(table, rows)];
    }),
  );
}

export function csvFile(table: Table, rows: readonly (readonly Cell[])[]): string {
  const head = table.columns.map((column) => column.name);
  return [head, ...rows].map((row) => `${row.map(csvCell).join(",")}\n`).join("");
}

function csvCell(value: Cell): string {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
