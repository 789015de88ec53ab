/**
 * Which tickets of a file are chosen: conditions on its columns, and the time of opening in the zone of each ticket.
 */
import { dayMs, parseDay } from "../core/date.js";
import { parseTypedTime } from "../core/typed-time.js";
import { findZone, localDay, type Zone } from "../core/zone.js";
import { foldName } from "../data/lookup.js";
import { CliError } from "../errors.js";
import { nearestNames } from "../suggest.js";
import { areOfTicket, cellIdsOf, type IdSource } from "../tickets/cell-ids.js";
import type { ColumnMap } from "../tickets/columns.js";
import type { Condition, RowCondition } from "../tickets/conditions.js";
import { type Column, columns, type WordColumn, wordColumns } from "../tickets/names.js";
import type { Preset } from "../tickets/presets.js";
import type { TicketTargets } from "../tickets/targets.js";
import { reversedRange } from "./context.js";

/** A condition with the columns of a file. Throws `missing-column`. */
export function placeCondition(condition: Condition, columnMap: ColumnMap, path: string, ids?: IdSource): RowCondition {
  const place = placeName(condition.left, columnMap, path);
  if (!ids || !place.role) return { ...condition, ...place };
  return { ...condition, ...place, idsOf: cellIdsOf(place.role, ids), isOfTicket: areOfTicket(place.role, ids) };
}

/** The columns of a file that a name means: a header, else the name of a role. Throws `missing-column`. */
export function placeName(name: string, columnMap: ColumnMap, path: string): Pick<RowCondition, "positions" | "role"> {
  const place = findName(name, columnMap);
  if (place) return place;
  const names = columnMap.header.slice(0, columnMap.found);
  throw new CliError({
    code: "missing-column",
    path,
    columns: [name],
    nearest: nearestNames(name, names, 1),
    found: names.slice(0, 12),
  });
}

function findName(
  name: string,
  { header, found, at, others }: ColumnMap,
): Pick<RowCondition, "positions" | "role"> | undefined {
  const folded = foldName(name);
  const exact = header.indexOf(name);
  const position = exact >= 0 ? exact : header.findIndex((head) => foldName(head) === folded);
  const named = columns.find((column) => column === folded);
  const owner = columns.find((column) => position >= 0 && [at[column], ...(others[column] ?? [])].includes(position));
  if (position >= 0 && !(named !== undefined && position >= found && at[named] !== position))
    return { positions: [position], role: wordColumnOf(owner) };
  const role = wordColumnOf(named);
  const positions = named === undefined ? [] : [at[named], ...(others[named] ?? [])].filter((place) => place >= 0);
  return positions.length > 0 || role !== undefined ? { positions, role } : undefined;
}

/** The conditions of a closed ticket: those of flags, else the states of a preset; none where they may be about events, and are. */
export function placeClosedWhen(
  conditions: readonly Condition[],
  preset: Preset | undefined,
  columnMap: ColumnMap,
  mayBeOfEvents: boolean,
  place: (condition: Condition) => RowCondition,
): readonly RowCondition[] {
  if (mayBeOfEvents && conditions.some(({ left }) => !findName(left, columnMap))) return [];
  if (conditions.length > 0) return conditions.map(place);
  if (!preset || preset.closed.length === 0 || columnMap.at.status < 0) return [];
  const states = { left: "status", isEqual: true, values: new Set(preset.closed) };
  return [{ ...states, positions: [columnMap.at.status], role: undefined }];
}

function wordColumnOf(column: Column | undefined): WordColumn | undefined {
  return wordColumns.find((word) => word === column);
}

export interface SpanOptions {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly showTz?: string | undefined;
}

/** The zone whose dates periods and spans are made of: `--show-tz`, else the ticket's region, else UTC. Throws `unknown-zone`. */
export function periodZone(showTz: string | undefined): (targets: TicketTargets | undefined) => Zone {
  const shown = showTz === undefined || showTz === "region" ? undefined : findZone(showTz);
  if (shown) return () => shown;
  const utc = findZone("UTC");
  return (targets) => (targets?.region === undefined ? utc : targets.zone);
}

/**
 * Whether a ticket was opened in the span, half-open, of `--from` and `--to`: local times are those of `--show-tz`, else of the ticket's
 * region, else UTC. Undefined where neither flag is there. Throws `bad-time` or `reversed-range`.
 */
export function openedWithin(
  { from, to, showTz }: SpanOptions,
  now: number,
): ((opened: number, targets: TicketTargets | undefined) => boolean) | undefined {
  if (from === undefined && to === undefined) return undefined;
  const zoneOf = periodZone(showTz);
  const spans = new Map<Zone, { readonly from: number; readonly to: number }>();
  const spanIn = (zone: Zone) => {
    const known = spans.get(zone);
    if (known) return known;
    const span = {
      from: from === undefined ? Number.NEGATIVE_INFINITY : endOfSpan("--from", from, zone, now),
      to: to === undefined ? Number.POSITIVE_INFINITY : endOfSpan("--to", to, zone, now),
    };
    if (span.to < span.from) throw reversedRange({ from: from as string, to: to as string });
    spans.set(zone, span);
    return span;
  };
  spanIn(zoneOf(undefined));
  return (opened, targets) => {
    const span = spanIn(zoneOf(targets));
    return opened >= span.from && opened < span.to;
  };
}

function endOfSpan(option: string, text: string, zone: Zone, now: number): number {
  const parsed = parseTypedTime(text, now, () => zone);
  if (parsed.ok) return parsed.instant;
  const { problem, instead = [], day = parseDay(text.trim()) } = parsed;
  if (problem === "date-only" && day !== undefined) return zone.firstAtOrAfter(day * dayMs);
  throw new CliError({ code: "bad-time", option, value: text, problem, instead });
}

/** The first and last dates of `--from` and `--to`, each where it is given; `--to` itself is outside. */
export function daysOfSpan(
  { from, to }: SpanOptions,
  zones: readonly Zone[],
  now: number,
): { readonly first: number | undefined; readonly last: number | undefined } {
  const days = (option: "--from" | "--to", text: string, lessMs: number) =>
    zones.map((zone) => localDay(zone, endOfSpan(option, text, zone, now) - lessMs));
  return {
    first: from === undefined ? undefined : Math.min(...days("--from", from, 0)),
    last: to === undefined ? undefined : Math.max(...days("--to", to, 1)),
  };
}
