/**
 * The manual page, from the same catalogue as the help: man(7) markup for `man support-cli`.
 */
import type { Words } from "../i18n/en.js";
import { type CommandName, type CommandSpec, commands, listedTopics } from "../options.js";
import { commandEntries, type Entry, optionEntries, programOptions, topicLists, usageOf } from "./help.js";

export function renderManual(words: Words, version: string): string {
  const { manual, program, examples, notes } = words.help;
  const lists = topicLists(words);
  const names = Object.keys(commands) as CommandName[];
  return [
    `.TH SUPPORT\\-CLI 1 "" ${quoted(`support-cli ${version}`)} ${quoted(manual.title)}`,
    // Lines are not stretched: between Chinese and Japanese words there are few blanks to do it with.
    ".ad l",
    section(manual.name),
    `support\\-cli \\- ${escaped(manual.summary)}`,
    section(manual.synopsis),
    `.B support\\-cli\n${escaped("<command> [options]")}`,
    section(manual.description),
    text(program),
    section(manual.examples),
    example(examples),
    section(manual.commands),
    ...commandEntries(words)
      .filter(([term]) => term.startsWith("help"))
      .map(tagged),
    ...names.flatMap((name) => commandPart(name, words)),
    section(manual.options),
    ...programOptions(words).map(tagged),
    ...listedTopics.flatMap((topic) => [
      section(manual.topics[topic]),
      ...lists[topic].flatMap(({ title, items }) => [...(title === "" ? [] : [`.SS ${quoted(title)}`]), ...items.map(tagged)]),
      ...notes[topic].flatMap((note) => [".PP", text(note)]),
    ]),
  ]
    .join("\n")
    .concat("\n");
}

function commandPart(name: CommandName, words: Words): readonly string[] {
  const spec: CommandSpec = commands[name];
  return [
    `.SS ${quoted(usageOf(name))}`,
    text(words.commands[name].summary),
    example(words.commands[name].examples),
    ...optionEntries(spec.options, words, name).map(tagged),
  ];
}

function section(title: string): string {
  return `.SH ${quoted(title.toUpperCase())}`;
}

function tagged([term, meaning]: Entry): string {
  return `.TP\n.B ${escaped(term)}\n${text(meaning)}`;
}

function example(lines: readonly string[]): string {
  return [".PP", ".nf", ...lines.map((line) => `    ${escaped(line)}`), ".fi"].join("\n");
}

function text(paragraph: string): string {
  return escaped(paragraph).replace(/^[.']/, "\\&$&");
}

function escaped(words: string): string {
  return words.replaceAll("\\", "\\e").replaceAll("-", "\\-");
}

function quoted(words: string): string {
  return `"${escaped(words).replaceAll('"', "\\(dq")}"`;
}
