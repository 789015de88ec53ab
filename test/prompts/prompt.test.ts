/** Whether a person is asked, and how: only where one sits at a terminal and has not answered already, line by line where wished. */
import { describe, expect, test } from "vitest";
import { type } from "../terminal.js";

const columns = 80;
/** Four priorities, the features, contacts, products, languages, the budget, and Enter at the summary. */
const lines = "1\n1\n1\n1\n0\n5\n0\n0\n2\n\n";

describe("recommend at a terminal", () => {
  test.each([
    ["SUPPORT_CLI_ACCESSIBLE", { SUPPORT_CLI_ACCESSIBLE: "1" }],
    ["a dumb terminal", { TERM: "dumb" }],
  ])("asks line by line for %s, and answers as the flags would", async (_, env) => {
    const asked = await type(["recommend", "--json"], { columns, env, typed: lines, terminals: ["stderr"] });
    const told = await type(["recommend", "--json", "--contacts", "5", "--budget", "included"], {});
    expect(asked.code).toBe(told.code);
    expect(JSON.parse(asked.stdout).recommended).toBe(JSON.parse(told.stdout).recommended);
    expect(asked.stderr).toContain("Type b to go back");
    expect(asked.stderr).not.toContain("\u001b");
  });

  test("is asked on a screen else, and Ctrl-C ends it with 130", async () => {
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
  ])("nobody is asked with %s", async (_, line, setting) => {
    const files = {
      "answers.json": '{"contacts": 5}',
      "tickets.csv": "id,priority,opened,responded\n1,P2,2026-11-20T10:00Z,2026-11-20T11:00Z\n",
    };
    const { stderr } = await type(line, { columns, typed: lines, files, ...setting });
    expect(stderr).not.toContain("Ctrl-C");
  });
});

describe("a fault of the program", () => {
  const broken = {
    get stdin(): string {
      throw new Error("a stream that nobody thought of");
    },
  };
  test("is told as one, with a stack only for --debug", async () => {
    const plain = await type(["audit", "-", "-p", "business"], broken);
    expect(plain.code).toBe(70);
    expect(plain.stderr).toContain("Internal error");
    expect(plain.stderr).not.toMatch(/^\s+at /m);
    const debugged = await type(["audit", "-", "-p", "business", "--debug"], broken);
    expect(debugged.stderr).toMatch(/^\s+at /m);
  });
});
