/**
 * Plans side by side: what the dataset says of each, in one language and in the dataset's order.
 * Gathers and leaves out; draws no conclusions.
 */
import type { WeeklyHours } from "../core/calendar.js";
import type { Target } from "../core/target.js";
import {
  type ClockOverride,
  type Confidence,
  type Dataset,
  type FeatureKind,
  type FeatureValue,
  type Lang,
  type LocalText,
  type Note,
  type NoteKind,
  textIn,
} from "./dataset.js";
import { ownEntry, targetFor } from "./lookup.js";

export interface ComparedPlan {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly rank: number;
  readonly paid: boolean;
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
  /** By plan; null where no source speaks of it. */
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
  readonly targets: Readonly<Record<string, Readonly<Record<string, Target>>>>;
  readonly regions: readonly ComparedRegion[];
  readonly notes: readonly ComparedNote[];
  /** The sources of what is shown. */
  readonly sources: readonly ComparedSource[];
}

export interface CompareChoice {
  /** Plan ids, in the order to show them. */
  readonly plans: readonly string[];
  readonly lang: Lang;
  /** Keep only the features and targets that are not the same for all these plans; regions, the same for all, fall away. */
  readonly onlyDifferences?: boolean;
  /** Keep only the features of these groups and the notes about them. */
  readonly groups?: readonly string[] | undefined;
}

/** The plans side by side. Plan and group ids must be the dataset's; features no source links to any of the plans are left out. */
export function comparePlans(
  dataset: Dataset,
  { plans, lang, onlyDifferences = false, groups }: CompareChoice,
): Comparison {
  const all = groups === undefined;
  const text = (local: LocalText) => textIn(local, lang);
  const optional = <Key extends string>(key: Key, local: LocalText | undefined) =>
    (local === undefined ? {} : { [key]: text(local) }) as { readonly [K in Key]?: string };
  const isKept = (values: readonly unknown[]) =>
    !onlyDifferences || new Set(values.map((value) => JSON.stringify(value))).size > 1;

  const groupOrder = Object.keys(dataset.groups);
  const inGroups = Object.entries(dataset.features).sort(
    ([, a], [, b]) => groupOrder.indexOf(a.group) - groupOrder.indexOf(b.group),
  );
  const features = inGroups.flatMap(([id, feature]): ComparedFeature[] => {
    const values = plans.map((plan) => ownEntry(feature.values, plan) ?? null);
    if ((!all && !groups.includes(feature.group)) || values.every((value) => value === null) || !isKept(values))
      return [];
    const groupName = ownEntry(dataset.groups, feature.group)?.name;
    return [
      {
        id,
        group: feature.group,
        groupName: groupName ? text(groupName) : feature.group,
        name: text(feature.name),
        ...optional("description", feature.description),
        kind: feature.kind,
        values: Object.fromEntries(plans.map((plan, i) => [plan, values[i] as FeatureValue | null])),
        source: feature.source ?? "",
      },
    ];
  });

  const priorities = Object.keys(dataset.priorities).filter(
    (priority) => all && isKept(plans.map((plan) => targetFor(dataset, plan, priority, undefined) ?? null)),
  );
  const targets = Object.fromEntries(
    plans.map((plan) => [
      plan,
      Object.fromEntries(
        priorities.flatMap((priority) => {
          const target = targetFor(dataset, plan, priority, undefined);
          return target ? [[priority, target]] : [];
        }),
      ),
    ]),
  );
  const regions = all && !onlyDifferences ? Object.entries(dataset.regions) : [];

  const featureIds = features.map(({ id }) => id);
  const meets = (list: readonly string[] | undefined, shown: readonly string[]) =>
    list?.some((id) => shown.includes(id)) ?? false;
  const notes = dataset.notes.filter(({ appliesTo: about }) => {
    if (about.plans && !meets(about.plans, plans)) return false;
    if (about.features && !meets(about.features, featureIds)) return false;
    if (!all) return about.features !== undefined;
    if (!onlyDifferences) return true;
    return (
      about.features !== undefined ||
      meets(about.priorities, priorities) ||
      (about.plans !== undefined && plans.some((plan) => !about.plans?.includes(plan)))
    );
  });

  const cited = new Set<string | undefined>([
    ...plans.map((plan) => dataset.plans[plan]?.source),
    ...featureIds.flatMap((id) => {
      const { source, valueSources = {} } = dataset.features[id] ?? {};
      return [source, ...plans.map((plan) => ownEntry(valueSources, plan))];
    }),
    ...plans.flatMap((plan) => priorities.map((priority) => ownEntry(dataset.targets[plan] ?? {}, priority)?.source)),
    ...regions.flatMap(([, region]) => [region.source, region.zoneSource]),
    ...notes.map((note) => note.source),
  ]);

  return {
    title: text(dataset.title),
    plans: plans.flatMap((id) => {
      const plan = ownEntry(dataset.plans, id);
      return plan
        ? [
            {
              id,
              name: text(plan.name),
              ...optional("description", plan.description),
              rank: plan.rank,
              paid: plan.paid,
            },
          ]
        : [];
    }),
    priorities: Object.entries(dataset.priorities)
      .filter(([id]) => priorities.includes(id))
      .map(([id, priority]) => ({
        id,
        name: text(priority.name),
        ...optional("label", priority.label),
        ...optional("portalName", priority.portalName),
        definition: priority.definition ? text(priority.definition) : "",
      })),
    features,
    targets,
    regions: regions.map(([id, region]) => ({
      id,
      name: text(region.name),
      zone: region.zone,
      zoneAssumed: region.zoneAssumed,
      ...optional("zoneReason", region.zoneReason),
      hours: region.hours,
      ...(region.languages && { languages: region.languages }),
      ...(region.clockOverrides && { clockOverrides: region.clockOverrides }),
      source: region.source ?? "",
    })),
    notes: notes.map((note: Note) => ({
      id: note.id,
      kind: note.kind,
      ...optional("title", note.title),
      text: text(note.text),
      ...(note.url !== undefined && { url: note.url }),
      source: note.source ?? "",
    })),
    sources: Object.entries(dataset.sources)
      .filter(([id]) => cited.has(id))
      .map(([id, { title, url = "", confidence }]) => ({ id, title, url, confidence })),
  };
}
