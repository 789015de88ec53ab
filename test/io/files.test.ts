/**
 * Files and streams in blocks.
 */
import { statSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { errorOf, ioOf, processOf, read, temporaryFolder } from "./process.js";

const at = temporaryFolder();

describe("output in blocks", () => {
  test("a folder and a file in a missing folder cannot be opened", async () => {
    const io = ioOf(processOf());
    expect(await errorOf(() => io.openOutput(at()))).toEqual({
      code: "unwritable-file",
      path: at(),
      reason: "folder",
    });
    expect(await errorOf(() => io.openOutput(at("no/such")))).toEqual({
      code: "unwritable-file",
      path: at("no/such"),
      reason: "missing",
    });
  });

  test.runIf(process.platform === "linux")("a device is written to directly; a full one is an error", async () => {
    const io = ioOf(processOf());
    for (const end of ["commit", "abandon"] as const) {
      const nothing = await io.openOutput("/dev/null");
      await nothing.write(Buffer.from("x"));
      await nothing[end]();
    }
    const full = await io.openOutput("/dev/full");
    expect(await errorOf(() => full.write(Buffer.from("x")))).toEqual({
      code: "unwritable-file",
      path: "/dev/full",
      reason: "full",
    });
    expect(statSync("/dev/null").isFile()).toBe(false);
  });
});

describe("input in blocks", () => {
  const long = Array.from({ length: 200_000 }, (_, i) => `line ${i}\n`).join("");

  test("a file is read repeatedly, and its beginning does not consume it", async () => {
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

  test("a kept stream is read repeatedly", async () => {
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

  test("reading a closed file is an error", async () => {
    writeFileSync(at("a"), "text");
    const input = await ioOf(processOf()).openInput(at("a"));
    await input.close();
    expect(await errorOf(() => input.first())).toEqual({ code: "unreadable-file", path: at("a"), reason: "other" });
  });
});
