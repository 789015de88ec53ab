/**
 * Conditions on the cells of a row, as flags write them: `status=Open,Pending`, `priority!=P4`.
 */
import { foldName } from "../data/lookup.js";
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

/** Whether a row meets a condition; a cell of words also by the id that it means, where the targets are known. */
export function isMet(condition: RowCondition, row: Row, targets: TicketTargets | undefined): boolean {
  const { isEqual, positions, role, values } = condition;
  let cell = "";
  for (const position of positions) {
    cell = row.text(position).trim();
    if (cell !== "") break;
  }
  const id = role && targets && idOf(role, targets);
  return (values.has(foldName(cell)) || (id !== undefined && values.has(foldName(id)))) === isEqual;
}

function idOf(role: WordColumn, { priority, region, zone, perPlan: [own] }: TicketTargets): string | undefined {
  return { priority, region, zone: zone.id, plan: own && "plan" in own ? own.plan : undefined }[role];
}
