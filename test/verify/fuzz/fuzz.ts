/** Runs random command lines and holds each to what always holds; fast-check makes a failing one small and prints its seed. */
import fc from "fast-check";
import { expect } from "vitest";
import { type } from "../../terminal.js";
import { anyCase } from "./cases.js";
import { faultsOf } from "./check.js";
import { type KeptCase, keepCase } from "./kept.js";
import { watch } from "./watch.js";

/** A run that uses this much of the processor's own time never ends by itself, and is ended. */
const hangMs = 60_000;
/** A run that uses this much of it fails. */
const maxMs = 10_000;

export interface Fuzzed {
  runs: number;
  slowestMs: number;
  readonly codes: Record<number, number>;
}

export async function fuzz(runs: number, seed: number): Promise<Fuzzed> {
  const done: Fuzzed = { runs: 0, slowestMs: 0, codes: {} };
  const guard = watch(hangMs);
  let failed: KeptCase | undefined;
  const property = fc.asyncProperty(anyCase, async ({ argv, setting }) => {
    const begun = process.cpuUsage();
    guard.begin(JSON.stringify({ argv, setting }));
    const outcome = await type(argv, setting);
    guard.end();
    const used = process.cpuUsage(begun);
    const usedMs = (used.user + used.system) / 1000;
    done.runs++;
    done.slowestMs = Math.max(done.slowestMs, usedMs);
    done.codes[outcome.code] = (done.codes[outcome.code] ?? 0) + 1;
    const faults = faultsOf({ argv, setting }, outcome);
    if (usedMs > maxMs) faults.push(`used the processor for ${Math.round(usedMs)} ms`);
    // Cases become smaller while they fail, so that the last is the smallest.
    if (faults.length > 0) failed = { argv, setting, seed, faults };
    expect(faults, `${outcome.stderr.slice(0, 2000)}`).toEqual([]);
  });
  try {
    await fc.assert(property, { numRuns: runs, seed });
  } catch (error) {
    if (failed) console.log(`fuzz: the input is kept in ${keepCase(failed)}`);
    throw error;
  } finally {
    await guard.close();
  }
  return done;
}
