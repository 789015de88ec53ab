/**
 * The sheets Calendar and Days: the open intervals of each region and clock with running totals, and the business dates by number. The
 * last columns are what formulas look up, in the order of their keys.
 */

import type { HoursRow, OpenRow } from "../../core/calendar-table.js";
import { dayMs } from "../../core/date.js";
import type { Clock } from "../../core/target.js";
import type { Messages } from "../../i18n/en/index.js";
import type { WorkbookRegion, WorkbookReport } from "../../report.js";
import { sheetPartsXml } from "../../xlsx/sheet-parts.js";
import type { Cell, WorkbookWriter } from "../../xlsx/workbook.js";
import { headHeight, heads, nameColumns, rowHeight } from "./cells.js";
import { keysPerCalendar, keysPerDate } from "./formulas.js";
import type { TimeLine } from "./time-line.js";

interface Calendars {
  readonly report: WorkbookReport;
  readonly line: TimeLine;
  readonly messages: Messages;
}

/** The number of a calendar, of which keys are made: 1 is always open, then two for each region. */
function baseOf(index: number, clock: "24x5" | "business-hours"): number {
  return (2 * (index + 1) + (clock === "24x5" ? 1 : 0)) * keysPerCalendar;
}

type Interval = OpenRow & Partial<Pick<HoursRow, "date" | "wallMs">>;

const calendarNames = ["cal_key", "cal_total", "cal_length", "cal_date", "cal_wall"];

export function writeCalendar(book: WorkbookWriter, { report, line, messages }: Calendars): void {
  const { workbook } = messages;
  const { columns, calendar, clocks } = workbook;
  const zone = report.zone.id;
  const hidden = { width: 16, isHidden: true };
  book.beginSheet("Calendar", {
    widths: [18, 18, 21, 21, 14, 18, ...calendarNames.map(() => hidden)],
    frozenRows: 1,
    rowHeight,
    fitsWidth: true,
  });
  const shown = [columns.region, calendar.clock, calendar.opens(zone), calendar.closes(zone)];
  const names = [...shown, calendar.length, calendar.total, ...calendarNames];
  book.addRow(heads("calculatedHead", names), "", headHeight);
  const { from, to } = report;
  const add = (region: string, clock: Clock, base: number, interval: Interval) => {
    const place = { region, clock: clocks[clock], base };
    for (const part of split(interval, line)) book.addRow(intervalCells(place, part, line));
  };
  add("", "24x7", keysPerCalendar, { from, to, beforeMs: 0 });
  report.regions.forEach(({ id, table }, i) => {
    for (const [clock, intervals] of [
      ["business-hours", table.hours],
      ["24x5", table.dates],
    ] as const) {
      const base = baseOf(i, clock);
      // Every instant of the span is at or after some row of its calendar.
      if (intervals[0]?.from !== from) add(id, clock, base, { from, to: from, beforeMs: 0 });
      for (const interval of intervals) add(id, clock, base, interval);
    }
  });
  nameColumns(book, "Calendar", "G", calendarNames, 2, book.rows);
  book.endSheet(
    sheetPartsXml({
      autoFilter: `A1:F${book.rows}`,
      footer: workbook.footer(report.dataset.id, zone),
      orientation: "portrait",
    }),
  );
}

function intervalCells(
  place: { readonly region: string; readonly clock: string; readonly base: number },
  { from, to, beforeMs, date, wallMs }: Interval,
  line: TimeLine,
): Cell[] {
  const { region, clock, base } = place;
  const opens = line.wallMs(from);
  return [
    region,
    clock,
    { wallMs: opens, style: "dateTime" },
    { wallMs: opens + to - from, style: "dateTime" },
    { value: (to - from) / dayMs, style: "duration" },
    { value: beforeMs / dayMs, style: "duration" },
    base + line.second(from),
    base + beforeMs / 1000,
    (to - from) / 1000,
    date,
    wallMs === undefined ? undefined : wallMs / 1000,
  ];
}

/** An interval in parts within which the workbook's clock is not changed. */
function split(interval: Interval, line: TimeLine): readonly Interval[] {
  const start = line.second(interval.from);
  const end = line.second(interval.to);
  const cuts = line.changes.map(({ at }) => at).filter((at) => at > start && at < end);
  if (cuts.length === 0) return [interval];
  return [start, ...cuts].map((cut, i) => {
    const skippedMs = (cut - start) * 1000;
    return {
      ...interval,
      from: interval.from + skippedMs,
      to: interval.from + ((cuts[i] ?? end) - start) * 1000,
      beforeMs: interval.beforeMs + skippedMs,
      ...(interval.wallMs !== undefined && { wallMs: interval.wallMs + skippedMs }),
    };
  });
}

const dayNames = ["day_key", "day_open", "day_length", "day_wall", "day_close"];

export function writeDays(book: WorkbookWriter, { report, line, messages }: Calendars): void {
  const { workbook } = messages;
  const { columns, calendar, days } = workbook;
  const zone = report.zone.id;
  const hidden = { width: 16, isHidden: true };
  book.beginSheet("Days", {
    widths: [18, 16, 10, 21, 21, ...dayNames.map(() => hidden)],
    frozenRows: 1,
    rowHeight,
    fitsWidth: true,
  });
  const shown = [columns.region, days.date, days.number, calendar.opens(zone), calendar.closes(zone)];
  book.addRow(heads("calculatedHead", [...shown, ...dayNames]), "", headHeight);
  report.regions.forEach((region, i) => {
    for (const cells of dayRows(region, baseOf(i, "business-hours"), line)) book.addRow(cells);
  });
  const rows = Math.max(book.rows, 2);
  nameColumns(book, "Days", "F", dayNames, 2, rows);
  book.endSheet(
    sheetPartsXml({
      autoFilter: `A1:E${rows}`,
      footer: workbook.footer(report.dataset.id, zone),
      orientation: "portrait",
    }),
  );
}

function dayRows({ id, zone, table }: WorkbookRegion, base: number, line: TimeLine): Cell[][] {
  return table.businessDates.map(({ date, from, to, reachMs, wallMs, closes }) => {
    const opens = line.wallMs(from);
    return [
      id,
      { wallMs: from + zone.offsetAt(from) - wallMs, style: "date" },
      date,
      { wallMs: opens, style: "dateTime" },
      { wallMs: opens + to - from, style: "dateTime" },
      base + date * keysPerDate + reachMs / 1000,
      line.second(from),
      (to - from) / 1000,
      wallMs / 1000,
      line.second(closes),
    ];
  });
}
