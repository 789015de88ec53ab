/**
 * `workbook --input`: the tickets of a file as rows of a workbook. A row that cannot be read keeps the texts of its cells, so that the
 * workbook shows what is wrong.
 */
import type { BlockTransform } from "../block-transform.js";
import { budgetMsOf } from "../core/target.js";
import type { RowErrorAt } from "../errors.js";
import type { WorkbookReport, WorkbookSink, WorkbookTicket } from "../report.js";
import type { ColumnMap } from "../tickets/columns.js";
import type { Reading } from "../tickets/names.js";
import type { RowHandler } from "../tickets/parse-row.js";
import { sampleError } from "../tickets/row-result.js";
import { errorOf, hasTarget, type PlanTarget, rowErrorOf, type TicketTargets } from "../tickets/targets.js";
import type { TicketRow } from "../tickets/ticket.js";
import { type Context, Diagnostics } from "./context.js";
import { prepareTickets, readThrough, type TicketOptions } from "./ticket-file.js";
import type { WorkbookOptions } from "./workbook.js";

export interface WorkbookSummary {
  readonly read: number;
  readonly bad: number;
  readonly seen: readonly RowErrorAt[];
  readonly reading: Reading;
  readonly assumptions: Diagnostics["assumptions"];
  readonly warnings: Diagnostics["warnings"];
}

export interface WorkbookTickets extends BlockTransform {
  summary(): WorkbookSummary;
}

export async function prepareWorkbookTickets(
  path: string,
  options: WorkbookOptions & TicketOptions,
  report: WorkbookReport,
  context: Context,
  sink: WorkbookSink,
  first: Uint8Array,
): Promise<WorkbookTickets> {
  const diagnostics = new Diagnostics(report);
  const question = { command: "workbook", alsoPlans: [], mayCompare: false, showsZones: false };
  const file = await prepareTickets(path, ticketOptions(options, report), question, context, diagnostics, first);
  const rows = new WorkbookRows(report, sink);
  const transform = readThrough(file, file.reader(rows), () => rows.read);
  return {
    ...transform,
    feed(block) {
      transform.feed(block);
      return sink.take();
    },
    *end() {
      for (const _ of transform.end()) yield sink.take();
      sink.finish();
      yield sink.take();
    },
    summary: () => ({
      read: rows.read,
      bad: rows.bad,
      seen: rows.seen,
      reading: file.reading(),
      assumptions: diagnostics.assumptions,
      warnings: diagnostics.warnings,
    }),
  };
}

/** The options about the file: a single plan or region fills empty cells, and the span is that of the calendar. */
function ticketOptions(options: WorkbookOptions & TicketOptions, { plans, regions }: WorkbookReport): TicketOptions {
  const { plan, region, from, to, showTz, ...rest } = options;
  const [onlyPlan] = plans;
  const [onlyRegion] = regions;
  return {
    ...rest,
    ...(onlyPlan && plans.length === 1 && { plan: [onlyPlan.id] }),
    ...(onlyRegion && regions.length === 1 && { region: onlyRegion.id }),
  };
}

class WorkbookRows implements RowHandler {
  read = 0;
  bad = 0;
  readonly seen: RowErrorAt[] = [];
  private columnMap: ColumnMap | undefined;
  private readonly zones: ReadonlyMap<string, string>;

  constructor(
    { regions }: WorkbookReport,
    private readonly sink: WorkbookSink,
  ) {
    this.zones = new Map(regions.map(({ id, zone }) => [id, zone.id]));
  }

  begin(columnMap: ColumnMap): void {
    this.columnMap = columnMap;
  }

  ticket(ticket: TicketRow): void {
    const { targets } = ticket;
    const own = targets?.perPlan[0];
    const error = ticket.error ?? errorOf(own);
    // A filter left it out.
    if (!error && !targets) return;
    this.read++;
    if (error) {
      this.bad++;
      sampleError(this.seen, ticket.row, error);
    }
    this.sink.add(targets && !ticket.error ? this.soundRow(ticket, targets) : this.textsOf(ticket));
  }

  private soundRow(ticket: TicketRow, targets: TicketTargets): WorkbookTicket {
    const [own] = targets.perPlan;
    const { region = "" } = targets;
    const zone = this.zones.get(region);
    // A row with a zone of its own has hours that no calendar here has.
    const isElsewhere = zone !== undefined && targets.calendar !== undefined && zone !== targets.zone.id;
    return {
      id: ticket.row.cell(this.columnMap?.at.id ?? -1),
      plan: own && "plan" in own ? (own.plan as string) : targets.cells.plan,
      priority: targets.priority,
      region: isElsewhere ? `${region} (${targets.zone.id})` : region,
      opened: ticket.opened,
      responded: Number.isNaN(ticket.responded) ? (ticket.isClosed ? "closed" : undefined) : ticket.responded,
      pauseMs: hasTarget(own) ? pauseMsOf(own, ticket.opened) : undefined,
    };
  }

  private textsOf({ row }: TicketRow): WorkbookTicket {
    const at = this.columnMap?.at;
    const cell = (column: keyof ColumnMap["at"]) => (at === undefined || at[column] < 0 ? "" : row.text(at[column]));
    return {
      id: row.cell(at?.id ?? -1),
      plan: cell("plan"),
      priority: cell("priority"),
      region: cell("region"),
      opened: cell("opened"),
      responded: cell("responded"),
      pauseMs: undefined,
    };
  }
}

/** The open time that a ticket's pauses add to its target: the length that gives the same deadline; a text where none does. */
function pauseMsOf(own: PlanTarget, opened: number): number | string | undefined {
  const { shared, target } = own;
  if (!shared) return undefined;
  try {
    const deadline = own.deadline(opened);
    if (target.clock !== "business-days") return whole(shared.open.elapsed(opened, deadline) - budgetMsOf(target));
    const unpaused = shared.deadline(opened);
    const length = shared.open.elapsed(unpaused, deadline);
    return shared.open.deadline(unpaused, length) === deadline ? whole(length) : "?";
  } catch (error) {
    rowErrorOf(error);
    return "?";
  }
}

/** Whole seconds, which formulas count in. */
function whole(ms: number): number | string {
  return ms % 1000 === 0 ? ms : "?";
}
