/**
 * `audit`: past tickets against the targets of their plan, and of every other plan.
 */

import type { BlockTransform } from "../block-transform.js";
import type { PeriodUnit } from "../core/period.js";
import { reachesPercent } from "../core/share.js";
import { namesOf } from "../data/dataset.js";
import { plansInOrder } from "../data/named.js";
import { CliError } from "../errors.js";
import type { Attainment, AuditGroup, AuditReport, ResponseTimes, UsedShares, WhatIf, WorstMiss } from "../report.js";
import { AuditTotals, defaultWorst, type GroupColumn, usedPercents } from "../tickets/audit-totals.js";
import { type ColumnMap, likelyResponses } from "../tickets/columns.js";
import { type Context, checkInForce, Diagnostics, datasetRefs, metricOf, readPercent, readShowTz } from "./context.js";
import { prepareTickets, readThrough, type TicketFile, type TicketOptions } from "./ticket-file.js";
import { daysOfSpan, periodZone, placeName } from "./ticket-filters.js";

export interface AuditOptions extends TicketOptions {
  readonly minAttainment?: string;
  readonly period?: PeriodUnit;
  readonly by?: string;
  readonly percentile?: readonly string[];
  readonly worst?: string;
}

/** What a report is made with besides the totals. */
interface AuditChoice {
  readonly options: AuditOptions;
  readonly minPercent: number | undefined;
  readonly percentiles: readonly number[];
  readonly period: PeriodUnit;
}

/** The most that `--worst` accepts. */
const maxWorst = 10_000;

export interface Audit extends BlockTransform {
  report(): AuditReport;
}

export async function prepareAudit(
  path: string,
  options: AuditOptions,
  context: Context,
  first: Uint8Array,
): Promise<Audit> {
  const diagnostics = new Diagnostics(context.notices);
  const minPercent = readPercent("--min-attainment", options.minAttainment);
  const choice = { options, minPercent, percentiles: readPercentiles(options), period: options.period ?? "month" };
  const alsoPlans = plansInOrder(context);
  const { by } = options;
  const question = {
    ...{ command: "audit", alsoPlans, mayCompare: false, showsZones: true, wantsEverySpan: true },
    ...(by !== undefined && { columns: [by] }),
  };
  const file = await prepareTickets(path, options, question, context, diagnostics, first);
  const grouping = { period: choice.period, zoneOf: periodZone(options.showTz), maxWorst: readWorst(options) };
  const totals = new AuditTotals(alsoPlans, file.statusContext, grouping);
  const reader = file.reader({
    ticket: (ticket) => totals.ticket(ticket),
    begin(columnMap) {
      // In JSON lines the key may be missing until the first ticket with a response.
      if (!file.mayHaveResponses()) throw noResponses(path, file.layout() ?? columnMap, context);
      totals.begin(columnMap);
      if (by !== undefined) totals.groupBy(groupColumn(by, columnMap, path));
    },
  });
  const transform = readThrough(file, reader, () => totals.read);
  await checkInForce(context, context.now, diagnostics);
  return {
    ...transform,
    *end() {
      yield* transform.end();
      const columnMap = file.layout();
      if (columnMap && !file.hasResponses()) throw noResponses(path, columnMap, context);
    },
    report: () => auditReport(path, file, totals, choice, context, diagnostics),
  };
}

function noResponses(path: string, columnMap: ColumnMap, { metric }: Context): CliError {
  return new CliError({
    code: "no-responses",
    metric: metric?.id,
    path: path === "-" ? "stdin" : path,
    preset: columnMap.preset,
    likely: likelyResponses(columnMap),
    hasEvents: columnMap.at.at >= 0,
  });
}

function auditReport(
  path: string,
  file: TicketFile,
  totals: AuditTotals,
  { options, minPercent, percentiles, period }: AuditChoice,
  context: Context,
  diagnostics: Diagnostics,
): AuditReport {
  const { dataset, lang, now } = context;
  const reading = file.reading();
  const { read, bad, judged, unjudged, withoutTarget, overdue, closed, answered } = totals;
  const met = [...totals.groups.values()].reduce((sum, group) => sum + group.met, 0);
  const byPriority = orderOf(Object.keys(dataset.priorities));
  const responses = responseTimes(totals, percentiles, byPriority);
  if (responses.some(({ isExact }) => !isExact)) diagnostics.assume({ code: "rounded-percentiles" });
  const closedOnes = closed > 0 ? { closed } : {};
  diagnostics.assume({ code: "unanswered", now, ...closedOnes });
  return {
    command: "audit",
    ...datasetRefs(context),
    ...metricOf(context),
    now,
    path: path === "-" ? "stdin" : path,
    tickets: { read, judged, unjudged, bad },
    withoutTarget,
    unanswered: { overdue, open: unjudged - withoutTarget - closed, ...closedOnes },
    answered,
    ...attainmentOf({ met, judged }),
    minPercent,
    period,
    namesPeriods: options.period !== undefined,
    by: options.by,
    span: spanOf(totals, options, now),
    hours: hoursOfWeek(totals),
    shownIn: readShowTz(options.showTz),
    zone: totals.zones.size === 1 ? [...totals.zones][0]?.id : undefined,
    leftOut: { filtered: reading.leftOut, errors: [...totals.errors.values()].sort((a, b) => b.rows - a.rows) },
    groups: groupsInOrder(totals, orderOf(plansInOrder(context)), byPriority),
    responses,
    used: usedShares(totals, byPriority),
    worst: worstMisses(totals, now),
    whatIf: whatIfOthers(totals, plansInOrder(context)),
    names: {
      plans: namesOf(dataset.plans, lang),
      priorities: namesOf(dataset.priorities, lang),
      regions: namesOf(dataset.regions, lang),
    },
    seen: totals.seen,
    reading,
    assumptions: diagnostics.assumptions,
    warnings: diagnostics.warnings,
  };
}

/** The percentiles to show, from the lowest. Throws `bad-value`. */
function readPercentiles({ percentile = ["50", "90"] }: AuditOptions): readonly number[] {
  const percents = percentile.map((text) => {
    const percent = readPercent("--percentile", text) as number;
    if (percent === 0)
      throw new CliError({ code: "bad-value", option: "--percentile", value: text, expected: "percent" });
    return percent;
  });
  return [...new Set(percents)].sort((a, b) => a - b);
}

function readWorst({ worst }: AuditOptions): number {
  if (worst === undefined) return defaultWorst;
  if (/^\d{1,5}$/.test(worst) && Number(worst) <= maxWorst) return Number(worst);
  throw new CliError({ code: "bad-value", option: "--worst", value: worst, expected: "worst-count" });
}

/** The column of `--by`: its cells, and where a flag fills them, the id. Throws `missing-column`. */
function groupColumn(by: string, columnMap: ColumnMap, path: string): GroupColumn {
  const { positions, role } = placeName(by, columnMap, path === "-" ? "stdin" : path);
  return {
    position: positions.length === 1 && role === undefined ? (positions[0] as number) : -1,
    value: ({ row, targets }) => {
      const cell = positions.map((position) => row.text(position).trim()).find((text) => text !== "");
      if (cell !== undefined || role === undefined || !targets) return cell ?? "";
      const own = targets.perPlan[0];
      return {
        priority: targets.priority,
        region: targets.region ?? "",
        zone: targets.zone.id,
        plan: own && "plan" in own ? own.plan : "",
      }[role];
    },
  };
}

/** The days that the report is about: those of `--from` and `--to`, else of the first and last ticket. */
function spanOf({ firstDay, lastDay, zones }: AuditTotals, options: AuditOptions, now: number): AuditReport["span"] {
  const used = zones.size > 0 ? [...zones] : [periodZone(options.showTz)(undefined)];
  const { first = firstDay, last = lastDay } = daysOfSpan(options, used, now);
  return Number.isFinite(first) && Number.isFinite(last) ? { first, last } : undefined;
}

function hoursOfWeek({ hours, zones }: AuditTotals): AuditReport["hours"] {
  if (zones.size === 0) return [];
  return Array.from(hours.opened, (opened, i) => ({
    opened,
    ...attainmentOf({ met: hours.met[i] as number, judged: hours.judged[i] as number }),
  }));
}

type Order = (a: string, b: string) => number;

/** The order of a list of ids. */
function orderOf(ids: readonly string[]): Order {
  return (a, b) => ids.indexOf(a) - ids.indexOf(b);
}

function attainmentOf({ met, judged }: Pick<Attainment, "met" | "judged">): Attainment {
  return { met, judged, attainment: judged === 0 ? null : met / judged };
}

function groupsInOrder({ groups }: AuditTotals, byPlan: Order, byPriority: Order): readonly AuditGroup[] {
  return [...groups.values()]
    .map((group) => ({ ...group, region: group.region ?? null, ...attainmentOf(group) }))
    .sort(
      (a, b) =>
        byPlan(a.plan, b.plan) ||
        byPriority(a.priority, b.priority) ||
        compareText(a.region ?? "", b.region ?? "") ||
        compareText(a.period, b.period) ||
        compareText(a.by, b.by),
    );
}

function responseTimes(
  totals: AuditTotals,
  percentiles: readonly number[],
  byPriority: Order,
): readonly ResponseTimes[] {
  return [...totals.responses]
    .map(([priority, histogram]) => ({
      priority,
      answered: histogram.count,
      clocks: totals.clocksOf(priority),
      median: histogram.percentile(50) ?? 0,
      p90: histogram.percentile(90) ?? 0,
      percentiles: percentiles.map((percent) => ({ percent, seconds: histogram.percentile(percent) ?? 0 })),
      max: histogram.max,
      isExact: [50, 90, ...percentiles].every((percent) => histogram.isExact(percent)),
    }))
    .sort((a, b) => byPriority(a.priority, b.priority));
}

function usedShares({ used }: AuditTotals, byPriority: Order): readonly UsedShares[] {
  return [...used]
    .map(([priority, bins]) => ({
      priority,
      bins: [...bins].map((tickets, i) => ({ from: usedPercents[i - 1] ?? 0, to: usedPercents[i] ?? null, tickets })),
    }))
    .sort((a, b) => byPriority(a.priority, b.priority));
}

function worstMisses({ worst }: AuditTotals, now: number): readonly WorstMiss[] {
  return worst.map(({ target, lateMs, ...miss }) => {
    const days = target.days?.(miss.deadline, miss.responded ?? now);
    return { ...miss, late: { clock: target.target.clock, ms: lateMs, ...(days && { days }) } };
  });
}

/** The attainment under every other plan; a plan that all tickets have is not compared with itself. */
function whatIfOthers({ ownPlans, others }: AuditTotals, plans: readonly string[]): readonly WhatIf[] {
  const only = ownPlans.size === 1 ? [...ownPlans][0] : undefined;
  return plans
    .filter((plan) => plan !== only)
    .map((plan) => {
      const other = others.get(plan)!;
      return { plan, ...attainmentOf(other), medianEarlierSeconds: other.earlier.median() ?? null };
    });
}

/** Whether `--min-attainment` is given and not reached; it never is where no ticket could be judged. */
export function fallsShort({ minPercent, met, judged }: AuditReport): boolean {
  return minPercent !== undefined && (judged === 0 || !reachesPercent(met, judged, minPercent));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
