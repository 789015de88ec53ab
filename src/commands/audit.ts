/**
 * `audit`: past tickets against what their plan promises, and against what every other plan would have.
 */

import { reachesPercent } from "../core/share.js";
import { namesOf, plansByRank } from "../data/dataset.js";
import { CliError } from "../errors.js";
import type { AuditReport } from "../report.js";
import { AuditTotals, usedPercents } from "../tickets/audit-totals.js";
import { type ColumnMap, likelyResponses } from "../tickets/columns.js";
import { responseColumns } from "../tickets/names.js";
import { type Context, checkInForce, Diagnostics, datasetRef, readPercent } from "./context.js";
import { type BlockTransform, prepareTickets, readThrough, type TicketOptions } from "./ticket-file.js";

export interface AuditOptions extends TicketOptions {
  readonly minAttainment?: string;
}

export interface Audit extends BlockTransform {
  report(): AuditReport;
}

export async function prepareAudit(
  path: string,
  options: AuditOptions,
  context: Context,
  first: Uint8Array,
): Promise<Audit> {
  const { dataset, lang, now } = context;
  const diagnostics = new Diagnostics(context.notices);
  const minPercent = readPercent("--min-attainment", options.minAttainment);
  const alsoPlans = plansByRank(dataset);
  const question = { command: "audit", alsoPlans, mayCompare: false, showsZones: true };
  const file = await prepareTickets(path, options, question, context, diagnostics, first);
  const totals = new AuditTotals(alsoPlans, file.statusContext);
  const reader = file.reader({
    ticket: (ticket) => totals.ticket(ticket),
    begin(columnMap) {
      // Lines of JSON may lack the key until a ticket was answered.
      if (responseColumns.every((column) => columnMap.at[column] < 0)) throw noResponses(columnMap);
      totals.begin(columnMap);
    },
  });
  const through = readThrough(file, reader, () => totals.read);
  await checkInForce(context, now, diagnostics);

  function noResponses(columnMap: ColumnMap): CliError {
    const { preset } = columnMap;
    return new CliError({
      code: "no-responses",
      path: path === "-" ? "stdin" : path,
      preset,
      likely: likelyResponses(columnMap),
    });
  }

  function report(): AuditReport {
    const { read, bad, judged, unjudged, overdue, answered } = totals;
    const met = [...totals.groups.values()].reduce((sum, group) => sum + group.met, 0);
    const percentiles = [...totals.responses].map(([priority, histogram]) => ({
      priority,
      answered: histogram.count,
      clocks: totals.clocksOf(priority),
      median: histogram.percentile(50) ?? 0,
      p90: histogram.percentile(90) ?? 0,
      max: histogram.max,
      isExact: histogram.isExact(50) && histogram.isExact(90),
    }));
    if (percentiles.some(({ isExact }) => !isExact)) diagnostics.assume({ code: "rounded-percentiles" });
    diagnostics.assume({ code: "unanswered", now });
    const order = (ids: readonly string[]) => (a: string, b: string) => ids.indexOf(a) - ids.indexOf(b);
    const byPlan = order(alsoPlans);
    const byPriority = order(Object.keys(dataset.priorities));
    const only = totals.ownPlans.size === 1 ? [...totals.ownPlans][0] : undefined;
    return {
      command: "audit",
      dataset: datasetRef(context),
      now,
      path: path === "-" ? "stdin" : path,
      tickets: { read, judged, unjudged, bad },
      unanswered: { overdue, open: unjudged },
      answered,
      met,
      judged,
      attainment: judged === 0 ? null : met / judged,
      minPercent,
      groups: [...totals.groups.values()]
        .map((group) => ({
          ...group,
          region: group.region ?? null,
          attainment: group.judged === 0 ? null : group.met / group.judged,
        }))
        .sort(
          (a, b) =>
            byPlan(a.plan, b.plan) ||
            byPriority(a.priority, b.priority) ||
            compareText(a.region ?? "", b.region ?? "") ||
            compareText(a.month, b.month),
        ),
      responses: percentiles.sort((a, b) => byPriority(a.priority, b.priority)),
      used: [...totals.used]
        .map(([priority, bins]) => ({
          priority,
          bins: [...bins].map((tickets, i) => ({
            from: usedPercents[i - 1] ?? 0,
            to: usedPercents[i] ?? null,
            tickets,
          })),
        }))
        .sort((a, b) => byPriority(a.priority, b.priority)),
      worst: totals.worst.map(({ target, lateMs, ...miss }) => {
        const days = target.days?.(miss.deadline, miss.responded ?? now);
        return { ...miss, late: { clock: target.target.clock, ms: lateMs, ...(days && { days }) } };
      }),
      whatIf: alsoPlans
        .filter((plan) => plan !== only)
        .map((plan) => {
          const { met, judged, earlier } = totals.others.get(plan)!;
          return {
            plan,
            met,
            judged,
            attainment: judged === 0 ? null : met / judged,
            medianEarlierSeconds: earlier.median() ?? null,
          };
        }),
      names: {
        plans: namesOf(dataset.plans, lang),
        priorities: namesOf(dataset.priorities, lang),
        regions: namesOf(dataset.regions, lang),
      },
      seen: totals.seen,
      fills: file.fills(),
      assumptions: diagnostics.assumptions,
      warnings: diagnostics.warnings,
    };
  }

  return {
    ...through,
    end() {
      const rest = through.end();
      const layout = file.layout();
      if (layout && !file.hasResponses()) throw noResponses(layout);
      return rest;
    },
    report,
  };
}

/** Whether `--min-attainment` was asked for and not reached. Where nothing could be judged it was not reached. */
export function fallsShort({ minPercent, met, judged }: AuditReport): boolean {
  return minPercent !== undefined && (judged === 0 || !reachesPercent(met, judged, minPercent));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
