/**
 * The manual page, from the same catalogue as the help: man(7) markup for `man support-cli`.
 */
import type { Messages } from "../i18n/en.js";
import { type CommandName, type CommandSpec, commands, listedTopics } from "../options.js";
import { commandEntries, type Entry, optionEntries, programOptions, topicLists, usageOf } from "./help.js";

export function renderManual(messages: Messages, version: string): string {
  const { manual, program, examples, notes } = messages.help;
  const lists = topicLists(messages);
  const names = Object.keys(commands) as CommandName[];
  return [
    `.TH SUPPORT\\-CLI 1 "" ${quoted(`support-cli ${version}`)} ${quoted(manual.title)}`,
    // Lines are not stretched: between Chinese and Japanese words there are few blanks to do it with.
    ".ad l",
    manSection(manual.name),
    `support\\-cli \\- ${escaped(manual.summary)}`,
    manSection(manual.synopsis),
    `.B support\\-cli\n${escaped("<command> [options]")}`,
    manSection(manual.description),
    escapeText(program),
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
        ...(title === "" ? [] : [`.SS ${quoted(title)}`]),
        ...items.map(tagged),
      ]),
      ...notes[topic].flatMap((note) => [".PP", escapeText(note)]),
    ]),
  ]
    .join("\n")
    .concat("\n");
}

function commandPart(name: CommandName, messages: Messages): readonly string[] {
  const spec: CommandSpec = commands[name];
  return [
    `.SS ${quoted(usageOf(name))}`,
    escapeText(messages.commands[name].summary),
    example(messages.commands[name].examples),
    ...optionEntries(spec.options, messages, name).map(tagged),
  ];
}

function manSection(title: string): string {
  return `.SH ${quoted(title.toUpperCase())}`;
}

function tagged([term, meaning]: Entry): string {
  return `.TP\n.B ${escaped(term)}\n${escapeText(meaning)}`;
}

function example(lines: readonly string[]): string {
  return [".PP", ".nf", ...lines.map((line) => `    ${escaped(line)}`), ".fi"].join("\n");
}

function escapeText(paragraph: string): string {
  return escaped(paragraph).replace(/^[.']/, "\\&$&");
}

function escaped(words: string): string {
  return words.replaceAll("\\", "\\e").replaceAll("-", "\\-");
}

function quoted(words: string): string {
  return `"${escaped(words).replaceAll('"', "\\(dq")}"`;
}
