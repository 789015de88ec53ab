/** Dates as workbooks have them: numbers of days. */

/** 1970-01-01 in days from the end of 1899, and from 1904. */
export const epochDay = 25_569;
export const epochDayFrom1904 = 24_107;
