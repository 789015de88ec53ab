/**
 * Files that are replaced: whole or not at all, with their mode, and without remains.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createFile } from "../../src/io/files.js";
import { removeUnfinished, replaceFile } from "../../src/io/replace-file.js";
import { errorOf, ioOf, processOf, temporaryFolder } from "./process.js";

const at = temporaryFolder();
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

test("a name of the greatest length is written; a longer one is an error that leaves nothing", async () => {
  await replace("x".repeat(255), "new");
  expect(readdirSync(at())).toEqual(["x".repeat(255)]);
  const tooLong = replaceFile(at("y".repeat(256)), undefined, "y").then(async (file) => await file.commit());
  await expect(tooLong).rejects.toMatchObject({ fault: { code: "unwritable-file", reason: "name-too-long" } });
  expect(readdirSync(at())).toHaveLength(1);
});

test("temporary files of an ended process are removed by the next success of the same output; others stay", async () => {
  const unfinished = await replaceFile(at("a"), undefined, "a");
  const own = readdirSync(at())[0] as string;
  const stale = own.replace(`${process.pid}-`, `${ended()}-`);
  const foreign = stale.replace(/-[0-9a-f]{12}-/, "-0123456789ab-");
  const similar = `${stale}.txt`;
  for (const name of [stale, foreign, similar]) writeFileSync(at(name), "");
  await unfinished.abandon();
  expect(readdirSync(at()).sort()).toEqual([stale, foreign, similar].sort());
  await replace("a", "new");
  expect(readdirSync(at()).sort()).toEqual([foreign, similar, "a"].sort());
});

test("unfinished files can be removed before they are put in place", async () => {
  const file = await replaceFile(at("a"), undefined, "a");
  await file.write(text("half"));
  removeUnfinished();
  expect(readdirSync(at())).toEqual([]);
  await expect(file.commit()).rejects.toMatchObject({ fault: { code: "unwritable-file" } });
});

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

test("temporary files of an ended process are removed, those of a running one stay", async () => {
  const first = await createFile(at("out"));
  const [temporary = ""] = readdirSync(at());
  const ofAnother = (pid: number) => temporary.replace(/\d+-[0-9a-f]{8}$/, `${pid}-00000000`);
  // No system has a process of this number.
  writeFileSync(at(ofAnother(2 ** 31 - 1)), "");
  writeFileSync(at(ofAnother(process.ppid)), "");
  await first.write(Buffer.from("whole"));
  await first.commit();
  expect(readdirSync(at()).sort()).toEqual([ofAnother(process.ppid), "out"].sort());
});
