/**
 * The years of each place whose dates were compared with official calendars. A date outside them is reported.
 */

export interface YearSpan {
  readonly from: number;
  readonly to: number;
}

const years = (from: number, to: number): YearSpan => ({ from, to });

/** By code. What holds for a country does not hold for its parts, which have holidays of their own. */
export const confirmedYears: Readonly<Record<string, YearSpan>> = {
  AT: years(2024, 2027),
  "AU-NSW": years(2024, 2027),
  "AU-VIC": years(2024, 2027),
  BE: years(2024, 2027),
  BR: years(2024, 2034),
  "CA-ON": years(2024, 2027),
  CH: years(2024, 2027),
  "CH-ZH": years(2024, 2027),
  // The days off in exchange for worked days are announced each November for the next year.
  CN: years(2024, 2026),
  CZ: years(2024, 2027),
  "DE-BY": years(2015, 2034),
  DK: years(2024, 2027),
  "ES-MD": years(2024, 2026),
  FR: years(2024, 2027),
  "GB-ENG": years(2015, 2034),
  "GB-NIR": years(2024, 2027),
  "GB-SCT": years(2024, 2027),
  IE: years(2024, 2027),
  IT: years(2024, 2027),
  JP: years(2015, 2030),
  KR: years(2024, 2027),
  MX: years(2024, 2027),
  NO: years(2024, 2027),
  NZ: years(2024, 2027),
  PL: years(2024, 2027),
  PT: years(2024, 2027),
  SE: years(2024, 2027),
  SG: years(2024, 2027),
  TW: years(2024, 2027),
  US: years(2024, 2027),
};
