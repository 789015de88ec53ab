/**
 * The deadline of a ticket as a page: the answer of each plan, its way there as a picture of its dates, and the ledger.
 */
import { dayMs } from "../core/date.js";
import { formatLocal } from "../core/iso.js";
import type { Words } from "../i18n/words.js";
import type { DeadlineReport, TicketAnswer } from "../report.js";
import { commonPairs, meaning, ticketTitle, usedText } from "./deadline.js";
import { type Html, html, nothing, pairsOf, renderPage, type Section, tableOf } from "./html.js";
import type { JsonView } from "./json.js";
import { ledgerOf } from "./ledger.js";
import { paintOf } from "./paint.js";
import type { Sign, Stretch } from "./strip.js";
import { formatHour, formatMoment } from "./time.js";
import { type TimelineRow, timelineRows } from "./timeline.js";

const symbols = { met: "✓", open: "●", "at-risk": "▲", missed: "✗", overdue: "✗" } as const;

export function renderDeadlineHtml(report: DeadlineReport, words: Words, { tzdata }: JsonView): string {
  const { tickets, now, dataset, assumptions, warnings } = report;
  const first = tickets[0] as TicketAnswer;
  const titled = (title: string, ticket: TicketAnswer) => (tickets.length === 1 ? title : `${title}: ${ticket.planName}`);
  const sections = tickets.flatMap((ticket, i): Section[] => [
    ...(ticket.timeline
      ? [{ id: `timeline-${i + 1}`, title: titled(words.timeline.title, ticket), body: timeline(ticket, now, words) }]
      : []),
    ...(ticket.segments ? [{ id: `ledger-${i + 1}`, title: titled(words.labels.howCounted, ticket), body: ledger(ticket, words) }] : []),
  ]);
  return renderPage(
    {
      title: ticketTitle(first),
      lead: html`${patterns}<ul class="cards">${tickets.map((ticket) => card(ticket, words))}</ul>
${pairsOf(commonPairs(first, now, words))}`,
      sections,
      dataset,
      tzdata,
      assumptions,
      warnings,
    },
    words,
  );
}

function card(ticket: TicketAnswer, words: Words): Html {
  const { deadline, zone, status, usedMs, remainingMs } = ticket;
  const parts = formatMoment(deadline, zone, words).split(" ");
  const [time = "", offset = ""] = parts.slice(-2);
  const date = parts.slice(0, -2).join(" ");
  const budgetMs = usedMs + remainingMs;
  const share = budgetMs === 0 ? 100 : Math.min(100, Math.floor((usedMs / budgetMs) * 100));
  return html`<li class="card">
<h2>${ticket.planName}</h2>
<p class="soft">${words.html.respondBy}</p>
<p class="big"><time datetime="${formatLocal(deadline, zone.offsetAt(deadline))}">${date} <span class="no-break">${time}</span></time></p>
<p class="soft">${offset} · ${words.html.zone(zone.id)}</p>
<svg class="meter" role="img" aria-label="${words.html.usedOfTarget(share)}"><rect class="open" width="100%" height="12" rx="6"/><rect class="used" width="${share}%" height="12" rx="6"/></svg>
<p><span class="badge ${meaning[status]}">${symbols[status]} ${words.statuses[status]}</span></p>
<p>${usedText(ticket, words)}</p>
<p class="soft">${words.labels.target}: ${words.target(ticket.target)}</p>
</li>
`;
}

/** Fills that are told apart without colour; SVG everywhere on the page refers to them. */
const patterns = html`<svg class="defs" aria-hidden="true" focusable="false"><defs>
<pattern id="left-pattern" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" style="fill:var(--open)"/><rect width="3" height="6" style="fill:var(--mid)"/></pattern>
<pattern id="pause-pattern" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" style="fill:var(--paper)"/><circle cx="2.5" cy="2.5" r="1.2" style="fill:var(--soft)"/></pattern>
</defs></svg>
`;

const barHeight = 22;
const shown = { used: "used", left: "left", uncounted: "open", pause: "pause" } as const satisfies Partial<Record<Sign, string>>;

function isShown(sign: Sign): sign is keyof typeof shown {
  return sign in shown;
}

/** The dates from the opening to the deadline, a bar of 24 hours each. */
function timeline(ticket: TicketAnswer, now: number, words: Words): Html {
  const rows = timelineRows(ticket, now, words);
  const { zone } = ticket;
  const signs = new Set(rows.flatMap(({ stretches }) => stretches.map(({ sign }) => sign)).filter(isShown));
  const isNowShown = rows.some(({ date }) => date && now >= date.from && now < date.to);
  const caption = words.html.timelineOf(formatMoment(ticket.opened, zone, words), formatMoment(ticket.deadline, zone, words), zone.id);
  return html`<figure>
<figcaption>${caption}</figcaption>
<ol class="days"><li aria-hidden="true"><span></span>${ruler}<span class="what"></span></li>
${rows.map((row) => (row.date ? dateRow(row, ticket, now, words) : html`<li><span class="more">${row.text}</span></li>\n`))}</ol>
<ul class="legend">${[...signs].map((sign) => html`<li><svg width="26" height="14" aria-hidden="true"><rect class="${shown[sign]}" width="26" height="14" rx="2"/></svg>${words.legend[sign]}</li>`)}${lineKey("mark", `${words.labels.opened}, ${words.labels.respondBy}`)}${isNowShown ? lineKey("nowmark", words.labels.now) : nothing}</ul>
</figure>
`;
}

/** An entry of the legend for a line across the bars. */
function lineKey(style: string, label: string): Html {
  return html`<li><svg width="8" height="14" aria-hidden="true"><line class="${style}" x1="4" x2="4" y1="0" y2="14"/></svg>${label}</li>`;
}

const ruler = html`<svg width="100%" height="16">${[0, 6, 12, 18, 24].map((hour) => html`<text x="${(hour / 24) * 100}%" y="12" text-anchor="${hour === 0 ? "start" : hour === 24 ? "end" : "middle"}">${hour}</text>`)}</svg>`;

function dateRow({ label, text, date, stretches }: TimelineRow, { zone, opened, deadline }: TicketAnswer, now: number, words: Words): Html {
  if (!date) return nothing;
  // Where the wall clock shows an instant on this date, in percent of 24 hours; an end is where its last millisecond stands.
  const place = (instant: number) => Math.min(1, Math.max(0, (instant + zone.offsetAt(instant) - date.day * dayMs) / dayMs)) * 100;
  const percent = (n: number) => `${Number(n.toFixed(3))}%`;
  const clipped = stretches.map((s): Stretch => ({ ...s, from: Math.max(s.from, date.from), to: Math.min(s.to, date.to) }));
  const bars = clipped.flatMap(({ from, to, sign }) => {
    if (!isShown(sign) || from >= to) return [];
    const start = place(from);
    return [
      html`<rect class="${shown[sign]}" x="${percent(start)}" y="2" width="${percent(Math.max(0.15, place(to - 1) - start))}" height="${barHeight - 4}"/>`,
    ];
  });
  const mark = (instant: number, style: string, isEnd: boolean) =>
    instant >= date.from && (isEnd ? instant <= date.to && instant > date.from : instant < date.to)
      ? html`<line class="${style}" x1="${percent(place(isEnd ? instant - 1 : instant))}" x2="${percent(place(isEnd ? instant - 1 : instant))}" y1="0" y2="${barHeight}"/>`
      : nothing;
  const said = clipped
    .filter(({ sign }) => isShown(sign))
    .map(({ from, to, sign }) =>
      words.html.stretch(words.legend[sign], formatHour(from, zone, date.from, "from"), formatHour(to, zone, date.to, "to")),
    );
  return html`<li><span class="day">${label}</span><svg role="img" aria-label="${said.join("; ") || words.html.closedDay}" width="100%" height="${barHeight}"><rect class="closed" width="100%" y="2" height="${barHeight - 4}" rx="2"/>${[25, 50, 75].map((x) => html`<line class="grid" x1="${x}%" x2="${x}%" y1="2" y2="${barHeight - 2}"/>`)}${bars}${mark(now, "nowmark", false)}${mark(opened, "mark", false)}${mark(deadline, "mark", true)}</svg><span class="what">${text}</span></li>
`;
}

function ledger(ticket: TicketAnswer, words: Words): Html {
  const { head, rows } = ledgerOf(ticket, words, paintOf(false));
  return tableOf({ caption: words.target(ticket.target), head, groups: [{ rows }], numeric: [2, 3] });
}
