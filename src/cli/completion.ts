/**
 * Completion candidates, from the catalogue of options and the dataset. Shells request them through the hidden command `__complete`;
 * their scripts are in completion-scripts.ts. Reports no errors.
 */

import { bundledIds, defaultDatasetId } from "../data/bundled.js";
import { type Dataset, type Lang, type LocalText, langs, textIn } from "../data/dataset.js";
import { loadDataset } from "../data/load.js";
import { firstResponse } from "../data/metrics.js";
import { exitCodes } from "../errors.js";
import { topics } from "../help-topics.js";
import type { Messages } from "../i18n/en/index.js";
import { decodeText, type Io } from "../io/io.js";
import {
  type CommandName,
  type CommandOption,
  type CommandSpec,
  commands,
  type GlobalOption,
  globalOptions,
  type OptionSpec,
  optionSpecs,
} from "../options.js";
import { sanitizeOutput } from "../render/text/sanitize.js";
import { shells } from "./completion-scripts.js";
import type { Settings } from "./settings.js";

export interface Candidate {
  readonly value: string;
  readonly text: string;
}

export interface Completion {
  readonly candidates: readonly Candidate[];
  /** Whether a file name is possible too. */
  readonly files: boolean;
}

export interface CompletionWorld {
  readonly messages: Messages;
  readonly lang: Lang;
  /** The dataset of an id or path; undefined if it cannot be loaded. */
  readonly dataset: (name: string) => Promise<Dataset | undefined>;
  /** The dataset that settings name. */
  readonly datasetName: string | undefined;
}

type OptionKey = GlobalOption | CommandOption;
const nothing: Completion = { candidates: [], files: false };

/** The candidates for the last word of a line, which may be empty or incomplete. */
export async function completeLine(words: readonly string[], world: CompletionWorld): Promise<Completion> {
  const before = words.slice(0, -1);
  const current = (words.at(-1) ?? "").trim();
  const { command, args, pending, datasetName } = read(before);
  const dataset = () => world.dataset(datasetName ?? world.datasetName ?? defaultDatasetId);
  const assigned = /^(--[a-z-]+)=(.*)$/.exec(current);
  if (assigned) {
    const key = keyOf(assigned[1] as string, command);
    if (key === undefined) return nothing;
    const { candidates, files } = await valuesOf(key, command, assigned[2] as string, dataset, world);
    return { candidates: candidates.map(({ value, text }) => ({ value: `${assigned[1]}=${value}`, text })), files };
  }
  if (pending !== undefined) return await valuesOf(pending, command, current, dataset, world);
  if (current.startsWith("-"))
    return { candidates: matching(flagsOf(command, before, world.messages), current), files: false };
  return await argumentsOf(command, args, current, dataset, world);
}

/** The command line without its last word: the command, its arguments, the dataset, and an option whose value is still to come. */
function read(words: readonly string[]) {
  let command: CommandName | "help" | undefined;
  let datasetName: string | undefined;
  let pending: OptionKey | undefined;
  const args: string[] = [];
  for (const word of words) {
    if (pending !== undefined) {
      if (pending === "dataset") datasetName = word;
      pending = undefined;
    } else if (word.startsWith("-") && word !== "-") {
      const [flag = "", value] = word.split(/=(.*)/s);
      const key = keyOf(flag, command);
      if (key === "dataset" && value !== undefined) datasetName = value;
      if (key !== undefined && value === undefined && takesValue(key)) pending = key;
    } else if (command === undefined) command = word as CommandName | "help";
    else args.push(word);
  }
  return { command, args, pending, datasetName };
}

function optionsOf(command: CommandName | "help" | undefined): readonly OptionKey[] {
  const own =
    command !== undefined && Object.hasOwn(commands, command)
      ? (commands[command as CommandName] as CommandSpec).options
      : [];
  return [...own, ...(Object.keys(globalOptions) as GlobalOption[])];
}

function optionSpellings(key: OptionKey): readonly string[] {
  return optionSpecs[key].flags.match(/--?[A-Za-z-]+/g) ?? [];
}

function keyOf(flag: string, command: CommandName | "help" | undefined): OptionKey | undefined {
  return optionsOf(command).find((key) => optionSpellings(key).includes(flag));
}

function takesValue(key: OptionKey): boolean {
  return optionSpecs[key].flags.includes("<");
}

function flagsOf(
  command: CommandName | "help" | undefined,
  before: readonly string[],
  messages: Messages,
): readonly Candidate[] {
  const isSpent = (key: OptionKey) =>
    (optionSpecs[key] as OptionSpec).repeatable !== true &&
    before.some((word) => optionSpellings(key).includes(word.split("=")[0] as string));
  const own = optionsOf(command)
    .filter((key) => !isSpent(key))
    .map((key) => ({ value: optionSpellings(key).at(-1) as string, text: messages.options[key] }));
  return [
    ...own,
    { value: "--help", text: messages.help.help },
    ...(command === undefined ? [{ value: "--version", text: messages.help.version }] : []),
  ];
}

async function argumentsOf(
  command: CommandName | "help" | undefined,
  args: readonly string[],
  current: string,
  dataset: () => Promise<Dataset | undefined>,
  { messages, lang }: CompletionWorld,
): Promise<Completion> {
  const of = (candidates: readonly Candidate[]): Completion => ({
    candidates: matching(candidates, current),
    files: false,
  });
  const bare = (values: readonly string[]) => of(values.map((value) => ({ value, text: "" })));
  const commandList = Object.keys(commands).map((name) => ({
    value: name,
    text: messages.commands[name as CommandName].summary,
  }));
  if (command === undefined) return of([...commandList, { value: "help", text: messages.help.helpCommand }]);
  switch (command) {
    case "help":
      return args.length > 0
        ? nothing
        : of([...commandList, ...topics.map((topic) => ({ value: topic, text: messages.help.topics[topic] }))]);
    case "compare":
      return of(unused(named((await dataset())?.plans, lang), args));
    case "hours":
      return of(unused(named((await dataset())?.regions, lang), args));
    case "completion":
      return args.length > 0 ? nothing : bare(shells);
    case "config":
      return args.length > 0 ? nothing : bare(["show"]);
    case "holidays":
      if (args.length === 0) return bare(["list", "show"]);
      return args.length > 1 ? nothing : { ...of(await places(lang)), files: args[0] === "show" };
    case "dataset":
      if (args.length === 0) return bare(["list", "show", "validate", "schema", "init"]);
      return args[0] === "show" || args[0] === "validate" ? { ...bare(bundledIds), files: true } : nothing;
    default:
      return { candidates: [], files: commands[command] !== undefined && commands[command].arguments !== "" };
  }
}

/** The codes of places with holidays, with their names. */
async function places(lang: Lang): Promise<readonly Candidate[]> {
  const { placeCodes, placeName } = await import("../data/holidays/places.js");
  return placeCodes.map((code) => ({ value: code, text: placeName(code, lang) }));
}

function unused(candidates: readonly Candidate[], args: readonly string[]): readonly Candidate[] {
  return candidates.filter(({ value }) => !args.includes(value));
}

async function valuesOf(
  key: OptionKey,
  command: CommandName | "help" | undefined,
  current: string,
  dataset: () => Promise<Dataset | undefined>,
  { lang }: CompletionWorld,
): Promise<Completion> {
  const { choices, flags } = optionSpecs[key] as OptionSpec;
  const files = /<[^<>]*file/.test(flags);
  const of = (candidates: readonly Candidate[]): Completion => ({ candidates: matching(candidates, current), files });
  const bare = (values: readonly string[]) => of(values.map((value) => ({ value, text: "" })));
  const entries = async (
    table: "plans" | "priorities" | "regions" | "features" | "groups" | "products" | "languages" | "metrics",
  ) => named((await dataset())?.[table], lang);
  switch (key) {
    case "format":
      return bare(
        command !== undefined && command !== "help" && Object.hasOwn(commands, command)
          ? commands[command].formats
          : (choices ?? []),
      );
    case "dataset":
      return bare(bundledIds);
    case "lang":
      return bare(langs);
    case "plan":
      return of(await entries("plans"));
    case "priority":
      return of(await entries("priorities"));
    case "region":
      return of(await entries("regions"));
    case "group":
      return of(await entries("groups"));
    case "need":
      return of(await entries("features"));
    case "product":
      return of(await entries("products"));
    case "metric":
      return of([{ value: firstResponse, text: "" }, ...(await entries("metrics"))]);
    case "language":
      return of(await entries("languages"));
    case "within":
      return of((await entries("priorities")).map(({ value, text }) => ({ value: `${value}=`, text })));
    case "tz":
    case "zone":
    case "sourceTz":
      return bare(["UTC", ...Intl.supportedValuesOf("timeZone")]);
    case "holidays":
      return of(await places(lang));
    default:
      return bare(choices ?? (/<time>/.test(flags) ? ["now"] : []));
  }
}

function named(
  entries: Readonly<Record<string, { readonly name: LocalText }>> | undefined,
  lang: Lang,
): readonly Candidate[] {
  return Object.entries(entries ?? {}).map(([value, { name }]) => ({ value, text: textIn(name, lang) }));
}

function matching(candidates: readonly Candidate[], start: string): readonly Candidate[] {
  const prefix = start.toLowerCase();
  return candidates.filter(({ value }) => value.toLowerCase().startsWith(prefix));
}

/** What the shells read: a line per candidate, its text after a tab, then what else the shell should do. */
export function formatCompletion({ candidates, files }: Completion): string {
  const lines = candidates.map(({ value, text }) => `${value}\t${text.replace(/\s+/g, " ")}`);
  const isOpen = candidates.length > 0 && candidates.every(({ value }) => value.endsWith("="));
  return [...lines, ...(files ? [":files"] : []), ...(isOpen ? [":nospace"] : [])].map((line) => `${line}\n`).join("");
}

/** Writes the candidates for a shell. After an error it writes nothing, as a shell has no place for messages. */
export async function writeCompletion(
  argv: readonly string[],
  settings: Settings,
  lang: Lang,
  messages: Messages,
  io: Io,
): Promise<number> {
  const read = async (path: string) => decodeText(path, await io.readFile(path));
  const dataset = (name: string) => loadDataset(name, read).catch(() => undefined);
  const datasetName = settings.values.dataset?.value as string | undefined;
  const completion = await completeLine(argv[0] === "--" ? argv.slice(1) : argv, {
    messages,
    lang,
    dataset,
    datasetName,
  }).catch(() => undefined);
  if (completion) await io.stdout.write(sanitizeOutput(formatCompletion(completion), { color: false, plain: false }));
  return exitCodes.answered;
}
