/**
 * Instants and dates on a page: an instant in large type, and dates as bars of 24 hours drawn to the minute.
 */

import { dayMs } from "../../core/date.js";
import { formatLocal } from "../../core/format-time.js";
import type { LocalDays } from "../../core/local-days.js";
import type { Messages } from "../../i18n/en/index.js";
import type { ShownZone } from "../../report.js";
import { formatHour, formatMoment } from "../text/time.js";
import { type Html, html, nothing } from "./page.js";

/** An instant in a zone, its date and time in large type and the zone below. */
export function largeMoment(instant: number, zone: ShownZone, messages: Messages): Html {
  const parts = formatMoment(instant, zone, messages).split(" ");
  const [time = "", offset = ""] = parts.slice(-2);
  const date = parts.slice(0, -2).join(" ");
  return html`<p class="big"><time datetime="${formatLocal(instant, zone.offsetAt(instant))}">${date} <span class="no-break">${time}</span></time></p>
<p class="soft">${offset} · ${messages.html.zone(zone.id)}</p>
`;
}

/** The same instant in another zone that times are shown in; nothing where that is the same. */
export function otherMoment(instant: number, zone: ShownZone, other: ShownZone | undefined, messages: Messages): Html {
  if (other === undefined || other.id === zone.id) return nothing;
  return html`<p class="soft">= ${messages.aside(formatMoment(instant, other, messages), other.id)}</p>\n`;
}

/** Time on a bar; `look` is a class of the style, `meaning` its text in the legend. */
export interface DayBar {
  readonly from: number;
  readonly to: number;
  readonly look: "used" | "left" | "open" | "pause";
  readonly meaning: string;
}

/** An instant as a line across the bars; the end of a stretch is on the date that it ends. */
export interface DayMark {
  readonly instant: number;
  readonly look: "mark" | "nowmark";
  readonly meaning: string;
  readonly isEnd?: boolean;
}

/** A date with its bars; dates left out are one row without a date. */
export interface DayRow {
  readonly label: string;
  readonly text: string;
  readonly date?: LocalDays;
  readonly bars: readonly DayBar[];
}

const barHeight = 22;

/** Dates below each other, a bar of 24 hours each, and what its parts mean. */
export function datesFigure(
  caption: string,
  rows: readonly DayRow[],
  lines: readonly DayMark[],
  zone: ShownZone,
  messages: Messages,
): Html {
  const bars = rows.flatMap((row) => row.bars);
  const looks = [...new Set(bars.map(({ look }) => look))].map(
    (look) => bars.find((bar) => bar.look === look) as DayBar,
  );
  const shown = lines.filter((line) => rows.some(({ date }) => date && isOn(line, date)));
  const lineLooks = [...new Set(shown.map(({ look }) => look))].map((look) =>
    shown.filter((line) => line.look === look),
  );
  return html`<figure>
<figcaption>${caption}</figcaption>
<ol class="days"><li aria-hidden="true"><span></span>${ruler}<span class="what"></span></li>
${rows.map((row) => (row.date ? dateRow(row, row.date, shown, zone, messages) : html`<li><span class="more">${row.text}</span></li>\n`))}</ol>
<ul class="legend">${looks.map(({ look, meaning }) => html`<li><svg width="26" height="14" aria-hidden="true"><rect class="${look}" width="26" height="14" rx="2"/></svg>${meaning}</li>`)}${lineLooks.map(lineKey)}</ul>
</figure>
`;
}

/** An entry of the legend for the lines of a look. */
function lineKey(lines: readonly DayMark[]): Html {
  const meaning = lines.map((line) => line.meaning).join(" · ");
  return html`<li><svg width="8" height="14" aria-hidden="true"><line class="${lines[0]?.look}" x1="4" x2="4" y1="0" y2="14"/></svg>${meaning}</li>`;
}

const ruler = html`<svg width="100%" height="16">${[0, 6, 12, 18, 24].map((hour) => html`<text x="${(hour / 24) * 100}%" y="12" text-anchor="${hour === 0 ? "start" : hour === 24 ? "end" : "middle"}">${hour}</text>`)}</svg>`;

function isOn({ instant, isEnd = false }: DayMark, { from, to }: LocalDays): boolean {
  return isEnd ? instant > from && instant <= to : instant >= from && instant < to;
}

function dateRow(
  { label, text, bars }: DayRow,
  date: LocalDays,
  lines: readonly DayMark[],
  zone: ShownZone,
  messages: Messages,
): Html {
  // Where the wall clock shows an instant on this date, in percent of 24 hours; an end is at its last millisecond.
  const place = (instant: number) =>
    Math.min(1, Math.max(0, (instant + zone.offsetAt(instant) - date.day * dayMs) / dayMs)) * 100;
  const percent = (n: number) => `${Number(n.toFixed(3))}%`;
  const clipped = bars
    .map((bar): DayBar => ({ ...bar, from: Math.max(bar.from, date.from), to: Math.min(bar.to, date.to) }))
    .filter(({ from, to }) => from < to);
  const drawn = clipped.map(({ from, to, look }) => {
    const start = place(from);
    return html`<rect class="${look}" x="${percent(start)}" y="2" width="${percent(Math.max(0.15, place(to - 1) - start))}" height="${barHeight - 4}"/>`;
  });
  const marks = lines
    .filter((line) => isOn(line, date))
    .map(({ instant, look, isEnd = false }) => {
      const x = percent(place(isEnd ? instant - 1 : instant));
      return html`<line class="${look}" x1="${x}" x2="${x}" y1="0" y2="${barHeight}"/>`;
    });
  const descriptions = clipped.map(({ from, to, meaning }) =>
    messages.html.stretch(meaning, formatHour(from, zone, date.from, "from"), formatHour(to, zone, date.to, "to")),
  );
  return html`<li><span class="day">${label}</span><svg role="img" aria-label="${descriptions.join("; ") || messages.html.closedDay}" width="100%" height="${barHeight}"><rect class="closed" width="100%" y="2" height="${barHeight - 4}" rx="2"/>${[25, 50, 75].map((x) => html`<line class="grid" x1="${x}%" x2="${x}%" y1="2" y2="${barHeight - 2}"/>`)}${drawn}${marks}</svg><span class="what">${text}</span></li>
`;
}
