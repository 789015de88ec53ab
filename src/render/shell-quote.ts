/**
 * Words as a line that a POSIX shell and PowerShell read back as the same words.
 */

export function shellLine(args: readonly string[]): string {
  return args.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(" ");
}
