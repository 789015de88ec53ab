/**
 * A ticket file from its bytes, block by block, to a sink, row by row and in order. Keeps the unfinished row between blocks and nothing else,
 * so memory does not grow with the file. Every row arrives, the broken ones with their fault.
 */

import { CliError } from "../errors.js";
import type { ColumnMap } from "./columns.js";
import { DelimitedReader } from "./delimited.js";
import type { ReaderChoice } from "./input-buffer.js";
import { JsonlReader } from "./jsonl.js";
import { cellsOfObject } from "./objects.js";
import type { TicketRow } from "./parse-row.js";

export interface TicketReader {
  feed(block: Uint8Array): void;
  /** The file ends here. Throws `empty-file` where there was nothing. */
  end(): void;
}

export function openReader(choice: ReaderChoice): TicketReader {
  const rows = choice.format === "jsonl" ? new JsonlReader(choice) : new DelimitedReader(choice);
  let recode: ((block: Uint8Array | undefined) => Uint8Array) | undefined;
  let hasBegun = false;
  return {
    feed(block) {
      if (!hasBegun && block.length > 0) {
        hasBegun = true;
        const encoding = choice.encoding ?? markedEncoding(block, choice.columns.path);
        if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) {
          recode = recoder(encoding);
          rows.isRecoded = true;
        }
      }
      rows.feed(recode ? recode(block) : block);
    },
    end() {
      if (recode) rows.feed(recode(undefined));
      rows.end();
    },
  };
}

/** The encoding that a mark at the beginning names. Throws `unsupported-encoding` for UTF-32, whose mark begins with that of UTF-16. */
function markedEncoding(block: Uint8Array, path: string): string | undefined {
  const mark = Buffer.from(block.subarray(0, 4)).toString("hex");
  if (mark === "fffe0000" || mark === "0000feff")
    throw new CliError({ code: "unsupported-encoding", path, encoding: "UTF-32" });
  if (block[0] === 0xff && block[1] === 0xfe) return "utf-16le";
  return block[0] === 0xfe && block[1] === 0xff ? "utf-16be" : undefined;
}

/** Bytes of another encoding to UTF-8, block by block; what cannot be read becomes U+FFFD, by which its row is known. */
function recoder(encoding: string): (block: Uint8Array | undefined) => Uint8Array {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return (block) => encoder.encode(block ? decoder.decode(block, { stream: true }) : decoder.decode());
}

/** The id of a ticket, whose cells or object were kept. */
export function idOf({ cells, object, bytes, from, to }: TicketRow, layout: ColumnMap | undefined): string {
  const at = layout?.at.id ?? -1;
  if (!object) return cells?.[at] ?? "";
  return cellsOfObject(object, () => new TextDecoder().decode(bytes.subarray(from, to)))(layout?.header[at] ?? "");
}
