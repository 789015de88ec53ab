/**
 * The questions of recommend in line mode, with replies from a list.
 */
import { PassThrough } from "node:stream";
import { loadBundled } from "../../src/data/bundled.js";
import type { Lang } from "../../src/data/dataset.js";
import { loadMessages } from "../../src/i18n/messages.js";
import { linePrompter } from "../../src/prompts/line-mode.js";
import { askAnswers } from "../../src/prompts/questions.js";

export const dataset = await loadBundled("adobe-experience-cloud-2022");
export const en = await loadMessages("en");

/** The answers of the lines, or the error, and the output. */
export async function answerInLines(lines: readonly string[], given = {}, lang: Lang = "en") {
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
