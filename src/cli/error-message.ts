/**
 * Where everything thrown ends: a fault, and what is said of it on stderr, as a sentence with a hint or as one JSON object.
 */

import { CliError, type ErrorInfo } from "../errors.js";
import type { Messages } from "../i18n/en/index.js";
import { formatJson } from "../render/json-text.js";
import { createStyle } from "../render/text/color.js";
import { escapeControls, escapeControlsDeep, escaperOf } from "../render/text/sanitize.js";
import { nearestNames } from "../suggest.js";
import { type MessageView, messageLines, renderMark } from "./messages.js";
import type { settingBehind } from "./settings.js";

/** A failure's fault, its hints completed; anything else that was thrown is a bug. */
export async function errorOf(error: unknown): Promise<ErrorInfo> {
  if (!(error instanceof CliError))
    return { code: "bug", detail: error instanceof Error ? error.message : String(error) };
  const { error: info } = error;
  if (info.code === "unknown-zone" && info.nearest.length === 0)
    return { ...info, nearest: await zonesLike(info.value) };
  // A name that is nearly one, or a path that ends in one; what has an offset is no misspelling.
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

/** A fault whose texts fit a message: all but paths are cut. */
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
  behind: ReturnType<typeof settingBehind>,
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
  // Whoever stops it knows why it stopped.
  if (error.code === "interrupted") return messageLines(message, view);
  const lines = [`${renderMark(messages.labels.error, messages, style.bad)}${message}`];
  if (hint !== "") lines.push(`${renderMark(messages.labels.hint, messages, style.strong)}${hint}`);
  return messageLines(lines.join("\n"), view);

  function failureIn(shown: ErrorInfo, escapeText: (text: string) => string): { message: string; hint: string } {
    const said = messages.error(shown);
    if (!behind) return said;
    // Sentences of Chinese and Japanese stand without a blank between them.
    const gap = /[。？！]$/.test(said.hint) ? "" : " ";
    return {
      ...said,
      hint: `${said.hint}${gap}${messages.config.setIn(behind.key, escapeText(behind.setting.where))}`.trim(),
    };
  }
}
