/**
 * Files that are replaced: whole or not at all.
 */
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { errorOf, ioOf, processOf, temporaryFolder } from "./process.js";

const at = temporaryFolder();

test("a file is written whole, with the mode of the existing one", async () => {
  writeFileSync(at("a"), "old");
  chmodSync(at("a"), 0o600);
  await ioOf(processOf()).writeFile(at("a"), "new");
  expect(readFileSync(at("a"), "utf8")).toBe("new");
  expect(statSync(at("a")).mode & 0o777).toBe(0o600);
  expect(readdirSync(at())).toEqual(["a"]);
});

test("an interrupt leaves the existing file", async () => {
  writeFileSync(at("a"), "old");
  const process = processOf();
  const writing = errorOf(() => ioOf(process).writeFile(at("a"), "x".repeat(50_000_000)));
  process.emit("SIGINT");
  expect(await writing).toEqual({ code: "interrupted" });
  expect(readFileSync(at("a"), "utf8")).toBe("old");
  expect(readdirSync(at())).toEqual(["a"]);
});

test("unfinished files are removed at the end of the process", async () => {
  const process = processOf();
  const io = ioOf(process);
  const unsubscribe = io.onInterrupt(() => {});
  const output = await io.openOutput(at("a"));
  await output.write(Buffer.from("half"));
  expect(readdirSync(at())).toHaveLength(1);
  process.emit("exit");
  expect(readdirSync(at())).toEqual([]);
  unsubscribe();
  await output.abandon();
});

test("an abandoned file leaves nothing", async () => {
  const output = await ioOf(processOf()).openOutput(at("a"));
  await output.write(Buffer.from("half"));
  await output.abandon();
  expect(readdirSync(at())).toEqual([]);
});

test("a file that cannot replace a folder is an error and leaves nothing", async () => {
  const output = await ioOf(processOf()).openOutput(at("a"));
  await output.write(Buffer.from("whole"));
  mkdirSync(at("a"));
  expect(await errorOf(() => output.commit())).toMatchObject({ code: "unwritable-file", path: at("a") });
  expect(readdirSync(at())).toEqual(["a"]);
});
