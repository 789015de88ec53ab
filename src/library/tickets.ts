/**
 * Tickets of the library as data: what is given to read them, what is read, and the checks of both.
 */
import { checkFunction, checkNumber, checkObject, checkOneOf, checkText, refuse } from "../core/check.js";
import type { Pause } from "../core/pause.js";
import type { PeriodUnit } from "../core/period.js";
import type { CountDays } from "../core/target.js";
import type { Dataset } from "../data/dataset.js";
import type { RowError, RowPosition } from "../errors.js";
import type { Assumption, Warning } from "../report.js";
import {
  type Column,
  dateOnlyRules,
  dateOrders,
  eras,
  type InputFormat,
  inputFormats,
  lengthUnits,
  presetNames,
  type Reading,
  type ReadingChoices,
  responseClocks,
  type TimeColumn,
} from "../tickets/names.js";
import { checkTexts } from "./compare.js";

/** Bytes, a text that is encoded in UTF-8, or blocks of bytes as streams give them. */
export type TicketInput = string | Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** What tickets belong to, and what the words in them mean. */
export interface TicketContext {
  readonly dataset: Dataset;
  /** What "now" is, in milliseconds since 1970: the library reads no clock. */
  readonly now: number;
  /** The metric whose times and targets count, by id or name; `first-response` unless given. */
  readonly metric?: string;
  /** The plan of tickets whose file does not name one, by id, alias or name. */
  readonly plan?: string;
  /** Holidays: `JP`, `japan=JP`, or a file, which `readFile` reads. */
  readonly holidays?: readonly string[];
  /** Reads a file of holidays as text; without it, none is read. */
  readonly readFile?: (path: string) => Promise<string>;
}

/** How a ticket file is read; each option does what the option of that name does for the commands. Without them, columns are found by name. */
export interface ReadTicketsOptions extends TicketContext, ReadingChoices {
  /** The name of the input for errors, whose ending may show its format. */
  readonly name?: string;
  /** Headers by column: `{ opened: "Created at" }`; the first cell that is not empty counts. An empty text is a column the file lacks. */
  readonly map?: Readonly<Partial<Record<Column, string | readonly string[]>>>;
  /** What the words of the file mean: `{ urgent: "P1" }`. */
  readonly priorityMap?: Readonly<Record<string, string>>;
  readonly regionMap?: Readonly<Record<string, string>>;
  readonly planMap?: Readonly<Record<string, string>>;
  /** Where a cell is empty, or the column is not there. */
  readonly priority?: string;
  readonly region?: string;
  readonly zone?: string;
  /** The IANA zone of times without an offset, for all columns or by column. */
  readonly sourceTz?: string | Readonly<Partial<Record<TimeColumn, string>>>;
  readonly format?: Exclude<InputFormat, "xlsx">;
  readonly skipLines?: number;
}

/** How tickets are counted, besides how they are read. */
export interface AuditOptions extends ReadTicketsOptions {
  /** How targets in business days are counted; `same-time` unless given. */
  readonly countDays?: CountDays;
  /** The periods that groups are made of; months unless given. */
  readonly period?: PeriodUnit;
  /** The IANA zone of the dates of periods, and of local times in `from` and `to`; that of the ticket's region unless given. */
  readonly showTz?: string;
  /** A column to group by too, by its header or role. */
  readonly by?: string;
  /** Percentiles of the response times, above 0 and at most 100; 50 and 90 unless given. */
  readonly percentiles?: readonly number[];
  /** How many of the worst misses are listed, at most 10,000; 10 unless given. */
  readonly worst?: number;
}

/** A ticket of a file. Instants are milliseconds since 1970. */
export interface Ticket extends RowPosition {
  readonly id: string;
  /** Ids of the dataset; no plan where neither the file nor an option names one. */
  readonly plan?: string;
  readonly priority: string;
  readonly region?: string;
  /** The zone of the ticket, where its row or an option names one. */
  readonly zone?: string;
  readonly opened: number;
  /** When it was first answered, or reached the metric; missing where it was not. */
  readonly responded?: number;
  /** It was closed without a response, and nothing shows when. */
  readonly closed: boolean;
  /** Pauses of its own: spans, and a length of counted time in milliseconds. */
  readonly pauses: readonly Pause[];
  readonly pauseMs: number;
  /** The cells of its row by header. */
  readonly cells: Readonly<Record<string, string>>;
  readonly error?: undefined;
}

/** A row that is no ticket, and why. */
export interface BadTicket extends RowPosition {
  readonly id: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly error: RowError;
}

/** How a file was read: its columns and words, counts, and what was assumed. */
export interface TicketReading extends Reading {
  /** Rows that were read as tickets, those with an error among them. */
  readonly read: number;
  readonly bad: number;
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly Warning[];
}

/** The tickets of an input, in its order; they can be iterated once. */
export interface Tickets extends AsyncIterable<Ticket | BadTicket> {
  /** How the input was read. Throws RangeError until the last ticket was read. */
  reading(): TicketReading;
}

/** Throws RangeError for a context of the wrong kind. */
export function checkContext(context: TicketContext): void {
  checkObject("options", context);
  checkObject("dataset", context.dataset);
  checkNumber("now", context.now);
  const { metric, plan, holidays, readFile } = context;
  checkEachText({ metric, plan });
  checkTexts({ holidays });
  if (readFile !== undefined) checkFunction("readFile", readFile);
}

export function checkReading(options: ReadTicketsOptions): void {
  checkContext(options);
  const { name, priority, region, zone, eventsIn, from, to, encoding, delimiter, sheet } = options;
  checkEachText({ name, priority, region, zone, eventsIn, from, to, encoding, delimiter, sheet });
  const { closedWhen, where, respondedWhen, pauseWhen, customerWhen, empty } = options;
  checkTexts({ closedWhen, where, respondedWhen, pauseWhen, customerWhen, empty });
  const allowed = {
    preset: presetNames,
    dateOrder: dateOrders,
    dateOnly: dateOnlyRules,
    era: eras,
    responseUnit: lengthUnits,
    responseClock: responseClocks,
    format: inputFormats,
  } as const;
  for (const [key, values] of Object.entries(allowed)) {
    const value = options[key as keyof typeof allowed];
    if (value !== undefined) checkOneOf(key, value, values);
  }
  const { map, priorityMap, regionMap, planMap, sourceTz, skipLines } = options;
  if (map !== undefined) checkObject("map", map);
  for (const [key, words] of Object.entries({ priorityMap, regionMap, planMap })) {
    if (words === undefined) continue;
    checkObject(key, words);
    for (const [word, id] of Object.entries(words)) {
      checkText(`${key}.${word}`, id);
      if (word.includes(",")) refuse(`a word of ${key}`, "without a comma", word);
    }
  }
  if (sourceTz !== undefined && typeof sourceTz !== "string")
    checkObject("sourceTz", sourceTz, "a zone, or zones by column");
  if (skipLines !== undefined) checkNumber("skipLines", skipLines);
}

/** Throws RangeError for what is there and no text. */
function checkEachText(texts: Readonly<Record<string, unknown>>): void {
  for (const [name, text] of Object.entries(texts)) if (text !== undefined) checkText(name, text);
}

/** Throws RangeError for what gives no bytes. */
export function checkInput(input: unknown): void {
  const isGiven =
    typeof input === "string" ||
    (typeof input === "object" && input !== null && (Symbol.iterator in input || Symbol.asyncIterator in input));
  if (!isGiven) refuse("input", "a text, bytes, or blocks of bytes", input);
}
