/**
 * Signals that ask the program to stop. The first one ends whatever is waited for, a second one ends the process. They are listened for
 * only while something is waited for: a calculation is ended by the system's own handling, at once.
 */
import { CliError, exitCodes } from "../errors.js";
import { kindOf } from "./descriptor.js";

/** SIGQUIT and SIGXCPU would otherwise leave temporary files behind. */
const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGXCPU"] as const;

/** What an orderly end may take once a signal has come; on a busy machine it may take long, and it hangs only with the system. */
const orderlyEndMs = 2000;

export interface Signals {
  /** Whether a signal has come. */
  readonly isStopping: boolean;
  /** Calls `stop` when a signal comes; gives back how to no longer listen. */
  onInterrupt(stop: () => void): () => void;
}

/** `cleanUp` is called before the process ends while somebody listens. */
export function listenForSignals(process: NodeJS.Process, cleanUp: () => void): Signals {
  const listeners = new Set<() => void>();
  let isStopping = false;
  let orderlyEnd: NodeJS.Timeout | undefined;
  let hasListened = false;
  let isListening = false;

  function stop(signal: NodeJS.Signals): void {
    if (isStopping) {
      unlisten();
      process.kill(process.pid, signal);
      return;
    }
    if (listeners.size === 0) {
      cleanUp();
      process.exit(exitCodes.interrupted);
    }
    isStopping = true;
    orderlyEnd = setTimeout(() => {
      unlisten();
      process.exit(exitCodes.interrupted);
    }, orderlyEndMs);
    for (const listener of [...listeners]) listener();
  }

  /** Node crashes at its end where it cannot set back a terminal that is gone; the process then ends by SIGHUP, as others do. */
  async function endWithTerminal(): Promise<void> {
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

  function listen(): void {
    if (isListening) return;
    isListening = true;
    if (!hasListened) void endWithTerminal();
    hasListened = true;
    for (const signal of stopSignals) process.on(signal, stop);
    process.on("exit", cleanUp);
  }

  function unlisten(): void {
    isListening = false;
    clearTimeout(orderlyEnd);
    if (isStopping) cleanUp();
    for (const signal of stopSignals) process.off(signal, stop);
    process.off("exit", cleanUp);
  }

  return {
    get isStopping() {
      return isStopping;
    },
    onInterrupt(listener) {
      listen();
      listeners.add(listener);
      return () => {
        if (!listeners.delete(listener) || listeners.size > 0) return;
        if (isStopping) return unlisten();
        // A signal that has come but is not heard yet would be lost: the loop turns once more.
        setImmediate(() => setImmediate(() => listeners.size === 0 && unlisten()));
      };
    },
  };
}

/** How long work may take to give up. */
const givingUpMs = 200;

/** Waits for work that a signal may end: the work is told to give up, and the waiting fails with `interrupted`. */
export async function untilInterrupted<T>(
  onInterrupt: Signals["onInterrupt"],
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const given = new Promise<void>((resolve) => signal.addEventListener("abort", () => setTimeout(resolve, givingUpMs)));
  const unlisten = onInterrupt(() => controller.abort());
  try {
    const working = work(signal);
    const found = await Promise.race([working, given]);
    if (!signal.aborted) return found as T;
    throw new CliError({ code: "interrupted" });
  } catch (error) {
    throw signal.aborted ? new CliError({ code: "interrupted" }) : error;
  } finally {
    unlisten();
  }
}
