/**
 * What the commands that read ticket files share: the flags about the file, the plans and calendars behind its rows,
 * and a reader made of both. Is handed bytes and hands rows on; opens nothing.
 */
import type { Calendar } from "../core/calendar.js";
import { defaultAtRiskPercent } from "../core/judge.js";
import type { CountDays } from "../core/target.js";
import { findZone, type Zone } from "../core/zone.js";
import { calendarOf } from "../data/calendars.js";
import { type Region, textIn } from "../data/dataset.js";
import { loadHolidays } from "../data/holidays.js";
import { nearestNames } from "../data/nearest.js";
import { Failure, type RowFault } from "../errors.js";
import { type Column, columns, foldHeader, type Layout } from "../tickets/columns.js";
import { OrderVote } from "../tickets/dates.js";
import type { DateOrder, InputFormat } from "../tickets/forms.js";
import { Interpreter, plainOffsetOf, type Sink, voteOn } from "../tickets/interpret.js";
import { KeyList } from "../tickets/objects.js";
import { PlainReader } from "../tickets/plain.js";
import { type PresetName, presets } from "../tickets/presets.js";
import { openReader, type Reading, type TicketReader } from "../tickets/reader.js";
import { type Judging, type Terms, TermsBook } from "../tickets/terms.js";
import {
  assumeCalendar,
  type Context,
  type Notes,
  readingZone,
  readPauses,
  readPercent,
  readPlan,
  readPriority,
  readRegion,
} from "./context.js";

/** What a ticket is promised, and when it is at risk. */
export interface PromiseOptions {
  readonly plan?: readonly string[];
  readonly priority?: string;
  readonly region?: string;
  readonly zone?: string;
  readonly holidays?: readonly string[];
  readonly pause?: readonly string[];
  readonly countDays?: CountDays;
  readonly atRisk?: string;
}

export interface TicketOptions extends PromiseOptions {
  readonly inputFormat?: InputFormat;
  readonly encoding?: string;
  readonly map?: readonly string[];
  readonly preset?: PresetName;
  readonly priorityMap?: readonly string[];
  readonly sourceTz?: string;
  readonly dateOrder?: DateOrder;
}

/** What is asked of each ticket besides its own plan. */
export interface TicketQuestion {
  readonly command: string;
  /** Every plan named here is asked about, after the ticket's own. */
  readonly alsoPlans: readonly string[];
  /** With several plans named, each is asked about and a plan column is not looked at. */
  readonly mayCompare: boolean;
  /** Rows come out under a header, which must name every key of a file of JSON lines. */
  readonly wantsColumns?: boolean;
  /** The answer shows local times, so the zone of tickets without a region is an assumption of it. */
  readonly showsZones: boolean;
}

/** A ticket file as it is about to be read. */
export interface TicketFile {
  readonly format: InputFormat;
  readonly plans: readonly string[];
  readonly judging: Judging;
  /** The layout, once the header has been read. */
  readonly layout: () => Layout | undefined;
  /** A first pass over the whole file for the order of its dates or all its keys, where the beginning shows that one is needed. */
  vote(first: Uint8Array): TicketReader | undefined;
  reader(sink: Sink): TicketReader;
  /** The export that the header was taken for, where nobody said. */
  detectedPreset(): PresetName | undefined;
  /** Notes what only the end shows: local times in doubt. */
  finish(): void;
}

/** What is fed a file in blocks and gives back what is to be written. A view that is given back holds until the next but one. */
export interface BlockTransform {
  /** A first pass over the whole file, where one is needed; `first` is its beginning. */
  vote(first: Uint8Array): { feed(block: Uint8Array): void; end(): void } | undefined;
  feed(block: Uint8Array): Uint8Array;
  end(): Uint8Array;
  rows(): number;
}

const nothing = new Uint8Array(0);

/** Reads a file for what it says as a whole: no block gives anything back. `rows` is how many were read so far. */
export function readThrough(file: TicketFile, reader: TicketReader, rows: () => number): BlockTransform {
  return {
    vote: file.vote,
    feed(block) {
      reader.feed(block);
      return nothing;
    },
    end() {
      reader.end();
      file.finish();
      return nothing;
    },
    rows,
  };
}

/** Reads the flags and loads what rows will need. `first` is the beginning of the file, as far as it tells its format. */
export async function prepareTickets(
  path: string,
  options: TicketOptions,
  question: TicketQuestion,
  context: Context,
  notes: Notes,
  first: Uint8Array,
): Promise<TicketFile> {
  const { dataset } = context;
  const plans = [...new Set((options.plan ?? []).map((word) => readPlan("--plan", word, dataset)))];
  if (plans.length > 1 && !question.mayCompare)
    throw new Failure({ code: "conflicting-options", options: plans.map((plan) => `--plan ${plan}`) });
  const priority = options.priority === undefined ? undefined : readPriority("--priority", options.priority, dataset);
  const region = options.region === undefined ? undefined : readRegion("--region", options.region, dataset);
  if (options.zone !== undefined) findZone(options.zone);
  if (options.sourceTz !== undefined) findZone(options.sourceTz);
  const choice = { zone: options.zone, holidays: options.holidays ?? [] };
  const holidays =
    choice.holidays.length > 0 ? await loadHolidays(choice.holidays, { lang: context.lang, read: context.readText }) : undefined;
  const pauses = readPauses(options.pause ?? [], context, notes);
  const format = options.inputFormat ?? formatOfFile(path, first);
  const shownPath = path === "-" ? "stdin" : path;
  const columnChoice = { path: shownPath, map: readMap(options.map ?? []), preset: options.preset, hasPriority: priority !== undefined };
  const priorityMap = readPriorityMap(options.priorityMap ?? [], context);
  const encoding = readEncoding(options.encoding);
  const calendars = new Map<string, Calendar>();
  let order = options.dateOrder;
  let keys: KeyList | undefined;
  let layout: Layout | undefined;
  let interpreter: Interpreter | undefined;

  function calendarFor(id: string, zone: string | undefined): Calendar {
    const key = `${id} ${zone ?? ""}`;
    const ready = calendars.get(key);
    if (ready) return ready;
    const calendar = calendarOf(dataset.regions[id] as Region, { zone, holidays });
    calendars.set(key, calendar);
    return calendar;
  }

  function assumeTerms({ target }: Terms, id: string | undefined, zone: string | undefined): void {
    if (target.clock === "24x7" || id === undefined) return;
    const chosen = dataset.regions[id] as Region;
    assumeCalendar(
      { id, name: textIn(chosen.name, context.lang), region: chosen, calendar: calendarFor(id, zone) },
      { ...choice, zone },
      notes,
    );
    if (target.clock === "24x5") notes.assume({ code: "24x5-window", zone: undefined });
    if (target.clock === "business-days") notes.assume({ code: "day-count-rule", rule: options.countDays ?? "same-time" });
    notes.assume({ code: "clock-start" });
  }

  /** The zone of times without an offset: the flag's, the export's, or the one all times are read in. */
  function sourceZone({ preset, names }: Layout): Zone {
    if (options.sourceTz !== undefined) return findZone(options.sourceTz);
    if (preset === undefined || !presets[preset].utcHeaders.includes(names.opened)) return readingZone(context, notes);
    notes.assume({ code: "export-zone", column: names.opened, preset, zone: "UTC" });
    return findZone("UTC");
  }

  function reading(found: Layout): Reading {
    layout = found;
    if (plans.length === 0 && found.at.plan < 0) {
      throw new Failure({ code: "missing-option", options: ["--plan"], command: question.command, allowed: Object.keys(dataset.plans) });
    }
    const preset = found.preset === undefined ? undefined : presets[found.preset];
    if (found.preset !== undefined && found.isDetected) notes.assume({ code: "preset", preset: found.preset });
    const book = new TermsBook({
      dataset,
      plans,
      usesOwnPlan: plans.length < 2 && found.at.plan >= 0,
      alsoPlans: question.alsoPlans,
      priority,
      region,
      zone: options.zone,
      countDays: options.countDays ?? "same-time",
      pauses,
      priorityMap,
      calendarOf: calendarFor,
      defaultZone: () => (question.showsZones ? readingZone(context, notes) : findZone(context.readingZone.name)),
      findZone,
      onTerms: assumeTerms,
      names: found.names,
      preset,
    });
    const zone = () => sourceZone(found);
    const made = new Interpreter(found, book, { zone, order, locales: preset?.locales ?? [] });
    interpreter = made;
    let offsetOf: ((wallMs: number) => number) | undefined;
    const contractOf = (words: readonly string[]): ReturnType<TermsBook["find"]> => {
      const fault: RowFault = { code: "missing-cell", column: "" };
      // Marks of an empty cell mean something only to the interpreter.
      if (preset && words.some((word) => preset.empty.includes(word.trim()))) return fault;
      const [plan = "", priorityWord = "", regionWord = "", zoneWord = ""] = words.map((word) => word.trim());
      return book.find({ plan, priority: priorityWord, region: regionWord, zone: zoneWord });
    };
    return {
      interpreter: made,
      plain: (separator) =>
        found.at["response-minutes"] >= 0
          ? undefined
          : new PlainReader(
              found,
              separator,
              (wallMs) => {
                offsetOf ??= plainOffsetOf(zone());
                return offsetOf(wallMs);
              },
              contractOf,
            ),
    };
  }

  function voter(votes: Record<"opened" | "responded", OrderVote>, list?: KeyList): TicketReader {
    const sink: Sink = { begin() {}, ticket: ({ object }) => object && list?.see(object), wantsCells: true };
    return openReader({
      format,
      columns: columnChoice,
      encoding,
      sink,
      reading: (found) => ({ interpreter: { read: (cell) => voteOn(found, cell, votes) }, plain: () => undefined }),
    });
  }

  /** Whether some date at the beginning of the file is written in numbers. */
  function asksOrder(beginning: Uint8Array): boolean {
    const votes = { opened: new OrderVote(), responded: new OrderVote() };
    try {
      const reader = voter(votes);
      reader.feed(beginning);
      reader.end();
    } catch (error) {
      // What is wrong with the beginning is said when the file is read.
      if (!(error instanceof Failure)) throw error;
    }
    return votes.opened.isAsked || votes.responded.isAsked;
  }

  return {
    format,
    plans,
    judging: { now: context.now, atRiskPercent: readPercent("--at-risk", options.atRisk) ?? defaultAtRiskPercent },
    layout: () => layout,
    detectedPreset: () => (layout?.isDetected ? layout.preset : undefined),
    vote(beginning) {
      const isAsked = order === undefined && asksOrder(beginning);
      const list = format === "jsonl" && question.wantsColumns ? new KeyList() : undefined;
      if (!isAsked && !list) return undefined;
      const votes = { opened: new OrderVote(), responded: new OrderVote() };
      const reader = voter(votes, list);
      return {
        feed: reader.feed,
        end() {
          reader.end();
          if (isAsked) order = count(votes, shownPath);
          keys = list;
        },
      };
    },
    reader: (sink) => openReader({ format, columns: columnChoice, encoding, sink, keys: () => keys, reading }),
    finish() {
      const { gaps = 0, overlaps = 0, doubtfulLine = 0 } = interpreter ?? {};
      if (gaps + overlaps > 0 && layout) {
        notes.warn({ code: "doubtful-local-times", gaps, overlaps, line: doubtfulLine, zone: sourceZone(layout).id });
      }
    },
  };
}

/** The order that both columns of dates agree on. Throws `ambiguous-dates` or `mixed-dates`. */
function count(votes: Readonly<Record<"opened" | "responded", OrderVote>>, path: string): DateOrder {
  const { opened, responded } = votes;
  const dayFirst = opened.dayFirst ?? responded.dayFirst;
  const monthFirst = opened.monthFirst ?? responded.monthFirst;
  const column = opened.isAsked ? "opened" : "responded";
  if (dayFirst !== undefined && monthFirst !== undefined)
    throw new Failure({ code: "mixed-dates", path, column, values: [dayFirst, monthFirst] });
  if (dayFirst !== undefined) return "dmy";
  if (monthFirst !== undefined) return "mdy";
  const open = opened.open ?? responded.open;
  if (open !== undefined) throw new Failure({ code: "ambiguous-dates", path, column, value: open });
  // Every date has the same day and month, so any order reads it the same.
  return "dmy";
}

const formatOfEnding: Readonly<Record<string, InputFormat>> = { csv: "csv", tsv: "tsv", tab: "tsv", jsonl: "jsonl", ndjson: "jsonl" };

/** By the ending; where that says nothing, a first brace means JSON lines, and a bracket JSON that is none, which the reader will say. */
function formatOfFile(path: string, first: Uint8Array): InputFormat {
  const known = formatOfEnding[/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ""];
  if (known) return known;
  return /^[[{]/.test(new TextDecoder().decode(first.subarray(0, 200)).trimStart()) ? "jsonl" : "csv";
}

function readEncoding(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw new Failure({ code: "bad-value", option: "--encoding", value: label, expected: "encoding" });
  }
}

/** `--map opened="Created at"`: one column each, so that a header may hold commas. */
function readMap(texts: readonly string[]): Partial<Record<Column, string>> {
  const map: Partial<Record<Column, string>> = {};
  for (const text of texts) {
    const [name, header] = assignment("--map", text);
    const column = columns.find((known) => known === foldHeader(name));
    if (!column)
      throw new Failure({ code: "unknown-value", option: "--map", value: name, allowed: columns, nearest: nearestNames(name, columns) });
    map[column] = header;
  }
  return map;
}

/** `--priority-map urgent=P1,high=P2`, repeatable. */
function readPriorityMap(texts: readonly string[], { dataset }: Context): ReadonlyMap<string, string> {
  const pairs = texts.flatMap((text) => text.split(",")).map((text) => assignment("--priority-map", text));
  return new Map(pairs.map(([name, priority]) => [foldHeader(name), readPriority("--priority-map", priority, dataset)]));
}

function assignment(option: string, text: string): readonly [name: string, value: string] {
  const at = text.lastIndexOf("=") < 0 ? -1 : option === "--map" ? text.indexOf("=") : text.lastIndexOf("=");
  const name = text.slice(0, Math.max(at, 0)).trim();
  const value = text.slice(at + 1).trim();
  if (name === "" || value === "") throw new Failure({ code: "bad-value", option, value: text, expected: "assignment" });
  return [name, value];
}
