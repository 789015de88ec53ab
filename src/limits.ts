/**
 * The limits of what is read, each with the name that docs/files.md lists it under. Larger input is rejected with an error.
 */

/** Of one written time or duration; a longer text is refused unread. */
export const maxTimeCharacters = 200;

/** Of one row of a ticket file; an open quote further from its end counts as never closed. */
export const maxRowBytes = 8 << 20;

/** Of a ticket file, and keys of JSON lines that become columns: the limit of spreadsheets. */
export const maxColumns = 16_384;

/** Of a dataset, settings, answers or holiday file. */
export const maxDocumentBytes = 16 << 20;

/** Brackets inside brackets of a JSON text; so that values can be walked by recursion. */
export const maxJsonDepth = 100;

/** Of one text of a dataset. */
export const maxTextCharacters = 4000;

/** Of one id of a dataset. */
export const maxIdCharacters = 100;

/** Of one dataset. */
export const maxPlans = 100;

/** From a start to its deadline, of a span that is listed or searched, and of a duration. */
export const maxYears = 100;

/** Of text output, as `--width` and COLUMNS give it. */
export const maxWidth = 1000;

/** Dates and times that the rules of a calendar file are tried on for the holidays of one year. */
export const maxCalendarSteps = 1_000_000;
