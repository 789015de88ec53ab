/**
 * Rows that are events of tickets, and lists of events inside tickets: the flags about them, and how tickets are read with what they say.
 */
import { eventMetric, metricsOf } from "../data/metrics.js";
import { CliError } from "../errors.js";
import type { ColumnChoice, ColumnMap, ColumnNames, EventList } from "../tickets/columns.js";
import type { Condition, RowCondition } from "../tickets/conditions.js";
import { eventLayout, withoutColumns } from "../tickets/event-layout.js";
import { EventMeanings, type MeaningConditions } from "../tickets/event-meanings.js";
import { EventLog } from "../tickets/events.js";
import { ListedEvents } from "../tickets/listed-events.js";
import { type Column, columns, responseColumns } from "../tickets/names.js";
import { RowParser, type RowReading } from "../tickets/parse-row.js";
import type { FileFormat } from "../tickets/row.js";
import type { Context } from "./context.js";
import { placeCondition, placeName } from "./ticket-filters.js";
import { type NamedColumns, type ReadingOptions, readConditions } from "./ticket-options.js";

const pauseColumns = ["pauses", "pause-time"] as const satisfies readonly Column[];

/** What events mean, and where they are. */
export interface EventOptions {
  readonly respondedWhen: readonly Condition[];
  readonly pauseWhen: readonly Condition[];
  readonly customerWhen: readonly Condition[];
  /** Each row is one. */
  readonly areRows: boolean;
  /** The list inside a ticket, and the keys of the times of its events. */
  readonly list: EventList | undefined;
}

/** The options of events. Throws `missing-option`, and `conflicting-options` with columns for the same. */
export function readEventOptions(options: ReadingOptions, { map }: NamedColumns, command: string): EventOptions {
  const { events = false, eventsIn, respondedWhen, pauseWhen, customerWhen } = options;
  if (eventsIn?.trim() === "") throw new CliError({ code: "missing-value", option: "--events-in" });
  if (events && eventsIn !== undefined)
    throw new CliError({ code: "conflicting-options", options: ["--events", "--events-in"] });
  const isAboutEvents = [respondedWhen, pauseWhen, customerWhen, map.at].some((one) => one !== undefined);
  if (isAboutEvents && !events && eventsIn === undefined)
    throw new CliError({ code: "missing-option", options: ["--events"], command });
  if (customerWhen !== undefined && respondedWhen === undefined)
    throw new CliError({ code: "missing-option", options: ["--responded-when"], command });
  const refuse = (option: string, refused: readonly Column[]) => {
    const column = refused.find((one) => map[one] !== undefined && map[one]?.[0] !== "");
    if (column) throw new CliError({ code: "conflicting-options", options: [option, `--map ${column}`] });
  };
  if (respondedWhen) refuse("--responded-when", responseColumns);
  if (pauseWhen) refuse("--pause-when", pauseColumns);
  const at = (map.at ?? ["at"]).flatMap((name) => name.split("|")).map((name) => name.trim());
  return {
    respondedWhen: readConditions("--responded-when", respondedWhen),
    pauseWhen: readConditions("--pause-when", pauseWhen),
    customerWhen: readConditions("--customer-when", customerWhen),
    areRows: events,
    list: eventsIn === undefined ? undefined : { path: eventsIn.trim(), at, isMapped: map.at !== undefined },
  };
}

/** The next response is read from events with `--customer-when`, and `--customer-when` is only about that metric. */
export function checkEventMetric(
  options: ReadingOptions,
  command: string,
  { dataset, several, metric }: Context,
): void {
  const { events, eventsIn, respondedWhen, customerWhen } = options;
  const missing = (options: readonly string[]) => new CliError({ code: "missing-option", options, command });
  if (metric?.id === eventMetric) {
    if (customerWhen !== undefined) return;
    if (!events && eventsIn === undefined) throw new CliError({ code: "metric-of-events", metric: eventMetric });
    throw missing([...(respondedWhen === undefined ? ["--responded-when"] : []), "--customer-when"]);
  }
  if (customerWhen === undefined) return;
  const datasets = several?.map((one) => one.dataset) ?? [dataset];
  if (datasets.some((one) => metricsOf(one).includes(eventMetric))) throw missing([`--metric ${eventMetric}`]);
  const asked = { option: "--customer-when", metric: eventMetric };
  throw new CliError({ code: "metric-not-in-dataset", ...asked, datasets: datasets.map(({ id }) => id) });
}

/** A file as its rows are read. */
interface FileRows {
  readonly path: string;
  readonly format: FileFormat;
  readonly reading: RowReading;
}

/** The tickets of a file with their events: a log that makes rows of them, or lists inside them. */
export interface EventfulRows extends Pick<FileRows, "format" | "reading"> {
  readonly log?: EventLog;
  readonly lists?: ListedEvents;
}

/** How columns are found where rows are events, or have lists of them: then the column of times is that of the list. */
export function eventColumns(
  { areRows, list, respondedWhen, pauseWhen }: EventOptions,
  map: ColumnNames,
): Pick<ColumnChoice, "map" | "events"> {
  if (!areRows && !list) return { map };
  const areTimed = respondedWhen.length + pauseWhen.length > 0;
  return list ? { map: { ...map, at: [list.path] }, events: { areTimed, list } } : { map, events: { areTimed } };
}

/** The rows of a file with what events say of them. `named` are columns that other flags name. */
export function openEvents(
  file: FileRows,
  options: EventOptions,
  { named, closedWhen }: { readonly named: readonly string[]; readonly closedWhen: readonly Condition[] },
): EventfulRows {
  if (options.areRows) return openEventLog(file, options, named);
  return options.list ? openListedEvents(file, options, options.list, closedWhen) : file;
}

/** The conditions of events with the columns that they are about. */
function placed(
  { respondedWhen, pauseWhen, customerWhen }: EventOptions,
  place: (condition: Condition) => RowCondition,
): Omit<MeaningConditions, "closedWhen"> {
  return {
    respondedWhen: respondedWhen.map(place),
    pauseWhen: pauseWhen.map(place),
    customerWhen: customerWhen.map(place),
  };
}

/** Columns that flags about events take the place of. */
function replacedBy({ respondedWhen, pauseWhen }: EventOptions): readonly Column[] {
  return [...(respondedWhen.length > 0 ? responseColumns : []), ...(pauseWhen.length > 0 ? pauseColumns : [])];
}

/** The log of a file, and the rows of tickets that it makes. `named` are columns that other flags name. */
function openEventLog(
  { path, format, reading }: FileRows,
  options: EventOptions,
  named: readonly string[],
): EventfulRows {
  const { columnMap, closedWhen, now, where } = reading;
  const place = (condition: Condition) => placeCondition(condition, columnMap, path);
  const meanings = new EventMeanings({ ...placed(options, place), closedWhen });
  const kept = [...where, ...named.map((name) => placeName(name, columnMap, path))];
  const positions = kept.flatMap((one) => one.positions);
  const layout = eventLayout(columnMap, format, positions, replacedBy(options));
  const move = (condition: RowCondition): RowCondition => ({
    ...condition,
    positions: condition.positions.map((position) => layout.positions.indexOf(position)),
  });
  return {
    log: new EventLog({ columnMap, layout, meanings, now, reader: new RowParser(reading) }),
    // The last event of a ticket decides whether it is closed.
    reading: { ...reading, columnMap: layout.columnMap, where: where.map(move), closedWhen: [] },
    format: layout.format,
  };
}

/** The lists of events of a file, and what its tickets are read with. `closedWhen` may be about events too. */
function openListedEvents(
  { format, reading }: FileRows,
  options: EventOptions,
  list: EventList,
  closedWhen: readonly Condition[],
): EventfulRows {
  const { respondedWhen, pauseWhen, customerWhen } = options;
  const conditions = [...respondedWhen, ...pauseWhen, ...customerWhen, ...closedWhen];
  const keys = [...new Set([...list.at, ...conditions.map(({ left }) => left)])];
  const columnMap = columnsOfEvents(reading.columnMap, list, keys);
  const place = (condition: Condition) => placeCondition(condition, columnMap, list.path);
  const meanings = new EventMeanings({ ...placed(options, place), closedWhen: closedWhen.map(place) });
  const left = withoutColumns(reading.columnMap, replacedBy(options));
  const ofTickets = { ...reading, columnMap: { ...left, names: columnMap.names } };
  const lists = new ListedEvents({
    path: list.path,
    keys,
    meanings,
    events: new RowParser({ ...reading, columnMap }),
    tickets: new RowParser(ofTickets),
    names: columnMap.names,
    now: reading.now,
  });
  return { lists, reading: ofTickets, format };
}

/** The columns of events with these keys, of which the first are those of the time. */
function columnsOfEvents(found: ColumnMap, { path, at }: EventList, keys: readonly string[]): ColumnMap {
  const nowhere = Object.fromEntries(columns.map((column) => [column, -1])) as ColumnMap["at"];
  return {
    ...found,
    header: keys,
    found: keys.length,
    at: { ...nowhere, at: 0 },
    others: at.length > 1 ? { at: at.slice(1).map((key) => keys.indexOf(key)) } : {},
    names: { ...found.names, at: `${path}.${at[0]}` },
  };
}
