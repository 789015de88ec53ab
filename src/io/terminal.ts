/**
 * Capabilities of a terminal: colour, box lines, width. Depends only on the environment passed in.
 */
import { maxWidth } from "../limits.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** Width without a terminal, or if the terminal reports none. */
export const defaultColumns = 80;

/** The smallest width that --width accepts. */
const minColumns = 20;

/** Columns of a width; undefined unless it is a whole number within bounds. */
export function parseColumns(text: string): number | undefined {
  const columns = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return columns >= minColumns && columns <= maxWidth ? columns : undefined;
}

/** The width of `--width`, else of COLUMNS; undefined without both. */
export function configuredColumns(flag: string | undefined, env: Environment): number | undefined {
  return parseColumns(flag ?? "") ?? parseColumns(env.COLUMNS ?? "");
}

/** NO_COLOR and FORCE_COLOR as their sites define them; a dumb terminal has no colour; the flag overrides all. Each stream is decided by itself. */
export function usesColor(flag: string | undefined, env: Environment, isTerminal: boolean): boolean {
  if (flag === "always" || flag === "never") return flag === "always";
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return isTerminal && env.TERM !== "dumb";
}

/**
 * Whether box lines can be drawn. Not in a Chinese, Japanese or Korean locale without `@cjknarrow`, where characters of ambiguous width
 * may be two columns wide; in a character set other than UTF-8; and in the locale C, as in cron jobs.
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
