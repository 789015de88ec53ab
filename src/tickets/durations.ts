/**
 * Lengths of time as exports write them: `1:30:00`, `0 days 01:30:00`, `6 h 54 min`, `PT1H30M`, or a number whose unit is known.
 */
import { maxTimeCharacters } from "../limits.js";
import type { LengthUnit, ResponseClock } from "./names.js";

const unitMs = { days: 86_400_000, hours: 3_600_000, minutes: 60_000, seconds: 1000 } as const satisfies Record<
  LengthUnit,
  number
>;

/** Words of units in the languages of exports; a word is compared without case and a dot behind it. */
const words: Readonly<Record<LengthUnit, RegExp>> = {
  days: /^(?:d|days?|tage?n?|tag|j|jours?|d[ií]as?|giorn[oi]|dagen|dag|日|天|일)$/,
  hours: /^(?:h|hrs?|hours?|std|stunden?|heures?|horas?|or[ae]|uren|uur|時間|小時|小时|時|时|시간)$/,
  minutes: /^(?:m|min|mins|minutes?|minuten?|minutos?|minut[oi]|分鐘|分钟|分|분)$/,
  seconds: /^(?:s|secs?|seconds?|sek|sekunden?|secondes?|segundos?|second[oi]|秒|秒鐘|초)$/,
};

/** Words that mean a unit behind a number only, since other words of a header look like them. */
const wordsOfValues: Readonly<Record<LengthUnit, RegExp>> = {
  days: /^(?:dag(?:e|ar|er)|dni|dzień|dn[íy]|den|gün|день|дня|дней|дн)$/,
  hours: /^(?:tim(?:e|er|mar|me)|godz(?:in[ay]?)?|hod(?:in[ay]?)?|saat|час(?:а|ов)?|ч|個小時|个小时)$/,
  minutes: /^(?:minut(?:er|[aouy])?|dakika|dk|минут[аы]?|мин)$/,
  seconds: /^(?:sekund(?:er|[aouy])?|saniye|sn|секунд[аы]?|сек|秒钟)$/,
};
const units = Object.keys(words) as LengthUnit[];

function unitOf(word: string, isHeader = false): LengthUnit | undefined {
  const folded = word.toLowerCase().replace(/\.$/, "");
  return units.find((unit) => words[unit].test(folded) || (!isHeader && wordsOfValues[unit].test(folded)));
}

export type ReadDuration =
  | { readonly ok: true; readonly ms: number }
  | { readonly ok: false; readonly problem: "unreadable" | "no-unit" };

const unreadable = { ok: false, problem: "unreadable" } as const;
const clock =
  /^(?:(\d{1,6})(?: ?(?:days?|d|tage?|jours?|d[ií]as?|日|天),? ?| |\.))?(\d{1,6}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?$/i;
const isoForm =
  /^P(?:(\d+(?:[.,]\d+)?)D)?(?:T(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/i;
const part = /(\d{1,9}(?:[.,]\d{1,9})?) ?(\p{L}+\.?)/gu;

/** The milliseconds of a length; `unit` is that of a bare number. */
export function readDuration(text: string, unit: LengthUnit | undefined): ReadDuration {
  if (text.length > maxTimeCharacters) return unreadable;
  const trimmed = text.normalize("NFKC").trim().replace(/\s+/g, " ");
  const onClock = clock.exec(trimmed);
  if (onClock) {
    const [, days = "0", hours = "0", minutes = "0", seconds = "0", fraction = ""] = onClock;
    if (Number(minutes) > 59 || Number(seconds) > 59) return unreadable;
    const ms = Number(days) * unitMs.days + Number(hours) * unitMs.hours + Number(minutes) * unitMs.minutes;
    return { ok: true, ms: ms + Number(seconds) * 1000 + Number(fraction.padEnd(3, "0").slice(0, 3)) };
  }
  // Thousands are parted by a comma before three digits; any other comma is that of a fraction.
  const number = trimmed.replace(/(\d),(?=\d{3}(?:\D|$))/g, "$1");
  if (/^\d{1,12}(?:[.,]\d+)?$/.test(number))
    return unit === undefined
      ? { ok: false, problem: "no-unit" }
      : { ok: true, ms: Math.round(decimal(number) * unitMs[unit]) };
  const iso = isoForm.exec(trimmed);
  if (iso && /\d/.test(trimmed)) {
    const [, days = "0", hours = "0", minutes = "0", seconds = "0"] = iso;
    const parts = [days, hours, minutes, seconds].map(decimal);
    return { ok: true, ms: sumOf(parts) };
  }
  return readParts(number);
}

function sumOf([days = 0, hours = 0, minutes = 0, seconds = 0]: readonly number[]): number {
  return Math.round(days * unitMs.days + hours * unitMs.hours + minutes * unitMs.minutes + seconds * 1000);
}

/** `6 horas 54 minutos`, `1h 30m`, `1 day, 2 hours and 5 min`. */
function readParts(text: string): ReadDuration {
  let ms = 0;
  let found = 0;
  const rest = text.replace(part, (_, amount: string, word: string) => {
    const unit = unitOf(word);
    if (unit === undefined) return "?";
    found++;
    ms += decimal(amount) * unitMs[unit];
    return "";
  });
  return found > 0 && /^(?:[ ,]|\b(?:and|und|et|y|e)\b)*$/.test(rest) ? { ok: true, ms: Math.round(ms) } : unreadable;
}

function decimal(text: string): number {
  return Number(text.replace(",", "."));
}

/** What a header shows about the numbers under it: their unit, and whether they count business or calendar time. */
export function unitOfHeader(header: string): LengthUnit | undefined {
  const found = new Set(
    header
      .normalize("NFKC")
      .toLowerCase()
      .replace(/(?:calendar|business|office|working) hours?/g, "")
      .replace(/hh:mm(?::ss)?/g, "")
      .split(/[^\p{L}]+/u)
      .flatMap((word) => (word.length > 1 ? (unitOf(word, true) ?? []) : [])),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

export function clockOfHeader(header: string): ResponseClock | undefined {
  const words = header.normalize("NFKC").toLowerCase().replace(/[_.-]/g, " ");
  if (
    /business|working hours|office hours|geschäftszeit|heures ouvr|horas? (?:úteis|laborables)|営業時間|營業時間/.test(
      words,
    )
  )
    return "business";
  return /calendar|kalender|calendri|calendário|calendario|elapsed|wall clock|暦/.test(words) ? "calendar" : undefined;
}

type Ok<Read> = Extract<Read, { readonly ok: true }>;

/**
 * `2026-11-20T10:00/2026-11-20T12:00;2026-11-21T09:00/`: the ends of each pause as `read`, which is not ok for what is no time. The last
 * pause may have no end. Dates may be written with slashes too: of the slashes of a part the one is meant between two times.
 */
export function splitPauses<Read extends { readonly ok: boolean }>(
  text: string,
  read: (time: string) => Read,
): readonly (readonly [from: Ok<Read>, to: Ok<Read> | undefined])[] | undefined {
  const isOk = (time: Read): time is Ok<Read> => time.ok;
  const parts = text.split(";").map((one) => one.trim());
  const pauses: (readonly [from: Ok<Read>, to: Ok<Read> | undefined])[] = [];
  for (const [i, one] of parts.entries()) {
    if (one === "") continue;
    const fitting = [...one.matchAll(/\//g)].flatMap(({ index }): typeof pauses => {
      const from = read(one.slice(0, index).trim());
      if (!isOk(from)) return [];
      const end = one.slice(index + 1).trim();
      if (end === "") return i === parts.length - 1 ? [[from, undefined]] : [];
      const to = read(end);
      return isOk(to) ? [[from, to]] : [];
    });
    const [only] = fitting;
    if (only === undefined || fitting.length > 1) return undefined;
    pauses.push(only);
  }
  return pauses;
}
