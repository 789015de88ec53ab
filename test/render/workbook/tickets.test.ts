/** The sheet of tickets at its end: a sheet holds 1,048,576 rows. */
import { expect, test, vi } from "vitest";
import { findZone } from "../../../src/core/zone.js";
import { loadMessages } from "../../../src/i18n/messages.js";
import { TicketSheet } from "../../../src/render/workbook/tickets.js";
import { TimeLine } from "../../../src/render/workbook/time-line.js";
import type { WorkbookReport } from "../../../src/report.js";
import { maxSheetRows, WorkbookWriter } from "../../../src/xlsx/workbook.js";

test("one ticket more than a sheet holds is an error", async () => {
  const zone = findZone("UTC");
  const report = { zone, offsets: [{ from: 0, offsetMs: 0 }] } as unknown as WorkbookReport;
  const book = new WorkbookWriter();
  const sheet = new TicketSheet(book, report, new TimeLine(report), await loadMessages("en"));
  const rows = vi.spyOn(book, "rows", "get");
  rows.mockReturnValue(maxSheetRows - 1);
  sheet.addEmpty();
  rows.mockReturnValue(maxSheetRows);
  expect(() => sheet.addEmpty()).toThrow(
    expect.objectContaining({ error: { code: "too-many-tickets", max: maxSheetRows - 1 } }),
  );
});
