/**
 * The catalogue's type, which is English, and its loading by language. A key missing in another language does not compile.
 */

import type { Lang } from "../data/dataset.js";
import { en, type Words } from "./en.js";

/** The catalogue of a language; others than English are loaded when asked for. */
export async function loadWords(lang: Lang): Promise<Words> {
  switch (lang) {
    case "en":
      return en;
    case "zh-TW":
      return (await import("./zh-TW.js")).zhTW;
    case "ja":
      return (await import("./ja.js")).ja;
  }
}
