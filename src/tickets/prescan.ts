/**
 * A first pass over a ticket file, for what only the whole of it shows: the order of its dates, what bare numbers in its times mean, which
 * words of priority it has, and the keys of its objects of JSON.
 */
import { foldName } from "../data/lookup.js";
import { CliError } from "../errors.js";
import { maxColumns } from "../limits.js";
import type { ColumnMap, EventList } from "./columns.js";
import { agreedOrder, DateOrderDetector } from "./date-order.js";
import { isRocDigits, isSerial } from "./dates.js";
import type { ReaderChoice } from "./input-buffer.js";
import { readIso } from "./iso-bytes.js";
import { textOf } from "./json-text.js";
import type { DateOrder, NumberForm, TimeColumn } from "./names.js";
import { eventsAt, type JsonRow, KeyList, valueAt } from "./objects.js";
import { PlainSurvey } from "./plain-survey.js";
import { presets } from "./presets.js";
import { openReader, type TicketReader } from "./reader.js";
import {
  type CellSpans,
  type FileFormat,
  isEmpty,
  type PlainPath,
  quotesOf,
  ReadingNotes,
  type Row,
  type RowSink,
} from "./row.js";

export interface PrescanChoice extends Omit<ReaderChoice, "sink" | "keys" | "notes"> {
  /** Rows come out under a header, which must name every key of a file of JSON lines. */
  readonly wantsColumns: boolean;
  /** The years are of another calendar, which leaves no order open. */
  readonly hasEra: boolean;
  /** Numbers of days count from 1904. */
  readonly isFrom1904: boolean;
}

/** The columns whose dates are looked at. */
const dated = ["opened", "responded", "closed", "resolved", "at"] as const satisfies readonly TimeColumn[];
type Dated = (typeof dated)[number];

export class Prescan {
  /** The keys of a file of JSON lines, once they were found. */
  keys: KeyList | undefined;
  /** The order of the dates: as given, or once it was found. */
  order: DateOrder | undefined;
  /** What showed the order, where no flag sets it. */
  orderFound: OrderFound | undefined;
  /** What bare numbers mean, by column. */
  numbers: Partial<Record<Dated, NumberForm>> = {};
  /** The words of priority, each in the form that is compared. */
  words: ReadonlySet<string> = new Set();
  /** Openings are all in the raw form, beside priorities that are all numbers. */
  isRaw = false;
  private readonly choice: PrescanChoice;

  constructor(choice: PrescanChoice, order: DateOrder | undefined) {
    this.choice = choice;
    this.order = order;
  }

  /** The pass, where the beginning of the file shows that one is needed. Its end throws `ambiguous-dates` or `mixed-date-order`. */
  readonly prescan = (beginning: Uint8Array): TicketReader | undefined => {
    const { format, wantsColumns } = this.choice;
    const isNeeded = this.needsAll(beginning);
    const list = (format === "jsonl" || format === "json") && wantsColumns ? new KeyList() : undefined;
    if (!isNeeded && !list) return undefined;
    const survey = new Survey(this.choice);
    const reader = this.surveyReader(isNeeded ? survey : undefined, list);
    return {
      feed: reader.feed,
      end: () => {
        reader.end();
        if (isNeeded) this.conclude(survey);
        this.keys = list;
      },
    };
  };

  private conclude(survey: Survey): void {
    this.words = survey.words;
    this.isRaw = survey.isRaw;
    this.numbers = survey.numbers();
    if (this.order !== undefined || this.choice.hasEra) return;
    this.orderFound = foundOrder(survey, this.choice.columns.path);
    // Where every date has the same day and month, any order reads it the same.
    this.order = this.orderFound?.order ?? (survey.needsOrder ? "dmy" : undefined);
  }

  private surveyReader(survey: Survey | undefined, list?: KeyList): TicketReader {
    const { columns } = this.choice;
    const sink: RowSink = {
      begin: (columnMap, format) => {
        survey?.begin(columnMap);
        if (survey && !list) sink.plain = survey.openPlain(format);
      },
      row(row) {
        if (!row.error) survey?.see(row);
        if (!list) return;
        list.see(row.keys());
        if (list.names.length > maxColumns)
          throw new CliError({ code: "too-many-columns", path: columns.path, line: row.line, columns: maxColumns });
      },
    };
    return openReader({ ...this.choice, sink, notes: new ReadingNotes() });
  }

  /** Whether the beginning of the file holds what only the whole decides. */
  private needsAll(beginning: Uint8Array): boolean {
    const survey = new Survey(this.choice);
    try {
      const reader = this.surveyReader(survey);
      reader.feed(wholeLines(beginning));
      reader.end();
    } catch (error) {
      // What is wrong with the beginning is reported when the file is read.
      if (!(error instanceof CliError)) throw error;
    }
    const needsOrder = this.order === undefined && !this.choice.hasEra && survey.needsOrder;
    return needsOrder || survey.hasNumbers || survey.dependsOnWords || survey.isRaw;
  }
}

/** A beginning that is shorter is all of the file. */
const shortestCut = 1 << 16;

/** The beginning of a file without its last line, of which a part may be missing: half a date reads as a bare number. */
function wholeLines(beginning: Uint8Array): Uint8Array {
  const end = beginning.length < shortestCut ? 0 : beginning.lastIndexOf(10) + 1;
  return end === 0 ? beginning : beginning.subarray(0, end);
}

/** A column of times: where it is, and what its cells show. */
interface SurveyedColumn {
  readonly column: Dated;
  positions: readonly number[];
  readonly order: DateOrderDetector;
  readonly numbers: NumberForms;
}

/** What the cells of a file are like. */
class Survey {
  readonly words = new Set<string>();
  dependsOnWords = false;
  private readonly columns: readonly SurveyedColumn[];
  private readonly list: EventList | undefined;
  private columnMap: ColumnMap | undefined;
  private looksRaw = false;
  private plain: PlainSurvey | undefined;
  private rows = 0;

  constructor(choice: PrescanChoice) {
    this.list = choice.columns.events?.list;
    this.columns = dated.map((column) => ({
      column,
      positions: [],
      order: new DateOrderDetector(),
      numbers: new NumberForms(choice),
    }));
  }

  begin(columnMap: ColumnMap): void {
    const { at, others } = columnMap;
    this.columnMap = columnMap;
    for (const one of this.columns) {
      const isMissing = at[one.column] < 0 || (one.column === "opened" && at.opened === at.at);
      one.positions = isMissing ? [] : [at[one.column], ...(others[one.column] ?? [])];
    }
    const preset = columnMap.preset === undefined ? undefined : presets[columnMap.preset];
    this.dependsOnWords = preset?.promoted !== undefined;
    this.looksRaw = preset?.rawWithNumbers === true;
  }

  /** The path of rows that show nothing; undefined where each row shows something. */
  openPlain(format: FileFormat): PlainPath | undefined {
    if (this.dependsOnWords || this.looksRaw || this.list) return undefined;
    this.plain = PlainSurvey.open(format, [...new Set(this.columns.flatMap(({ positions }) => positions))]);
    return this.plain;
  }

  see(row: Row): void {
    this.rows++;
    this.plain?.see();
    for (const one of this.columns) {
      if (one.column === "at" && this.list && one.positions.length > 0)
        for (const text of timesOfEvents(row as JsonRow, this.list)) seeTime(one, text);
      else for (const position of one.positions) if (!isPlain(row.spans, position)) seeTime(one, row.text(position));
    }
    if (!this.dependsOnWords && !this.looksRaw) return;
    const { at } = this.columnMap as ColumnMap;
    const word = foldName(row.text(at.priority));
    if (this.words.size < maxWords) this.words.add(word);
    if (this.looksRaw && !(/^\d?$/.test(word) && rawForm.test(row.text(at.opened)))) this.looksRaw = false;
  }

  get orders(): readonly (readonly [Dated, DateOrderDetector])[] {
    return this.columns.map(({ column, order }) => [column, order]);
  }

  get needsOrder(): boolean {
    return this.columns.some(({ order }) => order.hasDates);
  }

  get hasNumbers(): boolean {
    return this.columns.some(({ numbers }) => numbers.hasNumbers);
  }

  get isRaw(): boolean {
    return this.looksRaw && this.rows > 0;
  }

  numbers(): Partial<Record<Dated, NumberForm>> {
    return Object.fromEntries(
      this.columns.flatMap(({ column, numbers: { form } }) => (form === undefined ? [] : [[column, form]])),
    );
  }
}

function seeTime({ order, numbers }: SurveyedColumn, text: string): void {
  order.see(text);
  numbers.see(text);
}

const inAnyZone = () => 0;

/** Whether a cell is empty or a time of ISO 8601, which shows nothing that another could mean. */
function isPlain(spans: CellSpans | undefined, position: number): boolean {
  if (!spans) return false;
  if (isEmpty(spans, position)) return true;
  const { bytes, starts, ends } = spans;
  const quotes = quotesOf(spans, position);
  const from = (starts[position] as number) + quotes;
  return !Number.isNaN(readIso(bytes, from, (ends[position] as number) - quotes, inAnyZone));
}

function timesOfEvents({ object = {} }: JsonRow, { path, at }: EventList): readonly string[] {
  return (eventsAt(object, path) ?? []).flatMap((event) => at.map((key) => textOf(valueAt(event, key))));
}

const maxWords = 1000;
const rawForm = /^(?:\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d+)?)?$/;

/** What the bare numbers of a column can mean: one thing for all of them, or nothing. */
class NumberForms {
  hasNumbers = false;
  private readonly hasEra: boolean;
  private readonly serial: NumberForm;
  private readonly possible: Set<NumberForm>;

  constructor({ hasEra, isFrom1904 }: Pick<PrescanChoice, "hasEra" | "isFrom1904">) {
    this.hasEra = hasEra;
    this.serial = isFrom1904 ? "serial-1904" : "serial";
    this.possible = new Set(["seconds", "milliseconds", this.serial]);
  }

  see(text: string): void {
    if (!/^\s*\d+(?:\.\d+)?\s*$/.test(text)) return;
    const number = text.trim();
    // A date and time without signs is no number.
    if (/^(?:\d{8}|\d{12}|\d{14}(?:\.\d+)?)$/.test(number) || (this.hasEra && isRocDigits(number))) return;
    this.hasNumbers = true;
    if (!/^\d{10}(?:\.\d+)?$/.test(number)) this.possible.delete("seconds");
    if (!/^\d{13}$/.test(number)) this.possible.delete("milliseconds");
    if (!isSerial(number)) this.possible.delete(this.serial);
  }

  get form(): NumberForm | undefined {
    return this.hasNumbers && this.possible.size === 1 ? [...this.possible][0] : undefined;
  }
}

/** The order of a file's dates, and the first date that shows it. */
export interface OrderFound {
  readonly order: DateOrder;
  readonly column: Dated;
  readonly value: string;
}

/** The order that the columns of dates agree on, undefined where it makes no difference. Throws `ambiguous-dates` or `mixed-date-order`. */
function foundOrder(survey: Survey, path: string): OrderFound | undefined {
  const agreed = agreedOrder(survey.orders);
  switch (agreed.kind) {
    case "found":
      return { order: agreed.order, column: agreed.column, value: agreed.value };
    case "ambiguous":
      throw new CliError({ code: "ambiguous-dates", path, column: agreed.column, value: agreed.value });
    case "mixed":
      throw new CliError({ code: "mixed-date-order", path, column: agreed.column, values: agreed.values });
    case "any":
      return undefined;
  }
}
