/** Tells the peak memory in KiB and the processor time in microseconds of the process it is loaded into, on file descriptor 3 as it ends. */
const { writeSync } = require("node:fs");

process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(3, JSON.stringify({ maxRSS, cpu: userCPUTime + systemCPUTime }));
});
