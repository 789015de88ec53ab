/**
 * Keeps an eye on something that changes with time: drawn once a second on a screen, or told in lines where there is none.
 * Knows seconds and keys; what is drawn or told is the caller's.
 */
import { CliError } from "../errors.js";
import type { Io } from "./io.js";
import type { Screen } from "./screen.js";

export interface Watched {
  /** Looks again where the source has changed. */
  refresh(): Promise<void>;
  /** How many lines can be scrolled through. */
  count(): number;
  /** How many of them a screen shows at once. */
  pageOf(rows: number): number;
  draw(screen: Pick<Screen, "columns" | "rows" | "hasKeys">, offset: number): string;
  /** What is new since it was last asked. */
  tell(): string;
  /** Nothing will ever change again. */
  isOver(): boolean;
}

const everyMs = 1000;

/** Ends when a person presses q, when nothing can change, or when the reader of the lines goes away. Throws `interrupted`. */
export async function runWatchLoop(io: Io, watched: Watched): Promise<void> {
  let offset = 0;
  let isBusy = false;
  let isEnded = false;
  let finish: (error?: unknown) => void = () => {};
  const ended = new Promise<void>((resolve, reject) => {
    finish = (error) => (error === undefined ? resolve() : reject(error));
  });
  const screen = io.openScreen?.({ key: press, resize: show });
  const stopTicking = io.every(everyMs, tick);
  const unsubscribe = io.onInterrupt(() => finish(new CliError({ code: "interrupted" })));
  try {
    if (screen) show();
    else await tell();
    await ended;
  } finally {
    isEnded = true;
    stopTicking();
    unsubscribe();
    screen?.close();
  }

  async function tick(): Promise<void> {
    // A look that takes longer than a second leaves out the next one.
    if (isBusy) return;
    isBusy = true;
    try {
      await watched.refresh();
      if (screen) show();
      else await tell();
    } catch (error) {
      finish(error);
    } finally {
      isBusy = false;
    }
  }

  async function tell(): Promise<void> {
    if (isEnded) return;
    await io.stdout.write(watched.tell());
    if (io.stdout.isClosed || watched.isOver()) finish();
  }

  function show(): void {
    // A look that was under way when the screen was given back must not draw on it.
    if (!screen || isEnded) return;
    offset = Math.max(0, Math.min(offset, watched.count() - watched.pageOf(screen.rows)));
    screen.draw(watched.draw(screen, offset));
  }

  function press(key: string): void {
    const page = watched.pageOf(screen?.rows ?? 1);
    const steps: Readonly<Record<string, number>> = {
      up: -1,
      k: -1,
      down: 1,
      j: 1,
      "page-up": -page,
      "page-down": page,
      first: Number.NEGATIVE_INFINITY,
      last: Number.POSITIVE_INFINITY,
    };
    if (key === "interrupt") finish(new CliError({ code: "interrupted" }));
    else if (key === "q" || key === "Q" || key === "end") finish();
    else if (steps[key] !== undefined) {
      offset = Math.max(0, Math.min(watched.count(), offset + steps[key]));
      show();
    }
  }
}
