/**
 * `watch`: the tickets of a file without a response, by deadline, with their status at a given instant.
 */
import type { BlockTransform } from "../block-transform.js";
import { measuringClock } from "../core/deadline.js";
import type { OpenTime } from "../core/open-time.js";
import { statusByTimes, statusByUse } from "../core/status.js";
import { textIn } from "../data/dataset.js";
import { positionOf, type RowError, type RowErrorAt, type RowPosition } from "../errors.js";
import type { ShownZone, WatchReport, WatchTicket } from "../report.js";
import type { ColumnMap } from "../tickets/columns.js";
import type { RowHandler } from "../tickets/parse-row.js";
import { sampleError } from "../tickets/row-result.js";
import { errorOf, hasTarget, isTooLong, type PlanTarget, rowErrorOf, type TicketTargets } from "../tickets/targets.js";
import type { TicketRow } from "../tickets/ticket.js";
import { type Context, checkInForce, Diagnostics, datasetRef, metricOf, readShowTz, shownZone } from "./context.js";
import { prepareTickets, readThrough, type TicketOptions } from "./ticket-file.js";

export interface Watch extends BlockTransform {
  /** The open tickets at an instant. */
  at(now: number): WatchReport;
}

/** A ticket without a response, with the open time of its target's clock. */
interface OpenTicket extends RowPosition {
  readonly id: string;
  readonly opened: number;
  readonly deadline: number;
  readonly kind: TicketKind;
  readonly openTime: OpenTime;
  readonly budgetMs: number;
}

/** What many tickets share, so that a long list has it once. */
type TicketKind = Pick<WatchTicket, "plan" | "planName" | "priority" | "region" | "regionName" | "zone" | "meter">;

export async function prepareWatch(
  path: string,
  options: TicketOptions,
  context: Context,
  first: Uint8Array,
): Promise<Watch> {
  const diagnostics = new Diagnostics(context.notices);
  const question = { command: "watch", alsoPlans: [], mayCompare: false, showsZones: true };
  const file = await prepareTickets(path, options, question, context, diagnostics, first);
  const named = readShowTz(options.showTz);
  const reader = named ?? shownZone(context, diagnostics);
  const tickets = new OpenTickets(context);
  const transform = readThrough(file, file.reader(tickets), () => tickets.read);
  await checkInForce(context, context.now, diagnostics);
  return {
    ...transform,
    *end() {
      yield* transform.end();
      tickets.open.sort((a, b) => a.deadline - b.deadline || a.line - b.line);
    },
    at: (now) => ({
      command: "watch",
      dataset: datasetRef(context),
      ...metricOf(context),
      now,
      path: path === "-" ? "stdin" : path,
      reader,
      shownIn: options.showTz === "region" ? undefined : (named ?? tickets.commonZone ?? reader),
      tickets: tickets.open.map((ticket) => ticketAt(ticket, now, file.statusContext.atRiskPercent)),
      counts: {
        read: tickets.read,
        answered: tickets.answered,
        closed: tickets.closed,
        withoutTarget: tickets.withoutTarget,
        bad: tickets.bad,
      },
      seen: tickets.seen,
      reading: file.reading(),
      assumptions: diagnostics.assumptions,
      warnings: diagnostics.warnings,
    }),
  };
}

/** Collects the tickets without a response, and counts the others. */
class OpenTickets implements RowHandler {
  readonly open: OpenTicket[] = [];
  readonly seen: RowErrorAt[] = [];
  read = 0;
  answered = 0;
  closed = 0;
  withoutTarget = 0;
  bad = 0;
  private columnMap: ColumnMap | undefined;
  private readonly kinds = new Map<PlanTarget, TicketKind>();

  constructor(private readonly context: Context) {}

  begin(columnMap: ColumnMap): void {
    this.columnMap = columnMap;
  }

  ticket(ticket: TicketRow): void {
    this.read++;
    const planTarget = ticket.targets?.perPlan[0];
    const rowError = ticket.error ?? errorOf(planTarget);
    if (rowError) this.reject(ticket.row, rowError);
    else if (ticket.targets && hasTarget(planTarget)) this.add(ticket, ticket.targets, planTarget);
    else if (ticket.targets) this.withoutTarget++;
  }

  /** The zone of all open tickets, where they have one. */
  get commonZone(): ShownZone | undefined {
    const [first] = this.open;
    return this.open.every(({ kind }) => kind.zone.id === first?.kind.zone.id) ? first?.kind.zone : undefined;
  }

  private add(ticket: TicketRow, targets: TicketTargets, planTarget: PlanTarget): void {
    const isAnswered = !Number.isNaN(ticket.responded);
    if (isAnswered || ticket.isClosed) {
      // A closed ticket is done with another metric, if at an unknown time, but was not answered.
      if (isAnswered || this.context.metric) this.answered++;
      else this.closed++;
      return;
    }
    const { row, opened } = ticket;
    if (isTooLong(planTarget, ticket, this.context.now)) {
      this.reject(row, { code: "beyond-horizon" });
      return;
    }
    try {
      const deadline = planTarget.deadline(opened);
      const id = row.cell(this.columnMap?.at.id ?? -1);
      const kind = this.kindOf(targets, planTarget);
      const openTime = planTarget.open;
      const budgetMs = openTime.elapsed(opened, deadline);
      this.open.push({ ...positionOf(row), id, opened, deadline, kind, openTime, budgetMs });
    } catch (error) {
      this.reject(row, rowErrorOf(error));
    }
  }

  private kindOf({ priority, region, zone }: TicketTargets, planTarget: PlanTarget): TicketKind {
    // Tickets with pauses of their own share it with those without.
    const key = planTarget.shared ?? planTarget;
    const ready = this.kinds.get(key);
    if (ready) return ready;
    const { dataset, lang } = this.context;
    const { plan, target } = planTarget;
    const kind = {
      ...{ plan, planName: textIn(dataset.plans[plan]!.name, lang), priority, region, zone },
      regionName: region && textIn(dataset.regions[region]!.name, lang),
      meter: measuringClock(target),
    };
    this.kinds.set(key, kind);
    return kind;
  }

  private reject(row: RowPosition, error: RowError): void {
    this.bad++;
    sampleError(this.seen, row, error);
  }
}

function ticketAt(ticket: OpenTicket, now: number, atRiskPercent: number): WatchTicket {
  const { id, opened, deadline, kind, openTime, budgetMs } = ticket;
  const { plan, planName, priority, region, regionName, zone, meter } = kind;
  const usedMs = now > opened ? openTime.elapsed(opened, now) : 0;
  return {
    ...positionOf(ticket),
    id,
    plan,
    planName,
    priority,
    region,
    regionName,
    zone,
    opened,
    deadline,
    meter,
    status: statusByTimes(deadline, undefined, now) ?? statusByUse(usedMs, budgetMs, atRiskPercent),
    usedMs,
    remainingMs: budgetMs - usedMs,
    isRunning: now >= opened && openTime.isOpen(now),
  };
}
