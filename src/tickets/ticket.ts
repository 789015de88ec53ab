/**
 * A ticket as it is read from a row.
 */
import type { RowError } from "../errors.js";
import type { Row } from "./row.js";
import type { TicketTargets } from "./targets.js";

/** One object serves all rows of a file, so it must not be kept. */
export interface Ticket {
  /** What is wrong; then the rest may not be relied on. */
  error: RowError | undefined;
  /** Undefined for a row with an error, and for one that a filter left out. */
  targets: TicketTargets | undefined;
  opened: number;
  /** When the metric was reached: the first response, or another. NaN where it was not. */
  responded: number;
  /** Closed without a response at an unknown time. */
  isClosed: boolean;
}

export interface TicketRow extends Ticket {
  row: Row;
}
