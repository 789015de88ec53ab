/**
 * What a stream and its reader can take: colour or none, box lines or plain ones. Reads the environment that it is handed, nothing else.
 */
import { maxWidth } from "../limits.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** Width of what goes to no terminal, or to one that does not say how wide it is. */
export const defaultColumns = 80;

/** No width that is asked for is smaller. */
const minColumns = 20;

/** Columns of a width as it is typed; undefined where it is no whole number within bounds. */
export function parseColumns(text: string): number | undefined {
  const columns = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return columns >= minColumns && columns <= maxWidth ? columns : undefined;
}

/** The width that `--width` asks for, else COLUMNS; undefined where neither does. */
export function wantedColumns(flag: string | undefined, env: Environment): number | undefined {
  return parseColumns(flag ?? "") ?? parseColumns(env.COLUMNS ?? "");
}

/** NO_COLOR and FORCE_COLOR as their sites define them; a dumb terminal gets none; the flag beats all. Each stream is asked by itself. */
export function usesColor(flag: string | undefined, env: Environment, isTerminal: boolean): boolean {
  if (flag === "always" || flag === "never") return flag === "always";
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return isTerminal && env.TERM !== "dumb";
}

/**
 * Whether box lines can be drawn: not where the locale leaves their width in doubt or cannot write them, which are a Chinese, Japanese or Korean locale, in which
 * terminals may show characters of ambiguous width over two columns, unless it says `@cjknarrow`; any character set but UTF-8; and the
 * locale C, which cron jobs run in.
 */
export function supportsBoxDrawing(env: Environment): boolean {
  const locale = (env.LC_ALL || env.LC_CTYPE || env.LANG || "").toLowerCase();
  if (locale.includes("@cjknarrow")) return true;
  // By POSIX, no locale at all is the locale C, whose characters are those of ASCII; Windows has no such variables.
  if (locale === "" && env.OS === "Windows_NT") return true;
  if (/^(?:c|posix)?$/.test(locale)) return false;
  if (/^(?:zh|ja|ko)(?:[_.@-]|$)/.test(locale) || locale.includes("@cjkwide")) return false;
  const charset = /\.([^@]+)/.exec(locale)?.[1];
  return charset === undefined || /^utf-?8$/.test(charset);
}
