/**
 * Keys of a terminal for questions that are drawn again at each key: what is pasted beyond what a person types is dropped, so that
 * the keys that stop are heard at once.
 */
import { PassThrough } from "node:stream";

/** Bytes of one burst that are handed on; no answer is longer than a few. */
const burstBytes = 500;
/** A burst is over when nothing came for so long. */
const idleMs = 50;
/** Bytes of the longest key there is on a keyboard. */
const longestKey = 8;
/** Ctrl-C and Ctrl-D. */
const stopKeys = [3, 4];

export interface BoundedKeys {
  readonly keys: PassThrough;
  close(): void;
}

/** A stream of what comes from `input`; `onStop` is called where nothing more can come, and for a key that stops among what is dropped. */
export function boundedKeys(input: NodeJS.ReadableStream, onStop: () => void): BoundedKeys {
  const terminal = input as Partial<NodeJS.ReadStream>;
  const keys = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (isRaw: boolean) => terminal.setRawMode?.(isRaw),
  });
  let left = burstBytes;
  let idle: NodeJS.Timeout | undefined;
  const onData = (chunk: Buffer | string) => {
    clearTimeout(idle);
    const bytes = Buffer.from(chunk);
    if (bytes.subarray(left).some((byte) => stopKeys.includes(byte))) onStop();
    keys.write(wholeKeys(bytes, left));
    left = Math.max(0, left - bytes.length);
    idle = setTimeout(() => {
      left = burstBytes;
    }, idleMs);
    idle.unref();
  };
  input.on("data", onData);
  for (const event of ["end", "error"]) input.on(event, onStop);
  return {
    keys,
    close() {
      clearTimeout(idle);
      input.removeListener("data", onData);
      // A terminal that is gone fails once more when its mode is set back: the listeners stay.
      input.pause();
    },
  };
}

/** At most so many bytes; of an arrow key that would be cut none, since its beginning is Escape. */
function wholeKeys(bytes: Buffer, most: number): Buffer {
  const start = bytes.lastIndexOf(27, most);
  return bytes.subarray(0, bytes.length > most && start > most - longestKey ? Math.max(0, start) : most);
}
