/**
 * The places that have holidays: their codes, names and parts, and which place a word means.
 * Names of countries are understood in English, Chinese, Japanese and the country's own languages, those of parts as they are written there
 * and in the languages of part-names.json.
 */
import { nearestNames } from "../../suggest.js";
import { type Lang, type LocalText, textIn } from "../dataset.js";
import partNames from "./part-names.json" with { type: "json" };
import placeNames from "./place-names.json" with { type: "json" };
import { placeAbove } from "./tables.js";

const names: Readonly<Record<string, string>> = placeNames;
const translated: Readonly<Record<string, LocalText>> = partNames;

/** Codes that people type and the standard spells otherwise. */
const usualCodes: Readonly<Record<string, string>> = { UK: "GB", EL: "GR" };

/** A language for each way in which the name of a country may be typed: the reader's own, Simplified Chinese, and widespread others. */
const typedLanguages = ["en", "zh-Hant-TW", "zh-Hans", "ja", "ko", "de", "fr", "es", "it", "pt", "nl", "pl"] as const;
const nameLanguages: Readonly<Record<Lang, string>> = { en: "en", "zh-TW": "zh-Hant-TW", ja: "ja" };

/** All codes, those of parts after their country's. */
export const placeCodes: readonly string[] = Object.keys(names);

/** Whether a country has a table of holidays. */
export function hasTable(country: string): boolean {
  return Object.hasOwn(names, country) && placeAbove(country) === undefined;
}

/** The parts directly below a place. */
export function partsOf(code: string): readonly string[] {
  return placeCodes.filter((other) => placeAbove(other) === code);
}

/** The name of a place in a language, else in its own. */
export function placeName(code: string, lang: Lang): string {
  const known = translated[code];
  if (known) return textIn(known, lang);
  return (placeAbove(code) === undefined && countryName(code, nameLanguages[lang])) || (names[code] ?? code);
}

/** Names of countries by language; opening one takes longer than a thousand look-ups. */
const displayNames = new Map<string, Intl.DisplayNames>();

function countryName(code: string, language: string): string | undefined {
  const names = displayNames.get(language) ?? new Intl.DisplayNames(language, { type: "region", fallback: "none" });
  displayNames.set(language, names);
  return names.of(code);
}

/** The code that a name means: of a country in any of the languages, or of a part. Undefined for a name of none, or of several. */
export function findPlace(word: string): string | undefined {
  const typed = folded(word);
  // Two letters are a code; what else they could mean is no name.
  if (typed.length < 2 || /^[a-z]{1,2}$/.test(typed)) return undefined;
  const found = new Set(placeCodes.filter((code) => namesOf(code).some((name) => folded(name) === typed)));
  const countries = [...found].filter((code) => placeAbove(code) === undefined);
  const [only, ...more] = countries.length > 0 ? countries : [...found];
  return more.length === 0 ? only : undefined;
}

/** Every name by which a place is understood; a part's in Chinese and Japanese without its word for state or province too. */
function namesOf(code: string): readonly string[] {
  const own = [names[code] as string, ...Object.values(translated[code] ?? {})];
  if (placeAbove(code) !== undefined) return own.flatMap((name) => [name, name.replace(/(?<=..)[州邦省県]$/u, "")]);
  const ways = [...typedLanguages, `und-${code}`].map((language) => countryName(code, likelyLanguage(language)));
  return [...own, ...ways.filter((name) => name !== undefined)];
}

/** `und-SE` is what is spoken in Sweden. */
function likelyLanguage(tag: string): string {
  return tag.startsWith("und") ? new Intl.Locale(tag).maximize().language : tag;
}

/** Names without regard to case, accents, spaces and punctuation; 臺 is written 台 as well. */
function folded(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replaceAll("臺", "台")
    .toLowerCase();
}

/** Codes near a mistyped one: of the same country's parts, or of a place called nearly so. None for two letters. */
export function nearestPlaces(word: string): string[] {
  const typed = word.trim().toUpperCase();
  const usual = usualCodes[typed];
  if (usual) return [usual];
  const country = typed.split("-")[0] as string;
  if (hasTable(country) && country !== typed) {
    const parts = placeCodes.filter((code) => code.startsWith(`${country}-`));
    return [...nearestNames(typed, parts), country].slice(0, 3);
  }
  const byName = new Map(
    placeCodes.flatMap((code) =>
      [names[code] as string, translated[code]?.en ?? ""].map((name) => [name, code] as const),
    ),
  );
  return [
    ...new Set(
      nearestNames(
        word,
        [...byName.keys()].filter((name) => name !== ""),
      ).map((name) => byName.get(name) as string),
    ),
  ].slice(0, 3);
}
