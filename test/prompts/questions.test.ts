/**
 * The questions of recommend: forth, back, changed at the summary; what they answer is what the flags would. Line by line here, since
 * that form needs no terminal; the redrawn form is driven in a terminal by test/verify/terminal/prompts.
 */
import { PassThrough } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { loadBundled } from "../../src/data/bundled.js";
import { langs } from "../../src/data/dataset.js";
import { loadMessages } from "../../src/i18n/messages.js";
import { inquirerPrompter } from "../../src/prompts/inquirer.js";
import { linePrompter } from "../../src/prompts/line-mode.js";
import {
  askAnswers,
  type PromptedAnswers,
  type Prompter,
  type PromptQuestion,
  type Reply,
} from "../../src/prompts/questions.js";

const dataset = await loadBundled("adobe-experience-cloud-2022");
const en = await loadMessages("en");

/** Answers typed as lines, and what the asker wrote. */
async function typed(lines: readonly string[], given = {}, lang: (typeof langs)[number] = "en") {
  const input = new PassThrough();
  const output = new PassThrough();
  let written = "";
  output.on("data", (chunk) => {
    written += chunk;
  });
  input.end(lines.map((line) => `${line}\n`).join(""));
  const messages = await loadMessages(lang);
  const outcome = await askAnswers(
    given,
    dataset,
    lang,
    messages,
    linePrompter(messages, { color: false, plain: false }, 80, { input, output, stop: new AbortController().signal }),
  ).catch((error) => error);
  return { outcome, written };
}

/** An asker that follows a script: replies, "back", or at the summary an index to change. */
function scripted(script: readonly (Reply | "back" | { change: number } | "done")[]): Prompter & { asked: string[] } {
  const steps = [...script];
  const asked: string[] = [];
  return {
    asked,
    print() {},
    close() {},
    async ask({ flag }: PromptQuestion) {
      asked.push(flag);
      const step = steps.shift();
      return step === "back" ? undefined : (step as Reply);
    },
    async confirm(answers) {
      asked.push(`confirm ${answers.length}`);
      const step = steps.shift();
      return step === "done" ? undefined : (step as { change: number }).change;
    },
  };
}

describe("questions", () => {
  test("one after the other, then the summary", async () => {
    const asker = scripted([["P1=1h@24x7"], [""], [""], [""], ["live-telephone"], ["5"], [], ["ja"], ["any"], "done"]);
    const answers: PromptedAnswers = await askAnswers({}, dataset, "en", en, asker);
    expect(answers).toEqual({
      within: ["P1=1h@24x7"],
      need: ["live-telephone"],
      contacts: "5",
      product: [],
      language: ["ja"],
      budget: "any",
    });
    expect(asker.asked.at(-1)).toBe("confirm 9");
  });

  test("flags that are given are not asked for", async () => {
    const given = { within: ["P1=1h"], need: [], product: [], language: [], budget: "any" as const };
    const asker = scripted([["7"], "done"]);
    expect(await askAnswers(given, dataset, "en", en, asker)).toEqual({ contacts: "7" });
    expect(asker.asked).toEqual(["--contacts", "confirm 1"]);
  });

  test("back goes to the question before, and stays at the first", async () => {
    const given = { within: [], need: [], product: [], language: [] };
    const asker = scripted(["back", ["3"], "back", ["4"], ["included"], "done"]);
    expect(await askAnswers(given, dataset, "en", en, asker)).toEqual({ contacts: "4", budget: "included" });
    expect(asker.asked).toEqual(["--contacts", "--contacts", "--budget", "--contacts", "--budget", "confirm 2"]);
  });

  test("an answer can be changed at the summary", async () => {
    const given = { within: [], need: [], product: [], language: [] };
    const asker = scripted([["3"], ["any"], { change: 0 }, ["9"], { change: 1 }, "back", "done"]);
    expect(await askAnswers(given, dataset, "en", en, asker)).toEqual({ contacts: "9", budget: "any" });
  });
});

describe("line by line", () => {
  const given = { within: [], product: [], language: [] };

  test("numbers, defaults, a mistake, back, a change", async () => {
    const { outcome, written } = await typed(["2,1", "x", "b", "0", "5", "9", "2", "2", "6", ""], given);
    expect(outcome).toEqual({ need: [], contacts: "6", budget: "included" });
    expect(written).toContain("1/3 Which features do you require? (--need)\n  1. ");
    expect(written).toContain("Enter a whole number, 0 or more.");
    expect(written).toContain("Enter a number from 1 to 2.");
    expect(written).toContain("Your answers\n  1. Which features do you require? (--need) none\n");
    expect(written).not.toContain("\u001b");
  });

  test("Enter takes what is marked: at first the first, later what was answered", async () => {
    const lines = ["", "2", "1,2", "1", "1", "", "2", "1", "", "b", "2", ""];
    const { outcome, written } = await typed(lines, { need: [], contacts: "1", product: [] });
    expect(outcome).toMatchObject({ budget: "included" });
    expect(written).toContain("Number [1]:");
    expect(written).toContain("Numbers, comma-separated; 0 for none [0]:");
  });

  test("what was answered stands in brackets when it is asked again", async () => {
    const { outcome, written } = await typed(["1,2", "7", "2", "1", "", "2", "", "3", "", ""], given);
    expect(outcome).toMatchObject({ contacts: "7", budget: "included" });
    expect(outcome.need).toHaveLength(2);
    for (const usual of ["[1,2]:", "[7]:", "[2]:"]) expect(written).toContain(usual);
  });

  test("the end of the input stops", async () => {
    const { outcome, written } = await typed(["1"], given);
    expect(outcome.fault).toEqual({ code: "interrupted" });
    // What is said of it is not to stand behind the question.
    expect(written.endsWith("]: \n")).toBe(true);
  });

  test.each(langs)("each question names its flag in %s", async (lang) => {
    const { written } = await typed([...Array(4).fill("1"), "0", "5", "0", "0", "1", ""], {}, lang);
    for (const flag of ["--within", "--need", "--contacts", "--product", "--language", "--budget"])
      expect(written).toContain(`(${flag})`);
  });
});

test("a signal from outside stops the questions line by line", async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  const stopper = new AbortController();
  output.on("data", (chunk) => String(chunk).includes("1/") && setImmediate().then(() => stopper.abort()));
  const prompter = linePrompter(en, { color: false, plain: false }, 80, { input, output, stop: stopper.signal });
  await expect(askAnswers({}, dataset, "en", en, prompter)).rejects.toMatchObject({ fault: { code: "interrupted" } });
});

describe("redrawn on a screen", () => {
  const given = { within: [], product: [], language: [] };
  const enter = "\r";
  const back = "\u001b";
  const down = "\u001b[B";
  /** A signal from outside, and the end of the terminal, in place of a key. */
  const signal = "signal";
  const hangUp = "hang up";

  /** Presses keys, each once what it waits for is drawn, and gives what came of it. */
  async function pressed(keys: readonly (readonly [waitFor: string, key: string])[], answered: object = given) {
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 40 });
    // As the standard streams of a process, it stays open whoever ends it.
    output.end = () => output;
    let drawn = "";
    let all = "";
    output.on("data", (chunk) => {
      drawn += chunk;
      all += chunk;
    });
    const stopper = new AbortController();
    const streams = { input, output, stop: stopper.signal };
    const asking = askAnswers(
      answered,
      dataset,
      "en",
      en,
      inquirerPrompter(en, { color: false, plain: false }, 80, streams),
    ).catch((error) => error);
    for (const [waitFor, key] of keys) {
      await vi.waitFor(() => expect(drawn).toContain(waitFor), { timeout: 60_000, interval: 5 });
      // A question hears keys from the turn of the loop after it was drawn.
      await setImmediate();
      await setImmediate();
      drawn = "";
      if (key === signal) stopper.abort();
      else if (key === hangUp) input.end();
      else input.write(key);
    }
    return { outcome: await asking, written: all };
  }

  test("a list, a number and a choice, then the summary", async () => {
    const { outcome, written } = await pressed([
      ["1/3", " "],
      ["[x]", enter],
      ["2/3", `5${enter}`],
      ["3/3", down],
      ["no, only plans", enter],
      ["Is this correct?", enter],
    ]);
    expect(outcome).toMatchObject({ contacts: "5", budget: "included" });
    expect(outcome.need).toHaveLength(1);
    expect(written).toContain("Your answers");
  });

  test("Escape goes back, and from the summary to the last question; a mistake is asked again", async () => {
    const { outcome, written } = await pressed([
      ["1/3", enter],
      ["2/3", back],
      ["1/3", enter],
      ["2/3", `x${enter}`],
      ["Enter a whole number", `\u007f7${enter}`],
      ["3/3", back],
      ["2/3", enter],
      ["3/3", enter],
      ["Is this correct?", back],
      ["3/3", down],
      ["no, only plans", enter],
      ["Is this correct?", `${down}${enter}`],
      ["1/3", enter],
      ["Is this correct?", enter],
    ]);
    expect(outcome).toEqual({ need: [], contacts: "7", budget: "included" });
    expect(written).toContain("✓ Which features do you require? (--need) none");
  });

  test("an answer gone back to does not stay above its question", async () => {
    const { written } = await pressed([
      ["1/3", enter],
      ["2/3", `4${enter}`],
      ["3/3", back],
      ["2/3", back],
      ["1/3", enter],
      ["2/3", enter],
      ["3/3", enter],
      ["Is this correct?", enter],
    ]);
    const upOne = `${back}[1A${back}[J`;
    expect(written.split(upOne)).toHaveLength(3);
    expect(written.split("✓ Which features")).toHaveLength(3);
    expect(written.indexOf("✓ How many")).toBeLessThan(written.indexOf(upOne));
  });

  const showCursor = `${back}[?25h`;
  test.each([
    ["Ctrl-C", "\u0003"],
    ["Ctrl-D", "\u0004"],
    ["a signal from outside", signal],
    ["the end of the terminal", hangUp],
  ])("%s stops at each kind of question and at the summary, and shows the cursor again", async (_, stop) => {
    const keys: readonly (readonly [string, string])[] = [
      ["1/3", enter],
      ["2/3", `12${enter}`],
      ["3/3", enter],
      ["Is this correct?", enter],
    ];
    for (let i = 0; i < keys.length; i++) {
      const { outcome, written } = await pressed([...keys.slice(0, i), [keys[i]?.[0] as string, stop]]);
      expect(outcome.fault).toEqual({ code: "interrupted" });
      expect(written.lastIndexOf(showCursor)).toBeGreaterThanOrEqual(written.lastIndexOf(`${back}[?25l`));
    }
  });

  test("Ctrl-D stops where something is typed", async () => {
    expect(
      (
        await pressed([
          ["1/3", enter],
          ["2/3", "12"],
          ["12", "\u0004"],
        ])
      ).outcome.fault,
    ).toEqual({ code: "interrupted" });
  });

  test("Escape in a list keeps what was marked", async () => {
    const { outcome } = await pressed(
      [
        ["1/2", enter],
        ["2/2", " "],
        ["[x]", down],
        [">", " "],
        ["[x]", back],
        ["1/2", enter],
        ["2/2", enter],
        ["Is this correct?", enter],
      ],
      { within: [], need: [], contacts: "1", budget: "any", language: undefined },
    );
    expect(outcome.language).toEqual(["en", "ja"]);
  });

  test("what is pasted is cut, and Ctrl-C behind it is heard", async () => {
    const paste = (character: string) => [`${character.repeat(1 << 19)}`, `${character.repeat(1 << 19)}\u0003`];
    for (const character of ["1", " ", "\u001b[B"]) {
      const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
      const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 40 });
      output.end = () => output;
      let drawn = 0;
      output.on("data", (chunk) => {
        drawn += chunk.length;
      });
      const streams = { input, output, stop: new AbortController().signal };
      const prompter = inquirerPrompter(en, { color: false, plain: false }, 80, streams);
      const list = {
        flag: "--need",
        title: "?",
        kind: character === "1" ? "number" : "some",
        choices: [{ value: "a", name: "A" }],
      } as const;
      const asking = prompter.ask(list, { number: 1, of: 1 }, undefined).catch((error) => error);
      await vi.waitFor(() => expect(drawn).toBeGreaterThan(0), { timeout: 60_000, interval: 5 });
      await setImmediate();
      await setImmediate();
      for (const part of paste(character)) input.write(part);
      expect((await asking).fault).toEqual({ code: "interrupted" });
      // A line of a million characters, drawn anew with each of them, would be more than a million times that.
      expect(drawn).toBeLessThan(2_000_000);
      prompter.close();
    }
  });

  test("a fault of the terminal is no answer", async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const prompter = inquirerPrompter(en, { color: false, plain: false }, 80, {
      input,
      output,
      stop: new AbortController().signal,
    });
    const broken = { flag: "--need", title: "?", kind: "some", choices: [] } as const;
    output.on("data", () => {
      throw new Error("the terminal is gone");
    });
    await expect(prompter.ask(broken, { number: 1, of: 1 }, undefined)).rejects.toThrow();
  });
});

describe("help with the replies", () => {
  const enter = Array.from({ length: 12 }, () => "");

  test("each priority has its definition, and a choice that no candidate offers has the plans that do", async () => {
    const { written } = await typed(enter);
    const text = written.replace(/\s+/g, " ");
    expect(text).toContain("P1 Critical Business Impact? (--within) Production functions are down");
    expect(text).toContain("1 hour, 24x7 3. 30 minutes, 24x7 (only with Enterprise or Elite)");
    expect(text).toContain("Technical Account Manager (only with Elite)");
    expect(text).toContain("Live Telephone Support 6.");
    expect(text).toContain("Standard: 4, Business: 6, Enterprise: 10, Elite: 15");
  });

  test("with all plans as candidates, or the plan that has it, no choice is marked", async () => {
    expect((await typed(enter, { all: true })).written).not.toContain("only with");
    expect((await typed(enter, { plan: ["elite", "none"] })).written).not.toContain("Manager (only with");
  });

  test.each([
    ["zh-TW", "（只有企業和菁英提供）"],
    ["ja", "（エリートのみ）"],
  ] as const)("in %s", async (lang, mark) => {
    expect((await typed(enter, {}, lang)).written.replace(/\s+/g, "")).toContain(mark);
  });
});
