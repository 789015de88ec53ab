/**
 * What went wrong with a file, in the words of failures.
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

/** The kind of trouble behind a file system error. */
export function fileError(error: unknown): FileProblem {
  return problems[(error as NodeJS.ErrnoException).code ?? ""] ?? "other";
}

/** An error of the file system as the failure to read a path; a failure stays what it is. */
export function unreadable(path: string, error: unknown): CliError {
  return error instanceof CliError ? error : new CliError({ code: "unreadable-file", path, reason: fileError(error) });
}

/** An error of the file system as the failure to write a path; a failure stays what it is. */
export function unwritable(path: string, error: unknown): CliError {
  return error instanceof CliError ? error : new CliError({ code: "unwritable-file", path, reason: fileError(error) });
}
