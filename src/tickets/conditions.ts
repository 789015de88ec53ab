/**
 * Conditions on the cells of a row, as flags write them: `status=Open,Pending`, `priority!=P4`.
 */
import { foldName } from "../data/lookup.js";

export interface Condition {
  /** A header, else the name of a column. */
  readonly left: string;
  readonly isEqual: boolean;
  /** Values, each in the form that is compared. */
  readonly values: ReadonlySet<string>;
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

/** Whether one of the meanings of a cell is among the condition's values. */
export function holds({ isEqual, values }: Condition, meanings: readonly string[]): boolean {
  return meanings.some((meaning) => values.has(foldName(meaning))) === isEqual;
}
