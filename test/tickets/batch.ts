/**
 * Runs a ticket file through the reader and the writer of rows, in blocks of any size.
 */
import { type Context, Diagnostics } from "../../src/commands/context.js";
import { prepareTickets, type TicketOptions } from "../../src/commands/ticket-file.js";
import { loadDataset } from "../../src/data/load.js";
import { en } from "../../src/i18n/en/index.js";
import { renderRowError } from "../../src/render/text/batch.js";
import type { Reading } from "../../src/tickets/names.js";
import { TicketWriter } from "../../src/tickets/writer.js";

const dataset = await loadDataset("adobe-experience-cloud-2022", async () => "");

export const context: Context = {
  lang: "en",
  now: Date.parse("2026-11-22T09:00:00Z"),
  dataset,
  datasetName: undefined,
  inputZone: { name: "UTC", assumed: false },
  readText: async () => "",
};

export interface Ran {
  readonly text: string;
  readonly read: number;
  readonly bad: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly reading: Reading;
  readonly warnings: readonly unknown[];
}

export async function runRows(
  file: string | Uint8Array,
  options: TicketOptions = {},
  way: { readonly blockSize?: number; readonly path?: string } = {},
): Promise<Ran> {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  const { blockSize = 1 << 16, path = "tickets.csv" } = way;
  const question = { command: "deadline --input", alsoPlans: [], mayCompare: true, showsZones: false };
  const diagnostics = new Diagnostics();
  const prepared = await prepareTickets(
    path,
    { plan: ["business"], ...options },
    question,
    context,
    diagnostics,
    bytes,
  );
  const { plans, statusContext, format } = prepared;
  const writer = new TicketWriter({
    format,
    keepsSeparator: true,
    keepsFormulas: false,
    plans,
    localZone: undefined,
    statusContext,
    explain: (error) => renderRowError(error, en),
  });
  const vote = prepared.prescan(bytes);
  if (vote) {
    vote.feed(bytes);
    vote.end();
  }
  const reader = prepared.reader(writer);
  const taken: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += blockSize) {
    reader.feed(bytes.subarray(at, at + blockSize));
    taken.push(Buffer.from(writer.out.take()));
  }
  for (const _ of reader.end()) taken.push(Buffer.from(writer.out.take()));
  taken.push(Buffer.from(writer.out.take()));
  prepared.finish();
  const { read, bad, byStatus } = writer.counts;
  const text = Buffer.concat(taken).toString();
  return { text, read, bad, byStatus, reading: prepared.reading(), warnings: diagnostics.warnings };
}
