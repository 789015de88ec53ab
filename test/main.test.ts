/** The last resort of a run: an error that is no CliError. */
import { expect, test } from "vitest";
import { type } from "./terminal.js";

const broken = {
  get stdin(): string {
    throw new Error("a stream that fails");
  },
};
test("a bug is an internal error, with a stack only for --debug", async () => {
  const plain = await type(["audit", "-", "-p", "business"], broken);
  expect(plain.code).toBe(70);
  expect(plain.stderr).toContain("Internal error");
  expect(plain.stderr).not.toMatch(/^\s+at /m);
  const debugged = await type(["audit", "-", "-p", "business", "--debug"], broken);
  expect(debugged.stderr).toMatch(/^\s+at /m);
});
