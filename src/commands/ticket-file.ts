/**
 * What the commands that read ticket files share: the flags about the file, the plans and calendars behind its rows,
 * and a reader made of both. Receives bytes and passes rows on; opens nothing.
 */
import type { BlockTransform } from "../block-transform.js";
import { defaultAtRiskPercent } from "../core/status.js";
import { findZone } from "../core/zone.js";
import { eventMetric } from "../data/metrics.js";
import { regionOf } from "../data/named.js";
import { CliError } from "../errors.js";
import { type ColumnChoice, type ColumnMap, hasResponseColumn, likelyResponses } from "../tickets/columns.js";
import { type Condition, UnseenValues } from "../tickets/conditions.js";
import type { DateReading } from "../tickets/dates.js";
import { unitOfHeader } from "../tickets/durations.js";
import type { TicketEvents } from "../tickets/event-meanings.js";
import { type Reading, type RowFormat, rowFormats, type TimeColumn, timeColumns } from "../tickets/names.js";
import { type RowHandler, RowParser, type RowReading } from "../tickets/parse-row.js";
import { Prescan } from "../tickets/prescan.js";
import { presets } from "../tickets/presets.js";
import { openReader, type TicketReader } from "../tickets/reader.js";
import { ReadingTotals } from "../tickets/reading.js";
import { type FileFormat, ReadingNotes, type Row, type RowSink } from "../tickets/row.js";
import { type StatusContext, TargetResolver } from "../tickets/targets.js";
import type { TicketRow } from "../tickets/ticket.js";
import { Words } from "../tickets/words.js";
import { type Context, Diagnostics, readDuration, readPercent, readShowTz, shownZone } from "./context.js";
import { type Form, readForm } from "./form-options.js";
import { loadRegionHolidays, type RegionHolidays } from "./region-holidays.js";
import { TicketCalendars } from "./ticket-calendars.js";
import {
  checkEventMetric,
  type EventfulRows,
  type EventOptions,
  eventColumns,
  openEvents,
  readEventOptions,
} from "./ticket-events.js";
import { openedWithin, placeClosedWhen, placeCondition } from "./ticket-filters.js";
import { type Given, readGiven, type TargetOptions } from "./ticket-given.js";
import { emptyTimes, responseMeasure } from "./ticket-measures.js";
import {
  type NamedColumns,
  type ReadingOptions,
  readClosedWhen,
  readConditions,
  readMap,
  readSourceZones,
  readWordMaps,
} from "./ticket-options.js";
import { describeReading, warnOfForm, warnOfFormulas } from "./ticket-reading.js";
import { ColumnZones } from "./ticket-zones.js";

export interface TicketOptions extends TargetOptions, ReadingOptions {}

/** What is computed for each ticket besides its own plan. */
export interface TicketQuestion {
  readonly command: string;
  /** Every ticket is evaluated under these plans after its own. */
  readonly alsoPlans: readonly string[];
  /** With several plans named, tickets are evaluated under each, and a plan column is ignored. */
  readonly mayCompare: boolean;
  /** Rows come out under a header, which must name every key of a file of JSON lines. */
  readonly wantsColumns?: boolean;
  /** Of the next response, every span is a ticket rather than the latest. */
  readonly wantsEverySpan?: boolean;
  /** Columns that are read besides those with a role, by header or role. */
  readonly columns?: readonly string[];
  /** Tickets need no plan: what is read are their times, and not their targets. */
  readonly mayLackPlan?: boolean;
  /** The plan is the command's own choice rather than a flag's. */
  readonly fillsPlan?: boolean;
  /** The answer shows local times, so the zone of tickets without a region is an assumption of it. */
  readonly showsZones: boolean;
}

/** Rows to tickets, from blocks. */
export interface TicketFileReader {
  feed(block: Uint8Array): void;
  /** The file ends here; the tickets that only the end gives come step by step. Throws `empty-file`. */
  end(): Iterable<void>;
}

/** A ticket file as it is about to be read. */
export interface TicketFile {
  /** The form in which its rows come out unless a flag sets another. */
  readonly format: RowFormat;
  readonly plans: readonly string[];
  readonly statusContext: StatusContext;
  /** The layout, once the header has been read. */
  readonly layout: () => ColumnMap | undefined;
  /** A first pass over the whole file for what only all of it shows, where the beginning shows that one is needed. */
  prescan(first: Uint8Array): TicketReader | undefined;
  reader(sink: RowHandler): TicketFileReader;
  /** How the file was read, once it was. */
  reading(): Reading;
  /** Whether a response may come: JSON lines may lack the key until a ticket was answered. */
  mayHaveResponses(): boolean;
  /** Whether the file has times of responses. */
  hasResponses(): boolean;
  /** Notes what only the end shows: local times in doubt, no column of responses. */
  finish(): void;
}

const nothing = new Uint8Array(0);
/** How many of the tickets that only the end of a file gives are passed on in one step. */
const rowsOfStep = 4096;

/** Reads a file for its totals: no block gives anything back. `rows` is how many were read so far. */
export function readThrough(file: TicketFile, reader: TicketFileReader, rows: () => number): BlockTransform {
  return {
    prescan: file.prescan,
    feed(block) {
      reader.feed(block);
      return nothing;
    },
    *end() {
      for (const _ of reader.end()) yield nothing;
      file.finish();
    },
    rows,
  };
}

/** Reads the flags and loads what rows will need. `first` is the beginning of the file, which shows its format. */
export async function prepareTickets(
  path: string,
  options: TicketOptions,
  question: TicketQuestion,
  context: Context,
  diagnostics: Diagnostics,
  first: Uint8Array,
): Promise<TicketFile> {
  readShowTz(options.showTz);
  checkEventMetric(options, question.command, context);
  const holidays = await loadRegionHolidays(options.holidays ?? [], context);
  return new OpenedTickets(path, options, question, context, diagnostics, first, holidays);
}

class OpenedTickets implements TicketFile {
  readonly format: RowFormat;
  readonly statusContext: StatusContext;
  readonly prescan: TicketFile["prescan"];
  private readonly options: TicketOptions;
  private readonly question: TicketQuestion;
  private readonly context: Context;
  private readonly diagnostics: Diagnostics;
  private readonly calendars: TicketCalendars;
  private readonly given: Given;
  private readonly form: Form;
  private readonly named: NamedColumns;
  private readonly columns: ColumnChoice;
  private readonly first: Prescan;
  private readonly zones: ColumnZones;
  private readonly conditions: {
    readonly where: ReturnType<typeof readConditions>;
    readonly closedWhen: ReturnType<typeof readConditions>;
  };
  private readonly events: EventOptions;
  private readonly isChosen: ReturnType<typeof openedWithin>;
  private readonly maps: ReturnType<typeof readWordMaps>;
  private readonly notes = new ReadingNotes();
  private readonly totals: ReadingTotals;
  private columnMap: ColumnMap | undefined;
  private fileFormat: FileFormat | undefined;
  private words: Words | undefined;
  private rowParser: RowParser | undefined;

  constructor(
    path: string,
    options: TicketOptions,
    question: TicketQuestion,
    context: Context,
    diagnostics: Diagnostics,
    first: Uint8Array,
    holidays: RegionHolidays,
  ) {
    this.options = options;
    this.question = question;
    this.context = context;
    this.diagnostics = diagnostics;
    this.calendars = new TicketCalendars(context, diagnostics, holidays, options.countDays ?? "same-time");
    this.given = readGiven(options, question, context, diagnostics);
    this.form = readForm(path, options, first);
    this.format = rowFormats[this.form.format];
    this.named = readMap(options.map ?? []);
    this.maps = readWordMaps(options, context);
    this.conditions = {
      where: readConditions("--where", options.where),
      closedWhen: readClosedWhen(options.closedWhen),
    };
    this.events = readEventOptions(options, this.named, question.command);
    if (this.events.list && this.format !== "jsonl") throw new CliError({ code: "events-in-rows", path });
    this.isChosen = openedWithin(options, context.now);
    this.columns = {
      path: path === "-" ? "stdin" : path,
      ...eventColumns(this.events, this.named.map),
      preset: options.preset,
      hasPriority: this.given.priority !== undefined,
      isOtherMetric: context.metric !== undefined && context.metric.id !== eventMetric,
      others: this.otherColumns(),
      optional: this.events.list ? this.conditions.closedWhen.map(({ left }) => left) : [],
    };
    this.zones = new ColumnZones(readSourceZones(options.sourceTz ?? []), context, diagnostics);
    const wantsColumns = question.wantsColumns === true;
    const choice = { ...this.form, columns: this.columns, wantsColumns, hasEra: options.era !== undefined };
    this.first = new Prescan(choice, options.dateOrder);
    this.prescan = this.first.prescan;
    this.statusContext = {
      now: context.now,
      atRiskPercent: readPercent("--at-risk", options.atRisk) ?? defaultAtRiskPercent,
      dueBy:
        options.dueWithin === undefined ? undefined : context.now + readDuration("--due-within", options.dueWithin),
    };
    this.totals = new ReadingTotals(this.filledColumns().map((column) => ({ column, filled: 0, own: 0 })));
  }

  get plans(): readonly string[] {
    return this.given.plans;
  }

  readonly layout = (): ColumnMap | undefined => this.columnMap;

  /** Rows to tickets. */
  reader(handler: RowHandler): TicketFileReader {
    const { form, columns, diagnostics, notes } = this;
    let parser: RowParser;
    let rows: EventfulRows;
    let unseen: UnseenValues | undefined;
    const sink: RowSink = {
      begin: (found, format) => {
        this.columnMap = found;
        this.fileFormat = format;
        const { conditions, events, question, totals } = this;
        const file = { path: columns.path, format, reading: this.rowReadingOf(found) };
        const { where, closedWhen } = file.reading;
        const typed = [...where, ...(conditions.closedWhen.length > 0 ? closedWhen : [])];
        if (typed.length > 0) unseen = new UnseenValues(typed);
        rows = openEvents(file, events, { named: question.columns ?? [], closedWhen: conditions.closedWhen });
        totals.events = (rows.log ?? rows.lists)?.counts;
        parser = new RowParser(rows.reading);
        this.rowParser = parser;
        handler.begin(rows.reading.columnMap, rows.format);
        const writer = rows.log || rows.lists || unseen ? undefined : handler.plainWriter?.();
        sink.plain = writer && parser.openPlainRows(writer);
      },
      row(row) {
        if (!row.error) unseen?.see(row);
        if (rows.log) rows.log.see(row);
        else hand(row, row.error ? undefined : rows.lists?.of(row));
      },
    };
    const hand = (row: Row, events: TicketEvents | undefined) => {
      if (!events) {
        handler.ticket(parser.read(row));
        return;
      }
      const asked = this.askedOf(events);
      for (const one of asked) handler.ticket(parser.read(row, one));
      if (asked.length === 0) handler.ticket(this.leftOut(row));
    };
    const reader = openReader({ ...form, columns, notes, sink, keys: () => this.first.keys });
    return {
      feed: reader.feed,
      *end() {
        reader.end();
        let tickets = 0;
        for (const [row, events] of rows.log?.rows() ?? []) {
          if (tickets++ % rowsOfStep === 0) yield;
          hand(row, events);
        }
        const { unmatched = [] } = rows.log ?? rows.lists ?? {};
        if (unmatched.length > 0) diagnostics.warn({ code: "unmatched-conditions", conditions: unmatched });
        const { conditions = [] } = unseen ?? {};
        if (conditions.length > 0) diagnostics.warn({ code: "unmatched-values", conditions });
      },
    };
  }

  /** What is read of a ticket's events: for the next response each span, or the latest; none where no message awaited one. */
  private askedOf(events: TicketEvents): readonly TicketEvents[] {
    if (this.context.metric?.id !== eventMetric || events.error) return [events];
    const spans = this.question.wantsEverySpan ? events.spans : events.spans.slice(-1);
    return spans.map(({ from, to }) => ({ ...events, opened: from, responded: to }));
  }

  /** A ticket that nothing is asked of. */
  private leftOut(row: Row): TicketRow {
    this.totals.leftOut++;
    const times = { opened: Number.NaN, responded: Number.NaN, isClosed: false };
    return { row, error: undefined, targets: undefined, ...times };
  }

  mayHaveResponses(): boolean {
    const { columnMap } = this;
    return this.hasResponseEvents || columnMap?.ends.some((column) => columnMap.at[column] >= 0) === true;
  }

  hasResponses(): boolean {
    const { columnMap, rowParser } = this;
    if (this.hasResponseEvents || rowParser?.hasResponses) return true;
    return columnMap !== undefined && hasResponseColumn(columnMap);
  }

  /** Events show when tickets were answered; the other metrics are not of events. */
  private get hasResponseEvents(): boolean {
    const { metric } = this.context;
    return (metric === undefined || metric.id === eventMetric) && this.events.respondedWhen.length > 0;
  }

  reading(): Reading {
    const { columnMap, fileFormat, words } = this;
    if (!columnMap || !fileFormat || !words) throw new Error("no header was read");
    const { path } = this.columns;
    const { order: dateOrder, numbers } = this.first;
    const { format } = this.form;
    const file = { path, format, separator: fileFormat.separator, dateOrder, numbers, list: this.events.list };
    return describeReading(file, columnMap, words, this.zones, this.totals);
  }

  finish(): void {
    const { columnMap, diagnostics, notes, totals, zones } = this;
    warnOfForm(notes, diagnostics);
    if (columnMap) warnOfFormulas(this.options.unstoredFormulas?.() ?? new Map(), columnMap, diagnostics);
    this.calendars.noteUnconfirmed(totals.firstOpened, totals.lastOpened);
    if (columnMap && !this.hasResponses())
      diagnostics.assume({ code: "no-response-column", likely: likelyResponses(columnMap) });
    const { dateOnly } = this.options;
    if (totals.wholeDays > 0 && dateOnly) diagnostics.assume({ code: "date-only", rule: dateOnly });
    if (totals.closedByTime > 0)
      diagnostics.assume({ code: "closed-counts-as-response", tickets: totals.closedByTime });
    const { gaps, overlaps, firstDoubtful, doubtfulColumn } = totals;
    const zone = zones.usedBy(doubtfulColumn)[0]?.zone;
    if (firstDoubtful && zone !== undefined)
      diagnostics.warn({ code: "doubtful-local-times", gaps, overlaps, ...firstDoubtful, zone });
  }

  /** Columns that flags name besides those of roles. */
  private otherColumns(): readonly string[] {
    const { conditions, events, question } = this;
    // Conditions on listed events are about keys of theirs.
    const ofRows = events.list
      ? []
      : [...conditions.closedWhen, ...events.respondedWhen, ...events.pauseWhen, ...events.customerWhen];
    return [...[...conditions.where, ...ofRows].map(({ left }) => left), ...(question.columns ?? [])];
  }

  /** The columns whose empty cells a flag fills. */
  private filledColumns() {
    const { given, question } = this;
    const isGiven = {
      plan: given.plans.length === 1 && question.fillsPlan !== true,
      priority: given.priority !== undefined,
      region: given.regions.length > 0,
      zone: this.options.zone !== undefined,
    };
    return (["plan", "priority", "region", "zone"] as const).filter((column) => isGiven[column]);
  }

  /** Notes what was found out of the file and could be otherwise. */
  private assumeColumns(found: ColumnMap): void {
    const { diagnostics, first } = this;
    const { preset, detectedBy: header } = found;
    if (preset !== undefined && header !== undefined) diagnostics.assume({ code: "preset", preset, header });
    for (const column of found.guessed)
      diagnostics.assume({ code: "column-guess", column, header: found.names[column] });
    const { orderFound } = first;
    if (orderFound) diagnostics.assume({ code: "date-order", ...orderFound, column: found.names[orderFound.column] });
    for (const column of timeColumns) {
      const form = column === "pauses" ? undefined : first.numbers[column];
      if (form !== undefined) diagnostics.assume({ code: "number-times", column: found.names[column], form });
    }
  }

  /** What the values of the rows are read with, once the columns are found. */
  private rowReadingOf(found: ColumnMap): RowReading {
    const { context, conditions, columns, first, given, options, zones } = this;
    if (given.plans.length === 0 && found.at.plan < 0 && !this.question.mayLackPlan) throw this.missingPlan();
    this.assumeColumns(found);
    this.totals.fills = this.totals.fills.filter(({ column }) => found.at[column] >= 0);
    const preset = found.preset === undefined ? undefined : presets[found.preset];
    const words = new Words(context, this.maps, preset, first.words);
    const ids = { words, given, mayLackRegion: context.joined !== undefined };
    const place = (condition: Condition) => placeCondition(condition, found, columns.path, ids);
    this.words = words;
    const marks = [...(preset?.empty ?? []), ...(options.empty ?? [])].map((mark) => mark.trim().toLowerCase());
    const { order, numbers, isRaw } = first;
    const dates = Object.fromEntries(
      timeColumns.map((column) => {
        const form = column === "pauses" ? undefined : numbers[column];
        return [column, { ...zones.of(column, found, isRaw), order, numbers: form, era: options.era }] as const;
      }),
    ) as Record<TimeColumn, DateReading>;
    return {
      columnMap: found,
      resolver: this.resolverFor(found, words),
      datesOf: (column) => dates[column],
      empty: new Set(marks),
      emptyTimes: new Set([...emptyTimes, ...marks]),
      dateOnly: options.dateOnly,
      response: responseMeasure(found, preset, this.named, options),
      pauseUnit: unitOfHeader(found.names["pause-time"]) ?? options.responseUnit,
      closedWhen: placeClosedWhen(conditions.closedWhen, preset, found, this.events.list !== undefined, place),
      where: conditions.where.map(place),
      isChosen: this.isChosen,
      now: context.now,
      totals: this.totals,
    };
  }

  private resolverFor({ at, names }: ColumnMap, words: Words): TargetResolver {
    const { context, diagnostics, given, options, question } = this;
    const { plans, priority, regions, zones, product, pauses } = given;
    return new TargetResolver({
      dataset: context.dataset,
      plans,
      usesOwnPlan: plans.length < 2 && at.plan >= 0,
      alsoPlans: question.alsoPlans,
      mayLackPlan: question.mayLackPlan === true,
      priority,
      regions,
      regionOf: (plan, found) => regionOf(plan, found, context),
      zoneOf: zones.of,
      product,
      countDays: options.countDays ?? "same-time",
      pauses,
      hasHolidays:
        (options.holidays ?? []).length > 0 ||
        Object.values(context.dataset.regions).some(({ holidayCalendars }) => holidayCalendars !== undefined),
      words,
      calendarOf: (id, zone) => this.calendars.of(id, zone),
      defaultZone: () => shownZone(context, question.showsZones ? diagnostics : new Diagnostics()),
      findZone,
      onTarget: (target, { region }, zone) => this.calendars.assumeTarget(target, region, zone),
      onNoTarget: (plan, priority) => diagnostics.warn({ code: "no-target", plan, priority }),
      onNoPlace(plan, lacks) {
        const dataset = context.joined?.datasetOfPlan[plan];
        if (dataset !== undefined) diagnostics.warn({ code: "what-if-left-out", dataset, lacks });
      },
      names,
    });
  }

  private missingPlan(): CliError {
    const { context, question } = this;
    const allowed = Object.keys(context.dataset.plans);
    return new CliError({ code: "missing-option", options: ["--plan"], command: question.command, allowed });
  }
}
