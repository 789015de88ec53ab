/**
 * What the words of a file mean: by the maps of flags, by the export's own names, by the dataset's. A scheme of priorities is used as a
 * whole or not at all. Counts each word.
 */
import type { Dataset } from "../data/dataset.js";
import { findPlan, findRegion, foldName } from "../data/lookup.js";
import type { Preset } from "./presets.js";

export interface WordMaps {
  readonly priority: ReadonlyMap<string, string>;
  readonly region: ReadonlyMap<string, string>;
  readonly plan: ReadonlyMap<string, string>;
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
  private readonly maps: WordMaps;
  private readonly levels: ReadonlyMap<string, string>;
  private readonly names: ReadonlyMap<string, string>;
  private readonly counted = new Map<string, WordUse>();

  /** `seen` are the priority words of the file, where the preset's scheme depends on them. */
  constructor(dataset: Dataset, maps: WordMaps, preset: Preset | undefined, seen: ReadonlySet<string>) {
    this.dataset = dataset;
    this.maps = maps;
    this.levels = levelsOf(dataset, maps.priority, preset, seen);
    this.names = priorityNames(dataset);
  }

  priorityOf(word: string): string | undefined {
    const folded = foldName(word);
    return this.maps.priority.get(folded) ?? this.levels.get(folded) ?? this.names.get(folded);
  }

  regionOf(word: string): string | undefined {
    return this.maps.region.get(foldName(word)) ?? findRegion(this.dataset, word);
  }

  planOf(word: string): string | undefined {
    return this.maps.plan.get(foldName(word)) ?? findPlan(this.dataset, word);
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
