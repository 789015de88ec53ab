/**
 * The words of a dataset that an option names, as ids: plans, priorities, regions, products. A word that means nothing is an error with
 * the names that are near.
 */
import { CliError, checkRepeated } from "../errors.js";
import { nearestNames } from "../suggest.js";
import type { Dataset } from "./dataset.js";
import { findPlan, findPriority, findProduct, findRegion } from "./lookup.js";

/** The id of a plan by id, alias or name. Throws `unknown-value`. */
export function readPlan(option: string, word: string, dataset: Dataset): string {
  return readName(option, word, findPlan(dataset, word), dataset.plans);
}

/** The id of a priority by id or name. Throws `unknown-value`. */
export function readPriority(option: string, word: string, dataset: Dataset): string {
  return readName(option, word, findPriority(dataset, word), dataset.priorities);
}

/** The id of a region by id or name. Throws `unknown-value`. */
export function readRegion(option: string, word: string, dataset: Dataset): string {
  return readName(option, word, findRegion(dataset, word), dataset.regions);
}

/** The id of the one product by id or name; undefined without one. Throws `unknown-value` and `repeated-option`. */
export function readProduct(words: readonly string[] | undefined, dataset: Dataset): string | undefined {
  const ids = (words ?? []).map((word) => readName("--product", word, findProduct(dataset, word), dataset.products));
  for (const id of ids) checkRepeated("--product", ids[0], id);
  return ids[0];
}

/** The id that a lookup resulted in; throws `unknown-value` with similar names without one. */
export function readName(
  option: string,
  word: string,
  id: string | undefined,
  all: Readonly<Record<string, unknown>>,
): string {
  if (id !== undefined) return id;
  const allowed = Object.keys(all);
  // A name or alias that is near means the id it belongs to.
  const idOf = new Map(allowed.flatMap((id) => [id, ...namesIn(all[id])].map((name) => [name, id] as const)));
  const nearest = [...new Set(nearestNames(word, [...idOf.keys()]).map((name) => idOf.get(name) as string))];
  throw new CliError({ code: "unknown-value", option, value: word, allowed, nearest });
}

/** The names in a dataset's entry: its own in every language, and its aliases. */
function namesIn(entry: unknown): readonly string[] {
  const { name, aliases } = (entry ?? {}) as { name?: object; aliases?: readonly string[] };
  return [...Object.values(name ?? {}), ...(aliases ?? [])].filter((text) => typeof text === "string");
}
