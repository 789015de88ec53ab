/**
 * Files and streams in blocks: reading ahead while the last block is worked on, reading a second time, and writing whole or not at all.
 * The effects behind the commands that read many tickets.
 */
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { type FileHandle, open, rename, rm, stat, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { Failure } from "../errors.js";
import { fileProblem } from "./file-problem.js";

/** What is read in blocks. A block is only good until the next one is asked for. */
export interface BlockInput {
  /** Bytes in all; undefined for a stream. */
  readonly size: number | undefined;
  /** The beginning, without taking it away. */
  first(): Promise<Uint8Array>;
  /** Makes it possible to read everything more than once; a stream is kept in a file without a name for that. */
  keep(): Promise<void>;
  blocks(): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

export interface BlockOutput {
  /** The reader has gone away: nothing more is wanted. */
  readonly isGone: boolean;
  /** The block may be reused once this resolves. */
  write(block: Uint8Array): Promise<void>;
  /** Everything is written: the file appears. */
  commit(): Promise<void>;
  /** Nothing is to be seen of it. */
  abandon(): Promise<void>;
}

const blockSize = 1 << 19;

/** Opens a file for reading in blocks. Throws `unreadable-file`. */
export async function openFile(path: string): Promise<BlockInput> {
  let file: FileHandle;
  let size: number | undefined;
  try {
    file = await open(path, "r");
    const about = await file.stat();
    if (about.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    // Pipes and devices have no size and cannot be read twice.
    if (!about.isFile()) return streamInput(file.createReadStream({ highWaterMark: blockSize }));
    size = about.size;
  } catch (error) {
    throw new Failure({ code: "unreadable-file", path, reason: fileProblem(error) });
  }
  return fileInput(file, size, path);
}

function fileInput(file: FileHandle, size: number | undefined, path: string): BlockInput {
  return {
    size,
    async first() {
      const buffer = Buffer.allocUnsafe(blockSize);
      const { bytesRead } = await file.read(buffer, 0, blockSize, 0).catch((error: unknown) => {
        throw new Failure({ code: "unreadable-file", path, reason: fileProblem(error) });
      });
      return buffer.subarray(0, bytesRead);
    },
    async keep() {},
    async *blocks() {
      const buffers = [Buffer.allocUnsafe(blockSize), Buffer.allocUnsafe(blockSize)] as const;
      let at = 0;
      const read = async (into: Buffer) => {
        const { bytesRead } = await file.read(into, 0, blockSize, at);
        at += bytesRead;
        return into.subarray(0, bytesRead);
      };
      let turn = 0;
      let next = read(buffers[0]);
      for (;;) {
        const block = await next;
        if (block.length === 0) return;
        turn = 1 - turn;
        next = read(buffers[turn] as Buffer);
        // A read that fails while nobody waits for it is told when somebody does.
        next.catch(() => {});
        yield block;
      }
    },
    close: () => file.close(),
  };
}

/** A stream, such as the standard input, in blocks. */
export function streamInput(stream: AsyncIterable<Uint8Array> & { destroy?: () => void }): BlockInput {
  let iterator: AsyncIterator<Uint8Array> | undefined;
  const seen: Uint8Array[] = [];
  let kept: BlockInput | undefined;

  async function take(): Promise<Uint8Array | undefined> {
    iterator ??= stream[Symbol.asyncIterator]();
    const { done, value } = await iterator.next();
    return done ? undefined : (value as Uint8Array);
  }

  return {
    size: undefined,
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
      if (kept) return;
      const path = join(tmpdir(), `support-cli-${randomBytes(6).toString("hex")}`);
      const file = await open(path, "wx+", 0o600);
      // Without its name nothing is left behind, however the process ends. Where a file in use cannot lose its name, it loses it at the end.
      const hasName = await unlink(path).then(
        () => false,
        () => true,
      );
      let size = 0;
      for await (const block of this.blocks()) {
        await file.write(block);
        size += block.length;
      }
      const input = fileInput(file, size, path);
      kept = {
        ...input,
        async close() {
          await input.close();
          if (hasName) await rm(path, { force: true });
        },
      };
    },
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
      // A stream that nobody reads to its end would keep the process waiting for it.
      stream.destroy?.();
    },
  };
}

/** Files that are being written and not yet in their place; a process that is stopped takes them with it. */
const unfinished = new Set<string>();

export function removeUnfinished(): void {
  for (const path of unfinished) rmSync(path, { force: true });
  unfinished.clear();
}

/**
 * Opens a file that appears whole or not at all: a temporary file beside it, then a rename. An existing file's mode is kept.
 * What is no file, such as a device or a pipe, is written to directly. Throws `unwritable-file`.
 */
export async function createFile(path: string): Promise<BlockOutput> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString("hex")}`);
  const fail = async (error: unknown): Promise<never> => {
    // What never was, or cannot be reached, cannot be taken away either.
    await rm(temporary, { force: true }).catch(() => {});
    unfinished.delete(temporary);
    throw new Failure({ code: "unwritable-file", path, reason: fileProblem(error) });
  };
  const existing = await stat(path).catch(() => undefined);
  if (existing?.isDirectory()) return fail(Object.assign(new Error(), { code: "EISDIR" }));
  const isDevice = existing !== undefined && !existing.isFile();
  const target = isDevice ? path : temporary;
  if (!isDevice) unfinished.add(temporary);
  const file = await open(target, isDevice ? "w" : "wx", existing?.mode).catch(fail);
  let isOpen = true;
  const close = async () => {
    if (isOpen) await file.close();
    isOpen = false;
  };
  return {
    isGone: false,
    async write(block) {
      try {
        for (let at = 0; at < block.length; ) at += (await file.write(block, at)).bytesWritten;
      } catch (error) {
        await close();
        await fail(error);
      }
    },
    async commit() {
      try {
        if (!isDevice) await file.sync();
        await close();
        if (!isDevice) await rename(temporary, path);
        unfinished.delete(temporary);
      } catch (error) {
        await close();
        await fail(error);
      }
    },
    async abandon() {
      await close();
      if (!isDevice) await rm(temporary, { force: true });
      unfinished.delete(temporary);
    },
  };
}
