/**
 * Deadlines as bare lines for scripts: whole seconds, never earlier than the deadline.
 */
import { describe, expect, test } from "vitest";
import { langs } from "../../src/data/dataset.js";
import { type } from "../terminal.js";

const line = async (opened: string, ...argv: string[]) =>
  (await type(["deadline", "-p", "business", "-P", "P1", "--opened", opened, "--tz", "Asia/Tokyo", ...argv])).stdout;

describe("a deadline to the second", () => {
  test.each([
    ["2026-11-20T16:40:00.001+09:00", "2026-11-20T17:40:01+09:00"],
    ["2026-11-20T16:40:59.999+09:00", "2026-11-20T17:41:00+09:00"],
    ["2026-11-20T16:40:00.000+09:00", "2026-11-20T17:40:00+09:00"],
    ["2026-12-31T22:59:59.5+09:00", "2027-01-01T00:00:00+09:00"],
    ["1969-12-31T23:59:59.5Z", "1970-01-01T10:00:00+09:00"],
    ["1969-12-31T22:59:58.5Z", "1970-01-01T08:59:59+09:00"],
  ])("opened %s is due %s", async (opened, due) => {
    expect([await line(opened, "-q"), await line(opened, "--format", "iso")]).toEqual([`${due}\n`, `${due}\n`]);
    expect(await line(opened, "--format", "epoch")).toBe(`${Date.parse(due) / 1000}\n`);
  });

  test.each(langs)("the bare lines of the examples are one each in %s", async (lang) => {
    const { stdout } = await type(["deadline", "--help", "--lang", lang]);
    const examples = stdout
      .split("\n")
      .filter((text) => text.includes("support-cli deadline ") && /--quiet|-q\b/.test(text));
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      const argv = example.slice(example.indexOf("deadline")).trim().split(/\s+/);
      expect((await type(argv)).stdout.match(/.+\n/g)).toHaveLength(1);
    }
  });
});
