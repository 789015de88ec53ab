/**
 * The tickets of an input, read as the commands read a file: options become those of the commands, and rows become data. Loaded when the
 * first ticket is read.
 */
import { type Context, Diagnostics } from "../commands/context.js";
import { contextForMetric } from "../commands/metric.js";
import { prepareTickets, type TicketFile, type TicketOptions } from "../commands/ticket-file.js";
import { CliError, positionOf, type RowError } from "../errors.js";
import type { BlockInput } from "../io/files.js";
import { packingOf } from "../io/packing.js";
import { fileForm } from "../io/stream.js";
import type { ColumnMap } from "../tickets/columns.js";
import type { RowHandler } from "../tickets/parse-row.js";
import type { TicketRow } from "../tickets/ticket.js";
import { memoryInput } from "./memory-input.js";
import type { BadTicket, ReadTicketsOptions, Ticket, TicketContext, TicketInput, TicketReading } from "./tickets.js";

const question = { command: "readTickets", alsoPlans: [], mayCompare: false, mayLackPlan: true, showsZones: false };

export async function* ticketsOf(
  input: TicketInput,
  options: ReadTicketsOptions,
): AsyncGenerator<Ticket | BadTicket, TicketReading, undefined> {
  const diagnostics = new Diagnostics();
  const { name, bytes, first, given } = await openInput(input, options);
  try {
    const file = await prepareTickets(name, given, question, contextOf(options), diagnostics, first);
    await prescan(file, bytes, first);
    const rows = new TicketCollector(options.zone !== undefined);
    const reader = file.reader(rows);
    for await (const block of bytes.blocks()) {
      reader.feed(block);
      yield* rows.take();
    }
    for (const _ of reader.end()) yield* rows.take();
    yield* rows.take();
    file.finish();
    const { assumptions, warnings } = diagnostics;
    return { ...file.reading(), read: rows.read, bad: rows.bad, assumptions, warnings };
  } catch (error) {
    throw libraryError(error);
  } finally {
    await bytes.close();
  }
}

/** The context of the commands, without a file system, a clock or a zone of the system. */
export function contextOf({ dataset, now, metric, readFile }: TicketContext): Context {
  const context: Context = {
    dataset,
    lang: "en",
    now,
    inputZone: { name: undefined, assumed: false },
    readText(path) {
      if (!readFile) throw new RangeError(`readFile is required to read ${path}`);
      return readFile(path);
    },
  };
  return metric === undefined ? context : contextForMetric(context, metric, false);
}

/** An error of the commands; where it is about the zone of the system, which the library does not read, a RangeError. */
export function libraryError(error: unknown): unknown {
  const needsZone = error instanceof CliError && error.error.code === "unknown-system-zone";
  return needsZone ? new RangeError("sourceTz is required because the input has times without an offset") : error;
}

/** The bytes of an input, their beginning, and the options as the commands have them. */
export async function openInput(input: TicketInput, options: ReadTicketsOptions) {
  const { name = "input", sheet } = options;
  const bytes = await unpacked(memoryInput(input), name, sheet);
  const first = await bytes.first();
  const given: TicketOptions = { ...commandOptions(options), ...fileForm(bytes) };
  return { name, bytes, first, given };
}

async function unpacked(input: BlockInput, name: string, sheet: string | undefined): Promise<BlockInput> {
  if (packingOf(await input.first()) === undefined) return input;
  const { unpack } = await import("../io/unpack.js");
  return unpack(input, name, sheet);
}

/** Reads the whole input for what only the whole shows, where its beginning shows that this is needed. */
export async function prescan(file: Pick<TicketFile, "prescan">, bytes: BlockInput, first: Uint8Array): Promise<void> {
  const reader = file.prescan(first);
  if (!reader) return;
  await bytes.keep();
  for await (const block of bytes.blocks()) reader.feed(block);
  reader.end();
}

/** The options as the commands have them. */
function commandOptions(options: ReadTicketsOptions): TicketOptions {
  const { map = {}, sourceTz, priorityMap, regionMap, planMap, plan, zone, format, skipLines, ...others } = options;
  return {
    ...others,
    map: Object.entries(map).flatMap(([column, headers]) => [headers].flat().map((header) => `${column}=${header}`)),
    ...(priorityMap && { priorityMap: pairs(priorityMap) }),
    ...(regionMap && { regionMap: pairs(regionMap) }),
    ...(planMap && { planMap: pairs(planMap) }),
    ...(sourceTz !== undefined && { sourceTz: typeof sourceTz === "string" ? [sourceTz] : pairs(sourceTz) }),
    ...(plan !== undefined && { plan: [plan] }),
    ...(zone !== undefined && { zone: [zone] }),
    ...(format && { inputFormat: format }),
    ...(skipLines !== undefined && { skipLines: String(skipLines) }),
  };
}

function pairs(words: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(words).map(([word, id]) => `${word}=${id}`);
}

/** Tickets as data, until they are passed on. */
class TicketCollector implements RowHandler {
  read = 0;
  bad = 0;
  private tickets: (Ticket | BadTicket)[] = [];
  private headers: readonly (readonly [name: string, position: number])[] = [];
  private idAt = -1;
  private readonly hasZone: boolean;

  /** `hasZone`: an option names the zone of tickets whose row does not. */
  constructor(hasZone: boolean) {
    this.hasZone = hasZone;
  }

  begin({ header, found, at }: ColumnMap): void {
    this.idAt = at.id;
    this.headers = [
      ...new Map(
        header
          .slice(0, found)
          .map((name, i) => [name, i] as const)
          .reverse(),
      ),
    ].reverse();
  }

  ticket(ticket: TicketRow): void {
    const { row, targets, opened, responded, isClosed, error } = ticket;
    this.read++;
    const cells = Object.fromEntries(this.headers.map(([name, position]) => [name, row.text(position)]));
    const shared = { ...positionOf(row), id: row.cell(this.idAt), cells };
    if (error) this.refuse({ ...shared, error });
    if (error || !targets) return;
    const { plan, priority, region, zone, pauses, pauseMs } = targets;
    this.tickets.push({
      ...shared,
      ...(plan !== undefined && { plan }),
      priority,
      ...(region !== undefined && { region }),
      ...((this.hasZone || targets.cells.zone !== "") && { zone: zone.id }),
      opened,
      ...(!Number.isNaN(responded) && { responded }),
      closed: isClosed,
      pauses,
      pauseMs,
    });
  }

  /** The tickets since the last time. */
  take(): readonly (Ticket | BadTicket)[] {
    const { tickets } = this;
    this.tickets = [];
    return tickets;
  }

  private refuse(bad: BadTicket & { readonly error: RowError }): void {
    this.bad++;
    this.tickets.push(bad);
  }
}
