/** The end of an output path: files, links, special files and descriptors. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { destinationOf, ownDescriptor } from "../../src/io/destination.js";

const folder = mkdtempSync(join(tmpdir(), "support-cli-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, "file"), "");
mkdirSync(join(folder, "folder"));
symlinkSync("file", join(folder, "link"));
symlinkSync("link", join(folder, "link-to-link"));
symlinkSync("missing", join(folder, "dangling"));
symlinkSync("loop", join(folder, "loop"));
symlinkSync("folder", join(folder, "link-to-folder"));

test.each([
  ["file", "file", true],
  ["link", "file", true],
  ["link-to-link", "file", true],
  ["dangling", "missing", false],
  ["new", "new", false],
])("%s ends at the file %s", (name, end, exists) => {
  const destination = destinationOf(join(folder, name));
  expect(destination).toMatchObject({ kind: "file", path: join(folder, end) });
  expect(destination.kind === "file" && destination.existing !== undefined).toBe(exists);
});

test.each([
  ["loop", "ELOOP"],
  ["folder", "EISDIR"],
  ["link-to-folder", "EISDIR"],
])("%s is rejected with %s", (name, code) => {
  expect(() => destinationOf(join(folder, name))).toThrow(expect.objectContaining({ code }));
});

test.runIf(process.platform === "linux")("devices and the process's own descriptors are written directly", () => {
  expect(destinationOf("/dev/null")).toEqual({ kind: "special", isPipe: false });
  expect(destinationOf("/dev/fd/1")).toEqual({ kind: "descriptor", descriptor: 1 });
  expect(destinationOf("/dev/stdout")).toEqual({ kind: "descriptor", descriptor: 1 });
  expect(ownDescriptor(join(folder, "1"))).toBeUndefined();
  expect(ownDescriptor("/missing/1")).toBeUndefined();
});
