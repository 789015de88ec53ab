/** Errors of the command line: the message, and a hint on what to type. */
import type { ErrorInfo, ValueFormat } from "../../errors.js";
import { type ByCode, type ErrorText, quoteIfEmpty } from "../shared.js";
import { list, meant, takes } from "./grammar.js";
import { noSystemZone } from "./notices.js";
import { timeProblems } from "./time.js";

const valueForms = {
  "whole-number": "a whole number from 0, such as 5",
  columns: "a whole number from 20 to 1000, such as 100",
  percent: "a percentage from 0 to 100, such as 75",
  pause: "START/END with the end not before the start, such as 2026-11-20T12:00+09:00/2026-11-20T13:00+09:00",
  within: "PRIORITY=TIME with s, m, h or d and if need be a clock, such as P2=2h or P2=30m@24x7",
  zone: "an IANA zone name, such as Asia/Tokyo",
  encoding: "an encoding name, such as big5 or shift_jis",
  assignment: "NAME=VALUE",
  duration: "a number with s, m, h or d, such as 30m, and at most 100 years",
  "table-name": "a table name of letters, digits and _, if need be with its schema, such as helpdesk.tickets",
} as const satisfies Record<ValueFormat, string>;

const timeHint =
  "Write 2026-11-20T16:40+09:00, 2026-11-20T07:40Z, @1763624400, now, or a local 2026-11-20T16:40 with --tz.";

export const usageErrors = {
  "unknown-command": (error) => {
    return {
      message: `There is no command ${error.orTopic ? "or topic " : ""}${quoteIfEmpty(error.value)}.`,
      hint: meant(error.nearest, `Commands are ${list(error.allowed, "and")}.`),
    };
  },
  "unknown-option": (error) => {
    return {
      message: `There is no option ${error.value}.`,
      hint:
        error.commands.length > 0
          ? `${list(error.commands, "and")} ${error.commands.length === 1 ? "has" : "have"} this option.`
          : meant(error.nearest, `See support-cli ${error.command ? `${error.command} ` : ""}--help.`),
    };
  },
  "unexpected-value": (error) => {
    return {
      message: `${error.option} has no value, but ${quoteIfEmpty(error.value)} was given.`,
      hint: `Write ${error.option} alone.`,
    };
  },
  "repeated-option": (error) => {
    return {
      message: `${error.option} was given different values: ${error.values.map(quoteIfEmpty).join(", ")}.`,
      hint: error.command
        ? `support-cli ${error.command} works with one value of ${error.option}.`
        : "Keep one of them.",
    };
  },
  "missing-option": (error) => {
    return {
      message: `Missing required option${error.options.length === 1 ? "" : "s"}: ${error.options.join(", ")}.`,
      hint: error.allowed ? takes(error.allowed) : `See support-cli ${error.command} --help.`,
    };
  },
  "missing-value": (error) => ({
    message: `The option ${error.option} lacks its value.`,
    hint: "Write the value after it.",
  }),
  "missing-argument": (error) => {
    return {
      message: `The argument ${error.argument} must be given.`,
      hint: `See support-cli ${error.command} --help.`,
    };
  },
  "excess-arguments": (error) => {
    return {
      message: `${list(error.values.map(quoteIfEmpty), "and")} is too much here.`,
      hint: `See support-cli ${error.command} --help.`,
    };
  },
  "unknown-value": (error) => {
    return {
      message: `${error.option} does not take ${quoteIfEmpty(error.value)}.`,
      hint: `${meant(error.nearest, "")}${error.nearest.length > 0 ? " " : ""}${takes(error.allowed)}`,
    };
  },
  "bad-value": (error) => {
    return {
      message: `${error.option} does not take ${quoteIfEmpty(error.value)}.`,
      hint: `It takes ${valueForms[error.expected]}.`,
    };
  },
  "bad-time": (error) => {
    return {
      message: `${error.option} ${quoteIfEmpty(error.value)} ${timeProblems[error.problem]}.`,
      hint: timeHint,
    };
  },
  "response-before-opened": (error) => {
    return {
      message: `The response (${error.responded}) lies before the ticket was opened (${error.opened}).`,
      hint: "Check --responded and --opened, and their offsets.",
    };
  },
  "conflicting-options": (error) => {
    return {
      message: `${list(error.options, "and")} contradict each other.`,
      hint: "Check their values, or leave one out.",
    };
  },
  "missing-answers": (error) => {
    return {
      message: "There is nobody to ask (no terminal, or --no-input), and no answer was given.",
      hint: `Give at least one of ${list(error.options)}.`,
    };
  },
  "no-target": (error) => {
    return {
      message: `Plan ${error.plan} has no target for priority ${error.priority}.`,
      hint: `${error.allowed.length > 0 ? `It has ${list(error.allowed, "and")}.` : "It has no targets."}${error.plans.length > 0 ? ` For ${error.priority} name a plan with --plan: ${list(error.plans)}.` : ""}`,
    };
  },
  "unknown-zone": (error) => {
    return {
      message: `${error.option ? `${error.option}: ` : ""}${quoteIfEmpty(error.value)} is not a time zone.`,
      hint: meant(error.nearest, "Write an IANA name, such as Asia/Tokyo or UTC."),
    };
  },
  "fixed-offset-zone": (error) => {
    return {
      message: `${error.option ? `${error.option}: ` : ""}${error.value} is an offset, not a time zone: it has no daylight saving rules.`,
      hint: `Write an IANA name, such as Asia/Taipei${error.nearest.length > 0 ? `, or ${list(error.nearest)} for that fixed offset` : ""}.`,
    };
  },
  "unknown-system-zone": (error) => {
    return {
      message: `${noSystemZone(error.variable)}, so a time without an offset cannot be read.`,
      hint: `Set its zone with ${list(error.flags)}, such as --tz ${error.nearest[0] ?? "Asia/Tokyo"}, or write its offset, as in 2026-11-20T16:40+09:00.`,
    };
  },
  "bad-hours": (error) => {
    return {
      message: `The hours ${error.value} of ${error.where} cannot be.`,
      hint: 'Write ["09:00","17:30"]; a whole day is ["00:00","24:00"].',
    };
  },
  "bad-date": (error) => ({ message: `${error.value} in ${error.where} is not a date.`, hint: "Write YYYY-MM-DD." }),
  "span-too-long": (error) => {
    return {
      message: `${list(error.options, "and")} are more than ${error.years} years apart.`,
      hint: "Choose a shorter span.",
    };
  },
  "never-open": (error) => {
    return {
      message: `The calendar in ${error.zone} is never open.`,
      hint: "Check its hours, holidays and exceptions.",
    };
  },
  "beyond-horizon": (error) => {
    return {
      message: `The answer lies more than ${error.years} years away.`,
      hint: "Check the amounts, pauses and times.",
    };
  },
  "instant-out-of-range": () => ({
    message: "A time lies outside 0001-01-03 to 9999-12-28.",
    hint: "Check the times and amounts.",
  }),
  "unknown-dataset": (error) => {
    return {
      message: `There is no dataset ${quoteIfEmpty(error.value)}.`,
      hint: `${meant(error.nearest, `Bundled are ${list(error.allowed, "and")}.`)} A file is named by its path.`,
    };
  },
  "unknown-holidays": (error) => {
    return {
      message: `--holidays: no holidays are known for ${quoteIfEmpty(error.value)}, and there is no such file.`,
      hint: meant(
        error.nearest,
        "Write a country or subdivision code, such as JP or US-CA, or the path of a file; repeat the option for several.",
      ),
    };
  },
  interrupted: () => ({ message: "Stopped.", hint: "" }),
  bug: (error) => {
    return {
      message: `This is a fault in support-cli: ${error.detail}`,
      hint: "Run again with --debug and report what it prints.",
    };
  },
} satisfies Partial<ByCode<ErrorInfo, ErrorText>>;
