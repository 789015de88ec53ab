/**
 * Ticket files through the real program: stopping it, closing its pipe, and what is left in the folder afterwards.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const header = "id,priority,region,opened\n";
const row = "1,P2,japan,2026-11-20T16:40+09:00\n";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "support-cli-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(argv: readonly string[]) {
  const child = spawn(process.execPath, [
    "bin/support-cli.js",
    "deadline",
    "-p",
    "business",
    "--no-config",
    "--lang",
    "en",
    ...argv,
  ]);
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal }));
  });
  let stderr = "";
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  // A program that has ended does not read on.
  child.stdin.on("error", () => {});
  return { child, ended, stderr: () => stderr };
}

/** Waits until something is so; the test's own time limit ends it otherwise. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe("the program on a stream", () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s ends it with 130 and leaves nothing", async (signal) => {
    writeFileSync(join(folder, "out.csv"), "what was there\n");
    const { child, ended, stderr } = start(["--input", "-", "-o", join(folder, "out.csv")]);
    child.stdin.write(header + row.repeat(50_000));
    // The temporary file exists once the work has started; it then waits for input that never comes.
    await until(() => readdirSync(folder).length === 2);
    child.kill(signal);
    expect(await ended).toEqual({ code: 130, signal: null });
    expect(stderr()).toContain("Stopped.");
    expect(readdirSync(folder)).toEqual(["out.csv"]);
    expect(readFileSync(join(folder, "out.csv"), "utf8")).toBe("what was there\n");
  });

  test("a closed pipe ends it with 0 and without a message", async () => {
    const { child, ended, stderr } = start(["--input", "-"]);
    child.stdout.once("data", () => child.stdout.destroy());
    const feed = () => {
      while (child.stdin.writable && child.stdin.write(row.repeat(5000)));
    };
    child.stdin.on("drain", feed);
    child.stdin.write(header);
    feed();
    expect(await ended).toEqual({ code: 0, signal: null });
    expect(stderr()).toBe("");
  });

  test("a file may be its own output, and appears whole", async () => {
    const path = join(folder, "tickets.csv");
    writeFileSync(path, header + row.repeat(30_000));
    const { child, ended } = start(["--input", path, "-o", path, "-q"]);
    child.stdin.end();
    expect((await ended).code).toBe(0);
    expect(readFileSync(path, "utf8").split("\n")).toHaveLength(30_002);
    expect(readdirSync(folder)).toEqual(["tickets.csv"]);
  });

  test("dates in an order of their own are read from a pipe as from a file", async () => {
    const text = `id,priority,opened\n${"1,P1,05/11/2026 10:00\n".repeat(40_000)}2,P1,20/11/2026 10:00\n`;
    const { child, ended } = start(["--input", "-", "-o", join(folder, "out.csv"), "-q", "--tz", "UTC"]);
    child.stdin.end(text);
    expect((await ended).code).toBe(0);
    const rows = readFileSync(join(folder, "out.csv"), "utf8").split("\n");
    expect(rows[1]).toContain("2026-11-05T11:00:00Z");
    expect(rows).toHaveLength(40_003);
  });

  test("a folder that cannot be written to is reported before any work is lost", async () => {
    const { child, ended, stderr } = start(["--input", "-", "-o", join(folder, "not", "there.csv")]);
    child.stdin.end(header + row);
    expect((await ended).code).toBe(3);
    expect(stderr()).toContain("there.csv");
  });
});
