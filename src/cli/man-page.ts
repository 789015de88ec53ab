/**
 * The manual page, from the same catalogue as the help: man(7) markup for `man support-cli`.
 */

import { listedTopics } from "../help-topics.js";
import type { Messages } from "../i18n/en/index.js";
import { type CommandName, type CommandSpec, commands } from "../options.js";
import { commandEntries, type Entry, optionEntries, programOptions, topicLists, usageOf } from "./help.js";

export function renderManual(messages: Messages, version: string): string {
  const { manual, program, examples, notes } = messages.help;
  const lists = topicLists(messages);
  const names = Object.keys(commands) as CommandName[];
  return [
    `.TH SUPPORT\\-CLI 1 "" ${quoteArgument(`support-cli ${version}`)} ${quoteArgument(manual.title)}`,
    // Lines are not stretched: between Chinese and Japanese words there are few blanks to do it with.
    ".ad l",
    manSection(manual.name),
    `support\\-cli \\- ${escaped(manual.summary)}`,
    manSection(manual.synopsis),
    `.B support\\-cli\n${escaped("<command> [options]")}`,
    manSection(manual.description),
    escapeRoff(program),
    manSection(manual.examples),
    example(examples),
    manSection(manual.commands),
    ...commandEntries(messages)
      .filter(([term]) => term.startsWith("help"))
      .map(tagged),
    ...names.flatMap((name) => commandPart(name, messages)),
    manSection(manual.options),
    ...programOptions(messages).map(tagged),
    ...listedTopics.flatMap((topic) => [
      manSection(manual.topics[topic]),
      ...lists[topic].flatMap(({ title, items }) => [
        ...(title === "" ? [] : [`.SS ${quoteArgument(title)}`]),
        ...items.map(tagged),
      ]),
      ...notes[topic].flatMap((note) => [".PP", escapeRoff(note)]),
    ]),
  ]
    .join("\n")
    .concat("\n");
}

function commandPart(name: CommandName, messages: Messages): readonly string[] {
  const spec: CommandSpec = commands[name];
  return [
    `.SS ${quoteArgument(usageOf(name))}`,
    escapeRoff(messages.commands[name].summary),
    example(messages.commands[name].examples),
    ...optionEntries(spec.options, messages, name).map(tagged),
  ];
}

function manSection(title: string): string {
  return `.SH ${quoteArgument(title.toUpperCase())}`;
}

function tagged([term, meaning]: Entry): string {
  return `.TP\n.B ${escaped(term)}\n${escapeRoff(meaning)}`;
}

function example(lines: readonly string[]): string {
  return [".PP", ".nf", ...lines.map((line) => `    ${escaped(line)}`), ".fi"].join("\n");
}

function escapeRoff(paragraph: string): string {
  return escaped(paragraph).replace(/^[.']/, "\\&$&");
}

function escaped(text: string): string {
  return text.replaceAll("\\", "\\e").replaceAll("-", "\\-");
}

function quoteArgument(text: string): string {
  return `"${escaped(text).replaceAll('"', "\\(dq")}"`;
}
