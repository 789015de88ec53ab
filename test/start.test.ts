/**
 * The first step: the version is printed without loading the rest.
 */
import { beforeEach, expect, test, vi } from "vitest";
import { start } from "../src/start.js";
import { version } from "../src/version.js";
import { descriptors, resetDescriptors } from "./io/descriptors.js";
import { ioOf, processOf } from "./io/process.js";

vi.mock("node:fs", async (load) => (await import("./io/descriptors.js")).mockDescriptors(await load()));

beforeEach(resetDescriptors);

test("--version is printed at once, everything else runs main", async () => {
  for (const argv of [["--version"], ["-V"]]) {
    let said = "";
    descriptors.write = (bytes) => {
      said += Buffer.from(bytes).toString();
      return bytes.length;
    };
    expect(await start(argv, ioOf(processOf()))).toBe(0);
    expect(said).toBe(`${version}\n`);
  }
  expect(await start(["--no-such-flag"], ioOf(processOf()))).toBe(2);
});
