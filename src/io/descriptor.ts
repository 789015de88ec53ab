/**
 * Writes to what cannot be replaced as a whole: the standard streams, pipes, devices. Short writes are continued, and signals are
 * handled while a reader stalls.
 */
import { closeSync, constants, fstatSync, openSync, writeSync } from "node:fs";
import { unwritable } from "./file-error.js";

/** An open descriptor to write to. */
export interface DescriptorOutput {
  /** A reader such as `head` has closed the pipe. */
  readonly isClosed: boolean;
  /** Throws `unwritable-file`. */
  write(bytes: Uint8Array): Promise<void>;
  /** Closes the second opening of the descriptor, if there is one. */
  close(): void;
}

export interface DescriptorChoice {
  readonly descriptor: number;
  /** The path in error messages. */
  readonly path: string;
  readonly kind: DescriptorKind;
  /** A write fails with EAGAIN instead of blocking. */
  readonly neverWaits?: boolean;
  /** Node's stream for it. */
  open(): DescriptorStream;
  /** Wraps every step that a stalled reader may delay. */
  wait?(work: () => Promise<void>): Promise<void>;
}

/** Node's stream; that of a terminal blocks until the terminal has accepted the text. */
export interface DescriptorStream {
  readonly stream: NodeJS.WritableStream;
  readonly isTerminal: boolean;
}

/** Bytes that fit into a pipe without blocking, where it cannot be opened a second time. */
const fitsIntoPipe = 1 << 14;
/** Time between two attempts to write to a terminal that is full. */
const retryMs = 5;

export type DescriptorKind = "file" | "pipe" | "socket" | "other";

/** The kind of file of a descriptor; `other` is a terminal, a device or a closed descriptor. */
export function kindOf(descriptor: number): DescriptorKind {
  try {
    const stats = fstatSync(descriptor);
    if (stats.isFile()) return "file";
    if (stats.isFIFO()) return "pipe";
    return stats.isSocket() ? "socket" : "other";
  } catch {
    return "other";
  }
}

/** Equal for two paths to one file. */
export interface FileIdentity {
  readonly dev: number;
  readonly ino: number;
}

/** Identity and size of a descriptor's regular file; undefined for anything else. */
export function regularFile(descriptor: number): (FileIdentity & { readonly size: number }) | undefined {
  try {
    const stats = fstatSync(descriptor);
    return stats.isFile() ? stats : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes to a descriptor directly where that cannot block, and through Node's stream elsewhere. Node's streams are slow to load, and
 * most outputs need none.
 */
export function descriptorOutput(choice: DescriptorChoice): DescriptorOutput {
  return new DescriptorWriter(choice);
}

/** A descriptor that never blocks, and how many bytes it accepts. */
interface DirectTarget {
  readonly descriptor: number;
  room: number;
}

class DescriptorWriter implements DescriptorOutput {
  isClosed = false;
  private direct: DirectTarget | undefined;
  private opened: DescriptorStream | undefined;

  constructor(private readonly choice: DescriptorChoice) {}

  async write(bytes: Uint8Array): Promise<void> {
    const wait = this.choice.wait ?? ((work) => work());
    let rest = bytes;
    while (rest.length > 0 && !this.isClosed) {
      const target = this.target();
      rest = this.writeDirectly(rest, target);
      if (this.isClosed || rest.length === 0) return;
      const { isTerminal } = this.stream();
      if (target.room > 0 && isTerminal) await wait(() => new Promise((resolve) => setTimeout(resolve, retryMs)));
      // A terminal's stream blocks until all is written; only the system handles signals meanwhile.
      else return await (isTerminal ? this.writeToStream(rest) : wait(() => this.writeToStream(rest)));
    }
  }

  close(): void {
    if (this.direct && this.direct.descriptor !== this.choice.descriptor) closeSync(this.direct.descriptor);
    this.direct = undefined;
  }

  private target(): DirectTarget {
    if (this.direct) return this.direct;
    const { descriptor, kind, neverWaits = kind === "file" } = this.choice;
    const own = neverWaits ? descriptor : openWithoutWaiting(descriptor);
    if (own !== undefined) this.direct = { descriptor: own, room: Number.POSITIVE_INFINITY };
    else this.direct = { descriptor, room: kind === "other" ? 0 : fitsIntoPipe };
    return this.direct;
  }

  /** Writes as much as the target accepts; returns the rest. */
  private writeDirectly(bytes: Uint8Array, target: DirectTarget): Uint8Array {
    let rest = bytes;
    try {
      while (rest.length > 0 && target.room > 0) {
        const written = writeSync(target.descriptor, rest, 0, Math.min(rest.length, target.room));
        target.room -= written;
        rest = rest.subarray(written);
      }
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EPIPE") this.isClosed = true;
      else if (code !== "EAGAIN") throw unwritable(this.choice.path, error);
    }
    return rest;
  }

  private stream(): DescriptorStream {
    if (this.opened) return this.opened;
    this.opened = this.choice.open();
    this.opened.stream.on("error", (error: NodeJS.ErrnoException) => {
      // The write that failed reports every other error.
      if (error.code === "EPIPE") this.isClosed = true;
    });
    return this.opened;
  }

  private writeToStream(bytes: Uint8Array): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      this.stream().stream.write(bytes, (error) => {
        this.isClosed ||= (error as NodeJS.ErrnoException | null | undefined)?.code === "EPIPE";
        if (!error || this.isClosed) resolve();
        else reject(unwritable(this.choice.path, error));
      });
    });
  }
}

/** Opens a pipe or terminal a second time, without blocking; undefined where the system has no /proc. */
function openWithoutWaiting(descriptor: number): number | undefined {
  try {
    return openSync(`/proc/self/fd/${descriptor}`, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    return undefined;
  }
}
