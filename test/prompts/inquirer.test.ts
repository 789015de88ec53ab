/**
 * Questions through inquirer, in a terminal of streams; test/verify/terminal has a real one.
 */
import { PassThrough } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { inquirerPrompter } from "../../src/prompts/inquirer.js";
import { askAnswers } from "../../src/prompts/questions.js";
import { dataset, en } from "./lines.js";

describe("questions on a screen", () => {
  const given = { within: [], product: [], language: [] };
  const enter = "\r";
  const back = "\u001b";
  const down = "\u001b[B";
  /** A signal, and the end of the terminal, in place of a key. */
  const signal = "signal";
  const hangUp = "hang up";

  /** Sends each key once its text is drawn; the result and all that was drawn. */
  async function pressed(keys: readonly (readonly [waitFor: string, key: string])[], answered: object = given) {
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 40 });
    // Like the standard streams of a process, it cannot be ended.
    output.end = () => output;
    let drawn = "";
    let all = "";
    output.on("data", (chunk) => {
      drawn += chunk;
      all += chunk;
    });
    const stopper = new AbortController();
    const streams = { input, output, stop: stopper.signal };
    const answers = askAnswers(
      answered,
      dataset,
      "en",
      en,
      inquirerPrompter(en, { color: false, plain: false }, 80, streams),
    ).catch((error) => error);
    for (const [waitFor, key] of keys) {
      await vi.waitFor(() => expect(drawn).toContain(waitFor), { timeout: 60_000, interval: 5 });
      // A question reads keys from the next turn of the event loop.
      await setImmediate();
      await setImmediate();
      drawn = "";
      if (key === signal) stopper.abort();
      else if (key === hangUp) input.end();
      else input.write(key);
    }
    return { outcome: await answers, written: all };
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

  test("Escape goes back, and from the summary to the last question; an invalid reply repeats the question", async () => {
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

  test("going back erases the printed answer", async () => {
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
    ["a signal", signal],
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

  test("Ctrl-D stops in a partial reply", async () => {
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

  test("Escape in a list keeps its marks", async () => {
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

  test("pasted text is cut, and Ctrl-C after it stops", async () => {
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
      const answers = prompter.ask(list, { number: 1, of: 1 }, undefined).catch((error) => error);
      await vi.waitFor(() => expect(drawn).toBeGreaterThan(0), { timeout: 60_000, interval: 5 });
      await setImmediate();
      await setImmediate();
      for (const part of paste(character)) input.write(part);
      expect((await answers).fault).toEqual({ code: "interrupted" });
      // Redrawing a line of a million characters for each of them would be a million times as much.
      expect(drawn).toBeLessThan(2_000_000);
      prompter.close();
    }
  });

  test("an error of the terminal rejects the question", async () => {
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
