/**
 * Opening files for reading, without waiting for anybody, and reading documents whole.
 */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from "node:fs";
import { CliError } from "../errors.js";
import { maxDocumentBytes } from "../limits.js";
import { unreadable } from "./file-error.js";

export interface Opened {
  readonly descriptor: number;
  readonly about: Stats;
}

/**
 * Opens a file, a pipe or a device; a pipe opens at once, whether or not somebody writes to it. A socket cannot be opened: undefined.
 * Throws `unreadable-file`.
 */
export function openForReading(path: string): Opened | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0));
    const about = fstatSync(descriptor);
    if (about.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    return { descriptor, about };
  } catch (error) {
    if (descriptor !== undefined) closeSync(descriptor);
    if ((error as NodeJS.ErrnoException).code === "ENXIO") return undefined;
    throw unreadable(path, error);
  }
}

/** A regular file of at most `maxDocumentBytes` bytes. Throws `unreadable-file`. */
export function readDocument(path: string, { descriptor, about }: Opened): Uint8Array {
  // At once: reading in the background would first start the threads for it, and nothing else is there to do meanwhile.
  try {
    if (!about.isFile()) throw notAFile(path);
    checkLength(path, about.size);
    // Files that the system makes up have no size; others may grow meanwhile.
    const bytes = Buffer.allocUnsafe(about.size === 0 ? maxDocumentBytes + 1 : about.size);
    let length = 0;
    while (length < bytes.length) {
      const read = readSync(descriptor, bytes, length, bytes.length - length, length);
      if (read === 0) break;
      length += read;
    }
    if (length < about.size) throw new CliError({ code: "unreadable-file", path, reason: "shortened" });
    checkLength(path, length);
    return bytes.subarray(0, length);
  } catch (error) {
    throw unreadable(path, error);
  } finally {
    closeSync(descriptor);
  }
}

/** Throws where a document is longer than it may be. */
export function checkLength(path: string, length: number): void {
  if (length > maxDocumentBytes) throw new CliError({ code: "unreadable-file", path, reason: "too-large" });
}

export function notAFile(path: string): CliError {
  return new CliError({ code: "unreadable-file", path, reason: "not-a-file" });
}
