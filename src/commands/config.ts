/**
 * `config show`: every setting, its value and where it came from.
 */

import { CliError } from "../errors.js";
import type { ConfigReport, SettingLine } from "../report.js";
import { nearestNames } from "../suggest.js";
import { type Context, datasetRef } from "./context.js";

export const configActions = ["show"] as const;

export function runConfig(
  [action = "show"]: readonly string[],
  settings: readonly SettingLine[],
  files: ConfigReport["files"],
  context: Context,
): ConfigReport {
  if (!(configActions as readonly string[]).includes(action)) {
    const nearest = nearestNames(action, configActions);
    throw new CliError({ code: "unknown-value", option: "config", value: action, allowed: configActions, nearest });
  }
  return { command: "config", dataset: datasetRef(context), settings, files, assumptions: [], warnings: [] };
}
