/**
 * Tickets with their deadlines as a workbook: texts as texts, numbers and dates of a workbook as such, deadlines as dates in UTC.
 */
import type { RowError } from "../errors.js";
import { type Cell, maxSheetRows, WorkbookWriter } from "../xlsx/workbook.js";
import { quote } from "./bytes.js";
import { type ColumnMap, uniqueNames } from "./columns.js";
import type { RowHandler } from "./parse-row.js";
import type { FileFormat, Row } from "./row.js";
import { type LocalZone, ResultCounter } from "./row-result.js";
import type { StatusContext } from "./targets.js";
import type { TicketRow } from "./ticket.js";

export interface WorkbookChoice {
  readonly plans: readonly string[];
  readonly localZone: LocalZone | undefined;
  readonly statusContext: StatusContext;
  /** Numbers of days count from 1904, those in the cells of the file too. */
  readonly isFrom1904: boolean;
  explain(error: RowError): string;
}

const isoDate = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(Z)?)?$/;
const number = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const columnWidth = 14;
const timeWidth = 22;

export class WorkbookRows extends ResultCounter implements RowHandler {
  /** Where the bytes of the workbook are taken from as they come. */
  readonly out: WorkbookWriter;
  private readonly choice: WorkbookChoice;
  private names: readonly string[] = [];
  private isWorkbook = false;
  private hasHeader = true;

  constructor(choice: WorkbookChoice) {
    super(choice.localZone);
    this.choice = choice;
    this.out = new WorkbookWriter({ isFrom1904: choice.isFrom1904 });
  }

  begin(_: ColumnMap, { names, kind, writtenNames }: FileFormat): void {
    this.names = uniqueNames(names);
    this.isWorkbook = kind === "workbook";
    this.hasHeader = kind === "jsonl" || writtenNames !== undefined;
    this.nameAdded(this.choice.plans, this.names);
    this.beginSheet();
  }

  /** Begins a sheet: the first, or the next where one is full. */
  private beginSheet(): void {
    const own = this.names.map((name) => Math.max(columnWidth, Math.min(40, name.length + 2)));
    const widths = [...own, ...this.added.map((name) => (/deadline/.test(name) ? timeWidth : columnWidth))];
    this.out.beginSheet("Tickets", { widths, frozenRows: this.hasHeader ? 1 : 0 });
    if (this.hasHeader) this.out.addRow([...this.names, ...this.added].map((value) => ({ value, style: "head" })));
  }

  ticket(ticket: TicketRow): void {
    const { result, choice, out } = this;
    result.compute(ticket, choice.statusContext);
    this.count(ticket.row);
    if (out.rows === maxSheetRows) {
      out.endSheet();
      this.beginSheet();
    }
    const cells = this.cellsOf(ticket.row);
    for (let i = 0; i < this.addedPlans; i++) {
      const deadline = result.deadlines[i];
      cells.push(deadline === undefined || Number.isNaN(deadline) ? undefined : { wallMs: deadline, style: "instant" });
      // As text, since a date of a workbook has no offset.
      if (this.addsLocal) cells.push(this.localDeadline(i, ticket));
      cells.push(result.statuses[i]);
    }
    cells.push(result.error && choice.explain(result.error));
    out.addRow(cells);
  }

  close(): void {
    this.out.endSheet();
    this.out.finish();
  }

  /** The row's cells under the header: missing ones empty, those too many joined in the last. */
  private cellsOf(row: Row): Cell[] {
    const width = this.names.length;
    const texts = row.cells();
    const cells = texts.slice(0, width).map((text, i): Cell => (this.isWorkbook ? cellValue(row, i, text) : text));
    if (texts.length > width) cells[width - 1] = texts.slice(width - 1).join(", ");
    while (cells.length < width) cells.push(undefined);
    return cells;
  }
}

/** A cell of a workbook as it was there: what is not in quotes is a number, a date or a truth value. */
function cellValue({ spans }: Row, column: number, text: string): Cell {
  if (!spans || text === "" || spans.bytes[spans.starts[column] as number] === quote) return text;
  if (number.test(text)) return Number(text);
  if (text === "TRUE" || text === "FALSE") return text === "TRUE";
  const date = isoDate.exec(text);
  if (!date) return text;
  const [, day, time, isUtc] = date;
  const wallMs = Date.parse(`${day}T${time ?? "00:00:00"}Z`);
  return { wallMs, style: isUtc ? "instant" : time === undefined ? "date" : "dateTime" };
}
