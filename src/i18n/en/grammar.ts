/** How sentences are put together: lists, suggestions, and what stands between texts. */
import type { RowPosition } from "../../errors.js";

export function list(items: readonly string[], last = "or"): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;
}

/** A number of things: `1 row`, `2 rows`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

/** Where in its file a row is. */
export function rowPosition({ line, ticket, event }: RowPosition): string {
  if (ticket !== undefined) return `line ${line}, ticket ${ticket}`;
  return event === undefined ? `line ${line}` : `line ${line}, event ${event}`;
}

/** A suggestion, or another hint if nothing is similar. */
export function didYouMean(nearest: readonly string[], otherwise: string): string {
  return nearest.length > 0 ? `Did you mean ${list(nearest)}?` : otherwise;
}

/** The values that an option accepts. */
export function validValues(allowed: readonly string[]): string {
  return allowed.length > 0 ? `Valid values: ${allowed.join(", ")}.` : "The dataset has no values to choose from.";
}

export const punctuation = {
  /** Between a label and what it labels, between items of a line, and between items that hold commas. */
  colon: ": ",
  comma: ", ",
  semicolon: "; ",
  /** Several things of one kind. */
  items: (texts: readonly string[]) => texts.join(", "),
  /** A value before and after. */
  fromTo: (from: string, to: string) => `${from} → ${to}`,
  /** Whether a need is met, as a mark, and the plan's value. */
  verdict: (mark: string, value: string) => `${mark} ${value}`,
  /** Words in place of marks that some character sets lack. */
  plain: { yes: "yes", no: "no", arrowKeys: "Up/Down" },
  aside: (text: string, note: string) => `${text} (${note})`,
};
