/**
 * A process of streams for the tests of io, and a temporary folder for each test.
 */
import { EventEmitter } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { afterEach, beforeEach, vi } from "vitest";
import { CliError } from "../../src/errors.js";
import { type Io, processIo } from "../../src/io/io.js";

export function errno(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}

/** A stream that collects its text, as a terminal or not. */
class Sink extends Writable {
  text = "";
  isTTY: boolean | undefined;
  columns = 100;
  rows: number | undefined;
  failWith: NodeJS.ErrnoException | undefined;
  constructor(isTerminal = false) {
    super();
    if (isTerminal) this.isTTY = true;
  }
  override _write(chunk: Buffer, _: BufferEncoding, done: (error?: Error | null) => void): void {
    this.text += String(chunk);
    done(this.failWith ?? null);
  }
}

export interface Setting {
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  readonly cwd?: () => string;
  readonly tz?: string;
  readonly platform?: NodeJS.Platform;
}

export function processOf({
  env = {},
  isTerminal = false,
  cwd = () => "/here",
  tz = "2026a",
  platform = "linux",
}: Setting = {}) {
  const stdin = Object.assign(new PassThrough(), { isTTY: isTerminal || undefined, setRawMode: vi.fn() });
  const own = {
    stdin,
    stdout: new Sink(isTerminal),
    stderr: new Sink(isTerminal),
    env,
    cwd,
    platform,
    versions: { tz: tz || undefined },
  };
  return Object.assign(new EventEmitter(), own);
}

export function ioOf(process: ReturnType<typeof processOf>): Io {
  return processIo(process as unknown as NodeJS.Process);
}

export async function errorOf(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    if (error instanceof CliError) return error.error;
    throw error;
  }
  return undefined;
}

export async function read(blocks: AsyncIterable<Uint8Array>): Promise<string> {
  let text = "";
  for await (const block of blocks) text += Buffer.from(block).toString();
  return text;
}

/** Makes a folder for each test; returns the path of a name in it, or its own. */
export function temporaryFolder(): (name?: string) => string {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "support-cli-io-"));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
    rmSync(folder, { recursive: true, force: true });
  });
  return (name = "") => join(folder, name);
}
