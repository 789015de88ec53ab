/**
 * Plans side by side: the dataset's facts about each, in one language and in the dataset's order.
 * Collects and filters facts; recommendations are in recommend/.
 */
import type { WeeklyHours } from "../core/calendar.js";
import type { Target } from "../core/target.js";
import {
  type ClockOverride,
  type ClockStart,
  type Confidence,
  type Dataset,
  type FeatureKind,
  type FeatureValue,
  type Lang,
  type LocalText,
  type Note,
  type NoteKind,
  type Priority,
  type Region,
  type Statement,
  textIn,
} from "./dataset.js";
import { isNotOffered, ownEntry, targetFor } from "./lookup.js";
import { shortNamesOf } from "./plan-names.js";

export interface ComparedPlan {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly rank: number;
  readonly paid: boolean;
  readonly clockStart?: ClockStart;
  readonly price?: ComparedStatement;
  readonly credits?: ComparedStatement;
}

export interface ComparedStatement {
  readonly text: string;
  readonly source: string;
}

export interface ComparedPriority {
  readonly id: string;
  readonly name: string;
  readonly label?: string;
  readonly portalName?: string;
  readonly definition: string;
}

export interface ComparedFeature {
  readonly id: string;
  readonly group: string;
  readonly groupName: string;
  readonly name: string;
  readonly description?: string;
  readonly kind: FeatureKind;
  /** By plan; null where no source states it. */
  readonly values: Readonly<Record<string, FeatureValue | null>>;
  readonly source: string;
}

export interface ComparedRegion {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly zoneAssumed: boolean;
  readonly zoneReason?: string;
  readonly hours: WeeklyHours;
  readonly holidays?: readonly string[];
  readonly holidayCalendars?: readonly string[];
  readonly languages?: readonly string[];
  readonly clockOverrides?: readonly ClockOverride[];
  readonly source: string;
}

export interface ComparedNote {
  readonly id: string;
  readonly kind: NoteKind;
  readonly title?: string;
  readonly text: string;
  readonly url?: string;
  readonly source: string;
}

export interface ComparedSource {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly confidence: Confidence;
}

export interface Comparison {
  readonly title: string;
  readonly plans: readonly ComparedPlan[];
  readonly priorities: readonly ComparedPriority[];
  readonly features: readonly ComparedFeature[];
  /** By plan and priority; null where the plan has none, and missing where no source states it. */
  readonly targets: Readonly<Record<string, Readonly<Record<string, Target | null>>>>;
  /** Products for which some of the plans have other targets. */
  readonly productTargets: readonly ProductTargets[];
  readonly regions: readonly ComparedRegion[];
  readonly notes: readonly ComparedNote[];
  /** Notes about what is shown that were left out. */
  readonly hiddenNotes: number;
  /** Short names of the plans by id, for the heads of tables. */
  readonly heads: Readonly<Record<string, string>>;
  /** The sources of what is shown. */
  readonly sources: readonly ComparedSource[];
}

export interface ProductTargets {
  readonly product: string;
  readonly name: string;
  /** By plan and priority, the plan's own where it has none for the product. */
  readonly targets: Comparison["targets"];
}

export interface CompareChoice {
  /** Plan ids, in the order to show them. */
  readonly plans: readonly string[];
  readonly lang: Lang;
  /** Only the features and targets that are not the same for all these plans; regions are the same for all and are left out. */
  readonly onlyDifferences?: boolean;
  /** Only the features of these groups and the notes about them; `targets` is the first-response targets. */
  readonly groups?: readonly string[] | undefined;
  /** Only this feature and the notes about it. */
  readonly feature?: string | undefined;
  /** The regions to show; all unless given. */
  readonly regions?: readonly string[] | undefined;
  /** The product whose targets are shown; without it, `productTargets` has those of every product. */
  readonly product?: string | undefined;
  /** Which notes: all, none, or those that are not about where the facts come from. */
  readonly notes?: NoteChoice;
}

export const noteChoices = ["main", "all", "none"] as const;
export type NoteChoice = (typeof noteChoices)[number];

/** The group of the first-response targets, beside a dataset's groups of features. */
export const targetsGroup = "targets";

/** Kinds of notes about where the facts come from. */
const provenance: readonly NoteKind[] = ["assumption", "information"];

/** The plans side by side. Plan and group ids must be the dataset's; a feature without a value for any of the plans is left out. */
export function comparePlans(dataset: Dataset, choice: CompareChoice): Comparison {
  const { plans, lang, onlyDifferences = false, groups, feature, product, notes: shownNotes = "all" } = choice;
  const features = comparedFeatures(dataset, choice);
  const isWhole = groups === undefined && feature === undefined;
  const isShown = (priority: string) =>
    (isWhole || groups?.includes(targetsGroup)) &&
    isCompared(choice, (plan) => targetFor(dataset, plan, priority, undefined, product) ?? null);
  const priorities = Object.keys(dataset.priorities).filter(isShown);
  const regions = isWhole && !onlyDifferences ? (choice.regions ?? Object.keys(dataset.regions)) : [];
  const allNotes = notesAbout(
    dataset,
    choice,
    features.map(({ id }) => id),
    priorities,
  );
  const notes = allNotes.filter(
    ({ kind }) => shownNotes === "all" || (shownNotes === "main" && !provenance.includes(kind)),
  );
  const cited = citedSources(dataset, { plans, features, priorities, regions, notes });
  return {
    title: textIn(dataset.title, lang),
    plans: plans.flatMap((id) => comparedPlan(dataset, id, lang)),
    priorities: priorities.map((id) => comparedPriority(dataset, id, lang)),
    features,
    targets: Object.fromEntries(plans.map((plan) => [plan, targetsOf(dataset, plan, priorities, product)])),
    productTargets: product === undefined ? productTargetsOf(dataset, choice, priorities) : [],
    regions: regions.map((id) => comparedRegion(dataset, id, lang)),
    notes: notes.map((note) => comparedNote(note, lang)),
    hiddenNotes: allNotes.length - notes.length,
    heads: shortNamesOf(dataset, lang),
    sources: Object.entries(dataset.sources)
      .filter(([id]) => cited.has(id))
      .map(([id, { title, url = "", confidence }]) => ({ id, title: textIn(title, lang), url, confidence })),
  };
}

/** Whether a row is shown: always, or with `onlyDifferences` if its values are not all the same. */
function isCompared({ plans, onlyDifferences = false }: CompareChoice, valueFor: (plan: string) => unknown): boolean {
  return !onlyDifferences || new Set(plans.map((plan) => JSON.stringify(valueFor(plan)))).size > 1;
}

/** A text under its key, or no key where the dataset has none. */
function optionalText<Key extends string>(key: Key, text: LocalText | undefined, lang: Lang) {
  return (text === undefined ? {} : { [key]: textIn(text, lang) }) as { readonly [K in Key]?: string };
}

function comparedPlan(dataset: Dataset, id: string, lang: Lang): ComparedPlan[] {
  const plan = ownEntry(dataset.plans, id);
  if (!plan) return [];
  const { name, description, rank, paid, clockStart, price, credits } = plan;
  return [
    {
      id,
      name: textIn(name, lang),
      ...optionalText("description", description, lang),
      rank,
      paid,
      ...(clockStart && { clockStart }),
      ...(price && { price: comparedStatement(price, lang) }),
      ...(credits && { credits: comparedStatement(credits, lang) }),
    },
  ];
}

function comparedStatement({ text, source = "" }: Statement, lang: Lang): ComparedStatement {
  return { text: textIn(text, lang), source };
}

function comparedPriority(dataset: Dataset, id: string, lang: Lang): ComparedPriority {
  const priority = dataset.priorities[id] as Priority;
  return {
    id,
    name: textIn(priority.name, lang),
    ...optionalText("label", priority.label, lang),
    ...optionalText("portalName", priority.portalName, lang),
    definition: priority.definition ? textIn(priority.definition, lang) : "",
  };
}

/** The features in the order of their groups. */
function comparedFeatures(dataset: Dataset, choice: CompareChoice): ComparedFeature[] {
  const { plans, lang, groups, feature: only } = choice;
  const groupOrder = Object.keys(dataset.groups);
  const sorted = Object.entries(dataset.features).sort(
    ([, a], [, b]) => groupOrder.indexOf(a.group) - groupOrder.indexOf(b.group),
  );
  return sorted.flatMap(([id, feature]): ComparedFeature[] => {
    const valueFor = (plan: string) => ownEntry(feature.values, plan) ?? null;
    if (only !== undefined && id !== only) return [];
    if (groups !== undefined && !groups.includes(feature.group)) return [];
    if ((only === undefined && plans.every((plan) => valueFor(plan) === null)) || !isCompared(choice, valueFor))
      return [];
    const groupName = ownEntry(dataset.groups, feature.group)?.name;
    return [
      {
        id,
        group: feature.group,
        groupName: groupName ? textIn(groupName, lang) : feature.group,
        name: textIn(feature.name, lang),
        ...optionalText("description", feature.description, lang),
        kind: feature.kind,
        values: Object.fromEntries(plans.map((plan) => [plan, valueFor(plan)])),
        source: feature.source ?? "",
      },
    ];
  });
}

function targetsOf(
  dataset: Dataset,
  plan: string,
  priorities: readonly string[],
  product?: string,
): Readonly<Record<string, Target | null>> {
  return Object.fromEntries(
    priorities.flatMap((priority): (readonly [string, Target | null])[] => {
      const target = targetFor(dataset, plan, priority, undefined, product);
      if (target) return [[priority, target]];
      return isNotOffered(dataset, plan, priority, product) ? [[priority, null]] : [];
    }),
  );
}

/** The products with targets of their own under some of the plans. */
function productTargetsOf(
  dataset: Dataset,
  { plans, lang }: CompareChoice,
  priorities: readonly string[],
): ProductTargets[] {
  return Object.entries(dataset.productTargets ?? {}).flatMap(([product, byPlan]) => {
    const isShown = priorities.length > 0 && plans.some((plan) => ownEntry(byPlan, plan));
    const { name } = dataset.products[product] ?? { name: { en: product } };
    const targets = () =>
      Object.fromEntries(plans.map((plan) => [plan, targetsOf(dataset, plan, priorities, product)] as const));
    return isShown ? [{ product, name: textIn(name, lang), targets: targets() }] : [];
  });
}

function comparedRegion(dataset: Dataset, id: string, lang: Lang): ComparedRegion {
  const region = dataset.regions[id] as Region;
  return {
    id,
    name: textIn(region.name, lang),
    zone: region.zone,
    zoneAssumed: region.zoneAssumed,
    ...optionalText("zoneReason", region.zoneReason, lang),
    hours: region.hours,
    ...(region.holidays && { holidays: region.holidays }),
    ...(region.holidayCalendars && { holidayCalendars: region.holidayCalendars }),
    ...(region.languages && { languages: region.languages }),
    ...(region.clockOverrides && { clockOverrides: region.clockOverrides }),
    source: region.source ?? "",
  };
}

/** The notes about what is shown; with `onlyDifferences`, those about a part of it. */
function notesAbout(
  dataset: Dataset,
  { plans, onlyDifferences = false, groups, feature, regions, product }: CompareChoice,
  features: readonly string[],
  priorities: readonly string[],
): Note[] {
  const overlaps = (ids: readonly string[] | undefined, shown: readonly string[]) =>
    ids?.some((id) => shown.includes(id)) ?? false;
  return dataset.notes.filter(({ appliesTo: scope }) => {
    if (scope.plans && !overlaps(scope.plans, plans)) return false;
    if (scope.features && !overlaps(scope.features, features)) return false;
    if (scope.regions && regions && !overlaps(scope.regions, regions)) return false;
    if (scope.products && product !== undefined && !scope.products.includes(product)) return false;
    if (groups !== undefined || feature !== undefined)
      return scope.features !== undefined || overlaps(scope.priorities, priorities);
    if (!onlyDifferences) return true;
    return (
      scope.features !== undefined ||
      overlaps(scope.priorities, priorities) ||
      (scope.plans !== undefined && plans.some((plan) => !scope.plans?.includes(plan)))
    );
  });
}

function comparedNote(note: Note, lang: Lang): ComparedNote {
  return {
    id: note.id,
    kind: note.kind,
    ...optionalText("title", note.title, lang),
    text: textIn(note.text, lang),
    ...(note.url !== undefined && { url: note.url }),
    source: note.source ?? "",
  };
}

/** The ids of the sources of everything shown. */
function citedSources(
  dataset: Dataset,
  shown: {
    readonly plans: readonly string[];
    readonly features: readonly ComparedFeature[];
    readonly priorities: readonly string[];
    readonly regions: readonly string[];
    readonly notes: readonly Note[];
  },
): ReadonlySet<string | undefined> {
  const { plans, features, priorities, regions, notes } = shown;
  return new Set([
    ...plans.flatMap((id) => {
      const plan = dataset.plans[id];
      return [plan?.source, plan?.price?.source, plan?.credits?.source];
    }),
    ...features.flatMap(({ id }) => {
      const { source, valueSources = {} } = dataset.features[id] ?? {};
      return [source, ...plans.map((plan) => ownEntry(valueSources, plan))];
    }),
    ...plans.flatMap((plan) => priorities.map((priority) => ownEntry(dataset.targets[plan] ?? {}, priority)?.source)),
    ...regions.flatMap((id) => [dataset.regions[id]?.source, dataset.regions[id]?.zoneSource]),
    ...notes.map((note) => note.source),
  ]);
}
