/**
 * The catalogue's type, which is English, and its loading by language. A key missing in another language does not compile.
 */

import type { Lang } from "../data/dataset.js";
import { en, type Messages } from "./en/index.js";

/** The catalogue of a language, loaded on demand. */
export async function loadMessages(lang: Lang): Promise<Messages> {
  switch (lang) {
    case "en":
      return en;
    case "zh-TW":
      return (await import("./zh-TW/index.js")).zhTW;
    case "ja":
      return (await import("./ja/index.js")).ja;
  }
}
