/**
 * Drives a stream of tickets: blocks from an input through a command to an output, with progress for a person who waits, and an end that is
 * clean when the user stops or the reader goes away.
 */

import { CliError } from "../errors.js";
import type { BlockInput, BlockOutput } from "./files.js";
import type { Io } from "./io.js";

/** What a command does with the blocks of a file; see commands/tickets.ts. */
export interface Transform {
  prescan?(first: Uint8Array): { feed(block: Uint8Array): void; end(): void } | undefined;
  feed(block: Uint8Array): Uint8Array;
  end(): Uint8Array;
  rows(): number;
}

/** Shows how far the work is; each command's own words are elsewhere. */
export interface Progress {
  /** The input is open, and has so many bytes where that is known. */
  begin(size: number | undefined): void;
  /** The file is read for what it says as a whole, and then for its rows. */
  expectTwice(): void;
  show(moreBytes: number, rows: number): void;
  clear(): Promise<void>;
}

export interface StreamResult<T> {
  readonly made: T;
  /** The reader of the output went away before the end. */
  readonly isClosed: boolean;
}

/**
 * Reads `path` through what `make` makes of its beginning and writes to `outputPath`, or to the standard output. Throws `interrupted` where the
 * user stops; then, and after every other failure, no part of the output file is left.
 */
export async function stream<T extends Transform>(
  io: Io,
  progress: Progress,
  path: string,
  outputPath: string | undefined,
  make: (first: Uint8Array) => Promise<T>,
): Promise<StreamResult<T>> {
  // Opening waits for nobody.
  const input = await io.openInput(path);
  let stop: () => void = () => {};
  const opening = new AbortController();
  const stopped = new Promise<never>((_, reject) => {
    stop = () => {
      opening.abort();
      reject(new CliError({ code: "interrupted" }));
    };
  });
  stopped.catch(() => {});
  const unsubscribe = io.onInterrupt(stop);
  // A stop must not wait for a pipe on which nothing comes.
  const orStop = <V>(work: Promise<V>): Promise<V> => Promise.race([work, stopped]);
  progress.begin(input.size);
  let output: BlockOutput | undefined;
  try {
    const first = await orStop(input.first());
    const made = await make(first);
    const prescan = made.prescan?.(first);
    if (prescan) {
      progress.expectTwice();
      await orStop(input.keep());
      for await (const block of untilStopped(input)) {
        prescan.feed(block);
        progress.show(block.length, 0);
      }
      prescan.end();
    }
    output = outputPath === undefined ? standardOutput(io) : await io.openOutput(outputPath, opening.signal);
    refuseInput(input, output, outputPath ?? "stdout");
    const into = output;
    let writing: Promise<void> = Promise.resolve();
    const hand = async (block: Uint8Array) => {
      await orStop(writing);
      writing = into.write(block);
      writing.catch(() => {});
    };
    for await (const block of untilStopped(input)) {
      const found = made.feed(block);
      progress.show(block.length, made.rows());
      await hand(found);
      if (output.isClosed) break;
    }
    if (!output.isClosed) {
      await hand(made.end());
      await orStop(writing);
      await output.commit();
    }
    return { made, isClosed: output.isClosed };
  } catch (error) {
    await output?.abandon();
    throw error;
  } finally {
    unsubscribe();
    await progress.clear();
    await input.close();
  }

  async function* untilStopped(source: BlockInput): AsyncGenerator<Uint8Array> {
    const blocks = source.blocks()[Symbol.asyncIterator]();
    for (;;) {
      const { done, value } = await orStop(blocks.next());
      if (done) return;
      yield value;
    }
  }
}

/** What is written to the file that is being read would be read in turn, without end. */
function refuseInput({ file: read }: BlockInput, { file: written }: BlockOutput, path: string): void {
  if (read && written && read.dev === written.dev && read.ino === written.ino) {
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
