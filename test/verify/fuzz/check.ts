/** What is true of every command line: an exit code of the contract, a message where it is not 0, and nothing else. */
import { exitCodes } from "../../../src/errors.js";
import { answerSchemas } from "../../../src/render/json-schema.js";
import type { Outcome } from "../../terminal.js";
import type { Case } from "./cases.js";

const answeredCodes: readonly number[] = [exitCodes.answered, exitCodes.finding];
const allowedCodes: readonly number[] = Object.values(exitCodes).filter((code) => code !== exitCodes.bug);
const stack = /^\s+at .+(?::\d+:\d+|\(native\)|<anonymous>)\)?$/m;
/** A control that a terminal would obey, a mark that reorders text; our own colours, line ends and tabs aside. */
const ownColour = `${String.fromCharCode(27)}\\[(?:1|2|4|22|24|3[1-3]|39)m`;
const obeyed = new RegExp(`(?!${ownColour}|[\\t\\n])(?:\\p{Cc}|\\p{Bidi_Control}|[\\u2028\\u2029])`, "u");

const stopped = /(?:Stopped\.|已中止。|中止しました。)$/;

/** The output of a run, and the files it wrote. */
export type Said = Pick<Outcome, "code" | "stdout" | "stderr"> & Partial<Pick<Outcome, "written">>;

/** What is wrong with an outcome, in words; nothing where all is well. */
export function faultsOf({ argv, setting }: Case, { code, stdout, stderr, written = {} }: Said): string[] {
  const faults: string[] = [];
  const answers = [stdout, ...Object.values(written)].filter((text) => text !== "");
  const isJson = wantsJson(argv);
  if (!allowedCodes.includes(code)) faults.push(`exit code ${code}`);
  if (stack.test(stderr) || stack.test(stdout)) faults.push("a stack");
  if (!answeredCodes.includes(code)) {
    if (stderr.trim() === "") faults.push("no message");
    // Where some rows could not be used there is an answer, on stdout or in a file, and the message beside it is for people.
    // Questions, and the summary of a list that was interrupted, come before the error.
    const isWatch = argv.includes("watch");
    const isStoppedWatch = isWatch && code === exitCodes.interrupted;
    // A list without a line for a bad row is empty, and the messages are for people.
    const isEmptyList = isWatch && code === exitCodes.input && !stderr.startsWith("{");
    const errorText = setting.typed !== undefined || isStoppedWatch ? lastLine(stderr) : stderr;
    if (isJson && !isEmptyList && (answers.length === 0 || isStoppedWatch))
      faults.push(...faultsOfJsonError(errorText));
    else if (code === exitCodes.interrupted) {
      // An interrupt has a message of its own, no error; a narrow terminal breaks even that.
      if (!stopped.test(stderr.replace(/\s/g, ""))) faults.push("no word of being stopped");
    } else if (!/\S/.test(stderr.split(/[:：]/).slice(1).join(":"))) faults.push("no sentence");
  }
  if (isJson && code !== exitCodes.bug) {
    const isLines = argv.includes("watch");
    const documents = isLines ? answers.flatMap((text) => text.trimEnd().split("\n")) : answers;
    faults.push(...documents.filter((text) => text.startsWith("{")).flatMap((text) => faultsOfAnswer(text, isLines)));
  }
  if (obeyed.test(stderr)) faults.push(`a control on stderr: ${JSON.stringify(obeyed.exec(stderr)?.[0])}`);
  // Rows of tickets come out as they came in, byte for byte.
  const isRows = argv.some((word) => /^--input(?:=|$)/.test(word));
  if (!isJson && !isRows && !isWorkbook(argv) && obeyed.test(stdout.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n"))) {
    faults.push(`a control on stdout: ${JSON.stringify(obeyed.exec(stdout)?.[0])}`);
  }
  if (
    /\[object |\bNaN\b|\bundefined\b/.test(`${stdout}${stderr}`) &&
    !/object|NaN|undefined/.test(JSON.stringify([argv, setting]))
  ) {
    faults.push(
      `a value that is none: ${/.{0,30}(?:\[object |\bNaN\b|\bundefined\b).{0,30}/.exec(`${stdout}${stderr}`)?.[0]}`,
    );
  }
  return faults;
}

/** A workbook is bytes and no text. */
function isWorkbook(argv: readonly string[]): boolean {
  return argv.some((word) => /^(?:--format=)?xlsx$/.test(word));
}

/** As the program decides it before it has read the line: --json, or --format json, before any `--`. */
function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf("--");
  const flags = end < 0 ? argv : argv.slice(0, end);
  const at = flags.lastIndexOf("--format");
  const format =
    at >= 0 ? flags[at + 1] : flags.findLast((word) => word.startsWith("--format="))?.slice("--format=".length);
  return flags.includes("--json") || format === "json";
}

/** An answer in JSON, or a line of `watch`, fits the schema published for its command; the dataset's own schema is the one answer that is none. */
function faultsOfAnswer(stdout: string, isLine: boolean): string[] {
  const value = JSON.parse(stdout) as { command?: string; $schema?: string };
  if (value.$schema !== undefined && value.command === undefined) return [];
  const schema = isLine ? answerSchemas.watch : answerSchemas[value.command as keyof typeof answerSchemas];
  const read = schema?.safeParse(value);
  if (read?.success) return [];
  return [`an answer that its schema refuses: ${value.command} ${JSON.stringify(read?.error.issues.slice(0, 3))}`];
}

/** With prompts, the questions come before the error. */
function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1) ?? "";
}

function faultsOfJsonError(stderr: string): string[] {
  const read = (() => {
    try {
      return answerSchemas.error.safeParse(JSON.parse(stderr));
    } catch {
      return undefined;
    }
  })();
  if (!read) return ["an error that is no JSON"];
  return read.success ? [] : ["an error that its schema refuses"];
}
