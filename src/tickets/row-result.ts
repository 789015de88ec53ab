/**
 * The results of a ticket under each plan, the counts of all results, and the names of the columns that are added.
 */
import { formatInZone } from "../core/format-time.js";
import { type Status, statuses } from "../core/status.js";
import type { Zone } from "../core/zone.js";
import { positionOf, type RowError, type RowErrorAt, type RowPosition } from "../errors.js";
import { addedNames, uniqueNames } from "./columns.js";
import { isUnknownWord } from "./reading.js";
import { hasTarget, rowErrorOf, type StatusContext, type TicketPlace, ticketStatus } from "./targets.js";
import type { Ticket, TicketRow } from "./ticket.js";

/** The rows read, the bad ones, and the tickets of each status. */
export interface RowCounts {
  read: number;
  bad: number;
  byStatus: Record<Status, number>;
}

export function noRows(): RowCounts {
  return {
    read: 0,
    bad: 0,
    byStatus: Object.fromEntries(statuses.map((status) => [status, 0])) as Record<Status, number>,
  };
}

function isOpen(status: Status): boolean {
  return status === "open" || status === "at-risk" || status === "overdue";
}

/** The results of a ticket under each plan. */
export class RowResult {
  readonly deadlines: number[] = [];
  readonly statuses: (Status | "no-target" | undefined)[] = [];
  /** Tickets without a response that are due by the time of `--due-within`, each once per plan. */
  due = 0;
  /** The first thing wrong, of the row or of one plan. */
  error: RowError | undefined;

  compute(ticket: Ticket, statusContext: StatusContext): void {
    this.error = ticket.error;
    const perPlan = ticket.targets?.perPlan;
    if (!perPlan) {
      this.deadlines.fill(Number.NaN);
      this.statuses.fill(undefined);
      return;
    }
    for (let i = 0; i < perPlan.length; i++) {
      const one = perPlan[i]!;
      this.deadlines[i] = Number.NaN;
      this.statuses[i] = undefined;
      if (!hasTarget(one)) {
        if ("code" in one) this.error ??= one;
        else this.statuses[i] = one.kind;
        continue;
      }
      try {
        const deadline = one.deadline(ticket.opened);
        this.deadlines[i] = deadline;
        const status = ticketStatus(one, ticket, deadline, statusContext);
        this.statuses[i] = status;
        const { dueBy } = statusContext;
        if (dueBy !== undefined && deadline <= dueBy && isOpen(status)) this.due++;
      } catch (error) {
        this.error ??= rowErrorOf(error);
      }
    }
  }
}

const maxSampledErrors = 5;

/** Keeps one of the first errors; unknown words are reported together instead. */
export function sampleError(seen: RowErrorAt[], row: RowPosition, error: RowError): void {
  if (seen.length < maxSampledErrors && !isUnknownWord(error)) seen.push({ ...positionOf(row), error });
}

/** The zone of `--show-tz` for a ticket. */
export type LocalZone = (place: TicketPlace) => Zone;

/** What writers of rows share: results, their counts, and the added columns. */
export abstract class ResultCounter {
  readonly counts = noRows();
  readonly seen: RowErrorAt[] = [];
  /** Cells that got an apostrophe. */
  escapedCells = 0;
  /** The names that the added columns have where the file has none of them, and the names they have. */
  protected wanted: readonly string[] = [];
  protected added: readonly string[] = [];
  protected readonly result = new RowResult();
  /** Undefined where no local time is added. */
  private readonly localZone: LocalZone | undefined;

  constructor(localZone: LocalZone | undefined) {
    this.localZone = localZone;
  }

  get due(): number {
    return this.result.due;
  }

  /** The added columns that have other names than usual, since the file has a column of theirs. */
  get renamed(): readonly string[] {
    return this.added.filter((name, i) => name !== this.wanted[i]);
  }

  /** Several plans give columns with their names; one gives `deadline`, with a zone `deadline_local`, and `status`. */
  protected nameAdded(plans: readonly string[], taken: readonly string[]): void {
    const kinds = this.addsLocal ? ["deadline", "deadline_local", "status"] : ["deadline", "status"];
    const named = plans.length > 1 ? plans.flatMap((plan) => kinds.map((kind) => `${kind}_${plan}`)) : kinds;
    this.wanted = uniqueNames([...named, "error"]);
    this.added = addedNames(this.wanted, new Set(taken));
  }

  protected get addsLocal(): boolean {
    return this.localZone !== undefined;
  }

  /** How many plans have added columns. */
  protected get addedPlans(): number {
    return (this.added.length - 1) / (this.addsLocal ? 3 : 2);
  }

  /** The deadline under the plan at a position, on the wall clock of `--show-tz`; undefined where there is no deadline. */
  protected localDeadline(plan: number, { targets }: TicketRow): string | undefined {
    const deadline = this.result.deadlines[plan];
    const outcome = targets?.perPlan[plan];
    if (!this.localZone || deadline === undefined || Number.isNaN(deadline) || !hasTarget(outcome)) return undefined;
    return formatInZone(deadline, this.localZone(outcome.place));
  }

  protected count(row: RowPosition): void {
    const { counts, result, seen } = this;
    const { error } = result;
    counts.read++;
    if (error) {
      counts.bad++;
      sampleError(seen, row, error);
    }
    for (let i = 0; i < result.statuses.length; i++) {
      const status = result.statuses[i];
      if (status && status !== "no-target") counts.byStatus[status]++;
    }
  }
}
