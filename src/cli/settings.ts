/**
 * Settings, the defaults of flags: from the environment, the project's `support-cli.json` and the user's own. Finds and reads them, and
 * records the source of each.
 */
import { dirname, isAbsolute, join, resolve } from "node:path";
import { parseJson } from "../data/json.js";
import { CliError, type ErrorInfo } from "../errors.js";
import { type Io, readIfThere } from "../io/io.js";
import {
  commands,
  type OptionSpec,
  optionSpecs,
  type ParsedCommand,
  type SettingKey,
  settingKeys,
  settings,
} from "../options.js";
import { nearestNames } from "../suggest.js";
import { flagOf } from "./parser.js";
import { readTicketSettings, type TicketSettings, ticketSettingOfError, ticketSettingsOf } from "./ticket-settings.js";

export const settingsFileName = "support-cli.json";

export interface Setting {
  readonly value: string | readonly string[];
  readonly from: "environment" | "project" | "user";
  /** The variable, or the path of the file. */
  readonly where: string;
}

export interface Settings {
  readonly values: Readonly<Partial<Record<SettingKey, Setting>>>;
  /** Options about ticket files. */
  readonly tickets?: TicketSettings;
  /** The files that were read. */
  readonly files: readonly { readonly kind: "project" | "user"; readonly path: string }[];
}

/** The settings of the environment alone. */
export function settingsOfEnvironment(env: Io["env"]): Settings {
  const values: Partial<Record<SettingKey, Setting>> = {};
  for (const key of settingKeys) {
    const where = settings[key];
    const text = env[where]?.trim();
    if (!text) continue;
    const value = isList(key)
      ? text
          .split(",")
          .map((item) => item.trim())
          .filter((item) => item !== "")
      : text;
    if (value.length > 0) values[key] = { value, from: "environment", where };
  }
  return { values, files: [] };
}

/** The settings. If a file of settings cannot be used, those of the environment alone, and the error. */
export async function readSettings(io: Io, useFiles: boolean): Promise<{ settings: Settings; error?: unknown }> {
  if (!useFiles) return { settings: settingsOfEnvironment(io.env) };
  try {
    return { settings: await loadSettings(io) };
  } catch (error) {
    return { settings: settingsOfEnvironment(io.env), error };
  }
}

/**
 * All settings, an earlier source before a later: the environment, the nearest `support-cli.json` from the current folder upwards, and
 * that of the user's configuration folder. Throws `bad-config`, `invalid-json`, `unreadable-file`.
 */
async function loadSettings(io: Io): Promise<Settings> {
  const fromEnvironment = settingsOfEnvironment(io.env);
  const files: { kind: "project" | "user"; path: string }[] = [];
  let values = fromEnvironment.values;
  let tickets: TicketSettings = {};
  const userPath = io.configFolder === undefined ? undefined : join(io.configFolder, "support-cli", settingsFileName);
  const read = async (kind: "project" | "user", path: string): Promise<boolean> => {
    const text = await readIfThere(path, io, "regular");
    if (text === undefined) return false;
    files.push({ kind, path });
    const config = readConfig(text, kind, path);
    values = { ...config.values, ...values };
    tickets = { ...config.tickets, ...tickets };
    return true;
  };
  for (
    let folder = io.workingFolder(), above = "";
    folder !== undefined && folder !== above;
    above = folder, folder = dirname(folder)
  ) {
    const path = join(folder, settingsFileName);
    if (path !== userPath && (await read("project", path))) break;
  }
  if (userPath !== undefined) await read("user", userPath);
  return { values, files, tickets };
}

interface Config {
  readonly values: Partial<Record<SettingKey, Setting>>;
  readonly tickets: TicketSettings;
}

function readConfig(text: string, from: "project" | "user", path: string): Config {
  const document = parseJson(text, path);
  const names: readonly string[] = [...settingKeys, "tickets"];
  const refuse = (
    key: string,
    value: unknown,
    expected: "object" | "text" | "list" | "flag" | "key",
    allowed = names,
  ): never => {
    const nearest = expected === "key" ? nearestNames(key.replace(/^tickets\./, ""), allowed) : [];
    throw new CliError({
      code: "bad-config",
      path,
      key,
      value: JSON.stringify(value) ?? "",
      expected,
      allowed,
      nearest,
    });
  };
  if (typeof document !== "object" || document === null || Array.isArray(document))
    return refuse("", document, "object");
  const values: Partial<Record<SettingKey, Setting>> = {};
  let tickets: TicketSettings = {};
  for (const [key, value] of Object.entries(document)) {
    if (key === "$schema") continue;
    if (key === "tickets") {
      tickets = readTicketSettings(value, { from, where: path }, refuse);
      continue;
    }
    if (!isSettingKey(key)) return refuse(key, value, "key");
    const texts = Array.isArray(value) ? value : [value];
    if (
      texts.length === 0 ||
      !texts.every((item) => typeof item === "string" && item !== "") ||
      (!isList(key) && Array.isArray(value))
    ) {
      return refuse(key, value, isList(key) ? "list" : "text");
    }
    const resolved = texts.map((item: string) => besideFile(key, item, path));
    values[key] = { value: isList(key) ? resolved : (resolved[0] as string), from, where: path };
  }
  return { values, tickets };
}

/** A path in a settings file is relative to the folder of that file. */
function besideFile(key: SettingKey, value: string, path: string): string {
  const names = key === "dataset" ? /[/\\]|\.json$/i : key === "holidays" ? /[./\\]/ : undefined;
  // Before a source of holidays there may be its region.
  const region = key === "holidays" ? (/^[^./\\=]+=/.exec(value)?.[0] ?? "") : "";
  const file = value.slice(region.length);
  return names?.test(file) && !isAbsolute(file) ? `${region}${resolve(dirname(path), file)}` : value;
}

function isSettingKey(key: string): key is SettingKey {
  return (settingKeys as readonly string[]).includes(key);
}

function isList(key: SettingKey): boolean {
  // A setting names one dataset; only the command line names several.
  return key !== "dataset" && (optionSpecs[key] as OptionSpec).repeatable === true;
}

/** A command with settings for the options that its command line does not have, if the command accepts them. */
export function withSettings(command: ParsedCommand, { values, tickets = {} }: Settings): ParsedCommand {
  const { options: own, unset = [] } = commands[command.command] as {
    options: readonly string[];
    unset?: readonly string[];
  };
  const added: Record<string, unknown> = {};
  for (const key of settingKeys) {
    const isAccepted = key in optionSpecs && (own.includes(key) || isGlobal(key)) && !unset.includes(key);
    const value = values[key]?.value;
    // The customer's zone is for some regions only, and an option would be for all.
    if (isAccepted && key !== "zone" && command.options[key] === undefined && value !== undefined)
      added[key] = key === "dataset" ? [value] : value;
  }
  return { ...command, options: { ...ticketSettingsOf(command, tickets), ...added, ...command.options } };
}

function isGlobal(key: SettingKey): boolean {
  return key === "lang" || key === "tz" || key === "dataset";
}

/** The setting that supplied the option or the file of an error, if one did. */
export function settingOfError(
  error: ErrorInfo,
  command: ParsedCommand | undefined,
  { values, tickets = {} }: Settings,
): { readonly key: string; readonly setting: Pick<Setting, "where"> } | undefined {
  for (const key of settingKeys) {
    const setting = values[key];
    if (setting && command?.options[key] === undefined && isAbout(error, flagOf(key), [setting.value].flat()))
      return { key, setting };
  }
  return command && ticketSettingOfError(command, tickets, (flag, texts) => isAbout(error, flag, texts));
}

function isAbout(error: ErrorInfo, flag: string, values: readonly string[]): boolean {
  if (error.code === "conflicting-options") return values.some((value) => error.options.includes(`${flag} ${value}`));
  // The option may have the name beside it whose values differ: `--priority-map urgent`.
  if ("option" in error && error.option !== undefined && error.option.split(" ")[0] !== flag) return false;
  const texts = textsOf(error);
  // It may be about either side of a map, a condition, or a region's own holidays.
  const parts = values.flatMap((value) => value.split(/!?=|[,|]/).map((part) => part.trim()));
  return [...values, ...parts].some((value) => texts.includes(value));
}

/** What an error quotes, which may be the value of a setting. */
function textsOf(error: ErrorInfo): readonly string[] {
  if (error.code === "repeated-option") return error.values;
  if (error.code === "missing-column") return [error.path, ...error.columns];
  if (error.code === "reversed-range") return [error.from, error.to];
  return [...("value" in error ? [String(error.value)] : []), ...("path" in error ? [error.path] : [])];
}
