/**
 * The line on a terminal that shows how far the reading of a file is.
 */
import type { Messages } from "../i18n/en/index.js";
import type { Io } from "../io/io.js";
import type { Progress } from "../io/stream.js";
import { defaultColumns } from "../io/terminal.js";
import { wrapText } from "../render/text/width.js";

const firstShownMs = 1000;
const everyMs = 200;

/** A progress line on the terminal, after the first second. */
export function progressOf(io: Io, messages: Messages, isQuiet: boolean): Progress {
  let size: number | undefined;
  const startedAt = io.now();
  let shown = startedAt + firstShownMs - everyMs;
  let isShown = false;
  let bytes = 0;
  let passes = 1;
  const isEnabled = io.stderr.isTerminal && !isQuiet;
  return {
    begin(bytesOfInput): void {
      size = bytesOfInput;
    },
    /** The file is read once by the prescan, and again for its rows. */
    expectTwice(): void {
      passes = 2;
    },
    show(more: number, rows: number): void {
      bytes += more;
      if (!isEnabled) return;
      const now = io.now();
      if (now - shown < everyMs || now - startedAt < firstShownMs) return;
      shown = now;
      isShown = true;
      const seconds = (now - startedAt) / 1000;
      const share = size ? Math.min(bytes / (size * passes), 1) : undefined;
      const secondsLeft = share ? Math.ceil((seconds / share) * (1 - share)) : undefined;
      const text = messages.progress({ rows, rate: Math.round(rows / seconds), share, secondsLeft });
      // A line that wraps cannot be cleared.
      const [line = ""] = wrapText(text, (io.stderr.columns ?? defaultColumns) - 1);
      // An interrupt ends the reading itself; the progress line need not handle it.
      io.stderr.write(`\r${line}\u001b[K`).catch(() => {});
    },
    async clear(): Promise<void> {
      if (isShown) await io.stderr.write("\r\u001b[K");
    },
  };
}
