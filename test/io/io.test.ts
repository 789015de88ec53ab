/**
 * The effects of a process: its streams, clock, folders and signals, and files as bytes and text.
 */
import { writeFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { configFolderOf, decodeText, readTextFile } from "../../src/io/io.js";
import { errno, errorOf, ioOf, processOf, temporaryFolder } from "./process.js";

const at = temporaryFolder();

describe("the process", () => {
  test("its input is a terminal or not", () => {
    const process = processOf();
    expect([ioOf(process).stdin.isTerminal, ioOf(processOf({ isTerminal: true })).stdin.isTerminal]).toEqual([
      false,
      true,
    ]);
    expect(ioOf(process).terminal).toEqual({ input: process.stdin, output: process.stderr });
  });

  test("the version of a missing time-zone database is unknown", () => {
    expect([ioOf(processOf()).tzdata, ioOf(processOf({ tz: "" })).tzdata]).toEqual(["2026a", "unknown"]);
  });

  test("a removed working folder is undefined", () => {
    const cwd = () => {
      throw errno("ENOENT");
    };
    expect([ioOf(processOf()).workingFolder(), ioOf(processOf({ cwd })).workingFolder()]).toEqual(["/here", undefined]);
  });

  test("the clock is the machine's", () => {
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

  test.each(["SIGINT", "SIGTERM", "SIGHUP"])("%s calls the listener until it unsubscribes", async (signal) => {
    const process = processOf();
    const stop = vi.fn();
    const unsubscribe = ioOf(process).onInterrupt(stop);
    process.emit(signal);
    process.emit("exit");
    unsubscribe();
    await vi.waitUntil(() => process.listenerCount(signal) === 0);
    process.emit(signal);
    expect(stop).toHaveBeenCalledTimes(1);
  });

  test("ticks repeat until they are stopped", () => {
    vi.useFakeTimers();
    const tick = vi.fn();
    const stop = ioOf(processOf()).every(1000, tick);
    vi.advanceTimersByTime(3500);
    expect(tick).toHaveBeenCalledTimes(3);
    stop();
    vi.advanceTimersByTime(3500);
    expect(tick).toHaveBeenCalledTimes(3);
  });

  test("a file's version changes with its content, and a missing file has none", () => {
    const { fileVersion } = ioOf(processOf());
    writeFileSync(at("a"), "one");
    const before = fileVersion(at("a"));
    writeFileSync(at("a"), "longer");
    const after = fileVersion(at("a"));
    expect(before).toMatchObject({ isFile: true, file: after?.file });
    expect(after?.version).not.toBe(before?.version);
    expect(fileVersion(at("b"))).toBeUndefined();
    expect(fileVersion(at())?.isFile).toBe(false);
  });
});

test("files are read as bytes, and text only as UTF-8", async () => {
  writeFileSync(at("text"), "\ufeffgrün");
  writeFileSync(at("bytes"), Uint8Array.from([0xc3, 0x28]));
  const io = ioOf(processOf());
  expect(await io.readFile(at("bytes"))).toEqual(Buffer.from([0xc3, 0x28]));
  expect(await readTextFile(at("text"))).toBe("grün");
  expect(await errorOf(() => readTextFile(at("bytes")))).toEqual({
    code: "unreadable-file",
    path: at("bytes"),
    reason: "encoding",
  });
  expect(await errorOf(() => decodeText("x", Uint8Array.from([0xff])))).toEqual({
    code: "unreadable-file",
    path: "x",
    reason: "encoding",
  });
  expect(await errorOf(() => io.readFile(at("missing")))).toEqual({
    code: "unreadable-file",
    path: at("missing"),
    reason: "missing",
  });
  expect(await errorOf(() => io.readFile(at()))).toMatchObject({ reason: "folder" });
});
