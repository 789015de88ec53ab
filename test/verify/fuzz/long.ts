/** What the two halves of the long fuzzing share. */
import { mkdirSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type } from "../../terminal.js";
import { faultsOf } from "./check.js";
import { fuzz } from "./fuzz.js";
import { keptCases } from "./kept.js";

const runs = Number(process.env.RUNS ?? 100_000) / 2;
const seed = Number(process.env.SEED ?? Math.floor(Date.now() / 86_400_000));
/** Cases are kept small in number at a time, so that memory is. */
const portion = 2500;

export function runHalf(half: 1 | 2): void {
  test.each(keptCases().filter((_, i) => i % 2 === half - 1))("an input that once failed: %s", async (_, kept) => {
    expect(faultsOf(kept, await type(kept.argv, kept.setting))).toEqual([]);
  });

  test(`half ${half} of the random command lines (SEED=${seed})`, async () => {
    const codes: Record<number, number> = {};
    let done = 0;
    let slowestMs = 0;
    for (let part = 0; done < runs; part++) {
      const found = await fuzz(Math.min(portion, runs - done), seed + half * 1_000_000 + part);
      done += found.runs;
      slowestMs = Math.max(slowestMs, found.slowestMs);
      for (const [code, count] of Object.entries(found.codes)) codes[Number(code)] = (codes[Number(code)] ?? 0) + count;
    }
    console.log(
      `fuzz: ${done} runs in process, exit codes ${JSON.stringify(codes)}, the slowest ${Math.round(slowestMs)} ms (SEED=${seed})`,
    );
    mkdirSync("test/verify/fuzz/reports", { recursive: true });
    writeFileSync(`test/verify/fuzz/reports/half-${half}.json`, `${JSON.stringify({ runs: done, codes, seed })}\n`);
    expect(done).toBeGreaterThanOrEqual(runs);
  });
}
