/**
 * What a command makes of a file in blocks, which io reads and writes.
 */

/** Reads a file block by block. */
export interface BlockReader {
  feed(block: Uint8Array): void;
  end(): void;
}

/** Reads a file block by block and returns what is to be written. A returned view is valid until the next call but one. */
export interface BlockTransform {
  /** A first pass over the whole file, where one is needed; `first` is its beginning. */
  prescan(first: Uint8Array): BlockReader | undefined;
  feed(block: Uint8Array): Uint8Array;
  /** The rest, in one or more blocks. */
  end(): Iterable<Uint8Array>;
  rows(): number;
}
