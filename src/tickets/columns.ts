/**
 * Finds the columns of a file: by `--map`, by the headers of an export, by name. Reads no row.
 */

import { foldName } from "../data/lookup.js";
import { CliError } from "../errors.js";
import { nearestNames } from "../suggest.js";
import {
  type Column,
  columns,
  minutesColumn,
  type PresetName,
  presetNames,
  requiredColumns,
  resolvedColumns,
  responseColumns,
} from "./names.js";
import { presets } from "./presets.js";

export interface ColumnChoice {
  /** The file, for messages. */
  readonly path: string;
  /** What `--map` names by column: headers, positions (`#3`), paths; a single empty text where the file has no such column. */
  readonly map: ColumnNames;
  readonly preset: PresetName | undefined;
  /** A flag takes the place of the priority column. */
  readonly hasPriority: boolean;
  /** Rows are events, of which `at` is the time; the times are needed where the events mean something. */
  readonly events?: { readonly areTimed: boolean; readonly list?: EventList } | undefined;
  /** Another metric than the first response is measured, which the column `resolved` is for. */
  readonly isOtherMetric?: boolean;
  /** Headers that flags name and need not be there. */
  readonly optional?: readonly string[];
  /** Headers that conditions name besides. */
  readonly others?: readonly string[];
  /** Paths into the objects of the file, to suggest for a path that is in none. */
  readonly paths?: readonly string[];
}

/** A list of events inside a ticket of JSON: its path, and the keys of the times of its events. */
export interface EventList {
  readonly path: string;
  readonly at: readonly string[];
  /** `--map` named those keys. */
  readonly isMapped: boolean;
}

export type ColumnNames = Readonly<Partial<Record<Column, readonly string[]>>>;

/** How many of a file's headers a missing column is compared with; a file may have ten thousand. */
const maxCompared = 200;

/** Where the columns are. */
export interface ColumnMap {
  readonly header: readonly string[];
  /** How many names of the header the file was seen to have; those after may come. */
  readonly found: number;
  /** Position by column, -1 where the file has none. */
  readonly at: Readonly<Record<Column, number>>;
  /** Where a column's value is if the cell at its position is empty, in order. */
  readonly others: Readonly<Partial<Record<Column, readonly number[]>>>;
  /** What the file calls each column; the column's own name where it has none. */
  readonly names: Readonly<Record<Column, string>>;
  /** The columns that `--map` named. */
  readonly mapped: ReadonlySet<Column>;
  readonly preset: PresetName | undefined;
  /** The header by which the preset was detected; undefined where a flag named it. */
  readonly detectedBy: string | undefined;
  /** Columns that hold when the metric was reached: the first response, or another. */
  readonly ends: readonly Column[];
  /** Columns found by headers that other systems use. */
  readonly guessed: readonly Column[];
  /** The response time is the column of minutes. */
  readonly isMinutes: boolean;
}

/** Looks for headers by name, in the spelling of the file first. */
class HeaderIndex {
  readonly folded: readonly string[];
  private readonly header: readonly string[];
  private readonly exact = new Map<string, number>();
  private readonly loose = new Map<string, number>();

  constructor(header: readonly string[]) {
    this.header = header;
    this.folded = header.map(foldName);
    header.forEach((name, i) => {
      if (!this.exact.has(name)) this.exact.set(name, i);
      const folded = this.folded[i] as string;
      if (!this.loose.has(folded)) this.loose.set(folded, i);
    });
  }

  /** The position of a header, -1 where there is none of that name. */
  find(name: string): number {
    return this.exact.get(name) ?? this.loose.get(foldName(name)) ?? -1;
  }

  /** The positions that a name of `--map` means: a header, `#3`, or several of these with `|` between. */
  refer(name: string): readonly number[] {
    const at = this.find(name);
    if (at >= 0) return [at];
    const position = /^#(\d{1,5})$/.exec(name);
    if (position) {
      const index = Number(position[1]) - 1;
      return [index >= 0 && index < this.header.length ? index : -1];
    }
    if (!name.includes("|")) return [-1];
    return name.split("|").flatMap((part) => this.refer(part.trim()));
  }

  /** All positions of the headers that are written as the one at a position is, or alike. */
  alike(at: number, isExact: boolean): readonly number[] {
    const all = isExact ? this.header : this.folded;
    return all.flatMap((name, i) => (name === all[at] ? [i] : []));
  }
}

/** The headers that flags name, each by itself: keys of JSON that may come late, or paths. */
export function namedHeaders({ map, others }: Pick<ColumnChoice, "map" | "others">): readonly string[] {
  const isRole = (name: string) => (columns as readonly string[]).includes(foldName(name));
  const mapped = Object.values(map).flatMap((names) => (names ?? []).flatMap((name) => name.split("|")));
  return [...mapped.map((name) => name.trim()), ...(others ?? []).filter((name) => !isRole(name))].filter(
    (name) => name !== "" && !/^#\d+$/.test(name),
  );
}

/** Paths into JSON by which presets find their columns. */
export const presetPaths: readonly string[] = [
  ...new Set(
    presetNames.flatMap((preset) => [
      ...Object.values(presets[preset].headers).flat(),
      ...presets[preset].marks.flat(),
    ]),
  ),
].filter((name) => /^[a-z_]+\.[a-z_.]+$/.test(name));

/**
 * Finds the columns of a header. `found` is how many of the names the file was seen to have; those after may come.
 * Throws `missing-column`, `duplicate-column` or `ambiguous-preset`.
 */
export function findColumns(header: readonly string[], choice: ColumnChoice, found = header.length): ColumnMap {
  const index = new HeaderIndex(header);
  const { map, path } = choice;
  const detected = choice.preset === undefined ? detectPreset(index) : undefined;
  const preset = choice.preset ?? detected?.preset;
  const positions = new Map(columns.map((column) => [column, positionsOf(column, preset, index, map)]));
  if (!choice.events) positions.set("at", []);
  if (!choice.isOtherMetric && map.resolved === undefined) positions.set("resolved", []);
  // A date of the response is better than its length, unless a flag names the length.
  if (map["response-time"] === undefined && preset !== undefined && (positions.get("responded") ?? []).length > 0)
    positions.set("response-time", []);
  const guessed = guessColumns(positions, index, choice);
  if (choice.events) shareTimes(positions, choice.events.areTimed);
  const first = (column: Column) => positions.get(column)?.[0] ?? -1;
  checkMissing(positions, header.slice(0, found), choice, preset);
  const at = Object.fromEntries(columns.map((column) => [column, first(column)])) as Record<Column, number>;
  for (const column of columns) checkDuplicate(column, at[column], header, index, map, path);
  const named = (column: Column) => header[at[column]] ?? map[column]?.[0] ?? "";
  return {
    header,
    found,
    at,
    others: Object.fromEntries(
      columns.flatMap((column) => {
        const more = positions.get(column)?.slice(1) ?? [];
        return more.length > 0 ? [[column, more] as const] : [];
      }),
    ),
    names: Object.fromEntries(columns.map((column) => [column, named(column) || column])) as Record<Column, string>,
    mapped: new Set(columns.filter((column) => map[column] !== undefined)),
    preset,
    detectedBy: detected?.by,
    ends: choice.isOtherMetric ? resolvedColumns : responseColumns,
    guessed,
    isMinutes: at["response-time"] >= 0 && at["response-time"] === index.find(minutesColumn),
  };
}

/** What files call the time of a resolution, where no preset does. */
const resolvedHeaders: readonly string[] = [
  ...["resolved", "resolved at", "resolved_at", "resolved on", "resolved date", "resolved time", "resolution date"],
  ...["resolution_date", "resolutiondate", "resolved date/time", "date resolved", "solved at", "solved_at", "solved"],
  ...["gelöst", "gelöst am", "erledigt", "erledigt am", "lösungsdatum", "résolu", "résolu le", "date de résolution"],
  ...["resuelto", "resuelta", "fecha de resolución", "resolvido", "resolvido em", "data de resolução", "risolto"],
  ...[
    "data di risoluzione",
    "解決",
    "解決日",
    "解決日時",
    "解決時間",
    "解決時刻",
    "解决时间",
    "已解決",
    "已解决",
    "해결일",
    "해결됨",
  ],
];

function positionsOf(
  column: Column,
  preset: PresetName | undefined,
  index: HeaderIndex,
  map: ColumnNames,
): readonly number[] {
  const mapped = map[column];
  if (mapped) return mapped.filter((name) => name !== "").flatMap((name) => index.refer(name));
  const known = preset === undefined ? [] : (presets[preset].headers[column] ?? []);
  const own = { "response-time": [column, minutesColumn], resolved: resolvedHeaders }[column as string] ?? [column];
  for (const name of [...known, ...own]) {
    const at = index.find(name);
    if (at >= 0) return [at];
  }
  const field = preset === undefined ? undefined : presets[preset].customFields?.[column];
  if (field === undefined) return [];
  const at = index.folded.findIndex((name) => name.endsWith(`(${foldName(field)})`));
  return at < 0 ? [] : [at];
}

/** The preset whose own headers are there, if there is one such preset. */
function detectPreset(index: HeaderIndex): { readonly preset: PresetName; readonly by: string } | undefined {
  const fitting = presetNames.flatMap((preset) => {
    const by = presets[preset].marks.find((names) => [names].flat().every((name) => index.find(name) >= 0));
    if (by !== undefined) return [{ preset, by: [by].flat().join(", ") }];
    const { markPattern } = presets[preset];
    const name = markPattern && index.folded.find((folded) => markPattern.test(folded));
    return name === undefined ? [] : [{ preset, by: name }];
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Finds required columns that are missing by the headers of all systems, where one header of the file is such a one. */
function guessColumns(
  positions: Map<Column, readonly number[]>,
  index: HeaderIndex,
  { map, hasPriority }: ColumnChoice,
): readonly Column[] {
  return requiredColumns.filter((column) => {
    if (map[column] !== undefined || (positions.get(column) ?? []).length > 0) return false;
    if (column === "priority" && hasPriority) return false;
    const names = presetNames.flatMap((preset) => presets[preset].headers[column] ?? []);
    const places = new Set(names.map((name) => index.find(name)).filter((at) => at >= 0));
    if (places.size !== 1) return false;
    positions.set(column, [...places]);
    return true;
  });
}

/** The time of an event will do for that of the opening; where events mean nothing, the other way round too. */
function shareTimes(positions: Map<Column, readonly number[]>, areTimed: boolean): void {
  const at = positions.get("at") ?? [];
  const opened = positions.get("opened") ?? [];
  if (opened.length === 0) positions.set("opened", at);
  else if (at.length === 0 && !areTimed) positions.set("at", opened);
}

/** Throws `missing-column` for required columns that are not there and for names of `--map` that mean none, or `ambiguous-preset`. */
function checkMissing(
  positions: ReadonlyMap<Column, readonly number[]>,
  there: readonly string[],
  { map, path, hasPriority, events, paths = [] }: ColumnChoice,
  preset: PresetName | undefined,
): void {
  const own = requiredColumns.filter((column) => column !== "priority" || !hasPriority);
  const required = events?.areTimed ? [...own, "at" as const] : own;
  const lacking = required.filter((column) => (positions.get(column) ?? []).length === 0);
  const wrong = columns.flatMap((column) =>
    (positions.get(column) ?? []).includes(-1) ? unknownNames(map[column] ?? [], there) : [],
  );
  if (lacking.length + wrong.length === 0) return;
  const index = new HeaderIndex(there);
  const fitting = presetNames.filter((name) =>
    required.every((column) => positionsOf(column, name, index, map).some((at) => at >= 0)),
  );
  if (preset === undefined && wrong.length === 0 && fitting.length > 1)
    throw new CliError({ code: "ambiguous-preset", path, presets: fitting });
  const names = [...new Set([...lacking, ...wrong])];
  const nearest = nearestOfEach(names, there.slice(0, maxCompared), paths);
  throw new CliError({ code: "missing-column", path, columns: names, nearest, found: shownHeaders(there, names) });
}

/** The name nearest to each, of paths for a path; a name that is there is none, since a flag ignores it. */
export function nearestOfEach(
  names: readonly string[],
  there: readonly string[],
  paths: readonly string[],
): readonly string[] {
  const nested = paths.filter((path) => path.includes("."));
  const near = names.flatMap((name) => {
    const candidates = nested.length > 0 && name.includes(".") ? nested : there;
    return nearestNames(name, candidates, 1).filter((found) => found !== name);
  });
  return [...new Set(near)];
}

function unknownNames(names: readonly string[], header: readonly string[]): readonly string[] {
  const index = new HeaderIndex(header);
  return names.flatMap((name) =>
    index.refer(name).includes(-1)
      ? name
          .split("|")
          .map((part) => part.trim())
          .filter((part) => index.refer(part).includes(-1))
      : [],
  );
}

/** Throws `duplicate-column` where several headers have the column's name, and no flag names one of them. */
function checkDuplicate(
  column: Column,
  at: number,
  header: readonly string[],
  index: HeaderIndex,
  map: ColumnNames,
  path: string,
): void {
  if (at < 0) return;
  const named = map[column]?.[0] ?? "";
  if (named.startsWith("#") && index.find(named) < 0) return;
  // A header that --map names letter for letter is meant, whatever others are like it.
  const alike = index.alike(at, named === header[at]);
  if (alike.length > 1) {
    const positions = alike.map((position) => position + 1);
    throw new CliError({ code: "duplicate-column", path, column: header[at] as string, role: column, positions });
  }
}

/** Whether the file was seen to have a column of first responses, or of the other metric that is measured. */
export function hasResponseColumn({ at, found, ends }: ColumnMap): boolean {
  return ends.some((column) => at[column] >= 0 && at[column] < found);
}
const responseWords =
  /respon|repl(?:y|ie)|answer|first (?:contact|touch|reaction)|antwort|reaktion|r[ée]pon|respuesta|resposta|risposta|回應|回覆|回复|响应|応答|回答|返信|返答|응답|답변/;
/** Lengths of time, goals and results, which are no time of a response. */
const otherThanTimes =
  /minutes?\b|\bmins?\b|hours?\b|seconds?\b|\btime to\b|\bsla\b|target|\bgoal|\bdue\b|breach|count|期限|目標|件数|次數/;
const maxLikely = 3;

const resolutionWords =
  /resol|solved|solution|done|complet|finish|fixed|closed|erledigt|gelöst|lösung|abgeschlossen|r[ée]solu|clôtur|resuelt|solucion|cerrad|conclu[ií]|fechad|risolt|chius|解決|完了|完成|結案|關閉|关闭|終了|解决|해결|완료/;

/**
 * The headers, not read as another column, that look like the time of a first response, or of a resolution; those with "first" come
 * first.
 */
export function likelyResponses({ header, found, at, ends }: ColumnMap): readonly string[] {
  const likely = ends === resolvedColumns ? resolutionWords : responseWords;
  const used = new Set(Object.values(at));
  const words = (name: string) => foldName(name).replace(/[_.-]/g, " ");
  const fitting = header.slice(0, found).filter((name, i) => {
    const folded = words(name);
    return !used.has(i) && likely.test(folded) && !otherThanTimes.test(folded);
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
