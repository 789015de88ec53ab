/** Columns: --width, then COLUMNS, then the terminal, then 80; for both streams and every layout. */
import { describe, expect, test } from "vitest";
import { widthOf } from "../../src/render/text/width.js";
import { type Setting, type } from "../terminal.js";

const widest = (text: string) => Math.max(...text.split("\n").map(widthOf));

describe("the width of text", () => {
  test.each<[string, string[], Setting, number]>([
    ["a pipe", [], {}, 80],
    ["a terminal", [], { columns: 120 }, 120],
    ["--width in a pipe", ["--width", "100"], {}, 100],
    ["--width on a terminal", ["--width=100"], { columns: 60 }, 100],
    ["COLUMNS in a pipe", [], { env: { COLUMNS: "100" } }, 100],
    ["COLUMNS on a terminal", [], { columns: 120, env: { COLUMNS: "100" } }, 100],
    ["--width before COLUMNS", ["--width", "90"], { columns: 120, env: { COLUMNS: "100" } }, 90],
    ["bounds", ["--width", "20"], {}, 20],
    ...["0", "-5", "19", "1001", "80.5", "wide", "1e2", " ", ""].map((text): [string, string[], Setting, number] => [
      `COLUMNS=${JSON.stringify(text)}, which is ignored`,
      [],
      { columns: 120, env: { COLUMNS: text } },
      120,
    ]),
  ])("%s", async (_, flags, setting, columns) => {
    for (const line of ["compare --all", "help environment", "--help", "hours --holidays JP"]) {
      const { stdout, code } = await type([...line.split(" "), ...flags], {
        ...setting,
        env: { NO_COLOR: "1", ...setting.env },
      });
      expect(code).toBe(0);
      // Words longer than the line, such as a ruler of hours, go over; nothing else does.
      if (columns >= 60) expect([line, widest(stdout) <= columns]).toEqual([line, true]);
      if (line === "compare --all") expect(widest(stdout)).toBeGreaterThan(columns * 0.85);
    }
  });

  test("a message has the configured width, and is one line in a pipe without one", async () => {
    const line = ["deadline", "-P", "P2", "-r", "nosuch"];
    const { stderr } = await type(line);
    expect(stderr.split("\n").length).toBe(3);
    expect(widest((await type([...line, "--width", "30"])).stderr)).toBeLessThanOrEqual(30);
    expect(widest((await type(line, { env: { COLUMNS: "40" } })).stderr)).toBeLessThanOrEqual(40);
    expect(widest((await type(line, { columns: 50, env: { NO_COLOR: "1" } })).stderr)).toBeLessThanOrEqual(50);
    expect(widest((await type(["--width", "30", "--nosuch"])).stderr)).toBeLessThanOrEqual(30);
  });

  test.each(["0", "19", "1001", "-5", "80.5", "wide", "", "0x50", "1e2", "+80", "９０"])(
    "--width %j is refused",
    async (value) => {
      const { code, stderr, stdout } = await type(["compare", `--width=${value}`]);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain("--width");
      expect(stderr).toContain("20 to 1000");
    },
  );

  test("a watch has the configured width, but at most that of its terminal", async () => {
    const files = { "t.csv": `id,priority,region,opened\n${"T".repeat(20)},P2,japan,2026-11-20T10:00+09:00\n` };
    const frame = async (...flags: string[]) =>
      (
        await type(["watch", "t.csv", "-p", "business", "--color", "never", ...flags], {
          files,
          columns: 100,
          rows: 10,
          seconds: 1,
        })
      ).frames[0] as string;
    expect(widest(await frame("--width", "40"))).toBeLessThanOrEqual(40);
    expect(await frame("--width", "200")).toBe(await frame());
  });

  test("no width changes what programs read", async () => {
    for (const format of ["json", "csv", "markdown", "html"])
      expect((await type(["compare", "--format", format, "--width", "30"])).stdout).toBe(
        (await type(["compare", "--format", format])).stdout,
      );
  });
});
