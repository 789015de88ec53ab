/**
 * A date as a strip of its 24 hours, one or two signs an hour, readable without colour. The caller chooses the signs.
 */

import { dayMs } from "../../core/date.js";
import type { LedgerLine } from "../../core/ledger.js";
import type { LocalDays } from "../../core/local-days.js";
import type { Messages } from "../../i18n/en/index.js";
import type { ShownZone } from "../../report.js";
import type { Style, View } from "./color.js";
import { alsoAt, formatDayLabel, formatHour } from "./time.js";
import { padTo, widestOf, wrapText } from "./width.js";

/** Signs by rank: where several stretches share a cell, the first in this list is shown. */
export const signs = {
  pause: "~",
  now: "│",
  used: "█",
  open: "█",
  left: "▒",
  partly: "▌",
  uncounted: "·",
  closed: " ",
} as const;
export type Sign = keyof typeof signs;
const ranks = Object.keys(signs) as readonly Sign[];

/** Signs for a day: two an hour where there is room beside them, else one. */
export function cellsOf(columns: number): number {
  return columns >= 110 ? 48 : 24;
}

/** A stretch of a strip: instants and the sign they get. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly sign: Sign;
}

/** The signs of a date, by the zone's wall clock. */
export function stripSigns(
  date: LocalDays,
  stretches: readonly Stretch[],
  zone: ShownZone,
  cells: number,
): readonly Sign[] {
  const row: Sign[] = Array.from({ length: cells }, () => "closed");
  const place = (instant: number) => ((instant + zone.offsetAt(instant) - date.day * dayMs) / dayMs) * cells;
  for (const { from, to, sign } of stretches) {
    const start = Math.max(0, place(Math.max(from, date.from)));
    // The end is the wall time just after the last instant inside, so that a clock change at midnight moves nothing.
    const end = Math.min(cells, place(Math.min(to, date.to) - 1) + cells / dayMs);
    for (let cell = Math.floor(start + 1e-9); cell < end - 1e-9; cell++) {
      const isPartial = sign === "open" && (start > cell + 1e-9 || end < cell + 1 - 1e-9);
      const candidate = isPartial ? "partly" : sign;
      if (ranks.indexOf(candidate) < ranks.indexOf(row[cell] as Sign)) row[cell] = candidate;
    }
  }
  return row;
}

/** The stretches of a date's lines that have a sign. */
export function stretchesOf(lines: readonly LedgerLine[], signOf: (line: LedgerLine) => Sign): readonly Stretch[] {
  return lines.map((line) => ({ from: line.from, to: line.to, sign: signOf(line) }));
}

export interface StripRow {
  readonly label: string;
  readonly signs?: readonly Sign[];
  readonly text: string;
}

/** Rows under a ruler of hours, and below them what the signs mean, as far as they occur. */
export function renderStrips(
  rows: readonly StripRow[],
  legend: Readonly<Partial<Record<Sign, string>>>,
  view: View,
  style: Style,
): string {
  const cells = cellsOf(view.columns);
  const width = widestOf(rows.filter((row) => row.signs).map(({ label }) => label));
  const before = width + 4;
  const ruler = `${" ".repeat(before)}${[0, 6, 12, 18].map((hour) => padTo(String(hour), cells / 4)).join("")}24`;
  const beside = view.columns - before - cells - 2;
  const body = rows.flatMap(({ label, signs: row, text }) => {
    if (!row) return [`  ${style.dim(text)}`];
    const strip = `  ${padTo(label, width)} │${row.map((sign) => signs[sign]).join("")}│`;
    if (text === "") return [strip];
    if (beside >= 20) {
      const [first = "", ...more] = wrapText(text, beside);
      return [`${strip} ${first}`, ...more.map((line) => `${" ".repeat(before + cells + 2)}${line}`)];
    }
    return [strip, ...wrapText(text, view.columns - before).map((line) => `${" ".repeat(before)}${line}`)];
  });
  const present = new Set(rows.flatMap((row) => row.signs ?? []));
  const entries = ranks
    .filter((sign) => present.has(sign) && legend[sign])
    .map((sign) => `${signs[sign] === " " ? "' '" : signs[sign]}\u00a0${legend[sign]?.replaceAll(" ", "\u00a0")}`);
  const key =
    entries.length === 0 ? [] : wrapText(entries.join("  "), view.columns - 2).map((line) => style.dim(`  ${line}`));
  return [style.dim(ruler), ...body, ...key].map((line) => `${line}\n`).join("");
}

/** `Fri 11-20`, with the year where dates of several are shown. */
export function dayLabel(day: number, withYear: boolean, messages: Messages): string {
  return formatDayLabel(day, withYear, messages);
}

/**
 * The open hours of a date in words, `09:00-12:00, 13:00-17:30`, or why it is closed; in the zone that times are shown in as well,
 * `09:00-17:30 = Fri 11-20 01:00-09:30`.
 */
export function describeDay(
  { lines, from, to }: LocalDays,
  zone: ShownZone,
  messages: Messages,
  shownIn?: ShownZone,
): string {
  const open = lines.filter((line) => line.kind === "open");
  const hours = open.map((line) => {
    const here = `${formatHour(line.from, zone, from, "from")}-${formatHour(line.to, zone, to, "to")}`;
    const start = alsoAt(line.from, "from", zone, shownIn, messages);
    const end = alsoAt(line.to, "to", zone, shownIn, messages).slice(" = ".length);
    // The end has its date where that is another than the start's.
    const date = end.slice(0, end.lastIndexOf("\u00a0") + 1);
    return start === "" ? here : `${here}${start}-${start.startsWith(` = ${date}`) ? end.slice(date.length) : end}`;
  });
  return [...hours, ...closedWhy(lines, open.length > 0, messages)].join(messages.comma);
}

/** Holidays and exceptions by name, and any other reason of a date without open time: a pause of all its hours, and not the night around. */
export function closedWhy(lines: readonly LedgerLine[], isOpen: boolean, messages: Messages): readonly string[] {
  const isPaused = !isOpen && lines.some((line) => line.kind === "closed" && line.reason === "pause");
  const reasons = lines.flatMap((line) => {
    if (line.kind === "open" || (isOpen && line.reason !== "holiday")) return [];
    if (isPaused && ["night", "break", "off-shift"].includes(line.reason)) return [];
    return [
      line.holiday ? `${messages.reasons[line.reason]}${messages.colon}${line.holiday}` : messages.reasons[line.reason],
    ];
  });
  return [...new Set(reasons)];
}
