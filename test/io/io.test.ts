/**
 * The effects themselves, in a process made of streams: what is written where and how a stop, a full disk, a reader that goes away and
 * a broken environment end. The same promises are kept by real processes in test/verify/faults; here each is met alone.
 */
import { EventEmitter } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CliError, type FileProblem } from "../../src/errors.js";
import { fileError } from "../../src/io/file-error.js";
import { configFolderOf, decodeText, type Io, processIo, readTextFile } from "../../src/io/io.js";
import { start } from "../../src/start.js";
import { version } from "../../src/version.js";

/** What the descriptors 1 and 2 are, and what writing to them does. */
const descriptors = vi.hoisted(() => ({
  kind: "file" as "file" | "pipe" | "socket" | "terminal" | "closed",
  write: undefined as undefined | ((bytes: Uint8Array) => number),
  opensTwice: true,
}));
vi.mock("node:fs", async (load) => {
  const real = await load<typeof import("node:fs")>();
  return {
    ...real,
    fstatSync(descriptor: number) {
      if (descriptor > 2) return real.fstatSync(descriptor);
      const { kind } = descriptors;
      if (kind === "closed") throw errno("EBADF");
      return { isFile: () => kind === "file", isFIFO: () => kind === "pipe", isSocket: () => kind === "socket" };
    },
    openSync(path: string, ...more: [number]) {
      const own = /^\/proc\/self\/fd\/([12])$/.exec(path)?.[1];
      if (own === undefined) return real.openSync(path, ...more);
      if (!["pipe", "terminal"].includes(descriptors.kind) || !descriptors.opensTwice) throw errno("ENXIO");
      return Number(own);
    },
    writeSync(descriptor: number, bytes: Uint8Array, offset = 0, length = bytes.length - offset) {
      return descriptor > 2
        ? real.writeSync(descriptor, bytes, offset, length)
        : (descriptors.write?.(bytes.subarray(offset, offset + length)) ?? length);
    },
  };
});

function errno(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}

/** A stream that is, or is not, a terminal, and keeps what is written to it. */
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

interface Setting {
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  readonly cwd?: () => string;
  readonly tz?: string;
  readonly platform?: NodeJS.Platform;
}

function processOf({
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

function ioOf(process: ReturnType<typeof processOf>): Io {
  return processIo(process as unknown as NodeJS.Process);
}

async function faultOf(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    if (error instanceof CliError) return error.fault;
    throw error;
  }
  return undefined;
}

async function read(blocks: AsyncIterable<Uint8Array>): Promise<string> {
  let text = "";
  for await (const block of blocks) text += Buffer.from(block).toString();
  return text;
}

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "support-cli-io-"));
  Object.assign(descriptors, { kind: "file", write: undefined, opensTwice: true });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});
const at = (name: string) => join(folder, name);

describe("output", () => {
  test.each(["file", "pipe", "socket"] as const)(
    "a %s is written to directly, until all of it is written",
    async (kind) => {
      const parts: string[] = [];
      Object.assign(descriptors, {
        kind,
        write(bytes: Uint8Array) {
          parts.push(Buffer.from(bytes.subarray(0, 4)).toString());
          return Math.min(4, bytes.length);
        },
      });
      const { stdout } = ioOf(processOf());
      await stdout.write("ten bytes.");
      await stdout.write(new TextEncoder().encode("bytes"));
      await stdout.write("");
      expect(parts.join("")).toBe("ten bytes.bytes");
      expect([stdout.isTerminal, stdout.columns, stdout.isClosed]).toEqual([false, undefined, false]);
    },
  );

  test("a terminal that cannot be opened again is written to as a stream, and has columns", async () => {
    Object.assign(descriptors, { kind: "terminal", opensTwice: false });
    const process = processOf({ isTerminal: true });
    const { stdout, stderr } = ioOf(process);
    await stdout.write("answer");
    await stderr.write("talk");
    expect([process.stdout.text, process.stderr.text]).toEqual(["answer", "talk"]);
    expect([stdout.isTerminal, stdout.columns]).toEqual([true, 100]);
  });

  test("a descriptor that cannot be looked at, and is no terminal, is a stream without columns", async () => {
    descriptors.kind = "closed";
    const process = processOf();
    const { stdout } = ioOf(process);
    await stdout.write("answer");
    expect(process.stdout.text).toBe("answer");
    expect([stdout.isTerminal, stdout.columns]).toEqual([false, undefined]);
  });

  test("a reader that has gone away ends the output without an error", async () => {
    descriptors.write = () => {
      throw errno("EPIPE");
    };
    const { stdout } = ioOf(processOf());
    await stdout.write("answer");
    expect(stdout.isClosed).toBe(true);
    await stdout.write("more");
  });

  test("a terminal that accepts nothing at the moment is asked again", async () => {
    descriptors.kind = "terminal";
    let attempts = 0;
    descriptors.write = (bytes) => {
      if (++attempts < 3) throw errno("EAGAIN");
      return bytes.length;
    };
    await ioOf(processOf({ isTerminal: true })).stdout.write("answer");
    expect(attempts).toBe(3);
  });

  test("a signal ends the waiting for a reader that stalls; its message is not waited for", async () => {
    descriptors.kind = "terminal";
    descriptors.write = () => {
      throw errno("EAGAIN");
    };
    const process = processOf({ isTerminal: true });
    const { stdout, stderr } = ioOf(process);
    const writing = faultOf(() => stdout.write("answer"));
    process.emit("SIGTERM", "SIGTERM");
    expect(await writing).toEqual({ code: "interrupted" });
    await stderr.write("Stopped.");
  });

  test("a pipe that is full for the moment is left to the stream", async () => {
    descriptors.write = () => {
      throw errno("EAGAIN");
    };
    const process = processOf();
    const { stdout } = ioOf(process);
    await stdout.write("answer");
    expect(process.stdout.text).toBe("answer");
  });

  test("a full disk is a failure that names the standard output; a message is dropped", async () => {
    descriptors.write = () => {
      throw errno("ENOSPC");
    };
    const { stdout, stderr } = ioOf(processOf());
    expect(await faultOf(() => stdout.write("answer"))).toEqual({
      code: "unwritable-file",
      path: "stdout",
      reason: "full",
    });
    expect(await faultOf(() => stderr.write("a message"))).toBeUndefined();
  });

  test.each([
    ["EPIPE", undefined, true],
    ["EIO", { code: "unwritable-file", path: "stdout", reason: "other" }, false],
  ] as const)("a stream that fails with %s", async (code, fault, isClosed) => {
    Object.assign(descriptors, { kind: "terminal", opensTwice: false });
    const process = processOf({ isTerminal: true });
    process.stdout.failWith = errno(code);
    const { stdout } = ioOf(process);
    expect(await faultOf(() => stdout.write("answer"))).toEqual(fault);
    await new Promise((resolve) => setImmediate(resolve));
    expect(stdout.isClosed).toBe(isClosed);
  });
});

describe("the process", () => {
  test("its input is a terminal or not", () => {
    const process = processOf();
    expect([ioOf(process).stdin.isTerminal, ioOf(processOf({ isTerminal: true })).stdin.isTerminal]).toEqual([
      false,
      true,
    ]);
    expect(ioOf(process).terminal).toEqual({ input: process.stdin, output: process.stderr });
  });

  test("a runtime without a time-zone database of its own says so", () => {
    expect([ioOf(processOf()).tzdata, ioOf(processOf({ tz: "" })).tzdata]).toEqual(["2026a", "unknown"]);
  });

  test("a current folder that is gone is none", () => {
    const cwd = () => {
      throw errno("ENOENT");
    };
    expect([ioOf(processOf()).workingFolder(), ioOf(processOf({ cwd })).workingFolder()]).toEqual(["/here", undefined]);
  });

  test("its clock is the machine's", () => {
    vi.spyOn(Date, "now").mockReturnValue(1_763_624_400_000);
    expect(ioOf(processOf()).now()).toBe(1_763_624_400_000);
  });

  test.each<[Record<string, string>, NodeJS.Platform, string | undefined]>([
    [{ APPDATA: "C:\\Users\\a" }, "win32", "C:\\Users\\a"],
    [{ APPDATA: "" }, "win32", undefined],
    [{ XDG_CONFIG_HOME: "/own", HOME: "/home/a" }, "linux", "/own"],
    [{ XDG_CONFIG_HOME: "own", HOME: "/home/a" }, "linux", "/home/a/.config"],
    [{ HOME: "home" }, "darwin", undefined],
    [{}, "linux", undefined],
  ])("configuration with %j on %s is in %s", (env, platform, expected) => {
    expect(configFolderOf(env, platform)).toBe(expected);
    expect(ioOf(processOf({ env, platform })).configFolder).toBe(expected);
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"])("%s is heard, until nobody listens any more", async (signal) => {
    const process = processOf();
    const stop = vi.fn();
    const deafen = ioOf(process).onInterrupt(stop);
    process.emit(signal);
    process.emit("exit");
    deafen();
    await vi.waitUntil(() => process.listenerCount(signal) === 0);
    process.emit(signal);
    expect(stop).toHaveBeenCalledTimes(1);
  });

  test("ticks come until they are stopped", () => {
    vi.useFakeTimers();
    const tick = vi.fn();
    const stop = ioOf(processOf()).every(1000, tick);
    vi.advanceTimersByTime(3500);
    expect(tick).toHaveBeenCalledTimes(3);
    stop();
    vi.advanceTimersByTime(3500);
    expect(tick).toHaveBeenCalledTimes(3);
  });

  test("a file's stamp changes with the file, and a missing file has none", () => {
    const { fileVersion } = ioOf(processOf());
    writeFileSync(at("a"), "one");
    const before = fileVersion(at("a"));
    writeFileSync(at("a"), "longer");
    const after = fileVersion(at("a"));
    expect(before).toMatchObject({ isFile: true, file: after?.file });
    expect(after?.version).not.toBe(before?.version);
    expect(fileVersion(at("b"))).toBeUndefined();
    expect(fileVersion(folder)?.isFile).toBe(false);
  });

  test("--version is said at once, all else is left to the program", async () => {
    for (const argv of [["--version"], ["-V"]]) {
      let said = "";
      descriptors.write = (bytes) => {
        said += Buffer.from(bytes).toString();
        return bytes.length;
      };
      expect(await start(argv, ioOf(processOf()))).toBe(0);
      expect(said).toBe(`${version}\n`);
    }
    expect(await start(["--no-such-flag"], ioOf(processOf()))).toBe(2);
  });
});

describe("files", () => {
  test("are read as they are, text only as UTF-8", async () => {
    writeFileSync(at("text"), "\ufeffgrün");
    writeFileSync(at("bytes"), Uint8Array.from([0xc3, 0x28]));
    const io = ioOf(processOf());
    expect(await io.readFile(at("bytes"))).toEqual(Buffer.from([0xc3, 0x28]));
    expect(await readTextFile(at("text"))).toBe("grün");
    expect(await faultOf(() => readTextFile(at("bytes")))).toEqual({
      code: "unreadable-file",
      path: at("bytes"),
      reason: "encoding",
    });
    expect(await faultOf(() => decodeText("x", Uint8Array.from([0xff])))).toEqual({
      code: "unreadable-file",
      path: "x",
      reason: "encoding",
    });
    expect(await faultOf(() => io.readFile(at("missing")))).toEqual({
      code: "unreadable-file",
      path: at("missing"),
      reason: "missing",
    });
    expect(await faultOf(() => io.readFile(folder))).toMatchObject({ reason: "folder" });
  });

  test.each<[string, FileProblem]>([
    ["ENOENT", "missing"],
    ["ENOTDIR", "missing"],
    ["EISDIR", "folder"],
    ["EACCES", "denied"],
    ["EPERM", "denied"],
    ["EROFS", "read-only"],
    ["EFBIG", "size-limit"],
    ["ELOOP", "loop"],
    ["ENAMETOOLONG", "name-too-long"],
    ["ENOSPC", "full"],
    ["EDQUOT", "full"],
    ["EMFILE", "other"],
  ])("%s is told as %s", (code, problem) => expect(fileError(errno(code))).toBe(problem));

  test("are written whole, with the mode that an existing one had", async () => {
    writeFileSync(at("a"), "old");
    chmodSync(at("a"), 0o600);
    await ioOf(processOf()).writeFile(at("a"), "new");
    expect(readFileSync(at("a"), "utf8")).toBe("new");
    expect(statSync(at("a")).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["a"]);
  });

  test("are left as they were where the user stops the writing", async () => {
    writeFileSync(at("a"), "old");
    const process = processOf();
    const writing = faultOf(() => ioOf(process).writeFile(at("a"), "x".repeat(50_000_000)));
    process.emit("SIGINT");
    expect(await writing).toEqual({ code: "interrupted" });
    expect(readFileSync(at("a"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["a"]);
  });

  test("that are not finished go with the process", async () => {
    const process = processOf();
    const io = ioOf(process);
    const deafen = io.onInterrupt(() => {});
    const output = await io.openOutput(at("a"));
    await output.write(Buffer.from("half"));
    expect(readdirSync(folder)).toHaveLength(1);
    process.emit("exit");
    expect(readdirSync(folder)).toEqual([]);
    deafen();
    await output.abandon();
  });

  test("that are given up leave nothing", async () => {
    const output = await ioOf(processOf()).openOutput(at("a"));
    await output.write(Buffer.from("half"));
    await output.abandon();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("that cannot be put in their place say so and leave nothing", async () => {
    const output = await ioOf(processOf()).openOutput(at("a"));
    await output.write(Buffer.from("whole"));
    mkdirSync(at("a"));
    expect(await faultOf(() => output.commit())).toMatchObject({ code: "unwritable-file", path: at("a") });
    expect(readdirSync(folder)).toEqual(["a"]);
  });

  test("a folder is no file to write, and a missing folder holds none", async () => {
    const io = ioOf(processOf());
    expect(await faultOf(() => io.openOutput(folder))).toEqual({
      code: "unwritable-file",
      path: folder,
      reason: "folder",
    });
    expect(await faultOf(() => io.openOutput(at("no/such")))).toEqual({
      code: "unwritable-file",
      path: at("no/such"),
      reason: "missing",
    });
  });

  test.runIf(process.platform === "linux")("a device is written to directly; a full one says so", async () => {
    const io = ioOf(processOf());
    for (const end of ["commit", "abandon"] as const) {
      const nothing = await io.openOutput("/dev/null");
      await nothing.write(Buffer.from("x"));
      await nothing[end]();
    }
    const full = await io.openOutput("/dev/full");
    expect(await faultOf(() => full.write(Buffer.from("x")))).toEqual({
      code: "unwritable-file",
      path: "/dev/full",
      reason: "full",
    });
    expect(statSync("/dev/null").isFile()).toBe(false);
  });
});

describe("input in blocks", () => {
  const long = Array.from({ length: 200_000 }, (_, i) => `line ${i}\n`).join("");

  test("a file is read through as often as is asked, and its beginning without taking it away", async () => {
    writeFileSync(at("a"), long);
    const input = await ioOf(processOf()).openInput(at("a"));
    const first = Buffer.from(await input.first()).toString();
    expect(long.startsWith(first) && first.length > 1000).toBe(true);
    await input.keep();
    expect(await read(input.blocks())).toBe(long);
    expect(await read(input.blocks())).toBe(long);
    expect(input.size).toBe(long.length);
    await input.close();
  });

  test("a stream is read once, from its beginning", async () => {
    const process = processOf();
    process.stdin.end(long);
    const input = await ioOf(process).openInput("-");
    expect(long.startsWith(Buffer.from(await input.first()).toString())).toBe(true);
    expect(await read(input.blocks())).toBe(long);
    expect(input.size).toBeUndefined();
    await input.close();
  });

  test("a stream that is kept is read as often as is asked", async () => {
    const process = processOf();
    process.stdin.end("a few words");
    const input = await ioOf(process).openInput("-");
    expect(Buffer.from(await input.first()).toString()).toBe("a few words");
    await input.keep();
    await input.keep();
    expect([await read(input.blocks()), await read(input.blocks())]).toEqual(["a few words", "a few words"]);
    await input.close();
  });

  test.runIf(process.platform === "linux")("a device is a stream", async () => {
    const input = await ioOf(processOf()).openInput("/dev/null");
    expect([input.size, await read(input.blocks())]).toEqual([undefined, ""]);
    await input.close();
  });

  test.each([
    ["no/such", "missing"],
    ["", "folder"],
  ])("%j cannot be opened: %s", async (name, reason) => {
    expect(await faultOf(() => ioOf(processOf()).openInput(at(name)))).toEqual({
      code: "unreadable-file",
      path: at(name),
      reason,
    });
  });

  test("a file that can no longer be read says so", async () => {
    writeFileSync(at("a"), "text");
    const input = await ioOf(processOf()).openInput(at("a"));
    await input.close();
    expect(await faultOf(() => input.first())).toEqual({ code: "unreadable-file", path: at("a"), reason: "other" });
  });
});

describe("the screen", () => {
  function screenOf(setting: Setting = { isTerminal: true }) {
    const process = processOf(setting);
    const keys: string[] = [];
    const on = { key: (key: string) => keys.push(key), resize: vi.fn() };
    return { process, keys, on, screen: ioOf(process).openScreen?.(on) };
  }

  test("is none on a pipe or a dumb terminal", () => {
    expect(screenOf({}).screen).toBeUndefined();
    expect(screenOf({ isTerminal: true, env: { TERM: "dumb" } }).screen).toBeUndefined();
  });

  test("is drawn over what stands there, line by line, and gives it back once", () => {
    const { process, screen } = screenOf();
    screen?.draw("one\ntwo");
    expect(process.stdout.text).toBe("\u001b[?1049h\u001b[?25l\u001b[Hone\u001b[K\r\ntwo\u001b[K\u001b[J");
    process.stdout.text = "";
    screen?.close();
    process.emit("exit");
    expect(process.stdout.text).toBe("\u001b[?25h\u001b[?1049l");
    expect(process.stdin.setRawMode.mock.calls).toEqual([[true], [false]]);
  });

  test("gives back what stood there where the process ends", () => {
    const { process } = screenOf();
    process.emit("exit");
    expect(process.stdout.text).toContain("\u001b[?1049l");
  });

  test("names its keys, and knows when its size changes", async () => {
    const { process, keys, on, screen } = screenOf();
    process.stdin.write("q\u001b[A\u001bOB \u001b[5~\u0003漢\u001b[99~");
    await vi.waitUntil(() => keys.length >= 8, { timeout: 60_000 });
    expect(keys).toEqual(["q", "up", "down", "page-down", "page-up", "interrupt", "漢", "\u001b[99~"]);
    process.stdout.emit("resize");
    expect(on.resize).toHaveBeenCalledTimes(1);
    expect([screen?.hasKeys, screen?.columns, screen?.rows]).toEqual([true, 100, 24]);
    process.stdout.rows = 40;
    process.stdout.columns = 0;
    expect([screen?.columns, screen?.rows]).toEqual([80, 40]);
  });

  test("has no keys where the input is a file", () => {
    const { process, on } = screenOf();
    Object.assign(process.stdin, { isTTY: undefined });
    process.stdin.setRawMode.mockClear();
    const screen = ioOf(process).openScreen?.(on);
    screen?.close();
    expect(screen?.hasKeys).toBe(false);
    expect(process.stdin.setRawMode).not.toHaveBeenCalled();
  });
});
