/** The sheet About: where the numbers are from, what is assumed, how to use the workbook, and what it cannot know. */
import type { Messages } from "../../i18n/en/index.js";
import type { WorkbookName, WorkbookReport } from "../../report.js";
import { sheetPartsXml } from "../../xlsx/sheet-parts.js";
import type { Cell, WorkbookWriter } from "../../xlsx/workbook.js";
import { groupAssumptions } from "../assumptions.js";
import { rowHeight, text } from "./cells.js";
import type { TimeLine } from "./time-line.js";

/** How wide the texts are. */
const textColumns = 110;

export interface AboutView {
  readonly version: string;
  readonly tzdata: string;
}

export function writeAbout(
  book: WorkbookWriter,
  report: WorkbookReport,
  line: TimeLine,
  messages: Messages,
  { version, tzdata }: AboutView,
): void {
  const { about, footer } = messages.workbook;
  const { dataset, zone } = report;
  const time = (instant: number) => ({ wallMs: line.wallMs(instant), style: "leftTime" }) as const;
  const fact = (label: string, ...values: readonly (Cell | string)[]) => {
    values.forEach((value, i) => {
      const cell = typeof value === "string" ? text("wrapped", value) : value;
      const lines = typeof value === "string" ? Math.ceil(columnsOf(value) / textColumns) : 1;
      book.addRow([text("label", i === 0 ? label : ""), cell], "", lines * rowHeight);
    });
  };
  book.beginSheet("About", { widths: [26, textColumns + 4], fitsWidth: true, hidesGrid: true });
  book.addRow([text("title", about.title)]);
  book.addRow([]);
  fact(about.dataset, [dataset.id, dataset.version, ...(dataset.path === undefined ? [] : [dataset.path])].join(" "));
  fact(about.created, time(report.created), about.by(version));
  fact(about.tzdata, tzdata);
  fact(about.zone, line.hasChanges ? about.zoneChanges(zone.id, line.changes.length) : about.zoneFixed(zone.id));
  fact(about.span, time(report.from), time(report.to));
  fact(about.plans, names(report.plans, messages));
  fact(about.priorities, names(report.priorities, messages));
  fact(
    about.assumptions,
    ...groupAssumptions(report.assumptions).map((one) => `${messages.assumption(one)} [${one.code}]`),
  );
  if (report.warnings.length > 0) fact(about.warnings, ...report.warnings.map((one) => messages.warning(one)));
  book.addRow([]);
  fact(about.howTitle, ...about.how);
  book.addRow([]);
  fact(about.cannotTitle, ...about.cannot);
  book.endSheet(sheetPartsXml({ footer: footer(dataset.id, zone.id), orientation: "portrait" }));
}

/** Columns that a text takes: those of Chinese and Japanese are twice as wide. */
function columnsOf(value: string): number {
  return [...value].reduce((sum, c) => sum + (c > "\u2e7f" ? 2 : 1), 0);
}

function names(list: readonly WorkbookName[], messages: Messages): string {
  return messages.items(list.map(({ id, name }) => (id === name ? id : messages.aside(id, name))));
}
