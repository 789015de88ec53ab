#!/usr/bin/env node
require("./compiled.js");
const { processIo, start } = require("../dist/start.cjs");

start(process.argv.slice(2), processIo(process)).then((code) => {
  process.exitCode = code;
});
