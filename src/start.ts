/**
 * The program's first step: prints the version, and loads the rest for anything else.
 */
import type { Io } from "./io/io.js";
import { version } from "./version.js";

export { processIo } from "./io/io.js";

/** Like `run` of main, which is loaded for everything but the version. */
export async function start(argv: readonly string[], io: Io): Promise<number> {
  // Scripts run this in loops, and it needs no other part of the program.
  if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
    const isWritten = await io.stdout.write(`${version}\n`).then(
      () => true,
      () => false,
    );
    // `run` gets the same error again and reports it.
    if (isWritten) return 0;
  }
  const { run } = await import("./main.js");
  return run(argv, io);
}
