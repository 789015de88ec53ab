/**
 * Suggestions for a mistyped word, by spelling alone.
 */

/**
 * Up to `limit` candidates close to a word, nearest first, without regard to case: those it starts or is part of, and
 * those within a third of its letters (at least one, at most three) in Damerau-Levenshtein distance. One or two letters
 * are close to too many codes, so they match only themselves in another case.
 */
export function nearestNames(word: string, candidates: readonly string[], limit = 3): string[] {
  const folded = word.trim().toLowerCase();
  if (folded === "") return [];
  const within = folded.length <= 2 ? 0 : Math.min(3, Math.max(1, Math.floor(folded.length / 3)));
  return [...new Set(candidates)]
    .map((name, order) => ({ name, order, distance: distanceTo(folded, name.toLowerCase(), within) }))
    .filter(({ distance }) => distance <= within)
    .sort((a, b) => a.distance - b.distance || a.order - b.order)
    .slice(0, limit)
    .map(({ name }) => name);
}

/** Part of a name counts as one letter off, once it is long enough to mean something. */
function distanceTo(folded: string, name: string, within: number): number {
  if (name === folded) return 0;
  if (Math.min(folded.length, name.length) >= 3 && (name.includes(folded) || folded.includes(name))) return 1;
  if (Math.abs(name.length - folded.length) > within) return within + 1;
  return editDistance(folded, name);
}

/** Damerau-Levenshtein distance in its optimal-string-alignment form: insert, delete, replace, or swap two neighbours. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (beforeLast[j - 2] as number) + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] as number;
}
