/**
 * Which column of a file is which: by name, by what `--map` says, or by the headers of a known export.
 * Finds positions; reads no row.
 */

import { foldName } from "../data/lookup.js";
import { CliError } from "../errors.js";
import { nearestNames } from "../suggest.js";
import { type Column, columns, requiredColumns, responseColumns } from "./names.js";
import { type PresetName, presetNames, presets } from "./presets.js";

export interface ColumnChoice {
  /** The file, for messages. */
  readonly path: string;
  /** Header by column, from `--map`. */
  readonly map: Readonly<Partial<Record<Column, string>>>;
  readonly preset: PresetName | undefined;
  /** A flag stands in for the priority column. */
  readonly hasPriority: boolean;
}

/** How many of a file's headers a missing column is compared with; a file may have ten thousand. */
const maxCompared = 200;

/** Where the columns are. */
export interface ColumnMap {
  readonly header: readonly string[];
  /** How many names of the header the file was seen to have; those after may come. */
  readonly found: number;
  /** Position by column, -1 where the file has none. */
  readonly at: Readonly<Record<Column, number>>;
  /** What the file calls each column; the column's own name where it has none. */
  readonly names: Readonly<Record<Column, string>>;
  readonly preset: PresetName | undefined;
  /** Nobody named the preset: its headers did. */
  readonly isDetected: boolean;
}

/**
 * Finds the columns of a header. A known export is looked for only where the required columns are not there by their own names.
 * `found` is how many of the names the file was seen to have; those after may come. Throws `missing-column`, `duplicate-column` or
 * `ambiguous-preset`.
 */
export function findColumns(header: readonly string[], choice: ColumnChoice, found = header.length): ColumnMap {
  const folded = header.map(foldName);
  const { map, path } = choice;
  const required = requiredColumns.filter((column) => column !== "priority" || !choice.hasPriority);

  function position(column: Column, preset: PresetName | undefined): number {
    const mapped = map[column];
    const known = preset === undefined ? [] : (presets[preset].headers[column] ?? []);
    const wanted = mapped === undefined ? [...known, column] : [mapped];
    for (const name of wanted) {
      const exact = header.indexOf(name);
      const at = exact >= 0 ? exact : folded.indexOf(foldName(name));
      if (at >= 0) return at;
    }
    const field = mapped === undefined && preset !== undefined ? presets[preset].customFields?.[column] : undefined;
    return field === undefined ? -1 : folded.findIndex((name) => name.endsWith(`(${foldName(field)})`));
  }

  const complete = (preset: PresetName | undefined) => required.every((column) => position(column, preset) >= 0);
  let preset = choice.preset;
  if (preset === undefined && !complete(undefined)) {
    const fitting = presetNames.filter(complete);
    if (fitting.length > 1) throw new CliError({ code: "ambiguous-preset", path, presets: fitting });
    preset = fitting[0];
  }
  const at = Object.fromEntries(columns.map((column) => [column, position(column, preset)])) as Record<Column, number>;
  const missing = [...required, ...columns.filter((column) => map[column] !== undefined)].filter(
    (column) => at[column] < 0,
  );
  if (missing.length > 0) {
    const names = [...new Set(missing)].map((c) => map[c] ?? c);
    const there = header.slice(0, found);
    const nearest = [...new Set(names.flatMap((name) => nearestNames(name, there.slice(0, maxCompared), 1)))];
    throw new CliError({ code: "missing-column", path, columns: names, nearest, found: shownHeaders(there, missing) });
  }
  for (const column of columns) {
    // A header that --map names letter for letter is meant, whatever others are like it.
    const isMeant = map[column] !== undefined && map[column] === header[at[column]];
    const all = isMeant ? header : folded;
    const name = all[at[column]];
    if (name !== undefined && all.indexOf(name) !== all.lastIndexOf(name)) {
      throw new CliError({ code: "duplicate-column", path, column: header[at[column]] as string, found: header });
    }
  }
  return {
    header,
    found,
    at,
    names: Object.fromEntries(columns.map((column) => [column, header[at[column]] ?? map[column] ?? column])) as Record<
      Column,
      string
    >,
    preset,
    isDetected: preset !== undefined && choice.preset === undefined,
  };
}

/** Whether the file was seen to have a column of first responses. */
export function hasResponseColumn({ at, found }: ColumnMap): boolean {
  return responseColumns.some((column) => at[column] >= 0 && at[column] < found);
}

const responseWords =
  /respon|repl(?:y|ie)|answer|first (?:contact|touch|reaction)|antwort|reaktion|r[ée]pon|respuesta|resposta|risposta|回應|回覆|回复|响应|応答|回答|返信|返答|응답|답변/;
/** Lengths of time, goals and results, which are no time of a response. */
const otherThanTimes =
  /minutes?\b|\bmins?\b|hours?\b|seconds?\b|\btime to\b|\bsla\b|target|\bgoal|\bdue\b|breach|count|期限|目標|件数|次數/;
const maxLikely = 3;

/** The headers, not read as another column, that look like the time of a first response; those that say "first" come first. */
export function likelyResponses({ header, found, at }: ColumnMap): readonly string[] {
  const used = new Set(Object.values(at));
  const words = (name: string) => foldName(name).replace(/[_.-]/g, " ");
  const fitting = header.slice(0, found).filter((name, i) => {
    const folded = words(name);
    return !used.has(i) && responseWords.test(folded) && !otherThanTimes.test(folded);
  });
  const isFirst = (name: string) => /first|initial|erst|premi|primer|primeir|prima|最初|初回|首次|첫/.test(words(name));
  return [...fitting.filter(isFirst), ...fitting.filter((name) => !isFirst(name))].slice(0, maxLikely);
}

const maxShown = 12;

/** The headers to show where some are missing: the likeliest first, and not ten thousand of them. */
function shownHeaders(header: readonly string[], missing: readonly string[]): readonly string[] {
  if (header.length <= maxShown) return header;
  const near = missing.flatMap((name) => nearestNames(name, header));
  return [...new Set([...near, ...header])].slice(0, maxShown);
}

/**
 * Names for columns that are added: as wanted, with `sla_` before all of them where the file has one of these, and then with a number
 * behind all of them.
 */
export function addedNames(wanted: readonly string[], taken: ReadonlySet<string>): readonly string[] {
  let names = wanted;
  for (let n = 1; names.some((name) => taken.has(name)); n++) {
    names = wanted.map((name) => (n === 1 ? `sla_${name}` : `sla_${name}_${n}`));
  }
  return names;
}

/** The headers of a file with a number behind each that repeats an earlier one, so that no two are the same. */
export function uniqueNames(header: readonly string[]): readonly string[] {
  const given = new Set(header);
  if (given.size === header.length) return header;
  const last = new Map<string, number>();
  return header.map((name) => {
    let n = last.get(name);
    if (n === undefined) {
      last.set(name, 1);
      return name;
    }
    do n++;
    while (given.has(`${name}_${n}`));
    last.set(name, n);
    given.add(`${name}_${n}`);
    return `${name}_${n}`;
  });
}
