/**
 * The full screen of a terminal, and its keys.
 */
import { afterEach, describe, expect, test, vi } from "vitest";
import { ioOf, processOf, type Setting } from "./process.js";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("the screen", () => {
  function screenOf(setting: Setting = { isTerminal: true }) {
    const process = processOf(setting);
    const keys: string[] = [];
    const on = { key: (key: string) => keys.push(key), resize: vi.fn() };
    return { process, keys, on, screen: ioOf(process).openScreen?.(on) };
  }

  test("does not exist on a pipe or a dumb terminal", () => {
    expect(screenOf({}).screen).toBeUndefined();
    expect(screenOf({ isTerminal: true, env: { TERM: "dumb" } }).screen).toBeUndefined();
  });

  test("is drawn line by line on the alternate screen, and restores the terminal once", () => {
    const { process, screen } = screenOf();
    screen?.draw("one\ntwo");
    expect(process.stdout.text).toBe("\u001b[?1049h\u001b[?25l\u001b[Hone\u001b[K\r\ntwo\u001b[K\u001b[J");
    process.stdout.text = "";
    screen?.close();
    process.emit("exit");
    expect(process.stdout.text).toBe("\u001b[?25h\u001b[?1049l");
    expect(process.stdin.setRawMode.mock.calls).toEqual([[true], [false]]);
  });

  test("restores the terminal when the process ends", () => {
    const { process } = screenOf();
    process.emit("exit");
    expect(process.stdout.text).toContain("\u001b[?1049l");
  });

  test("reports its keys and a change of its size", async () => {
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
