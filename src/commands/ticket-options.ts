/**
 * The flags about what the cells of a ticket file mean, from what was typed to what it means: columns, words, zones, conditions.
 */

import { foldName } from "../data/lookup.js";
import { readPlan, readPriority, readRegions } from "../data/named.js";
import { CliError, checkRepeated } from "../errors.js";
import { nearestNames } from "../suggest.js";
import type { ColumnNames } from "../tickets/columns.js";
import { type Condition, parseCondition } from "../tickets/conditions.js";
import {
  type Column,
  columns,
  minutesColumn,
  type ReadingChoices,
  type TimeColumn,
  timeColumns,
} from "../tickets/names.js";
import type { WordMaps } from "../tickets/words.js";
import type { Context } from "./context.js";
import type { FormOptions } from "./form-options.js";

/** The options of `help tickets`, which all commands share that read ticket files. */
export interface ReadingOptions extends FormOptions, ReadingChoices {
  readonly map?: readonly string[];
  readonly priorityMap?: readonly string[];
  readonly regionMap?: readonly string[];
  readonly planMap?: readonly string[];
  readonly sourceTz?: readonly string[];
  readonly showTz?: string;
}

export interface NamedColumns {
  readonly map: ColumnNames;
  /** The response time was named as one in minutes. */
  readonly isMinutes: boolean;
}

/** `--map opened="Created at"`: each flag names one header, so that it may hold commas; repeats of a column are tried in order. */
export function readMap(texts: readonly string[]): NamedColumns {
  const map: Partial<Record<Column, readonly string[]>> = {};
  let isMinutes = false;
  for (const text of texts) {
    const at = text.indexOf("=");
    const name = foldName(text.slice(0, Math.max(at, 0)));
    if (name === "") throw new CliError({ code: "bad-value", option: "--map", value: text, expected: "assignment" });
    if (name === minutesColumn) isMinutes = true;
    const column = name === minutesColumn ? "response-time" : readColumn("--map", name, columns);
    const header = text.slice(at + 1).trim();
    const before = map[column] ?? [];
    if (before.length > 0 && (header === "") !== (before[0] === ""))
      throw new CliError({ code: "repeated-option", option: `--map ${column}`, values: [before[0] as string, header] });
    map[column] = before.includes(header) ? before : [...before, header];
  }
  return { map, isMinutes };
}

function readColumn<Name extends Column>(option: string, name: string, allowed: readonly Name[]): Name {
  const column = allowed.find((known) => known === foldName(name));
  if (column) return column;
  throw new CliError({ code: "unknown-value", option, value: name, allowed, nearest: nearestNames(name, allowed) });
}

/** `--priority-map urgent=P1,high=P2` and those of regions and plans, repeatable. */
export function readWordMaps(options: ReadingOptions, context: Context): WordMaps {
  const { joined } = context;
  const read = (option: string, texts: readonly string[] = [], idOf: (option: string, word: string) => string) => {
    const ids = new Map<string, string>();
    for (const text of texts.flatMap((list) => list.split(","))) {
      const [name, word] = assignment(option, text);
      const id = idOf(option, word);
      checkRepeated(`${option} ${name}`, ids.get(foldName(name)), id);
      ids.set(foldName(name), id);
    }
    return ids;
  };
  // Entries about the priority of a dataset are not about words of the file.
  const priorities = options.priorityMap?.filter((entry) => !joined || !isOfDataset(entry, joined.ids));
  return {
    priority: read("--priority-map", priorities, (option, word) => readPriority(option, word, context)),
    // A region of several datasets is a list of them, as the flag has it.
    region: read("--region-map", options.regionMap, (option, word) => readRegions(option, word, context).join(",")),
    plan: read("--plan-map", options.planMap, (option, word) => readPlan(option, word, context)),
  };
}

/** Whether an entry of `--priority-map` is about the priority of a dataset, rather than about a word of a file. */
export function isOfDataset(entry: string, ids: readonly string[]): boolean {
  return ids.some((id) => entry.toLowerCase().startsWith(`${id.toLowerCase()}:`));
}

function assignment(option: string, text: string): readonly [name: string, value: string] {
  const at = text.lastIndexOf("=");
  const name = text.slice(0, Math.max(at, 0)).trim();
  const value = text.slice(at + 1).trim();
  if (name === "" || value === "")
    throw new CliError({ code: "bad-value", option, value: text, expected: "assignment" });
  return [name, value];
}

/** The zones of times without an offset: for all columns, and for one. */
export interface SourceZones {
  readonly all: string | undefined;
  readonly byColumn: Readonly<Partial<Record<TimeColumn, string>>>;
}

/** `--source-tz UTC`, `--source-tz responded=UTC`, repeatable. */
export function readSourceZones(texts: readonly string[]): SourceZones {
  let all: string | undefined;
  const byColumn: Partial<Record<TimeColumn, string>> = {};
  for (const text of texts) {
    const at = text.indexOf("=");
    const zone = text.slice(at + 1).trim();
    if (at < 0) {
      checkRepeated("--source-tz", all, zone);
      all = zone;
      continue;
    }
    const column = readColumn("--source-tz", text.slice(0, at), timeColumns);
    checkRepeated(`--source-tz ${column}`, byColumn[column], zone);
    byColumn[column] = zone;
  }
  return { all, byColumn };
}

export function readConditions(option: string, texts: readonly string[] = []): readonly Condition[] {
  return texts.map((text) => {
    const condition = parseCondition(text);
    if (!condition) throw new CliError({ code: "bad-value", option, value: text, expected: "condition" });
    return condition;
  });
}

/** Conditions of equality on one column are one condition with all their values. */
export function readClosedWhen(texts: readonly string[] = []): readonly Condition[] {
  const merged: Condition[] = [];
  for (const condition of readConditions("--closed-when", texts)) {
    const at = merged.findIndex(({ left, isEqual }) => isEqual && condition.isEqual && left === condition.left);
    const same = merged[at];
    if (same) merged[at] = { ...same, values: new Set([...same.values, ...condition.values]) };
    else merged.push(condition);
  }
  return merged;
}
