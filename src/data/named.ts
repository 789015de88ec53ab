/**
 * The words of a dataset that an option names, as ids: plans, priorities, regions, products. A word that means nothing is an error with
 * the names that are near.
 */
import { CliError, checkRepeated } from "../errors.js";
import { nearestNames } from "../suggest.js";
import { type Dataset, plansByRank } from "./dataset.js";
import type { JoinedDatasets } from "./joined.js";
import { findPlan, findPriority, findProduct, findRegion } from "./lookup.js";

/** A dataset, or several that are joined. */
export interface Datasets {
  readonly dataset: Dataset;
  readonly joined?: JoinedDatasets | undefined;
}

/** The id of a plan by id, alias or name. Throws `unknown-value`, and `ambiguous-name` where several datasets have the plan. */
export function readPlan(option: string, word: string, { dataset, joined }: Datasets): string {
  const found = joined ? joined.findPlans(word) : [findPlan(dataset, word)];
  if (found.length > 1)
    throw new CliError({ code: "ambiguous-name", option, value: word, allowed: found as readonly string[] });
  return readName(option, word, found[0], dataset.plans);
}

/** All plans, from the lowest rank up; of several datasets, dataset by dataset. */
export function plansInOrder({ dataset, joined }: Datasets): readonly string[] {
  return joined?.plans ?? plansByRank(dataset);
}

/** The id of a priority by id or name; of several datasets, a priority of the first. Throws `unknown-value`. */
export function readPriority(option: string, word: string, { dataset, joined }: Datasets): string {
  const { priorities } = joined ?? dataset;
  const id = findPriority({ ...dataset, priorities }, word);
  const first = id === undefined ? joined?.findFirstPriority(word) : undefined;
  if (first !== undefined)
    throw new CliError({
      ...{ code: "unknown-value", option, value: word },
      ...{ allowed: Object.keys(priorities), nearest: [first] },
    });
  return readName(option, word, id, priorities);
}

/** The id of a region by id or name. Throws `unknown-value`. */
export function readRegion(option: string, word: string, { dataset }: Datasets): string {
  return readName(option, word, findRegion(dataset, word), dataset.regions);
}

/** The region of a plan's tickets: the one of its dataset among those named, or the only one that its dataset has. */
export function regionOf(plan: string, regions: readonly string[], { joined }: Datasets): string | undefined {
  if (!joined) return regions[0];
  const id = joined.datasetOfPlan[plan] as string;
  return regions.find((region) => joined.datasetOfRegion[region] === id) ?? joined.onlyRegion[id];
}

/** Whether a plan and a region are of one dataset. */
export function isSameDataset(plan: string, region: string, { joined }: Datasets): boolean {
  return joined?.datasetOfPlan[plan] === joined?.datasetOfRegion[region];
}

/** The regions that `--region` names: one, or of several datasets one of each, in a list with commas. Throws `unknown-value`. */
export function readRegions(
  option: string,
  words: string | undefined,
  { dataset, joined }: Datasets,
): readonly string[] {
  if (words === undefined) return [];
  if (!joined) return [readRegion(option, words, { dataset })];
  const regions = words.split(",").flatMap((word) => {
    const found = joined.findRegions(word.trim());
    return found.length > 0 ? found : [readName(option, word.trim(), undefined, dataset.regions)];
  });
  const byDataset = new Map<string | undefined, string>();
  for (const region of regions) {
    checkRepeated(option, byDataset.get(joined.datasetOfRegion[region]), region);
    byDataset.set(joined.datasetOfRegion[region], region);
  }
  return [...byDataset.values()];
}

/** The id of the one product by id or name; undefined without one. Throws `unknown-value` and `repeated-option`. */
export function readProduct(words: readonly string[] | undefined, { dataset, joined }: Datasets): string | undefined {
  // Products are those of one dataset.
  if (words && joined)
    throw new CliError({ code: "conflicting-options", options: ["--product", `--dataset ${joined.ids[1]}`] });
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
