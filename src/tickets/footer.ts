/**
 * Lines that exports write after the last row: totals, who made the report and when. They are known only at the end, so lines that look
 * like them are held back until a row follows or the file ends.
 */
import type { DelimitedRow } from "./delimited-row.js";

/** What a footer begins with. */
const footerWords =
  /^(?:©|copyright|confidential|generated|exported|printed|report |as of |records?:|rows?:|record count|row count|\d+ (?:rows?|records?)|total|grand total|sub-?total|sum\b|summe|gesamt|suma|somme|totale|合計|總計|总计|小計|小计|总数|總數)/i;

/** More lines than these are no footer. */
const maxFooterLines = 40;

export interface HeldLine {
  readonly line: number;
  readonly bytes: Buffer;
}

export class Footer {
  private held: HeldLine[] = [];
  private isAfterBlank = false;

  get isEmpty(): boolean {
    return this.held.length === 0;
  }

  seeBlank(): void {
    this.isAfterBlank = true;
  }

  /** Whether the row may be a line of the footer: a single cell after a blank line, or a word that footers begin with and no `opened`. */
  fits(row: DelimitedRow, width: number, opened: number): boolean {
    if (this.held.length >= maxFooterLines) return false;
    const isSingle = row.count === 1 && width > 2;
    if (isSingle && (this.isAfterBlank || !this.isEmpty)) return true;
    if (!isSingle && (row.count > width || row.text(opened) !== "")) return false;
    const first = row.cells().find((cell) => cell !== "") ?? "";
    return footerWords.test(first.trim());
  }

  hold(row: DelimitedRow): void {
    this.held.push({
      line: row.line,
      bytes: Buffer.from(`${row.bytes.toString("latin1", row.from, row.to)}\n`, "latin1"),
    });
  }

  /** The lines that were held, which are held no longer: rows after all, or the footer of a file that has ended. */
  release(): readonly HeldLine[] {
    const { held } = this;
    this.held = [];
    this.isAfterBlank = false;
    return held;
  }
}
