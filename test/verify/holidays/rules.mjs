/**
 * Random recurrence rules of calendar files, expanded by the program and by python-dateutil.
 */

/** dateutil numbers the last week of the year before by the length of the present year, so that 1 to 3 January may have a wrong number. */
function isOfWeekBefore(rule, time) {
  return rule.includes("BYWEEKNO") && /^\d{4}-01-0[1-3]/.test(time);
}

const ms = (time) => Date.parse(`${time}Z`);

function expand({ parseRule, occurrencesIn }, { start, rule, end }) {
  const parsed = parseRule(rule);
  const until = parsed.until?.replace(/^(....)(..)(..)T(..)(..)(..)$/, "$1-$2-$3T$4:$5:$6");
  const span = { from: ms(start), to: ms(end) };
  return occurrencesIn(parsed, ms(start), until === undefined ? Infinity : ms(until), span, () => {}).map((time) =>
    new Date(time).toISOString().slice(0, 19),
  );
}

/** The counts, and the rules whose occurrences differ without a known reason. */
export function compareRules(source, lines) {
  const counts = { rules: lines.length, withOccurrences: 0, occurrences: 0, weekBefore: 0 };
  const differences = [];
  for (const line of lines) {
    const ours = new Set(expand(source, line));
    const theirs = new Set(line.occurrences);
    counts.occurrences += theirs.size;
    if (theirs.size > 0) counts.withOccurrences++;
    const missing = [...theirs].filter((time) => !ours.has(time));
    const extra = [...ours].filter((time) => !theirs.has(time));
    if (missing.length + extra.length === 0) continue;
    const different = [...missing, ...extra].sort();
    // Where occurrences are counted, one more or less moves the last.
    const unexplained = line.rule.includes("COUNT") ? different.slice(0, 1) : different;
    if (unexplained.every((time) => isOfWeekBefore(line.rule, time))) counts.weekBefore++;
    else
      differences.push({ start: line.start, rule: line.rule, missing: missing.slice(0, 3), extra: extra.slice(0, 3) });
  }
  return { counts, differences };
}
