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
export type TicketSettings = Readonly<Partial<Record<TicketOption, TicketSetting>>>;

interface TicketSetting {
  readonly value: string | boolean | readonly string[];
  readonly from: "project" | "user";
  /** The path of the file. */
  readonly where: string;
}

/** What may be wrong with a value of the object. */
type Refuse = (
  key: string,
  value: unknown,
  expected: "object" | "text" | "list" | "flag" | "key",
  allowed?: readonly string[],
) => never;

const nameOf = (key: TicketOption) => longFlag(commandOptions[key].flags).slice(2);

/** Reads the object of a file; `refuse` throws its error. */
export function readTicketSettings(
  value: unknown,
  file: Pick<TicketSetting, "from" | "where">,
  refuse: Refuse,
): TicketSettings {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse("tickets", value, "object");
  const settings: Partial<Record<TicketOption, TicketSetting>> = {};
  for (const [name, given] of Object.entries(value)) {
    const key = ticketOptions.find((option) => nameOf(option) === name);
    if (key === undefined) return refuse(`tickets.${name}`, given, "key", ticketOptions.map(nameOf));
    settings[key] = { value: readOne(key, name, given, refuse), ...file };
  }
  return settings;
}

function readOne(key: TicketOption, name: string, given: unknown, refuse: Refuse): TicketSetting["value"] {
  const spec: OptionSpec = commandOptions[key];
  // Of flags without a value, one such as --no-header is false where it is set.
  if (!spec.flags.includes("<"))
    return typeof given === "boolean" ? given !== name.startsWith("no-") : refuse(`tickets.${name}`, given, "flag");
  const texts: readonly unknown[] = Array.isArray(given) ? given : [given];
  const isText = (text: unknown): text is string => typeof text === "string" && text !== "";
  if (!texts.every(isText) || texts.length === 0 || (Array.isArray(given) && !spec.repeatable))
    return refuse(`tickets.${name}`, given, spec.repeatable ? "list" : "text");
  return spec.repeatable ? texts : (texts[0] as string);
}

/** The settings by their names in the file, with the texts of their values. */
export function ticketSettingsByName(tickets: TicketSettings) {
  return Object.entries(tickets).map(([key, { value, from, where }]) => {
    const name = nameOf(key as TicketOption);
    const text = typeof value === "boolean" ? String(value !== name.startsWith("no-")) : value;
    return { name, value: text, from, where };
  });
}

/** The options that a command line leaves to settings, where its command reads a ticket file. Throws `unknown-value`. */
export function ticketSettingsOf(command: ParsedCommand, tickets: TicketSettings): ParsedOptions {
  return Object.fromEntries(
    Object.entries(usedTicketSettings(command, tickets)).map(([name, { value }]) => {
      const { flags, choices }: OptionSpec = commandOptions[name as TicketOption];
      if (choices && typeof value === "string") checkChoice(longFlag(flags), value, choices);
      return [name, value];
    }),
  );
}

/** The setting whose value an error is about, by its name in the file. */
export function ticketSettingOfError(
  command: ParsedCommand,
  tickets: TicketSettings,
  isAbout: (flag: string, values: readonly string[]) => boolean,
): { readonly key: string; readonly setting: TicketSetting } | undefined {
  for (const [key, setting] of Object.entries(usedTicketSettings(command, tickets))) {
    const name = nameOf(key as TicketOption);
    const texts = [setting.value].flat().filter((value) => typeof value === "string");
    if (isAbout(`--${name}`, texts)) return { key: `tickets.${name}`, setting };
  }
  return undefined;
}

/** The settings that a command line leaves to them, where its command reads a ticket file. */
function usedTicketSettings({ command, options }: ParsedCommand, tickets: TicketSettings): TicketSettings {
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
