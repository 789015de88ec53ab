/**
 * The problem of a system error.
 */
import { expect, test } from "vitest";
import type { FileProblem } from "../../src/errors.js";
import { fileError } from "../../src/io/file-error.js";
import { errno } from "./process.js";

test.each<[string, FileProblem]>([
  ["ENOENT", "missing"],
  ["ENOTDIR", "missing"],
  ["EISDIR", "folder"],
  ["EACCES", "denied"],
  ["EPERM", "denied"],
  ["EROFS", "read-only"],
  ["EFBIG", "size-limit"],
  ["ELOOP", "loop"],
  ["ENAMETOOLONG", "name-too-long"],
  ["ENOSPC", "full"],
  ["EDQUOT", "full"],
  ["EMFILE", "other"],
])("%s is %s", (code, problem) => expect(fileError(errno(code))).toBe(problem));
