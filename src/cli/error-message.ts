/**
 * Where everything thrown ends: a fault, and what is said of it on stderr, as a sentence with a hint or as one JSON object.
 */

import { Failure, type Fault } from "../errors.js";
import type { Words } from "../i18n/en.js";
import { formatJson } from "../render/json-text.js";
import { paintOf } from "../render/text/color.js";
import { visible, visibleThroughout } from "../render/text/sanitize.js";
import { nearestNames } from "../suggest.js";
import { renderMark, type TalkView, talkLines } from "./messages.js";
import type { settingBehind } from "./settings.js";

/** A failure's fault, its hints completed; anything else that was thrown is a bug. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Failure)) return { code: "bug", detail: error instanceof Error ? error.message : String(error) };
  const { fault } = error;
  if (fault.code === "unknown-zone" && fault.nearest.length === 0) return { ...fault, nearest: zonesLike(fault.value) };
  // A name that is nearly one, or a path that ends in one; what has an offset is no misspelling.
  if (fault.code === "unknown-system-zone" && fault.variable !== undefined && !/\d/.test(fault.variable)) {
    return { ...fault, nearest: zonesLike(fault.variable.replace(/^.*zoneinfo\//, "").trim()) };
  }
  return fault;
}

function zonesLike(name: string): readonly string[] {
  return nearestNames(name, ["UTC", ...Intl.supportedValuesOf("timeZone")]);
}

const maxQuoted = 200;

/** A fault whose texts fit a message: all but paths are cut. */
function shortenValues<T>(value: T): T {
  if (typeof value === "string") return (value.length > maxQuoted ? `${value.slice(0, maxQuoted)}…` : value) as T;
  if (Array.isArray(value)) return value.map(shortenValues) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === "path" ? inner : shortenValues(inner)])) as T;
}

/** The message on stderr: a sentence and a hint, or one JSON object. */
export function explain(fault: Fault, behind: ReturnType<typeof settingBehind>, words: Words, json: boolean, view: TalkView): string {
  if (json) {
    const { message, hint } = failureIn(shortenValues(fault));
    const path = "path" in fault ? { path: fault.path } : {};
    const line = "line" in fault ? { line: fault.line } : {};
    return `${formatJson({ error: { code: fault.code, message, hint, ...path, ...line } })}\n`;
  }
  const { message, hint } = failureIn(shortenValues(visibleThroughout(fault)));
  const paint = paintOf(view.color);
  // Whoever stops it knows why it stopped.
  if (fault.code === "interrupted") return talkLines(message, view);
  const lines = [`${renderMark(words.labels.error, words, paint.bad)}${message}`];
  if (hint !== "") lines.push(`${renderMark(words.labels.hint, words, paint.strong)}${hint}`);
  return talkLines(lines.join("\n"), view);

  function failureIn(shown: Fault): { message: string; hint: string } {
    const said = words.failure(shown);
    if (!behind) return said;
    // Sentences of Chinese and Japanese stand without a blank between them.
    const gap = /[。？！]$/.test(said.hint) ? "" : " ";
    return { ...said, hint: `${said.hint}${gap}${words.config.setIn(behind.key, visible(behind.setting.where))}`.trim() };
  }
}
