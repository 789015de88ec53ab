/**
 * The sums of an audit: each ticket counted once under its own plan and once under every other, in memory that grows with the groups
 * and not with the tickets.
 */
import { formatDay } from "../core/date.js";
import { measuringClock } from "../core/deadline.js";
import type { Status } from "../core/status.js";
import { type HourClock, hourClocks } from "../core/target.js";
import { localDay, type Zone } from "../core/zone.js";
import { parseCells, type Separator } from "./cells.js";
import type { Layout } from "./columns.js";
import { SecondsHistogram, SignedHistogram } from "./histogram.js";
import type { Shape, Sink, Ticket } from "./parse-row.js";
import { idOf } from "./reader.js";
import { isTooLong, type Judging, rowErrorOf, type Terms, ticketStatus } from "./targets.js";
import { maxSampledErrors, type RowErrorAt } from "./writer.js";

/** Tickets of one plan, priority, region and month of opening in the region's zone (`2026-03`). */
export interface TallyGroup {
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
  readonly terms: Terms;
  readonly lateMs: number;
}

/** The tickets under a plan that is not their own. */
export interface OtherPlanTally {
  met: number;
  judged: number;
  /** Seconds by which that plan's deadline lies before the own plan's. */
  readonly earlier: SignedHistogram;
  /** The same, of those tickets for which it does. */
  readonly sooner: SecondsHistogram;
}

export const mostWorst = 10;

/** Upper ends of the bins of answered tickets, in percent of the target used when the answer came; the last bin has none. */
export const usedPercents = [25, 50, 75, 100, 150, 200, 400] as const;

export class Tally implements Sink {
  readonly wantsCells = false;
  read = 0;
  bad = 0;
  judged = 0;
  unjudged = 0;
  overdue = 0;
  answered = 0;
  readonly seen: RowErrorAt[] = [];
  readonly groups = new Map<string, TallyGroup>();
  /** Sound tickets by priority. */
  readonly byPriority = new Map<string, number>();
  /** Seconds until the first response, by priority, on the clocks of the targets. */
  readonly responses = new Map<string, SecondsHistogram>();
  /** Those clocks by priority. */
  private readonly clocks = new Map<string, Set<HourClock>>();
  /** Answered tickets by priority, in the bins of {@link usedPercents}. */
  readonly used = new Map<string, Uint32Array>();
  readonly worst: Miss[] = [];
  readonly others: ReadonlyMap<string, OtherPlanTally>;
  /** Plans some ticket has as its own. */
  readonly ownPlans = new Set<string>();
  private readonly judging: Judging;
  private readonly plans: readonly string[];
  private readonly byTerms = new Map<Terms, Map<number, TallyGroup>>();
  private layout: Layout | undefined;
  private separator: Separator = ",";

  /** `plans` are those every ticket is asked about after its own, in that order. */
  constructor(plans: readonly string[], judging: Judging) {
    this.plans = plans;
    this.judging = judging;
    this.others = new Map(
      plans.map((plan) => [plan, { met: 0, judged: 0, earlier: new SignedHistogram(), sooner: new SecondsHistogram() }]),
    );
  }

  begin(layout: Layout, shape: Shape): void {
    this.layout = layout;
    if (shape.kind === "delimited") this.separator = shape.separator as Separator;
  }

  ticket(ticket: Ticket): void {
    this.read++;
    const own = ticket.contract?.terms[0];
    const fault = ticket.error ?? (own && "code" in own ? own : undefined);
    if (fault || !ticket.contract || !own || "code" in own) {
      if (fault) this.note(ticket, fault);
      return;
    }
    if (isTooLong(own, ticket, this.judging.now)) {
      this.note(ticket, { code: "beyond-horizon" });
      return;
    }
    const { opened, responded } = ticket;
    let due: number;
    let status: Status;
    try {
      due = own.due(opened);
      status = ticketStatus(own, opened, responded, due, this.judging);
      if (!Number.isNaN(responded)) {
        const ms = own.open.elapsed(opened, responded);
        this.count(ticket.contract.priority, ms, measuringClock(own.target));
        this.bin(ticket.contract.priority, ms, own.open.elapsed(opened, due), responded <= due);
      }
    } catch (error) {
      this.note(ticket, rowErrorOf(error));
      return;
    }
    this.ownPlans.add(own.plan);
    const { priority } = ticket.contract;
    this.byPriority.set(priority, (this.byPriority.get(priority) ?? 0) + 1);
    const group = this.groupOf(ticket, own);
    if (status === "open" || status === "at-risk") {
      group.unjudged++;
      this.unjudged++;
    } else {
      group.judged++;
      this.judged++;
      if (status === "met") group.met++;
      else this.miss(ticket, own, due);
      if (status === "overdue") this.overdue++;
    }
    this.compare(ticket, due);
  }

  /** The clocks that a priority's responses were counted on, in order; none where none was answered. */
  clocksOf(priority: string): readonly HourClock[] {
    return hourClocks.filter((clock) => this.clocks.get(priority)?.has(clock));
  }

  private note(ticket: Ticket, fault: RowErrorAt["error"]): void {
    this.bad++;
    if (this.seen.length < maxSampledErrors) this.seen.push({ line: ticket.line, error: fault });
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

  private groupOf({ contract, opened }: Ticket, own: Terms): TallyGroup {
    const { zone, priority, region } = contract!;
    const day = localDay(zone, opened);
    let days = this.byTerms.get(own);
    if (!days) {
      days = new Map();
      this.byTerms.set(own, days);
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

  private miss(ticket: Ticket, own: Terms, deadline: number): void {
    const { opened, responded, line, contract } = ticket;
    const isAnswered = !Number.isNaN(responded);
    const lateMs = own.open.elapsed(deadline, isAnswered ? responded : this.judging.now);
    const last = this.worst.at(-1);
    if (last && this.worst.length >= mostWorst && last.lateMs >= lateMs) return;
    const miss: Miss = {
      id: this.idOf(ticket),
      line,
      plan: own.plan,
      priority: contract!.priority,
      region: contract!.region,
      zone: contract!.zone,
      opened,
      deadline,
      responded: isAnswered ? responded : undefined,
      terms: own,
      lateMs,
    };
    const at = this.worst.findIndex((other) => other.lateMs < lateMs);
    this.worst.splice(at < 0 ? this.worst.length : at, 0, miss);
    if (this.worst.length > mostWorst) this.worst.pop();
  }

  private idOf(ticket: Ticket): string {
    const { cells, object, bytes, from, to } = ticket;
    const read = object ? undefined : (cells ?? parseCells(new TextDecoder().decode(bytes.subarray(from, to)), this.separator, "")[0]);
    return idOf({ ...ticket, cells: read }, this.layout);
  }

  private compare(ticket: Ticket, ownDue: number): void {
    const terms = ticket.contract!.terms;
    for (let i = 0; i < this.plans.length; i++) {
      const other = terms[i + 1];
      const tally = this.others.get(this.plans[i] as string);
      if (!tally || !other || "code" in other) continue;
      let due: number;
      try {
        due = other.due(ticket.opened);
      } catch (error) {
        rowErrorOf(error);
        continue;
      }
      const seconds = Math.round((ownDue - due) / 1000);
      tally.earlier.add(seconds);
      if (seconds > 0) tally.sooner.add(seconds);
      if (!Number.isNaN(ticket.responded)) {
        tally.judged++;
        if (ticket.responded <= due) tally.met++;
      } else if (this.judging.now > due) tally.judged++;
    }
  }
}
