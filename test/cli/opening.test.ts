/**
 * Documents: regular files and pipes of a bounded size, read to their end or not at all.
 */
import { execFileSync, spawn } from "node:child_process";
import fs, { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CliError } from "../../src/errors.js";
import { createFile } from "../../src/io/files.js";
import { readTextFile } from "../../src/io/io.js";
import { openForReading, readDocument } from "../../src/io/open-file.js";
import { maxDocumentBytes } from "../../src/limits.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "support-cli-opening-"));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});
const at = (name: string) => join(folder, name);

async function reasonOf(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    if (error instanceof CliError && "reason" in error.fault) return error.fault.reason;
    throw error;
  }
  return undefined;
}

test("a file of the greatest size is read, a larger one is not", async () => {
  writeFileSync(at("a"), Buffer.alloc(maxDocumentBytes, "a"));
  expect(await readTextFile(at("a"))).toHaveLength(maxDocumentBytes);
  fs.appendFileSync(at("a"), "a");
  expect(await reasonOf(() => readTextFile(at("a")))).toBe("too-large");
});

test("a file that became shorter after it was opened is an error", async () => {
  writeFileSync(at("a"), "some text");
  const opened = openForReading(at("a"));
  truncateSync(at("a"), 4);
  expect(await reasonOf(() => opened && readDocument(at("a"), opened))).toBe("shortened");
});

test.runIf(process.platform === "linux")(
  "files that the system makes up have no size and are read all the same",
  async () => {
    expect(await readTextFile("/proc/self/status")).toContain("Pid:");
  },
);

test.runIf(process.platform === "linux")("devices, folders and links to them are refused", async () => {
  symlinkSync("/dev/zero", at("link"));
  expect(await reasonOf(() => readTextFile(at("link")))).toBe("not-a-file");
  expect(await reasonOf(() => readTextFile("/dev/zero"))).toBe("not-a-file");
  expect(await reasonOf(() => readTextFile(folder))).toBe("folder");
});

test.runIf(process.platform !== "win32")(
  "a pipe is read to its end, whoever opens it first, and up to the limit",
  async () => {
    execFileSync("mkfifo", [at("pipe")]);
    const reading = readTextFile(at("pipe"));
    spawn("sh", ["-c", `printf "some text" > ${at("pipe")}`]);
    expect(await reading).toBe("some text");
    const tooMuch = reasonOf(() => readTextFile(at("pipe")));
    spawn("sh", ["-c", `head -c ${maxDocumentBytes + 1} /dev/zero > ${at("pipe")}`]);
    expect(await tooMuch).toBe("too-large");
  },
);

test.runIf(process.platform !== "win32")(
  "a pipe as output waits for its reader, gets all of it, and stays a pipe",
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

test.runIf(process.platform !== "win32")("waiting for a pipe's reader ends with its signal", async () => {
  execFileSync("mkfifo", [at("pipe")]);
  const controller = new AbortController();
  const opening = createFile(at("pipe"), controller.signal);
  controller.abort();
  await expect(opening).rejects.toMatchObject({ fault: { code: "interrupted" } });
});
