/** Set-up of the tests: cli-table3 measures text with `widthOf`, as it does in the build (.build/bundling.mjs). */
import { createRequire } from "node:module";
import { widthOf } from "../src/render/text/width.js";

const require = createRequire(createRequire(import.meta.url).resolve("cli-table3"));
require("string-width");
const measure = require.cache[require.resolve("string-width")];
if (!measure) throw new Error("cli-table3 no longer measures text with string-width");
measure.exports = widthOf;
