/**
 * The changelog of a dataset: what differs between two versions, fact by fact, each with its path and source.
 */
import type { Dataset } from "./dataset.js";

export interface Change {
  readonly kind: "added" | "changed" | "removed";
  /** A JSON pointer; notes have their id in place of their position. */
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** The key of the fact's source, in the newer version where it is there. */
  readonly source?: string;
}

/** In the order of the newer document; what it no longer has comes after what is beside it. */
export function changesBetween(before: Dataset, after: Dataset): readonly Change[] {
  return compareObjects(byNoteId(before), byNoteId(after), { path: "", source: undefined });
}

interface Place {
  readonly path: string;
  /** That of the innermost fact around it. */
  readonly source: string | undefined;
}

type Entries = Readonly<Record<string, unknown>>;

/** The document with its notes by id, so that a note in another position is the same. */
function byNoteId({ notes, ...dataset }: Dataset): Entries {
  return { ...dataset, notes: Object.fromEntries(notes.map(({ id, ...note }) => [id, note])) };
}

function compareObjects(before: Entries, after: Entries, { path, source }: Place): readonly Change[] {
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return keys.flatMap((key) => {
    const place = { path: `${path}/${key}`, source };
    return compareValues(before[key], after[key], place);
  });
}

function compareValues(before: unknown, after: unknown, place: Place): readonly Change[] {
  if (isSame(before, after)) return [];
  const source = sourceOf(after) ?? sourceOf(before) ?? place.source;
  if (isTable(before) && isTable(after)) return compareObjects(before, after, { ...place, source });
  const fact = { path: place.path, ...(source !== undefined && { source }) };
  if (before === undefined) return [{ kind: "added", ...fact, after }];
  if (after === undefined) return [{ kind: "removed", ...fact, before }];
  return [{ kind: "changed", ...fact, before, after }];
}

/** An object whose keys are compared one by one; a target is one value, and so is a list. */
function isTable(value: unknown): value is Entries {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isTarget(value);
}

function isTarget(value: object): boolean {
  return "clock" in value || "offered" in value;
}

function sourceOf(value: unknown): string | undefined {
  const { source } = (value ?? {}) as { readonly source?: unknown };
  return typeof source === "string" ? source : undefined;
}

/** Equal, whatever the order of keys. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, sortedKeys) === JSON.stringify(b, sortedKeys);
}

function sortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
