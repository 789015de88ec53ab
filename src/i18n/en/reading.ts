/** How a ticket file was read. */
import type { RowPosition } from "../../errors.js";
import type { Fill, NumberForm, WordColumn, ZoneReason } from "../../report.js";
import { cellFlags, grouped } from "../shared.js";
import { rowPosition } from "./grammar.js";

export const reading = {
  title: "How the file was read",
  labels: {
    file: "File",
    columns: "Columns",
    priorities: "Priorities",
    times: "Times",
    dateOrder: "Date order",
    opened: "Opened",
    repeatedIds: "Repeated ids",
    events: "Events",
    unanswered: "Without a response",
    leftOut: "Left out by filters",
  },
  separatedBy: (separator: string) => `separated by ${separator}`,
  separators: { comma: "commas", semicolon: "semicolons", tab: "tabs", pipe: "pipes" } as Readonly<
    Record<string, string>
  >,
  preset: (name: string, header: string | undefined) =>
    header === undefined ? `preset ${name}` : `preset ${name}, from the header ${header}`,
  guessed: "guessed",
  timeOfEvents: "time of each event",
  ownOffsets: "own offsets",
  why: {
    format: "the raw form of this export",
    detected: "the detected preset",
    settings: "settings",
    system: "the system",
  } as Readonly<Partial<Record<ZoneReason, string>>>,
  numbers: {
    seconds: "seconds since 1970",
    milliseconds: "milliseconds since 1970",
    serial: "Excel serial numbers",
    "serial-1904": "Excel serial numbers from 1904",
  } as Readonly<Record<NumberForm, string>>,
  span: (first: string, last: string) => `${first} to ${last}`,
  rows: (rows: number) => `${grouped(rows)} ${rows === 1 ? "row" : "rows"}`,
  events: (events: number, tickets: number) =>
    `${grouped(events)} ${events === 1 ? "event" : "events"} of ${grouped(tickets)} ${tickets === 1 ? "ticket" : "tickets"}`,
  withoutTicket: (events: number) => `${grouped(events)} without a ticket`,
  atLeast: (rows: string) => `at least ${rows}`,
  repeatedIds: (rows: string) => `${rows}; if they are events of one ticket, group them with --events`,
  closedByTime: (rows: number) => `${grouped(rows)} counted from the closing time`,
  closedByWord: (rows: number) => `${grouped(rows)} closed`,
  likelyClosed: (rows: number, state: string, flag: string) =>
    `${grouped(rows)} ${rows === 1 ? "has" : "have"} a state such as ${state}; report those as closed with ${flag}`,
  filled: ({ column, filled, own }: Fill) =>
    `${cellFlags[column]} filled ${grouped(filled)} empty ${filled === 1 ? "cell" : "cells"}; ${grouped(own)} ${own === 1 ? "row has its" : "rows have their"} own ${column}.`,
  partSeparator: "; ",
  unknownWords: (role: WordColumn, words: string, first: RowPosition) =>
    `unknown ${{ priority: "priorities", plan: "plans", region: "regions", zone: "time zones" }[role]}, first on ${rowPosition(first)}: ${words}`,
  mapWords: (flag: string) => `map them with ${flag}`,
  ignoreColumn: (flag: string) => `if this column is something else, ignore it with ${flag}`,
  meansZone: (word: string, zone: string) => `use ${zone} for ${word}`,
};
