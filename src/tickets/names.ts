/**
 * The names of the forms a ticket file may take, as flags choose among them. Names only.
 */

export const inputFormats = ["csv", "tsv", "jsonl"] as const;
export type InputFormat = (typeof inputFormats)[number];

/** The forms that tickets with their deadlines may take. */
export const batchFormats = [...inputFormats, "json", "ics"] as const;
export type BatchFormat = (typeof batchFormats)[number];

export const dateOrders = ["dmy", "mdy", "ymd"] as const;
export type DateOrder = (typeof dateOrders)[number];
