/** `watch` for scripts: `--once`, lines of JSON, and commands that are run for each change. */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openShell, type ShellFailure } from "../../src/io/shell.js";
import { type } from "../terminal.js";

const files = {
  "t.csv":
    "id,priority,region,opened,responded\n1,P2,japan,2026-11-25T05:00:00Z,\n2,P2,emea,2026-11-25T09:00:01Z,\n3,P2,emea,2026-11-25T08:00:00Z,2026-11-25T08:30:00Z\n",
};
const now = "2026-11-25T09:00:00Z";
const watch = ["watch", "t.csv", "-p", "business"];

test("--once prints the list and ends", async () => {
  const { code, stdout } = await type([...watch, "--once"], { files, now });
  expect(code).toBe(0);
  expect(stdout).toContain("2 open tickets");
  expect(stdout.trimEnd().split("\n")).toHaveLength(6);
});

test("--once --json has a line for each open ticket", async () => {
  const { stdout } = await type([...watch, "--once", "--json"], { files, now });
  const lines = stdout.trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line).state)).toEqual(["overdue", "open"]);
});

test("--alarm adds a line when the deadline is that near", async () => {
  const { stdout } = await type([...watch, "--json", "--alarm", "2h"], { files, now, seconds: 3 });
  const lines = stdout.trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line).state)).toEqual(["overdue", "open", "alarm"]);
});

describe("--exec", () => {
  test("runs the command for each line, in order, with the line on its standard input", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "exec-")), "lines");
    const { stdout, code } = await type([...watch, "--once", "--json", "--exec", `cat >> '${path}'`], { files, now });
    expect(code).toBe(0);
    expect(readFileSync(path, "utf8")).toBe(stdout);
  });

  test("a failing command is reported, and the watch goes on", async () => {
    const { stderr, code } = await type([...watch, "--once", "--exec", "exit 3"], { files, now });
    expect(code).toBe(0);
    expect(stderr.match(/exit code 3/g)).toHaveLength(2);
  });
});

describe("commands", () => {
  async function failuresOf(command: string, maxSeconds: number): Promise<readonly ShellFailure[]> {
    const failures: ShellFailure[] = [];
    const onFailure = async (failure: ShellFailure) => void failures.push(failure);
    const shell = openShell(command, { output: "ignore", maxSeconds, onFailure });
    shell.add("line\n");
    await shell.idle();
    return failures;
  }

  test("end after their time", async () => {
    expect(await failuresOf("sleep 30", 0.2)).toEqual([{ kind: "timeout", seconds: 0.2 }]);
  });

  test("that end by a signal have failed", async () => {
    expect(await failuresOf("kill -9 $$", 60)).toEqual([{ kind: "signal", signal: "SIGKILL" }]);
  });

  test("end when the queue stops, and those waiting are dropped", async () => {
    const shell = openShell("sleep 30", { output: "ignore", maxSeconds: 60, onFailure: async () => {} });
    shell.add("1");
    shell.add("2");
    shell.stop();
    shell.add("3");
    await shell.idle();
    expect(shell.isBusy).toBe(false);
  });
});

test("a command of --exec does not write over the screen", async () => {
  const setting = { files, now, columns: 80, rows: 24, seconds: 200 };
  const { stderr, frames } = await type([...watch, "--exec", "echo out; exit 3"], setting);
  expect(frames.length).toBeGreaterThan(1);
  expect(stderr).not.toContain("exit code 3");
});

test("--once and --json report a failing command on a terminal too", async () => {
  for (const flags of [["--once"], ["--once", "--json"]]) {
    const { stderr } = await type([...watch, ...flags, "--exec", "exit 3"], { files, now, columns: 80 });
    expect(stderr.match(/exit code 3/g)).toHaveLength(2);
  }
});

test("--once --quiet writes nothing but the list", async () => {
  const { stdout, stderr } = await type([...watch, "--once", "--quiet"], { files, now });
  expect(stdout).toContain("2 open tickets");
  expect(stderr).toBe("");
});

test("tickets that are added to the file are printed, without a note", async () => {
  const changing: Record<string, string> = { ...files };
  const later = {
    1: () => {
      changing["t.csv"] = `${files["t.csv"]}4,P1,emea,2026-11-25T08:59:00Z,\n`;
    },
  };
  const { stdout, stderr } = await type([...watch, "--no-config"], { files: changing, now, seconds: 3, later });
  expect(stdout.trimEnd().split("\n").at(-1)).toBe(
    "2026-11-25T09:00:01Z\t4\topen\tbusiness\tP1\temea\t2026-11-25T09:59:00+00:00\t3539",
  );
  expect(stderr).not.toMatch(/replaced|readable/);
});
