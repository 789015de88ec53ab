/**
 * The sheet Tickets: a table whose first columns people fill and whose others compute. Formulas are shared by blocks of rows, so that a
 * row is short.
 */
import { CliError } from "../../errors.js";
import type { Messages } from "../../i18n/en/index.js";
import type { WorkbookReport, WorkbookTicket } from "../../report.js";
import { type Condition, sheetPartsXml } from "../../xlsx/sheet-parts.js";
import {
  type Cell,
  columnName,
  maxSheetRows,
  type SharedFormulaCell,
  type Style,
  sharedCells,
  type Table,
  type WorkbookWriter,
} from "../../xlsx/workbook.js";
import { headHeight, heads, rowHeight } from "./cells.js";
import {
  answerColumns,
  fill,
  inputColumns,
  type RowFormula,
  rowFormulas,
  stepColumns,
  type TicketColumn,
  ticketColumns,
} from "./formulas.js";
import type { TimeLine } from "./time-line.js";

const dayMs = 86_400_000;
/** Rows that share their formulas. */
const blockRows = 2000;

const widths: Readonly<Record<(typeof inputColumns)[number] | (typeof answerColumns)[number], number>> = {
  id: 14,
  plan: 14,
  priority: 10,
  region: 14,
  opened: 21,
  responded: 21,
  pause: 11,
  deadline: 21,
  status: 13,
  used: 13,
  late: 12,
  problem: 44,
};

const cellOfColumn = Object.fromEntries(ticketColumns.map((column, i) => [column, columnName(i)])) as Readonly<
  Record<TicketColumn, string>
>;

/** Styles of cells that people fill. */
const inputStyles: Readonly<Partial<Record<TicketColumn, Style>>> = {
  opened: "dateTime",
  responded: "dateTime",
  pause: "duration",
};

export class TicketSheet {
  private readonly formulas: readonly RowFormula[];
  private readonly names: Readonly<Record<TicketColumn, string>>;
  private formulasOfRow: (row: number) => string = () => "";

  constructor(
    private readonly book: WorkbookWriter,
    private readonly report: WorkbookReport,
    private readonly line: TimeLine,
    private readonly messages: Messages,
  ) {
    const { workbook } = messages;
    this.names = columnNames(workbook.columns, report.zone.id);
    this.formulas = rowFormulas({ statuses: workbook.statuses, hasChanges: line.hasChanges });
    book.beginSheet("Tickets", {
      widths: ticketColumns.map((column) =>
        column in widths
          ? { width: widths[column as keyof typeof widths], style: inputStyles[column] ?? "plain" }
          : { width: 14, isHidden: true },
      ),
      frozenRows: 1,
      frozenColumns: 1,
      rowHeight,
      fitsWidth: true,
      tabColor: "FF1E6B34",
    });
    const named = (columns: readonly TicketColumn[]) => columns.map((column) => this.names[column]);
    const calculated = heads("calculatedHead", named([...answerColumns, ...stepColumns]));
    book.addRow([...heads("inputHead", named(inputColumns)), ...calculated], "", headHeight);
  }

  add({ id, plan, priority, region, opened, responded, pauseMs }: WorkbookTicket): void {
    const { closed } = this.messages.workbook.statuses;
    this.addRow([
      id,
      plan,
      priority,
      region,
      this.time(opened),
      responded === "closed" ? closed : this.time(responded),
      typeof pauseMs === "number" ? { value: pauseMs / dayMs, style: "duration" } : pauseMs,
    ]);
  }

  addEmpty(): void {
    this.addRow(new Array<undefined>(inputColumns.length).fill(undefined));
  }

  end(): void {
    const { book, report, messages } = this;
    const { workbook } = messages;
    const last = Math.max(book.rows, 2);
    const { statuses, validation } = workbook;
    const list = (column: TicketColumn, name: string) => ({ cells: this.whole(column), list: name, ...validation });
    book.define({ name: "_xlnm.Print_Titles", formula: "Tickets!$1:$1", sheet: "Tickets" });
    const marked = (["met", "missed", "overdue", "at-risk", "open"] as const).map(
      (status): Condition => ({ cells: this.whole("status"), mark: markOf[status], is: { text: statuses[status] } }),
    );
    const problem: Condition = {
      cells: this.whole("problem"),
      mark: "warning",
      is: { formula: `${cellOfColumn.problem}2<>""` },
    };
    book.endSheet(
      sheetPartsXml({
        conditions: [...marked, problem],
        validations: [list("plan", "plan_list"), list("priority", "priority_list"), list("region", "region_id")],
        footer: workbook.footer(report.dataset.id, report.zone.id),
        calculatedCells: `${cellOfColumn.deadline}2:${columnName(ticketColumns.length - 1)}${last}`,
      }),
      [this.table(last)],
    );
  }

  private whole(column: TicketColumn): string {
    return `${cellOfColumn[column]}2:${cellOfColumn[column]}${maxSheetRows}`;
  }

  private time(value: number | string | undefined): Cell {
    if (typeof value !== "number") return value;
    const serial = this.line.cell(value);
    return serial === undefined ? this.line.text(value) : { value: serial, style: "dateTime" };
  }

  private addRow(cells: Cell[]): void {
    const { book } = this;
    const row = book.rows + 1;
    if (row > maxSheetRows) throw new CliError({ code: "too-many-tickets", max: maxSheetRows - 1 });
    if ((row - 2) % blockRows === 0) book.addRow([...cells, ...this.beginBlock(row)]);
    else book.addRow(cells, this.formulasOfRow(row));
  }

  /** The formulas of the first row of a block, which the others share. */
  private beginBlock(row: number): readonly SharedFormulaCell[] {
    const { formulas } = this;
    const from = ((row - 2) / blockRows) * formulas.length;
    const last = Math.min(row + blockRows - 1, maxSheetRows);
    const shared = formulas.map(({ style }, i) => ({ shared: from + i, style }));
    this.formulasOfRow = sharedCells(inputColumns.length, shared);
    return formulas.map(({ column, style, template }, i) => {
      const name = cellOfColumn[column];
      const formula = fill(template, (one) => `${cellOfColumn[one]}${row}`);
      return { shared: from + i, style, formula, cells: `${name}${row}:${name}${last}` };
    });
  }

  private table(last: number): Table {
    const formulaOf = new Map(this.formulas.map(({ column, template }) => [column, template]));
    const inTable = (column: TicketColumn) => `Tickets[[#This Row],[${this.names[column]}]]`;
    return {
      name: "Tickets",
      ref: `A1:${columnName(ticketColumns.length - 1)}${last}`,
      columns: ticketColumns.map((column) => {
        const template = formulaOf.get(column);
        return { name: this.names[column], formula: template === undefined ? undefined : fill(template, inTable) };
      }),
      style: "TableStyleLight1",
    };
  }
}

const markOf = { met: "good", missed: "bad", overdue: "bad", "at-risk": "warning", open: "calm" } as const;

/** The heads of the columns: times name their zone. */
function columnNames(columns: Messages["workbook"]["columns"], zone: string): Readonly<Record<TicketColumn, string>> {
  const named = [...inputColumns, ...answerColumns].map((column) => {
    const name = columns[column];
    return [column, typeof name === "string" ? name : name(zone)] as const;
  });
  return Object.fromEntries([...named, ...stepColumns.map((column) => [column, `_${column}`])]) as Record<
    TicketColumn,
    string
  >;
}
