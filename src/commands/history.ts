/**
 * `recommend --tickets`: what past tickets say of the needs: their mix, how soon they were answered, and what each plan would have promised.
 */
import { plansByRank } from "../data/dataset.js";
import { targetFor } from "../data/lookup.js";
import type { ResponseTime } from "../data/recommend/response-time.js";
import type { Assumption, History } from "../report.js";
import { AuditTotals } from "../tickets/audit-totals.js";
import { type Context, candidatesOf, Diagnostics } from "./context.js";
import { type BlockTransform, prepareTickets, readThrough, type TicketOptions } from "./ticket-file.js";

/** A need is the time in which so many percent of a priority's tickets were first answered. */
export const needPercent = 90;

/** A need measured on fewer responses than these says so. */
export const fewTickets = 20;

/** What was measured, for the rule and for the reader. */
export interface Measured {
  readonly history: History;
  /** Needs by priority id. */
  readonly within: Readonly<Record<string, ResponseTime>>;
  readonly assumptions: Diagnostics["assumptions"];
  readonly warnings: Diagnostics["warnings"];
}

export interface HistoryReader extends BlockTransform {
  measured(): Measured;
}

/** Tickets that do not name their plan count as those of the lowest candidate, which is what is compared with. */
export async function prepareHistory(
  path: string,
  options: TicketOptions & { readonly all?: boolean },
  context: Context,
  first: Uint8Array,
): Promise<HistoryReader> {
  const { dataset } = context;
  const diagnostics = new Diagnostics(context.notices);
  const plans = plansByRank(dataset);
  const candidates = candidatesOf(options, dataset) ?? dataset.candidates;
  const base = plans.find((plan) => candidates.includes(plan)) ?? (plans[0] as string);
  const question = {
    command: "recommend --tickets",
    alsoPlans: plans,
    mayCompare: false,
    fillsPlan: true,
    showsZones: false,
  };
  const file = await prepareTickets(path, { ...options, plan: [base] }, question, context, diagnostics, first);
  const totals = new AuditTotals(plans, file.statusContext);
  const reader = file.reader(totals);

  function measured(): Measured {
    const { read, bad, answered, seen } = totals;
    const used = read - bad;
    const priorities = Object.keys(dataset.priorities).flatMap((priority) => {
      const tickets = totals.byPriority.get(priority) ?? 0;
      if (tickets === 0) return [];
      const times = totals.responses.get(priority);
      const clocks = totals.clocksOf(priority);
      const withinSeconds = times?.percentile(needPercent) ?? null;
      return [{ priority, tickets, share: tickets / used, answered: times?.count ?? 0, clocks, withinSeconds }];
    });
    const within = Object.fromEntries(
      priorities.flatMap(({ priority, withinSeconds }) => {
        const clock = targetFor(dataset, base, priority, undefined)?.clock;
        if (withinSeconds === null || clock === undefined) return [];
        const minutes = Math.max(1, Math.ceil(withinSeconds / 60));
        const need: ResponseTime = {
          ...(minutes % 60 === 0 ? { amount: minutes / 60, unit: "hours" } : { amount: minutes, unit: "minutes" }),
          // Business days are measured in business hours, on which a response has a length.
          clock: clock === "business-days" ? "business-hours" : clock,
        };
        return [[priority, need] as const];
      }),
    );
    for (const assumption of assumptionsOf(within, priorities, base)) diagnostics.assume(assumption);
    return {
      history: {
        path: path === "-" ? "stdin" : path,
        base,
        tickets: { read, used, answered, bad },
        priorities,
        plans: plans
          .filter((plan) => plan !== base || totals.ownPlans.size > 1)
          .map((plan) => {
            const { sooner, earlier } = totals.others.get(plan)!;
            const compared = earlier.count;
            return {
              plan,
              compared,
              earlier: sooner.count,
              share: compared === 0 ? null : sooner.count / compared,
              medianEarlierSeconds: sooner.percentile(50) ?? null,
            };
          }),
        seen,
        fills: file.fills(),
      },
      within,
      assumptions: diagnostics.assumptions,
      warnings: diagnostics.warnings,
    };
  }

  return { ...readThrough(file, reader, () => totals.read), measured };
}

function assumptionsOf(
  needs: Measured["within"],
  priorities: History["priorities"],
  plan: string,
): readonly Assumption[] {
  if (Object.keys(needs).length === 0) return [];
  const few = priorities
    .filter(({ priority, answered }) => needs[priority] !== undefined && answered < fewTickets)
    .map(({ priority, answered: tickets }) => ({ priority, tickets }));
  return [
    { code: "measured-needs", percent: needPercent, plan },
    ...(few.length === 0 ? [] : [{ code: "few-tickets", fewer: fewTickets, priorities: few } as const]),
  ];
}
