/**
 * Every effect of the program in one place: streams, files, clock, environment and terminal.
 * Everything else is handed an Io and can be run in a test with one made of strings. Each effect is opened when it is
 * first asked for, since most answers need few of them and Node takes its time over each.
 */
import { mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { CliError } from "../errors.js";
import { descriptorOutput, type FileIdentity, kindOf, regularFile } from "./descriptor.js";
import { unwritable } from "./file-error.js";
import type { BlockInput, BlockOutput } from "./files.js";
import { openForReading, readDocument } from "./open-file.js";
import { openScreen, type Screen, type ScreenEvents } from "./screen.js";
import { listenForSignals, type Signals, untilInterrupted } from "./signals.js";
import { joinSplitCharacters } from "./split-characters.js";
import { systemZoneOf } from "./system-zone.js";
import { defaultColumns } from "./terminal.js";

export interface OutputStream {
  readonly isTerminal: boolean;
  /** Terminal columns, 80 where the terminal does not know; undefined where the stream is not a terminal. */
  readonly columns: number | undefined;
  /** The reader has gone away, as `head` does when it has enough. */
  readonly isClosed: boolean;
  /**
   * Resolves once the text is handed on; a reader that has gone away is not an error. Throws `unwritable-file`, but for messages: what
   * cannot be written to stderr is dropped.
   */
  write(text: string | Uint8Array): Promise<void>;
}

export interface FileVersion {
  readonly isFile: boolean;
  /** Another where the path leads to another file. */
  readonly file: string;
  /** Another where the file has changed too. */
  readonly version: string;
}

export interface Io {
  readonly stdin: { readonly isTerminal: boolean };
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  now(): number;
  /** The IANA name of the machine's own zone; undefined where `TZ` or the system names none. */
  systemZone(): string | undefined;
  /** The version of the time-zone database in use, such as 2025b. */
  readonly tzdata: string;
  /** The current folder; undefined where it is gone. */
  workingFolder(): string | undefined;
  /** Where the user keeps configuration: %APPDATA%, $XDG_CONFIG_HOME or ~/.config. */
  readonly configFolder: string | undefined;
  /** A document of a regular file or a pipe, or of a regular file alone. Throws `unreadable-file`. */
  readFile(path: string, only?: "regular"): Promise<Uint8Array>;
  /** Writes the whole file or leaves what was there, as `openOutput` does. Throws `unwritable-file`. */
  writeFile(path: string, text: string): Promise<void>;
  /** Writes files into a folder, which is made where it is missing. Throws `unwritable-file`. */
  writeFolder(path: string, files: Readonly<Record<string, string>>): Promise<void>;
  /** A file to be read in blocks, or the standard input for `-`. Throws `unreadable-file`. */
  openInput(path: string): Promise<BlockInput>;
  /**
   * A file that appears whole or not at all, or a pipe or device that is written to; in blocks. `signal` ends the waiting for a pipe's
   * reader. Throws `unwritable-file`.
   */
  openOutput(path: string, signal?: AbortSignal): Promise<BlockOutput>;
  /** Which regular file the standard output is; undefined where it is none. */
  standardOutputFile(): FileIdentity | undefined;
  /** Calls `stop` when the user wants to stop; gives back how to no longer listen. */
  onInterrupt(stop: () => void): () => void;
  /** Calls `tick` every so many milliseconds, whether or not the last one is over; gives back how to stop that. */
  every(ms: number, tick: () => Promise<void>): () => void;
  /** What a path is at the moment; undefined where it is nothing. */
  fileVersion(path: string): FileVersion | undefined;
  /** Takes the terminal for a screen; undefined where the standard output is none that can be drawn on. */
  openScreen?(on: ScreenEvents): Screen | undefined;
  /** The streams themselves, for prompts. */
  readonly terminal?: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream };
}

/** The effects of a real process. */
export function processIo(process: NodeJS.Process): Io {
  const signals = listenForSignals(process, () => files?.removeUnfinished());
  const { onInterrupt } = signals;
  return {
    stdin: {
      get isTerminal() {
        return process.stdin.isTTY === true;
      },
    },
    stdout: outputStream(1, () => process.stdout, onInterrupt),
    stderr: messageStream(
      outputStream(2, () => process.stderr, onInterrupt),
      signals,
    ),
    env: process.env,
    now: () => Date.now(),
    systemZone: () => systemZoneOf(process.env.TZ),
    tzdata: process.versions.tz ?? "unknown",
    workingFolder: () => {
      try {
        return process.cwd();
      } catch {
        return undefined;
      }
    },
    configFolder: configFolderOf(process.env, process.platform),
    readFile: (path, only) => readBytes(path, only, onInterrupt),
    writeFile: (path, text) => untilInterrupted(onInterrupt, (signal) => writeFile(path, text, signal)),
    writeFolder: (path, files) => untilInterrupted(onInterrupt, (signal) => writeFolder(path, files, signal)),
    async openInput(path) {
      const { openFile, standardInput } = await loadFiles();
      return path === "-" ? standardInput(process.stdin) : openFile(path);
    },
    openOutput: async (path, signal) => (await loadFiles()).createFile(path, signal),
    standardOutputFile: () => regularFile(1),
    onInterrupt,
    every(ms, tick) {
      const timer = setInterval(tick, ms);
      return () => clearInterval(timer);
    },
    fileVersion(path) {
      const found = statSync(path, { throwIfNoEntry: false });
      if (!found) return undefined;
      const file = `${found.dev} ${found.ino}`;
      return { isFile: found.isFile(), file, version: `${file} ${found.mtimeMs} ${found.size}` };
    },
    openScreen(on) {
      if (process.stdout.isTTY !== true || process.env.TERM === "dumb") return undefined;
      const screen = openScreen(process.stdin, process.stdout, on);
      process.prependOnceListener("exit", screen.close);
      return screen;
    },
    get terminal() {
      return { input: process.stdin, output: process.stderr };
    },
  };
}

let files: typeof import("./files.js") | undefined;

async function loadFiles(): Promise<typeof import("./files.js")> {
  files ??= await import("./files.js");
  return files;
}

/** A file as UTF-8 text. Throws `unreadable-file`. */
export async function readTextFile(path: string): Promise<string> {
  return decodeText(path, await readBytes(path));
}

/** Nobody stops the waiting where no signals are listened to, as in the library. */
const uninterrupted: Signals["onInterrupt"] = () => () => {};

async function readBytes(path: string, only?: "regular", onInterrupt = uninterrupted): Promise<Uint8Array> {
  const opened = openForReading(path);
  if (opened && (opened.about.isFile() || only === "regular")) return readDocument(path, opened);
  const { readPipe } = await loadFiles();
  return await untilInterrupted(onInterrupt, (signal) => readPipe(path, opened, signal));
}

/**
 * Bytes as UTF-8 text, without a byte order mark; anything else is an `unreadable-file`. A calendar file may fold its lines within a
 * character.
 */
export function decodeText(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(joinSplitCharacters(bytes));
  } catch {
    throw new CliError({ code: "unreadable-file", path, reason: "encoding" });
  }
}

/** Only absolute paths count, as the XDG rules say; undefined where the environment names no folder. */
export function configFolderOf(env: Io["env"], platform: NodeJS.Platform): string | undefined {
  if (platform === "win32") return env.APPDATA || undefined;
  if (env.XDG_CONFIG_HOME?.startsWith("/")) return env.XDG_CONFIG_HOME;
  return env.HOME?.startsWith("/") ? `${env.HOME}/.config` : undefined;
}

/** Writes a whole file; a user who stops it meanwhile finds what was there before. */
async function writeFile(path: string, text: string, signal: AbortSignal): Promise<void> {
  const file = await (await loadFiles()).createFile(path, signal);
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length && !signal.aborted && !file.isClosed; at += writtenAtOnce) {
    await file.write(bytes.subarray(at, at + writtenAtOnce));
  }
  if (signal.aborted) await file.abandon();
  else await file.commit();
}

/** Writes files by their names in a folder. */
async function writeFolder(
  folder: string,
  files: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    try {
      mkdirSync(dirname(path), { recursive: true });
    } catch (error) {
      throw unwritable(dirname(path), error);
    }
    if (!signal.aborted) await writeFile(path, text, signal);
  }
}

/** Bytes between which a stop is heard. */
const writtenAtOnce = 1 << 20;

/** A stream of the process. */
function outputStream(
  descriptor: 1 | 2,
  open: () => NodeJS.WriteStream,
  onInterrupt: Signals["onInterrupt"],
): OutputStream {
  let kind: ReturnType<typeof kindOf> | undefined;
  let opened: NodeJS.WriteStream | undefined;
  let output: ReturnType<typeof descriptorOutput> | undefined;
  const kindOnce = () => {
    kind ??= kindOf(descriptor);
    return kind;
  };
  const stream = () => {
    if (opened) return opened;
    opened = open();
    // Trouble is reported by the write that met it.
    opened.on("error", () => {});
    return opened;
  };
  const isTerminal = () => kindOnce() === "other" && stream().isTTY === true;
  return {
    get isTerminal() {
      return isTerminal();
    },
    get columns() {
      return isTerminal() ? stream().columns || defaultColumns : undefined;
    },
    get isClosed() {
      return output?.isClosed === true;
    },
    write(text) {
      output ??= descriptorOutput({
        descriptor,
        path: descriptor === 1 ? "stdout" : "stderr",
        kind: kindOnce(),
        open: () => ({ stream: stream(), isTerminal: stream().isTTY === true }),
        wait: (work) => untilInterrupted(onInterrupt, work),
      });
      return output.write(typeof text === "string" ? Buffer.from(text) : text);
    },
  };
}

/** How long a message may take once a signal has come. */
const lastMessageMs = 200;

/** Messages: what cannot be written is dropped, since neither output nor exit code depends on it. */
function messageStream(stream: OutputStream, signals: Signals): OutputStream {
  return {
    get isTerminal() {
      return stream.isTerminal;
    },
    get columns() {
      return stream.columns;
    },
    get isClosed() {
      return stream.isClosed;
    },
    async write(text) {
      const written = stream.write(text).catch((error: unknown) => {
        if (error instanceof CliError && error.error.code === "interrupted") throw error;
      });
      // Nobody waits for a stalled reader once a signal has come.
      await (signals.isStopping
        ? Promise.race([written, new Promise((resolve) => setTimeout(resolve, lastMessageMs))])
        : written);
    },
  };
}
