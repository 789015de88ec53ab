/** A few thousand random command lines in each run of the tests; `npm run fuzz` runs a hundred thousand. */
import { expect, test } from "vitest";
import { fuzz } from "./fuzz.js";

const runs = Number(process.env.RUNS ?? 2500);
const seed = Number(process.env.SEED ?? 20_260_101);

test(`no command line, dataset or file makes it crash, hang or fall silent (SEED=${seed})`, { timeout: 600_000 }, async () => {
  const { runs: done, codes, slowestMs } = await fuzz(runs, seed);
  console.log(`fuzz: ${done} runs, exit codes ${JSON.stringify(codes)}, the slowest ${Math.round(slowestMs)} ms (SEED=${seed})`);
  expect(done).toBeGreaterThanOrEqual(runs);
});
