/**
 * `deadline --input`: many tickets from a file, each row out as it came in, with its deadlines. Turns blocks of bytes into blocks of bytes.
 */
import type { BlockTransform } from "../block-transform.js";
import { measuringClock } from "../core/deadline.js";
import type { Status } from "../core/status.js";
import { textIn } from "../data/dataset.js";
import type { JoinedDatasets } from "../data/joined.js";
import { CliError, positionOf, type RowError, type RowErrorAt, type RowPosition } from "../errors.js";
import type { DatasetRef, TicketAnswer } from "../report.js";
import { ByteWriter } from "../tickets/byte-writer.js";
import type { ColumnMap } from "../tickets/columns.js";
import type { BatchFormat, Reading } from "../tickets/names.js";
import type { RowHandler } from "../tickets/parse-row.js";
import {
  type LocalZone,
  noRows,
  ResultCounter,
  type RowCounts,
  RowResult,
  sampleError,
} from "../tickets/row-result.js";
import {
  hasTarget,
  isTooLong,
  type PlanOutcome,
  type PlanTarget,
  type StatusContext,
  type WithoutTarget,
} from "../tickets/targets.js";
import type { TicketRow } from "../tickets/ticket.js";
import type { WorkbookRows } from "../tickets/workbook-rows.js";
import { TicketWriter } from "../tickets/writer.js";
import { type Context, checkInForce, Diagnostics, datasetRefs, readShowTz } from "./context.js";
import { foundBy } from "./deadline.js";
import { prepareTickets, type TicketFile, type TicketOptions } from "./ticket-file.js";

export interface BatchOptions extends TicketOptions {
  readonly opened?: string;
  readonly responded?: string;
  readonly explain?: boolean;
  readonly checkStatus?: "at-risk" | true;
  readonly dueWithin?: string;
}

/** The sentences and documents that are made elsewhere. */
export interface BatchTexts {
  explain(error: RowError): string;
  /** A document around its tickets: JSON, or a calendar file. */
  readonly document: {
    /** The text between two tickets. */
    readonly separator: string;
    open(datasets: ReturnType<typeof datasetRefs>, now: number, metric: string | undefined): string;
    ticket(answer: TicketAnswer | undefined, row: BatchRow): string;
    close(summary: BatchSummary): string;
  };
}

/** A row as JSON names it. */
export interface BatchRow extends RowPosition {
  readonly id: string;
  readonly error: RowError | undefined;
}

export interface BatchSummary extends RowCounts {
  readonly dataset: DatasetRef;
  /** The first bad rows. */
  readonly seen: readonly RowErrorAt[];
  readonly reading: Reading;
  readonly assumptions: Diagnostics["assumptions"];
  readonly warnings: Diagnostics["warnings"];
  /** How many tickets `--check` found in each of its statuses; undefined where it found none. */
  readonly found:
    | readonly { readonly status: "missed" | "overdue" | "at-risk"; readonly tickets: number }[]
    | undefined;
  /** How many tickets `--due-within` found. */
  readonly due: number;
}

export interface Batch extends BlockTransform {
  summary(): BatchSummary;
}

/** `wanted` is the form that a flag sets; without one, rows come out in the form they came in. */
export async function prepareBatch(
  path: string,
  options: BatchOptions,
  wanted: BatchFormat | undefined,
  context: Context,
  texts: BatchTexts,
  first: Uint8Array,
): Promise<Batch> {
  const single = (["opened", "responded", "explain"] as const).filter((key) => options[key] !== undefined);
  if (single.length > 0)
    throw new CliError({ code: "conflicting-options", options: ["--input", ...single.map((key) => `--${key}`)] });
  const diagnostics = new Diagnostics(context.notices);
  const question = {
    command: "deadline --input",
    alsoPlans: [],
    mayCompare: true,
    wantsColumns: wanted === "csv" || wanted === "tsv" || wanted === "xlsx",
    showsZones: isDocument(wanted) || options.showTz === "region",
  };
  const file = await prepareTickets(path, options, question, context, diagnostics, first);
  const format = wanted ?? file.format;
  const writer = await writerOf(format, wanted, options, file, context, texts);
  const reader = file.reader(writer);
  await checkInForce(context, context.now, diagnostics);

  function summary(): BatchSummary {
    const { checkStatus } = options;
    const found =
      checkStatus === undefined
        ? []
        : foundBy(checkStatus).map((status) => ({ status, tickets: writer.counts.byStatus[status] }));
    return {
      ...writer.counts,
      ...datasetRefs(context),
      seen: writer.seen,
      reading: file.reading(),
      assumptions: diagnostics.assumptions,
      warnings: diagnostics.warnings,
      found: found.some(({ tickets }) => tickets > 0) ? found : undefined,
      due: writer.due,
    };
  }

  return {
    prescan: file.prescan,
    feed(block) {
      reader.feed(block);
      return writer.out.take();
    },
    *end() {
      for (const _ of reader.end()) yield writer.out.take();
      file.finish();
      if (writer instanceof ResultCounter) warnOfChanges(writer, diagnostics);
      if (!(writer instanceof TicketWriter)) writer.close(summary);
      yield writer.out.take();
    },
    rows: () => writer.counts.read,
    summary,
  };
}

async function writerOf(
  format: BatchFormat,
  wanted: BatchFormat | undefined,
  { formulas, showTz, isFrom1904 = false }: BatchOptions,
  { plans, statusContext }: TicketFile,
  context: Context,
  texts: BatchTexts,
): Promise<DocumentWriter | TicketWriter | WorkbookRows> {
  if (isDocument(format)) return new DocumentWriter(context, statusContext, texts);
  const { explain } = texts;
  const localZone = localZoneOf(showTz);
  if (format === "xlsx") {
    const { WorkbookRows } = await import("../tickets/workbook-rows.js");
    return new WorkbookRows({ plans, localZone, statusContext, isFrom1904, explain });
  }
  const keeps = { keepsSeparator: wanted === undefined, keepsFormulas: formulas === "keep" };
  return new TicketWriter({ format, ...keeps, plans, localZone, statusContext, explain });
}

/** The zone that deadlines are also written in: that of `--show-tz`, or each ticket's own. */
function localZoneOf(showTz: string | undefined): LocalZone | undefined {
  if (showTz === "region") return ({ zone }) => zone;
  const shown = readShowTz(showTz);
  return shown && (() => shown);
}

/** Notes what is not as the file has it: names of added columns, and cells with an apostrophe. */
function warnOfChanges({ renamed, escapedCells }: ResultCounter, diagnostics: Diagnostics): void {
  if (renamed.length > 0) diagnostics.warn({ code: "column-names", added: renamed });
  if (escapedCells > 0) diagnostics.warn({ code: "escaped-cells", cells: escapedCells });
}

function isDocument(format: BatchFormat | undefined): format is "json" | "ics" {
  return format === "json" || format === "ics";
}

/** One document, written as the rows come: an answer for each ticket and plan, as for a single ticket. */
class DocumentWriter implements RowHandler {
  readonly out = new ByteWriter();
  readonly counts = noRows();
  readonly seen: RowErrorAt[] = [];
  private readonly outcome = new RowResult();

  get due(): number {
    return this.outcome.due;
  }

  private readonly context: Context;
  private readonly ownNames: ReturnType<JoinedDatasets["ownNames"]> | undefined;
  private readonly statusContext: StatusContext;
  private readonly texts: BatchTexts;
  private layout: ColumnMap | undefined;
  private written = 0;

  constructor(context: Context, statusContext: StatusContext, texts: BatchTexts) {
    this.context = context;
    this.ownNames = context.joined?.ownNames(context.lang);
    this.statusContext = statusContext;
    this.texts = texts;
  }

  begin(columnMap: ColumnMap): void {
    this.layout = columnMap;
    this.out.text(this.texts.document.open(datasetRefs(this.context), this.context.now, this.context.metric?.id));
  }

  ticket(ticket: TicketRow): void {
    const { outcome: result, counts, seen } = this;
    result.compute(ticket, this.statusContext);
    counts.read++;
    const perPlan = ticket.targets?.perPlan ?? [];
    const isEndless = (one: PlanOutcome) => hasTarget(one) && isTooLong(one, ticket, this.statusContext.now);
    const error = result.error ?? (perPlan.some(isEndless) ? ({ code: "beyond-horizon" } as const) : undefined);
    if (error) {
      counts.bad++;
      sampleError(seen, ticket.row, error);
    }
    const row = { ...positionOf(ticket.row), id: ticket.row.cell(this.layout?.at.id ?? -1), error };
    perPlan.forEach((one, i) => {
      const status = result.statuses[i];
      if ("code" in one || !status || isEndless(one)) return;
      this.write(this.texts.document.ticket(this.answerOf(ticket, one, result.deadlines[i] as number, status), row));
      if (status !== "no-target") counts.byStatus[status]++;
    });
    if (error) this.write(this.texts.document.ticket(undefined, row));
  }

  close(summary: () => BatchSummary): void {
    this.out.text(this.texts.document.close(summary()));
  }

  private write(text: string): void {
    if (text === "") return;
    this.out.text(`${this.written++ === 0 ? "" : this.texts.document.separator}${text}`);
  }

  private answerOf(
    { targets, opened, responded }: TicketRow,
    outcome: PlanTarget | WithoutTarget,
    deadline: number,
    status: Status | "no-target",
  ): TicketAnswer {
    const { dataset, lang, now } = this.context;
    const { plan, place } = outcome;
    const { region, zone } = place;
    const { priority } = targets!;
    const given = {
      plan,
      planName: textIn(dataset.plans[plan]!.name, lang),
      priority,
      priorityName: textIn(dataset.priorities[priority]!.name, lang),
      ...(this.ownNames && { ownPriority: this.ownNames[plan]?.[priority] }),
      region,
      regionName: region === undefined ? undefined : textIn(dataset.regions[region]!.name, lang),
      zone,
      opened,
      ...(!Number.isNaN(responded) && { responded }),
    };
    if (!hasTarget(outcome) || status === "no-target") return { ...given, status: "no-target" };
    const { target, open } = outcome;
    const until = !Number.isNaN(responded) ? responded : now;
    const usedMs = until > opened ? open.elapsed(opened, until) : 0;
    return {
      ...given,
      clockStarts: deadline === opened ? opened : open.nextOpen(opened),
      target,
      meter: measuringClock(target),
      deadline: deadline,
      status,
      usedMs,
      remainingMs: open.elapsed(opened, deadline) - usedMs,
      // One that was closed without a response is not late, whatever the time is now.
      ...(until > deadline && status !== "closed" && { lateMs: open.elapsed(deadline, until) }),
    };
  }
}
