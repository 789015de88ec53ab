/**
 * Several datasets as one, for plans of several vendors side by side: priorities by their place in each list, entries under
 * `dataset:id` where another dataset has the same id. Features stay out, since each vendor has its own.
 */
import {
  type Dataset,
  type Lang,
  type LocalText,
  langs,
  type Note,
  type Priority,
  plansByRank,
  type Region,
  type Scope,
  textIn,
} from "./dataset.js";
import { findPlan, findPriority, findRegion } from "./lookup.js";

export interface JoinedDatasets {
  readonly dataset: Dataset;
  /** Of the datasets, the first first. */
  readonly ids: readonly string[];
  /** The priorities of the first dataset, which the words of options and tickets mean. */
  readonly priorities: Dataset["priorities"];
  /** By plan and priority: what the vendor calls the priority, where that is not the name of the first dataset. */
  ownNames(lang: Lang): Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** All plans, dataset by dataset, each from the lowest rank up. */
  readonly plans: readonly string[];
  /** The dataset of each plan, and of each region. */
  readonly datasetOfPlan: Readonly<Record<string, string>>;
  readonly datasetOfRegion: Readonly<Record<string, string>>;
  /** The region of each dataset that has only one. */
  readonly onlyRegion: Readonly<Record<string, string>>;
  /** The priority of the first dataset at the place that a word has in the list of another. */
  findFirstPriority(word: string): string | undefined;
  /** The plans that a word means: `dataset:plan`, or a plan of any dataset. */
  findPlans(word: string): readonly string[];
  /** The regions that a word means: `dataset:region`, or the region of that name in each dataset. */
  findRegions(word: string): readonly string[];
}

/** Replaces the priority at the same place: by dataset, then by priority of the first one. */
export type PriorityOverrides = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A dataset on its way into the joined one. */
interface Part {
  readonly dataset: Dataset;
  /** By priority of the joined dataset: the dataset's own, where it has one. */
  readonly ownAt: ReadonlyMap<string, string>;
}

/** Joins datasets with different ids. */
export function joinDatasets(originals: readonly Dataset[], overrides: PriorityOverrides = {}): JoinedDatasets {
  const datasets = originals.map(withOwnSources);
  const priorities = joinedPriorities(datasets);
  const parts = datasets.map((dataset) => partOf(dataset, Object.keys(priorities), overrides[dataset.id] ?? {}));
  const { planId, regionId, byId, byPlan, find } = joiner(parts, Object.keys(priorities));
  const [first] = datasets as [Dataset];
  return {
    dataset: {
      ...{ schemaVersion: 1, id: first.id, version: first.version },
      ...{ products: {}, languages: {}, groups: {}, features: {} },
      title: textOf((lang) => datasets.map(({ title }) => textIn(title, lang)).join(" · ")),
      sources: Object.assign({}, ...datasets.map(({ sources }) => sources)),
      candidates: datasets.flatMap((dataset) => dataset.candidates.map((id) => planId(dataset, id))),
      plans: byId(plansOf, planId, (plan, { dataset }) => ({ ...plan, name: ofVendor(dataset, plan.name) })),
      priorities,
      // A list that is shorter has no target at the places that it lacks.
      targets: byPlan(({ targets }, plan, own) => (own === undefined ? null : targets[plan]?.[own])),
      regions: byId(regionsOf, regionId, joinedRegion),
      notes: parts.flatMap((part) => part.dataset.notes.map((note) => joinedNote(note, part, planId, regionId))),
    },
    ids: datasets.map(({ id }) => id),
    priorities: first.priorities,
    ownNames: (lang) =>
      byPlan(({ priorities: own }, _, id, row) => {
        const name = id === undefined ? undefined : priorityName(id, own, lang);
        return name === priorityName(row, priorities, lang) ? undefined : name;
      }),
    plans: datasets.flatMap((dataset) => plansByRank(dataset).map((id) => planId(dataset, id))),
    datasetOfPlan: byId(plansOf, planId, (_, { dataset }) => dataset.id),
    onlyRegion: Object.fromEntries(
      datasets.flatMap((dataset) => {
        const [id, ...others] = Object.keys(dataset.regions);
        return id === undefined || others.length > 0 ? [] : [[dataset.id, regionId(dataset, id)]];
      }),
    ),
    datasetOfRegion: byId(regionsOf, regionId, (_, { dataset }) => dataset.id),
    findFirstPriority: (word) =>
      parts
        .flatMap((part) => rowsOf([findPriority(part.dataset, word) ?? []].flat(), part))
        .find((row) => Object.hasOwn(first.priorities, row)),
    findPlans: (word) => {
      const found = find(findPlan, planId)(word);
      // An id wins over the name or alias of another dataset's plan.
      const withId = found.filter((id) => id.toLowerCase() === word.toLowerCase());
      return withId.length > 0 ? withId : found;
    },
    findRegions: find(findRegion, regionId),
  };
}

/** What makes the tables of a joined dataset out of those of its parts. */
function joiner(parts: readonly Part[], rows: readonly string[]) {
  const datasets = parts.map(({ dataset }) => dataset);
  const idIn = (table: Table) => (dataset: Dataset, id: string) => joinedId(datasets, table, dataset, id);
  const [planId, regionId] = [idIn(plansOf), idIn(regionsOf)];
  return {
    planId,
    regionId,
    byId: <T, U>(
      table: (dataset: Dataset) => Readonly<Record<string, T>>,
      idOf: IdOf,
      change: (entry: T, part: Part) => U,
    ) =>
      Object.fromEntries(
        parts.flatMap((part) =>
          Object.entries(table(part.dataset)).map(([id, entry]) => [idOf(part.dataset, id), change(entry, part)]),
        ),
      ),
    /** By plan, then by priority of the joined dataset: a value of the plan for the dataset's own priority there. */
    byPlan: <T>(valueAt: (dataset: Dataset, plan: string, own: string | undefined, row: string) => T | undefined) =>
      Object.fromEntries(
        parts.flatMap(({ dataset, ownAt }) =>
          Object.keys(dataset.plans).map((plan) => [
            planId(dataset, plan),
            Object.fromEntries(
              rows.flatMap((row) => {
                const value = valueAt(dataset, plan, ownAt.get(row), row);
                return value === undefined ? [] : [[row, value] as const];
              }),
            ),
          ]),
        ),
      ),
    find: (search: typeof findPlan, idOf: IdOf) => (word: string) =>
      datasets.flatMap((dataset) => {
        const prefix = `${dataset.id}:`;
        const isOwn = word.toLowerCase().startsWith(prefix.toLowerCase());
        const id = search(dataset, isOwn ? word.slice(prefix.length) : word);
        return id === undefined ? [] : [idOf(dataset, id)];
      }),
  };
}

type IdOf = (dataset: Dataset, id: string) => string;
/** A priority as tables name it: its name, after its id where that is another word. */
function priorityName(id: string, priorities: Dataset["priorities"], lang: Lang): string {
  const text = textIn((priorities[id] as Priority).name, lang);
  return id === text.toLowerCase() ? text : `${id} ${text}`;
}

type Table = (dataset: Dataset) => Readonly<Record<string, unknown>>;

const plansOf = ({ plans }: Dataset) => plans;
const regionsOf = ({ regions }: Dataset) => regions;

function partOf(dataset: Dataset, rows: readonly string[], overrides: Readonly<Record<string, string>>): Part {
  const own = Object.keys(dataset.priorities);
  const ownAt = new Map(
    rows.flatMap((row, place) => {
      const id = overrides[row] ?? own[place];
      return id === undefined ? [] : [[row, id] as const];
    }),
  );
  return { dataset, ownAt };
}

/** The id, with its dataset's before it where another dataset has the same. */
function joinedId(datasets: readonly Dataset[], table: Table, of: Dataset, id: string): string {
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

function joinedRegion(region: Region, part: Part): Region {
  const overrides = region.clockOverrides?.map((override) => ({
    ...override,
    priorities: rowsOf(override.priorities, part),
  }));
  return { ...region, name: ofVendor(part.dataset, region.name), ...(overrides && { clockOverrides: overrides }) };
}

function joinedNote(note: Note, part: Part, planId: IdOf, regionId: IdOf): Note {
  const of = part.dataset;
  const { plans = Object.keys(of.plans), priorities, regions } = note.appliesTo;
  const scope: Scope = {
    plans: plans.map((id) => planId(of, id)),
    ...(priorities && { priorities: rowsOf(priorities, part) }),
    ...(regions && { regions: regions.map((id) => regionId(of, id)) }),
  };
  return { ...note, id: `${of.id}:${note.id}`, text: ofVendor(of, note.text), appliesTo: scope };
}

/** The priorities of the joined dataset that stand for a dataset's own. */
function rowsOf(own: readonly string[], { ownAt }: Part): readonly string[] {
  return [...ownAt].filter(([, id]) => own.includes(id)).map(([row]) => row);
}

/** A text after the title of its dataset. */
function ofVendor({ title }: Pick<Dataset, "title">, text: LocalText): LocalText {
  return textOf((lang) => `${textIn(title, lang)}: ${textIn(text, lang)}`);
}

function textOf(write: (lang: (typeof langs)[number]) => string): LocalText {
  return Object.fromEntries(langs.map((lang) => [lang, write(lang)])) as unknown as LocalText;
}
