/**
 * The report of an audit over an input, made as the command makes it. Loaded by the first audit.
 */
import { prepareAudit } from "../commands/audit.js";
import type { AuditReport } from "../report.js";
import { contextOf, libraryError, openInput, prescan } from "./ticket-source.js";
import type { AuditOptions, TicketInput } from "./tickets.js";

export async function auditOf(input: TicketInput, options: AuditOptions): Promise<AuditReport> {
  const { period, by, percentiles, worst, ...reading } = options;
  const { name, bytes, first, given } = await openInput(input, reading);
  try {
    const chosen = {
      ...given,
      ...(period && { period }),
      ...(by !== undefined && { by }),
      ...(percentiles && { percentile: percentiles.map((percent) => `${percent}%`) }),
      ...(worst !== undefined && { worst: String(worst) }),
    };
    const audit = await prepareAudit(name, chosen, contextOf(options), first);
    await prescan(audit, bytes, first);
    for await (const block of bytes.blocks()) audit.feed(block);
    for (const _ of audit.end());
    return audit.report();
  } catch (error) {
    throw libraryError(error);
  } finally {
    await bytes.close();
  }
}
