/** Random command lines as real processes over the build, each in a folder of its own with the files it may name. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { before, inFolder, start } from "../faults/process.js";
import { anyCase } from "./cases.js";
import { faultsOf } from "./check.js";
import { type KeptCase, keepCase } from "./kept.js";

const runs = Number(process.env.PROCESSES ?? 500);
/** What would watch its tickets for ever, which alone does something every second, is stopped once it has done so. */
const node = before(`
  const { setInterval } = globalThis;
  globalThis.setInterval = (tick, ms) =>
    setInterval(() => {
      tick();
      process.kill(process.pid, "SIGINT");
    }, ms);
`);

const seed = Number(process.env.SEED ?? Math.floor(Date.now() / 86_400_000));

test(`${runs} random command lines as processes (SEED=${seed})`, async () => {
  const codes: Record<string, number> = {};
  let failed: KeptCase | undefined;
  let done = 0;
  const asserted = fc.assert(
    fc.asyncProperty(anyCase, ({ argv, setting }) => {
      // No process can be given a NUL, and half a surrogate pair becomes another character on the way.
      const absolute = (word: string) =>
        word.replace("fixtures/", `${resolve("fixtures")}/`).replace("src/data", resolve("src/data"));
      const words = argv.map((word) => absolute(word.replaceAll("\0", "").replace(/\p{Cs}/gu, "")));
      return inFolder(async (folder) => {
        for (const [name, text] of Object.entries(setting.files ?? {})) writeFileSync(join(folder, name), text);
        const env = { ...setting.env, TZ: setting.zone ?? "UTC", HOME: folder };
        const { code, signal, stdout, stderr } = await start(words, {
          cwd: folder,
          env,
          stdin: setting.stdin ?? "",
          node,
        });
        const written = Object.fromEntries(
          readdirSync(folder, { withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map(({ name }) => [name, readFileSync(join(folder, name), "utf8")] as const)
            .filter(([name, text]) => text !== setting.files?.[name]),
        );
        const faults = signal
          ? [`ended by ${signal}`]
          : faultsOf({ argv: words, setting }, { code: code ?? -1, stdout, stderr, written });
        if (faults.length > 0) failed = { argv: words, setting, seed, faults };
        done++;
        codes[String(code)] = (codes[String(code)] ?? 0) + 1;
        expect(faults, stderr.slice(0, 2000)).toEqual([]);
      });
    }),
    { numRuns: runs, seed },
  );
  await asserted.catch((error: unknown) => {
    if (failed) console.log(`fuzz: the input is kept in ${keepCase(failed)}`);
    throw error;
  });
  console.log(`fuzz: ${done} processes, exit codes ${JSON.stringify(codes)} (SEED=${seed})`);
  mkdirSync("test/verify/fuzz/reports", { recursive: true });
  writeFileSync("test/verify/fuzz/reports/processes.json", `${JSON.stringify({ runs: done, codes, seed })}\n`);
});
