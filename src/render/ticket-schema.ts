/**
 * The shape of a ticket in JSON documents, and of the segments of time that its ledger has.
 */
import { z } from "zod";
import { closedReasons } from "../core/ledger.js";
import { statuses } from "../core/status.js";
import { clocks, timeUnits } from "../core/target.js";
import { date, instant, local, orNull, seconds, text, wholeSeconds, word } from "./json-schema-parts.js";

export const target = z.strictObject({ clock: z.enum(clocks), amount: z.number().min(0), unit: z.enum(timeUnits) });

export const reason = text
  .regex(new RegExp(`^(?:${closedReasons.join("|")})(?:: [\\s\\S]+)?$`))
  .describe("A code; a holiday's name follows it");
export const segment = z.union([
  z.strictObject({ from: instant, to: instant, seconds, kind: z.literal("open") }),
  z.strictObject({ from: instant, to: instant, seconds, kind: z.literal("closed"), reason }),
]);

const asked = {
  plan: word,
  priority: word,
  ownPriority: text.optional().describe("What the vendor calls the priority, with several datasets"),
  region: orNull(word),
  zone: word,
  opened: instant,
  responded: instant.optional(),
};

export const dueTicket = {
  ...asked,
  clockStarts: instant,
  target,
  deadline: instant,
  deadlineLocal: local,
  status: z.enum(statuses),
  usedSeconds: wholeSeconds,
  remainingSeconds: wholeSeconds.describe("Below zero once more than the budget is used"),
  lateSeconds: wholeSeconds.optional(),
  segments: z.array(segment).optional(),
  countedDays: z.array(date).optional(),
};
/** Of a plan that has no target for the priority. */
export const ticketWithoutTarget = {
  ...asked,
  clockStarts: z.null(),
  target: z.null(),
  deadline: z.null(),
  deadlineLocal: z.null(),
  status: z.literal("no-target"),
  usedSeconds: z.null(),
  remainingSeconds: z.null(),
};
