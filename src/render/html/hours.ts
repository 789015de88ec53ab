/**
 * Hours as a page: whether each region is open and when that changes, its week as bars, and on request its open intervals.
 */
import type { Words } from "../../i18n/en.js";
import type { HoursReport, RegionHours } from "../../report.js";
import type { JsonView } from "../json.js";
import { dayLabel, describeDay } from "../text/day-strip.js";
import { calendarRows, closedReason } from "../text/hours.js";
import { formatMoment } from "../text/time.js";
import { type DayRow, datesFigure, largeMoment } from "./day-bars.js";
import { type Html, html, nothing, renderPage, tableOf } from "./page.js";

export function renderHoursHtml(report: HoursReport, words: Words, view: JsonView): string {
  const { regions, now, reader } = report;
  return renderPage(
    {
      title: words.html.supportHours(regions.map(({ name }) => name)),
      subtitle: `${words.labels.now}${words.colon}${formatMoment(now, reader, words)} (${reader.id})`,
      lead: html`<ul class="cards">${regions.map((region) => card(region, report, words))}</ul>\n`,
      sections: regions.map((region, i) => ({
        id: `region-${i + 1}`,
        title: region.name,
        body: html`${week(region, now, words)}${region.calendar ? calendar(region, words) : nothing}`,
      })),
    },
    report,
    words,
    view,
  );
}

function card(region: RegionHours, { now, reader }: HoursReport, words: Words): Html {
  const { name, open, zone, nextChange } = region;
  const { hours, legend } = words;
  const badge = open
    ? html`<span class="badge good">● ${hours.open}</span>`
    : html`<span class="badge warn">○ ${legend.closed}</span> ${closedReason(region, words)}`;
  const change = open ? hours.closes : hours.opens;
  return html`<li class="card">
<h2>${name}</h2>
<p>${badge}</p>
${
  nextChange === undefined
    ? html`<p class="soft">${hours.never}</p>\n`
    : html`<p class="soft">${change} · ${hours.within(words.span(nextChange - now))}</p>
${largeMoment(nextChange, zone, words)}${
  reader.id === zone.id ? nothing : html`<p class="soft">= ${formatMoment(nextChange, reader, words)} (${reader.id})</p>\n`
}`
}</li>
`;
}

function week({ zone, week, today }: RegionHours, now: number, words: Words): Html {
  const rows = week.map(
    (date): DayRow => ({
      label: `${dayLabel(date.day, false, words)}${date.day === today ? " ◂" : ""}`,
      text: describeDay(date, zone, words),
      date,
      bars: date.lines.flatMap(({ kind, from, to }) => (kind === "open" ? [{ from, to, look: "used", meaning: words.legend.open }] : [])),
    }),
  );
  return datesFigure(words.html.weekOf(zone.id), rows, [{ instant: now, look: "nowmark", meaning: words.legend.now }], zone, words);
}

function calendar(region: RegionHours, words: Words): Html {
  const { head, rows } = calendarRows(region, words);
  return tableOf({ caption: words.html.openIntervals(region.zone.id), head, groups: [{ rows }], numeric: [2, 3], look: "moments" });
}
