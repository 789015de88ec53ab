/**
 * `config show`: the value of each setting, and its source.
 */

import { langVariable } from "../cli/locale.js";
import { flagOf } from "../cli/parser.js";
import { ticketSettingsByName } from "../cli/ticket-settings.js";
import { runConfig } from "../commands/config.js";
import { isZone } from "../core/zone.js";
import { defaultDatasetId } from "../data/bundled.js";
import { type ParsedCommand, type SettingKey, settingKeys, settings as settingVariables } from "../options.js";
import { renderConfigText } from "../render/text/config.js";
import type { SettingLine } from "../report.js";
import { type ActionContext, type ActionResult, renderResult } from "./action.js";

export async function configAction({ args }: ParsedCommand, action: ActionContext): Promise<ActionResult> {
  const report = runConfig(args, settingLines(action), action.settings.files, action.context);
  return renderResult(report, action, { text: (report) => renderConfigText(report, action.messages, action.view) });
}

/** The value of each setting, and its source. */
function settingLines({ commandLine, settings, context, io }: ActionContext): readonly SettingLine[] {
  const defaults: Readonly<Partial<Record<SettingKey, Pick<SettingLine, "value" | "from" | "where" | "commands">>>> = {
    plan: { value: context.dataset.candidates, from: "default", where: undefined, commands: ["deadline"] },
    lang: { value: context.lang, from: langVariable(io.env) ? "environment" : "default", where: langVariable(io.env) },
    tz: { value: io.systemZone(isZone), from: "system", where: undefined },
    dataset: { value: defaultDatasetId, from: "default", where: undefined },
  };
  const lines = settingKeys.map((key) => {
    const flagValue = commandLine.options[key];
    const source: Pick<SettingLine, "value" | "from" | "where" | "commands"> =
      flagValue !== undefined
        ? { value: flagValue, from: "flag" as const, where: undefined }
        : (settings.values[key] ?? defaults[key] ?? { value: undefined, from: "default" as const, where: undefined });
    return {
      key,
      value: source.value,
      from: source.from,
      where: source.where,
      commands: source.commands,
      flag: flagOf(key),
      variable: settingVariables[key],
    };
  });
  const ofTickets = ticketSettingsByName(settings.tickets ?? {}).map(({ name, ...setting }) => ({
    key: `tickets.${name}`,
    ...setting,
    flag: `--${name}`,
    variable: undefined,
  }));
  return [...lines, ...ofTickets];
}
