/** Says on stderr which parts V8 took as they were compiled before, and which it refused. */
const vm = require("node:vm");
const { basename } = require("node:path");

const taken = [];
const refused = [];
vm.Script = class extends vm.Script {
  constructor(code, options) {
    super(code, options);
    if (options?.cachedData) (this.cachedDataRejected ? refused : taken).push(basename(options.filename, ".cjs"));
  }
};
process.on("exit", () => console.error(`taken: ${taken.join(" ")}; refused: ${refused.join(" ")}`));
