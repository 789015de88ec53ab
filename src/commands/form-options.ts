/**
 * Parses the flags about the form of a ticket file: encoding, separator, lines before the header.
 */
import { CliError } from "../errors.js";
import { findEncoding } from "../tickets/encodings.js";
import type { FormulaRule, InputFormat, ReadingChoices } from "../tickets/names.js";
import { parseObject } from "../tickets/objects.js";
import type { ReaderChoice } from "../tickets/reader.js";

export interface FormOptions extends Pick<ReadingChoices, "encoding" | "delimiter" | "header" | "sheet"> {
  readonly inputFormat?: InputFormat;
  /** Of a workbook, and no flag: its numbers of days count from 1904. */
  readonly isFrom1904?: boolean;
  /** Of a workbook, and no flag: how many cells of a column, from 0, have a formula without its result. */
  readonly unstoredFormulas?: () => ReadonlyMap<number, number>;
  readonly skipLines?: string;
  readonly formulas?: FormulaRule;
}

/** How a file is to be read before its columns are known. */
export interface Form extends Pick<ReaderChoice, "format" | "encoding" | "delimiter" | "skipLines" | "hasHeader"> {
  readonly isFrom1904: boolean;
}

export function readForm(path: string, options: FormOptions, first: Uint8Array): Form {
  return {
    format: options.inputFormat ?? formatOfFile(path, first),
    encoding: readEncoding(options.encoding),
    delimiter: readDelimiter(options.delimiter),
    skipLines: readSkipLines(options.skipLines),
    hasHeader: options.header !== false,
    isFrom1904: options.isFrom1904 === true,
  };
}

const formatOfEnding: Readonly<Record<string, InputFormat>> = {
  csv: "csv",
  tsv: "tsv",
  tab: "tsv",
  jsonl: "jsonl",
  ndjson: "jsonl",
};

/**
 * By the first characters, else by the ending. A bracket begins a document of JSON, and so does an object of several lines, or one that
 * is alone and has an array of objects; other objects are lines of JSON.
 */
function formatOfFile(path: string, first: Uint8Array): InputFormat {
  const ending = /\.([a-z]+)(?:\.gz)?$/i.exec(path)?.[1]?.toLowerCase() ?? "";
  const text = new TextDecoder().decode(first).trimStart();
  const named = formatOfEnding[ending];
  if (named === "csv" || named === "tsv") return named;
  if (text.startsWith("[")) return "json";
  if (text.startsWith("{")) return isLinesOfJson(text) ? "jsonl" : "json";
  return named ?? "csv";
}

/** Whether the first line is an object, with others after it, or without an array of objects in it; or a broken one. */
function isLinesOfJson(text: string): boolean {
  const lineEnd = text.indexOf("\n");
  const line = lineEnd < 0 ? text : text.slice(0, lineEnd);
  const object = parseObject(line);
  if (!object) return lineEnd >= 0 && !/[[{,]\s*$/.test(line);
  if (lineEnd >= 0 && text.slice(lineEnd).trim() !== "") return true;
  return !Object.values(object).some((value) => Array.isArray(value) && typeof value[0] === "object" && value[0]);
}

function readEncoding(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  const encoding = findEncoding(label);
  if (encoding !== undefined) return encoding;
  throw new CliError({ code: "bad-value", option: "--encoding", value: label, expected: "encoding" });
}

const namedDelimiters: Readonly<Record<string, string>> = {
  comma: ",",
  semicolon: ";",
  tab: "\t",
  "\\t": "\t",
  pipe: "|",
  space: " ",
};

/** A separator of one character, or its name. */
function readDelimiter(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const delimiter = namedDelimiters[text.toLowerCase()] ?? text;
  if ([...delimiter].length === 1 && !/["\r\n]/.test(delimiter)) return delimiter;
  throw new CliError({ code: "bad-value", option: "--delimiter", value: text, expected: "delimiter" });
}

function readSkipLines(text: string | undefined): number {
  if (text === undefined) return 0;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new CliError({ code: "bad-value", option: "--skip-lines", value: text, expected: "whole-number" });
}
