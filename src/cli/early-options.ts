/**
 * The options that an error message depends on, read before the command line is parsed.
 */

export interface EarlyOptions {
  readonly lang: string | undefined;
  readonly color: string | undefined;
  readonly json: boolean;
  readonly debug: boolean;
  readonly ascii: boolean | undefined;
  readonly width: string | undefined;
  readonly config: boolean;
}

export function parseEarlyOptions(argv: readonly string[]): EarlyOptions {
  const end = argv.indexOf("--");
  const flags = end < 0 ? argv : argv.slice(0, end);
  const valueAfter = (flag: string) => {
    const at = flags.lastIndexOf(flag);
    return at >= 0 ? flags[at + 1] : flags.findLast((word) => word.startsWith(`${flag}=`))?.slice(flag.length + 1);
  };
  return {
    lang: valueAfter("--lang"),
    color: valueAfter("--color"),
    ascii: flags.includes("--ascii") || undefined,
    width: valueAfter("--width"),
    config: !flags.includes("--no-config"),
    json: flags.includes("--json") || valueAfter("--format") === "json",
    debug: flags.includes("--debug"),
  };
}
