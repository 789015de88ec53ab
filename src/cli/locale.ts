/**
 * Which of the product's languages a flag or the environment means.
 */
import type { Lang } from "../data/dataset.js";

/** The language of a BCP 47 tag or POSIX locale (`zh-Hant`, `zh_TW.UTF-8`, `ja_JP`); undefined for one the product does not speak. */
export function matchLang(text: string): Lang | undefined {
  const [language = "", ...rest] = text.split(/[.@]/)[0]!.toLowerCase().split(/[-_]/);
  switch (language) {
    case "en":
      return "en";
    case "ja":
      return "ja";
    case "zh":
      // Simplified-script readers are not served Traditional text unasked.
      return rest.some((part) => part === "hans") ||
        (!rest.includes("hant") && rest.some((part) => part === "cn" || part === "sg"))
        ? undefined
        : "zh-TW";
    default:
      return undefined;
  }
}

/** The first of LC_ALL, LC_MESSAGES and LANG that is set. */
export function langVariable(env: Readonly<Record<string, string | undefined>>): string | undefined {
  return ["LC_ALL", "LC_MESSAGES", "LANG"].find((name) => env[name]);
}

/** The language of the environment; English where it names another. */
export function langOfEnvironment(env: Readonly<Record<string, string | undefined>>): Lang {
  return matchLang(env[langVariable(env) ?? ""] ?? "en") ?? "en";
}
