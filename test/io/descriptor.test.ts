/**
 * Writing to the standard streams: direct writes, stalled and closed readers, full disks.
 */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { descriptors, resetDescriptors } from "./descriptors.js";
import { errno, errorOf, ioOf, processOf } from "./process.js";

vi.mock("node:fs", async (load) => (await import("./descriptors.js")).mockDescriptors(await load()));

beforeEach(resetDescriptors);

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

  test("a closed descriptor is a stream without columns", async () => {
    descriptors.kind = "closed";
    const process = processOf();
    const { stdout } = ioOf(process);
    await stdout.write("answer");
    expect(process.stdout.text).toBe("answer");
    expect([stdout.isTerminal, stdout.columns]).toEqual([false, undefined]);
  });

  test("a closed pipe ends the output without an error", async () => {
    descriptors.write = () => {
      throw errno("EPIPE");
    };
    const { stdout } = ioOf(processOf());
    await stdout.write("answer");
    expect(stdout.isClosed).toBe(true);
    await stdout.write("more");
  });

  test("a write to a full terminal is repeated", async () => {
    descriptors.kind = "terminal";
    let attempts = 0;
    descriptors.write = (bytes) => {
      if (++attempts < 3) throw errno("EAGAIN");
      return bytes.length;
    };
    await ioOf(processOf({ isTerminal: true })).stdout.write("answer");
    expect(attempts).toBe(3);
  });

  test("a signal ends the wait for a stalled reader, and its message is not waited for", async () => {
    descriptors.kind = "terminal";
    descriptors.write = () => {
      throw errno("EAGAIN");
    };
    const process = processOf({ isTerminal: true });
    const { stdout, stderr } = ioOf(process);
    const writing = errorOf(() => stdout.write("answer"));
    process.emit("SIGTERM", "SIGTERM");
    expect(await writing).toEqual({ code: "interrupted" });
    await stderr.write("Stopped.");
  });

  test("the rest of a write to a full pipe goes through the stream", async () => {
    descriptors.write = () => {
      throw errno("EAGAIN");
    };
    const process = processOf();
    const { stdout } = ioOf(process);
    await stdout.write("answer");
    expect(process.stdout.text).toBe("answer");
  });

  test("a full disk is an error on stdout; messages are dropped", async () => {
    descriptors.write = () => {
      throw errno("ENOSPC");
    };
    const { stdout, stderr } = ioOf(processOf());
    expect(await errorOf(() => stdout.write("answer"))).toEqual({
      code: "unwritable-file",
      path: "stdout",
      reason: "full",
    });
    expect(await errorOf(() => stderr.write("a message"))).toBeUndefined();
  });

  test.each([
    ["EPIPE", undefined, true],
    ["EIO", { code: "unwritable-file", path: "stdout", reason: "other" }, false],
  ] as const)("a stream that fails with %s", async (code, fault, isClosed) => {
    Object.assign(descriptors, { kind: "terminal", opensTwice: false });
    const process = processOf({ isTerminal: true });
    process.stdout.failWith = errno(code);
    const { stdout } = ioOf(process);
    expect(await errorOf(() => stdout.write("answer"))).toEqual(fault);
    await new Promise((resolve) => setImmediate(resolve));
    expect(stdout.isClosed).toBe(isClosed);
  });
});
