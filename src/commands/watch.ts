/**
 * `watch`: the tickets of a file that nobody answered yet, by what is due next, as they stand at any moment asked about.
 */
import { measuringClock } from "../core/deadline.js";
import type { OpenTime } from "../core/open-time.js";
import { type Status, statusOf } from "../core/status.js";
import { textIn } from "../data/dataset.js";
import type { RowError } from "../errors.js";
import type { WatchReport, WatchTicket } from "../report.js";
import type { ColumnMap } from "../tickets/columns.js";
import { isTooLong, rowErrorOf } from "../tickets/targets.js";
import { maxSampledErrors, type RowErrorAt } from "../tickets/writer.js";
import { type Context, checkInForce, Diagnostics, datasetRef, shownZone } from "./context.js";
import { type BlockTransform, prepareTickets, readThrough, type TicketOptions } from "./ticket-file.js";

export interface Watch extends BlockTransform {
  /** The open tickets at an instant. */
  at(now: number): WatchReport;
}

/** An unanswered ticket, with what its clock runs on. */
interface Waiting extends Omit<WatchTicket, "status" | "usedMs" | "remainingMs" | "isRunning"> {
  readonly open: OpenTime;
  readonly budgetMs: number;
}

export async function prepareWatch(
  path: string,
  options: TicketOptions,
  context: Context,
  first: Uint8Array,
): Promise<Watch> {
  const { dataset, lang } = context;
  const diagnostics = new Diagnostics(context.notices);
  const question = { command: "watch", alsoPlans: [], mayCompare: false, showsZones: true };
  const file = await prepareTickets(path, options, question, context, diagnostics, first);
  const reader = shownZone(context, diagnostics);
  const waiting: Waiting[] = [];
  const seen: RowErrorAt[] = [];
  let layout: ColumnMap | undefined;
  let answered = 0;
  let bad = 0;
  let read = 0;

  const rows = file.reader({
    begin(found) {
      layout = found;
    },
    ticket(ticket) {
      read++;
      const planTarget = ticket.targets?.perPlan[0];
      const rowError = ticket.error ?? (planTarget && "code" in planTarget ? planTarget : undefined);
      if (rowError || !ticket.targets || !planTarget || "code" in planTarget) {
        if (rowError) note(ticket.line, rowError);
        return;
      }
      if (!Number.isNaN(ticket.responded)) {
        answered++;
        return;
      }
      const { priority, region, zone } = ticket.targets;
      const { opened, line } = ticket;
      if (isTooLong(planTarget, ticket, context.now)) return note(line, { code: "beyond-horizon" });
      try {
        const deadline = planTarget.deadline(opened);
        waiting.push({
          id: ticket.row.cell(layout?.at.id ?? -1),
          line,
          plan: planTarget.plan,
          planName: textIn(dataset.plans[planTarget.plan]!.name, lang),
          priority,
          region,
          zone,
          opened,
          deadline,
          meter: measuringClock(planTarget.target),
          open: planTarget.open,
          budgetMs: planTarget.open.elapsed(opened, deadline),
        });
      } catch (error) {
        note(line, rowErrorOf(error));
      }
    },
  });
  await checkInForce(context, context.now, diagnostics);

  function note(line: number, error: RowError): void {
    bad++;
    if (seen.length < maxSampledErrors) seen.push({ line, error });
  }

  function at(now: number): WatchReport {
    const { atRiskPercent } = file.statusContext;
    return {
      command: "watch",
      dataset: datasetRef(context),
      now,
      path: path === "-" ? "stdin" : path,
      reader,
      tickets: waiting.map(({ open, budgetMs, ...ticket }): WatchTicket => {
        const { opened, deadline } = ticket;
        const usedMs = now > opened ? open.elapsed(opened, now) : 0;
        const status: Status = statusOf({ deadline, responded: undefined, now, usedMs, budgetMs, atRiskPercent });
        return {
          ...ticket,
          status,
          usedMs,
          remainingMs: budgetMs - usedMs,
          isRunning: now >= opened && open.isOpen(now),
        };
      }),
      counts: { read, answered, bad },
      seen,
      fills: file.fills(),
      assumptions: diagnostics.assumptions,
      warnings: diagnostics.warnings,
    };
  }

  const through = readThrough(file, rows, () => read);
  return {
    ...through,
    end() {
      const rest = through.end();
      waiting.sort((a, b) => a.deadline - b.deadline || a.line - b.line);
      return rest;
    },
    at,
  };
}
