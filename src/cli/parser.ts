/**
 * argv to what was typed, through commander. Turns commander's errors into failures with suggestions; prints nothing and never exits.
 */
import { Command, CommanderError, Option } from "commander";
import { nearestNames } from "../data/nearest.js";
import { Failure, type Fault } from "../errors.js";
import {
  type CommandName,
  type CommandOption,
  commandOptions,
  commands,
  type GlobalOption,
  globalOptions,
  type OptionSpec,
  type Topic,
  type Typed,
  type TypedOptions,
  topics,
} from "./options.js";

/** What help is asked on; undefined for the program. */
export type HelpSubject = CommandName | Topic | undefined;

/** A command to run, help on a command or topic (the program where none is named), or the version. */
export type ParsedLine =
  | { readonly kind: "command"; readonly typed: Typed }
  | { readonly kind: "help"; readonly about: HelpSubject }
  | { readonly kind: "version" };

/** Reads a command line. */
export function parseCommandLine(argv: readonly string[]): ParsedLine {
  let typed: Typed | undefined;
  let about: ParsedLine | undefined;
  const output = { writeOut: () => {}, writeErr: () => {} };

  const program = new Command("support-cli");
  const prepare = (command: Command) =>
    command
      .exitOverride()
      .configureOutput(output)
      .showSuggestionAfterError(false)
      .allowExcessArguments(false)
      .helpOption("-h, --help")
      .configureHelp({
        formatHelp: (command) => {
          about = helpOn(command === program ? undefined : command.name());
          return "";
        },
      });

  prepare(program).version("0", "-V, --version").helpCommand(false);
  for (const spec of Object.values(globalOptions)) program.addOption(optionOf(spec));
  const help = prepare(program.command("help [topic]"));
  for (const spec of Object.values(globalOptions)) help.addOption(optionOf(spec));
  help.action((topic: string | undefined) => {
    about = helpOn(topic);
  });

  for (const [name, spec] of Object.entries(commands)) {
    const command = prepare(program.command(`${name} ${spec.arguments}`.trim()));
    // A line that begins with a command can only be about that one; the others need no more than their names.
    if (Object.hasOwn(commands, argv[0] ?? "") && name !== argv[0]) continue;
    for (const key of spec.options) command.addOption(optionOf(commandOptions[key]));
    for (const global of Object.values(globalOptions)) command.addOption(optionOf(global));
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
    if (error.code === "commander.version") return { kind: "version" };
    // Commander takes no command at all as a call for help that went wrong.
    if (error.exitCode === 0 || error.code === "commander.help") return about ?? helpOn(undefined);
    throw new Failure(faultOf(error, program, argv));
  }
  if (typed) {
    checkChoices(typed);
    return { kind: "command", typed };
  }
  return about ?? helpOn(undefined);
}

/** Throws `unknown-command` for what is neither a command nor a topic. */
function helpOn(name: string | undefined): ParsedLine {
  if (name === undefined || name === "help") return { kind: "help", about: undefined };
  const known = [...Object.keys(commands), ...topics];
  if (!known.includes(name)) throw new Failure({ ...unknownCommand(name, topics), orTopic: true });
  return { kind: "help", about: name as CommandName | Topic };
}

function optionOf(spec: OptionSpec): Option {
  const option = new Option(spec.flags);
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

function unknownCommand(value: string, more: readonly string[] = []): Extract<Fault, { readonly code: "unknown-command" }> {
  const allowed = [...Object.keys(commands), ...more];
  return { code: "unknown-command", value, nearest: nearestNames(value, allowed), allowed };
}
