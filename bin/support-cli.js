#!/usr/bin/env node
// What Node has compiled it keeps for the next time, where it knows how (from 22 on).
require("node:module").enableCompileCache?.();

const { processIo, start } = require("../dist/start.cjs");

start(process.argv.slice(2), processIo(process)).then((code) => {
  process.exitCode = code;
});
