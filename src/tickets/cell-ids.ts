/**
 * The ids that the cells of a column of words mean, each by itself, whatever else its row holds.
 */
import { foldName } from "../data/lookup.js";
import type { WordColumn } from "./names.js";
import type { TicketTargets } from "./targets.js";
import type { Words } from "./words.js";

/** The ids that a cell means, in the form that is compared; those of an empty one are what a flag or the ticket's region puts in its place. */
export type CellIds = (cell: string, targets: TicketTargets | undefined) => readonly string[];

/** What words mean, and what flags put in place of empty cells. */
export interface IdSource {
  readonly words: Pick<Words, "planOf" | "priorityOf" | "regionsOf">;
  readonly given: {
    readonly plans: readonly string[];
    readonly priority: string | undefined;
    readonly regions: readonly string[];
  };
  /** A dataset's only region need not be named. */
  readonly mayLackRegion: boolean;
}

/** Whether the ids of an empty cell are known only with the ticket. */
export function areOfTicket(role: WordColumn, { given, mayLackRegion }: IdSource): boolean {
  return role === "zone" || (role === "region" && mayLackRegion && given.regions.length === 0);
}

/** More spellings are looked up each time: a file full of them must not fill the memory. */
const maxKnown = 10_000;

export function cellIdsOf(role: WordColumn, source: IdSource): CellIds {
  const { words, given } = source;
  const { plans, priority, regions } = given;
  switch (role) {
    case "zone":
      return (cell, targets) => (cell === "" && targets ? [foldName(targets.zone.id)] : []);
    case "plan":
      return remembered(plans, (word) => oneOf(words.planOf(word)));
    case "priority":
      return remembered(oneOf(priority), (word) => oneOf(words.priorityOf(word)));
    case "region": {
      const named = remembered(regions, (word) => words.regionsOf(word));
      if (!areOfTicket(role, source)) return named;
      return (cell, targets) => {
        const only = cell === "" ? targets?.region : undefined;
        return only === undefined ? named(cell, targets) : [foldName(only)];
      };
    }
  }
}

function remembered(filled: readonly string[], idsOf: (word: string) => readonly string[]): CellIds {
  const known = new Map([["", filled.map(foldName)]]);
  return (cell) => {
    const ready = known.get(cell);
    if (ready) return ready;
    const ids = idsOf(cell).map(foldName);
    if (known.size < maxKnown) known.set(cell, ids);
    return ids;
  };
}

function oneOf(id: string | undefined): readonly string[] {
  return id === undefined ? [] : [id];
}
