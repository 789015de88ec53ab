/**
 * Opening files to read; documents are regular files and pipes of a limited size.
 */
import { execFileSync, spawn } from "node:child_process";
import { appendFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CliError } from "../../src/errors.js";
import { readTextFile } from "../../src/io/io.js";
import { openForReading, readDocument } from "../../src/io/open-file.js";
import { maxDocumentBytes } from "../../src/limits.js";
import { errorOf, ioOf, processOf, temporaryFolder } from "./process.js";

const at = temporaryFolder();

async function reasonOf(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    if (error instanceof CliError && "reason" in error.error) return error.error.reason;
    throw error;
  }
  return undefined;
}

test.each([
  ["no/such", "missing"],
  ["", "folder"],
])("%j cannot be opened: %s", async (name, reason) => {
  expect(await errorOf(() => ioOf(processOf()).openInput(at(name)))).toEqual({
    code: "unreadable-file",
    path: at(name),
    reason,
  });
});

test("a file of the greatest size is read, a larger one is an error", async () => {
  writeFileSync(at("a"), Buffer.alloc(maxDocumentBytes, "a"));
  expect(await readTextFile(at("a"))).toHaveLength(maxDocumentBytes);
  appendFileSync(at("a"), "a");
  expect(await reasonOf(() => readTextFile(at("a")))).toBe("too-large");
});

test("a file that became shorter after it was opened is an error", async () => {
  writeFileSync(at("a"), "some text");
  const opened = openForReading(at("a"));
  truncateSync(at("a"), 4);
  expect(await reasonOf(() => opened && readDocument(at("a"), opened))).toBe("shortened");
});

test.runIf(process.platform === "linux")("virtual files without a size are read", async () => {
  expect(await readTextFile("/proc/self/status")).toContain("Pid:");
});

test.runIf(process.platform === "linux")("devices, folders and links to them are rejected", async () => {
  symlinkSync("/dev/zero", at("link"));
  expect(await reasonOf(() => readTextFile(at("link")))).toBe("not-a-file");
  expect(await reasonOf(() => readTextFile("/dev/zero"))).toBe("not-a-file");
  expect(await reasonOf(() => readTextFile(at()))).toBe("folder");
});

test.runIf(process.platform !== "win32")("a pipe is read to its end, up to the limit", async () => {
  execFileSync("mkfifo", [at("pipe")]);
  const reading = readTextFile(at("pipe"));
  spawn("sh", ["-c", `printf "some text" > ${at("pipe")}`]);
  expect(await reading).toBe("some text");
  const tooMuch = reasonOf(() => readTextFile(at("pipe")));
  spawn("sh", ["-c", `head -c ${maxDocumentBytes + 1} /dev/zero > ${at("pipe")}`]);
  expect(await tooMuch).toBe("too-large");
});
