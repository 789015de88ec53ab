/**
 * The questions of recommend: forward, back, changed at the summary; the result equals that of the flags.
 */
import { describe, expect, test } from "vitest";
import {
  askAnswers,
  type PromptedAnswers,
  type Prompter,
  type PromptQuestion,
  type Reply,
} from "../../src/prompts/questions.js";
import { answerInLines, dataset, en } from "./lines.js";

/** A prompter that follows a script: replies, "back", or at the summary an index to change. */
function scripted(
  script: readonly (Reply | "back" | { change: number } | "done")[],
): Prompter & { prompted: string[] } {
  const steps = [...script];
  const prompted: string[] = [];
  return {
    prompted,
    print() {},
    close() {},
    async ask({ flag }: PromptQuestion) {
      prompted.push(flag);
      const step = steps.shift();
      return step === "back" ? undefined : (step as Reply);
    },
    async confirm(answers) {
      prompted.push(`confirm ${answers.length}`);
      const step = steps.shift();
      return step === "done" ? undefined : (step as { change: number }).change;
    },
  };
}

describe("questions", () => {
  test("one after the other, then the summary", async () => {
    const prompter = scripted([
      ["P1=1h@24x7"],
      [""],
      [""],
      [""],
      ["live-telephone"],
      ["5"],
      [],
      ["ja"],
      ["any"],
      "done",
    ]);
    const answers: PromptedAnswers = await askAnswers({}, dataset, "en", en, prompter);
    expect(answers).toEqual({
      within: ["P1=1h@24x7"],
      need: ["live-telephone"],
      contacts: "5",
      product: [],
      language: ["ja"],
      budget: "any",
    });
    expect(prompter.prompted.at(-1)).toBe("confirm 9");
  });

  test("a question whose flag is set is skipped", async () => {
    const given = { within: ["P1=1h"], need: [], product: [], language: [], budget: "any" as const };
    const prompter = scripted([["7"], "done"]);
    expect(await askAnswers(given, dataset, "en", en, prompter)).toEqual({ contacts: "7" });
    expect(prompter.prompted).toEqual(["--contacts", "confirm 1"]);
  });

  test("back goes to the previous question, and stays at the first", async () => {
    const given = { within: [], need: [], product: [], language: [] };
    const prompter = scripted(["back", ["3"], "back", ["4"], ["included"], "done"]);
    expect(await askAnswers(given, dataset, "en", en, prompter)).toEqual({ contacts: "4", budget: "included" });
    expect(prompter.prompted).toEqual(["--contacts", "--contacts", "--budget", "--contacts", "--budget", "confirm 2"]);
  });

  test("an answer can be changed at the summary", async () => {
    const given = { within: [], need: [], product: [], language: [] };
    const prompter = scripted([["3"], ["any"], { change: 0 }, ["9"], { change: 1 }, "back", "done"]);
    expect(await askAnswers(given, dataset, "en", en, prompter)).toEqual({ contacts: "9", budget: "any" });
  });
});

describe("hints", () => {
  const enter = Array.from({ length: 12 }, () => "");

  test("each priority has its definition, and a choice that no candidate offers has the plans that do", async () => {
    const { written } = await answerInLines(enter);
    const text = written.replace(/\s+/g, " ");
    expect(text).toContain("P1 Critical Business Impact? (--within) Production functions are down");
    expect(text).toContain("1 hour, 24x7 3. 30 minutes, 24x7 (only with Enterprise or Elite)");
    expect(text).toContain("Technical Account Manager (only with Elite)");
    expect(text).toContain("Live Telephone Support 6.");
    expect(text).toContain("Standard: 4, Business: 6, Enterprise: 10, Elite: 15");
  });

  test("choices are not marked with all plans as candidates, or with the plan that has them", async () => {
    expect((await answerInLines(enter, { all: true })).written).not.toContain("only with");
    expect((await answerInLines(enter, { plan: ["elite", "none"] })).written).not.toContain("Manager (only with");
  });

  test.each([
    ["zh-TW", "（只有企業和菁英提供）"],
    ["ja", "（エリートのみ）"],
  ] as const)("in %s", async (lang, mark) => {
    expect((await answerInLines(enter, {}, lang)).written.replace(/\s+/g, "")).toContain(mark);
  });
});
