/**
 * A document of JSON with an array of objects, at the top or under one key. Elements are found one by one, so that memory is one of them.
 * A document that is one object without such an array is one row.
 */
import { CliError } from "../errors.js";
import { closingBrace, closingBracket, colon, comma, lineFeed, openBrace, openBracket, quote, space } from "./bytes.js";
import { compact, endOfJson, endOfString, JsonNesting, JsonTail } from "./json-bytes.js";
import { ObjectReader, type ObjectSpan, type Place } from "./object-reader.js";
import type { JsonRow } from "./objects.js";

type DocumentProblem = "unfinished" | "unexpected" | "several-arrays";

export class JsonArrayReader extends ObjectReader {
  private readonly eventKey = JSON.stringify(this.choice.columns.events?.list?.path);
  /** What an object of the array is, and how many were read. */
  private readonly kind = this.choice.columns.events && this.eventKey === undefined ? "event" : "ticket";
  private objects = 0;
  /** What follows the array, once it has ended. */
  private tail: JsonTail | undefined;
  /** The element that is passed over, since it is too long. */
  private skipped = new JsonNesting();

  /** The last line with something in it, of those that were passed over. */
  private lastLine = 1;

  override end(): void {
    super.end();
    // Nothing follows a document that is one object.
    const isWhole = this.tail ? this.tail.isWhole : this.place === "end";
    if (!isWhole) this.refuse(this.lineOfEnd(), "unfinished");
  }

  protected override withoutRows(): CliError {
    const from = this.afterBlanks(0);
    const end = endOfJson(this.bytes, from, this.size);
    if (end === undefined) return this.problemAt(this.lineOfEnd(), "unfinished");
    const isClosed = end === from || this.bytes[end - 1] === closingBracket;
    const rest = isClosed ? this.afterBlanks(end) : end - 1;
    return rest < this.size ? this.problemAt(this.line + this.linesIn(0, rest), "unexpected") : super.withoutRows();
  }

  /** The last line with something in it. */
  private lineOfEnd(): number {
    let last = this.size - 1;
    while (last >= 0 && (this.bytes[last] as number) <= space) last--;
    if (last >= 0) return this.line + this.linesIn(0, last);
    return this.tail ? this.lastLine : this.line;
  }

  protected findObject(begin: number, isLast: boolean, from: Place): ObjectSpan | undefined {
    let place = from;
    let at = this.afterBlanks(begin);
    if (place === "before") {
      const entered = this.enter(begin, at);
      if (!entered) return undefined;
      place = entered.place;
      at = entered.at;
    }
    if (place === "inside" || place === "under-key") at = this.beginOf(at);
    if (at >= this.size || this.tail || place === "end") return undefined;
    if (this.bytes[at] === closingBracket || this.bytes[at] === closingBrace) return undefined;
    const to = endOfJson(this.bytes, at, this.size);
    if (to === undefined || (to === this.size && !isLast)) return undefined;
    const next = place === "single" ? "end" : place;
    return { from: at, to, next: to, linesBefore: this.linesIn(begin, at), lines: this.linesIn(at, to), place: next };
  }

  protected override beginOf(from: number): number {
    let at = from;
    while (at < this.size && (this.bytes[at] === comma || (this.bytes[at] as number) <= space)) at++;
    return at;
  }

  protected override skipFrom(from: number): number {
    this.skipped = new JsonNesting();
    this.isSkipping = true;
    return this.skip(from);
  }

  /** An element that is too long ends where its brackets close, on whatever line. */
  protected override skip(from: number): number {
    for (let at = from; at < this.size; at++) {
      const c = this.bytes[at] as number;
      if (this.skipped.isClosed && (c === comma || c === closingBracket || c === closingBrace || c <= space)) {
        this.isSkipping = false;
        return at;
      }
      this.skipped.read(c);
      if (c === lineFeed) this.line++;
    }
    return this.size;
  }

  /** Passes over what is no element: the end of the array, and what follows it. */
  protected override passRest(begin: number): number {
    const { bytes, size, place } = this;
    let at = begin;
    if (!this.tail) {
      at = this.beginOf(at);
      const isInside = place === "inside" || place === "under-key";
      if (isInside && at < size && bytes[at] === closingBrace)
        this.refuse(this.line + this.linesIn(begin, at), "unexpected");
      if (place !== "end" && !(isInside && at < size && bytes[at] === closingBracket)) return begin;
      if (place !== "end") at++;
      this.tail = new JsonTail(place === "under-key" ? 1 : 0);
    }
    const problem = this.tail.read(bytes, at, size);
    if (problem) this.refuse(this.line + this.linesIn(begin, problem.at), problem.problem);
    let last = size - 1;
    while (last >= begin && (bytes[last] as number) <= space) last--;
    if (last >= begin) this.lastLine = this.line + this.linesIn(begin, last);
    this.line += this.linesIn(begin, size);
    return size;
  }

  /** Where the elements begin, of a document at `first`; undefined where that has not come yet. */
  private enter(begin: number, first: number): { readonly at: number; readonly place: Place } | undefined {
    const { bytes, size } = this;
    if (first >= size) return undefined;
    if (bytes[first] === openBracket) return { at: first + 1, place: "inside" };
    if (bytes[first] !== openBrace) this.refuse(this.line + this.linesIn(begin, first), "unexpected");
    let at = this.afterBlanks(first + 1);
    while (bytes[at] === quote) {
      const keyEnd = endOfString(bytes, at, size);
      // A list of events is part of a ticket, which is the document then.
      const isEventList = this.decode(at, keyEnd ?? size) === this.eventKey;
      at = keyEnd === undefined ? size : this.afterBlanks(keyEnd);
      if (at >= size) return undefined;
      if (bytes[at] !== colon) this.refuse(this.line + this.linesIn(begin, at), "unexpected");
      at = this.afterBlanks(at + 1);
      if (bytes[at] === openBracket) {
        const element = this.afterBlanks(at + 1);
        if (element >= size) return undefined;
        if (bytes[element] === openBrace && !isEventList) return { at: element, place: "under-key" };
      }
      const end = endOfJson(bytes, at, size);
      if (end === undefined || end >= size) return undefined;
      at = this.afterBlanks(end);
      if (bytes[at] === comma) at = this.afterBlanks(at + 1);
    }
    if (at >= size) return undefined;
    return { at: first, place: bytes[at] === closingBrace ? "single" : "inside" };
  }

  protected override locate(row: JsonRow): void {
    super.locate(row);
    row[this.kind] = ++this.objects;
  }

  protected lineEndOf(): string {
    return "\n";
  }

  protected onOneLine(from: number, to: number): Buffer {
    return this.linesIn(from, to) > 0 ? compact(this.bytes, from, to) : this.bytes;
  }

  protected refuseFirst(_: ObjectSpan, line: number): void {
    this.refuse(line, "unexpected");
  }

  private afterBlanks(from: number): number {
    let at = from;
    while (at < this.size && (this.bytes[at] as number) <= space) at++;
    return at;
  }

  private refuse(line: number, problem: DocumentProblem): never {
    throw this.problemAt(line, problem);
  }

  private problemAt(line: number, problem: DocumentProblem): CliError {
    return new CliError({ code: "bad-json-document", path: this.choice.columns.path, line, problem });
  }
}
