/**
 * Lines of JSON: their objects, the keys that a file of them has, and their values as cells. A value that a number of JavaScript would change
 * (an id of twenty digits, `1.10`) stays as it was written, and so does all that is nested.
 */
import { tooDeepAt } from "../data/json.js";
import { foldName } from "../data/lookup.js";
import type { RowError } from "../errors.js";
import { textOf } from "./json-text.js";
import type { ObjectSpans } from "./object-spans.js";
import type { Row } from "./row.js";

export type JsonObject = Readonly<Record<string, unknown>>;

/** The object of a line; undefined for any other JSON, for what is none, and for values nested deeper than `maxJsonDepth`. */
export function parseObject(text: string): JsonObject | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value) || Array.isArray(value)) return undefined;
  return Object.values(value).some(isObject) && tooDeepAt(text) !== undefined ? undefined : value;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null;
}

/** What an object itself has under a key, and not what every object has (`constructor`). */
export function valueOfKey(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The value under a key, else at a path of keys: `fields.priority.name`. */
export function valueAt(object: JsonObject, path: string): unknown {
  if (Object.hasOwn(object, path) || !path.includes(".")) return valueOfKey(object, path);
  let value: unknown = object;
  for (const key of path.split(".")) value = isObject(value) ? valueOfKey(value, key) : undefined;
  return value;
}

const maxPaths = 200;

/** The paths of an object to values that are no objects. */
export function pathsIn(object: JsonObject, before = ""): readonly string[] {
  const paths = Object.entries(object).flatMap(([key, value]) =>
    isObject(value) && !Array.isArray(value) ? pathsIn(value, `${before}${key}.`) : [`${before}${key}`],
  );
  return paths.slice(0, maxPaths);
}

/** The objects of the list at a path, none where there is no value; undefined for any other value. */
export function eventsAt(object: JsonObject, path: string): readonly JsonObject[] | undefined {
  const list = valueAt(object, path) ?? [];
  return Array.isArray(list) && list.every((one) => isObject(one) && !Array.isArray(one)) ? list : undefined;
}

/** The values of an object as cells, exactly. `source` gives the line it was parsed from, and is called only where that matters. */
export function cellsOfObject(object: JsonObject, source: () => string): (key: string) => string {
  let written: ReadonlyMap<string, string> | undefined;
  return (key) => {
    const value = valueAt(object, key);
    if (value === undefined || value === null) return "";
    if (typeof value === "string") return value;
    if (typeof value === "boolean" || Number.isSafeInteger(value)) return String(value);
    written ??= writtenValues(source());
    return written.get(key) ?? textOf(value);
  };
}

function writtenValues(text: string): ReadonlyMap<string, string> {
  return new Map(entriesOf(text));
}

/** The keys of an object and its values as they are written. `text` must be the JSON of one object. */
function* entriesOf(text: string): Generator<readonly [string, string]> {
  let at = afterBlanks(text, text.indexOf("{") + 1);
  while (text[at] === '"') {
    const keyEnd = endOfString(text, at);
    const key = JSON.parse(text.slice(at, keyEnd)) as string;
    const from = afterBlanks(text, afterBlanks(text, keyEnd) + 1);
    const to = endOfValue(text, from);
    yield [key, text.slice(from, to)];
    at = afterBlanks(text, to);
    if (text[at] === ",") at = afterBlanks(text, at + 1);
  }
}

/** One of the keys wanted that an object's line has twice. `text` must be the JSON of `object`. */
export function repeatedKey(text: string, object: JsonObject, wanted: ReadonlySet<string>): string | undefined {
  // No more keys in the line than in the object: none is there twice.
  if ((text.match(/"[ \t]*:/g) ?? []).length <= Object.keys(object).length) return undefined;
  const keys = new Set<string>();
  for (const [key] of entriesOf(text)) {
    if (keys.has(key)) return key;
    if (wanted.has(key)) keys.add(key);
  }
  return undefined;
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\t" || text[at] === "\r" || text[at] === "\n") at++;
  return at;
}

function endOfString(text: string, from: number): number {
  let at = from + 1;
  for (; text[at] !== '"'; at++) if (text[at] === "\\") at++;
  return at + 1;
}

function endOfValue(text: string, from: number): number {
  let at = from;
  let depth = 0;
  for (;;) {
    const c = text[at];
    if (c === '"') at = endOfString(text, at) - 1;
    else if (c === "{" || c === "[") depth++;
    else if (depth > 0 && (c === "}" || c === "]")) depth--;
    else if (depth === 0 && (c === "," || c === "}")) break;
    at++;
  }
  return text.slice(from, at).trimEnd().length + from;
}

/** The keys of many objects, in the order in which they first come. */
export class KeyList {
  readonly names: string[] = [];
  /** The names without those that differ only in case or blanks from one of an earlier object: columns are looked for among these. */
  readonly columns: string[] = [];
  private readonly known = new Set<string>();
  private readonly folded = new Set<string>();

  see(keys: readonly string[]): void {
    const fresh = keys.filter((key) => !this.known.has(key));
    if (fresh.length === 0) return;
    for (const key of fresh) {
      this.names.push(key);
      this.known.add(key);
      if (!this.folded.has(foldName(key))) this.columns.push(key);
    }
    for (const key of fresh) this.folded.add(foldName(key));
  }
}

/** A line of a file of JSON lines as a row. */
export class JsonRow implements Row {
  line = 0;
  ticket: number | undefined;
  event: number | undefined;
  error: RowError | undefined;
  bytes: Buffer = Buffer.alloc(0);
  from = 0;
  to = 0;
  isVerbatim = false;
  readonly isSuspect = false;
  /** Where the values are, of an object that was found in bytes. */
  spans: ObjectSpans | undefined;
  /** The keys that are columns, and those under which the rows of the file are written out. */
  header: readonly string[] = [];
  names: readonly string[] = [];
  private parsed: JsonObject | undefined;
  private exact: ((key: string) => string) | undefined;
  /** The position of each name. */
  private places: { readonly names: readonly string[]; readonly at: ReadonlyMap<string, number> } = {
    names: [],
    at: new Map(),
  };

  get object(): JsonObject | undefined {
    if (this.spans) this.parsed ??= parseObject(this.source());
    return this.parsed;
  }

  /** Makes the row that of `bytes[from, to)`; without an object it is a bad one. */
  fill(bytes: Buffer, from: number, to: number, object: JsonObject | undefined): void {
    this.place(bytes, from, to);
    this.spans = undefined;
    this.parsed = object;
    this.exact = object && cellsOfObject(object, () => this.source());
    this.isVerbatim = object !== undefined;
    this.error = object ? undefined : { code: "bad-json" };
  }

  /** Makes the row that of `bytes[from, to)`, whose values were found there. */
  fillFound(bytes: Buffer, from: number, to: number, spans: ObjectSpans): void {
    this.place(bytes, from, to);
    this.spans = spans;
    this.parsed = undefined;
    this.isVerbatim = true;
    this.error = undefined;
  }

  private place(bytes: Buffer, from: number, to: number): void {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
  }

  text(column: number): string {
    if (this.spans) return this.spans.text(column);
    const key = this.header[column];
    return key === undefined || !this.parsed ? "" : textOf(valueAt(this.parsed, key));
  }

  cell(column: number): string {
    if (this.spans) return this.spans.cell(column);
    const key = this.header[column];
    return key === undefined || !this.exact ? "" : this.exact(key);
  }

  /** The key and the value of a column as they are written in an object of their own; undefined where the object has no such value. */
  written(column: number): string | undefined {
    const key = this.header[column];
    const value = key === undefined || !this.object ? undefined : valueAt(this.object, key);
    if (value === undefined) return undefined;
    const isPlain = typeof value === "string" || value === null;
    return `${JSON.stringify(key)}:${isPlain ? JSON.stringify(value) : this.cell(column)}`;
  }

  /** A line that is no object has no columns: its text is in the first. */
  cells(): readonly string[] {
    const { exact, names, parsed, spans } = this;
    if (spans) return names.map((_, column) => spans.cell(column));
    if (!exact || !parsed) return [this.source().trim()];
    if (this.places.names !== names) this.places = { names, at: new Map(names.map((name, i) => [name, i])) };
    // Only the keys that the line has: a file may have thousands of them, each in a few lines.
    const cells = new Array<string>(names.length).fill("");
    for (const key of Object.keys(parsed)) {
      const at = this.places.at.get(key);
      if (at !== undefined) cells[at] = exact(key);
    }
    return cells;
  }

  keys(): readonly string[] {
    const { spans, parsed } = this;
    // Most objects have the keys of those before.
    if (spans) return spans.hasNewKey ? this.names.filter((_, column) => spans.has(column)) : [];
    return parsed ? Object.keys(parsed) : [];
  }

  source(): string {
    return this.bytes.toString("utf8", this.from, this.to);
  }
}
