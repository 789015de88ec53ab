/** Files, pipes and links of a real folder, through the functions that open them. */
import { execFileSync } from "node:child_process";
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CliError } from "../../src/errors.js";
import { createFile, openFile, readPipe } from "../../src/io/files.js";
import { openForReading } from "../../src/io/open-file.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "support-cli-files-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

function pipeAt(name: string): string {
  execFileSync("mkfifo", [at(name)]);
  return at(name);
}

function writeTo(path: string, text: string): void {
  const writer = openSync(path, "w");
  writeSync(writer, text);
  closeSync(writer);
}

async function read(blocks: AsyncIterable<Uint8Array>): Promise<string> {
  let text = "";
  for await (const block of blocks) text += Buffer.from(block).toString();
  return text;
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

  test("is written to directly, once somebody reads it", async () => {
    const path = pipeAt("pipe");
    const input = openFile(path);
    const output = await createFile(path);
    await output.write(Buffer.from("row\n"));
    await output.commit();
    expect(await read(input.blocks())).toBe("row\n");
    await input.close();
  });

  test("that nobody reads is waited for until a stop", async () => {
    const path = pipeAt("pipe");
    expect(await faultOf(() => createFile(path, AbortSignal.abort()))).toEqual({ code: "interrupted" });
  });
});

describe("a link", () => {
  test.each([
    ["to a file", "there", "old"],
    ["to nothing yet", "nowhere", undefined],
  ])("%s stays a link, and what it names is written", async (_, name, before) => {
    if (before !== undefined) writeFileSync(at(name), before);
    symlinkSync(name, at("link"));
    symlinkSync(at("link"), at("second"));
    const output = await createFile(at("second"));
    await output.write(Buffer.from("new"));
    await output.commit();
    expect([readFileSync(at(name), "utf8"), readlinkSync(at("link"))]).toEqual(["new", name]);
    expect(readdirSync(folder).sort()).toEqual(["link", name, "second"].sort());
  });

  test("to itself is no file", async () => {
    symlinkSync("loop", at("loop"));
    expect(await faultOf(() => createFile(at("loop")))).toMatchObject({ code: "unwritable-file", path: at("loop") });
  });
});

test("a file that was cut short while it is read is refused", async () => {
  writeFileSync(at("a"), "x".repeat(100));
  const input = openFile(at("a"));
  truncateSync(at("a"), 10);
  expect(await faultOf(() => input.first())).toEqual({ code: "unreadable-file", path: at("a"), reason: "shortened" });
  await input.close();
});

test("temporary files of a process that is gone are removed, those of a running one stay", async () => {
  const first = await createFile(at("out"));
  const [temporary = ""] = readdirSync(folder);
  const ofAnother = (pid: number) => temporary.replace(/\d+-[0-9a-f]{8}$/, `${pid}-00000000`);
  // No system counts this far.
  writeFileSync(at(ofAnother(2 ** 31 - 1)), "");
  writeFileSync(at(ofAnother(process.ppid)), "");
  await first.write(Buffer.from("whole"));
  await first.commit();
  expect(readdirSync(folder).sort()).toEqual([ofAnother(process.ppid), "out"].sort());
});
