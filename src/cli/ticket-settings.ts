/**
 * The object `tickets` of a settings file: the options about ticket files under their long names, for every command that reads one.
 */
import {
  type CommandSpec,
  commandOptions,
  commands,
  type OptionSpec,
  type ParsedCommand,
  type ParsedOptions,
  ticketOptions,
} from "../options.js";
import { checkChoice, longFlag } from "./parser.js";

type TicketOption = (typeof ticketOptions)[number];
export type TicketSettings = Readonly<Partial<Record<TicketOption, string | boolean | readonly string[]>>>;

/** What may be wrong with a value of the object. */
type Refuse = (
  key: string,
  value: unknown,
  expected: "object" | "text" | "list" | "key",
  allowed?: readonly string[],
) => never;

const nameOf = (key: TicketOption) => longFlag(commandOptions[key].flags).slice(2);

/** Reads the object; `refuse` throws the error of the file. */
export function readTicketSettings(value: unknown, refuse: Refuse): TicketSettings {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse("tickets", value, "object");
  const settings: Partial<Record<TicketOption, string | boolean | readonly string[]>> = {};
  for (const [name, given] of Object.entries(value)) {
    const key = ticketOptions.find((option) => nameOf(option) === name);
    if (key === undefined) return refuse(`tickets.${name}`, given, "key", ticketOptions.map(nameOf));
    settings[key] = readOne(key, name, given, refuse);
  }
  return settings;
}

function readOne(
  key: TicketOption,
  name: string,
  given: unknown,
  refuse: Refuse,
): string | boolean | readonly string[] {
  const spec: OptionSpec = commandOptions[key];
  // Of flags without a value, one such as --no-header is false where it is set.
  if (!spec.flags.includes("<"))
    return given === true ? !name.startsWith("no-") : refuse(`tickets.${name}`, given, "text");
  const texts: readonly unknown[] = Array.isArray(given) ? given : [given];
  const isText = (text: unknown): text is string => typeof text === "string" && text !== "";
  if (!texts.every(isText) || texts.length === 0 || (Array.isArray(given) && !spec.repeatable))
    return refuse(`tickets.${name}`, given, spec.repeatable ? "list" : "text");
  if (spec.repeatable) return texts;
  const text = texts[0] as string;
  if (spec.choices) checkChoice(`--${name}`, text, spec.choices);
  return text;
}

/** The settings that a command line leaves to them, where its command reads a ticket file. */
export function ticketSettingsOf({ command, options }: ParsedCommand, tickets: TicketSettings): ParsedOptions {
  const { options: own, unset = [] }: CommandSpec = commands[command];
  const reads =
    own.includes("map") &&
    (command === "audit" || command === "watch" || options.inputFile !== undefined || options.tickets !== undefined);
  if (!reads) return {};
  return Object.fromEntries(
    Object.entries(tickets).filter(([name]) => {
      const key = name as TicketOption;
      // It is about a metric, and the settings are for the first response too.
      if (key === "customerWhen" && options.metric === undefined) return false;
      return own.includes(key) && !unset.includes(key) && options[key] === undefined;
    }),
  );
}
