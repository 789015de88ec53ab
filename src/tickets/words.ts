/**
 * What the words of a file mean: by the maps of flags, by the export's own names, by the dataset's. A scheme of priorities is used as a
 * whole or not at all. Counts each word.
 */
import type { Dataset } from "../data/dataset.js";
import type { JoinedDatasets } from "../data/joined.js";
import { findPlan, findRegion, foldName } from "../data/lookup.js";
import type { Preset } from "./presets.js";

export interface WordMaps {
  readonly priority: ReadonlyMap<string, string>;
  readonly region: ReadonlyMap<string, string>;
  readonly plan: ReadonlyMap<string, string>;
}

/** What the words mean: entries of a dataset, or of several that are joined, whose priorities are those of the first. */
export interface WordSource {
  readonly dataset: Dataset;
  readonly joined?: JoinedDatasets;
}

/** A word of the file that means a priority, and in how many rows. */
export interface WordUse {
  readonly word: string;
  readonly priority: string;
  rows: number;
}

/** How many spellings are counted each by itself. */
const maxUses = 1000;

export class Words {
  private readonly dataset: Dataset;
  private readonly joined: JoinedDatasets | undefined;
  private readonly maps: WordMaps;
  private readonly levels: ReadonlyMap<string, string>;
  private readonly names: ReadonlyMap<string, string>;
  private readonly counted = new Map<string, WordUse>();

  /** `seen` are the priority words of the file, where the preset's scheme depends on them. */
  constructor({ dataset, joined }: WordSource, maps: WordMaps, preset: Preset | undefined, seen: ReadonlySet<string>) {
    this.dataset = joined ? { ...dataset, priorities: joined.priorities } : dataset;
    this.joined = joined;
    this.maps = maps;
    this.levels = levelsOf(this.dataset, maps.priority, preset, seen);
    this.names = priorityNames(this.dataset);
  }

  priorityOf(word: string): string | undefined {
    const folded = foldName(word);
    return this.maps.priority.get(folded) ?? this.levels.get(folded) ?? this.names.get(folded);
  }

  /** The region of a word, in each dataset that has it. */
  regionsOf(word: string): readonly string[] {
    const mapped = this.maps.region.get(foldName(word));
    if (mapped !== undefined) return mapped.split(",");
    if (this.joined) return this.joined.findRegions(word);
    const found = findRegion(this.dataset, word);
    return found === undefined ? [] : [found];
  }

  /** The plan of a word; undefined for one that several datasets have. */
  planOf(word: string): string | undefined {
    const mapped = this.maps.plan.get(foldName(word));
    if (mapped !== undefined || !this.joined) return mapped ?? findPlan(this.dataset, word);
    const found = this.joined.findPlans(word);
    return found.length === 1 ? found[0] : undefined;
  }

  /** The counter of a word; an empty one is a cell that a flag filled. */
  useOf(word: string, priority: string): WordUse {
    const known = this.counted.get(word);
    if (known) return known;
    const use = { word, priority, rows: 0 };
    if (this.counted.size < maxUses) this.counted.set(word, use);
    return use;
  }

  /** The words that some row had, in the order of the priorities. */
  uses(): readonly WordUse[] {
    const order = Object.keys(this.dataset.priorities);
    return [...this.counted.values()]
      .filter(({ rows }) => rows > 0)
      .sort((a, b) => order.indexOf(a.priority) - order.indexOf(b.priority) || b.rows - a.rows);
  }
}

/** The priorities that an export's names mean; none where a flag maps some of them. */
function levelsOf(
  dataset: Dataset,
  map: ReadonlyMap<string, string>,
  preset: Preset | undefined,
  seen: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  if (!preset) return table;
  const names = Object.keys(preset.levels).map((name) => [foldName(name), preset.levels[name] as number] as const);
  if (names.some(([name]) => map.has(name))) return table;
  const ids = Object.keys(dataset.priorities);
  for (const [name, level] of names) {
    const id = ids[level - 1];
    if (id !== undefined) table.set(name, id);
  }
  const { promoted } = preset;
  const id = promoted && ids[promoted.level - 1];
  if (promoted && id !== undefined && !promoted.unless.some((name) => seen.has(foldName(name))))
    table.set(promoted.name, id);
  return table;
}

/** The priorities by id, name and alias; what a vendor's portal calls them counts only with that vendor's preset. */
function priorityNames({ priorities }: Dataset): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const [id, { name, label, aliases }] of Object.entries(priorities))
    for (const text of [...Object.values(name), ...Object.values(label ?? {}), ...(aliases ?? [])])
      if (!table.has(foldName(text))) table.set(foldName(text), id);
  for (const id of Object.keys(priorities)) table.set(foldName(id), id);
  return table;
}
