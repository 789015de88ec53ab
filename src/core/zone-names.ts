/**
 * Names that look like time zones and are none: fixed offsets such as `UTC+8`, and the aliases of ICU.
 */

const fixedOffset = /^(?:UTC|GMT|Z)? ?[+-] ?(?!0$)\d{1,2}(?::?\d{2}){0,2}$/i;

/** Names that ICU accepts beyond the IANA database: BST would be Dhaka, and CST Chicago. */
const notIana =
  /^(?:ACT|AET|AGT|ART|AST|BET|BST|CAT|CNT|CST|CTT|EAT|ECT|IET|IST|JST|MIT|NET|NST|PLT|PNT|PRT|PST|SST|VST|SystemV\/.*)$/i;

/** Whether a name is a fixed offset such as `UTC+8`, which is not a zone. */
export function isFixedOffset(name: string): boolean {
  return fixedOffset.test(name);
}

/** Whether a name is an alias of the runtime, such as `BST`, and not in the IANA database. */
export function isRuntimeAlias(name: string): boolean {
  return notIana.test(name);
}

/** The `Etc` zone of a fixed offset of whole hours; its sign is the other way round, as POSIX has it. */
export function zonesOfOffset(name: string): readonly string[] {
  const match = /([+-]) ?(\d{1,2})(?::?00)*$/.exec(name);
  const hours = Number(match?.[2]);
  if (!match || hours > 14 || (match[1] === "-" && hours > 12)) return [];
  if (hours === 0) return ["UTC"];
  return [`Etc/GMT${match[1] === "+" ? "-" : "+"}${hours}`];
}
