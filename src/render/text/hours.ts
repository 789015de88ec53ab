/**
 * Hours as text and rows: each region's state, its next change and its week; with --calendar the open intervals.
 */

import { formatLocal, formatUtc } from "../../core/format-time.js";
import type { Messages } from "../../i18n/en/index.js";
import type { HoursReport, RegionHours, ShownZone } from "../../report.js";
import { type Cell, renderDelimited } from "../delimited.js";
import { createStyle, type Style, type View } from "./color.js";
import { cellsOf, dayLabel, describeDay, renderStrips, stretchesOf, stripSigns } from "./day-strip.js";
import { foldedRows, secondEdges } from "./ledger.js";
import { renderAssumptions } from "./sanitize.js";
import { renderPairs, renderTable, renderTitle } from "./table.js";
import { formatBoth, formatEdge, yearOf } from "./time.js";

export function renderHoursText(report: HoursReport, messages: Messages, view: View): string {
  if (view.quiet)
    return report.regions
      .map(
        (region) =>
          `${[region.id, region.open ? "open" : "closed", changeOf(region, report.shownIn)].join(" ").trim()}\n`,
      )
      .join("");
  const style = createStyle(view.color);
  const blocks = report.regions.map((region) =>
    [
      renderTitle(messages.aside(region.name, region.zone.id), view.columns, style),
      renderPairs(stateOf(region, report, messages, style), view.columns, style),
      region.calendar
        ? calendarTable(region, report.shownIn, messages, view, style)
        : week(region, report, messages, view, style),
    ].join("\n"),
  );
  return `${blocks.join("\n")}${renderAssumptions(report.assumptions, messages, view, style)}`;
}

/** In UTC, unless the user names a zone. */
function changeOf({ nextChange }: RegionHours, shownIn: ShownZone | undefined): string {
  if (nextChange === undefined) return "";
  return shownIn === undefined ? formatUtc(nextChange) : localTime(nextChange, shownIn);
}

function stateOf(
  region: RegionHours,
  { now, reader }: HoursReport,
  messages: Messages,
  style: Style,
): readonly (readonly [string, string])[] {
  const { labels, hours } = messages;
  const { zone, nextChange } = region;
  const state = region.open ? style.success(hours.open) : style.warn(hours.closed(closedReason(region, messages)));
  const pairs: [string, string][] = [
    [labels.status, state],
    [labels.now, formatBoth(now, zone, reader, messages)],
  ];
  if (nextChange === undefined) pairs.push([hours.closes, hours.never]);
  else
    pairs.push([
      region.open ? hours.closes : hours.opens,
      `${style.strong(hours.within(messages.span(nextChange - now)))}${messages.comma}${formatBoth(nextChange, zone, reader, messages)}`,
    ]);
  return pairs;
}

/** Why a region is closed, a holiday by its name; nothing while it is open. */
export function closedReason({ reason, holiday }: RegionHours, messages: Messages): string {
  if (reason === undefined) return "";
  return holiday ? `${messages.reasons[reason]}${messages.colon}${holiday}` : messages.reasons[reason];
}

function week(
  region: RegionHours,
  { now, shownIn }: HoursReport,
  messages: Messages,
  view: View,
  style: Style,
): string {
  const { zone } = region;
  const cells = cellsOf(view.columns);
  const rows = region.week.map((date) => {
    const lines = stretchesOf(date.lines, (line) => (line.kind === "open" ? "open" : "closed"));
    const isToday = date.day === region.today;
    const marked = isToday ? [...lines, { from: now, to: now + 1, sign: "now" as const }] : lines;
    return {
      label: `${isToday ? ">" : " "} ${dayLabel(date.day, false, messages)}`,
      signs: stripSigns(date, marked, zone, cells),
      text: describeDay(date, zone, messages, shownIn),
    };
  });
  return renderStrips(rows, messages.legend, view, style);
}

/** The open intervals of a region with their running total; a long list is folded. */
export function calendarRows(
  { zone, calendar: list }: RegionHours,
  messages: Messages,
  shownIn?: ShownZone,
): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const { labels, hours } = messages;
  const second = secondEdges(zone, shownIn, messages);
  const calendar = [...(list?.() ?? [])];
  const first = calendar[0];
  const last = calendar.at(-1);
  const withYear = first !== undefined && last !== undefined && yearOf(first.from, zone) !== yearOf(last.to, zone);
  const rowOf = ({ from, to, totalMs }: (typeof calendar)[number]) => [
    formatEdge(from, "from", withYear, zone, messages),
    formatEdge(to, "to", withYear, zone, messages),
    ...second.cells(from, to, withYear),
    messages.duration(to - from),
    messages.duration(totalMs),
  ];
  const between = (count: number) => [messages.more, ...second.blanks, "", "", messages.moreStretches(count)];
  const rows = foldedRows(calendar, rowOf, between);
  return { head: [labels.from, labels.to, ...second.head, hours.openTime, hours.total], rows };
}

function calendarTable(
  region: RegionHours,
  shownIn: ShownZone | undefined,
  messages: Messages,
  view: View,
  style: Style,
): string {
  const { head, rows } = calendarRows(region, messages, shownIn);
  return renderTable(head, rows, view.columns, style);
}

/** One row per region, or per open interval with --calendar. */
export function renderHoursRows(report: HoursReport): string | Iterable<string> {
  const { now, regions } = report;
  if (regions.some(({ calendar }) => calendar)) return renderCalendarRows(regions);
  const rows = regions.map(({ id, name, zone, open, reason, holiday, nextChange }): Cell[] => [
    id,
    name,
    zone.id,
    open,
    holiday ? `${reason}: ${holiday}` : reason,
    nextChange === undefined ? "" : formatUtc(nextChange),
    nextChange === undefined ? "" : localTime(nextChange, zone),
    nextChange === undefined ? "" : Math.ceil((nextChange - now) / 1000),
  ]);
  return renderDelimited(
    [["region", "name", "zone", "open", "reason", "nextChange", "nextChangeLocal", "secondsToChange"], ...rows],
    ",",
  );
}

/** Row by row: the intervals of many regions and years would fill the memory. */
function* renderCalendarRows(regions: readonly RegionHours[]): Generator<string> {
  yield renderDelimited([["region", "zone", "from", "to", "fromLocal", "toLocal", "seconds", "totalSeconds"]], ",");
  for (const { id, zone, calendar } of regions) {
    for (const { from, to, totalMs } of calendar?.() ?? []) {
      const cells: Cell[] = [id, zone.id, formatUtc(from), formatUtc(to), localTime(from, zone), localTime(to, zone)];
      yield renderDelimited([[...cells, (to - from) / 1000, totalMs / 1000]], ",");
    }
  }
}

function localTime(instant: number, zone: ShownZone): string {
  return formatLocal(instant, zone.offsetAt(instant));
}
