/**
 * A document of JSON with an array of objects, at the top or under one key. Elements are found one by one, so that memory is one of them.
 * A document that is one object without such an array is one row.
 */
import { CliError } from "../errors.js";
import { lineFeed } from "./input-buffer.js";
import { compact, endOfJson, endOfString, JsonTail } from "./json-bytes.js";
import { ObjectReader, type ObjectSpan, type Place } from "./object-reader.js";

const quote = 34;
const comma = 44;
const colon = 58;
const openBracket = 91;
const closingBracket = 93;
const openBrace = 123;
const closingBrace = 125;

export class JsonArrayReader extends ObjectReader {
  /** What follows the array, once it has ended. */
  private tail: JsonTail | undefined;

  override end(): void {
    super.end();
    if (!this.tail?.isWhole) this.refuse(this.line, "unfinished");
  }

  protected findObject(begin: number, isLast: boolean, from: Place): ObjectSpan | undefined {
    let place = from;
    let at = this.afterBlanks(begin);
    if (place === "before") {
      const entered = this.enter(at);
      if (!entered) return undefined;
      place = entered.place;
      at = entered.at;
    }
    if (place === "inside" || place === "under-key")
      while (at < this.size && (this.bytes[at] === comma || (this.bytes[at] as number) <= 32)) at++;
    if (at >= this.size || this.tail || place === "end" || this.bytes[at] === closingBracket) return undefined;
    const to = endOfJson(this.bytes, at, this.size);
    if (to === undefined || (to === this.size && !isLast)) return undefined;
    const next = place === "single" ? "end" : place;
    return { from: at, to, next: to, linesBefore: this.linesIn(begin, at), lines: this.linesIn(at, to), place: next };
  }

  /** Passes over what is no element: the end of the array, and what follows it. */
  protected override passRest(begin: number): number {
    const { bytes, size, place } = this;
    let at = begin;
    if (!this.tail) {
      while (at < size && (bytes[at] === comma || (bytes[at] as number) <= 32)) at++;
      const isEnd = place === "end" || (place !== "before" && bytes[at] === closingBracket && at < size);
      if (!isEnd) return begin;
      if (place !== "end") at++;
      this.tail = new JsonTail(place === "under-key" ? 1 : 0);
    }
    const problem = this.tail.read(bytes, at, size);
    if (problem) this.refuse(this.line + this.linesIn(begin, problem.at), problem.problem);
    this.line += this.linesIn(begin, size);
    return size;
  }

  /** Where the elements begin; undefined where that has not come yet. */
  private enter(begin: number): { readonly at: number; readonly place: Place } | undefined {
    const { bytes, size } = this;
    if (begin >= size) return undefined;
    if (bytes[begin] === openBracket) return { at: begin + 1, place: "inside" };
    if (bytes[begin] !== openBrace) this.refuse(this.line, "unexpected");
    let at = this.afterBlanks(begin + 1);
    while (bytes[at] === quote) {
      const keyEnd = endOfString(bytes, at, size);
      at = keyEnd === undefined ? size : this.afterBlanks(keyEnd);
      if (at >= size) return undefined;
      if (bytes[at] !== colon) this.refuse(this.line + this.linesIn(begin, at), "unexpected");
      at = this.afterBlanks(at + 1);
      if (bytes[at] === openBracket) {
        const first = this.afterBlanks(at + 1);
        if (first >= size) return undefined;
        if (bytes[first] === openBrace) return { at: first, place: "under-key" };
      }
      const end = endOfJson(bytes, at, size);
      if (end === undefined || end >= size) return undefined;
      at = this.afterBlanks(end);
      if (bytes[at] === comma) at = this.afterBlanks(at + 1);
    }
    if (at >= size) return undefined;
    return { at: begin, place: bytes[at] === closingBrace ? "single" : "inside" };
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
    while (at < this.size && (this.bytes[at] as number) <= 32) at++;
    return at;
  }

  private linesIn(from: number, to: number): number {
    let lines = 0;
    for (let at = from; at < to; at++) if (this.bytes[at] === lineFeed) lines++;
    return lines;
  }

  private refuse(line: number, problem: "unfinished" | "unexpected" | "several-arrays"): never {
    throw new CliError({ code: "bad-json-document", path: this.choice.columns.path, line, problem });
  }
}
