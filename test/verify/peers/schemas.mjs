/** The published JSON Schemas by a validator that is not ours: each is a sound schema, and the golden sessions and datasets fit theirs. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
const read = (path) => readFileSync(join(root, path), "utf8");
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictTuples: false, allErrors: true });
const validators = Object.fromEntries(
  readdirSync(join(root, "dist/schema")).map((name) => [
    name.replace(/\.json$/, ""),
    ajv.compile(JSON.parse(read(`dist/schema/${name}`))),
  ]),
);
let checked = 0;
let failed = 0;
const sessions = readdirSync(join(root, "fixtures/sessions"), { recursive: true }).filter((name) =>
  name.endsWith(".txt"),
);
for (const name of sessions) {
  const [, line = "", stdout = "", stderr = ""] =
    /^\$ (.*)\n[\s\S]*?--- stdout\n([\s\S]*?)--- stderr\n([\s\S]*)$/.exec(read(`fixtures/sessions/${name}`)) ?? [];
  if (!/--json|--format json\b/.test(line)) continue;
  for (const text of [stdout, stderr]) {
    if (!text.startsWith("{")) continue;
    // watch writes a line for each change.
    const isWatch = /^support-cli watch\b/.test(line) && !text.startsWith('{"error"');
    for (const one of isWatch ? text.trim().split("\n") : [text]) {
      const value = JSON.parse(one);
      const validate = validators[value.error ? "error" : isWatch ? "watch" : value.command];
      checked++;
      if (validate(value)) continue;
      failed++;
      console.log(`${line}: ${ajv.errorsText(validate.errors)}`);
    }
  }
}
console.log(`schemas: ${Object.keys(validators).length} sound, ${checked} answers checked, ${failed} do not fit`);
process.exitCode = failed > 0 || checked < 5 ? 1 : 0;
