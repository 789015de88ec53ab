/**
 * What a stream and its reader can take: colour or none, box lines or plain ones. Reads the environment that it is handed, nothing else.
 */
type Environment = Readonly<Record<string, string | undefined>>;

/** Width of what goes to no terminal, or to one that does not say how wide it is. */
export const defaultColumns = 80;

/** NO_COLOR and FORCE_COLOR as their sites define them; a dumb terminal gets none; the flag beats all. Each stream is asked by itself. */
export function usesColor(flag: string | undefined, env: Environment, isTerminal: boolean): boolean {
  if (flag === "always" || flag === "never") return flag === "always";
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return isTerminal && env.TERM !== "dumb";
}

/**
 * Whether a locale makes the width of box lines doubtful, or cannot write them: a Chinese, Japanese or Korean locale, in which
 * terminals may show characters of ambiguous width over two columns, unless it says `@cjknarrow`; and any character set but UTF-8.
 */
export function disputesBoxLines(env: Environment): boolean {
  const locale = (env.LC_ALL || env.LC_CTYPE || env.LANG || "").toLowerCase();
  if (locale.includes("@cjknarrow")) return false;
  if (/^(?:zh|ja|ko)(?:[_.@-]|$)/.test(locale) || locale.includes("@cjkwide")) return true;
  const charset = /\.([^@]+)/.exec(locale)?.[1];
  return charset !== undefined && !/^utf-?8$/.test(charset);
}
