/** Output in gzip: each block is a member of its own, which readers put together. */
import { gzipSync } from "node:zlib";

export function gzipBlock(block: Uint8Array): Uint8Array {
  return block.length === 0 ? block : gzipSync(block);
}
