/**
 * Writing to what cannot be replaced as a whole: the standard streams, pipes, devices. All of it is written, however little a single write
 * accepts, and while a reader stalls signals are still heard.
 */
import { closeSync, constants, fstatSync, openSync, writeSync } from "node:fs";
import { unwritable } from "./file-error.js";

/** A way to write to an open descriptor. */
export interface DescriptorOutput {
  /** A reader such as `head` has closed the pipe: nothing more is wanted. */
  readonly isClosed: boolean;
  /** Throws `unwritable-file`. */
  write(bytes: Uint8Array): Promise<void>;
  /** Closes what was opened besides the descriptor and its stream. */
  close(): void;
}

export interface DescriptorChoice {
  readonly descriptor: number;
  /** What failures name. */
  readonly path: string;
  readonly kind: DescriptorKind;
  /** Writing to it fails with EAGAIN where it would have to wait. */
  readonly neverWaits?: boolean;
  /** Node's stream for it. */
  open(): DescriptorStream;
  /** Is handed what a stalled reader may delay. */
  wait?(work: () => Promise<void>): Promise<void>;
}

/** What a stream was made of, and whether its writes return only when the terminal has accepted them. */
export interface DescriptorStream {
  readonly stream: NodeJS.WritableStream;
  readonly isTerminal: boolean;
}

/** What fits into a pipe that cannot be opened a second time, so that writing it does not wait. */
const fitsIntoPipe = 1 << 14;
/** Between two attempts to write to a terminal that accepts nothing at the moment. */
const retryMs = 5;

export type DescriptorKind = "file" | "pipe" | "socket" | "other";

/** What is open under a descriptor; `other` is a terminal, a device or nothing. */
export function kindOf(descriptor: number): DescriptorKind {
  try {
    const about = fstatSync(descriptor);
    if (about.isFile()) return "file";
    if (about.isFIFO()) return "pipe";
    return about.isSocket() ? "socket" : "other";
  } catch {
    return "other";
  }
}

/** Two paths with equal identities are one file. */
export interface FileIdentity {
  readonly dev: number;
  readonly ino: number;
}

/** What is known of a descriptor's regular file; undefined where it is none. */
export function regularFile(descriptor: number): (FileIdentity & { readonly size: number }) | undefined {
  try {
    const about = fstatSync(descriptor);
    return about.isFile() ? about : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes to a descriptor directly where that cannot stall, and through its stream where it would. Node's own streams take their time to
 * load, and most outputs need none.
 */
export function descriptorOutput(choice: DescriptorChoice): DescriptorOutput {
  const { descriptor, path, kind, neverWaits = kind === "file", wait = (work) => work() } = choice;
  let isClosed = false;
  let direct: { readonly descriptor: number; room: number } | undefined;
  let opened: DescriptorStream | undefined;

  /** Where bytes can be written without waiting, and how many. */
  function directly(): { readonly descriptor: number; room: number } {
    if (direct) return direct;
    const own = neverWaits ? descriptor : openWithoutWaiting(descriptor);
    if (own !== undefined) direct = { descriptor: own, room: Number.POSITIVE_INFINITY };
    else direct = { descriptor, room: kind === "other" ? 0 : fitsIntoPipe };
    return direct;
  }

  function stream(): DescriptorStream {
    if (opened) return opened;
    opened = choice.open();
    opened.stream.on("error", (error: NodeJS.ErrnoException) => {
      // Any other trouble is reported by the write that met it.
      if (error.code === "EPIPE") isClosed = true;
    });
    return opened;
  }

  return {
    get isClosed() {
      return isClosed;
    },
    async write(bytes) {
      let rest = bytes;
      while (rest.length > 0 && !isClosed) {
        const to = directly();
        try {
          while (rest.length > 0 && to.room > 0) {
            const written = writeSync(to.descriptor, rest, 0, Math.min(rest.length, to.room));
            to.room -= written;
            rest = rest.subarray(written);
          }
        } catch (error) {
          const { code } = error as NodeJS.ErrnoException;
          if (code === "EPIPE") isClosed = true;
          else if (code !== "EAGAIN") throw unwritable(path, error);
        }
        if (isClosed || rest.length === 0) return;
        const { isTerminal } = stream();
        if (to.room > 0 && isTerminal) await wait(() => new Promise((resolve) => setTimeout(resolve, retryMs)));
        // A terminal's own stream returns only when all is written, and no signal is heard until then but by the system.
        else return await (isTerminal ? writeThrough(rest) : wait(() => writeThrough(rest)));
      }
    },
    close() {
      if (direct && direct.descriptor !== descriptor) closeSync(direct.descriptor);
      direct = undefined;
    },
  };

  function writeThrough(bytes: Uint8Array): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      stream().stream.write(bytes, (error) => {
        isClosed ||= (error as NodeJS.ErrnoException | null | undefined)?.code === "EPIPE";
        if (!error || isClosed) resolve();
        else reject(unwritable(path, error));
      });
    });
  }
}

/** A second opening of a pipe or terminal that refuses bytes instead of waiting; undefined where the system knows no such thing. */
function openWithoutWaiting(descriptor: number): number | undefined {
  try {
    return openSync(`/proc/self/fd/${descriptor}`, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    return undefined;
  }
}
