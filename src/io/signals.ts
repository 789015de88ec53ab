/**
 * Signals that stop the program. The first one interrupts whatever is awaited, a second one ends the process. There is a handler only
 * while something is awaited: the system ends a calculation at once.
 */
import { CliError, exitCodes } from "../errors.js";
import { kindOf } from "./descriptor.js";

/** Without a handler, SIGQUIT and SIGXCPU would leave temporary files. */
const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGXCPU"] as const;

/** Time for an orderly end after a signal; a busy machine needs it. */
const orderlyEndMs = 2000;

export interface Signals {
  /** A signal was received. */
  readonly isStopping: boolean;
  /** Calls `stop` on a signal; returns the function that unsubscribes. */
  onInterrupt(stop: () => void): () => void;
}

/** `cleanUp` runs before the process ends, as long as there is a listener. */
export function listenForSignals(process: NodeJS.Process, cleanUp: () => void): Signals {
  return new SignalListener(process, cleanUp);
}

class SignalListener implements Signals {
  isStopping = false;
  private readonly listeners = new Set<() => void>();
  private orderlyEnd: NodeJS.Timeout | undefined;
  private isListening = false;
  private watchesTerminal = false;

  constructor(
    private readonly process: NodeJS.Process,
    private readonly cleanUp: () => void,
  ) {}

  readonly onInterrupt = (listener: () => void): (() => void) => {
    this.listen();
    this.listeners.add(listener);
    return () => {
      if (!this.listeners.delete(listener) || this.listeners.size > 0) return;
      if (this.isStopping) return this.unlisten();
      // A pending signal is delivered in the next turn of the event loop.
      setImmediate(() => setImmediate(() => this.listeners.size === 0 && this.unlisten()));
    };
  };

  private readonly stop = (signal: NodeJS.Signals): void => {
    if (this.isStopping) {
      this.unlisten();
      this.process.kill(this.process.pid, signal);
      return;
    }
    if (this.listeners.size === 0) {
      this.cleanUp();
      this.process.exit(exitCodes.interrupted);
    }
    this.isStopping = true;
    this.orderlyEnd = setTimeout(() => {
      this.unlisten();
      this.process.exit(exitCodes.interrupted);
    }, orderlyEndMs);
    for (const listener of [...this.listeners]) listener();
  };

  private listen(): void {
    if (this.isListening) return;
    this.isListening = true;
    if (!this.watchesTerminal) void endWithTerminal(this.process, this.cleanUp);
    this.watchesTerminal = true;
    for (const signal of stopSignals) this.process.on(signal, this.stop);
    this.process.on("exit", this.cleanUp);
  }

  private unlisten(): void {
    this.isListening = false;
    clearTimeout(this.orderlyEnd);
    if (this.isStopping) this.cleanUp();
    for (const signal of stopSignals) this.process.off(signal, this.stop);
    this.process.off("exit", this.cleanUp);
  }
}

/** Ends the process by SIGHUP when its terminal is closed: Node aborts at exit when it cannot restore the mode of a terminal. */
async function endWithTerminal(process: NodeJS.Process, cleanUp: () => void): Promise<void> {
  const devices = [0, 1, 2].filter((descriptor) => kindOf(descriptor) === "other");
  if (devices.length === 0) return;
  const { isatty } = await import("node:tty");
  const terminals = devices.filter((descriptor) => isatty(descriptor));
  if (terminals.length === 0) return;
  process.on("exit", () => {
    if (terminals.every((descriptor) => isatty(descriptor))) return;
    cleanUp();
    process.removeAllListeners("SIGHUP");
    process.kill(process.pid, "SIGHUP");
  });
}

/** Time for aborted work to end. */
const abortMs = 200;

/** Waits for work; a signal aborts it, and the promise rejects with `interrupted`. */
export async function untilInterrupted<T>(
  onInterrupt: Signals["onInterrupt"],
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const abandoned = new Promise<void>((resolve) =>
    signal.addEventListener("abort", () => setTimeout(resolve, abortMs)),
  );
  const unlisten = onInterrupt(() => controller.abort());
  try {
    const result = await Promise.race([work(signal), abandoned]);
    if (!signal.aborted) return result as T;
    throw new CliError({ code: "interrupted" });
  } catch (error) {
    throw signal.aborted ? new CliError({ code: "interrupted" }) : error;
  } finally {
    unlisten();
  }
}
