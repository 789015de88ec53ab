/** Errors of files and data: the message, and a hint on what to do. */
import type { ErrorInfo, FileProblem } from "../../errors.js";
import { maxDocumentBytes } from "../../limits.js";
import { type ByCode, type ErrorText, grouped, issueLines, looksLikeRow, quoted, shortened } from "../shared.js";
import { datasetIssue } from "./dataset-issues.js";
import { didYouMean, list, validValues } from "./grammar.js";
import { likelyResponses } from "./notices.js";

const fileProblems = {
  missing: "no such file",
  folder: "it is a folder",
  denied: "permission denied",
  full: "the disk is full",
  encoding: "it is not UTF-8 text",
  "read-only": "the file system is read-only",
  "size-limit": "the file size limit is reached",
  loop: "too many levels of symbolic links",
  "name-too-long": "the file name is too long",
  "not-a-file": "it is not a regular file",
  "too-large": `it is larger than ${maxDocumentBytes >> 20} MB`,
  shortened: "it became shorter while it was being read",
  "is-input": "it is the input file",
  other: "access was refused by the operating system",
} as const satisfies Record<FileProblem, string>;

const exportAgain = "Export it again as iCalendar (.ics).";

const readingHints: Readonly<Partial<Record<FileProblem, string>>> = {
  encoding: "Save it as UTF-8.",
  "not-a-file": "Use a regular file; datasets, answers and holidays can also come from a pipe.",
  "too-large": `Datasets, settings, answers and holiday files are limited to ${maxDocumentBytes >> 20} MB.`,
  shortened: "Run the command again when no other program is writing to the file.",
};

const writingHints: Readonly<Partial<Record<FileProblem, string>>> = {
  "is-input": "Use --output, which replaces the file after reading it.",
};

const jsonProblems = {
  unfinished: { message: "the JSON document is cut off here.", hint: "Download or export the whole file again." },
  unexpected: {
    message: "not an array of JSON objects.",
    hint: "Use an array of objects, an object with one such array under a key, or one object per line.",
  },
  "several-arrays": {
    message: "a second array of objects in one JSON document.",
    hint: "Extract the array of tickets, as in jq '.tickets'.",
  },
};

const packageProblems = {
  xls: {
    message: "an old .xls workbook or an encrypted one, which is not supported.",
    hint: "Save it as .xlsx without a password, or as CSV.",
  },
  "not-workbook": { message: "a ZIP file, but not an .xlsx workbook.", hint: "Unpack it, or save it as .xlsx or CSV." },
  nested: { message: "a packed file inside a gzip file.", hint: "Unpack the outer file first, as with gunzip." },
  damaged: { message: "the packed file is damaged or incomplete.", hint: "Download or export it again." },
  "no-rows": { message: "the workbook has no rows.", hint: "Choose a sheet with --sheet NAME." },
};

export const fileErrors = {
  "invalid-dataset": ({ path, issues }) => ({
    message: [
      `${path} is not a valid dataset:`,
      ...issueLines(issues, datasetIssue, (more) => `and ${grouped(more)} more`),
    ].join("\n"),
    hint: "Run support-cli dataset schema for the JSON Schema.",
  }),
  "invalid-json": ({ path, line, column, found }) => ({
    message: `${path}:${line}:${column}: invalid JSON: ${found === "" ? "unexpected end of file" : `unexpected "${found}"`}.`,
    hint: "Check the quotes, commas and brackets there.",
  }),
  "json-too-deep": ({ path, line, column, levels }) => ({
    message: `${path}:${line}:${column}: more than ${levels} levels of nesting.`,
    hint: "Flatten the document.",
  }),
  "unreadable-file": ({ path, reason }) => ({
    message: `${path} cannot be read: ${fileProblems[reason]}.`,
    hint: readingHints[reason] ?? "Check the path.",
  }),
  "unwritable-file": ({ path, reason }) => ({
    message: `${path} cannot be written: ${reason === "missing" ? "its folder does not exist" : fileProblems[reason]}.`,
    hint: writingHints[reason] ?? "Check the path, or choose another with --output.",
  }),
  "unusable-temporary-folder": ({ path, reason }) => ({
    message: `The temporary folder ${path} cannot be used: ${reason === "missing" ? "it does not exist" : fileProblems[reason]}.`,
    hint: "Set TMPDIR to a folder with enough space, or use a file instead of a pipe.",
  }),
  "bad-holiday-line": ({ path, line, value }) => ({
    message: `${path}:${line}: invalid holiday: ${value}.`,
    hint: "Use a date or a range per line, such as 2026-12-24 or 2026-12-24/2026-12-31, optionally followed by hours (09:00-12:00) and a name.",
  }),
  "bad-ics": ({ path, line, problem, part }) => {
    const place = `${path}:${line}`;
    if (problem === "unsupported")
      return {
        message: `${place}: unsupported recurrence: ${part}.`,
        hint: "List the dates instead: in RDATE, or in a file with one YYYY-MM-DD per line.",
      };
    if (problem === "invalid") return { message: `${place}: invalid calendar file: ${part}.`, hint: exportAgain };
    if (problem === "unknown-zone")
      return {
        message: `${place}: unknown time zone: ${part}.`,
        hint: "Use an IANA name such as Asia/Tokyo, or include its VTIMEZONE.",
      };
    if (problem === "too-many")
      return {
        message: `${place}: the events up to this one repeat too often.`,
        hint: "Use longer intervals, or list the dates in a file with one YYYY-MM-DD per line.",
      };
    return { message: `${place}: invalid calendar file.`, hint: exportAgain };
  },
  "invalid-answers": ({ path, key, value, allowed }) =>
    value === ""
      ? { message: `${path}: unknown answer: ${key}.`, hint: `Answers: ${allowed.join(", ")}.` }
      : { message: `${path}: invalid value for ${key}: ${value}.`, hint: validValues(allowed) },
  "empty-file": ({ path }) => ({
    message: `${path} is empty.`,
    hint: "It must have a header row, or one JSON object per line.",
  }),
  "missing-column": ({ path, columns, nearest, found }) => ({
    message: `${path} is missing column${columns.length === 1 ? "" : "s"} ${list(columns, "and")}.`,
    hint: `${nearest.length > 0 ? `${didYouMean(nearest.map(shortened), "")} ` : ""}Columns found: ${found.map(shortened).join(", ")}. Map a column with --map, as in --map opened="Created at", or set the system with --preset.${columns.includes("priority") ? " Or set one priority for all tickets with -P." : ""}${looksLikeRow(found) ? " If the file has no header row, add --no-header and map columns by position, as in --map opened=#3." : ""}`,
  }),
  "too-many-groups": ({ max }) => ({
    message: `The tickets form more than ${grouped(max)} groups.`,
    hint: "Choose a longer --period, or a column with fewer values for --by.",
  }),
  "too-many-tickets": ({ max }) => ({
    message: `There are more tickets than a sheet holds (${grouped(max)}).`,
    hint: "Choose fewer with --where, or make several workbooks.",
  }),
  "calendar-too-long": ({ max }) => ({
    message: `The calendar has more rows than a sheet holds (${grouped(max)}).`,
    hint: "Use a shorter --from and --to, or fewer regions (--region).",
  }),
  "dbt-null-id": ({ pointers }) => ({
    message: `The dataset has ids that dbt loads as empty cells: ${list(pointers, "and")}.`,
    hint: "Rename them, or write statements with --dialect instead of --dbt.",
  }),
  "other-dbt-project": ({ path }) => ({
    message: `${path} is of another dbt project, whose files would be replaced.`,
    hint: "Choose a folder of its own for the package, such as --dbt sla_package.",
  }),
  "no-open-time": ({ region, from, to }) => ({
    message: `Region ${quoted(region)} has no open time from ${from} to ${to}.`,
    hint: "Use an earlier --from or a later --to, or check the hours and holidays of the region.",
  }),
  "duplicate-column": ({ path, column, role, positions }) => ({
    message: `${path} has more than one column ${column}: ${list(
      positions.map((position) => `#${position}`),
      "and",
    )}.`,
    hint: `Choose one by its position, as in --map ${role}=#${positions[0]}.`,
  }),
  "ambiguous-preset": ({ path, presets }) => ({
    message: `The header of ${path} matches more than one preset: ${list(presets, "and")}.`,
    hint: `Choose one, such as --preset ${presets[0]}, or map the columns with --map.`,
  }),
  "ambiguous-dates": ({ path, column, value }) => ({
    message: `${path}: the date order of ${column} is ambiguous: ${shortened(value)}.`,
    hint: "Choose one with --date-order dmy, mdy or ymd.",
  }),
  "mixed-date-order": ({ path, column, values }) => ({
    message: `The dates of ${column} in ${path} are in different orders: ${list(values.map(shortened), "and")}.`,
    hint: "Choose one with --date-order dmy, mdy or ymd; rows in another order are then reported as errors.",
  }),
  "unsupported-input": ({ path, line }) => ({
    message: `${path}:${line}: not a text row or a JSON object.`,
    hint: "Check the file and --input-format. For UTF-16 without a byte order mark, use --encoding utf-16le. Save .xls and .ods files as .xlsx or CSV.",
  }),
  "events-in-rows": ({ path }) => ({
    message: `--events-in reads lists inside JSON tickets, and ${path} is not JSON.`,
    hint: "If each row is an event, use --events.",
  }),
  "wrong-encoding": ({ path, line, encoding }) => ({
    message: `${path}:${line}: the header is not ${encoding.toUpperCase()} text.`,
    hint: "Set another encoding, as in --encoding windows-1252, --encoding big5 or --encoding shift_jis.",
  }),
  "bad-json-document": ({ path, line, problem }) => ({
    message: `${path}:${line}: ${jsonProblems[problem].message}`,
    hint: jsonProblems[problem].hint,
  }),
  "unreadable-package": ({ path, problem }) => ({
    message: `${path}: ${packageProblems[problem].message}`,
    hint: packageProblems[problem].hint,
  }),
  "bad-header-quotes": ({ path, line }) => ({
    message: `${path}:${line}: unmatched quotes in the header.`,
    hint: "Close the open quote, or double each quote inside a quoted name.",
  }),
  "row-too-long": ({ path, line, megabytes }) => ({
    message: `${path}:${line}: the row is longer than ${megabytes} MiB.`,
    hint: "Check for missing line endings, and that the file is a ticket file.",
  }),
  "too-many-columns": ({ path, line, columns }) => ({
    message: `${path}:${line}: more than ${grouped(columns)} columns.`,
    hint: "Check the separator. JSON lines with differing keys can be written with --format jsonl.",
  }),
  "unknown-measure": ({ column, value, option }) =>
    option === "--response-unit"
      ? {
          message: `The unit of ${column} is unknown: ${shortened(value)}.`,
          hint: "Set it with --response-unit seconds, minutes, hours or days.",
        }
      : {
          message: `${column} may count calendar or business time: ${shortened(value)}.`,
          hint: "Set which with --response-clock calendar or --response-clock business.",
        },
  "metric-of-events": ({ metric }) => ({
    message: `Ticket files have no column for the metric ${metric}.`,
    hint: `Use a log of events, with --events, --responded-when and --customer-when. Calculate one ticket with deadline --metric ${metric} --opened TIME.`,
  }),
  "metric-not-in-dataset": ({ option, metric, datasets }) => ({
    message: `${option} is for the metric ${metric}, which is not in ${list(datasets)}.`,
    hint: `Omit ${option}, or use a dataset that has this metric.`,
  }),
  "no-responses": ({ path, metric, preset, likely, hasEvents }) =>
    metric === undefined
      ? {
          message: `${path} has no column of first responses${preset === undefined ? "" : ` (${preset})`}, so attainment cannot be calculated.`,
          hint: `${hasEvents ? "Set the condition of the event that is the first response, as in --responded-when 'status!=New'. " : ""}${likelyResponses(likely)} Without one, deadline --input still calculates deadlines.`,
        }
      : {
          message: `${path} has no column of times for ${metric}, so attainment cannot be calculated.`,
          hint: likelyResponses(likely, "resolved"),
        },
  "bad-config": ({ path, key, value, expected, allowed, nearest }) =>
    expected === "key"
      ? {
          message: `${path}: unknown setting: ${key}.`,
          hint: `${didYouMean(nearest, "")}${nearest.length > 0 ? " " : ""}Settings: ${allowed.join(", ")}.`,
        }
      : {
          message: `${path}: invalid value${key === "" ? "" : ` for ${key}`}: ${value}.`,
          hint: {
            object: 'Expected an object of settings, such as {"plan": "business", "region": "japan"}.',
            text: `Expected a string, such as "${key}": "…".`,
            list: `Expected a string or a list of strings, such as "${key}": ["…", "…"].`,
            flag: "Expected true or false, without quotes.",
          }[expected],
        },
} satisfies Partial<ByCode<ErrorInfo, ErrorText>>;
