/**
 * Several datasets as one, for plans of several vendors side by side: priorities by their place in each list, entries under
 * `dataset:id` where another dataset has the same id. Features stay out, since each vendor has its own.
 */
import {
  type Dataset,
  type LocalText,
  langs,
  type Note,
  plansByRank,
  type Region,
  type Scope,
  textIn,
} from "./dataset.js";
import { findPlan } from "./lookup.js";

export interface JoinedDatasets {
  readonly dataset: Dataset;
  /** By plan, then by priority of the joined dataset: the vendor's own priority. */
  readonly ownPriorities: Readonly<
    Record<string, Readonly<Record<string, { readonly id: string; readonly name: LocalText }>>>
  >;
  /** All plans, dataset by dataset, each from the lowest rank up. */
  readonly plans: readonly string[];
  /** The plans that a word means: `dataset:plan`, or a plan of any dataset. */
  findPlans(word: string): readonly string[];
}

/** Joins datasets with different ids. */
export function joinDatasets(originals: readonly Dataset[]): JoinedDatasets {
  const datasets = originals.map(withOwnSources);
  const priorities = joinedPriorities(datasets);
  const placeIds = Object.keys(priorities);
  const join = <T>(table: (dataset: Dataset) => Readonly<Record<string, T>>, change: (entry: T, of: Dataset) => T) =>
    Object.fromEntries(
      datasets.flatMap((dataset) =>
        Object.entries(table(dataset)).map(([id, entry]) => [
          joinedId(datasets, table, dataset, id),
          change(entry, dataset),
        ]),
      ),
    );
  const planId = (dataset: Dataset, id: string) => joinedId(datasets, plansOf, dataset, id);
  const [first] = datasets as [Dataset];
  return {
    dataset: {
      ...{
        schemaVersion: 1,
        id: first.id,
        version: first.version,
        products: {},
        languages: {},
        groups: {},
        features: {},
      },
      title: textOf((lang) => datasets.map(({ title }) => textIn(title, lang)).join(" · ")),
      sources: Object.assign({}, ...datasets.map(({ sources }) => sources)),
      candidates: datasets.flatMap((dataset) => dataset.candidates.map((id) => planId(dataset, id))),
      plans: join(plansOf, (plan, of) => ({ ...plan, name: ofVendor(of, plan.name) })),
      priorities,
      // A list that is shorter has no target at the places that it lacks.
      targets: byPlan(datasets, placeIds, ({ targets }, plan, own) => (own === "" ? null : targets[plan]?.[own])),
      regions: join(regionsOf, (region, of) => joinedRegion(region, of, placeIds)),
      notes: datasets.flatMap((dataset) => dataset.notes.map((note) => joinedNote(note, dataset, datasets, placeIds))),
    },
    ownPriorities: byPlan(datasets, placeIds, ({ priorities: names }, _, own) => {
      const name = names[own]?.name;
      return name && { id: own, name };
    }),
    plans: datasets.flatMap((dataset) => plansByRank(dataset).map((id) => planId(dataset, id))),
    findPlans: (word) =>
      datasets.flatMap((dataset) => {
        const prefix = `${dataset.id}:`;
        const isOwn = word.toLowerCase().startsWith(prefix.toLowerCase());
        const id = findPlan(dataset, isOwn ? word.slice(prefix.length) : word);
        return id === undefined ? [] : [planId(dataset, id)];
      }),
  };
}

const plansOf = ({ plans }: Dataset) => plans;
const regionsOf = ({ regions }: Dataset) => regions;

/** By plan, then by joined priority: a value of the plan for the dataset's own priority at that place, empty where it has none. */
function byPlan<T>(
  datasets: readonly Dataset[],
  placeIds: readonly string[],
  targetOf: (dataset: Dataset, plan: string, own: string) => T | undefined,
): Readonly<Record<string, Readonly<Record<string, T>>>> {
  const rowOf = (dataset: Dataset, plan: string) => {
    const own = Object.keys(dataset.priorities);
    return placeIds.flatMap((id, place) => {
      const value = targetOf(dataset, plan, own[place] ?? "");
      return value === undefined ? [] : [[id, value] as const];
    });
  };
  return Object.fromEntries(
    datasets.flatMap((dataset) =>
      Object.keys(dataset.plans).map((plan) => [
        joinedId(datasets, plansOf, dataset, plan),
        Object.fromEntries(rowOf(dataset, plan)),
      ]),
    ),
  );
}

/** The id, with its dataset's before it where another dataset has the same. */
function joinedId(
  datasets: readonly Dataset[],
  table: (dataset: Dataset) => Readonly<Record<string, unknown>>,
  of: Dataset,
  id: string,
): string {
  return datasets.some((other) => other !== of && Object.hasOwn(table(other), id)) ? `${of.id}:${id}` : id;
}

/** The dataset with its id before those of its sources. */
function withOwnSources(dataset: Dataset): Dataset {
  const prefixed = (id: string) => `${dataset.id}:${id}`;
  const copy = JSON.parse(JSON.stringify(dataset), (key, value) =>
    (key === "source" || key === "zoneSource") && typeof value === "string" ? prefixed(value) : value,
  ) as Dataset;
  return {
    ...copy,
    sources: Object.fromEntries(Object.entries(copy.sources).map(([id, entry]) => [prefixed(id), entry])),
  };
}

/** The priorities of the first dataset, then those at later places of longer lists. */
function joinedPriorities(datasets: readonly Dataset[]): Dataset["priorities"] {
  const lists = datasets.map(({ id, priorities }) =>
    Object.entries(priorities).map((entry) => [id, ...entry] as const),
  );
  const joined: Record<string, Dataset["priorities"][string]> = {};
  for (let place = 0; lists.some((list) => place < list.length); place++) {
    const [dataset, id, priority] = lists.flatMap((list) => list.slice(place, place + 1))[0]!;
    joined[Object.hasOwn(joined, id) ? `${dataset}:${id}` : id] = priority;
  }
  return joined;
}

function joinedRegion(region: Region, { priorities, ...of }: Dataset, placeIds: readonly string[]): Region {
  const overrides = region.clockOverrides?.map((override) => ({
    ...override,
    priorities: atPlaces(override.priorities, Object.keys(priorities), placeIds),
  }));
  return { ...region, name: ofVendor(of, region.name), ...(overrides && { clockOverrides: overrides }) };
}

function joinedNote(note: Note, of: Dataset, datasets: readonly Dataset[], placeIds: readonly string[]): Note {
  const { plans = Object.keys(of.plans), priorities, regions } = note.appliesTo;
  const scope: Scope = {
    plans: plans.map((id) => joinedId(datasets, plansOf, of, id)),
    ...(priorities && { priorities: atPlaces(priorities, Object.keys(of.priorities), placeIds) }),
    ...(regions && { regions: regions.map((id) => joinedId(datasets, regionsOf, of, id)) }),
  };
  return { ...note, id: `${of.id}:${note.id}`, text: ofVendor(of, note.text), appliesTo: scope };
}

function atPlaces(ids: readonly string[], own: readonly string[], placeIds: readonly string[]): readonly string[] {
  return ids.map((id) => placeIds[own.indexOf(id)] as string);
}

/** A text after the title of its dataset. */
function ofVendor({ title }: Pick<Dataset, "title">, text: LocalText): LocalText {
  return textOf((lang) => `${textIn(title, lang)}: ${textIn(text, lang)}`);
}

function textOf(write: (lang: (typeof langs)[number]) => string): LocalText {
  return Object.fromEntries(langs.map((lang) => [lang, write(lang)])) as unknown as LocalText;
}
