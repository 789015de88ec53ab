/**
 * Every effect of the program in one place: streams, files, clock, environment and terminal.
 * Everything else is handed an Io and can be run in a test with one made of strings. Each effect is opened when it is
 * first asked for, since most answers need few of them and Node takes its time over each.
 */
import { fstatSync, readFileSync, statSync, writeSync } from "node:fs";
import { Failure } from "../errors.js";
import { fileProblem } from "./file-problem.js";
import type { BlockInput, BlockOutput } from "./files.js";
import { defaultColumns } from "./manners.js";
import { openScreen, type Screen, type ScreenEvents } from "./screen.js";
import { systemZoneOf } from "./system-zone.js";

export interface OutputStream {
  readonly isTerminal: boolean;
  /** Terminal columns, 80 where the terminal does not know; undefined where the stream is not a terminal. */
  readonly columns: number | undefined;
  /** The reader has gone away, as `head` does when it has enough. */
  readonly isGone: boolean;
  /** Resolves once the text is handed on; a reader that has gone away is not an error. */
  write(text: string | Uint8Array): Promise<void>;
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
  /** Throws `unreadable-file`. */
  readFile(path: string): Promise<Uint8Array>;
  /** Writes the whole file or leaves what was there: a temporary file beside it, then a rename. Throws `unwritable-file`. */
  writeFile(path: string, text: string): Promise<void>;
  /** A file to be read in blocks, or the standard input for `-`. Throws `unreadable-file`. */
  openInput(path: string): Promise<BlockInput>;
  /** A file that appears whole or not at all, written in blocks. Throws `unwritable-file`. */
  openOutput(path: string): Promise<BlockOutput>;
  /** Calls `stop` when the user wants to stop; gives back how to no longer listen. */
  onInterrupt(stop: () => void): () => void;
  /** Calls `tick` every so many milliseconds, whether or not the last one is over; gives back how to stop that. */
  every(ms: number, tick: () => Promise<void>): () => void;
  /** A text that is another when the file was changed; undefined where it cannot be told. */
  stampOf(path: string): string | undefined;
  /** Takes the terminal for a screen; undefined where the standard output is none that can be drawn on. */
  openScreen?(on: ScreenEvents): Screen | undefined;
  /** The streams themselves, for prompts. */
  readonly terminal?: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream };
}

/** The effects of a real process. */
export function processIo(process: NodeJS.Process): Io {
  const onInterrupt: Io["onInterrupt"] = (stop) => {
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
    const removeUnfinished = () => files?.removeUnfinished();
    for (const signal of signals) process.on(signal, stop);
    process.on("exit", removeUnfinished);
    return () => {
      for (const signal of signals) process.off(signal, stop);
      process.off("exit", removeUnfinished);
    };
  };
  return {
    stdin: {
      get isTerminal() {
        return process.stdin.isTTY === true;
      },
    },
    stdout: outputStream(1, () => process.stdout),
    stderr: outputStream(2, () => process.stderr),
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
    readFile: readBytes,
    writeFile: (path, text) => writeFile(path, text, onInterrupt),
    async openInput(path) {
      const { openFile, streamInput } = await loadFiles();
      return path === "-" ? streamInput(process.stdin) : openFile(path);
    },
    openOutput: async (path) => (await loadFiles()).createFile(path),
    onInterrupt,
    every(ms, tick) {
      const timer = setInterval(tick, ms);
      return () => clearInterval(timer);
    },
    stampOf(path) {
      const found = statSync(path, { throwIfNoEntry: false });
      return found && `${found.mtimeMs} ${found.size}`;
    },
    openScreen(on) {
      if (process.stdout.isTTY !== true || process.env.TERM === "dumb") return undefined;
      const screen = openScreen(process.stdin, process.stdout, on);
      process.once("exit", screen.close);
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

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    // At once: reading in the background would first start the threads for it, and nothing else is there to do meanwhile.
    return readFileSync(path);
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

/** Only absolute paths count, as the XDG rules say; undefined where the environment names no folder. */
export function configFolderOf(env: Io["env"], platform: NodeJS.Platform): string | undefined {
  if (platform === "win32") return env.APPDATA || undefined;
  if (env.XDG_CONFIG_HOME?.startsWith("/")) return env.XDG_CONFIG_HOME;
  return env.HOME?.startsWith("/") ? `${env.HOME}/.config` : undefined;
}

/** Writes a whole file; a user who stops it meanwhile finds what was there before. */
async function writeFile(path: string, text: string, onInterrupt: Io["onInterrupt"]): Promise<void> {
  let isStopped = false;
  const deafen = onInterrupt(() => {
    isStopped = true;
  });
  try {
    const file = await (await loadFiles()).createFile(path);
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length && !isStopped; at += writtenAtOnce) await file.write(bytes.subarray(at, at + writtenAtOnce));
    if (!isStopped) return await file.commit();
    await file.abandon();
    throw new Failure({ code: "interrupted" });
  } finally {
    deafen();
  }
}

/** Bytes between which a stop is heard. */
const writtenAtOnce = 1 << 20;

/**
 * A stream of the process. A file or a pipe is written to directly, which is what Node's own stream would do; that stream is
 * opened for a terminal, and for a pipe that cannot take more at the moment.
 */
function outputStream(descriptor: 1 | 2, open: () => NodeJS.WriteStream): OutputStream {
  let gone = false;
  let opened: NodeJS.WriteStream | undefined;
  let direct: boolean | undefined;
  const isDirect = () => {
    direct ??= isFileOrPipe(descriptor);
    return direct;
  };
  const stream = () => {
    if (opened) return opened;
    opened = open();
    // A reader such as `head` closes the pipe when it has enough: that ends the output, silently.
    opened.on("error", (error: NodeJS.ErrnoException) => {
      // Any other trouble is told by the write that met it.
      if (error.code === "EPIPE") gone = true;
    });
    return opened;
  };
  const unwritable = (error: unknown) =>
    new Failure({ code: "unwritable-file", path: descriptor === 1 ? "stdout" : "stderr", reason: fileProblem(error) });
  return {
    get isTerminal() {
      return !isDirect() && stream().isTTY === true;
    },
    get columns() {
      return !isDirect() && stream().isTTY ? stream().columns || defaultColumns : undefined;
    },
    get isGone() {
      return gone;
    },
    async write(text) {
      let rest = typeof text === "string" ? Buffer.from(text) : text;
      try {
        while (isDirect() && rest.length > 0 && !gone) rest = rest.subarray(writeSync(descriptor, rest));
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === "EPIPE") gone = true;
        else if (code === "EAGAIN") direct = false;
        else throw unwritable(error);
      }
      if (gone || rest.length === 0) return;
      await new Promise<void>((resolve, reject) => {
        stream().write(rest, (error) => {
          if (!error || (error as NodeJS.ErrnoException).code === "EPIPE") resolve();
          else reject(unwritable(error));
        });
      });
    },
  };
}

/** Whether a descriptor is surely no terminal, without opening it as one. */
function isFileOrPipe(descriptor: number): boolean {
  try {
    const about = fstatSync(descriptor);
    return about.isFile() || about.isFIFO() || about.isSocket();
  } catch {
    return false;
  }
}
