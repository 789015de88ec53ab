/** How sentences are put together: lists, suggestions, and what stands between texts. */

export function list(items: readonly string[], last = "or"): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;
}

export function meant(nearest: readonly string[], otherwise: string): string {
  return nearest.length > 0 ? `Did you mean ${list(nearest)}?` : otherwise;
}

/** What a choice among the dataset's names can be. */
export function takes(allowed: readonly string[]): string {
  return allowed.length > 0 ? `It takes ${list(allowed)}.` : "The dataset has nothing to choose from.";
}

export const punctuation = {
  /** Between a label and what it labels, between items of a line, and between items that hold commas. */
  colon: ": ",
  comma: ", ",
  semicolon: "; ",
  /** Things of one kind in a row. */
  items: (texts: readonly string[]) => texts.join(", "),
  /** A text with what is said of it beside it. */
  fromTo: (from: string, to: string) => `${from} → ${to}`,
  /** Whether a need is met, as a mark, and what there is of it. */
  verdict: (mark: string, value: string) => `${mark} ${value}`,
  /** Words for marks that a character set may lack. */
  plain: { yes: "yes", no: "no", arrowKeys: "Up/Down" },
  aside: (text: string, note: string) => `${text} (${note})`,
};
