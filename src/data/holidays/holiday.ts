/**
 * A holiday of a place as data: its date, names and kind. Whether it closes anything is decided by the kind.
 */
import { type Lang, type LocalText, textIn } from "../dataset.js";

/** `working-day` is a day worked in exchange for another that is off; neither it nor a half day closes its date. */
export const holidayKinds = ["public", "substitute", "half-day", "working-day"] as const;
export type HolidayKind = (typeof holidayKinds)[number];

export interface Holiday {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly name: LocalText;
  readonly kind: HolidayKind;
  /** The id of the official source of a correction; without one, it comes from the package. */
  readonly source?: string;
}

/** How each language marks the name of a holiday whose day off was moved. */
const substituteMarks: Readonly<Record<Lang, string>> = {
  en: " (substitute day)",
  "zh-TW": "（補假）",
  ja: "（振替休日）",
};

/** Whether the kind closes the date as a whole. */
export function isClosing(kind: HolidayKind): boolean {
  return kind === "public" || kind === "substitute";
}

/** The name in a language, marked where the day is a substitute; English where there is none in that language. */
export function holidayName({ name, kind }: Pick<Holiday, "name" | "kind">, lang: Lang): string {
  if (kind !== "substitute") return textIn(name, lang);
  return `${textIn(name, lang)}${substituteMarks[name[lang] === undefined ? "en" : lang]}`;
}
