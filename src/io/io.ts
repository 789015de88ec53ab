/**
 * Every effect of the program: streams, files, clock, environment and terminal. All other code receives an Io; tests pass one of
 * strings. Each effect is set up on first use, since most commands need few of them and Node is slow to load each.
 */
import { mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { CliError } from "../errors.js";
import { blocksOf, type Content } from "./content.js";
import { descriptorOutput, type FileIdentity, kindOf, regularFile } from "./descriptor.js";
import { unwritable } from "./file-error.js";
import type { BlockInput, BlockOutput } from "./files.js";
import { openForReading, readDocument } from "./open-file.js";
import { openScreen, type Screen, type ScreenEvents } from "./screen.js";
import type { ShellChoice, ShellQueue } from "./shell.js";
import { listenForSignals, type Signals, untilInterrupted } from "./signals.js";
import { joinSplitCharacters } from "./split-characters.js";
import { systemZoneOf } from "./system-zone.js";
import { defaultColumns } from "./terminal.js";

export interface OutputStream {
  readonly isTerminal: boolean;
  /** Terminal columns, 80 where the terminal reports none; undefined if the stream is not a terminal. */
  readonly columns: number | undefined;
  /** The reader has closed the pipe, as `head` does. */
  readonly isClosed: boolean;
  /**
   * Resolves once the text is written; a closed pipe is not an error. Throws `unwritable-file`, but not on stderr, whose messages are
   * dropped.
   */
  write(content: Content): Promise<void>;
}

export interface FileVersion {
  readonly isFile: boolean;
  /** Changes when the path leads to another file. */
  readonly file: string;
  /** Changes with the file's content too. */
  readonly version: string;
}

export interface Io {
  readonly stdin: { readonly isTerminal: boolean };
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  now(): number;
  /** The IANA name of the machine's own zone; undefined where `TZ` or the system names none. `isZone` recognizes those names. */
  systemZone(isZone: (name: string) => boolean): string | undefined;
  /** The version of the time-zone database in use, such as 2025b. */
  readonly tzdata: string;
  /** The current folder; undefined if it was removed. */
  workingFolder(): string | undefined;
  /** Where the user keeps configuration: %APPDATA%, $XDG_CONFIG_HOME or ~/.config. */
  readonly configFolder: string | undefined;
  /** A document of a regular file or a pipe, or of a regular file alone. Throws `unreadable-file`. */
  readFile(path: string, only?: "regular"): Promise<Uint8Array>;
  /** Writes the whole file or leaves the existing one, as `openOutput` does. Throws `unwritable-file`. */
  writeFile(path: string, content: Content): Promise<void>;
  /** Writes files into a folder, which is made where it is missing. Throws `unwritable-file`. */
  writeFolder(path: string, files: Readonly<Record<string, string>>): Promise<void>;
  /** Opens a file, or standard input for `-`, to read in blocks. Throws `unreadable-file`. */
  openInput(path: string): Promise<BlockInput>;
  /**
   * A file that appears whole or not at all, or a pipe or device that is written to; in blocks. `signal` ends the waiting for a pipe's
   * reader. Throws `unwritable-file`.
   */
  openOutput(path: string, signal?: AbortSignal): Promise<BlockOutput>;
  /** Which regular file the standard output is; undefined where it is none. */
  standardOutputFile(): FileIdentity | undefined;
  /** Calls `stop` on a signal; returns the function that unsubscribes. */
  onInterrupt(stop: () => void): () => void;
  /** Calls `tick` at an interval, whether or not the last one has ended; returns the function that stops it. */
  every(ms: number, tick: () => Promise<void>): () => void;
  /** The file at a path now; undefined if there is none. */
  fileVersion(path: string): FileVersion | undefined;
  /** Runs a command through the system's shell once for each input. */
  openShell(command: string, choice: ShellChoice): Promise<ShellQueue>;
  /** Opens a full screen; undefined if standard output cannot be drawn on. */
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
    systemZone: (isZone) => systemZoneOf(process.env.TZ, isZone),
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
    writeFile: (path, content) => untilInterrupted(onInterrupt, (signal) => writeFile(path, content, signal)),
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
      const stats = statSync(path, { throwIfNoEntry: false });
      if (!stats) return undefined;
      const file = `${stats.dev} ${stats.ino}`;
      return { isFile: stats.isFile(), file, version: `${file} ${stats.mtimeMs} ${stats.size}` };
    },
    openShell: async (command, choice) => (await import("./shell.js")).openShell(command, choice),
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

/** For the library, which handles no signals. */
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

/** The text of a file; undefined where there is none. Throws `unreadable-file`. */
export async function readIfThere(path: string, io: Io, only?: "regular"): Promise<string | undefined> {
  try {
    return decodeText(path, await io.readFile(path, only));
  } catch (error) {
    if (error instanceof CliError && error.error.code === "unreadable-file" && error.error.reason === "missing")
      return undefined;
    throw error;
  }
}

/** Only absolute paths count, as the XDG rules say; undefined where the environment names no folder. */
export function configFolderOf(env: Io["env"], platform: NodeJS.Platform): string | undefined {
  if (platform === "win32") return env.APPDATA || undefined;
  if (env.XDG_CONFIG_HOME?.startsWith("/")) return env.XDG_CONFIG_HOME;
  return env.HOME?.startsWith("/") ? `${env.HOME}/.config` : undefined;
}

/** Writes a whole file; an interrupt leaves the existing one. */
async function writeFile(path: string, content: Content, signal: AbortSignal): Promise<void> {
  const file = await (await loadFiles()).createFile(path, signal);
  for (const block of blocksOf(content)) {
    if (signal.aborted || file.isClosed) break;
    await file.write(block);
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
    // The write that failed reports the error.
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
    async write(content) {
      output ??= descriptorOutput({
        descriptor,
        path: descriptor === 1 ? "stdout" : "stderr",
        kind: kindOnce(),
        open: () => ({ stream: stream(), isTerminal: stream().isTTY === true }),
        wait: (work) => untilInterrupted(onInterrupt, work),
      });
      for (const block of blocksOf(content)) {
        if (output.isClosed) return;
        await output.write(block);
      }
    },
  };
}

/** Time for a message after a signal. */
const lastMessageMs = 200;

/** Drops messages that cannot be written: neither output nor exit code depends on them. */
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
    async write(content) {
      const written = stream.write(content).catch((error: unknown) => {
        if (error instanceof CliError && error.error.code === "interrupted") throw error;
      });
      // After a signal, a stalled reader is not awaited.
      await (signals.isStopping
        ? Promise.race([written, new Promise((resolve) => setTimeout(resolve, lastMessageMs))])
        : written);
    },
  };
}
