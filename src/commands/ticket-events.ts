/**
 * Rows that are events of tickets: the flags about them, and how tickets are read once their events are grouped.
 */
import { CliError } from "../errors.js";
import type { Condition, RowCondition } from "../tickets/conditions.js";
import { eventLayout } from "../tickets/event-layout.js";
import { EventLog } from "../tickets/events.js";
import { type Column, responseColumns } from "../tickets/names.js";
import { RowParser, type RowReading } from "../tickets/parse-row.js";
import type { FileFormat } from "../tickets/row.js";
import { placeCondition, placeName } from "./ticket-filters.js";
import { type NamedColumns, type ReadingOptions, readConditions } from "./ticket-options.js";

const pauseColumns = ["pauses", "pause-time"] as const satisfies readonly Column[];

/** What events mean, by conditions on their cells. */
export interface EventConditions {
  readonly respondedWhen: readonly Condition[];
  readonly pauseWhen: readonly Condition[];
}

/** The conditions of events. Throws `missing-option` without `--events`, and `conflicting-options` with columns for the same. */
export function readEventConditions(options: ReadingOptions, { map }: NamedColumns, command: string): EventConditions {
  const { events, respondedWhen, pauseWhen } = options;
  const isAboutEvents = respondedWhen !== undefined || pauseWhen !== undefined || map.at !== undefined;
  if (events !== true && isAboutEvents) throw new CliError({ code: "missing-option", options: ["--events"], command });
  const refuse = (option: string, columns: readonly Column[]) => {
    const column = columns.find((one) => map[one] !== undefined && map[one]?.[0] !== "");
    if (column) throw new CliError({ code: "conflicting-options", options: [option, `--map ${column}`] });
  };
  if (respondedWhen) refuse("--responded-when", responseColumns);
  if (pauseWhen) refuse("--pause-when", pauseColumns);
  return {
    respondedWhen: readConditions("--responded-when", respondedWhen),
    pauseWhen: readConditions("--pause-when", pauseWhen),
  };
}

/** Whether some event means something, so that its time matters. */
export function hasMeanings({ respondedWhen, pauseWhen }: EventConditions): boolean {
  return respondedWhen.length + pauseWhen.length > 0;
}

/** A file as its rows are read. */
interface FileRows {
  readonly path: string;
  readonly format: FileFormat;
  readonly reading: RowReading;
}

/** The log of a file, and the rows of tickets that it makes. `columns` are those that other flags name. */
export function openEventLog(
  { path, format, reading }: FileRows,
  conditions: EventConditions,
  columns: readonly string[],
): { readonly log: EventLog; readonly reading: RowReading; readonly format: FileFormat } {
  const { columnMap, closedWhen, now, where } = reading;
  const place = (condition: Condition) => placeCondition(condition, columnMap, path);
  const respondedWhen = conditions.respondedWhen.map(place);
  const pauseWhen = conditions.pauseWhen.map(place);
  const replaced = [
    ...(respondedWhen.length > 0 ? responseColumns : []),
    ...(pauseWhen.length > 0 ? pauseColumns : []),
  ];
  const named = [...where, ...columns.map((name) => placeName(name, columnMap, path))];
  const layout = eventLayout(
    columnMap,
    format,
    named.flatMap(({ positions }) => positions),
    replaced,
  );
  const move = (condition: RowCondition): RowCondition => ({
    ...condition,
    positions: condition.positions.map((position) => layout.positions.indexOf(position)),
  });
  const reader = new RowParser(reading);
  return {
    log: new EventLog({ columnMap, layout, respondedWhen, pauseWhen, closedWhen, now, reader }),
    // The last event of a ticket decides whether it is closed.
    reading: { ...reading, columnMap: layout.columnMap, where: where.map(move), closedWhen: [] },
    format: layout.format,
  };
}
