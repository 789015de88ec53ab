/** Errors of files and data: the message, and a hint on what to do. */
import type { ErrorInfo, FileProblem } from "../../errors.js";
import { maxDocumentBytes } from "../../limits.js";
import { type ByCode, type ErrorText, grouped, issueLines, shortened } from "../shared.js";
import { datasetIssue } from "./dataset-issues.js";
import { list, meant } from "./grammar.js";
import { likelyResponses } from "./notices.js";

const fileProblems = {
  missing: "there is no such file",
  folder: "it is a folder",
  denied: "permission was denied",
  full: "the disk is full",
  encoding: "it is not UTF-8 text",
  "read-only": "the file system is read-only",
  "size-limit": "the limit for the size of files is reached",
  loop: "its links lead in a circle",
  "name-too-long": "its name is too long",
  "not-a-file": "it is not a regular file",
  "too-large": `it is larger than ${maxDocumentBytes >> 20} MB`,
  shortened: "it became shorter while it was being read",
  "is-input": "it is the file that is being read",
  other: "the system refused",
} as const satisfies Record<FileProblem, string>;

const readingHints: Readonly<Partial<Record<FileProblem, string>>> = {
  encoding: "Save it as UTF-8.",
  "not-a-file": "Use a regular file; a dataset, answers or holidays may also come from a pipe.",
  "too-large": `Datasets, settings, answers and holiday files may have up to ${maxDocumentBytes >> 20} MB.`,
  shortened: "Run the command again once nothing else is writing to the file.",
};

const writingHints: Readonly<Partial<Record<FileProblem, string>>> = {
  "is-input": "Use --output, which replaces the file once it has been read.",
};

export const fileErrors = {
  "invalid-dataset": (error) => {
    return {
      message: [
        `${error.path} is not a valid dataset:`,
        ...issueLines(error.issues, datasetIssue, (more) => `and ${grouped(more)} more`),
      ].join("\n"),
      hint: "support-cli dataset schema prints the JSON Schema.",
    };
  },
  "invalid-json": (error) => {
    return {
      message: `${error.path}:${error.line}:${error.column}: this is not JSON, ${error.found === "" ? "it ends too early" : `at "${error.found}"`}.`,
      hint: "Check quotes, commas and brackets there.",
    };
  },
  "json-too-deep": (error) => {
    return {
      message: `${error.path}:${error.line}:${error.column}: more than ${error.levels} levels of brackets inside each other.`,
      hint: "Flatten the document.",
    };
  },
  "unreadable-file": (error) => {
    return {
      message: `${error.path} cannot be read: ${fileProblems[error.reason]}.`,
      hint: readingHints[error.reason] ?? "Check the path.",
    };
  },
  "unwritable-file": (error) => {
    return {
      message: `${error.path} cannot be written: ${error.reason === "missing" ? "its folder does not exist" : fileProblems[error.reason]}.`,
      hint: writingHints[error.reason] ?? "Check the path, or choose another with --output.",
    };
  },
  "unusable-temporary-folder": (error) => {
    return {
      message: `The temporary folder ${error.path} cannot be used: ${error.reason === "missing" ? "it does not exist" : fileProblems[error.reason]}.`,
      hint: "Set TMPDIR to a folder with enough space, or pass a file instead of a pipe.",
    };
  },
  "bad-holiday-line": (error) => {
    return {
      message: `${error.path}:${error.line}: ${error.value} is not a holiday.`,
      hint: "Write one YYYY-MM-DD a line, with a name after it if you like.",
    };
  },
  "bad-ics": (error) => {
    return {
      message: `${error.path}:${error.line}: this is not a calendar file that can be read.`,
      hint: "Export it as iCalendar (.ics) again.",
    };
  },
  "invalid-answers": (error) =>
    error.value === ""
      ? {
          message: `${error.path}: ${error.key} is not an answer.`,
          hint: `Answers are ${list(error.allowed, "and")}.`,
        }
      : {
          message: `${error.path}: ${error.key} does not take ${error.value}.`,
          hint: `It takes ${list(error.allowed)}.`,
        },
  "empty-file": (error) => ({
    message: `${error.path} is empty.`,
    hint: "It must have a header, or JSON objects line by line.",
  }),
  "missing-column": (error) => {
    return {
      message: `${error.path} has no column ${list(error.columns)}.`,
      hint: `${error.nearest.length > 0 ? `${meant(error.nearest.map(shortened), "")} ` : ""}It has ${list(error.found.map(shortened), "and")}. Name a column with --map, as in --map opened="Created at", or the system with --preset.`,
    };
  },
  "duplicate-column": (error) => {
    return {
      message: `${error.path} has more than one column ${error.column}.`,
      hint: "Rename all but one, or name another with --map.",
    };
  },
  "ambiguous-preset": (error) => {
    return {
      message: `The header of ${error.path} could come from ${list(error.presets)}.`,
      hint: `Say which with --preset ${error.presets[0]}, or name the columns with --map.`,
    };
  },
  "ambiguous-dates": (error) => {
    return {
      message: `The dates of ${error.column} in ${error.path}, such as ${shortened(error.value)}, can be read in more than one order.`,
      hint: "Say which with --date-order dmy or --date-order mdy.",
    };
  },
  "mixed-date-order": (error) => {
    return {
      message: `The dates of ${error.column} in ${error.path} are in different orders: ${list(error.values.map(shortened), "and")}.`,
      hint: "Say which one holds with --date-order dmy or --date-order mdy; the others then become errors of their rows.",
    };
  },
  "unsupported-input": (error) => {
    return {
      message: `${error.path}:${error.line}: this is neither rows of text nor JSON objects.`,
      hint: "Check the file and --input-format. A spreadsheet must be saved as CSV, UTF-16 needs --encoding utf-16le, and JSON must be one object per line: jq -c '.[]' makes lines of an array.",
    };
  },
  "wrong-encoding": (error) => {
    return {
      message: `${error.path}:${error.line}: this is not UTF-8 text.`,
      hint: "Name its encoding, as in --encoding big5 or --encoding shift_jis.",
    };
  },
  "unsupported-encoding": (error) => {
    return {
      message: `${error.path} is ${error.encoding} text, which cannot be read.`,
      hint: "Save it as UTF-8.",
    };
  },
  "bad-header-quotes": (error) => {
    return {
      message: `${error.path}:${error.line}: the quotes of the header do not match.`,
      hint: "Close the quote that is open, or write a quote inside a quoted name twice.",
    };
  },
  "row-too-long": (error) => {
    return {
      message: `${error.path}:${error.line}: the row is longer than ${error.megabytes} MiB.`,
      hint: "Check for a missing line end, or that it is a ticket file at all.",
    };
  },
  "too-many-columns": (error) => {
    return {
      message: `${error.path}:${error.line}: more than ${grouped(error.columns)} columns.`,
      hint: "Check the separator; lines of JSON with keys of their own can be written as JSON lines (--format jsonl).",
    };
  },
  "no-responses": (error) => {
    return {
      message: `${error.path} does not say when tickets were first answered${error.preset === undefined ? "" : ` (${error.preset})`}, so attainment cannot be told.`,
      hint: `${likelyResponses(error.likely)} Without one, deadline --input still gives deadlines.`,
    };
  },
  "bad-config": (error) => {
    if (error.expected === "key") {
      return {
        message: `${error.path}: ${error.key} is not a setting.`,
        hint: `${meant(error.nearest, "")}${error.nearest.length > 0 ? " " : ""}Settings are ${list(error.allowed, "and")}.`,
      };
    }
    return {
      message: `${error.path}: ${error.key === "" ? "the file" : error.key} cannot be ${error.value}.`,
      hint: {
        object: 'Write an object of settings, such as {"plan": "business", "region": "japan"}.',
        text: `Write a text, such as "${error.key}": "…".`,
        list: `Write a text or a list of texts, such as "${error.key}": ["…", "…"].`,
      }[error.expected],
    };
  },
} satisfies Partial<ByCode<ErrorInfo, ErrorText>>;
