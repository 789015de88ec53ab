/**
 * The message of an error on stderr: a sentence with a hint, or one JSON object.
 */

import { CliError, type ErrorInfo } from "../errors.js";
import type { Messages } from "../i18n/en/index.js";
import { formatJson } from "../render/json-text.js";
import { createStyle } from "../render/text/color.js";
import { escapeControls, escapeControlsDeep, escaperOf } from "../render/text/sanitize.js";
import { nearestNames } from "../suggest.js";
import { type MessageView, messageLines, renderMark } from "./messages.js";
import type { settingOfError } from "./settings.js";

/** The error that was thrown, with similar zone names in its hints; anything but a CliError is a bug. */
export async function errorOf(error: unknown): Promise<ErrorInfo> {
  if (!(error instanceof CliError))
    return { code: "bug", detail: error instanceof Error ? error.message : String(error) };
  const { error: info } = error;
  if (info.code === "unknown-zone" && info.nearest.length === 0)
    return { ...info, nearest: await zonesLike(info.value) };
  // A misspelled name, or a path that ends in a name; a value with digits is an offset.
  if (info.code === "unknown-system-zone" && info.variable !== undefined && !/\d/.test(info.variable)) {
    return { ...info, nearest: await zonesLike(info.variable.replace(/^.*zoneinfo\//, "").trim()) };
  }
  return info;
}

/** The IANA zone of a Windows name, or the zones of similar names. */
async function zonesLike(name: string): Promise<readonly string[]> {
  const { ianaOfWindows } = await import("../core/windows-zones.js");
  const zone = ianaOfWindows.get(name.trim().toLowerCase());
  if (zone !== undefined) return [zone];
  return nearestNames(name, ["UTC", ...Intl.supportedValuesOf("timeZone")]);
}

const maxQuoted = 200;

/** An error with long texts cut, except paths. */
function shortenValues<T>(value: T): T {
  if (typeof value === "string") return (value.length > maxQuoted ? `${value.slice(0, maxQuoted)}…` : value) as T;
  if (Array.isArray(value)) return value.map(shortenValues) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === "path" ? inner : shortenValues(inner)]),
  ) as T;
}

/** The message on stderr: a sentence and a hint, or one JSON object. */
export function explain(
  error: ErrorInfo,
  source: ReturnType<typeof settingOfError>,
  messages: Messages,
  json: boolean,
  view: MessageView,
): string {
  if (json) {
    const { message, hint } = failureIn(shortenValues(error), escapeControls);
    const path = "path" in error ? { path: error.path } : {};
    const line = "line" in error ? { line: error.line } : {};
    return `${formatJson({ error: { code: error.code, message, hint, ...path, ...line } })}\n`;
  }
  const escapeText = escaperOf(view);
  const { message, hint } = failureIn(shortenValues(escapeControlsDeep(error, escapeText)), escapeText);
  const style = createStyle(view.color);
  // The user who interrupts needs no hint.
  if (error.code === "interrupted") return messageLines(message, view);
  const lines = [`${renderMark(messages.labels.error, messages, style.bad)}${message}`];
  if (hint !== "") lines.push(`${renderMark(messages.labels.hint, messages, style.strong)}${hint}`);
  return messageLines(lines.join("\n"), view);

  function failureIn(shown: ErrorInfo, escapeText: (text: string) => string): { message: string; hint: string } {
    const text = messages.error(shown);
    if (!source) return text;
    // Chinese and Japanese have no space between sentences.
    const gap = /[。？！]$/.test(text.hint) ? "" : " ";
    return {
      ...text,
      hint: `${text.hint}${gap}${messages.config.setIn(source.key, escapeText(source.setting.where))}`.trim(),
    };
  }
}
