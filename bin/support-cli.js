#!/usr/bin/env node
require("./compiled.js");
const { processIo, start } = require("../dist/start.cjs");

start(process.argv.slice(2), processIo(process)).then((code) => {
  process.exitCode = code;
  // After an interrupt, open pipes would keep the process alive.
  if (code === 130) process.exit();
});
