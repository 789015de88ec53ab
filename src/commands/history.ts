/**
 * `recommend --tickets`: needs measured on past tickets, and the deadlines that each plan would have given them.
 */
import type { BlockTransform } from "../block-transform.js";
import { type Dataset, plansByRank } from "../data/dataset.js";
import { targetFor } from "../data/lookup.js";
import type { ResponseTime } from "../data/recommend/response-time.js";
import type { Assumption, History } from "../report.js";
import { AuditTotals } from "../tickets/audit-totals.js";
import { type Context, candidatesOf, Diagnostics } from "./context.js";
import { prepareTickets, readThrough, type TicketOptions } from "./ticket-file.js";

/** The percentile of a priority's response times that counts as its need. */
export const needPercent = 90;

/** Needs measured on fewer responses carry an assumption. */
export const fewTickets = 20;

/** The measurements, for the recommendation and for the report. */
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

/** Tickets without a plan count under the lowest candidate, the base of the comparison. */
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
  const totals = new AuditTotals(plans, file.statusContext, {
    period: "year",
    zoneOf: ({ zone }) => zone,
    maxWorst: 0,
  });
  const reader = file.reader(totals);
  return {
    ...readThrough(file, reader, () => totals.read),
    measured() {
      const priorities = responsesByPriority(totals, Object.keys(dataset.priorities));
      const within = needsOf(priorities, base, dataset);
      for (const assumption of assumptionsOf(within, priorities, base)) diagnostics.assume(assumption);
      const { read, bad, answered, seen } = totals;
      return {
        history: {
          path: path === "-" ? "stdin" : path,
          base,
          tickets: { read, used: read - bad, answered, bad },
          priorities,
          plans: earlierDeadlines(totals, plans, base),
          seen,
          reading: file.reading(),
        },
        within,
        assumptions: diagnostics.assumptions,
        warnings: diagnostics.warnings,
      };
    },
  };
}

function responsesByPriority(totals: AuditTotals, ids: readonly string[]): History["priorities"] {
  const used = totals.read - totals.bad;
  return ids.flatMap((priority) => {
    const tickets = totals.byPriority.get(priority) ?? 0;
    if (tickets === 0) return [];
    const times = totals.responses.get(priority);
    const clocks = totals.clocksOf(priority);
    const withinSeconds = times?.percentile(needPercent) ?? null;
    return [{ priority, tickets, share: tickets / used, answered: times?.count ?? 0, clocks, withinSeconds }];
  });
}

/** The measured response times as needs, in whole minutes or hours, on the clocks of the base plan's targets. */
function needsOf(priorities: History["priorities"], base: string, dataset: Dataset): Measured["within"] {
  return Object.fromEntries(
    priorities.flatMap(({ priority, withinSeconds }) => {
      const clock = targetFor(dataset, base, priority, undefined)?.clock;
      if (withinSeconds === null || clock === undefined) return [];
      const minutes = Math.max(1, Math.ceil(withinSeconds / 60));
      const need: ResponseTime = {
        ...(minutes % 60 === 0 ? { amount: minutes / 60, unit: "hours" } : { amount: minutes, unit: "minutes" }),
        // Response times under a target in business days are measured in business hours.
        clock: clock === "business-days" ? "business-hours" : clock,
      };
      return [[priority, need] as const];
    }),
  );
}

/** For every other plan, how many tickets would have had an earlier deadline, and by how much. */
function earlierDeadlines({ ownPlans, others }: AuditTotals, plans: readonly string[], base: string): History["plans"] {
  return plans
    .filter((plan) => plan !== base || ownPlans.size > 1)
    .map((plan) => {
      const { sooner, earlier } = others.get(plan)!;
      const compared = earlier.count;
      return {
        plan,
        compared,
        earlier: sooner.count,
        share: compared === 0 ? null : sooner.count / compared,
        medianEarlierSeconds: sooner.percentile(50) ?? null,
      };
    });
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
