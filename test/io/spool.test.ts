/** A stream that is kept: a copy in the temporary folder, of which parts are read, and what goes wrong with it. */
import { readdirSync, writeFileSync } from "node:fs";
import { Readable } from "node:stream";
import { afterEach, describe, expect, test, vi } from "vitest";
import { openFile, streamInput } from "../../src/io/files.js";
import { errno, errorOf, read, temporaryFolder } from "./process.js";

const at = temporaryFolder();

afterEach(() => vi.unstubAllEnvs());

function streamOf(...texts: string[]) {
  return streamInput(Readable.from(texts.map((text) => Buffer.from(text))), "stdin");
}

describe("a kept stream", () => {
  test("has a length, and parts that are read from anywhere", async () => {
    vi.stubEnv("TMPDIR", at());
    const input = streamOf("one ", "two ", "three");
    expect(await input.length()).toBe(13);
    expect((await input.readAt(4, 3)).toString()).toBe("two");
    expect((await input.readAt(8, 100)).toString()).toBe("three");
    expect((await input.readAt(20, 5)).length).toBe(0);
    expect(await read(input.blocks())).toBe("one two three");
    expect(readdirSync(at())).toEqual([]);
    await input.close();
  });

  test("is one copy, whose beginning was read before", async () => {
    const input = streamOf("begin", "ning");
    expect(Buffer.from(await input.first()).toString()).toBe("beginning");
    expect(Buffer.from(await input.first()).toString()).toBe("beginning");
    expect((await input.readAt(5, 4)).toString()).toBe("ning");
    expect(await input.length()).toBe(9);
    await input.close();
  });

  test("needs a temporary folder", async () => {
    vi.stubEnv("TMPDIR", at("none"));
    expect(await errorOf(() => streamOf("x").keep())).toEqual({
      code: "unusable-temporary-folder",
      path: at("none"),
      reason: "missing",
    });
  });

  test("that fails is the stream's error, not the folder's", async () => {
    vi.stubEnv("TMPDIR", at());
    async function* broken() {
      yield Buffer.from("x");
      throw errno("EIO");
    }
    const input = streamInput(broken(), "stdin");
    expect(await errorOf(() => input.keep())).toMatchObject({ code: "unreadable-file", path: "stdin" });
    expect(readdirSync(at())).toEqual([]);
  });
});

test("a stream that ends badly is an error of its end", async () => {
  const input = streamInput(Readable.from([Buffer.from("x")]), "stdin", undefined, () => {
    throw errno("EIO");
  });
  await expect(input.first()).rejects.toMatchObject({ code: "EIO" });
  await input.close();
});

test("a file has a length, and parts that end with it", async () => {
  writeFileSync(at("a"), "one two");
  const input = openFile(at("a"));
  expect(await input.length()).toBe(7);
  expect([(await input.readAt(4, 100)).toString(), (await input.readAt(9, 1)).length]).toEqual(["two", 0]);
  await input.close();
});
