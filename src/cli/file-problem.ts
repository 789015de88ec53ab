/**
 * What went wrong with a file, in the words of failures.
 */
import type { FileProblem } from "../errors.js";

/** The kind of trouble behind a file system error. */
export function fileProblem(error: unknown): FileProblem {
  switch ((error as NodeJS.ErrnoException).code) {
    case "ENOENT":
    case "ENOTDIR":
      return "missing";
    case "EISDIR":
      return "folder";
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return "denied";
    case "ENOSPC":
    case "EDQUOT":
      return "full";
    default:
      return "other";
  }
}
