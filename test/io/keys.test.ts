/** Keys for redrawn questions: a long paste is cut, and Ctrl-C in it stops at once. */
import { PassThrough } from "node:stream";
import { expect, test, vi } from "vitest";
import { boundedKeys } from "../../src/io/keys.js";

function open() {
  const input = new PassThrough();
  const onStop = vi.fn();
  const { keys, close } = boundedKeys(input, onStop);
  const read = () => String(keys.read() ?? "");
  return { input, onStop, read, close };
}

test("what a person types is passed on", () => {
  const { input, onStop, read, close } = open();
  input.emit("data", Buffer.from("ab\u001b[A"));
  expect(read()).toBe("ab\u001b[A");
  expect(onStop).not.toHaveBeenCalled();
  close();
});

test.each([
  ["x".repeat(10_000), "x".repeat(500)],
  [`${"x".repeat(498)}\u001b[A${"x".repeat(100)}`, "x".repeat(498)],
])("a long paste is cut, and not inside a key", (paste, kept) => {
  const { input, read, close } = open();
  input.emit("data", Buffer.from(paste));
  expect(read()).toBe(kept);
  close();
});

test.each(["\u0003", "\u0004"])("%j among the dropped bytes stops", (key) => {
  const { input, onStop, close } = open();
  input.emit("data", Buffer.from(`${"x".repeat(600)}${key}`));
  expect(onStop).toHaveBeenCalledOnce();
  close();
});

test("the keys after a pause are passed on again", async () => {
  vi.useFakeTimers();
  try {
    const { input, read, close } = open();
    input.emit("data", Buffer.from("x".repeat(600)));
    read();
    input.emit("data", Buffer.from("y"));
    expect(read()).toBe("");
    vi.advanceTimersByTime(1000);
    input.emit("data", Buffer.from("z"));
    expect(read()).toBe("z");
    close();
  } finally {
    vi.useRealTimers();
  }
});

test.each(["end", "error"])("the %s of the input stops", (event) => {
  const { input, onStop, close } = open();
  input.emit(event, new Error("gone"));
  expect(onStop).toHaveBeenCalledOnce();
  close();
});
