/**
 * What the form of an answer to a wrong command line depends on, seen before the line is known to be right. Decides nothing else.
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
  const typedAfter = (flag: string) => {
    const at = flags.lastIndexOf(flag);
    return at >= 0 ? flags[at + 1] : flags.findLast((word) => word.startsWith(`${flag}=`))?.slice(flag.length + 1);
  };
  return {
    lang: typedAfter("--lang"),
    color: typedAfter("--color"),
    ascii: flags.includes("--ascii") || undefined,
    width: typedAfter("--width"),
    config: !flags.includes("--no-config"),
    json: flags.includes("--json") || typedAfter("--format") === "json",
    debug: flags.includes("--debug"),
  };
}
