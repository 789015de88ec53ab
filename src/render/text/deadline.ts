/**
 * The deadline of one ticket as text, as bare times for scripts, and as rows.
 */

import { formatLocal, formatUtc } from "../../core/format-time.js";
import type { Status } from "../../core/status.js";
import type { Messages } from "../../i18n/en/index.js";
import type { CountedTime, DeadlineReport, DueTicket, ShownZone, TicketAnswer } from "../../report.js";
import { type Cell, renderDelimited } from "../delimited.js";
import { createStyle, type Style, type View } from "./color.js";
import { formatAmount, formatCounted, withClock } from "./counted.js";
import { renderLedger } from "./ledger.js";
import { renderAssumptions } from "./sanitize.js";
import { renderPairs, renderTable, renderTitle } from "./table.js";
import { formatBoth, formatMoment } from "./time.js";
import { renderTimeline } from "./timeline.js";

export function renderDeadlineText(report: DeadlineReport, messages: Messages, view: View): string {
  const style = createStyle(view.color);
  const { tickets } = report;
  const due = tickets.filter((ticket) => ticket.status !== "no-target");
  const body = tickets.length === 1 ? tickets.map((ticket) => oneTicket(ticket)).join("") : sideBySide();
  const timelines = due
    .filter((ticket) => ticket.timeline)
    .map(
      (ticket) =>
        `\n${style.heading(titled(messages.timeline.title, ticket))}\n${renderTimeline(ticket, report, messages, view, style)}`,
    );
  const ledgers = due
    .filter((t) => t.segments)
    .map(
      (ticket) =>
        `\n${style.heading(titled(messages.labels.howCounted, ticket))}\n${renderLedger(ticket, report.shownIn, messages, view, style)}`,
    );
  return `${body}${timelines.join("")}${ledgers.join("")}${renderAssumptions(report.assumptions, messages, view, style)}`;

  function oneTicket(ticket: TicketAnswer): string {
    return `${renderTitle(titleOf(ticket), view.columns, style)}\n${renderPairs(
      [
        ...(ticket.status === "no-target"
          ? []
          : [[messages.labels.respondBy, deadlineIn(ticket, report.shownIn, messages, style)] as const]),
        [messages.labels.target, targetText(ticket, messages)],
        ...commonPairs(ticket, report, messages),
        [messages.labels.status, statusLine(ticket, report.now, messages, style)],
      ],
      view.columns,
      style,
    )}`;
  }

  function sideBySide(): string {
    const { title, pairs, hasOneZone } = commonOf(report, messages);
    const rows = tickets.map((t) => [
      t.planName,
      targetText(t, messages),
      t.status === "no-target" ? "–" : respondBy(t, hasOneZone),
      statusLine(t, report.now, messages, style),
    ]);
    const { labels } = messages;
    const heads = [labels.plan, labels.target, labels.respondBy, labels.status];
    return `${renderTitle(title, view.columns, style)}\n${renderPairs(pairs, view.columns, style)}\n${renderTable(heads, rows, view.columns, style)}`;
  }

  function respondBy({ deadline, zone }: DueTicket, hasOneZone: boolean): string {
    const moment = formatBoth(deadline, zone, report.shownIn, messages);
    return hasOneZone ? moment : messages.aside(moment, zone.id);
  }

  function titleOf(ticket: TicketAnswer): string {
    return `${ticket.planName} · ${ticketTitle(ticket, messages)}`;
  }

  function titled(title: string, ticket: TicketAnswer): string {
    return tickets.length === 1 ? title : `${title}${messages.colon}${ticket.planName}`;
  }
}

/** The deadline in the ticket's zone, which is named, and in the other zone that times are shown in. */
function deadlineIn(
  { deadline, zone }: DueTicket,
  shownIn: ShownZone | undefined,
  messages: Messages,
  style: Style,
): string {
  const named = (there: ShownZone, moment: string) => messages.aside(moment, there.id);
  const own = named(zone, style.strong(formatMoment(deadline, zone, messages)));
  return shownIn === undefined || shownIn.id === zone.id
    ? own
    : `${own} = ${named(shownIn, formatMoment(deadline, shownIn, messages))}`;
}

/** What a status means for the reader. */
export const meaning = {
  met: "success",
  open: "success",
  "at-risk": "warn",
  missed: "bad",
  overdue: "bad",
  closed: "dim",
} as const satisfies Record<Status, keyof Style>;

export function targetText(ticket: TicketAnswer, messages: Messages): string {
  if (ticket.status === "no-target") return messages.labels.none;
  const target = messages.target(ticket.target);
  return ticket.ownPriority === undefined ? target : messages.aside(target, ticket.ownPriority);
}

function statusLine(ticket: TicketAnswer, now: number, messages: Messages, style: Style): string {
  if (ticket.status === "no-target") return style.dim(messages.statuses[ticket.status]);
  return `${style[meaning[ticket.status]](messages.statuses[ticket.status])}${messages.colon}${usedText(ticket, now, messages)}`;
}

/** How much of the target was used, is left, or was overrun. */
export function usedText(ticket: DueTicket, now: number, messages: Messages): string {
  const { deadline, target, usedMs, remainingMs, lateMs = 0, days } = ticket;
  const { clock } = target;
  const used: CountedTime = { clock, ms: usedMs, days: days?.used };
  const left: CountedTime = { clock, ms: remainingMs, days: days?.remaining };
  switch (ticket.status) {
    case "met":
      return withClock(messages.usedOf(formatAmount(used, messages)), [used], messages);
    case "missed":
    case "overdue":
      return messages.lateBy(
        formatCounted({ clock, ms: lateMs, days: days?.late }, (ticket.responded ?? now) - deadline, messages),
      );
    case "open":
    case "at-risk":
    case "closed":
      return withClock(
        messages.usedAndLeft(formatAmount(used, messages), formatAmount(left, messages)),
        [used, left],
        messages,
      );
  }
}

/** `P2 Major Business Impact · Japan`. */
function ticketTitle(ticket: TicketAnswer, messages: Messages): string {
  const { priority, priorityName } = ticket;
  return `${messages.priorityTitle(priority, priorityName, undefined)}${ticket.regionName === undefined ? "" : ` · ${ticket.regionName}`}`;
}

/** What tickets side by side have in common. Plans of several datasets may have regions and zones of their own. */
export function commonOf(
  { tickets, ...report }: DeadlineReport,
  messages: Messages,
): { readonly title: string; readonly pairs: ReturnType<typeof commonPairs>; readonly hasOneZone: boolean } {
  const due = tickets.filter((ticket) => ticket.status !== "no-target");
  const first = due[0] ?? (tickets[0] as TicketAnswer);
  const start = due[0]?.clockStarts;
  const hasOneStart = due.every(({ clockStarts }) => clockStarts === start);
  const hasOneRegion = tickets.every(({ region }) => region === first.region);
  return {
    title: ticketTitle(hasOneRegion ? first : { ...first, regionName: undefined }, messages),
    pairs: commonPairs(hasOneStart ? first : { ...first, status: "no-target" }, report, messages),
    hasOneZone: tickets.every(({ zone }) => zone.id === first.zone.id),
  };
}

/** What is the same under every plan: when it was opened, and until when its clock has run. */
export function commonPairs(
  ticket: TicketAnswer,
  { now, shownIn }: Pick<DeadlineReport, "now" | "shownIn">,
  messages: Messages,
): readonly (readonly [string, string])[] {
  const { labels } = messages;
  return [
    [labels.opened, formatBoth(ticket.opened, ticket.zone, shownIn, messages)],
    ...(ticket.status === "no-target" || ticket.clockStarts === ticket.opened
      ? []
      : [[labels.clockStarts, formatBoth(ticket.clockStarts, ticket.zone, shownIn, messages)] as const]),
    ticket.responded === undefined
      ? [labels.now, formatBoth(now, ticket.zone, shownIn, messages)]
      : [labels.responded, formatBoth(ticket.responded, ticket.zone, shownIn, messages)],
  ];
}

/** One line per plan: the deadline in the ticket's zone or the one the user names, to the second, for scripts. */
export function renderDeadlineIso(report: DeadlineReport): string {
  return report.tickets
    .map((ticket) => {
      if (ticket.status === "no-target") return "none\n";
      const { deadline } = ticket;
      const zone = report.shownIn ?? ticket.zone;
      return `${formatLocal(secondsUp(deadline) * 1000, zone.offsetAt(deadline))}\n`;
    })
    .join("");
}

/** One line per plan: seconds since 1970. */
export function renderDeadlineEpoch(report: DeadlineReport): string {
  return report.tickets
    .map((ticket) => (ticket.status === "no-target" ? "none\n" : `${secondsUp(ticket.deadline)}\n`))
    .join("");
}

/** Seconds since 1970, rounded up: a response within the target never comes after the deadline that was printed. */
function secondsUp(instant: number): number {
  return Math.ceil(instant / 1000);
}

export function renderDeadlineRows(report: DeadlineReport, separator: "," | "\t"): string {
  return renderDelimited(deadlineTable(report), separator);
}

/** The deadlines as rows of cells, the head first. */
export function deadlineTable(report: DeadlineReport): readonly (readonly Cell[])[] {
  const head = [
    "plan",
    "priority",
    "region",
    "zone",
    "opened",
    "clockStarts",
    "clock",
    "amount",
    "unit",
    "deadline",
    "deadlineLocal",
    "status",
    "usedSeconds",
    "remainingSeconds",
    "responded",
    "lateSeconds",
  ];
  const rows = report.tickets.map((t): Cell[] => {
    const given = [t.plan, t.priority, t.region, t.zone.id, formatUtc(t.opened)];
    const responded = t.responded === undefined ? "" : formatUtc(t.responded);
    if (t.status === "no-target") return [...given, "", "", "", "", "", "", t.status, "", "", responded, ""];
    return [
      ...given,
      formatUtc(t.clockStarts),
      t.target.clock,
      t.target.amount,
      t.target.unit,
      formatUtc(t.deadline),
      formatLocal(t.deadline, t.zone.offsetAt(t.deadline)),
      t.status,
      Math.floor(t.usedMs / 1000),
      Math.ceil(t.remainingMs / 1000),
      responded,
      t.lateMs === undefined ? "" : Math.ceil(t.lateMs / 1000),
    ];
  });
  return [head, ...rows];
}
