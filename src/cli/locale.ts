/**
 * The language of the output, from a flag, a setting or the environment.
 */
import { type Lang, langs } from "../data/dataset.js";
import { checkChoice } from "./parser.js";

/** The language of a BCP 47 tag or POSIX locale (`zh-Hant`, `zh_TW.UTF-8`, `ja_JP`); undefined for one without a translation. */
export function matchLang(text: string): Lang | undefined {
  const [language = "", ...rest] = text.split(/[.@]/)[0]!.toLowerCase().split(/[-_]/);
  switch (language) {
    case "en":
      return "en";
    case "ja":
      return "ja";
    case "zh":
      // Traditional Chinese is not chosen for a locale of Simplified Chinese.
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

/** The language of a name from --lang or a setting, or else of the environment. */
export function chooseLang(name: string | undefined, env: Readonly<Record<string, string | undefined>>): Lang {
  return (name === undefined ? undefined : matchLang(name)) ?? langOfEnvironment(env);
}

/** Throws `unknown-value` for a name of no language. */
export function checkLang(name: string | undefined): void {
  if (name !== undefined && matchLang(name) === undefined) checkChoice("--lang", name, langs);
}
