/**
 * Opens files for reading without blocking, and reads whole documents.
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
 * Opens a file, a pipe or a device; a pipe opens at once, with or without a writer. Undefined for a socket, which cannot be opened.
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
  // Synchronous: reading in the background would first start threads.
  try {
    if (!about.isFile()) throw notAFile(path);
    checkLength(path, about.size);
    // Virtual files have no size; others may grow meanwhile.
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

/** Throws if a document is too long. */
export function checkLength(path: string, length: number): void {
  if (length > maxDocumentBytes) throw new CliError({ code: "unreadable-file", path, reason: "too-large" });
}

export function notAFile(path: string): CliError {
  return new CliError({ code: "unreadable-file", path, reason: "not-a-file" });
}
