/**
 * The system's time zone by its IANA name. The runtime alone is unreliable: it reports UTC for `TZ=<+09>-9`, Tokyo for `TZ=JST`, and
 * nothing for forms of the C library such as `JST-9`.
 */

/** What the runtime reports without a zone; `Factory` is the database's name for that. */
const unset = new Set(["Etc/Unknown", "Factory"]);

/** The zone that `tz`, the value of `TZ`, names, or else the system; undefined if that is no IANA name in IANA's spelling. */
export function systemZoneOf(tz: string | undefined, isZone: (name: string) => boolean): string | undefined {
  const isNamed = (name: string | undefined): name is string => name !== undefined && !unset.has(name) && isZone(name);
  const reported: string | undefined = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (tz === undefined) return isNamed(reported) ? reported : undefined;
  // POSIX has a colon before a name; an empty one is UTC to the C library.
  const name = tz.replace(/^:/, "");
  if (name === "") return "UTC";
  if (!isNamed(name)) return undefined;
  const canonical = new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone;
  // A name in another case is a zone to `Intl` alone: where clocks are read as UTC everywhere else, the two differ.
  const isWrongCase = canonical !== name && canonical.toLowerCase() === name.toLowerCase();
  return reported === canonical && !isWrongCase ? name : undefined;
}
