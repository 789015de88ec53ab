/**
 * Files that appear whole or not at all, keep what belongs to them, and leave nothing behind.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { removeUnfinished, replaceFile } from "../../src/io/replace-file.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "support-cli-replacing-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);
const text = (content: string) => new TextEncoder().encode(content);

async function replace(name: string, content: string): Promise<void> {
  const existing = statSync(at(name), { throwIfNoEntry: false });
  const file = await replaceFile(at(name), existing, name);
  await file.write(text(content));
  await file.commit();
}

/** The number of a process that has ended. */
const ended = () => spawnSync(process.execPath, ["-e", ""]).pid;

test("the mode is kept under a tight umask, and a new file has the umask's", async () => {
  writeFileSync(at("a"), "old");
  chmodSync(at("a"), 0o666);
  const umask = process.umask(0o077);
  try {
    await replace("a", "new");
    await replace("b", "new");
  } finally {
    process.umask(umask);
  }
  expect([statSync(at("a")).mode & 0o777, statSync(at("b")).mode & 0o777]).toEqual([0o666, 0o600]);
  expect(readFileSync(at("a"), "utf8")).toBe("new");
});

test("a name as long as names may be is written; a longer one is a failure that leaves nothing", async () => {
  await replace("x".repeat(255), "new");
  expect(readdirSync(folder)).toEqual(["x".repeat(255)]);
  const tooLong = replaceFile(at("y".repeat(256)), undefined, "y").then(async (file) => await file.commit());
  await expect(tooLong).rejects.toMatchObject({ fault: { code: "unwritable-file", reason: "name-too-long" } });
  expect(readdirSync(folder)).toHaveLength(1);
});

test("temporary files of a process that has ended go with the next success of the same output; others stay", async () => {
  const begun = await replaceFile(at("a"), undefined, "a");
  const own = readdirSync(folder)[0] as string;
  const stale = own.replace(`${process.pid}-`, `${ended()}-`);
  const foreign = stale.replace(/-[0-9a-f]{12}-/, "-0123456789ab-");
  const similar = `${stale}.txt`;
  for (const name of [stale, foreign, similar]) writeFileSync(at(name), "");
  await begun.abandon();
  expect(readdirSync(folder).sort()).toEqual([stale, foreign, similar].sort());
  await replace("a", "new");
  expect(readdirSync(folder).sort()).toEqual([foreign, similar, "a"].sort());
});

test("a process that ends takes its unfinished files with it", async () => {
  const file = await replaceFile(at("a"), undefined, "a");
  await file.write(text("half"));
  removeUnfinished();
  expect(readdirSync(folder)).toEqual([]);
  await expect(file.commit()).rejects.toMatchObject({ fault: { code: "unwritable-file" } });
});
