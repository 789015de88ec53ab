/**
 * The limits of plain rows and the numbers of their parts, for `plain-rows.ts` and for `src/wasm`, which shares its memory.
 */

/** Bytes of a file that are read at once, and the rows among them. */
export const inputBytes = 131_072;
export const maxRows = 2048;
export const maxColumns = 256;
/** Bytes of all names of an object's keys, and of each text that is written. */
export const maxNameBytes = 16_384;
export const maxTextBytes = 64;
export const maxStatusBytes = 16;
/** Words and dates that are known, and bytes of each. */
export const maxKeys = 4096;
export const maxKeyBytes = 256;

// The kinds of keys: words, and dates of either column of times.
export const wordKey = 0;
export const openedDate = 1;
export const respondedDate = 2;
/** That of dates in the first of the columns of a survey; each further column has the next. A kind is a byte. */
export const surveyedDate = 3;
export const maxSurveyed = 128;

// Which times of a row are as if in UTC, since their offset is not known.
export const openedIsLocal = 1;
export const respondedIsLocal = 2;
