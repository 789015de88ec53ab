/** The built program as a real process: its output, its files, and its end. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const program = resolve("bin/support-cli.js");

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Start {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  /** Descriptors in place of the pipes. */
  readonly input?: number;
  readonly stdout?: number;
  readonly stderr?: number;
  /** What is open as descriptor 3. */
  readonly third?: number;
  /** Flags of node itself. */
  readonly node?: readonly string[];
  /** Called once the process runs. */
  readonly meanwhile?: (child: ChildProcess) => void;
}

/** Flags of node that run a module of these lines before the program. */
export function before(lines: string): readonly string[] {
  return ["--import", `data:text/javascript,${encodeURIComponent(lines)}`];
}

/** Runs a command line to its end; one that never ends is killed and has no code. */
export function start(
  argv: readonly string[],
  { cwd, env, stdin, input, stdout, stderr, third, node = [], meanwhile }: Start = {},
): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [...node, program, ...argv], {
      cwd,
      env: { PATH: process.env.PATH, HOME: "/nonexistent", TZ: "UTC", LANG: "C.UTF-8", ...env },
      stdio: [input ?? "pipe", stdout ?? "pipe", stderr ?? "pipe", ...(third === undefined ? [] : [third])],
    });
    const said = { stdout: "", stderr: "" };
    child.stdout?.on("data", (chunk) => {
      said.stdout += chunk;
    });
    child.stderr?.on("data", (chunk) => {
      said.stderr += chunk;
    });
    child.stdin?.on("error", () => {});
    if (meanwhile === undefined || stdin !== undefined) child.stdin?.end(stdin ?? "");
    const limit = setTimeout(() => child.kill("SIGKILL"), 240_000);
    child.on("close", (code, signal) => {
      clearTimeout(limit);
      done({ code, signal, ...said });
    });
    meanwhile?.(child);
  });
}

/** Sends a signal once something is so, or never where the process ends before. */
export function killOnce(isSo: () => boolean, child: ChildProcess, signal: NodeJS.Signals): void {
  const wait = setInterval(() => {
    if (!isSo()) return;
    clearInterval(wait);
    child.kill(signal);
  }, 2);
  child.on("close", () => clearInterval(wait));
}

/** Whether a process has a handler for SIGHUP, as it has while it waits; Node itself always catches SIGTERM. */
export function hearsSignals({ pid }: ChildProcess): boolean {
  try {
    const caught = /^SigCgt:\s*([0-9a-f]+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0";
    return (BigInt(`0x${caught}`) & 1n) === 1n;
  } catch {
    return false;
  }
}

/** A folder of its own for a test, gone afterwards. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "support-cli-fault-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function namesIn(folder: string): readonly string[] {
  return readdirSync(folder).sort();
}
