/**
 * Signals: the first aborts what is awaited, the second ends the process, and there is no listener while nothing is awaited.
 */
import { EventEmitter } from "node:events";
import { expect, test, vi } from "vitest";
import { listenForSignals, untilInterrupted } from "../../src/io/signals.js";

function listening() {
  const process = Object.assign(new EventEmitter(), { pid: 7, kill: vi.fn(), exit: vi.fn() });
  const cleanUp = vi.fn();
  return { process, cleanUp, signals: listenForSignals(process as unknown as NodeJS.Process, cleanUp) };
}
const interrupted = { fault: { code: "interrupted" } };

test("the first signal aborts what is awaited", async () => {
  const { process, cleanUp, signals } = listening();
  const gaveUp = vi.fn();
  const waiting = untilInterrupted(
    signals.onInterrupt,
    (signal) =>
      new Promise<void>((resolve) => {
        signal.addEventListener("abort", () => {
          gaveUp();
          resolve();
        });
      }),
  );
  expect(signals.isStopping).toBe(false);
  process.emit("SIGHUP", "SIGHUP");
  await expect(waiting).rejects.toMatchObject(interrupted);
  expect([signals.isStopping, gaveUp.mock.calls.length, cleanUp.mock.calls.length]).toEqual([true, 1, 1]);
  await vi.waitUntil(() => process.eventNames().every((name) => !String(name).startsWith("SIG")));
});

test("work that ignores the abort is not waited for", async () => {
  const { process, signals } = listening();
  const waiting = untilInterrupted(signals.onInterrupt, () => new Promise<void>(() => {}));
  process.emit("SIGTERM", "SIGTERM");
  await expect(waiting).rejects.toMatchObject(interrupted);
});

test("a second signal ends the process by the system's own handling, after the clean-up", async () => {
  const { process, cleanUp, signals } = listening();
  signals.onInterrupt(() => {});
  process.emit("SIGINT", "SIGINT");
  process.emit("SIGINT", "SIGINT");
  expect(process.kill).toHaveBeenCalledWith(7, "SIGINT");
  expect(cleanUp).toHaveBeenCalled();
  await vi.waitUntil(() => process.eventNames().every((name) => !String(name).startsWith("SIG")));
});

test("work that does not end after a signal is ended with 130", async () => {
  vi.useFakeTimers();
  try {
    const { process, signals } = listening();
    signals.onInterrupt(() => {});
    process.emit("SIGTERM", "SIGTERM");
    await vi.runAllTimersAsync();
    expect(process.exit).toHaveBeenCalledWith(130);
  } finally {
    vi.useRealTimers();
  }
});

test("work that ends by itself resolves or rejects, and removes the listeners", async () => {
  const { process, signals } = listening();
  expect(await untilInterrupted(signals.onInterrupt, async () => 5)).toBe(5);
  await expect(untilInterrupted(signals.onInterrupt, () => Promise.reject(new Error("own")))).rejects.toThrow("own");
  await vi.waitUntil(() => process.eventNames().every((name) => !String(name).startsWith("SIG")));
});
