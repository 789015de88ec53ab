/**
 * Tickets with their deadlines as delimited rows or lines of JSON, in bytes: the rows as they were, and what was computed.
 * The sentences of errors come from outside. Holds one block of output at a time.
 */

import { type Status, statuses } from "../core/status.js";
import { positionOf, type RowError } from "../errors.js";
import { escapeFormula, isFormula, mayBeFormula } from "../formula.js";
import { ByteWriter } from "./byte-writer.js";
import { apostrophe, closingBrace, comma, lineFeed, openBrace, quote, space } from "./bytes.js";
import { quoteCell } from "./cells.js";
import { addedNames, type ColumnMap, uniqueNames } from "./columns.js";
import { writeIso } from "./iso-bytes.js";
import type { RowFormat } from "./names.js";
import type { RowHandler } from "./parse-row.js";
import { type PlainForm, plainFormOf } from "./plain-input.js";
import type { PlainWriter } from "./plain-rows.js";
import { type CellSpans, type FileFormat, quotesOf, type Row } from "./row.js";
import { type LocalZone, ResultCounter } from "./row-result.js";
import type { StatusContext } from "./targets.js";
import type { Ticket, TicketRow } from "./ticket.js";

export interface WriterChoice {
  readonly format: RowFormat;
  /** No flag sets another form, so a file of tabs that is not called one keeps its tabs. */
  readonly keepsSeparator: boolean;
  /** Several plans give columns with their names; one gives `deadline` and `status`. */
  readonly plans: readonly string[];
  readonly localZone: LocalZone | undefined;
  /** Cells that a spreadsheet would run come out as they are. */
  readonly keepsFormulas: boolean;
  readonly statusContext: StatusContext;
  explain(error: RowError): string;
}

const encoder = new TextEncoder();
/** What is written as a status. */
const writtenStatuses: readonly (Status | "no-target")[] = [...statuses, "no-target"];
const jsonNull = encoder.encode("null");

export class TicketWriter extends ResultCounter implements RowHandler {
  readonly out = new ByteWriter();
  private readonly choice: WriterChoice;
  private readonly encoded: Readonly<Record<Status | "no-target", Uint8Array>>;
  private readonly encodedJson: Readonly<Record<Status | "no-target", Uint8Array>>;
  private names: readonly string[] = [];
  private separator = ",";
  private separatorBytes: Uint8Array = new Uint8Array([comma]);
  private lineEnd: Uint8Array = new Uint8Array([lineFeed]);
  private keepsBytes = false;
  /** How rows look that come out as they are; undefined where none does. */
  private form: PlainForm | undefined;
  /** The added names as keys of an object. */
  private addedKeys: readonly Uint8Array[] = [];

  constructor(choice: WriterChoice) {
    super(choice.localZone);
    this.choice = choice;
    this.encoded = encodeStatuses((status) => status);
    this.encodedJson = encodeStatuses((status) => JSON.stringify(status));
  }

  begin(_columnMap: ColumnMap, shape: FileFormat): void {
    const { format, plans, keepsSeparator } = this.choice;
    this.names = uniqueNames(shape.names);
    this.nameAdded(plans, this.names);
    const inSeparator = shape.kind === "jsonl" ? "," : shape.separator;
    this.separator = format === "tsv" ? "\t" : inSeparator === "\t" && !keepsSeparator ? "," : inSeparator;
    this.separatorBytes = encoder.encode(this.separator);
    this.lineEnd = encoder.encode(format === "jsonl" && shape.kind !== "jsonl" ? "\n" : shape.lineEnd);
    this.addedKeys = encodeKeys(this.added);
    this.keepsBytes =
      shape.kind === "delimited"
        ? format !== "jsonl" && this.separator === shape.separator
        : shape.kind === "jsonl" && format === "jsonl";
    if (this.keepsBytes) this.form = plainFormOf(shape, !this.choice.keepsFormulas);
    if (format === "jsonl") return;
    // Spreadsheets find the encoding by the byte order mark, so it is kept.
    if (shape.hasBom) this.out.text("\uFEFF");
    if (shape.kind !== "jsonl" && !shape.writtenNames) return;
    const written = this.keepsBytes ? shape.writtenNames : undefined;
    const own = this.names.map((name, i) =>
      written && name === shape.names[i] && !isFormula(name) ? (written[i] as string) : this.cellText(name),
    );
    const added = this.added.map((name) => this.cellText(name));
    this.out.text(`${[...own, ...added].join(this.separator)}${shape.lineEnd}`);
  }

  ticket(ticket: TicketRow): void {
    const { result, choice } = this;
    result.compute(ticket, choice.statusContext);
    if (choice.format === "jsonl") result.error ??= this.takenKeys(ticket.row);
    this.count(ticket.row);
    if (choice.format === "jsonl") this.writeObject(ticket);
    else this.writeRow(ticket);
  }

  plainWriter(): PlainWriter | undefined {
    const { choice, counts, result, separator, lineEnd, out, form } = this;
    if (!form || this.addedPlans !== 1 || this.addsLocal) return undefined;
    const end = Buffer.from(lineEnd).toString();
    const [beforeDeadline = "", beforeStatus = "", beforeError = ""] = keysOf(this.added);
    const isObject = form.kind === "objects";
    const positions = new Map(writtenStatuses.map((status, i) => [status, i]));
    /** Tickets of each status that are not counted yet. */
    const counted = writtenStatuses.map(() => 0);
    const writer = {
      form,
      texts: isObject
        ? ([`,${beforeDeadline}`, beforeStatus, `${beforeError}null}${end}`, "null"] as const)
        : ([separator, separator, `${separator}${end}`, ""] as const),
      statuses: isObject ? writtenStatuses.map((status) => JSON.stringify(status)) : writtenStatuses,
      deadline: Number.NaN,
      status: 0,
      compute: (ticket: Ticket) => {
        result.compute(ticket, choice.statusContext);
        const [status] = result.statuses;
        if (result.error || !status) return false;
        writer.deadline = result.deadlines[0] as number;
        writer.status = positions.get(status) as number;
        counted[writer.status]!++;
        return true;
      },
      write: (rows: Uint8Array) => {
        out.append(rows);
        writtenStatuses.forEach((status, i) => {
          counts.read += counted[i] as number;
          if (status !== "no-target") counts.byStatus[status] += counted[i] as number;
        });
        counted.fill(0);
      },
    };
    return writer;
  }

  private writeRow(ticket: TicketRow): void {
    const { row } = ticket;
    const { out, result, separatorBytes, lineEnd } = this;
    const { error, deadlines } = result;
    if (this.keepsBytes && row.isVerbatim && (!row.isSuspect || this.choice.keepsFormulas)) {
      const { bytes, from, to } = row;
      out.reserve(to - from + 64 + deadlines.length * 96);
      out.copyWhole(bytes, from, to);
    } else {
      if (this.keepsBytes && row.spans) this.writeSpans(row.spans);
      else if (row.spans && row.isVerbatim) this.writeTexts(row, row.spans);
      else
        out.text(
          this.cellsOf(row)
            .map((cell) => this.cellText(cell))
            .join(this.separator),
        );
      out.reserve(64 + deadlines.length * 96);
    }
    const { bytes } = out;
    const first = separatorBytes[0] as number;
    const isWide = separatorBytes.length > 1;
    let at = out.size;
    const plans = this.addedPlans;
    for (let i = 0; i < plans; i++) {
      bytes[at++] = first;
      if (isWide) at = writeRest(bytes, at, separatorBytes);
      const deadline = deadlines[i];
      if (deadline !== undefined && !Number.isNaN(deadline)) at = writeIso(bytes, at, deadline);
      if (this.addsLocal) {
        bytes[at++] = first;
        if (isWide) at = writeRest(bytes, at, separatorBytes);
        const local = this.localDeadline(i, ticket) ?? "";
        for (let k = 0; k < local.length; k++) bytes[at++] = local.charCodeAt(k);
      }
      bytes[at++] = first;
      if (isWide) at = writeRest(bytes, at, separatorBytes);
      const status = result.statuses[i];
      if (status) {
        const text = this.encoded[status];
        for (let k = 0; k < text.length; k++) bytes[at++] = text[k] as number;
      }
    }
    bytes[at++] = first;
    if (isWide) at = writeRest(bytes, at, separatorBytes);
    out.size = at;
    if (error) out.text(quoteCell(escapeFormula(this.choice.explain(error)), this.separator));
    out.reserve(2);
    for (let k = 0; k < lineEnd.length; k++) out.bytes[out.size++] = lineEnd[k] as number;
  }

  /** A cell of the file as it is written. */
  private cellText(cell: string): string {
    return quoteCell(this.isEscaped(cell) ? `'${cell}` : cell, this.separator);
  }

  /** Whether a cell gets an apostrophe, which is counted. */
  private isEscaped(cell: string): boolean {
    if (this.choice.keepsFormulas || !isFormula(cell)) return false;
    this.escapedCells++;
    return true;
  }

  /**
   * The row's cells under the header, byte for byte but for apostrophes and missing quotes: missing cells empty, those too many joined in
   * the last, so that nothing is lost and the added columns are under their headers.
   */
  private writeSpans(spans: CellSpans): void {
    const { out, separatorBytes } = this;
    const width = this.names.length;
    const isLong = spans.count > width;
    const single = isLong ? width - 1 : spans.count;
    const separate = () => out.whole(separatorBytes);
    for (let i = 0; i < width; i++) {
      if (i > 0) separate();
      if (i < single) this.writeSpan(spans, i);
    }
    if (!isLong) return;
    out.byte(quote);
    for (let i = single; i < spans.count; i++) {
      if (i > single) separate();
      else if (this.isEscaped(textAt(spans, i))) out.byte(apostrophe);
      this.writeInner(spans, i, true);
    }
    out.byte(quote);
  }

  private writeSpan(spans: CellSpans, i: number): void {
    const { out } = this;
    const { bytes } = spans;
    const from = spans.starts[i] as number;
    const to = spans.ends[i] as number;
    const isQuoted = bytes[from] === quote && !spans.hasBareQuotes;
    const needsQuotes =
      spans.hasBareQuotes &&
      to > from &&
      (bytes[from] === space || bytes[to - 1] === space || bytes.subarray(from, to).includes(quote));
    if (isQuoted || needsQuotes) out.byte(quote);
    if (this.isEscaped(textAt(spans, i))) out.byte(apostrophe);
    this.writeInner(spans, i, needsQuotes);
    if (isQuoted || needsQuotes) out.byte(quote);
  }

  /** The values of a row under their names, in another form than it has. */
  private writeTexts(row: Row, spans: CellSpans): void {
    const { bytes, starts, ends } = spans;
    const { out, separatorBytes, names } = this;
    for (let i = 0; i < names.length; i++) {
      if (i > 0) out.whole(separatorBytes);
      const quotes = quotesOf(spans, i);
      const from = (starts[i] as number) + quotes;
      const to = (ends[i] as number) - quotes;
      if (!spans.isText(i) || mayBeFormula(bytes, from) || separatorBytes.length > 1)
        out.text(this.cellText(row.cell(i)));
      else {
        const needsQuotes = this.needsQuotes(bytes, from, to);
        if (needsQuotes) out.byte(quote);
        out.copy(bytes, from, to);
        if (needsQuotes) out.byte(quote);
      }
    }
  }

  /** Whether a text without quotes and line ends is written in quotes. */
  private needsQuotes(bytes: Uint8Array, from: number, to: number): boolean {
    if (from === to) return false;
    if (bytes[from] === space || bytes[to - 1] === space) return true;
    const [separator] = this.separatorBytes;
    for (let at = from; at < to; at++) if (bytes[at] === separator) return true;
    return false;
  }

  /** A cell between its quotes, with the quotes of its text doubled where it gets quotes. */
  private writeInner(spans: CellSpans, i: number, doublesQuotes: boolean): void {
    const { bytes, hasBareQuotes } = spans;
    const from = spans.starts[i] as number;
    const to = spans.ends[i] as number;
    if (bytes[from] === quote && !hasBareQuotes) this.out.copy(bytes, from + 1, to - 1);
    else this.out.copy(bytes, from, to, doublesQuotes);
  }

  /** The row's cells under the header: missing ones empty, those too many joined in the last, so that nothing is lost and the added columns are under their headers. */
  private cellsOf(row: Row): readonly string[] {
    const cells = row.cells();
    const width = this.names.length;
    if (cells.length <= width) return [...cells, ...new Array<string>(width - cells.length).fill("")];
    return [...cells.slice(0, width - 1), cells.slice(width - 1).join(this.separator)];
  }

  /** Keys of its own under which something is added to every line; the first lines had none of these. */
  private takenKeys(row: Row): RowError | undefined {
    // A row whose values were found in bytes has keys of the file only.
    if (row.spans) return undefined;
    const own = row.keys();
    const keys = own.length === 0 ? own : this.added.filter((key) => own.includes(key));
    return keys.length > 0 ? { code: "key-conflict", keys } : undefined;
  }

  private writeObject(ticket: TicketRow): void {
    const { row } = ticket;
    const { out } = this;
    // A line that has one of these names keeps its own, as it does everywhere else.
    const keys = this.takenKeys(row) ? encodeKeys(addedNames(this.wanted, new Set(row.keys()))) : this.addedKeys;
    if (this.keepsBytes && row.isVerbatim) {
      // The object is kept as it was written, byte for byte, and what was found goes in before its closing brace.
      const { bytes, from } = row;
      const open = endOfValues(bytes, row.to);
      out.reserve(open - from);
      out.copyWhole(bytes, from, open);
      if (bytes[open - 1] !== openBrace) out.byte(comma);
    } else if (this.keepsBytes) {
      // As Latin-1, in which every byte is a character, so that bytes that are no text come out as they are.
      const source = Buffer.from(row.bytes.subarray(row.from, row.to)).toString("latin1").trim();
      const own = Buffer.from(`${JSON.stringify({ ...positionOf(row), text: source }).slice(0, -1)},`, "latin1");
      out.whole(own);
    } else {
      const cells = this.cellsOf(row);
      out.text(
        `{${this.names.map((name, i) => `${JSON.stringify(name)}:${JSON.stringify(cells[i] ?? "")},`).join("")}`,
      );
    }
    this.writeAdded(ticket, keys);
  }

  /** What was found, as the last values of an object, and its end. */
  private writeAdded(ticket: TicketRow, keys: readonly Uint8Array[]): void {
    const { out, result } = this;
    let next = 0;
    for (let i = 0; i < this.addedPlans; i++) {
      out.whole(keys[next++] as Uint8Array);
      const deadline = result.deadlines[i];
      if (deadline !== undefined && !Number.isNaN(deadline)) {
        out.byte(quote);
        out.reserve(32);
        out.size = writeIso(out.bytes, out.size, deadline);
        out.byte(quote);
      } else out.whole(jsonNull);
      if (this.addsLocal) {
        out.whole(keys[next++] as Uint8Array);
        out.text(JSON.stringify(this.localDeadline(i, ticket) ?? null));
      }
      out.whole(keys[next++] as Uint8Array);
      const status = result.statuses[i];
      out.whole(status ? this.encodedJson[status] : jsonNull);
    }
    out.whole(keys[next] as Uint8Array);
    if (result.error) out.text(JSON.stringify(this.choice.explain(result.error)));
    else out.whole(jsonNull);
    out.byte(closingBrace);
    out.whole(this.lineEnd);
  }
}

function encodeStatuses(textOf: (status: Status | "no-target") => string): Record<Status | "no-target", Uint8Array> {
  const all = writtenStatuses.map((status) => [status, encoder.encode(textOf(status))]);
  return Object.fromEntries(all) as Record<Status | "no-target", Uint8Array>;
}

function encodeKeys(names: readonly string[]): readonly Uint8Array[] {
  return keysOf(names).map((key) => encoder.encode(key));
}

/** The keys of values that follow one another, each with the comma that ends the value before. */
function keysOf(names: readonly string[]): readonly string[] {
  return names.map((name, i) => `${i > 0 ? "," : ""}${JSON.stringify(name)}:`);
}

/** Writes a separator of several bytes but for its first. */
function writeRest(bytes: Uint8Array, from: number, separator: Uint8Array): number {
  bytes.set(separator.subarray(1), from);
  return from + separator.length - 1;
}

/** Where the values of the object end whose closing brace is the last before \`to\`. */
function endOfValues(bytes: Uint8Array, to: number): number {
  let at = bytes.lastIndexOf(closingBrace, to - 1);
  while ((bytes[at - 1] as number) <= space) at--;
  return at;
}

/** The text of a cell, for whether it is a formula. */
function textAt({ bytes, starts, ends, hasBareQuotes }: CellSpans, i: number): string {
  const from = starts[i] as number;
  const isQuoted = bytes[from] === quote && !hasBareQuotes;
  return bytes.toString("utf8", isQuoted ? from + 1 : from, isQuoted ? (ends[i] as number) - 1 : ends[i]);
}
