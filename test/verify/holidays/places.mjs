/**
 * The holidays of every place that the program and python-holidays both know, on the days that are no weekend there, and why they differ.
 *
 * In a year confirmed for the place each difference is listed in differences.json with a reason of its own. Elsewhere the output warns that
 * the dates are unconfirmed; there differences.json has how many there are in each country, by reason, and any change fails.
 */
const dayMs = 86_400_000;
const firstYear = 2020;
const lastYear = 2030;

/** Reasons for what differs where no official calendar has been compared, the first that applies; differences.json has their sentences. */
const reasons = {
  category: ({ date, side }, { others }) => side === "extra" && others[date] !== undefined,
  moon: ({ date, side }, { found }) =>
    found.some((other) => other.side !== side && Math.abs(Date.parse(other.date) - Date.parse(date)) <= 3 * dayMs),
  lieu: ({ name }) => /observed|in lieu|substitute|compensat|bridge|additional|day off|\(day \d\)/i.test(name),
  parts: ({ code }, { hasParts }) => hasParts.has(code),
  national: ({ date, side, code }, { country }) =>
    side === "extra" && code.includes("-") && country.dates[date] !== undefined,
  local: ({ date, side, code }, { country }) =>
    side === "missing" && code.includes("-") && country.dates[date] === undefined,
  unconfirmed: () => true,
};

/** The differences of a place, of one side each: `missing` days are Python's alone, `extra` ones the program's. */
function differencesOf({ code, weekend, dates }, holidays) {
  const found = [];
  let compared = 0;
  for (let day = Date.UTC(firstYear, 0) / dayMs; day < Date.UTC(lastYear + 1, 0) / dayMs; day++) {
    if (weekend.includes((((day + 3) % 7) + 7) % 7)) continue;
    const date = new Date(day * dayMs).toISOString().slice(0, 10);
    const ours = holidays.get(day);
    const theirs = dates[date];
    if (ours === undefined && theirs === undefined) continue;
    compared++;
    if (ours === undefined) found.push({ code, date, side: "missing", name: theirs });
    if (theirs === undefined) found.push({ code, date, side: "extra", name: ours });
  }
  return { found, compared };
}

/** Whether an entry of differences.json is about a difference: `places` are codes, `DE-*` all parts of a country. */
function isListed({ places, side, dates, days }, difference) {
  const { code, date } = difference;
  const isPlace = places.some(
    (place) => place === code || (place.endsWith("*") && code.startsWith(place.slice(0, -1))),
  );
  return (
    isPlace && side === difference.side && (dates?.includes(date) || days?.includes(date.slice(5)) || (!dates && !days))
  );
}

/** Compares the places. `load` gives the program's holidays of a code with what they are made of, or undefined. */
export async function comparePlaces(lines, { load, known }) {
  const counts = { places: 0, dates: 0, confirmed: 0, differences: 0, confirmedDifferences: 0 };
  const unlisted = [];
  const used = new Set();
  const totals = {};
  const all = [];
  const countries = new Map(lines.map((line) => [line.code, line]));
  const hasParts = new Set(
    lines
      .map(({ code }) => code.split("-"))
      .filter(([, part]) => part)
      .map(([country]) => country),
  );
  for (const line of lines) {
    const holidays = await load(line.code);
    if (holidays === undefined) continue;
    const { found, compared } = differencesOf(line, holidays);
    counts.places++;
    counts.dates += compared;
    counts.differences += found.length;
    const span = holidays.sources[0].data?.confirmed;
    if (span) counts.confirmed++;
    for (const difference of found) {
      const year = Number(difference.date.slice(0, 4));
      if (span && year >= span.from && year <= span.to) {
        counts.confirmedDifferences++;
        const entry = known.confirmed.find((listed) => isListed(listed, difference));
        if (entry) used.add(entry);
        else unlisted.push(difference);
        all.push({ ...difference, reason: entry?.reason ?? "none" });
        continue;
      }
      const [reason] = Object.entries(reasons).find(([, applies]) =>
        applies(difference, { found, hasParts, others: line.others, country: countries.get(line.code.slice(0, 2)) }),
      );
      const country = line.code.slice(0, 2);
      totals[country] ??= {};
      totals[country][reason] ??= { missing: 0, extra: 0 };
      totals[country][reason][difference.side]++;
      all.push({ ...difference, reason });
    }
  }
  const unused = known.confirmed.filter((entry) => !used.has(entry));
  return { counts, unlisted, unused, totals: mapValues(totals, totalText), all };
}

/** The counts of a country by reason, as differences.json has them: `moon -5 +5, lieu -7 +0`. */
function totalText(counted) {
  return Object.keys(reasons)
    .filter((reason) => counted[reason])
    .map((reason) => `${reason} -${counted[reason].missing} +${counted[reason].extra}`)
    .join(", ");
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

/** The countries whose counts are not as listed. */
export function changedTotals(totals, listed) {
  return [...new Set([...Object.keys(totals), ...Object.keys(listed)])]
    .filter((country) => totals[country] !== listed[country])
    .map((country) => `${country}: ${totals[country] ?? "none"}; in differences.json: ${listed[country] ?? "none"}`);
}
