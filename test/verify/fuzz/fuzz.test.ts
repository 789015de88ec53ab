/** Some random command lines in each run of the tests; `npm run fuzz` runs a hundred thousand. */
import { expect, test } from "vitest";
import { exitCodes } from "../../../src/errors.js";
import { type } from "../../terminal.js";
import { faultsOf } from "./check.js";
import { fuzz } from "./fuzz.js";
import { keptCases } from "./kept.js";

const runs = Number(process.env.RUNS ?? 150);
const seed = Number(process.env.SEED ?? 20_260_101);

test.each(keptCases())("an input that once failed: %s", async (_, { argv, setting }) => {
  expect(faultsOf({ argv, setting }, await type(argv, setting))).toEqual([]);
});

test(`no command line, dataset or file makes it crash, hang or fall silent (SEED=${seed})`, async () => {
  const { runs: done, codes, slowestMs } = await fuzz(runs, seed);
  console.log(
    `fuzz: ${done} runs, exit codes ${JSON.stringify(codes)}, the slowest ${Math.round(slowestMs)} ms (SEED=${seed})`,
  );
  expect(done).toBeGreaterThanOrEqual(runs);
  // Lines that end at the parser test little of the rest.
  expect((codes[exitCodes.usage] ?? 0) / done).toBeLessThan(0.45);
});
