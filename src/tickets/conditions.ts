/**
 * Conditions on the cells of a row, as flags write them: `status=Open,Pending`, `priority!=P4`.
 */
import { foldName } from "../data/lookup.js";
import type { CellIds } from "./cell-ids.js";
import type { WordColumn } from "./names.js";
import type { Row } from "./row.js";
import type { TicketTargets } from "./targets.js";

export interface Condition {
  /** A header, else the name of a column. */
  readonly left: string;
  readonly isEqual: boolean;
  /** Values, each in the form that is compared. */
  readonly values: ReadonlySet<string>;
}

/** A condition with the columns it is about. */
export interface RowCondition extends Condition {
  readonly positions: readonly number[];
  /** The column's role, where it has one whose cells mean ids. */
  readonly role: WordColumn | undefined;
  /** Those ids, where they count. */
  readonly idsOf?: CellIds;
  /** Those of an empty cell are known only with the ticket. */
  readonly isOfTicket?: boolean;
}

/** The condition of a text; undefined for a text that is none. */
export function parseCondition(text: string): Condition | undefined {
  const [, left = "", sign, values = ""] = /^([^=!]+)(!?=)(.*)$/s.exec(text) ?? [];
  if (sign === undefined || left.trim() === "") return undefined;
  return {
    left: left.trim(),
    isEqual: sign === "=",
    values: new Set(values.split(",").map((value) => foldName(value))),
  };
}

/** Whether a row meets a condition; a cell of words also by the id that it means. */
export function isMet(condition: RowCondition, row: Row, targets: TicketTargets | undefined): boolean {
  const { isEqual, values } = condition;
  return formsOf(condition, row, targets).some((form) => values.has(form)) === isEqual;
}

/** What the values of a condition are compared with in a row: the cell, and the ids that it means. */
function formsOf({ positions, idsOf }: RowCondition, row: Row, targets: TicketTargets | undefined): readonly string[] {
  let cell = "";
  for (const position of positions) {
    cell = row.text(position).trim();
    if (cell !== "") break;
  }
  return idsOf ? [foldName(cell), ...idsOf(cell, targets)] : [foldName(cell)];
}

/** Values of conditions that no row had so far. */
export class UnseenValues {
  private readonly unseen: Map<RowCondition, Set<string>>;

  /** What is known only with a ticket, such as the zone of its region, is known of some rows alone. */
  constructor(conditions: readonly RowCondition[]) {
    const all = conditions
      .filter(({ isOfTicket }) => !isOfTicket)
      .map((one) => [one, new Set([...one.values].filter((value) => value !== ""))] as const);
    this.unseen = new Map(all.filter(([, values]) => values.size > 0));
  }

  see(row: Row): void {
    for (const [condition, values] of this.unseen) {
      for (const form of formsOf(condition, row, undefined)) values.delete(form);
      if (values.size === 0) this.unseen.delete(condition);
    }
  }

  /** The values, as conditions of equality. */
  get conditions(): readonly string[] {
    const pairs = [...this.unseen].flatMap(([{ left }, values]) => [...values].map((value) => `${left}=${value}`));
    return [...new Set(pairs)];
  }
}
