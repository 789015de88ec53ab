/**
 * The output format: from its options, else the extension of the output file, else the command's default. Rejects formats that a command does not have.
 */

import {
  commands,
  type Format,
  foreignEndings,
  formatOfEnding,
  type ParsedCommand,
  type ParsedOptions,
} from "../options.js";
import { type BatchFormat, batchFormats } from "../tickets/names.js";
import { checkChoice } from "./parser.js";

/** The format of --json, --format or the ending of --output; `deadline --quiet` means iso. */
export function formatOf({ command, options }: ParsedCommand): Format {
  const allowed: readonly Format[] = commands[command].formats;
  if (options.json) {
    checkChoice("--format", "json", allowed);
    return "json";
  }
  if (options.format !== undefined) {
    checkChoice("--format", options.format, allowed);
    return options.format;
  }
  const named = formatByEnding(options.output, allowed);
  if (named !== undefined) return named;
  return options.quiet && command === "deadline" ? "iso" : (allowed[0] as Format);
}

/** The format of a batch: from its options or the extension of --output, or undefined for that of the input. */
export function batchFormatOf(options: ParsedOptions): BatchFormat | undefined {
  const flag = options.json ? "json" : options.format;
  if (flag !== undefined) checkChoice("--format", flag, batchFormats);
  return (flag ?? formatByEnding(options.output?.replace(/\.gz$/i, ""), batchFormats)) as BatchFormat | undefined;
}

/** The format of the extension of --output, undefined if it has none; throws `unknown-value` for one that is not allowed. */
function formatByEnding(output: string | undefined, allowed: readonly Format[]): Format | undefined {
  const ending = /\.([a-z]+)$/i.exec(output ?? "")?.[1]?.toLowerCase() ?? "";
  if (foreignEndings.includes(ending)) checkChoice("--output", ending, allowed);
  const format = formatOfEnding[ending];
  if (format !== undefined) checkChoice("--output", format, allowed);
  return format;
}
