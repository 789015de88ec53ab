/**
 * A workbook whose formulas compute deadlines, written sheet by sheet: tickets come first, one at a time, so that they need not be kept.
 */
import type { Lang } from "../../data/dataset.js";
import type { Messages } from "../../i18n/en/index.js";
import type { WorkbookReport, WorkbookSink, WorkbookTicket } from "../../report.js";
import type { Appearance } from "../../xlsx/styles.js";
import { WorkbookWriter } from "../../xlsx/workbook.js";
import { type AboutView, writeAbout } from "./about.js";
import { writeCalendar, writeDays } from "./calendar.js";
import { writeSummary } from "./summary.js";
import { writeTargets } from "./targets.js";
import { TicketSheet } from "./tickets.js";
import { TimeLine } from "./time-line.js";

const withSlashes = { dateTime: "yyyy/mm/dd\\ hh:mm:ss", date: "yyyy/mm/dd" };

const appearances: Readonly<Record<Lang, Appearance>> = {
  en: { font: "Calibri", dateTime: "yyyy\\-mm\\-dd\\ hh:mm:ss", date: "yyyy\\-mm\\-dd" },
  "zh-TW": { font: "Microsoft JhengHei", ...withSlashes },
  ja: { font: "Yu Gothic", ...withSlashes },
};

export interface BookView extends AboutView {
  readonly lang: Lang;
}

export class Workbook implements WorkbookSink {
  private readonly book: WorkbookWriter;
  private readonly line: TimeLine;
  private readonly tickets: TicketSheet;

  constructor(
    private readonly report: WorkbookReport,
    private readonly messages: Messages,
    private readonly view: BookView,
  ) {
    this.line = new TimeLine(report);
    this.book = new WorkbookWriter({ appearance: appearances[view.lang], calculatesOnLoad: true });
    this.tickets = new TicketSheet(this.book, report, this.line, messages);
  }

  add(ticket: WorkbookTicket): void {
    this.tickets.add(ticket);
  }

  finish(): void {
    const { book, report, line, messages, tickets } = this;
    for (let i = 0; i < report.emptyRows; i++) tickets.addEmpty();
    tickets.end();
    writeSummary(book, report, messages);
    writeTargets(book, report, line, messages);
    writeCalendar(book, { report, line, messages });
    writeDays(book, { report, line, messages });
    writeAbout(book, report, line, messages, this.view);
    book.finish();
  }

  take(): Uint8Array {
    return this.book.take();
  }
}
