/** The sheet Summary: attainment by plan and priority, counted from the sheet Tickets. */
import type { Messages } from "../../i18n/en/index.js";
import type { WorkbookReport } from "../../report.js";
import { sheetPartsXml } from "../../xlsx/sheet-parts.js";
import type { Cell, Style, WorkbookWriter } from "../../xlsx/workbook.js";
import { Grid, heads, rowHeight, text } from "./cells.js";
import { firstTargetRow } from "./formulas.js";

const headRow = 8;

export function writeSummary(book: WorkbookWriter, report: WorkbookReport, messages: Messages): void {
  const { workbook } = messages;
  const { columns, summary, statuses } = workbook;
  const zone = report.zone.id;
  book.beginSheet("Summary", {
    widths: [18, 12, 28, 12, 12, 12, 12, 12, 14, 14, 14, 24],
    frozenRows: headRow,
    rowHeight,
    fitsWidth: true,
    hidesGrid: true,
    tabColor: "FF1F3A5F",
  });
  const grid = new Grid();
  const first = headRow + 1;
  const total = first + report.targets.length;
  grid.set("A", 1, text("title", summary.title));
  grid.set("A", 2, text("note", summary.note(zone)));
  grid.set("A", 3, text("note", summary.rule));
  const figures: readonly (readonly [string, string, Style])[] = [
    [summary.tickets, `D${total}`, "figure"],
    [summary.attainment, `I${total}`, "figurePercent"],
    [statuses.overdue, `G${total}`, "figure"],
    [statuses["at-risk"], `K${total}`, "figure"],
    [summary.problems, 'COUNTIF(ticket_problem,"?*")', "figure"],
    [summary.asOf, "sla_now", "leftTime"],
  ];
  ["A", "C", "E", "G", "I", "L"].forEach((column, i) => {
    const [label, formula, style] = figures[i] as (typeof figures)[number];
    grid.set(column, 5, text("note", label));
    grid.set(column, 6, { formula, style });
  });
  const names = [
    ...[columns.plan, columns.priority, summary.target, summary.tickets, statuses.met, statuses.missed],
    ...[statuses.overdue, summary.judged, summary.attainment, statuses.open, statuses["at-risk"], summary.other],
  ];
  grid.set("A", headRow, ...heads("calculatedHead", names));
  report.targets.forEach((_, i) => {
    grid.set("A", first + i, ...targetRow(first + i, i, statuses));
  });
  grid.set("A", total, ...totalRow(first, total, summary.total));
  grid.write(book, headRow);
  book.define({ name: "ticket_target", formula: "Tickets!$N$2:$N$1048576" });
  book.define({ name: "ticket_status", formula: "Tickets!$I$2:$I$1048576" });
  book.define({ name: "ticket_problem", formula: "Tickets!$L$2:$L$1048576" });
  book.endSheet(sheetPartsXml({ bars: `I${first}:I${total - 1}`, footer: workbook.footer(report.dataset.id, zone) }));
}

function targetRow(row: number, index: number, statuses: Messages["workbook"]["statuses"]): Cell[] {
  const from = firstTargetRow + index;
  const target = ["C", "D", "E"].map((column) => `Targets!${column}${from}`);
  const counted = (...of: readonly (keyof typeof statuses)[]): Cell => ({
    formula: of.map((status) => `COUNTIFS(ticket_target,${index + 1},ticket_status,"${statuses[status]}")`).join("+"),
  });
  return [
    { formula: `Targets!A${from}` },
    { formula: `Targets!B${from}` },
    { formula: `IF(${target[0]}="","",${target[0]}&" "&${target[1]}&", "&${target[2]})` },
    { formula: `E${row}+F${row}+G${row}+J${row}+K${row}+L${row}`, style: "strong" },
    counted("met"),
    counted("missed"),
    counted("overdue"),
    { formula: `E${row}+F${row}+G${row}` },
    { formula: attainment(row), style: "strongPercent" },
    counted("open"),
    counted("at-risk"),
    counted("closed", "no-target"),
  ];
}

/** A share below the whole never shows as 100 %. */
function attainment(row: number): string {
  return `IF(H${row}=0,"",IF(E${row}<H${row},MIN(E${row}/H${row},0.999),1))`;
}

function totalRow(first: number, total: number, label: string): Cell[] {
  const sum = (column: string): Cell => ({
    formula: `SUM(${column}${first}:${column}${total - 1})`,
    style: "total",
  });
  return [
    ...[label, "", ""].map((value) => text("total", value)),
    ...["D", "E", "F", "G", "H"].map(sum),
    { formula: attainment(total), style: "totalPercent" },
    ...["J", "K", "L"].map(sum),
  ];
}
