/**
 * Random command lines with all that the program may read beside them: a dataset, answers, holidays, tickets, settings, an environment.
 */
import fc from "fast-check";
import type { Setting } from "../../terminal.js";
import {
  answersText,
  type Base,
  bases,
  configText,
  datasetText,
  datesText,
  delimitedText,
  icsText,
  jsonLinesText,
} from "./documents.js";
import { commandLine } from "./lines.js";
import { date } from "./values.js";

export interface Case {
  readonly argv: readonly string[];
  readonly setting: Setting;
}

const env = fc.constantFrom<Readonly<Record<string, string>>>(
  {},
  {},
  {},
  { LANG: "ja_JP.UTF-8" },
  { LC_ALL: "zh_TW.Big5" },
  { FORCE_COLOR: "1" },
  { NO_COLOR: "1" },
  { LANG: "C" },
  { LANG: "\u001b[31m" },
  { SUPPORT_CLI_PLAN: "business", SUPPORT_CLI_REGION: "japan" },
  { SUPPORT_CLI_HOLIDAYS: "JP, dates.txt", SUPPORT_CLI_LANG: "zh-TW" },
);

const now = fc.oneof(
  { weight: 40, arbitrary: fc.constant("2026-11-22T09:00:00Z") },
  { weight: 8, arbitrary: date.map((instant) => new Date(instant).toISOString()) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "1969-12-31T23:59:59.999Z",
      "2101-01-01T00:00:00Z",
      "1600-06-01T00:00:00Z",
      "2500-06-01T00:00:00Z",
    ),
  },
);

/** What a person types line by line before going away, where one is there. */
const typed = fc.option(
  fc
    .array(fc.constantFrom("", "1", "2", "0", "5", "b", "1,2", "9", "x", "\u001b[A"), { maxLength: 14 })
    .map((lines) => lines.join("\n")),
  { freq: 3, nil: undefined },
);

function caseOf(from: Base): fc.Arbitrary<Case> {
  return fc
    .record({
      argv: commandLine(from.known),
      dataset: datasetText(from),
      answers: answersText(from),
      dates: datesText,
      ics: icsText,
      csv: delimitedText(from, ","),
      tsv: delimitedText(from, "\t"),
      jsonl: jsonLinesText(from),
      config: fc.option(configText(from), { freq: 4, nil: undefined }),
      columns: fc.constantFrom(undefined, undefined, 20, 40, 80, 200, 1, 0),
      env,
      now,
      zone: fc.constantFrom("UTC", "UTC", "Asia/Tokyo", "America/St_Johns", "Pacific/Apia"),
      typed,
    })
    .map(
      ({
        argv,
        dataset,
        answers,
        dates,
        ics,
        csv,
        tsv,
        jsonl,
        config,
        columns,
        env: variables,
        now: instant,
        zone,
        typed: lines,
      }) => {
        const isAsked = lines !== undefined && columns !== undefined;
        return {
          argv: argv.filter((word) => word !== "/dev/stdin"),
          setting: {
            now: instant,
            zone,
            // Questions on a screen are redrawn by inquirer as its own tests see to.
            env: isAsked ? { ...variables, SUPPORT_CLI_ACCESSIBLE: "1" } : variables,
            folder: ".",
            seconds: 1,
            ...(columns !== undefined && { columns }),
            ...(isAsked && { typed: lines }),
            files: {
              "mutated.json": dataset,
              "answers.json": answers,
              "dates.txt": dates,
              "days.ics": ics,
              "tickets.csv": csv,
              "tickets.tsv": tsv,
              "tickets.jsonl": jsonl,
              ...(config !== undefined && { "support-cli.json": config }),
              empty: "",
            },
            stdin: csv,
          },
        };
      },
    );
}

/** A command line and all around it that the program may read. */
export const anyCase: fc.Arbitrary<Case> = fc.oneof(
  ...bases.map(({ weight, base }) => ({ weight, arbitrary: caseOf(base) })),
);
