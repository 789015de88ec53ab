/**
 * ISO 8601 text of instants and durations, for machines. Text for people depends on the language; see render/text/time.ts.
 */
import { checkNumber, checkWhole, refuse } from "./check.js";
import { dayMs } from "./date.js";
import { checkInstant, findZone, type Zone } from "./zone.js";

/** `2026-11-23T01:10:00Z`, with milliseconds only where there are any. */
export function formatUtc(instant: number): string {
  checkInstant(instant);
  return utcText(instant);
}

function utcText(instant: number): string {
  const text = new Date(instant).toISOString();
  return text.endsWith(".000Z") ? `${text.slice(0, 19)}Z` : text;
}

/**
 * The same instant on a wall clock `offsetMs` ahead of UTC: `2026-11-23T10:10:00+09:00`, `+00:00` for UTC itself.
 * ISO 8601 offsets have no seconds, so a local mean time is written with its offset rounded to the minute; the instant stays exact.
 */
export function formatLocal(instant: number, offsetMs: number): string {
  checkInstant(instant);
  checkNumber("offsetMs", offsetMs);
  if (Math.abs(offsetMs) > dayMs) refuse("offsetMs", "a number of milliseconds up to a day", offsetMs);
  const minutes = Math.round(offsetMs / 60_000);
  const wall = utcText(instant + minutes * 60_000).slice(0, -1);
  const size = Math.abs(minutes);
  return `${wall}${minutes < 0 ? "-" : "+"}${padded(Math.floor(size / 60))}:${padded(size % 60)}`;
}

/** The instant on the wall clock of a zone, by its IANA name or as a {@link Zone}: `2026-11-23T10:10:00+09:00`. Throws as `findZone` does. */
export function formatInZone(instant: number, zone: string | Zone): string {
  const known = typeof zone === "string" ? findZone(zone) : zone;
  if (typeof known?.offsetAt !== "function") refuse("zone", "the name of a time zone, or a zone", zone);
  return formatLocal(instant, known.offsetAt(instant));
}

/** ISO 8601 duration in hours, minutes and seconds: `PT9H30M`, `-PT5M`, `PT0S`. Days are not used: a business day has no fixed length. */
export function formatIsoDuration(ms: number): string {
  checkWhole("ms", ms);
  const size = Math.abs(ms);
  const hours = Math.floor(size / 3_600_000);
  const minutes = Math.floor(size / 60_000) % 60;
  const seconds = (size % 60_000) / 1000;
  const text = `${hours ? `${hours}H` : ""}${minutes ? `${minutes}M` : ""}${seconds ? `${seconds}S` : ""}`;
  return `${ms < 0 ? "-" : ""}PT${text || "0S"}`;
}

/** A whole number from 0 with zeros in front. */
export function padded(number: number, digits = 2): string {
  return String(number).padStart(digits, "0");
}
