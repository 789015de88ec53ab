/**
 * Files and streams in blocks, for commands that read many tickets: the next block is read while the last one is processed, a stream
 * can be read twice, and a file is written whole or not at all.
 */
import { randomBytes } from "node:crypto";
import { close, closeSync, constants, createReadStream, openSync, read } from "node:fs";
import { open, rm, unlink } from "node:fs/promises";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isatty, ReadStream, WriteStream } from "node:tty";
import { promisify } from "node:util";
import { CliError } from "../errors.js";
import { descriptorOutput, type FileIdentity, kindOf, regularFile } from "./descriptor.js";
import { type Destination, destinationOf } from "./destination.js";
import { fileError, unreadable, unwritable } from "./file-error.js";
import { checkLength, notAFile, type Opened, openForReading } from "./open-file.js";
import { replaceFile } from "./replace-file.js";

export { removeUnfinished } from "./replace-file.js";

/** How many cells of a column, from 0, have a formula without its result. */
export type UnstoredFormulas = ReadonlyMap<number, number>;

/** An input in blocks. A block is valid until the next one is requested. */
export interface BlockInput {
  /** Total bytes; undefined for a stream. */
  readonly size: number | undefined;
  /** Identity of a regular file; undefined for anything else. */
  readonly file: FileIdentity | undefined;
  /** The first block; `blocks` starts with it again. */
  first(): Promise<Uint8Array>;
  /** Allows a second reading; a stream is copied to a temporary file without a name. */
  keep(): Promise<void>;
  blocks(): AsyncIterable<Uint8Array>;
  /** Bytes in all, and some of them, of what is a file or was kept. */
  length(): Promise<number>;
  readAt(from: number, length: number): Promise<Buffer>;
  /** The blocks are rows of a workbook as separated cells, texts in quotes. */
  readonly isWorkbook?: true;
  /** Of a workbook: its numbers of days count from 1904. */
  readonly isFrom1904?: boolean;
  /** Of a workbook, once its blocks were read. */
  readonly unstoredFormulas?: () => UnstoredFormulas;
  close(): Promise<void>;
}

export interface BlockOutput {
  /** Identity of a regular file that is written directly; undefined for a replaced file and for anything else. */
  readonly file: FileIdentity | undefined;
  /** The reader has closed the pipe. */
  readonly isClosed: boolean;
  /** The block may be reused once this resolves. */
  write(block: Uint8Array): Promise<void>;
  /** Puts the file in its place. */
  commit(): Promise<void>;
  /** Removes what was written. */
  abandon(): Promise<void>;
}

const blockSize = 1 << 19;

const readInto = promisify(read);

/** Opens a file for reading in blocks. Throws `unreadable-file`. */
export function openFile(path: string): BlockInput {
  const opened = openForReading(path);
  const own = opened ? undefined : ownSocket(path);
  if (!opened) {
    if (own) return streamInput(own, path);
    throw unreadable(path, new Error());
  }
  const { descriptor, about } = opened;
  // Pipes and devices have no size and cannot be read twice.
  return about.isFile() ? fileInput(descriptor, about.size, path, about) : streamInput(streamOf(opened), path);
}

/** A pipe or device as a stream whose reading does not keep a process from ending. */
function streamOf({ descriptor, about }: Opened): AsyncIterable<Uint8Array> & { destroy(): void } {
  if (about.isFIFO()) return new Socket({ fd: descriptor, writable: false });
  if (isatty(descriptor)) return new ReadStream(descriptor);
  return createReadStream("", { fd: descriptor, highWaterMark: blockSize });
}

/** All of a pipe or socket that contains a document. Throws `unreadable-file`. */
export async function readPipe(path: string, opened: Opened | undefined, signal: AbortSignal): Promise<Uint8Array> {
  const own = opened ? undefined : ownSocket(path);
  if (own === undefined && !opened?.about.isFIFO()) throw notAFile(path);
  const stream = own ?? streamOf(opened as Opened);
  signal.addEventListener("abort", () => stream.destroy());
  const blocks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const block of stream) {
      length += block.length;
      checkLength(path, length);
      blocks.push(block);
    }
  } catch (error) {
    throw unreadable(path, error);
  } finally {
    stream.destroy();
  }
  return Buffer.concat(blocks);
}

/** The socket that a path such as `/dev/stdin` ends at, which has no second opening. */
function ownSocket(path: string): Socket | undefined {
  const destination = destinationOf(path);
  const isSocket = destination.kind === "descriptor" && kindOf(destination.descriptor) === "socket";
  return isSocket ? new Socket({ fd: destination.descriptor, writable: false }) : undefined;
}

/** A regular file up to its size when it was opened; a file that has become shorter is an error. */
function fileInput(
  descriptor: number,
  size: number,
  path: string,
  file: FileIdentity | undefined,
  failAs = unreadable,
): BlockInput {
  const readAt = async (buffer: Buffer, at: number): Promise<Buffer> => {
    // Virtual files such as those of /proc have no size.
    const expected = size === 0 ? buffer.length : Math.min(buffer.length, size - at);
    let length = 0;
    try {
      while (length < expected) {
        const { bytesRead } = await readInto(descriptor, buffer, length, expected - length, at + length);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
    } catch (error) {
      throw failAs(path, error);
    }
    if (length < expected && size > 0) throw new CliError({ code: "unreadable-file", path, reason: "shortened" });
    return buffer.subarray(0, length);
  };
  return {
    size,
    file,
    first: () => readAt(Buffer.allocUnsafe(blockSize), 0),
    async keep() {},
    length: async () => size,
    readAt: (from, length) => readAt(Buffer.allocUnsafe(Math.max(0, Math.min(length, size - from))), from),
    async *blocks() {
      const buffers = [Buffer.allocUnsafe(blockSize), Buffer.allocUnsafe(blockSize)] as const;
      let at = 0;
      const readNext = async (into: Buffer) => {
        const block = await readAt(into, at);
        at += block.length;
        return block;
      };
      let turn = 0;
      let next = readNext(buffers[0]);
      for (;;) {
        const block = await next;
        if (block.length === 0) return;
        turn = 1 - turn;
        next = readNext(buffers[turn] as Buffer);
        // The next iteration reports a failed read.
        next.catch(() => {});
        yield block;
      }
    },
    close: async () => await promisify(close)(descriptor),
  };
}

/** Standard input; a redirected file must not become shorter. */
export function standardInput(stdin: AsyncIterable<Uint8Array> & { destroy?: () => void }): BlockInput {
  const before = regularFile(0);
  return streamInput(stdin, "stdin", before, () => {
    const after = regularFile(0);
    if (before && after && after.size < before.size)
      throw new CliError({ code: "unreadable-file", path: "stdin", reason: "shortened" });
  });
}

/** A stream in blocks; `atEnd` may throw. */
export function streamInput(
  stream: AsyncIterable<Uint8Array> & { destroy?: () => void },
  path: string,
  file?: FileIdentity,
  atEnd: () => void = () => {},
): BlockInput {
  let iterator: AsyncIterator<Uint8Array> | undefined;
  const seen: Uint8Array[] = [];
  let kept: BlockInput | undefined;

  async function take(): Promise<Uint8Array | undefined> {
    iterator ??= stream[Symbol.asyncIterator]();
    const { done, value } = await iterator.next().catch((error: unknown) => {
      throw unreadable(path, error);
    });
    if (!done) return value as Uint8Array;
    atEnd();
    return undefined;
  }

  async function keep(): Promise<BlockInput> {
    kept ??= await spool(input.blocks());
    return kept;
  }

  const input: BlockInput = {
    size: undefined,
    file,
    async first() {
      let size = seen.reduce((sum, block) => sum + block.length, 0);
      while (size < blockSize) {
        const block = await take();
        if (!block) break;
        seen.push(block);
        size += block.length;
      }
      return Buffer.concat(seen);
    },
    async keep() {
      await keep();
    },
    length: async () => (await keep()).length(),
    readAt: async (from, length) => (await keep()).readAt(from, length),
    async *blocks() {
      if (kept) {
        yield* kept.blocks();
        return;
      }
      for (let block = seen.shift(); block; block = seen.shift()) yield block;
      for (let block = await take(); block; block = await take()) yield block;
    },
    async close() {
      await kept?.close();
      // An unread stream keeps the process alive.
      stream.destroy?.();
    },
  };
  return input;
}

/** Copies blocks to a file in the temporary folder, for a second reading. Throws `unusable-temporary-folder`. */
async function spool(blocks: AsyncIterable<Uint8Array>): Promise<BlockInput> {
  const folder = tmpdir();
  const fail = (_: string, error: unknown) =>
    error instanceof CliError
      ? error
      : new CliError({ code: "unusable-temporary-folder", path: folder, reason: fileError(error) });
  const path = join(folder, `support-cli-${randomBytes(6).toString("hex")}`);
  let hasName = false;
  const removeName = async () => {
    if (hasName) await rm(path, { force: true });
  };
  try {
    const file = await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600);
    // An unnamed file disappears with the process. Systems that cannot unlink an open file do so at the end.
    hasName = await unlink(path).then(
      () => false,
      () => true,
    );
    let size = 0;
    for await (const block of blocks) {
      for (let at = 0; at < block.length; ) at += (await file.write(block, at)).bytesWritten;
      size += block.length;
    }
    const input = fileInput(file.fd, size, folder, undefined, fail);
    return {
      ...input,
      async close() {
        await file.close();
        await removeName();
      },
    };
  } catch (error) {
    await removeName();
    throw fail(folder, error);
  }
}

/** Time between two attempts to open a pipe without a reader. */
const readerWaitMs = 50;

/**
 * Opens an output in blocks. A file appears whole or not at all; what can only be written to, such as a device, a pipe or a descriptor of the
 * process, is written to directly. `signal` ends the waiting for a pipe's reader. Throws `unwritable-file`.
 */
export async function createFile(path: string, signal?: AbortSignal): Promise<BlockOutput> {
  let destination: Destination;
  try {
    destination = destinationOf(path);
  } catch (error) {
    throw unwritable(path, error);
  }
  if (destination.kind === "file") {
    return { file: undefined, isClosed: false, ...(await replaceFile(destination.path, destination.existing, path)) };
  }
  if (destination.kind === "descriptor") return directOutput(destination.descriptor, path, false);
  const flags = constants.O_WRONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);
  for (;;) {
    try {
      return directOutput(openSync(path, flags), path, true);
    } catch (error) {
      const hasNoReader = destination.isPipe && (error as NodeJS.ErrnoException).code === "ENXIO";
      if (!hasNoReader) throw unwritable(path, error);
    }
    await new Promise((resolve) => setTimeout(resolve, readerWaitMs));
    if (signal?.aborted) throw new CliError({ code: "interrupted" });
  }
}

/** Writes directly; closes the descriptor at the end if it was opened here. */
function directOutput(descriptor: number, path: string, isOpened: boolean): BlockOutput {
  const kind = kindOf(descriptor);
  const isTerminal = isatty(descriptor);
  let stream: Socket | undefined;
  const output = descriptorOutput({
    descriptor,
    path,
    kind,
    neverWaits: kind === "file" || isOpened || (kind === "other" && !isTerminal),
    open() {
      stream = isTerminal ? new WriteStream(descriptor) : new Socket({ fd: descriptor, readable: false });
      return { stream, isTerminal };
    },
  });
  const end = async () => {
    output.close();
    // The stream, where there is one, closes its descriptor.
    if (stream) stream.destroy();
    else if (isOpened) closeSync(descriptor);
  };
  return {
    file: regularFile(descriptor),
    get isClosed() {
      return output.isClosed;
    },
    write: (block) => output.write(block),
    commit: end,
    abandon: end,
  };
}
