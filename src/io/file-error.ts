/**
 * Errors of the file system as errors of the program.
 */
import { CliError, type FileProblem } from "../errors.js";

const problems: Readonly<Record<string, FileProblem>> = {
  ENOENT: "missing",
  ENOTDIR: "missing",
  EISDIR: "folder",
  EACCES: "denied",
  EPERM: "denied",
  // A policy of Node itself.
  ERR_ACCESS_DENIED: "denied",
  EROFS: "read-only",
  ENOSPC: "full",
  EDQUOT: "full",
  EFBIG: "size-limit",
  ELOOP: "loop",
  ENAMETOOLONG: "name-too-long",
};

/** The problem of a file system error. */
export function fileError(error: unknown): FileProblem {
  return problems[(error as NodeJS.ErrnoException).code ?? ""] ?? "other";
}

/** A file system error as `unreadable-file`; a CliError is returned unchanged. */
export function unreadable(path: string, error: unknown): CliError {
  return error instanceof CliError ? error : new CliError({ code: "unreadable-file", path, reason: fileError(error) });
}

/** A file system error as `unwritable-file`; a CliError is returned unchanged. */
export function unwritable(path: string, error: unknown): CliError {
  return error instanceof CliError ? error : new CliError({ code: "unwritable-file", path, reason: fileError(error) });
}
