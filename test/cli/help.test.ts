/**
 * Help comes from the catalogue: examples first, topics, and a manual page that formats without a complaint.
 */

import { describe, expect, test } from "vitest";
import { listedTopics as topics } from "../../src/help-topics.js";
import { commands, globalOptions } from "../../src/options.js";
import { widthOf } from "../../src/render/text/width.js";
import { type, wordsOf } from "../terminal.js";

const names = Object.keys(commands) as (keyof typeof commands)[];

describe("help", () => {
  test.each(names)("of %s shows examples before anything else, and every option", async (name) => {
    const { stdout, code } = await type([name, "--help"]);
    expect(code).toBe(0);
    expect(stdout.split("\n\n")[1]).toMatch(/^Examples:\n {2}support-cli /);
    for (const { flags } of Object.values(globalOptions)) expect(stdout).toContain(`  ${flags}`);
    expect((await type(["help", name])).stdout).toBe(stdout);
  });

  test.each([40, 80, 200])("fits %i columns, but for what is there to be copied", async (columns) => {
    for (const line of [
      "--help",
      ...names.map((name) => `${name} --help`),
      ...topics.map((topic) => `help ${topic}`),
    ]) {
      const { stdout } = await type([...wordsOf(line), "--color", "never"], { columns });
      const wide = stdout
        .split("\n")
        .filter((text) => widthOf(text) > columns && !/^ {2}support-cli |^Usage:/.test(text));
      expect(wide, line).toEqual([]);
    }
  });

  test.each(topics)("on %s", async (topic) => {
    const { stdout, code } = await type(["help", topic]);
    expect(code).toBe(0);
    expect(stdout.length).toBeGreaterThan(200);
  });

  test("a near topic is suggested, not shown", async () => {
    const { stderr, code } = await type(["help", "exitcodes"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("Did you mean exit-codes?")]);
  });

  test.each([
    ["deadline -P P2 -r Europ", "Did you mean emea?"],
    ["deadline -P P2 -r tokio", "Valid values: americas"],
    ["compare bussiness", "Did you mean business?"],
    ["compare onlin", "Did you mean standard?"],
    ["deadline --opend now", "Did you mean --opened?"],
    ["deadlin", "Did you mean deadline?"],
    ["deadline --explian", "Did you mean --explain"],
    ["deadline -P P1 --tz Europe/Lndon", "Did you mean Europe/London"],
    ["compare --format jsn", "Did you mean json"],
    ["compare --dataset adobe-sucess-plans", "Did you mean adobe-success-plans?"],
  ])("%s suggests", async (line, hint) => {
    const { stderr, code } = await type(wordsOf(line));
    expect([code, stderr]).toEqual([2, expect.stringContaining(hint)]);
  });
});

describe("the manual page", () => {
  test("names every command, option and topic in man(7) markup", async () => {
    const { stdout } = await type(["help", "man"]);
    expect(stdout).toMatch(/^\.TH SUPPORT\\-CLI 1 /);
    for (const name of names) expect(stdout).toContain(`.SS "support\\-cli ${name}`);
    for (const { flags } of Object.values(globalOptions)) expect(stdout).toContain(flags.replaceAll("-", "\\-"));
    // A text line that began with a dot or an apostrophe would be taken for a macro.
    const macros = new Set([...stdout.matchAll(/^[.']\S*/gm)].map(([macro]) => macro));
    expect([...macros].sort()).toEqual([".B", ".PP", ".SH", ".SS", ".TH", ".TP", ".ad", ".fi", ".nf"]);
  });
});
