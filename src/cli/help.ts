/**
 * Help from the catalogue: of the program, of a command (its examples first), and of topics. Text only; parsing is parser.ts.
 */

import { exitCodes } from "../errors.js";
import { type ListedTopic, timeRules, topics, variables } from "../help-topics.js";
import type { Messages } from "../i18n/en/index.js";
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
  type OptionSpec,
  settingKeys,
  settings,
  ticketOptions,
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

export function optionEntries(
  keys: readonly (GlobalOption | CommandOption)[],
  messages: Messages,
  command?: CommandName,
): readonly Entry[] {
  const specs: Readonly<Record<string, OptionSpec>> = { ...globalOptions, ...commandOptions };
  return keys.map((key) => [specs[key]?.flags ?? "", optionText(key, messages, command)]);
}

/** What an option means, to one command where it has a meaning of its own there. */
export function optionText(
  key: GlobalOption | CommandOption,
  messages: Messages,
  command: CommandName | undefined,
): string {
  return (command && messages.optionsOf[command]?.[key as CommandOption]) ?? messages.options[key];
}

export function programOptions(messages: Messages): readonly Entry[] {
  const own = optionEntries(Object.keys(globalOptions) as GlobalOption[], messages);
  return [...own, ["-V, --version", messages.help.version], ["-h, --help", messages.help.help]];
}

export function commandEntries(messages: Messages): readonly Entry[] {
  const own = Object.entries(commands).map(
    ([name, spec]): Entry => [`${name} ${spec.arguments}`.trim(), messages.commands[name as CommandName].summary],
  );
  return [...own, ["help [command|topic]", messages.help.helpCommand]];
}

/** The usage of a command, or of the program. */
export function usageOf(name: CommandName | undefined): string {
  if (name === undefined) return "support-cli <command> [options]";
  return `support-cli ${name} ${commands[name].arguments === "" ? "" : `${commands[name].arguments} `}[options]`;
}

/** Help on a command, a topic, or the program. */
export function renderHelp(about: CommandName | ListedTopic | undefined, messages: Messages, view: HelpView): string {
  if (about === undefined) return renderProgramHelp(messages, view);
  return Object.hasOwn(commands, about)
    ? renderCommandHelp(about as CommandName, messages, view)
    : renderTopic(about as ListedTopic, messages, view);
}

function renderProgramHelp(messages: Messages, view: HelpView): string {
  const { titles, more } = messages.help;
  const about = topics
    .filter((topic) => !view.isBrief || topic !== "man")
    .map((topic): Entry => [`help ${topic}`, messages.help.topics[topic]]);
  const beyond: readonly Entry[] = [
    ["<command> --help", more.command],
    ["--help", more.global],
  ];
  return [
    paragraph(messages.help.program, view),
    block(titles.examples, messages.help.examples, messages, view),
    usage(undefined, messages, view),
    entries(titles.commands, commandEntries(messages), messages, view),
    ...(view.isBrief ? [] : [entries(titles.globalOptions, programOptions(messages), messages, view)]),
    entries(view.isBrief ? more.title : titles.topics, view.isBrief ? [...beyond, ...about] : about, messages, view),
  ].join("\n");
}

function renderCommandHelp(name: CommandName, messages: Messages, view: HelpView): string {
  const { titles } = messages.help;
  const spec: CommandSpec = commands[name];
  const { summary, examples } = messages.commands[name];
  return [
    paragraph(summary, view),
    block(titles.examples, examples, messages, view),
    usage(name, messages, view),
    ...(spec.options.length === 0 ? [] : [entries(titles.options, ownOptions(name, messages), messages, view)]),
    entries(titles.globalOptions, programOptions(messages), messages, view),
    block(titles.formats, wrapText(spec.formats.join(", "), view.columns - 2), messages, view),
  ].join("\n");
}

/** The options of a command; those about ticket files are in a topic of their own. */
function ownOptions(name: CommandName, messages: Messages): readonly Entry[] {
  const { options }: CommandSpec = commands[name];
  const about: readonly CommandOption[] = ticketOptions;
  if (!options.includes("map")) return optionEntries(options, messages, name);
  // Those with another meaning in this command are its own.
  const texts = messages.optionsOf[name] ?? {};
  const own = optionEntries(
    options.filter((key) => !about.includes(key) || key in texts),
    messages,
    name,
  );
  return [...own, ["...", messages.help.seeTickets]];
}

function renderTopic(topic: ListedTopic, messages: Messages, view: HelpView): string {
  const list = topicLists(messages)[topic];
  return [
    `${view.style.strong(messages.help.topics[topic])}\n`,
    ...list.map(({ title, items }) => (title === "" ? pairs(items, view) : entries(title, items, messages, view))),
    ...(messages.help.notes[topic].length === 0 ? [] : [renderList(messages.help.notes[topic], view.columns)]),
  ].join("\n");
}

/** What each topic lists. */
export function topicLists(
  messages: Messages,
): Readonly<Record<ListedTopic, readonly { readonly title: string; readonly items: readonly Entry[] }[]>> {
  const codes = Object.entries(exitCodes) as [keyof typeof exitCodes, number][];
  const { titles } = messages.help;
  return {
    "exit-codes": [{ title: "", items: codes.map(([name, code]) => [String(code), messages.help.exitCodes[name]]) }],
    "time-rules": [{ title: "", items: timeRules.map((rule) => [rule, messages.help.timeRules[rule]]) }],
    formats: [
      { title: "", items: formats.map((format: Format) => [format, messages.help.formats[format]]) },
      {
        title: titles.commands,
        items: Object.entries(commands).map(([name, spec]) => [name, spec.formats.join(", ")]),
      },
    ],
    tickets: [{ title: "", items: ticketEntries(messages) }],
    environment: [
      {
        title: "",
        items: [
          ...settingKeys.map(
            (key): Entry => [settings[key], messages.help.listVariables[key] ?? messages.options[key]],
          ),
          ...variables.map((name): Entry => [name, messages.help.variables[name]]),
        ],
      },
    ],
  };
}

function ticketEntries(messages: Messages): readonly Entry[] {
  const spans: Readonly<Partial<Record<CommandOption, string>>> = messages.help.ticketSpan;
  return [...ticketOptions, "formulas" as const].map((key): Entry => {
    const [[flags, text] = ["", ""]] = optionEntries([key], messages);
    return [flags, spans[key] ?? text];
  });
}

function paragraph(text: string, { columns }: HelpView): string {
  return `${wrapText(text, columns).join("\n")}\n`;
}

function usage(name: CommandName | undefined, messages: Messages, { style }: HelpView): string {
  return `${heading(messages.help.titles.usage, messages, style)}${messages.colon.endsWith(" ") ? " " : ""}${usageOf(name)}\n`;
}

function heading(title: string, messages: Messages, style: Style): string {
  return style.strong(`${title}${messages.colon}`.trimEnd());
}

/** Lines under a title, never wrapped: they are there to be copied. */
function block(title: string, lines: readonly string[], messages: Messages, { style }: HelpView): string {
  return `${heading(title, messages, style)}\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

function entries(title: string, list: readonly Entry[], messages: Messages, view: HelpView): string {
  return `${heading(title, messages, view.style)}\n${pairs(list, view)}`;
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
