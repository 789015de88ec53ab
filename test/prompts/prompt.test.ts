/** Whether recommend prompts, and how: only on a terminal and for missing answers, line by line on request. */
import { describe, expect, test } from "vitest";
import { type } from "../terminal.js";

const columns = 80;
/** Four priorities, the features, contacts, products, languages, the budget, and Enter at the summary. */
const lines = "1\n1\n1\n1\n0\n5\n0\n0\n2\n\n";

describe("recommend at a terminal", () => {
  test.each([
    ["SUPPORT_CLI_ACCESSIBLE", { SUPPORT_CLI_ACCESSIBLE: "1" }],
    ["a dumb terminal", { TERM: "dumb" }],
  ])("prompts line by line for %s, with the result of the flags", async (_, env) => {
    const prompted = await type(["recommend", "--json"], { columns, env, typed: lines, terminals: ["stderr"] });
    const byFlags = await type(["recommend", "--json", "--contacts", "5", "--budget", "included"], {});
    expect(prompted.code).toBe(byFlags.code);
    expect(JSON.parse(prompted.stdout).recommended).toBe(JSON.parse(byFlags.stdout).recommended);
    expect(prompted.stderr).toContain("Type b to go back");
    expect(prompted.stderr).not.toContain("\u001b");
  });

  test("prompts on a screen otherwise, and Ctrl-C ends it with 130", async () => {
    for (const env of [{}, { SUPPORT_CLI_ACCESSIBLE: "0" }, { SUPPORT_CLI_ACCESSIBLE: "false" }] as const) {
      const { code, stderr, stdout } = await type(["recommend"], { columns, env, typed: "\u0003" });
      expect([code, stdout]).toEqual([130, ""]);
      expect(stderr).toContain("Press Esc to go back, Ctrl-C to quit.");
      expect(stderr).toContain("1/9");
    }
  });

  test.each([
    ["--no-input", ["recommend", "--no-input"], {}],
    ["answers in a file", ["recommend", "--answers", "answers.json"], {}],
    ["tickets to measure", ["recommend", "--tickets", "tickets.csv", "-r", "japan"], {}],
    ["stderr elsewhere", ["recommend", "--contacts", "5"], { terminals: ["stdout"] as const }],
  ])("does not prompt with %s", async (_, line, setting) => {
    const files = {
      "answers.json": '{"contacts": 5}',
      "tickets.csv": "id,priority,opened,responded\n1,P2,2026-11-20T10:00Z,2026-11-20T11:00Z\n",
    };
    const { stderr } = await type(line, { columns, typed: lines, files, ...setting });
    expect(stderr).not.toContain("Ctrl-C");
  });

  test.each([
    ["a plan", ["--plan", "nonsense"], {}],
    ["a need", ["--need", "nonsense"], {}],
    ["a region", ["--region", "nonsense"], {}],
    ["a region in the settings", [], { "support-cli.json": '{"region": "nonsense"}' }],
  ])("refuses %s that is unknown before it asks anything", async (_, flags, files) => {
    const { code, stderr } = await type(["recommend", "--json", ...flags], {
      columns,
      typed: lines,
      files,
      folder: ".",
    });
    expect(code).toBe(2);
    expect(JSON.parse(stderr).error.message).toContain("nonsense");
  });
});
