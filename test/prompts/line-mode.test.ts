/**
 * Questions line by line.
 */
import { PassThrough } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { langs } from "../../src/data/dataset.js";
import { linePrompter } from "../../src/prompts/line-mode.js";
import { askAnswers } from "../../src/prompts/questions.js";
import { answerInLines, dataset, en } from "./lines.js";

const given = { within: [], product: [], language: [] };

test("numbers, defaults, a mistake, back, a change", async () => {
  const { outcome, written } = await answerInLines(["2,1", "x", "b", "0", "5", "9", "2", "2", "6", ""], given);
  expect(outcome).toEqual({ need: [], contacts: "6", budget: "included" });
  expect(written).toContain("1/3 Which features do you require? (--need)\n  1. ");
  expect(written).toContain("Enter a whole number, 0 or more.");
  expect(written).toContain("Enter a number from 1 to 2.");
  expect(written).toContain("Your answers\n  1. Which features do you require? (--need) none\n");
  expect(written).not.toContain("\u001b");
});

test("Enter accepts the default: the first choice, or the earlier reply", async () => {
  const lines = ["", "2", "1,2", "1", "1", "", "2", "1", "", "b", "2", ""];
  const { outcome, written } = await answerInLines(lines, { need: [], contacts: "1", product: [] });
  expect(outcome).toMatchObject({ budget: "included" });
  expect(written).toContain("Number [1]:");
  expect(written).toContain("Numbers, comma-separated; 0 for none [0]:");
});

test("a repeated question shows the earlier reply in brackets", async () => {
  const { outcome, written } = await answerInLines(["1,2", "7", "2", "1", "", "2", "", "3", "", ""], given);
  expect(outcome).toMatchObject({ contacts: "7", budget: "included" });
  expect(outcome.need).toHaveLength(2);
  for (const usual of ["[1,2]:", "[7]:", "[2]:"]) expect(written).toContain(usual);
});

test("the end of the input is an interrupt", async () => {
  const { outcome, written } = await answerInLines(["1"], given);
  expect(outcome.fault).toEqual({ code: "interrupted" });
  // The message starts on a line of its own.
  expect(written.endsWith("]: \n")).toBe(true);
});

test.each(langs)("each question names its flag in %s", async (lang) => {
  const { written } = await answerInLines([...Array(4).fill("1"), "0", "5", "0", "0", "1", ""], {}, lang);
  for (const flag of ["--within", "--need", "--contacts", "--product", "--language", "--budget"])
    expect(written).toContain(`(${flag})`);
});

test("a signal stops the questions", async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  const stopper = new AbortController();
  output.on("data", (chunk) => String(chunk).includes("1/") && setImmediate().then(() => stopper.abort()));
  const prompter = linePrompter(en, { color: false, plain: false }, 80, { input, output, stop: stopper.signal });
  await expect(askAnswers({}, dataset, "en", en, prompter)).rejects.toMatchObject({ fault: { code: "interrupted" } });
});
