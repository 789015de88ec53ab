/**
 * The sums of an audit: each ticket counted once under its own plan and once under every other, in memory that grows with the groups
 * and not with the tickets.
 */
import { formatDay } from "../core/date.js";
import { measuringClock } from "../core/deadline.js";
import type { Status } from "../core/status.js";
import { type HourClock, hourClocks } from "../core/target.js";
import { localDay, type Zone } from "../core/zone.js";
import type { ColumnMap } from "./columns.js";
import { SecondsHistogram, SignedHistogram } from "./histogram.js";
import type { RowHandler, TicketRow } from "./parse-row.js";
import { type RowErrorAt, sampleError } from "./row-result.js";
import { isTooLong, type PlanTarget, rowErrorOf, type StatusContext, ticketStatus } from "./targets.js";

/** Tickets of one plan, priority, region and month of opening in the region's zone (`2026-03`). */
export interface TotalsGroup {
  readonly plan: string;
  readonly priority: string;
  readonly region: string | undefined;
  readonly month: string;
  met: number;
  judged: number;
  /** Neither answered nor due yet. */
  unjudged: number;
}

/** A ticket that was answered late, or is overdue without an answer. */
export interface Miss {
  readonly id: string;
  readonly line: number;
  readonly plan: string;
  readonly priority: string;
  readonly region: string | undefined;
  /** In which its instants are shown. */
  readonly zone: Zone;
  readonly opened: number;
  readonly deadline: number;
  readonly responded: number | undefined;
  /** The promise that was missed; late time is counted on the clock of its target. */
  readonly target: PlanTarget;
  readonly lateMs: number;
}

/** The tickets under a plan that is not their own. */
export interface OtherPlanTotals {
  met: number;
  judged: number;
  /** Seconds by which that plan's deadline lies before the own plan's. */
  readonly earlier: SignedHistogram;
  /** The same, of those tickets for which it does. */
  readonly sooner: SecondsHistogram;
}

export const maxWorst = 10;

/** Upper ends of the bins of answered tickets, in percent of the target used when the answer came; the last bin has none. */
export const usedPercents = [25, 50, 75, 100, 150, 200, 400] as const;

export class AuditTotals implements RowHandler {
  read = 0;
  bad = 0;
  judged = 0;
  unjudged = 0;
  overdue = 0;
  answered = 0;
  readonly seen: RowErrorAt[] = [];
  readonly groups = new Map<string, TotalsGroup>();
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
  private readonly byTarget = new Map<PlanTarget, Map<number, TotalsGroup>>();
  private columnMap: ColumnMap | undefined;

  /** `plans` are those every ticket is asked about after its own, in that order. */
  constructor(plans: readonly string[], statusContext: StatusContext) {
    this.plans = plans;
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

  ticket(ticket: TicketRow): void {
    this.read++;
    const own = ticket.targets?.perPlan[0];
    const rowError = ticket.error ?? (own && "code" in own ? own : undefined);
    if (rowError || !ticket.targets || !own || "code" in own) {
      if (rowError) this.note(ticket, rowError);
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
    const group = this.groupOf(ticket, own);
    if (status === "open" || status === "at-risk" || status === "closed") {
      group.unjudged++;
      this.unjudged++;
    } else {
      group.judged++;
      this.judged++;
      if (status === "met") group.met++;
      else this.miss(ticket, own, deadline);
      if (status === "overdue") this.overdue++;
    }
    this.compare(ticket, deadline);
  }

  /** The clocks that a priority's responses were counted on, in order; none where none was answered. */
  clocksOf(priority: string): readonly HourClock[] {
    return hourClocks.filter((clock) => this.clocks.get(priority)?.has(clock));
  }

  private note(ticket: TicketRow, error: RowErrorAt["error"]): void {
    this.bad++;
    sampleError(this.seen, ticket.line, error);
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

  /** An answer in time is never put beyond 100 percent, nor a late one before, even where no open time lies between. */
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

  private groupOf({ targets, opened }: TicketRow, ownTarget: PlanTarget): TotalsGroup {
    // Tickets with pauses of their own are in the group of those without.
    const own = ownTarget.shared ?? ownTarget;
    const { zone, priority, region } = targets!;
    const day = localDay(zone, opened);
    let days = this.byTarget.get(own);
    if (!days) {
      days = new Map();
      this.byTarget.set(own, days);
    }
    const ready = days.get(day);
    if (ready) return ready;
    const month = formatDay(day).slice(0, 7);
    const key = JSON.stringify([own.plan, priority, region, month]);
    const group = this.groups.get(key) ?? { plan: own.plan, priority, region, month, met: 0, judged: 0, unjudged: 0 };
    this.groups.set(key, group);
    if (days.size > 10_000) days.clear();
    days.set(day, group);
    return group;
  }

  private miss(ticket: TicketRow, own: PlanTarget, deadline: number): void {
    const { opened, responded, line, targets } = ticket;
    const isAnswered = !Number.isNaN(responded);
    const lateMs = own.open.elapsed(deadline, isAnswered ? responded : this.statusContext.now);
    const last = this.worst.at(-1);
    if (last && this.worst.length >= maxWorst && last.lateMs >= lateMs) return;
    const miss: Miss = {
      id: ticket.row.cell(this.columnMap?.at.id ?? -1),
      line,
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
    const at = this.worst.findIndex((other) => other.lateMs < lateMs);
    this.worst.splice(at < 0 ? this.worst.length : at, 0, miss);
    if (this.worst.length > maxWorst) this.worst.pop();
  }

  private compare(ticket: TicketRow, ownDeadline: number): void {
    const perPlan = ticket.targets!.perPlan;
    for (let i = 0; i < this.plans.length; i++) {
      const other = perPlan[i + 1];
      const totals = this.others.get(this.plans[i] as string);
      if (!totals || !other || "code" in other) continue;
      let deadline: number;
      try {
        deadline = other.deadline(ticket.opened);
      } catch (error) {
        rowErrorOf(error);
        continue;
      }
      const seconds = Math.round((ownDeadline - deadline) / 1000);
      totals.earlier.add(seconds);
      if (seconds > 0) totals.sooner.add(seconds);
      if (!Number.isNaN(ticket.responded)) {
        totals.judged++;
        if (ticket.responded <= deadline) totals.met++;
      } else if (!ticket.isClosed && this.statusContext.now > deadline) totals.judged++;
    }
  }
}
