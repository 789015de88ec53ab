#!/usr/bin/env node
require("./compiled.js");
const { processIo, start } = require("../dist/start.cjs");

start(process.argv.slice(2), processIo(process)).then((code) => {
  process.exitCode = code;
  // Whoever stops it does not wait for a pipe that nobody reads or writes.
  if (code === 130) process.exit();
});
