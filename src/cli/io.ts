/**
 * Every effect of the program in one place: streams, files, clock, environment and terminal.
 * Everything else is handed an Io and can be run in a test with one made of strings.
 */
import { randomBytes } from "node:crypto";
import { open, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Failure, type FileProblem } from "../errors.js";

export interface OutputStream {
  readonly isTerminal: boolean;
  /** Terminal columns; undefined where the stream is not a terminal. */
  readonly columns: number | undefined;
  /** Resolves once the text is handed on; a reader that has gone away is not an error. */
  write(text: string): Promise<void>;
}

export interface Io {
  readonly stdin: { readonly isTerminal: boolean; readAll(): Promise<Uint8Array> };
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  now(): number;
  /** The IANA name of the machine's own zone. */
  systemZone(): string;
  /** The version of the time-zone database in use, such as 2025b. */
  readonly tzdata: string;
  /** Throws `unreadable-file`. */
  readFile(path: string): Promise<Uint8Array>;
  /** Writes the whole file or leaves what was there: a temporary file beside it, then a rename. Throws `unwritable-file`. */
  writeFile(path: string, text: string): Promise<void>;
  /** The streams themselves, for prompts. */
  readonly terminal?: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream };
}

/** The effects of a real process. */
export function processIo(process: NodeJS.Process): Io {
  return {
    stdin: {
      isTerminal: process.stdin.isTTY === true,
      async readAll() {
        const chunks: Uint8Array[] = [];
        for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
        return Buffer.concat(chunks);
      },
    },
    stdout: outputStream(process.stdout),
    stderr: outputStream(process.stderr),
    env: process.env,
    now: () => Date.now(),
    systemZone: () => {
      const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
      // A broken TZ setting leaves the runtime with no zone of that name; it then runs on UTC.
      return zone === undefined || zone === "Etc/Unknown" ? "UTC" : zone;
    },
    tzdata: process.versions.tz ?? "unknown",
    readFile: readBytes,
    writeFile,
    get terminal() {
      return { input: process.stdin, output: process.stderr };
    },
  };
}

/** A file as UTF-8 text. Throws `unreadable-file`. */
export async function readTextFile(path: string): Promise<string> {
  return decodeText(path, await readBytes(path));
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new Failure({ code: "unreadable-file", path, reason: fileProblem(error) });
  }
}

/** Bytes as UTF-8 text, without a byte order mark; anything else is an `unreadable-file`. */
export function decodeText(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Failure({ code: "unreadable-file", path, reason: "encoding" });
  }
}

async function writeFile(path: string, text: string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString("hex")}`);
  try {
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new Failure({ code: "unwritable-file", path, reason: fileProblem(error) });
  }
}

function outputStream(stream: NodeJS.WriteStream): OutputStream {
  let gone = false;
  // A reader such as `head` closes the pipe when it has enough: that ends the output, silently.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    gone = true;
  });
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY ? stream.columns : undefined,
    write: (text) =>
      new Promise((resolve, reject) => {
        if (gone || text === "") return resolve();
        stream.write(text, (error) => {
          if (!error || (error as NodeJS.ErrnoException).code === "EPIPE") resolve();
          else reject(error);
        });
      }),
  };
}

/** The kind of trouble behind a file system error. */
export function fileProblem(error: unknown): FileProblem {
  switch ((error as NodeJS.ErrnoException).code) {
    case "ENOENT":
    case "ENOTDIR":
      return "missing";
    case "EISDIR":
      return "folder";
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return "denied";
    case "ENOSPC":
    case "EDQUOT":
      return "full";
    default:
      return "other";
  }
}
