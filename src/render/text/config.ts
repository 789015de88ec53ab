/**
 * Settings as a table: the value in force, and the flag, variable or file that it came from.
 */
import type { Messages } from "../../i18n/en/index.js";
import type { ConfigReport, SettingLine } from "../../report.js";
import { createStyle, type View } from "./color.js";
import { renderList, renderTable } from "./table.js";

export function renderConfigText(report: ConfigReport, messages: Messages, view: View): string {
  const value = (line: SettingLine) => [line.value ?? []].flat().join(", ");
  if (view.quiet) return report.settings.map((line) => `${line.key}=${value(line)}\n`).join("");
  const style = createStyle(view.color);
  const { labels, config } = messages;
  const rows = report.settings.map((line) => [
    line.key,
    value(line) || style.dim(labels.none),
    line.commands !== undefined
      ? config.defaultOf(line.commands)
      : line.where === undefined
        ? config.from[line.from]
        : `${config.from[line.from]}${messages.colon}${line.where}`,
    [line.flag, ...(line.variable === undefined ? [] : [line.variable])].join("\n"),
  ]);
  const files =
    report.files.length === 0
      ? [config.noFiles]
      : report.files.map(({ kind, path }) => `${config.from[kind]}${messages.colon}${path}`);
  return [
    renderTable([config.setting, config.value, config.cameFrom, config.setBy], rows, view.columns, style),
    `${style.heading(config.files)}\n${renderList(files, view.columns)}`,
  ].join("\n");
}
