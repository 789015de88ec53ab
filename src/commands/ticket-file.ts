/**
 * What the commands that read ticket files share: the flags about the file, the plans and calendars behind its rows,
 * and a reader made of both. Is handed bytes and hands rows on; opens nothing.
 */
import type { BlockTransform } from "../block-transform.js";
import type { Calendar } from "../core/calendar.js";
import { defaultAtRiskPercent } from "../core/status.js";
import type { CountDays } from "../core/target.js";
import { findZone, type Zone } from "../core/zone.js";
import { type Region, textIn } from "../data/dataset.js";
import { CliError } from "../errors.js";
import type { Fill } from "../report.js";
import { type ColumnMap, hasResponseColumn, likelyResponses } from "../tickets/columns.js";
import { type DateOrder, type RowFormat, rowFormats } from "../tickets/names.js";
import { type RowHandler, RowParser } from "../tickets/parse-row.js";
import { Prescan } from "../tickets/prescan.js";
import { type PresetName, presets } from "../tickets/presets.js";
import { openReader, type TicketReader } from "../tickets/reader.js";
import { ReadingNotes, type RowSink } from "../tickets/row.js";
import { type PlanTarget, type StatusContext, TargetResolver } from "../tickets/targets.js";
import {
  assumeCalendar,
  type Context,
  Diagnostics,
  inputZone,
  readPauses,
  readPercent,
  readPlan,
  readPriority,
  readProduct,
  readRegion,
  regionCalendar,
  shownZone,
} from "./context.js";
import { type FormOptions, readForm } from "./form-options.js";
import { loadRegionHolidays, ReachedSpan } from "./region-holidays.js";
import { readMap, readPriorityMap } from "./ticket-options.js";

/** What a ticket is promised, and when it is at risk. */
export interface TargetOptions {
  readonly plan?: readonly string[];
  readonly priority?: string;
  readonly region?: string;
  readonly product?: readonly string[];
  readonly zone?: string;
  readonly holidays?: readonly string[];
  readonly pause?: readonly string[];
  readonly countDays?: CountDays;
  readonly atRisk?: string;
}

export interface TicketOptions extends TargetOptions, FormOptions {
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
  /** The plan is the command's own choice rather than a flag's. */
  readonly fillsPlan?: boolean;
  /** The answer shows local times, so the zone of tickets without a region is an assumption of it. */
  readonly showsZones: boolean;
}

/** A ticket file as it is about to be read. */
export interface TicketFile {
  /** The form in which its rows come out unless another is asked for. */
  readonly format: RowFormat;
  readonly plans: readonly string[];
  readonly statusContext: StatusContext;
  /** The layout, once the header has been read. */
  readonly layout: () => ColumnMap | undefined;
  /** A first pass over the whole file for the order of its dates or all its keys, where the beginning shows that one is needed. */
  prescan(first: Uint8Array): TicketReader | undefined;
  reader(sink: RowHandler): TicketReader;
  /** What the flags about cells did, for those whose column the file has. */
  fills(): readonly Fill[];
  /** Whether the file has a column of first responses. JSON lines may lack the key until a ticket was answered. */
  hasResponses(): boolean;
  /** Notes what only the end shows: local times in doubt, no column of responses. */
  finish(): void;
}

const nothing = new Uint8Array(0);

/** Reads a file for what it says as a whole: no block gives anything back. `rows` is how many were read so far. */
export function readThrough(file: TicketFile, reader: TicketReader, rows: () => number): BlockTransform {
  return {
    prescan: file.prescan,
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

/** Notes what was left out of a file and what in it is no text. */
function warnOfForm(notes: ReadingNotes, diagnostics: Diagnostics): void {
  const { skippedLines: before, footerLines: after, undecodableRows: rows, undecodableLine: line } = notes;
  if (before + after > 0) diagnostics.warn({ code: "skipped-lines", before, after });
  if (rows > 0) diagnostics.warn({ code: "undecodable-text", rows, line });
}

/** Reads the flags and loads what rows will need. `first` is the beginning of the file, as far as it tells its format. */
export async function prepareTickets(
  path: string,
  options: TicketOptions,
  question: TicketQuestion,
  context: Context,
  diagnostics: Diagnostics,
  first: Uint8Array,
): Promise<TicketFile> {
  const { dataset } = context;
  const plans = [...new Set((options.plan ?? []).map((word) => readPlan("--plan", word, dataset)))];
  if (plans.length > 1 && !question.mayCompare)
    throw new CliError({ code: "repeated-option", option: "--plan", values: plans, command: question.command });
  const priority = options.priority === undefined ? undefined : readPriority("--priority", options.priority, dataset);
  const region = options.region === undefined ? undefined : readRegion("--region", options.region, dataset);
  if (options.zone !== undefined) findZone(options.zone);
  if (options.sourceTz !== undefined) findZone(options.sourceTz);
  const choice = { zone: options.zone, holidays: options.holidays ?? [] };
  const holidays = await loadRegionHolidays(choice.holidays, context);
  const pauses = readPauses(options.pause ?? [], context, diagnostics);
  const form = readForm(path, options, first);
  const shownPath = path === "-" ? "stdin" : path;
  const columnChoice = {
    path: shownPath,
    map: readMap(options.map ?? []),
    preset: options.preset,
    hasPriority: priority !== undefined,
  };
  const priorityMap = readPriorityMap(options.priorityMap ?? [], context);
  const notes = new ReadingNotes();
  const calendars = new Map<string, Calendar>();
  const reached = new ReachedSpan();
  const prescan = new Prescan(
    { ...form, columns: columnChoice, wantsColumns: question.wantsColumns === true },
    options.dateOrder,
  );
  let layout: ColumnMap | undefined;
  let timesZone: Zone | undefined;
  let rowParser: RowParser | undefined;

  const fills = new Map<Fill["column"], { column: Fill["column"]; filled: number; own: number }>();
  const flags = { plan: plans.length === 1 ? options.plan : undefined, priority, region, zone: options.zone };
  for (const column of ["plan", "priority", "region", "zone"] as const)
    if (flags[column] !== undefined && !(column === "plan" && question.fillsPlan))
      fills.set(column, { column, filled: 0, own: 0 });

  /** A sink that counts, on the way, the cells that flags filled. */
  function counting(sink: RowHandler): RowHandler {
    if (fills.size === 0) return sink;
    return {
      begin: (found, shape) => sink.begin(found, shape),
      ticket(ticket) {
        if (ticket.targets)
          for (const fill of fills.values()) fill[ticket.targets.cells[fill.column] === "" ? "filled" : "own"]++;
        sink.ticket(ticket);
      },
    };
  }

  function calendarFor(id: string, zone: string | undefined): Calendar {
    const key = `${id} ${zone ?? ""}`;
    const ready = calendars.get(key);
    if (ready) return ready;
    const { calendar } = regionCalendar(id, zone, holidays.of(id), context);
    calendars.set(key, calendar);
    reached.useRegion(id, calendar.zone);
    return calendar;
  }

  function assumeTarget({ target }: PlanTarget, id: string | undefined, zone: string | undefined): void {
    if (target.clock === "24x7" || id === undefined) return;
    const region = dataset.regions[id] as Region;
    const name = textIn(region.name, context.lang);
    assumeCalendar({ id, name, region, holidays: holidays.of(id) }, { zone }, diagnostics);
    if (target.clock === "24x5") diagnostics.assume({ code: "24x5-window", zone: undefined });
    if (target.clock === "business-days")
      diagnostics.assume({ code: "day-count-rule", rule: options.countDays ?? "same-time" });
    diagnostics.assume({ code: "clock-start" });
  }

  /** The zone of times without an offset: the flag's, the export's, or the one all times are read in. Asked where a row has such a time. */
  function sourceZone({ preset, names }: ColumnMap): Zone {
    if (options.sourceTz !== undefined) return findZone(options.sourceTz);
    if (preset === undefined || !presets[preset].utcHeaders.includes(names.opened))
      return inputZone(context, diagnostics, ["--tz", "--source-tz"]);
    diagnostics.assume({ code: "export-zone", column: names.opened, preset, zone: "UTC" });
    return findZone("UTC");
  }

  function hasResponses(): boolean {
    return (layout !== undefined && hasResponseColumn(layout)) || rowParser?.hasResponses === true;
  }

  /** What reads the values of the rows, once the columns are found. */
  function rowParserFor(found: ColumnMap): RowParser {
    layout = found;
    if (plans.length === 0 && found.at.plan < 0) {
      throw new CliError({
        code: "missing-option",
        options: ["--plan"],
        command: question.command,
        allowed: Object.keys(dataset.plans),
      });
    }
    const preset = found.preset === undefined ? undefined : presets[found.preset];
    if (found.preset !== undefined && found.isDetected) diagnostics.assume({ code: "preset", preset: found.preset });
    const { orderFound } = prescan;
    if (orderFound) diagnostics.assume({ code: "date-order", ...orderFound, column: found.names[orderFound.column] });
    const resolver = new TargetResolver({
      dataset,
      plans,
      usesOwnPlan: plans.length < 2 && found.at.plan >= 0,
      alsoPlans: question.alsoPlans,
      priority,
      region,
      zone: options.zone,
      product: readProduct(options.product, dataset),
      countDays: options.countDays ?? "same-time",
      pauses,
      hasHolidays: choice.holidays.length > 0,
      priorityMap,
      calendarOf: calendarFor,
      defaultZone: () => shownZone(context, question.showsZones ? diagnostics : new Diagnostics()),
      findZone,
      onTarget: assumeTarget,
      names: found.names,
      preset,
    });
    const zone = () => {
      timesZone ??= sourceZone(found);
      return timesZone;
    };
    rowParser = new RowParser(found, resolver, { zone, order: prescan.order, locales: preset?.locales ?? [] });
    return rowParser;
  }

  /** Rows to tickets. */
  function ticketsOf(handler: RowHandler): RowSink {
    let parser: RowParser;
    return {
      begin(found, fileFormat) {
        handler.begin(found, fileFormat);
        parser = rowParserFor(found);
      },
      row(row) {
        const ticket = parser.read(row);
        reached.include(ticket.opened);
        handler.ticket(ticket);
      },
    };
  }

  return {
    format: rowFormats[form.format],
    plans,
    statusContext: {
      now: context.now,
      atRiskPercent: readPercent("--at-risk", options.atRisk) ?? defaultAtRiskPercent,
    },
    layout: () => layout,
    prescan: prescan.prescan,
    reader: (sink) =>
      openReader({
        ...form,
        columns: columnChoice,
        notes,
        sink: ticketsOf(counting(sink)),
        keys: () => prescan.keys,
      }),
    fills: () => [...fills.values()].filter(({ column }) => (layout?.at[column] ?? -1) >= 0),
    hasResponses,
    finish() {
      warnOfForm(notes, diagnostics);
      reached.noteUnconfirmed(holidays, diagnostics);
      if (layout && !hasResponses())
        diagnostics.assume({ code: "no-response-column", likely: likelyResponses(layout) });
      const { gaps = 0, overlaps = 0, doubtfulLine = 0 } = rowParser ?? {};
      if (gaps + overlaps > 0 && timesZone) {
        diagnostics.warn({ code: "doubtful-local-times", gaps, overlaps, line: doubtfulLine, zone: timesZone.id });
      }
    },
  };
}
