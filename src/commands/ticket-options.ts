/**
 * The flags about a ticket file, from what was typed to what it means: its columns and priorities.
 */

import { foldName } from "../data/lookup.js";
import { CliError, checkRepeated } from "../errors.js";
import { nearestNames } from "../suggest.js";
import { type Column, columns } from "../tickets/names.js";
import { type Context, readPriority } from "./context.js";

/** `--map opened="Created at"`: one column each, so that a header may hold commas. */
export function readMap(texts: readonly string[]): Partial<Record<Column, string>> {
  const map: Partial<Record<Column, string>> = {};
  for (const text of texts) {
    const [name, header] = assignment("--map", text);
    const column = columns.find((known) => known === foldName(name));
    if (!column)
      throw new CliError({
        code: "unknown-value",
        option: "--map",
        value: name,
        allowed: columns,
        nearest: nearestNames(name, columns),
      });
    map[column] = header;
  }
  return map;
}

/** `--priority-map urgent=P1,high=P2`, repeatable. */
export function readPriorityMap(texts: readonly string[], { dataset }: Context): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const [name, word] of texts
    .flatMap((text) => text.split(","))
    .map((text) => assignment("--priority-map", text))) {
    const priority = readPriority("--priority-map", word, dataset);
    checkRepeated(`--priority-map ${name}`, ids.get(foldName(name)), priority);
    ids.set(foldName(name), priority);
  }
  return ids;
}

function assignment(option: string, text: string): readonly [name: string, value: string] {
  const at = text.lastIndexOf("=") < 0 ? -1 : option === "--map" ? text.indexOf("=") : text.lastIndexOf("=");
  const name = text.slice(0, Math.max(at, 0)).trim();
  const value = text.slice(at + 1).trim();
  if (name === "" || value === "")
    throw new CliError({ code: "bad-value", option, value: text, expected: "assignment" });
  return [name, value];
}
