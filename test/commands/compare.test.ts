/** `compare`: what --explain, --group and --notes choose. */
import { describe, expect, test } from "vitest";
import { type, wordsOf } from "../terminal.js";

const run = (line: string) => type(wordsOf(`compare ${line}`));

describe("--explain", () => {
  test.each(["text", "markdown", "html"])("explains one feature and shows nothing else: %s", async (format) => {
    const { stdout } = await run(`--explain live-telephone --format ${format}`);
    expect(stdout).toContain("Live Telephone Support");
    expect(stdout.replace(/\s+/g, " ")).toContain("Submit P2, P3 and P4 cases by phone");
    expect(stdout).not.toContain("Case Reviews");
  });

  test.each(["text", "markdown", "html"])("alone explains every feature: %s", async (format) => {
    const { stdout } = await run(`--explain --group experts --format ${format}`);
    expect(stdout).toContain("Named Support Engineer");
    expect(stdout.replace(/\s+/g, " ")).toContain("designated");
  });

  test("before a plan leaves it a plan", async () => {
    const { stdout } = await run("--explain elite --group experts");
    expect(stdout).toContain("Elite");
    expect(stdout).not.toContain("Standard");
  });

  test("of a misspelled feature names the nearest", async () => {
    const { stderr, code } = await run("--explain live-telefone");
    expect(code).toBe(2);
    expect(stderr).toContain("live-telephone");
  });
});

describe("--group", () => {
  test("targets is repeatable beside groups of features, and targets come first", async () => {
    const { stdout } = await run("--group field --group targets");
    expect(stdout.indexOf("First-response targets")).toBeLessThan(stdout.indexOf("Field Service Activities"));
    expect(stdout).not.toContain("Case Reviews");
    expect(stdout).not.toContain("Regions and support hours");
  });

  test("a misspelled group names targets among the valid ones", async () => {
    const { stderr, code } = await run("--group tragets");
    expect(code).toBe(2);
    expect(stderr).toContain("Did you mean targets?");
  });
});

describe("--notes", () => {
  test("all shows where the facts come from, the default counts them, none shows no notes", async () => {
    const [main, all, none] = await Promise.all(
      ["", " --notes all", " --notes none"].map((flag) => run(`--all${flag}`)),
    );
    expect(main?.stdout).toContain("more about where the facts come from (--notes all)");
    expect(all?.stdout).not.toContain("(--notes all)");
    expect(all?.stdout.length).toBeGreaterThan(main?.stdout.length ?? 0);
    expect(none?.stdout).not.toMatch(/^Notes/m);
  });
});
