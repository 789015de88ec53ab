/**
 * Places that have holidays, and the dates of one, as text and as rows.
 */
import { formatDay, weekdayIndex, weekdays } from "../../core/date.js";
import type { Messages } from "../../i18n/en/index.js";
import type { HolidayEntry, HolidaysReport, ListedPlace } from "../../report.js";
import { renderDelimited } from "../delimited.js";
import { createStyle, type View } from "./color.js";
import { renderTable, renderTitle } from "./table.js";
import { wrapText } from "./width.js";

export function renderHolidaysText(report: HolidaysReport, messages: Messages, view: View): string {
  const style = createStyle(view.color);
  const { holidays: texts, labels } = messages;
  if (report.action === "list") {
    const places = report.places.flatMap(withParts);
    if (view.quiet) return places.map(({ code }) => `${code}\n`).join("");
    const rows = report.places.map(({ code, name, parts }) => [
      code,
      name,
      messages.items(parts.map((part) => part.code)),
    ]);
    // Of one place the parts are listed, each in a row.
    const [only] = report.places;
    const shown = report.places.length === 1 && only ? withParts(only).map(({ code, name }) => [code, name]) : rows;
    return renderTable([texts.code, texts.name, texts.parts].slice(0, shown[0]?.length), shown, view.columns, style);
  }
  const { name, source, from, to, zone, holidays } = report;
  if (view.quiet)
    return holidays
      .filter(({ closed }) => closed)
      .map(({ day }) => `${formatDay(day)}\n`)
      .join("");
  const span = `${formatDay(from)} – ${formatDay(to)}`;
  const title = `${name === source ? name : messages.aside(name, source)} ${span}${zone === undefined ? "" : ` ${zone}`}`;
  if (holidays.length === 0) return `${renderTitle(title, view.columns, style)}\n${texts.none}\n`;
  const sources = [...new Map(holidays.map((entry) => [entry.source.title, entry.source])).values()];
  const rows = holidays.map((entry) => [
    messages.dated(formatDay(entry.day), weekdayOf(entry.day)),
    entry.name,
    kindOf(entry, messages),
    String(sources.findIndex(({ title }) => title === entry.source.title) + 1),
  ]);
  const notes = sources.flatMap(({ title, url, retrieved }, i) => {
    const checked = retrieved === undefined ? "" : `, ${texts.checked(retrieved)}`;
    return wrapText(`${i + 1}. ${title}${url === undefined ? "" : ` <${url}>`}${checked}`, view.columns);
  });
  return [
    `${renderTitle(title, view.columns, style)}\n`,
    renderTable([texts.date, texts.name, texts.kind, labels.source], rows, view.columns, style),
    `\n${style.strong(labels.sources)}\n${notes.map((line) => `${line}\n`).join("")}`,
  ].join("");
}

function withParts(place: ListedPlace): readonly ListedPlace[] {
  return [place, ...place.parts.flatMap(withParts)];
}

function weekdayOf(day: number) {
  return weekdays[weekdayIndex(day)] as (typeof weekdays)[number];
}

function kindOf({ kind, hours }: HolidayEntry, messages: Messages): string {
  const text = messages.holidays.kinds[kind];
  return hours === undefined ? text : messages.aside(text, hoursOf(hours));
}

function hoursOf(hours: NonNullable<HolidayEntry["hours"]>): string {
  return hours.map(([open, close]) => `${open}-${close}`).join(" ");
}

/** Rows for scripts: places with the place above each, or dates. */
export function renderHolidayRows(report: HolidaysReport): string {
  if (report.action === "list") {
    const rows = report.places
      .flatMap(withParts)
      .map(({ code, name }) => [code, name, code.split("-").slice(0, -1).join("-")]);
    return renderDelimited([["code", "name", "part_of"], ...rows], ",");
  }
  const rows = report.holidays.map((entry) => [
    formatDay(entry.day),
    entry.name,
    entry.kind,
    entry.closed,
    entry.hours && hoursOf(entry.hours),
    entry.source.title,
    entry.source.url,
    entry.source.retrieved,
  ]);
  const head = ["date", "name", "kind", "closed", "hours", "source", "source_url", "source_retrieved"];
  return renderDelimited([head, ...rows], ",");
}
