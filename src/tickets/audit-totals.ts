/**
 * The sums of an audit: each ticket counted once under its own plan and once under every other, in memory that grows with the groups
 * and not with the tickets.
 */
import { dayMs, hourMs, weekdayIndex } from "../core/date.js";
import { measuringClock } from "../core/deadline.js";
import { formatPeriod, type PeriodUnit, periodStart } from "../core/period.js";
import type { Status } from "../core/status.js";
import { type HourClock, hourClocks } from "../core/target.js";
import type { Zone } from "../core/zone.js";
import { CliError, positionOf, type RowErrorAt, type RowPosition } from "../errors.js";
import type { ColumnMap } from "./columns.js";
import { SecondsHistogram, SignedHistogram } from "./histogram.js";
import type { RowHandler } from "./parse-row.js";
import { sampleError } from "./row-result.js";
import { SpellingTable } from "./spelling-table.js";
import {
  errorOf,
  hasTarget,
  isTooLong,
  type PlanTarget,
  rowErrorOf,
  type StatusContext,
  type TicketTargets,
  ticketStatus,
  type WithoutTarget,
} from "./targets.js";
import type { TicketRow } from "./ticket.js";

/** How tickets are grouped besides plan, priority and region, and how many of the worst misses are kept. */
export interface Grouping {
  readonly period: PeriodUnit;
  /** The zone whose dates the periods are made of. */
  readonly zoneOf: (targets: TicketTargets) => Zone;
  readonly maxWorst: number;
}

/** The column that tickets are grouped by. */
export interface GroupColumn {
  readonly position: number;
  readonly value: (ticket: TicketRow) => string;
}

/** Tickets of one plan, priority, region, period of opening (`2026-03`) and value of the column that tickets are grouped by. */
export interface TotalsGroup {
  readonly plan: string;
  readonly priority: string;
  readonly region: string | undefined;
  readonly period: string;
  readonly by: string;
  met: number;
  judged: number;
  /** Neither answered nor due yet. */
  unjudged: number;
}

/** A ticket that was answered late, or is overdue without an answer. */
export interface Miss extends RowPosition {
  readonly id: string;
  readonly plan: string;
  readonly priority: string;
  readonly region: string | undefined;
  /** In which its instants are shown. */
  readonly zone: Zone;
  readonly opened: number;
  readonly deadline: number;
  readonly responded: number | undefined;
  /** The target that was missed; late time is counted on the clock of its target. */
  readonly target: PlanTarget;
  readonly lateMs: number;
}

/** The tickets under a plan that is not their own. */
export interface OtherPlanTotals {
  met: number;
  judged: number;
  /** Seconds by which that plan's deadline is before the own plan's. */
  readonly earlier: SignedHistogram;
  /** The same, of those tickets for which it does. */
  readonly sooner: SecondsHistogram;
}

export const defaultWorst = 10;
/** More groups would fill the memory and mean nothing to a reader. */
export const maxGroups = 100_000;

/** Bad rows with the same code: how many, and the first of them. */
export interface ErrorRows extends RowErrorAt {
  rows: number;
}

/** Tickets opened in each hour of the week, Monday at 0 first. */
export interface HourTotals {
  readonly opened: Float64Array;
  readonly judged: Float64Array;
  readonly met: Float64Array;
}

const weekHours = 7 * 24;

/** The groups of tickets that share the value of a column. */
interface ValueGroups {
  readonly value: string;
  readonly byTarget: Map<PlanTarget | WithoutTarget, Map<number, TotalsGroup>>;
}

/** Upper ends of the bins of answered tickets, in percent of the target used when the answer came; the last bin has none. */
export const usedPercents = [25, 50, 75, 100, 150, 200, 400] as const;

export class AuditTotals implements RowHandler {
  read = 0;
  bad = 0;
  judged = 0;
  unjudged = 0;
  /** Those among the unjudged whose plan has no target. */
  withoutTarget = 0;
  /** Those that were closed without a response. */
  closed = 0;
  overdue = 0;
  answered = 0;
  readonly seen: RowErrorAt[] = [];
  readonly errors = new Map<string, ErrorRows>();
  readonly groups = new Map<string, TotalsGroup>();
  readonly hours: HourTotals = {
    opened: new Float64Array(weekHours),
    judged: new Float64Array(weekHours),
    met: new Float64Array(weekHours),
  };
  /** Local day numbers of the first and last opening. */
  firstDay = Number.POSITIVE_INFINITY;
  lastDay = Number.NEGATIVE_INFINITY;
  /** The zones whose dates were used. */
  readonly zones = new Set<Zone>();
  /** Sound tickets by priority. */
  readonly byPriority = new Map<string, number>();
  /** Seconds until the first response, by priority, on the clocks of the targets. */
  readonly responses = new Map<string, SecondsHistogram>();
  /** Those clocks by priority. */
  private readonly clocks = new Map<string, Set<HourClock>>();
  /** Answered tickets by priority, in the bins of {@link usedPercents}. */
  readonly used = new Map<string, Uint32Array>();
  readonly worst: Miss[] = [];
  readonly others: ReadonlyMap<string, OtherPlanTotals>;
  /** Plans some ticket has as its own. */
  readonly ownPlans = new Set<string>();
  private readonly statusContext: StatusContext;
  private readonly plans: readonly string[];
  private readonly grouping: Grouping;
  private readonly byValue = new Map<string, ValueGroups>();
  private readonly starts = new Map<number, number>();
  private readonly whole: ValueGroups = { value: "", byTarget: new Map() };
  private zone: Zone | undefined;
  private column: GroupColumn | undefined;
  private values: SpellingTable<ValueGroups> | undefined;
  private columnMap: ColumnMap | undefined;

  /** `plans` are evaluated for every ticket after its own, in that order. */
  constructor(plans: readonly string[], statusContext: StatusContext, grouping: Grouping) {
    this.plans = plans;
    this.grouping = grouping;
    this.statusContext = statusContext;
    this.others = new Map(
      plans.map((plan) => [
        plan,
        { met: 0, judged: 0, earlier: new SignedHistogram(), sooner: new SecondsHistogram() },
      ]),
    );
  }

  begin(columnMap: ColumnMap): void {
    this.columnMap = columnMap;
  }

  /** Groups by a column too; before the first ticket. */
  groupBy(column: GroupColumn): void {
    this.column = column;
    if (column.position >= 0) this.values = new SpellingTable([column.position]);
  }

  ticket(ticket: TicketRow): void {
    this.read++;
    const own = ticket.targets?.perPlan[0];
    const rowError = ticket.error ?? errorOf(own);
    if (rowError || !ticket.targets || !own || "code" in own) {
      if (rowError) this.note(ticket, rowError);
      return;
    }
    if (!hasTarget(own)) {
      this.countUnjudged(ticket, own);
      return;
    }
    if (isTooLong(own, ticket, this.statusContext.now)) {
      this.note(ticket, { code: "beyond-horizon" });
      return;
    }
    const { opened, responded } = ticket;
    let deadline: number;
    let status: Status;
    try {
      deadline = own.deadline(opened);
      status = ticketStatus(own, ticket, deadline, this.statusContext);
      if (!Number.isNaN(responded)) {
        const ms = own.open.elapsed(opened, responded);
        this.count(ticket.targets.priority, ms, measuringClock(own.target));
        this.bin(ticket.targets.priority, ms, own.open.elapsed(opened, deadline), responded <= deadline);
      }
    } catch (error) {
      this.note(ticket, rowErrorOf(error));
      return;
    }
    this.ownPlans.add(own.plan);
    const { priority } = ticket.targets;
    this.byPriority.set(priority, (this.byPriority.get(priority) ?? 0) + 1);
    this.place(ticket, own, status);
    if (status === "missed" || status === "overdue") this.miss(ticket, own, deadline);
    this.compare(ticket, deadline);
  }

  /** Counts a ticket whose plan has no target. */
  private countUnjudged(ticket: TicketRow, own: WithoutTarget): void {
    const { priority } = ticket.targets!;
    this.ownPlans.add(own.plan);
    this.byPriority.set(priority, (this.byPriority.get(priority) ?? 0) + 1);
    this.withoutTarget++;
    this.place(ticket, own, "no-target");
    this.compare(ticket, undefined);
  }

  /** Counts a ticket in its group and in the hour of the week in which it was opened. */
  private place(ticket: TicketRow, own: PlanTarget | WithoutTarget, status: Status | "no-target"): void {
    const zone = this.grouping.zoneOf(ticket.targets!);
    if (zone !== this.zone) {
      this.zone = zone;
      this.zones.add(zone);
    }
    const local = ticket.opened + zone.offsetAt(ticket.opened);
    const day = Math.floor(local / dayMs);
    if (day < this.firstDay) this.firstDay = day;
    if (day > this.lastDay) this.lastDay = day;
    const hour = weekdayIndex(day) * 24 + Math.floor((local - day * dayMs) / hourMs);
    const group = this.groupOf(ticket, own, day);
    const { opened, judged, met } = this.hours;
    opened[hour] = (opened[hour] as number) + 1;
    if (status === "open" || status === "at-risk" || status === "closed" || status === "no-target") {
      group.unjudged++;
      this.unjudged++;
      if (status === "closed") this.closed++;
      return;
    }
    group.judged++;
    this.judged++;
    judged[hour] = (judged[hour] as number) + 1;
    if (status === "overdue") this.overdue++;
    if (status !== "met") return;
    group.met++;
    met[hour] = (met[hour] as number) + 1;
  }

  /** The clocks that a priority's responses were counted on, in order; none where none was answered. */
  clocksOf(priority: string): readonly HourClock[] {
    return hourClocks.filter((clock) => this.clocks.get(priority)?.has(clock));
  }

  private note(ticket: TicketRow, error: RowErrorAt["error"]): void {
    this.bad++;
    sampleError(this.seen, ticket.row, error);
    const known = this.errors.get(error.code);
    if (known) known.rows++;
    else this.errors.set(error.code, { ...positionOf(ticket.row), rows: 1, error });
  }

  private count(priority: string, ms: number, clock: HourClock): void {
    let histogram = this.responses.get(priority);
    if (!histogram) {
      histogram = new SecondsHistogram();
      this.responses.set(priority, histogram);
      this.clocks.set(priority, new Set());
    }
    this.clocks.get(priority)?.add(clock);
    this.answered++;
    histogram.add(Math.floor(ms / 1000));
  }

  /** A response in time is never counted above 100 percent, nor a late one below, even where no open time is between. */
  private bin(priority: string, ms: number, budgetMs: number, isInTime: boolean): void {
    let bins = this.used.get(priority);
    if (!bins) {
      bins = new Uint32Array(usedPercents.length + 1);
      this.used.set(priority, bins);
    }
    const last = usedPercents.indexOf(100);
    const found = usedPercents.findIndex((percent) => ms * 100 <= budgetMs * percent);
    const bin = found < 0 ? usedPercents.length : found;
    const placed = isInTime ? Math.min(bin, last) : Math.max(bin, last + 1);
    bins[placed] = (bins[placed] as number) + 1;
  }

  private groupOf(ticket: TicketRow, ownTarget: PlanTarget | WithoutTarget, day: number): TotalsGroup {
    // Tickets with pauses of their own are in the group of those without.
    const own = hasTarget(ownTarget) ? (ownTarget.shared ?? ownTarget) : ownTarget;
    const { byTarget, value } = this.column === undefined ? this.whole : this.valueGroups(ticket, this.column);
    const start = this.startOf(day);
    let periods = byTarget.get(own);
    if (!periods) {
      periods = new Map();
      byTarget.set(own, periods);
    }
    const ready = periods.get(start);
    if (ready) return ready;
    const { priority, region } = ticket.targets!;
    const period = formatPeriod(this.grouping.period, start);
    const key = JSON.stringify([own.plan, priority, region, period, value]);
    const group = this.groups.get(key) ?? {
      ...{ plan: own.plan, priority, region, period, by: value },
      ...{ met: 0, judged: 0, unjudged: 0 },
    };
    if (this.groups.size >= maxGroups && !this.groups.has(key))
      throw new CliError({ code: "too-many-groups", max: maxGroups });
    this.groups.set(key, group);
    periods.set(start, group);
    return group;
  }

  /** The day on which the period of a day begins. */
  private startOf(day: number): number {
    const ready = this.starts.get(day);
    if (ready !== undefined) return ready;
    const start = periodStart(this.grouping.period, day);
    if (this.starts.size > 10_000) this.starts.clear();
    this.starts.set(day, start);
    return start;
  }

  /** The groups of a row's value; a value that was read before is found by its bytes. */
  private valueGroups(ticket: TicketRow, column: GroupColumn): ValueGroups {
    const { spans } = ticket.row;
    const ready = spans && this.values?.find(spans.bytes, spans.starts, spans.ends);
    if (ready) return ready;
    const value = column.value(ticket);
    let groups = this.byValue.get(value);
    if (!groups) {
      groups = { value, byTarget: new Map() };
      this.byValue.set(value, groups);
    }
    if (spans) this.values?.add(spans.bytes, spans.starts, spans.ends, groups);
    return groups;
  }

  private miss(ticket: TicketRow, own: PlanTarget, deadline: number): void {
    const { row, opened, responded, targets } = ticket;
    const isAnswered = !Number.isNaN(responded);
    const lateMs = own.open.elapsed(deadline, isAnswered ? responded : this.statusContext.now);
    const last = this.worst.at(-1);
    if (this.grouping.maxWorst === 0) return;
    if (last && this.worst.length >= this.grouping.maxWorst && last.lateMs >= lateMs) return;
    const miss: Miss = {
      ...positionOf(row),
      id: row.cell(this.columnMap?.at.id ?? -1),
      plan: own.plan,
      priority: targets!.priority,
      region: targets!.region,
      zone: targets!.zone,
      opened,
      deadline,
      responded: isAnswered ? responded : undefined,
      target: own,
      lateMs,
    };
    let at = 0;
    for (let end = this.worst.length; at < end; ) {
      const middle = (at + end) >> 1;
      if ((this.worst[middle] as Miss).lateMs < lateMs) end = middle;
      else at = middle + 1;
    }
    this.worst.splice(at, 0, miss);
    if (this.worst.length > this.grouping.maxWorst) this.worst.pop();
  }

  /** Counts a ticket under the other plans; without a deadline of its own there is none to compare theirs with. */
  private compare(ticket: TicketRow, ownDeadline: number | undefined): void {
    const perPlan = ticket.targets!.perPlan;
    for (let i = 0; i < this.plans.length; i++) {
      const other = perPlan[i + 1];
      const totals = this.others.get(this.plans[i] as string);
      if (!totals || !hasTarget(other)) continue;
      let deadline: number;
      try {
        deadline = other.deadline(ticket.opened);
      } catch (error) {
        rowErrorOf(error);
        continue;
      }
      if (ownDeadline !== undefined) {
        const seconds = Math.round((ownDeadline - deadline) / 1000);
        totals.earlier.add(seconds);
        if (seconds > 0) totals.sooner.add(seconds);
      }
      if (!Number.isNaN(ticket.responded)) {
        totals.judged++;
        if (ticket.responded <= deadline) totals.met++;
      } else if (!ticket.isClosed && this.statusContext.now > deadline) totals.judged++;
    }
  }
}
