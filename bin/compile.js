/**
 * Compiles the everyday parts: runs everyday commands, so that the functions that they call are compiled and no others, and writes
 * what V8 made of them. The build does so for the package (.build/compile.mjs), and the first start under another Node for the user.
 */

const ticket = ["-p", "business", "-P", "P2", "-r", "japan", "--opened", "2026-11-20T16:40+09:00"];
const needs = ["--need", "live-telephone", "--contacts", "5", "--within", "P2=2h", "--budget", "any", "--no-input"];
const everyday = [["compare"], ["deadline", ...ticket], ["deadline", ...ticket, "--quiet"], ["recommend", ...needs]];

/** Runs the everyday commands with effects of the process other than `changes`, and passes each part's file and content to `write`. */
async function compile({ load, scripts }, changes, write) {
  const { processIo, start } = load("./start.cjs");
  for (const argv of everyday) {
    // The locale C needs all that others need, and ASCII in place of marks.
    const io = Object.assign(Object.create(processIo(process)), {
      env: { LANG: "C" },
      configFolder: undefined,
      ...changes,
    });
    const code = await start(argv, io);
    if (code !== 0) throw new Error(`${argv.join(" ")} ended with ${code}`);
  }
  for (const [file, { script, id, isCompiled }] of scripts) {
    if (isCompiled) continue;
    const code = script.createCachedData();
    // Twice, so that parts.js detects damage.
    write(file.replace(".cjs", ".bin"), Buffer.concat([Buffer.from(id, "latin1"), code, code]));
  }
}

/** Adds what is missing to the user's folder, without output. */
async function compileForUser(parts) {
  const silent = { isTerminal: false, columns: undefined, isClosed: false, write: async () => {} };
  const { folder } = parts;
  try {
    if (!folder.make()) return;
    await compile(parts, { stdout: silent, stderr: silent, workingFolder: () => undefined }, folder.write);
    folder.removeOld();
  } catch {
    // The command itself has succeeded.
  }
}

module.exports = { compile, compileForUser };
