/**
 * Shows something that changes with time: redrawn once a second on a screen, or as lines without one. The content is the caller's.
 */
import { CliError } from "../errors.js";
import type { Io } from "./io.js";
import type { Screen, ScreenEvents } from "./screen.js";

export interface Watched {
  /** Reads the source again if it has changed. */
  refresh(): Promise<void>;
  /** How many lines can be scrolled through. */
  count(): number;
  /** How many of them a screen shows at once. */
  pageOf(rows: number): number;
  draw(screen: Pick<Screen, "columns" | "rows" | "hasKeys">, offset: number): string;
  /** The changes since the last call, as lines. */
  newLines(): string;
  /** Handles the changes where a screen shows them; without it, nothing is done about them. */
  changed?: (() => void) | undefined;
  /** Lines also on a terminal. */
  readonly isPlain?: boolean;
  /** Nothing can change any more. */
  isOver(): boolean;
}

const everyMs = 1000;

/** Ends with the key q, when nothing can change, or when the reader of the lines closes the pipe. Throws `interrupted`. */
export async function runWatchLoop(io: Io, watched: Watched): Promise<void> {
  const loop = new WatchLoop(io, watched);
  const stopTicking = io.every(everyMs, () => loop.tick());
  const unsubscribe = io.onInterrupt(() => loop.interrupt());
  try {
    await loop.update();
    await loop.ended;
  } finally {
    stopTicking();
    unsubscribe();
    loop.close();
  }
}

class WatchLoop implements ScreenEvents {
  readonly ended: Promise<void>;
  private finish: (error?: unknown) => void = () => {};
  private readonly screen: Screen | undefined;
  private offset = 0;
  private isBusy = false;
  private isEnded = false;

  constructor(
    private readonly io: Io,
    private readonly watched: Watched,
  ) {
    this.ended = new Promise<void>((resolve, reject) => {
      this.finish = (error) => (error === undefined ? resolve() : reject(error));
    });
    this.screen = watched.isPlain
      ? undefined
      : io.openScreen?.({ key: (key) => this.key(key), resize: () => this.resize() });
  }

  /** Draws the screen, or prints the new lines. */
  async update(): Promise<void> {
    if (this.screen) {
      this.watched.changed?.();
      return this.resize();
    }
    if (this.isEnded) return;
    await this.io.stdout.write(this.watched.newLines());
    if (this.io.stdout.isClosed || this.watched.isOver()) this.finish();
  }

  async tick(): Promise<void> {
    // A refresh that takes longer than a second skips the next tick.
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      await this.watched.refresh();
      await this.update();
    } catch (error) {
      this.finish(error);
    } finally {
      this.isBusy = false;
    }
  }

  interrupt(): void {
    this.finish(new CliError({ code: "interrupted" }));
  }

  close(): void {
    this.isEnded = true;
    this.screen?.close();
  }

  resize(): void {
    // A tick may end after the screen was closed.
    if (!this.screen || this.isEnded) return;
    const last = this.watched.count() - this.watched.pageOf(this.screen.rows);
    this.offset = Math.max(0, Math.min(this.offset, last));
    this.screen.draw(this.watched.draw(this.screen, this.offset));
  }

  key(key: string): void {
    if (key === "interrupt") this.interrupt();
    else if (key === "q" || key === "Q" || key === "end") this.finish();
    else this.scroll(key);
  }

  private scroll(key: string): void {
    const page = this.watched.pageOf(this.screen?.rows ?? 1);
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
    if (steps[key] === undefined) return;
    this.offset = Math.max(0, Math.min(this.watched.count(), this.offset + steps[key]));
    this.resize();
  }
}
