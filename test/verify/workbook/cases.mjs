/**
 * Tickets for workbooks, with what the engine says of each: whole seconds, pauses by their length, and times at openings, closings and
 * changes of the clock. The regions and targets are those of the database suite.
 */
import { deadline, elapsed, judge, targetFor } from "../../../dist/index.js";
import { dice } from "../databases/cases.mjs";

const dayMs = 86_400_000;
export const atRiskPercent = 75;

/** What the engine says of a ticket in a workbook of a span: undefined is an empty cell. */
export function answerOf(ticket, dataset, { calendar, countDays, span, now }) {
  const [from, to] = span;
  const { opened, responded, pauseMs = 0, region } = ticket;
  const nothing = { deadline: undefined, status: undefined, used: undefined, late: undefined };
  const target = targetFor(dataset, ticket.plan, ticket.priority, region);
  if (opened < from || opened > to) return nothing;
  const isDays = target.clock === "business-days";
  const clock = isDays ? "business-hours" : target.clock;
  const later = (start, ms) =>
    ms === 0 ? start : deadline(calendar, start, { clock, amount: ms / 1000, unit: "seconds" });
  let due;
  if (isDays) {
    const unpaused = deadline(calendar, opened, target, { countDays });
    // A date is in the calendar where all of its hours are.
    if (target.amount > 0 && deadline(calendar, opened, target, { countDays: "end-of-day" }) > to) return nothing;
    due = later(unpaused, pauseMs);
  } else {
    const unit = { seconds: 1000, minutes: 60_000, hours: 3_600_000 }[target.unit];
    due = later(opened, Math.round(target.amount * unit) + pauseMs);
  }
  if (due > to) return nothing;
  const until = responded ?? now;
  const isCovered = until >= from && until <= to;
  const counted = (a, b) => elapsed(calendar, a, b, { clock });
  const usedMs = isCovered ? Math.max(0, counted(opened, until)) : undefined;
  const status = judge({
    deadline: due,
    responded,
    now,
    usedMs: usedMs ?? 0,
    budgetMs: counted(opened, due),
    atRiskPercent,
  });
  return { deadline: due, status, used: usedMs, late: isCovered && until > due ? counted(due, until) : undefined };
}

/** Tickets of the regions of some runs; with `changes`, near those of a zone's clock. */
export function makeTickets(count, dataset, runs, seed, zone) {
  const random = dice(seed);
  const below = (n) => Math.floor(random() * n);
  const pick = (list) => list[below(list.length)];
  const plans = dataset.candidates;
  const priorities = Object.keys(dataset.priorities);
  const edges = runs.map(({ calendar, span: [from, to] }) => ({
    changes: (zone ?? calendar.zone).stretches(from, to).map((stretch) => stretch.from),
    open: calendar.hours.intervals(from, to).flatMap((interval) => [interval.from, interval.to]),
  }));
  return Array.from({ length: count }, (_, index) => {
    const at = below(runs.length);
    const { id: region, span } = runs[at];
    const [from, to] = span;
    const opened = Math.floor(openedAt(edges[at], from, to) / 1000) * 1000;
    const ticket = { id: `T${index}`, plan: pick(plans), priority: pick(priorities), region, opened };
    const pauseMs = random() < 0.3 ? pick([60, 1800, 3600, 7200, 86_400, 1 + below(500_000)]) * 1000 : undefined;
    const paused = pauseMs === undefined ? ticket : { ...ticket, pauseMs };
    const { deadline } = answerOf(paused, dataset, { ...runs[at], now: to });
    const responded = respond(opened, deadline);
    return responded === undefined ? paused : { ...paused, responded };
  });

  function openedAt({ changes, open }, from, to) {
    const kind = random();
    const nudge = pick([0, 0, 0, 1000, -1000, 60_000]);
    if (kind < 0.02) return random() < 0.5 ? from - 1000 - below(90 * dayMs) : to + 1000 + below(90 * dayMs);
    if (kind < 0.04) return pick([from, to, to - below(5 * dayMs), from + below(dayMs)]);
    if (kind < 0.35) return pick(open) + nudge;
    if (kind < 0.5) return pick(changes) + below(8 * 3600) * 1000 - 4 * 3_600_000;
    return from + below(to - from);
  }

  function respond(opened, deadline) {
    const kind = random();
    if (kind < 0.2) return undefined;
    if (kind < 0.45 && deadline !== undefined) return Math.max(opened, deadline + pick([0, 0, 1000, -1000]));
    return opened + below(9 * 86_400) * 1000;
  }
}
