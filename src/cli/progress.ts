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

/** A line on the terminal that says how far the work is, from one second on. */
export function progressOf(io: Io, messages: Messages, isQuiet: boolean): Progress {
  let size: number | undefined;
  const begun = io.now();
  let shown = begun + firstShownMs - everyMs;
  let isShown = false;
  let bytes = 0;
  let passes = 1;
  const isWanted = io.stderr.isTerminal && !isQuiet;
  return {
    begin(bytesOfInput): void {
      size = bytesOfInput;
    },
    /** The file is read for what it says as a whole, and then for its rows. */
    expectTwice(): void {
      passes = 2;
    },
    show(more: number, rows: number): void {
      bytes += more;
      if (!isWanted) return;
      const now = io.now();
      if (now - shown < everyMs || now - begun < firstShownMs) return;
      shown = now;
      isShown = true;
      const seconds = (now - begun) / 1000;
      const share = size ? Math.min(bytes / (size * passes), 1) : undefined;
      const secondsLeft = share ? Math.ceil((seconds / share) * (1 - share)) : undefined;
      const text = messages.progress({ rows, rate: Math.round(rows / seconds), share, secondsLeft });
      // A line that went on below could not be taken back.
      const [line = ""] = wrapText(text, (io.stderr.columns ?? defaultColumns) - 1);
      // A stop is heard by what is being done, not by what is shown of it.
      io.stderr.write(`\r${line}\u001b[K`).catch(() => {});
    },
    async clear(): Promise<void> {
      if (isShown) await io.stderr.write("\r\u001b[K");
    },
  };
}
