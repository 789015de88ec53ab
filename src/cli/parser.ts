/**
 * Parses argv through commander. Turns commander's errors into CliErrors with suggestions; prints nothing and never exits.
 */
import { Command, CommanderError, Option } from "commander";
import { CliError, checkRepeated, type ErrorInfo } from "../errors.js";
import { type Topic, topics } from "../help-topics.js";
import {
  type CommandName,
  type CommandOption,
  commandOptions,
  commands,
  type GlobalOption,
  globalOptions,
  type OptionSpec,
  type ParsedCommand,
  type ParsedOptions,
  ticketOptions,
} from "../options.js";
import { nearestNames } from "../suggest.js";

/** The subject of a help screen; undefined for the program. */
export type HelpSubject = CommandName | Topic | undefined;

/** A command to run, help on a command or topic (the program where none is named), or the version. */
export type ParsedLine =
  | { readonly kind: "command"; readonly command: ParsedCommand }
  | { readonly kind: "help"; readonly about: HelpSubject }
  | { readonly kind: "version" };

/** Reads a command line. */
export function parseCommandLine(argv: readonly string[]): ParsedLine {
  let parsed: ParsedCommand | undefined;
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

  const globals = Object.values(globalOptions);
  addOptions(prepare(program).version("0", "-V, --version").helpCommand(false), globals);
  // A line that begins with a command is about that one alone.
  const names = Object.keys(commands) as CommandName[];
  const only = names.find((name) => name === argv[0]);
  if (only === undefined) {
    addOptions(prepare(program.command("help [topic]")), globals).action((topic: string | undefined) => {
      about = helpOn(topic);
    });
  }
  for (const name of only === undefined ? names : [only]) {
    const spec = commands[name];
    const command = prepare(program.command(`${name} ${spec.arguments}`.trim()));
    addOptions(command, [...spec.options.map((key) => commandOptions[key]), ...globals]);
    command.action(() => {
      // Options are accepted before the command and after it.
      const options = merged(withoutDefaults(program), withoutDefaults(command));
      parsed = { command: name, args: command.args, options };
    });
  }

  try {
    program.parse(withoutShortEquals(argv), { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.version") return { kind: "version" };
    // Commander treats a missing command as a failed call for help.
    if (error.exitCode === 0 || error.code === "commander.help") return about ?? helpOn(undefined);
    throw new CliError(parseErrorOf(error, program, argv));
  }
  if (parsed) {
    checkNames(parsed);
    checkTicketFile(parsed);
    checkChoices(parsed);
    checkForms(parsed);
    return { kind: "command", command: { ...parsed, options: withoutDash(parsed.options) } };
  }
  return about ?? helpOn(undefined);
}

/** Throws `unknown-command` for what is neither a command nor a topic. */
function helpOn(name: string | undefined): ParsedLine {
  if (name === undefined || name === "help") return { kind: "help", about: undefined };
  const known = [...Object.keys(commands), ...topics];
  if (!known.includes(name)) throw new CliError({ ...unknownCommand(name, topics), orTopic: true });
  return { kind: "help", about: name as CommandName | Topic };
}

function addOptions(command: Command, specs: readonly OptionSpec[]): Command {
  for (const spec of specs) command.addOption(optionOf(spec));
  return command;
}

function optionOf(spec: OptionSpec): Option {
  const option = new Option(spec.flags);
  if (spec.key !== undefined) option.attributeName = () => spec.key as string;
  if (spec.repeatable) {
    option.argParser((value: string, before: readonly string[] | undefined) => [
      ...(before ?? []),
      ...(spec.commas ? splitAtCommas(value) : [value]),
    ]);
  } else if (/[<[]/.test(spec.flags)) {
    option.argParser((value: string, before: string | true | undefined) => {
      if (before !== true) checkRepeated(longFlag(spec.flags), before, value);
      return value;
    });
  }
  return option;
}

/** The items of a comma-separated list; a value without items is returned as it is, for the command to reject. */
export function splitAtCommas(value: string): readonly string[] {
  const items = value
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
  return items.length > 0 ? items : [value];
}

/** The options before and after the command as one set: lists add up, and an option of one value has one. */
function merged(before: Record<string, unknown>, after: Record<string, unknown>): ParsedOptions {
  const both: Record<string, unknown> = { ...before, ...after };
  for (const [key, value] of Object.entries(before)) {
    const other = after[key];
    if (Array.isArray(value) && Array.isArray(other)) both[key] = [...value, ...other];
    else if (typeof value === "string" && typeof other === "string")
      checkRepeated(flagOf(key as GlobalOption), value, other);
  }
  return both as ParsedOptions;
}

/** `--json` is a spelling of `--format json`, so another format beside it is a second value. Formats are those of the command. */
function checkForms({ command, options: { json, format } }: ParsedCommand): void {
  if (format !== undefined) checkChoice("--format", format, commands[command].formats);
  if (json && format !== undefined && format !== "json")
    throw new CliError({ code: "conflicting-options", options: ["--json", `--format ${format}`] });
}

/** `--output -` is the standard output, which is where the output goes without the option. */
function withoutDash({ output, ...rest }: ParsedOptions): ParsedOptions {
  return output === undefined || output === "-" ? rest : { output, ...rest };
}

/** The options on the command line: `--no-input` would otherwise make commander set input to true. */
function withoutDefaults(command: Command): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(command.opts()).filter(([key]) => command.getOptionValueSource(key) === "cli"),
  );
}

/**
 * Files, folders, columns and commands have a name: an empty one, as of a variable of the shell that is not set, would be the current
 * folder, or one that no message can show. Throws `missing-value`, `missing-argument`.
 */
function checkNames({ command, args, options }: ParsedCommand): void {
  const specs: Readonly<Record<string, OptionSpec>> = { ...globalOptions, ...commandOptions };
  for (const [key, value] of Object.entries(options)) {
    const { flags } = specs[key] as OptionSpec;
    const isNamed = ["file", "file|-", "folder", "column", "command", "name|number"].some((name) =>
      flags.endsWith(`<${name}>`),
    );
    if (isNamed && String(value).trim() === "") throw new CliError({ code: "missing-value", option: longFlag(flags) });
  }
  if (commands[command].arguments === "<file>" && args[0]?.trim() === "")
    throw new CliError({ code: "missing-argument", argument: "file", command });
}

/** The options that commands read a ticket file with, where they may do without one. */
const fileOptions = { deadline: "inputFile", workbook: "inputFile", recommend: "tickets" } as const satisfies Partial<
  Record<CommandName, CommandOption>
>;

/** Throws `unknown-option` for an option about a ticket file without one: nothing would come of it. */
function checkTicketFile({ command, options }: ParsedCommand): void {
  const file = Object.entries(fileOptions).find(([name]) => name === command)?.[1];
  if (file === undefined || options[file] !== undefined) return;
  // Some mean something of their own there: the span of a workbook, priorities of several datasets, the zone that times are also shown in.
  const own: readonly string[] = ["showTz", "priorityMap", ...(command === "workbook" ? ["from", "to"] : [])];
  const key = [...ticketOptions, "formulas" as const].find((key) => options[key] !== undefined && !own.includes(key));
  if (key === undefined) return;
  const commands = [`${command} ${flagOf(file)}`];
  throw new CliError({ code: "unknown-option", value: flagOf(key), command, nearest: [], commands });
}

function checkChoices({ options }: ParsedCommand): void {
  const specs: Readonly<Record<string, OptionSpec>> = { ...globalOptions, ...commandOptions };
  for (const [key, value] of Object.entries(options)) {
    const { choices, flags } = specs[key] as OptionSpec;
    // The formats allowed are those of the command.
    if (choices && key !== "format" && typeof value === "string") checkChoice(longFlag(flags), value, choices);
  }
}

/** Throws `unknown-value` unless `value` is one of `allowed`. */
export function checkChoice(option: string, value: string, allowed: readonly string[]): void {
  if (!allowed.includes(value))
    throw new CliError({ code: "unknown-value", option, value, allowed, nearest: nearestNames(value, allowed) });
}

/** `--plan` of `-p, --plan <plan>`. */
export function longFlag(flags: string): string {
  return /--[a-z-]+/.exec(flags)?.[0] ?? flags;
}

/** The flag of an option by its key, as messages name it. */
export function flagOf(key: GlobalOption | CommandOption): string {
  return longFlag(({ ...globalOptions, ...commandOptions } as Readonly<Record<string, OptionSpec>>)[key]?.flags ?? key);
}

function parseErrorOf(error: CommanderError, program: Command, argv: readonly string[]): ErrorInfo {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  const command = program.commands.find((c) => argv.includes(c.name()));
  const name = command?.name() ?? "";
  switch (error.code) {
    case "commander.unknownOption": {
      const known = [...program.options, ...(command?.options ?? [])].flatMap((option) => [
        option.long ?? "",
        option.short ?? "",
      ]);
      const flags = [...new Set([...known, "--help", "-h"])];
      const valued = valuedFlag(quoted, flags, argv);
      if (valued) return { code: "unexpected-value", ...valued } as const;
      const word = quoted.split("=")[0] as string;
      const others = Object.keys(commands).filter((other) => optionFlags(other as CommandName).includes(word));
      return {
        code: "unknown-option",
        value: word,
        command: name,
        nearest: nearestFlags(word, flags),
        commands: others,
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
      return {
        code: "excess-arguments",
        values: command.args.slice(command.registeredArguments.length),
        command: name,
      } as const;
    }
    default:
      return { code: "bug", detail: error.message } as const;
  }
}

/** `-o=file` as `-o file`: the equals sign of long options, written after a short one that has a value. */
function withoutShortEquals(argv: readonly string[]): string[] {
  const valued = new Set(
    [...Object.values(globalOptions), ...Object.values(commandOptions)].flatMap(
      ({ flags }) => /^(-[A-Za-z]), --\S+ </.exec(flags)?.[1] ?? [],
    ),
  );
  const end = argv.indexOf("--");
  return argv.flatMap((word, i) => {
    const [, flag = "", value = ""] = /^(-[A-Za-z])=(.*)$/s.exec(word) ?? [];
    return valued.has(flag) && (end < 0 || i < end) ? [flag, value] : [word];
  });
}

/** The option and value of a word such as `--json=true`, whose option has no value; commander calls `-q=true` by `-=true`. */
function valuedFlag(
  word: string,
  flags: readonly string[],
  argv: readonly string[],
): { option: string; value: string } | undefined {
  const [flag = "", value] = word.split(/=(.*)/s);
  if (value === undefined) return undefined;
  if (flag !== "-") return flags.includes(flag) ? { option: flag, value } : undefined;
  const argument = argv.find((other) => other.endsWith(word.slice(1)) && /^-[A-Za-z]+=/.test(other)) ?? "";
  const short = `-${argument[argument.indexOf("=") - 1]}`;
  return flags.includes(short) ? { option: short, value } : undefined;
}

function optionFlags(command: CommandName): readonly string[] {
  return commands[command].options.map((key) => longFlag(commandOptions[key].flags));
}

/** The long flags near a word. Compared without their dashes, which all of them share. */
function nearestFlags(word: string, flags: readonly string[]): readonly string[] {
  if (word === "-v") return ["--version"];
  const names = flags.filter((flag) => flag.startsWith("--")).map((flag) => flag.slice(2));
  return nearestNames(word.replace(/^-+/, ""), names).map((name) => `--${name}`);
}

function unknownCommand(
  value: string,
  more: readonly string[] = [],
): Extract<ErrorInfo, { readonly code: "unknown-command" }> {
  const allowed = [...Object.keys(commands), ...more];
  return {
    code: "unknown-command",
    value,
    nearest: value === "version" ? ["--version"] : nearestNames(value, allowed),
    allowed,
  };
}
