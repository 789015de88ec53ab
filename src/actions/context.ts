/**
 * The context of a command: its dataset, the current time and the time zone, from the options, the settings and the system.
 */

import type { Settings } from "../cli/settings.js";
import { type Context, Diagnostics, type InputZone, type NamedDataset, readTime } from "../commands/context.js";
import { findZone, isZone } from "../core/zone.js";
import { defaultDatasetId } from "../data/bundled.js";
import { customerZone, type Lang } from "../data/dataset.js";
import { loadDataset } from "../data/load.js";
import { CliError } from "../errors.js";
import { decodeText, type Io } from "../io/io.js";
import { type CommandName, commands, type ParsedCommand, type SettingKey } from "../options.js";
import type { Assumption } from "../report.js";

/** `commandLine` is the command without the settings that were added to it. Throws what is wrong with the dataset, `--tz` or `--now`. */
export async function openContext(
  commandLine: ParsedCommand,
  command: ParsedCommand,
  settings: Settings,
  lang: Lang,
  io: Io,
): Promise<Context> {
  const { options } = command;
  const readText = async (path: string) => decodeText(path, await io.readFile(path));
  if (options.tz !== undefined) findZone(options.tz);
  const named = await loadDatasets(command, readText);
  const base = {
    lang,
    now: io.now(),
    ...(named[0] as NamedDataset),
    ...(named.length > 1 && { several: named }),
    customerZones: texts(settings.values.zone?.value),
    inputZone:
      options.tz === undefined
        ? systemInputZone(io)
        : { name: options.tz, assumed: false, isFlag: commandLine.options.tz !== undefined },
    readText,
  };
  const notices = new Diagnostics({
    assumptions: projectSettings(commandLine, command, settings, hasCustomerRegion(command, named)),
    warnings: [],
  });
  const now = options.now === undefined ? base.now : readTime("--now", options.now, base, notices);
  return withJoined(await withMetric({ ...base, now, notices }, command), options);
}

async function withMetric(context: Context, { command, options }: ParsedCommand): Promise<Context> {
  if (options.metric === undefined) return context;
  const { contextForMetric } = await import("../commands/metric.js");
  return contextForMetric(context, options.metric, command === "compare");
}

/** The context with several datasets as one. */
async function withJoined(context: Context, { priorityMap = [] }: ParsedCommand["options"]): Promise<Context> {
  if (!context.several) return context;
  const { joinNamed } = await import("../commands/several.js");
  return { ...context, ...joinNamed(context.several, priorityMap) };
}

function texts(value: string | readonly string[] | undefined): readonly string[] | undefined {
  return value === undefined ? undefined : [value].flat();
}

const comparing: readonly CommandName[] = ["compare", "deadline", "audit"];

/** The datasets of `--dataset`, or the default one. Throws `repeated-option` for a command that uses one. */
async function loadDatasets(
  { command, options }: ParsedCommand,
  readText: Context["readText"],
): Promise<readonly NamedDataset[]> {
  const names = [...new Set(options.dataset ?? [])];
  if (names.length > 1 && !comparing.includes(command))
    throw new CliError({ code: "repeated-option", option: "--dataset", values: names, command });
  if (names.length === 0) return [{ dataset: await loadDataset(defaultDatasetId, readText) }];
  const loaded: NamedDataset[] = [];
  for (const datasetName of names) {
    let text: string | undefined;
    const dataset = await loadDataset(datasetName, async (path) => {
      text = await readText(path);
      return text;
    });
    const same = loaded.find((other) => other.dataset.id === dataset.id);
    if (same)
      throw new CliError({
        code: "same-dataset",
        id: dataset.id,
        datasets: [same.datasetName as string, datasetName],
      });
    loaded.push({ dataset, datasetName, datasetDigest: text === undefined ? undefined : await sha256(text) });
  }
  return loaded;
}

/** Whether a command may use the customer's zone. */
function hasCustomerRegion({ command }: ParsedCommand, named: readonly NamedDataset[]): boolean {
  const { options }: { readonly options: readonly string[] } = commands[command];
  const regions = named.flatMap(({ dataset }) => Object.values(dataset.regions));
  return options.includes("zone") && regions.some(({ zone }) => zone === customerZone);
}

const reportedSettings = ["dataset", "holidays", "tz", "zone"] as const satisfies readonly SettingKey[];

/** The project's settings file, where it supplied what the result depends on. The user's own file and the environment are not reported. */
function projectSettings(
  commandLine: ParsedCommand,
  { options }: ParsedCommand,
  { values, tickets = {} }: Settings,
  usesCustomerZone: boolean,
): readonly Assumption[] {
  const keys = reportedSettings.filter(
    (key) =>
      commandLine.options[key] === undefined &&
      (key === "zone" ? usesCustomerZone : options[key] !== undefined) &&
      values[key]?.from === "project",
  );
  const [ofTickets] = Object.entries(tickets).flatMap(([key, { from, where }]) => {
    const option = key as keyof typeof tickets;
    const isUsed = commandLine.options[option] === undefined && options[option] !== undefined;
    return isUsed && from === "project" ? [where] : [];
  });
  const path = keys.map((key) => values[key]?.where)[0] ?? ofTickets;
  const named = ofTickets === undefined ? keys : [...keys, "tickets"];
  return path === undefined ? [] : [{ code: "project-settings", path, settings: named }];
}

async function sha256(text: string): Promise<string> {
  const { createHash } = await import("node:crypto");
  return createHash("sha256").update(text).digest("hex");
}

/** The system's zone. It is looked up at its first use and cached, because the lookup is slow. */
function systemInputZone(io: Io): InputZone {
  let cached: { readonly name: string | undefined } | undefined;
  return {
    get name() {
      cached ??= { name: io.systemZone(isZone) };
      return cached.name;
    },
    assumed: true,
    variable: io.env.TZ,
  };
}
