/**
 * The alternate screen of a terminal: closing it restores the previous content. Keys are reported one by one.
 */

import { defaultColumns } from "./terminal.js";

/** Handlers of a screen. */
export interface ScreenEvents {
  /** A printable character, or the name of a key. */
  key(key: string): void;
  resize(): void;
}

export interface Screen {
  /** Keys can be pressed: the standard input is the terminal, not a file. */
  readonly hasKeys: boolean;
  readonly columns: number;
  readonly rows: number;
  /** Replaces the visible lines. */
  draw(lines: string): void;
  close(): void;
}

const nameOf: Readonly<Record<string, string>> = {
  "\u0003": "interrupt",
  "\u0004": "end",
  "\u001b[A": "up",
  "\u001bOA": "up",
  "\u001b[B": "down",
  "\u001bOB": "down",
  "\u001b[5~": "page-up",
  "\u001b[6~": "page-down",
  "\u001b[H": "first",
  "\u001bOH": "first",
  "\u001b[1~": "first",
  "\u001b[7~": "first",
  "\u001b[F": "last",
  "\u001bOF": "last",
  "\u001b[4~": "last",
  "\u001b[8~": "last",
  " ": "page-down",
};

const esc = "\u001b";
const sequence = new RegExp(`${esc}(?:\\[[0-9;]*[A-Za-z~]|O[A-Z])|[\\s\\S]`, "gu");

export function openScreen(input: NodeJS.ReadStream, output: NodeJS.WriteStream, on: ScreenEvents): Screen {
  const hasKeys = input.isTTY === true;
  let isOpen = true;
  const onData = (chunk: Buffer | string) => {
    for (const [key] of String(chunk).matchAll(sequence)) on.key(nameOf[key] ?? key);
  };
  const onResize = () => on.resize();
  // A closed terminal fails at each use and sends no more keys.
  const onGone = () => on.key("interrupt");

  // The alternate buffer, without a cursor.
  output.write(`${esc}[?1049h${esc}[?25l`);
  output.on("resize", onResize);
  if (hasKeys) {
    input.setRawMode(true);
    input.on("data", onData);
    for (const event of ["end", "error"]) input.on(event, onGone);
    input.resume();
  }
  return {
    hasKeys,
    get columns() {
      return output.columns || defaultColumns;
    },
    get rows() {
      return output.rows || 24;
    },
    draw(lines) {
      // Clearing each line after its end, and the rest below, avoids flicker.
      output.write(`${esc}[H${lines.replaceAll("\n", `${esc}[K\r\n`)}${esc}[K${esc}[J`);
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      output.off("resize", onResize);
      if (hasKeys) {
        input.off("data", onData);
        input.setRawMode(false);
        input.pause();
      }
      output.write(`${esc}[?25h${esc}[?1049l`);
    },
  };
}
