/**
 * Opening files to read.
 */
import { expect, test } from "vitest";
import { errorOf, ioOf, processOf, temporaryFolder } from "./process.js";

const at = temporaryFolder();

test.each([
  ["no/such", "missing"],
  ["", "folder"],
])("%j cannot be opened: %s", async (name, reason) => {
  expect(await errorOf(() => ioOf(processOf()).openInput(at(name)))).toEqual({
    code: "unreadable-file",
    path: at(name),
    reason,
  });
});
