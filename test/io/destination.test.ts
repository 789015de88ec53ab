/**
 * The end of an output path: a file to replace, something to write to directly, or a descriptor of the process.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { destinationOf, ownDescriptor } from "../../src/io/destination.js";

let folder = "";
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "support-cli-destination-")));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

test("an existing file and a new one", () => {
  writeFileSync(at("a"), "text");
  expect(destinationOf(at("a"))).toMatchObject({ kind: "file", path: at("a"), existing: { size: 4 } });
  expect(destinationOf(at("b"))).toEqual({ kind: "file", path: at("b"), existing: undefined });
});

test("links are followed, relative to the real folder, to an existing file or a new one", () => {
  mkdirSync(at("real/inner"), { recursive: true });
  writeFileSync(at("real/a"), "text");
  symlinkSync("real/inner", at("folder"));
  symlinkSync("../a", at("real/inner/up"));
  symlinkSync("folder/up", at("chain"));
  symlinkSync("real/new", at("dangling"));
  expect(destinationOf(at("chain"))).toMatchObject({ kind: "file", path: at("real/a") });
  expect(destinationOf(at("dangling"))).toEqual({ kind: "file", path: at("real/new"), existing: undefined });
});

test("loops of links and folders are the system's errors", () => {
  symlinkSync("b", at("a"));
  symlinkSync("a", at("b"));
  expect(() => destinationOf(at("a"))).toThrow(expect.objectContaining({ code: "ELOOP" }));
  expect(() => destinationOf(folder)).toThrow(expect.objectContaining({ code: "EISDIR" }));
});

test.runIf(process.platform === "linux")("pipes and devices, and links to them", () => {
  execFileSync("mkfifo", [at("pipe")]);
  symlinkSync("pipe", at("link"));
  expect(destinationOf(at("link"))).toEqual({ kind: "special", isPipe: true });
  expect(destinationOf("/dev/null")).toEqual({ kind: "special", isPipe: false });
});

test.runIf(process.platform === "linux")("the process's own descriptors, under each of their names", () => {
  for (const name of ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", `/proc/${process.pid}/fd/1`]) {
    expect(destinationOf(name)).toEqual({ kind: "descriptor", descriptor: 1 });
  }
  symlinkSync("/dev/stdout", at("link"));
  expect(destinationOf(at("link"))).toEqual({ kind: "descriptor", descriptor: 1 });
  expect([ownDescriptor(at("1")), ownDescriptor("/nowhere/1"), ownDescriptor("/dev/fd/x")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

describe("a folder of links", () => {
  beforeEach(() => {
    writeFileSync(at("file"), "");
    mkdirSync(at("folder"));
    symlinkSync("file", at("link"));
    symlinkSync("link", at("link-to-link"));
    symlinkSync("missing", at("dangling"));
    symlinkSync("loop", at("loop"));
    symlinkSync("folder", at("link-to-folder"));
  });

  test.each([
    ["file", "file", true],
    ["link", "file", true],
    ["link-to-link", "file", true],
    ["dangling", "missing", false],
    ["new", "new", false],
  ])("%s ends at the file %s", (name, end, exists) => {
    const destination = destinationOf(at(name));
    expect(destination).toMatchObject({ kind: "file", path: at(end) });
    expect(destination.kind === "file" && destination.existing !== undefined).toBe(exists);
  });

  test.each([
    ["loop", "ELOOP"],
    ["folder", "EISDIR"],
    ["link-to-folder", "EISDIR"],
  ])("%s is rejected with %s", (name, code) => {
    expect(() => destinationOf(at(name))).toThrow(expect.objectContaining({ code }));
  });
});
