/** The schema of a line of `watch --json`. */
import { z } from "zod";
import { statuses } from "../core/status.js";
import { instant, orNull, rowPosition, text, word } from "./json-schema-parts.js";

export const watchLine = z.strictObject({
  now: instant,
  id: text,
  ...rowPosition,
  state: z.enum([...statuses, "alarm", "gone"]),
  plan: word,
  priority: word,
  region: orNull(word),
  metric: word.optional(),
  opened: instant,
  deadline: instant,
  deadlineLocal: text,
  remainingSeconds: z.int(),
});
