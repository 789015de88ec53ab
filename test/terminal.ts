/**
 * An Io made of strings, and `type()`, which runs one command line in it as a person or a script would.
 */

import { readFile } from "node:fs/promises";
import { PassThrough, Writable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { CliError } from "../src/errors.js";
import { blocksOf, type Content } from "../src/io/content.js";
import { fileError } from "../src/io/file-error.js";
import type { Io } from "../src/io/io.js";
import { openShell } from "../src/io/shell.js";
import { run } from "../src/main.js";

export interface Setting {
  readonly now?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The system's zone; null where it names none that IANA knows. */
  readonly zone?: string | null;
  /** Called whenever the system's zone is read. */
  readonly onSystemZone?: () => void;
  /** Columns of a terminal on stdout and stderr; none where it is a pipe. */
  readonly columns?: number;
  /** Which streams are terminals where `columns` is given; both by default. */
  readonly terminals?: readonly ("stdout" | "stderr")[];
  readonly stdin?: string | Uint8Array;
  /** How far the clock goes on at each reading; 0 by default. */
  readonly tickMs?: number;
  /** Bytes of a block of a ticket file. */
  readonly blockSize?: number;
  /** Characters after which the reader of stdout closes the pipe. */
  readonly readerTakes?: number;
  /** The current folder, for configuration files; the user's own are in /nowhere/home/.config. */
  readonly folder?: string;
  /** Seconds that pass while a command waits; then the user stops it. */
  readonly seconds?: number;
  /** Lines of a terminal that can be drawn on. */
  readonly rows?: number;
  /** Events after so many seconds: keys that are pressed, files that change. */
  readonly later?: Readonly<Record<number, (press: (key: string) => void) => void>>;
  /** Keys or lines typed on the terminal; without them standard input is no terminal. */
  readonly typed?: string;
  /** Files besides the project's own. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** The identity of the file at a path, if it is not the path. */
  readonly identities?: Readonly<Record<string, string>>;
}

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What was written with --output, by path. */
  readonly written: Readonly<Record<string, string>>;
  readonly writtenBytes: Readonly<Record<string, Buffer>>;
  /** What was drawn on the screen, one after another. */
  readonly frames: readonly string[];
}

/** Runs a command line, by default at 2026-11-22 18:00 in Tokyo on a machine in UTC. */
export async function type(argv: readonly string[], setting: Setting = {}): Promise<Outcome> {
  let stdout = "";
  let stderr = "";
  const written: Record<string, string> = {};
  const writtenBytes: Record<string, Buffer> = {};
  const frames: string[] = [];
  const stops = new Set<() => void>();
  let press: (key: string) => void = () => {};
  let passedMs = 0;
  const { columns } = setting;
  let clock = 0;
  const isTerminal = (stream: "stdout" | "stderr") =>
    columns !== undefined && (setting.terminals ?? ["stdout", "stderr"]).includes(stream);
  const io: Io = {
    stdin: { isTerminal: setting.typed !== undefined },
    stdout: {
      isTerminal: isTerminal("stdout"),
      columns: isTerminal("stdout") ? columns : undefined,
      get isClosed() {
        return stdout.length > (setting.readerTakes ?? Number.POSITIVE_INFINITY);
      },
      async write(text) {
        stdout += textOf(text);
      },
    },
    stderr: {
      isTerminal: isTerminal("stderr"),
      columns: isTerminal("stderr") ? columns : undefined,
      isClosed: false,
      async write(text) {
        stderr += textOf(text);
      },
    },
    ...(setting.typed !== undefined && { terminal: person(setting.typed, (text) => io.stderr.write(text)) }),
    env: withLocale(setting.env),
    now: () => clock++ * (setting.tickMs ?? 0) + Date.parse(setting.now ?? "2026-11-22T09:00:00Z") + passedMs,
    systemZone() {
      setting.onSystemZone?.();
      return setting.zone === null ? undefined : (setting.zone ?? "UTC");
    },
    tzdata: "2026a",
    workingFolder: () => setting.folder ?? "/nowhere/project",
    configFolder: "/nowhere/home/.config",
    async readFile(path) {
      const given = Object.hasOwn(setting.files ?? {}, path) ? setting.files?.[path] : undefined;
      if (given !== undefined) return toBytes(given);
      try {
        return await readFile(path);
      } catch (error) {
        throw new CliError({ code: "unreadable-file", path, reason: fileError(error) });
      }
    },
    async writeFile(path, content) {
      writtenBytes[path] = bytesOf(content);
      written[path] = textOf(writtenBytes[path]);
    },
    async writeFolder(path, files) {
      for (const [name, text] of Object.entries(files)) written[`${path}/${name}`] = text;
    },
    async openInput(path) {
      const bytes = path === "-" ? toBytes(setting.stdin ?? "") : await io.readFile(path);
      const size = setting.blockSize ?? 1 << 19;
      return {
        size: path === "-" ? undefined : bytes.length,
        file: undefined,
        first: async () => bytes.subarray(0, Math.max(size, 1 << 16)),
        async keep() {},
        length: async () => bytes.length,
        readAt: async (from, length) => Buffer.from(bytes.subarray(from, from + length)),
        async *blocks() {
          for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
        },
        async close() {},
      };
    },
    async openOutput(path) {
      let bytes = Buffer.alloc(0);
      return {
        file: undefined,
        isClosed: false,
        async write(block) {
          bytes = Buffer.concat([bytes, block]);
        },
        async commit() {
          written[path] = textOf(bytes);
          writtenBytes[path] = bytes;
        },
        async abandon() {},
      };
    },
    standardOutputFile: () => undefined,
    openShell: async (command, choice) => openShell(command, { ...choice, output: "ignore" }),
    onInterrupt(stop) {
      stops.add(stop);
      return () => stops.delete(stop);
    },
    every(ms, tick) {
      let isTicking = true;
      const pass = async () => {
        // Work started before the first tick, or by a key, is done by the next turn of the event loop.
        await setImmediate();
        for (let second = 1; second <= (setting.seconds ?? 0) && isTicking; second++) {
          passedMs += ms;
          setting.later?.[second]?.(press);
          await tick();
          await setImmediate();
        }
        if (!isTicking) return;
        for (const stop of stops) stop();
      };
      void pass();
      return () => {
        isTicking = false;
      };
    },
    fileVersion(path) {
      const content = setting.files?.[path];
      return content === undefined
        ? undefined
        : { isFile: true, file: setting.identities?.[path] ?? path, version: String(content) };
    },
    openScreen(on) {
      if (setting.rows === undefined) return undefined;
      press = on.key;
      const { rows } = setting;
      return {
        hasKeys: true,
        columns: columns ?? 80,
        rows,
        draw: (lines) => frames.push(lines),
        close: () => frames.push("closed"),
      };
    },
  };
  const code = await run(argv, io);
  return { code, stdout, stderr, written, writtenBytes, frames };
}

/** An environment with a locale: UTF-8 where it names none. */
function withLocale(env: Setting["env"] = {}): Io["env"] {
  return ["LC_ALL", "LC_CTYPE", "LANG"].some((name) => name in env) ? env : { LC_CTYPE: "C.UTF-8", ...env };
}

/** The streams of a terminal with typed input. */
function person(typed: string, show: (text: string) => Promise<void>): NonNullable<Io["terminal"]> {
  const input = new PassThrough();
  input.end(typed);
  const output = new Writable({
    write(chunk, _, done) {
      void show(String(chunk)).then(() => done());
    },
  });
  return { input, output };
}

function toBytes(given: string | Uint8Array): Uint8Array {
  return typeof given === "string" ? new TextEncoder().encode(given) : given;
}

/** What was written, as text. Blocks of rows end between characters. */
function textOf(written: Content): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytesOf(written));
}

function bytesOf(written: Content): Buffer {
  return Buffer.concat([...blocksOf(written)]);
}

/** Words of a command line as a shell reads it: blanks part them, quotes hold them together. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2] ?? m[3] ?? "");
}
