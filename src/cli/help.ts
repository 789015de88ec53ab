/**
 * Help from the catalogue: of the program, of a command (its examples first), and of topics. Text only; parsing is parser.ts.
 */

import { exitCodes } from "../errors.js";
import type { Words } from "../i18n/en.js";
import {
  type CommandName,
  type CommandOption,
  type CommandSpec,
  commandOptions,
  commands,
  type Format,
  formats,
  type GlobalOption,
  globalOptions,
  type ListedTopic,
  type OptionSpec,
  settingKeys,
  settings,
  type Topic,
  timeRules,
  topics,
  variables,
} from "../options.js";
import type { Style } from "../render/text/color.js";
import { renderList } from "../render/text/table.js";
import { padTo, widestOf, widthOf, wrapText } from "../render/text/width.js";

export interface HelpView {
  readonly columns: number;
  readonly style: Style;
  /** The first screen, of a program called without a word: what it can do, without its global options. */
  readonly isBrief?: boolean;
}

/** A flag or term with what it means; help, topics and the manual page are lists of these. */
export type Entry = readonly [term: string, text: string];

export function optionEntries(keys: readonly (GlobalOption | CommandOption)[], words: Words, command?: CommandName): readonly Entry[] {
  const specs: Readonly<Record<string, OptionSpec>> = { ...globalOptions, ...commandOptions };
  return keys.map((key) => [specs[key]?.flags ?? "", optionText(key, words, command)]);
}

/** What an option means, to one command where it has a meaning of its own there. */
export function optionText(key: GlobalOption | CommandOption, words: Words, command: CommandName | undefined): string {
  return (command && words.optionsOf[command]?.[key as CommandOption]) ?? words.options[key];
}

export function programOptions(words: Words): readonly Entry[] {
  const own = optionEntries(Object.keys(globalOptions) as GlobalOption[], words);
  return [...own, ["-V, --version", words.help.version], ["-h, --help", words.help.help]];
}

export function commandEntries(words: Words): readonly Entry[] {
  const own = Object.entries(commands).map(
    ([name, spec]): Entry => [`${name} ${spec.arguments}`.trim(), words.commands[name as CommandName].summary],
  );
  return [...own, ["help [command|topic]", words.help.helpCommand]];
}

/** The usage of a command, or of the program. */
export function usageOf(name: CommandName | undefined): string {
  if (name === undefined) return "support-cli <command> [options]";
  return `support-cli ${name} ${commands[name].arguments === "" ? "" : `${commands[name].arguments} `}[options]`;
}

/** Help on a command, a topic, or the program. */
export function renderHelp(about: CommandName | ListedTopic | undefined, words: Words, view: HelpView): string {
  if (about === undefined) return renderProgramHelp(words, view);
  return Object.hasOwn(commands, about)
    ? renderCommandHelp(about as CommandName, words, view)
    : renderTopic(about as ListedTopic, words, view);
}

function renderProgramHelp(words: Words, view: HelpView): string {
  const { titles, more } = words.help;
  const about = topics.map((topic): Entry => [`help ${topic}`, words.help.topics[topic]]);
  const beyond: readonly Entry[] = [
    ["<command> --help", more.command],
    ["--help", more.global],
  ];
  return [
    paragraph(words.help.program, view),
    block(titles.examples, words.help.examples, words, view),
    usage(undefined, words, view),
    entries(titles.commands, commandEntries(words), words, view),
    ...(view.isBrief ? [] : [entries(titles.globalOptions, programOptions(words), words, view)]),
    entries(view.isBrief ? more.title : titles.topics, view.isBrief ? [...beyond, ...about] : about, words, view),
  ].join("\n");
}

function renderCommandHelp(name: CommandName, words: Words, view: HelpView): string {
  const { titles } = words.help;
  const spec: CommandSpec = commands[name];
  const { summary, examples } = words.commands[name];
  return [
    paragraph(summary, view),
    block(titles.examples, examples, words, view),
    usage(name, words, view),
    ...(spec.options.length === 0 ? [] : [entries(titles.options, optionEntries(spec.options, words, name), words, view)]),
    entries(titles.globalOptions, programOptions(words), words, view),
    block(titles.formats, wrapText(spec.formats.join(", "), view.columns - 2), words, view),
  ].join("\n");
}

function renderTopic(topic: ListedTopic, words: Words, view: HelpView): string {
  const list = topicLists(words)[topic];
  return [
    `${view.style.strong(words.help.topics[topic])}\n`,
    ...list.map(({ title, items }) => (title === "" ? pairs(items, view) : entries(title, items, words, view))),
    ...(words.help.notes[topic].length === 0 ? [] : [renderList(words.help.notes[topic], view.columns)]),
  ].join("\n");
}

/** What each topic lists. */
export function topicLists(
  words: Words,
): Readonly<Record<ListedTopic, readonly { readonly title: string; readonly items: readonly Entry[] }[]>> {
  const codes = Object.entries(exitCodes) as [keyof typeof exitCodes, number][];
  const { titles } = words.help;
  return {
    "exit-codes": [{ title: "", items: codes.map(([name, code]) => [String(code), words.help.exitCodes[name]]) }],
    "time-rules": [{ title: "", items: timeRules.map((rule) => [rule, words.help.timeRules[rule]]) }],
    formats: [
      { title: "", items: formats.map((format: Format) => [format, words.help.formats[format]]) },
      { title: titles.commands, items: Object.entries(commands).map(([name, spec]) => [name, spec.formats.join(", ")]) },
    ],
    environment: [
      {
        title: "",
        items: [
          ...settingKeys.map((key): Entry => [settings[key], words.help.listVariables[key] ?? words.options[key]]),
          ...variables.map((name): Entry => [name, words.help.variables[name]]),
        ],
      },
    ],
  };
}

function paragraph(text: string, { columns }: HelpView): string {
  return `${wrapText(text, columns).join("\n")}\n`;
}

function usage(name: CommandName | undefined, words: Words, { style }: HelpView): string {
  return `${heading(words.help.titles.usage, words, style)}${words.colon.endsWith(" ") ? " " : ""}${usageOf(name)}\n`;
}

function heading(title: string, words: Words, style: Style): string {
  return style.strong(`${title}${words.colon}`.trimEnd());
}

/** Lines under a title, never wrapped: they are there to be copied. */
function block(title: string, lines: readonly string[], words: Words, { style }: HelpView): string {
  return `${heading(title, words, style)}\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

function entries(title: string, list: readonly Entry[], words: Words, view: HelpView): string {
  return `${heading(title, words, view.style)}\n${pairs(list, view)}`;
}

/** Terms with their texts beside them; a long term, or any on a narrow terminal, has its text below. */
function pairs(list: readonly Entry[], { columns }: HelpView): string {
  const width = columns < 60 ? 4 : Math.min(widestOf(list.map(([term]) => term)), 28);
  return list
    .map(([term, text]) => {
      const lines = wrapText(text, Math.max(20, columns - width - 4));
      const isBeside = columns >= 60 && widthOf(term) <= width;
      const first = isBeside ? `  ${padTo(term, width)}  ${lines.shift() ?? ""}` : `  ${term}`;
      return [first, ...lines.map((line) => `${" ".repeat(width + 4)}${line}`)].map((line) => `${line}\n`).join("");
    })
    .join("");
}
