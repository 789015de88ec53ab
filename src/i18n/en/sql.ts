/** Comments in the SQL that is written; each is one line. */

/** Comments in the statements that `sql` writes; each is one line. */
export const sql = {
  title: (region: string, zone: string, from: string, to: string) =>
    `Support hours of region ${region} (${zone}), ${from} to ${to}.`,
  versions: (dataset: string, tzdata: string) =>
    `Made by support-cli from dataset ${dataset} with time-zone rules ${tzdata}.`,
  rerun: "Run it again at any time, and once for each region: it replaces this region's rows and no others.",
  calendars: "What each calendar covers. Times are whole microseconds since 1970-01-01T00:00Z.",
  open: "Open intervals of each clock with the open time before them; business hours also with their business date and wall time.",
  dates: "Business dates in order: from which wall time on which stretch of the date is due.",
  targets: "First-response targets; budgets in microseconds, or in business days.",
  answers: (table: string) =>
    `The answers. Reads ${table} with the columns id, plan, priority, region, opened, responded; the two times are timestamptz.`,
  columns:
    "deadline; clock_starts; response_us, the counted time until the response; met; problem, where there is no answer.",
  pauses: "Pauses are not counted here; tickets with pauses need support-cli itself.",
};
