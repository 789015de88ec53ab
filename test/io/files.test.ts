/**
 * Files, pipes, links and streams in blocks.
 */
import { execFileSync } from "node:child_process";
import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { describe, expect, test } from "vitest";
import { createFile, openFile, readPipe } from "../../src/io/files.js";
import { readTextFile } from "../../src/io/io.js";
import { openForReading } from "../../src/io/open-file.js";
import { errorOf, ioOf, processOf, read, temporaryFolder } from "./process.js";

const at = temporaryFolder();

function pipeAt(name: string): string {
  execFileSync("mkfifo", [at(name)]);
  return at(name);
}

function writeTo(path: string, text: string): void {
  const writer = openSync(path, "w");
  writeSync(writer, text);
  closeSync(writer);
}

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

describe("a named pipe", () => {
  test("is read as a stream of tickets", async () => {
    const path = pipeAt("pipe");
    const input = openFile(path);
    writeTo(path, "id,priority\n");
    expect([input.size, await read(input.blocks())]).toEqual([undefined, "id,priority\n"]);
    await input.close();
  });

  test("is read as a document", async () => {
    const path = pipeAt("pipe");
    const opened = openForReading(path);
    const reading = readPipe(path, opened, new AbortController().signal);
    writeTo(path, "{}");
    expect(Buffer.from(await reading).toString()).toBe("{}");
  });

  test("is written to directly, once it has a reader", async () => {
    const path = pipeAt("pipe");
    const input = openFile(path);
    const output = await createFile(path);
    await output.write(Buffer.from("row\n"));
    await output.commit();
    expect(await read(input.blocks())).toBe("row\n");
    await input.close();
  });

  test("without a reader is waited for until a stop", async () => {
    const path = pipeAt("pipe");
    expect(await errorOf(() => createFile(path, AbortSignal.abort()))).toEqual({ code: "interrupted" });
  });
});

describe("a link", () => {
  test.each([
    ["to a file", "there", "old"],
    ["to nothing yet", "nowhere", undefined],
  ])("%s stays a link, and its target is written", async (_, name, before) => {
    if (before !== undefined) writeFileSync(at(name), before);
    symlinkSync(name, at("link"));
    symlinkSync(at("link"), at("second"));
    const output = await createFile(at("second"));
    await output.write(Buffer.from("new"));
    await output.commit();
    expect([readFileSync(at(name), "utf8"), readlinkSync(at("link"))]).toEqual(["new", name]);
    expect(readdirSync(at()).sort()).toEqual(["link", name, "second"].sort());
  });

  test("to itself is an error", async () => {
    symlinkSync("loop", at("loop"));
    expect(await errorOf(() => createFile(at("loop")))).toMatchObject({ code: "unwritable-file", path: at("loop") });
  });
});

test("a file that becomes shorter while it is read is an error", async () => {
  writeFileSync(at("a"), "x".repeat(100));
  const input = openFile(at("a"));
  truncateSync(at("a"), 10);
  expect(await errorOf(() => input.first())).toEqual({ code: "unreadable-file", path: at("a"), reason: "shortened" });
  await input.close();
});

test.runIf(process.platform !== "win32")(
  "a pipe as output waits for its reader, is written whole, and stays a pipe",
  async () => {
    execFileSync("mkfifo", [at("pipe")]);
    const opening = createFile(at("pipe"));
    const reading = readTextFile(at("pipe"));
    const output = await opening;
    const text = "a line of text\n".repeat(50_000);
    await output.write(Buffer.from(text));
    await output.commit();
    expect(await reading).toBe(text);
    expect(output.file).toBeUndefined();
  },
);

test.runIf(process.platform !== "win32")("a signal ends the wait for a pipe's reader", async () => {
  execFileSync("mkfifo", [at("pipe")]);
  const controller = new AbortController();
  const opening = createFile(at("pipe"), controller.signal);
  controller.abort();
  await expect(opening).rejects.toMatchObject({ fault: { code: "interrupted" } });
});
