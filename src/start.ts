/**
 * The program's first step: says its version at once, and loads the rest for anything else.
 */
import type { Io } from "./io/io.js";
import { version } from "./version.js";

export { processIo } from "./io/io.js";

/** Like `run` of main, which is loaded where there is more to do than to say the version. */
export async function start(argv: readonly string[], io: Io): Promise<number> {
  // The one question that scripts ask in a loop needs no other part of the program.
  if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
    const isWritten = await io.stdout.write(`${version}\n`).then(
      () => true,
      () => false,
    );
    // What went wrong is told by the program itself, which meets it again.
    if (isWritten) return 0;
  }
  const { run } = await import("./main.js");
  return run(argv, io);
}
