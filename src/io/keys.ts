/**
 * Keys of a terminal for questions that are redrawn at each key: a long paste is dropped, so that Ctrl-C is not delayed.
 */
import { PassThrough } from "node:stream";

/** Bytes of one burst that are used; answers are shorter. */
const burstBytes = 500;
/** A pause of this length ends a burst. */
const idleMs = 50;
/** Bytes of the longest key. */
const longestKey = 8;
/** Ctrl-C and Ctrl-D. */
const stopKeys = [3, 4];

export interface BoundedKeys {
  readonly keys: PassThrough;
  close(): void;
}

/** The keys of `input`; `onStop` is called at its end, and for Ctrl-C or Ctrl-D among the dropped bytes. */
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
      // A closed terminal fails again when its mode is restored: the listeners stay.
      input.pause();
    },
  };
}

/** At most `max` bytes, without a cut arrow key, which starts with Escape. */
function wholeKeys(bytes: Buffer, max: number): Buffer {
  const start = bytes.lastIndexOf(27, max);
  return bytes.subarray(0, bytes.length > max && start > max - longestKey ? Math.max(0, start) : max);
}
