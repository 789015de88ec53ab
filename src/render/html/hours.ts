/**
 * Hours as a page: whether each region is open and when that changes, its week as bars, and on request its open intervals.
 */
import type { Messages } from "../../i18n/en/index.js";
import type { HoursReport, RegionHours } from "../../report.js";
import type { JsonView } from "../json.js";
import { dayLabel, describeDay } from "../text/day-strip.js";
import { calendarRows, closedReason } from "../text/hours.js";
import { formatMoment } from "../text/time.js";
import { type DayRow, datesFigure, largeMoment, otherMoment } from "./day-bars.js";
import { type Html, html, nothing, renderPage, tableOf } from "./page.js";

export function renderHoursHtml(report: HoursReport, messages: Messages, view: JsonView): string {
  const { regions, now, reader } = report;
  return renderPage(
    {
      title: messages.html.supportHours(regions.map(({ name }) => name)),
      subtitle: `${messages.labels.now}${messages.colon}${messages.aside(formatMoment(now, reader, messages), reader.id)}`,
      lead: html`<ul class="cards">${regions.map((region) => card(region, report, messages))}</ul>\n`,
      sections: regions.map((region, i) => ({
        id: `region-${i + 1}`,
        title: region.name,
        body: html`${week(region, report, messages)}${region.calendar ? calendar(region, report, messages) : nothing}`,
      })),
    },
    report,
    messages,
    view,
  );
}

function card(region: RegionHours, { now, reader }: HoursReport, messages: Messages): Html {
  const { name, open, zone, nextChange } = region;
  const { hours, legend } = messages;
  const badge = open
    ? html`<span class="badge good">● ${hours.open}</span>`
    : html`<span class="badge warn">○ ${legend.closed}</span> ${closedReason(region, messages)}`;
  const change = open ? hours.closes : hours.opens;
  return html`<li class="card">
<h2>${name}</h2>
<p>${badge}</p>
${
  nextChange === undefined
    ? html`<p class="soft">${hours.never}</p>\n`
    : html`<p class="soft">${change} · ${hours.within(messages.span(nextChange - now))}</p>
${largeMoment(nextChange, zone, messages)}${otherMoment(nextChange, zone, reader, messages)}`
}</li>
`;
}

function week({ zone, week, today }: RegionHours, { now, shownIn }: HoursReport, messages: Messages): Html {
  const rows = week.map(
    (date): DayRow => ({
      label: `${dayLabel(date.day, false, messages)}${date.day === today ? " ◂" : ""}`,
      text: describeDay(date, zone, messages, shownIn),
      date,
      bars: date.lines.flatMap(({ kind, from, to }) =>
        kind === "open" ? [{ from, to, look: "used", meaning: messages.legend.open }] : [],
      ),
    }),
  );
  return datesFigure(
    messages.html.weekOf(zone.id),
    rows,
    [{ instant: now, look: "nowmark", meaning: messages.legend.now }],
    zone,
    messages,
  );
}

function calendar(region: RegionHours, { shownIn }: HoursReport, messages: Messages): Html {
  const { head, rows } = calendarRows(region, messages, shownIn);
  return tableOf({
    caption: messages.html.openIntervals(region.zone.id),
    head,
    groups: [{ rows }],
    numeric: [head.length - 2, head.length - 1],
    look: "moments",
  });
}
