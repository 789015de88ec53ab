/**
 * What is written to a file or a stream: a text, bytes, or a long text in parts that are computed while they are written.
 */

export type Content = string | Uint8Array | Iterable<string>;

/** Bytes of a block; between two blocks the writer checks for an interrupt and a closed pipe. */
const blockBytes = 1 << 20;
/** Characters from which joined parts are written as a block. */
const blockCharacters = 1 << 17;

/** The content in blocks of bytes. */
export function* blocksOf(content: Content): Generator<Uint8Array> {
  if (typeof content === "string") yield* slices(Buffer.from(content));
  else if (content instanceof Uint8Array) yield* slices(content);
  else {
    let text = "";
    for (const part of content) {
      text += part;
      if (text.length < blockCharacters) continue;
      yield Buffer.from(text);
      text = "";
    }
    yield Buffer.from(text);
  }
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += blockBytes) yield bytes.subarray(at, at + blockBytes);
}
