/**
 * Runs commands through the system's shell: one at a time, in order, each with a text on its standard input, and for a limited time.
 */
import { type ChildProcess, spawn } from "node:child_process";

/** How a command failed: its exit code or signal, too much time, or why it could not be started. */
export type ShellFailure =
  | { readonly kind: "exit"; readonly code: number }
  | { readonly kind: "signal"; readonly signal: string }
  | { readonly kind: "timeout"; readonly seconds: number }
  | { readonly kind: "start"; readonly reason: string };

export interface ShellQueue {
  readonly isBusy: boolean;
  /** Runs the command with an input, after those before it. */
  add(input: string): void;
  /** Resolves when nothing is left to run. */
  idle(): Promise<void>;
  /** Ends the running command and drops the others. */
  stop(): void;
}

export interface ShellChoice {
  /** The descriptor that both outputs of a command go to, or nowhere. */
  readonly output: number | "ignore";
  readonly maxSeconds: number;
  readonly onFailure: (failure: ShellFailure) => Promise<void>;
}

/** Time for a command to end by itself before it is killed. */
const graceMs = 300;

export function openShell(command: string, choice: ShellChoice): ShellQueue {
  return new CommandQueue(command, choice);
}

class CommandQueue implements ShellQueue {
  private readonly waiting: string[] = [];
  private work: Promise<void> | undefined;
  private child: ChildProcess | undefined;
  private isStopped = false;

  constructor(
    private readonly command: string,
    private readonly choice: ShellChoice,
  ) {}

  get isBusy(): boolean {
    return this.work !== undefined;
  }

  add(input: string): void {
    if (this.isStopped) return;
    this.waiting.push(input);
    this.work ??= this.runAll();
  }

  async idle(): Promise<void> {
    await this.work;
  }

  stop(): void {
    this.isStopped = true;
    this.waiting.length = 0;
    if (this.child) endGroup(this.child);
  }

  private async runAll(): Promise<void> {
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) {
      const failure = await this.run(next);
      if (failure && !this.isStopped) await this.choice.onFailure(failure);
    }
    this.work = undefined;
  }

  private run(input: string): Promise<ShellFailure | undefined> {
    const { output, maxSeconds } = this.choice;
    // A group of its own, so that everything that the command starts ends with it.
    const child = spawn(this.command, {
      shell: true,
      detached: process.platform !== "win32",
      stdio: ["pipe", output, output],
    });
    this.child = child;
    return new Promise((resolve) => {
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        endGroup(child);
      }, maxSeconds * 1000);
      const onExit = () => killGroup(child, "SIGKILL");
      process.once("exit", onExit);
      const finish = (failure: ShellFailure | undefined) => {
        clearTimeout(timer);
        process.removeListener("exit", onExit);
        this.child = undefined;
        resolve(failure);
      };
      child.once("error", (error) => finish({ kind: "start", reason: error.message }));
      child.once("exit", (code, signal) => {
        if (isLate) finish({ kind: "timeout", seconds: maxSeconds });
        else if (signal !== null) finish({ kind: "signal", signal });
        else finish(code === 0 || code === null ? undefined : { kind: "exit", code });
      });
      // A command may end without reading its input.
      child.stdin?.on("error", () => {});
      child.stdin?.end(input);
    });
  }
}

function endGroup(child: ChildProcess): void {
  killGroup(child, "SIGTERM");
  setTimeout(() => killGroup(child, "SIGKILL"), graceMs).unref();
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Nothing of the group is left.
  }
}
