#!/usr/bin/env node
const { openParts } = require("./parts.js");

const parts = openParts(`${__dirname}/../dist`);
const { processIo, start } = parts.load("./start.cjs");

start(process.argv.slice(2), processIo(process)).then((code) => {
  process.exitCode = code;
  // After an interrupt, open pipes would keep the process alive.
  if (code === 130) process.exit();
  if (code === 0 && parts.isMissingCode()) return require("./compile.js").compileForUser(parts);
});
