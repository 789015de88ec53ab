/**
 * The deadline of a ticket as a page: the answer of each plan, its way there as a picture of its dates, and the ledger.
 */

import { tenthsOfPercent } from "../../core/share.js";
import type { Messages } from "../../i18n/en/index.js";
import type { DeadlineReport, DueTicket, TicketAnswer } from "../../report.js";
import type { JsonView } from "../json.js";
import { createStyle } from "../text/color.js";
import type { Sign } from "../text/day-strip.js";
import { commonOf, meaning, targetText, usedText } from "../text/deadline.js";
import { ledgerOf } from "../text/ledger.js";
import { formatTenths } from "../text/percent.js";
import { formatMoment } from "../text/time.js";
import { timelineRows } from "../text/timeline.js";
import { type DayMark, type DayRow, datesFigure, largeMoment, otherMoment } from "./day-bars.js";
import { type Html, html, type PageSection, pairsOf, renderPage, tableOf } from "./page.js";

const symbols = { met: "✓", open: "●", "at-risk": "▲", missed: "✗", overdue: "✗", closed: "–" } as const;

export function renderDeadlineHtml(report: DeadlineReport, messages: Messages, view: JsonView): string {
  const { tickets } = report;
  const { title, pairs } = commonOf(report, messages);
  const titled = (title: string, ticket: TicketAnswer) =>
    tickets.length === 1 ? title : `${title}${messages.colon}${ticket.planName}`;
  const sections = tickets.flatMap((ticket, i): PageSection[] => [
    ...(ticket.status !== "no-target" && ticket.timeline
      ? [
          {
            id: `timeline-${i + 1}`,
            title: titled(messages.timeline.title, ticket),
            body: timeline(ticket, report, messages),
          },
        ]
      : []),
    ...(ticket.status !== "no-target" && ticket.segments
      ? [
          {
            id: `ledger-${i + 1}`,
            title: titled(messages.labels.howCounted, ticket),
            body: ledger(ticket, report, messages),
          },
        ]
      : []),
  ]);
  return renderPage(
    {
      title,
      lead: html`${patterns}<ul class="cards">${tickets.map((ticket) => card(ticket, report, messages))}</ul>
${pairsOf(pairs)}`,
      sections,
    },
    report,
    messages,
    view,
  );
}

function card(ticket: TicketAnswer, { now, shownIn }: DeadlineReport, messages: Messages): Html {
  if (ticket.status === "no-target")
    return html`<li class="card">
<h2>${ticket.planName}</h2>
<p><span class="badge dim">– ${messages.statuses["no-target"]}</span></p>
</li>
`;
  const { deadline, zone, status, usedMs, remainingMs } = ticket;
  const budgetMs = usedMs + remainingMs;
  const tenths = budgetMs === 0 ? 1000 : Math.min(1000, tenthsOfPercent(usedMs, budgetMs));
  return html`<li class="card">
<h2>${ticket.planName}</h2>
<p class="soft">${messages.html.respondBy}</p>
${largeMoment(deadline, zone, messages)}${otherMoment(deadline, zone, shownIn, messages)}<svg class="meter" role="img" aria-label="${messages.html.usedOfTarget(formatTenths(tenths))}"><rect class="open" width="100%" height="12" rx="6"/><rect class="used" width="${tenths / 10}%" height="12" rx="6"/></svg>
<p><span class="badge ${meaning[status]}">${symbols[status]} ${messages.statuses[status]}</span></p>
<p>${usedText(ticket, now, messages)}</p>
<p class="soft">${messages.labels.target}${messages.colon}${targetText(ticket, messages)}</p>
</li>
`;
}

/** Patterns that differ without colour; every SVG on the page refers to them. */
const patterns = html`<svg class="defs" aria-hidden="true" focusable="false"><defs>
<pattern id="left-pattern" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" style="fill:var(--open)"/><rect width="3" height="6" style="fill:var(--mid)"/></pattern>
<pattern id="pause-pattern" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" style="fill:var(--paper)"/><circle cx="2.5" cy="2.5" r="1.2" style="fill:var(--soft)"/></pattern>
</defs></svg>
`;

const shown = { used: "used", left: "left", uncounted: "open", pause: "pause" } as const satisfies Partial<
  Record<Sign, string>
>;

function isShown(sign: Sign): sign is keyof typeof shown {
  return sign in shown;
}

/** The dates from the opening to the deadline, a bar of 24 hours each. */
function timeline(ticket: DueTicket, { now, shownIn }: DeadlineReport, messages: Messages): Html {
  const { zone, opened, deadline } = ticket;
  const rows = timelineRows(ticket, now, shownIn, messages).map(
    ({ stretches, ...row }): DayRow => ({
      ...row,
      bars: stretches.flatMap(({ from, to, sign }) =>
        isShown(sign) ? [{ from, to, look: shown[sign], meaning: messages.legend[sign] }] : [],
      ),
    }),
  );
  const lines: readonly DayMark[] = [
    { instant: opened, look: "mark", meaning: messages.labels.opened },
    { instant: deadline, look: "mark", meaning: messages.labels.respondBy, isEnd: true },
    { instant: now, look: "nowmark", meaning: messages.labels.now },
  ];
  const caption = messages.html.timelineOf(
    formatMoment(opened, zone, messages),
    formatMoment(deadline, zone, messages),
    zone.id,
  );
  return datesFigure(caption, rows, lines, zone, messages);
}

function ledger(ticket: DueTicket, { shownIn }: DeadlineReport, messages: Messages): Html {
  const { head, rows } = ledgerOf(ticket, messages, createStyle(false), shownIn);
  return tableOf({
    caption: messages.target(ticket.target),
    head,
    groups: [{ rows }],
    numeric: [head.length - 3, head.length - 2],
    look: "moments",
  });
}
