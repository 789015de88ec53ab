/**
 * Short names of plans for the heads of tables: without the word that all plans of a dataset end in, such as "Support".
 */
import { type Dataset, type Lang, namesOf } from "./dataset.js";

/** Last words in scripts that put no blank before them. */
const unspacedWords = ["サポート", "プラン", "支援", "方案"];

/** By plan id; the whole name where shortening would leave nothing. */
export function shortNamesOf({ plans }: Pick<Dataset, "plans">, lang: Lang): Readonly<Record<string, string>> {
  const names = namesOf(plans, lang);
  const all = Object.values(names);
  const [first = ""] = all;
  const ending = [/\s\S+$/.exec(first)?.[0] ?? "", ...unspacedWords].find(
    (word) => word !== "" && all.length > 1 && all.every((name) => name.endsWith(word) && name.length > word.length),
  );
  if (ending === undefined) return names;
  return Object.fromEntries(Object.entries(names).map(([id, name]) => [id, name.slice(0, -ending.length).trimEnd()]));
}
