/**
 * The flags about the form of a ticket file, from what was typed to what it means: encoding, separator, lines before the header.
 */
import { CliError } from "../errors.js";
import { findEncoding } from "../tickets/encodings.js";
import type { FormulaRule, InputFormat } from "../tickets/names.js";
import type { ReaderChoice } from "../tickets/reader.js";

export interface FormOptions {
  readonly inputFormat?: InputFormat;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly skipLines?: string;
  /** False for a file without a header. */
  readonly header?: boolean;
  readonly sheet?: string;
  readonly formulas?: FormulaRule;
}

/** How a file is to be read before its columns are known. */
export type Form = Pick<ReaderChoice, "format" | "encoding" | "delimiter" | "skipLines" | "hasHeader">;

export function readForm(path: string, options: FormOptions, first: Uint8Array): Form {
  return {
    format: options.inputFormat ?? formatOfFile(path, first),
    encoding: readEncoding(options.encoding),
    delimiter: readDelimiter(options.delimiter),
    skipLines: readSkipLines(options.skipLines),
    hasHeader: options.header !== false,
  };
}

const formatOfEnding: Readonly<Record<string, InputFormat>> = {
  csv: "csv",
  tsv: "tsv",
  tab: "tsv",
  jsonl: "jsonl",
  ndjson: "jsonl",
};

/** By the ending; where that says nothing, a first brace means JSON lines, and a bracket JSON that is none, which the reader will say. */
export function formatOfFile(path: string, first: Uint8Array): InputFormat {
  const known = formatOfEnding[/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ""];
  if (known) return known;
  return /^[[{]/.test(new TextDecoder().decode(first.subarray(0, 200)).trimStart()) ? "jsonl" : "csv";
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
