// What an executable does: as bin/support-cli.js, but from one bundle.
const { processIo, start } = require("../src/start.ts");

start(process.argv.slice(2), processIo(process)).then((code) => {
  process.exitCode = code;
});
