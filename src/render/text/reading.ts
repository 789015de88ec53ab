/**
 * How a ticket file was read, in lines: what was found in it, and which words in it mean nothing known.
 */
import { formatUtc } from "../../core/format-time.js";
import { positionOf, type RowPosition } from "../../errors.js";
import type { Messages } from "../../i18n/en/index.js";
import { cellFlags } from "../../i18n/shared.js";
import type { Reading, UnknownWord, WordColumn, ZoneReason } from "../../tickets/names.js";
import { escapeMarkdown } from "../delimited.js";

const separatorNames: Readonly<Record<string, string>> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe" };
/** Zones that a flag set. */
const zoneFlags: Readonly<Partial<Record<ZoneReason, string>>> = {
  "source-tz": "--source-tz",
  preset: "--preset",
  tz: "--tz",
};
const maxWords = 20;
const and = ", ";

/** What was found in a file, each with its label. */
export function readingPairs(
  reading: Reading,
  messages: Messages,
): readonly (readonly [label: string, value: string])[] {
  const { labels, ...words } = messages.reading;
  const { dateOrder, opened, repeatedIds, leftOut } = reading;
  const unanswered = unansweredText(reading, messages);
  const pairs: (readonly [string, string | undefined])[] = [
    [labels.file, fileText(reading, messages)],
    [labels.columns, reading.columns.map((column) => columnText(column, messages)).join(and)],
    [labels.priorities, prioritiesText(reading)],
    [labels.times, opened && reading.times.map((times) => timesText(times, messages)).join("; ")],
    [labels.dateOrder, dateOrder],
    [labels.opened, opened && words.span(formatUtc(opened.first), formatUtc(opened.last))],
    [labels.events, eventsText(reading, messages)],
    [labels.repeatedIds, repeatedIds.rows > 0 ? repeatedText(repeatedIds, messages) : undefined],
    [labels.unanswered, unanswered],
    [labels.leftOut, leftOut > 0 ? words.rows(leftOut) : undefined],
  ];
  return pairs.flatMap(([label, value]) => (value === undefined || value === "" ? [] : [[label, value] as const]));
}

/** What flags filled, in sentences. */
export function fillLines({ fills }: Reading, { reading }: Messages): readonly string[] {
  return fills.map(reading.filled);
}

/** The same as lines for stderr. */
export function readingLines(reading: Reading, messages: Messages): readonly string[] {
  const pairs = readingPairs(reading, messages).map(([label, value]) => `${label}${messages.colon}${value}`);
  return [...pairs, ...fillLines(reading, messages)].map((line) => `  ${line}`);
}

/** The same as a section of a report. */
export function renderReadingMarkdown(reading: Reading, messages: Messages): string {
  const pairs = readingPairs(reading, messages).map(([label, value]) => `${label}${messages.colon}${value}`);
  const items = [...pairs, ...fillLines(reading, messages)].map((line) => `- ${escapeMarkdown(line)}\n`);
  return `## ${messages.reading.title}\n\n${items.join("")}`;
}

function fileText({ path, format, separator, preset }: Reading, { reading }: Messages): string {
  const parted =
    separator === undefined || format === "tsv"
      ? []
      : [reading.separatedBy(reading.separators[separatorNames[separator] ?? ""] ?? separator)];
  const ofPreset = preset === undefined ? [] : [reading.preset(preset.name, preset.header)];
  return [path, format === "jsonl" ? "JSON lines" : format.toUpperCase(), ...parted, ...ofPreset].join(and);
}

function columnText({ role, headers, from }: Reading["columns"][number], { reading }: Messages): string {
  const named = headers.length === 1 && headers[0] === role ? role : `${role} = ${headers.join(" | ")}`;
  const notes = [...(role === "at" ? [reading.timeOfEvents] : []), ...(from === "guess" ? [reading.guessed] : [])];
  return notes.length > 0 ? `${named} (${notes.join(and)})` : named;
}

function prioritiesText({ priorities }: Reading): string {
  const shown = priorities.slice(0, maxWords).map(({ word, priority, rows }) => {
    const meaning =
      word === "" ? `${cellFlags.priority} ${priority}` : word === priority ? word : `${word} = ${priority}`;
    return `${meaning} (${rows})`;
  });
  return `${shown.join(and)}${priorities.length > maxWords ? ", …" : ""}`;
}

function timesText({ role, zones, numbers }: Reading["times"][number], { reading }: Messages): string {
  const read = zones.map(({ zone, why }) => `${zone} (${zoneFlags[why] ?? reading.why[why]})`);
  const forms = numbers === undefined ? [] : [reading.numbers[numbers]];
  return `${role}${": "}${[...forms, ...read].join(and) || reading.ownOffsets}`;
}

function repeatedText({ rows, isAtLeast }: Reading["repeatedIds"], { reading }: Messages): string {
  return reading.repeatedIds(isAtLeast ? reading.atLeast(reading.rows(rows)) : reading.rows(rows));
}

function eventsText({ events: log }: Reading, { reading }: Messages): string | undefined {
  if (!log) return undefined;
  const parts = [reading.events(log.rows, log.tickets)];
  if (log.withoutTicket > 0) parts.push(reading.withoutTicket(log.withoutTicket));
  return parts.join("; ");
}

function unansweredText({ unanswered, closed, likelyClosed }: Reading, { reading }: Messages): string | undefined {
  if (unanswered === 0) return undefined;
  const parts = [reading.rows(unanswered)];
  if (closed.byTime > 0) parts.push(reading.closedByTime(closed.byTime));
  if (closed.byWord > 0) parts.push(reading.closedByWord(closed.byWord));
  if (likelyClosed) {
    const { rows, header, state } = likelyClosed;
    parts.push(reading.likelyClosed(rows, state, `--closed-when ${quotedForShell(`${header}=${state}`)}`));
  }
  return parts.join("; ");
}

const mapFlags = { priority: "--priority-map", plan: "--plan-map", region: "--region-map" } as const;

/** The unknown words of each column in one line, with the flag that gives them a meaning. */
export function unknownWordLines(unknown: readonly UnknownWord[], messages: Messages): readonly string[] {
  return (["priority", "plan", "region", "zone"] as const).flatMap((role) => {
    const words = unknown.filter((word) => word.role === role);
    return words.length === 0 ? [] : [unknownLine(role, words, messages)];
  });
}

function unknownLine(role: WordColumn, words: readonly UnknownWord[], { reading }: Messages): string {
  const more = words.length > maxWords ? ", …" : "";
  const listed = words.slice(0, maxWords).map(({ word, rows }) => `${word} (${rows})`);
  const first = words.reduce((a, b) => (isBefore(b, a) ? b : a));
  const parts = [reading.unknownWords(role, `${listed.join(and)}${more}`, first)];
  if (role === "zone") {
    for (const { word, iana } of words) if (iana !== undefined) parts.push(reading.meansZone(word, iana));
  } else {
    const map = words.slice(0, maxWords).map(({ word }) => `${word}=...`);
    parts.push(reading.mapWords(`${mapFlags[role]} ${quotedForShell(map.join(","))}`));
  }
  if (role !== "priority") parts.push(reading.ignoreColumn(`--map ${role}=`));
  return parts.join(reading.partSeparator);
}

function isBefore(a: RowPosition, b: RowPosition): boolean {
  return a.line < b.line || (a.line === b.line && numberOf(a) < numberOf(b));
}

function numberOf({ ticket, event }: RowPosition): number {
  return ticket ?? event ?? 0;
}

function quotedForShell(text: string): string {
  return /^[\w.,=:@%+/-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The same under the keys of JSON. */
export function readingBody(reading: Reading): Record<string, unknown> {
  const { path, format, separator, preset, columns, priorities, unknownWords, times, dateOrder, opened } = reading;
  return {
    path,
    format,
    separator: separator ?? null,
    preset: preset === undefined ? null : { name: preset.name, header: preset.header ?? null },
    columns,
    priorities,
    unknownWords: unknownWords.map(({ role, column, word, rows, ...row }) => ({
      ...{ role, column, word, rows },
      ...positionOf(row),
    })),
    times: times.map(({ role, column, zones, numbers }) => ({ role, column, zones, numbers: numbers ?? null })),
    dateOrder: dateOrder ?? null,
    firstOpened: opened === undefined ? null : formatUtc(opened.first),
    lastOpened: opened === undefined ? null : formatUtc(opened.last),
    leftOut: reading.leftOut,
    ...(reading.events && { events: reading.events }),
    repeatedIds: { rows: reading.repeatedIds.rows, atLeast: reading.repeatedIds.isAtLeast },
    unanswered: reading.unanswered,
    closedByTime: reading.closed.byTime,
    closedByWord: reading.closed.byWord,
    filled: reading.fills,
  };
}
