/**
 * Several datasets as one for a command: joined, with the priorities of the later ones as `--priority-map dataset:priority=own` places
 * them. Loaded where several are named.
 */
import { joinDatasets, type PriorityOverrides } from "../data/joined.js";
import { readPriority } from "../data/named.js";
import { checkRepeated } from "../errors.js";
import type { Context, NamedDataset } from "./context.js";
import { isOfDataset } from "./ticket-options.js";

/** Throws `unknown-value` for a priority of `--priority-map`. */
export function joinNamed(
  several: readonly NamedDataset[],
  priorityMap: readonly string[],
): Pick<Context, "dataset" | "several" | "joined"> {
  const datasets = several.map(({ dataset }) => dataset);
  const joined = joinDatasets(datasets, priorityOverrides(several, priorityMap));
  return { dataset: joined.dataset, several, joined };
}

function priorityOverrides(several: readonly NamedDataset[], priorityMap: readonly string[]): PriorityOverrides {
  const option = "--priority-map";
  const [first] = several as [NamedDataset];
  return Object.fromEntries(
    several.map((named) => {
      const { id } = named.dataset;
      const own: Record<string, string> = {};
      for (const entry of priorityMap.filter((text) => isOfDataset(text, [id]))) {
        const at = entry.lastIndexOf("=");
        const row = readPriority(option, entry.slice(id.length + 1, Math.max(at, 0)).trim(), first);
        const priority = readPriority(option, entry.slice(at + 1).trim(), named);
        checkRepeated(`${option} ${id}:${row}`, own[row], priority);
        own[row] = priority;
      }
      return [id, own];
    }),
  );
}
