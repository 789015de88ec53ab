/** Errors of the command line: the message, and a hint on what to type. */
import type { ErrorInfo, ValueFormat } from "../../errors.js";
import { type ByCode, type ErrorText, instantText, quoted } from "../shared.js";
import { didYouMean, list, validValues } from "./grammar.js";
import { noSystemZone } from "./notices.js";
import { timeProblems } from "./time.js";

const valueForms = {
  "whole-number": "a non-negative integer, such as 5",
  columns: "an integer from 20 to 1000, such as 100",
  percentile: "a percentage above 0, at most 100, such as 95",
  "worst-count": "a number from 0 to 10,000, such as 20",
  percent: "a percentage from 0 to 100, such as 75",
  "small-percent": "a percentage, such as 95, or with its sign if it is below 1, such as 0.5%",
  pause:
    "START/END, with END not before START, such as 2026-11-20T12:00+09:00/2026-11-20T13:00+09:00, or START/ for a pause until now",
  within: "PRIORITY=TIME with s, m, h or d, and optionally @ and a clock, such as P2=2h or P2=30m@24x7",
  zone: "an IANA time zone, such as Asia/Tokyo",
  encoding: "an encoding, such as big5 or shift_jis",
  delimiter: "one character other than a quote, or tab, comma, semicolon, pipe or space",
  condition: "a condition, such as status=Open,Pending or 'priority!=P4'",
  assignment: "NAME=VALUE",
  duration: "a number with s, m, h or d, such as 30m, at most 100 years",
  "table-name": "a table name of letters, digits and _, optionally schema-qualified, such as helpdesk.tickets",
  "row-count": "a number of rows from 0 to 100,000, such as 500",
  date: "a date, such as 2026-12-24",
  year: "a year, such as 2027",
} as const satisfies Record<ValueFormat, string>;

const timeHint =
  "Use 2026-11-20T16:40+09:00, 2026-11-20T07:40Z, @1763624400, now, 2 hours ago, yesterday 16:40, or a local 2026-11-20T16:40 with --tz.";

export const usageErrors = {
  "unknown-command": ({ value, nearest, allowed, orTopic }) => ({
    message: `Unknown command${orTopic ? " or topic" : ""}: ${quoted(value)}.`,
    hint: didYouMean(nearest, `Commands: ${allowed.join(", ")}.`),
  }),
  "unknown-option": ({ value, nearest, command, commands }) => ({
    message: `Unknown option: ${value}.`,
    hint:
      commands.length > 0
        ? `This option belongs to ${list(commands, "and")}.`
        : didYouMean(nearest, `See support-cli ${command ? `${command} ` : ""}--help.`),
  }),
  "unexpected-value": ({ option, value }) => ({
    message: `${option} does not accept a value: ${quoted(value)}.`,
    hint: `Use ${option} alone.`,
  }),
  "repeated-option": ({ option, values, command }) => ({
    message: `Conflicting values for ${option}: ${values.map(quoted).join(", ")}.`,
    hint: command ? `support-cli ${command} accepts one value for ${option}.` : "Use only one of them.",
  }),
  "missing-option": ({ options, command, allowed }) => ({
    message: `Missing required option${options.length === 1 ? "" : "s"}: ${options.join(", ")}.`,
    hint: allowed ? validValues(allowed) : `See support-cli ${command} --help.`,
  }),
  "no-regions": ({ dataset }) => ({
    message: `Dataset ${dataset} has no regions, so there are no business hours to count.`,
    hint: "Add a region to the dataset, as in the output of support-cli dataset init, or use the 24x7 clock.",
  }),
  "missing-value": ({ option }) => ({
    message: `${option} requires a value.`,
    hint: "Add the value after the option.",
  }),
  "missing-argument": ({ argument, command }) => ({
    message: `Missing required argument: ${argument}.`,
    hint: `See support-cli ${command} --help.`,
  }),
  "excess-arguments": ({ values, command }) => ({
    message: `Unexpected argument${values.length === 1 ? "" : "s"}: ${values.map(quoted).join(", ")}.`,
    hint: `See support-cli ${command} --help.`,
  }),
  "unknown-value": ({ option, value, allowed, nearest }) => ({
    message: `Invalid value for ${option}: ${quoted(value)}.`,
    hint: `${didYouMean(nearest, "")}${nearest.length > 0 ? " " : ""}${validValues(allowed)}`,
  }),
  "bad-value": ({ option, value, expected }) => ({
    message: `Invalid value for ${option}: ${quoted(value)}.`,
    hint: `Expected ${valueForms[expected]}.`,
  }),
  "bad-time": ({ option, value, problem, instead }) => ({
    message: `Invalid value for ${option}: ${quoted(value)} ${timeProblems[problem]}.`,
    hint: instead.length > 0 ? `Use ${list(instead.map(quoted))}.` : timeHint,
  }),
  "response-before-opened": ({ opened, responded }) => ({
    message: `The response time (${responded}) is earlier than the ticket's opening time (${opened}).`,
    hint: "Check --responded and --opened, including their offsets.",
  }),
  "conflicting-options": ({ options }) => ({
    message: `${list(options, "and")} cannot be used together.`,
    hint: "Check their values, or omit one of them.",
  }),
  "reversed-range": ({ from, to }) => ({
    message: `--from (${from}) is not before --to (${to}).`,
    hint: "Use an earlier --from or a later --to.",
  }),
  "missing-answers": ({ options }) => ({
    message: "Cannot prompt (no terminal, or --no-input), and no answers were provided.",
    hint: `Use at least one of ${list(options)}.`,
  }),
  "no-target": ({ plan, priority, allowed, plans }) => ({
    message: `Plan ${plan} has no target for priority ${priority}.`,
    hint: `${allowed.length > 0 ? `It has targets for ${list(allowed, "and")}.` : "It has no targets."}${plans.length > 0 ? ` Plans with a target for ${priority}: ${plans.join(", ")} (--plan).` : ""}`,
  }),
  "unknown-zone": ({ option, value, nearest }) => ({
    message: `${option ? `${option}: ` : ""}${quoted(value)} is not a time zone.`,
    hint: didYouMean(nearest, "Use an IANA name, such as Asia/Tokyo or UTC."),
  }),
  "fixed-offset-zone": ({ option, value, nearest }) => ({
    message: `${option ? `${option}: ` : ""}${value} is a UTC offset, not a time zone: it has no daylight saving rules.`,
    hint: `Use an IANA name, such as Asia/Taipei${nearest.length > 0 ? `, or ${list(nearest)} for this fixed offset` : ""}.`,
  }),
  "customer-zone": ({ region, dataset }) => ({
    message: `The hours of region ${quoted(region)} are in the customer's time zone.`,
    hint: `Set the customer's time zone with --zone, such as --zone ${dataset === undefined ? "" : `${dataset}=`}Asia/Tokyo, or with "zone" in support-cli.json.`,
  }),
  "same-dataset": ({ id, datasets }) => ({
    message: `--dataset: ${datasets.join(" and ")} have the same id, ${id}.`,
    hint: `Give one of them another "id" to put them side by side, or use support-cli dataset diff ${datasets.join(" ")} to see what differs.`,
  }),
  "ambiguous-name": ({ option, value, allowed }) => ({
    message: `${option}: several datasets have ${quoted(value)}.`,
    hint: `Use ${list(allowed)}.`,
  }),
  "unknown-system-zone": ({ variable, flags, nearest }) => ({
    message: `${noSystemZone(variable)}, so times without an offset cannot be interpreted.`,
    hint: `Set the time zone with ${list(flags)}, such as --tz ${nearest[0] ?? "Asia/Tokyo"}, or add an offset, as in 2026-11-20T16:40+09:00.`,
  }),
  "bad-hours": ({ value, where }) => ({
    message: `Invalid hours: ${value} in ${where}.`,
    hint: 'Use ["09:00","17:30"]; a whole day is ["00:00","24:00"].',
  }),
  "bad-date": ({ value, where }) => ({ message: `Invalid date: ${value} in ${where}.`, hint: "Use YYYY-MM-DD." }),
  "span-too-long": ({ options, years }) => ({
    message: `${list(options, "and")} are more than ${years} years apart.`,
    hint: "Choose a shorter period.",
  }),
  "never-open": ({ zone }) => ({
    message: `The calendar in ${zone} has no open time.`,
    hint: "Check its hours, holidays and exceptions.",
  }),
  "beyond-horizon": ({ years }) => ({
    message: `The result is more than ${years} years away.`,
    hint: "Check the amounts, pauses and times.",
  }),
  "instant-out-of-range": ({ value }) => ({
    message: `The time ${instantText(value)} is outside 0001-01-03 to 9999-12-28.`,
    hint: "Check the times and amounts.",
  }),
  "unknown-dataset": ({ value, allowed, nearest }) => ({
    message: `Unknown dataset: ${quoted(value)}.`,
    hint: `${didYouMean(nearest, `Bundled datasets: ${allowed.join(", ")}.`)} For a file, use its path.`,
  }),
  "unknown-holidays": ({ value, nearest }) => ({
    message: `No holiday data for ${quoted(value)}, and no such file.`,
    hint: didYouMean(
      nearest,
      "Use a country or subdivision code, such as JP or US-CA (see support-cli holidays list), or the path of a file.",
    ),
  }),
  interrupted: () => ({ message: "Stopped.", hint: "" }),
  bug: ({ detail }) => ({
    message: `Internal error: ${detail}`,
    hint: "Run again with --debug and report the output.",
  }),
} satisfies Partial<ByCode<ErrorInfo, ErrorText>>;
