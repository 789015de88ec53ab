/**
 * `compare` of the library: plans side by side as data, the names of plans, regions and products as people write them.
 */
import { checkList, checkObject, checkOneOf, checkText } from "../core/check.js";
import { type Comparison, comparePlans, type NoteChoice, noteChoices, targetsGroup } from "../data/compare.js";
import { type Dataset, type Lang, langs } from "../data/dataset.js";
import { findFeature, findGroup, findProduct } from "../data/lookup.js";
import { readName, readPlan, readRegion } from "../data/named.js";

export interface CompareOptions {
  /** Plans by id, alias or name, in the order to compare them; the dataset's candidates unless given. */
  readonly plans?: readonly string[];
  /** Regions by id or name; all unless given. */
  readonly regions?: readonly string[];
  /** The product, by id or name, whose targets are wanted; `productTargets` is then empty. */
  readonly product?: string;
  /** Only the features of these groups, by id or name; `targets` is the group of the targets. Regions are left out. */
  readonly groups?: readonly string[];
  /** Only this feature, by id or name, and the notes about it. */
  readonly feature?: string;
  /** Only what is not the same for all plans. */
  readonly onlyDifferences?: boolean;
  /** `main` leaves out the notes about where the facts come from; `all` unless given. */
  readonly notes?: NoteChoice;
  /** The language of names and texts, English unless given. */
  readonly lang?: Lang;
}

/**
 * The plans of a dataset side by side: features, targets by plan and priority, the hours of the regions, notes and sources.
 * Amounts of targets are in the unit beside them; `null` is a value that no source states, or a plan without a target.
 * Throws RangeError for an option of the wrong kind, and a `Failure` with the code `unknown-value` for an unknown name.
 */
export function compare(dataset: Dataset, options: CompareOptions = {}): Comparison {
  checkObject("dataset", dataset);
  checkObject("the dataset's targets", dataset.targets);
  checkObject("options", options);
  const { plans, regions, product, groups, feature, onlyDifferences = false, notes = "all", lang = "en" } = options;
  checkTexts({ plans, regions, groups });
  if (product !== undefined) checkText("product", product);
  if (feature !== undefined) checkText("feature", feature);
  checkOneOf("notes", notes, noteChoices);
  checkOneOf("lang", lang, langs);
  return comparePlans(dataset, {
    plans: plans ? idsOf(plans, (word) => readPlan("plans", word, { dataset })) : dataset.candidates,
    regions: regions && idsOf(regions, (word) => readRegion("regions", word, { dataset })),
    product:
      product === undefined ? undefined : readName("product", product, findProduct(dataset, product), dataset.products),
    groups: groups && idsOf(groups, (word) => readGroup(word, dataset)),
    feature:
      feature === undefined ? undefined : readName("feature", feature, findFeature(dataset, feature), dataset.features),
    onlyDifferences: onlyDifferences === true,
    notes,
    lang,
  });
}

/** The ids of words, each once. */
export function idsOf(words: readonly string[], idOf: (word: string) => string): readonly string[] {
  return [...new Set(words.map(idOf))];
}

/** Throws RangeError for what is no list of texts. */
export function checkTexts(lists: Readonly<Record<string, readonly string[] | undefined>>): void {
  for (const [name, list] of Object.entries(lists)) {
    if (list === undefined) continue;
    checkList(name, list);
    list.forEach((text, i) => {
      checkText(`${name}[${i}]`, text);
    });
  }
}

function readGroup(word: string, dataset: Dataset): string {
  const group = findGroup(dataset, word) ?? (word === targetsGroup ? targetsGroup : undefined);
  return readName("groups", word, group, { ...dataset.groups, [targetsGroup]: {} });
}
