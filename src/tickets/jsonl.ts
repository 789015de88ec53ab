/**
 * Lines of JSON: an object a line.
 */
import { CliError } from "../errors.js";
import { carriageReturn, lineFeed } from "./bytes.js";
import { ObjectReader, type ObjectSpan } from "./object-reader.js";

export class JsonlReader extends ObjectReader {
  protected override readonly hasLines = true;

  protected findObject(begin: number, isLast: boolean): ObjectSpan | undefined {
    let linesBefore = 0;
    for (let from = begin; from < this.size; linesBefore++) {
      const found = this.bytes.indexOf(lineFeed, from);
      const to = found < 0 ? this.size : Math.min(found, this.size);
      if (to >= this.size && !isLast) return undefined;
      const next = Math.min(to + 1, this.size);
      if (!this.isBlank(from, to)) return { from, to, next, linesBefore, lines: 1, place: "inside" };
      from = next;
    }
    return undefined;
  }

  private isBlank(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if ((this.bytes[at] as number) > 32) return false;
    return true;
  }

  protected lineEndOf({ to }: ObjectSpan): string {
    return this.bytes[to - 1] === carriageReturn ? "\r\n" : "\n";
  }

  protected onOneLine(): Buffer {
    return this.bytes;
  }

  protected refuseFirst(_: ObjectSpan, line: number): void {
    throw new CliError({ code: "unsupported-input", path: this.choice.columns.path, line });
  }
}
