/**
 * Which tickets of a file are chosen: conditions on its columns, and the time of opening in the zone of each ticket.
 */
import { dayMs, parseDay } from "../core/date.js";
import { parseTypedTime } from "../core/typed-time.js";
import { findZone, type Zone } from "../core/zone.js";
import { foldName } from "../data/lookup.js";
import { CliError } from "../errors.js";
import { nearestNames } from "../suggest.js";
import type { ColumnMap } from "../tickets/columns.js";
import type { Condition } from "../tickets/conditions.js";
import { type Column, columns, type WordColumn, wordColumns } from "../tickets/names.js";
import type { RowCondition } from "../tickets/parse-row.js";
import type { TicketTargets } from "../tickets/targets.js";

/** A condition with the columns of a file: its left side is a header, else the name of a column. Throws `missing-column`. */
export function placeCondition(condition: Condition, columnMap: ColumnMap, path: string): RowCondition {
  const { header, found, at, others } = columnMap;
  const { left } = condition;
  const folded = foldName(left);
  const exact = header.indexOf(left);
  const position = exact >= 0 ? exact : header.findIndex((name) => foldName(name) === folded);
  const named = columns.find((column) => column === folded);
  const owner = columns.find((column) => position >= 0 && [at[column], ...(others[column] ?? [])].includes(position));
  if (position >= 0 && !(named !== undefined && position >= found && at[named] !== position))
    return { ...condition, positions: [position], role: wordColumnOf(owner) };
  const role = wordColumnOf(named);
  const positions = named === undefined ? [] : [at[named], ...(others[named] ?? [])].filter((place) => place >= 0);
  if (positions.length > 0 || role !== undefined) return { ...condition, positions, role };
  const names = header.slice(0, found);
  throw new CliError({
    code: "missing-column",
    path,
    columns: [left],
    nearest: nearestNames(left, names, 1),
    found: names.slice(0, 12),
  });
}

function wordColumnOf(column: Column | undefined): WordColumn | undefined {
  return wordColumns.find((word) => word === column);
}

export interface SpanOptions {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly showTz?: string | undefined;
}

/**
 * Whether a ticket was opened in the span, half-open, of `--from` and `--to`: local times are those of `--show-tz`, else of the ticket's
 * region, else UTC. Undefined where neither flag is there. Throws `bad-time`.
 */
export function openedWithin(
  { from, to, showTz }: SpanOptions,
  now: number,
): ((opened: number, targets: TicketTargets | undefined) => boolean) | undefined {
  if (from === undefined && to === undefined) return undefined;
  const shown = showTz === undefined || showTz === "region" ? undefined : findZone(showTz);
  const utc = findZone("UTC");
  const spans = new Map<Zone, { readonly from: number; readonly to: number }>();
  const spanIn = (zone: Zone) => {
    const known = spans.get(zone);
    if (known) return known;
    const span = {
      from: from === undefined ? Number.NEGATIVE_INFINITY : endOfSpan("--from", from, zone, now),
      to: to === undefined ? Number.POSITIVE_INFINITY : endOfSpan("--to", to, zone, now),
    };
    spans.set(zone, span);
    return span;
  };
  spanIn(shown ?? utc);
  return (opened, targets) => {
    const own = targets?.region === undefined ? undefined : targets.zone;
    const span = spanIn(shown ?? own ?? utc);
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
