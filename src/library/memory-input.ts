/**
 * The input of `readTickets` as blocks of bytes: read once, and kept in memory only where it has to be read twice.
 */
import { refuse } from "../core/check.js";
import type { BlockInput } from "../io/files.js";
import type { TicketInput } from "./tickets.js";

/** So many bytes show what is in a file. */
const blockSize = 1 << 16;

export function memoryInput(input: TicketInput): BlockInput {
  const source = blocksOf(input);
  const kept: Uint8Array[] = [];
  let isWhole = false;

  /** Keeps blocks until there are so many bytes, or the end. */
  async function keepUntil(size: number): Promise<void> {
    for (let have = sizeOf(kept); have < size && !isWhole; ) {
      const { done, value } = await source.next();
      if (done) {
        isWhole = true;
        return;
      }
      // A stream may use the memory of a block again.
      kept.push(value.slice());
      have += value.length;
    }
  }

  const all = async () => {
    await keepUntil(Number.POSITIVE_INFINITY);
    if (kept.length !== 1) kept.splice(0, kept.length, Buffer.concat(kept));
    const { buffer, byteOffset, length } = kept[0] as Uint8Array;
    return Buffer.from(buffer, byteOffset, length);
  };
  return {
    size: undefined,
    file: undefined,
    async first() {
      await keepUntil(blockSize);
      return Buffer.concat(kept);
    },
    keep: () => keepUntil(Number.POSITIVE_INFINITY),
    async *blocks() {
      yield* kept;
      if (isWhole) return;
      kept.length = 0;
      yield* source;
    },
    length: async () => (await all()).length,
    readAt: async (from, length) => (await all()).subarray(from, from + length),
    close: async () => {
      await source.return(undefined);
    },
  };
}

function sizeOf(blocks: readonly Uint8Array[]): number {
  return blocks.reduce((sum, { length }) => sum + length, 0);
}

/** The input in blocks that are not too long for the rows of one to be held. */
async function* blocksOf(input: TicketInput): AsyncGenerator<Uint8Array> {
  const blocks = typeof input === "string" ? [Buffer.from(input)] : input instanceof Uint8Array ? [input] : input;
  for await (const block of blocks) {
    if (!(block instanceof Uint8Array)) refuse("a block of input", "bytes", block);
    for (let at = 0; at < block.length; at += blockSize) yield block.subarray(at, at + blockSize);
  }
}
