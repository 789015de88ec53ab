/**
 * A ticket file from its bytes, block by block, to a sink, row by row and in order. Every row arrives, the broken ones with their error.
 *
 * The way of a row:
 * 1. `reader` turns blocks of any encoding into UTF-8 (gzip and workbooks are unpacked before, by `io`);
 * 2. `delimited`, `jsonl` or `json-array`, on the bytes that `input-buffer` keeps, finds the header (`header`), the rows and the end (`footer`);
 * 3. `columns` finds which column is which, once;
 * 4. each row is a `row`, which is all that the rest of the way sees: `parse-row` reads its words and times into a ticket;
 * 5. where rows are events, `events` keeps what is needed of them, and makes a row of each ticket at the end, which `parse-row` reads;
 * 6. `writer`, `audit-totals` and the commands handle tickets.
 *
 * Rows of CSV, TSV and JSON lines that need no closer look go another way: `plain-rows` has them found, read and written many at a time,
 * and `plain-survey` passes over them in a first pass.
 *
 * Rows are read in bytes: `delimited-row` notes where the cells are, words are looked up by their bytes (`spelling-table`), and times are
 * read in bytes (`cell-time`). A cell becomes a text only where that does not suffice: a word or a date that is new, or an error.
 */
import { DelimitedReader } from "./delimited.js";
import { encodingOf, longestMark, recoder } from "./encodings.js";
import type { InputBuffer, ReaderChoice } from "./input-buffer.js";
import { JsonArrayReader } from "./json-array.js";
import { JsonlReader } from "./jsonl.js";
import type { InputFormat } from "./names.js";

export type { ReaderChoice } from "./input-buffer.js";

export interface TicketReader {
  feed(block: Uint8Array): void;
  /** The file ends here. Throws `empty-file` where there was nothing. */
  end(): void;
}

/** Each form of file with the reader of its rows. */
const readers = {
  csv: DelimitedReader,
  tsv: DelimitedReader,
  jsonl: JsonlReader,
  json: JsonArrayReader,
  xlsx: DelimitedReader,
} as const satisfies Record<InputFormat, new (choice: ReaderChoice) => InputBuffer>;

export function openReader(choice: ReaderChoice): TicketReader {
  const rows = new readers[choice.format](choice);
  let recode: ((block: Uint8Array | undefined) => Uint8Array) | undefined;
  /** The first bytes, until they are enough to show a mark; then nothing. */
  let beginning: Uint8Array | undefined = new Uint8Array(0);

  function begin(bytes: Uint8Array): void {
    beginning = undefined;
    const encoding = encodingOf(bytes, choice.encoding);
    if (encoding !== undefined) {
      recode = recoder(encoding);
      rows.isRecoded = true;
    }
    feed(bytes);
  }

  function feed(block: Uint8Array): void {
    if (!beginning) {
      rows.feed(recode ? recode(block) : block);
      return;
    }
    const bytes = beginning.length === 0 ? block : Buffer.concat([beginning, block]);
    if (bytes.length >= longestMark) begin(bytes);
    else beginning = bytes.slice();
  }

  return {
    feed,
    end() {
      if (beginning) begin(beginning);
      if (recode) rows.feed(recode(undefined));
      rows.end();
    },
  };
}
