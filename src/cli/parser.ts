/**
 * argv to what was typed, through commander. Turns commander's errors into failures with suggestions; prints nothing and never exits.
 */
import { Command, CommanderError, Option } from "commander";
import { nearestNames } from "../data/nearest.js";
import { Failure, type Fault } from "../errors.js";
import type { Words } from "../i18n/words.js";
import {
  type CommandName,
  type CommandOption,
  commandOptions,
  commands,
  type GlobalOption,
  globalOptions,
  type OptionSpec,
  type Typed,
  type TypedOptions,
} from "./options.js";

export type ParsedLine = { readonly kind: "command"; readonly typed: Typed } | { readonly kind: "print"; readonly text: string };

/** Reads a command line. `version` is what `--version` prints; `columns` is the width help is wrapped at. */
export function parseCommandLine(argv: readonly string[], words: Words, version: string, columns: number): ParsedLine {
  let typed: Typed | undefined;
  let printed = "";
  const output = {
    writeOut: (text: string) => {
      printed += text;
    },
    writeErr: () => {},
    getOutHelpWidth: () => columns,
  };

  const program = new Command("support-cli");
  const prepare = (command: Command) =>
    command
      .exitOverride()
      .configureOutput(output)
      .showSuggestionAfterError(false)
      .allowExcessArguments(false)
      .helpOption("-h, --help", words.help.help)
      .configureHelp({ styleTitle: (title) => words.help.titles[title.replace(/:$/, "") as keyof typeof words.help.titles] ?? title });

  prepare(program).description(words.help.program).version(version, "-V, --version", words.help.version).usage(words.help.usage);
  program.helpCommand(words.help.helpCommand, words.help.helpCommandDescription).addHelpText("after", `\n${words.help.after}`);
  for (const [key, spec] of Object.entries(globalOptions)) program.addOption(optionOf(spec, words.options[key as GlobalOption]));

  for (const [name, spec] of Object.entries(commands)) {
    const command = prepare(program.command(`${name} ${spec.arguments}`.trim())).description(words.commands[name as CommandName].summary);
    // A line that begins with a command can only be about that one; the others need no more than their names.
    if (Object.hasOwn(commands, argv[0] ?? "") && name !== argv[0]) continue;
    command.addHelpText(
      "after",
      `\n${words.help.examples}\n${words.commands[name as CommandName].examples.map((line) => `  ${line}`).join("\n")}`,
    );
    for (const key of spec.options) command.addOption(optionOf(commandOptions[key], words.options[key]));
    command.optionsGroup(words.help.globalOptions);
    for (const [key, global] of Object.entries(globalOptions)) command.addOption(optionOf(global, words.options[key as GlobalOption]));
    command.action(() => {
      // Options may stand before the command or after it; after wins.
      const options = { ...withoutDefaults(program), ...withoutDefaults(command) } as TypedOptions;
      typed = { command: name as CommandName, args: command.args, options };
    });
  }

  try {
    program.parse([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: "print", text: printed };
    // Commander takes no command at all, and help for an unknown one, as a call for help that went wrong.
    if (error.code === "commander.help") {
      const [, asked] = argv;
      if (argv[0] === "help" && asked !== undefined) throw new Failure(unknownCommand(asked));
      return { kind: "print", text: program.helpInformation() };
    }
    throw new Failure(faultOf(error, program, argv));
  }
  if (typed) {
    checkChoices(typed);
    return { kind: "command", typed };
  }
  return { kind: "print", text: program.helpInformation() };
}

function optionOf(spec: OptionSpec, description: string): Option {
  const option = new Option(spec.flags, description);
  if (spec.key !== undefined) option.attributeName = () => spec.key as string;
  if (spec.repeatable) option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
  return option;
}

/** Only what was typed: `--no-input` would otherwise make commander set input to true. */
function withoutDefaults(command: Command): Record<string, unknown> {
  return Object.fromEntries(Object.entries(command.opts()).filter(([key]) => command.getOptionValueSource(key) === "cli"));
}

function checkChoices(typed: Typed): void {
  const specs: Readonly<Record<string, OptionSpec>> = { ...globalOptions, ...commandOptions };
  for (const [key, value] of Object.entries(typed.options)) {
    const { choices, flags } = specs[key] as OptionSpec;
    if (choices && typeof value === "string") checkChoice(longFlag(flags), value, choices);
  }
}

/** Throws `unknown-value` unless `value` is one of `allowed`. */
export function checkChoice(option: string, value: string, allowed: readonly string[]): void {
  if (!allowed.includes(value)) throw new Failure({ code: "unknown-value", option, value, allowed, nearest: nearestNames(value, allowed) });
}

/** `--plan` of `-p, --plan <plan>`. */
export function longFlag(flags: string): string {
  return /--[a-z-]+/.exec(flags)?.[0] ?? flags;
}

/** The flag of an option by its key, as messages name it. */
export function flagOf(key: GlobalOption | CommandOption): string {
  return longFlag(({ ...globalOptions, ...commandOptions } as Readonly<Record<string, OptionSpec>>)[key]?.flags ?? key);
}

function faultOf(error: CommanderError, program: Command, argv: readonly string[]): Fault {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  const command = program.commands.find((c) => argv.includes(c.name()));
  const name = command?.name() ?? "";
  switch (error.code) {
    case "commander.unknownOption": {
      const flags = [...program.options, ...(command?.options ?? [])].flatMap((option) => [option.long ?? "", option.short ?? ""]);
      const word = quoted.split("=")[0] as string;
      return {
        code: "unknown-option",
        value: word,
        command: name,
        nearest: nearestNames(
          word,
          [...new Set(flags)].filter((f) => f.startsWith("--")),
        ),
      } as const;
    }
    case "commander.unknownCommand": {
      return unknownCommand(quoted);
    }
    case "commander.optionMissingArgument":
      return { code: "missing-value", option: quoted } as const;
    case "commander.missingArgument":
      return { code: "missing-argument", argument: quoted, command: name } as const;
    case "commander.excessArguments": {
      const first = argv.find((word) => !word.startsWith("-"));
      if (!command) return unknownCommand(first ?? "");
      return { code: "excess-arguments", values: command.args.slice(command.registeredArguments.length), command: name } as const;
    }
    default:
      return { code: "bug", detail: error.message } as const;
  }
}

function unknownCommand(value: string): Fault {
  const allowed = Object.keys(commands);
  return { code: "unknown-command", value, nearest: nearestNames(value, allowed), allowed };
}
