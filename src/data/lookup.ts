/**
 * Look-ups in a dataset: the target in force, and the plan, priority or region that a word means.
 * Returns undefined for an unknown word; the caller reports it.
 */
import { checkObject, checkText } from "../core/check.js";
import type { Target } from "../core/target.js";
import { type Dataset, type FeatureValue, isOffered, type LocalText } from "./dataset.js";

/**
 * The target of a plan for a priority, on the clock that the region puts it on; undefined where the plan has none.
 * Without a region no override applies, and without a product no target of its own. Ids must be exact.
 * Throws RangeError for what is no dataset or no text.
 */
export function targetFor(
  dataset: Dataset,
  planId: string,
  priorityId: string,
  regionId?: string,
  productId?: string,
): Target | undefined {
  checkObject("dataset", dataset);
  checkObject("the dataset's targets", dataset.targets);
  checkText("planId", planId);
  checkText("priorityId", priorityId);
  if (regionId !== undefined) checkText("regionId", regionId);
  if (productId !== undefined) checkText("productId", productId);
  const target = statedTarget(dataset, planId, priorityId, productId);
  if (!isOffered(target)) return undefined;
  const override = ownEntry(dataset.regions, regionId)?.clockOverrides?.find(
    (o) => o.from === target.clock && o.priorities.includes(priorityId),
  );
  // An override never leads from hours to days or back: the schema refuses it.
  return { clock: override?.to ?? target.clock, amount: target.amount, unit: target.unit } as Target;
}

/** Whether the dataset states that a plan has no target for a priority, for a product where it states that of the product. */
export function isNotOffered(dataset: Dataset, planId: string, priorityId: string, productId?: string): boolean {
  const entry = statedTarget(dataset, planId, priorityId, productId);
  return entry !== undefined && !isOffered(entry);
}

/** What the dataset states of a target: for the product, else for every product; undefined where it states nothing. */
function statedTarget(dataset: Dataset, planId: string, priorityId: string, productId: string | undefined) {
  const ofProduct = ownEntry(ownEntry(dataset.productTargets ?? {}, productId) ?? {}, planId) ?? {};
  const own = ownEntry(ofProduct, priorityId);
  return own === undefined ? ownEntry(ownEntry(dataset.targets, planId) ?? {}, priorityId) : own;
}

/** The value of a feature for a plan; hours of coverage on the clock that the region puts them on. Null where no source states it. */
export function featureValueFor(
  dataset: Dataset,
  featureId: string,
  planId: string,
  regionId?: string,
): FeatureValue | null {
  const feature = ownEntry(dataset.features, featureId);
  const value = ownEntry(feature?.values ?? {}, planId) ?? null;
  if (feature?.kind !== "coverage") return value;
  return ownEntry(dataset.regions, regionId)?.clockOverrides?.find(({ from }) => from === value)?.to ?? value;
}

/** The id of the plan a word means: an id, an alias or a name in any language, without regard to case. */
export function findPlan(dataset: Dataset, word: string): string | undefined {
  return findEntry(
    dataset,
    ({ plans }) => plans,
    word,
    (plan) => [plan.name, plan.aliases],
  );
}

/** The id of the priority a word means: an id, an alias, its name, its number or its name in the ticket form. */
export function findPriority(dataset: Dataset, word: string): string | undefined {
  return findEntry(
    dataset,
    ({ priorities }) => priorities,
    word,
    (p) => [p.name, p.label, p.portalName, p.aliases],
  );
}

/** The id of the region a word means: an id or a name in any language. */
export function findRegion(dataset: Dataset, word: string): string | undefined {
  return findEntry(
    dataset,
    ({ regions }) => regions,
    word,
    (region) => [region.name],
  );
}

/** The id of the feature a word means: an id or a name in any language. */
export function findFeature(dataset: Dataset, word: string): string | undefined {
  return findEntry(
    dataset,
    ({ features }) => features,
    word,
    (feature) => [feature.name],
  );
}

/** The id of the group of features a word means: an id or a name in any language. */
export function findGroup(dataset: Dataset, word: string): string | undefined {
  return findEntry(
    dataset,
    ({ groups }) => groups,
    word,
    (group) => [group.name],
  );
}

/** The id of the product a word means: an id or a name in any language. */
export function findProduct(dataset: Dataset, word: string): string | undefined {
  return findEntry(
    dataset,
    ({ products }) => products,
    word,
    (product) => [product.name],
  );
}

/** The id of the metric a word means, but for the first response, which every dataset has: an id or a name in any language. */
export function findMetric(dataset: Dataset, word: string): string | undefined {
  return findEntry(
    dataset,
    ({ metrics = {} }) => metrics,
    word,
    (metric) => [metric.name],
  );
}

/** The id of the language a word means: an id or a name in any language. */
export function findLanguage(dataset: Dataset, word: string): string | undefined {
  return findEntry(
    dataset,
    ({ languages }) => languages,
    word,
    (language) => [language.name],
  );
}

/** The record's own entry; names such as `constructor` are not entries, and an undefined key has no entry. */
export function ownEntry<T>(record: Readonly<Record<string, T>>, key: string | undefined): T | undefined {
  return key !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

type Word = LocalText | readonly string[] | undefined;

/** Throws RangeError for what is no dataset or no text. */
function findEntry<T>(
  dataset: Dataset,
  tableOf: (dataset: Dataset) => Readonly<Record<string, T>>,
  word: string,
  words: (entry: T) => readonly Word[],
): string | undefined {
  checkObject("dataset", dataset);
  const record = tableOf(dataset);
  checkObject("the dataset's table", record);
  checkText("word", word);
  const folded = foldName(word);
  if (folded === "") return undefined;
  const ids = Object.keys(record);
  // An id always wins over another entry's alias or name.
  return (
    ids.find((id) => id === word) ??
    ids.find((id) => foldName(id) === folded) ??
    ids.find((id) => words(record[id] as T).some((w) => entryNames(w).some((s) => foldName(s) === folded)))
  );
}

function entryNames(word: Word): readonly string[] {
  return Object.values(word ?? {});
}

/** One form for words that differ only in case, in full or half width, or in runs of blanks. */
export function foldName(word: string): string {
  return word.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}
