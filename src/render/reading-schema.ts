/** The JSON Schema of how a ticket file was read. */
import { z } from "zod";
import { columns, dateOrders, inputFormats, numberForms, timeColumns, wordColumns } from "../tickets/names.js";
import { count, instant, rowPosition, text, word } from "./json-schema-parts.js";

const zoneReasons = ["source-tz", "format", "preset", "tz", "detected", "settings", "system"] as const;
export const reading = z.strictObject({
  path: text,
  format: z.enum(inputFormats),
  separator: z.nullable(text),
  preset: z.nullable(z.strictObject({ name: word, header: z.nullable(text) })),
  columns: z.array(
    z.strictObject({
      role: z.enum(columns),
      headers: z.array(text),
      from: z.enum(["map", "preset", "name", "guess"]),
    }),
  ),
  priorities: z.array(z.strictObject({ word: text, priority: word, rows: count })),
  unknownWords: z.array(
    z.strictObject({ role: z.enum(wordColumns), column: text, word: text, rows: count, ...rowPosition }),
  ),
  times: z.array(
    z.strictObject({
      role: z.enum(timeColumns),
      column: text,
      zones: z.array(z.strictObject({ zone: word, why: z.enum(zoneReasons) })),
      numbers: z.nullable(z.enum(numberForms)),
    }),
  ),
  dateOrder: z.nullable(z.enum(dateOrders)),
  firstOpened: z.nullable(instant),
  lastOpened: z.nullable(instant),
  leftOut: count,
  events: z.strictObject({ rows: count, tickets: count, withoutTicket: count }).optional(),
  repeatedIds: z.strictObject({ rows: count, atLeast: z.boolean() }),
  unanswered: count,
  closedByTime: count,
  closedByWord: count,
  filled: z.array(z.strictObject({ column: z.enum(wordColumns), filled: count, own: count })),
});
