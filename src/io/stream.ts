/**
 * Streams a ticket file: blocks from an input through a command to an output, with progress on a terminal. An interrupt and a closed
 * pipe end it cleanly.
 */

import type { BlockReader, BlockTransform } from "../block-transform.js";
import { CliError } from "../errors.js";
import type { BlockInput, BlockOutput, UnstoredFormulas } from "./files.js";
import type { Io } from "./io.js";
import { packingOf } from "./packing.js";

/** What a file is beyond doubt, which no flag changes. */
export interface FileForm {
  readonly inputFormat?: "xlsx";
  readonly isFrom1904?: boolean;
  readonly unstoredFormulas?: () => UnstoredFormulas;
}

export function fileForm({ isWorkbook, isFrom1904 = false, unstoredFormulas }: BlockInput): FileForm {
  return isWorkbook ? { inputFormat: "xlsx", isFrom1904, ...(unstoredFormulas && { unstoredFormulas }) } : {};
}

/** Shows how much of the input is done; the messages are those of cli/progress.ts. */
export interface Progress {
  /** Starts with the input's size in bytes, if it is known. */
  begin(size: number | undefined): void;
  /** The file is read twice: by the prescan, and then for its rows. */
  expectTwice(): void;
  show(moreBytes: number, rows: number): void;
  clear(): Promise<void>;
}

export interface StreamResult<T> {
  readonly transform: T;
  /** The reader closed the output before the end. */
  readonly isClosed: boolean;
}

/**
 * Reads `path` through the transform that `create` derives from its first block, and writes to `outputPath` or standard output. Throws
 * `interrupted` on a signal; then, and after every other error, no part of the output file is left.
 */
export async function stream<T extends BlockTransform>(
  io: Io,
  progress: Progress,
  path: string,
  outputPath: string | undefined,
  create: (first: Uint8Array, form: FileForm) => Promise<T>,
  sheet?: string,
): Promise<StreamResult<T>> {
  const opened = await io.openInput(path);
  const interrupt = interruptible(io);
  progress.begin(opened.size);
  let output: BlockOutput | undefined;
  try {
    const input = await interrupt.orStop(unpacked(opened, path, sheet));
    const first = await interrupt.orStop(input.first());
    const transform = await create(first, fileForm(input));
    const prescan = transform.prescan(first);
    if (prescan) await runPrescan(prescan, input, progress, interrupt.orStop);
    output = outputPath === undefined ? standardOutput(io) : await io.openOutput(outputPath, interrupt.signal);
    refuseInput(input, output, outputPath ?? "stdout");
    await runTransform(transform, input, output, progress, interrupt.orStop);
    if (!output.isClosed) await output.commit();
    return { transform, isClosed: output.isClosed };
  } catch (error) {
    await output?.abandon();
    throw error;
  } finally {
    interrupt.unsubscribe();
    await progress.clear();
    await opened.close();
  }
}

/** The content of a packed file; any other file as it is. */
async function unpacked(input: BlockInput, path: string, sheet: string | undefined): Promise<BlockInput> {
  if (packingOf(await input.first()) === undefined) return input;
  const { unpack } = await import("./unpack.js");
  return unpack(input, path === "-" ? "stdin" : path, sheet);
}

/** Waits for work, but no longer than until a signal: a pipe may never deliver its next block. Rejects with `interrupted`. */
type OrStop = <V>(work: Promise<V>) => Promise<V>;

function interruptible(io: Io): { readonly orStop: OrStop; readonly signal: AbortSignal; unsubscribe(): void } {
  const controller = new AbortController();
  let stop = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => {
      controller.abort();
      reject(new CliError({ code: "interrupted" }));
    };
  });
  stopped.catch(() => {});
  return {
    orStop: (work) => Promise.race([work, stopped]),
    signal: controller.signal,
    unsubscribe: io.onInterrupt(stop),
  };
}

async function runPrescan(prescan: BlockReader, input: BlockInput, progress: Progress, orStop: OrStop): Promise<void> {
  progress.expectTwice();
  await orStop(input.keep());
  for await (const block of blocksOf(input, orStop)) {
    prescan.feed(block);
    progress.show(block.length, 0);
  }
  prescan.end();
}

/** Transforms one block while the previous one is written. */
async function runTransform(
  transform: BlockTransform,
  input: BlockInput,
  output: BlockOutput,
  progress: Progress,
  orStop: OrStop,
): Promise<void> {
  let writing: Promise<void> = Promise.resolve();
  const write = async (block: Uint8Array) => {
    await orStop(writing);
    writing = output.write(block);
    writing.catch(() => {});
  };
  for await (const block of blocksOf(input, orStop)) {
    const rows = transform.feed(block);
    progress.show(block.length, transform.rows());
    await write(rows);
    if (output.isClosed) return;
  }
  for (const rows of transform.end()) {
    await write(rows);
    if (output.isClosed) return;
  }
  await orStop(writing);
}

async function* blocksOf(input: BlockInput, orStop: OrStop): AsyncGenerator<Uint8Array> {
  const blocks = input.blocks()[Symbol.asyncIterator]();
  for (;;) {
    const { done, value } = await orStop(blocks.next());
    if (done) return;
    yield value;
  }
}

/** Throws if input and output are one file, which would grow without end. */
function refuseInput({ file: input }: BlockInput, { file: output }: BlockOutput, path: string): void {
  if (input && output && input.dev === output.dev && input.ino === output.ino) {
    throw new CliError({ code: "unwritable-file", path, reason: "is-input" });
  }
}

function standardOutput(io: Io): BlockOutput {
  return {
    file: io.standardOutputFile(),
    get isClosed() {
      return io.stdout.isClosed;
    },
    write: (block) => io.stdout.write(block),
    commit: async () => {},
    abandon: async () => {},
  };
}
